"""The persons of the catalogue: who held which office leaves few gaps, and no name of theirs is an ordinary word."""

import importlib.util
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from elchi.packs import data_folder, languages, load_pack
from elchi.packs.tables import alternatives
from elchi.script import words_of

TOOL = Path(__file__).parents[2] / "tools" / "check_persons.py"
SINCE, UNTIL = date(2000, 1, 1), date(2025, 12, 31)
CATALOGUE = data_folder().joinpath("catalogue")
# One-word names of persons that are a word of the language as well, and why they may stand.
ORDINARY = {("bn", "বঙ্গবন্ধু"): "an honorific that is said for one man only, before his name or in its place"}
# Names that two people of the catalogue share: an article tells them apart by office or state.
SHARED = {("hi", "अमीना मोहम्मद"): "the Deputy Secretary-General of the UN and a foreign minister of Kenya"}
# States whose foreign ministers the news names most.
IN_THE_NEWS = """
USA CHN RUS IND PAK BGD LKA AFG IRN IRQ SAU ARE QAT TUR SYR EGY GBR FRA DEU ITA ESP POL UKR BLR KAZ
UZB TJK TKM JPN KOR PRK VNM THA MMR MYS SGP IDN PHL AUS NZL CAN BRA MEX ARG CUB ZAF ETH KHM LAO ARM
AZE OMN MAR HUN NLD SWE NOR FIN BEL AUT CHE SVK
"""
# The packs' tables whose first cell is a word of the language. Names (name_parts.tsv) are not among them.
WORDS = ("words.tsv", "titles.tsv", "title_modifiers.tsv", "triggers.tsv", "descriptions.tsv", "markers.tsv",
         "months.tsv", "weekdays.tsv", "day_words.tsv", "date_words.tsv", "numbers.tsv", "currencies.tsv")  # fmt: skip


def load_tool():
    spec = importlib.util.spec_from_file_location("check_persons", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_persons"] = module
    spec.loader.exec_module(module)
    return module


check = load_tool()


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def term(person, start, end, office="president", body="FRA"):
    return check.Term(person, office, body, start, end)


def names_of_persons(code):
    return [(row[0], row[2]) for row in rows(CATALOGUE / "person_names.tsv") if row[1] == code]


def ordinary_words(code):
    folder = data_folder().joinpath("languages", code)
    phrases = list(load_pack(code).verbs.forms)
    for name in WORDS:
        phrases += [row[0] for row in rows(folder / name)]
    phrases += [variant for row in rows(folder / "triggers.tsv") for variant in alternatives(row[6])]
    for table in CATALOGUE.iterdir():
        if table.name.endswith("_names.tsv") and table.name != "person_names.tsv":
            phrases += [row[2] for row in rows(table) if row[1] == code]
    return {words_of(phrase) for phrase in phrases}


def test_one_person_at_a_time_holds_an_office_of_one():
    assert [f"{one} and {other}" for one, other in check.overlaps(check.read_terms())] == []


def test_every_declared_dispute_explains_an_overlap(monkeypatch):
    declared = rows(check.INPUTS / "disputed_offices.tsv")
    single = check.single_offices()
    real = check.rows
    monkeypatch.setattr(check, "rows", lambda path: [] if path.name == "disputed_offices.tsv" else list(real(path)))
    found = {(one.body, one.office) for one, _other in check.overlaps(check.read_terms())}
    assert {(row[0], row[1]) for row in declared if row[1] in single} == found


@pytest.mark.parametrize(("head", "share"), [("head of state", 0.985), ("head of government", 0.985)])
def test_the_heads_of_all_states_are_known_for_nearly_every_day(head, share):
    gaps = [gaps for _, kind, gaps in check.gaps_of_states(check.read_terms(), SINCE, UNTIL) if kind == head]
    missing = sum((span.last - span.first).days + 1 for state in gaps for span in state)
    assert 1 - missing / (len(gaps) * ((UNTIL - SINCE).days + 1)) >= share


def test_only_andorra_and_san_marino_have_no_head_at_the_end_of_2025():
    found = check.gaps_of_states(check.read_terms(), SINCE, UNTIL)
    bare = {(state, head) for state, head, gaps in found if gaps and gaps[-1].last == UNTIL}
    assert bare == {("AND", "head of state"), ("SMR", "head of government")}  # co-princes; ten secretaries


def test_foreign_ministers_of_states_in_the_news_are_known_for_nearly_every_day():
    offices = {"foreign_minister", "foreign_adviser"}
    gaps = dict(check.gaps_of_office(check.read_terms(), offices, SINCE, UNTIL))
    days = (UNTIL - SINCE).days + 1
    known = {state: 1 - sum((s.last - s.first).days + 1 for s in gaps[state]) / days for state in IN_THE_NEWS.split()}
    assert {state: round(share, 2) for state, share in known.items() if share < 0.9} == {}


def test_forms_of_government_are_of_states_of_the_catalogue():
    states = {row[0] for row in rows(CATALOGUE / "states.tsv")}
    forms = rows(check.INPUTS / "forms_of_government.tsv")
    assert {row[0] for row in forms} <= states
    assert {row[1] for row in forms} == {"realm", "one_head"}


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("2000-01-01", "2005-05-05"), ("2005-05-05", "-"), False),  # a day of handover
        (("2000-01-01", "2005-05-06"), ("2005-05-05", "-"), False),  # sworn in on the last evening
        (("2000-01-01", "2005-05-08"), ("2005-05-05", "-"), True),
        (("2000", "2005"), ("2005", "-"), False),  # by year only: in the office's favour
        (("2000", "2005"), ("2004-12", "-"), False),
        (("2000", "2006"), ("2004-12", "-"), True),
        (("2000", "-"), ("2004", "2006"), True),  # open: still in office
        (("-", "-"), ("2004", "2006"), False),  # nobody knows since when
    ],
)
def test_an_overlap_is_one_only_beyond_doubt(one, other, overlap):
    assert bool(list(check.overlaps([term("a", *one), term("b", *other)]))) is overlap


