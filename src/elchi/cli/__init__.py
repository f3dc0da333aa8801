"""The command `elchi`: one file a command, imported only when that command runs.

The table below is what `elchi --help` lists, so that help costs no import of anything heavy; a test
holds it to the commands themselves.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from elchi import __version__
from elchi.errors import ElchiError

COMMANDS = {
    "demo": "Read the sample corpus and show what it says.",
    "extract": "Print the claims of articles as JSON lines.",
    "ingest": "Read articles into a record; safe to run again.",
    "pair": "Print the dossier of two states or organisations.",
    "entity": "Print an entity: names, members, offices, chair.",
    "link": "Say what names mean, in any script, and why.",
    "names": "List persons outside the catalogue, and pairs to judge.",
    "merge": "Judge that two names are one person.",
    "split": "Judge that two names are two persons.",
    "stories": "Print which articles tell one story, and how often.",
    "story": "Print a story: its articles side by side.",
    "timeline": "Print what was claimed of an entity, by date.",
    "conflicts": "Print where sources differ, with both sentences.",
    "promises": "Print what was promised, and what became of it.",
    "diff": "Print what became known between two days.",
    "search": "Search the sentences of claims, in all scripts.",
    "network": "Print who dealt with whom in a period.",
    "meetings": "Print where parties met, by place.",
    "event": "Print one event with all that is told of it.",
    "positions": "Print who supports, opposes or promises a thing.",
    "explain": "Print why a claim was read so, step by step.",
    "text": "Print the stored text of an article.",
    "review": "Judge claims and conflicts; all can be undone.",
    "sql": "Ask the record in SQL, read-only.",
    "serve": "Show a record as pages in a browser.",
    "users": "List, add and remove those who may log in.",
    "export": "Write claims in a format that other programs read.",
    "sparql": "Ask a record in SPARQL (extra: rdf).",
    "db": "Look at, upgrade, copy or load a record.",
    "forget": "Remove an article and its claims for good.",
    "schema": "Print a JSON Schema of what elchi writes.",
    "doctor": "Check the installation and the record.",
}
INTERRUPTED = 130


class LazyCommands(TyperGroup):
    """A group whose commands are imported when they run, and whose errors are one line on stderr."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - typer's own types moved in 0.2x
        """Put the real command in the place of its entry in the help, then find it as ever."""
        if args and args[0] in COMMANDS:
            module = import_module(f"elchi.cli.{args[0]}")
            self.commands[args[0]] = typer.main.get_command(module.app)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Run the command; an error of elchi's own is one line, unless `--debug` asks for the trace."""
        try:
            return super().invoke(ctx)
        except ElchiError as error:
            if "--debug" in sys.argv:
                raise
            escape = import_module("elchi.export.escape")
            typer.echo(f"elchi: {escape.visible(str(error))}", err=True)
            raise typer.Exit(1) from error
        except KeyboardInterrupt as stop:
            kept = "; what was read so far is kept, run the same command again to go on"
            typer.echo(f"elchi: interrupted{kept if ctx.invoked_subcommand == 'ingest' else ''}", err=True)
            raise typer.Exit(INTERRUPTED) from stop


app = typer.Typer(
    cls=LazyCommands, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=True
)  # fmt: skip


def _say_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"elchi {__version__}")
        raise typer.Exit


@app.callback()
def elchi(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read diplomacy in Hindi, Bengali and more, and keep a dated, sourced record of it.

    \b
    First steps:
      elchi demo                            see it work, offline
      elchi ingest articles/                read a folder into the record elchi.db
      elchi pair India Kazakhstan           the dossier of two states, with sentences
      elchi entity SCO --on 2017-07-01      who was a member then
      elchi extract news.txt --published 2024-08-20 | jq .type

    \b
    Results go to stdout, messages to stderr. Exit codes: 0 done, 1 failed, 2 wrong use,
    3 nothing found (with --fail-empty), 4 some articles failed, 130 interrupted.
    """  # noqa: D301 - \b keeps the lines of an example apart


def _stand_in() -> None:
    """Stand in the help for a command that is not imported yet."""


for _name, _summary in COMMANDS.items():
    app.command(_name, help=_summary)(_stand_in)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="elchi")
