"""The description of the API is true: whatever may be asked is answered as it says, and never with a fault of ours."""

import json

import pytest
import schemathesis
from browsing import serving
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from elchi.web import fetch
from elchi.web.pages import PAGES

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 25


@pytest.fixture(scope="module")
def description(app):
    return json.loads(fetch(app, "/api.json").body)


def test_every_twin_is_described_and_nothing_else(description):
    assert set(description["paths"]) == {page.twin for page in PAGES}
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


@pytest.mark.parametrize("path", [page.twin for page in PAGES])
def test_whatever_is_asked_is_answered_as_described(api, site, path):
    @given(case=api[path]["GET"].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case):
        case.validate_response(case.call(base_url=site), checks=CHECKS)

    ask()
