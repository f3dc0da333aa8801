"""Who is logged in: sessions kept in the memory of the server, under the hash of what the browser's cookie holds."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from elchi.web.users import User, Users, key_of

IDLE_SECONDS = 12 * 3600
"""A session ends when nothing was asked for so long."""
LONGEST_SECONDS = 7 * 24 * 3600
"""A session ends after so long in any case."""
MOST_SESSIONS = 10_000
MOST_OF_ONE_USER = 20


@dataclass(slots=True)
class Session:
    """One login: whose, with which password (its hash), since when, and when it was last used."""

    user: str
    password: str
    since: float
    used: float


class Sessions:
    """The sessions of a server; they end with it, too."""

    def __init__(self, users: Users) -> None:
        self._users = users
        self._lock = Lock()
        self._open: OrderedDict[str, Session] = OrderedDict()  # the longest unused first

    def begin(self, user: User, before: str | None = None, now: float | None = None) -> str:
        """Begin a session and return its secret, always a new one; the one that the browser had `before` ends."""
        moment, secret = time.monotonic() if now is None else now, secrets.token_urlsafe(32)
        with self._lock:
            if before:
                self._open.pop(_kept(before), None)
            mine = [key for key, one in self._open.items() if one.user == key_of(user.name)]
            for key in mine[: max(0, len(mine) - MOST_OF_ONE_USER + 1)]:
                del self._open[key]
            if len(self._open) >= MOST_SESSIONS:
                self._open.popitem(last=False)
            self._open[_kept(secret)] = Session(key_of(user.name), user.hash, moment, moment)
        return secret

    def user(self, secret: str | None, now: float | None = None) -> User | None:
        """Return whose session this is; None where it has ended, or the user is gone or has another password.

        Raises:
            UsersError: the file of users cannot be read.
        """
        if not secret:
            return None
        moment, key = time.monotonic() if now is None else now, _kept(secret)
        with self._lock:
            session = self._open.get(key)
            if session is None:
                return None
            user = self._users.find(session.user)
            idle, age = moment - session.used, moment - session.since
            if user is None or user.hash != session.password or idle > IDLE_SECONDS or age > LONGEST_SECONDS:
                del self._open[key]
                return None
            session.used = moment
            self._open.move_to_end(key)
            return user

    def end(self, secret: str | None) -> None:
        """End a session."""
        if secret:
            with self._lock:
                self._open.pop(_kept(secret), None)


def _kept(secret: str) -> str:
    """Return what is kept of a secret: who reads the memory of the server cannot log in with it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
