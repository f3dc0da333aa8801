"""Indirect speech that runs on: "X said that ... . Y also supports ...": the second sentence tells X's words, too."""

from __future__ import annotations

from elchi.claims.chains import chain_at
from elchi.claims.context import Context, Sentence
from elchi.claims.discourse import Actor
from elchi.claims.speakers import speaker_of
from elchi.model import Status

# What is told of here and now, or of what is to come, in the words of somebody who speaks for his side.
_OPEN = frozenset({Status.ONGOING, Status.PLANNED, Status.INTENDED})


def still_speaking(acting: list[Actor], status: Status, context: Context) -> tuple[Actor, ...]:
    """Return whose words the sentences before reported, where an act of his own side goes on in them; else nobody."""
    sides = {actor.id for actor in acting}
    return context.held if status in _OPEN and any(actor.id in sides for actor in context.held) else ()


def held_after(sentence: Sentence, context: Context) -> tuple[Actor, ...]:
    """Return whose reported words may go on after a sentence: who says that ..., or who did before it."""
    said = [act for act in sentence.speech if _is_told(act.first, act.after, sentence)]
    for act in said:
        if act.content[1] == len(sentence.scan) and not sentence.is_quoted(act.first):
            return speaker_of(act, sentence, context)
    if said or sentence.quoted:
        return ()
    return context.held


def held_before(sentence: Sentence, last: Sentence | None, context: Context) -> tuple[Actor, ...]:
    """Return whose reported words may go on in a sentence; in a new paragraph about his side, in the present."""
    if last is None or sentence.passage.field != last.passage.field:
        return ()
    between = context.article.field_text(sentence.passage.field)[last.passage.end : sentence.passage.start]
    if "\n" not in between:
        return context.held
    named = {side.entity.id for party in sentence.parties for side in party.sides}
    return context.held if not named.isdisjoint(a.id for a in context.held) and not _tells_past(sentence) else ()


def _is_told(first: int, after: int, sentence: Sentence) -> bool:
    """Whether words of saying tell that somebody said something, not that somebody should."""
    verb = next((p for p in range(first, after) if sentence.scan.verb_forms(p)), None)
    return verb is None or chain_at(sentence.scan, verb).status in {"past", "ongoing"}


def _tells_past(sentence: Sentence) -> bool:
    scan = sentence.scan
    chains = (chain_at(scan, p) for p in range(len(scan)) if scan.verb_forms(p) and not scan.is_marker_here(p))
    return any(chain.finite == "y" and chain.status == "past" for chain in chains)
