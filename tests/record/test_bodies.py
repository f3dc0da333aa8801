"""What is resolved goes into JSON and comes back the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elchi.model import DateSpan
from elchi.model.record import Conflict, ConflictKind, ConflictState, Occurrence, Promise, Side, Stage, Standing, Step
from elchi.record import bodies

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
SPANS = st.none() | st.one_of(
    st.builds(DateSpan.day, DAYS, st.text()),
    st.builds(
        lambda first, last, text: DateSpan.about(min(first, last), max(first, last), text), DAYS, DAYS, st.text()
    ),
    st.builds(DateSpan.unresolved, st.text()),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5,
)  # fmt: skip
OBJECTS = st.none() | st.dictionaries(st.text(), JSON, max_size=3)
WORDS = st.text(max_size=20)
IDS = st.lists(WORDS, max_size=4).map(tuple)
FLAGS = st.booleans()

OCCURRENCES = st.builds(
    Occurrence, id=WORDS, block=WORDS, type=WORDS, mode=WORDS, status=WORDS, plover=WORDS, frame=WORDS, date=SPANS,
    place=OBJECTS, lead=WORDS, claims=IDS, background=FLAGS, virtual=FLAGS, value=OBJECTS, instrument=OBJECTS,
    part_of=st.none() | WORDS.filter(bool), reasons=IDS,
)  # fmt: skip
STANDINGS = st.builds(
    Standing, id=WORDS, block=WORDS, type=WORDS, status=WORDS, slot=WORDS, lead=WORDS, claims=IDS, value=OBJECTS,
    place=OBJECTS, valid_from=SPANS, valid_to=SPANS, ended_by=st.none() | WORDS.filter(bool), now=FLAGS, reasons=IDS,
)  # fmt: skip
SIDES = st.lists(st.builds(Side, JSON, IDS, WORDS), max_size=3).map(tuple)
CONFLICTS = st.builds(
    Conflict, id=WORDS, block=WORDS, kind=st.sampled_from(ConflictKind), about=WORDS, sides=SIDES,
    state=st.sampled_from(ConflictState), explanation=WORDS, by=WORDS,
)  # fmt: skip
STEPS = st.lists(st.builds(Step, st.sampled_from(Stage), SPANS, IDS), min_size=1, max_size=3).map(tuple)
PROMISES = st.builds(
    Promise, id=WORDS, block=WORDS, kind=WORDS, about=WORDS, lead=WORDS, due=SPANS, steps=STEPS, measure=OBJECTS
)  # fmt: skip


@pytest.mark.parametrize(
    ("things", "read"),
    [
        (OCCURRENCES, bodies.occurrence), (STANDINGS, bodies.standing), (CONFLICTS, bodies.conflict),
        (PROMISES, bodies.promise),
    ],
)  # fmt: skip
def test_what_goes_into_a_body_comes_out_of_it(things, read):
    @given(things)
    def comes_back(thing):
        assert read(bodies.to_body(thing)) == thing

    comes_back()


def test_a_body_leaves_out_what_says_nothing():
    held = Standing("s1", "SCO", "chairs", "ongoing", "", "c1", ("c1",))
    assert bodies.to_body(held) == (
        '{"id":"s1","block":"SCO","type":"chairs","status":"ongoing","lead":"c1","claims":["c1"]}'
    )
