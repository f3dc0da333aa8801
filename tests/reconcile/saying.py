"""Claims for tests of resolution, said in few words."""

from __future__ import annotations

from datetime import date
from itertools import count

from elchi.model import Basis, Claim, ClaimKind, DateSpan, Evidence, Participant, Precision, Status
from elchi.model.record import block_of
from elchi.reconcile import resolve_block

_numbers = count(1)
_KINDS = {
    **dict.fromkeys(["SCO", "BRICS", "UN"], "organisation"),
    **dict.fromkeys(["tokayev", "nazarbayev", "putin", "modi", "massimov", "hasina", "lavrov", "xi"], "person"),
    **dict.fromkeys(["SEA_TREATY", "RIVER_TREATY"], "organisation"),
}


def who(role, entity, office=""):
    """A participant; its kind goes by its name, a state where the name says nothing."""
    return Participant(role, entity, _KINDS.get(entity, "state"), entity, Basis.NAMED, office=office)


def when(text):
    """A date: `2023-11-09`, `2023-11`, `2023`, or two days with `..` between for days of which one is meant."""
    if text is None:
        return None
    if text == "?":
        return DateSpan.unresolved("some day")
    if ".." in text:
        first, last = text.split("..")
        return DateSpan.about(date.fromisoformat(first), date.fromisoformat(last))
    parts = [int(part) for part in text.split("-")]
    return (DateSpan.year, DateSpan.month, lambda *day: DateSpan.day(date(*day)))[len(parts) - 1](*parts)


def event(act, *people, on=None, status="past", document=None, **more):
    """An event claim: `event("CONSULT meet", "KAZ", "putin", on="2023-11-09")`; `KAZ>RUS` sets actor and recipient."""
    type_, _, mode = act.partition(" ")
    made = []
    for person in people:
        if ">" in person:
            made += [who(role, entity) for role, entity in zip(("actor", "recipient"), person.split(">"), strict=True)]
        elif ":" in person:
            made.append(who(*person.split(":")))
        else:
            made.append(who("party", person))
    return _claim(ClaimKind.EVENT, type_, status, made, document, mode=mode, date=when(on), **more)


def statement(  # noqa: PLR0913 - every one has its default
    type_, subject, target=None, *, since=None, until=None, status="ongoing", document=None, office="", **more
):
    """A statement claim: `statement("member_of", "IND", "SCO", since="2017")`."""
    people = [who("subject", subject, office), *([who("object", target)] if target else [])]
    people += [who("founder", state) for state in more.pop("founders", ())]
    words = more.pop("words", None)
    begun = when(since)
    if words is not None:
        begun = DateSpan(begun.start, begun.end, Precision.YEAR, words)
    return _claim(
        ClaimKind.STATEMENT, type_, status, people, document, valid_from=begun, valid_to=when(until), **more
    )  # fmt: skip


def trade(amount, year=None, document=None, unit="USD", **more):
    """What India and Kazakhstan traded, in a year."""
    value = {"amount": amount, "unit": unit}
    more = {"since": year, "until": year} | more
    return statement("trade_volume", "IND", "KAZ", value=value, document=document, **more)


def _claim(kind, type_, status, people, document, **more):
    number = next(_numbers)
    evidence = more.pop("evidence", (Evidence("text", number, number + 5, "words"),))
    return Claim(
        document=document or f"d{number}", kind=kind, type=type_, status=Status(status), participants=tuple(people),
        evidence=evidence, confidence=more.pop("confidence", 0.8), claim=f"c{number:04}", language="hi", **more,
    )  # fmt: skip


def resolve(*claims, **more):
    """What claims of one block come to."""
    (block,) = {block_of(claim) for claim in claims}
    return resolve_block(block, claims, **more)


def told(parts, *claims):
    """The groups that claims of a part were taken together in, each claim by its place among `claims`."""
    places = {claim.claim: place for place, claim in enumerate(claims)}
    return sorted(sorted(places[claim] for claim in part.claims) for part in parts)
