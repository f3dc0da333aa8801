"""What stands before every page: who may ask, how large, how often; and the headers that every answer bears."""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from elchi.web.faults import plain_fault
from elchi.web.limits import Limits, Rates

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer, forms of our own would come from "null"
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_STATIC = "/static/"


class Guard:
    """ASGI middleware: refuses what is too much, and puts the headers on what comes back.

    `hosts` are the names by which the server may be called, any where there are none. A page elsewhere that points its
    own name at the loopback address (DNS rebinding) is refused so.
    """

    def __init__(self, app: ASGIApp, limits: Limits, hosts: Collection[str]) -> None:
        self._app, self._limits, self._hosts, self._rates = app, limits, frozenset(hosts), Rates(limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await plain_fault(scope["path"], *refusal)(scope, receive, send_with_headers)
            return
        await self._app(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and reason of a refusal, or None."""
        headers = Headers(scope=scope)
        if self._hosts and _name(headers.get("host", "")) not in self._hosts:
            return HTTPStatus.BAD_REQUEST, "this server is not called by that name"
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self._limits.address_bytes:
            return HTTPStatus.REQUEST_URI_TOO_LONG, "the address is too long"
        size = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not size.isascii() or not size.isdigit() or (
            len(size) > 9 or int(size) > self._limits.body_bytes
        ):  # fmt: skip
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the request carries too much"
        visitor = scope["client"][0] if scope.get("client") else ""
        if not scope["path"].startswith(_STATIC) and not self._rates.allows(visitor):
            return HTTPStatus.TOO_MANY_REQUESTS, "too many requests; wait a second"
        return None


def _name(host: str) -> str:
    """Return a Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.rpartition(":")[0] if ":" in host else host
