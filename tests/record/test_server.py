"""A record on a server: built as the schema says, one writer at a time, and clear words for what goes wrong."""

import pytest
from making import METHOD, reading
from serving import STORES
from sqlalchemy import create_engine, inspect, text

from elchi.errors import DiskError, NewerRecordError, NoRecordError, NotARecordError, RecordError, ServerError
from elchi.record import Record, faults, schema, shown_place, steps
from elchi.record import server as opening

PARTS = ("get_columns", "get_indexes", "get_foreign_keys", "get_unique_constraints", "get_pk_constraint")
pytestmark = pytest.mark.skipif("postgresql" not in STORES, reason="ELCHI_TEST_STORES leaves PostgreSQL out")


@pytest.fixture
def store():
    return "postgresql"


def test_there_is_no_record_until_one_is_made(place):
    with pytest.raises(NoRecordError, match="elchi ingest PATH --record"):
        Record.open(place)
    with Record.open(place, create=True) as record:
        record.add(reading(), METHOD)
        assert record.version == steps.migrations("postgres")[-1].number
        assert record.faults() == []
    with Record.open(place) as record:
        assert record.counts().claims == 1


def test_the_migrations_build_what_the_schema_says(record, server):
    with server.schema() as other:
        meant = create_engine(opening._url(other))
        schema.metadata.create_all(meant)
        for table in schema.metadata.tables:
            for part in PARTS:
                left, right = (getattr(inspect(engine), part)(table) for engine in (record._engine, meant))
                assert repr(sorted(map(repr, left))) == repr(sorted(map(repr, right))), (table, part)
        meant.dispose()


def test_steps_that_are_new_are_taken(place, record, monkeypatch):
    record.add(reading(), METHOD)
    more = [*steps.migrations("postgres"), steps.Migration(99, "more", "CREATE TABLE more (x TEXT);\n")]
    monkeypatch.setattr(opening, "migrations", lambda _: more)
    with Record.open(place) as migrated:
        assert migrated.version == 99
        assert migrated.counts().claims == 1
    monkeypatch.undo()
    with pytest.raises(NewerRecordError, match="pip install --upgrade elchi"):
        Record.open(place)


def test_tables_of_another_program_are_refused_and_left_alone(place, server):
    engine = create_engine(opening._url(place))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (x TEXT)"))
    with pytest.raises(NotARecordError, match="another program"):
        Record.open(place, create=True)
    assert inspect(engine).get_table_names() == ["theirs"]
    engine.dispose()


def test_a_second_writer_waits_and_is_told_so(place, record, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with Record.open(place) as other, other._write(), pytest.raises(RecordError, match="another program writes"):
        record.add(reading(), METHOD)
    assert record.add(reading(), METHOD).new


def test_a_reader_is_not_disturbed_by_a_writer_and_sees_one_state_throughout(place, record):
    record.add(reading(), METHOD)
    with Record.open(place) as other, other._read() as connection:
        count = text("SELECT count(*) FROM claim")
        assert connection.execute(count).scalar_one() == 1
        record.add(reading("IND met UZB on 2022-01-01", "d2"), METHOD)
        assert connection.execute(count).scalar_one() == 1
    assert record.counts().claims == 2


def test_what_fails_in_the_midst_leaves_nothing(record, monkeypatch):
    record.add(reading(), METHOD)
    with pytest.raises(ZeroDivisionError):
        break_off(record)
    assert record.faults() == []


def break_off(record):
    with record._write() as connection:
        connection.execute(text("DELETE FROM evidence"))
        raise ZeroDivisionError


def test_a_question_that_takes_too_long_is_stopped(place, server):
    hasty = f"{place}%20-c%20statement_timeout%3D20"
    Record.open(place, create=True).close()
    with Record.open(hasty) as record, pytest.raises(RecordError, match="took too long"):
        wait(record)


def wait(record):
    with record._read() as connection:
        connection.execute(text("SELECT pg_sleep(5)"))


def test_a_question_cannot_write_where_the_server_says_so(server):
    with server.schema() as place:
        Record.open(place, create=True).close()
        read_only = f"{place}%20-c%20default_transaction_read_only%3Don"
        with Record.open(read_only) as reader, pytest.raises(DiskError, match="cannot be written"):
            reader.add(reading(), METHOD)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("/postgres?", "/nowhere?"), "refuses.*nowhere.*check user, password and the name of the database"),
        (("postgres@", "nobody@"), "refuses.*nobody"),
        (("/data", "/elsewhere"), "the server is away.*is it running"),
    ],
)
def test_a_server_that_is_away_or_refuses_is_named(server, change, words):
    with pytest.raises(ServerError, match=words):
        Record.open(server.address().replace(*change), create=True)


