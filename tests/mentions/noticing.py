"""What one sentence mentions, in the few words that a test compares."""

from elchi.clean import clean_article
from elchi.link import resolve_date
from elchi.link.dates import reference_day
from elchi.mentions import mark_passages, scan_passages
from elchi.model import Article
from elchi.model.mention import Marked, PartyKind, PartyMention
from elchi.packs import load_ontology_data, load_pack


def notice(text: str, language: str) -> list[Marked]:
    """The mentions of each sentence of `text`."""
    article, pack = Article("a", text), load_pack(language)
    scans = [scan for _, scan in scan_passages(article, clean_article(article, pack), pack)]
    return mark_passages(scans, load_ontology_data().offices.abroad)


def parties(text: str, language: str) -> list[PartyMention]:
    """All parties of `text`."""
    return [party for marked in notice(text, language) for party in marked.parties]


def named(party: PartyMention) -> str:
    """The id of a named party, of a title's owner, or the kind of a description."""
    if party.kind is PartyKind.DESCRIPTION:
        return party.description
    if party.names:
        return party.names[0].id
    return party.owner[0].id if party.owner else party.person


def day_of(text: str, language: str, published: str | None, status: str = "past") -> tuple[str | None, str | None, str]:
    """First day, last day and precision of the only date of `text`."""
    dates = [date for marked in notice(text, language) for date in marked.dates]
    assert len(dates) == 1, [text[d.start : d.end] for d in dates]
    reference = reference_day(Article("a", text, published=published), dates)
    span = resolve_date(dates[0], text[dates[0].start : dates[0].end], reference, status)
    return (str(span.start) if span.start else None, str(span.end) if span.end else None, span.precision.value)
