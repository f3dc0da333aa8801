"""RDF terms by hand: IRIs that any text can be part of, literals, and quads as N-Quads writes them.

elchi owns no domain, so its terms are URNs that promise no page: `urn:elchi:entity:IND`, `urn:elchi:claim:<id>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import regex

from elchi.script.storable import storable

ELCHI = "urn:elchi:"
PREFIXES = {
    "elchi": f"{ELCHI}term:", "prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
_WEB = regex.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#].*)?")
_TAG = regex.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_PLAIN_PERCENT = regex.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPED = regex.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: text with a language tag, or of a datatype (an IRI); a plain string has neither."""

    text: str
    datatype: str = ""
    language: str = ""


Term = str | Literal
"""An IRI, or a literal."""
Quad = tuple[str, str, Term, str]
"""Subject, predicate, object and graph; the graph is "" for the default one."""


def term(name: str) -> str:
    """Return the IRI of a short name such as `prov:Entity`."""
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest


def elchi_iri(kind: str, id_: str) -> str:
    """Return the IRI of something of elchi's, whatever its id is made of."""
    return f"{ELCHI}{kind}:{quote(storable(id_), safe='')}"


def document_iri(document: str) -> str:
    """Return the address of an article where its id is one, else an IRI of elchi's."""
    if not _WEB.fullmatch(document):
        return elchi_iri("document", document)
    whole, _, fragment = document.partition("#")
    address = quote(_PLAIN_PERCENT.sub("%25", storable(whole)), safe="%:/?@!$&'()*+,;=~-._")
    shown = quote(_PLAIN_PERCENT.sub("%25", storable(fragment)), safe="%/?:@!$&'()*+,;=~-._")
    return f"{address}#{shown}" if fragment else address


def worded(text: str, language: str = "") -> Literal:
    """Return text as a literal, with its language where that is a tag."""
    return Literal(storable(text), language=language if _TAG.fullmatch(language) else "")


def typed(text: str | float, datatype: str) -> Literal:
    """Return a value of a datatype, given by its short name (`xsd:date`)."""
    return Literal(str(text), term(datatype))


def quad_line(quad: Quad) -> str:
    """Return a quad as a line of N-Quads."""
    subject, predicate, object_, graph = quad
    shown = f"<{object_}>" if isinstance(object_, str) else _literal(object_)
    return f"<{subject}> <{predicate}> {shown} <{graph}> .\n" if graph else f"<{subject}> <{predicate}> {shown} .\n"


def _literal(literal: Literal) -> str:
    text = '"' + _ESCAPED.sub(lambda found: _escape(found[0]), literal.text) + '"'
    if literal.language:
        return f"{text}@{literal.language}"
    return f"{text}^^<{literal.datatype}>" if literal.datatype else text


def _escape(letter: str) -> str:
    return _SHORT.get(letter) or f"\\u{ord(letter):04X}"
