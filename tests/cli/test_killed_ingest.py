"""An ingest that is killed at any moment leaves a whole record, and the next run completes it."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from elchi.record import Record

PROGRAM = Path(__file__).with_name("stub_pipeline.py")
ARTICLES = 300


@pytest.fixture
def corpus(tmp_path):
    rows = [
        {"id": f"a{n % 290}", "text": f"IND met KAZ on 2022-01-{n % 28 + 1:02}. Number {n}."} for n in range(ARTICLES)
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def ingest(corpus, record, pause="0"):
    command = [sys.executable, PROGRAM, "ingest", corpus, "--record", record, "--quiet"]
    return subprocess.Popen(command, env=os.environ | {"PAUSE": pause}, stderr=subprocess.PIPE)


def contents(path):
    with Record.open(path) as record:
        assert record.faults() == []
        claims = [stored.claim for stored in record.claims()]
        return claims, record.counts()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_ingest_leaves_a_whole_record_that_the_next_run_completes(tmp_path, corpus, end):
    undisturbed = tmp_path / "undisturbed.db"
    with ingest(corpus, undisturbed) as whole:
        assert whole.wait(60) == 0, whole.stderr.read()
    disturbed = tmp_path / "disturbed.db"
    chance = random.Random(20240820)  # noqa: S311 - moments to kill at, no secret
    cut = 0
    for _ in range(6):
        with ingest(corpus, disturbed, "0.004") as running:
            time.sleep(chance.uniform(0.1, 1.2))
            running.send_signal(end)
            ended = running.wait(60)
            cut += ended != 0
        if disturbed.exists() and disturbed.stat().st_size:
            with Record.open(disturbed, create=True) as record:
                assert record.faults() == []
    assert cut >= 2
    with ingest(corpus, disturbed) as last:
        assert last.wait(60) == 0, last.stderr.read()
    assert contents(disturbed) == contents(undisturbed)


def _wait_for(record):
    """Wait until the run has begun to write: how long that takes is the machine's affair."""
    for _ in range(600):
        if record.exists() and record.stat().st_size:
            return
        time.sleep(0.1)


def test_ctrl_c_keeps_what_was_read_and_ends_with_130(tmp_path, corpus):
    record = tmp_path / "elchi.db"
    with ingest(corpus, record, "0.01") as running:
        _wait_for(record)
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert b"interrupted" in running.stderr.read()
    assert 0 < contents(record)[1].articles < ARTICLES
