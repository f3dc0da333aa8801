"""Is it a predicate? Triggers with their verbs: asserted, embedded under a matrix verb, attributive or a bare noun."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from elchi.claims.chains import Chain, chain_at, next_verb, no_verb_follows
from elchi.model import EntityKind
from elchi.packs import Hit, Matrix, Trigger
from elchi.sentence import Scan

# Words between a trigger noun and its verb, and between an act and the word that takes it as content.
_LIGHT_REACH = 6
_MATRIX_REACH = 4
# Strength of an act that only the matrix word tells, whatever it embeds.
_MATRIX_STRENGTH = 0.6
# How a predicate is put; the decision weighs each.
MAIN, PARTICIPLE, EMBEDDED, INFINITIVE, ATTRIBUTIVE, BARE = (
    "main",
    "participle",
    "embedded",
    "infinitive",
    "attributive",
    "bare",
)
_PUT = {"y": MAIN, "n": PARTICIPLE, "i": INFINITIVE, "a": ATTRIBUTIVE}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger in its sentence: tokens `first` to `after`, how it is put, and what its verbs say.

    Attributes:
        trigger: the lexicon's entry.
        first, noun_after, after: where the trigger begins, ends, and where its verbs end.
        put: main, participle, embedded, infinitive, attributive or bare.
        status: claim status, or None where the words say none.
        negated: whether a negation stands with the verb.
        matrix: the word that embeds the act, or "".
        frame: the frame; a matrix may have changed it.
        copular: whether the verb is a copula, so that the owner of the noun acts.
        passive: whether the verbs tell the act by who undergoes it.
    """

    trigger: Trigger
    first: int
    noun_after: int
    after: int
    put: str
    status: str | None
    negated: bool
    matrix: str
    frame: str
    copular: bool = False
    passive: bool = False


def find_predicates(scan: Scan) -> list[Predicate]:
    """Return every reading of every trigger of a sentence, in order."""
    inside = _inside_names(scan)
    found = [p for hit in _trigger_hits(scan, inside) for p in _nominal(scan, hit)]
    taken = {place for p in found if p.put != BARE for place in range(p.noun_after, p.after)}
    found.extend(_verbal(scan, taken | inside))
    found.extend(_embedding_alone(scan, inside))
    return sorted(found, key=lambda p: (p.first, p.after))


def _inside_names(scan: Scan) -> set[int]:
    """Return the tokens inside names of several words: Lahore Declaration declares nothing."""
    inside: set[int] = set()
    place = 0
    while place < len(scan):
        name = scan.name(place)
        if name is not None and name.after > place + 1 and all(e.kind is not EntityKind.STATE for e in name.entities):
            inside.update(range(place, name.after))
        place = name.after if name is not None else place + 1
    return inside


def _trigger_hits(scan: Scan, inside: Container[int]) -> Iterator[Hit]:
    """Yield the longest trigger phrases outside names, with all readings of the same words."""
    after = 0
    for place in range(len(scan)):
        hits = [h for h in scan.hits[place] if h.kind == "trigger"] if place not in inside else []
        if scan.is_verb(place):  # a verb that looks like a noun with an ending is none (সরবে is no form of সরব)
            hits = [h for h in hits if h.exact or h.after > place + 1]
        if not hits or hits[0].after <= after:
            continue
        yield from (h for h in hits if h.after == hits[0].after)
        # A shorter phrase may have the verb that the longer one lacks, and so may one inside it.
        yield from (h for h in hits if h.after < hits[0].after)
        longest = (h for h in hits if h.after == hits[0].after)
        if any(True for h in longest for _ in _nominal(scan, h)):
            after = hits[0].after


def _nominal(scan: Scan, hit: Hit) -> Iterator[Predicate]:
    trigger: Trigger = hit.entry.value
    verb = next_verb(scan, hit.after, trigger.light, _LIGHT_REACH) if trigger.light else None
    if verb is not None:
        yield _put(scan, trigger, hit.first, hit.after, chain_at(scan, verb))
    elif not trigger.nominal and _without_copula(scan, trigger.light, hit.after):
        negated = scan.has_class(hit.after, "negation")
        yield Predicate(
            trigger, hit.first, hit.after, hit.after, MAIN, "ongoing", negated, "", trigger.frame, copular=True
        )
    elif trigger.nominal:
        negated = scan.has_class(hit.after, "negation")  # no talks with X, without a declaration
        yield Predicate(trigger, hit.first, hit.after, hit.after, BARE, None, negated, matrix="", frame=trigger.frame)


def _without_copula(scan: Scan, light: frozenset[str], place: int) -> bool:
    """Whether a predicate noun or adjective stands for itself, in a language that leaves the copula out."""
    return bool(scan.pack.order["zero_copula"]) and bool(light & scan.pack.copulas) and no_verb_follows(scan, place)


def _verbal(scan: Scan, taken: set[int]) -> Iterator[Predicate]:
    for place in range(len(scan)):
        lemmas = dict.fromkeys(form.lemma for form in scan.verb_forms(place))
        triggers = [trigger for lemma in lemmas for trigger in scan.pack.verb_triggers.get(lemma, ())]
        if not triggers or place in taken or scan.is_marker_here(place) or _is_auxiliary(scan, place):
            continue
        for trigger in triggers:
            yield _put(scan, trigger, place, place + 1, chain_at(scan, place))


