"""`elchi serve`: the pages of a record."""

from __future__ import annotations

import getpass
import ipaddress
import socket
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Timer
from types import ModuleType
from typing import Annotated, Any

import typer

from elchi.cli.asking import opened_for_questions
from elchi.cli.options import DEFAULT_RECORD, DebugOption, ProgressOption, QuietOption, RecordOption
from elchi.cli.users import UsersOption, users_file
from elchi.errors import ExtraError, PortError, UsersError
from elchi.export.escape import visible
from elchi.pipeline import known_names
from elchi.record import Record, shown_place

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_OPEN_AFTER_SECONDS = 1.0
_GOOD, _WAITING = 200, 128


@app.command("serve")
def serve(  # noqa: PLR0913 - one argument an option
    *,
    record: RecordOption = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(help="The address to listen on; the default is seen by this machine alone.")]
    = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8765,
    page: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Print one page, such as /pair/IND/KAZ, and serve nothing.")
    ] = None,
    sql: Annotated[bool, typer.Option("--sql", help="Offer a page for read-only SQL, too.")] = False,
    show: Annotated[bool, typer.Option("--open", help="Open the first page in a browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody judges; the record is never written.")] = False,
    author: Annotated[
        str | None, typer.Option(help="Who judges where nobody logs in; else your login name.")
    ] = None,
    users: UsersOption = None,
    behind_tls: Annotated[
        bool,
        typer.Option("--behind-tls", help="A server before this one speaks HTTPS: ask for a login, cookies need TLS."),
    ] = False,
    quiet: QuietOption = False,
    _no_progress: ProgressOption = False,
    _debug: DebugOption = False,
) -> None:  # fmt: skip
    """Show a record as pages in a browser.

    \b
    Examples:
      elchi serve --record news.db --open
      elchi serve --record news.db --port 9000
      elchi serve --record news.db --page /pair/IND/KAZ > dossier.html
      elchi serve --record news.db --sql
      elchi serve --record news.db --host 0.0.0.0 --behind-tls

    Nothing is fetched from anywhere else; what is written is judgements alone. On this machine they bear your name. For
    others there is a login: see elchi users. Stop it with Ctrl-C.
    """  # noqa: D301 - \b keeps the lines of an example apart
    web, uvicorn = _extra()
    if page is not None:
        with opened_for_questions(record) as opened:
            _print(web.fetch(web.create_app(opened, known_names(), sql=sql), page))
        return
    local = _is_loopback(host)
    known = _users(web, record, users, host) if users or behind_tls or not local else None
    with _opened(record, read_only=read_only) as (opened, writer):
        access = web.Access(writer, "" if known else _author(author), known, behind_tls)
        pages = web.create_app(opened, known_names(), hosts=() if known else web.LOOPBACK, access=access, sql=sql)
        if not local and not behind_tls:
            told = "passwords and pages cross the network as they are; put a server with HTTPS before it (--behind-tls)"
            typer.echo(f"elchi: {told}", err=True)
        config = uvicorn.Config(
            pages, host=host, log_level="warning", access_log=False, server_header=False, proxy_headers=behind_tls
        )
        with _listening(host, port) as door:
            address = f"http://{f'[{host}]' if ':' in host else host}:{door.getsockname()[1]}/"
            if not quiet:
                typer.echo(f"elchi: {visible(shown_place(record))} at {address} - stop with Ctrl-C", err=True)
            if show:
                Timer(_OPEN_AFTER_SECONDS, webbrowser.open, (address,)).start()
            uvicorn.Server(config).run(sockets=[door])


@contextmanager
def _opened(place: str, *, read_only: bool) -> Iterator[tuple[Record, Record | None]]:
    """Open a record for the pages, which cannot change it, and once more for judgements, unless `read_only`."""
    with ExitStack() as stack:
        writer = None if read_only else stack.enter_context(opened_for_questions(place))
        opened = stack.enter_context(Record.open(place, read_only=True))
        if read_only and opened.dirty_blocks(1):
            told = "not all claims are worked out yet, pages may lack some; any other command on this record does it"
            typer.echo(f"elchi: {visible(shown_place(place))}: {told}", err=True)
        yield opened, writer


def _users(web: ModuleType, record: str, file: Path | None, host: str) -> Any:  # noqa: ANN401 - of the extra
    """Return who may log in.

    Raises:
        UsersError: there is nobody: others would read the record, and judge, without a login.
    """
    users = web.Users(users_file(record, file))
    if not users.all():
        add = f'make one: elchi users add NAME --role reviewer --users "{users.path}"'
        raise UsersError(f"{visible(host)}: others would get in without a login, for {users.path} has no users; {add}")
    return users


def _author(author: str | None) -> str:
    """Return who judges where nobody logs in; "" for nobody, where there is no login name."""
    try:
        return author or getpass.getuser()
    except (KeyError, OSError):
        typer.echo("elchi: you have no login name, so pages only read; say who judges with --author", err=True)
        return ""


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens at a place; 0 is any free port.

    Raises:
        PortError: it cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(_WAITING)
    except OSError as bad:
        door.close()
        raise PortError(f"{host}:{port}: cannot listen there ({bad.strerror or bad}); choose another --port") from bad
    return door


def _extra() -> tuple[ModuleType, ModuleType]:
    """Return the pages and their server.

    Raises:
        ExtraError: the extra `web` is not installed.
    """
    try:
        import uvicorn  # noqa: PLC0415 - only this command needs the extra

        from elchi import web  # noqa: PLC0415 - as above
    except ImportError as missing:
        raise ExtraError(
            f'pages need an extra that is not installed ({missing.name} is missing): pip install "elchi[web]"'
        ) from missing
    return web, uvicorn


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _print(fetched: object) -> None:
    status, text = getattr(fetched, "status", 0), getattr(fetched, "text", "")
    sys.stdout.write(text)
    if status != _GOOD:
        raise typer.Exit(1)
