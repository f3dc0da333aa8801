"""What a record tells of a subject: read from its resolved rows, or, as known on a day, resolved on the spot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from elchi.model import Claim
from elchi.model.facts import Facts
from elchi.model.record import Conflict, Occurrence, Promise, Resolved, Standing
from elchi.packs import load_catalogue
from elchi.packs.lifecycle import load_lifecycle_data
from elchi.packs.reference import reference_facts
from elchi.query.naming import Naming
from elchi.query.sources import Sources, Thing, claims_of
from elchi.query.terms import Held, day_after, held_on
from elchi.reconcile import BESIDE, documents_of_places, facts_of_groups, hosts_told_beside, resolve_block
from elchi.record import NotKnown, Record, StoredClaim, Subject
from elchi.record.pairs import pairs_of

Found = TypeVar("Found", Occurrence, Standing, Conflict, Promise)
Lists = tuple[list[Occurrence], list[Standing], list[Conflict], list[Promise]]
EVERYTHING = ("occurrences", "standings", "conflicts", "promises", "quotes")
Dated = TypeVar("Dated", Occurrence, Standing, Promise)


@dataclass(frozen=True, slots=True)
class Clock:
    """The days that a question is asked for.

    Attributes:
        on: the world as it was on this ISO day; None: as it is.
        known: by what was known on this ISO day; None: by all that is known.
    """

    on: str | None = None
    known: str | None = None

    def to_json(self, left_out: NotKnown | None) -> dict[str, Any]:
        """Give the days, and what `known` left out, as fields of an answer."""
        counts = {"later": left_out.later, "undated": left_out.undated} if left_out else None
        return {"on": self.on, "known": self.known, "left_out": counts, "inferred": left_out and left_out.inferred}


ANY_TIME = Clock()
MOST_OTHERS = 20
"""Standings, conflicts and promises of a page that has a limit: they have pages of their own."""


@dataclass(frozen=True, slots=True)
class Page:
    """How much is wanted: at most `limit` occurrences and quotes, those before the ISO day `before`; None: all.

    Where there is a limit, at most `MOST_OTHERS` of each other list; of standings that held on a day, `limit`.
    """

    limit: int | None = None
    before: str | None = None

    @property
    def one_more(self) -> int | None:
        """The limit and one, by which it is seen whether there are more."""
        return None if self.limit is None else self.limit + 1

    def standings(self, on: str | None) -> int | None:
        """The limit of standings: of those that held on a day, as many as of what happened."""
        return self.others if on is None else self.limit

    @property
    def others(self) -> int | None:
        """The limit of the lists beside occurrences and quotes."""
        return None if self.limit is None else min(self.limit, MOST_OTHERS)


ALL_OF_IT = Page()


@dataclass(slots=True)
class Told:
    """What is told of a subject, each list newest first, with the sources behind it.

    Attributes:
        more: the lists that were cut short.
        left_out: what a question as known on a day passes over.
    """

    occurrences: list[Occurrence]
    standings: list[Standing]
    conflicts: list[Conflict]
    promises: list[Promise]
    quotes: list[Claim]
    sources: Sources
    more: set[str] = field(default_factory=set)
    left_out: NotKnown | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """Which occurrences are wanted: those of one type, in some modes."""

    type: str
    modes: frozenset[str]

    def holds(self, told: Occurrence) -> bool:
        """Whether an occurrence is wanted."""
        return told.type == self.type and told.mode in self.modes


@dataclass(frozen=True, slots=True)
class Group:
    """Standings that are wanted: the list that they make, their types (empty: all), and the most of them; None: all."""

    name: str
    types: frozenset[str] = frozenset()
    most: int | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which lists are wanted, the quotes among them, which occurrences, and which standings of what day."""

    wanted: Collection[str]
    said: list[StoredClaim]
    acts: Acts | None
    groups: Sequence[Group] = ()
    on: str | None = None


