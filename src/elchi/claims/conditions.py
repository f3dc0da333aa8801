"""Conditions of triggers: what must stand in the clause, or must not, for a word to tell its act."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.context import Sentence
from elchi.claims.predicates import Predicate
from elchi.model import EntityKind
from elchi.sentence import Scan


def unmet_conditions(act: Act, found: Sequence[Argument]) -> tuple[str, ...] | None:
    """Return the conditions of the trigger that are not met but may be by what is unsaid; None where one fails.

    Those on words are for `words_fail`.
    """
    if act.predicate.frame != act.predicate.trigger.frame:
        return ()  # the word that embeds the act decides what it is
    unmet: list[str] = []
    for kind, values in act.predicate.trigger.needs:
        if kind == "role" and not (any(values & set(x.roles) for x in found) or _together(found)):
            unmet.append(kind)
        if kind == "norole" and any(values & set(x.roles) for x in found):
            return None
        if kind == "states" and len({a.id for x in found for a in x.actors}) < 2:
            unmet.append(kind)
        if kind == "org" and not any(a.side.entity.kind is EntityKind.ORGANISATION for x in found for a in x.actors):
            unmet.append(kind)
    return tuple(unmet)


def words_fail(predicate: Predicate, sentence: Sentence, bounds: tuple[int, int]) -> bool:
    """Whether the words of the clause, tokens `bounds`, fail a condition of the trigger."""
    if predicate.frame != predicate.trigger.frame:
        return False
    for kind, values in predicate.trigger.needs:
        barred = kind == "not" and not values.isdisjoint(_keys(sentence.scan, bounds))
        if barred and not values.isdisjoint(_outside_names(sentence.scan, bounds)):
            return True
        if kind == "near" and values.isdisjoint(_keys(sentence.scan, bounds) | _purpose(sentence, bounds[1])):
            return True
    return False


def lacks_speech(act: Act) -> bool:
    """Whether an act that is done by saying so stands where nobody's speech is reported."""
    trigger = act.predicate.trigger
    return not act.speaker and act.predicate.frame == trigger.frame and any(k == "speech" for k, _ in trigger.needs)


def _purpose(sentence: Sentence, end: int) -> set[str]:
    """Return the words of the infinitive right behind a clause that ends at `end` (told Turkey | to withdraw)."""
    scan = sentence.scan
    if not scan.pack.head_initial or end >= len(scan) or scan.tokens[end].key not in scan.pack.order["infinitive"]:
        return set()
    return _keys(scan, sentence.clauses.around(end, end + 1))


def _keys(scan: Scan, bounds: tuple[int, int]) -> set[str]:
    """Return the dictionary forms that the words of a clause may be forms of, worked out once for a clause."""
    if bounds not in scan.memory:
        keys = {form.lemma for place in range(*bounds) for form in scan.verb_forms(place)}
        keys.update(*[scan.pack.lexicon.bases(token.key) for token in scan.tokens[slice(*bounds)]])
        scan.memory[bounds] = keys
    found: set[str] = scan.memory[bounds]
    return found


def _outside_names(scan: Scan, bounds: tuple[int, int]) -> set[str]:
    """Return what `_keys` does without the words inside names of several words (the United of the United Nations)."""
    inside: set[int] = set()
    for place in scan.places("name"):
        name = scan.name(place)
        if name is not None and name.after > place + 1 and place not in inside:
            inside.update(range(place, name.after))
    free = [place for place in range(*bounds) if place not in inside]
    keys = {form.lemma for place in free for form in scan.verb_forms(place)}
    return keys.union(*[scan.pack.lexicon.bases(scan.tokens[place].key) for place in free])


def _together(found: Sequence[Argument]) -> bool:
    """Whether two sides act together, as both countries do."""
    return len({a.id for x in found if {"agent", "subject", "between"} & set(x.roles) for a in x.actors}) > 1
