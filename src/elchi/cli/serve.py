"""`elchi serve`: the pages of a record."""

from __future__ import annotations

import ipaddress
import socket
import sys
import webbrowser
from threading import Timer
from types import ModuleType
from typing import Annotated

import typer

from elchi.cli.asking import opened_for_questions
from elchi.cli.options import DEFAULT_RECORD, DebugOption, ProgressOption, QuietOption, RecordOption
from elchi.errors import ExtraError, PortError
from elchi.export.escape import visible
from elchi.pipeline import known_names
from elchi.record import shown_place

app = typer.Typer(rich_markup_mode=None, add_completion=False)
_OPEN_AFTER_SECONDS = 1.0
_GOOD, _WAITING = 200, 128


@app.command("serve")
def serve(
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

    Nothing is fetched from anywhere else, and nothing is written. Stop it with Ctrl-C.
    """  # noqa: D301 - \b keeps the lines of an example apart
    web, uvicorn = _extra()
    with opened_for_questions(record) as opened:
        local = _is_loopback(host)
        pages = web.create_app(opened, known_names(), hosts=web.LOOPBACK if local else (), sql=sql)
        if page is not None:
            _print(web.fetch(pages, page))
            return
        if not local:
            told = f"everybody who reaches {visible(host)} can read {visible(shown_place(record))}; there is no login"
            typer.echo(f"elchi: {told}", err=True)
        config = uvicorn.Config(pages, host=host, log_level="warning", access_log=False, server_header=False)
        with _listening(host, port) as door:
            address = f"http://{f'[{host}]' if ':' in host else host}:{door.getsockname()[1]}/"
            if not quiet:
                typer.echo(f"elchi: {visible(shown_place(record))} at {address} - stop with Ctrl-C", err=True)
            if show:
                Timer(_OPEN_AFTER_SECONDS, webbrowser.open, (address,)).start()
            uvicorn.Server(config).run(sockets=[door])


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
