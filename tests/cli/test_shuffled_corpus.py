"""The sample corpus in any order comes to the same record: claims, whom names mean, stories, what is resolved."""

import random

import pytest

from elchi.cli.ingesting import ingest
from elchi.packs import data_folder
from elchi.read import read_articles
from elchi.record import Record


@pytest.fixture(scope="module")
def corpus():
    return list(read_articles([str(data_folder().joinpath("demo", "articles.jsonl"))]))


def told(folder, articles):
    """All that a record of these articles answers, without the keys of its rows."""
    with Record.open(folder / "elchi.db", create=True) as record:
        assert not ingest(record, articles).failed
        stories = {frozenset(story.documents) for one in articles for story in record.stories(one.id)}
        return {
            "claims": sorted(stored.claim.claim for stored in record.claims()),
            "means": sorted(map(repr, record.joined().meanings)), "stories": stories,
            "reports": len(set(record.reports().values())),
            "occurrences": sorted(record.occurrences(), key=lambda one: one.id),
            "conflicts": sorted(record.conflicts(), key=lambda one: one.id),
            "promises": sorted(record.promises(), key=lambda one: one.id), "counts": record.counts(),
        }  # fmt: skip


def test_the_sample_corpus_in_any_order_comes_to_the_same_record(tmp_path_factory, corpus):
    wanted = told(tmp_path_factory.mktemp("given"), corpus)
    shuffled = random.Random(6).sample(corpus, len(corpus))  # noqa: S311 - no secret
    assert told(tmp_path_factory.mktemp("shuffled"), shuffled) == wanted
