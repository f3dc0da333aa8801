"""The part of a record that is resolved from its claims: what is to be resolved anew, writing it, and asking it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from elchi.model.record import Conflict, ConflictState, Occurrence, Promise, Resolved, Standing
from elchi.record import (
    asking,
    bodies,
    dealings,
    dirty,
    doubt,
    meeting_places,
    resolved_asking,
    resolving,
    sayings,
    seats,
    shown,
)
from elchi.record import resolved_schema as tables
from elchi.record.connected import Connected
from elchi.record.meeting_places import Held
from elchi.record.sayings import Saying
from elchi.record.seats import Seat
from elchi.record.shown import Shown
from elchi.record.stored import Dealings, InDoubt, StoredClaim, Support

_TABLES = {table.name: table for table in tables.THINGS}
MOST_BLOCKS = 200
"""Blocks of one batch: their claims are in memory together."""


class ResolvedRecord(Connected):
    """What blocks of claims come to. Days are ISO days; `before` is not included; lists are newest first."""

    def dirty_blocks(self, limit: int = MOST_BLOCKS) -> list[str]:
        """Return some blocks whose claims changed since they were resolved, by key; none when all is current."""
        with self._read() as connection:
            found = dirty.marked(connection, limit)
        self._stamps.update(found)
        return list(found)

    def claims_of_block(self, block: str, known: str | None = None) -> list[StoredClaim]:
        """Return the claims of a block, by id: the current ones, or those that were known on the ISO day `known`."""
        with self._read() as connection:
            return asking.claims_of_block(connection, block, known)

    def claims_of_blocks(self, blocks: Collection[str]) -> dict[str, list[StoredClaim]]:
        """Return the current claims of several blocks, by id, by the key of the block."""
        with self._read() as connection:
            return asking.claims_of_blocks(connection, blocks)

    def write_resolved(self, resolved: Mapping[str, Resolved]) -> None:
        """Write what blocks came to in the place of what they came to before, and take away their marks.

        A block whose claims changed after `dirty_blocks` gave it keeps its mark: it will be given again.
        """
        with self._write() as connection:
            resolving.write_resolved(connection, resolved)
            dirty.unmark(connection, {block: self._stamps.get(block) for block in resolved})
        for block in resolved:
            self._stamps.pop(block, None)

    def mark(self, blocks: Collection[str]) -> None:
        """Mark blocks to be worked out anew, by their keys."""
        with self._write() as connection:
            dirty.mark(connection, blocks)

    def mark_all_dirty(self) -> None:
        """Mark every block: all will be resolved anew."""
        with self._write() as connection:
            dirty.mark_all(connection)

    # --- of a dyad

    def occurrences_of_pair(
        self, key: str, *, limit: int | None = None, before: str | None = None, offset: int = 0
    ) -> list[Occurrence]:
        """Return the occurrences of a dyad (`pair_key`)."""
        with self._read() as connection:
            return resolved_asking.of_pair(
                connection, tables.occurrence, bodies.occurrence, key, limit=limit, before=before, offset=offset
            )

    def standings_of_pair(
        self, key: str, *, limit: int | None = None, offset: int = 0, on: str | None = None
    ) -> list[Standing]:
        """Return the standings of a dyad; with `on`, a day, only those that may have held on it."""
        with self._read() as connection:
            return resolved_asking.of_pair(
                connection, tables.standing, bodies.standing, key, limit=limit, offset=offset, on=on
            )

    def promises_of_pair(self, key: str, *, limit: int | None = None) -> list[Promise]:
        """Return the promises of a dyad."""
        with self._read() as connection:
            return resolved_asking.of_pair(connection, tables.promise, bodies.promise, key, limit=limit)

    def conflicts_of_pair(self, key: str, *, limit: int | None = None) -> list[Conflict]:
        """Return the conflicts among claims about a dyad, by id."""
        with self._read() as connection:
            return resolved_asking.of_pair(connection, tables.conflict, bodies.conflict, key, limit=limit)

    # --- of an entity

    def occurrences_of_entity(  # noqa: PLR0913 - one argument a filter
        self, entity: str, *, role: str | None = None, since: str | None = None, before: str | None = None,
        limit: int | None = None, offset: int = 0, types: Collection[str] = (), modes: Collection[str] = (),
    ) -> list[Occurrence]:  # fmt: skip
        """Return the occurrences in which an entity takes part, whoever it was read as; of some types and modes."""
        with self._read() as connection:
            return resolved_asking.of_entity(
                connection, tables.occurrence, bodies.occurrence, entity, role=role, since=since, before=before,
                limit=limit, offset=offset, types=types, modes=modes,
            )  # fmt: skip

    def standings_of_entity(
        self, entity: str, *, role: str | None = None, limit: int | None = None, offset: int = 0,
        on: str | None = None, types: Collection[str] = (),
    ) -> list[Standing]:  # fmt: skip
        """Return the standings in which an entity takes part, such as `role="subject"`.

        With `on`, a day, only those that may have held on it; with `types`, only those of these types.
        """
        with self._read() as connection:
            return resolved_asking.of_entity(
                connection, tables.standing, bodies.standing, entity, role=role, limit=limit, offset=offset, on=on,
                types=types,
            )  # fmt: skip

    def promises_of_entity(self, entity: str, *, limit: int | None = None) -> list[Promise]:
        """Return the promises in which an entity takes part."""
        with self._read() as connection:
            return resolved_asking.of_entity(connection, tables.promise, bodies.promise, entity, limit=limit)

    def conflicts_of_entity(self, entity: str, *, limit: int | None = None) -> list[Conflict]:
        """Return the conflicts among claims in which an entity takes part, by id."""
        with self._read() as connection:
            return resolved_asking.of_entity(connection, tables.conflict, bodies.conflict, entity, limit=limit)

    # --- of all

    def occurrences(
        self, *, since: str | None = None, before: str | None = None, limit: int | None = None, offset: int = 0
    ) -> list[Occurrence]:
        """Return the occurrences of a period."""
        with self._read() as connection:
            return resolved_asking.occurrences_between(connection, since, before, limit, offset)

    def latest(self, limit: int) -> list[Occurrence]:
        """Return the newest occurrences that are told as done or under way, none that only looks back."""
        with self._read() as connection:
            return resolved_asking.latest(connection, limit)

    def occurrences_with_ids(self, ids: Collection[str]) -> list[Occurrence]:
        """Return the occurrences that have these ids, by id."""
        with self._read() as connection:
            return resolved_asking.with_ids(connection, tables.occurrence, bodies.occurrence, ids)

    def occurrences_within(self, whole: str) -> list[Occurrence]:
        """Return the occurrences that are part of another, in the order of their days."""
        with self._read() as connection:
            return resolved_asking.occurrences_within(connection, whole)

    def occurrences_of_claims(self, claims: Collection[str]) -> dict[str, list[Occurrence]]:
        """Return the occurrences that claims tell, by the id of the claim."""
        with self._read() as connection:
            return resolved_asking.of_claims(connection, tables.occurrence, bodies.occurrence, claims)

    def standings_of_claims(self, claims: Collection[str]) -> dict[str, list[Standing]]:
        """Return the standings that rest on claims, by the id of the claim."""
        with self._read() as connection:
            return resolved_asking.of_claims(connection, tables.standing, bodies.standing, claims)

    def standings_with_ids(self, ids: Collection[str]) -> list[Standing]:
        """Return the standings that have these ids, by id."""
        with self._read() as connection:
            return resolved_asking.with_ids(connection, tables.standing, bodies.standing, ids)

    def seated_in(self, subject: str, types: Collection[str]) -> set[str]:
        """Return towards whom an entity has standings of some types: the organisations that it was ever in."""
        with self._read() as connection:
            return seats.objects_of(connection, subject, types)

    def seats(
        self, subject: str, objects: Collection[str], types: Collection[str], on: str | None = None
    ) -> list[Seat]:
        """Return what an entity is in some organisations, told as so and not over; on a day: what it may have been."""
        with self._read() as connection:
            return seats.seats_of(connection, subject, objects, types, on)

    def standings_of_slot(self, slot: str) -> list[Standing]:
        """Return the standings that hold one slot by turns, in the order of their days."""
        with self._read() as connection:
            return resolved_asking.standings_of_slot(connection, slot)

    def conflicts(
        self, state: ConflictState | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[Conflict]:
        """Return the conflicts of the record, by block and id."""
        with self._read() as connection:
            return resolved_asking.conflicts(connection, state, limit, offset)

    def conflicts_with_ids(self, ids: Collection[str]) -> list[Conflict]:
        """Return the conflicts that have these ids, by id."""
        with self._read() as connection:
            return resolved_asking.with_ids(connection, tables.conflict, bodies.conflict, ids)

    def conflicts_of_claims(self, claims: Collection[str]) -> dict[str, list[Conflict]]:
        """Return the conflicts that claims are sides of, by the id of the claim."""
        with self._read() as connection:
            return resolved_asking.of_claims(connection, tables.conflict, bodies.conflict, claims)

    def promises_of_claims(self, claims: Collection[str]) -> dict[str, list[Promise]]:
        """Return the promises that claims are steps of, by the id of the claim."""
        with self._read() as connection:
            return resolved_asking.of_claims(connection, tables.promise, bodies.promise, claims)

    def promises(
        self, *, due_before: str | None = None, open_only: bool = True, limit: int | None = None
    ) -> list[Promise]:
        """Return the promises of the record, those due first before those due later, those without a day last."""
        with self._read() as connection:
            return resolved_asking.promises(connection, due_before, limit, open_only=open_only)

    def promises_by_due(self, today: str, *, limit: int, overdue_only: bool = False) -> list[Promise]:
        """Return the first promises of the record: those overdue on an ISO day, due later, without a day, closed."""
        with self._read() as connection:
            return resolved_asking.promises_by_due(connection, today, limit, overdue_only=overdue_only)

    def claims_in_doubt(
        self, limit: int, *, kind: str | None = None, type: str | None = None,  # noqa: A002 - a claim's word
        least: float | None = None, most: float | None = None, pair: str | None = None,
    ) -> list[InDoubt]:  # fmt: skip
        """Return the current events and statements of least confidence, the least sure first.

        Args:
            limit: the most claims.
            kind: only `event` or `statement`.
            type: only of this type.
            least: the least confidence.
            most: the most confidence.
            pair: only those about a dyad (`pair_key`).
        """
        with self._read() as connection:
            return doubt.claims_in_doubt(connection, limit, doubt.Doubt(kind, type, least, most, pair))

    def pairs_of_claims(self, claims: Collection[str], limit: int) -> list[tuple[str, int]]:
        """Return the dyads of claims, given by their ids, with the number of these, the most frequent first."""
        with self._read() as connection:
            return doubt.pairs_of_claims(connection, claims, limit)

    def importance(self, claims: Collection[str]) -> dict[str, int]:
        """Return what rests on each claim: 1 for each occurrence or standing it alone tells, 2 for an open conflict."""
        with self._read() as connection:
            return doubt.importance(connection, claims)

    def sayings(self, ids: Collection[str]) -> dict[str, Saying]:
        """Return what the claims that have these ids say, by id: `claims_with_ids`, read no further than is asked."""
        with self._read() as connection:
            return sayings.sayings(connection, ids)

    def shown(self, kind: str, ids: Collection[str]) -> dict[str, Shown]:
        """Return what a page shows of the claims behind each thing of a kind: `occurrence` or `standing`."""
        with self._read() as connection:
            return shown.shown(connection, kind, ids)

    def support(self, kind: str, ids: Collection[str]) -> dict[str, Support]:
        """Return the reports and the articles behind each thing of a kind: `occurrence`, `standing` or `promise`."""
        with self._read() as connection:
            return resolved_asking.support(connection, _TABLES[kind], ids)

    def activity(
        self, *, since: str | None = None, before: str | None = None, limit: int = 100
    ) -> list[tuple[str, int]]:
        """Return the dyads of a period with their number of occurrences, the most active first."""
        with self._read() as connection:
            return resolved_asking.activity(connection, since, before, limit)

    def dealings(
        self, *, since: str | None = None, before: str | None = None, roots: Collection[str] = (),
        pairs: Collection[str] = (),
    ) -> dict[str, Dealings]:  # fmt: skip
        """Count occurrences by dyad (`pair_key`), PLOVER root and year; without what is denied or hypothetical.

        Args:
            since: the first ISO day.
            before: the first day after the period.
            roots: only these PLOVER roots; empty for all.
            pairs: only these dyads (`pair_key`); empty for all.
        """
        with self._read() as connection:
            return dealings.dealings(connection, since, before, roots, pairs)

    def meetings(self, held: Held, *, limit: int | None = None, offset: int = 0) -> list[Occurrence]:
        """Return meetings at which parties were in one place, newest first."""
        with self._read() as connection:
            return meeting_places.meetings(connection, held, limit, offset)

    def meetings_by_year(self, held: Held) -> list[tuple[str, str, int]]:
        """Count meetings by place ("" where none is told) and year ("" where no day is known)."""
        with self._read() as connection:
            return meeting_places.by_place_and_year(connection, held)

    def meetings_by_dyad(self, held: Held) -> list[tuple[str, str, int]]:
        """Count meetings at a place that is told by the place and by dyad (`pair_key`)."""
        with self._read() as connection:
            return meeting_places.by_place_and_dyad(connection, held)

    def kinds_of(self, entities: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return kind and label of entities as claims name them, by id; without those that none names."""
        with self._read() as connection:
            return resolved_asking.kinds_of(connection, entities)

    def resolved_counts(self) -> dict[str, int]:
        """Count occurrences, standings, conflicts, promises; `conflict_open`, `promise_open`; `dirty` blocks."""
        with self._read() as connection:
            return resolved_asking.counts(connection)
