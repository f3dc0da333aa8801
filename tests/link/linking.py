"""What the parties of an article mean, in the few words that a test compares."""

from elchi.clean import clean_article
from elchi.link import link_article
from elchi.mentions import mark_passages, scan_passages
from elchi.model import Article
from elchi.model.link import LinkedArticle, LinkedParty
from elchi.packs import load_catalogue, load_ontology_data, load_pack


def link(text: str, language: str, **fields: object) -> LinkedArticle:
    """Link the mentions of `text` as an article of its own."""
    article, pack, offices = (
        Article("a", text, language=language, **fields),
        load_pack(language),
        load_ontology_data().offices,
    )
    scans = [scan for _, scan in scan_passages(article, clean_article(article, pack), pack)]
    return link_article(article, mark_passages(scans, offices.abroad), load_catalogue(), offices)


def all_parties(linked: LinkedArticle) -> list[LinkedParty]:
    """The parties of all passages, in order."""
    return [party for passage in linked.passages for party in passage]


def states(party: LinkedParty) -> set[str]:
    """Whom a party acts for."""
    return {side.entity.id for side in party.sides}


def person(party: LinkedParty) -> str | None:
    """The id of the person whom a party means, if any."""
    return party.person.id if party.person else None
