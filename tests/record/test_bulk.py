"""A loaded bundle: the same record as by adding readings, row by row; all of it or nothing; bad lines are named."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import METHOD
from resolving import resolve
from sqlalchemy import text
from test_bundle import STEPS, adorn, fill, in_bytes

from elchi.errors import FormatError, RecordError
from elchi.model import Article
from elchi.pipeline import reconcile_record
from elchi.record import Record, bulk, opening, row_making, stores
from elchi.record.rows import ClaimRows, Recorded
from elchi.record.schema import metadata
from elchi.record.stores import postgres

MANY = [(f"d{n}", 1, "2022-01-01", "KAZ", METHOD) for n in range(9)] + [("d1", 2, "2022-05-05", "UZB", METHOD)]
COUNTS = {"claims", "mentions", "parties", "things"}
WORDS = {
    "sqlite": "SELECT rowid, words, tags FROM search_words",
    "postgresql": "SELECT key, CAST(words AS TEXT), CAST(tags AS TEXT) FROM search_words",
}
MADE = {
    "sqlite": "SELECT type, tbl_name, name, sql FROM sqlite_master",
    "postgresql": "SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() UNION "
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = current_schema()::regnamespace",
}


def asked(record, of):
    with record._read() as connection:
        return sorted(map(repr, map(tuple, connection.execute(text(of[connection.dialect.name])))))


def tables(record):
    """Return all rows of all tables but `meta` as sets, once the claims are worked out."""
    reconcile_record(record, resolve=resolve)
    with record._read() as connection:
        kept = [table for table in metadata.sorted_tables if table.name != "meta"]
        rows = {table.name: {tuple(row) for row in connection.execute(table.select())} for table in kept}
    for table in kept:  # of what is counted, none may be a row or no row
        counts = [n for n, column in enumerate(table.columns) if column.name in COUNTS]
        if counts and table.name.endswith(("_count", "_pair")):
            rows[table.name] = {row for row in rows[table.name] if any(row[n] for n in counts)}
    return rows | {"search_words": asked(record, WORDS)}


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(bulk, "_CHUNK", 3)
    monkeypatch.setattr(row_making, "_ALONE", 1)


@pytest.fixture
def server_record(server):
    with server.schema() as address, Record.open(address, create=True) as record:
        yield record


@pytest.fixture
def lines(tmp_path):
    with Record.open(tmp_path / "given.db", create=True) as given:
        fill(given, MANY)
        adorn(given)
        return in_bytes(given.bundle())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_a_loaded_record_has_the_rows_of_one_that_readings_were_added_to(store, request, tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("bulk")
    context = request.getfixturevalue("server").schema() if store == "postgresql" else None
    place = context.__enter__() if context else folder / "loaded.db"
    try:
        with Record.open(folder / "given.db", create=True) as given, Record.open(place, create=True) as loaded:
            fill(given, steps)
            loaded.load_bundle([line.encode() for line in given.bundle_text()])
            found, wanted = tables(loaded), tables(given)
            if store == "sqlite":
                assert found == wanted
            else:  # a tsvector is written as the server likes
                words = [found.pop("search_words"), wanted.pop("search_words")]
                assert found == wanted
                assert len(words[0]) == len(words[1])
    finally:
        if context:
            context.__exit__(None, None, None)


def test_indexes_keys_and_settings_are_after_loading_what_they_were_before(record, lines):
    before = asked(record, MADE)
    record.load_bundle(lines)
    assert asked(record, MADE) == before
    assert record.faults() == []
    with record._write() as connection:
        if connection.dialect.name == "sqlite":
            settings = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys")
            ]
            assert settings == ["wal", 1]
            assert connection.exec_driver_sql("SELECT k FROM search_words_config").fetchall() == [("version",)]


def test_words_written_by_copy_are_those_of_an_ordinary_writer(record, lines):
    record.load_bundle(lines)
    loaded = asked(record, WORDS)
    with record._write() as connection:
        store, keys = stores.of(connection), [int(row[1:].split(",")[0]) for row in loaded]
        rows = ClaimRows()
        for stored in connection.execute(text("SELECT * FROM claim")).mappings():
            recorded = Recorded(**{name: stored[name] for name in Recorded._fields})
            rows.add(json.loads(stored["json"]), Article("", "x" * 99), recorded, stored["json"])
        store.drop_words(connection, keys)
        store.add_words(connection, rows.words)
    assert asked(record, WORDS) == loaded


@pytest.mark.parametrize("pool", ["whole", "none", "dead"])
def test_several_processes_make_the_same_rows_and_one_does_where_they_fail(
    tmp_path, lines, small_chunks, monkeypatch, pool
):
    if pool == "none":
        monkeypatch.setattr(row_making, "_pool", lambda _workers: None)
    if pool == "dead":
        monkeypatch.setattr(row_making, "_begin", partial(os._exit, 1))
    told = []
    with Record.open(tmp_path / "a.db", create=True) as one, Record.open(tmp_path / "b.db", create=True) as two:
        count = one.load_bundle(lines)
        assert two.load_bundle(lines, workers=2, progress=lambda *done: told.append(done)) == count == 20
        assert tables(one) == tables(two)
    assert told[0][0] == "loading"
    assert told[0][1] < 20
    assert ("making indexes", 20) in told
    assert not [*tmp_path.glob("*-loading")]


def die_later(mark, chunk, **given):
    """Make rows; in another process than this one, die of the second chunk after its rows are written."""
    made = row_making.rows_made(chunk, **given)
    if os.getpid() != int(mark.name) and mark.exists():
        os._exit(1)
    mark.touch()
    return made


def test_rows_of_a_process_that_died_before_it_told_of_them_are_made_again_and_count_once(
    tmp_path, lines, small_chunks, monkeypatch
):
    make = partial(die_later, tmp_path / str(os.getpid()))
    monkeypatch.setattr(row_making, "_ALONE", 0)
    monkeypatch.setattr(
        row_making.Makers,
        "_made",
        lambda self: partial(make, **dict(zip(("store", "name", "folder"), self._given, strict=True))),
    )
    with Record.open(tmp_path / "a.db", create=True) as one, Record.open(tmp_path / "b.db", create=True) as two:
        one.load_bundle(lines)
        two.load_bundle(lines, workers=2)
        assert tables(one) == tables(two)


@pytest.mark.parametrize("step", [-1, 7])
def test_claims_may_come_in_any_order(tmp_path, lines, small_chunks, step):
    claims = [n for n, line in enumerate(lines) if line.startswith(b'{"claim"')]
    told = [lines[claims[n * step % len(claims)]] for n in range(len(claims))]
    assert sorted(told) == sorted(lines[claims[0] : claims[-1] + 1]) != told
    shuffled = [*lines[: claims[0]], *told, *lines[claims[-1] + 1 :]]
    with Record.open(tmp_path / "a.db", create=True) as one, Record.open(tmp_path / "b.db", create=True) as two:
        one.load_bundle(lines)
        two.load_bundle(shuffled, workers=2)
        assert tables(one) == tables(two)


def test_an_article_whose_claims_are_in_several_files_is_counted_once(tmp_path, lines, small_chunks, monkeypatch):
    monkeypatch.setattr(bulk, "_CHUNK", 1)
    monkeypatch.setattr(bulk, "_MOST", 1)
    with Record.open(tmp_path / "a.db", create=True) as one, Record.open(tmp_path / "b.db", create=True) as two:
        two.load_bundle(lines, workers=2)
        monkeypatch.undo()
        one.load_bundle(lines)
        assert tables(one) == tables(two)


def changed(line, **fields):
    row = json.loads(line)
    row["claim"]["claim"] |= fields
    return json.dumps(row).encode()


BAD = {
    "a kind": lambda line: changed(line, kind="rumour"),
    "a missing field": lambda line: line.replace(b'"confidence"', b'"trust"'),
    "text that is a number": lambda line: changed(line, type=5),
    "a number that is text": lambda line: changed(line, confidence="high"),
    "a party": lambda line: changed(line, participants=[{"role": "party"}]),
    "a day": lambda line: changed(line, date={"start": "20220916", "end": "20220916", "precision": "day"}),
    "evidence": lambda line: changed(line, evidence=["भारत"]),
    "no clocks": lambda line: line.replace(b'"known_from"', b'"known"'),
    "a clock": lambda line: line.replace(b'"known_inferred": 0', b'"known_inferred": "no"'),
    "another article": lambda line: line.replace(b'"article": 1', b'"article": 99'),
    "half of it": lambda line: line[: len(line) // 2],
    "half a character": lambda line: changed(line, method="\ud83d"),
    "no UTF-8": lambda line: line.replace(b"A met B", b"A met \xe0\xa4"),
    "a list": lambda _line: b'{"claim": [1]}',
}


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_named_with_its_file_and_nothing_is_kept(
    tmp_path, lines, name, workers, small_chunks, monkeypatch
):
    monkeypatch.setattr(row_making, "_pool", lambda _workers: None)  # a process more tells nothing more
    at = next(n for n, line in enumerate(lines) if line.startswith(b'{"claim"')) + 1
    broken = [*lines[:at], BAD[name](lines[at]), *lines[at + 1 :]]
    assert broken[at] != lines[at]
    with Record.open(tmp_path / "b.db", create=True) as record:
        with pytest.raises(FormatError, match=rf"b\.jsonl:{at + 1}: .*") as raised:
            record.load_bundle(broken, "b.jsonl", workers=workers)
        assert len(str(raised.value)) > 30
        assert record.counts().articles == record.counts().claims == 0
        record.load_bundle(lines)


def test_the_first_bad_line_is_told_where_a_later_one_is_read_before_its_claims_are_made(
    tmp_path, lines, small_chunks, monkeypatch
):
    monkeypatch.setattr(row_making, "_pool", lambda _workers: None)
    claims = [n for n, line in enumerate(lines) if line.startswith(b'{"claim"')]
    broken = list(lines)
    broken[claims[8]], broken[claims[-1] + 1] = b'{"claim": {}}\n', b"{}\n"
    with (
        Record.open(tmp_path / "b.db", create=True) as record,
        pytest.raises(FormatError, match=f"b:{claims[8] + 1}:"),
    ):
        record.load_bundle(broken, "b", workers=2)


@pytest.mark.parametrize(
    ("old", "new"), [(b'"key": 2, "reading"', b'"key": 1, "reading"'), (b'"reading": 2, ', b'"reading": 77, ')]
)
def test_lines_that_contradict_each_other_are_refused_and_nothing_is_kept(record, lines, old, new):
    broken = [line.replace(old, new) if line.startswith(b'{"claim"') else line for line in lines]
    assert broken != lines
    with pytest.raises(FormatError, match="contradict each other"):
        record.load_bundle(broken)
    assert record.counts().articles == 0
    assert record.load_bundle(lines) == 20


LOADING = """
import os, sys
from elchi.record import Record
from elchi.record.stores import sqlite
sqlite._WHILE_LOADING = ("foreign_keys = OFF", "cache_size = 10")  # pages go into the file long before the end
from elchi.record import bulk
bulk._CHUNK = 3
def cut(stream):
    for number, line in enumerate(stream):
        if number == int(sys.argv[3]):
            os.kill(os.getpid(), 9)
        yield line
