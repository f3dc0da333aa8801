"""One page asked for without a server: for scripts, and for tests of every route."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.types import ASGIApp, Message

_UNRESERVED = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: its status, its headers (names in lower case), its bytes, and each cookie that it sets."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The bytes as text."""
        return self.body.decode("utf-8")


def fetch(
    app: ASGIApp, address: str, headers: Mapping[str, str] | None = None, form: Mapping[str, str] | None = None
) -> Fetched:
    """Return what `app` answers to a GET of `address` (path and query, in any script), or to a POST of a form."""
    if form is None:
        return asyncio.run(_fetch(app, "GET", address, headers or {}, b""))
    body = urlencode(form).encode("ascii")
    told = {"content-type": "application/x-www-form-urlencoded", "content-length": str(len(body))}
    return asyncio.run(_fetch(app, "POST", address, told | dict(headers or {}), body))


async def _fetch(app: ASGIApp, method: str, address: str, headers: Mapping[str, str], content: bytes) -> Fetched:
    parts = urlsplit(address)
    path = quote(parts.path, safe=_UNRESERVED)
    sent = {"host": "localhost"} | {name.lower(): value for name, value in headers.items()}
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": unquote(path), "raw_path": path.encode("ascii"), "root_path": "",
        "query_string": quote(parts.query, safe=_UNRESERVED + "?").encode("ascii"),
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent.items()],
        "client": ("127.0.0.1", 0), "server": ("localhost", 80),
    }  # fmt: skip
    got: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        got.append(message)

    await app(scope, receive, send)
    start = next(message for message in got if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in got if message["type"] == "http.response.body")
    named = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in start["headers"]}
    cookies = [value.decode("latin-1") for name, value in start["headers"] if name.lower() == b"set-cookie"]
    return Fetched(int(start["status"]), named, body, tuple(cookies))
