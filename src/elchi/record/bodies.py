"""What is resolved as JSON, and back: the `body` of its row. Nothing is lost: the one is the inverse of the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from elchi.model import DateSpan
from elchi.model.record import Conflict, ConflictKind, ConflictState, Occurrence, Promise, Side, Stage, Standing, Step

Thing = Occurrence | Standing | Conflict | Promise
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_body(thing: Thing) -> str:
    """Return a thing as one line of JSON; fields that say nothing are left out."""
    row = _WRITERS[type(thing)](thing)
    return _as_json({k: v for k, v in row.items() if v not in _NOTHING})


def occurrence(body: str) -> Occurrence:
    """Read an occurrence."""
    row = json.loads(body)
    return Occurrence(
        id=row.get("id", ""), block=row.get("block", ""), type=row.get("type", ""), mode=row.get("mode", ""),
        status=row.get("status", ""), plover=row.get("plover", ""), frame=row.get("frame", ""),
        date=_read_span(row.get("date")), place=row.get("place"), lead=row.get("lead", ""),
        claims=tuple(row.get("claims", ())), background=row.get("background", False),
        virtual=row.get("virtual", False), value=row.get("value"), instrument=row.get("instrument"),
        part_of=row.get("part_of"), reasons=tuple(row.get("reasons", ())),
    )  # fmt: skip


def standing(body: str) -> Standing:
    """Read a standing."""
    row = json.loads(body)
    return Standing(
        id=row.get("id", ""), block=row.get("block", ""), type=row.get("type", ""), status=row.get("status", ""),
        slot=row.get("slot", ""), lead=row.get("lead", ""), claims=tuple(row.get("claims", ())),
        value=row.get("value"), place=row.get("place"), valid_from=_read_span(row.get("valid_from")),
        valid_to=_read_span(row.get("valid_to")), ended_by=row.get("ended_by"), now=not row.get("over", False),
        reasons=tuple(row.get("reasons", ())), also=tuple(row.get("also", ())),
    )  # fmt: skip


def conflict(body: str) -> Conflict:
    """Read a conflict."""
    row = json.loads(body)
    sides = tuple(Side(s["value"], tuple(s["claims"]), s["source"]) for s in row.get("sides", ()))
    return Conflict(
        id=row.get("id", ""), block=row.get("block", ""), kind=ConflictKind(row["kind"]), about=row.get("about", ""),
        sides=sides, state=ConflictState(row["state"]), explanation=row.get("explanation", ""), by=row.get("by", ""),
    )  # fmt: skip


def promise(body: str) -> Promise:
    """Read a promise."""
    row = json.loads(body)
    steps = tuple(Step(Stage(s["stage"]), _read_span(s["date"]), tuple(s["claims"])) for s in row.get("steps", ()))
    return Promise(
        id=row.get("id", ""), block=row.get("block", ""), kind=row.get("kind", ""), about=row.get("about", ""),
        lead=row.get("lead", ""), due=_read_span(row.get("due")), steps=steps, measure=row.get("measure"),
        reasons=tuple(row.get("reasons", ())),
    )  # fmt: skip


def _of_occurrence(told: Occurrence) -> dict[str, Any]:
    return {
        "id": told.id, "block": told.block, "type": told.type, "mode": told.mode, "status": told.status,
        "plover": told.plover, "frame": told.frame, "date": _span(told.date), "place": told.place, "lead": told.lead,
        "claims": told.claims, "background": told.background, "virtual": told.virtual, "value": told.value,
        "instrument": told.instrument, "part_of": told.part_of, "reasons": told.reasons,
    }  # fmt: skip


def _of_standing(held: Standing) -> dict[str, Any]:
    return {
        "id": held.id, "block": held.block, "type": held.type, "status": held.status, "slot": held.slot,
        "lead": held.lead, "claims": held.claims, "value": held.value, "place": held.place,
        "valid_from": _span(held.valid_from), "valid_to": _span(held.valid_to), "ended_by": held.ended_by,
        "over": not held.now, "reasons": held.reasons, "also": held.also,
    }  # fmt: skip


def _of_conflict(clash: Conflict) -> dict[str, Any]:
    return {
        "id": clash.id, "block": clash.block, "kind": clash.kind.value, "about": clash.about,
        "sides": [{"value": s.value, "claims": s.claims, "source": s.source} for s in clash.sides],
        "state": clash.state.value, "explanation": clash.explanation, "by": clash.by,
    }  # fmt: skip


def _of_promise(made: Promise) -> dict[str, Any]:
    return {
        "id": made.id, "block": made.block, "kind": made.kind, "about": made.about, "lead": made.lead,
        "due": _span(made.due), "measure": made.measure, "reasons": made.reasons,
        "steps": [{"stage": s.stage.value, "date": _span(s.date), "claims": s.claims} for s in made.steps],
    }  # fmt: skip


_WRITERS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Occurrence: _of_occurrence, Standing: _of_standing, Conflict: _of_conflict, Promise: _of_promise,
}  # fmt: skip
_NOTHING: tuple[Any, ...] = (None, False, "", ())


def _span(span: DateSpan | None) -> dict[str, Any] | None:
    return span.to_json() if span is not None else None


def _read_span(row: dict[str, Any] | None) -> DateSpan | None:
    return DateSpan.from_json(row) if row else None
