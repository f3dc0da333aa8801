"""Dates that keep their doubt: intervals of days with a precision, never a made-up day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    APPROXIMATE = "approximate"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Days `start` to `end`, both included; both None when `precision` is unresolved."""

    start: date | None
    end: date | None
    precision: Precision
    text: str = ""

    @classmethod
    def day(cls, day: date, text: str = "") -> DateSpan:
        """One day."""
        return cls(day, day, Precision.DAY, text)

    @classmethod
    def month(cls, year: int, month: int, text: str = "") -> DateSpan:
        """A calendar month."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH, text)

    @classmethod
    def year(cls, year: int, text: str = "") -> DateSpan:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, text)

    @classmethod
    def about(cls, start: date, end: date, text: str = "") -> DateSpan:
        """Some days between `start` and `end`, neither of which is claimed."""
        return cls(start, end, Precision.APPROXIMATE, text)

    @classmethod
    def unresolved(cls, text: str) -> DateSpan:
        """Words for a date that nothing in the article resolves."""
        return cls(None, None, Precision.UNRESOLVED, text)

    def to_json(self) -> dict[str, Any]:
        """The `date` object of the claim format."""
        if self.start is None or self.end is None:
            return {"precision": self.precision.value, "text": self.text}
        span = {"start": self.start.isoformat(), "end": self.end.isoformat(), "precision": self.precision.value}
        return {**span, "text": self.text} if self.text else span

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> DateSpan:
        """Read the `date` object of the claim format."""
        start, end = row.get("start"), row.get("end")
        return cls(
            date.fromisoformat(start) if start else None,
            date.fromisoformat(end) if end else None,
            Precision(row["precision"]),
            row.get("text", ""),
        )


def days_before(day: date, least: int, most: int) -> tuple[date, date]:
    """The interval that lies `least` to `most` days before `day`."""
    return day - timedelta(days=most), day - timedelta(days=least)
