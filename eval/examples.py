"""The packs' own labelled examples: each a text of a sentence or two, and the claims that must be found in it.

An example holds when every expected claim is found, each by a claim of its own; one that expects none holds when no
event is found. The format is in docs/reference/data-formats.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from figures import Figure

from elchi.errors import EmptyInputError
from elchi.model import Article, Claim, ClaimKind
from elchi.packs import data_folder, languages, load_catalogue
from elchi.pipeline import read_claims

_ROLES = ("actor", "recipient", "host", "subject", "object", "speaker")
_PLAIN = ("kind", "type", "mode", "status")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a pack: where it stands, its article, and what must be found."""

    language: str
    line: int
    article: Article
    claims: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example and what was read in it; `missed` are the expected claims that no claim answers."""

    example: Example
    found: tuple[Claim, ...]
    missed: tuple[Mapping[str, Any], ...]

    @property
    def holds(self) -> bool:
        """Whether everything expected was found, and no event where none is expected."""
        if self.example.claims:
            return not self.missed
        return not any(claim.kind is ClaimKind.EVENT for claim in self.found)


def read_examples(language: str) -> Iterator[Example]:
    """Yield the examples of one pack."""
    lines = data_folder().joinpath("languages", language, "examples.jsonl").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            row = json.loads(line)
            article = Article(
                f"{language}:{number}", row["text"], row.get("title"), language, row.get("published"),
                _outlet(row["source_country"]) if row.get("source_country") else None,
            )  # fmt: skip
            yield Example(language, number, article, tuple(row["claims"]))


def _outlet(state: str) -> str:
    """Return the name of some outlet or agency of `state`: how an article says where it was published."""
    for entity in load_catalogue().entities.values():
        if entity.kind.value == "agency" and entity.state == state:
            return entity.label
    raise ValueError(f"the catalogue has no outlet of {state}")


def run_example(example: Example) -> Outcome:
    """Read an example and compare what was found with what must be."""
    try:
        found = tuple(read_claims(example.article).claims)
    except EmptyInputError:
        found = ()
    return Outcome(example, found, tuple(_missed(list(example.claims), list(found))))


def _missed(expected: list[Mapping[str, Any]], found: list[Claim]) -> list[Mapping[str, Any]]:
    """Return the expected claims left over when as many as possible are answered, each by a claim of its own."""
    taken: dict[int, int] = {}

    def place(wanted: int, tried: set[int]) -> bool:
        for index, claim in enumerate(found):
            if index in tried or not answers(claim, expected[wanted]):
                continue
            tried.add(index)
            if index not in taken or place(taken[index], tried):
                taken[index] = wanted
                return True
        return False

    return [row for number, row in enumerate(expected) if not place(number, set())]


def answers(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Whether a claim has every field that `wanted` names."""
    row = claim.to_json()
    people = row["participants"]
    known = {person["entity"] for person in people}
    spans = {"date": row.get("date"), "valid_from": row.get("valid", {}).get("from")}
    spans["valid_to"] = row.get("valid", {}).get("to")
    checks = [
        all(row.get(name) == wanted[name] for name in _PLAIN if name in wanted),
        set(wanted.get("parties", ())) <= known,
        set(wanted.get("persons", ())) <= known,
        all(_in_role(people, role, wanted[role]) for role in _ROLES if role in wanted),
        all(_is_span(spans[name], wanted[name]) for name in spans if name in wanted),
        all((row.get("value") or {}).get(k) == v for k, v in wanted.get("value", {}).items()),
        any(wanted.get("evidence", "") in span["text"] for span in row["evidence"]),
    ]
    return all(checks)


def _in_role(people: Sequence[Mapping[str, Any]], role: str, wanted: str | Sequence[str]) -> bool:
    names = {wanted} if isinstance(wanted, str) else set(wanted)
    return names <= {person["entity"] for person in people if person["role"] == role}


def _is_span(span: Mapping[str, Any] | None, wanted: Sequence[str]) -> bool:
    return span is not None and [span.get("start"), span.get("end")] == list(wanted)


def measure_examples() -> tuple[list[Figure], list[Outcome]]:
    """Return the share of examples that hold, by language, and every outcome."""
    figures: list[Figure] = []
    outcomes: list[Outcome] = []
    for language in languages():
        some = [run_example(example) for example in read_examples(language)]
        good = sum(outcome.holds for outcome in some)
        figures.append(Figure("examples", language, good / max(1, len(some)), f"{good} of {len(some)}"))
        outcomes += some
    return figures, outcomes
