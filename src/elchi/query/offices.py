"""Who held which office: articles and the catalogue say it of one person once, in one row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from elchi.model import OfficeTerm, Status
from elchi.query.answers import Backing, Standing
from elchi.query.naming import Naming, label
from elchi.query.sources import Sources

HOLDS_OFFICE = "holds_office"
Office = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A person's time in an office, until, not with, `end`.

    Attributes:
        origin: `catalogue`, `record` or `both`.
        former: whether articles say only that he or she held it.
    """

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


def offices(
    entity: str, found: Iterable[Standing], sources: Sources, catalogue: Naming, on: str | None
) -> list[OfficeHeld]:
    """Return the offices that `entity` holds, or that persons hold in it, on day `on` where it is given.

    What articles say of an office joins the catalogue's term in which it was first known, else the
    latest that had begun, else the first.
    """
    terms = _terms_about(catalogue).get(entity, [])
    told: dict[OfficeTerm, list[Standing]] = {term: [] for term in terms}
    others: dict[Office, list[Standing]] = {}
    for standing in found:
        office = _office(standing)
        if office is None:
            continue
        same = [t for t in terms if (t.person, t.office) == office[:2] and office[2] in {t.body, ""}]
        if same:
            told[_term_of(same, standing.backing.published)].append(standing)
        else:
            others.setdefault(office, []).append(standing)
    held = [
        _of_term(term, sources.backing(_claims(said)), catalogue)
        for term, said in told.items()
        if on is None or term.holds_on(on)
    ]
    rows = [_of_standings(office, said, sources.backing(_claims(said))) for office, said in others.items()]
    held += [row for row in rows if _may_hold(row, on)]
    return sorted(held, key=lambda one: (one.begin or "", one.person, one.office, one.body))


_TERMS: WeakKeyDictionary[Naming, dict[str, list[OfficeTerm]]] = WeakKeyDictionary()


def _terms_about(catalogue: Naming) -> dict[str, list[OfficeTerm]]:
    """Return the terms of a catalogue, which does not change, by person and by body."""
    found = _TERMS.get(catalogue)
    if found is None:
        found = _TERMS[catalogue] = {}
        for term in catalogue.terms:
            for name in dict.fromkeys((term.person, term.body)):
                found.setdefault(name, []).append(term)
    return found


def _claims(said: Sequence[Standing]) -> list[str]:
    return [claim for standing in said for claim in standing.backing.claims]


def _office(standing: Standing) -> Office | None:
    """Return person, office and body of a standing that somebody holds an office; None of any other."""
    if standing.type != HOLDS_OFFICE:
        return None
    body = standing.party("object") or ""
    return next(((p.entity, p.office, body) for p in standing.parties if p.role == "subject"), None)


def _term_of(terms: Sequence[OfficeTerm], day: str) -> OfficeTerm:
    holding = [term for term in terms if day and term.holds_on(day)]
    begun = [term for term in terms if (term.start or "") <= day]
    return max(holding or begun or terms[:1], key=lambda term: term.start or "")


def _of_term(term: OfficeTerm, backing: Backing, catalogue: Naming) -> OfficeHeld:
    return OfficeHeld(
        term.person, label(term.person, catalogue), term.office, term.body, term.start, term.end,
        "both" if backing.claims else "catalogue", former=False, backing=backing,
    )  # fmt: skip


def _of_standings(office: Office, said: Sequence[Standing], backing: Backing) -> OfficeHeld:
    begins, ends = [s.begins for s in said if s.begins], [s.ends for s in said if s.ends]
    name = next(p.label for p in said[0].parties if p.role == "subject")
    return OfficeHeld(
        office[0], name, office[1], office[2], min(begins, default=None), max(ends, default=None), "record",
        former=all(s.status == Status.PAST for s in said), backing=backing,
    )  # fmt: skip


def _may_hold(held: OfficeHeld, on: str | None) -> bool:
    """Whether the office may be held on the day; an unknown bound excludes nothing."""
    return on is None or ((not held.begin or held.begin <= on) and (not held.end or on < held.end))
