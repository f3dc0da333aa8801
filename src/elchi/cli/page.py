"""A page of text on stdout: styled and wrapped on a terminal, plain lines when piped."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from elchi.export.escape import visible
from elchi.query import Sentence

_WIDEST = 110
_HEAD = 12
INDENT = 14
"""Columns that sentences stand in from the left: under the words of their entry."""
CLAIM_DIGITS = 8
"""Digits of a claim's id that are shown; `elchi explain` takes them. Two of a million claims share them rarely."""


class Page:
    """Writes to stdout. Everything shown is made harmless first; NO_COLOR is respected."""

    def __init__(self) -> None:
        self.terminal = sys.stdout.isatty()
        self.empty = True
        self.console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
        if self.terminal and self.console.width > _WIDEST:
            self.console.width = _WIDEST

    def title(self, words: str) -> None:
        """Print the name of the page."""
        self._print(words, "bold")
        self._print("═" * min(len(words), _WIDEST), "dim")

    def heading(self, words: str, count: int | None = None) -> None:
        """Print the name of a section, with how many it holds."""
        self.blank()
        shown = f"{words} ({count})" if count is not None else words
        self._print(shown, "bold cyan")

    def line(self, words: str, style: str = "", indent: int = 0) -> None:
        """Print a line."""
        self._print(words, style, indent)

    def blank(self) -> None:
        """Print an empty line, unless the last one was empty."""
        if not self.empty:
            self._put(Text())
        self.empty = True

    def entry(self, head: str, words: str, mark: str = "", note: str = "", *, indent: int = 0) -> None:
        """Print one thing that was found: its date, what it is, a mark of doubt, a note on its sources."""
        text = Text(" " * (2 + indent))
        text.append(visible(f"{head:<{_HEAD - 1}} "), "green")
        text.append(visible(words), "bold")
        if mark:
            text.append(visible(f"  [{mark}]"), "yellow")
        if note:
            text.append(visible(f"  {note}"), "dim")
        self._put(text)

    def sentence(self, sentence: Sentence, indent: int = INDENT) -> None:
        """Print the words of an article, indented, with where they stand."""
        self._print(f"“{' '.join(sentence.text.split())}”", "", indent)
        told = [sentence.source, (sentence.published or "")[:10], sentence.document, sentence.claim[:CLAIM_DIGITS]]
        told += [f"according to {name}" for name in sentence.attribution]
        self._print(f"— {' · '.join(filter(None, told))}", "dim", indent)

    def marked(self, text: str, marks: Sequence[tuple[int, int]], indent: int = INDENT) -> None:
        """Print words of an article with `marks` (start, end) in bold; line ends become spaces."""
        line = "".join(" " if letter.isspace() else letter for letter in text)
        shown, at = Text("“"), 0
        for start, end in marks:
            shown.append(visible(line[at:start]))
            shown.append(visible(line[start:end]), "bold magenta")
            at = end
        shown.append(visible(line[at:]) + "”")
        self._put(shown, indent)

    def table(self, columns: list[str], rows: list[list[str]]) -> None:
        """Print a table; when piped, its cells apart by tabs."""
        if not self.terminal:
            for row in (columns, *rows):
                self._print("\t".join(cell.replace("\t", " ") for cell in row))
            return
        table = Table(*columns, header_style="bold", box=None, pad_edge=False)
        for row in rows:
            table.add_row(*(Text(visible(cell)) for cell in row))
        self.console.print(table)
        self.empty = False

    def _print(self, words: str, style: str = "", indent: int = 0) -> None:
        self._put(Text(visible(words), style), indent)

    def _put(self, text: Text, indent: int = 0) -> None:
        self.empty = False
        if self.terminal:
            self.console.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text)
        else:
            sys.stdout.write(f"{' ' * indent}{text.plain}\n")
