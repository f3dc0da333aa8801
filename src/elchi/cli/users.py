"""`elchi users`: who may log in where pages are served to others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer

from elchi.cli.options import DEFAULT_RECORD, DebugOption, JsonOption, RecordOption
from elchi.cli.shared_options import with_options_of
from elchi.errors import ExtraError, UsersError
from elchi.export.json_text import json_page
from elchi.query import SCHEMA_VERSION
from elchi.record import shown_place
from elchi.record.server import is_address

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)
UsersOption = Annotated[
    Path | None,
    typer.Option(
        "--users", envvar="ELCHI_USERS", metavar="FILE", help="The file of users; else RECORD.users beside the record."
    ),
]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name that judgements bear.")]
RoleOption = Annotated[str, typer.Option("--role", help="reader, or reviewer, who judges as well.")]


@app.callback()
def users() -> None:
    """List, add and remove those who may log in.

    \b
    Examples:
      elchi users add ann --role reviewer --record news.db      asks for the password
      pass elchi/bob | elchi users add bob --role reader        takes it from a pipe
      elchi users list

    Users stand in a file of their own, never in the record: names, roles, and argon2id hashes of passwords. A change
    holds at once, for a server that runs as well.
    """  # noqa: D301 - \b keeps the lines of an example apart


def of_users(name: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Register the decorated function as command `name`: it takes the file of users first, and returns what to say."""

    def register(change: Callable[..., str]) -> Callable[..., str]:
        def run(
            *,
            users: UsersOption = None,
            record: RecordOption = DEFAULT_RECORD,
            _debug: DebugOption = False,
            **asked: Any,  # noqa: ANN401 - whatever the command's own options are
        ) -> None:
            if said := change(_opened(record, users), **asked):
                typer.echo(said)

        app.command(name)(with_options_of(change, run))
        return change

    return register


@of_users("add")
def add(
    known: Any,  # noqa: ANN401 - of the extra
    name: NameArgument,
    *,
    role: RoleOption,
) -> str:
    """Add a user; the password is asked for, or read from standard input."""
    made = known.add(name, role, _password())
    return f"{known.path}: {made.name} may log in as {made.role}"


@of_users("password")
def password(
    known: Any,  # noqa: ANN401 - of the extra
    name: NameArgument,
) -> str:
    """Give a user another password, and end his or her sessions."""
    _known(known, name)
    known.set_password(name, _password())
    return f"{known.path}: {name} has another password"


@of_users("role")
def role(
    known: Any,  # noqa: ANN401 - of the extra
    name: NameArgument,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader or reviewer.")],
) -> str:
    """Give a user another role."""
    known.set_role(name, role)
    return f"{known.path}: {name} is a {role} now"


@of_users("remove")
def remove(
    known: Any,  # noqa: ANN401 - of the extra
    name: NameArgument,
) -> str:
    """Take a user out; judgements that he or she made stay, with the name."""
    known.remove(name)
    return f"{known.path}: {name} may no longer log in"


@of_users("list")
def listed(
    known: Any,  # noqa: ANN401 - of the extra
    *,
    as_json: JsonOption = False,
) -> str:
    """List the users and their roles."""
    rows = [{"name": user.name, "role": user.role} for user in known.all()]
    if as_json:
        return json_page({"schema_version": SCHEMA_VERSION, "users": rows})
    return "\n".join(f"{row['name']}\t{row['role']}" for row in rows)


def users_file(record: str, file: Path | None) -> Path:
    """Return the file of users: the one given, else the one beside the record.

    Raises:
        UsersError: the record is on a server, and no file is given.
    """
    if file is not None:
        return file
    if is_address(record):
        raise UsersError(f"{shown_place(record)}: name the file of users, with --users FILE or ELCHI_USERS")
    return Path(f"{record}.users")


def _opened(record: str, file: Path | None) -> Any:  # noqa: ANN401 - of the extra
    return _extra().Users(users_file(record, file))


def _known(known: Any, name: str) -> None:  # noqa: ANN401 - of the extra
    if known.find(name) is None:
        raise UsersError(f"{known.path}: there is no user {name!r}; see: elchi users list")


def _password() -> str:
    """Return a password: typed twice on a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt="The same again"))
    line = sys.stdin.readline()
    return line.rstrip("\r\n")


def _extra() -> ModuleType:
    """Return the module of users.

    Raises:
        ExtraError: the extra `web` is not installed.
    """
    try:
        from elchi.web import users  # noqa: PLC0415 - only this command needs the extra
    except ImportError as missing:
        raise ExtraError(
            f'users need an extra that is not installed ({missing.name} is missing): pip install "elchi[web]"'
        ) from missing
    return users
