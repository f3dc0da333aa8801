"""Occasions and owners: whose name stands beside an act without acting in it.

A body at whose summit something is done neither does it nor undergoes it; the first visit of any foreign leader is
nobody's who is named.
"""

from __future__ import annotations

from elchi.claims.act import Act
from elchi.claims.arguments import Argument
from elchi.model import EntityKind
from elchi.packs import Hit
from elchi.sentence import Scan

# Roles of the noun of an occasion: at, during, before, after the summit.
_CIRCUMSTANCES = frozenset({"place", "during", "before", "after"})
# Roles of whose occasion it is.
_OWNING = frozenset({"genitive", "adjective", ""})
# Shapes of acts whose nouns name an occasion.
_GATHERINGS = frozenset({"gathering", "symmetric"})
# Words between a body and the noun of its gathering (of the SCO's 22nd summit).
_REACH = 3


def owns_occasion(argument: Argument, act: Act) -> bool:
    """Whether an argument is a body whose gathering is only when or where the act is done (at the SCO summit)."""
    mention = argument.party.mention
    body = any(side.entity.kind is EntityKind.ORGANISATION for side in argument.party.sides)
    if not body or argument.behind or mention.role not in _OWNING or act.frame.shape.id == "gathering":
        return False
    scan = act.sentence.scan
    last = min(mention.after + _REACH, act.predicate.begin)
    nouns = (h for p in range(mention.after, last) for h in scan.of_kind_at(p, "trigger") if _gathers(h, act))
    return any(h.after <= act.predicate.begin and _role_of(h, scan) in _CIRCUMSTANCES for h in nouns)


def anybodys(act: Act) -> int | None:
    """Return the place of the word by which a visit is that of somebody or other (किसी विदेशी नेता की), or None."""
    if act.frame.shape.id != "visit":
        return None
    scan = act.sentence.scan
    return next((p for p in range(act.bounds[0], act.predicate.first) if scan.has_class(p, "indefinite")), None)


def owns_else(argument: Argument, act: Act) -> bool:
    """Whether a name in the genitive owns something else than a visit that is anybody's (in Modi's term).

    A name right before is that of whom somebody belongs to (of some official of India).
    """
    place, mention, scan = anybodys(act), argument.party.mention, act.sentence.scan
    if place is None or mention.role != "genitive" or mention.first > place:
        return False
    marker = scan.marker(mention.after)
    return place not in {mention.after, marker[0].after if marker is not None else mention.after}


def only_owns(act: Act) -> bool:
    """Whether the noun of an act only owns another, so that who acts is not told to be there (the summit's success)."""
    scan, predicate = act.sentence.scan, act.predicate
    nouns = scan.of_kind_at(predicate.first, "trigger")
    return any(_role_of(h, scan) == "genitive" for h in nouns if h.after == predicate.noun_after)


def _gathers(noun: Hit, act: Act) -> bool:
    frame = act.context.ontology.frames.get(noun.entry.value.frame)
    return frame is not None and frame.type == "CONSULT" and frame.shape.id in _GATHERINGS


def _role_of(noun: Hit, scan: Scan) -> str:
    """Return the role that the marker behind a noun, or its ending, gives it."""
    marker = scan.marker(noun.after, noun.role)
    return marker[1].role if marker is not None else noun.role
