"""What an act is about beside its parties: the agreement signed, promised or suspended, and the sum or number told."""

from __future__ import annotations

from elchi.claims.act import Act
from elchi.claims.discourse import Actor
from elchi.model import Status
from elchi.packs import Hit

_NAMED = frozenset({"treaty", "initiative"})
_LIES_AHEAD = frozenset({Status.PLANNED, Status.INTENDED, Status.HYPOTHETICAL})
_PROPOSED = "proposed"
# Words between a number and the agreements that it counts (five more agreements).
_COUNT_REACH = 2

Fields = dict[str, object]


def instrument_of(act: Act, about: list[Actor], status: Status) -> Fields | None:
    """Return the agreement or plan that an act is about, or None.

    Args:
        act: the act.
        about: the organisations, treaties and plans that its clause names.
        status: how the act is put: what lies ahead is proposed.

    Returns:
        `id`, `name` and `kind` of one that the catalogue knows, else its `kind` alone; `state` where the act says it.
    """
    kinds = act.context.ontology.instruments
    if act.frame.id not in kinds.states:
        return None
    named = next((a.side.entity for a in about if a.side.entity.subkind in _NAMED), None)
    cue = _cue(act)
    if named is None and cue is None:
        return None
    found: Fields = {"id": named.id, "name": named.label, "kind": named.subkind} if named is not None else {}
    if named is None and cue is not None:
        found["kind"] = cue.entry.value[1]
    state = kinds.states[act.frame.id]
    if state:
        found["state"] = _PROPOSED if status in _LIES_AHEAD else state
    return found


def value_of(act: Act, content: tuple[int, int]) -> Fields | None:
    """Return the sum of money that an act is about, or the number of its agreements; None where none is told.

    Args:
        act: the act.
        content: the tokens that it takes as content.
    """
    kinds = act.context.ontology.instruments
    if act.frame.id in kinds.money:
        told = [a for a in act.sentence.marked.amounts if a.currency and _within(a.first, act, content)]
        before = [a for a in told if a.first < act.predicate.after]
        nearest = before[-1] if before else next(iter(told), None)
        if nearest is not None:
            return {"amount": _whole(nearest.value), "unit": nearest.currency}
    cue = _cue(act) if act.frame.id in kinds.counted else None
    if cue is None:
        return None
    reach = range(cue.first - _COUNT_REACH, cue.first + 1)
    counts = (a for a in act.sentence.marked.amounts if a.kind == "cardinal" and not a.currency and a.after in reach)
    count = next((a for a in counts if all(_counted(act, place) for place in range(a.after, cue.first))), None)
    return {"amount": _whole(count.value)} if count is not None and count.value > 1 else None


def _within(place: int, act: Act, content: tuple[int, int]) -> bool:
    return act.bounds[0] <= place < act.bounds[1] or content[0] <= place < content[1]


def _cue(act: Act) -> Hit | None:
    """Return the longest word for an agreement before the verb of the act, the nearest of several."""
    scan, predicate = act.sentence.scan, act.predicate
    places = (p for p in scan.places("cue") if act.bounds[0] <= p < min(act.bounds[1], predicate.after))
    hits = [h for p in places for h in scan.of_kind_at(p, "cue") if h.entry.value[0] == "instrument"]
    return max(hits, key=lambda h: (h.after, h.after - h.first), default=None)


def _counted(act: Act, place: int) -> bool:
    """Whether a word may stand between a number and what it counts."""
    scan = act.sentence.scan
    return not scan.is_sign(place) and not scan.is_verb(place) and scan.marker(place) is None


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
