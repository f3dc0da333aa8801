"""What holds for the dates of every text: they stand in it, in order, and resolving them never breaks."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from elchi.clean import clean_article
from elchi.link import resolve_date
from elchi.link.dates import reference_day
from elchi.link.eras import era_span, era_year
from elchi.mentions import mark_passages, scan_passages
from elchi.model import Article, DateSpan, Precision
from elchi.model.mention import DateKind, DateMention
from elchi.packs import data_folder, languages, load_ontology_data, load_pack

CODES = languages()
BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SIGNS = [" ", " ", " ", ", ", "-", "–", " (", ") ", ". ", "/", "", "\n", "।", " : "]
NUMBERS = [
    "0",
    "1",
    "22",
    "31",
    "32",
    "1992",
    "2024",
    "2023-24",
    "99999",
    "22.02.1992",
    "30/2/2024",
    "१७",
    "২০২৪",
    "১৪৩১",
]
STATUSES = ["past", "ongoing", "planned", "intended", "hypothetical", "denied"]
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@cache
def words(code: str) -> list[str]:
    """Every phrase of a language's tables of time, and what stands between them."""
    found = []
    for name in ("months", "weekdays", "day_words", "date_words", "numbers"):
        lines = data_folder().joinpath("languages", code, f"{name}.tsv").read_text("utf-8").splitlines()
        found += [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    markers = data_folder().joinpath("languages", code, "markers.tsv").read_text("utf-8").splitlines()
    return found + [line.split("\t")[0] for line in markers if line and not line.startswith("#")]


def texts(code: str) -> st.SearchStrategy[str]:
    """Words of time, numbers and signs in any order, with noise between."""
    piece = st.one_of(
        st.sampled_from(words(code)), st.sampled_from(NUMBERS), st.integers(0, 3000).map(str), st.text(max_size=5)
    )
    pairs = st.lists(st.tuples(piece, st.sampled_from(SIGNS)), max_size=14)
    return pairs.map(lambda parts: "".join(text + sign for text, sign in parts))


def dates_of(text: str, code: str) -> list[list[DateMention]]:
    """The dates of each passage of a text."""
    article, pack = Article("a", text), load_pack(code)
    scans = [scan for _, scan in scan_passages(article, clean_article(article, pack), pack)]
    return [list(m.dates) for m in mark_passages(scans, load_ontology_data().offices.abroad)]


@pytest.mark.parametrize("code", CODES)
@BOUNDED
@given(data=st.data())
def test_dates_stand_inside_their_text_in_order_and_resolving_them_never_raises(code, data):
    text = data.draw(texts(code))
    published = data.draw(st.one_of(st.none(), st.just("1999"), DAYS.map(str)))
    told = data.draw(st.one_of(st.none(), DAYS.map(DateSpan.day)))
    for passage in dates_of(text, code):
        reference = replace(reference_day(Article("a", text, published=published), passage), told=told)
        last = 0
        for mention in passage:
            assert last <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end].strip()
            last = mention.end
            for status in STATUSES:
                span = resolve_date(mention, text[mention.start : mention.end], reference, status)
                assert (span.start is None) == (span.end is None) == (span.precision is Precision.UNRESOLVED)
                assert span.start is None or span.end is None or span.start <= span.end
                assert span.precision is not Precision.DAY or span.start == span.end


@pytest.mark.parametrize("code", CODES)
@BOUNDED
@given(data=st.data())
def test_the_dates_of_a_text_stand_where_they_stood_when_words_are_put_before_it(code, data):
    text = data.draw(st.sampled_from(words(code))) + " 2024"
    before = "«« "
    found, moved = dates_of(text, code), dates_of(before + text, code)
    assume(found and found[0])
    shifted = [(d.start + len(before), d.end + len(before), d.kind) for d in found[0]]
    assert [(d.start, d.end, d.kind) for d in moved[0]] == shifted


mentions = st.builds(
    DateMention,
    first=st.just(0), after=st.just(1), start=st.just(0), end=st.just(4), text=st.just(""),
    kind=st.sampled_from(list(DateKind)),
    year=st.none() | st.integers(0, 12000), month=st.none() | st.integers(1, 12), day=st.none() | st.integers(1, 31),
    offsets=st.lists(st.integers(-3, 3), max_size=2).map(tuple),
    days=st.none() | st.tuples(st.integers(-10**7, 10**7), st.integers(-10**7, 10**7)).map(lambda d: (min(d), max(d))),
    relative=st.integers(-20, 20), years=st.integers(1, 3000),
    bound=st.sampled_from(["", "from", "to", "since", "before", "after", "of"]),
    months=st.just((12, 2)) | st.just((1, 3)), part=st.none() | st.just((67, 100)),
    unit=st.sampled_from(["day", "month", "year"]), era=st.sampled_from(["bangla", "saka", "vikram", "maya"]),
)  # fmt: skip


@BOUNDED
@given(
    mention=mentions, until=st.none() | mentions, published=st.none() | DAYS.map(str), status=st.sampled_from(STATUSES)
)
def test_no_expression_whatever_breaks_the_resolution(mention, until, published, status):
    reference = reference_day(Article("a", "text", published=published), [])
    span = resolve_date(replace(mention, until=until), "text", reference, status)
    assert span.start is None or (span.end is not None and span.start <= span.end)


@pytest.mark.parametrize(("era", "days"), [("bangla", 3), ("saka", 1)])
@BOUNDED
@given(data=st.data())
def test_the_days_of_another_calendar_follow_each_other_without_a_gap(era, days, data):
    today = data.draw(st.dates(date(1700, 1, 1), date(2100, 12, 31)))
    year = era_year(era, today)
    first, last = era_span(era, year, None, None)
    assert first <= today
    assert today <= last
    starts = [era_span(era, year, month, 1)[0] for month in range(1, 13)]
    assert starts[0] == first
    for month, start in enumerate(starts, start=1):
        end = era_span(era, year, month, None)[1] - timedelta(days=days - 1)
        following = starts[month] if month < 12 else era_span(era, year + 1, 1, 1)[0]
        assert end + timedelta(days=1) == following, (month, start)
