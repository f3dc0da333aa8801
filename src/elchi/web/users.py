"""Who may log in: a file of names, roles and hashed passwords, apart from the record and its claims.

A line is `name TAB role TAB hash` (argon2id, RFC 9106). The file is read again when it changes: a user who is taken
out, or gets another password, is out at once.
"""

from __future__ import annotations

import os
import stat
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import regex
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from elchi.errors import UsersError

READER, REVIEWER = "reader", "reviewer"
ROLES = (READER, REVIEWER)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
_NAME = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}")
_HEAD = "# elchi users 1: name, role, argon2id hash, apart by tabs. Change it with: elchi users"
_HASHER = PasswordHasher()
"""The parameters that argon2-cffi takes by default: RFC 9106, low memory."""
_Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in; `hash` is that of the password."""

    name: str
    role: str
    hash: str


def key_of(name: str) -> str:
    """Return what names are compared by: `Ann` and `ann` are one user."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


class Users:
    """A file of users.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._stamp: _Stamp | None = None
        self._known: Mapping[str, User] = {}
        self._nobody = ""

    def all(self) -> list[User]:
        """Return all users, by name; none where there is no file.

        Raises:
            UsersError: the file cannot be read, or is something else.
        """
        return [user for _, user in sorted(self._read().items())]

    def find(self, name: str) -> User | None:
        """Return the user of that name, or None. Raises as `all` does."""
        return self._read().get(key_of(name))

    def check(self, name: str, password: str) -> User | None:
        """Return the user whose name and password these are, or None; it takes as long for a name that is not known.

        Raises:
            UsersError: the file cannot be read.
        """
        user, nobody = self.find(name), self._hash_of_nobody()
        right = _is(password, user.hash if user else nobody)
        return user if user is not None and right else None

    def add(self, name: str, role: str, password: str) -> User:
        """Add a user.

        Raises:
            UsersError: the name is taken or cannot be one, the role is none, or the password too short.
        """
        if not _NAME.fullmatch(name):
            raise UsersError(f"{name!r} cannot be a name: letters, digits and . _ @ - (at most 64)")

        def change(known: dict[str, User]) -> None:
            if key_of(name) in known:
                raise UsersError(f"{self.path}: there is a user {known[key_of(name)].name!r} already")
            known[key_of(name)] = made

        made = User(name, checked_role(role), hashed(password))
        self._change(change)
        return made

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password; he or she has to log in anew."""
        made = hashed(password)

        def change(known: dict[str, User]) -> None:
            known[key_of(name)] = User(self._known_user(known, name).name, self._known_user(known, name).role, made)

        self._change(change)

    def set_role(self, name: str, role: str) -> None:
        """Give a user another role; it holds at once."""

        def change(known: dict[str, User]) -> None:
            user = self._known_user(known, name)
            known[key_of(name)] = User(user.name, checked_role(role), user.hash)

        self._change(change)

    def remove(self, name: str) -> None:
        """Take a user out; what he or she judged stays, with the name."""

        def change(known: dict[str, User]) -> None:
            self._known_user(known, name)
            del known[key_of(name)]

        self._change(change)

    def _known_user(self, known: Mapping[str, User], name: str) -> User:
        found = known.get(key_of(name))
        if found is None:
            raise UsersError(f"{self.path}: there is no user {name!r}; see: elchi users list")
        return found

    def _hash_of_nobody(self) -> str:
        """Return a hash that no password fits, made as those of users are."""
        if not self._nobody:
            self._nobody = _HASHER.hash(os.urandom(16).hex())
        return self._nobody

    def _read(self) -> Mapping[str, User]:
        """Return the users by the key of their names; the file is read where it has changed."""
        with self._lock:
            try:
                found = self.path.stat()
                stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
                if stamp != self._stamp:
                    self._known = _parsed(self.path, self.path.read_text("utf-8"))
                    self._stamp = stamp
            except FileNotFoundError:
                self._known, self._stamp = {}, None
            except (OSError, UnicodeDecodeError) as bad:
                raise UsersError(f"{self.path}: cannot be read ({bad}); check the file and its permissions") from bad
            return self._known

    def _change(self, change: Callable[[dict[str, User]], None]) -> None:
        """Write the file anew, whole or not at all, for its owner's eyes alone."""
        known = dict(self._read())
        change(known)
        lines = [_HEAD, *(f"{u.name}\t{u.role}\t{u.hash}" for _, u in sorted(known.items()))]
        try:
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=self.path.parent, prefix=f".{self.path.name}.", delete=False
            ) as stream:  # fmt: skip
                stream.write("\n".join(lines) + "\n")
            Path(stream.name).chmod(stat.S_IRUSR | stat.S_IWUSR)
            Path(stream.name).replace(self.path)
        except OSError as bad:
            raise UsersError(f"{self.path}: cannot be written ({bad.strerror}); choose another --users") from bad


def checked_role(role: str) -> str:
    """Return a role.

    Raises:
        UsersError: it is none.
    """
    if role not in ROLES:
        raise UsersError(f"{role!r} is no role; there are {' and '.join(ROLES)}")
    return role


def hashed(password: str) -> str:
    """Return the hash of a password (compared in NFC, RFC 8265).

    Raises:
        UsersError: it is too short or too long.
    """
    told = unicodedata.normalize("NFC", password)
    if not SHORTEST_PASSWORD <= len(told) <= LONGEST_PASSWORD:
        raise UsersError(f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; a few words do well")
    return _HASHER.hash(told)


def _is(password: str, kept: str) -> bool:
    try:
        return _HASHER.verify(kept, unicodedata.normalize("NFC", password[: LONGEST_PASSWORD + 1]))
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def _parsed(path: Path, text: str) -> dict[str, User]:
    known = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or cells[1] not in ROLES or not cells[2].startswith("$argon2"):
            told = "name, role and hash, apart by tabs"
            raise UsersError(f"{path}:{number}: expected {told}; elchi users writes such a file")
        known[key_of(cells[0])] = User(*cells)
    return known
