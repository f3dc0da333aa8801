"""What happened and what holds, in English words: "Narendra Modi (IND) met Kassym-Jomart Tokayev (KAZ) in Astana"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from elchi.export.phrases import filled, phrase_of_statement, phrases_of_act, then_words, wording
from elchi.model import DateSpan, Precision
from elchi.packs import load_ontology_data
from elchi.query import Backing, ConflictSide, Occurrence, Party, Promise, Standing

WEAK_BELOW = 0.6
"""Confidence below which a reading is marked weak: its sentence should be read first."""
TREATY = "treaty"
_HOLDING = frozenset({"past", "ongoing"})
_BODIES = frozenset({"organisation", "group"})


def in_words(told: Occurrence) -> str:
    """Return an occurrence as an English clause: who, what, with or to whom, where."""
    phrases, refused = phrases_of_act(told.type, told.mode, told.frame)
    slots = _slots(told, gathering="{body}" in phrases["past"])
    variant = _variant(phrases, slots)
    past = phrases[f"past{variant}"]
    role = phrases.get("subject", "actor")
    slots["subject"] = slots[role] or slots["actor"]
    if role == "host" and slots["host"]:
        slots["recipient"] = slots["guests"]
    town = _town(told)
    if "{destination}" in past and town and not _persons(told.parties, "recipient"):
        slots["destination"] = ", ".join(filter(None, (town, slots["recipient"])))
        town = ""
    status = wording()["status"].get("refused" if refused else told.status)
    slots["plain"] = filled(phrases[f"plain{variant}"], slots)
    words = filled(status or f"{{subject}} {past}", slots)
    beside = [p.label for p in told.parties if p.role == "about" and p.subkind != TREATY]
    beside += [slots["about"]] if slots["about"] and "{about" not in past else []
    return " ".join(filter(None, (words, f"in {town}" if town else "", f"({', '.join(beside)})" if beside else "")))


def _variant(phrases: Mapping[str, str], slots: Mapping[str, str]) -> str:
    """Return which of an act's phrases tells it: its host alone is named, or a side alone."""
    if "past_host" in phrases and slots["host"] and slots["host"] == slots["actor"] and not slots["recipient"]:
        return "_host"
    return "_alone" if "past_alone" in phrases and not (slots["recipient"] or slots["body"]) else ""


def _slots(told: Occurrence, *, gathering: bool) -> dict[str, str]:
    """Return what the slots of an act's phrase hold."""
    body = [p for p in told.parties if gathering and p.role == "party" and p.kind in _BODIES]
    sides = [p for p in told.parties if p not in body]
    hosts = _named(sides, ("host",)) if gathering else []
    actors, others = _sides(sides)
    if body and not actors:
        actors, body = _named(body, None), []
    others = [name for name in others if name not in hosts]
    guests = [name for name in (*actors, *others) if name not in hosts]
    treaties = [_the(p.label) for p in told.parties if p.role == "about" and p.subkind == TREATY]
    instrument = str((told.instrument or {}).get("name", ""))
    envoys = _persons(told.parties, "recipient")
    doers = [p for p in told.parties if p.role in {"actor", "party"}]
    return {
        "actor": _listed(actors), "recipient": _listed(others), "destination": _listed(others),
        "envoy": _listed(others) if envoys or not others else f"an envoy of {_listed(others)}",
        "body": _listed([p.label for p in body]), "host": _listed(hosts), "guests": _listed(guests),
        "about": _listed(treaties) or (_the(instrument) if instrument else ""),
        "its": "its" if len(doers) == 1 and doers[0].kind != "person" else "the",
        "intends": "intend" if len(actors) > 1 else "intends",
    }  # fmt: skip


def _sides(parties: Sequence[Party]) -> tuple[list[str], list[str]]:
    """Return who acts and towards whom; of parties all alike, the first side and the others."""
    actors, others, alike = (_named(parties, (role,)) for role in ("actor", "recipient", "party"))
    if actors or others:
        return actors or alike, others or (alike if actors else [])
    equals = [p for p in parties if p.role == "party"] or [p for p in parties if p.role in {"host", "speaker"}]
    first = {p.state or p.entity for p in equals[:1]}
    one = [p for p in equals if (p.state or p.entity) in first]
    return _named(one, None), _named([p for p in equals if p not in one], None)


def _persons(parties: Sequence[Party], role: str) -> bool:
    return any(p.kind == "person" for p in parties if p.role == role)


def _town(told: Occurrence) -> str:
    """Return the place, unless it is a party that the clause names anyway."""
    place = told.place or {}
    named = {name for party in told.parties for name in (party.entity, party.label)}
    return "" if {place.get("entity"), place.get("label")} & named else str(place.get("label", ""))


def _the(name: str) -> str:
    return name if name.casefold().startswith("the ") else f"the {name}"


