"""What the caller says about articles that do not say it themselves."""

from __future__ import annotations

from dataclasses import dataclass

from elchi.read.fields import checked_language, checked_published

MAX_BYTES = 10_000_000
"""Bytes that one article may take. The longest article of a newspaper is below 0.2 MB; what is longer is a
whole book or a file of another kind, and would only fill the memory."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Values that fill the gaps of every article read.

    Attributes:
        published: ISO 8601 date or time.
        source: the outlet.
        language: BCP 47 tag; detected where nobody says it.
        url: where the article stood; it names one article, so it goes with one article only.
        max_bytes: bytes that one article may take.

    Raises:
        FormatError: `published` or `language` is not in its form.
    """

    published: str | None = None
    source: str | None = None
    language: str | None = None
    url: str | None = None
    max_bytes: int = MAX_BYTES

    def __post_init__(self) -> None:
        checked_published(self.published, "--published")
        checked_language(self.language, "--language")
