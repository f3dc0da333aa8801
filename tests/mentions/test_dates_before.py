"""Dates and their ranges in a language whose prepositions stand before them: English."""

import pytest

from elchi.mentions.dates import find_dates
from elchi.packs import load_pack
from elchi.script import tokenise
from elchi.sentence import Scan


def dates(text):
    scan = Scan(tokenise(text), load_pack("en"), text)
    return [(d.year, d.month, d.day, d.bound) for d in find_dates(scan)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on May 12, 2024.", [(2024, 5, 12, "")]),
        ("They met on 12 May 2024.", [(2024, 5, 12, "")]),
        ("They met on the 10th of May.", [(None, 5, 10, "")]),
        ("They met in May of 2019.", [(2019, 5, None, "")]),
        ("They stayed from July 5 to July 8.", [(None, 7, 5, "from"), (None, 7, 8, "to")]),
        ("Between 2014 and 2019 they met.", [(2014, None, None, "from"), (2019, None, None, "to")]),
        ("Since 2014 they have met.", [(2014, None, None, "since")]),
        ("The talks went on until May 2020.", [(2020, 5, None, "to")]),
        ("They may march on 3 March.", [(None, 3, 3, "")]),
    ],
)
def test_dates_and_ranges_behind_their_prepositions(text, found):
    assert dates(text) == found
