"""What stands beside a person's name and belongs to it: the title after it, set off by commas or in brackets."""

from __future__ import annotations

from dataclasses import replace

from elchi.mentions.titles import title_at
from elchi.model.mention import PartyKind, PartyMention
from elchi.sentence import Scan

_CLOSING = {"(": ")", ",": ",", "–": "–", "—": "—"}
_ENDS = ".;:।–—-"
_QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”"}
_LONGEST_NICKNAME = 2


def with_title_after(scan: Scan, person: PartyMention, title: PartyMention) -> PartyMention | None:
    """Return the person with the title that follows in apposition, or None where it is a party of its own.

    "X, विदेश मंत्री, ने" and "X (विदेश मंत्री)" are one person each; in "X, विदेश मंत्री और Y" there are three.
    """
    if person.kind is not PartyKind.PERSON or person.office or person.marked or title.kind is not PartyKind.TITLE:
        return None
    opening = person.after
    if group_start(scan, title) != opening + 1 or not scan.is_sign(opening) or "plural" in title.modifiers:
        return None
    closing = _CLOSING.get(scan.tokens[opening].key)
    if closing is None or not _closes(scan, title, closing) or title_at(scan, title.after + 1) is not None:
        return None
    owner = title.owner or person.owner
    end = scan.tokens[title.after].end if closing == ")" else title.end
    after = min(title.after + 1, scan.length)
    return replace(person, after=after, end=end, owner=owner, office=title.office, modifiers=title.modifiers)


def _closes(scan: Scan, title: PartyMention, closing: str) -> bool:
    """Whether a title after a name ends as what began there does: a comma at the sentence's end as well, or a dash."""
    if scan.is_sign(title.after, closing):
        return True
    owned = bool(title.owner) and not title.marked and closing != ")"
    return owned and (title.after >= scan.length or scan.is_sign(title.after, _ENDS))


def with_name_after(scan: Scan, title: PartyMention, person: PartyMention) -> PartyMention | None:
    """Return the official whose name follows the title in brackets or between commas, or None where there are two."""
    if title.kind is not PartyKind.TITLE or title.marked or person.kind is not PartyKind.PERSON or person.office:
        return None
    opening = title.after
    closing = _CLOSING.get(scan.tokens[opening].key) if scan.is_sign(opening) else None
    if closing is None or not scan.is_sign(person.after, closing) or not _honorifics(scan, opening + 1, person.first):
        return None
    # Between commas, only a marker after the second one, or whose office it is, tells that no list goes on.
    one = scan.pack.capitals and bool(title.owner) and not person.names and "plural" not in title.modifiers
    if closing != ")" and not one and scan.marker(person.after + 1) is None:
        return None
    end = scan.tokens[person.after].end if closing == ")" else person.end
    return replace(
        person, first=title.first, start=title.start, after=person.after + 1, end=end, owner=title.owner,
        host=title.host, office=title.office, modifiers=title.modifiers,
    )  # fmt: skip


def group_start(scan: Scan, party: PartyMention) -> int:
    """Return where a party begins with the determiner before it (X, the prime minister, ...)."""
    return party.first - 1 if scan.has_class(party.first - 1, "determiner") else party.first


def _honorifics(scan: Scan, first: int, after: int) -> bool:
    """Whether only honorifics stand between two places."""
    while first < after:
        hit = scan.best(first, "modifier")
        if hit is None or hit.entry.value != "honorific":
            return False
        first = hit.after + (1 if scan.is_sign(hit.after, ".") else 0)
    return True


def past_nickname(scan: Scan, after: int) -> int:
    """Return the place after a nickname in quotation marks that follows a name: पुष्प कमल दहल 'प्रचंड'."""
    closing = _QUOTES.get(scan.tokens[after].key) if scan.is_sign(after) else None
    if closing is None or scan.tokens[after].glued:
        return after
    for place in range(after + 2, min(after + 2 + _LONGEST_NICKNAME, scan.length)):
        if scan.is_sign(place, closing):
            return place + 1 if all(not scan.is_verb(p) for p in range(after + 1, place)) else after
    return after
