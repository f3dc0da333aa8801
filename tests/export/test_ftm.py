"""followthemoney: its own library takes every entity as it stands."""

import json

import pytest
from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry
from hostile import any_rows, party, row

from elchi.export import ftm
from elchi.export.left_out import LeftOut
from elchi.model import DateSpan

IND, SCO = party("IND", "subject"), party("SCO", "object", "organisation")
LINKS = {"Event", "Note", "Membership", "Occupancy", "UnknownLink"}


def entities(events, left_out=None):
    return [json.loads(line) for line in ftm.lines(events, left_out if left_out is not None else LeftOut())]


def faults(told):
    """What the library finds wrong with entities, and what it would drop or leave in silence."""
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in told}
    for entity in told:
        schema = schemata[entity["id"]]
        try:
            schema.validate(entity)
        except InvalidData as fault:
            yield f"{fault}: {fault.errors}"
            continue
        yield from [] if registry.entity.clean(entity["id"]) == entity["id"] else [f"{entity['id']!r} is no id"]
        for name, values in entity["properties"].items():
            if name not in schema.properties:
                yield f"{schema.name} has no {name}"
                continue
            yield from (f"{name}: {v!r} is dropped" for v in values if schema.get(name).type.clean(v) is None)
            wanted = schema.get(name).range
            others = [value for value in values if wanted and not schemata[value].is_a(wanted)]
            yield from (f"{name}: {value} is no {wanted.name}" for value in others)
        yield from (f"no {name}" for name in schema.required if not entity["properties"].get(name))


@any_rows
def test_the_library_takes_every_entity_as_it_is(events):
    told = entities(events)
    assert not list(faults(told))
    assert len({entity["id"] for entity in told}) == len(told)
    assert all(len(v.splitlines()) == 1 for entity in told for values in entity["properties"].values() for v in values)


@any_rows
def test_every_row_is_told_or_counted(events):
    left_out = LeftOut()
    links = [entity for entity in entities(events, left_out) if entity["schema"] in LINKS]
    assert len(links) + left_out.total() == len(events)


@pytest.mark.parametrize(("name", "value", "said"), [
    ("startDate", "20 August", "startDate': \"Invalid"), ("sourceUrl", "no address", "sourceUrl': \"Invalid"),
    ("organization", "an id!", "organization': \"Invalid"), ("proof", "elchi-entity-IND", "is no Document"),
    ("member", "elchi-article-d1", "is no LegalEntity"), ("member", "", "'member': 'Required"),
    ("borders", "KAZ", "has no borders"), ("role", "\u00ad", "'\\xad' is dropped"),
])  # fmt: skip
def test_a_broken_entity_is_found(name, value, said):
    told = entities([row(IND, SCO, kind="statement", type="member_of", day=None)])
    assert not list(faults(told))
    (link,) = (entity for entity in told if entity["schema"] == "Membership")
    link["properties"][name] = [value] if value else []
    assert [fault for fault in faults(told) if said in fault]


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
