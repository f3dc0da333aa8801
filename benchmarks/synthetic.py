"""Readings made up by a seeded recipe, shaped like those of real articles: of any number, and nobody's text.

Shapes are those of the claims that elchi reads from its sample corpus: kinds, types and statuses by their shares there,
two to four parties a claim, every third with a person who acts for a state, one sentence of evidence of some 100
characters, five claims an article. States are drawn by Zipf's law: a few dyads are busy and most are rare.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TypeVar

from elchi.model import (
    Article,
    Basis,
    Claim,
    ClaimKind,
    DateSpan,
    EntityKind,
    Evidence,
    Participant,
    Reason,
    Status,
)
from elchi.packs import load_catalogue
from elchi.record.clocks import known_from

Drawn = TypeVar("Drawn")
SEED = 20261122
METHOD = "synthetic@1"
CLAIMS_AN_ARTICLE = 5
_RECORDED = "2026-11-22T00:00:00.000000+00:00"
_FIRST, _DAYS = date(2012, 1, 1), 5000
_STATES = sorted(entity.id for entity in load_catalogue().entities.values() if entity.kind is EntityKind.STATE)
BODIES = ["SCO", "BRICS", "UN", "ASEAN", "SAARC", "BIMSTEC", "EU", "G20", "CSTO", "CIS", "NATO", "OIC"]
_LANGUAGES = (("hi", 45), ("bn", 35), ("en", 20))
_VOCABULARY = {
    "hi": [
        "भारत",
        "रूस",
        "चीन",
        "विदेश",
        "मंत्री",
        "प्रधानमंत्री",
        "ने",
        "के",
        "साथ",
        "बैठक",
        "में",
        "समझौते",
        "पर",
        "हस्ताक्षर",
        "किए",
        "और",
        "व्यापार",
        "बढ़ाने",
        "सहमति",
        "जताई",
        "दोनों",
        "देशों",
        "राष्ट्रपति",
        "यात्रा",
        "दौरान",
        "सीमा",
        "विवाद",
        "सहयोग",
        "ऊर्जा",
        "रक्षा",
        "परियोजना",
        "निवेश",
        "से",
        "कहा",
        "कि",
        "शांति",
        "वार्ता",
        "होगी",
        "सोमवार",
        "को",
    ],
    "bn": [
        "ভারত",
        "বাংলাদেশ",
        "চীন",
        "পররাষ্ট্রমন্ত্রী",
        "প্রধানমন্ত্রী",
        "সঙ্গে",
        "বৈঠকে",
        "চুক্তি",
        "স্বাক্ষর",
        "করেছেন",
        "এবং",
        "বাণিজ্য",
        "বাড়াতে",
        "সম্মত",
        "হয়েছেন",
        "দুই",
        "দেশের",
        "রাষ্ট্রপতি",
        "সফরে",
        "সীমান্ত",
        "বিরোধ",
        "সহযোগিতা",
        "জ্বালানি",
        "প্রতিরক্ষা",
        "প্রকল্পে",
        "বিনিয়োগ",
        "বলেন",
        "শান্তি",
        "আলোচনা",
        "হবে",
        "সোমবার",
    ],
    "en": [
        "India",
        "Russia",
        "China",
        "foreign",
        "minister",
        "prime",
        "with",
        "met",
        "signed",
        "agreement",
        "and",
        "trade",
        "agreed",
        "to",
        "increase",
        "both",
        "countries",
        "president",
        "visit",
        "during",
        "border",
        "dispute",
        "cooperation",
        "energy",
        "defence",
        "project",
        "investment",
        "said",
        "that",
        "peace",
        "talks",
        "held",
    ],
}
_EVENTS = (
    ("CONSULT", "meet", 30), ("CONSULT", "visit", 18), ("CONSULT", "call", 6), ("SUPPORT", "sign", 14),
    ("AGREE", "agree", 10),
    ("ACCUSE", "disapprove", 8), ("COOPERATE", "trade", 6), ("AID", "economic", 4), ("SANCTION", "discontinue", 4),
)  # fmt: skip
_STATEMENTS = (
    ("member_of", 3),
    ("partnership", 2),
    ("trade_volume", 3),
    ("holds_office", 8),
    ("diplomatic_relations", 1),
)
_STATUSES = ((Status.PAST, 70), (Status.ONGOING, 8), (Status.PLANNED, 12), (Status.INTENDED, 7), (Status.DENIED, 3))
_KINDS = ((ClaimKind.EVENT, 62), (ClaimKind.STATEMENT, 22), (ClaimKind.QUOTE, 16))


@dataclass(frozen=True, slots=True)
class Reading:
    """What `Record.add_batch` takes."""

    article: Article
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()


def readings(claims: int, seed: int = SEED) -> Iterator[Reading]:
    """Yield readings with `claims` claims in all, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(-(-claims // CLAIMS_AN_ARTICLE)):
        yield _reading(chance, number, min(CLAIMS_AN_ARTICLE, claims - number * CLAIMS_AN_ARTICLE))


def write_bundle(path: Path, claims: int, seed: int = SEED) -> None:
    """Write the readings of `readings` as the bundle of a record that they were added to, one after the other."""
    with path.open("wb") as out, TemporaryFile(dir=path.parent) as read, TemporaryFile(dir=path.parent) as claimed:
        files = {"bundle": out, "article": out, "reading": read, "claim": claimed}
        lines = number = 0
        out.write(_line({"bundle": 1}))
        for key, reading in enumerate(readings(claims, seed), start=1):
            rows = [{"article": _article_row(key, reading.article)}, {"reading": _reading_row(key, reading.article)}]
            since, inferred = known_from(reading.article.published, _RECORDED)
            for claim in {claim.claim: claim for claim in reading.claims}.values():
                number += 1
                told = json.loads(json.dumps(claim.to_json(), sort_keys=True))  # in the order of the record
                rows.append({"claim": {
                    "key": number, "reading": key, "article": key, "recorded_at": _RECORDED, "superseded_by": None,
                    "known_from": since, "known_to": "9999-12-31", "known_inferred": int(inferred), "claim": told,
                }})  # fmt: skip
            for row in rows:
                files[next(iter(row))].write(_line(row))
            lines += len(rows)
        for part in (read, claimed):
            part.seek(0)
            shutil.copyfileobj(part, out, 2**20)
        out.write(_line({"end": lines + 1}))


def _article_row(key: int, article: Article) -> dict[str, Any]:
    return {
        "key": key, "document": article.id, "sha256": article.sha256, "url": article.url, "source": article.source,
        "language": article.language, "published": article.published, "title": article.title, "text": article.text,
        "metadata": "{}", "revises": None, "recorded_at": _RECORDED,
    }  # fmt: skip


def _reading_row(key: int, article: Article) -> dict[str, Any]:
    return {
        "key": key, "article": key, "method": METHOD, "published": article.published or "", "notes": "[]",
        "recorded_at": _RECORDED,
    }  # fmt: skip


def _line(row: dict[str, Any]) -> bytes:
    return f"{json.dumps(row, ensure_ascii=False)}\n".encode()


def _reading(chance: random.Random, number: int, claims: int) -> Reading:
    language = _drawn(chance, _LANGUAGES)
    published = _FIRST + timedelta(days=chance.randrange(_DAYS))
    sentences = [_sentence(chance, language) for _ in range(claims + 2)]
    text = " ".join(sentences)
    article = Article(
        f"https://news.example/{number}", text, None, language, published.isoformat(), f"outlet {number % 40}"
    )  # fmt: skip
    sha256, start, made = article.sha256, 0, []
    for sentence in sentences[:claims]:
        made.append(_claim(chance, article, (start, sentence), sha256))
        start += len(sentence) + 1
    return Reading(article, tuple(made))


def _claim(chance: random.Random, article: Article, said: tuple[int, str], sha256: str) -> Claim:
    kind = _drawn(chance, _KINDS)
    start, sentence = said
    what, mode, status = "quote", "", Status.PAST
    if kind is ClaimKind.EVENT:
        what, mode = _drawn(chance, [((one, two), weight) for one, two, weight in _EVENTS])
        status = _drawn(chance, _STATUSES)
    elif kind is ClaimKind.STATEMENT:
        what, status = _drawn(chance, _STATEMENTS), Status.ONGOING
    day = date.fromisoformat(article.published or "") - timedelta(days=chance.randrange(10))
    span = DateSpan.day(day, sentence[:8]) if chance.random() < 0.7 else None
    return Claim(
        document=article.id, kind=kind, type=what, status=status, participants=_parties(chance, kind, start),
        evidence=(Evidence("text", start, start + len(sentence), sentence),), confidence=round(chance.random(), 3),
        reasons=tuple(Reason(rule, sentence[:12], 0.7) for rule in ("frame", "status", "party", "date", "type")),
        method=METHOD, published=article.published, source=article.source, text_sha256=sha256,
        language=article.language or "", mode=mode, plover=what if kind is ClaimKind.EVENT else "",
        date=span if kind is ClaimKind.EVENT else None, valid_from=span if kind is ClaimKind.STATEMENT else None,
    ).identified()  # fmt: skip


def _parties(chance: random.Random, kind: ClaimKind, start: int) -> tuple[Participant, ...]:
    states = _states(chance, 3 if chance.random() < 0.1 else 2)
    roles: tuple[str, ...] = ("subject", "object") if kind is ClaimKind.STATEMENT else ("actor", "recipient")
    if kind is ClaimKind.QUOTE:
        roles, states = ("speaker",), states[:1]
    found = [
        Participant(roles[min(n, len(roles) - 1)], state, "state", state.title(), Basis.NAMED, 0.9, (start, start + 5))
        for n, state in enumerate(states)
    ]
    if kind is ClaimKind.STATEMENT and chance.random() < 0.3:
        body = chance.choice(BODIES)
        found[-1] = Participant("object", body, "organisation", body, Basis.NAMED, 0.9, (start + 6, start + 9))
    if chance.random() < 0.35:
        person = f"person-{int(chance.paretovariate(1)) % 3000}"
        found.insert(0, Participant(roles[0], person, "person", person, Basis.NAMED, 0.8, (start, start + 12)))
    return tuple(found)


_CUMULATED = list(accumulate(1 / rank for rank in range(1, len(_STATES) + 1)))


def _states(chance: random.Random, number: int) -> list[str]:
    found: list[str] = []
    while len(found) < number:
        state = chance.choices(_STATES, cum_weights=_CUMULATED)[0]
        if state not in found:
            found.append(state)
    return found


def _sentence(chance: random.Random, language: str) -> str:
    words = [*chance.choices(_VOCABULARY[language], k=14), _rare(chance, language), str(chance.randrange(1, 3000))]
    return " ".join(words) + ("." if language == "en" else "।")


_LETTERS = {"hi": "कखगघचजटडतदनपबमयरलवसह", "bn": "কখগঘচজটডতদনপবমযরলসহ", "en": "abcdefghiklmnoprstuvw"}


def _rare(chance: random.Random, language: str) -> str:
    """Return a word that few sentences have, such as a name."""
    return "".join(chance.choices(_LETTERS[language], k=4))


def _drawn(chance: random.Random, weighted: Sequence[tuple[Drawn, int]]) -> Drawn:
    values, weights = [value for value, _ in weighted], [weight for _, weight in weighted]
    return chance.choices(values, weights=weights)[0]
