"""Who stands at the door: everybody, where the server is this machine's alone; else who has logged in."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlencode

import regex
from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from elchi.errors import UsersError
from elchi.record import Record
from elchi.web.faults import TWIN, plain_fault
from elchi.web.forms import Seal
from elchi.web.sessions import LONGEST_SECONDS, Sessions
from elchi.web.users import REVIEWER, Users

LOGIN: Final = "/login"
DATA = frozenset({".csv", ".gexf", ".graphml", ".ics", ".json", ".jsonl", ".nt", ".parquet", ".tsv", ".ttl", ".xlsx"})
"""Endings of addresses that programs ask for: without a login they get a fault, not the page on which to log in."""
_OPEN = ("/static/", "/health", LOGIN)
_VISITOR = "elchi.visitor"
_NUMBER = regex.compile(r"[A-Za-z0-9_-]{22}")
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read a record, and who may judge.

    Attributes:
        writer: the record, open for writing; None: nobody judges.
        author: who judges where nobody logs in; "": nobody.
        users: who may log in; None: whoever reaches the server reads, without a login.
        secure: whether browsers reach the server over TLS, so that cookies go no other way.
    """

    writer: Record | None = None
    author: str = ""
    users: Users | None = None
    secure: bool = False


READ_ONLY = Access()
"""Whoever reaches the server reads; nobody judges."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks.

    Attributes:
        name: of the user who is logged in, or the author of judgements where nobody logs in.
        judges: whether he or she may judge.
        key: what tokens of forms are made of; "" where no form is shown.
        user: whether it is a user who is logged in.
        token: that of this visitor's forms.
    """

    name: str = ""
    judges: bool = False
    key: str = ""
    user: bool = False
    token: str = ""


NOBODY = Visitor()


def visitor_of(request: Request) -> Visitor:
    """Return who asks."""
    found: Visitor = request.scope.get(_VISITOR, NOBODY)
    return found


@dataclass(slots=True)
class Porter:
    """Knows the visitors of one server: its rules, its sessions, the seal of its forms."""

    access: Access
    seal: Seal = field(default_factory=Seal)
    sessions: Sessions | None = None

    def __post_init__(self) -> None:
        if self.access.users is not None:
            self.sessions = Sessions(self.access.users)

    @property
    def session_cookie(self) -> str:
        """The name of the cookie of a session; `__Host-` holds it to TLS and to this very host."""
        return "__Host-elchi-session" if self.access.secure else "elchi-session"

    @property
    def number_cookie(self) -> str:
        """The name of the cookie of the number that forms are sealed with before a login, or without one."""
        return "__Host-elchi-form" if self.access.secure else "elchi-form"

    def cookie(self, name: str, value: str, seconds: int | None = None) -> str:
        """Return a Set-Cookie header. Lax, for a link in a letter is to find its reader logged in; no GET writes."""
        told = [f"{name}={value}", "Path=/", "HttpOnly", "SameSite=Lax"]
        told += ["Secure"] if self.access.secure else []
        return "; ".join([*told, *([] if seconds is None else [f"Max-Age={seconds}"])])

    def session_header(self, secret: str) -> str:
        """Return the Set-Cookie header of a session that begins; of "", one that ends."""
        return self.cookie(self.session_cookie, secret, LONGEST_SECONDS if secret else 0)

    def secret_of(self, headers: Headers) -> str | None:
        """Return the secret of the session that a request bears, whether it is one or not."""
        return _cookies(headers).get(self.session_cookie)

    def visitor(self, headers: Headers, number: str) -> Visitor | None:
        """Return who asks; None where one has to log in.

        Args:
            headers: of the request.
            number: that forms are sealed with before a login, or without one.

        Raises:
            UsersError: the file of users cannot be read.
        """
        if self.sessions is not None:
            secret = self.secret_of(headers)
            user = self.sessions.user(secret)
            if user is None or secret is None:
                return None
            judges = user.role == REVIEWER and self.access.writer is not None
            return Visitor(user.name, judges, secret, user=True, token=self.seal.token(secret))
        from_here = not any(name in headers for name in _FORWARDED)  # else a proxy lets others in, without a login
        judges = self.access.writer is not None and bool(self.access.author) and from_here
        return Visitor(self.access.author if judges else "", judges, number, token=self.seal.token(number))


class Door:
    """ASGI middleware: names the visitor to what comes after, and sends those who must log in to do so."""

    def __init__(self, app: ASGIApp, porter: Porter) -> None:
        self._app, self._porter = app, porter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or send its visitor to the login."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        kept = _cookies(headers).get(self._porter.number_cookie, "")
        number = kept if _NUMBER.fullmatch(kept) else secrets.token_urlsafe(16)
        try:
            visitor = self._porter.visitor(headers, number)
        except UsersError:
            reason = "nobody can log in now: the file of users cannot be read"
            await plain_fault(scope["path"], HTTPStatus.SERVICE_UNAVAILABLE, reason)(scope, receive, send)
            return
        if visitor is None and not scope["path"].startswith(_OPEN):
            await _refusal(scope)(scope, receive, send)
            return
        scope[_VISITOR] = visitor or Visitor(key=number, token=self._porter.seal.token(number))
        cookies = list(self._new_cookies(scope, kept, number))

        async def send_with_cookies(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                for cookie in cookies:
                    answered.append("set-cookie", cookie)
                if self._porter.sessions is not None and not scope["path"].startswith("/static/"):
                    answered["cache-control"] = "private, no-cache"
            await send(message)

        await self._app(scope, receive, send_with_cookies)

    def _new_cookies(self, scope: Scope, kept: str, number: str) -> Iterator[str]:
        """Yield the cookie of the number where a page may hold a form that is sealed with it."""
        visitor: Visitor = scope[_VISITOR]
        page = scope["method"] == "GET" and not scope["path"].endswith(TWIN)
        if kept != number and page and visitor.key == number and (visitor.judges or scope["path"] == LOGIN):
            yield self._porter.cookie(self._porter.number_cookie, number)


def _refusal(scope: Scope) -> ASGIApp:
    """Return what somebody who is not logged in gets: of a page the way to the login, of data a fault."""
    if scope["method"] in {"GET", "HEAD"} and PurePosixPath(scope["path"]).suffix not in DATA:
        asked = scope["query_string"].decode("latin-1")
        way = (scope.get("raw_path") or b"/").decode("latin-1") + (f"?{asked}" if asked else "")
        return RedirectResponse(f"{LOGIN}?{urlencode({'next': way})}", HTTPStatus.SEE_OTHER)
    fault = plain_fault(scope["path"], HTTPStatus.UNAUTHORIZED, f"log in first, at {LOGIN}")
    fault.headers["WWW-Authenticate"] = 'Session realm="elchi"'
    return fault


def _cookies(headers: Headers) -> dict[str, str]:
    return cookie_parser(headers.get("cookie", "")[:4096])


def safe_way(asked: str, otherwise: str) -> str:
    """Return an address of this server that a form may lead back to; `otherwise` where it is none, or another's."""
    plain = asked.isprintable() and "\\" not in asked and len(asked) <= 2000
    return asked if plain and asked.startswith("/") and not asked.startswith("//") else otherwise
