"""What the record resolved, with its sentences: the claims and reports behind it are fetched all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from elchi.model import Claim
from elchi.model import record as resolved
from elchi.packs import load_ontology_data
from elchi.query.about import about_in_words, named_in
from elchi.query.answers import (
    Backing,
    Conflict,
    ConflictSide,
    Occurrence,
    Party,
    Promise,
    PromiseStep,
    Quote,
    Standing,
)
from elchi.query.naming import Naming, label, parties
from elchi.query.terms import half_open
from elchi.record import MOST_SHOWN, Record, Saying, Shown, StoredClaim, Support, claims_shown

_FRAME = "frame:"
Thing = resolved.Occurrence | resolved.Standing | resolved.Conflict | resolved.Promise


class Sources:
    """The claims that answers rest on, by id, and the report of each of their documents."""

    def __init__(
        self, claims: Mapping[str, Saying], reports: Mapping[str, str], catalogue: Naming,
        support: Mapping[str, Support] | None = None, *, of_page: bool = False,
    ) -> None:  # fmt: skip
        self.of_page = of_page
        self._claims, self._reports, self._catalogue = claims, reports, catalogue
        self._support = support or {}

    @classmethod
    def of(
        cls, record: Record, things: Sequence[Thing], catalogue: Naming, *more: StoredClaim, of_page: bool = False
    ) -> Sources:
        """Fetch what `things` rest on; `more` claims are at hand.

        Args:
            record: an open record.
            things: what was resolved.
            catalogue: it names the parties.
            more: claims that are fetched already.
            of_page: whether at most `MOST_SHOWN` claims of one thing are read, the one that tells most among them; of a
                thing with more the reports and articles are only counted.
        """
        kept = _kept(record, things) if of_page else {}
        asked = (thing for thing in things if thing.id not in kept or kept[thing.id].sayings is None)
        wanted = {claim for thing in asked for claim in (_of_page(thing) if of_page else claims_of(thing))}
        live = record.sayings(wanted) | _sayings({stored.claim.claim: stored for stored in more})
        reports = record.reports_of({said.document for said in live.values()})
        for behind in kept.values():
            reports = {**behind.reports, **reports}
        support = _counted(record, things, kept) if of_page else {}
        return cls({**_told(kept), **live}, reports, catalogue, support, of_page=of_page)

    @classmethod
    def at_hand(cls, record: Record, claims: Mapping[str, StoredClaim], catalogue: Naming) -> Sources:
        """Take claims that are fetched already, and fetch the reports of their documents."""
        return cls(_sayings(claims), record.reports_of({s.claim.document for s in claims.values()}), catalogue)

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims that have these ids, in their order; one that the record has lost is passed over."""
        return [said.whole() for said in self._said(ids)]

    def _said(self, ids: Iterable[str]) -> list[Saying]:
        return [self._claims[id_] for id_ in ids if id_ in self._claims]

    def backing(self, ids: Iterable[str], thing: str = "") -> Backing:
        """Return what claims say, with the reports behind them counted; `thing` is what they are the claims of."""
        told = Backing.of(self._said(ids), self._reports)
        counted = self._support.get(thing)
        return told if counted is None else told.part_of(sorted(ids), counted.reports, counted.articles)

    def known(self, ids: Iterable[str], thing: str = "") -> str:
        """Return the first day on which one of some claims was known; "" without claims."""
        if (counted := self._support.get(thing)) is not None:
            return counted.known
        return min((self._claims[id_].known_from for id_ in ids if id_ in self._claims), default="")

    def occurrence(self, told: resolved.Occurrence) -> Occurrence:
        """Return an occurrence with its sentences; its participants are those of the claim that tells most."""
        return Occurrence(
            type=told.type, mode=told.mode, status=told.status, plover=told.plover, date=told.date, place=told.place,
            parties=self._parties(told.lead), backing=self.backing(told.claims, told.id), background=told.background,
            virtual=told.virtual, value=told.value, instrument=told.instrument, frame=told.frame, id=told.id,
            part_of=told.part_of, known=self.known(told.claims, told.id), reasons=told.reasons,
        )  # fmt: skip

    def standing(self, held: resolved.Standing, successor: Standing | None = None) -> Standing:
        """Return a standing with its sentences."""
        return Standing(
            type=held.type, status=held.status, parties=self._parties(held.lead), value=held.value,
            valid_from=held.valid_from, valid_to=held.valid_to, place=held.place,
            backing=self.backing(held.claims, held.id),
            now=held.now, id=held.id, slot=held.slot, ended_by=held.ended_by, successor=successor,
            known=self.known(held.claims, held.id), reasons=held.reasons, also=held.also,
        )  # fmt: skip

    def conflict(self, found: resolved.Conflict) -> Conflict:
        """Return a conflict in words, each side with its sentences."""
        labels = self._labels(found)
        sides = tuple(
            ConflictSide(side.value, _side_label(side.value, labels), self.backing(side.claims), side.source)
            for side in found.sides
        )
        return Conflict(
            found.id, found.kind.value, about_in_words(found.about, labels), sides, found.state.value, found.about,
            found.explanation, found.by,
        )  # fmt: skip

    def promise(self, made: resolved.Promise) -> Promise:
        """Return a promise with the sentences of each of its steps."""
        (lead,) = self.claims([made.lead])
        steps = tuple(PromiseStep(s.stage.value, s.date, self.backing(s.claims)) for s in made.steps)
        told = standing_of_claim if lead.type in load_ontology_data().properties else occurrence_of_claim
        return Promise(
            made.id, made.kind, made.about, told(lead, self._catalogue), made.due, steps,
            self.backing(made.claims, made.id), made.measure, made.reasons,
        )  # fmt: skip

    def quote(self, claim: Claim) -> Quote:
        """Return a quote with its words."""
        return quote_of_claim(claim, self._catalogue, self.backing([claim.claim]))

    def _parties(self, lead: str) -> tuple[Party, ...]:
        return tuple(party for said in self._said([lead]) for party in parties(said, self._catalogue))

    def _labels(self, found: resolved.Conflict) -> dict[str, str]:
        """Return what the ids of a conflict are called: by the catalogue, else as its claims have it."""
        told = {p.entity: p.label for said in self._said(claims_of(found)) for p in said.participants}
        named = {entity: label(entity, self._catalogue) for entity in named_in(found)}
        return {entity: told.get(entity, known) if known == entity else known for entity, known in named.items()}


