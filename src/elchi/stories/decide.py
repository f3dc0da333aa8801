"""What two articles are to each other, decided from how alike they are, with reasons that a person can read.

In one language the words decide: runs of words in common make a copy or an excerpt. Across languages a logistic score
decides: names, numbers and sounds in common that stand in the same order make a translation. What is neither may tell
the same happening: then titles and first sentences name the same people, places and figures, on the same day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from elchi.model.story import Relation
from elchi.packs import data_folder, load_catalogue, read_table
from elchi.stories.fingerprint import Fingerprint
from elchi.stories.likeness import Likeness

# Days between two tellings of one happening; a later one is a follow-up.
SAME_TIME = 1
# Days within which something can be a follow-up; what is further apart has only its topic in common.
_WHILE = 30
# Logits are cut at this: a pair can be sure, not surer than all others of a story together.
_SUREST = 5.0
_MOST_REASONS = 6
# An address that names a page, not the front of a site or a section of it.
_PAGE = regex.compile(r"[^/]/(?:[^/]+/)*[^/]*(?:\d{4}|-[^/]*-)")
_SOFTENER = 0.1  # keeps the logarithm of a share of nought finite


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a pair: `report` and `story` are logits that both are one report, and one story."""

    relation: Relation
    score: float
    report: float
    story: float
    why: tuple[str, ...]


@cache
def parameters() -> dict[tuple[str, str], float]:
    """Return the weights and thresholds of `data/decision/stories.tsv`, by relation and feature."""
    rows = read_table(data_folder().joinpath("decision"), "stories.tsv", "relation feature value")
    return {(row.cells[0], row.cells[1]): float(row.cells[2]) for row in rows}


def features(like: Likeness) -> dict[str, float]:
    """Return what the score of a translation is made of."""
    return {
        "names_in_order": math.log(_SOFTENER + like.names_in_order),
        "sounds_in_order": math.log(_SOFTENER + like.sounds_in_order),
        "order": like.order,
        "evidence": math.log1p(like.evidence),
        "balance": like.balance,
    }


def decide(one: Fingerprint, other: Fingerprint, like: Likeness) -> Verdict:
    """Return what two articles are to each other."""
    apart = _days_apart(one, other)
    report, relation = _report(one, other, like, apart)
    if report > 0:
        return Verdict(relation, chance(report), report, report, _reasons(one, other, like, relation))
    happening, needed = like.names + like.lead, _needed(apart)
    dated = apart is not None and apart <= SAME_TIME
    told = parameters()["independent", "slope"] * (happening - needed)
    relation = _happening(like, happening - needed, apart)
    story = told if dated and like.evidence >= parameters()["independent", "evidence"] else -_SUREST
    if like.words or not dated:
        story = max(story, report)  # a copy or translation in doubt: the others of its report may settle it
    slack = (
        abs(happening - _threshold(relation)) if relation is Relation.UNRELATED else happening - _threshold(relation)
    )
    score = chance(parameters()["independent", "slope"] * slack)
    return Verdict(relation, score, report, _cut(story), _reasons(one, other, like, relation))


def _needed(apart: int | None) -> float:
    """Return what names and leads of two tellings of one happening have in common at least; more on another day."""
    values = parameters()
    return values["independent", "threshold"] + values["independent", "day"] * min(apart or 0, SAME_TIME)


def _happening(like: Likeness, over: float, apart: int | None) -> Relation:
    """Return what two texts of their own are to each other. Without days, tellings and follow-ups look alike."""
    values = parameters()
    happening = like.names + like.lead
    if over > 0 and apart is not None and apart <= SAME_TIME and like.evidence >= values["independent", "evidence"]:
        return Relation.INDEPENDENT
    enough = values["undated" if apart is None else "independent", "evidence"]
    near = apart is None or apart <= _WHILE
    if near and happening > values["followup", "threshold"] and like.evidence >= enough:
        return Relation.FOLLOWUP
    return Relation.TOPIC if happening > values["topic", "threshold"] else Relation.UNRELATED


def _cut(logit: float) -> float:
    return max(-_SUREST, min(_SUREST, logit))


