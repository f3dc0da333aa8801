"""Which judgements were taken back: a judgement that takes one back may be taken back itself."""

from __future__ import annotations

from sqlalchemy import Connection, select

from elchi.record import schema


def taken_back(connection: Connection) -> set[int]:
    """Return the numbers of the judgements that do not stand."""
    judgement = schema.judgement.c
    back: set[int] = set()
    question = select(judgement.key, judgement.reverses).where(judgement.reverses.is_not(None))
    for number, reverses in connection.execute(question.order_by(judgement.key.desc())):
        if number not in back:
            back.add(reverses)
    return back