def test_a_password_is_never_shown(server):
    address = "postgresql://ann:secret@127.0.0.1:1/elchi?connect_timeout=2"
    with pytest.raises(ServerError) as raised:
        Record.open(address)
    assert "secret" not in str(raised.value)
    assert "ann:***@127.0.0.1" in str(raised.value)
    assert shown_place(address) == "postgresql://ann:***@127.0.0.1:1/elchi?connect_timeout=2"
    assert shown_place("elchi.db") == "elchi.db"


def test_a_record_that_came_into_an_unfit_database_is_a_fault_for_the_doctor(made_with, monkeypatch):
    place = made_with("LOCALE_PROVIDER libc LC_CTYPE 'C' LC_COLLATE 'C'")
    monkeypatch.setattr(opening, "unfit", lambda _: "")
    with Record.open(place, create=True) as record:
        record.add(reading("भारत IND met KAZ on 2022-09-16"), METHOD)
        assert ["LC_CTYPE" in fault for fault in record.faults()] == [True]


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ServerError, match="postgresql://user@host"):
        Record.open("postgresql:no address")


def test_a_schema_that_is_not_there_is_named(server):
    with pytest.raises(ServerError, match="CREATE SCHEMA"):
        Record.open(server.address(options="-c search_path=none_such"), create=True)


@pytest.fixture
def made_with(server):
    """Make a database with some settings, and drop it."""
    made = []

    def make(settings):
        name = f"other_{len(made)}"
        server.run(f"CREATE DATABASE {name} TEMPLATE template0 {settings}")
        made.append(name)
        return server.address(name)

    yield make
    for name in made:
        server.run(f"DROP DATABASE {name}")


def test_a_database_whose_characters_are_c_is_refused_with_the_remedy(made_with):
    place = made_with("LOCALE_PROVIDER libc LC_CTYPE 'C' LC_COLLATE 'C'")
    with pytest.raises(ServerError, match=r"LC_CTYPE.*createdb --template=template0"):
        Record.open(place, create=True)


def test_a_database_of_one_alphabet_is_refused_with_the_remedy(made_with):
    place = made_with("ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_CTYPE 'C' LC_COLLATE 'C'")
    with pytest.raises(ServerError, match=r"LATIN1.*createdb --template=template0 --encoding=UTF8"):
        Record.open(place, create=True)


class Fault(Exception):  # noqa: N818 - a stand-in for the driver's
    def __init__(self, sqlstate, words):
        super().__init__(words)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "kind", "words"),
    [
        ("28P01", ServerError, "refuses"), ("53100", DiskError, "disk is full"), ("53300", ServerError, "no room"),
        ("57P01", ServerError, "went away"), ("08006", ServerError, "went away"),
        ("42501", DiskError, "cannot be written"),
        ("42P01", RecordError, "--debug"),
    ],
)  # fmt: skip
def test_what_a_server_reports_is_said_with_the_way_out(sqlstate, kind, words):
    error = faults.explain_server("postgresql://host/db", Fault(sqlstate, "its words"))
    assert type(error) is kind
    assert words in str(error)
    assert str(error).startswith("postgresql://host/db: ")
