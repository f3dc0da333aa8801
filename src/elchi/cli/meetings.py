"""`elchi meetings`: where parties met."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from elchi import query
from elchi.cli.dossier import many
from elchi.cli.options import SinceOption, UntilOption
from elchi.cli.page import Page
from elchi.cli.question import Told, question
from elchi.export.wording import span_in_words
from elchi.pipeline import known_names
from elchi.query.brief import Brief
from elchi.query.meetings import MeetingPlace, MeetingsAnswer
from elchi.record import Record

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_DYADS, _MEETINGS = 4, 20


class Mode(StrEnum):
    """How parties met."""

    VISIT = "visit"
    MEET = "meet"
    SUMMIT = "summit"
    MULTILATERAL = "multilateral"
    MEDIATE = "mediate"


@question(app, "meetings")
def meetings(
    record: Record,
    *,
    since: SinceOption = None,
    until: UntilOption = None,
    entity: Annotated[str | None, typer.Option("--entity", help="Only those in which this one takes part.")] = None,
    mode: Annotated[list[Mode] | None, typer.Option("--mode", help="Only of this mode; may be repeated.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Only at this place, by id (astana).")] = None,
) -> Told:
    """Print where parties met, by place.

    \b
    Examples:
      elchi meetings
      elchi meetings --entity India --since 2024-01-01
      elchi meetings --mode summit --place astana --json

    Meetings that were held, by what articles say; calls and meetings by video are none. A place is one that an
    article names: where it names a state alone, nothing is put into its capital.
    """  # noqa: D301 - \b keeps the lines of an example apart
    answer = query.meetings(
        record, known_names(), since=since, until=until, entity=entity, modes=[m.value for m in mode or ()], place=place
    )
    return Told(answer, lambda page: _print(page, answer), empty=not answer.total)


def _print(page: Page, answer: MeetingsAnswer) -> None:
    page.title("Meetings by place")
    if not answer.total:
        page.line("Nobody met anybody in this period, as far as the record knows.")
        return
    page.line(f"{many(answer.total, 'meeting')}, {answer.nowhere} of them at a place that no article names", "dim")
    page.blank()
    columns = ["place", "of", "meetings", "last", "dyads"]
    page.table(columns, [_row(place, answer) for place in answer.places])
    page.heading("Meetings, newest first", len(answer.meetings))
    for one in answer.meetings[:_MEETINGS]:
        where = (one.place or {}).get("label") or "no place told"
        parties = ", ".join(dict.fromkeys(party.label for party in one.parties))
        page.entry(_when(one), f"{parties} ({one.mode})", str(where), one.id)
        if one.sentence:
            page.sentence(one.sentence)
    if len(answer.meetings) > _MEETINGS:
        page.line(f"… and {len(answer.meetings) - _MEETINGS} more; --json has all", "dim")


def _when(one: Brief) -> str:
    """Return when parties met, as exactly as it is told; the day of publication in brackets."""
    if one.date is not None and one.date.start is not None:
        return span_in_words(one.date)
    return f"({one.day})" if one.day else "no date"


def _row(place: MeetingPlace, answer: MeetingsAnswer) -> list[str]:
    shown = list(place.dyads.items())[:_DYADS]
    dyads = [f"{'–'.join(answer.labels[side] for side in dyad.split('|'))} {count}" for dyad, count in shown]
    dyads += ["…"] if len(place.dyads) > _DYADS else []
    kind = f" ({place.kind})" if place.kind not in {"city", "capital"} else ""
    last = max(place.years, default="")
    return [f"{place.label}{kind}", place.country or "", str(place.meetings), last, ", ".join(dyads)]
