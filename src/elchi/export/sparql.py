"""SPARQL over what an export holds, by pyoxigraph (extra `rdf`): the quads of `rdf`, in memory, asked once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from itertools import islice
from typing import Any

import regex

from elchi.errors import ExtraError
from elchi.export.event_row import EventRow
from elchi.export.nquads import lines
from elchi.export.rdf_terms import PREFIXES

AT_A_TIME = 2000
"""Rows whose lines are loaded together."""
_NO_WORDS = regex.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r"|<[^<>\s]*>|#[^\n]*",
    regex.DOTALL,
)
_ELSEWHERE = regex.compile(r"(?<![\w:?$])(?:SERVICE|LOAD)\b(?!:)", regex.IGNORECASE)


class ResultFormat(StrEnum):
    """How solutions are written, as the W3C defines each; a graph is always N-Triples."""

    TSV = "tsv"
    CSV = "csv"
    JSON = "json"


def answer(events: Iterable[EventRow], query: str, layout: ResultFormat) -> str:
    """Return what a query finds in the rows: solutions or a truth value in `layout`, a graph as N-Triples.

    The prefixes of the export (`elchi:`, `prov:`, `schema:`, `rdf:`, `rdfs:`, `xsd:`) need not be declared.

    Raises:
        ExtraError: pyoxigraph is not installed.
        ValueError: the query is no SPARQL, or asks a service elsewhere: nothing is fetched.
    """
    if _ELSEWHERE.search(_NO_WORDS.sub(" ", query)):
        raise ValueError("it asks a service elsewhere, and elchi fetches nothing")
    oxigraph = _oxigraph()
    store = oxigraph.Store()
    for text in _batches(events):
        store.bulk_load(input=text.encode("utf-8"), format=oxigraph.RdfFormat.N_QUADS)
    try:
        found = store.query(query, prefixes=dict(PREFIXES))
    except SyntaxError as bad:
        raise ValueError(str(bad)) from bad
    if isinstance(found, oxigraph.QueryTriples):
        written = found.serialize(format=oxigraph.RdfFormat.N_TRIPLES)
    else:
        # a truth value has no CSV or TSV
        name = "JSON" if isinstance(found, oxigraph.QueryBoolean) else layout.name
        written = found.serialize(format=getattr(oxigraph.QueryResultsFormat, name))
    return str(written, "utf-8")


def _batches(events: Iterable[EventRow]) -> Iterator[str]:
    told = lines(events)
    while some := list(islice(told, AT_A_TIME)):
        yield "".join(some)


def _oxigraph() -> Any:  # noqa: ANN401 - pyoxigraph may not be installed
    try:
        return import_module("pyoxigraph")
    except ImportError as missing:
        remedy = 'pip install "elchi[rdf]"'
        raise ExtraError(f"SPARQL needs pyoxigraph, which is not installed: {remedy}") from missing
