"""A record of the sample corpus, its pages, and one way to ask for them."""

import json
import shutil
import sys
from importlib.resources import files
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))  # making.py: claims and a reader for tests
sys.path.insert(0, str(Path(__file__).parent))  # markup.py: pages as trees

import judged_record
import serving

from elchi.cli.ingesting import ingest
from elchi.model import Article
from elchi.pipeline import known_names, reconcile_record
from elchi.read import read_articles
from elchi.record import Record
from elchi.web import Limits, create_app, fetch

CORPUS = files("elchi") / "data" / "demo" / "articles.jsonl"
MANY = Limits(burst=100_000)
"""Tests ask more often than a visitor may; test_guard.py looks at the rate itself."""


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    """The sample corpus, read."""
    with Record.open(tmp_path_factory.mktemp("web") / "sample.db", create=True) as opened:
        summary = ingest(opened, read_articles([str(CORPUS)]))
        assert not summary.failed
        yield opened


@pytest.fixture(scope="session")
def names():
    return known_names()


@pytest.fixture(scope="session")
def app(record, names):
    return create_app(record, names, limits=MANY, sql=True)


@pytest.fixture(scope="session")
def get(app):
    """Ask for an address; `get(address, accept_language="hi")` with a header."""

    def ask(address, **headers):
        return fetch(app, address, {name.replace("_", "-"): value for name, value in headers.items()})

    return ask


@pytest.fixture(scope="session")
def get_json(get):
    def ask(address):
        answer = get(address)
        assert answer.status == 200, answer.text
        assert answer.headers["content-type"] == "application/json"
        return json.loads(answer.body)

    return ask


@pytest.fixture(scope="session")
def a_claim(record):
    """The id of a claim with evidence in the middle of its article."""
    return record.claims_of_document("bn-2025-01-12-border-fence")[3].claim.claim


@pytest.fixture(scope="session")
def a_story(record):
    """The id of a story with a translation."""
    return record.stories("bn-2024-06-22-hasina-delhi")[0].story


@pytest.fixture(scope="session")
def an_event(record):
    """The id of an event that two articles of one report tell, and within which others happened."""
    visits = (o.id for o in record.occurrences() if o.mode == "visit" and record.occurrences_within(o.id))
    told = ((visit, record.support("occurrence", [visit])[visit]) for visit in visits)
    return next(visit for visit, support in told if (support.reports, support.articles) == (1, 2))


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL of the tests' own."""
    with serving.serving() as started:
        yield started


@pytest.fixture
def store(request):
    """SQLite; both stores, one after the other, for tests that are marked `on_each_store` of visiting.py."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="session")
def judged_file(tmp_path_factory):
    return judged_record.make(tmp_path_factory.mktemp("judged") / "news.db")


@pytest.fixture(scope="session")
def judged_database(server):
    with server.database() as name:
        judged_record.make(server.address(name))
        yield name


@pytest.fixture
def judged_place(store, tmp_path, request):
    """Where a copy of the record of judged_record.py lies, to be judged."""
    if store == "sqlite":
        yield Path(shutil.copy(request.getfixturevalue("judged_file"), tmp_path))
    else:
        server, like = (request.getfixturevalue(name) for name in ("server", "judged_database"))
        with server.database(like) as name:
            yield server.address(name)


SCRIPT = "<script>alert(1)</script>"
LONG_WORD = "क" * 1_000_000
HOSTILE = (
    Article(
        "hostile<script>alert(0)</script>",
        f"{SCRIPT} IND met KAZ on 2022-09-16 \"><img src=x onerror=alert(2)>\u202eevil\u202c",
        title=f"<svg onload=alert(3)>{SCRIPT}", language='hi" onmouseover="alert(4)', published="2022-09-17",
        source="</title><script>alert(5)</script>", url="javascript:alert(6)",
    ),
    Article("long", f"IND met KAZ on 2022-09-18 {LONG_WORD}", title=LONG_WORD[:5000], language="hi", url="https://example.org/a"),
    Article("data", "IND met KAZ on 2022-09-19", language="hi", url="data:text/html,<script>alert(7)</script>"),
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory):
    """Articles that would run a script, break out of an attribute, or never end."""
    from making import METHOD, read_claims  # noqa: PLC0415 - after the path is set

    with Record.open(tmp_path_factory.mktemp("hostile") / "hostile.db", create=True) as opened:
        for article in HOSTILE:
            opened.add(read_claims(article), METHOD)
        reconcile_record(opened)
        yield opened


@pytest.fixture(scope="session")
def hostile_get(hostile_record, names):
    pages = create_app(hostile_record, names, limits=MANY, sql=True)
    return lambda address: fetch(pages, address)


def pytest_terminal_summary(terminalreporter):
    """A browser that is missing is said in a line of its own, not only counted among the skipped."""
    from browsing import MISSING, chromium  # noqa: PLC0415 - after the path is set

    if chromium() is None:
        terminalreporter.write_line(MISSING, red=True, bold=True)
