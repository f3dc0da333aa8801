"""elchi users: who may log in, kept in a file of their own; and what elchi serve does with them."""

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
import regex
from making import METHOD, reading
from test_schemas import check
from typer.testing import CliRunner

from elchi.cli import app
from elchi.record import Record

PASSWORD = "four words do well"


@pytest.fixture
def place(tmp_path):
    file = tmp_path / "news.db"
    with Record.open(file, create=True) as record:
        record.add(reading(), METHOD)
    return file


def run(*arguments, piped=f"{PASSWORD}\n"):
    return CliRunner().invoke(app, list(map(str, arguments)), input=piped)


def serve(*arguments):
    command = [sys.executable, "-m", "elchi", "serve", *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if name != "ELCHI_USERS"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)


def test_users_are_added_listed_changed_and_removed_and_the_record_stays_as_it_was(place):
    before = place.read_bytes()
    assert run("users", "add", "ann", "--role", "reviewer", "--record", place).exit_code == 0
    assert run("users", "add", "bob", "--role", "reader", "--record", place).exit_code == 0
    assert run("users", "list", "--record", place).stdout == "ann\treviewer\nbob\treader\n"
    assert run("users", "role", "bob", "reviewer", "--record", place).exit_code == 0
    assert run("users", "password", "bob", "--record", place, piped="another long one\n").exit_code == 0
    assert run("users", "remove", "ann", "--record", place).exit_code == 0
    row = json.loads(run("users", "list", "--record", place, "--json").stdout)
    check("users", row)
    assert row["users"] == [{"name": "bob", "role": "reviewer"}]
    assert place.read_bytes() == before
    assert PASSWORD not in place.with_name("news.db.users").read_text("utf-8")


def test_the_file_of_users_can_stand_elsewhere(place, tmp_path, monkeypatch):
    other = tmp_path / "team.users"
    assert run("users", "add", "ann", "--role", "reader", "--users", other).exit_code == 0
    monkeypatch.setenv("ELCHI_USERS", str(other))
    assert run("users", "list").stdout == "ann\treader\n"
    assert not place.with_name("news.db.users").exists()


@pytest.mark.parametrize(
    ("arguments", "piped", "told"),
    [
        (("add", "ann", "--role", "king"), f"{PASSWORD}\n", "is no role"),
        (("add", "ann", "--role", "reader"), "short\n", "characters"),
        (("add", "a b", "--role", "reader"), f"{PASSWORD}\n", "cannot be a name"),
        (("add", "ann", "--role", "reader"), "", "characters"), (("remove", "nobody"), "", "no user"),
        (("password", "nobody"), "", "no user"), (("role", "nobody", "reader"), "", "no user"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_in_one_line(place, arguments, piped, told):
    done = run("users", *arguments, "--record", place, piped=piped)
    assert done.exit_code == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_record_on_a_server_has_its_users_in_a_file_that_is_named():
    done = run("users", "list", "--record", "postgresql://ann:secret@host/news")
    assert done.exit_code == 1
    assert "--users" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("more", [("--host", "0.0.0.0"), ("--host", "::"), ("--behind-tls",), ("--users", "none")])
def test_others_are_not_let_in_without_users_and_the_error_says_what_to_do(place, more):
    done = serve("--record", place, "--port", "0", *more)
    assert done.returncode == 1
    assert "elchi users add" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def served(place):
    """Start `elchi serve` with more options; give its address, what it says, and the means to stop it."""
    running = []

    def start(*more):
        command = [sys.executable, "-m", "elchi", "serve", "--record", str(place), "--port", "0", *more]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment)
        running.append(server)
        lines = []
        while not (found := regex.search(r"http://[^ ]+:(\d+)/", lines[-1] if lines else "")):
            lines.append(server.stderr.readline())
            assert lines[-1], "the server ended"
        return f"http://127.0.0.1:{found[1]}/", "".join(lines)

    yield start
    for server in running:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)
        server.stderr.close()


def page(address):
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
        return answer.geturl(), answer.read().decode("utf-8")


def test_on_this_machine_alone_who_sits_there_judges_without_a_login(served):
    address, _ = served("--author", "ann")
    assert "You judge as ann" in page(f"{address}review")[1]


def test_a_server_that_only_reads_shows_no_form(served):
    address, _ = served("--read-only")
    shown = page(f"{address}review")[1]
    assert "only reads" in shown
    assert 'method="post"' not in shown


def test_others_get_in_by_a_login_and_are_told_that_passwords_cross_the_network_as_they_are(place, served):
    run("users", "add", "ann", "--role", "reviewer", "--record", place)
    address, said = served("--host", "0.0.0.0")
    assert "--behind-tls" in said
    assert page(address)[0].startswith(f"{address}login?next=")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        page(f"{address}index.json")


def test_a_server_that_only_reads_leaves_what_a_cut_run_left_and_says_so(place, served):
    with Record.open(place) as record:
        record.mark_all_dirty()
    _, said = served("--read-only")
    assert "not all claims are worked out yet" in said
    with Record.open(place) as record:
        assert record.dirty_blocks(1)
