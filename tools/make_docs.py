"""Write what the documentation takes from the program: the reference of commands, and the outputs in its examples.

    make_docs.py [--check] [PAGE...]

In the README, the tutorial and the how-to pages every block marked ```console is a shell session: lines after `$ ` are
run (lines after `> ` belong to them), in an empty folder that the page's blocks share, and what they print is written
below. `head=N` after `console` keeps the first N lines of each output. A command that fails stops the work.

A page is stale when what it shows differs in more than weights, ids of claims and counts: those move with every change
of the tables, and are written anew with the next real change.
"""

from __future__ import annotations

import argparse
import inspect
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import regex
import typer

from elchi.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
CLI_PAGE = ROOT / "docs" / "reference" / "cli.md"
_FOLDERS = ("tutorial", "howto")
SESSIONS = ("console", "sh")
_CUT = "..."
_MOVING = regex.compile(
    r"[+-]?\b\d+\.\d\d\b|\b[0-9a-f]{8,}\b|\b\d+(?= (?:claims?|entities|articles?|more)\b)|(?<=\t)\d+$|\(\d+\)$",
    regex.MULTILINE,
)
_PATIENCE = 120
"""Seconds that one command of an example may take."""


class ExampleError(Exception):
    """A command of an example failed."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: its first and last line (the fences), its language, its options, its lines."""

    first: int
    last: int
    language: str
    options: dict[str, str]
    lines: tuple[str, ...]

    def commands(self) -> list[str]:
        """Return the commands of a session, those of several lines whole."""
        found: list[str] = []
        for line in self.lines:
            if line.startswith("$ "):
                found.append(line[2:])
            elif (line.startswith("> ") or line == ">") and found:
                found[-1] += "\n" + line[2:]
        return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or with --check say which would change; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where something would change")
    parser.add_argument("pages", nargs="*", type=Path, help="these pages alone")
    options = parser.parse_args(arguments)
    stale = []
    for page in options.pages or [*example_pages(), CLI_PAGE]:
        old = page.read_text("utf-8") if page.exists() else ""
        new = cli_reference() if page.resolve() == CLI_PAGE else with_outputs(old)
        if is_stale(old, new):
            stale.append(page)
            if not options.check:
                page.write_text(new, "utf-8")
    for page in stale:
        print(f"{'stale' if options.check else 'written'}: {os.path.relpath(page)}")
    return 1 if stale and options.check else 0


def is_stale(old: str, new: str) -> bool:
    """Whether two states of a page differ in more than weights, ids and counts."""
    return _MOVING.sub("#", old) != _MOVING.sub("#", new)


def example_pages() -> list[Path]:
    """Return the pages whose examples are run."""
    pages = [page for folder in _FOLDERS for page in sorted((ROOT / "docs" / folder).glob("*.md"))]
    return [ROOT / "README.md", *pages]


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    lines = text.split("\n")
    first: int | None = None
    for number, line in enumerate(lines):
        if not line.startswith("```"):
            continue
        if first is None:
            first = number
            continue
        words = lines[first][3:].split()
        options = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        yield Block(first, number, words[0] if words else "", options, tuple(lines[first + 1 : number]))
        first = None


def with_outputs(text: str) -> str:
    """Return a page with what its commands print now.

    Raises:
        ExampleError: one of them failed.
    """
    lines = text.split("\n")
    out: list[str] = []
    done = 0
    with tempfile.TemporaryDirectory(prefix="elchi-docs-") as place:
        for block in blocks(text):
            if block.language not in SESSIONS:
                continue
            out += lines[done : block.first + 1]
            head = int(block.options.get("head", "0"))
            for command in block.commands():
                first, *more = command.split("\n")
                out += [f"$ {first}", *(f"> {line}".rstrip() for line in more)]
                out += _cut(run(command, place), head)
            done = block.last
    return "\n".join([*out, *lines[done:]])


def run(command: str, folder: str) -> list[str]:
    """Return the lines that a command prints on stdout and stderr, run by bash in `folder`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ELCHI_")}
    environment |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    environment |= {"LC_ALL": "C.UTF-8", "COLUMNS": "110", "TERM": "dumb"}
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail\n{command}"], cwd=folder, env=environment, check=False, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=_PATIENCE,
    )  # fmt: skip
    if done.returncode:
        raise ExampleError(f"exit {done.returncode}: {command}\n{done.stdout}")
    return [line.rstrip() for line in done.stdout.rstrip("\n").split("\n")] if done.stdout.strip() else []


def _cut(lines: list[str], head: int) -> list[str]:
    if not head or len(lines) <= head:
        return lines
    kept = lines[:head]
    while kept and not kept[-1]:
        kept.pop()
    return [*kept, _CUT]


def cli_reference() -> str:
    """Return the page of all commands, made from the program's own help."""
    parts = [
        "# The command line",
        "",
        "<!-- Made by tools/make_docs.py from the program's help: `make docs` writes it again. -->",
        "",
        "Results go to stdout, messages and progress to stderr. What the exit codes mean stands in",
        "[errors-and-exit-codes.md](errors-and-exit-codes.md), the shapes of `--json` in [answers.md](answers.md).",
        "`elchi --version` prints the version, `elchi COMMAND --help` any part of this page.",
        "",
        "| command | does |",
        "|---|---|",
        *(f"| [`{name}`](#elchi-{name}) | {summary} |" for name, summary in COMMANDS.items()),
    ]
    for name in COMMANDS:
        parts += ["", *_command(name)]
    return "\n".join(parts) + "\n"


def _command(name: str) -> list[str]:
    """Return the part of a command, and below it those of its verbs where it has any."""
    command: Any = typer.main.get_command(import_module(f"elchi.cli.{name}").app)
    parts = _described(f"elchi {name}", command, "##")
    for verb, below in getattr(command, "commands", {}).items():
        parts += ["", *_described(f"elchi {name} {verb}", below, "###")]
    return parts


def _described(name: str, command: Any, level: str) -> list[str]:  # noqa: ANN401 - typer's own types moved in 0.2x
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join(_placeholder(p) for p in arguments)
    rows = [f"| `{_placeholder(p)}` | {_said(p)} |" for p in arguments]
    rows += [f"| {', '.join(f'`{flag}`' for flag in p.opts)} | {_said(p)} |" for p in options]
    parts = [f"{level} {name}", "", "```text", f"{name} [OPTIONS] {usage}".rstrip(), "```", ""]
    for paragraph in inspect.cleandoc(command.help or "").replace("\b\n", "").split("\n\n"):
        parts += _paragraph(paragraph)
    return [*parts, "| argument, option | meaning |", "|---|---|", *rows]


def _paragraph(words: str) -> list[str]:
    head, _, body = words.partition("\n")
    if head.endswith(":") and body.startswith("  "):
        return [head, "", "```text", *(line[2:] for line in body.split("\n")), "```", ""]
    return [*words.split("\n"), ""]


def _placeholder(parameter: Any) -> str:  # noqa: ANN401 - typer's own types moved in 0.2x
    name = str(parameter.metavar or parameter.name.upper())
    return name if parameter.required else f"[{name}]"


def _said(parameter: Any) -> str:  # noqa: ANN401 - as above
    said = str(parameter.help or "").replace("|", "\\|")
    if parameter.envvar:
        said += f" Environment: `{parameter.envvar}`."
    if parameter.default not in (None, False, ()) and not callable(parameter.default) and parameter.show_default:
        said += f" Default: `{getattr(parameter.default, 'value', parameter.default)}`."
    return said


if __name__ == "__main__":
    sys.exit(main())