with Record.open(sys.argv[1], create=True) as record, open(sys.argv[2], "rb") as stream:
    record.load_bundle(cut(stream))
"""


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_load_that_is_killed_leaves_an_empty_record_which_can_be_loaded_again(place, tmp_path, lines, share):
    bundle = tmp_path / "b.jsonl"
    bundle.write_bytes(b"".join(lines))
    run = [sys.executable, "-c", LOADING, str(place), str(bundle), str(int(len(lines) * share))]
    assert subprocess.run(run, env=os.environ, check=False).returncode == -9
    with Record.open(place) as record:
        assert record.counts().articles == record.counts().claims == 0
        assert record.faults() == []
        with record._read() as connection:
            if connection.dialect.name == "sqlite":
                assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert record.load_bundle(lines) == 20
    assert not [*tmp_path.glob("*-loading")]


def test_a_record_that_is_being_read_is_loaded_too(tmp_path, lines):
    with Record.open(tmp_path / "b.db", create=True) as record, Record.open(tmp_path / "b.db") as reader:
        with reader._read() as connection:
            assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 0
            assert record.load_bundle(lines) == 20
            assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 0
        assert len(list(reader.claims())) == 18


def test_a_load_that_has_to_give_way_leaves_the_files_of_the_other_alone(tmp_path, lines, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    place, part = tmp_path / "b.db", tmp_path / "b.db-loading" / "part0.db"
    with Record.open(place, create=True) as record, closing(sqlite3.connect(place, isolation_level=None)) as other:
        part.parent.mkdir()
        part.touch()
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program writes"):
            record.load_bundle(lines)
        assert part.exists()
        other.execute("ROLLBACK")
        assert record.load_bundle(lines) == 20
    assert not part.parent.exists()


HOSTILE = st.text(st.sampled_from("\\\t\n\r\x01\x02Nn'\"{},अ\u200d𝄞 "), max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(HOSTILE, HOSTILE, st.none() | HOSTILE), max_size=5))
def test_rows_are_copied_to_a_server_as_they_are(server_record, rows):
    rows = [(key, *row) for key, row in enumerate(rows)]
    columns = ("key", "method", "started_at", "ended_at")
    with server_record._write() as connection:
        connection.execute(text("DELETE FROM run"))
        postgres.copy_packed(connection, "run", columns, postgres.packed(rows))
        found = connection.execute(text("SELECT key, method, started_at, ended_at FROM run ORDER BY key"))
        assert [tuple(row) for row in found] == rows


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=HOSTILE | st.from_regex("[0-9]{1,6}", fullmatch=True))
def test_rows_go_through_files_as_they_are(tmp_path_factory, lines, words):
    at = next(n for n, line in enumerate(lines) if line.startswith(b'{"claim"'))
    said = json.loads(lines[at])["claim"]["claim"]
    parties = [dict(party, label=words, office=words) for party in said["participants"]]
    given = [*lines[:at], changed(lines[at], claim="1234567890", participants=parties) + b"\n", *lines[at + 1 :]]
    with Record.open(tmp_path_factory.mktemp("bulk") / "b.db", create=True) as record:
        record.load_bundle(given)
        with record._read() as connection:
            found = connection.execute(text("SELECT label, office FROM participant WHERE claim = 1")).all()
            assert [tuple(row) for row in found] == [(words, words or None)] * len(parties)
            assert connection.execute(text("SELECT claim FROM claim WHERE key = 1")).scalar() == "1234567890"


def test_whoever_does_not_own_the_tables_loads_them_too(server, lines):
    with server.schema() as address:
        with Record.open(address, create=True):
            name = address.rsplit("%3D", 1)[1]
        server.run(
            "DROP ROLE IF EXISTS desk", "CREATE ROLE desk LOGIN", f"GRANT USAGE ON SCHEMA {name} TO desk",
            f"GRANT ALL ON ALL TABLES IN SCHEMA {name} TO desk",
        )  # fmt: skip
        with Record.open(address.replace("postgres@", "desk@")) as record:
            assert record.load_bundle(lines) == 20
    server.run("DROP ROLE desk")


def test_the_bundle_as_text_is_the_bundle(record, lines):
    record.load_bundle(lines)
    assert [json.loads(line) for line in record.bundle_text()] == list(record.bundle())
    assert in_bytes(record.bundle()) == lines