def test_two_terms_of_one_person_and_offices_of_many_do_not_overlap():
    assert not list(check.overlaps([term("a", "2000", "2010"), term("a", "2005", "-")]))
    assert not list(check.overlaps([term("a", "2000", "-", "ambassador"), term("b", "2005", "-", "ambassador")]))


@pytest.mark.parametrize(
    ("spans", "gaps"),
    [
        ([], [("2001-01-01", "2001-01-31")]),
        ([("2000-01-01", "2001-01-10"), ("2001-01-11", "2001-02-01")], []),
        ([("2000-01-01", "2001-01-10"), ("2001-01-20", "2001-02-01")], [("2001-01-11", "2001-01-19")]),
        (
            [("2001-01-03", "2001-01-20"), ("2001-01-05", "2001-01-10")],
            [("2001-01-01", "2001-01-02"), ("2001-01-21", "2001-01-31")],
        ),
    ],
)
def test_uncovered_days_are_those_of_no_span(spans, gaps):
    def as_spans(pairs):
        return [check.Span(date.fromisoformat(first), date.fromisoformat(last)) for first, last in pairs]

    assert check.uncovered(as_spans(spans), date(2001, 1, 1), date(2001, 1, 31)) == as_spans(gaps)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2004", "2004-01-01", "2004-12-31"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2004-12", "2004-12-01", "2004-12-31"),
        ("2004-02-03", "2004-02-03", "2004-02-03"),
    ],
)
def test_a_day_known_in_part_may_be_any_of_its_days(day, first, last):
    assert (check.first_day(day), check.last_day(day)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("code", languages())
def test_no_name_of_one_word_is_an_ordinary_word(code):
    ordinary = ordinary_words(code)
    clashes = {text for _, text in names_of_persons(code) if len(words_of(text)) == 1 and words_of(text) in ordinary}
    assert clashes == {text for lang, text in ORDINARY if lang == code}


@pytest.mark.parametrize(("code", "word"), [("hi", "राय"), ("hi", "मार्च"), ("bn", "মার্চ"), ("bn", "ভারত")])
def test_words_that_sound_like_names_are_ordinary_words(code, word):
    assert words_of(word) in ordinary_words(code)


@pytest.mark.parametrize("code", languages())
def test_no_two_persons_have_one_name(code):
    bearers = defaultdict(set)
    for person, text in names_of_persons(code):
        bearers[words_of(text)].add(person)
    shared = {words for words, persons in bearers.items() if len(persons) > 1}
    assert shared == {words_of(text) for lang, text in SHARED if lang == code}
