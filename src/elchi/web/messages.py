"""The words of the pages in the reader's language: gettext catalogues in `messages/*.po`, read as they are.

English is what the templates are written in. A language is a file: its header names the language in its own words
(`X-Name`), and nothing else needs to know of it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib.resources import files

import regex

SOURCE = "en"
_PLURALS = regex.compile(r"plural=([^;]+);")
_ENTRY = regex.compile(r'^(msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")$')


@dataclass(frozen=True, slots=True)
class Messages:
    """One language of the pages: BCP 47 code, its name in its own words, and what it says for each English text."""

    code: str
    name: str
    texts: dict[str, tuple[str, ...]]
    form: Callable[[int], int]

    def gettext(self, text: str) -> str:
        """Return the text in this language; the English where it is not translated."""
        return next(iter(self.texts.get(text, ())), "") or text

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form of a text that goes with a number."""
        forms = self.texts.get(one, ())
        place = self.form(count)
        return forms[place] if place < len(forms) and forms[place] else (one if count == 1 else many)


@cache
def languages() -> dict[str, Messages]:
    """Return the languages of the pages by code, English first."""
    folder = files("elchi.web") / "messages"
    found = sorted((file.name.removesuffix(".po"), file.read_text("utf-8")) for file in folder.iterdir())
    english = Messages(SOURCE, "English", {}, lambda count: int(count != 1))
    return {SOURCE: english} | {code: read_catalogue(code, text) for code, text in found}


def read_catalogue(code: str, text: str) -> Messages:
    """Return a `.po` file as messages."""
    texts = dict(_entries(text))
    header = "".join(texts.pop("", ()))
    fields = {name.strip(): value.strip() for name, _, value in (row.partition(":") for row in header.split("\n"))}
    plural = _PLURALS.search(fields.get("Plural-Forms", "") + ";")
    return Messages(code, fields.get("X-Name", code), texts, c2py(plural[1].strip() if plural else "n != 1"))


def _entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each message with its translations; fuzzy and obsolete ones are left out."""
    for block in regex.split(r"\n\s*\n", text):
        if regex.search(r"^#,.*\bfuzzy\b", block, regex.MULTILINE):
            continue
        parts: dict[str, str] = {}
        last = ""
        for line in block.splitlines():
            entry = _ENTRY.match(line)
            if entry:
                last, words = entry[1], entry[2]
                parts[last] = ast.literal_eval(words)
            elif line.startswith('"') and last:
                parts[last] += ast.literal_eval(line)
        if "msgid" in parts:
            yield parts["msgid"], tuple(parts[name] for name in sorted(parts) if name.startswith("msgstr"))


def language_of(asked: str | None, kept: str | None, accepted: str) -> Messages:
    """Return the language for a visitor: the one asked for, else the one kept, else the browser's, else English.

    Args:
        asked: code in the address.
        kept: code in the cookie.
        accepted: the header Accept-Language.
    """
    known = languages()
    for code in (asked, kept, *(part.partition(";")[0].strip().split("-")[0] for part in accepted[:200].split(","))):
        if code in known:
            return known[code]
    return known[SOURCE]
