"""Where clauses begin in a language whose verb stands before its objects.

There a comma or a coordinator begins a clause when a verb has gone before and another one follows; an infinitive, a
participle after a comma and what a verb of saying says begin one, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator

from elchi.claims.chains import chain_at
from elchi.sentence import COORDINATOR, Scan

_JOINTS = ",–—-"
# Words after a coordinator among which the verb of a new clause is found (and later accused).
_NEXT_VERB = 3
# Words between a verb of saying and `that`.
_LONGEST_ADDRESS = 5
_BEGINNINGS = ("complementiser", "relative", "clause", "condition", COORDINATOR)
_MODIFIERS = ("adverb", "particle", "negation", "auxiliary")


def clause_starts(scan: Scan, names: Container[int]) -> Iterator[int]:
    """Yield the places where clauses begin, the first of the sentence aside.

    Args:
        scan: the sentence.
        names: tokens inside names of persons, where no verb is one.
    """
    begun = 0
    for place in _places(scan):
        start = None if place in names else _start(scan, place, begun, names)
        if start is not None and start > begun and start < len(scan):
            begun = start
            yield start


def _places(scan: Scan) -> list[int]:
    """Return the places at which a clause may begin, or the word that begins it stand; the first token is none."""
    places = {*scan.joints, *scan.verbs, *[verb + 1 for verb in scan.verbs]}
    infinitive = scan.pack.order["infinitive"]
    if not scan.keys.isdisjoint(infinitive):
        places.update([place for place, token in enumerate(scan.tokens) if token.key in infinitive])
    if "condition" in scan.classes:
        places.update([place for place in range(scan.length) if scan.has_class(place, "condition")])
    return sorted([place for place in places if 0 < place < scan.length])


def _start(scan: Scan, place: int, begun: int, names: Container[int]) -> int | None:
    if scan.signs[place] or scan.has_class(place, *_BEGINNINGS):
        return _start_at(scan, place, begun, names)
    return place if _begins_with_verb(scan, place) else None


def _start_at(scan: Scan, place: int, begun: int, names: Container[int]) -> int | None:
    if scan.has_class(place, "complementiser"):
        return place + 1
    if scan.has_class(place, "relative"):
        return place
    if scan.has_class(place, "clause", "condition"):
        return place if has_verb(scan, place + 1, _end(scan, place), names) else None
    if scan.is_sign(place, _JOINTS) and not scan.tokens[place].glued:
        return place + 1 if _goes_on(scan, place, begun, names) else None
    if scan.is_sign(place, ",") or scan.has_class(place, COORDINATOR):
        return place + 1 if _goes_on(scan, place, begun, names) else None
    return place if _begins_with_verb(scan, place) else None


def _begins_with_verb(scan: Scan, place: int) -> bool:
    """Whether an infinitive or a gerund begins at `place` that no helping verb or matrix word takes."""
    if scan.tokens[place].key in scan.pack.order["infinitive"]:
        verb = _verb_from(scan, place + 1)
        if verb is None or chain_at(scan, verb).first != place or chain_at(scan, verb).finite != "i":
            return False
        return not any(scan.pack.verb_matrix.get(f.lemma) for f in scan.verb_forms(place - 1)) and not any(
            h.kind == "matrix" and h.after == place for p in range(max(0, place - 4), place) for h in scan.hits[p]
        )
    forms = scan.verb_forms(place)
    if not (forms or scan.verb_forms(place - 1)):
        return False
    if said_before(scan, place) is not None and not scan.is_sign(place):
        return not _addresses(scan, place) and has_verb(scan, place, _end(scan, place - 1), ())
    after_preposition = any(h.kind == "preposition" and h.after == place for h in scan.hits[place - 1])
    return after_preposition and any(f.tam == "imperfective" for f in forms)


def _addresses(scan: Scan, place: int) -> bool:
    """Whether somebody is spoken to between a verb of saying and its `that` (warned Syria that ...)."""
    for step in range(place, min(place + _LONGEST_ADDRESS, len(scan))):
        if scan.has_class(step, "complementiser"):
            return step > place
        if scan.is_sign(step) or scan.verb_forms(step):
            return False
    return False


def said_before(scan: Scan, place: int) -> int | None:
    """Return the verb of saying that ends right before `place`, where what is said may begin without `that`."""
    speech, forms = scan.pack.verb_speech, scan.verb_forms(place - 1)
    finite = forms and any(f.lemma in speech and f.tam in {"past", "present"} for f in forms)
    if not finite or chain_at(scan, place - 1).passive or scan.has_class(place, "complementiser", "preposition"):
        return None
    return place - 1


def _verb_from(scan: Scan, place: int) -> int | None:
    for step in range(place, min(place + _NEXT_VERB, len(scan))):
        if scan.verb_forms(step) and not any(f.lemma in scan.pack.order["passive"] for f in scan.verb_forms(step)):
            return step
        if scan.verb_forms(step) and (step + 1 >= len(scan) or not scan.verb_forms(step + 1)):
            return step
        if not scan.verb_forms(step) and not scan.has_class(step, *_MODIFIERS):
            return None
    return None


def _end(scan: Scan, place: int) -> int:
    """Return where what begins at `place` ends at the latest: the next comma outside names, or the sentence's end."""
    later = scan.joints[bisect_right(scan.joints, place) :]
    return next((p for p in later if scan.is_sign(p, ",;:")), len(scan))


def has_verb(scan: Scan, first: int, after: int, names: Container[int]) -> bool:
    """Whether some verb in `first` to `after` is finite."""
    verbs = scan.verbs[bisect_left(scan.verbs, first) : bisect_left(scan.verbs, after)]
    return any(chain_at(scan, p).finite == "y" for p in verbs if p not in names)


def _goes_on(scan: Scan, place: int, begun: int, names: Container[int]) -> bool:
    """Whether a clause ends before the comma or coordinator at `place` and another begins after it."""
    if not has_verb(scan, begun, place, names):
        # After meeting Macron, he flew to Berlin: a comma ends what has a verb of any form.
        verbs = any(scan.verb_forms(p) for p in range(begun, place) if p not in names)
        return verbs and scan.is_sign(place, ",") and has_verb(scan, place + 1, _end(scan, place), names)
    following = place + 1
    while following < len(scan) and scan.has_class(following, *_MODIFIERS, COORDINATOR):
        following += 1
    if following < len(scan) and scan.verb_forms(following) and following not in names:
        return True
    if scan.is_sign(place):
        return has_verb(scan, following, _end(scan, place), names)
    # A coordinator without a comma joins nouns, unless a subject and its verb follow at once.
    return scan.has_class(following, "pronoun") and has_verb(scan, following, min(following + 4, len(scan)), names)