def told_of(  # noqa: PLR0913 - one argument a choice
    record: Record, subject: Subject, catalogue: Naming, clock: Clock, page: Page = ALL_OF_IT,
    wanted: Collection[str] = EVERYTHING, *, role_of_quotes: str | None = None,
    acts: Acts | None = None, groups: Sequence[Group] | None = None,
) -> Told:  # fmt: skip
    """Return what a record tells of a subject.

    Args:
        record: an open record.
        subject: a dyad or an entity.
        catalogue: it names the parties.
        clock: `on` leaves out what happened and was said later; what held then is for the caller to see.
        page: how much is wanted.
        wanted: the names of the lists that are wanted; the others stay empty.
        role_of_quotes: of an entity: only quotes in which it has this role.
        acts: which occurrences of an entity are wanted, where not all are.
        groups: which standings of an entity are wanted, each group with its own limit; None: all, within the page.
    """
    before = min((d for d in (page.before, day_after(clock.on) if clock.on else None) if d), default=None)
    page = Page(page.limit, before)
    said = []
    if "quotes" in wanted:
        said = record.quotes(subject, role=role_of_quotes, known=clock.known, before=before, limit=page.one_more)
    if groups is None:
        groups = [Group("standings", most=page.standings(clock.on))]
    asked = _Asked(wanted, said, acts, groups, clock.on)
    if clock.known is not None:
        return _as_known(record, subject, catalogue, clock.known, page, asked)
    told, more = _from_rows(record, subject, page, asked)
    more |= _cut(told, said, page)
    things: list[Thing] = [*told[0], *told[1], *told[2], *told[3]]
    sources = Sources.of(record, things, catalogue, *said, of_page=page.limit is not None)
    return Told(*told, [stored.claim for stored in said], sources, more)


def _from_rows(record: Record, subject: Subject, page: Page, asked: _Asked) -> tuple[Lists, set[str]]:
    """Return the lists, one more of each than the page holds, and the names of the groups that were cut."""
    wanted, limit, before = asked.wanted, page.one_more, page.before
    others = None if page.others is None else page.others + 1
    standings, more = _standings(record, subject, asked) if "standings" in wanted else ([], set[str]())
    if subject.pair is not None:
        key = subject.pair
        return (
            record.occurrences_of_pair(key, limit=limit, before=before) if "occurrences" in wanted else [],
            standings,
            record.conflicts_of_pair(key, limit=others) if "conflicts" in wanted else [],
            record.promises_of_pair(key, limit=others) if "promises" in wanted else [],
        ), more
    entity, acts = subject.entity or "", asked.acts
    chosen: dict[str, Any] = {"types": [acts.type], "modes": acts.modes} if acts else {}
    return (
        record.occurrences_of_entity(entity, limit=limit, before=before, **chosen) if "occurrences" in wanted else [],
        standings,
        record.conflicts_of_entity(entity, limit=others) if "conflicts" in wanted else [],
        record.promises_of_entity(entity, limit=others) if "promises" in wanted else [],
    ), more


def _standings(record: Record, subject: Subject, asked: _Asked) -> tuple[list[Standing], set[str]]:
    found: list[Standing] = []
    more = set()
    for group in asked.groups:
        some = _of_group(record, subject, group, asked.on)
        if group.most is not None and len(some) > group.most:
            more.add(group.name)
        found += some[: group.most]
    return found, more


def _of_group(record: Record, subject: Subject, group: Group, on: str | None) -> list[Standing]:
    """Return the standings of a group, the newest first, and more than its limit where there are more."""
    at_once = None if group.most is None else group.most + 1
    found: list[Standing] = []
    offset = 0
    while True:
        if subject.pair is not None:
            some = record.standings_of_pair(subject.pair, limit=at_once, offset=offset, on=on)
        else:
            some = record.standings_of_entity(
                subject.entity or "", limit=at_once, offset=offset, on=on, types=group.types
            )  # fmt: skip
        found += [s for s in some if on is None or _may_have_held(s, on)]
        if at_once is None or len(some) < at_once or len(found) >= at_once:
            return found
        offset += len(some)


def _cut(told: Lists, said: list[StoredClaim], page: Page) -> set[str]:
    """Cut each list but standings to the limit, and return the names of those that had more."""
    if page.limit is None or page.others is None:
        return set()
    more = set()
    lists: tuple[list[Any], ...] = (*told, said)
    limits = page.limit, None, page.others, page.others, page.limit
    for name, limit, found in zip(EVERYTHING, limits, lists, strict=True):
        if limit is not None and len(found) > limit:
            more.add(name)
            del found[limit:]
    return more


