"""What happened, in English words: "Narendra Modi (IND) met Kassym-Jomart Tokayev (KAZ) in Astana"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from elchi.model import DateSpan, Precision
from elchi.query import Occurrence, Party, Standing

_VERBS: dict[tuple[str, str], tuple[str, str]] = {
    ("CONSULT", ""): ("consulted", "consult"),
    ("CONSULT", "meet"): ("met", "meet"),
    ("CONSULT", "call"): ("spoke by telephone with", "speak by telephone with"),
    ("CONSULT", "visit"): ("visited", "visit"),
    ("CONSULT", "summit"): ("held a summit with", "hold a summit with"),
    ("CONSULT", "multilateral"): ("conferred with", "confer with"),
    ("CONSULT", "mediate"): ("mediated with", "mediate with"),
    ("SUPPORT", ""): ("supported", "support"),
    ("SUPPORT", "sign"): ("signed an agreement with", "sign an agreement with"),
    ("SUPPORT", "ratify"): ("ratified an agreement with", "ratify an agreement with"),
    ("SUPPORT", "adopt"): ("adopted a document with", "adopt a document with"),
    ("SUPPORT", "endorse"): ("endorsed", "endorse"),
    ("SUPPORT", "praise"): ("praised", "praise"),
    ("SUPPORT", "welcome"): ("welcomed", "welcome"),
    ("SUPPORT", "congratulate"): ("congratulated", "congratulate"),
    ("SUPPORT", "thank"): ("thanked", "thank"),
    ("SUPPORT", "recognise"): ("recognised", "recognise"),
    ("SUPPORT", "condole"): ("condoled with", "condole with"),
    ("SUPPORT", "open_relations"): ("opened relations with", "open relations with"),
    ("COOPERATE", ""): ("cooperated with", "cooperate with"),
    ("COOPERATE", "inaugurate"): ("inaugurated a project with", "inaugurate a project with"),
    ("COOPERATE", "exercise"): ("held an exercise with", "hold an exercise with"),
    ("COOPERATE", "trade"): ("traded with", "trade with"),
    ("COOPERATE", "exchange"): ("held an exchange with", "hold an exchange with"),
    ("AGREE", ""): ("agreed with", "agree with"),
    ("AGREE", "invite"): ("invited", "invite"),
    ("AGREE", "pledge"): ("made a pledge to", "make a pledge to"),
    ("AGREE", "propose"): ("made a proposal to", "make a proposal to"),
    ("AID", ""): ("gave aid to", "give aid to"),
    ("AID", "military"): ("gave military aid to", "give military aid to"),
    ("AID", "economic"): ("gave economic aid to", "give economic aid to"),
    ("AID", "humanitarian"): ("gave humanitarian aid to", "give humanitarian aid to"),
    ("CONCEDE", ""): ("made a concession to", "make a concession to"),
    ("CONCEDE", "apologise"): ("apologised to", "apologise to"),
    ("CONCEDE", "ease"): ("eased measures against", "ease measures against"),
    ("RETREAT", ""): ("drew back from", "draw back from"),
    ("RETREAT", "ceasefire"): ("observed a ceasefire with", "observe a ceasefire with"),
    ("REQUEST", ""): ("made a request to", "make a request to"),
    ("REQUEST", "assist"): ("asked for help from", "ask for help from"),
    ("REQUEST", "meet"): ("asked to meet", "ask to meet"),
    ("ACCUSE", ""): ("accused", "accuse"),
    ("ACCUSE", "disapprove"): ("criticised", "criticise"),
    ("ACCUSE", "investigate"): ("investigated", "investigate"),
    ("ACCUSE", "summon"): ("summoned", "summon"),
    ("REJECT", ""): ("rejected a wish of", "reject a wish of"),
    ("THREATEN", ""): ("threatened", "threaten"),
    ("PROTEST", ""): ("protested against", "protest against"),
    ("SANCTION", ""): ("took measures against", "take measures against"),
    ("SANCTION", "expel"): ("expelled persons of", "expel persons of"),
    ("MOBILIZE", ""): ("mobilised against", "mobilise against"),
    ("COERCE", ""): ("coerced", "coerce"),
    ("ASSAULT", ""): ("attacked", "attack"),
}
_AHEAD = {"planned": "will", "intended": "intends to", "hypothetical": "might", "denied": "did not"}
_STANDINGS = {
    "diplomatic_relations": "diplomatic relations",
    "partnership": "partnership",
    "trade_volume": "trade",
    "trade_target": "trade target",
    "sister_cities": "sister cities",
    "largest_trading_partner_of": "is the largest trading partner of",
    "member_of": "is a member of",
    "observer_of": "is an observer of",
    "dialogue_partner_of": "is a dialogue partner of",
    "applies_to_join": "applies to join",
    "chairs": "chairs",
    "hosts": "hosts a summit of",
    "holds_office": "holds an office of",
    "founded": "founded",
    "member_count": "members",
    "capital_of": "is the capital of",
}
_OVER_A_PERIOD = "trade_volume"
_PAIRED = frozenset({"diplomatic_relations", "partnership", "trade_volume", "trade_target", "sister_cities"})


def in_words(told: Occurrence) -> str:
    """Return an occurrence as an English clause: who, what, with or to whom, where."""
    past, base = _VERBS.get((told.type, told.mode)) or _VERBS.get(
        (told.type, ""), (told.type.lower(), told.type.lower())
    )
    verb = f"{_AHEAD[told.status]} {base}" if told.status in _AHEAD else past
    doers, others = _sides(told.parties)
    if told.status == "intended" and len(doers) > 1:
        verb = f"intend to {base}"
    words = [_listed(doers) or "somebody", verb, _listed(others)]
    if not others:
        words[1] = verb.removesuffix(" with").removesuffix(" to")
    about = _listed(_named(told.parties, ("about",)))
    place = str((told.place or {}).get("label", ""))
    words += [f"about {about}" if about else "", f"in {place}" if place else "", _instrument(told.instrument)]
    return " ".join(filter(None, words))


def standing_in_words(standing: Standing) -> str:
    """Return a standing as English words: what holds, between whom where that is not plain, its value and time."""
    words = _STANDINGS.get(standing.type, standing.type.replace("_", " "))
    names = [party.label for party in standing.parties if party.role != "object"]
    objects = [party.label for party in standing.parties if party.role == "object"]
    if standing.type not in _PAIRED:
        offices = {party.office.replace("_", " ") for party in standing.parties if party.office}
        words = f"is {' and '.join(sorted(offices))} of" if offices else words
        words = " ".join(filter(None, (_listed(names), words, _listed(objects))))
    value = value_in_words(standing.value)
    since, until = _times(standing)
    place = str((standing.place or {}).get("label", ""))
    return " ".join(filter(None, (words + (":" if value else ""), value, f"in {place}" if place else "", since, until)))


def _times(standing: Standing) -> tuple[str, str]:
    """Return since when and until when; the period of an amount of trade is one time."""
    begin, end = standing.valid_from, standing.valid_to
    if standing.type == _OVER_A_PERIOD and begin:
        same = end is None or (end.start, end.end) == (begin.start, begin.end)
        return f"in {span_in_words(begin)}", "" if same else f"to {span_in_words(end)}"
    return f"since {span_in_words(begin)}" if begin else "", f"until {span_in_words(end)}" if end else ""


def span_in_words(span: DateSpan | None) -> str:
    """Return a date as exactly as it is known: 2024-08-20, 2024-08, 2024, about ..., or the article's own words."""
    if span is None:
        return "no date"
    if span.start is None or span.end is None:
        return f"“{span.text}”" if span.text else "no date"
    if span.precision is Precision.YEAR and span.start.year == span.end.year:
        return str(span.start.year)
    if span.precision is Precision.MONTH:
        return span.start.isoformat()[:7]
    days = span.start.isoformat() if span.start == span.end else f"{span.start.isoformat()} to {span.end.isoformat()}"
    return f"about {days}" if span.precision is Precision.APPROXIMATE else days


