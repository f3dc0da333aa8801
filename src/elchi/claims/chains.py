"""Verb chains: what the verb words at a place say - past, planned, wished - and whether they assert it."""

from __future__ import annotations

from collections.abc import Container
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
# Classes of words that may stand inside a chain, and in one whose helping verbs stand before the verb.
_SKIPPED = ("negation", "particle")
_SKIPPED_BEFORE = (*_SKIPPED, "adverb")
# Words before a verb among which its helping verbs are.
_HELPERS = 7
# Words between a noun and the verb whose subject it is (talks between India and Pakistan in Doha were held).
_SUBJECT_REACH = 10
# Roles of a party between a noun and its light verb, and the words that it may have.
_PARTNERS = frozenset({"recipient", "source", "comitative", "against", "opposite", "on", "towards", "agent"})
_PARTY_REACH = 8
# Roles whose prepositions may stand between a light verb and its noun (provided Egypt with two loans of ... in aid).
_GIVEN = frozenset({"genitive", "comitative", "place"})
_GROUP_REACH = 10
_CLAUSE_WORDS = ("complementiser", "relative", "clause", "condition")
# Marks round a word that a verb takes ("terror" is what X called it) stand before the verb.
_QUOTES = "\"'“”‘’"
# Times, dates and the like may stand between a noun and its verb.
_CIRCUMSTANCES = frozenset(["weekday", "month", "day_word", "date_word", "number"])


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class Chain:
    """Verb words `first` to `after`: claim status or None, finiteness (y n i a), negation, tams of the first form.

    Where helping verbs stand before the verb, `tams` are those of the whole chain; `passive` says that it is done to
    the subject.
    """

    first: int
    after: int
    status: str | None
    finite: str
    negated: bool
    tams: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    passive: bool = False


def chain_at(scan: Scan, place: int) -> Chain:
    """Return the verb chain whose main verb stands at `place`: its first, or its last in a head-initial language."""
    chain: Chain | None = scan.memory.get(place)
    if chain is None:
        chain = _chain_before(scan, place) if scan.pack.head_initial else _read_chain(scan, place)
        scan.memory[place] = chain
    return chain


def _read_chain(scan: Scan, place: int) -> Chain:
    forms = scan.verb_forms(place)
    fitting = _fitting(scan, place)
    best = max(fitting, key=lambda found: (found[1].weight, found[0]), default=None)
    tams, lemmas = frozenset(f.tam for f in forms), frozenset(f.lemma for f in forms)
    if best is None:
        status, finite = next((_ALONE[f.tam] for f in forms if f.tam in _ALONE), (None, "n"))
        after = place + 1
    else:
        after, status, finite = best[0], best[1].status, best[1].finite
    negated = _negated(scan, place, after, finite=finite == "y")
    return Chain(place, _past_negation(scan, after), status, finite, negated, tams, lemmas)


def _chain_before(scan: Scan, place: int) -> Chain:
    """Return the chain that ends with the main verb at `place`, helping verbs before it (has not been told)."""
    fitting = [
        (start, pattern)
        for start in range(_first_helper(scan, place), place + 1)
        for after, pattern in _fitting(scan, start)
        if after == place + 1
    ]
    lemmas = frozenset(f.lemma for f in scan.verb_forms(place))
    tams = frozenset(f.tam for f in scan.verb_forms(place))
    if not fitting:
        status, finite = next((_ALONE[f.tam] for f in scan.verb_forms(place) if f.tam in _ALONE), (None, "n"))
        return Chain(place, place + 1, status, finite, negated=False, tams=tams, lemmas=lemmas)
    first, best = max(fitting, key=lambda found: found[1].weight)
    passive = _is_passive(scan, first, place, tams)
    if first == place and passive:  # told by the minister: no helping verb, a participle
        return Chain(place, place + 1, None, "a", _negated(scan, first, place, finite=False), tams, lemmas, passive)
    said = frozenset({best.elements[-1].tam or ""}) | ({"infinitive"} if best.finite == "i" else frozenset())
    negated = _negated(scan, first, place, finite=best.finite == "y")
    return Chain(first, place + 1, best.status, best.finite, negated, said, lemmas, passive)