def standing_in_words(standing: Standing, *, titled: bool = False) -> str:
    """Return a standing as English words: what holds, its value and its time.

    Args:
        standing: what holds.
        titled: whether the page's title names both sides already, so that two alike need not be named again.
    """
    begin, end = standing.valid_from, _last_day(standing)
    over = standing.status == "past" or (standing.status in _HOLDING and not standing.now)
    roles = ("subject", "object", "founder")
    slots = {role: _listed(_named(standing.parties, (role,), states=False)) for role in roles}
    offices = sorted({party.office.replace("_", " ") for party in standing.parties if party.office})
    slots |= {
        "office": " and ".join(offices), "value": value_in_words(standing.value),
        "place": str((standing.place or {}).get("label", "")), "time": _time(begin, end, over=over),
        "moment": _moment(begin), "period": _period(begin, end),
        "deadline": f"by {span_in_words(end or begin)}" if end or begin else "",
    }  # fmt: skip
    status = "past" if over else standing.status
    words = filled(phrase_of_statement(standing.type, status, since=bool(begin and begin.start)), slots)
    if standing.also:
        words += f" (also said: {_listed(standing.also)})"
    if standing.successor is not None and over:
        words += f", then {_then(standing.successor)}"
    known = load_ontology_data().properties.get(standing.type)
    if known is not None and known.symmetric and not titled:
        words = f"{_listed(_named(standing.parties, None))}: {words}"
    return f"it is not so that {words}" if standing.status == "denied" else words


def _last_day(standing: Standing) -> DateSpan | None:
    """Return when a standing ended, as an article puts it: its last day, or when the next one began."""
    end = standing.valid_to
    exact = end is not None and end.precision is Precision.DAY and end.start is not None
    if end is None or end.start is None or not exact or standing.ended_by or standing.status not in _HOLDING:
        return end
    last, begin = end.start - timedelta(days=1), standing.valid_from
    return begin if begin is not None and begin.end == last else DateSpan.day(last)


def _then(successor: Standing) -> str:
    """Return what took the place of a standing: another standing, another value, another holder."""
    words = then_words(successor.type) or value_in_words(successor.value)
    return words or _listed(_named(successor.parties, ("subject",), states=False))


def _time(begin: DateSpan | None, end: DateSpan | None, *, over: bool) -> str:
    if begin is not None and begin == end:
        return f"in {span_in_words(begin)}" if over else f"over {span_in_words(begin)}"
    since = f"{'from' if over else 'since'} {span_in_words(begin)}" if begin else ""
    return " ".join(filter(None, (since, f"until {span_in_words(end)}" if end else "")))


def _moment(day: DateSpan | None) -> str:
    if day is None or day.start is None:
        return ""
    return f"{'on' if day.precision is Precision.DAY else 'in'} {span_in_words(day)}"


def _period(begin: DateSpan | None, end: DateSpan | None) -> str:
    """Return over what time; of two equal bounds one is told."""
    first = begin or end
    if first is None:
        return ""
    same = end is None or (end.start, end.end) == (first.start, first.end)
    return f"in {span_in_words(first)}" + ("" if same else f" to {span_in_words(end)}")


def promise_in_words(promise: Promise) -> str:
    """Return what was promised, in the words of the claim that tells most."""
    lead = promise.lead
    return in_words(lead) if isinstance(lead, Occurrence) else standing_in_words(lead)


def measure_in_words(measure: dict[str, Any]) -> str:
    """Return how a target stands: the figure it counts from, the latest one, and whether that reaches it."""
    base, latest, reached = measure.get("base"), measure.get("latest"), measure.get("reached")
    parts = [f"from {_figure(base)}" if base else "from no figure that is told"]
    if latest and latest != base:
        parts.append(f"latest {_figure(latest)}")
    parts.append("no later figure is told" if reached is None else "reached" if reached else "not reached yet")
    return "; ".join(parts)


def _figure(figure: dict[str, Any]) -> str:
    begin = DateSpan.from_json(figure["from"]) if figure.get("from") else None
    return " ".join(filter(None, (value_in_words(figure), _moment(begin))))


def side_in_words(side: ConflictSide) -> str:
    """Return what one side of a conflict says; a side that is no article names its source."""
    value = side.value if isinstance(side.value, dict) else {}
    listed = value.get("listed")
    words = side.label or value_in_words(value) or str(side.value)
    if isinstance(listed, list):
        words = f"{len(listed)} named: {', '.join(str(name) for name in listed)}"
    return f"{words} (by the {side.source})" if side.source else words


def marks_of(backing: Backing) -> list[str]:
    """Return the marks of a reading that should be read with care: weak, parties inferred."""
    weak = backing.confidence is not None and backing.confidence < WEAK_BELOW
    return ["weak"] * weak + ["parties inferred"] * backing.inferred


def ascribed(names: Sequence[str]) -> str:
    """Return to whom something is ascribed: "according to PTI"; "" without names."""
    return f"according to {_listed(names)}" if names else ""


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


def pair_in_words(names: Sequence[str]) -> str:
    """Return names as a list in words: Bangladesh and India."""
    return _listed(list(names))


def _named(parties: Sequence[Party], roles: Iterable[str] | None, *, states: bool = True) -> list[str]:
    """Return the names of the parties in `roles`; a state that a named person acts for stands in brackets."""
    inside = [p for p in parties if roles is None or p.role in roles]
    acting = {p.state for p in inside if p.kind == "person" and p.state}
    shown = [
        f"{p.label} ({p.state})" if states and p.kind == "person" and p.state else p.label
        for p in inside
        if not (p.kind == "state" and p.entity in acting)
    ]
    return list(dict.fromkeys(shown))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def value_in_words(value: dict[str, Any] | None) -> str:
    """Return a value of the claim format as words: 2.1 billion USD, 2 times today's, the name of a level."""
    if not value:
        return ""
    if "text" in value:
        return str(value["text"])
    if "factor" in value:
        return f"{value['factor']:g} times today's"
    amount, unit = value.get("amount"), str(value.get("unit", ""))
    if not isinstance(amount, int | float):
        return ""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if unit and abs(amount) >= size:
            return f"{amount / size:g} {word} {unit}"
    return f"{amount:,} {unit}".strip()
