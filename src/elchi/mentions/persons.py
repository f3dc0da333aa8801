"""Names of persons that the catalogue does not know: found by the title before them, known again by any part."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import combining

from elchi.script import WORD
from elchi.sentence import Scan

# Names of more words are rare; a longer run is a sentence that the lexicon does not know.
_LONGEST_NAME = 5
# An ending of one letter may as well be the last of a name (কাদের).
_SHORTEST_ENDING = 2
_SHORTEST_STEM = 3
# Combining class of the sign that joins consonants: no name ends with it (এল্কে is no form of এল্).
_VIRAMA = 9
# Classes of words that no name has, whatever their letters.
_NO_NAME = ("pronoun", "determiner", "coordinator", "complementiser", "relative", "clause", "condition", "negation")


@dataclass(frozen=True, slots=True)
class PersonRun:
    """Words that spell a person's name: tokens, the name without its ending, its role, and the name as written."""

    first: int
    after: int
    name: str
    role: str
    written: str


def unknown_name(scan: Scan, first: int) -> PersonRun | None:
    """Return the run of words at `first` that no table knows as ordinary ones, or None."""
    place = first
    while place < scan.length and place - first < _LONGEST_NAME:
        if scan.is_sign(place, ".-–‐'’") and place > first and scan.tokens[place].glued:
            place += 1
            continue
        if not (_is_initial(scan, place) or _is_name_word(scan, place)):
            break
        place += 1
        if _shows_role(scan, place - 1):
            break
    while place > first and scan.is_sign(place - 1):
        place -= 1
    words = [t for t in scan.tokens[first:place] if t.kind == WORD]
    if not words or all(len(t.key) <= 2 for t in words):
        return None
    return _without_ending(scan, first, place)


def short_name(scan: Scan, place: int) -> PersonRun | None:
    """Return the one word at `place`, of two letters or with an ending, that may be a short family name (Ri, री)."""
    words = place < scan.length and (_is_name_word(scan, place) if scan.pack.capitals else not scan.is_ordinary(place))
    return _without_ending(scan, place, place + 1) if words else None


def _is_name_word(scan: Scan, place: int) -> bool:
    if scan.tokens[place].kind != WORD or scan.name(place) is not None:
        return False
    if scan.pack.capitals:
        return _is_written_as_name(scan, place)
    return not scan.is_ordinary(place)


def _is_written_as_name(scan: Scan, place: int) -> bool:
    """Whether a word is written as a part of a name: with a capital, or as a particle between such words."""
    if not scan.is_capitalised(place):
        particle = any(h.kind == "name_part" and h.entry.value == "particle" for h in scan.hits[place])
        return particle and scan.is_capitalised(place + 1)
    taken = {"title", "month", "weekday", "preposition", "description"}
    return not any(h.kind in taken and h.exact for h in scan.hits[place]) and not scan.has_class(place, *_NO_NAME)


def _is_initial(scan: Scan, place: int) -> bool:
    """Whether the word is an initial: an abbreviation before a full stop, or before two words of a name."""
    token = scan.tokens[place]
    if token.key not in scan.pack.abbreviations:
        return False
    if scan.is_sign(place + 1, ".") and scan.tokens[place + 1].glued:
        return True
    marker = scan.marker(place)
    if marker is not None and marker[0].after > place + 1:
        return False
    following = (place + 1, place + 2)
    return all(p < scan.length and _is_name_word(scan, p) for p in following) and any(map(scan.is_name_part, following))


def _shows_role(scan: Scan, place: int) -> bool:
    """Whether the word carries a case ending, so that the name ends with it."""
    return bool(scan.pack.order["attached_roles"]) and bool(_ending(scan, place)[1])


def _ending(scan: Scan, place: int) -> tuple[str, str]:
    """Return the stem of a name's last word and the role that its ending shows."""
    key = scan.tokens[place].key
    if any(h.kind == "name_part" and not h.role for h in scan.hits[place]):
        return key, ""
    for stem, role in scan.pack.lexicon.stems(key):
        if not role and stem != key and stem in scan.pack.name_parts:
            return stem, ""  # an emphatic ending: মালিকও
    parts = {h.role for h in scan.hits[place] if h.kind == "name_part" and h.after == place + 1}
    best = (key, "")
    for stem, role in scan.pack.lexicon.stems(key):
        if role not in {"recipient", "genitive"} or len(stem) < _SHORTEST_STEM or combining(stem[-1]) == _VIRAMA:
            continue
        if role in parts and stem in scan.pack.name_parts:
            return stem, role
        # The longest ending is the whole one: the name is রহমান, not রহমানে, in রহমানের.
        if len(key) - len(stem) >= _SHORTEST_ENDING and len(stem) < len(best[0]):
            best = stem, role
    return best


def _without_ending(scan: Scan, first: int, after: int) -> PersonRun:
    stem, role = _ending(scan, after - 1) if scan.pack.order["attached_roles"] else (scan.tokens[after - 1].key, "")
    places = [p for p in range(first, after - 1) if scan.tokens[p].kind == WORD]
    name = " ".join([*(scan.tokens[p].key for p in places), stem])
    written = " ".join([*(scan.as_written(p) for p in places), scan.as_written(after - 1, stem)])
    return PersonRun(first, after, name, role, written)
