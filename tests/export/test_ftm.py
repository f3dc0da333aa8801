"""followthemoney: its own library takes every entity, and cleans nothing away."""

import json

from followthemoney import model
from followthemoney.exc import InvalidData
from hostile import any_rows, party, row

from elchi.export import ftm
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

IND, SCO = party("IND", "subject"), party("SCO", "object", "organisation")


def entities(events, left_out=None):
    return [json.loads(line) for line in ftm.lines(events, left_out if left_out is not None else LeftOut())]


def faults(entity, known):
    """What the library finds wrong with an entity; `known` gives the schema of every entity by id."""
    schema = model.get(entity["schema"])
    try:
        schema.validate(entity)
    except InvalidData as fault:
        yield f"{fault}: {fault.errors}"
    for name, values in entity["properties"].items():
        means = schema.get(name)
        yield from (f"{name}: {value!r} is cleaned away" for value in values if means.type.clean(value) is None)
        if means.range is not None:
            yield from (f"{name} points at {known[v]}" for v in values if not model.get(known[v]).is_a(means.range))


def test_the_library_refuses_what_is_wrong():
    event = {"id": "e1", "schema": "Event", "properties": {"name": ["A meeting"], "date": ["soon"], "involved": ["m1"]}}
    member = {"id": "m1", "schema": "Membership", "properties": {}}
    told = " ".join([*faults(event, {"m1": "Membership"}), *faults(member, {})])
    assert "'soon' is cleaned away" in told
    assert "points at Membership" in told
    assert "organization" in told


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
