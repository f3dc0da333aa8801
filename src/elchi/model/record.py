"""What a record makes of many claims: occurrences, standings, conflicts and promises.

A claim is what one article asserts and never changes. What stands here is *resolved* from the claims of a *block* - all
claims about the same parties - and is worked out anew when one of them comes, goes or is judged. Everything names the
claims it rests on, and says in words why they were taken together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from elchi.model.claim import Claim, ClaimKind
from elchi.model.time import DateSpan

_COLLECTIVE = frozenset({"state", "organisation", "group"})
_CORE_ROLES = frozenset({"party", "actor", "recipient"})


class ConflictKind(StrEnum):
    """How claims cannot all hold."""

    SLOT = "slot"  # two holders of what one can hold at a time: two chairs, member and observer
    VALUE = "value"  # two values of one figure or level
    DATE = "date"  # two days of one occurrence or one beginning
    PLACE = "place"  # two places of one occurrence
    COUNT = "count"  # a count against a list: "nine members"
    ARITHMETIC = "arithmetic"  # a duration against a date: "30th anniversary" in 2022 against 1992
    REFERENCE = "reference"  # reference data against a claim
    TRANSLATION = "translation"  # a copy or a translation of a report that changed a figure or a date
    READING = "reading"  # one sentence that can be read in two ways


class ConflictState(StrEnum):
    """What became of a conflict; it is never deleted."""

    OPEN = "open"
    EXPLAINED = "explained"  # the record itself says why both were written
    SETTLED = "settled"  # somebody judged it


class Stage(StrEnum):
    """How far a promise or an agreement has come, in rising order."""

    INTENDED = "intended"
    PROPOSED = "proposed"
    INVITED = "invited"
    AGREED = "agreed"
    PLANNED = "planned"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    BEING_IMPLEMENTED = "being_implemented"
    HELD = "held"
    DELIVERED = "delivered"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event of the world, resolved from event claims.

    Attributes:
        id: the same for the same claims; it may change when claims join.
        block: the parties, as `block_of` gives them.
        lead: the claim that tells most; participants and words are its.
        claims: every claim that tells it, by id, the lead among them.
        part_of: the occurrence that this one happened within: a signing within a visit.
        reasons: why these claims were taken for one, and why it is part of another, in words.
    """

    id: str
    block: str
    type: str
    mode: str
    status: str
    plover: str
    frame: str
    date: DateSpan | None
    place: dict[str, Any] | None
    lead: str
    claims: tuple[str, ...]
    background: bool = False
    virtual: bool = False
    value: dict[str, Any] | None = None
    instrument: dict[str, Any] | None = None
    part_of: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One statement about the world with the time it holds for: from `valid_from` until, not with, `valid_to`.

    Attributes:
        slot: what can hold one value at a time, such as `chairs SCO`; "" where the property is not exclusive.
        valid_from: between which days it began; None where nothing says it.
        valid_to: between which days it ended: the first day on which it no longer held; None while it is not known to
            have ended.
        ended_by: the standing that took its place, by id.
        now: whether nothing says that it is over.
        also: less specific words in which the value is told, too.
    """

    id: str
    block: str
    type: str
    status: str
    slot: str
    lead: str
    claims: tuple[str, ...]
    value: dict[str, Any] | None = None
    place: dict[str, Any] | None = None
    valid_from: DateSpan | None = None
    valid_to: DateSpan | None = None
    ended_by: str | None = None
    now: bool = True
    reasons: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: a value with the claims that say it, or with the `source` that is no article."""

    value: Any
    claims: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all hold.

    Attributes:
        explanation: why both were written, where the state is explained or settled.
        by: who settled it; "" where nobody did.
    """

    id: str
    block: str
    kind: ConflictKind
    about: str
    sides: tuple[Side, ...]
    state: ConflictState = ConflictState.OPEN
    explanation: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A stage that something promised has reached: on which day, and by which claims."""

    stage: Stage
    date: DateSpan | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised, planned or agreed, and what became of it.

    Attributes:
        kind: `visit`, `meeting`, `agreement`, `aid`, `target`, `project` or `pledge`.
        about: what, in a few words: the frame, the instrument, the target.
        due: by when or on which days; None where nobody says it.
        steps: the stages it has reached, in the order of their days.
        reasons: why its deeds were taken for one promise, where no day, person or name says so.
        measure: for a target, `{"target": {...}, "latest": {...}, "latest_claims": [...], "reached": bool | None}`.
    """

    id: str
    block: str
    kind: str
    about: str
    lead: str
    due: DateSpan | None
    steps: tuple[Step, ...]
    measure: dict[str, Any] | None = None
    reasons: tuple[str, ...] = ()

    @property
    def stage(self) -> Stage:
        """The last stage that is known."""
        return self.steps[-1].stage

    @property
    def closed(self) -> bool:
        """Whether nothing more is due."""
        return self.stage in {Stage.HELD, Stage.DELIVERED, Stage.CALLED_OFF}

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim of every step, by id."""
        return tuple(sorted({claim for step in self.steps for claim in step.claims}))


@dataclass(frozen=True, slots=True)
class Resolved:
    """All that the claims of one block come to; each part sorted by id."""

    occurrences: tuple[Occurrence, ...] = ()
    standings: tuple[Standing, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    promises: tuple[Promise, ...] = ()


def block_of(claim: Claim) -> str:
    """Return the key of the block that a claim is resolved in; "" for a quote, which is resolved with nothing."""
    return block_key(claim.kind, [(p.role, p.entity, p.kind) for p in claim.participants])


def block_key(kind: str, parties: Sequence[tuple[str, str, str]]) -> str:
    """Return the key of the block of a claim of a kind with parties: (role, entity, kind of entity).

    An event belongs to the parties that act or are acted on, all of them: `IND|KAZ`, `CHN|IND|RUS`. Where that is one
    party only, what the act is about joins it. A statement with an organisation belongs to the organisation, another
    one to its states. Persons never enter: who they are may be judged anew.
    """
    if kind == ClaimKind.QUOTE:
        return ""
    named = [party for party in parties if party[2] in _COLLECTIVE]
    if kind == ClaimKind.STATEMENT:
        bodies = sorted((party for party in named if party[2] != "state"), key=lambda party: party[0] != "object")
        return bodies[0][1] if bodies else _key(entity for _, entity, _ in named)
    core = {entity for role, entity, _ in named if role in _CORE_ROLES}
    return _key(core if len(core) > 1 else (entity for _, entity, _ in named))


def _key(entities: Iterable[str]) -> str:
    return "|".join(sorted(set(entities)))
