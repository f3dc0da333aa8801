"""Expressions of time in sentences of our own, and the days they mean: `time/<language>.tsv`, 300 and more a language.

Columns: the sentence; the day of publication, or - ; the status of the act; earliest and latest day meant, or - ; how
exactly. Where a sentence has two dates, the second is meant: that day, two days later count from the first.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from noticing import notice

from elchi.link import resolve_date
from elchi.link.dates import reference_day
from elchi.model import Article
from elchi.model.mention import DateMention

FOLDER = Path(__file__).parent / "time"
HEADER = "# sentence\tpublished\tstatus\tearliest\tlatest\tprecision"
FEWEST = 300


def rows(file: Path) -> list[tuple[str, ...]]:
    """The rows of a table, checked: its header, six cells each, every sentence once for a day and a status."""
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    assert head == HEADER, file
    table = [tuple(line.split("\t")) for line in lines]
    assert {len(row) for row in table} == {6}, file
    assert len({row[:3] for row in table}) == len(table), file
    return table


TABLES = {file.stem: rows(file) for file in sorted(FOLDER.glob("*.tsv"))}


def told(sentence: str, language: str, published: str | None, status: str) -> tuple[str, str, str]:
    """What the last date of a sentence means, each one counted from the one before where it says so."""
    dates = [d for marked in notice(sentence, language) for d in marked.dates]
    ends = {d.until.first for d in dates if d.until is not None}
    reference = reference_day(Article("a", sentence, published=published), dates)
    answer = None
    for mention in (d for d in dates if d.first not in ends):
        answer = resolve_date(mention, words(sentence, mention), replace(reference, told=answer), status)
    assert answer is not None, "no date found"
    return str(answer.start or "-"), str(answer.end or "-"), answer.precision.value


def words(sentence: str, mention: DateMention) -> str:
    assert 0 <= mention.start < mention.end <= len(sentence)
    return sentence[mention.start : mention.end]


@pytest.mark.parametrize(
    ("language", "sentence", "published", "status", "earliest", "latest", "precision"),
    [(language, *row) for language, table in TABLES.items() for row in table],
)
def test_an_expression_of_time_means_these_days(language, sentence, published, status, earliest, latest, precision):
    found = told(sentence, language, None if published == "-" else published, status)
    assert found == (earliest, latest, precision)


@pytest.mark.parametrize("language", TABLES)
def test_a_table_has_300_rows_that_say_days_in_order(language):
    assert len(TABLES[language]) >= FEWEST
    for _sentence, _published, _status, earliest, latest, precision in TABLES[language]:
        if precision == "unresolved":
            assert earliest == latest == "-"
        else:
            assert date.fromisoformat(earliest) <= date.fromisoformat(latest)
            assert (earliest == latest) == (precision == "day")
