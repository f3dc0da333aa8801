"""The date of an act: the one in its clause, else the one before it in the sentence."""

from __future__ import annotations

from dataclasses import replace

from elchi.claims.context import Context, Sentence
from elchi.model import DateSpan, Precision, Reason, Status
from elchi.model.mention import DateKind, DateMention


def date_of(
    place: int,
    bounds: tuple[int, int],
    sentence: Sentence,
    context: Context,
    status: Status,
    *,
    of_content: bool = False,
) -> DateSpan | None:
    """Return the date of the act whose trigger stands at token `place`, or None where no words give one.

    `of_content`: the date may be that of what was agreed to or invited for, and lie ahead of an act that is done.
    """
    chosen = _chosen(place, bounds, sentence)
    if chosen is None:
        return None
    span = span_of(chosen, sentence, context, status)
    if status is Status.PAST and not of_content and lies_ahead(span, context):
        return DateSpan.unresolved(span.text)  # came after three decades: counted from what nobody dates
    return None if chosen.bound and span.start is None else span


def lies_ahead(span: DateSpan, context: Context) -> bool:
    """Whether a date begins after the article came out: no act that is told as done was done then."""
    published = context.reference.published
    return published is not None and span.start is not None and span.start > published


def interval_reasons(place: int, bounds: tuple[int, int], sentence: Sentence, span: DateSpan | None) -> list[Reason]:
    """Return why an act has an interval of days: the kind of expression that gave it, and its words."""
    chosen = _chosen(place, bounds, sentence)
    if chosen is None or span is None or span.precision is not Precision.APPROXIMATE:
        return []
    return [Reason(f"date:{chosen.bound or chosen.kind.value}", span.text, 0.0)]


def _chosen(place: int, bounds: tuple[int, int], sentence: Sentence) -> DateMention | None:
    """Return the date mention that dates the act: of those in its clause the nearest, else the last before it."""
    ends = {d.until.first for d in sentence.marked.dates if d.until is not None}
    dates = [
        d
        for d in sentence.marked.dates
        if d.kind is not DateKind.ANNIVERSARY and d.bound != "of" and d.first not in ends
        and not _of_a_purpose(d, place, sentence)
    ]  # fmt: skip
    inside = [d for d in dates if bounds[0] <= d.first < bounds[1]]
    before = [d for d in dates if d.first < bounds[0] and not d.bound]
    final = sentence.scan.pack.order["verb"] == "final"
    return min(inside, key=lambda d: _distance(d, place, final=final), default=before[-1] if before else None)


def _of_a_purpose(date: DateMention, place: int, sentence: Sentence) -> bool:
    """Whether a period says how long that lasts which an act is for (a contract for supplies from 2015 to 2019)."""
    if date.until is None or sentence.scan.pack.order["verb"] != "final":
        return False
    between = range(date.until.after, place)
    markers = (hit.entry.value for p in between for hit in sentence.scan.of_kind_at(p, "marker"))
    return any(marker.role == "purpose" for marker in markers)


def _distance(date: DateMention, place: int, *, final: bool) -> tuple[bool, bool, bool, int]:
    """Prefer a date to a bound of one, a full date to a bare year, then the nearest.

    Where the verb is `final`, what tells of an act stands before it: a date behind it is that of the next act.
    """
    bare_year = date.kind is DateKind.CALENDAR and date.month is None and date.day is None
    return date.bound not in {"", "from"}, bare_year, final and date.first > place, abs(date.first - place)


def span_of(date: DateMention, sentence: Sentence, context: Context, status: Status = Status.PAST) -> DateSpan:
    """Return the days that a date expression of a sentence means; that day is the one told last before it."""
    text = context.article.field_text(sentence.passage.field)[date.start : date.end]
    reference = context.reference
    if date.kind is DateKind.TOLD or (date.days is not None and date.days[0] > 0):
        reference = replace(reference, told=told_before(date.first, sentence, context))
    return context.resolve(date, text, reference, status.value)


def told_before(place: int, sentence: Sentence, context: Context) -> DateSpan | None:
    """Return the date that was told last before token `place`: in the sentence, else in those before it."""
    told = context.told
    for date in sentence.marked.dates:
        if date.first >= place:
            break
        if date.kind is DateKind.ANNIVERSARY or date.bound:
            continue
        text = context.article.field_text(sentence.passage.field)[date.start : date.end]
        span = context.resolve(date, text, replace(context.reference, told=told), Status.PAST.value)
        if span.start is not None and (span.precision is not Precision.APPROXIMATE or told is None):
            told = span
    return told
