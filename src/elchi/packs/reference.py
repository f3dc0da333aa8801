"""What the catalogue says to hold, for claims to be held against: memberships, and terms of office, with their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from elchi.model import OfficeTerm
from elchi.model.facts import Fact, Facts
from elchi.packs import load_catalogue, load_ontology_data
from elchi.packs.memberships import load_memberships_data, partial_day

CATALOGUE = "catalogue"
"""The name by which conflicts call what the catalogue says."""
_HOLDS_OFFICE = "holds_office"


@cache
def reference_facts() -> Facts:
    """Return the facts of the packaged catalogue, made once.

    A list of office holders ages: it is taken to have been kept until the last day on which a term in it begins.
    """
    terms = load_catalogue().terms
    begun = [partial_day(term.start).start for term in terms if term.start]
    return Facts.of(
        [*_of_memberships(), *facts_of_terms(terms)],
        persons=frozenset(term.person for term in terms), until=max((day for day in begun if day), default=None),
    )  # fmt: skip


def facts_of_terms(terms: Iterable[OfficeTerm]) -> Iterator[Fact]:
    """Yield the terms of offices that one person holds at a time; one whose beginning nobody knows says nothing."""
    single = load_ontology_data().offices.single
    for term in terms:
        if term.office in single and term.start:
            over = partial_day(term.end) if term.end else None
            yield Fact(
                CATALOGUE, term.body, _HOLDS_OFFICE, term.person, term.body, term.office, partial_day(term.start), over
            )


def _of_memberships() -> Iterator[Fact]:
    for term in load_memberships_data():
        yield Fact(
            CATALOGUE, term.organisation, term.standing, term.member, term.organisation, "", term.begin, term.end
        )