def _sayings(claims: Mapping[str, StoredClaim]) -> dict[str, Saying]:
    return {id_: Saying.of(stored.claim, stored.known_from) for id_, stored in claims.items()}


def _kept(record: Record, things: Sequence[Thing]) -> dict[str, Shown]:
    """Return what is kept with occurrences and standings to be shown of them, by id."""
    found: dict[str, Shown] = {}
    for kind, name in ((resolved.Occurrence, "occurrence"), (resolved.Standing, "standing")):
        ids = [thing.id for thing in things if type(thing) is kind]
        found |= record.shown(name, ids) if ids else {}
    return found


def _told(kept: Mapping[str, Shown]) -> dict[str, Saying]:
    """Return what claims say of what is kept; of one that is kept twice, that with the parties."""
    found: dict[str, Saying] = {}
    for behind in kept.values():
        for said in behind.sayings or ():
            if said.parties or said.claim not in found:
                found[said.claim] = said
    return found


def _of_page(thing: Thing) -> Collection[str]:
    """Return the claims of a thing that a page shows, the one that tells most among them."""
    if isinstance(thing, resolved.Conflict):
        many = len(claims_of(thing)) > MOST_SHOWN
        return [claim for side in thing.sides for claim in side.claims[: MOST_SHOWN if many else None]]
    if isinstance(thing, resolved.Promise):
        many = len(claims_of(thing)) > MOST_SHOWN
        return [thing.lead, *(claim for step in thing.steps for claim in step.claims[: MOST_SHOWN if many else None])]
    return claims_shown(thing.lead, thing.claims)


def _counted(record: Record, things: Sequence[Thing], kept: Mapping[str, Shown]) -> dict[str, Support]:
    """Return the support of the things that are not read whole, by id; sides and steps count what is read."""
    more = [t for t in things if not isinstance(t, resolved.Conflict) and len(claims_of(t)) > MOST_SHOWN]
    found = {thing.id: kept[thing.id].support for thing in more if thing.id in kept}
    promises = [thing.id for thing in more if isinstance(thing, resolved.Promise)]
    return found | (record.support("promise", promises) if promises else {})


def claims_of(thing: Thing) -> Collection[str]:
    """Return the ids of the claims that a resolved thing rests on."""
    if isinstance(thing, resolved.Conflict):
        return {claim for side in thing.sides for claim in side.claims}
    return (*thing.claims, thing.lead)


def occurrence_of_claim(claim: Claim, catalogue: Naming) -> Occurrence:
    """Return what one claim tells as an occurrence of its own."""
    rules = (reason.rule for reason in claim.reasons)
    return Occurrence(
        type=claim.type, mode=claim.mode, status=claim.status.value, plover=claim.plover, date=claim.date,
        place=claim.place, parties=parties(claim, catalogue), backing=Backing.of([claim]),
        background=claim.background, virtual=claim.virtual, value=claim.value, instrument=claim.instrument,
        frame=next((rule.removeprefix(_FRAME) for rule in rules if rule.startswith(_FRAME)), ""),
    )  # fmt: skip


def standing_of_claim(claim: Claim, catalogue: Naming) -> Standing:
    """Return what one claim states as a standing of its own."""
    return Standing(
        type=claim.type, status=claim.status.value, parties=parties(claim, catalogue), value=claim.value,
        valid_from=claim.valid_from, valid_to=half_open(claim.status, claim.valid_from, claim.valid_to),
        place=claim.place, backing=Backing.of([claim]),
    )  # fmt: skip


def quote_of_claim(claim: Claim, catalogue: Naming, backing: Backing | None = None) -> Quote:
    """Return the words that one claim quotes; `backing` is what they rest on where that is known."""
    everyone = parties(claim, catalogue)
    speakers = tuple(p for p in everyone if p.role == "speaker")
    others = tuple(p for p in everyone if p.role != "speaker")
    return Quote(speakers, others, claim.direct, claim.medium, claim.date, backing or Backing.of([claim]))


def _side_label(value: Any, labels: Mapping[str, str]) -> str:  # noqa: ANN401 - a value is any JSON value
    return labels.get(value, value.replace("_", " ")) if isinstance(value, str) else ""