def _first_helper(scan: Scan, place: int) -> int:
    """Return the first place from which helping words may run on to the verb at `place`: past no noun or name."""
    first = place
    while first > 0 and place - first < _HELPERS and not _ends_group(scan, first - 1):
        first -= 1
    return first


def _ends_group(scan: Scan, place: int) -> bool:
    if scan.has_class(place, *_skipped(scan)):
        return False
    return scan.is_sign(place) or scan.may_begin(place, "name") or scan.has_class(place, "noun", "determiner")


def _is_passive(scan: Scan, first: int, place: int, tams: Container[str]) -> bool:
    """Whether a verb tells what is done to its subject: a participle after `be`, or one whose agent follows."""
    if "participle" not in tams:
        return False
    before = place - 1
    while before >= first and scan.has_class(before, *_skipped(scan)):
        before -= 1
    if before >= first:
        return any(form.lemma in scan.pack.order["passive"] for form in scan.verb_forms(before))
    agent = scan.prepositions(place + 1, "passive_agent") is not None
    return agent or "past" not in tams


def _skipped(scan: Scan) -> tuple[str, ...]:
    """Return the classes of words that may stand inside a chain."""
    return _SKIPPED_BEFORE if scan.pack.head_initial else _SKIPPED


def _fitting(scan: Scan, place: int) -> list[tuple[int, ChainPattern]]:
    """Return (place after it, pattern) for every chain pattern that the words at `place` fit."""
    verbs, found = scan.pack.verbs, []
    open_: list[tuple[int, ChainNode]] = [(place, verbs.chains)]
    while open_:
        place, node = open_.pop()
        if place >= scan.length:
            continue
        for following in node.following(scan.tokens[place].key, verbs):
            if following.pattern is not None:
                found.append((place + 1, following.pattern))
            if following.next:
                open_.append((_past_skipped(scan, place + 1), following))
    return found


def _past_skipped(scan: Scan, place: int) -> int:
    """Return the first place from `place` on whose word may not stand inside a chain."""
    skipped = _skipped(scan)
    if scan.classes.isdisjoint(skipped):
        return place
    while scan.has_class(place, *skipped):
        place += 1
    return place


def _negated(scan: Scan, first: int, after: int, *, finite: bool) -> bool:
    """Whether a negation stands inside the chain, or on the side of it where the language puts one."""
    if "negation" not in scan.classes:
        return False
    sides = (first - 1,) if scan.pack.order["negation"] == "before" else (after,) if finite else (first - 1, after)
    return any(scan.has_class(place, "negation") for place in (*sides, *range(first, after)) if 0 <= place < len(scan))


def _past_negation(scan: Scan, after: int) -> int:
    return after + 1 if scan.pack.order["negation"] == "after" and scan.has_class(after, "negation") else after


def next_verb(scan: Scan, place: int, lemmas: frozenset[str], reach: int) -> int | None:
    """Return the place of a form of one of `lemmas` within `reach` words, nothing but modifiers in between."""
    for step in range(place, min(place + reach + 1, scan.length)):
        for form in scan.verb_forms(step):
            if form.lemma in lemmas and not scan.is_marker_here(step):
                return step
        if not _may_intervene(scan, step):
            return None
    return None


def light_verb(scan: Scan, first: int, after: int, lemmas: frozenset[str], reach: int) -> int | None:
    """Return the place of the verb that makes a predicate of the noun at tokens `first` to `after`.

    It follows the noun; in a head-initial language it stands before it (held talks), in the noun itself where that
    begins with its verb (called on), or behind it (talks were held).
    """
    if not scan.pack.head_initial:
        verb = next_verb(scan, after, lemmas, reach)
        behind = _behind_party(scan, after) if verb is None else None
        return verb if behind is None else next_verb(scan, behind, lemmas, reach)
    if any(form.lemma in lemmas for form in scan.verb_forms(first)):
        return first
    before = _verb_before(scan, first, lemmas, max(reach, _GROUP_REACH))
    return before if before is not None else _verb_behind(scan, after, lemmas)


def _behind_party(scan: Scan, place: int) -> int | None:
    """Return where a party ends that stands marked at `place`, between a noun and its verb, or None.

    Whom something is told, asked or done to may stand behind its noun: धमकी मेक्सिको को दी.
    """
    key = "party", place
    if key not in scan.memory:
        scan.memory[key] = _marked_party(scan, place)
    found: int | None = scan.memory[key]
    return found


