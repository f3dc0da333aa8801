"""Claims, articles and a small reader of our own, so that these tests need no language pack."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import regex

from elchi.errors import LanguageError
from elchi.model import (
    Article,
    Basis,
    Claim,
    ClaimKind,
    DateSpan,
    Entity,
    EntityKind,
    Evidence,
    OfficeTerm,
    Participant,
    Reason,
    Status,
)  # fmt: skip

METHOD = "elchi@test"
_MEETING = regex.compile(r"(\w{3}) met (\w{3}) on (\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class Reading:
    article: Article
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()


def party(entity, role="party", kind="state", mention=None, basis=Basis.NAMED, office=""):
    label = WORLD.entities[entity].label if entity in WORLD.entities else entity
    return Participant(role, entity, kind, label, basis, 1.0, mention, office=office)


def claim(  # noqa: PLR0913 - every one has its default
    *participants, document="d1", kind="event", type="CONSULT", mode="meet", status="past",  # noqa: A002
    day=None, text="A met B", start=0, **more,
):  # fmt: skip
    span = DateSpan.day(date.fromisoformat(day)) if day else None
    plain = {"plover": type} if kind == "event" else {}
    made = Claim(
        document=document, kind=ClaimKind(kind), type=type, status=Status(status), participants=tuple(participants),
        evidence=(Evidence("text", start, start + len(text), text),), confidence=0.9,
        mode=mode, method=METHOD,
        **({"language": "hi", "date": span, "reasons": (Reason("frame", "met", 1.0),)} | plain | more),
    )  # fmt: skip
    return made.identified()


def statement(type, *participants, **more):  # noqa: A002
    return claim(*participants, kind="statement", type=type, mode="", **({"status": "ongoing"} | more))


def reading(text="IND met KAZ on 2022-09-16", document="d1", claims=None, **about):
    article = Article(id=document, text=text, language="hi", **about)
    return Reading(article, tuple(claims)) if claims is not None else read_claims(article)


def read_claims(article, pause=0.0):
    """Read "IND met KAZ on 2022-09-16"; a text with `???` is in a language that nobody reads."""
    time.sleep(pause)
    if "???" in article.text:
        raise LanguageError("no language pack for 'xx'; elchi reads hi, bn")
    if "!!!" in article.text:
        raise ZeroDivisionError("a bug")
    claims = tuple(
        claim(
            party(found[1], mention=found.span(1)), party(found[2], mention=found.span(2)), document=article.id,
            day=found[3], text=found[0], start=found.start(), text_sha256=article.sha256,
            published=article.published, source=article.source,
        )
        for found in _MEETING.finditer(article.text)
    )  # fmt: skip
    return Reading(article, claims)


class World:
    """A catalogue of six, without groups of states."""

    members: ClassVar = {}

    def __init__(self):
        rows = [
            Entity("IND", "India", EntityKind.STATE, "IND"), Entity("KAZ", "Kazakhstan", EntityKind.STATE, "KAZ"),
            Entity("UZB", "Uzbekistan", EntityKind.STATE, "UZB"), Entity("SCO", "SCO", EntityKind.ORGANISATION),
            Entity("narendra-modi", "Narendra Modi", EntityKind.PERSON, "IND"),
            Entity("kassym-jomart-tokayev", "Kassym-Jomart Tokayev", EntityKind.PERSON, "KAZ"),
        ]  # fmt: skip
        self.entities = {row.id: row for row in rows}
        self.spellings = {
            "भारत": "IND",
            "कज़ाख़स्तान": "KAZ",
            "india": "IND",
            "kazakhstan": "KAZ",
            "modi": "narendra-modi",
        }
        self.names = []
        self.terms = [OfficeTerm("narendra-modi", "prime_minister", "IND", "2014-05-26", None)]

    def find(self, text):
        found = self.entities.get(text.upper()) or self.entities.get(self.spellings.get(text.lower(), text))
        return [found] if found else []


WORLD = World()
