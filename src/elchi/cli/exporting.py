"""What `elchi export` asks of a record, and how it writes: to stdout, or to a file aside that is renamed when whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

import typer

from elchi.errors import DiskError
from elchi.export.event_row import EventRow, event_row_of_claim, event_row_of_occurrence
from elchi.export.selection import Selection
from elchi.model import Claim
from elchi.model.record import Occurrence
from elchi.pipeline import known_names
from elchi.query import resolve
from elchi.record import Record, StoredClaim, pair_key

AT_A_TIME = 1000
"""Occurrences whose claims are in memory together."""


class Unit(StrEnum):
    """What a row stands for."""

    CLAIMS = "claims"
    OCCURRENCES = "occurrences"


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be exported: about whom, in which unit, which of it, and whether with claims that were rejected."""

    pair: tuple[str, str] | None
    entity: str | None
    unit: Unit
    selection: Selection
    with_rejected: bool = False


def rows_of(record: Record, question: Question) -> Iterator[EventRow]:
    """Yield the rows that a question asks for; claims stand in the order of their ids.

    Raises:
        UnknownNameError: a name fits no entity.
    """
    if question.unit is Unit.OCCURRENCES:
        rows = _rows_of_occurrences(record, _about(record, question))
    else:
        rows = (row for row, _claim in _rows_of_claims(record, question))
    return (row for row in rows if question.selection.holds(row))


def claims_of(record: Record, question: Question) -> Iterator[Claim]:
    """Yield the claims that a question asks for, in the order of their ids. Raise as `rows_of` does."""
    if question.selection == Selection():
        yield from (stored.claim for stored in _claims(record, question))
    else:
        yield from (claim for row, claim in _rows_of_claims(record, question) if question.selection.holds(row))


def _rows_of_claims(record: Record, question: Question) -> Iterator[tuple[EventRow, Claim]]:
    entities = known_names().entities
    for stored in _claims(record, question):
        yield event_row_of_claim(stored.claim, entities, stored.recorded_at), stored.claim


def _claims(record: Record, question: Question) -> Iterable[StoredClaim]:
    """Return the claims about whom a question names; those of a pair and of an entity are claims about all of them."""
    pair, entity = _about(record, question)
    some = question.with_rejected
    asked = [record.claims_of_pair(pair, with_rejected=some)] if pair else []
    asked += [record.claims_of_entity(entity, with_rejected=some)] if entity else []
    if not asked:
        out = frozenset() if some else record.judged().rejected
        return (stored for stored in record.claims() if stored.claim.claim not in out)
    told = [{stored.claim.claim: stored for stored in found} for found in asked]
    return [told[0][id_] for id_ in sorted(set(told[0]).intersection(*told))]


def _rows_of_occurrences(record: Record, about: tuple[str, str]) -> Iterator[EventRow]:
    entities, reports = known_names().entities, record.reports()
    for some in _occurrences(record, about):
        claims = record.claims_with_ids([claim for occurrence in some for claim in occurrence.claims])
        for occurrence in some:
            told = [claims[claim] for claim in occurrence.claims if claim in claims]
            recorded = min((stored.recorded_at for stored in told), default="")
            yield event_row_of_occurrence(occurrence, [s.claim for s in told], entities, reports, recorded)


def _occurrences(record: Record, about: tuple[str, str]) -> Iterator[list[Occurrence]]:
    """Yield occurrences, some at a time."""
    pair, entity = about
    asked = [record.occurrences_of_pair(pair)] if pair else []
    asked += [record.occurrences_of_entity(entity)] if entity else []
    if asked:
        both = set.intersection(*({occurrence.id for occurrence in some} for some in asked))
        found = [occurrence for occurrence in asked[0] if occurrence.id in both]
        yield from (found[at : at + AT_A_TIME] for at in range(0, len(found), AT_A_TIME))
        return
    for offset in count(0, AT_A_TIME):
        some = record.occurrences(limit=AT_A_TIME, offset=offset)
        if not some:
            return
        yield some


def _about(record: Record, question: Question) -> tuple[str, str]:
    """Return the key of the dyad and the entity that a question names; "" where it names none."""
    names = known_names()
    pair = question.pair and pair_key(*(resolve(record, name, names).id for name in question.pair))
    entity = question.entity and resolve(record, question.entity, names).id
    return pair or "", entity or ""


def write_text(chunks: Iterable[str], out: Path | None) -> None:
    """Write chunks of text to `out`, whole or not at all, else to stdout; UTF-8, line ends as they are.

    Raises:
        DiskError: the file cannot be written.
    """
    if out is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")
        for chunk in chunks:
            sys.stdout.write(chunk)
        return
    with written_aside(out) as aside, aside.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(chunks)


@contextmanager
def written_aside(out: Path) -> Iterator[Path]:
    """Give a path beside `out` to write to, and rename it to `out` when all went well; else nothing stays.

    Raises:
        DiskError: it cannot be written or renamed.
    """
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield aside
        aside.replace(out)
    except OSError as bad:
        raise DiskError(f"{out}: cannot be written ({bad.strerror or bad}); name another file") from bad
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def words_of_file(path: Path | None) -> frozenset[str]:
    """Return the lines of a file, without empty ones; of None, nothing."""
    return frozenset(line.strip() for line in _lines(path) if line.strip())


def table_of_items(path: Path | None) -> Mapping[str, str]:
    """Return the second cell of each line by the first. A line of another shape is wrong use (exit 2)."""
    table: dict[str, str] = {}
    for number, line in enumerate(_lines(path), start=1):
        cells = line.split("\t")
        if len(cells) != 2:
            place = f"{path}:{number}"
            raise typer.BadParameter(f"{place}: expected an entity, a tab and an item", param_hint="--items")
        table[cells[0].strip()] = cells[1].strip()
    return table


def _lines(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as bad:
        raise typer.BadParameter(f"{path} cannot be read as lines of text ({bad})") from bad
