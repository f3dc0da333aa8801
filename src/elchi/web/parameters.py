"""Parameters of addresses: what they may be, how long, and how they are described."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BeforeValidator, Field, StringConstraints

_WRITTEN = r"^[^\x00-\x1f\x7f]*$"
Name = Annotated[
    str, Path(min_length=1, max_length=200, pattern=_WRITTEN, description="An id, or a name in any script.")
]  # fmt: skip
ClaimId = Annotated[
    str, Path(min_length=4, max_length=40, pattern="^[0-9a-f]+$", description="A claim's id, or its beginning.")
]  # fmt: skip
StoryId = Annotated[
    str, Path(min_length=1, max_length=300, pattern=_WRITTEN, description="A story's id, or that of an article in it.")
]  # fmt: skip


def _unset(value: object) -> object:
    """Take a field that a form sends empty for one that it does not send."""
    return None if value == "" else value


_Date = Annotated[date | None, BeforeValidator(_unset)]
Day = Annotated[_Date, Query(description="The world as it was on this day (2017-07-01).")]
Known = Annotated[_Date, Query(description="By what had been published by this day alone.")]
Before = Annotated[_Date, Query(description="What happened and was said before this day: to turn the page.")]
First = Annotated[_Date, Query(description="The first day, of what is claimed, else of publication.")]
Last = Annotated[_Date, Query(description="The last such day.")]
Today = Annotated[_Date, Query(description="The day that overdue counts from; else today.")]
Most = Annotated[int | None, Query(ge=1, le=1000, description="The most of each list, the newest; else all.")]
Party = Annotated[
    str, Query(max_length=200, pattern=_WRITTEN, description="One of two states or organisations; else all.")
]  # fmt: skip
StateOfConflict = Annotated[
    Literal["", "open", "explained", "settled"] | None, Query(description="Only conflicts in this state.")
]  # fmt: skip
Due = Annotated[bool, Query(description="Only those whose day has passed in silence.")]
Words = Annotated[
    str, Query(max_length=200, pattern=_WRITTEN, description="A name in any script, or words of a sentence.")
]  # fmt: skip
Kind = Annotated[Literal["event", "statement", "quote"] | None, Query(description="Kind of claim.")]
Term = Annotated[str | None, Query(max_length=200, pattern=_WRITTEN, description="A value as the facets give it.")]
Ranked = Annotated[bool, Query(description="The best first, else the newest.")]
Exact = Annotated[bool, Query(description="This spelling only: whole words as typed, no other script.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many sentences.")]
Offset = Annotated[int, Query(ge=0, le=10_000, description="How many stand before the first.")]
Year = Annotated[str | None, Query(pattern=r"^(\d{4})?$", description="A year, to show its ties alone.")]
KindsOfParty = Annotated[
    list[Literal["state", "organisation", "group"]] | None,
    Query(max_length=3, description="Kinds of parties; else states and organisations."),
]
Roots = Annotated[
    list[Annotated[str, StringConstraints(max_length=20, pattern="^[A-Z]*$")]] | None,
    Query(max_length=16, description="Only events of these PLOVER roots."),
]
Done = Annotated[
    Annotated[int, Field(ge=1, le=999_999_999)] | None, BeforeValidator(_unset),
    Query(description="A judgement that the page says was made."),
]  # fmt: skip
PageNumber = Annotated[int, Query(ge=1, le=100_000, description="Which part of a long list.")]
