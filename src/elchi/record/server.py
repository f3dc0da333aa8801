"""A record on a PostgreSQL server: opened, made or refused. One record is one schema of a database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from elchi.errors import ExtraError, NewerRecordError, NoRecordError, NotARecordError, RecordError, ServerError
from elchi.record.faults import BUSY_SECONDS, named_faults
from elchi.record.schema import APPLICATION_ID
from elchi.record.steps import WRITES, migrations, take
from elchi.record.stores.postgres import ANOTHER_DATABASE, unfit

OLDEST_SERVER = 15
QUESTION_SECONDS = 60
"""A question that takes longer is stopped by the server; `statement_timeout` in the address's `options` goes before."""
_SCHEMES = ("postgresql:", "postgres:")
_TABLES = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
_MARKED = "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() AND {}"
_LOCK = "SELECT pg_advisory_xact_lock(:application, hashtext(current_schema()))"


def is_address(place: str | Path) -> bool:
    """Whether `place` is the address of a server, `postgresql://...`, and no file."""
    return str(place).startswith(_SCHEMES)


def open_engine(address: str, *, create: bool, read_only: bool = False) -> Engine:
    """Return an engine on the record at `address`, its schema brought up to date; `read_only` refuses every change.

    Raises:
        ExtraError: the driver is not installed.
        ServerError: the server is away, refuses, is too old, or cannot keep text of every script.
        NoRecordError: nothing is there, and `create` is False.
        NotARecordError: the tables there are somebody else's.
        NewerRecordError: a later elchi wrote it.
        RecordError: its schema is an earlier one, and it is opened `read_only`.
    """
    url = _url(address, read_only=read_only)
    engine = _engine(url)
    try:
        with named_faults(shown_place(address)):
            _identify(engine, shown_place(address), create=create, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return engine


def shown_place(place: str | Path) -> str:
    """Return the place of a record as it may be shown: of an address, without password and settings."""
    if not is_address(place):
        return str(place)
    url = _url(str(place)).difference_update_query(["options"])
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def writing(engine: Engine) -> Engine:
    """Return the same engine, whose transactions wait for their turn to write, and see all that is written by then."""
    return engine.execution_options(**{WRITES: True, "isolation_level": "READ COMMITTED"})


def _url(address: str, *, read_only: bool = False) -> URL:
    try:
        url = make_url(str(address))
    except ArgumentError as bad:
        raise ServerError(f"no address of a server; write postgresql://user@host:port/database ({bad})") from bad
    settings = f"-c statement_timeout={QUESTION_SECONDS * 1000} {url.query.get('options', '')}".strip()
    settings += " -c default_transaction_read_only=on" if read_only else ""
    return url.set(drivername="postgresql+psycopg").update_query_dict({"options": settings})


def _engine(url: URL) -> Engine:
    try:
        engine = create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except ImportError as bad:
        raise ExtraError('a record on PostgreSQL needs its driver: pip install "elchi[postgres]"') from bad

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            waits = f"SET LOCAL lock_timeout = '{int(BUSY_SECONDS * 1000)}'; SET LOCAL statement_timeout = 0"
            connection.exec_driver_sql(waits)
            connection.execute(text(_LOCK), {"application": APPLICATION_ID})

    return engine


def _identify(engine: Engine, place: str, *, create: bool, read_only: bool) -> None:
    latest = migrations("postgres")[-1].number
    with engine.connect() as connection:
        _check_server(connection, place)
        tables = connection.execute(text(_TABLES)).scalar_one()
        version = schema_version(connection) if tables else 0
        remedy = unfit(connection) if not tables and create else ""
    if tables and not version:
        raise NotARecordError(f"{place}: tables of another program; name an empty database, or an empty schema in it")
    if not tables and not create:
        raise NoRecordError(f'{place}: no record here yet; start one with "elchi ingest PATH --record ADDRESS"')
    if remedy:
        raise ServerError(f"{place}: {remedy}")
    if version > latest:
        upgrade = "upgrade with: pip install --upgrade elchi"
        raise NewerRecordError(
            f"{place}: written by a later elchi (schema {version}, this one knows {latest}); {upgrade}"
        )
    if version < latest and read_only:
        raise RecordError(
            f"{place}: written by an earlier elchi (schema {version}); bring it up to date: elchi db upgrade"
        )
    for step in migrations("postgres"):
        if step.number > version:
            with writing(engine).begin() as connection:
                if schema_version(connection) < step.number:
                    take(connection, step, fresh=version == 0)


def schema_version(connection: Connection) -> int:
    """Return the number of the last migration that this record has had; 0 where there is none of elchi's tables."""
    columns = "table_name = 'meta' AND column_name IN ('name', 'value')"
    if connection.execute(text(_MARKED.format(columns))).scalar_one() != 2:
        return 0
    found = connection.execute(text("SELECT value FROM meta WHERE name = 'schema_version'")).scalar()
    marked = connection.execute(text("SELECT value FROM meta WHERE name = 'application'")).scalar()
    return int(found) if found is not None and marked == "elchi" else 0


def _check_server(connection: Connection, place: str) -> None:
    """Raise `ServerError` where the server cannot hold a record at all."""
    number = int(connection.execute(text("SHOW server_version_num")).scalar_one())
    if number < OLDEST_SERVER * 10_000:
        raise ServerError(f"{place}: PostgreSQL {number // 10_000}; a record needs {OLDEST_SERVER} or later")
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise ServerError(
            f"{place}: its encoding is {encoding}, which lacks most scripts; make another database: {ANOTHER_DATABASE}"
        )
    if connection.execute(text("SELECT current_schema()")).scalar() is None:
        raise ServerError(f"{place}: the schema of its search_path does not exist; make it with CREATE SCHEMA")
