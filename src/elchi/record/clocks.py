"""The day from which a claim was known, and the day on which something newer took its place.

`known` counts in days of the outlet's own time zone, half-open: from the day of publication until, not with, the day
of the revision that no longer says it. What was published without a day was known when this record learned it: an
inference.
"""

from __future__ import annotations

from datetime import date, datetime


def day_of(published: str | None) -> str | None:
    """Return the day of an ISO 8601 date or time, as written in its own time zone; None where there is none."""
    if not published:
        return None
    try:
        read = date.fromisoformat(published) if len(published) <= 10 else datetime.fromisoformat(published)
    except ValueError:
        return None
    return (read.date() if isinstance(read, datetime) else read).isoformat()


def known_from(published: str | None, recorded_at: str) -> tuple[str, bool]:
    """Return the day from which a reading was known, and whether that is inferred from when it was recorded."""
    day = day_of(published)
    return (day, False) if day is not None else (recorded_at[:10], True)


def known_to(since: str, replaced: str, *, same_text: bool) -> str:
    """Return the day on which a claim known `since` stopped being known.

    Args:
        since: its `known_from`.
        replaced: `known_from` of the reading that superseded it.
        same_text: whether that read the same text: then the claim was a misreading, and never known.
    """
    return since if same_text else max(since, replaced)
