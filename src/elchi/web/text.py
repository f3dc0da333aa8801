"""Text of articles on a page: harmless, in its own language and direction, and never endless."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit

import regex
from markupsafe import Markup, escape

from elchi.export.escape import visible

MOST_CHARACTERS = 700
"""Characters of one sentence in a list; its own page shows it whole."""
MOST_IN_NAME = 160
_TAG = regex.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}


def direction(text: str) -> str:
    """Return `rtl` or `ltr`, after the first letter that has a direction (Unicode Bidi_Class)."""
    for letter in text[:1000]:
        kind = unicodedata.bidirectional(letter)
        if kind in _STRONG:
            return "rtl" if kind in _RIGHT_TO_LEFT else "ltr"
    return "ltr"


@lru_cache(1000)
def language_tag(code: str | None) -> str:
    """Return a language tag that may stand in a page; `und` for anything else."""
    return code if code and _TAG.fullmatch(code) else "und"


def one_line(text: str, most: int = MOST_CHARACTERS) -> str:
    """Return a text on one line, cut where it is too long, with control characters written out."""
    line = " ".join(text[: most * 4].split())
    return visible(line if len(line) <= most and len(text) <= most * 4 else f"{line[:most]} …")


def told(text: str, language: str | None, most: int = MOST_CHARACTERS) -> Markup:
    """Return words of an article as an element of their own, with their language and direction."""
    line = escape(one_line(text, most))  # put together by hand: Markup.format takes five times as long
    return Markup(f'<bdi lang="{language_tag(language)}" dir="{direction(text)}">{line}</bdi>')  # noqa: S704 - escaped


def safe_link(url: str | None) -> str | None:
    """Return an address that a page may link to: http or https with a host; None for any other."""
    if not url or len(url) > 2000 or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.hostname else None


@lru_cache(20_000)
def address(*parts: str) -> str:
    """Return the path of a page from its parts, each quoted."""
    return "/" + "/".join(quote(part, safe="") for part in parts)
