"""A progress bar on stderr, when a person is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from elchi.cli.ingesting import Summary


@contextmanager
def watched(*, wanted: bool, total: int | None = None) -> Iterator[Callable[[Summary], None]]:
    """Give a function that shows a summary; it shows nothing unless `wanted` and stderr is a terminal."""
    if not wanted or not sys.stderr.isatty():
        yield lambda _: None
        return
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda summary: bar.update(
            task,
            completed=summary.articles + len(summary.failed),
            description=f"{summary.doing} ({len(summary.failed)} failed)" if summary.failed else summary.doing,
        )


@contextmanager
def counted(*, wanted: bool) -> Iterator[Callable[[str, int], None]]:
    """Give a function that shows what is being done, and how much of it is; it shows nothing as `watched` does."""
    if not wanted or not sys.stderr.isatty():
        yield lambda _doing, _done: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("opening", total=None)
        yield lambda doing, done: bar.update(task, completed=done, description=doing)
