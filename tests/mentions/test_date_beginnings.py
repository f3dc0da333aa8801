"""Dates are looked for at words that open one and at numbers beside words of dates: no reader finds one elsewhere."""

import json

import pytest

from elchi.mentions import dates
from elchi.packs import data_folder, languages, load_pack
from elchi.script import NUMBER, tokenise
from elchi.sentence import Scan

# Every word that dates are made of.
WORDS = frozenset({"date_word", "month", "weekday", "day_word", "number"})


def scans(code):
    lines = data_folder().joinpath("languages", code, "examples.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        text = json.loads(line)["text"]
        yield Scan(tokenise(text), load_pack(code), text)


@pytest.mark.parametrize("code", languages())
def test_no_date_begins_where_none_is_looked_for(code):
    found = 0
    for scan in scans(code):
        tried = set(dates._beginnings(scan))
        for place, token in enumerate(scan.tokens):
            if token.kind != NUMBER and not scan.may_begin_any(place, WORDS):
                continue
            if dates._date_at(scan, place) is not None:
                found += 1
                assert place in tried, (scan.text, token.key)
    assert found
