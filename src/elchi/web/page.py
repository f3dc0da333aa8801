"""A page and its JSON twin come from one question: what the one shows, the other gives."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol, TypeVar, get_type_hints

from fastapi import FastAPI, Request
from fastapi.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from elchi.errors import SlowQuestionError
from elchi.web.ask import Asking
from elchi.web.exports import Exporter, file_of
from elchi.web.faults import TWIN, JsonAnswer
from elchi.web.limits import Limits
from elchi.web.parameters import PageNumber
from elchi.web.shapes import reference
from elchi.web.shelf import Shelf

Done = TypeVar("Done")
FAULTS = (400, 401, 404, 413, 414, 422, 429, 500, 503)
_FIRST_PAGE = "/index"
_ASK_FOR_LESS = "ask for less: a shorter list (limit=50), what was before a day (before=2020-01-01), a period, one dyad"


class Answer(Protocol):
    """What a question returns."""

    def to_json(self) -> dict[str, Any]:
        """Give the answer in its published shape."""


class Writer(Protocol):
    """Who writes pages."""

    def write(self, request: Request, template: str, shown: Mapping[str, Any]) -> HTMLResponse:
        """Return the page of a template in the visitor's language."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the server.

    Attributes:
        path: its address, as a FastAPI path; its twin has `.json` behind it.
        question: `Asking` and the parameters of the address → the answer. Its annotations describe the parameters.
        show: the answer, `Asking`, the number of the page of its list, and parameters by name that concern the
            drawing alone → what the template needs.
        schema: the name of the answer's JSON Schema.
        at_once: how much of each list the page shows where the address does not say; the twin then gives all.
        exporter: what writes the page as files: the same address with another ending, and the same parameters.
    """

    path: str
    question: Callable[..., Answer]
    show: Callable[..., Mapping[str, Any]]
    template: str
    schema: str
    summary: str
    at_once: int | None = None
    exporter: Exporter | None = None

    @property
    def layouts(self) -> tuple[str, ...]:
        """The formats in which the page can be had as a file."""
        return self.exporter.layouts if self.exporter else ()

    @property
    def file_path(self) -> str:
        """The address that an ending is put behind."""
        return _FIRST_PAGE if self.path == "/" else self.path

    @property
    def twin(self) -> str:
        """The address of the JSON twin."""
        return self.file_path + TWIN


class Desk:
    """Answers questions: so many at a time, each in so many seconds, of the record as it is at one moment."""

    def __init__(self, asking: Asking, limits: Limits) -> None:
        self._asking, self._seconds = asking, limits.question_seconds
        self._threads = ThreadPoolExecutor(limits.questions_at_once, "elchi-page")
        self._looking = ThreadPoolExecutor(1, "elchi-shelf")  # what is made already waits for nothing that is not
        self._shelf = Shelf(limits.shelf_bytes)

    async def kept(self, request: Request, work: Callable[[Asking], Response]) -> Response:
        """Return what `work` makes of the record, made once until the record changes."""
        if self._shelf.serves(request):
            found = await self._in_time(self._looking, lambda: self._shelf.kept(request, self._asking.record))
            if found is not None:
                return found
        return await self.answer(lambda asking: self._shelf.page(request, asking.record, lambda: work(asking)))

    async def answer(self, work: Callable[[Asking], Response]) -> Response:
        """Return what `work` makes of the record, or a fault after too long: then the database is stopped too."""

        def timed() -> Response:
            with self._asking.record.snapshot(self._seconds):
                return work(self._asking)

        return await self._in_time(self._threads, timed)

    async def _in_time(self, threads: ThreadPoolExecutor, work: Callable[[], Done]) -> Done:
        waiting = asyncio.get_running_loop().run_in_executor(threads, work)
        try:
            return await asyncio.wait_for(waiting, self._seconds)
        except (TimeoutError, SlowQuestionError):
            reason = f"this took more than {self._seconds:g} seconds; {_ASK_FOR_LESS}"
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, reason) from None


def add_page(app: FastAPI, page: Page, desk: Desk, writer: Writer) -> None:
    """Give `app` the page and its twin, both described by the question's parameters."""

    async def as_json(**asked: Any) -> Response:  # noqa: ANN401 - the parameters of the question
        request = asked.pop("request")
        return await desk.kept(request, lambda asking: JsonAnswer(page.question(asking, **asked).to_json()))

    async def as_page(**asked: Any) -> Response:  # noqa: ANN401 - the parameters of the question
        request, number = asked.pop("request"), asked.pop("page")
        if page.at_once is not None and asked["limit"] is None:
            asked["limit"] = page.at_once

        def write(asking: Asking) -> Response:
            shown = page.show(page.question(asking, **asked), asking, number, **_drawn(page, asked))
            return writer.write(
                request, page.template, {**shown, "asked": asked, "page": number, "layouts": page.layouts}
            )

        return await desk.kept(request, write)

    signature = _signature(page.question)
    as_json.__signature__ = signature  # type: ignore[attr-defined]
    paged = inspect.Parameter("page", inspect.Parameter.KEYWORD_ONLY, annotation=PageNumber, default=1)
    as_page.__signature__ = signature.replace(parameters=[*signature.parameters.values(), paged])  # type: ignore[attr-defined]
    name = page.question.__name__
    app.add_api_route(
        page.twin, as_json, methods=["GET"], response_class=JsonAnswer, responses=fault_responses(page.schema),
        name=f"{name}.json", operation_id=f"{name}_json", summary=page.summary,
    )  # fmt: skip
    for layout in page.layouts:
        _add_file(app, page, layout, desk, signature)
    app.add_api_route(
        page.path, as_page, methods=["GET"], response_class=HTMLResponse, name=name, include_in_schema=False
    )


def _add_file(app: FastAPI, page: Page, layout: str, desk: Desk, signature: inspect.Signature) -> None:
    """Give `app` the page as a file of one format."""

    async def as_file(**asked: Any) -> Response:  # noqa: ANN401 - the parameters of the question
        path, exporter = asked.pop("request").url.path, page.exporter

        def write(asking: Asking) -> Response:
            if exporter is None:
                raise HTTPException(HTTPStatus.NOT_FOUND)
            return file_of(exporter, layout, page.question(asking, **asked), asking, path)

        return await desk.answer(write)

    as_file.__signature__ = signature  # type: ignore[attr-defined]
    name = f"{page.question.__name__}.{layout}"
    app.add_api_route(f"{page.file_path}.{layout}", as_file, methods=["GET"], name=name, include_in_schema=False)


def _drawn(page: Page, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return those parameters of the address by which the page alone goes."""
    known = inspect.signature(page.show).parameters
    return {name: value for name, value in asked.items() if name in known}


def fault_responses(schema: str, more: Collection[int] = ()) -> dict[int | str, dict[str, Any]]:
    """Return the description of answers by status: one that is well, of a schema, and the faults, some `more`."""
    told = {HTTPStatus.OK: schema} | dict.fromkeys(map(HTTPStatus, (*FAULTS, *more)), "error")
    return {
        int(status): {
            "description": status.phrase, "content": {"application/json": {"schema": reference(schema)}},
        }
        for status, schema in told.items()
    }  # fmt: skip


def _signature(question: Callable[..., Answer]) -> inspect.Signature:
    """Return the question's parameters as FastAPI reads them: without `Asking`, with the request."""
    hints = get_type_hints(question, include_extras=True)
    rest = [
        parameter.replace(annotation=hints[parameter.name], kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in list(inspect.signature(question).parameters.values())[1:]
    ]
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    return inspect.Signature([request, *rest])
