"""A question asks a record many things: all of them of the record as it is at one moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from elchi.record import Record

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def at_one_moment(
    question: Callable[Concatenate[Record, Asked], Answer],
) -> Callable[Concatenate[Record, Asked], Answer]:
    """Return a question that asks its record inside one snapshot."""

    @wraps(question)
    def asked(record: Record, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        with record.snapshot():
            return question(record, *args, **kwargs)

    return asked
