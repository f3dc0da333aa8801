"""Titles as written: president, former foreign minister, ministers - with their modifiers and the role they show."""

from __future__ import annotations

from elchi.sentence import Scan

# Modifier of a title that several people hold.
PLURAL = "plural"
_BEGINNINGS = frozenset({"title", "modifier"})


def title_at(scan: Scan, place: int) -> tuple[int, str, tuple[str, ...]] | None:
    """Return (after, office, modifiers) of the title at `place`, modifiers before it included."""
    if not scan.may_begin_any(place, _BEGINNINGS):
        return None
    modifiers: list[str] = []
    while place < scan.length:
        title = scan.best(place, "title")
        modifier = scan.best(place, "modifier")
        if title is not None and not title.exact and _told_exactly(scan, place, title.after):
            return None
        if title is not None and (modifier is None or modifier.after <= title.after):
            return title.after, str(title.entry.value), tuple(modifiers)
        if modifier is None:
            return None
        modifiers.append(str(modifier.entry.value))
        place = modifier.after
        if scan.is_sign(place, ".") and scan.tokens[place].glued:
            place += 1
    return None


def _told_exactly(scan: Scan, place: int, after: int) -> bool:
    """Whether the same words, as they stand, tell an act (राजी is no form of राजा)."""
    return any(h.kind in {"trigger", "matrix"} and h.exact and h.after == after for h in scan.hits[place])


def is_plural(scan: Scan, place: int, after: int) -> bool:
    """Whether the title's last word carries an ending of the plural: ministers, not a minister."""
    exact = any(h.kind == "title" and h.exact and h.after == after for p in range(place, after) for h in scan.hits[p])
    key = scan.tokens[after - 1].key
    return not exact and key.endswith(scan.pack.plurals)


def title_role(scan: Scan, after: int) -> str:
    """Return the role that the ending of the title's last word shows."""
    hits = [
        h
        for place in range(max(0, after - 4), after)
        for h in scan.hits[place]
        if h.kind == "title" and h.after == after
    ]
    return "" if not hits or any(not h.role for h in hits) else hits[0].role
