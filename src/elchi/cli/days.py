"""Days that a user types."""

from __future__ import annotations

from datetime import date

import typer


def checked_day(day: str | None, option: str) -> str | None:
    """Return an ISO day as it was given; anything else is wrong use (exit 2)."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as bad:
        raise typer.BadParameter(f"{day!r} is no day such as 2024-08-20", param_hint=option) from bad
