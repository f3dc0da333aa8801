"""Who acts for no state: its players, firms, students or patients, though the state's name stands beside them."""

from __future__ import annotations

from collections.abc import Iterable

from elchi.claims.context import Sentence
from elchi.model import EntityKind
from elchi.model.link import LinkedParty

# Both act for no state; where the first are many, the article is of another field, the others stand in any.
_FIELDS = frozenset({"private", "apart"})
# Words between the name of a state and its people (भारत के युवा खिलाड़ी).
_REACH = 3
_ACTS = frozenset({"agent", "subject"})


def is_private(party: LinkedParty, roles: Iterable[str], sentence: Sentence, *, together: bool) -> bool:
    """Whether the words that name a state name private people or firms of it, and these act.

    As those whom an act is done to they may stand for their state (sanctions on Chinese firms), but not in an act that
    its sides do `together`.
    """
    if any(side.entity.kind is EntityKind.ORGANISATION for side in party.sides):
        return False
    place = _after(party, sentence)
    acts = together or not _ACTS.isdisjoint(roles) or (place is not None and _unmarked(place, sentence))
    if not acts:
        return False
    return (
        place is not None or is_titled(party, sentence) or _before(party, sentence) or _owns_stranger(party, sentence)
    )


def acts_unnamed(bounds: tuple[int, int], sentence: Sentence) -> bool:
    """Whether private people without a state's name act in a clause (दर्शकों ने, বিশ্লেষকেরা)."""
    scan = sentence.scan
    if scan.pack.head_initial:
        return False
    if _stranger_acts(bounds, sentence):
        return True
    if scan.pack.order["attached_roles"]:  # the subject has no marker: it begins its clause
        first = bounds[0]
        return _is_one(first, sentence) and not scan.is_marker_here(first + 1) and not _ending(first, sentence)
    topics = (p for p in scan.places("topic") if bounds[0] <= p < bounds[1])
    return any(_is_one(p, sentence) and _acts(p, sentence) for p in topics)


def speaks_unnamed(place: int, bounds: tuple[int, int], sentence: Sentence) -> bool:
    """Whether private people say what the verb at `place` tells, or a name that no table knows stands before it.

    Where the verb ends its clause, and the subject of it is not marked (विश्लेषक बताते हैं, জন র‍্যাম বলেন).
    """
    scan = sentence.scan
    if scan.pack.head_initial:
        return False
    taken = {p for party in sentence.parties for p in range(party.mention.first, party.mention.after)}
    people = (p for p in range(bounds[0], place) if p not in taken and _is_one(p, sentence))
    if any(scan.marker(p + 1) is None and not _ending(p, sentence) for p in people):
        return True
    return place - 1 >= bounds[0] and place - 1 not in taken and _is_strange(place - 1, sentence)


def _stranger_acts(bounds: tuple[int, int], sentence: Sentence) -> bool:
    """Whether somebody acts whose name no table knows and whom the article does not introduce (लोपेज़ ओब्रेडोर ने)."""
    scan = sentence.scan
    if scan.pack.order["attached_roles"]:
        pair = (bounds[0], bounds[0] + 1)
        inside = any(p.mention.first <= bounds[0] < p.mention.after for p in sentence.parties)
        return not inside and all(_is_strange(p, sentence) for p in pair)
    taken = {place for p in sentence.parties for place in range(p.mention.first, p.mention.after)}
    marked = (p - 1 for p in scan.places("marker") if bounds[0] < p <= bounds[1])
    return any(p not in taken and _acts(p, sentence) and _is_strange(p, sentence) for p in marked)


def _is_strange(place: int, sentence: Sentence) -> bool:
    """Whether the word at `place` is none that the pack knows, or a part of names."""
    scan = sentence.scan
    if not 0 <= place < len(scan) or scan.is_sign(place) or scan.is_ordinary(place) or scan.is_verb(place):
        return False
    return all(hit.kind == "name_part" for hit in scan.hits[place])


def _acts(place: int, sentence: Sentence) -> bool:
    """Whether a marker shows that the word at `place` acts."""
    marker = sentence.scan.marker(place + 1)
    return marker is not None and marker[1].role == "agent"


def _ending(place: int, sentence: Sentence) -> bool:
    """Whether an ending shows that the word at `place` does not act."""
    return any(h.role and h.role not in _ACTS for h in sentence.scan.hits[place] if h.kind == "topic")


def _is_one(place: int, sentence: Sentence) -> bool:
    scan = sentence.scan
    return scan.may_begin(place, "topic") and any(
        h.kind == "topic" and h.entry.value in _FIELDS for h in scan.hits[place]
    )


def is_titled(party: LinkedParty, sentence: Sentence) -> bool:
    """Whether a title is one of sport as well (ऑस्ट्रेलियाई कप्तान)."""
    return bool(party.office) and any(_is_one(p, sentence) for p in range(party.mention.first, party.mention.after))


def _after(party: LinkedParty, sentence: Sentence) -> int | None:
    """Return where private people stand behind a state in the genitive, or its adjective."""
    mention, scan = party.mention, sentence.scan
    town = party.place is not None and not mention.marked  # शिकागो ज़िला न्यायाधीश
    if mention.role not in {"genitive", "adjective"} and not mention.outer_role and not town:
        return None
    for place in range(mention.after, min(mention.after + _REACH, len(scan))):
        if _is_one(place, sentence):
            return place
        if not (
            scan.is_marker_here(place) or scan.has_class(place, "adjective") or (town and _is_noun(place, sentence))
        ):
            return None
    return None


def _owns_stranger(party: LinkedParty, sentence: Sentence) -> bool:
    """Whether somebody whose name no table knows stands behind the state that is his (Poland's Iga Swiatek)."""
    mention, scan = party.mention, sentence.scan
    if mention.role not in {"genitive", "adjective"} and not mention.outer_role:
        return False
    place, marker = mention.after, scan.marker(mention.after)
    if marker is not None and not scan.pack.prepositions:
        place = marker[0].after
    if any(p.mention.first <= place < p.mention.after for p in sentence.parties):
        return False
    given, surname = _is_written_as_name(place, sentence), _is_written_as_name(place + 1, sentence)
    listed = scan.pack.capitals or any(scan.is_only_name_part(p) for p in (place, place + 1))
    return given and surname and listed


def _is_written_as_name(place: int, sentence: Sentence) -> bool:
    capital = not sentence.scan.pack.capitals or sentence.scan.is_capitalised(place)
    return capital and _is_strange(place, sentence)


def _is_noun(place: int, sentence: Sentence) -> bool:
    return sentence.scan.has_class(place, "noun") and not sentence.scan.is_verb(place)


def _unmarked(place: int, sentence: Sentence) -> bool:
    """Whether neither marker nor ending shows what the word at `place` is to its verb, which stands behind it."""
    scan = sentence.scan
    return not (scan.pack.head_initial or scan.marker(place + 1) is not None or _ending(place, sentence))


def _before(party: LinkedParty, sentence: Sentence) -> bool:
    """Whether private people stand before the preposition of a state that they come from."""
    scan, first = sentence.scan, party.mention.first
    if not scan.pack.prepositions or party.person is not None or party.office:
        return False
    found = scan.preposition(first)
    return found is not None and found[1].role in {"source", "genitive"} and _is_one(found[0].first - 1, sentence)
