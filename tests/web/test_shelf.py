"""Pages are made once until the record changes, packed, and not sent to those who have them."""

import gzip
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from making import METHOD, claim, party, reading
from resolving import resolve

from elchi.pipeline import reconcile_record
from elchi.record import Record
from elchi.web import Limits, create_app, fetch
from elchi.web.door import Access

MANY = Limits(burst=100_000)
GZIP = {"Accept-Encoding": "gzip"}


def met(document, day):
    text = f"IND met KAZ {document}"
    return reading(text, document, [claim(party("IND"), party("KAZ"), document=document, day=day, text=text)])


@pytest.fixture
def opened(tmp_path):
    with Record.open(tmp_path / "few.db", create=True) as record:
        record.add(met("d1", "2022-09-16"), METHOD)
        reconcile_record(record, resolve=resolve)
        yield record


@pytest.fixture
def pages(opened, names):
    return create_app(opened, names, limits=MANY)


@pytest.mark.parametrize("address", ["/", "/pair/IND/KAZ", "/pair/IND/KAZ.json", "/entity/IND", "/search?q=met"])
def test_who_has_a_page_is_told_that_it_is_still_right_until_the_record_changes(opened, pages, address):
    first = fetch(pages, address)
    again = fetch(pages, address, {"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
    opened.add(met("d2", "2023-01-02"), METHOD)
    reconcile_record(opened, resolve=resolve)
    changed = fetch(pages, address, {"If-None-Match": first.headers["etag"]})
    assert changed.status == 200
    assert changed.headers["etag"] != first.headers["etag"]


def test_what_was_added_is_on_the_next_page(opened, pages):
    assert "d2" not in fetch(pages, "/pair/IND/KAZ").text
    opened.add(met("d2", "2023-01-02"), METHOD)
    reconcile_record(opened, resolve=resolve)
    assert "d2" in fetch(pages, "/pair/IND/KAZ").text


def test_another_language_has_another_page(pages):
    english, hindi = (fetch(pages, "/", {"Accept-Language": code}) for code in ("en", "hi"))
    assert english.headers["etag"] != hindi.headers["etag"]
    assert fetch(pages, "/", {"Accept-Language": "hi", "If-None-Match": english.headers["etag"]}).status == 200
    assert fetch(pages, "/", {"Accept-Language": "hi"}).body == hindi.body


def test_a_packed_page_is_the_page(pages):
    plain, packed = fetch(pages, "/pair/IND/KAZ"), fetch(pages, "/pair/IND/KAZ", GZIP)
    assert (plain.headers.get("content-encoding"), packed.headers["content-encoding"]) == (None, "gzip")
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2
    assert fetch(pages, "/pair/IND/KAZ", GZIP).body == packed.body
    assert "Accept-Encoding" in packed.headers["vary"]


def test_nothing_is_kept_of_pages_with_forms_of_a_visitor(opened, names, pages):
    judging = create_app(opened, names, limits=MANY, access=Access(writer=opened, author="ann"))
    first, again = (fetch(judging, "/conflicts") for _ in range(2))
    assert "etag" not in first.headers
    assert first.headers["set-cookie"] != again.headers["set-cookie"]
    assert "etag" in fetch(pages, "/conflicts").headers


def test_a_page_is_made_once_and_again_where_nothing_may_be_kept(opened, names, monkeypatch):
    from elchi import query  # noqa: PLC0415 - the module whose questions are counted

    asked = []
    real = query.pair
    monkeypatch.setattr(query, "pair", lambda *some, **more: asked.append(1) or real(*some, **more))
    for limits, times in ((MANY, 1), (Limits(burst=100_000, shelf_bytes=0), 3)):
        asked.clear()
        pages = create_app(opened, names, limits=limits)
        assert len({fetch(pages, "/pair/IND/KAZ").body for _ in range(3)}) == 1
        assert len(asked) == times


def test_several_who_ask_at_once_have_a_page_made_once(opened, names, monkeypatch):
    from elchi import query  # noqa: PLC0415 - the module whose questions are counted

    asked = []
    real = query.pair

    def slow(*some, **more):
        asked.append(1)
        time.sleep(0.2)
        return real(*some, **more)

    monkeypatch.setattr(query, "pair", slow)
    pages = create_app(opened, names, limits=Limits(burst=100_000, questions_at_once=3))
    with ThreadPoolExecutor(6) as readers:
        found = list(readers.map(lambda _: fetch(pages, "/pair/IND/KAZ"), range(6)))
    assert {page.status for page in found} == {200}
    assert len({page.body for page in found}) == len(asked) == 1


def test_a_page_that_is_made_waits_for_none_that_is_not(opened, names, monkeypatch):
    from elchi import query  # noqa: PLC0415 - the module whose questions are held up

    goes_on = threading.Event()
    pages = create_app(opened, names, limits=Limits(burst=100_000, questions_at_once=1))
    kept = fetch(pages, "/")
    real = query.pair
    monkeypatch.setattr(query, "pair", lambda *some, **more: goes_on.wait(20) and real(*some, **more))
    with ThreadPoolExecutor(1) as reader:
        waiting = reader.submit(fetch, pages, "/pair/IND/KAZ")
        try:
            assert fetch(pages, "/").body == kept.body
            assert not waiting.done()
        finally:
            goes_on.set()
        assert waiting.result().status == 200


def test_a_fault_is_not_kept(pages):
    fault = fetch(pages, "/entity/xyzzy")
    assert fault.status == 404
    assert "etag" not in fault.headers


def test_a_question_that_takes_too_long_is_stopped_and_the_page_says_what_to_narrow(opened, names, monkeypatch):
    from elchi import query  # noqa: PLC0415 - the module whose question is slowed

    stopped = []

    def endless(record, *_, **__):
        numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
        try:
            with record._read() as connection:
                connection.exec_driver_sql(numbers)
        finally:
            stopped.append(time.monotonic())

    monkeypatch.setattr(query, "timeline", endless)
    pages = create_app(opened, names, limits=Limits(question_seconds=0.3))
    answer = fetch(pages, "/timeline/IND.json")
    assert answer.status == 503
    assert "limit=" in json.loads(answer.body)["error"]["message"]
    end = time.monotonic() + 20
    while not stopped and time.monotonic() < end:
        time.sleep(0.05)
    assert stopped
    assert fetch(pages, "/health").status == 200
