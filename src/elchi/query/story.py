"""One story of a record: its articles, what each is to the others, and copies and translations side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elchi.errors import UnknownNameError
from elchi.model import ONE_REPORT, ORIGINAL, Article, Relation, Story, StoryDocument
from elchi.query.snapshot import at_one_moment
from elchi.record import Record, StoredStory
from elchi.stories import Aligned, Alignment, Fingerprint, align, find_stories

_RECORDED = "told so when the articles were read, beside the whole record"


@dataclass(frozen=True, slots=True)
class StoryAnswer:
    """A story with its articles by id, and beside each copy or translation the article that it is one of."""

    story: Story
    articles: Mapping[str, Article]
    alignments: Mapping[str, Alignment]

    def rows(self, document: str) -> list[tuple[str | None, str | None, bool]]:
        """Return the sentences of an article beside those of the one that it is a copy of; whether figures differ."""
        alignment = self.alignments[document]
        return [(*sides(alignment, row), all(row.figures)) for row in alignment.rows]

    def to_json(self) -> dict[str, Any]:
        """Give the answer in the shape of `story.schema.json`."""
        return told_json(self.story, self.alignments)


def told_json(told: Story, alignments: Mapping[str, Alignment]) -> dict[str, Any]:
    """Give a story with its sentences side by side, in the shape of `story.schema.json`."""
    rows = [
        {"document": d.document, "of": d.of, "rows": [_row(alignments[d.document], row) for row in
                                                      alignments[d.document].rows]}
        for d in told.documents
        if d.document in alignments
    ]  # fmt: skip
    return told.to_json() | {"alignments": rows}


def _row(alignment: Alignment, row: Aligned) -> dict[str, Any]:
    first, second = sides(alignment, row)
    shown: dict[str, Any] = {"of": first, "document": second, "score": row.score}
    if any(row.figures):
        shown["figures"] = {"of": list(row.figures[0]), "document": list(row.figures[1])}
    return shown


def sides(alignment: Alignment, row: Aligned) -> tuple[str | None, str | None]:
    """Return the sentences of a row in one line each, or None where nothing answers."""
    first, second = (
        " ".join(text[span[0] : span[1]].split()) if span else None
        for text, span in zip(alignment.texts, (row.first, row.second), strict=True)
    )
    return first, second


def align_story(told: Story, articles: Mapping[str, Article]) -> dict[str, Alignment]:
    """Return, for each copy and translation, its sentences beside those of the article that it is one of."""
    return {
        document.document: align(articles[document.of], articles[document.document])
        for document in told.documents
        if document.of is not None and document.relation in ONE_REPORT
    }


@at_one_moment
def story(record: Record, name: str) -> StoryAnswer:
    """Return the story whose id is `name` or begins with it, or in which the document `name` stands.

    Raises:
        UnknownNameError: there is none, or several begin so.
    """
    found = record.stories(name)
    if len(found) != 1:
        said = f"{len(found)} stories begin with {name!r}" if found else f"no story or article {name!r} in this record"
        raise UnknownNameError(f"{said}; an article's page names its story")
    stored = found[0]
    articles = {a.article.id: a.article for document in stored.documents if (a := record.article(document))}
    told = _as_recorded(stored, articles)
    return StoryAnswer(told, articles, align_story(told, articles))


def _as_recorded(stored: StoredStory, articles: Mapping[str, Article]) -> Story:
    """Return the story with the groups that the record keeps; its articles are compared again to say why.

    Rarity is counted in the articles at hand, so that a few of them may be judged otherwise than beside all; then the
    record is right.
    """
    again = find_stories(Fingerprint.from_json(body) for body in stored.fingerprints)
    groups = {frozenset(report) for report in stored.reports}
    for told in again:
        if told.id == stored.story and {frozenset(report) for report in told.reports} == groups:
            return told
    return Story(stored.story, tuple(_documents(stored.reports, articles)), stored.reports)


def _documents(reports: Sequence[Sequence[str]], articles: Mapping[str, Article]) -> list[StoryDocument]:
    found: list[StoryDocument] = []
    for report in reports:
        for place, name in enumerate(report):
            opening = found[0].document if found else None
            of = report[0] if place else opening
            relation = _relation(articles[name], articles[of], same=bool(place)) if of else ORIGINAL
            document = StoryDocument(name, relation, of, 0.0, (_RECORDED,) if of else ())
            found.append(_with_outlet(document, articles[name]))
    return found


def _relation(article: Article, other: Article, *, same: bool) -> str:
    if not same:
        return Relation.INDEPENDENT.value
    return (Relation.COPY if article.language == other.language else Relation.TRANSLATION).value


def _with_outlet(document: StoryDocument, article: Article) -> StoryDocument:
    return replace(
        document, language=article.language or "", source=article.source or "", published=article.published
    )  # fmt: skip