def _is_auxiliary(scan: Scan, place: int) -> bool:
    """Whether a verb only helps the one before it (জানা গেছে, किया गया)."""
    before = place - 1
    while before >= 0 and scan.has_class(before, "particle", "negation"):
        before -= 1
    if before < 0 or not scan.verb_forms(before) or scan.is_marker_here(before):
        return False
    return chain_at(scan, before).after > place


def _embedding_alone(scan: Scan, inside: Container[int]) -> Iterator[Predicate]:
    """Yield the acts that a matrix word makes of any verb: refused to X, asked to X, agreed to X."""
    for place in range(len(scan)):
        if place in inside or not scan.verb_forms(place) or scan.is_marker_here(place):
            continue
        chain = chain_at(scan, place)
        found = _embeddings(scan, chain) if chain.finite in {"i", "n"} else iter(())
        told = next((f for f in found if f[0].effect not in {"keep", "none"}), None)
        if told is None:
            continue
        matrix, over = told
        trigger = Trigger(matrix.lemma, matrix.light, matrix.effect, (), _MATRIX_STRENGTH, nominal=False)
        yield Predicate(
            trigger,
            place,
            place + 1,
            over.after,
            MAIN,
            matrix.status or over.status,
            over.negated,
            matrix.lemma,
            matrix.effect,
        )


def _put(scan: Scan, trigger: Trigger, first: int, noun_after: int, chain: Chain) -> Predicate:
    """Return the predicate that a trigger and its verb chain make, under the word that embeds it, if any."""
    if chain.finite != "y":
        embedding = _embedding(scan, chain) or _shared_embedding(scan, chain)
        if embedding is not None:
            matrix, over = embedding
            status = matrix.status or over.status
            frame = trigger.frame if matrix.effect in {"keep", "none"} else matrix.effect
            put = EMBEDDED if matrix.effect != "none" else INFINITIVE
            passive = _is_passive(scan, trigger, over) if over.first < over.after else False
            return Predicate(
                trigger, first, noun_after, over.after, put, status, over.negated, matrix.lemma, frame, passive=passive
            )
    copular = bool(chain.lemmas & scan.pack.copulas) and first < noun_after <= chain.first
    put, status, passive = _PUT[chain.finite], chain.status, _is_passive(scan, trigger, chain)
    # The negation of a phrase that refuses (राजी नहीं होना) negates no refusal.
    own = first < noun_after == chain.first and scan.has_class(noun_after - 1, "negation")
    negated = chain.negated and not own
    return Predicate(trigger, first, noun_after, chain.after, put, status, negated, "", trigger.frame, copular, passive)


def _is_passive(scan: Scan, trigger: Trigger, chain: Chain) -> bool:
    """Whether a chain tells its act by who undergoes it: a passive, or the light verb for undergoing."""
    voice = scan.pack.voice
    if {voice.act, voice.undergo} <= trigger.light:
        lemmas = {form.lemma for form in scan.verb_forms(chain.first)}
        if voice.undergo in lemmas and voice.act not in lemmas:
            return True
    for place in range(chain.first + 1, chain.after):
        before = scan.verb_forms(place - 1)
        if any(form.lemma in voice.auxiliary for form in scan.verb_forms(place)) and any(
            form.tam in voice.after and form.lemma not in voice.never for form in before
        ):
            return True
    return False


def _shared_embedding(scan: Scan, chain: Chain) -> tuple[Matrix, Chain] | None:
    """Return the matrix word that an infinitive shares with a later one (to deepen A, widen B and ... wants)."""
    place = chain.after
    if not (scan.is_sign(place, ",") or scan.has_class(place, "coordinator")):
        return None
    while place < len(scan):
        if scan.verb_forms(place) and not scan.is_marker_here(place):
            other = chain_at(scan, place)
            if other.finite == "y":
                return None
            if other.tams & chain.tams and (found := _embedding(scan, other)) is not None:
                return found
            place = max(other.after, place + 1)
        else:
            place += 1
    return None


def _embedding(scan: Scan, chain: Chain) -> tuple[Matrix, Chain] | None:
    """Return the matrix word that takes the act as its content, with its own verb chain."""
    return next(_embeddings(scan, chain), None)


def _embeddings(scan: Scan, chain: Chain) -> Iterator[tuple[Matrix, Chain]]:
    """Yield the readings of the words after an act that take it as their content, nearest first."""
    for place in range(chain.after, min(chain.after + _MATRIX_REACH + 1, len(scan))):
        if scan.is_sign(place):
            return
        yield from _embedding_noun(scan, chain, place)
        for lemma in dict.fromkeys(form.lemma for form in scan.verb_forms(place)):
            for matrix in scan.pack.verb_matrix.get(lemma, ()):
                if matrix.link & chain.tams:
                    yield matrix, chain_at(scan, place)


def _embedding_noun(scan: Scan, chain: Chain, place: int) -> Iterator[tuple[Matrix, Chain]]:
    for hit in scan.hits[place]:
        if hit.kind != "matrix" or not hit.entry.value.link & chain.tams:
            continue
        verb = next_verb(scan, hit.after, hit.entry.value.light, _LIGHT_REACH)
        if verb is not None:
            yield hit.entry.value, chain_at(scan, verb)
        elif not hit.entry.value.light or _without_copula(scan, hit.entry.value.light, hit.after):
            status: str | None = hit.entry.value.status
            yield hit.entry.value, Chain(place, hit.after, status, "y", negated=False)
