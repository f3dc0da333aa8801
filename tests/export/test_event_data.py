"""POLECAT, ICEWS and GDELT: the published columns in their order, and nothing made up."""

import csv
import io
import tomllib
from pathlib import Path

import pytest
from hostile import any_rows, party, row

from elchi.export import gdelt, icews, polecat
from elchi.export.cameo import cameo_code, goldstein, quad_class
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan
from elchi.packs import load_ontology_data

IND, KAZ, UZB = party("IND", "actor"), party("KAZ", "recipient"), party("UZB", "recipient")
CAMEO = Path(__file__).parents[2] / "src/elchi/data/ontology/cameo.toml"
ALIKE = [party("IND"), party("KAZ"), party("UZB")]
FORMATS = [(polecat, 40, True), (icews, 20, True), (gdelt, 61, False)]


def cells(module, *events, **options):
    """The rows of an export, each by the names of its columns."""
    lines = "".join(module.lines(events, LeftOut(), **options)).splitlines()
    kept = [line.split("\t") for line in lines if not line.startswith("Event ID\t")]
    return [dict(zip(module.COLUMNS, line, strict=True)) for line in kept]


@pytest.mark.parametrize(("module", "width", "_header"), FORMATS)
def test_the_columns_are_as_many_as_published_and_differ(module, width, _header):
    assert len(module.COLUMNS) == len(set(module.COLUMNS)) == width


@pytest.mark.parametrize(("module", "width", "header"), FORMATS)
@any_rows
def test_whatever_articles_say_every_line_has_all_cells(module, width, header, events):
    left_out = LeftOut()
    text = "".join(module.lines(events, left_out))
    text.encode("utf-8")
    lines = text.split("\n")
    assert lines.pop() == ""
    kept = [event for event in events if event.kind == "event" and event.status not in {"denied", "hypothetical"}]
    assert len(lines) == len(kept) + header
    assert left_out.total() == len(events) - len(kept)
    assert all(len(line.split("\t")) == width for line in lines)
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")) == [line.split("\t") for line in lines]


def test_polecat_names_all_on_either_side():
    told = row(
        IND, KAZ, UZB,
        party("modi", "actor", "person", state="IND", sector="GOV", office="prime_minister", mention="मोदी"),
        mode="visit", frame="visit", place={"label": "Astana", "entity": "astana", "country": "KAZ"},
    )  # fmt: skip
    (shown,) = cells(polecat, told)
    assert {name: value for name, value in shown.items() if value} == {
        "Event ID": told.id, "Event Date": "2024-08-20", "Event Type": "CONSULT", "Event Mode": "visit",
        "Quad Code": "VERBAL COOPERATION", "Actor Name": "Modi", "Actor Country": "IND", "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV", "Actor Title": "prime_minister", "Actor Name Raw": "मोदी",
        "Recipient Name": "Kaz; Uzb", "Recipient Country": "KAZ; UZB", "Placename": "Astana", "City": "Astana",
        "Country": "KAZ", "Source": "The Daily", "Publication Date": "2024-08-21", "Story People": "Modi",
        "Story Locations": "Ind; Kaz; Uzb; Astana", "Language": "en",
    }  # fmt: skip


def test_polecat_has_the_root_that_the_codebook_gives_to_a_plan():
    (shown,) = cells(polecat, row(IND, KAZ, status="planned", plover="AGREE", mode="visit"))
    assert (shown["Event Type"], shown["Event Mode"], shown["Quad Code"]) == ("AGREE", "", "VERBAL COOPERATION")


