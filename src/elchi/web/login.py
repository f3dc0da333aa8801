"""Logging in and out: by name and password, slowly for those who guess."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from elchi.errors import UsersError
from elchi.web.door import LOGIN, Porter, safe_way, visitor_of
from elchi.web.forms import read_form
from elchi.web.limits import Limits, Rates
from elchi.web.users import User, Users, key_of
from elchi.web.writer import Templates

HASHES_AT_ONCE = 2
"""Each takes 64 MiB for its time: more at once would let guessers fill the memory."""
OF_ADDRESS = Limits(per_second=1 / 20, burst=10)
OF_NAME = Limits(per_second=1 / 60, burst=20)
"""More than of an address, so that one who guesses does not shut a user out from elsewhere at once."""


class Tries:
    """Counts tries to log in, by the address that they come from and by the name that they are for."""

    def __init__(self) -> None:
        self._by_address, self._by_name = Rates(OF_ADDRESS), Rates(OF_NAME)

    def allow(self, address: str, name: str, now: float | None = None) -> bool:
        """Count a try and return whether it may be made."""
        return self._by_address.allows(address, now) and self._by_name.allows(key_of(name)[:100], now)


def add_login(app: FastAPI, porter: Porter, templates: Templates) -> None:
    """Give `app` the login and the way out; without users both lead to the overview."""
    threads, tries, users = ThreadPoolExecutor(HASHES_AT_ONCE, "elchi-login"), Tries(), porter.access.users

    @app.get(LOGIN, include_in_schema=False)
    async def ask(request: Request, next: str = "/") -> Response:  # noqa: A002 - the name of the parameter
        way = safe_way(next, "/")
        if users is None or visitor_of(request).user:
            return RedirectResponse(way, HTTPStatus.SEE_OTHER)
        return templates.write(request, "login.html", {"next": way, "name": "", "wrong": False}, twin=False)

    @app.post(LOGIN, include_in_schema=False)
    async def log_in(request: Request) -> Response:
        fields = await read_form(request, porter.seal, visitor_of(request).key)
        name, way = fields.get("name", "")[:200].strip(), safe_way(fields.get("next", ""), "/")
        if users is None:
            return RedirectResponse(way, HTTPStatus.SEE_OTHER)
        if not tries.allow(request.client.host if request.client else "", name):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many tries to log in; wait a minute")
        password = fields.get("password", "")
        user = await asyncio.get_running_loop().run_in_executor(threads, _checked, users, name, password)
        if user is None or porter.sessions is None:
            shown = {"next": way, "name": name, "wrong": True}
            return templates.write(request, "login.html", shown, HTTPStatus.FORBIDDEN, twin=False)
        answer = RedirectResponse(way, HTTPStatus.SEE_OTHER)
        secret = porter.sessions.begin(user, porter.secret_of(request.headers))
        answer.headers.append("set-cookie", porter.session_header(secret))
        return answer

    @app.post("/logout", include_in_schema=False)
    async def log_out(request: Request) -> Response:
        await read_form(request, porter.seal, visitor_of(request).key)
        answer = RedirectResponse(LOGIN, HTTPStatus.SEE_OTHER)
        if porter.sessions is not None:
            porter.sessions.end(porter.secret_of(request.headers))
            answer.headers.append("set-cookie", porter.session_header(""))
        return answer


def _checked(users: Users, name: str, password: str) -> User | None:
    try:
        return users.check(name, password)
    except UsersError as bad:
        reason = "nobody can log in now: the file of users cannot be read"
        raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, reason) from bad
