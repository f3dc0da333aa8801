"""Judging from pages: one form, one judgement, written one after the other through one open record."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from elchi import judgements
from elchi.book import Book
from elchi.errors import DiskError, JudgementError, PendingError, RecordError
from elchi.judgements import By
from elchi.query import SCHEMA_VERSION
from elchi.query.review import judgement_json
from elchi.record import APART, CONFIRM, CORRECT, REJECT, SAME, SETTLE, UNDO, Record, StoredJudgement
from elchi.web.door import Porter, Visitor, safe_way, visitor_of
from elchi.web.faults import TWIN, JsonAnswer
from elchi.web.forms import FORM, read_form
from elchi.web.page import fault_responses
from elchi.web.settings import settings_changed

REVIEW = "/review"
MOST_WAITING = 20
WRITE_SECONDS = 60.0
LONGEST_REASON = 2000
_TRIES_TO_CATCH_UP = 12
"""Each waits some seconds for its turn: a minute in all."""
_ACTS = {
    "confirm": CONFIRM, "reject": REJECT, "correct": CORRECT, "settle": SETTLE, "same": SAME, "apart": APART,
    "undo": UNDO,
}  # fmt: skip
_WANTED = {"settle": "conflict", "undo": "number"}
Fields = Mapping[str, str]
_TEXT = {"type": "string"}
_FIELDS = {
    "act": {"enum": sorted(_ACTS)}, "token": _TEXT, "claim": _TEXT, "other": _TEXT, "conflict": _TEXT,
    "number": {"type": "string", "pattern": "^[0-9]{1,9}$"}, "reason": {"type": "string", "maxLength": LONGEST_REASON},
    "seen": {"type": "string", "pattern": "^[0-9]{1,9}$"},
}  # fmt: skip


class Writer:
    """Writes judgements in their turn: one thread, one record that is open for writing."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._thread = ThreadPoolExecutor(1, "elchi-writer")
        self._waiting = 0

    async def write(self, work: Callable[[Record], StoredJudgement]) -> StoredJudgement:
        """Return the judgement that `work` keeps.

        Raises:
            HTTPException: 503 where the record is held, too many wait, or it takes too long; the reason says what
                became of the judgement.
        """
        if self._waiting >= MOST_WAITING:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, "too many judge at once; nothing is kept, try again")
        self._waiting += 1
        turn = asyncio.get_running_loop().run_in_executor(self._thread, self._written, work)
        try:
            return await asyncio.wait_for(asyncio.shield(turn), WRITE_SECONDS)
        except TimeoutError:
            turn.add_done_callback(lambda done: done.exception())
            reason = "this takes long and is still being worked out; see the log of judgements"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, reason) from None
        finally:
            self._waiting -= 1

    def _written(self, work: Callable[[Record], StoredJudgement]) -> StoredJudgement:
        try:
            return work(self._record)
        except PendingError as held:
            self._thread.submit(self._catch_up)
            reason = f"judgement {held.number} is kept; what it changes is worked out when the record is free"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, reason) from held
        except DiskError as bad:
            reason = "the record cannot be written; nothing is kept"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, reason) from bad
        except RecordError as held:
            reason = "the record is busy: another program writes to it. Nothing is kept; try again in a while"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, reason) from held

    def _catch_up(self) -> None:
        """Work out what was left, as soon as the record is free."""
        book = Book(self._record)
        for _ in range(_TRIES_TO_CATCH_UP):
            if book.resolve():
                return


def add_judging(app: FastAPI, porter: Porter) -> None:
    """Give `app` the forms of the queue and the log, for pages and for programs."""
    writer = Writer(porter.access.writer) if porter.access.writer is not None else None

    async def judged(request: Request) -> tuple[Fields, StoredJudgement]:
        visitor = visitor_of(request)
        if writer is None or not visitor.judges:
            why = "your role is to read" if visitor.user else "this server only reads"
            raise HTTPException(HTTPStatus.FORBIDDEN, f"{why}; judging needs a user with the role reviewer")
        fields = await read_form(request, porter.seal, visitor.key)
        return fields, await writer.write(work_of(fields, visitor))

    @app.post(REVIEW, include_in_schema=False)
    async def judge(request: Request) -> Response:
        fields, made = await judged(request)
        return RedirectResponse(back_with(fields.get("back", ""), made.number), HTTPStatus.SEE_OTHER)

    @app.post(
        REVIEW + TWIN, response_class=JsonAnswer, name="judge.json", operation_id="judge_json",
        summary="Judge a claim or a conflict, or take a judgement back.",
        responses=fault_responses("judgements", (401, 403, 409, 415)), openapi_extra=_body(),
    )  # fmt: skip
    async def judge_json(request: Request) -> Response:
        _, made = await judged(request)
        return JsonAnswer({"schema_version": SCHEMA_VERSION, "judgements": [judgement_json(made)]})


