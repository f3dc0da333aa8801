"""Stories of a small corpus in four languages: what is one report, what is one story, what is neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retelling import CORPUS, ENGLISH, RUSSIAN, article

from elchi.model import ONE_REPORT, Article, Relation
from elchi.pipeline import read_stories
from elchi.stories import find_stories, fingerprint

FINGERPRINTS = [fingerprint(article(name)) for name in CORPUS]
STORIES = find_stories(FINGERPRINTS)
REPORT = {"hi", "bn", "en", "ru", "hi-copy", "en-part"}


def story_of(name, stories=STORIES):
    (found,) = [story for story in stories if name in {d.document for d in story.documents}]
    return found


def relation(one, other, stories=STORIES):
    pairs = [pair for story in stories for pair in story.pairs if {pair.a, pair.b} == {one, other}]
    return pairs[0].relation if pairs else Relation.UNRELATED


def test_every_article_stands_in_exactly_one_story():
    assert sorted(d.document for story in STORIES for d in story.documents) == sorted(CORPUS)


def test_copies_translations_and_excerpts_are_one_report():
    assert set(story_of("hi").reports[0]) == REPORT


def test_an_independent_telling_is_a_report_of_its_own_in_the_same_story():
    told = story_of("hi")
    assert told is story_of("en-own")
    assert told.independent == 2
    (own,) = [d for d in told.documents if d.document == "en-own"]
    assert own.relation == "independent"


@pytest.mark.parametrize("name", ["hi-later", "bn-other"])
def test_what_came_later_and_what_is_something_else_stand_alone(name):
    assert [d.document for d in story_of(name).documents] == [name]
    assert story_of(name).documents[0].relation == "original"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("hi", "bn", Relation.TRANSLATION),
        ("hi", "en", Relation.TRANSLATION),
        ("bn", "ru", Relation.TRANSLATION),
        ("en", "ru", Relation.TRANSLATION),
        ("hi", "hi-copy", Relation.COPY),
        ("en", "en-part", Relation.EXCERPT),
        ("en", "en-own", Relation.INDEPENDENT),
        ("hi", "hi-later", Relation.FOLLOWUP),
        ("hi", "bn-other", Relation.UNRELATED),
    ],
)
def test_two_articles_are_to_each_other_what_they_are(one, other, expected):
    assert relation(one, other) is expected


def test_a_pair_across_stories_stands_in_the_line_of_the_later_one():
    assert any({pair.a, pair.b} == {"hi", "hi-later"} for pair in story_of("hi-later").pairs)
    assert not any("hi-later" in {pair.a, pair.b} for pair in story_of("hi").pairs)


def test_decisions_come_with_reasons_and_scores():
    for story in STORIES:
        for pair in story.pairs:
            assert pair.why
            assert 0 <= pair.score <= 1
        for document in story.documents:
            assert document.why or document.relation == "original"
    reasons = " ".join(next(p for p in story_of("hi").pairs if {p.a, p.b} == {"hi", "bn"}).why)
    assert "760" in reasons
    assert "Afghanistan" in reasons
    assert "same day" in reasons


@settings(max_examples=20, deadline=None)
@given(st.permutations(FINGERPRINTS))
def test_the_order_of_arrival_changes_nothing(order):
    assert find_stories(order) == STORIES


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from(range(len(FINGERPRINTS))), min_size=1))
def test_of_any_articles_each_stands_in_one_story_and_one_report(chosen):
    some = [FINGERPRINTS[number] for number in sorted(chosen)]
    stories = find_stories(some)
    told = [name for story in stories for report in story.reports for name in report]
    assert sorted(told) == sorted(f.id for f in some)
    for story in stories:
        assert sorted(d.document for d in story.documents) == sorted(name for r in story.reports for name in r)
        assert sum(d.relation == "original" for d in story.documents) == 1
        assert story.independent == 1 + sum(d.relation == "independent" for d in story.documents)


def test_a_late_article_joins_its_story_and_may_open_it():
    late = find_stories([f for f in FINGERPRINTS if f.id != "bn"])
    again = find_stories([*(f for f in FINGERPRINTS if f.id != "bn"), fingerprint(article("bn"))])
    assert "bn" not in {d.document for d in story_of("hi", late).documents}
    assert again == STORIES
    earlier = fingerprint(article("en", id="first", published="2026-03-01"))
    assert story_of("hi", find_stories([*FINGERPRINTS, earlier])).documents[0].document == "first"


def test_the_same_words_under_other_ids_are_copies_however_many():
    many = [Article(f"outlet-{n}", ENGLISH, published="2026-03-04") for n in range(60)]
    (told,) = read_stories(many)
    assert told.independent == 1
    assert {d.relation for d in told.documents} == {"original", "copy"}


def test_of_two_articles_with_one_id_the_later_one_counts():
    (told,) = read_stories([article("bn-other", id="x"), article("en", id="x")])
    assert [d.language for d in told.documents] == ["en"]


def test_articles_without_words_are_stories_of_their_own():
    stories = read_stories([Article("empty", ""), Article("blank", "\n\n"), Article("signs", "... !!!")])
    assert sorted(len(s.documents) for s in stories) == [1, 1, 1]


def test_old_text_under_a_new_lead_days_later_is_a_follow_up_and_on_the_same_day_a_copy():
    lead = "ইসলামাবাদে সমালোচনা\n\nপাকিস্তান ও শ্রীলঙ্কার রাষ্ট্রদূতেরা উদ্বেগ জানিয়েছেন।\n"
    new = {"text": lead + CORPUS["bn-other"][2].split("\n", 2)[2]}
    same_day = read_stories([article("bn-other"), article("bn-other", id="new", **new)])
    assert relation("bn-other", "new", same_day) in ONE_REPORT
    later = read_stories([article("bn-other"), article("bn-other", id="new", published="2026-03-10", **new)])
    assert relation("bn-other", "new", later) is Relation.FOLLOWUP


def test_one_address_makes_a_doubtful_translation_sure():
    short = {"id": "short", "text": "\n".join(RUSSIAN.split("\n")[6:8]), "published": None}
    whole = {"published": None, "text": "\n".join(ENGLISH.split("\n")[2:])}
    apart = read_stories([article("en", **whole), article("ru", **short)])
    url = "https://example.org/news/railway-2026-17"
    together = read_stories([article("en", url=url, **whole), article("ru", **short | {"url": url})])
    assert (len(apart), len(together)) == (2, 1)


def test_near_copies_are_one_report_however_many_outlets_carry_them():
    lines = ENGLISH.split("\n")
    many = [
        Article(
            f"outlet-{n}", "\n".join([*lines[: n % 4 + 4], f"Edition {n} of the Daily {n}."]), published="2026-03-04"
        )
        for n in range(200)
    ]
    others = [fingerprint(article(name)) for name in ("bn-other", "hi-later")]
    stories = find_stories([*map(fingerprint, many), *others])
    told = story_of("outlet-0", stories)
    assert len(told.documents) == 200
    assert told.independent == 1
    assert len(stories) == 3
