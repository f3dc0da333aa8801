"""What people decided, applied: claims left out and corrected, and which of them are one or are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elchi.model import Claim
from elchi.model.judged import Judged, Pair, corrected


def as_judged(claims: Iterable[Claim], judged: Judged) -> list[Claim]:
    """Return the claims that are not rejected, corrected where somebody did, each once, by id.

    A correction of the participants can move a claim to another block: ask `block_of` of what comes back.
    Applying the same decisions twice changes nothing more.

    Raises:
        KeyError, ValueError: a correction is not in the shape of the claim format.
    """
    kept = {c.claim: c for c in claims if c.claim not in judged.rejected}
    return [corrected(kept[claim], judged.corrected.get(claim)) for claim in sorted(kept)]


class Verdicts:
    """Which claims are one by decision, and which must not be."""

    def __init__(self, judged: Judged, claims: Sequence[Claim]) -> None:
        here = {c.claim for c in claims}
        self._apart: dict[str, set[str]] = {}
        for one, other in _among(judged.apart, here):
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._groups: dict[str, tuple[str, ...]] = {}
        for one, other in _among(judged.together, here):
            left, right = self.group(one), self.group(other)
            if left != right and not self.parted(left, right):
                joined = tuple(sorted({*left, *right}))
                self._groups |= dict.fromkeys(joined, joined)
        self.confirmed = judged.confirmed & here

    def group(self, claim: str) -> tuple[str, ...]:
        """Return the claims that are one with `claim` by decision, itself among them."""
        return self._groups.get(claim, (claim,))

    def alone(self, claim: str) -> bool:
        """Whether a decision names the claim, so that what it is part of must be weighed by itself."""
        return claim in self._apart or claim in self._groups

    def parted(self, some: Iterable[str], others: Sequence[str]) -> bool:
        """Whether any claim of `some` is not to be one with any of `others`."""
        if not self._apart:
            return False
        there = set(others)
        return any(self._apart[claim] & there for claim in some if claim in self._apart)


def _among(pairs: frozenset[Pair], here: set[str]) -> list[Pair]:
    ordered = {(min(pair), max(pair)) for pair in pairs}
    return sorted(pair for pair in ordered if pair[0] != pair[1] and here.issuperset(pair))
