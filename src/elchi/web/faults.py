"""What went wrong, said to a person or to a program: one page, one JSON object, the same words."""

from __future__ import annotations

import html
import json
from http import HTTPStatus
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response

from elchi.export.escape import in_json, visible

TWIN = ".json"
SCHEMA_VERSION = 1


class JsonAnswer(JSONResponse):
    """An object as JSON in UTF-8, control characters and bidirectional overrides as escapes."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - any JSON value
        """Return the bytes."""
        return in_json(json.dumps(content, ensure_ascii=False)).encode("utf-8", "backslashreplace")


def fault_json(status: int, message: str) -> dict[str, Any]:
    """Give a fault in the shape of `error.schema.json`."""
    told = {"status": int(status), "title": HTTPStatus(status).phrase, "message": visible(message)}
    return {"schema_version": SCHEMA_VERSION, "error": told}


def plain_fault(path: str, status: int, message: str) -> Response:
    """Return a fault for which no page is made: the server is being asked too much, or wrongly."""
    more = {"Retry-After": "1"} if status == HTTPStatus.TOO_MANY_REQUESTS else {}
    if path.endswith(TWIN):
        return JsonAnswer(fault_json(status, message), status, headers=more)
    title, words = html.escape(HTTPStatus(status).phrase), html.escape(message)
    page = f'<!doctype html><html lang="en"><title>{title}</title><h1>{title}</h1><p>{words}</p></html>'
    return HTMLResponse(page, status, headers=more)
