"""Photo captions: officials of two states shown together, at a place or on a day, have met.

A line of names without a verb is a caption as well, where it has both the place and the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from elchi.claims.context import Context, Sentence, participants
from elchi.claims.when import date_of
from elchi.model import TEXT, Claim, ClaimKind, PassageKind, Precision, Reason, Status

_LIKELY = 0.7
_TWO = 2


def read_caption(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """Yield the meeting that a caption shows, if it names officials of two states with a place or a date."""
    shown = sentence.passage.kind is PassageKind.CAPTION
    if not shown and not _is_fragment(sentence):
        return
    officials = [p for p in sentence.parties if p.person is not None and p.office and p.sides]
    actors = [a for p in officials for a in context.discourse.actors(p)]
    length = len(sentence.scan)
    date = date_of(0, (0, length), sentence, context, Status.PAST)
    towns = [p.place for p in sentence.parties if p.place is not None]
    if len({a.id for a in actors}) < 2 or (date is None and not towns):
        return
    if not shown and (date is None or date.precision is not Precision.DAY or not towns):
        return
    place = {"entity": towns[0].id, "label": towns[0].label, "country": towns[0].state} if towns else None
    yield context.claim(
        ClaimKind.EVENT, "CONSULT", Status.PAST, mode="meet", plover="CONSULT", date=date, place=place,
        participants=tuple(participants("party", actors)), evidence=(context.evidence(sentence, *_told(sentence)),),
        confidence=_LIKELY, reasons=(Reason("caption", "officials of two states in one photo", _LIKELY),),
    )  # fmt: skip


def _is_fragment(sentence: Sentence) -> bool:
    """Whether a line of the text has officials and no verb."""
    scan, parties = sentence.scan, sentence.parties
    if sentence.passage.field != TEXT or sum(p.person is not None for p in parties) < _TWO:
        return False
    named = {place for p in parties for place in range(p.mention.first, p.mention.after)}
    return not any(scan.verb_forms(p) and p not in named and not scan.is_marker_here(p) for p in range(len(scan)))


def _told(sentence: Sentence) -> tuple[int, int]:
    """Return the tokens from the first to the last party or date: the photographer's credit is left out."""
    spans = [(p.mention.first, p.mention.after) for p in sentence.parties]
    spans += [(d.first, d.after) for d in sentence.marked.dates]
    return min(first for first, _ in spans), max(after for _, after in spans)
