"""Rows to export: plain ones in the words of a test, and any at all, with the text that an article may hold."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elchi.export.event_row import EventRow, PartyRow, SentenceRow
from elchi.model import DateSpan, Precision

NASTY = [
    "=1+1", "+1", "-1", "@sum", "\t=x", "'=x", '"', "a;b", "a,b", "\u2028", "\x00", "\ud800", "\udc00\ud800", "]]>",
    "<b>&amp;</b>", "\\n", "\r\n", "\ufffe", "\U000e0041", "\u202e", "a\"b'c", " ", "#", "%", "%zz", "http://a b",
]  # fmt: skip
TEXT = st.sampled_from(NASTY) | st.text(st.characters(), max_size=8) | st.sampled_from(["India", "भारत ने", "ভারত"])
IDS = st.sampled_from(["IND", "KAZ", "SCO", "BGD"]) | TEXT
KINDS = st.sampled_from(["state", "organisation", "person", "group", "place", "body", "agency", "document"])
ROLES = st.sampled_from(["party", "actor", "recipient", "subject", "object", "speaker", "host", "about", "founder"])
TYPES = {
    "event": st.sampled_from(["CONSULT", "AGREE", "SANCTION", "ASSAULT", "AID"]),
    "statement": st.sampled_from(["member_of", "holds_office", "trade_target", "partnership", "chairs"]),
    "quote": st.just("quote"),
}
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(1990, 1, 1), date(2030, 1, 1))


@st.composite
def spans(draw):
    """Any date: a day, a month, a year, about some days, or words alone."""
    day = draw(DAYS)
    return draw(st.sampled_from([
        DateSpan.day(day), DateSpan.month(day.year, day.month), DateSpan.year(day.year),
        DateSpan.about(day, max(day, date(2026, 5, 1))), DateSpan(day, day, Precision.DAY, "then"),
    ]) | st.builds(DateSpan.unresolved, TEXT))  # fmt: skip


PARTIES = st.builds(
    PartyRow, ROLES, IDS, KINDS, TEXT, st.sampled_from(["", "IND", "KAZ"]), st.sampled_from(["", "GOV", "MIL"]),
    st.sampled_from(["", "president"]), TEXT,
)  # fmt: skip
SENTENCES = st.builds(
    SentenceRow, claim=TEXT, document=st.sampled_from(["d1", "https://example.org/a?b=c#d", "http://[bad"]) | TEXT,
    source=TEXT, published=st.sampled_from(["", "2024-08-20", "2024-08-20T10:00:00+05:30"]) | TEXT,
    language=st.sampled_from(["hi", "bn", "zh-Hant", ""]) | TEXT, field=st.sampled_from(["text", "title"]),
    start=st.integers(0, 10**6), end=st.integers(0, 10**6), text=TEXT,
)  # fmt: skip
VALUES = st.none() | st.fixed_dictionaries({"amount": st.integers(0, 10**15) | st.floats(0, 1e12), "unit": TEXT})
VALUES |= st.fixed_dictionaries({"text": TEXT}) | st.just({"factor": 2})
PLACES = st.none() | st.fixed_dictionaries({"label": TEXT, "entity": IDS, "country": st.sampled_from(["KAZ", ""])})


@st.composite
def rows(draw):
    """Any row at all; its id is made of hexadecimal digits, as those of claims are."""
    kind = draw(st.sampled_from(["event", "statement", "quote"]))
    type_ = draw(TYPES[kind])
    id_ = draw(st.text("0123456789abcdef", min_size=20, max_size=20))
    return EventRow(
        id=id_, unit=draw(st.sampled_from(["claim", "occurrence"])), kind=kind, type=type_,
        mode=draw(st.sampled_from(["", "meet", "visit"]) | TEXT),
        status=draw(st.sampled_from(["past", "ongoing", "planned", "intended", "denied", "hypothetical"])),
        plover=type_ if kind == "event" else "", frame=draw(st.sampled_from(["", "meet", "visit", "unknown"])),
        date=draw(st.none() | spans()), valid_from=draw(st.none() | spans()), valid_to=draw(st.none() | spans()),
        place=draw(PLACES), parties=tuple(draw(st.lists(PARTIES, max_size=4))),
        sentences=tuple(draw(st.lists(SENTENCES, max_size=3))), claims=(id_,), support=draw(st.integers(1, 9)),
        confidence=draw(st.floats(0, 1)), method=draw(st.sampled_from(["", "elchi@0.1.0"]) | TEXT),
        background=draw(st.booleans()), value=draw(VALUES), instrument=draw(st.none() | st.just({"name": "=pact"})),
        contexts=tuple(draw(st.lists(TEXT, max_size=2))), attribution=tuple(draw(st.lists(TEXT, max_size=2))),
        recorded=draw(st.sampled_from(["", "2026-11-22T06:13:02.000001+00:00"])),
    )  # fmt: skip


MANY = st.lists(rows(), max_size=3, unique_by=lambda row: row.id)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


def any_rows(test):
    """Run a test with many lists of any rows, as `events`: they are large, so their making is no fault of the test."""
    return settings(max_examples=60, deadline=None, suppress_health_check=SLOW)(given(events=MANY)(test))


def party(entity, role="party", kind="state", **more):
    state = entity if kind == "state" else ""
    return PartyRow(role, entity, kind, more.pop("label", entity.title()), **({"state": state} | more))


def row(*parties, kind="event", type="CONSULT", mode="meet", status="past", day="2024-08-20", **more):  # noqa: A002
    """A row of one claim with one sentence."""
    told = SentenceRow(
        "00ab", more.pop("document", "d1"), "The Daily", more.pop("published", "2024-08-21"), "en", "text", 0, 9,
        more.pop("text", "They met."),
    )  # fmt: skip
    plain = {
        "id": "0123456789abcdef0123", "unit": "claim", "plover": type if kind == "event" else "", "frame": "",
        "date": DateSpan.day(date.fromisoformat(day)) if day else None, "valid_from": None, "valid_to": None,
        "place": None, "sentences": (told,), "claims": ("00ab",), "support": 1, "confidence": 0.9,
    }  # fmt: skip
    return EventRow(**({"kind": kind, "type": type, "mode": mode, "status": status, "parties": parties} | plain | more))
