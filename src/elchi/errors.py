"""Every error that elchi raises on purpose.

ElchiError
├── PackError            a table of a language pack, the catalogue or the ontology is wrong
├── ReadError            an input cannot be read as articles
│   ├── EncodingError    its bytes are not UTF-8 text
│   ├── FormatError      a line or a page is not what its format asks for
│   └── EmptyInputError  nothing to read there
├── SpanError            an evidence span lies outside its text
├── LanguageError        no pack for the language of an article
├── RecordError          a record cannot be opened or written
│   ├── NoRecordError    there is no record at that place
│   ├── NotARecordError  the file is something else
│   ├── NewerRecordError a later elchi wrote it
│   ├── DiskError        the disk is full or read-only
│   ├── ServerError      a database server is away, refuses, or cannot keep a record
│   └── PendingError     a judgement is kept; what it changes is not worked out yet
├── UnknownNameError     a name that the user gave fits no entity
├── JudgementError       a judgement contradicts what is already so
├── QuestionError        a question in SQL is wrong, forbidden, or takes too long
├── PortError            pages cannot be served at that address
├── UsersError           the file of users cannot be read, or has no such user
└── ExtraError           an optional library that was asked for is not there

A message names the place, what was expected, and what to do next.
"""

from __future__ import annotations


class ElchiError(Exception):
    """The base of all errors that elchi raises on purpose."""


class PackError(ElchiError):
    """A data table is malformed."""

    def __init__(self, file: str, line: int, expected: str) -> None:
        super().__init__(f"{file}:{line}: expected {expected}")
        self.file, self.line, self.expected = file, line, expected


class ReadError(ElchiError):
    """An input cannot be read. `document` names it, `line` is 0 where the whole file is meant."""

    def __init__(self, document: str, reason: str, line: int = 0) -> None:
        place = f"{document}:{line}" if line else document
        super().__init__(f"{place}: {reason}")
        self.document, self.line, self.reason = document, line, reason


class EncodingError(ReadError):
    """The bytes are not UTF-8 text."""


class FormatError(ReadError):
    """A line or a page is not what its format asks for."""


class EmptyInputError(ReadError):
    """There is nothing to read."""


class SpanError(ElchiError):
    """An evidence span lies outside its text."""


class LanguageError(ElchiError):
    """No language pack reads this language."""


class RecordError(ElchiError):
    """A record cannot be opened or written."""


class NoRecordError(RecordError):
    """There is no record at that place."""


class NotARecordError(RecordError):
    """The file is no elchi record."""


class NewerRecordError(RecordError):
    """The record was written by a later elchi."""


class DiskError(RecordError):
    """The disk is full or cannot be written."""


class ServerError(RecordError):
    """A database server is away, refuses, or cannot keep a record."""


class PendingError(RecordError):
    """A judgement is kept, but what it changes could not be worked out yet; `number` is that of the judgement."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"judgement {number} is kept, but what it changes is not worked out yet: {reason}")
        self.number = number


class UnknownNameError(ElchiError):
    """A name fits no entity of the catalogue or the record."""


class JudgementError(ElchiError):
    """A judgement contradicts what is already so, such as merging a person with itself."""


class QuestionError(ElchiError):
    """A question in SQL is wrong, does more than read, or takes too long."""


class PortError(ElchiError):
    """Pages cannot be served at that address."""


class UsersError(ElchiError):
    """The file of users cannot be read or written, or has no such user."""


class ExtraError(ElchiError):
    """What an extra of the installation brings is asked for, and not there."""
