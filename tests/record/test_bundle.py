"""A bundle is the whole record: loaded into another one, on either store, it gives an equal record."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import METHOD, claim, party, reading, statement
from resolving import resolve

from elchi.errors import FormatError, RecordError
from elchi.model import DateSpan
from elchi.model.persons import Joined, Meaning
from elchi.pipeline import reconcile_record
from elchi.record import SAME_ENTITY, Record
from elchi.record import resolved_schema as tables

DAYS = ("2022-01-01", "2022-06-01")
OTHERS = ("KAZ", "UZB", "SCO")


def in_bytes(lines):
    """Return the lines of a bundle as a file gives them."""
    return [f"{json.dumps(line, ensure_ascii=False)}\n".encode() for line in lines]


def fill(record, steps):
    """Take `steps`: (document, version of its text, day of publication or None, whom it names, method)."""
    for document, version, published, other, method in steps:
        told = claim(party("IND"), party(other), party("x-modi", kind="person"), document=document, day="2022-09-16",
                     start=version, text="मोदी ৫০%", text_sha256=str(version))  # fmt: skip
        held = statement("member_of", party(other, "subject"), party("SCO", "object", "organisation"),
                         document=document, valid_from=DateSpan.year(2017))  # fmt: skip
        made = reading(f"{document} {version}", document, [told, held], published=published)
        record.add(replace(made, notes=("home state IND",)), method)


def adorn(record):
    record.write_joined(Joined((Meaning("x-modi", "narendra-modi", "Narendra Modi"),)))
    names = sorted({stored.claim.document for stored in record.claims()})
    record.set_reports([(name, "s", names[0]) for name in names])
    record.add_judgement(SAME_ENTITY, {"first": "x-modi", "second": "narendra-modi"}, "ann", "the same name")
    run = record.begin_run(METHOD)
    record.log_failure(run, "d9", "empty")
    record.end_run(run)
    while batch := record.without_fingerprint("prints-1"):
        record.add_fingerprints("prints-1", {key: article.text for key, article in batch})


def state(record):
    """Return all that a record answers, and what is resolved from it."""
    reconcile_record(record, resolve=resolve)
    with record._read() as connection:
        linked = {
            table.name: sorted(map(repr, (tuple(row) for row in connection.execute(table.select()))))
            for kind in (tables.CLAIMS, tables.PAIRS, tables.ENTITIES) for table in kind.values()
        }  # fmt: skip
    return (
        list(record.bundle()), linked, record.occurrences(), record.search("मोदी", entity="narendra-modi"),
        record.claims_of_entity("narendra-modi"), record.judgements(), record.resolved_counts(),
        [record.claims_of_block(block, known=day) for block in ("SCO", "IND|KAZ") for day in DAYS],
    )  # fmt: skip


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["d1", "d2", "d3"]), st.integers(1, 2), st.sampled_from([None, "2022-01-01", "2022-05-05"]),
        st.sampled_from(OTHERS[:2]), st.sampled_from([METHOD, "elchi@later"]),
    ), max_size=6,
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_a_loaded_bundle_gives_an_equal_record(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("bundle")
    with Record.open(folder / "a.db", create=True) as given, Record.open(folder / "b.db", create=True) as loaded:
        fill(given, steps)
        adorn(given) if steps else None
        loaded.load_bundle(in_bytes(given.bundle()))
        assert state(loaded) == state(given)


@pytest.mark.parametrize("way", ["there", "back"])
def test_a_record_is_equal_on_the_other_store(record, tmp_path, way):
    steps = [
        ("d1", 1, "2022-01-01", "KAZ", METHOD),
        ("d1", 2, "2022-05-05", "UZB", METHOD),
        ("d2", 1, None, "KAZ", METHOD),
    ]
    with Record.open(tmp_path / "other.db", create=True) as other:
        source, target = (record, other) if way == "there" else (other, record)
        fill(source, steps)
        adorn(source)
        assert target.load_bundle(in_bytes(source.bundle())) == 6
        assert state(target) == state(source)
        fill(source, [("d3", 1, None, "SCO", METHOD)])
        fill(target, [("d3", 1, None, "SCO", METHOD)])
        assert len(list(target.claims())) == len(list(source.claims()))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (lambda lines: lines[:-1], "cut off"),
        (lambda lines: lines[:3] + lines[4:], "lines where"),
        (lambda lines: [{"bundle": 99}, *lines[1:]], "or of a later one"),
        (lambda _: [{"text": "भारत"}], "no bundle"),
        (lambda lines: [lines[0], {"article": {"key": 1}}, *lines[2:]], "no line of a bundle"),
        (lambda lines: [lines[0], {"wombat": {}}, *lines[2:]], "no line of a bundle"),
        (lambda _: [], "cut off"),
    ],
)
def test_a_bundle_that_is_none_is_refused_and_nothing_of_it_is_kept(record, tmp_path, broken, words):
    with Record.open(tmp_path / "other.db", create=True) as other:
        fill(other, [("d1", 1, None, "KAZ", METHOD)])
        lines = broken(list(other.bundle()))
    with pytest.raises(FormatError, match=words):
        record.load_bundle(in_bytes(lines), "b.jsonl")
    assert record.counts().articles == record.counts().claims == 0


def test_a_bundle_is_loaded_into_an_empty_record_alone(record):
    fill(record, [("d1", 1, None, "KAZ", METHOD)])
    with pytest.raises(RecordError, match="empty record"):
        record.load_bundle(in_bytes(record.bundle()))
