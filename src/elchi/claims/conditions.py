"""Conditions of triggers: what must stand in the clause, or must not, for a word to tell its act."""

from __future__ import annotations

from elchi.claims.arguments import Argument
from elchi.claims.context import Sentence
from elchi.claims.discourse import Actor
from elchi.claims.predicates import Predicate
from elchi.model import EntityKind


def unmet_conditions(
    predicate: Predicate, found: list[Argument], sentence: Sentence, bounds: tuple[int, int], speaker: tuple[Actor, ...]
) -> tuple[str, ...] | None:
    """Return the conditions of the trigger that are not met but may be by what is unsaid; None where one fails."""
    if predicate.frame != predicate.trigger.frame:
        return ()  # the word that embeds the act decides what it is
    unmet = []
    keys = {
        stem for t in sentence.scan.tokens[bounds[0] : bounds[1]] for stem, _ in sentence.scan.pack.lexicon.stems(t.key)
    }
    for kind, values in predicate.trigger.needs:
        if kind == "role" and not (any(values & set(x.roles) for x in found) or _together(found)):
            unmet.append(kind)
        if (
            (kind == "near" and not values & keys)
            or (kind == "not" and values & keys)
            or (kind == "speech" and not speaker)
        ):
            return None
        if kind == "norole" and any(values & set(x.roles) for x in found):
            return None
        if kind == "states" and len({a.id for x in found for a in x.actors}) < 2:
            unmet.append(kind)
        if kind == "org" and not any(a.side.entity.kind is EntityKind.ORGANISATION for x in found for a in x.actors):
            unmet.append(kind)
    return tuple(unmet)


def _together(found: list[Argument]) -> bool:
    """Whether two sides act together, as both countries do."""
    return len({a.id for x in found if {"agent", "subject", "between"} & set(x.roles) for a in x.actors}) > 1
