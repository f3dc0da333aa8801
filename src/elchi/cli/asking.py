"""A record opened for questions: what its claims come to is worked out first, where a run was cut short."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from elchi import pipeline
from elchi.errors import RecordError
from elchi.record import Record


@contextmanager
def opened_for_questions(place: str) -> Iterator[Record]:
    """Open a record; where claims came whose blocks nobody has resolved yet, resolve them.

    Where that cannot be written - another program holds the record, the disk is read-only - say so on stderr, and
    answer by what is resolved.

    Raises:
        RecordError: there is no record, or none that can be read.
    """
    with Record.open(place) as record:
        try:
            pipeline.reconcile_record(record)
        except RecordError as busy:
            typer.echo(f"elchi: {place}: not all claims are worked out yet, answers may lack some ({busy})", err=True)
        yield record
