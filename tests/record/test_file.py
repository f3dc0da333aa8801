"""A record in a file: marked, refused, migrated, and what a disk or a second program does to it."""

import json
import sqlite3
from contextlib import closing

import pytest
from making import METHOD, reading
from sqlalchemy import create_engine, inspect

from elchi.errors import DiskError, NewerRecordError, NoRecordError, NotARecordError, RecordError
from elchi.record import Record, opening, schema, steps


@pytest.fixture
def path(tmp_path):
    return tmp_path / "elchi.db"


@pytest.fixture
def record(path):
    with Record.open(path, create=True) as opened:
        yield opened


def exported(record):
    return [json.dumps(stored.claim.to_json(), sort_keys=True) for stored in record.claims()]


def test_there_is_no_record_until_one_is_made(path):
    with pytest.raises(NoRecordError, match="elchi ingest PATH --record"):
        Record.open(path)
    assert not path.exists()


def test_a_record_is_marked_as_one_and_kept_in_write_ahead_mode(record, path):
    record.add(reading(), METHOD)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        latest = str(steps.migrations()[-1].number)
        assert file.execute("SELECT value FROM meta WHERE name = 'schema_version'").fetchone() == (latest,)


def told(part):
    """What a database tells of a column, an index or a key; the condition of an index is an object of its own."""
    if isinstance(part, dict):
        some = {name: str(value) for name, value in part.get("dialect_options", {}).items()}
        part = part | {"dialect_options": some}
    return repr(part)


def test_the_migrations_build_what_the_schema_says(record, path):
    made, meant = create_engine(f"sqlite:///{path}"), create_engine("sqlite://")
    schema.metadata.create_all(meant)
    for table in schema.metadata.tables:
        for part in ("get_columns", "get_indexes", "get_foreign_keys", "get_unique_constraints", "get_pk_constraint"):
            left, right = (getattr(inspect(engine), part)(table) for engine in (made, meant))
            assert repr(sorted(map(told, left))) == repr(sorted(map(told, right))), (table, part)
    made.dispose()
    meant.dispose()


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_of_another_kind_is_refused_and_left_alone(path, content):
    path.write_bytes(content)
    with pytest.raises(NotARecordError, match=r"elchi\.db"):
        Record.open(path, create=True)
    assert path.read_bytes() == content


def test_the_sqlite_file_of_another_program_is_refused(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE theirs (x)")
    with pytest.raises(NotARecordError, match="another program"):
        Record.open(path, create=True)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(NotARecordError, match="folder"):
        Record.open(tmp_path, create=True)


def test_the_record_of_a_later_elchi_is_refused(record, path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerRecordError, match="pip install --upgrade elchi"):
        Record.open(path)


def test_a_record_whose_making_was_cut_off_is_made_again(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = WAL")
    with Record.open(path, create=True) as record:
        assert record.add(reading(), METHOD).new


def test_an_older_record_takes_the_steps_that_it_lacks_and_keeps_its_claims(record, path, monkeypatch):
    record.add(reading(), METHOD)
    before = exported(record)
    more = [*steps.migrations(), steps.Migration(99, "more", "CREATE TABLE more (x TEXT);\n")]
    monkeypatch.setattr(opening, "migrations", lambda: more)
    with Record.open(path) as migrated:
        assert migrated.version == 99
        assert exported(migrated) == before


def test_the_dossier_of_a_dyad_is_read_from_its_index(record, path):
    record.add(reading(), METHOD)
    with closing(sqlite3.connect(path)) as file:
        plan = file.execute(
            "EXPLAIN QUERY PLAN SELECT claim FROM claim_pair WHERE pair_key = 'IND|KAZ' ORDER BY date_from DESC"
        ).fetchall()
    assert "claim_pair_by_date" in str(plan)
    assert "TEMP B-TREE" not in str(plan)


def test_a_full_disk_is_named_and_nothing_of_the_batch_is_kept(record, path):
    record.add(reading(), METHOD)
    before = exported(record)
    with record._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    many = [reading("IND met UZB on 2022-09-16 " + "x" * 5000, document=f"d{n}") for n in range(10)]
    with pytest.raises(DiskError, match=r"disk is full.*free some space"):
        record.add_batch(many, METHOD)
    assert exported(record) == before


def test_a_record_that_cannot_be_written_says_so(record):
    with record._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(DiskError, match="read-only"):
        record.add(reading(), METHOD)


def test_a_record_in_a_folder_that_is_not_there_says_so(tmp_path):
    with pytest.raises(DiskError, match="check that its folder exists"):
        Record.open(tmp_path / "none" / "elchi.db", create=True)


def test_a_second_writer_is_told_to_wait(record, path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Record.open(path) as waiting:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program writes"):
            waiting.add(reading(), METHOD)
        other.execute("ROLLBACK")
        assert waiting.add(reading(), METHOD).new


def test_a_reader_is_not_disturbed_by_a_writer(record, path):
    record.add(reading(), METHOD)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(exported(record)) == 1


def test_a_sound_record_has_no_faults_and_a_broken_one_has(record, path):
    record.add(reading(), METHOD)
    assert record.faults() == []
    with closing(sqlite3.connect(path)) as file:
        file.execute("DELETE FROM evidence")
        file.commit()
    assert record.faults() == ["1 claims have no evidence"]
