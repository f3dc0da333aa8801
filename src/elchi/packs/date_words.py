"""The kinds of date words that a language pack may have, and what the value of each looks like."""

from __future__ import annotations

import regex

from elchi.packs.tables import NONE, Row

_STEP, _DAYS, _PAIR, _FISCAL = r"-?\d+", r"(\d+,)?\d+", r"\d+,\d+", r"-?\d+(,\d{1,2})+"
_VALUES = {
    **dict.fromkeys(["relative_year", "relative_quarter", "relative_month", "relative_week"], _STEP),
    **dict.fromkeys(["relative_weekend", "same_day", "same_month", "same_year"], _STEP),
    **dict.fromkeys(["last", "this", "next", "ago", "later", "within"], _STEP),
    **dict.fromkeys(["unit_hour", "unit_day", "unit_week", "unit_month", "unit_quarter", "unit_year"], NONE),
    **dict.fromkeys(["year_mark", "date_mark", "range_from", "range_to", "between", "since", "told"], NONE),
    **dict.fromkeys(["part_of_day", "ordinal_suffix", "decade", "century"], NONE),
    **dict.fromkeys(["few", "season", "part"], _PAIR),
    **dict.fromkeys(["recent", "soon"], _DAYS),
    "anniversary": rf"{NONE}|\d+",
    "relative_fiscal": _FISCAL,
    "fiscal_mark": r"\d{1,2}(,\d{1,2})*",
    "era_month": r"[a-z]+:\d{1,2}",
    "era_mark": r"[a-z]+",
}


def read_date_word(row: Row) -> tuple[str, ...]:
    """Return (kind, value) of a row of `date_words.tsv`. Raise `PackError` where the value does not fit the kind."""
    _phrase, kind, value = row.cells
    if kind not in _VALUES:
        raise row.expected(f"a kind of date word, found {kind!r}")
    if not regex.fullmatch(_VALUES[kind], value):
        raise row.expected(f"a value of {kind} like {_VALUES[kind]}, found {value!r}")
    return kind, value
