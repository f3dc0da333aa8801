"""Mentions → entities, inside one article: parties with their states, the home state, what dates count from."""

from __future__ import annotations

from collections.abc import Sequence

from elchi.link.dates import reference_day, resolve_date
from elchi.link.home import find_outlet, home_state
from elchi.link.joining import join_persons
from elchi.link.names import NameLinker
from elchi.link.parties import PartyLinker
from elchi.model import Article
from elchi.model.link import LinkedArticle
from elchi.model.mention import Marked
from elchi.packs import Catalogue, OfficeKinds

__all__ = ["NameLinker", "find_outlet", "join_persons", "link_article", "resolve_date"]


def link_article(
    article: Article, marked: Sequence[Marked], catalogue: Catalogue, offices: OfficeKinds
) -> LinkedArticle:
    """Return what the mentions of an article mean; `offices` tells which are held abroad or by one."""
    reference = reference_day(article, [d for m in marked for d in m.dates])
    home = home_state(article, [p for m in marked for p in m.parties], catalogue)
    linker = PartyLinker(catalogue, reference, home, offices)
    linker.learn(m.parties for m in marked)
    return LinkedArticle(tuple(tuple(linker.link(m.parties)) for m in marked), home, reference)
