"""Who held which office: articles and the catalogue say it of one person once, in one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elchi.model import Claim, ClaimKind, OfficeTerm, Status
from elchi.query.answers import Backing
from elchi.query.naming import Naming, label

_HOLDS = "holds_office"
Office = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A person's time in an office. `origin` is catalogue, record or both; `former` where articles say only that."""

    person: str
    label: str
    office: str
    body: str
    begin: str | None
    end: str | None
    origin: str
    former: bool
    backing: Backing

    def to_json(self) -> dict[str, Any]:
        """Give the office as an object of the answer `entity`."""
        return {
            "person": self.person, "label": self.label, "office": self.office, "body": self.body, "from": self.begin,
            "to": self.end, "origin": self.origin, "former": self.former, **self.backing.to_json(),
        }  # fmt: skip


def offices(entity: str, claims: Sequence[Claim], catalogue: Naming, on: str | None) -> list[OfficeHeld]:
    """Return the offices that `entity` holds, or that persons hold in it, on day `on` where it is given.

    What articles say of an office joins the catalogue's term in which they were published, else the
    latest that had begun, else the first.
    """
    terms = [term for term in catalogue.terms if entity in {term.person, term.body}]
    told: dict[OfficeTerm, list[Claim]] = {term: [] for term in terms}
    others: dict[Office, list[Claim]] = {}
    for claim in claims:
        office = _office(claim)
        if office is None:
            continue
        same = [t for t in terms if (t.person, t.office) == office[:2] and office[2] in {t.body, ""}]
        if same:
            told[_term_of(same, (claim.published or "")[:10])].append(claim)
        else:
            others.setdefault(office, []).append(claim)
    found = [_of_term(term, said, catalogue) for term, said in told.items() if on is None or term.holds_on(on)]
    found += [held for office, said in others.items() for held in [_of_claims(office, said)] if _may_hold(held, on)]
    return sorted(found, key=lambda held: (held.begin or "", held.person, held.office, held.body))


def _office(claim: Claim) -> Office | None:
    """Return person, office and body of a claim that somebody holds an office; None for any other claim."""
    if claim.kind is not ClaimKind.STATEMENT or claim.type != _HOLDS:
        return None
    body = next((p.entity for p in claim.participants if p.role == "object"), "")
    return next(((p.entity, p.office, body) for p in claim.participants if p.role == "subject"), None)


def _term_of(terms: Sequence[OfficeTerm], day: str) -> OfficeTerm:
    holding = [term for term in terms if day and term.holds_on(day)]
    begun = [term for term in terms if (term.start or "") <= day]
    return max(holding or begun or terms[:1], key=lambda term: term.start or "")


def _of_term(term: OfficeTerm, said: Sequence[Claim], catalogue: Naming) -> OfficeHeld:
    return OfficeHeld(
        term.person, label(term.person, catalogue), term.office, term.body, term.start, term.end,
        "both" if said else "catalogue", former=False, backing=Backing.of(said),
    )  # fmt: skip


def _of_claims(office: Office, said: Sequence[Claim]) -> OfficeHeld:
    starts = [c.valid_from.start.isoformat() for c in said if c.valid_from and c.valid_from.start]
    ends = [c.valid_to.end.isoformat() for c in said if c.valid_to and c.valid_to.end]
    name = next(p.label for p in said[0].participants if p.role == "subject")
    return OfficeHeld(
        office[0], name, office[1], office[2], min(starts, default=None), max(ends, default=None), "record",
        former=all(c.status is Status.PAST for c in said), backing=Backing.of(said),
    )  # fmt: skip


def _may_hold(held: OfficeHeld, on: str | None) -> bool:
    """Whether the office may be held on the day; an unknown bound excludes nothing."""
    return on is None or ((not held.begin or held.begin <= on) and (not held.end or on <= held.end))
