"""The application: pages, their twins, static files, the description of the API, and what is said when one fails."""

from __future__ import annotations

import logging
from collections.abc import Collection
from functools import partial
from http import HTTPStatus
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from elchi import __version__
from elchi.errors import JudgementError, RecordError, UnknownNameError
from elchi.query import Naming
from elchi.record import Record, shown_place
from elchi.web.ask import Asking
from elchi.web.door import READ_ONLY, Access, Door, Porter
from elchi.web.faults import TWIN, JsonAnswer, fault_json
from elchi.web.guard import HEADERS, Guard
from elchi.web.judging import add_judging
from elchi.web.limits import Limits
from elchi.web.login import add_login
from elchi.web.page import Desk, add_page
from elchi.web.pages import PAGES
from elchi.web.shapes import components
from elchi.web.sql import add_sql
from elchi.web.text import address
from elchi.web.writer import Templates

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_ABOUT = "What a record of elchi holds. Every address has a page of the same name, without .json."
_log = logging.getLogger("elchi.web")


def create_app(
    record: Record, names: Naming, *, hosts: Collection[str] = LOOPBACK, limits: Limits | None = None,
    access: Access = READ_ONLY, sql: bool = False,
) -> FastAPI:  # fmt: skip
    """Return the pages of a record as an ASGI application; it only reads, unless `access` lets people judge.

    Args:
        record: open as long as the application runs.
        names: the catalogue as users name it.
        hosts: names by which the server may be called; empty: by any.
        limits: bounds of sizes, rates and times; the defaults where None.
        access: who may read, and who may judge.
        sql: whether there is a page for SQL.
    """
    shown = record.path.name if record.path else shown_place(record.place)
    bounds, templates = limits or Limits(), Templates(shown, sql=sql)
    app = FastAPI(
        title="elchi", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None, openapi_url=None
    )
    desk = Desk(Asking(record, names), bounds)
    for page in PAGES:
        add_page(app, page, desk, templates)
    if sql:
        add_sql(app, desk, templates, record)
    porter = Porter(access)
    add_judging(app, porter)
    add_login(app, porter, templates)
    _add_others(app, templates)
    app.mount("/static", _Static(packages=[("elchi.web", "static")]), name="static")
    _add_faults(app, templates)
    app.add_middleware(GZipMiddleware, minimum_size=600, compresslevel=6)
    app.add_middleware(Door, porter=porter)
    app.add_middleware(Guard, limits=bounds, hosts=hosts)
    app.openapi = partial(_description, app)  # type: ignore[method-assign]
    return app


def _add_others(app: FastAPI, templates: Templates) -> None:
    """Add what asks the record nothing: the way to a dossier from a form, and the description of the API."""

    @app.get("/pair", include_in_schema=False)
    async def two(a: str = "", b: str = "") -> RedirectResponse:
        wanted = [name.strip()[:200] for name in (a, b)]
        return RedirectResponse(address("pair", *wanted) if all(wanted) else "/", HTTPStatus.SEE_OTHER)

    @app.get("/api.json", include_in_schema=False)
    async def description() -> JsonAnswer:
        return JsonAnswer(app.openapi())

    @app.get("/api", include_in_schema=False)
    async def described(request: Request) -> HTMLResponse:
        return templates.write(request, "api.html", {"described": app.openapi()})

    @app.get("/health", include_in_schema=False)
    async def health() -> JsonAnswer:
        return JsonAnswer({"status": "ok"})


def _description(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description, with the published schemas as its components."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=_ABOUT, routes=app.routes)
        made["components"] = {"schemas": components()}
        app.openapi_schema = made
    return app.openapi_schema


def _add_faults(app: FastAPI, templates: Templates) -> None:
    def told(request: Request, status: int, message: str) -> Response:
        row = fault_json(status, message)
        if request.url.path.endswith(TWIN):
            return JsonAnswer(row, status, headers=HEADERS)
        page = templates.write(request, "fault.html", row["error"], status, twin=False)
        page.headers.update(HEADERS)
        return page

    @app.exception_handler(UnknownNameError)
    async def unknown(request: Request, error: UnknownNameError) -> Response:
        return told(request, HTTPStatus.NOT_FOUND, str(error))

    @app.exception_handler(JudgementError)
    async def senseless(request: Request, error: JudgementError) -> Response:
        return told(request, HTTPStatus.UNPROCESSABLE_ENTITY, str(error))

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, error: RequestValidationError) -> Response:
        said = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in error.errors()[:5])
        return told(request, HTTPStatus.UNPROCESSABLE_ENTITY, said)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        missing = error.status_code == HTTPStatus.NOT_FOUND
        return told(request, error.status_code, "there is no such page" if missing else str(error.detail))

    @app.exception_handler(RecordError)
    async def closed(request: Request, error: RecordError) -> Response:
        _log.error("%s", error)
        return told(request, HTTPStatus.SERVICE_UNAVAILABLE, "the record cannot be read now; try again")

    @app.exception_handler(Exception)
    async def failed(request: Request, error: Exception) -> Response:
        _log.error("%s failed", request.url.path, exc_info=error)
        return told(request, HTTPStatus.INTERNAL_SERVER_ERROR, "this page could not be made; the log says why")


class _Static(StaticFiles):
    """Files of the package: one that is asked for by its hash is kept for ever."""

    async def get_response(self, path: str, scope: Any) -> Response:  # noqa: ANN401 - an ASGI scope
        """Return a file, and how long it may be kept."""
        response = await super().get_response(path, scope)
        kept = b"v=" in scope["query_string"]
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return response


def static_files() -> list[str]:
    """Return the names of the static files, those in folders too."""
    root = files("elchi.web") / "static"
    inside = [f"fonts/{file.name}" for file in (root / "fonts").iterdir()]
    return sorted([*(file.name for file in root.iterdir() if file.is_file()), *inside])
