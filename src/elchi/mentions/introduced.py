"""What an article introduces: persons whom a part of the name then means, and organisations with an acronym of theirs.

"... सहयोग परिषद (एमजेएसपी)" names an organisation that no table knows; from there on its acronym means it. An acronym
is spelt with the names of Latin letters, which every language's pack lists among its abbreviations, or in Latin itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex
from jellyfish import jaro_winkler_similarity

from elchi.model import Entity, EntityKind
from elchi.model.mention import PartyMention
from elchi.packs import Entry, Hit
from elchi.script import WORD, romanise, sound_key
from elchi.sentence import COORDINATOR, NameHit, Scan

# Parts of a name shorter than this are initials or particles, but for a family name that stands first (Ri Yong Ho).
_SHORTEST_PART = 3
# Likeness of the keys of two words of this length at least, from which one article spells one name in two ways.
_ALIKE, _SHORTEST_ALIKE = 0.93, 5
# Acronyms have this many letters.
_LETTERS = range(2, 8)
_ORGANISATION = "organisation"
# A name has this many words more than its acronym has letters, at most.
_MORE_WORDS = 2
# Words that end a name to the left: what stands before them is the sentence's.
_OUTSIDE = (
    "pronoun",
    "complementiser",
    "relative",
    "clause",
    "condition",
    "particle",
    "negation",
    "quantifier",
    "adverb",
)


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person whom the article names in full: the name folded and as written, its words, the catalogue's persons.

    `first` is the word that stands first where more than one follows it: a family name, as often as not.
    """

    name: str
    written: str
    words: frozenset[str]
    entities: tuple[Entity, ...] = ()
    first: str = ""


def introduced_persons(passages: Iterable[tuple[Scan, Sequence[PartyMention]]]) -> dict[str, Introduced]:
    """Return every full name, and each part of one, with the longest name that it belongs to."""
    persons = [_introduced(scan, party) for scan, parties in passages for party in parties if party.person]
    known: dict[str, Introduced] = {}
    for person in sorted({p.name: p for p in persons if len(p.words) > 1}.values(), key=lambda p: -len(p.name)):
        known.setdefault(person.name, person)
        for word in person.words:
            if len(word) >= _SHORTEST_PART:
                known.setdefault(word, person)
        if person.first:
            known.setdefault(person.first, person)
    return known


def spelt_otherwise(scans: Sequence[Scan], known: Mapping[str, Introduced]) -> dict[str, Introduced]:
    """Return words that no table knows and that sound like a part of a known name, with the person.

    One article writes a name in two ways now and then (पोम्पिओ, पोम्पेओ), translated ones above all.
    """
    sounds: dict[str, list[tuple[str, Introduced]]] = {}
    for word, person in known.items():
        if len(word) >= _SHORTEST_ALIKE and " " not in word:
            key = sound_key(word)
            sounds.setdefault(key[:1], []).append((key, person))
    out: dict[str, Introduced] = {}
    for word, scan in _unknown_words(scans) if sounds else ():
        for stem in scan.pack.lexicon.bases(word) - known.keys():
            called = _sounding_like(stem, sounds)
            if called is not None:
                out[stem] = called
    return out


def _unknown_words(scans: Sequence[Scan]) -> Iterator[tuple[str, Scan]]:
    """Yield each long word that no table knows, once, with a passage of its language."""
    seen: set[str] = set()
    for scan in scans:
        for place, token in enumerate(scan.tokens):
            word = token.key
            if token.kind == WORD and len(word) >= _SHORTEST_ALIKE and word not in seen and _is_unknown(scan, place):
                seen.add(word)
                yield word, scan


def _is_unknown(scan: Scan, place: int) -> bool:
    """Whether no table knows the word at `place`, and it may be a name as it is written."""
    if scan.hits[place] or scan.is_verb(place):
        return False
    return not scan.pack.capitals or scan.is_capitalised(place)


def _sounding_like(word: str, sounds: Mapping[str, Sequence[tuple[str, Introduced]]]) -> Introduced | None:
    key = sound_key(word) if len(word) >= _SHORTEST_ALIKE else ""
    near = [(jaro_winkler_similarity(key, other), person) for other, person in sounds.get(key[:1], ())] if key else []
    score, best = max(near, key=lambda one: one[0]) if near else (0.0, None)
    return best if score >= _ALIKE else None


