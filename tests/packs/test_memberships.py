"""Memberships of the catalogue: every row makes sense, and claims that say otherwise are in conflict with it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.errors import PackError
from elchi.model import Basis, Claim, ClaimKind, DateSpan, Evidence, Participant, Status
from elchi.model.record import ConflictKind, block_of
from elchi.packs import load_catalogue
from elchi.packs.memberships import load_memberships, load_memberships_data, span
from elchi.packs.reference import reference_facts
from elchi.packs.tables import Row
from elchi.reconcile import resolve_block

ROW = Row("catalogue/memberships.tsv", 2, ())


def test_every_row_names_a_member_and_an_organisation_of_the_catalogue():
    entities = load_catalogue().entities
    for term in load_memberships_data():
        assert entities[term.organisation].kind == "organisation"
        assert entities[term.member].kind in {"state", "organisation"}


def test_nobody_is_in_one_organisation_twice_at_a_time():
    held = {}
    for term in load_memberships_data():
        held.setdefault((term.member, term.organisation), []).append(term)
    for terms in held.values():
        ordered = sorted(terms, key=lambda t: t.begin.start)
        for earlier, later in pairwise(ordered):
            assert earlier.end is not None
            assert earlier.end.start <= later.begin.end


def test_no_state_is_a_member_of_what_did_not_exist_or_before_it_existed():
    founded = {"SCO": 2001, "UN": 1945, "EAEU": 2015, "ASEAN": 1967, "SAARC": 1985, "NATO": 1949, "G20": 1999}
    for term in load_memberships_data():
        assert term.begin.end.year >= founded.get(term.organisation, 1945)
        assert term.begin.end <= date.today()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2001", DateSpan.year(2001)), ("2001-06", DateSpan.month(2001, 6)),
        ("2001-06-15", DateSpan.day(date(2001, 6, 15))),
        ("2006/2009", DateSpan.about(date(2006, 1, 1), date(2009, 12, 31))),
    ],
)  # fmt: skip
def test_a_cell_is_a_year_a_month_a_day_or_any_day_between_two(cell, expected):
    assert span(ROW, cell) == expected


@pytest.mark.parametrize("cell", ["", "-", "June 2001", "2001-13", "2001-02-30", "2009/2006", "2001-6", "20015"])
def test_a_cell_that_is_no_date_is_named_with_its_line(cell):
    with pytest.raises(PackError, match="catalogue/memberships"):
        span(ROW, cell)


@given(st.text(max_size=12))
def test_whatever_stands_in_a_cell_is_read_or_refused(cell):
    try:
        found = span(ROW, cell)
    except PackError:
        return
    assert found.start is not None
    assert found.start <= found.end


@pytest.mark.parametrize(
    ("row", "told"),
    [("KAZ\tSCO\tfriend_of\t2001\t-\town", "member_of"), ("KAZ\tSCO\tmember_of\t2001\t2001\town", "an end after")],
)
def test_a_row_that_makes_no_sense_is_refused(tmp_path, row, told):
    (tmp_path / "SOURCES.toml").write_text('own = "ours"\n')
    (tmp_path / "memberships.tsv").write_text(f"# member\torganisation\tstanding\tfrom\tto\tsource\n{row}\n")
    with pytest.raises(PackError, match=told):
        list(load_memberships(tmp_path))


def told(standing, member, begin=None, status="ongoing", published="2024-08-20"):
    sides = (Participant("subject", member, "state", member, Basis.NAMED),
             Participant("object", "SCO", "organisation", "SCO", Basis.NAMED))  # fmt: skip
    return Claim(
        document="d", kind=ClaimKind.STATEMENT, type=standing, status=Status(status), participants=sides,
        evidence=(Evidence("text", 0, 1, "x"),), confidence=0.9, published=published, language="en", valid_from=begin,
    ).identified()  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "clashes"),
    [
        (told("member_of", "IND", DateSpan.year(2017)), False), (told("member_of", "IND", DateSpan.year(2005)), True),
        (told("observer_of", "IND", DateSpan.year(2005)), False),
        (told("observer_of", "IND", DateSpan.year(2019)), True), (told("member_of", "KAZ", DateSpan.year(2001)), False),
        (told("member_of", "KAZ", DateSpan.year(1996)), True), (told("member_of", "TUR", DateSpan.year(2013)), False),
    ],
)  # fmt: skip
def test_a_claim_that_the_catalogue_contradicts_is_in_conflict_with_it(claim, clashes):
    resolved = resolve_block(block_of(claim), [claim], facts=reference_facts())
    found = [c for c in resolved.conflicts if c.kind is ConflictKind.REFERENCE]
    assert bool(found) == clashes
    assert all("catalogue" in {side.source for side in conflict.sides} for conflict in found)


@pytest.mark.parametrize(
    ("person", "published", "conflict", "borne_out"),
    [
        ("kassym-jomart-tokayev", "2024-05-01", None, True), ("kassym-jomart-tokayev", "2015-05-01", True, False),
        ("nursultan-nazarbayev", "2015-05-01", None, True), ("narendra-modi", "2024-05-01", True, False),
        ("somebody-else", "2024-05-01", None, False),
    ],
)  # fmt: skip
def test_an_office_is_held_against_the_terms_of_the_catalogue(person, published, conflict, borne_out):
    sides = (Participant("subject", person, "person", person, Basis.NAMED, office="president"),
             Participant("object", "KAZ", "state", "Kazakhstan", Basis.NAMED))  # fmt: skip
    claim = Claim(
        document="d", kind=ClaimKind.STATEMENT, type="holds_office", status=Status.ONGOING, participants=sides,
        evidence=(Evidence("text", 0, 1, "x"),), confidence=0.9, published=published, language="en",
    ).identified()  # fmt: skip
    found = resolve_block(block_of(claim), [claim], facts=reference_facts())
    assert [c.kind is ConflictKind.REFERENCE for c in found.conflicts] == ([True] if conflict else [])
    assert (
        any(reason.startswith("borne out by the catalogue: from") for reason in found.standings[0].reasons) == borne_out
    )


def test_a_claim_that_the_catalogue_bears_out_says_so():
    claim = told("member_of", "IND", DateSpan.year(2017))
    (standing,) = resolve_block("SCO", [claim], facts=reference_facts()).standings
    assert any("catalogue says the same" in reason for reason in standing.reasons)
