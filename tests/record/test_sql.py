"""SELECTs of users: the views have what the record has, and nothing but reading is possible, for a bounded time."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import METHOD, claim, party, reading, statement

from elchi import pipeline
from elchi.errors import QuestionError
from elchi.record import Record
from elchi.record.sql_views import VIEWS, views


@pytest.fixture
def filled(record):
    claims = [
        claim(party("IND", mention=(0, 3)), party("KAZ"), text="IND met KAZ", day="2022-09-16", plover="CONSULT"),
        claim(party("IND", "actor"), party("UZB", "recipient"), text="will visit", start=20, day="2030-01-01",
              mode="visit", status="planned", plover="AGREE"),
        statement("trade_volume", party("IND", "subject"), party("KAZ", "object"), text="27", start=40,
                  value={"amount": 27, "unit": "USD"}),
    ]  # fmt: skip
    record.add(reading("IND met KAZ", "a1", claims, title="A title", published="2022-09-17", source="BBC"), METHOD)
    pipeline.reconcile_record(record)
    record.add_judgement("confirm_claim", {"claim": claims[0].claim}, "ann", "seen")
    return record


def ask(record, statement, **more):
    found = record.ask_sql(statement, **more)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        ("SELECT document, title, language, source, latest, characters FROM v_articles",
         [("a1", "A title", "hi", "BBC", 1, 11)]),
        ("SELECT type, mode, status, plover, date_from, parties, sentence FROM v_claims WHERE mode <> '' ORDER BY 2",
         [("CONSULT", "meet", "past", "CONSULT", "2022-09-16", "IND KAZ", "IND met KAZ"),
          ("CONSULT", "visit", "planned", "AGREE", "2030-01-01", "IND UZB", "will visit")]),
        ("SELECT role, entity, kind FROM v_parties WHERE entity = 'UZB'", [("recipient", "UZB", "state")]),
        ("SELECT entity, name, language, claims FROM v_names", [("IND", "IND", "hi", 1)]),
        ("SELECT mode, day, parties, claims FROM v_occurrences ORDER BY day",
         [("meet", "2022-09-16", "IND KAZ", 1), ("visit", "2030-01-01", "IND UZB", 1)]),
        ("SELECT dyad, one, other, day FROM v_dyads ORDER BY day",
         [("IND|KAZ", "IND", "KAZ", "2022-09-16"), ("IND|UZB", "IND", "UZB", "2030-01-01")]),
        ("SELECT type, holds_now, parties, value FROM v_standings",
         [("trade_volume", 1, "IND KAZ", '{"amount":27,"unit":"USD"}')]),
        ("SELECT kind, stage, closed, due_latest, parties FROM v_promises",
         [("visit", "planned", 0, "2030-01-01", "IND UZB")]),
        ("SELECT count(*) FROM v_conflicts", [(0,)]),
        ("SELECT kind, author, reason FROM v_judgements", [("confirm_claim", "ann", "seen")]),
        ("WITH busy AS (SELECT one, count(*) AS n FROM v_dyads GROUP BY one) SELECT * FROM busy", [("IND", 2)]),
    ],
)  # fmt: skip
def test_the_views_have_what_the_record_has(filled, statement, rows):
    assert list(filled.ask_sql(statement).rows) == rows


def test_every_view_can_be_asked_and_names_each_column_once(filled):
    for view in VIEWS:
        columns = filled.ask_sql(f"SELECT * FROM {view}").columns  # noqa: S608 - names of our own
        assert len(set(columns)) == len(columns)


def test_every_slot_of_the_views_is_filled_for_both_stores():
    for dialect in ("sqlite", "postgresql"):
        assert not any("{" in select or "%" in select for select in views(dialect).values())


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM claim", "UPDATE claim SET kind = 'x'", "INSERT INTO meta VALUES ('a', 'b')", "DROP TABLE claim",
        "CREATE TABLE x (a)", "CREATE TEMP TABLE x (a)", "PRAGMA user_version = 9", "PRAGMA table_info(claim)",
        "ATTACH 'other.db' AS other", "VACUUM INTO 'copy.db'", "BEGIN", "COMMIT", "REINDEX", "ANALYZE",
        "SELECT load_extension('x')", "SELECT 1; DELETE FROM claim",
        "SELECT 1) AS x; COMMIT; DELETE FROM claim; SELECT * FROM (SELECT 1", "WITH x AS (SELECT 1) DELETE FROM claim",
        "DROP VIEW v_claims", "SELECT zeroblob(1000000000)", "SELECT nothing FROM v_claims", "SELECT", "", "-- words",
        "SELECT 1 FROM v_claims WHERE \x00", "SELECT '\ud800'", "SELECT " + "(" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_reading_is_refused_and_changes_nothing(filled, tmp_path, statement):
    before = filled.counts(), sorted(tmp_path.iterdir())
    with pytest.raises(QuestionError):
        filled.ask_sql(statement)
    assert (filled.counts(), sorted(tmp_path.iterdir())) == before
    assert filled.faults() == []


def test_a_question_without_end_is_stopped(filled):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(QuestionError, match="no answer within"):
        filled.ask_sql(endless, seconds=0.2)


def test_rows_are_cut_at_the_limit_and_that_is_said(filled):
    found = filled.ask_sql("SELECT * FROM v_claims", limit=2)
    assert (len(found.rows), found.more) == (2, True)
    assert not filled.ask_sql("SELECT * FROM v_claims", limit=3).more


@given(words=st.text(max_size=80))
def test_whatever_is_asked_is_answered_or_refused(once, words):
    with suppress(QuestionError):
        once.ask_sql(words)
    assert once.counts().articles == 0


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    with Record.open(tmp_path_factory.mktemp("sql") / "elchi.db", create=True) as opened:
        yield opened


@pytest.mark.parametrize("store", ["sqlite"])
def test_a_record_on_read_only_media_is_asked(filled, tmp_path):
    copy = tmp_path / "archive" / "elchi.db"
    copy.parent.mkdir()
    filled.close()
    copy.write_bytes((tmp_path / "elchi.db").read_bytes())
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    try:
        with Record.open(copy) as opened:
            assert ask(opened, "SELECT count(*) AS claims FROM v_claims") == [{"claims": 3}]
    finally:
        copy.parent.chmod(0o755)
