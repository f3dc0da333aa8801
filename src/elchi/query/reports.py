"""Answers count reports: each thing that articles back is told which of its articles are one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from elchi.query.answers import Backing

Answer = TypeVar("Answer")


def count_reports(answer: Answer, report_of: Mapping[str, str]) -> Answer:
    """Return an answer whose backings, wherever in it they stand, group their articles into reports.

    Args:
        answer: an answer, or any part of one: frozen dataclasses and tuples of them.
        report_of: the report of each document; one that is missing is a report of its own.
    """
    return cast("Answer", _counted(answer, report_of))


def _counted(part: Any, report_of: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of an answer
    if isinstance(part, Backing):
        return replace(part, reports=_reports(part.documents, report_of))
    if isinstance(part, tuple):
        return tuple(_counted(item, report_of) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        changed = {f.name: getattr(part, f.name) for f in fields(part)}
        fresh = {name: _counted(value, report_of) for name, value in changed.items()}
        return replace(part, **fresh) if any(fresh[name] is not changed[name] for name in fresh) else part
    return part


def _reports(documents: tuple[str, ...], report_of: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    groups: dict[tuple[bool, str], list[str]] = {}
    for document in documents:
        groups.setdefault((document in report_of, report_of.get(document, document)), []).append(document)
    return tuple(tuple(group) for group in groups.values())
