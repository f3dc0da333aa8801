"""A record for each test, on each store: a test that asks for `place` or `record` runs twice."""

import pytest
from serving import STORES, serving

from elchi.record import Record


@pytest.fixture(scope="session")
def server():
    with serving() as started:
        yield started


@pytest.fixture(params=STORES)
def store(request):
    return request.param


@pytest.fixture
def place(store, tmp_path, request):
    """Where a record can be made."""
    if store == "sqlite":
        yield tmp_path / "elchi.db"
    else:
        with request.getfixturevalue("server").schema() as address:
            yield address


@pytest.fixture
def record(place):
    with Record.open(place, create=True) as opened:
        yield opened
