"""Who dealt with whom, counted: occurrences by dyad, PLOVER root and year, without what is denied or hypothetical.

Whole years were counted when they changed; of the years that a period only begins or ends in, the occurrences are
counted when they are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from sqlalchemy import ColumnElement, Connection, Text, cast, func, select

from elchi.record import counted_schema, resolved_schema
from elchi.record.counted_resolved import SPENT
from elchi.record.stored import Dealings

_dealing, _linked = counted_schema.dealing.c, resolved_schema.PAIRS["occurrence"].c
_occurrence = resolved_schema.occurrence.c
_APART = ","  # stands in no root, and in no year
Period = tuple[str | None, str | None]
Told = tuple[str, Iterable[tuple[str, str, int]]]
"""A dyad with year, root, number of occurrences: some of them, or all."""


def dealings(
    connection: Connection, since: str | None, before: str | None, roots: Collection[str], pairs: Collection[str]
) -> dict[str, Dealings]:
    """Return how often dyads dealt in a period, by `pair_key`. Empty `roots` and `pairs` ask for all."""
    years, edges = _parted(since, before)
    told = [_of_years(connection, years, roots, pairs)] if years else []
    told += [_of_days(connection, edge, roots, pairs) for edge in edges]
    return _by_dyad(chain.from_iterable(told))


def _by_dyad(told: Iterable[Told]) -> dict[str, Dealings]:
    found: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
    for pair, cells in told:
        by_root, by_year = found.setdefault(pair, (defaultdict(int), defaultdict(int)))
        for year, root, count in cells:
            by_root[root] += count
            by_year[year] += count
    return {
        pair: Dealings(dict(sorted(roots.items(), key=_frequent_first)), dict(sorted(years.items())))
        for pair, (roots, years) in found.items()
    }


def _frequent_first(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _parted(since: str | None, before: str | None) -> tuple[Period | None, list[Period]]:
    """Return the whole years of a period, from a year until, not with, another, and the periods of days beside them."""
    first = since and (since[:4] if since[4:] == "-01-01" else f"{int(since[:4]) + 1:04}")
    last = before and before[:4]
    if (first and last and first > last) or (first and len(first) > 4):
        return None, [(since, before)]
    edges: list[Period] = []
    if since and since[4:] != "-01-01":
        edges.append((since, f"{first}-01-01"))
    if before and before[4:] != "-01-01":
        edges.append((f"{last}-01-01", before))
    return (first, last), edges


def _of_years(connection: Connection, years: Period, roots: Collection[str], pairs: Collection[str]) -> Iterator[Told]:
    """Yield what was counted when it changed; a dyad comes as one row, for rows are what takes time here."""
    parts = _dealing.year, _dealing.plover, cast(_dealing.occurrences, Text)
    told = parts[0].concat(_APART).concat(parts[1]).concat(_APART).concat(parts[2])
    question = select(_dealing.pair_key, func.aggregate_strings(told, _APART)).group_by(_dealing.pair_key)
    question = question.where(_dealing.spent == 0, _dealing.occurrences > 0)
    question = question.where(*_within(_dealing.year, years), *_one_of(_dealing.plover, roots))
    for row in connection.execute(question.where(*_one_of(_dealing.pair_key, pairs))).all():
        cells = row[1].split(_APART)
        yield row[0], zip(cells[::3], cells[1::3], map(int, cells[2::3]), strict=True)


def _of_days(connection: Connection, days: Period, roots: Collection[str], pairs: Collection[str]) -> Iterator[Told]:
    """Yield what is counted now."""
    year = func.substr(_linked.day, 1, 4)
    columns = _linked.pair_key, year, _occurrence.plover
    question = (
        select(*columns, func.count()).join(resolved_schema.occurrence, _occurrence.id == _linked.occurrence)
        .where(_occurrence.status.not_in(SPENT)).group_by(*columns)
    )  # fmt: skip
    question = question.where(*_within(_linked.day, days), *_one_of(_occurrence.plover, roots))
    for row in connection.execute(question.where(*_one_of(_linked.pair_key, pairs))).all():
        yield row[0], [(row[1], row[2], row[3])]


def _within(column: ColumnElement[str], period: Period) -> list[ColumnElement[bool]]:
    first, before = period
    return ([] if first is None else [column >= first]) + ([] if before is None else [column < before])


def _one_of(column: ColumnElement[str], values: Collection[str]) -> list[ColumnElement[bool]]:
    return [column.in_(sorted(values))] if values else []