def back_with(way: str, number: int) -> str:
    """Return the address of the page that a form was on, which is to say what was judged."""
    parts = urlsplit(safe_way(way, REVIEW))
    asked = [pair for pair in parse_qsl(parts.query) if pair[0] != "done"]
    return f"{parts.path}?{urlencode([*asked, ('done', number)])}#done"


def work_of(fields: Fields, visitor: Visitor) -> Callable[[Record], StoredJudgement]:
    """Return what a form asks for, to be done with the record when its turn comes.

    Raises:
        HTTPException: 422 where a field is missing or makes no sense.
    """
    act, reason = fields.get("act", ""), fields.get("reason", "").strip()
    if act not in _ACTS:
        raise _wrong(f"act: one of {', '.join(sorted(_ACTS))}")
    if act in judgements.WITH_REASON and not reason:
        raise _wrong("reason: say why")
    if len(reason) > LONGEST_REASON:
        raise _wrong(f"reason: at most {LONGEST_REASON} characters")
    wanted = [_WANTED.get(act, "claim"), *(["other"] if act in {"same", "apart"} else [])]
    for name in wanted:
        if not fields.get(name):
            raise _wrong(f"{name}: say which")
    number, seen = (_number(fields, name) for name in ("number", "seen"))
    by = By(visitor.name, reason)

    def work(record: Record) -> StoredJudgement:
        earlier = _meanwhile(record, fields, _ACTS[act], by, seen)
        return earlier or _done(record, act, fields, number or 0, by)

    return work


def _done(record: Record, act: str, fields: Fields, number: int, by: By) -> StoredJudgement:
    claim, other = fields.get("claim", "")[:40], fields.get("other", "").strip()[:40]
    if act == "undo":
        return judgements.undo(record, number, by)
    if act == "settle":
        return judgements.settle(record, fields["conflict"][:80], by)
    if act == "correct":
        return judgements.correct(record, claim, settings_changed(record, claim, fields), by)
    if act in {"same", "apart"}:
        return (judgements.same if act == "same" else judgements.apart)(record, claim, other, by)
    (made,) = (judgements.confirm if act == "confirm" else judgements.reject)(record, [claim], by)
    return made


def _meanwhile(record: Record, fields: Fields, kind: str, by: By, seen: int | None) -> StoredJudgement | None:
    """Return the very same judgement where this form was sent twice.

    Raises:
        HTTPException: 409 where somebody judged the same thing since the page was made: whoever sent this form has
            not seen it, and would overrule it unawares.
    """
    if seen is None or kind == UNDO:
        return None
    about = {name: fields[name] for name in ("claim", "conflict") if fields.get(name)}
    for one in reversed(record.judgements()):
        if one.number <= seen:
            return None
        if one.reversed or not any(one.about.get(name) == id_ for name, id_ in about.items()):
            continue
        if (one.kind, one.author, one.reason) == (kind, by.author, by.reason):
            return one
        reason = f"{one.author} has judged this since you loaded the page (judgement {one.number}); load it again"
        raise HTTPException(HTTPStatus.CONFLICT, reason)
    return None


def _number(fields: Fields, name: str) -> int | None:
    text = fields.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise _wrong(f"{name}: a whole number")
    return int(text)


def _wrong(message: str) -> JudgementError:
    return JudgementError(message)


def _body() -> dict[str, Any]:
    """Return the description of the form."""
    set_ = {"description": "A field and what it says instead: set.status=planned.", "type": "string"}
    shape = {
        "type": "object", "required": ["act", "token"], "properties": _FIELDS,
        "patternProperties": {r"^set\.[a-z.]+$": set_}, "additionalProperties": False,
    }  # fmt: skip
    return {"requestBody": {"required": True, "content": {FORM: {"schema": shape}}}}
