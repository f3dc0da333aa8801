"""An act told in looser words by the report that tells it: "had a good talk" of a call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.tellings import Telling, frame_of


def retold(tellings: Mapping[str, Telling], lifecycle: Lifecycle) -> dict[str, Telling]:
    """Return the tellings, by claim; one whose frame may tell another act tells it where its report does.

    It names persons, the other names no different ones, and neither gives another day or place; and the report tells
    no such act in its own words, for then it may be that one.
    """
    by_report: dict[object, list[Telling]] = {}
    for one in tellings.values():
        by_report.setdefault((one.report, one.sides, one.status), []).append(one)
    found = dict(tellings)
    for beside in by_report.values():
        loose = [one for one in beside if _may_tell(one, lifecycle)]
        for one in loose if len(loose) < len(beside) else ():
            act = _may_tell(one, lifecycle)
            same = any(other.act == act and _of_one(one, other) for other in beside)
            own = any(other.act == one.act and other not in loose for other in beside)
            if same and not own:
                found[one.id] = replace(one, act=act)
    return found


def _may_tell(one: Telling, lifecycle: Lifecycle) -> str:
    """Return the act that a telling without a day may tell in looser words; "" where there is none."""
    act = lifecycle.may_tell.get(frame_of(one.claim), "")
    return act if one.days is None and one.persons and not one.place[0] and one.act != act else ""


def _of_one(one: Telling, other: Telling) -> bool:
    return one.persons <= other.persons or (bool(other.persons) and other.persons <= one.persons)
