"""elchi reads diplomacy in many languages and keeps a dated, sourced record of it.

    >>> import elchi
    >>> claims = elchi.extract("भारत और रूस ने मंगलवार को एक समझौते पर हस्ताक्षर किए।", published="2021-12-07")
    >>> claims[0].type, claims[0].mode, claims[0].date.start.isoformat()
    ('SUPPORT', 'sign', '2021-12-07')

    >>> elchi.link_name("Токаевым").entity.label
    'Kassym-Jomart Tokayev'

The same as the commands: `extract` reads one text, `read_article` an `Article`, `link_name` says what a name means,
`open` opens a record and answers questions of it. Everything heavy is loaded when it is first used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from elchi.errors import ElchiError
from elchi.model import Article, Claim
from elchi.model.naming import NameLink, NameQuery

if TYPE_CHECKING:
    from elchi.book import Book
    from elchi.pipeline import Reading

__version__ = "0.1.0"
__all__ = ["Article", "Claim", "ElchiError", "extract", "link_name", "open", "read_article"]


def read_article(article: Article) -> Reading:
    """Return the reading of an article: its claims, and notes on how it was read.

    Raises:
        ElchiError: nothing in it can be read, or no pack reads its language.
    """
    from elchi.pipeline import read_claims  # noqa: PLC0415 - the engine and its tables load on first use

    return read_claims(article)


def extract(
    text: str, *, document: str = "text", title: str | None = None, language: str | None = None,
    published: str | None = None, source: str | None = None,
) -> list[Claim]:  # fmt: skip
    """Return the claims of one text.

    Args:
        text: the article as published; offsets of evidence count its code points.
        document: its id, kept in the claims.
        title: the headline, where it came apart from the text.
        language: BCP 47 tag; detected where it is missing.
        published: ISO 8601 date, from which "Tuesday" and "last year" count.
        source: the outlet, which may tell the home state.

    Raises:
        ElchiError: nothing in it can be read, or no pack reads its language.
    """
    return list(read_article(Article(document, text, title, language, published, source)).claims)


def link_name(
    name: str, *, language: str = "", kind: str = "", state: str = "", office: str = "", day: str = ""
) -> NameLink:
    """Return what a name in any script means, with the evidence for each candidate.

    Args:
        name: as written, with or without a case ending.
        language: ISO 639-1 code; else every language of the script is tried.
        kind: kind of entity that it must be (`state`, `person` ...).
        state: id of the state that it belongs to or acts for.
        office: id of an office that the bearer holds.
        day: ISO day of the article; it tells who held the office.
    """
    from elchi.pipeline import name_linker  # noqa: PLC0415 - the catalogue loads on first use

    return name_linker().link(NameQuery(name, language, kind, state, office, day))


def open(path: str | Path, *, create: bool = False) -> Book:  # noqa: A001 - the verb that users look for
    """Return the record at `path` with its questions; with `create`, a new one where there is none.

        with elchi.open("elchi.db") as book:
            dossier = book.pair("India", "कज़ाख़स्तान", on="2018-01-01")
            dossier.to_pandas()

    Raises:
        RecordError: there is none, it is something else, or a later elchi wrote it.
    """
    from elchi.book import Book  # noqa: PLC0415 - the store loads on first use

    return Book.open(path, create=create)
