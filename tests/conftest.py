"""What all tests share: no settings of the person who runs them, and the switch that rewrites golden files."""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

_CACHE = tempfile.TemporaryDirectory(prefix="elchi-tests-")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write golden files again; read the diff")


# A machine that is busy is no fault: examples have no deadline, and slow ones are no failure.
settings.register_profile("elchi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("elchi")


def pytest_configure():
    """Tables are compiled for the tests alone, in this process and in those that it starts."""
    os.environ["ELCHI_CACHE"] = _CACHE.name


def pytest_unconfigure():
    _CACHE.cleanup()


@pytest.fixture
def update_golden(request):
    """Whether golden files are to be written instead of compared."""
    return request.config.getoption("--update-golden")


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch):
    """Keep `ELCHI_RECORD` and the like of whoever runs the tests out of them."""
    monkeypatch.delenv("ELCHI_RECORD", raising=False)
