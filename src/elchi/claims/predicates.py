"""Is it a predicate? Triggers with their verbs: asserted, embedded under a matrix verb, attributive or a bare noun."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from elchi.claims.chains import Chain, chain_at, light_verb, no_verb_follows
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
# A verb that tells no act by itself is asked for as well as one that does.
ANY_ACT = Trigger("", frozenset(), "ask", (), _MATRIX_STRENGTH, nominal=False)
_PUT = {"y": MAIN, "n": PARTICIPLE, "i": INFINITIVE, "a": ATTRIBUTIVE}


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
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
        heads: whether the party right behind it is its subject (दिल्ली आए मंत्री), so that its clause has another verb.
        helped: where the verbs begin that stand before the act word (has accused, held talks), or None.
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
    helped: int | None = None
    verb_place: int | None = None
    heads: bool = False

    @property
    def begin(self) -> int:
        """Where the predicate begins, helping and light verbs included."""
        return self.first if self.helped is None else min(self.first, self.helped)

    @property
    def is_verb(self) -> bool:
        """Whether a verb itself is the act word, or begins it (called on)."""
        return self.helped is not None and self.helped <= self.first <= self.verb

    @property
    def verb(self) -> int:
        """The place of the verb that stands before its objects."""
        return self.first if self.verb_place is None else self.verb_place


def find_predicates(scan: Scan) -> list[Predicate]:
    """Return every reading of every trigger of a sentence, in order; worked out once for a sentence."""
    if "predicates" not in scan.memory:
        scan.memory["predicates"] = tuple(_predicates(scan))
    return list(scan.memory["predicates"])


def _predicates(scan: Scan) -> list[Predicate]:
    inside = _inside_names(scan)
    found = list(_nominals(scan, inside))
    taken = {place for p in found if p.put != BARE for place in range(p.noun_after, p.after)}
    if not scan.pack.head_initial:  # a verb in the phrase that another verb makes a predicate (told to leave)
        phrases = (p for p in found if p.put != BARE and p.noun_after > p.first + 1)
        taken |= {place for p in phrases for place in range(p.first, p.noun_after)}
    if scan.pack.head_initial:  # a word inside a noun phrase is no verb (arms sales to)
        phrases = (p for p in found if p.put == BARE and p.noun_after > p.first + 1)
        taken |= {place for p in phrases for place in range(p.first, p.noun_after)}
    found.extend(_verbal(scan, taken | inside))
    found.extend(_embedding_alone(scan, inside))
    if scan.pack.head_initial:
        found.extend(_demanded(scan, inside))
    return sorted(found, key=lambda p: (p.first, p.after))


def _inside_names(scan: Scan) -> set[int]:
    """Return the tokens inside names of several words: Lahore Declaration declares nothing."""
    inside: set[int] = set()
    free = 0
    for place in scan.places("name"):
        name = scan.name(place) if place >= free else None
        if name is None:
            continue
        if name.after > place + 1 and all(e.kind is not EntityKind.STATE for e in name.entities):
            inside.update(range(place, name.after))
        free = name.after
    return inside


def _nominals(scan: Scan, inside: Container[int]) -> Iterator[Predicate]:
    """Yield the readings of the longest trigger phrases outside names."""
    after = 0
    for place in scan.places("trigger"):
        hits = scan.of_kind_at(place, "trigger") if place not in inside else ()
        if scan.is_verb(place):  # a verb that looks like a noun with an ending is none (সরবে is no form of সরব)
            hits = [h for h in hits if h.exact or h.after > place + 1]
        if not hits or hits[0].after <= after:
            continue
        longest = [p for h in hits if h.after == hits[0].after for p in _nominal(scan, h)]
        yield from longest
        whole = any(p.put != BARE for p in longest)
        # A shorter phrase may have the verb that the longer one lacks, and so may one inside it.
        shorter = (p for h in hits if h.after < hits[0].after for p in _nominal(scan, h))
        yield from (p for p in shorter if p.put != BARE or not whole)
        if whole:
            after = hits[0].after


def _nominal(scan: Scan, hit: Hit) -> Iterator[Predicate]:
    trigger: Trigger = hit.entry.value
    verb = light_verb(scan, hit.first, hit.after, trigger.light, _LIGHT_REACH) if trigger.light else None
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
    known = scan.pack.verb_triggers
    for place in scan.verbs:
        lemmas = dict.fromkeys([form.lemma for form in scan.verb_forms(place) if form.lemma in known])
        triggers = [trigger for lemma in lemmas for trigger in known[lemma]]
        if not triggers or place in taken or scan.is_marker_here(place) or _is_auxiliary(scan, place):
            continue
        for trigger in triggers:
            yield _put(scan, trigger, place, place + 1, chain_at(scan, place))


def _is_auxiliary(scan: Scan, place: int) -> bool:
    """Whether a verb only helps the one before it (জানা গেছে, किया गया); what helps the next one is part of its chain."""
    if scan.pack.head_initial:
        return False
    before = place - 1
    while before >= 0 and scan.has_class(before, "particle", "negation"):
        before -= 1
    if before < 0 or not scan.verb_forms(before) or scan.is_marker_here(before):
        return False
    return chain_at(scan, before).after > place


def _embedding_alone(scan: Scan, inside: Container[int]) -> Iterator[Predicate]:
    """Yield the acts that a matrix word makes of any verb: refused to X, asked to X, agreed to X."""
    last = _last_telling(scan)
    for place in scan.verbs:
        if place >= last:
            return
        if place in inside or scan.is_marker_here(place):
            continue
        chain = chain_at(scan, place)
        found = _embeddings(scan, chain) if chain.finite in {"i", "n"} else iter(())
        told = next((f for f in found if f[0].tells), None)
        if told is None:
            continue
        matrix, over = _outer(scan, *told)
        trigger = Trigger(matrix.lemma, matrix.light, matrix.effect, (), _MATRIX_STRENGTH, nominal=False)
        yield Predicate(
            trigger,
            place,
            place + 1,
            max(over.after, place + 1),
            MAIN,
            matrix.status or over.status,
            over.negated,
            matrix.lemma,
            matrix.effect,
            helped=over.first if scan.pack.head_initial else None,
        )


def _last_telling(scan: Scan) -> int:
    """Return the last place of a word that tells an act whatever it takes as content, or 0."""
    nouns = [p for p in scan.places("matrix") if any(h.entry.value.tells for h in scan.of_kind_at(p, "matrix"))]
    last = nouns[-1] if nouns else 0
    telling = scan.pack.telling_verbs
    for place in reversed(scan.verbs):
        if place <= last:
            break
        if not telling.isdisjoint([form.lemma for form in scan.verb_forms(place)]):
            return place
    return last


def _demanded(scan: Scan, inside: Container[int]) -> Iterator[Predicate]:
    """Yield any verb that somebody should or must do, for the case that another side says so."""
    if scan.keys.isdisjoint(scan.pack.deontic):
        return
    for place in scan.verbs:
        if place in inside or scan.may_begin(place, "trigger"):
            continue
        chain = chain_at(scan, place)
        words = {token.key for token in scan.tokens[chain.first : place]}
        if chain.finite == "y" and words & scan.pack.deontic:
            yield _put(scan, ANY_ACT, place, place + 1, chain)


def _put(scan: Scan, trigger: Trigger, first: int, noun_after: int, chain: Chain) -> Predicate:
    """Return the predicate that a trigger and its verb chain make, under the word that embeds it, if any."""
    if chain.finite != "y":
        embedding = _embedding(scan, chain) or _shared_embedding(scan, chain)
        if embedding is not None:
            matrix, over = _outer(scan, *embedding)
            status = matrix.status or over.status
            frame = matrix.effect if matrix.tells else trigger.frame
            # What one is punished for planning is not told to be planned.
            put = EMBEDDED if matrix.effect != "none" and over.finite != "i" else INFINITIVE
            passive = _is_passive(scan, trigger, over) if over.first < over.after else False
            after = max(noun_after, chain.after, over.after) if scan.pack.head_initial else over.after
            negated = over.negated or (matrix.effect == "keep" and chain.negated)  # announced that it will not
            found = Predicate(
                trigger, first, noun_after, after, put, status, negated, matrix.lemma, frame, passive=passive
            )
            return _verb_first(found, chain, over) if scan.pack.head_initial else found
    copular = bool(chain.lemmas & scan.pack.copulas) and first < noun_after <= chain.first
    put, status, passive = _PUT[chain.finite], chain.status, _is_passive(scan, trigger, chain)
    heads = put == MAIN and _stands_before_head(scan, chain)
    put = ATTRIBUTIVE if heads else put
    # The negation of a phrase that refuses (राजी नहीं होना) negates no refusal.
    own = first < noun_after == chain.first and scan.has_class(noun_after - 1, "negation")
    negated, after = chain.negated and not own, max(noun_after, chain.after)
    found = Predicate(
        trigger, first, noun_after, after, put, status, negated, "", trigger.frame, copular, passive, heads=heads
    )
    return _verb_first(found, chain, chain) if scan.pack.head_initial else found


def _stands_before_head(scan: Scan, chain: Chain) -> bool:
    """Whether a bare past form belongs to the party right behind it (दिल्ली आए नेपाल के विदेश मंत्री ने ...).

    Where the verb ends its clause and no subject stands behind it, what follows without a break is its head; but what
    is said may follow a word of saying, and another finite verb must follow.
    """
    order, behind = scan.pack.order, chain.after
    if scan.pack.head_initial or order["subject_after_verb"] or chain.after != chain.first + 1:
        return False
    if "perfective" not in chain.tams or any(lemma in scan.pack.verb_speech for lemma in chain.lemmas):
        return False
    if scan.name(behind) is None and scan.best(behind, "title") is None:
        return False
    later = (p for p in range(behind, len(scan)) if scan.verb_forms(p) and not scan.is_marker_here(p))
    return any(chain_at(scan, place).finite == "y" for place in later)


def _verb_first(predicate: Predicate, chain: Chain, over: Chain) -> Predicate:
    """Add where the verbs of a predicate stand, in a language that puts them before their objects."""
    return replace(predicate, helped=min(chain.first, over.first), passive=chain.passive, verb_place=chain.after - 1)


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
    if scan.pack.head_initial or not (scan.is_sign(place, ",") or scan.has_class(place, "coordinator")):
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
    return _embedding_before(scan, chain) if scan.pack.head_initial else next(_embeddings(scan, chain), None)


def _outer(scan: Scan, matrix: Matrix, over: Chain) -> tuple[Matrix, Chain]:
    """Return what tells the act where a matrix word stands in the infinitive itself: refused to permit to X."""
    if scan.pack.head_initial or over.finite != "i" or not matrix.tells:
        return matrix, over
    return next((found for found in _embeddings(scan, over) if found[0].tells), (matrix, over))


def _embeddings(scan: Scan, chain: Chain) -> Iterator[tuple[Matrix, Chain]]:
    """Yield the readings of the words after an act that take it as their content, nearest first."""
    for place in range(chain.after, min(chain.after + _MATRIX_REACH + 1, scan.length)):
        if scan.is_sign(place):
            return
        if scan.may_begin(place, "matrix"):
            yield from _embedding_noun(scan, chain, place)
        if not scan.is_verb(place):
            continue
        for lemma in dict.fromkeys(form.lemma for form in scan.verb_forms(place)):
            for matrix in scan.pack.verb_matrix.get(lemma, ()):
                if matrix.link & chain.tams:
                    yield matrix, chain_at(scan, place)


def _embedding_noun(scan: Scan, chain: Chain, place: int) -> Iterator[tuple[Matrix, Chain]]:
    for hit in scan.of_kind_at(place, "matrix"):
        if not hit.entry.value.link & chain.tams:
            continue
        verb = light_verb(scan, hit.first, hit.after, hit.entry.value.light, _LIGHT_REACH)
        if verb is not None:
            yield hit.entry.value, chain_at(scan, verb)
        elif not hit.entry.value.light or _without_copula(scan, hit.entry.value.light, hit.after):
            status: str | None = hit.entry.value.status
            negated = scan.has_class(hit.after, "negation")
            yield hit.entry.value, Chain(place, hit.after, status, "y", negated=negated)


def _embedding_before(scan: Scan, chain: Chain) -> tuple[Matrix, Chain] | None:
    """Return the matrix word before an infinitive (agreed on Tuesday to hold), with its own verb chain."""
    for place in range(chain.first - 1, max(-1, chain.first - 1 - _MATRIX_REACH), -1):
        for lemma in dict.fromkeys(form.lemma for form in scan.verb_forms(place)):
            for matrix in scan.pack.verb_matrix.get(lemma, ()):
                if matrix.link & chain.tams:
                    return matrix, chain_at(scan, place)
        found = _matrix_word(scan, place, chain)
        if found is not None:
            return found
        if scan.verb_forms(place) or not _circumstance(scan, place):
            return None
    return None


def _matrix_word(scan: Scan, last: int, chain: Chain) -> tuple[Matrix, Chain] | None:
    """Return the matrix phrase whose last word stands at `last`, with the verb that makes it a predicate."""
    for start in range(max(0, last - _MATRIX_REACH), last + 1):
        for hit in scan.hits[start]:
            if hit.kind != "matrix" or hit.after != last + 1 or not hit.entry.value.link & chain.tams:
                continue
            verb = light_verb(scan, hit.first, hit.after, hit.entry.value.light, _LIGHT_REACH)
            if verb is not None:
                return hit.entry.value, chain_at(scan, verb)
            if not hit.entry.value.light:
                return hit.entry.value, Chain(start, hit.after, hit.entry.value.status, "y", negated=False)
    return None


def _circumstance(scan: Scan, place: int) -> bool:
    """Whether a word may stand between a matrix word and its infinitive: an adverb, or part of a date."""
    kinds = {"weekday", "month", "day_word", "date_word", "number", "preposition"}
    return scan.has_class(place, "adverb", "particle", "negation") or any(h.kind in kinds for h in scan.hits[place])
