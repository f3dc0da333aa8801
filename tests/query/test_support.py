"""Support counts reports: from articles through a record to answers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from elchi import pipeline, query
from elchi.model import Article
from elchi.packs import load_catalogue
from elchi.query.answers import Backing
from elchi.record import Record

HINDI = """कज़ाख़स्तान के राष्ट्रपति कासिम-जोमार्त तोकायेव मंगलवार को दिल्ली पहुंचे।
प्रधानमंत्री नरेंद्र मोदी ने तोकायेव से मुलाकात की।
दोनों देशों ने 760 मेगावाट के संयंत्र के लिए 3.4 अरब डॉलर के समझौते पर हस्ताक्षर किए।
निर्माण 15 मार्च 2027 को शुरू होगा और 12,500 लोग काम करेंगे।"""
BENGALI = """কাজাখস্তানের প্রেসিডেন্ট কাসিম-জোমার্ট তোকায়েভ মঙ্গলবার দিল্লি পৌঁছেছেন।
প্রধানমন্ত্রী নরেন্দ্র মোদি তোকায়েভের সঙ্গে বৈঠক করেছেন।
দুই দেশ ৭৬০ মেগাওয়াটের কেন্দ্রের জন্য ৩.৪ বিলিয়ন ডলারের চুক্তি সই করেছে।
নির্মাণ ১৫ মার্চ ২০২৭ তারিখে শুরু হবে এবং ১২,৫০০ মানুষ কাজ করবেন।"""
OTHER = "भारत के प्रधानमंत्री नरेंद्र मोदी ने कज़ाख़स्तान को रूस के साथ वार्ता के लिए धन्यवाद दिया।"


def test_a_backing_is_told_which_of_its_articles_are_one_report():
    told = Backing(documents=("a", "b", "c")).counted({"a": "r", "c": "r"})
    assert told.reports == (("a", "c"), ("b",))
    assert told.support == 2


def test_a_document_that_bears_the_name_of_a_report_is_not_taken_for_it():
    assert Backing(documents=("r", "a")).counted({"a": "r"}).support == 2


@pytest.fixture
def record(tmp_path):
    articles = [
        Article("hi", HINDI, published="2026-03-04", source="Samachar"),
        Article("bn", BENGALI, published="2026-03-04", source="Desh"),
        Article("other", OTHER, published="2026-03-06"),
    ]
    with Record.open(tmp_path / "r.db", create=True) as opened:
        for article in articles:
            opened.add(pipeline.read_claims(article), pipeline.method())
        pipeline.join_stories(opened)
        pipeline.reconcile_record(opened)
        yield opened


def test_a_translation_adds_an_article_and_no_support(record):
    answer = query.pair(record, "IND", "KAZ", load_catalogue())
    both = [o.backing for o in answer.occurrences if set(o.backing.documents) == {"hi", "bn"}]
    assert both
    for backing in both:
        row = backing.to_json()
        assert (row["support"], row["articles"]) == (1, 2)
        assert [sorted(r["documents"]) for r in row["reports"]] == [["bn", "hi"]]


def test_another_report_of_the_same_adds_support_and_joining_again_changes_nothing(record):
    before = record.reports()
    pipeline.join_stories(record)
    assert record.reports() == before
    assert before["hi"] == before["bn"] != before["other"]


def test_ingest_folds_and_the_dossier_says_reports(tmp_path):
    rows = [
        {"id": "hi", "text": HINDI, "published": "2026-03-04", "source": "Samachar"},
        {"id": "bn", "text": BENGALI, "published": "2026-03-04", "source": "Desh"},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run = [sys.executable, "-m", "elchi"]
    subprocess.run([*run, "ingest", "a.jsonl", "--quiet"], cwd=tmp_path, check=True)
    done = subprocess.run([*run, "pair", "IND", "KAZ"], cwd=tmp_path, check=True, capture_output=True, encoding="utf-8")
    assert "1 report, 2 articles" in done.stdout
    assert Path(tmp_path / "elchi.db").exists()
