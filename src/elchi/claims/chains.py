"""Verb chains: what the verb words at a place say - past, planned, wished - and whether they assert it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elchi.model import EntityKind
from elchi.packs.verbs import ChainNode, ChainPattern
from elchi.script import NUMBER
from elchi.sentence import Scan

# What a single form says when no chain pattern of the pack covers it.
_ALONE = {
    "perfective": ("past", "y"), "past": ("past", "y"), "perfect": ("past", "y"), "present": ("ongoing", "y"),
    "progressive": ("ongoing", "y"), "past_progressive": ("past", "y"), "habitual_past": ("past", "y"),
    "future": ("planned", "y"), "subjunctive": ("hypothetical", "y"), "imperative": ("intended", "y"),
    "negated_past": ("denied", "y"), "conjunctive": (None, "n"), "stem": (None, "n"), "participle": (None, "a"),
    "imperfective": (None, "n"), "conditional": ("hypothetical", "n"), "infinitive": (None, "i"),
    "infinitive_oblique": (None, "i"), "purposive": (None, "i"),
}  # fmt: skip
_SKIPPED = ("negation", "particle")
# Marks round a word that a verb takes ("terror" is what X called it) stand before the verb.
_QUOTES = "\"'“”‘’"
# Times, dates and the like may stand between a noun and its verb.
_CIRCUMSTANCES = frozenset(["weekday", "month", "day_word", "date_word", "number"])


@dataclass(frozen=True, slots=True)
class Chain:
    """Verb words `first` to `after`: claim status or None, finiteness (y n i a), negation, tams of the first form."""

    first: int
    after: int
    status: str | None
    finite: str
    negated: bool
    tams: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()


def chain_at(scan: Scan, place: int) -> Chain:
    """Return the verb chain whose first verb stands at `place`."""
    if place not in scan.memory:
        scan.memory[place] = _read_chain(scan, place)
    chain: Chain = scan.memory[place]
    return chain


def _read_chain(scan: Scan, place: int) -> Chain:
    forms = scan.verb_forms(place)
    fitting = list(_fitting(scan, place, scan.pack.verbs.chains))
    best = max(fitting, key=lambda found: (found[1].weight, found[0]), default=None)
    tams, lemmas = frozenset(f.tam for f in forms), frozenset(f.lemma for f in forms)
    if best is None:
        status, finite = next((_ALONE[f.tam] for f in forms if f.tam in _ALONE), (None, "n"))
        after = place + 1
    else:
        after, status, finite = best[0], best[1].status, best[1].finite
    negated = _negated(scan, place, after, finite=finite == "y")
    return Chain(place, _past_negation(scan, after), status, finite, negated, tams, lemmas)


def _fitting(scan: Scan, place: int, node: ChainNode) -> Iterator[tuple[int, ChainPattern]]:
    """Yield (place after it, pattern) for every chain pattern that the words at `place` fit."""
    if place >= len(scan):
        return
    for element in scan.pack.verbs.elements(scan.tokens[place].key) & node.next.keys():
        following = node.next[element]
        if following.pattern is not None:
            yield place + 1, following.pattern
        after = place + 1
        while scan.has_class(after, *_SKIPPED):
            after += 1
        if following.next:
            yield from _fitting(scan, after, following)


def _negated(scan: Scan, first: int, after: int, *, finite: bool) -> bool:
    """Whether a negation stands inside the chain, or on the side of it where the language puts one."""
    sides = (first - 1,) if scan.pack.order["negation"] == "before" else (after,) if finite else (first - 1, after)
    return any(scan.has_class(place, "negation") for place in (*sides, *range(first, after)) if 0 <= place < len(scan))


def _past_negation(scan: Scan, after: int) -> int:
    return after + 1 if scan.pack.order["negation"] == "after" and scan.has_class(after, "negation") else after


def next_verb(scan: Scan, place: int, lemmas: frozenset[str], reach: int) -> int | None:
    """Return the place of a form of one of `lemmas` within `reach` words, nothing but modifiers in between."""
    for step in range(place, min(place + reach + 1, len(scan))):
        if any(form.lemma in lemmas for form in scan.verb_forms(step)) and not scan.is_marker_here(step):
            return step
        if not _may_intervene(scan, step):
            return None
    return None


def _may_intervene(scan: Scan, place: int) -> bool:
    if scan.is_sign(place, _QUOTES):
        return True
    if scan.is_sign(place) or scan.best(place, "trigger") is not None:
        return False
    name = scan.name(place)
    if name is not None:
        return all(e.kind is EntityKind.PLACE for e in name.entities)
    held = any(h.kind == "cue" and h.entry.value[0] == "held" for h in scan.hits[place])
    if scan.marker(place) is not None and place and any(h.kind in _CIRCUMSTANCES for h in scan.hits[place - 1]):
        return True  # the marker of a date: 4 जुलाई को हुआ
    if held or any(h.kind in _CIRCUMSTANCES for h in scan.hits[place]) or scan.tokens[place].kind == NUMBER:
        return True
    return scan.has_class(place, "negation", "particle", "adverb", "adjective", "filler", "quantifier", "noun")


def no_verb_follows(scan: Scan, place: int) -> bool:
    """Whether the clause ends at `place` without a verb, as where a language leaves the copula out."""
    while scan.has_class(place, *_SKIPPED):
        place += 1
    return (
        place >= len(scan)
        or scan.is_sign(place, "।,;.!?'’\"”")
        or scan.has_class(place, "complementiser", "coordinator", "clause")
    )
