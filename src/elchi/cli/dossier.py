"""The dossier of a dyad as a page: what holds, what happened, what was said and promised, where sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from elchi import query
from elchi.cli.page import INDENT, Page
from elchi.export.wording import (
    ascribed,
    in_words,
    marks_of,
    measure_in_words,
    promise_in_words,
    side_in_words,
    span_in_words,
    speaker_in_words,
    standing_in_words,
)
from elchi.model import Precision
from elchi.packs.reference import CATALOGUE
from elchi.query import SUPPORT_NOTE, Backing, Conflict, Occurrence, PairAnswer, Promise, Quote, Standing
from elchi.query.common import Common, Seat

T = TypeVar("T")
_UNMARKED = frozenset({"past"})
_HOLDING = frozenset({"past", "ongoing"})
_AHEAD = frozenset({"planned", "intended", "hypothetical"})
_SENTENCES = 2
"""Sentences shown for one entry; the rest is counted, and `--json` has all."""
_WITHIN = 2
"""Columns by which what happened within an event is set in."""


def print_dossier(page: Page, answer: PairAnswer, most: int | None = None) -> None:
    """Print the answer, whole, or the `most` telling entries of each section."""
    page.title(f"{answer.first.label} – {answer.second.label}")
    print_clock(page, answer)
    if not answer.documents:
        page.line("Nothing is recorded of these two; read articles that name both: elchi ingest PATH")
        return
    page.line(f"{many(len(answer.documents), 'article')}; (a day in brackets) is that of publication", "dim")
    _print_standings(page, answer, most)
    promised = {claim for promise in answer.promises for claim in promise.backing.claims}
    ahead = [o for o in answer.occurrences if o.status in _AHEAD and promised.isdisjoint(o.backing.claims)]
    happened = [o for o in answer.occurrences if o.status not in _AHEAD]
    page_section(page, "What happened, newest first", happened, _telling(happened, most), print_occurrences)
    page_section(page, "What is planned, wished or supposed", ahead, ahead[:most], print_occurrences)
    page_section(
        page, "What was promised, planned or agreed", answer.promises, answer.promises[:most], _each(print_promise)
    )
    page_section(page, "What was said", answer.quotes, answer.quotes[:most], _each(print_quote))
    page_section(page, "Memberships in common", answer.common, answer.common[:most], _print_common(answer))
    differing = answer.conflicts[: 1 if most else None]
    page_section(page, "Where sources differ", answer.conflicts, differing, _each(print_conflict))
    page.blank()
    page.line(SUPPORT_NOTE, "dim")


def print_clock(page: Page, answer: PairAnswer | query.EntityAnswer | query.TimelineAnswer) -> None:
    """Print the days that a question was asked for, and what it left out for them."""
    if answer.clock.on:
        page.line(f"as it was on {answer.clock.on}; ? and [perhaps] mark what may have held", "dim")
    if answer.clock.known is None or answer.left_out is None:
        return
    out = answer.left_out
    page.line(f"by what was published by {answer.clock.known}; {many(out.later, 'claim')} came later", "dim")
    if out.undated:
        page.line(f"left out: {many(out.undated, 'claim')} of no known day, recorded later", "dim")
    if out.inferred:
        page.line(f"taken in: {many(out.inferred, 'claim')} of no known day, recorded by then", "dim")


def _print_standings(page: Page, answer: PairAnswer, most: int | None) -> None:
    on = answer.clock.on
    ahead = [s for s in answer.standings if s.status not in _HOLDING]
    held = [s for s in answer.standings if s.status in _HOLDING]
    now, earlier = ([s for s in held if (on is not None or s.now) is wanted] for wanted in (True, False))
    heading = f"State on {on}" if on else "Present state"
    for words, found in ((heading, now), ("Earlier state", earlier), ("Wished or announced", ahead)):
        page_section(page, words, found, found[:most], _each(_standing))
    later = answer.told_later
    page_section(page, "Told later, start unknown", later, later[:most], _each(_standing))


def _print_common(answer: PairAnswer) -> Callable[[Page, Sequence[Common]], None]:
    """Return what prints the organisations in which both sit: as what, since when, and who says so."""

    def print_common(page: Page, shown: Sequence[Common]) -> None:
        columns = ["id", "organisation", answer.first.label, answer.second.label]
        page.table(columns, [[one.organisation, one.label, _seat(one.first), _seat(one.second)] for one in shown])

    return print_common


def _seat(seat: Seat) -> str:
    rank = seat.standing.removesuffix("_of").replace("_", " ")
    since = f" since {span_in_words(seat.since)}" if seat.since is not None and seat.since.start else ""
    return f"{rank}{since} ({CATALOGUE if not seat.claims else 'articles'})"


def page_section(
    page: Page, heading: str, found: Sequence[T], shown: Sequence[T], show: Callable[[Page, Sequence[T]], None]
) -> None:
    """Print a heading with the number found, the entries shown, and how many more there are."""
    if not found:
        return
    page.heading(heading, len(found))
    show(page, shown)
    if len(shown) < len(found):
        page.line(f"… and {len(found) - len(shown)} more", "dim", 2)


def _each(show: Callable[[Page, T], None]) -> Callable[[Page, Iterable[T]], None]:
    def print_each(page: Page, found: Iterable[T]) -> None:
        for one in found:
            show(page, one)

    return print_each


def print_occurrences(page: Page, told: Sequence[Occurrence]) -> None:
    """Print events, newest first; what happened within another stands under it, in the order of its days."""
    shown = {o.id for o in told if o.id}
    within: dict[str, list[Occurrence]] = {}
    for o in told:
        if o.part_of in shown and o.part_of:
            within.setdefault(o.part_of, []).append(o)
    for o in told:
        if o.part_of not in shown:
            print_occurrence(page, o)
            for part in sorted(within.get(o.id, ()), key=lambda one: one.order_within):
                print_occurrence(page, part, within=True)


def print_occurrence(page: Page, told: Occurrence, *, within: bool = False) -> None:
    """Print one event: its date, what happened in words, its status, and its sentences."""
    marks = [told.status if told.status not in _UNMARKED else ""]
    marks += ["background" if told.background else "", "virtual" if told.virtual else "", *marks_of(told.backing)]
    note = "; ".join(filter(None, (ascribed(told.backing.attribution), _support(told.backing))))
    indent = _WITHIN if within else 0
    page.entry(day_of(told), in_words(told), ", ".join(filter(None, marks)), note, indent=indent)
    print_sentences(page, told.backing, INDENT + indent)


def _telling(told: Sequence[Occurrence], most: int | None) -> Sequence[Occurrence]:
    """Return all, or the first `most` of those with an exact day: what a newcomer understands at once."""
    if most is None or len(told) <= most:
        return told
    dated = [o for o in told if o.date is not None and o.date.precision is Precision.DAY]
    return (dated or told)[:most]


def day_of(entry: Occurrence | Standing) -> str:
    """Return the date of an entry in words; in brackets that of its publication where no claim dates it."""
    span = entry.date if isinstance(entry, Occurrence) else entry.valid_from
    if (span and span.start) or not entry.backing.published:
        return span_in_words(span)
    return f"({entry.backing.published})"


def print_standing(page: Page, standing: Standing, head: str, *, titled: bool) -> None:
    """Print one standing: what holds, its marks, when it was told, and its sentences."""
    mark = "" if standing.status in _HOLDING else standing.status
    perhaps = "" if standing.certain else "perhaps"
    marks = ", ".join(filter(None, (mark, perhaps, *marks_of(standing.backing))))
    told = f"as told on {standing.told}" if standing.told else ""
    note = (told, ascribed(standing.backing.attribution), _support(standing.backing))
    page.entry(head, standing_in_words(standing, titled=titled), marks, "; ".join(filter(None, note)))
    print_sentences(page, standing.backing)


def _standing(page: Page, standing: Standing) -> None:
    print_standing(page, standing, "•", titled=True)


def _untitled(page: Page, standing: Standing) -> None:
    print_standing(page, standing, "•", titled=False)


def print_quote(page: Page, quote: Quote) -> None:
    """Print who said something, and the words."""
    medium = f" ({quote.medium})" if quote.medium else ""
    said = f"{speaker_in_words(quote.speakers)} said{medium}"
    note = ascribed(quote.backing.attribution)
    page.entry(quote.backing.published or "no date", said, ", ".join(marks_of(quote.backing)), note)
    print_sentences(page, quote.backing)


def print_promise(page: Page, promise: Promise, mark: str = "") -> None:
    """Print what was promised, by when, and each stage it has reached with its day and its sentences."""
    due = f"due {span_in_words(promise.due)}" if promise.due else "no day told"
    marks = [promise.stage.replace("_", " "), mark, *marks_of(promise.backing)]
    page.entry(promise.kind, promise_in_words(promise), ", ".join(filter(None, marks)), due)
    for step in promise.steps:
        day = span_in_words(step.date) if step.date else step.backing.published
        page.line(" ".join(filter(None, (f"{step.stage.replace('_', ' ')}:", day))), "yellow", INDENT)
        print_sentences(page, step.backing, INDENT + _WITHIN)
    for reason in promise.reasons:
        page.line(reason, "dim", INDENT)
    if promise.measure:
        page.line(measure_in_words(promise.measure), "dim", INDENT)
        page.blank()


def print_conflict(page: Page, conflict: Conflict) -> None:
    """Print one conflict: what it is about, and each side with its sentences."""
    page.entry(conflict.kind, conflict.about, conflict.state, conflict.explanation)
    for side in conflict.sides:
        page.line(side_in_words(side), "yellow", INDENT)
        print_sentences(page, side.backing, INDENT + _WITHIN)


print_each_conflict = _each(print_conflict)
print_each_promise = _each(print_promise)
print_each_quote = _each(print_quote)
print_each_standing = _each(_untitled)


def print_sentences(page: Page, backing: Backing, indent: int = INDENT) -> None:
    """Print the first sentences that something rests on, and how many more there are."""
    for sentence in backing.evidence[:_SENTENCES]:
        page.sentence(sentence, indent)
    more = len(backing.evidence) - _SENTENCES
    if more > 0:
        page.line(f"… and {many(more, 'more sentence')}", "dim", indent)
    page.blank()


def _support(backing: Backing) -> str:
    """Return how many articles say it; and in how many reports, where some of them are one text."""
    if backing.articles < 2:
        return ""
    articles = many(backing.articles, "article")
    return articles if backing.support == backing.articles else f"{many(backing.support, 'report')}, {articles}"


def many(count: int, noun: str) -> str:
    """Return a number with its noun: 1 article, 2 articles."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
