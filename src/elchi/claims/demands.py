"""Demands without a word for demanding: what somebody says that another side should or must do is asked of it."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.claims.discourse import Actor
from elchi.claims.fill import Filled
from elchi.model import Status

_DOER = frozenset({"recipient", "agent", "subject"})
_FEATURE = "demand"
_REQUEST = (Status.PAST, "REQUEST", "change")


def demanded(act: Act, found: Sequence[Argument]) -> tuple[Actor, ...]:
    """Return of whom the speaker demands the act: who should do it, where that is not the speaker's own side."""
    scan, predicate = act.sentence.scan, act.predicate
    first = predicate.begin if scan.pack.head_initial else predicate.noun_after
    words = scan.tokens[first : predicate.after + 1]
    if not act.speaker or predicate.negated or not any(token.key in scan.pack.deontic for token in words):
        return ()
    own = {actor.id for actor in act.speaker}
    doers = (a for x in found if _DOER & set(x.roles) for a in x.actors)
    return tuple({a.id: a for a in doers if a.id not in own}.values())


def as_demand(act: Act, doers: Sequence[Actor], filled: Filled) -> tuple[Status, str, str]:
    """Make of an act what its speaker asks of those who should do it; return status, type and mode."""
    filled.party, filled.actor, filled.recipient = [], list(act.speaker), list(doers)
    filled.rules = [_FEATURE]
    return _REQUEST
