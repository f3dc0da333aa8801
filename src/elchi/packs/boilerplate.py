"""Furniture of pages as a pack names it: rows of `boilerplate.tsv`, and those of them that fit a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Furniture of pages: folded text, how it is compared (`is`, `starts`, `ends`, `contains`), and what it is."""

    text: str
    match: str
    kind: str


@dataclass(slots=True)
class BoilerplateIndex:
    """The rows of `boilerplate.tsv` by how they are compared: every line of an article is held against all of them."""

    rows: tuple[Boilerplate, ...]
    _is: dict[str, list[tuple[int, Boilerplate]]] = field(init=False, repr=False, compare=False)
    _parts: dict[str, list[tuple[int, Boilerplate]]] = field(init=False, repr=False, compare=False)
    _texts: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the rows into those that are a whole line, and those that are a part of one."""
        self._is, self._parts = {}, {"starts": [], "ends": [], "contains": []}
        for number, row in enumerate(self.rows):
            (self._is.setdefault(row.text, []) if row.match == "is" else self._parts[row.match]).append((number, row))
        self._texts = {match: tuple(row.text for _, row in found) for match, found in self._parts.items()}

    def fitting(self, views: Mapping[str, str]) -> list[Boilerplate]:
        """Return the rows that fit a line, in the order of the table; `views` is the line as each match sees it."""
        found = list(self._is.get(views["is"], ()))
        if views["starts"].startswith(self._texts["starts"]):
            found += [r for r in self._parts["starts"] if views["starts"].startswith(r[1].text)]
        if views["ends"].endswith(self._texts["ends"]):
            found += [r for r in self._parts["ends"] if views["ends"].endswith(r[1].text)]
        if any(map(views["contains"].__contains__, self._texts["contains"])):
            found += [r for r in self._parts["contains"] if r[1].text in views["contains"]]
        return [row for _, row in sorted(found, key=lambda r: r[0])]
