"""An act on its way to being read: a predicate, the frame it evokes, and the clause and words it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from elchi.claims.context import Context, Sentence
from elchi.claims.discourse import Actor
from elchi.claims.predicates import BARE, Predicate
from elchi.packs import Frame

# Shapes of acts that lead somewhere, so that a town means the state in which it lies.
_TRAVELS = frozenset({"visit", "receive"})


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class Act:
    """One reading of a predicate, before its parties are known.

    Attributes:
        bounds: the tokens of its clause.
        speaker: whose words the clause reports, or nobody.
    """

    predicate: Predicate
    frame: Frame
    sentence: Sentence
    context: Context
    bounds: tuple[int, int]
    speaker: tuple[Actor, ...]

    @property
    def reported(self) -> bool:
        """Whether the clause is reported speech, where `he` who acts is the speaker."""
        return bool(self.speaker) and not self.sentence.is_quoted(self.predicate.first)

    @property
    def somewhere(self) -> bool:
        """Whether a town stands for the state in which it lies: the act leads or happens there."""
        return self.frame.shape.id in _TRAVELS or bool(self.frame.actor) or "place" in self.frame.recipient

    @property
    def bare(self) -> bool:
        """Whether only a noun tells the act, so that who acts in the clause does something else."""
        return self.predicate.put == BARE

    def has_cue(self, kind: str) -> bool:
        """Whether a cue of `statements.tsv` stands in the clause."""
        scan = self.sentence.scan
        places = (place for place in scan.places("cue") if self.bounds[0] <= place < self.bounds[1])
        return any(h.entry.value[0] == kind for place in places for h in scan.of_kind_at(place, "cue"))

    def names_shared(self) -> bool:
        """Whether the clause names what two sides do together, a pact or a visit, beside the act itself."""
        scan, frames = self.sentence.scan, self.context.ontology.frames
        after = self.predicate.noun_after
        places = (p for p in scan.places("trigger") if self.bounds[0] <= p < self.bounds[1])
        hits = (h for p in places for h in scan.of_kind_at(p, "trigger") if h.after < after or h.first >= after)
        named = (h.entry.value.frame for h in hits if h.entry.value.nominal or h.entry.value.light)
        return any(f in frames and _is_shared(frames[f]) for f in named)


def _is_shared(frame: Frame) -> bool:
    return frame.shape.claims == "party" or frame.type == "CONSULT"
