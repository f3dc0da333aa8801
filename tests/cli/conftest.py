import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))  # making.py: claims and a reader for tests
import making
from typer.testing import CliRunner

from elchi import cli, packs, pipeline
from elchi.cli import decisions, demo, judging, link, merge, names, network, positions, review, search, split  # noqa: F401 - before anything is put in the place of theirs


@pytest.fixture
def elchi(monkeypatch, tmp_path):
    """Run `elchi` in an empty folder, with the reader and the catalogue of making.py."""
    monkeypatch.setattr(pipeline, "read_claims", making.read_claims)
    monkeypatch.setattr(pipeline, "method", lambda: making.METHOD)
    monkeypatch.setattr(packs, "load_catalogue", lambda: making.WORLD)
    for module in (pipeline, demo):
        monkeypatch.setattr(module, "load_catalogue", lambda: making.WORLD)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ELCHI_RECORD", raising=False)

    def run(*arguments, piped=None):
        return CliRunner().invoke(cli.app, [str(a) for a in arguments], input=piped)

    return run
