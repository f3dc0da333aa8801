"""What all tests share: no settings of the person who runs them, and the switch that rewrites golden files."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write golden files again; read the diff")


@pytest.fixture
def update_golden(request):
    """Whether golden files are to be written instead of compared."""
    return request.config.getoption("--update-golden")


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch):
    """Keep `ELCHI_RECORD` and the like of whoever runs the tests out of them."""
    monkeypatch.delenv("ELCHI_RECORD", raising=False)
