"""What a noun names may lie ahead: it is prepared for, wanted, or called what is still to be held.

"Both are preparing for a second summit", "next week's proposed talks", "दोनों एक और दौर की बातचीत चाहते हैं": no verb says
that the summit or the talks took place, and a word beside the noun says that they did not yet. Words by language are of
the classes `prepared` (preparations for), `wished` (want, seek, propose) and `ahead` (to be held, proposed, scheduled).

An infinitive may be the content of a noun of the class `content`, which tells nothing of its being done: calls to lift
sanctions, हटाने की मांग.
"""

from __future__ import annotations

from elchi.claims.act import Act
from elchi.claims.predicates import INFINITIVE, Predicate
from elchi.sentence import Scan

_REACH = 6
_STATUS = {"prepared": "planned", "wished": "intended", "ahead": "planned"}
_LINKS = frozenset({"genitive", "purpose"})
_OF = frozenset({"", "genitive"})


def prospect_of(act: Act) -> str | None:
    """Return the status that a word beside a bare act noun gives it: planned, intended; None where there is none."""
    scan = act.sentence.scan
    if scan.classes.isdisjoint(_STATUS):
        return None
    before = ("ahead", "prepared", "wished") if scan.pack.head_initial else ("ahead",)
    first = _found_before(scan, act, before)
    return first or (None if scan.pack.head_initial else _found_after(scan, act))


def is_content(predicate: Predicate, scan: Scan) -> bool:
    """Whether an act in the infinitive is only what a noun beside it demands, fears or allows."""
    if predicate.put != INFINITIVE or predicate.matrix or "content" not in scan.classes:
        return False
    if scan.pack.head_initial:
        return any(scan.has_class(predicate.begin - back, "content") for back in (1, 2))
    place = predicate.after
    while _is_link(scan, place):
        found = scan.marker(place, "genitive")
        place = found[0].after if found is not None else place + 1
    return scan.has_class(place, "content")


def _found_before(scan: Scan, act: Act, classes: tuple[str, ...]) -> str | None:
    """Look from the noun backwards, over adjectives, names and what links a noun to them."""
    noun = act.predicate.first
    for place in range(noun - 1, max(act.bounds[0], noun - _REACH) - 1, -1):
        for kind in classes:
            if scan.has_class(place, kind):
                return _STATUS[kind]
        if scan.is_sign(place) and not scan.is_sign(place, "-–"):
            return None
        if scan.is_verb(place) or (_is_link(scan, place) is False):
            return None
    return None


def _found_after(scan: Scan, act: Act) -> str | None:
    """Look behind the noun, which has no other case, over what links it to the next one: की तैयारी, के लिए तैयारी."""
    hit = scan.best(act.predicate.first, "trigger")
    if hit is not None and hit.role not in _OF:
        return None
    place, last = act.predicate.noun_after, min(act.predicate.noun_after + _REACH, act.bounds[1])
    while place < last:
        for kind in ("prepared", "wished"):
            if scan.has_class(place, kind):
                return _STATUS[kind]
        if _is_link(scan, place):
            found = scan.marker(place, "genitive")
            place = found[0].after if found is not None else place + 1
        elif scan.has_class(place, "adjective", "quantifier"):
            place += 1
        else:
            return None
    return None


def _is_link(scan: Scan, place: int) -> bool | None:
    """Whether the marker at `place` links a noun to another; None where no marker is there."""
    roles = {marker.role for _, marker in scan.markers(place, "genitive")} if scan.may_begin(place, "marker") else set()
    return bool(roles & _LINKS) if roles else None
