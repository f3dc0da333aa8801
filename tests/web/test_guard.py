"""Who may ask, how large, how often; and the headers of every answer."""

import json
import time

import pytest

from elchi.web import Limits, create_app, fetch
from elchi.web.guard import POLICY
from elchi.web.limits import Rates


@pytest.mark.parametrize(
    "address",
    ["/", "/index.json", "/nothing", "/nothing.json", "/entity/xyzzy", "/static/elchi.css", "/pair?a=IND&b=KAZ"],
)
def test_every_answer_forbids_scripts_and_frames_of_others(get, address):
    headers = get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(("host", "status"), [
    ("localhost", 200), ("localhost:8765", 200), ("127.0.0.1:1", 200), ("[::1]:8765", 200), ("evil.example", 400),
    ("localhost.evil.example:8765", 400), ("", 400),
])  # fmt: skip
def test_a_server_of_this_machine_answers_to_its_own_names_alone(get, host, status):
    assert get("/conflicts.json", host=host).status == status


def test_a_server_for_others_answers_to_any_name(record, names):
    pages = create_app(record, names, hosts=())
    assert fetch(pages, "/conflicts.json", {"host": "desk.example"}).status == 200


def test_a_long_address_is_refused(get):
    assert get("/search?q=" + "a" * 5000).status == 414
    assert json.loads(get("/search.json?q=" + "a" * 5000).body)["error"]["status"] == 414


@pytest.mark.parametrize("size", ["20000", "99999999999999999999", "-1", "x", "٣"])
def test_a_request_that_carries_much_is_refused(app, size):
    assert fetch(app, "/", {"content-length": size.encode().decode("latin-1")}).status == 413


def test_a_visitor_who_asks_too_often_waits(record, names):
    pages = create_app(record, names, limits=Limits(per_second=0.001, burst=3))
    statuses = [fetch(pages, "/health").status for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = fetch(pages, "/conflicts.json")
    assert refused.headers["retry-after"] == "1"
    assert json.loads(refused.body)["error"]["title"] == "Too Many Requests"
    assert fetch(pages, "/static/elchi.css").status == 200


def test_a_bucket_fills_with_time_and_no_visitor_drains_that_of_another():
    rates = Rates(Limits(per_second=2, burst=2))
    assert [rates.allows("a", 0.0) for _ in range(3)] == [True, True, False]
    assert rates.allows("b", 0.0)
    assert not rates.allows("a", 0.4)
    assert rates.allows("a", 0.6)


def test_a_question_that_takes_too_long_is_given_up(record, names, monkeypatch):
    from elchi import query  # noqa: PLC0415 - the module whose question is slowed

    monkeypatch.setattr(query, "timeline", lambda *_, **__: time.sleep(0.4))
    pages = create_app(record, names, limits=Limits(question_seconds=0.05))
    answer = fetch(pages, "/timeline/IND.json")
    assert answer.status == 503
    assert "0.05 seconds" in json.loads(answer.body)["error"]["message"]


def test_pages_are_read_only(app):
    import asyncio  # noqa: PLC0415

    sent = []

    async def ask():
        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": "/conflicts", "raw_path": b"/conflicts", "query_string": b"",
                 "headers": [(b"host", b"localhost")], "client": ("1.1.1.1", 1), "http_version": "1.1", "root_path": "",
                 "scheme": "http", "server": ("localhost", 80)}  # fmt: skip
        await app(scope, receive, send)

    asyncio.run(ask())
    assert sent[0]["status"] == 405


def test_static_files_asked_for_by_their_hash_are_kept_for_ever(get):
    assert "immutable" in get("/static/elchi.css?v=1").headers["cache-control"]
    assert get("/static/elchi.css").headers["cache-control"] == "no-cache"
    assert get("/static/../app.py").status == 404
    assert get("/static/%2e%2e/app.py").status == 404