def _as_known(
    record: Record, subject: Subject, catalogue: Naming, known: str, page: Page, asked: _Asked
) -> Told:  # fmt: skip
    wanted, said = asked.wanted, asked.said
    claims: dict[str, StoredClaim] = {}
    facts = facts_known(record, known)
    resolved = [resolved_as_known(record, block, known, facts, claims) for block in record.blocks_known(subject, known)]
    sources = Sources.at_hand(record, claims | {s.claim.claim: s for s in said}, catalogue)
    about = about_subject(subject, claims)

    def of_subject(name: str, things: Iterable[Found]) -> list[Found]:
        return [t for t in things if any(about(claim) for claim in claims_of(t))] if name in wanted else []

    happened = (o for r in resolved for o in r.occurrences if asked.acts is None or asked.acts.holds(o))
    told: Lists = (
        _newest(of_subject("occurrences", happened), sources, page.before),
        _newest(of_subject("standings", (s for r in resolved for s in r.standings)), sources, None),
        of_subject("conflicts", (c for r in resolved for c in r.conflicts)),
        _newest(of_subject("promises", (p for r in resolved for p in r.promises)), sources, None),
    )
    more = _cut(told, said, page)
    return Told(*told, [s.claim for s in said], sources, more, record.not_known(subject, known))


def facts_known(record: Record, known: str) -> Facts:
    """Return what bears on claims from beside them: reference data, and what was told by a day of groups of states."""
    members = load_catalogue().members
    stored = record.statements_in(members, load_lifecycle_data().begin_once, known)
    return reference_facts().and_more(facts_of_groups((one.claim for one in stored), members))


def resolved_as_known(
    record: Record, block: str, known: str, facts: Facts, claims: dict[str, StoredClaim]
) -> Resolved:  # fmt: skip
    """Return what a block came to by the claims that were known on an ISO day; these are put into `claims`.

    What people have judged since stands: a misreading that was found later was one on that day too. `facts` are those
    of `facts_known`.
    """
    stored = record.claims_of_block(block, known)
    claims.update((one.claim.claim, one) for one in stored)
    found = [one.claim for one in stored]
    beside = record.claims_of_documents(documents_of_places(found), BESIDE, known)
    claims.update((one.claim.claim, one) for one in beside)
    facts = facts.and_more(hosts_told_beside(one.claim for one in beside))
    reports = record.reports_of({claim.document for claim in found})
    return resolve_block(block, found, reports=reports, judged=record.judged(), facts=facts)


def _may_have_held(standing: Standing, on: str) -> bool:
    """Whether a standing may have held on a day, whenever it was first told."""
    bounds = standing.type, standing.status, standing.valid_from, standing.valid_to
    return any(held_on(on, *bounds, known) is not Held.NOT for known in ("", "~"))


def about_subject(subject: Subject, claims: dict[str, StoredClaim]) -> Callable[[str], bool]:
    """Return whether a claim, by its id, is about a subject."""

    def about(claim: str) -> bool:
        told = claims[claim].claim
        if subject.pair is not None:
            return subject.pair in pairs_of(told)
        return subject.entity is None or any(p.entity == subject.entity for p in told.participants)

    return about


def _newest(things: list[Dated], sources: Sources, before: str | None) -> list[Dated]:
    """Return things as their rows would come: newest first, those before a day."""
    days = {thing.id: _day(thing, sources) for thing in things}
    kept = sorted((t for t in things if before is None or days[t.id] < before), key=lambda t: t.id)
    return sorted(kept, key=lambda t: days[t.id], reverse=True)


def _day(thing: Occurrence | Standing | Promise, sources: Sources) -> str:
    """Return the day that a thing is sorted by: its own first one, else that on which it was first known."""
    if isinstance(thing, Promise):
        span = thing.due
    else:
        span = thing.date if isinstance(thing, Occurrence) else thing.valid_from
    return span.start.isoformat() if span and span.start else sources.known(thing.claims)
