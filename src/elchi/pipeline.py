"""The only place that joins the stages: an article in, its claims out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points, version
from typing import TYPE_CHECKING, Any, Protocol

from elchi.claims import ClaimReader
from elchi.claims.context import Sentence
from elchi.clean import clean_article, detect_language
from elchi.errors import EmptyInputError, PendingError, RecordError
from elchi.link import NameLinker, join_persons, link_article, resolve_date
from elchi.mentions import mark_passages, scan_passages
from elchi.model import Article, Claim, Entity, Passage, Story
from elchi.model.facts import Fact, Facts
from elchi.model.judged import Judged
from elchi.model.persons import Joined
from elchi.model.record import Resolved, block_of
from elchi.packs import Catalogue, load_catalogue, load_ontology_data, load_pack, load_sounds
from elchi.packs.lifecycle import load_lifecycle_data
from elchi.packs.reference import reference_facts
from elchi.reconcile import BESIDE, documents_of_places, facts_of_groups, hosts_told_beside, resolve_block
from elchi.stories import METHOD, Fingerprint, SecondLook, embedder, find_stories, fingerprint

if TYPE_CHECKING:
    from elchi.record import Record, StoredClaim

Reader = Callable[[Article], "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read: with its language filled in, its claims in order, and notes on how it was read."""

    article: Article
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with everything but its decisions: for `read_claims` and for the makers of weights."""

    article: Article
    passages: tuple[Passage, ...]
    reader: ClaimReader
    sentences: list[Sentence]
    notes: tuple[str, ...]


@cache
def method() -> str:
    """Return the reader's name and version, as claims carry it."""
    return f"elchi@{version('elchi')}"


@cache
def name_linker() -> NameLinker:
    """Return the linker of names to the packaged catalogue."""
    return NameLinker(load_catalogue(), load_sounds)


class KnownNames:
    """The catalogue as users name it: a name that no table has is linked by its endings or its sound."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.entities, self.terms = catalogue.entities, catalogue.terms
        self._catalogue = catalogue

    def find(self, text: str) -> list[Entity]:
        """Return the entities that `text` names: exactly, else the one that it is linked to."""
        exact = self._catalogue.find(text)
        linked = None if exact else name_linker().link(text).entity
        return exact if linked is None else [linked]


def known_names() -> KnownNames:
    """Return the packaged catalogue, to look up what users type."""
    return KnownNames(load_catalogue())


def join_names(record: Record) -> Joined:
    """Work out anew which persons of a record are one, by what is found and by what people judged, and keep it."""
    entities = load_catalogue().entities
    labels = {entity.id: entity.label for entity in entities.values()}
    joined = join_persons(record.observed_persons(labels.keys()), record.name_judgements(), labels)
    record.write_joined(joined)
    return joined


def prepare(article: Article) -> Prepared:
    """Return an article cleaned, scanned and linked.

    Raises:
        EmptyInputError: nothing in it reports anything.
        LanguageError: no pack reads its language.
    """
    language = (article.language or detect_language(article.id, article.text)).split("-")[0].lower()
    pack, ontology, catalogue = load_pack(language), load_ontology_data(), load_catalogue()
    article = replace(article, language=article.language or language)
    passages = clean_article(article, pack)
    pairs = scan_passages(article, passages, pack)
    if not pairs:
        raise EmptyInputError(article.id, "only page furniture, no sentence to read; give the article's own text")
    marked = mark_passages([scan for _, scan in pairs], ontology.offices.abroad)
    linked = link_article(article, marked, catalogue, ontology.offices)
    reader = ClaimReader(article, pack, ontology, catalogue, linked, method=method(), resolve=resolve_date)
    notes = []
    if linked.home is not None:
        notes.append(f"home state {linked.home.entity.id}: {linked.home.reason}")
    if linked.reference.reason:
        notes.append(
            f"dates count from {linked.reference.published or linked.reference.year}: {linked.reference.reason}"
        )
    return Prepared(article, passages, reader, reader.sentences(pairs, marked), tuple(notes))


def read_claims(article: Article) -> Reading:
    """Return the claims of one article. Raises as `prepare` does."""
    with _collector_held():
        return _read(article)


def _read(article: Article) -> Reading:
    prepared = prepare(article)
    claims = prepared.reader.read(prepared.passages, prepared.sentences)
    return Reading(prepared.article, tuple(claims), prepared.notes)


@contextmanager
def _collector_held() -> Iterator[None]:
    """Let the search for cycles of garbage wait until an article is read: a tenth of the time would go into it.

    Nearly all that reading makes goes without it, by its count of references, and still goes at once. The tables that
    the first article has loaded stay as long as the process: they are never searched.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _keep_tables()
        if running:
            gc.enable()


@cache
def _keep_tables() -> None:
    gc.freeze()


def read_stories(articles: Iterable[Article], embed: str | None = None) -> list[Story]:
    """Return the stories that articles in any languages tell, the earliest first.

    An article is forgotten as soon as its fingerprint is taken; its language needs no pack.

    Args:
        articles: in any order.
        embed: a model of sentence embeddings that looks again at pairs in doubt; then all articles are kept.

    Raises:
        ExtraError: the library or the model is not there.
    """
    if embed is None:
        return find_stories(fingerprint(article) for article in articles)
    model = embedder(embed)
    by_id = {article.id: article for article in articles}
    prints = [fingerprint(article) for article in by_id.values()]
    known = {p.id: replace(by_id[p.id], language=p.language) for p in prints}
    return find_stories(prints, SecondLook(model, known))


