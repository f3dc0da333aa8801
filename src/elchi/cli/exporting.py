"""What `elchi export` asks of a record, and how it writes: to stdout, or to a file aside that is renamed when whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import typer

from elchi.errors import DiskError, RecordError
from elchi.export.event_row import EventRow, event_row_of_claim
from elchi.export.selection import Selection
from elchi.model import Claim
from elchi.packs import load_catalogue
from elchi.query import resolve
from elchi.record import Record, StoredClaim, pair_key


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


def rows_of(record: Record, question: Question) -> Iterator[tuple[EventRow, Claim | None]]:
    """Yield what a question asks for, ordered by id, each row with its claim where it is of one.

    Raises:
        UnknownNameError: a name fits no entity.
        RecordError: the record keeps no occurrences.
    """
    if question.unit is Unit.OCCURRENCES:
        raise RecordError("this record keeps no occurrences, only claims; export --unit claims")
    catalogue = load_catalogue()
    for stored in _claims(record, question):
        row = event_row_of_claim(stored.claim, catalogue.entities, stored.recorded_at)
        if question.selection.holds(row):
            yield row, stored.claim


def _claims(record: Record, question: Question) -> Iterable[StoredClaim]:
    if question.pair is None and question.entity is None:
        out = frozenset() if question.with_rejected else record.judged().rejected
        return (stored for stored in record.claims() if stored.claim.claim not in out)
    catalogue = load_catalogue()
    told: dict[str, StoredClaim] | None = None
    if question.pair is not None:
        first, second = (resolve(record, name, catalogue).id for name in question.pair)
        of_pair = record.claims_of_pair(pair_key(first, second), with_rejected=question.with_rejected)
        told = {s.claim.claim: s for s in of_pair}
    if question.entity is not None:
        meant = resolve(record, question.entity, catalogue).id
        found = record.claims_of_entity(meant, with_rejected=question.with_rejected)
        of_entity = {s.claim.claim: s for s in found}
        told = of_entity if told is None else {id_: s for id_, s in told.items() if id_ in of_entity}
    return [stored for _id, stored in sorted((told or {}).items())]


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
