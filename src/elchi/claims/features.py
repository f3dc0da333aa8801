"""Features of a candidate reading: what the decision weighs, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from elchi.claims.act import Act
from elchi.claims.filled import Filled
from elchi.claims.predicates import BARE, EMBEDDED, INFINITIVE, MAIN
from elchi.model import Basis, EntityKind, PassageKind, Status

_PARTNER = frozenset({"comitative", "recipient", "source"})
_EXPLICIT = frozenset({Basis.NAMED, Basis.TITLE})


def features_of(act: Act, filled: Filled, status: Status, act_type: str) -> Iterator[tuple[str, float, str]]:
    """Yield (name, value, words it rests on) of each feature of an act with its parties."""
    predicate, frame, sentence = act.predicate, act.frame, act.sentence
    words = sentence.words(predicate.first, predicate.noun_after)
    yield "strength", predicate.trigger.strength, words
    yield f"put:{predicate.put}", 1.0, sentence.words(predicate.noun_after, predicate.after)
    yield f"type:{act_type}", 1.0, ""
    yield f"status:{status.value}", 1.0, ""
    everyone = filled.everyone()
    named = {a.id for a in everyone if a.mention is not None and a.side.basis in _EXPLICIT}
    yield f"named:{min(len(named), 2)}", 1.0, ", ".join(sorted(named))
    yield f"sides:{min(len(filled.sides()), 3)}", 1.0, ", ".join(filled.sides())
    acting = filled.actor or filled.party
    if frame.shape.claims == "actor_recipient" and frame.type == "CONSULT":
        yield ("guest:person" if any(a.person or a.office for a in acting) else "guest:state"), 1.0, ""
    if (
        predicate.noun_after == predicate.first + 1
        and predicate.put != BARE
        and not predicate.trigger.light - {predicate.trigger.lemma}
    ):
        yield "verb_alone", 1.0, words
    if all(a.mention is None or a.side.basis not in _EXPLICIT for a in acting):
        yield "actor_unsaid", 1.0, ""
    if _blocked(act):
        yield "blocked", 1.0, ""
    yield from _who(act, filled)
    yield from _where(act)


def _who(act: Act, filled: Filled) -> Iterator[tuple[str, float, str]]:
    """Yield how the parties were found, and what they are."""
    sentence, everyone = act.sentence, filled.everyone()
    for rule in dict.fromkeys(filled.rules):
        yield rule, 1.0, ""
    for basis in dict.fromkeys(a.side.basis.value for a in everyone):
        yield f"basis:{basis}", 1.0, ""
    if any(rule.startswith("unsaid") for rule in filled.rules):
        yield "unsaid", 1.0, ""
        yield "unsaid:thin", 1.0 - act.context.diplomacy, ""
        if sentence.is_elsewhere(*act.bounds):
            yield "unsaid:elsewhere", 1.0, ""
        if not sentence.is_diplomatic():
            yield "unsaid:plain", 1.0, ""
    if any(a.side.entity.kind is EntityKind.ORGANISATION for a in everyone):
        yield "organisation", 1.0, ""
    if any(a.person is not None or a.office for a in everyone):
        yield "official", 1.0, ""
    if act.speaker:
        yield "speech", 1.0, ""
    if sentence.asks():
        yield "question", 1.0, ""


def _blocked(act: Act) -> bool:
    """Whether somebody who is no state, a journalist or a company, fills the slot next to the act."""
    sentence, scan = act.sentence, act.sentence.scan
    inside = {place for p in sentence.parties for place in range(p.mention.first, p.mention.after)}
    for place in range(act.predicate.first - 1, act.bounds[0], -1):
        if place in inside:
            return False
        marker = scan.marker(place, "genitive") or scan.marker(place)
        if (
            marker is not None
            and marker[1].role in _PARTNER
            and (scan.has_class(place - 1, "noun") or _is_unknown(act, place - 1))
            and place - 1 not in inside
        ):
            return True
        attached = {h.role for h in scan.hits[place] if h.after == place + 1}
        if scan.pack.order["attached_roles"] and "recipient" in attached and scan.has_class(place, "noun"):
            return True
    return False


def _is_unknown(act: Act, place: int) -> bool:
    """Whether the word at `place` is none that the pack knows: a name, most likely."""
    scan = act.sentence.scan
    return 0 <= place < len(scan) and not scan.is_ordinary(place) and not scan.hits[place]


def _where(act: Act) -> Iterator[tuple[str, float, str]]:
    predicate, sentence, bounds = act.predicate, act.sentence, act.bounds
    kind = sentence.passage.kind
    if kind is not PassageKind.BODY:
        yield f"passage:{kind.value}", 1.0, ""
    if sentence.is_quoted(predicate.first):
        yield "quoted", 1.0, ""
    if predicate.put in {MAIN, EMBEDDED} and predicate.after >= bounds[1] - 1:
        yield "closes_clause", 1.0, ""
    if predicate.put == INFINITIVE:
        yield "unasserted", 1.0, predicate.matrix
    if sentence.is_elsewhere(*bounds):
        yield "elsewhere", 1.0, ""
    if sentence.is_diplomatic():
        yield "diplomatic", 1.0, ""
    yield "article:elsewhere", act.context.elsewhere, ""
    yield "article:diplomacy", act.context.diplomacy, ""
    yield "clause_words", min(bounds[1] - bounds[0], 60) / 60, ""
