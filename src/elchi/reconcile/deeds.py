"""What an occurrence means for a promise: to which stage it brings one of which kind, and when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from elchi.model import DateSpan, Status
from elchi.model.record import Occurrence, Stage
from elchi.packs.lifecycle import Lifecycle
from elchi.reconcile.days import Days, day_span, days_of
from elchi.reconcile.happenings import Happening
from elchi.reconcile.tellings import Side, Telling

AHEAD = frozenset({Status.PLANNED.value, Status.INTENDED.value})
AGREEMENT, PLEDGE = "agreement", "pledge"
_TURNED = {"actor": "recipient", "recipient": "actor"}
_ALIKE = "party"


@dataclass(frozen=True, slots=True)
class Deed:
    """One occurrence as a step of a promise.

    Attributes:
        act: the class of the act, so that what tells one happening is one here too.
        line: the sides with the roles of what is promised; empty where both sides are alike.
        day: the day that orders it: of the act, else of its first telling; None where neither is known.
        date: the same as a date.
        told: the day of its first telling.
        happened: the days of an act that is done; None for one that lies ahead.
        due: the days on which what lies ahead is to be.
        agreements: the ids or names of the agreements concerned.
        subject: what an agreement without a name is about: contexts, amounts.
        documents: the kinds of the documents concerned, such as `treaty`.
    """

    kind: str
    stage: Stage
    act: str
    occurrence: Occurrence
    line: frozenset[Side]
    persons: frozenset[str]
    reports: frozenset[str]
    day: int | None
    date: DateSpan | None
    told: int | None
    happened: Days | None
    due: Days | None
    agreements: frozenset[str]
    subject: frozenset[str]
    documents: frozenset[str]

    @property
    def value(self) -> dict[str, Any] | None:
        """The amount, if one is told."""
        return self.occurrence.value

    @property
    def order(self) -> tuple[object, ...]:
        """What orders deeds: the day, then the stage; those without a day come last."""
        rank = list(Stage).index(self.stage)
        return self.day is None, self.day or 0, rank, self.occurrence.id


def deeds_of(
    occurrence: Occurrence, happening: Happening, named: frozenset[str], lifecycle: Lifecycle
) -> Iterator[Deed]:
    """Yield what an occurrence does for promises; `named` are the ids of all agreements of the block."""
    act = f"{occurrence.type} {occurrence.mode}".rstrip()
    one_act = lifecycle.one_act.get(act, act)
    rules = [rule for rule in lifecycle.steps.get(act, ()) if occurrence.status in rule.statuses]
    if any(t.document for t in happening.tellings):  # a joint statement is no agreement
        rules = [rule for rule in rules if rule.kind != AGREEMENT]
    sides = _line(happening)
    for rule in rules:
        line = _turned(sides) if rule.turned else frozenset() if rule.either else sides
        kind = PLEDGE if rule.turned and _of_organisations(happening) else rule.kind
        yield _deed(occurrence, happening, (kind, rule.stage, one_act, line), named)
    if not rules and occurrence.status in AHEAD and occurrence.type in lifecycle.pledges:
        yield _deed(occurrence, happening, (PLEDGE, Stage(occurrence.status), one_act, sides), named)
    state = str((occurrence.instrument or {}).get("state") or "")
    if state in set(Stage) and state not in {rule.stage for rule in rules} and occurrence.status not in AHEAD:
        yield _deed(occurrence, happening, (AGREEMENT, Stage(state), one_act, sides), named)


def _deed(
    occurrence: Occurrence, happening: Happening, what: tuple[str, Stage, str, frozenset[Side]], named: frozenset[str]
) -> Deed:
    kind, stage, act, line = what
    ahead, denied = occurrence.status in AHEAD, occurrence.status == Status.DENIED.value
    told = min(happening.told, default=None)
    done = happening.days if not ahead and not denied else None
    due = happening.days if ahead or denied else None
    abouts = {p.entity for t in happening.tellings for p in t.claim.participants if p.role == "about"}
    return Deed(
        kind, stage, act, occurrence, line, happening.persons, frozenset(happening.reports),
        day=done[0] if done else told,
        date=occurrence.date if done and days_of(occurrence.date) else day_span(told),
        told=told, happened=done or (None if ahead or denied or told is None else (told, told)), due=due,
        agreements=(frozenset(abouts) & named) | happening.about,
        subject=frozenset(subject for t in happening.tellings for subject in _subjects(t)),
        documents=frozenset(
            kind for t in happening.tellings if (kind := str((t.claim.instrument or {}).get("kind") or ""))
        ),
    )  # fmt: skip


def _subjects(told: Telling) -> Iterator[str]:
    yield from told.claim.contexts
    if told.value:
        yield told.value


def _of_organisations(happening: Happening) -> bool:
    """Whether an organisation invites, or is what somebody is invited to: that is no visit."""
    return any(p.kind == "organisation" for t in happening.tellings for p in t.claim.participants)


def _line(happening: Happening) -> frozenset[Side]:
    """Return who acts towards whom; empty where both sides are alike."""
    sides = happening.tellings[0].sides
    return frozenset() if any(role == _ALIKE for role, _ in sides) else sides


def _turned(line: frozenset[Side]) -> frozenset[Side]:
    return frozenset((_TURNED.get(role, role), entity) for role, entity in line)
