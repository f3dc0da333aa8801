"""Answers as tables: the same cells in pandas, polars, Arrow and HTML, whatever an article wrote."""

import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import METHOD, WORLD, claim, party, reading, statement

from elchi import pipeline, query
from elchi.errors import ExtraError
from elchi.model import DateSpan
from elchi.query import frames
from elchi.record import Record

MODI = party("narendra-modi", kind="person")
IND, KAZ = party("IND"), party("KAZ")
LINES = st.lists(
    st.fixed_dictionaries({"what": st.text(st.characters()), "sentence": st.none() | st.text()}), min_size=1
)


@pytest.fixture
def record(tmp_path):
    claims = [
        claim(IND, KAZ, MODI, day="2022-09-16", text="Modi said <b>hello</b> & left", published="2022-09-17"),
        claim(party("IND", "speaker"), party("KAZ", "about"), kind="quote", type="quote", mode="", document="d2"),
        statement("trade_volume", party("IND", "subject"), party("KAZ", "object"), document="d3",
                  value={"amount": 2_100_000_000, "unit": "USD"}, valid_from=DateSpan.year(2021)),
        statement("trade_volume", party("IND", "subject"), party("KAZ", "object"), document="d4",
                  value={"amount": 27, "unit": "USD"}, valid_from=DateSpan.year(2021)),
        statement("chairs", party("KAZ", "subject"), party("SCO", "object", "organisation"), document="d5",
                  valid_from=DateSpan.year(2023)),
        statement("member_of", party("IND", "subject"), party("SCO", "object", "organisation"), document="d6",
                  valid_from=DateSpan.year(2017)),
        claim(party("somebody-new", kind="person", mention=(0, 3)), KAZ, document="d7"),
    ]  # fmt: skip
    with Record.open(tmp_path / "elchi.db", create=True) as opened:
        for made in claims:
            opened.add(reading(made.evidence[0].text + made.claim, made.document, [made]), METHOD)
        pipeline.reconcile_record(opened)
        yield opened


def answers(record):
    return {
        "pair": query.pair(record, "IND", "KAZ", WORLD),
        "timeline": query.timeline(record, "IND", WORLD),
        "organisation": query.entity(record, "SCO", WORLD),
        "person": query.entity(record, "narendra-modi", WORLD),
        "names": query.names(record, WORLD.entities),
    }


KINDS = ("pair", "timeline", "organisation", "person", "names")


@pytest.mark.parametrize("kind", KINDS)
def test_every_library_holds_the_same_cells(record, kind):
    answer = answers(record)[kind]
    wanted = [dict(row) for row in answer.rows()]
    assert wanted
    assert answer.to_arrow().to_pylist() == wanted
    assert answer.to_polars().to_dicts() == wanted
    pandas = answer.to_pandas()
    assert list(pandas.columns) == list(wanted[0])
    assert len(pandas) == len(wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_all_rows_of_an_answer_have_the_same_columns(record, kind):
    assert len({tuple(row) for row in answers(record)[kind].rows()}) == 1


def test_a_pair_has_rows_for_standings_events_quotes_and_each_side_of_a_conflict(record):
    rows = answers(record)["pair"].rows()
    assert [row["what"] for row in rows] == ["standing", "standing", "occurrence", "quote", "conflict", "conflict"]
    event = next(row for row in rows if row["what"] == "occurrence")
    assert (event["type"], event["from"], event["ids"]) == ("CONSULT", "2022-09-16", "IND KAZ narendra-modi")
    assert {row["amount"] for row in rows if row["what"] == "conflict"} == {2.1e9, 27.0}
    assert {row["unit"] for row in rows if row["what"] == "standing"} == {"USD"}


def test_an_organisation_has_rows_for_members_and_the_chair(record):
    rows = answers(record)["organisation"].rows()
    told = {(row["detail"], row["other"], row["from"]) for row in rows if row["what"] == "standing"}
    assert told == {("member_of", "IND", "2017-01-01"), ("chairs", "KAZ", "2023-01-01")}


def test_a_notebook_shows_the_words_of_an_article_as_words(record):
    page = answers(record)["pair"]._repr_html_()
    assert "Modi said &lt;b&gt;hello&lt;/b&gt; &amp; left" in page
    assert "<b>" not in page


def test_a_long_table_says_how_many_rows_it_leaves_out():
    page = frames.html_table([{"n": n} for n in range(60)])
    assert page.count("<tr>") == 51
    assert "and 10 more rows" in page


def test_nothing_found_is_said():
    assert frames.html_table([]) == "<p>nothing found</p>"


class Cells(HTMLParser):
    """The text of each cell."""

    def __init__(self):
        super().__init__()
        self.found, self.tags = [], set()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - as the base class calls it
        self.tags.add(tag)
        if tag == "td":
            self.found.append("")

    def handle_data(self, data):
        if self.found and self.lasttag == "td":
            self.found[-1] += data


@given(st.lists(st.text(st.characters(), min_size=1), min_size=1, max_size=5))
def test_html_holds_any_words_and_no_more_than_them(words):
    reader = Cells()
    reader.feed(frames.html_table([{"words": word} for word in words]))
    assert reader.tags <= {"table", "thead", "tbody", "tr", "th", "td", "p"}
    assert len(reader.found) == len(words)
    for word, cell in zip(words, reader.found, strict=True):
        assert len(cell.strip()) <= len(word)
        assert not any(0xD800 <= ord(letter) < 0xE000 for letter in cell)


@given(LINES)
def test_any_words_are_stored_in_every_library(rows):
    wanted = frames.columns(rows)
    assert frames.to_arrow(rows).to_pydict() == wanted
    assert frames.to_polars(rows).to_dict(as_series=False) == wanted
    assert len(frames.to_pandas(rows)) == len(rows)
    for row, kept in zip(rows, wanted["what"], strict=True):
        assert kept == row["what"] or any(0xD800 <= ord(letter) < 0xE000 for letter in row["what"])


@pytest.mark.parametrize(("library", "remedy"), [
    ("pandas", "pip install pandas"), ("polars", "pip install polars"), ("pyarrow", r'pip install "elchi\[arrow\]"'),
])  # fmt: skip
def test_a_missing_library_is_named_with_what_installs_it(library, remedy, record, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    method = {"pandas": "to_pandas", "polars": "to_polars", "pyarrow": "to_arrow"}[library]
    with pytest.raises(ExtraError, match=f"{library} is not installed.*{remedy}"):
        getattr(answers(record)["pair"], method)()
