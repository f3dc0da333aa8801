"""Who stands how in an organisation - member, observer, dialogue partner, chair - on a day, or by now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from elchi.model import DateSpan
from elchi.query.answers import Backing, Standing, span_json
from elchi.query.as_of import held
from elchi.query.naming import Naming, label
from elchi.query.terms import HOLDING, Held

STANDINGS_IN = {"member_of": "members", "observer_of": "observers", "dialogue_partner_of": "dialogue_partners"}
CHAIRS = "chairs"


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's standing in an organisation, its chair included.

    Attributes:
        begin: since when; None where nobody says it (then `start` is "unknown").
        end: until, not with, when; None while it is not known to have ended.
        certain: whether it surely held on the day that is asked about; without a day: whether its beginning is known.
        told: whether it counts for the day: the beginning is known, or an article had said it by then.
        over: without a day: whether it ended, or another standing took its place.
        id: of the standing; `ended_by` that of the one that took its place.
    """

    standing: str
    entity: str
    label: str
    begin: DateSpan | None
    end: DateSpan | None
    certain: bool
    backing: Backing
    told: bool = True
    over: bool = False
    id: str = ""
    ended_by: str | None = None

    @property
    def start(self) -> str:
        """Whether anybody says since when: "known" or "unknown"."""
        return "known" if begin_of(self) else "unknown"

    def to_json(self) -> dict[str, Any]:
        """Give the membership as an object of the answer `entity`."""
        end = self.end.start.isoformat() if self.end and self.end.start else None
        return {
            "id": self.id, "entity": self.entity, "label": self.label, "standing": self.standing,
            "from": span_json(self.begin if begin_of(self) else None), "to": end,
            "until": span_json(self.end), "ended_by": self.ended_by, "start": self.start, "certain": self.certain,
            "first_told": self.backing.published or None, **self.backing.to_json(),
        }  # fmt: skip


def begin_of(membership: Membership) -> str:
    """Return the first day of a membership, "" where nobody says it."""
    return membership.begin.start.isoformat() if membership.begin and membership.begin.start else ""


@dataclass(frozen=True, slots=True)
class Ranks:
    """Who stands how on a day, or by now.

    Attributes:
        now: those that hold; of several that may hold in one slot, the one that does most surely, then began last.
        chairs: those that hold the chair as surely as any: two of them contradict each other.
        perhaps: those that may hold instead of one in `now` or in `chairs`.
        untold: those whose beginning nobody says, and whom no article named by the day.
        former: without a day: those that are over.
    """

    now: tuple[Membership, ...] = ()
    chairs: tuple[Membership, ...] = ()
    perhaps: tuple[Membership, ...] = ()
    untold: tuple[Membership, ...] = ()
    former: tuple[Membership, ...] = ()


NO_RANKS = Ranks()


def ranks_of(body: str, found: Iterable[Standing], catalogue: Naming, on: str | None) -> Ranks:
    """Return who stands how in the organisation `body`, by the standings that are told of it."""
    inside = [s for s in found if s.party("object") == body and s.status in HOLDING]
    ranks = [s for s in inside if s.type in STANDINGS_IN]
    slots: dict[str, list[Standing]] = {}
    for standing in ranks:
        slots.setdefault(standing.party("subject") or "", []).append(standing)
    now, perhaps = [], []
    for rivals in slots.values():
        holding = _holding(rivals, on)
        now += holding[:1]
        perhaps += holding[1:]
    chairs, others = _of_chair([s for s in inside if s.type == CHAIRS], on)
    shown = [s for s in inside if s.type in {*STANDINGS_IN, CHAIRS}]
    return Ranks(
        _listed(now, catalogue, on), _listed(chairs, catalogue, on), _listed([*perhaps, *others], catalogue, on),
        _listed([s for s in shown if on is not None and held(s, on) is Held.UNTOLD], catalogue, on),
        _listed([s for s in shown if on is None and not s.now], catalogue, on),
    )  # fmt: skip


def _holding(rivals: Sequence[Standing], on: str | None) -> list[Standing]:
    """Return those of one slot that hold, or may hold; the surest first, then the one that began last."""
    found = [(_how(s, on), s) for s in rivals]
    kept = [(how, s) for how, s in found if how in {Held.SURELY, Held.PERHAPS}]
    kept.sort(key=lambda one: (one[1].begins, one[1].known, one[1].id), reverse=True)
    kept.sort(key=lambda one: one[0] is not Held.SURELY)
    return [standing for _, standing in kept]


def _of_chair(found: Sequence[Standing], on: str | None) -> tuple[list[Standing], list[Standing]]:
    """Return who holds the chair, and who may hold it instead; several holders only where all hold it surely."""
    holding = _holding(found, on)
    sure = [s for s in holding if _how(s, on) is Held.SURELY]
    holders = {s.party("subject"): s for s in reversed(sure)} if sure else {}
    chosen = list(holders.values())[::-1] or holding[:1]
    return chosen, [s for s in holding if s.party("subject") not in {c.party("subject") for c in chosen}]


def _how(standing: Standing, on: str | None) -> Held:
    if on is not None:
        return held(standing, on)
    if not standing.now:
        return Held.NOT
    return Held.SURELY if standing.begins else Held.PERHAPS


def _listed(found: Sequence[Standing], catalogue: Naming, on: str | None) -> tuple[Membership, ...]:
    rows = [_membership(s, catalogue, on) for s in found]
    return tuple(sorted(rows, key=lambda m: (m.standing, begin_of(m), m.entity)))


def _membership(standing: Standing, catalogue: Naming, on: str | None) -> Membership:
    subject, how = standing.party("subject") or "", _how(standing, on)
    return Membership(
        standing.type, subject, _label(standing, catalogue), standing.valid_from, standing.valid_to,
        certain=how is Held.SURELY, backing=standing.backing, told=how is not Held.UNTOLD,
        over=on is None and not standing.now, id=standing.id, ended_by=standing.ended_by,
    )  # fmt: skip


def _label(standing: Standing, catalogue: Naming) -> str:
    subject = next((p for p in standing.parties if p.role == "subject"), None)
    if subject is None:
        return ""
    return subject.label if subject.entity not in catalogue.entities else label(subject.entity, catalogue)
