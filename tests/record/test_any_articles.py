"""Whatever the articles are, on either store: their order does not count, twice is once, and what is undone was not."""

from contextlib import contextmanager

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import METHOD, claim, party, reading, statement

from elchi import pipeline
from elchi.model import DateSpan
from elchi.record import CONFIRM, REJECT, UNDO, Record

STATES = ("IND", "KAZ", "UZB")
DAYS = ("2022-09-15", "2022-09-16", "2023-01-02")
PLACES = st.sampled_from([None, *({"entity": name, "label": name, "country": name} for name in STATES)])
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
few = settings(max_examples=8, deadline=None, suppress_health_check=SLOW)


@st.composite
def claims(draw, document):
    """What one article tells: meetings, signings, plans, memberships, each in a place of its own in the text."""
    made = []
    for number in range(draw(st.integers(0, 4))):
        one, other = draw(st.permutations(STATES))[:2]
        about = {"document": document, "start": 100 * number, "text": f"{one} and {other}"}
        if draw(st.booleans()):
            type_, mode = draw(st.sampled_from([("CONSULT", "meet"), ("SUPPORT", "sign"), ("AGREE", "invite")]))
            about |= {"status": draw(st.sampled_from(["past", "planned", "denied"])), "place": draw(PLACES)}
            day = draw(st.sampled_from(DAYS))
            made.append(claim(party(one), party(other), type=type_, mode=mode, day=day, **about))
        else:
            span = draw(st.sampled_from([None, DateSpan.year(2005), DateSpan.year(2017)]))
            type_ = draw(st.sampled_from(["member_of", "observer_of", "chairs"]))
            made.append(statement(type_, party(one, "subject"), party("SCO", "object", "organisation"), valid_from=span,
                                  **about))  # fmt: skip
    return made


@st.composite
def articles(draw):
    """Some articles, each with its day of publication; one id may come again with a new text."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        document = f"d{number}"
        text = f"text {document} {draw(st.integers(0, 9))}"
        found.append(reading(text, document, draw(claims(document)), published=draw(st.sampled_from(DAYS))))
    return found


@contextmanager
def new_record(store, request, folder):
    """A record of its own on a store."""
    if store == "sqlite":
        with Record.open(folder / "elchi.db", create=True) as opened:
            yield opened
    else:
        with request.getfixturevalue("server").schema() as address, Record.open(address, create=True) as opened:
            yield opened


def fill(record, found):
    for one in found:
        record.add(one, METHOD)
    pipeline.reconcile_record(record)


def told(record):
    """All that a record answers, without the keys of its rows and the times of its writing."""
    return {
        "claims": sorted(str(stored.claim.to_json()) for stored in record.claims()),
        "occurrences": sorted(record.occurrences(), key=lambda one: one.id),
        "standings": [record.standings_of_entity(name) for name in (*STATES, "SCO")],
        "conflicts": sorted(record.conflicts(), key=lambda one: one.id),
        "promises": sorted(record.promises(), key=lambda one: one.id),
        "counts": [*map(record.pairs, STATES), *map(record.names, STATES), record.counts()],
    }


@few
@given(data=st.data(), found=articles())
def test_any_order_of_articles_comes_to_the_same_record(store, request, tmp_path_factory, data, found):
    shuffled = data.draw(st.permutations(found))
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "other")]
    with new_record(store, request, folders[0]) as one, new_record(store, request, folders[1]) as other:
        fill(one, found)
        fill(other, shuffled)
        assert told(one) == told(other)


@few
@given(found=articles())
def test_articles_that_come_twice_are_there_once(store, request, tmp_path_factory, found):
    with new_record(store, request, tmp_path_factory.mktemp("twice")) as record:
        fill(record, found)
        before = told(record), list(record.bundle())
        assert [record.add(one, METHOD).new for one in found] == [False] * len(found)
        pipeline.reconcile_record(record)
        assert (told(record), list(record.bundle())) == before


@few
@given(data=st.data(), found=articles().filter(lambda found: any(one.claims for one in found)))
def test_a_judgement_that_is_undone_has_changed_nothing_of_any_record(store, request, tmp_path_factory, data, found):
    every = sorted(made.claim for one in found for made in one.claims)
    with new_record(store, request, tmp_path_factory.mktemp("judged")) as record:
        fill(record, found)
        before = told(record)
        judged = data.draw(st.lists(st.tuples(st.sampled_from([REJECT, CONFIRM]), st.sampled_from(every)), max_size=3))
        numbers = [pipeline.judge(record, kind, {"claim": one}, "ann", "so") for kind, one in judged]
        if any(kind == REJECT for kind, _one in judged[-1:]):
            assert told(record) != before
        for number in data.draw(st.permutations(numbers)):
            pipeline.judge(record, UNDO, {}, "ann", reverses=number)
        assert told(record) == before


@few
@given(found=articles())
def test_a_bundle_gives_an_equal_record_on_the_same_store(store, request, tmp_path_factory, found):
    with new_record(store, request, tmp_path_factory.mktemp("given")) as given_, \
            new_record(store, request, tmp_path_factory.mktemp("loaded")) as loaded:  # fmt: skip
        fill(given_, found)
        loaded.load_bundle([line.encode() for line in given_.bundle_text()])
        pipeline.reconcile_record(loaded)
        assert told(loaded) == told(given_)
        assert list(loaded.bundle()) == list(given_.bundle())
