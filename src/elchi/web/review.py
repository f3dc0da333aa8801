"""The pages of reviewing: the queue of what is in doubt, and the log of what was judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import BeforeValidator, Field

from elchi import query
from elchi.export.claim_words import claim_in_words, marks_of_claim
from elchi.model import Article, Claim
from elchi.query import Doubtful, JudgementLog, ReviewAnswer, ReviewFilters, Sentence
from elchi.query.answers import Backing
from elchi.query.sources import Sources
from elchi.record import StoredJudgement
from elchi.web import entries
from elchi.web.ask import Asking
from elchi.web.context import context_of
from elchi.web.evidence import Piece
from elchi.web.exports import ClaimsExporter, RowsExporter
from elchi.web.page import Page
from elchi.web.parameters import Done, Most, Offset, Party
from elchi.web.part import part_of
from elchi.web.settings import Setting, settings_shown

AT_ONCE = 20
_LIMIT = 50
"""As many as `elchi review` prints."""
_TELLINGS = 3
_VERDICTS = frozenset({"confirm_claim", "reject_claim", "correct_claim"})
_EMPTY = BeforeValidator(lambda value: None if value == "" else value)
_Share = Annotated[Annotated[float, Field(ge=0, le=1)] | None, _EMPTY]
_Word = Annotated[Annotated[str, Field(max_length=60, pattern=r"^\w+$")] | None, _EMPTY]
_Id = Annotated[Annotated[str, Field(min_length=4, max_length=40, pattern="^[0-9a-f]+$")] | None, _EMPTY]
Kind = Annotated[
    Literal["event", "statement", "conflict"] | None, _EMPTY, Query(description="Claims of this kind, or conflicts.")
]
Type = Annotated[_Word, Query(description="Claims of this type.")]
Least = Annotated[_Share, Query(description="Claims of so much confidence.")]
MostSure = Annotated[_Share, Query(description="Claims of no more confidence.")]
OneClaim = Annotated[_Id, Query(description="This claim alone, judged or not.")]


@dataclass(frozen=True, slots=True)
class Logged:
    """A judgement as the log draws it.

    Attributes:
        words: what it is about, in words; "" where that is another judgement.
        claims: ids of the claims that it is about.
        fields: the fields that it sets.
        undone_by: the judgement that took it back, where one stands.
    """

    judgement: StoredJudgement
    words: str
    claims: tuple[str, ...]
    fields: tuple[str, ...]
    undone_by: StoredJudgement | None


@dataclass(frozen=True, slots=True)
class ClaimInDoubt:
    """A claim of the queue as its page draws it.

    Attributes:
        context: its sentence in the article, the words that it rests on marked.
        tellings: sentences of other claims that tell the same; `hidden` how many further ones there are.
        settings: what may be mended.
        judged: the judgement that stands, where it was judged.
    """

    one: Doubtful
    words: str
    marks: tuple[str, ...]
    context: tuple[Piece, ...]
    tellings: tuple[Sentence, ...]
    hidden: int
    settings: tuple[Setting, ...]
    judged: StoredJudgement | None


def review(  # noqa: PLR0913 - one argument a filter
    asking: Asking, *, kind: Kind = None, type: Type = None, least: Least = None,  # noqa: A002 - a claim's word
    most: MostSure = None, a: Party = "", b: Party = "", claim: OneClaim = None, limit: Most = None,
    offset: Offset = 0, done: Done = None,  # noqa: ARG001 - drawn, not asked
) -> ReviewAnswer:  # fmt: skip
    """Return what is left to judge, as `elchi review` does."""
    filters = ReviewFilters(kind, type, least, most, (a, b) if a and b else None, claim)
    return query.review(asking.record, asking.names, filters=filters, limit=limit or _LIMIT, offset=offset)


def log(asking: Asking, *, done: Done = None) -> JudgementLog:  # noqa: ARG001 - drawn, not asked
    """Return every judgement, as `elchi review log` does."""
    return query.judgement_log(asking.record)


def done_shown(asking: Asking, number: int | None) -> Logged | None:
    """Return the judgement of which a page tells that it was just made."""
    found = [one for one in asking.record.judgements() if one.number == number] if number else []
    return next(_logged(asking, found, {}), None)


def _review(
    answer: ReviewAnswer, asking: Asking, _page: int, limit: int | None = None, offset: int = 0,
    done: int | None = None,
) -> Mapping[str, Any]:  # fmt: skip
    limit, filters = limit or AT_ONCE, answer.filters
    sources = Sources.of(asking.record, [one.conflict for one in answer.conflicts], asking.names)
    entity = asking.names.entities
    pairs = [
        (key.split("|"), [entity[id_].label if id_ in entity else id_ for id_ in key.split("|")], count)
        for key, count in answer.facets["pair"]
    ]
    told = [entity[id_].label if id_ in entity else id_ for id_ in filters.pair or ()]
    return {
        "answer": answer, "filters": filters, "told": told, "pairs": pairs, "seen": asking.record.latest_judgement(),
        "conflicts": [entries.of_conflict(sources.conflict(one.conflict)) for one in answer.conflicts],
        "claims": list(_in_doubt(answer.doubtful, asking)), "done": done_shown(asking, done), "limit": limit,
        "earlier": max(0, offset - limit) if offset else None,
        "later": offset + limit if max(answer.total, answer.open) > offset + limit else None,
    }  # fmt: skip


def _in_doubt(found: Sequence[Doubtful], asking: Asking) -> Iterator[ClaimInDoubt]:
    told = asking.record.claims_with_ids({id_ for one in found for id_ in one.tellings[:_TELLINGS]})
    articles: dict[str, Article | None] = {}
    judged = asking.record.judgements(_VERDICTS) if any(one.verdict for one in found) else []
    for one in found:
        claim = one.claim
        if claim.document not in articles:
            stored = asking.record.article(claim.document)
            articles[claim.document] = stored.article if stored else None
        others = Backing.of([told[id_].claim for id_ in one.tellings[:_TELLINGS] if id_ in told]).evidence
        verdict = [j for j in judged if j.about["claim"] == claim.claim and not j.reversed] if one.verdict else []
        yield ClaimInDoubt(
            one, claim_in_words(claim, asking.names), tuple(marks_of_claim(claim)),
            tuple(context_of(claim, articles[claim.document])), others, len(one.tellings) - _TELLINGS,
            tuple(settings_shown(claim)), verdict[-1] if verdict else None,
        )  # fmt: skip


def _log(answer: JudgementLog, asking: Asking, page: int, done: int | None = None) -> Mapping[str, Any]:
    part = part_of(answer.judgements[::-1], page)
    back = {one.reverses or 0: one for one in answer.judgements if one.reverses and not one.reversed}
    return {
        "part": part, "log": list(_logged(asking, part.items, back)), "done": done_shown(asking, done),
        "standing": sum(not one.reversed for one in answer.judgements),
    }  # fmt: skip


def _logged(
    asking: Asking, found: Sequence[StoredJudgement], back: Mapping[int, StoredJudgement]
) -> Iterator[Logged]:  # fmt: skip
    claims = {j.number: tuple(str(j.about[n]) for n in ("claim", "first", "second") if n in j.about) for j in found}
    claims = {number: ids for number, ids in claims.items() if all(_is_id(id_) for id_ in ids)}
    known = asking.record.claims_with_ids({id_ for ids in claims.values() for id_ in ids})
    conflicts = {
        c.id: c.about for c in asking.record.conflicts_with_ids([str(j.about.get("conflict", "")) for j in found])
    }
    for one in found:
        here = tuple(id_ for id_ in claims.get(one.number, ()) if id_ in known)
        words = [_in_words(known[id_].claim, asking) for id_ in here]
        conflict = str(one.about.get("conflict", ""))
        rest = [conflicts.get(conflict, conflict)] if conflict else []
        names = [str(one.about[n]) for n in ("first", "second") if n in one.about and not here]
        fields = tuple(sorted(map(str, one.about.get("set", ()))))
        yield Logged(one, " · ".join([*words, *rest, *names]), here, fields, back.get(one.number))


def _is_id(text: str) -> bool:
    return len(text) >= 8 and all(letter in "0123456789abcdef" for letter in text)


def _in_words(claim: Claim, asking: Asking) -> str:
    return claim_in_words(claim, asking.names)


REVIEW_PAGES = (
    Page("/review", review, _review, "review.html", "review", "What is left for people to judge.", AT_ONCE,
         ClaimsExporter()),
    Page(
        "/review/log", log, _log, "log.html", "judgements", "Every judgement: who, when, what, why, taken back or not.",
        None, RowsExporter(),
    ),
)  # fmt: skip
