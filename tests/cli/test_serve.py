"""`elchi serve`: one page printed, a server that says where it is, faults in one line."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
import regex
from making import METHOD, reading

from elchi.record import Record


@pytest.fixture
def place(tmp_path):
    file = tmp_path / "news.db"
    with Record.open(file, create=True) as record:
        record.add(reading(), METHOD)
    return file


def run(*arguments):
    command = [sys.executable, "-m", "elchi", "serve", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_one_page_is_printed_and_its_twin(place):
    assert "<h1" in run("--record", place, "--page", "/pair/भारत/KAZ").stdout
    done = run("--record", place, "--page", "/pair/IND/KAZ.json")
    assert json.loads(done.stdout)["pair"] == ["IND", "KAZ"]
    assert not done.stderr


def test_a_page_that_is_not_there_fails_and_says_why(place):
    done = run("--record", place, "--page", "/entity/xyzzy.json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["status"] == 404


def test_it_serves_until_it_is_interrupted(place):
    command = [sys.executable, "-m", "elchi", "serve", "--record", str(place), "--port", "0"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as server:
        said = server.stderr.readline()
        address = regex.search(r"http://127\.0\.0\.1:\d+/", said)[0]
        with urllib.request.urlopen(f"{address}conflicts.json", timeout=20) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
            assert "server" not in {name.lower() for name in answer.headers}
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)
        assert "Traceback" not in server.stderr.read()


def test_a_port_that_is_taken_is_said_in_one_line(place):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("--record", place, "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert "choose another --port" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_record_the_message_says_how_to_make_one(tmp_path):
    done = run("--record", tmp_path / "none.db")
    assert done.returncode == 1
    assert "elchi ingest" in done.stderr
