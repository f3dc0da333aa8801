"""What is told of a group of states bears on the dyads of its members."""

from datetime import date

import pytest

from elchi.model import Basis, Claim, ClaimKind, DateSpan, Evidence, Participant, Status
from elchi.model.facts import Facts
from elchi.reconcile import facts_of_groups, resolve_block

MEMBERS = {"baltic-states": ("EST", "LVA", "LTU")}


def relations(document, *parties, since):
    everyone = tuple(
        Participant(role="subject" if n == 0 else "object", entity=entity, kind=kind, label=entity, basis=Basis.NAMED)
        for n, (entity, kind) in enumerate(parties)
    )
    return Claim(
        document=document, kind=ClaimKind.STATEMENT, type="diplomatic_relations", status=Status.ONGOING,
        participants=everyone, evidence=(Evidence("text", 0, 4, "text"),), confidence=0.9, reasons=(),
        valid_from=since, text_sha256="0" * 64,
    ).identified()  # fmt: skip


@pytest.mark.parametrize(
    ("since", "reasons", "conflicts"),
    [
        (DateSpan.day(date(1991, 8, 26)), ["d2 on ISL and baltic-states by “30 years” says the same, 1991"], 0),
        (DateSpan.day(date(1994, 8, 26)), [], 1),
    ],
)
def test_years_told_of_a_group_bear_out_or_contradict_a_members_beginning(since, reasons, conflicts):
    group = relations("d2", ("ISL", "state"), ("baltic-states", "group"), since=DateSpan.year(1991, "30 years"))
    facts = Facts.of(facts_of_groups([group], MEMBERS))
    told = relations("d1", ("ISL", "state"), ("EST", "state"), since=since)
    found = resolve_block("EST|ISL", [told], facts=facts)
    assert [*found.standings[0].reasons] == reasons
    assert len(found.conflicts) == conflicts


def test_a_statement_without_a_beginning_says_nothing_of_members():
    group = relations("d2", ("ISL", "state"), ("baltic-states", "group"), since=None)
    assert list(facts_of_groups([group], MEMBERS)) == []
