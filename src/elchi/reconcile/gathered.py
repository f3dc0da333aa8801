"""Where a body gathered: a place that is told in the same breath as a gathering in another country.

"India hosted the summit in 2023, which was held in Samarkand": the place may be that of the gathering just told, or of
another one that the sentence has in mind. A claim of the place does not know; so both are shown, as two readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elchi.model import Claim, ClaimKind
from elchi.model.facts import Fact
from elchi.model.record import ConflictKind
from elchi.packs.lifecycle import load_lifecycle_data
from elchi.reconcile.clashes import Clash, sides_of
from elchi.reconcile.days import days_of, in_words, meet
from elchi.reconcile.slots import Row
from elchi.reconcile.tellings import act_of

HELD_AT = "held_at"
BESIDE = frozenset({HELD_AT, "CONSULT"})
"""The types of claims that `hosts_told_beside` looks at."""
BREATH = 3
"""Signs between two clauses of one sentence: a comma, a space, a quotation mark."""
_STATES = frozenset({"past", "ongoing"})


def documents_of_places(claims: Iterable[Claim]) -> set[str]:
    """Return the documents in which claims tell a place of a gathering: what else they tell is to be looked at."""
    return {claim.document for claim in claims if claim.type == HELD_AT and (claim.place or {}).get("country")}


def hosts_told_beside(claims: Iterable[Claim]) -> Iterator[Fact]:
    """Yield who hosted the gathering that a place is told of in the same breath, for each such place.

    Args:
        claims: all claims of some articles: a gathering is resolved with its host, a place with its body.
    """
    gatherings: dict[tuple[str, str], list[Claim]] = {}
    places: list[Claim] = []
    kinds = load_lifecycle_data().one_act
    for claim in claims:
        if claim.kind is ClaimKind.STATEMENT and claim.type == HELD_AT and (claim.place or {}).get("country"):
            places.append(claim)
        elif claim.kind is ClaimKind.EVENT and act_of(claim) in kinds and _host(claim) and not claim.virtual:
            for body in {p.entity for p in claim.participants if p.kind == "organisation"}:
                gatherings.setdefault((claim.document, body), []).append(claim)
    for place in places:
        body = next((p.entity for p in place.participants if p.role == "subject"), "")
        for told in gatherings.get((place.document, body), ()):
            if told.status.value in _STATES and _in_one_breath(told, place, body):
                yield Fact(
                    place.document, body, HELD_AT, body, _host(told), valid_from=told.date, claims=(told.claim,),
                    of=place.claim,
                )  # fmt: skip


def _host(claim: Claim) -> str:
    return next((p.entity for p in claim.participants if p.role == "host" and p.kind == "state"), "")


def _in_one_breath(told: Claim, place: Claim, body: str) -> bool:
    """Whether a place is told of the body as a clause names it that tells a gathering, or right behind that clause."""
    meant = {p.mention for p in place.participants if p.entity == body and p.mention is not None}
    named = {p.mention for p in told.participants if p.entity == body and p.mention is not None}
    if meant & named:
        return True
    return any(
        one.field == other.field and one.start <= other.start <= one.end + BREATH
        for one in told.evidence for other in place.evidence
    )  # fmt: skip


def placed_elsewhere(rows: Sequence[Row], facts: Sequence[Fact]) -> Iterator[Clash]:
    """Yield the places that are told in one breath with a gathering that a state hosted which they are not in.

    Where another article tells the same place of another time, that explains it.
    """
    hosted: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.type == HELD_AT and fact.of:
            hosted.setdefault(fact.of, []).append(fact)
    for standing, held in rows:
        if standing.type != HELD_AT or standing.place is None:
            continue
        place, country = standing.place.get("entity"), standing.place.get("country")
        for one in held.statements:
            for fact in hosted.get(one.id, ()):
                when, told = days_of(fact.valid_from), one.time[0]
                if fact.object in {place, country} or (told and when and not meet(told, when)):
                    continue
                elsewhen = held.time[0] is not None and when is not None and not meet(held.time[0], when)
                why = f"{in_words(held.time[0])} is told of the same place" if elsewhen else ""
                sides = sides_of([(place, (one.id,)), (fact.object, fact.claims)])
                about = ", ".join(filter(None, (f"{HELD_AT} {fact.subject}", in_words(when) if when else "")))
                yield Clash(ConflictKind.READING, about, sides, why)