def _threshold(relation: Relation) -> float:
    """Return what names and leads must have in common for a relation that the words do not settle."""
    known = {Relation.INDEPENDENT: "independent", Relation.FOLLOWUP: "followup"}.get(relation, "topic")
    return parameters()[known, "threshold"]


def _report(one: Fingerprint, other: Fingerprint, like: Likeness, apart: int | None) -> tuple[float, Relation]:
    """Return the logit that two articles are one report, and which relation that would be."""
    values = parameters()
    if one.digest == other.digest:
        return _SUREST, Relation.COPY
    if one.language == other.language:
        slope, threshold = values["copy", "slope"], values["copy", "words"]
        logit = slope * (like.words - threshold)
        # Days later, under a new title and first sentence, the old words are the background of something new.
        if apart is not None and apart > SAME_TIME and like.lead < values["copy", "lead"]:
            logit = min(logit, -1.0)
        part = like.words_of_longer < values["excerpt", "part"] * like.words
        return _cut(logit), Relation.EXCERPT if part else Relation.COPY
    logit = values["translation", "bias"] + sum(
        values["translation", name] * value for name, value in features(like).items()
    )
    if same_address(one, other):
        logit += values["translation", "address"]
    # Outlets that publish on known days mostly tell in their own words: only much in common shows a translation.
    if apart is not None and one.source and other.source and one.source != other.source:
        logit -= values["translation", "outlets"]
        if like.evidence < values["translation", "outlets_evidence"] and not same_address(one, other):
            logit = min(logit, -1.0)
    return _cut(logit), Relation.TRANSLATION


def same_address(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two articles stood at one address, one names the other's, or both name one page of a site."""
    if one.url and one.url == other.url:
        return True
    if one.url in other.links or other.url in one.links:
        return True
    return any(_PAGE.search(link) for link in set(one.links) & set(other.links))


def _days_apart(one: Fingerprint, other: Fingerprint) -> int | None:
    return abs(one.day - other.day) if one.day is not None and other.day is not None else None


def chance(logit: float) -> float:
    """Return a logit as a number from 0 to 1."""
    return 1 / (1 + math.exp(-logit))


def _reasons(one: Fingerprint, other: Fingerprint, like: Likeness, relation: Relation) -> tuple[str, ...]:
    """Return in words what speaks for a relation: what is shared, how much of it, in which order, on which days."""
    told: list[str] = []
    if relation is Relation.UNRELATED:
        return ()
    if like.words >= 0.05:
        told.append(f"{like.words:.0%} of the shorter text's word runs stand in the other")
    if relation is not Relation.COPY or not told:
        told.append(f"names and numbers {like.names:.0%} alike, {like.order:.0%} of what is shared in the same order")
    if relation in {Relation.INDEPENDENT, Relation.FOLLOWUP, Relation.TOPIC}:
        told.append(f"titles and first sentences {like.lead:.0%} alike")
    telling = sorted(like.shared, key=lambda item: item[0][0] == "s")[:_MOST_REASONS]
    shown = [f"{shown_anchor(key)} ({weight:.1f})" for key, weight in telling]
    if shown and relation is not Relation.TOPIC:
        told.append(f"shared: {', '.join(shown)}")
    if same_address(one, other):
        told.append("both stand at, or name, one address")
    days = _days_apart(one, other)
    if days is not None:
        told.append(
            "published on the same day" if days == 0 else f"published {days} {'day' if days == 1 else 'days'} apart"
        )
    return tuple(told)


def shown_anchor(key: str) -> str:
    """Return an anchor as a person reads it: the label of an entity, a number, a sound in slashes."""
    kind, _, value = key.partition(":")
    if kind == "n":
        return value
    if kind == "s":
        return f"/{value}/"
    family, _, number = value.partition(":")
    if family == "month" and number:
        return date(2000, int(number), 1).strftime("%B")
    if family == "day" and number:
        return date(2024, 1, 1 + int(number)).strftime("%A")
    known = load_catalogue().entities.get(number or value)
    return known.label if known else (number or value).replace("-", " ").title() if number else value
