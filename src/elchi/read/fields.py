"""The fields of an article beside its text, checked before anybody trusts them."""

from __future__ import annotations

from datetime import date, datetime

import regex

from elchi.errors import FormatError

_LANGUAGE_TAG = regex.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NOT_TEXT = regex.compile(r"[\x00\p{Cs}]")


def checked_published(value: str | None, document: str, line: int = 0) -> str | None:
    """Return `value` when it is an ISO 8601 date or time, None when empty; else raise `FormatError`."""
    if not value:
        return None
    try:
        date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)
    except ValueError as bad:
        wanted = "a date such as 2024-08-20 or a time such as 2024-08-20T09:30:00+05:30"
        raise FormatError(document, f'"published" is {value[:40]!r}; write {wanted} (ISO 8601)', line) from bad
    return value


def checked_language(value: str | None, document: str, line: int = 0) -> str | None:
    """Return `value` when it has the form of a BCP 47 tag, None when empty; else raise `FormatError`."""
    if not value:
        return None
    if not _LANGUAGE_TAG.fullmatch(value):
        raise FormatError(document, f'"language" is {value[:40]!r}; write a tag such as hi, bn or en (BCP 47)', line)
    return value


def checked_text(value: str, name: str, document: str, line: int = 0) -> str:
    """Return `value` when every code point of it is text; else raise `FormatError` that shows the place."""
    bad = _NOT_TEXT.search(value)
    if bad is None:
        return value
    what = "a NUL character" if bad[0] == "\0" else f"half a character (\\u{ord(bad[0]):04x}, a lone surrogate)"
    remedy = "write the field again from the original, as UTF-8"
    raise FormatError(document, f'"{name}" holds {what} at character {bad.start()}; {remedy}', line)
