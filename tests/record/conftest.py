"""A record for each test."""

import pytest

from elchi.record import Record


@pytest.fixture
def path(tmp_path):
    return tmp_path / "elchi.db"


@pytest.fixture
def record(path):
    with Record.open(path, create=True) as opened:
        yield opened