def _marked_party(scan: Scan, place: int) -> int | None:
    role, first, bare, titled = "", place, False, False
    while place < min(first + _PARTY_REACH, scan.length):
        name, title, told = scan.name(place), scan.best(place, "title"), scan.description(place)
        hit = name or title or (told[0] if told is not None else None)
        if hit is not None:
            titled |= hit is title
            role, place, bare = hit.role, hit.after, hit is name and not titled
            continue
        if place == first:
            return None
        marker = scan.marker(place, role) or scan.marker(place)
        if marker is not None and marker[1].role in _PARTNERS:
            return marker[0].after
        if marker is not None and marker[1].role == "genitive":
            role, place, bare = "genitive", marker[0].after, False
            continue
        if role in _PARTNERS or (bare and scan.is_verb(place)):
            return place
        if not scan.has_class(place, "noun", "adjective"):
            return None
        place, bare = place + 1, False
    return place if role in _PARTNERS else None


def _verb_before(scan: Scan, first: int, lemmas: frozenset[str], reach: int) -> int | None:
    for step in range(first - 1, max(-1, first - 1 - reach), -1):
        forms = scan.verb_forms(step)
        if any(form.lemma in lemmas for form in forms):
            return step
        if forms or not _inside_group(scan, step):
            return None
    return None


def _inside_group(scan: Scan, place: int) -> bool:
    """Whether a word may stand between a verb and the noun that is its object (an important new trade)."""
    if scan.is_sign(place):
        return scan.tokens[place].key in "-–'’\"“‘"
    preposition = any(h.kind == "preposition" and h.entry.value.role not in _GIVEN for h in scan.hits[place])
    if preposition or scan.has_class(place, *_CLAUSE_WORDS):
        return False
    return not scan.has_class(place, "pronoun") or scan.has_class(place, "determiner")  # eased its sanctions


def _verb_behind(scan: Scan, after: int, lemmas: frozenset[str]) -> int | None:
    """Return the verb of which the noun is the subject, what belongs to the noun between them."""
    for step in range(after, min(after + _SUBJECT_REACH, len(scan))):
        if scan.is_sign(step, ',;:.?!"“”') or scan.has_class(step, "complementiser", "relative", "clause", "condition"):
            return None
        forms = scan.verb_forms(step)
        if any(form.lemma in lemmas for form in forms):
            return step if chain_at(scan, step).finite == "y" else None
        if (
            forms
            and not scan.has_class(step, "auxiliary")
            and not any(f.lemma in scan.pack.order["passive"] for f in forms)
        ):
            return None
    return None


def _may_intervene(scan: Scan, place: int) -> bool:
    """Whether the word at `place` may stand between a noun and its verb; worked out once for a word."""
    known: bool | None = scan.memory.get(("intervenes", place))
    if known is None:
        known = scan.memory["intervenes", place] = _is_modifier(scan, place)
    return known


def _is_modifier(scan: Scan, place: int) -> bool:
    if scan.is_sign(place):
        return scan.is_sign(place, _QUOTES)
    if scan.may_begin(place, "trigger"):
        return False
    name = scan.name(place)
    if name is not None:
        return all(e.kind is EntityKind.PLACE for e in name.entities)
    if scan.may_begin_any(place - 1, _CIRCUMSTANCES) and scan.marker(place) is not None:
        return True  # the marker of a date: 4 जुलाई को हुआ
    held = any(h.entry.value[0] == "held" for h in scan.of_kind_at(place, "cue"))
    if held or scan.may_begin_any(place, _CIRCUMSTANCES) or scan.tokens[place].kind == NUMBER:
        return True
    return scan.has_class(place, "negation", "particle", "adverb", "adjective", "filler", "quantifier", "noun")


def no_verb_follows(scan: Scan, place: int) -> bool:
    """Whether the clause ends at `place` without a verb, as where a language leaves the copula out."""
    while scan.has_class(place, *_SKIPPED):
        place += 1
    behind = scan.name(place) if place < len(scan) and scan.pack.order["subject_after_verb"] else None
    if behind is not None and not behind.role:  # a subject behind the word that stands for itself
        place = behind.after
    return place >= len(scan) or scan.is_sign(place, "।,;.!?'’\"”") or scan.has_class(place, "complementiser", "clause")
