"""An article as published, and the places in it that say something.

Offsets count Unicode code points of the text exactly as it came, because normalising moves
them: NFC turns U+09DC (ড়) into two code points. elchi never rewrites a text; it cuts it into
passages, which are ranges of the raw text, so that the way back is the identity.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from elchi.errors import SpanError

TEXT = "text"
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Article:
    """One published text by one outlet.

    Attributes:
        id: the caller's id, else the URL, else file name (and line): `document` of its claims.
        text: the article as published; its sha256 is the article's identity.
        title: the headline when it came apart from the text.
        language: BCP 47 tag, or None until it is detected.
        published: ISO 8601 date or time, as given.
        source: the outlet, as given.
        url: where it stood.
        metadata: whatever else the input said, untouched.
    """

    id: str
    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def field_text(self, name: str) -> str:
        """Return the text that offsets of field `name` (`text` or `title`) count in."""
        return (self.title or "") if name == TITLE else self.text


@dataclass(frozen=True, slots=True)
class EvidenceSpan:
    """Characters `start` (included) to `end` (excluded) of one field of an article."""

    start: int
    end: int
    field: str = TEXT

    def quote(self, article: Article) -> str:
        """Return the words. Raise `SpanError` where they are not in the article."""
        text = article.field_text(self.field)
        if not 0 <= self.start < self.end <= len(text):
            raise SpanError(f"{article.id}: span {self.start}-{self.end} of {len(text)} in {self.field}")
        return text[self.start : self.end]


class PassageKind(StrEnum):
    """What a passage is for the reader of the page."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    FURNITURE = "furniture"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a line of furniture: a range of the raw text of one field."""

    field: str
    start: int
    end: int
    kind: PassageKind
    paragraph: int
