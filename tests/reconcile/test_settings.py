"""What a claim says, field by field, in words; and back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from saying import event, statement

from elchi.model import DateSpan, Entity, EntityKind
from elchi.packs import load_ontology_data
from elchi.reconcile import correction, settings_of
from elchi.reconcile.correcting import FIELDS, span_of, words_of_span

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def name(participant):
    return participant.entity


def find(text):
    return Entity(text, text, EntityKind.STATE)


@given(DAYS, DAYS)
def test_the_words_of_a_span_mean_the_same_days(one, other):
    for span in (DateSpan.about(*sorted((one, other))), DateSpan.day(one), DateSpan.month(one.year, one.month),
                 DateSpan.year(one.year)):  # fmt: skip
        again = span_of(words_of_span(span))
        assert (again.start, again.end) == (span.start, span.end)


def test_a_span_that_nothing_resolves_has_no_words():
    assert words_of_span(DateSpan.unresolved("recently")) == words_of_span(None) == ""


def test_an_event_and_a_statement_offer_the_fields_that_they_can_have():
    met = settings_of(event("CONSULT meet", "KAZ", "RUS", on="2023-11-09"), name)
    assert met == {
        "type": "CONSULT", "mode": "meet", "status": "past", "date": "2023-11-09", "actor": "", "recipient": "",
        "party": "KAZ; RUS", "place": "",
    }  # fmt: skip
    holds = settings_of(statement("member_of", "KAZ", "SCO"), name)
    assert {"valid.from", "valid.to", "value", "subject", "object"} < set(holds)
    assert set(met) | set(holds) <= set(FIELDS)


def test_a_field_that_is_set_to_what_stands_in_it_changes_nothing_beside_what_is_changed():
    claim = event("CONSULT meet", "KAZ", "RUS", on="2023-11-09")
    told = {field: words for field, words in settings_of(claim, name).items() if words}
    changed = correction(claim, told | {"status": "planned"}, load_ontology_data(), find)
    assert set(changed) <= {"status", "plover"}
