"""Reference data that claims are held against: what a named source beside the articles says to hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from elchi.model.time import DateSpan


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a source that is no article.

    Attributes:
        source: the name that the conflict shows: `catalogue`.
        block: the block whose claims it is held against, as `block_of` gives it.
        type: the property: `member_of`, `holds_office`, `diplomatic_relations`.
        subject, object: entities; of a symmetric property in either order.
        office: of `holds_office`.
        valid_from: between which days it began; None where the source does not say.
        valid_to: between which days it ended, the first day on which it no longer held; None while it holds.
        claims: the claims of another block that say it, by id; the source is their article then.
        of: the claim that it bears on, by id, where it bears on that one alone.
    """

    source: str
    block: str
    type: str
    subject: str
    object: str = ""
    office: str = ""
    valid_from: DateSpan | None = None
    valid_to: DateSpan | None = None
    claims: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts by the block that they bear on.

    Attributes:
        persons: the persons whom the source of terms of office knows: of others it cannot say who they are.
        until: the day until which that source was kept; what has no end held until then.
    """

    by_block: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    until: date | None = None

    @classmethod
    def of(cls, facts: Iterable[Fact], persons: frozenset[str] = frozenset(), until: date | None = None) -> Facts:
        """Sort facts into their blocks."""
        rows: dict[str, list[Fact]] = {}
        for fact in facts:
            rows.setdefault(fact.block, []).append(fact)
        return cls({block: tuple(found) for block, found in rows.items()}, persons, until)

    def and_more(self, facts: Iterable[Fact]) -> Facts:
        """Return these and `facts`."""
        more = Facts.of(facts).by_block
        if not more:
            return self
        joined = {**self.by_block, **{block: (*self.on(block), *found) for block, found in more.items()}}
        return replace(self, by_block=joined)

    def on(self, block: str) -> tuple[Fact, ...]:
        """Return the facts that bear on a block."""
        return self.by_block.get(block, ())