def _introduced(scan: Scan, party: PartyMention) -> Introduced:
    """Return a person with the words of the name: of one that the catalogue knows, as they are written here."""
    if not party.names or party.person_span is None:
        words = party.person.split()
        return Introduced(party.person, party.written, frozenset(words), first=_first_of(words, scan))
    start, end = party.person_span
    written = [t.key for t in scan.tokens if start <= t.start and t.end <= end and t.kind == WORD]
    last = {stem for stem, _role in scan.pack.lexicon.stems(written[-1])} if written else set()
    words = [*written[:-1], max(last & scan.pack.name_parts, key=len, default=written[-1])] if written else []
    return Introduced(party.person, "", frozenset(words), party.names, _first_of(words, scan))


def _first_of(words: Sequence[str], scan: Scan) -> str:
    """Return the first of three words and more, no initial."""
    return words[0] if len(words) > 2 and len(words[0]) > 1 and words[0] not in scan.pack.abbreviations else ""


def learn_acronyms(scans: Sequence[Scan]) -> None:
    """Add the organisations that the passages of an article introduce to what their words may begin."""
    learnt: dict[str, Entry] = {}
    for scan in scans:
        for place in (i + 1 for i, sign in enumerate(scan.signs) if sign == "(" and i) if "(" in scan.keys else ():
            defined = _definition(scan, place)
            if defined is not None:
                name, entry = defined
                scan.add(Hit(name.first, name.after, entry, name.role))
                learnt.setdefault(scan.tokens[place].key, entry)
    if not learnt:
        return
    for scan in scans:
        for place, token in enumerate(scan.tokens):
            for stem, role in scan.pack.lexicon.stems(token.key):
                if stem in learnt and not scan.may_begin(place, "name"):
                    scan.add(Hit(place, place + 1, learnt[stem], role, exact=stem == token.key))


def _definition(scan: Scan, place: int) -> tuple[Hit, Entry] | None:
    """Return the organisation's name before the acronym in brackets at `place`, or None."""
    if not scan.is_sign(place + 1, ")") or scan.may_begin(place, "name"):
        return None
    letters = _letters(scan, scan.tokens[place].key)
    head = next((h for h in scan.hits[place - 2] if h.kind == "word" and h.entry.value == _ORGANISATION), None)
    if head is None or letters not in _LETTERS:
        return None
    first = _first_word(scan, place - 2, letters)
    if first == place - 2:
        return None
    words = [scan.as_written(p) for p in range(first, place - 2) if scan.tokens[p].kind == WORD]
    label = romanise(" ".join([*words, scan.as_written(place - 2, scan.stem(place - 2, head.role))]))
    slug = regex.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
    entity = Entity(slug, label, EntityKind.ORGANISATION, provisional=True)
    entry = Entry("name", (entity, "name"))
    return Hit(first, place - 1, entry, head.role), entry


def _letters(scan: Scan, word: str) -> int:
    """Return how many letters an acronym has; 0 for a word that is none."""
    if word.isascii():
        return len(word) if word.isalpha() else 0
    best = {0: 0}
    for end in range(1, len(word) + 1):
        counts = [best[start] + 1 for start in best if word[start:end] in scan.pack.abbreviations]
        if counts:
            best[end] = min(counts)
    return best.get(len(word), 0)


def _first_word(scan: Scan, head: int, letters: int) -> int:
    """Return where the name with the head noun begins: some words more than letters at most.

    An owner stays outside (भारत का ... संगठन); a name of the catalogue is never cut in two (मध्य एशिया ... परिषद).
    """
    first, place, words = head, head - 1, 1
    while place >= 0 and words < letters + _MORE_WORDS and scan.tokens[place].kind == WORD:
        genitive = _is_genitive(scan, place)
        if not (genitive or scan.has_class(place, COORDINATOR)):
            if scan.has_class(place, *_OUTSIDE) or scan.marker(place) is not None or scan.may_begin(place, "title"):
                break
            first, words = place, words + 1
        owner = _name_until(scan, place if genitive else place + 1)
        if owner is not None and (genitive or owner.role == "genitive"):
            return first if genitive else owner.after
        place -= 1
    straddling = (_name_over(scan, start, first) for start in range(max(0, first - _MORE_WORDS), first))
    return next((start for start in straddling if start is not None), first)


def _name_until(scan: Scan, after: int) -> NameHit | None:
    """Return the catalogue's name that ends before `after`, if any."""
    names = (scan.name(start) for start in range(max(0, after - _MORE_WORDS), after))
    return next((n for n in names if n is not None and n.after == after), None)


def _name_over(scan: Scan, start: int, place: int) -> int | None:
    name = scan.name(start)
    return start if name is not None and name.after > place else None


def _is_genitive(scan: Scan, place: int) -> bool:
    return any(marker.role == "genitive" for _hit, marker in scan.markers(place))