@pytest.mark.parametrize(("told", "polecat_date", "gdelt_dates"), [
    ({"day": "2024-02-03"}, "2024-02-03", ["20240203", "202402", "2024", "2024.0932"]),
    ({"day": "2024-12-31"}, "2024-12-31", ["20241231", "202412", "2024", "2024.9999"]),
    ({"date": DateSpan.month(2024, 8)}, "", ["", "202408", "2024", ""]),
    ({"date": DateSpan.year(2024)}, "", ["", "", "2024", ""]),
    ({"day": None}, "", ["", "", "", ""]),
])  # fmt: skip
def test_no_day_is_made_up(told, polecat_date, gdelt_dates):
    (shown,) = cells(polecat, row(IND, KAZ, **told))
    assert shown["Event Date"] == polecat_date
    (shown,) = cells(gdelt, row(IND, KAZ, **told))
    assert [shown[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")] == gdelt_dates


def test_the_day_of_publication_stands_in_where_that_is_asked_for():
    told = row(IND, KAZ, date=DateSpan.year(2024))
    assert cells(gdelt, told, undated_as_published=True)[0]["SQLDATE"] == "20240821"
    assert cells(polecat, told, undated_as_published=True)[0]["Event Date"] == "2024-08-21"


def test_gdelt_has_one_line_an_event_unless_dyads_are_asked_for():
    alike, directed = row(*ALIKE), row(IND, KAZ, UZB)
    assert [(r["Actor1Code"], r["Actor2Code"]) for r in cells(gdelt, alike, directed)] == [
        ("IND", "KAZ"),
        ("IND", "KAZ"),
    ]
    assert len(cells(gdelt, alike, dyads=True)) == 6
    expanded = cells(gdelt, directed, dyads=True)
    assert [(r["Actor1Code"], r["Actor2Code"]) for r in expanded] == [("IND", "KAZ"), ("IND", "UZB")]
    assert len({r["GLOBALEVENTID"] for r in expanded}) == 2
    assert [r["Target Country"] for r in cells(icews, directed, dyads=True)] == ["KAZ", "UZB"]


def test_an_event_with_one_side_keeps_its_line():
    for dyads in (False, True):
        (shown,) = cells(gdelt, row(IND, type="PROTEST", mode=""), dyads=dyads)
        assert (shown["Actor1Code"], shown["Actor2Code"], shown["EventCode"]) == ("IND", "", "140")


def test_gdelt_counts_claims_sources_and_articles():
    told = row(IND, KAZ)
    more = row(IND, KAZ, sentences=told.sentences * 2, claims=("a", "b"), recorded="2026-11-22T06:13:02+00:00")
    (shown,) = cells(gdelt, more)
    assert [shown[name] for name in ("NumMentions", "NumSources", "NumArticles")] == ["2", "1", "1"]
    assert (shown["DATEADDED"], shown["SOURCEURL"]) == ("20261122061302", "d1")


@pytest.mark.parametrize(("about", "code", "weight", "quad"), [
    ({"mode": "visit", "frame": "visit"}, "042", 1.9, 1),
    ({"mode": "visit", "frame": "host_visit"}, "043", 2.8, 1),
    ({"mode": "meet", "frame": "visit"}, "040", 1.0, 1),  # the frame was overruled
    ({"type": "AID", "mode": "of_no_table"}, "070", None, 2),
    ({"mode": "visit", "frame": "visit", "status": "planned"}, "036", 4.0, 1),
    ({"type": "SANCTION", "mode": "expel", "status": "intended"}, "131", -5.8, 3),
    ({"type": "ASSAULT", "mode": "", "status": "planned"}, "138", -7.0, 3),
    ({"type": "THREATEN", "mode": "", "status": "intended"}, "130", -4.4, 3),
    ({"type": "COERCE", "mode": ""}, "170", -7.0, 4),
])  # fmt: skip
def test_an_act_has_the_code_of_its_frame_and_a_plan_none_of_an_act(about, code, weight, quad):
    told = row(IND, KAZ, **about)
    assert cameo_code(told) == code
    assert goldstein(code) == weight
    assert quad_class(code) == quad


def test_every_root_has_a_code_and_a_quad_and_every_plan_one():
    table = tomllib.loads(CAMEO.read_text("utf-8"))
    roots = {frame.type for frame in load_ontology_data().frames.values()}
    assert set(table["root"]) == set(table["quad"]) == roots
    assert set(table["ahead"]) == roots - {"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
    assert all(code.isdigit() and goldstein(code) is not None for code in table["ahead"].values())


@pytest.mark.parametrize(("label", "shown"), [("=cmd|x", "'=cmd|x"), ("-5", "'-5"), ('the "Quad"\t', "the 'Quad'")])
def test_names_are_no_formulas_and_weights_stay_numbers(label, shown):
    told = row(party("A", "actor", "group", label=label), KAZ, type="ACCUSE", mode="")
    assert cells(polecat, told)[0]["Actor Name"].strip() == shown
    assert cells(gdelt, told)[0]["GoldsteinScale"] == "-2.0"


def test_a_code_has_one_weight_in_the_ontology():
    weights = {}
    for frame in load_ontology_data().frames.values():
        assert weights.setdefault(frame.cameo, frame.score) == frame.score
