"""followthemoney: every entity fits the schema that its library publishes.

The library brings a build of ICU and 110 MB, so the facts that matter stand in ftm_schema.json, taken from it: what
each schema requires, of what type each property is, what kinds of entity it may point at. tools/check_ftm.py asks the
library itself.
"""

import json
from pathlib import Path

import regex
from hostile import any_rows, party, row

from elchi.export import ftm
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

SCHEMATA = json.loads(Path(__file__).with_name("ftm_schema.json").read_text("utf-8"))["schemata"]
DATE = regex.compile(r"\d{4}(-\d\d(-\d\d)?)?")
ID = regex.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
IND, SCO = party("IND", "subject"), party("SCO", "object", "organisation")


def entities(events, left_out=None):
    return [json.loads(line) for line in ftm.lines(events, left_out if left_out is not None else LeftOut())]


def faults(entity, known):
    """What is wrong with an entity by the schema; `known` gives the schema of every entity by id."""
    schema = SCHEMATA[entity["schema"]]
    yield from [] if ID.fullmatch(entity["id"]) else [f"{entity['id']!r} is no id"]
    yield from (f"no {name}" for name in schema["required"] if not entity["properties"].get(name))
    for name, values in entity["properties"].items():
        kind, _, target = schema["properties"][name].partition(":")
        for value in values:
            if not isinstance(value, str) or not value.strip() or len(value.splitlines()) != 1:
                yield f"{name}: {value!r}"
            if kind == "entity" and not ID.fullmatch(value):
                yield f"{name}: {value!r} is no id"
            if kind == "entity" and target not in SCHEMATA[known[value]]["is"]:
                yield f"{name} points at {known[value]}, not {target}"
            if kind == "date" and not DATE.fullmatch(value):
                yield f"{name}: {value!r} is no date"
            if kind == "url" and not regex.match(r"https?://[\w.]", value):
                yield f"{name}: {value!r} is no address"


@any_rows
def test_every_entity_fits_its_schema_and_points_at_one_that_is_there(events):
    told = entities(events)
    known = {entity["id"]: entity["schema"] for entity in told}
    assert not [fault for entity in told for fault in faults(entity, known)]
    assert len(known) == len(told)


@any_rows
def test_every_row_is_told_or_counted(events):
    left_out = LeftOut()
    links = [e for e in entities(events, left_out) if e["schema"] in
             {"Event", "Note", "Membership", "Occupancy", "UnknownLink"}]  # fmt: skip
    assert len(links) + left_out.total() == len(events)


def test_a_member_an_office_and_another_link():
    member = row(IND, SCO, kind="statement", type="member_of", day=None, valid_from=DateSpan.year(2017))
    person = party("modi", "subject", "person", office="prime_minister", state="IND")
    office = row(person, party("IND", "object"), kind="statement", type="holds_office", day=None, id="b" * 20)
    partner = row(IND, party("KAZ", "object"), kind="statement", type="partnership", day=None, id="c" * 20)
    told = {entity["schema"]: entity["properties"] for entity in entities([member, office, partner])}
    assert told["Membership"]["startDate"] == ["2017"]
    assert told["Membership"]["member"] == ["elchi-entity-IND"]
    assert told["Position"]["name"] == ["prime minister, Ind"]
    assert told["Occupancy"]["holder"] == ["elchi-entity-modi"]
    assert told["UnknownLink"]["role"] == ["partnership"]


def test_what_is_denied_has_not_happened():
    left_out = LeftOut()
    assert entities([row(IND, SCO, status="denied")], left_out) == []
    assert left_out == {"denied or hypothetical claims": 1}
