"""What a person sets in a claim, checked and put into the shape of the claim format."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, date
from typing import Any

import regex

from elchi.errors import JudgementError
from elchi.model import Basis, Claim, ClaimKind, DateSpan, Entity, Participant, Precision, Status
from elchi.model.judged import corrected
from elchi.packs import Ontology

ROLES = frozenset({
    "party", "actor", "recipient", "host", "about", "subject", "object", "founder", "speaker", "addressee",
})  # fmt: skip
FIELDS = ("type", "mode", "status", "date", "valid.from", "valid.to", "value", "place", "participants", *sorted(ROLES))
_USUAL_ROLES = {
    ClaimKind.EVENT: ("actor", "recipient", "party"), ClaimKind.STATEMENT: ("subject", "object"),
    ClaimKind.QUOTE: ("speaker", "addressee"),
}  # fmt: skip
_DAY = regex.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
Find = Callable[[str], Entity | None]


def correction(claim: Claim, settings: Mapping[str, str], ontology: Ontology, find: Find) -> dict[str, Any]:
    """Return the fields of the claim format that `settings` change; None takes a field away.

    Args:
        claim: as it was read, or as corrected before.
        settings: words by field. A role such as `actor` takes names, apart by `;`, in the place of all that stand in
            it; `date`, `valid.from` and `valid.to` a year, month or day, or two apart by `/`; `value` and
            `participants` JSON; "" takes a field away.
        ontology: what types, modes and properties there are.
        find: whom a name means.

    Raises:
        JudgementError: a field is not known, its words make no sense, or nothing would change.
    """
    row: dict[str, Any] = claim.to_json()
    for field, words in settings.items():
        _set(row, claim, field, words.strip(), find)
    if claim.kind is ClaimKind.EVENT:
        row["plover"] = ontology.plover_root(row["type"], row["status"])
    _check(claim, row, ontology)
    before = claim.to_json()
    changed = {name: row.get(name) for name in (*row, *before) if row.get(name) != before.get(name)}
    if not changed:
        raise JudgementError(f"claim {claim.claim} says that already; nothing to correct")
    try:
        corrected(claim, changed)
    except (KeyError, TypeError, ValueError) as bad:
        raise JudgementError(f"not in the shape of the claim format: {bad!r}; see: elchi schema claim") from bad
    return changed


def _set(row: dict[str, Any], claim: Claim, field: str, words: str, find: Find) -> None:
    if field in {"type", "mode", "status"}:
        row[field] = words
        if not words:
            row.pop(field)
    elif field == "date":
        _put(row, "date", span_of(words).to_json() if words else None)
    elif field in {"valid.from", "valid.to"}:
        valid = dict(row.get("valid") or {})
        _put(valid, field.removeprefix("valid."), span_of(words).to_json() if words else None)
        _put(row, "valid", valid or None)
    elif field in {"value", "participants"}:
        _put(row, field, _json(field, words) if words else None)
    elif field == "place":
        _put(row, "place", _place(_entity(words, find)) if words else None)
    elif field in ROLES:
        row["participants"] = [p.to_json() for p in _in_role(claim, row, field, words, find)]
    else:
        raise JudgementError(f"no field {field!r}; there are {', '.join(FIELDS)}")


def settings_of(claim: Claim, name_of: Callable[[Participant], str]) -> dict[str, str]:
    """Return the fields that `correction` may set in a claim, in the words that it takes, as they stand now.

    Args:
        claim: as it is shown.
        name_of: a participant → a name that `find` takes for it.
    """
    told = {"type": claim.type}
    if claim.kind is ClaimKind.EVENT:
        told |= {"mode": claim.mode, "status": claim.status.value, "date": words_of_span(claim.date)}
    else:
        value = json.dumps(claim.value, ensure_ascii=False) if claim.value else ""
        told |= {
            "status": claim.status.value, "valid.from": words_of_span(claim.valid_from),
            "valid.to": words_of_span(claim.valid_to), "value": value,
        }  # fmt: skip
    roles = dict.fromkeys((*_USUAL_ROLES[claim.kind], *(p.role for p in claim.participants)))
    for role in roles:
        told[role] = "; ".join(dict.fromkeys(name_of(p) for p in claim.participants if p.role == role))
    return told | {"place": str((claim.place or {}).get("label", ""))}


def words_of_span(span: DateSpan | None) -> str:
    """Return days in the words that `span_of` takes; "" for none, and for those that nothing resolves."""
    if span is None or span.start is None or span.end is None:
        return ""
    first = span.start.isoformat()
    for words in (first[:4], first[:7], first):
        one = span_of(words)
        if (one.start, one.end) == (span.start, span.end):
            return words
    return f"{first}/{span.end.isoformat()}"


def span_of(words: str) -> DateSpan:
    """Return the days that an ISO year, month or day means, or two of them with `/` between.

    Raises:
        JudgementError: it is none of these.
    """
    first, _, last = words.partition("/")
    try:
        one = _span(first)
        if not last:
            return one
        other = _span(last)
    except ValueError as bad:
        raise JudgementError(f"{words!r} is no year, month or day such as 2024, 2024-08 or 2024-08-20") from bad
    if one.start is None or other.end is None or one.start > other.end:
        raise JudgementError(f"{words!r} ends before it begins")
    return DateSpan(one.start, other.end, max(one.precision, other.precision, key=_VAGUER.index))


_VAGUER = [Precision.DAY, Precision.MONTH, Precision.YEAR]


def _span(words: str) -> DateSpan:
    found = _DAY.fullmatch(words.strip())
    if found is None:
        raise ValueError(words)
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not 1 <= year <= MAXYEAR:
        raise ValueError(words)
    if month is None:
        return DateSpan.year(year)
    return DateSpan.month(year, month) if day is None else DateSpan.day(date(year, month, day))


def _put(row: dict[str, Any], name: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    if value is None:
        row.pop(name, None)
    else:
        row[name] = value


def _json(field: str, words: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        found = json.loads(words)
    except ValueError as bad:
        raise JudgementError(f"{field}: {words!r} is no JSON ({bad})") from bad
    if not isinstance(found, dict if field == "value" else list):
        raise JudgementError(f"{field}: expected an {'object' if field == 'value' else 'array'}, found {words!r}")
    return found


def _entity(name: str, find: Find) -> Entity:
    found = find(name.strip())
    if found is None:
        raise JudgementError(f"{name.strip()!r} names nobody whom the catalogue or the record knows")
    return found


def _place(entity: Entity) -> dict[str, Any]:
    return {"entity": entity.id, "label": entity.label, **({"country": entity.state} if entity.state else {})}


def _in_role(claim: Claim, row: dict[str, Any], role: str, words: str, find: Find) -> list[Participant]:
    """Return the participants with those whom `words` name in the place of all that stand in `role`."""
    before = [Participant.from_json(p) for p in row["participants"]]
    known = {p.entity: p for p in claim.participants if p.role == role}
    named = [_entity(name, find) for name in words.split(";") if name.strip()]
    new = [known.get(e.id) or Participant(role, e.id, e.kind.value, e.label, Basis.NAMED) for e in named]
    place = next((n for n, p in enumerate(before) if p.role == role), len(before))
    kept = [p for p in before if p.role != role]
    return [*kept[:place], *new, *kept[place:]]


def _check(claim: Claim, row: dict[str, Any], ontology: Ontology) -> None:
    """Raise where type, mode or status is none that a claim of this kind can have."""
    statuses = {status.value for status in Status}
    if row.get("status") not in statuses:
        raise JudgementError(f"{row.get('status')!r} is no status; there are {', '.join(sorted(statuses))}")
    if not row["participants"]:
        raise JudgementError("a claim has participants; reject it if it is about nobody")
    if claim.kind is ClaimKind.STATEMENT and row.get("type") not in ontology.properties:
        told = f"there are {', '.join(sorted(ontology.properties))}"
        raise JudgementError(f"{row.get('type')!r} is no property of a statement; {told}")
    if claim.kind is ClaimKind.EVENT:
        modes: dict[str, set[str]] = {}
        for frame in ontology.frames.values():
            modes.setdefault(frame.type, {""}).add(frame.mode)
        if row.get("type") not in modes:
            raise JudgementError(f"{row.get('type')!r} is no type of event; there are {', '.join(sorted(modes))}")
        if row.get("mode", "") not in modes[row["type"]]:
            there = ", ".join(sorted(modes[row["type"]] - {""}))
            raise JudgementError(f"{row['type']} has no mode {row['mode']!r}; there are {there}")
