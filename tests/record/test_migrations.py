"""Records of every released schema are brought up to date, and are then as if made today."""

import json
import sqlite3
from contextlib import closing

import pytest
from making import METHOD, claim, party, reading, statement
from resolving import resolve

from elchi.errors import RecordError
from elchi.pipeline import reconcile_record
from elchi.record import Record, opening, steps

OLD_TABLES = ("article", "reading", "claim", "participant", "evidence", "claim_pair", "meaning", "name_join", "report",
              "fingerprint", "run", "failure", "judgement")  # fmt: skip


def fill(record):
    member = statement("member_of", party("KAZ", "subject"), party("SCO", "object", "organisation"), document="d1")
    told = claim(party("IND"), party("KAZ"), document="d1", day="2022-09-16", text="मोदी मिले")
    record.add(reading("old text", "d1", [member, told], published="2022-09-17"), METHOD)
    record.add(reading("new text", "d1", [told], published="2022-09-20"), METHOD)
    undated = claim(party("IND"), party("UZB"), document="d2", text="met")
    record.add(reading("a text", "d2", [undated]), METHOD)
    record.add(reading("a text", "d2", [undated]), "elchi@later")
    record.set_reports([("d1", "s", "d1"), ("d2", "s", "d2")])


def rows(path, tables):
    with closing(sqlite3.connect(path)) as file:
        return {table: sorted(map(repr, file.execute(f"SELECT * FROM {table}"))) for table in tables}  # noqa: S608


@pytest.fixture
def old(tmp_path, monkeypatch):
    """A record of schema 3 with what `fill` puts in, and the path of one made today with the same rows."""
    new = tmp_path / "new.db"
    with Record.open(new, create=True) as record:
        fill(record)
    path = tmp_path / "old.db"
    build(path, steps.migrations()[:3])
    with closing(sqlite3.connect(path)) as file:
        file.execute("ATTACH ? AS new", (str(new),))
        for table in OLD_TABLES:
            names = ", ".join(f'"{row[1]}"' for row in file.execute(f"PRAGMA main.table_info({table})"))
            file.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")  # noqa: S608
        file.commit()
    return path, new


def build(path, taken):
    with closing(sqlite3.connect(path)) as file:
        for step in taken:
            file.executescript(step.sql)
        file.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
        file.execute(f"PRAGMA user_version = {taken[-1].number}")
        file.execute("INSERT OR REPLACE INTO meta VALUES ('schema_version', ?)", (str(taken[-1].number),))


def test_a_record_of_schema_3_gets_blocks_clocks_and_words_as_a_new_one_has_them(old):
    path, new = old
    with Record.open(path) as record, Record.open(new) as made:
        assert record.version == steps.migrations()[-1].number
        assert sorted(record.dirty_blocks()) == ["IND|KAZ", "IND|UZB"]
        for question in ("मोदी", "met", ""):
            assert record.search(question) == made.search(question)
        assert record.claims_of_block("SCO", known="2022-09-18") == made.claims_of_block("SCO", known="2022-09-18")
        assert reconcile_record(record, resolve=resolve) == 2
        assert [o.block for o in record.occurrences()] == ["IND|KAZ"]
    assert rows(path, OLD_TABLES) == rows(new, OLD_TABLES)


def test_a_migration_that_fails_leaves_the_record_as_it_was(old, monkeypatch):
    path, _ = old
    before = rows(path, ("claim", "article"))

    def breaks(connection):
        raise ZeroDivisionError("a bug")

    monkeypatch.setitem(steps.STEPS, 4, breaks)
    with pytest.raises(ZeroDivisionError):
        Record.open(path)
    assert rows(path, ("claim", "article")) == before
    monkeypatch.undo()
    with Record.open(path) as record:
        assert json.dumps([s.claim.claim for s in record.claims()])


def test_a_record_is_copied_before_it_is_changed_and_the_copy_is_named(old, caplog):
    path, _ = old
    before = rows(path, OLD_TABLES)
    Record.open(path).close()
    copy = path.with_name("old.db.backup-schema3")
    assert rows(copy, OLD_TABLES) == before
    assert str(copy) in caplog.text
    Record.open(path).close()
    assert sorted(file.name for file in path.parent.glob("*backup*")) == [copy.name]


def test_a_new_record_needs_no_copy(tmp_path):
    Record.open(tmp_path / "new.db", create=True).close()
    assert list(tmp_path.glob("*backup*")) == []


def test_a_record_of_an_earlier_schema_is_not_opened_to_be_read_only_and_stays_as_it_was(old):
    path, _ = old
    before = path.read_bytes()
    with pytest.raises(RecordError, match=r"schema 3\); bring it up to date: elchi db upgrade"):
        Record.open(path, read_only=True)
    assert path.read_bytes() == before
