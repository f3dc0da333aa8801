"""The description of the API is true: whatever may be asked is answered as it says, and never with a fault of ours."""

import json

import pytest
import schemathesis
from browsing import serving
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from judged_record import MET, PRAISED, make
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from visiting import Visitor

from elchi.record import Record
from elchi.web import Access, Limits, create_app, fetch
from elchi.web.pages import PAGES
from elchi.web.sql import SQL

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 25
JUDGING = "/review.json"


@pytest.fixture(scope="module")
def description(app):
    return json.loads(fetch(app, "/api.json").body)


def test_every_twin_is_described_and_nothing_else(description):
    assert set(description["paths"]) == {page.twin for page in (*PAGES, SQL)}
    for path, methods in description["paths"].items():
        assert set(methods) == ({"get", "post"} if path == "/review.json" else {"get"})


def test_every_reference_of_the_description_leads_to_a_schema(description):
    schemas = description["components"]["schemas"]

    def references(part):
        if isinstance(part, dict):
            yield from (value for key, value in part.items() if key == "$ref" and isinstance(value, str))
            for value in part.values():
                yield from references(value)
        elif isinstance(part, list):
            for value in part:
                yield from references(value)

    targets = set(references(description))
    assert targets
    assert {target.removeprefix("#/components/schemas/") for target in targets} <= set(schemas)
    assert "urn:elchi" not in json.dumps(description["paths"])
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)


def test_the_page_of_the_api_names_every_address(app, description):
    page = fetch(app, "/api").text
    for path in description["paths"]:
        assert f"GET {path}" in page


@pytest.fixture(scope="module")
def site(app):
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module")
def api(description):
    return schemathesis.openapi.from_dict(description)


@pytest.mark.parametrize("path", [page.twin for page in (*PAGES, SQL)])
def test_whatever_is_asked_is_answered_as_described(api, site, path):
    @given(case=api[path]["GET"].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case):
        case.validate_response(case.call(base_url=site), checks=CHECKS)

    ask()


@pytest.fixture(scope="module")
def judging(tmp_path_factory, names):
    """A server on which people judge, the description of its API, and what a form needs to be taken."""
    place = make(tmp_path_factory.mktemp("judging") / "news.db")
    with Record.open(place) as writer, Record.open(place, read_only=True) as reader:
        pages = create_app(reader, names, limits=Limits(burst=100_000), access=Access(writer, "ann"))
        visitor = Visitor(pages)
        visitor.get("/review")
        cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
        with serving(pages) as site:
            api = schemathesis.openapi.from_dict(json.loads(fetch(pages, "/api.json").body))
            yield api, site, visitor.token, cookie


@pytest.mark.parametrize("sealed", [True, False], ids=["from a page of ours", "from anywhere"])
def test_whatever_is_judged_is_answered_as_described(judging, sealed):
    api, site, token, cookie = judging
    seen = set()

    @given(case=api[JUDGING]["POST"].as_strategy(), meant=st.sampled_from((MET, PRAISED, "ffffffff", "")))
    @settings(max_examples=2 * EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case, meant):
        if sealed:
            case.headers = {**(case.headers or {}), "Origin": site, "Cookie": cookie}
        if sealed and isinstance(case.body, dict):
            case.body |= {"token": token, "claim": meant}
        answer = case.call(base_url=site)
        case.validate_response(answer, checks=CHECKS)
        seen.add(answer.status_code)

    ask()
    assert 500 not in seen
    assert {200, 404, 422} <= seen if sealed else seen == {403}
