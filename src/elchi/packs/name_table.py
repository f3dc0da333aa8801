"""Every name of the catalogue, and what it names by its folded words, in all languages at once.

Names are kept as four columns, and become `Name` objects when somebody asks for them: most commands ask for few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from elchi.model import Name
from elchi.script import words_of


class Columns(NamedTuple):
    """The names, a column a field; row `n` of each is name number `n`."""

    entities: tuple[str, ...]
    languages: tuple[str, ...]
    texts: tuple[str, ...]
    kinds: tuple[str, ...]


Paths = dict[str, tuple[int, ...]]  # the numbers of the names that are spelt so, by their folded words


def columns_of(names: Iterable[Name]) -> Columns:
    """Return `names` as columns; words that come again and again are kept once."""
    once: dict[str, str] = {}
    rows = [
        (once.setdefault(n.entity, n.entity), once.setdefault(n.language, n.language), n.text,
         once.setdefault(n.kind, n.kind))
        for n in names
    ]  # fmt: skip
    return Columns(*zip(*rows, strict=True)) if rows else Columns((), (), (), ())


def path_of(text: str) -> str:
    """Return the folded words of a name, joined by one space; "" where it has no word."""
    return " ".join(words_of(text))


class NameTable:
    """The names by number and by words. Both are read when they are first asked for, from where they are kept."""

    def __init__(self, columns: Callable[[], Columns], paths: Callable[[], Paths] | None = None) -> None:
        """Take what gives the columns and, where names were folded before, what gives the paths."""
        self._read_columns, self._read_paths = columns, paths

    @cached_property
    def columns(self) -> Columns:
        """The names as columns."""
        return self._read_columns()

    @cached_property
    def paths(self) -> Paths:
        """The numbers of the names by their words, in rising order."""
        if self._read_paths is not None:
            return self._read_paths()
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self.columns.texts):
            found.setdefault(path_of(text), []).append(number)
        found.pop("", None)
        return {path: tuple(numbers) for path, numbers in found.items()}

    @cached_property
    def names(self) -> list[Name]:
        """Every name, in the order of the tables."""
        return list(map(Name, *self.columns))

    def named(self, text: str) -> list[Name]:
        """Return the names, in every language, that have the folded words of `text`; signs are left out."""
        return [Name(*(column[number] for column in self.columns)) for number in self.paths.get(path_of(text), ())]

    def entities(self, text: str) -> list[str]:
        """Return the ids of what `text` names exactly, each once, in the order of the tables."""
        owners = self.columns.entities
        return list(dict.fromkeys(owners[number] for number in self.paths.get(path_of(text), ())))

    def texts_of(self, entity: str) -> list[str]:
        """Return every way to write an entity's name, each once, in the order of the tables."""
        return list(dict.fromkeys(self._texts.get(entity, ())))

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        """Every way to write an entity's name, by entity, some of them in several languages."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity, text in zip(self.columns.entities, self.columns.texts, strict=True):
            found[entity].append(text)
        return found
