"""What stands beside a person's name and belongs to it: the title after it, set off by commas or in brackets."""

from __future__ import annotations

from dataclasses import replace

from elchi.mentions.titles import title_at
from elchi.model.mention import PartyKind, PartyMention
from elchi.sentence import Scan

_CLOSING = {"(": ")", ",": ",", "–": "–", "—": "—"}
_QUOTES = {"'": "'", '"': '"', "‘": "’", "“": "”"}
_LONGEST_NICKNAME = 2


def with_title_after(scan: Scan, person: PartyMention, title: PartyMention) -> PartyMention | None:
    """Return the person with the title that follows in apposition, or None where it is a party of its own.

    "X, विदेश मंत्री, ने" and "X (विदेश मंत्री)" are one person each; in "X, विदेश मंत्री और Y" there are three.
    """
    if person.kind is not PartyKind.PERSON or person.office or person.marked or title.kind is not PartyKind.TITLE:
        return None
    opening = person.after
    if title.first != opening + 1 or not scan.is_sign(opening) or "plural" in title.modifiers:
        return None
    closing = _CLOSING.get(scan.tokens[opening].key)
    if closing is None or not scan.is_sign(title.after, closing) or title_at(scan, title.after + 1) is not None:
        return None
    owner = title.owner or person.owner
    end = scan.tokens[title.after].end if closing == ")" else title.end
    return replace(person, after=title.after + 1, end=end, owner=owner, office=title.office, modifiers=title.modifiers)


def past_nickname(scan: Scan, after: int) -> int:
    """Return the place after a nickname in quotation marks that follows a name: पुष्प कमल दहल 'प्रचंड'."""
    closing = _QUOTES.get(scan.tokens[after].key) if scan.is_sign(after) else None
    if closing is None or scan.tokens[after].glued:
        return after
    for place in range(after + 2, min(after + 2 + _LONGEST_NICKNAME, len(scan))):
        if scan.is_sign(place, closing):
            return place + 1 if all(not scan.is_verb(p) for p in range(after + 1, place)) else after
    return after
