"""The date of an act: the one in its clause, else the one before it in the sentence."""

from __future__ import annotations

from elchi.claims.context import Context, Sentence
from elchi.model import DateSpan, Status
from elchi.model.mention import DateKind, DateMention


def date_of(
    place: int, bounds: tuple[int, int], sentence: Sentence, context: Context, status: Status
) -> DateSpan | None:
    """Return the date of the act whose trigger stands at token `place`, or None where no words give one."""
    dates = [d for d in sentence.marked.dates if d.kind is not DateKind.ANNIVERSARY and not d.bound]
    inside = [d for d in dates if bounds[0] <= d.first < bounds[1]]
    before = [d for d in dates if d.first < bounds[0]]
    chosen = min(inside, key=lambda d: _distance(d, place), default=before[-1] if before else None)
    return None if chosen is None else span_of(chosen, sentence, context, status)


def _distance(date: DateMention, place: int) -> tuple[bool, int]:
    """Prefer a full date to a bare year, then the nearest."""
    bare_year = date.kind is DateKind.CALENDAR and date.month is None
    return bare_year, abs(date.first - place)


def span_of(date: DateMention, sentence: Sentence, context: Context, status: Status = Status.PAST) -> DateSpan:
    """Return the days that a date expression of a sentence means."""
    text = context.article.field_text(sentence.passage.field)[date.start : date.end]
    return context.resolve(date, text, context.reference, status.value)
