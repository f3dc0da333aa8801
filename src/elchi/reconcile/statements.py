"""A statement claim as resolution weighs it: the property, who, the value, and between which days it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from elchi.model import Claim, DateSpan
from elchi.packs import Ontology
from elchi.reconcile.days import Days, days_of, meet, published, width
from elchi.reconcile.tellings import Side, value_key

HOLDING = frozenset({"past", "ongoing"})
OFFICE = "holds_office"
Time = tuple[Days | None, Days | None]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement claim.

    Attributes:
        sides: roles and entities, in order; without roles where the property is symmetric.
        office: of who holds one.
        place: the entity of its place.
        time: the days on which it may have begun, and those on which it may have ended.
    """

    claim: Claim
    sides: tuple[Side, ...]
    office: str
    value: str
    place: str
    time: Time
    report: str
    told: int | None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.claim

    @property
    def status(self) -> str:
        """How the sentence puts it."""
        return self.claim.status.value

    @property
    def what(self) -> tuple[object, ...]:
        """What two claims of one standing agree in. Who held an office once is told apart from who holds it."""
        apart = self.claim.type == OFFICE or self.status not in HOLDING
        return self.claim.type, self.status if apart else "", self.sides, self.office, self.value, self.place

    @property
    def exactness(self) -> tuple[object, ...]:
        """What orders statements: the most exact time first."""
        return (
            *(width(days) for days in self.time), *(days or (0, 0) for days in self.time),
            self.status == "past", self.told or 0, self.id,
        )  # fmt: skip


def said(claim: Claim, reports: Mapping[str, str], ontology: Ontology) -> Said:
    """Return a statement claim as resolution weighs it."""
    known = ontology.properties.get(claim.type)
    symmetric = known is not None and known.symmetric
    sides = sorted({("" if symmetric else p.role, p.entity) for p in claim.participants if p.role != "founder"})
    office = next((p.office for p in claim.participants if p.role == "subject" and p.office), "")
    return Said(
        claim, tuple(sides), office if claim.type == OFFICE else "", value_key(claim.value),
        str((claim.place or {}).get("entity") or ""), (days_of(claim.valid_from), days_of(claim.valid_to)),
        reports.get(claim.document, claim.document), published(claim),
    )  # fmt: skip


@dataclass(slots=True)
class Held:
    """Statements taken for one so far."""

    statements: list[Said] = field(default_factory=list)
    time: Time = (None, None)
    reasons: dict[str, None] = field(default_factory=dict)

    def add(self, statements: Sequence[Said], reasons: Sequence[str]) -> None:
        """Take statements in, for these reasons; each bound is the most exact that is told."""
        for one in statements:
            self.time = (_narrower(self.time[0], one.time[0]), _narrower(self.time[1], one.time[1]))
        self.statements.extend(statements)
        self.reasons |= dict.fromkeys(reasons)

    @property
    def first(self) -> Said:
        """The statement that this began with: the most exact."""
        return self.statements[0]

    @property
    def told(self) -> list[int]:
        """The days of publication, rising."""
        return sorted(one.told for one in self.statements if one.told is not None)

    def span(self, bound: int) -> DateSpan | None:
        """Return the date that tells the beginning (0) or the end (1) most exactly, in its claim's words."""
        for one in sorted(self.statements, key=lambda s: s.id):
            if self.time[bound] is not None and one.time[bound] == self.time[bound]:
                return one.claim.valid_to if bound else one.claim.valid_from
        return None


def _narrower(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return other if one is None else one
    return other if (width(other), other) < (width(one), one) else one


def times_agree(one: Time, other: Time) -> bool:
    """Whether two times may be one, told more or less fully: bounds that both give meet, and the end is no earlier."""
    for mine, yours in zip(one, other, strict=True):
        if mine is not None and yours is not None and not meet(mine, yours):
            return False
    begun = one[0] or other[0]
    ended = one[1] or other[1]
    return begun is None or ended is None or begun[0] <= ended[1]