def speaker_in_words(parties: Sequence[Party]) -> str:
    """Return who speaks: each person with the state he or she acts for."""
    return _listed(_named(parties, None)) or "somebody"


def _sides(parties: Sequence[Party]) -> tuple[list[str], list[str]]:
    actors = _named(parties, ("actor",))
    others = _named(parties, ("recipient",))
    both = _named(parties, ("party",))
    if actors or others:
        return actors or both, others or (both if actors else [])
    if both:
        return both[:1], both[1:]
    rest = _named(parties, ("host", "speaker"))
    return rest[:1], rest[1:]


def _named(parties: Sequence[Party], roles: Iterable[str] | None) -> list[str]:
    """Return the names of the parties in `roles`; a state that a named person acts for stands in brackets."""
    inside = [p for p in parties if roles is None or p.role in roles]
    acting = {p.state for p in inside if p.kind == "person" and p.state}
    shown = [
        f"{p.label} ({p.state})" if p.kind == "person" and p.state else p.label
        for p in inside
        if not (p.kind == "state" and p.entity in acting)
    ]
    return list(dict.fromkeys(shown))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _instrument(instrument: dict[str, Any] | None) -> str:
    name = str((instrument or {}).get("name", ""))
    return f"({name})" if name else ""


def value_in_words(value: dict[str, Any] | None) -> str:
    """Return a value of the claim format as words: 2.1 billion USD, times 2, the name of a level."""
    if not value:
        return ""
    if "text" in value:
        return str(value["text"])
    if "factor" in value:
        return f"times {value['factor']:g}"
    amount, unit = value.get("amount"), str(value.get("unit", ""))
    if not isinstance(amount, int | float):
        return ""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if unit and abs(amount) >= size:
            return f"{amount / size:g} {word} {unit}"
    return f"{amount:,} {unit}".strip()
