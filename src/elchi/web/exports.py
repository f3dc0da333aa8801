"""What a page shows, as a file: the same address with another ending, and the same parameters.

Most pages rest on claims: their files hold exactly those claims, in the formats of `elchi export`, and where a page is
asked for all of a dyad, the very bytes that the command writes. As the JSON twin, a file has the whole of a list of
which the page shows a part, unless the address names a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import regex
from fastapi.exceptions import HTTPException
from starlette.responses import Response

from elchi.export import network_graph, parquet
from elchi.export.event_row import event_row_of_claim
from elchi.export.formats import Layout, Options, text_of
from elchi.export.json_text import claim_lines
from elchi.export.left_out import LeftOut
from elchi.export.row_table import json_rows, table_csv
from elchi.record import StoredClaim
from elchi.web.ask import Asking

MOST_CLAIMS = 20_000
"""Claims of one file: more are some seconds of work, which `elchi export` does without a limit."""
MEDIA = {
    "csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "parquet": "application/vnd.apache.parquet",
    "ics": "text/calendar; charset=utf-8", "graphml": "application/xml; charset=utf-8",
    "gexf": "application/xml; charset=utf-8",
}  # fmt: skip
NAMES = {
    "csv": "CSV", "jsonl": "JSON lines", "md": "Markdown", "parquet": "Parquet", "ics": "iCalendar",
    "graphml": "GraphML", "gexf": "GEXF",
}  # fmt: skip
_PLAIN = regex.compile(r"[^A-Za-z0-9_-]+")


class Answer(Protocol):
    """What a question returns."""

    def to_json(self) -> dict[str, Any]:
        """Give the answer in its published shape."""


class Exporter(Protocol):
    """Writes what a page shows in some formats."""

    @property
    def layouts(self) -> tuple[str, ...]:
        """The formats, by the endings of their files."""

    def write(self, layout: str, answer: Any, asking: Asking) -> bytes:  # noqa: ANN401 - the answer of its page
        """Return the file."""


def file_of(exporter: Exporter, layout: str, answer: Answer, asking: Asking, path: str) -> Response:
    """Return a file to keep, named after the address of its page."""
    name = _PLAIN.sub("-", path.removesuffix(f".{layout}")).strip("-") or "elchi"
    headers = {"Content-Disposition": f'attachment; filename="{name[:80]}.{layout}"'}
    return Response(exporter.write(layout, answer, asking), media_type=MEDIA[layout], headers=headers)


def claims_told(answer: Answer, _asking: Asking) -> Iterator[str]:
    """Yield the ids of the claims that an answer names, wherever it does."""
    return _claims_in(answer.to_json())


def _claims_in(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of an answer
    if isinstance(part, list):
        for item in part:
            yield from _claims_in(item)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name == "claim" and isinstance(value, str):
                yield value
            elif name == "claims" and isinstance(value, list) and all(isinstance(item, str) for item in value):
                yield from value
            else:
                yield from _claims_in(value)


@dataclass(frozen=True, slots=True)
class ClaimsExporter:
    """Writes the claims that an answer rests on, by id, in formats of `elchi export`.

    Attributes:
        claims: which claims these are.
        own: formats in which the command of the page has a writer of its own: the answer → chunks of text.
    """

    named: tuple[str, ...] = ("csv", "jsonl", "md", "parquet")
    claims: Callable[[Any, Asking], Iterable[str]] = claims_told
    own: Mapping[str, Callable[[Any], Iterable[str]]] = field(default_factory=dict)

    @property
    def layouts(self) -> tuple[str, ...]:
        """The formats that can be written here: Parquet needs pyarrow."""
        return tuple(name for name in self.named if name != "parquet" or find_spec("pyarrow"))

    def write(self, layout: str, answer: Any, asking: Asking) -> bytes:  # noqa: ANN401 - the answer of its page
        """Return the file. Answer 413 where there are more than `MOST_CLAIMS`."""
        if layout in self.own:
            return "".join(self.own[layout](answer)).encode("utf-8", "backslashreplace")
        wanted = set(self.claims(answer, asking))
        if len(wanted) > MOST_CLAIMS:
            told = f"these are {len(wanted)} claims; more than {MOST_CLAIMS} are for elchi export, or ask for less"
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told)
        found = asking.record.claims_with_ids(wanted)
        stored = [found[id_] for id_ in sorted(found)]
        if layout == Layout.PARQUET.value:
            return _parquet(stored, asking)
        if layout == Layout.JSONL.value:
            return "".join(f"{line}\n" for line in claim_lines(one.claim for one in stored)).encode()
        rows = (event_row_of_claim(one.claim, asking.names.entities, one.recorded_at) for one in stored)
        return "".join(text_of(Layout(layout), rows, Options(), LeftOut())).encode("utf-8", "backslashreplace")


def _parquet(stored: Iterable[StoredClaim], asking: Asking) -> bytes:
    rows = (event_row_of_claim(one.claim, asking.names.entities, one.recorded_at) for one in stored)
    with TemporaryDirectory() as folder:
        aside = Path(folder) / "claims.parquet"
        parquet.write(rows, aside)
        return aside.read_bytes()


@dataclass(frozen=True, slots=True)
class RowsExporter:
    """Writes the flat rows of an answer, and in formats of its `own` what these make of it."""

    own: Mapping[str, Callable[[Any], Iterable[str]]] = field(default_factory=dict)

    @property
    def layouts(self) -> tuple[str, ...]:
        """The formats, by the endings of their files."""
        return ("csv", "jsonl", *self.own)

    def write(self, layout: str, answer: Any, _asking: Asking) -> bytes:  # noqa: ANN401 - the answer of its page
        """Return the file."""
        if layout in self.own:
            chunks = self.own[layout](answer)
        else:
            chunks = table_csv(answer.rows()) if layout == "csv" else json_rows(answer.rows())
        return "".join(chunks).encode("utf-8", "backslashreplace")


GRAPHS = RowsExporter({"graphml": network_graph.graphml, "gexf": network_graph.gexf})
"""Of a network: its edges as rows, and the graph, as the command writes them."""