def join_stories(record: Record) -> None:
    """Work out which articles of a record are one report, from the fingerprints that it keeps; take those it lacks.

    Nothing is done where every article has its report already.
    """
    if record.reports_are_current(METHOD):
        return
    while batch := record.without_fingerprint(METHOD):
        record.add_fingerprints(METHOD, {key: fingerprint(article).to_json() for key, article in batch})
    stories = find_stories(Fingerprint.from_json(line) for line in record.fingerprints(METHOD))
    record.set_reports(
        [(name, story.id, report[0]) for story in stories for report in story.reports for name in report]
    )


class Resolver(Protocol):
    """What works out what the claims of a block come to, in any order of them."""

    def __call__(
        self, block: str, claims: Sequence[Claim], *, reports: Mapping[str, str], judged: Judged, facts: Facts
    ) -> Resolved:
        """Return what `claims` come to; `reports` gives the report of each document. See `elchi.reconcile`."""


def reconcile_record(
    record: Record, progress: Callable[[int], None] | None = None, *, resolve: Resolver | None = None
) -> int:
    """Work out anew what the marked blocks of a record come to, in batches; a killed run goes on where it was.

    Args:
        record: an open record.
        progress: called after each batch, with the number of blocks done.
        resolve: what works it out; `elchi.reconcile` where nothing is given.

    Returns:
        The number of blocks worked out.
    """
    done = 0
    if not record.dirty_blocks(1) and not record.judged().corrected:
        return 0
    judged, facts = record.judged(), reference_facts().and_more(told_of_groups(record))
    if judged.corrected:
        record.mark_moved()
    while blocks := record.dirty_blocks():
        # What is told of a group bears on its members' dyads. They are marked first: a run may be cut in between.
        record.mark({fact.block for fact in told_of_groups(record, blocks)})
        claims = record.claims_of_blocks(blocks)
        record.write_resolved(_resolved(record, claims, resolve or resolve_block, judged, facts), claims)
        done += len(blocks)
        if progress is not None:
            progress(done)
    return done


def told_of_groups(record: Record, blocks: Collection[str] | None = None) -> list[Fact]:
    """Return what the claims of a record say of groups of states that bears on the dyads of their members.

    Args:
        record: an open record.
        blocks: only what is, or ever was, said in these; None: what is said in any.
    """
    members, once = load_catalogue().members, load_lifecycle_data().begin_once
    wanted = members.keys() if blocks is None else members.keys() & set(blocks)
    stored = record.statements_in(wanted, once, gone=blocks is not None) if wanted else []
    return list(facts_of_groups((one.claim for one in stored), members))


def _resolved(
    record: Record, stored: Mapping[str, Sequence[StoredClaim]], resolve: Resolver, judged: Judged, facts: Facts
) -> dict[str, Resolved]:
    claims = {block: [one.claim for one in here] for block, here in stored.items()}
    reports = record.reports_of({claim.document for told in claims.values() for claim in told})
    documents = documents_of_places(claim for told in claims.values() for claim in told)
    facts = facts.and_more(hosts_told_beside(s.claim for s in record.claims_of_documents(documents, BESIDE)))
    return {
        block: resolve(
            block, told, reports={claim.document: reports[claim.document] for claim in told}, judged=judged, facts=facts
        )
        for block, told in claims.items()
    }


def judge(
    record: Record, kind: str, about: dict[str, Any], author: str, reason: str = "", *, reverses: int | None = None
) -> int:
    """Append a judgement, work out anew what it touches, and return its number.

    Args:
        record: an open record.
        kind: one of `elchi.record`: CONFIRM, REJECT, CORRECT ..., UNDO with `reverses`, or a judgement of names.
        about: what it is about, as record/judged.py and record/names.py say.
        author: who judges.
        reason: why.
        reverses: the number of the judgement that it takes back.

    Raises:
        JudgementError: `about` lacks what a judgement of this kind is about.
        PendingError: the judgement is kept, but the record could not be written for the rest of the work: the next
            judgement, `elchi ingest`, or the next question does it.
        RecordError: nothing is kept: another program holds the record, or it cannot be written.
    """
    before = record.name_judgements()
    number = record.add_judgement(kind, about, author, reason, reverses)
    try:
        record.mark(_beside(record, number))
        if record.name_judgements() != before:
            join_names(record)
        reconcile_record(record)
    except RecordError as held:
        raise PendingError(number, str(held)) from held
    return number


def _beside(record: Record, number: int) -> set[str]:
    """Return the blocks of the places that are told beside what a judgement, or the one that it reverses, is about."""
    made = {one.number: one for one in record.judgements()}
    told = [made[number], *([made[made[number].reverses or 0]] if made[number].reverses in made else [])]
    named = {value for one in told for value in one.about.values() if isinstance(value, str)}
    documents = {stored.claim.document for stored in record.claims_with_ids(named).values()}
    beside = [stored.claim for stored in record.claims_of_documents(documents, BESIDE)]
    return {block_of(claim) for claim in beside if documents_of_places([claim])}


def readers() -> dict[str, Reader]:
    """Return the installed readers by name: elchi's own and those of the entry point `elchi.readers`."""
    return {point.name: point.load() for point in entry_points(group="elchi.readers")}
