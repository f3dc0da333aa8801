"""Words that are names in company alone: চাঁদ is the moon more often than Chad, माले a party as often as a capital.

A row of `ambiguous_names.tsv` names the forms, as they are written, and what must be so for them to be read as a name;
of several conditions one is enough. Names of several words are never held back.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from elchi.packs.lexicon import Hit
from elchi.packs.tables import Row, alternatives, read_table
from elchi.script import SIGN, Token, fold

NEVER = "never"
_NEEDS = frozenset({"title", "list", "near", "role", "before"})
_BARS = frozenset({"unless_near", "unless_before"})
_WITH_WORDS = frozenset({"near", "role", "before", *_BARS})
# Tokens on either side in which a word counts as near, and the longest title before a name.
_NEAR = 3
_LONGEST_TITLE = 4
_TITLES = frozenset({"title", "modifier"})
_JOINTS = frozenset(",、-–‐‑/")
COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Condition:
    """What lets a word be a name: `kind`, and the words or roles that the kind needs."""

    kind: str
    words: frozenset[str] = frozenset()

    @property
    def final(self) -> bool:
        """Whether nothing elsewhere in the article can overrule it."""
        return self.kind == NEVER or self.kind in _BARS


def read_ambiguous(folder: Traversable, roles: Container[str]) -> dict[str, tuple[Condition, ...]]:
    """Return the conditions of each form, folded; `roles` are those that a condition may ask for.

    Raises:
        PackError: at the first row that is wrong.
    """
    found: dict[str, tuple[Condition, ...]] = {}
    for row in read_table(folder, "ambiguous_names.tsv", "forms conditions"):
        conditions = tuple(_condition(row, part, roles) for part in row.cells[1].split(","))
        for form in alternatives(row.cells[0]):
            if fold(form) in found:
                raise row.expected(f"one row for {form!r}")
            found[fold(form)] = conditions
    return found


def _condition(row: Row, text: str, roles: Container[str]) -> Condition:
    kind, colon, words = text.partition(":")
    if kind not in _NEEDS | _BARS | {NEVER} or bool(colon) != (kind in _WITH_WORDS):
        raise row.expected(f"never, title, list, near:, role:, before:, unless_near: or unless_before:, found {text!r}")
    parts = alternatives(words)
    unknown = [part for part in parts if kind == "role" and part not in roles]
    if unknown or (colon and not parts):
        raise row.expected(f"words or universal roles after {kind}:, found {words!r}")
    return Condition(kind, frozenset(parts if kind == "role" else map(fold, parts)))


def stands_as_name(
    conditions: Sequence[Condition], hit: Hit, tokens: Sequence[Token], hits: Sequence[Sequence[Hit]]
) -> bool:
    """Whether the word of `hit` is a name where it stands.

    Args:
        conditions: those of the word; of needs one is enough, of bars none may hold.
        hit: the name, of one word.
        tokens: the passage.
        hits: what each token may begin.
    """
    needs = [c for c in conditions if c.kind not in _BARS]
    if any(_holds(c, hit, tokens, hits) for c in conditions if c.kind in _BARS):
        return False
    return not needs or any(_holds(c, hit, tokens, hits) for c in needs)


def _holds(condition: Condition, hit: Hit, tokens: Sequence[Token], hits: Sequence[Sequence[Hit]]) -> bool:
    kind, words = condition.kind, condition.words
    if kind in {"before", "unless_before"}:
        return hit.after < len(tokens) and tokens[hit.after].key in words
    if kind in {"near", "unless_near"}:
        around = (*tokens[max(0, hit.first - _NEAR) : hit.first], *tokens[hit.after : hit.after + _NEAR])
        return any(token.key in words for token in around)
    if kind == "role":
        return hit.role in words or any(h.entry.value.role in words for h in _at(hits, hit.after, "marker"))
    if kind == "title":
        return _beside_title(hit, tokens, hits)
    return kind == "list" and _in_list(hit, tokens, hits)


def _at(hits: Sequence[Sequence[Hit]], place: int, kind: str) -> list[Hit]:
    return [h for h in hits[place] if h.kind == kind] if 0 <= place < len(hits) else []


def _beside_title(hit: Hit, tokens: Sequence[Token], hits: Sequence[Sequence[Hit]]) -> bool:
    """Whether a title, a modifier of one or a given name stands before the word, or a title after it."""
    before = hit.first - 1
    if before >= 0 and tokens[before].key == ".":
        before -= 1
    if _at(hits, before, "name_part"):
        return True
    starts = range(max(0, before + 1 - _LONGEST_TITLE), before + 1)
    if any(h.kind in _TITLES and h.after == before + 1 for p in starts for h in hits[p]):
        return True
    genitive = next((h for h in _at(hits, hit.after, "marker") if h.entry.value.role == "genitive"), None)
    after = genitive.after if genitive is not None else hit.after
    return after < len(hits) and any(h.kind in _TITLES for h in hits[after])


def _in_list(hit: Hit, tokens: Sequence[Token], hits: Sequence[Sequence[Hit]]) -> bool:
    """Whether another name is joined to the word by a comma, a hyphen or a coordinator."""
    before, after = hit.first - 2, hit.after + 1
    joined = before >= 0 and _joint(tokens, hits, hit.first - 1)
    starts = range(max(0, before + 1 - _LONGEST_TITLE), before + 1)
    if joined and any(h.kind == "name" and h.after == before + 1 for p in starts for h in hits[p]):
        return True
    return after < len(tokens) and _joint(tokens, hits, hit.after) and bool(_at(hits, after, "name"))


def _joint(tokens: Sequence[Token], hits: Sequence[Sequence[Hit]], place: int) -> bool:
    if tokens[place].kind == SIGN:
        return tokens[place].key in _JOINTS
    return any(h.entry.value == COORDINATOR for h in _at(hits, place, "word"))
