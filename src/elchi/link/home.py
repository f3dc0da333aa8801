"""The home state of an article: the one that local news leaves unsaid. Found from evidence, never by default."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from elchi.model import Article, Entity, EntityKind
from elchi.model.link import HomeState
from elchi.model.mention import PartyKind, PartyMention
from elchi.packs import Catalogue
from elchi.script import words_of

# Votes of each kind of evidence, and how many of a kind count.
_OUTLET, _POSTED, _OFFICIAL, _PLACE, _NAMED = 1.2, 2.0, 1.5, 0.5, 0.5
_MOST_OFFICIALS, _MOST_PLACES = 2, 2
# Ranks of heads of state and of government in offices.tsv.
_HEADS = 2
# The home state needs this much evidence, and this many times as much as any other.
_ENOUGH, _CLEARLY = 1.5, 1.5


def home_state(article: Article, parties: Iterable[PartyMention], catalogue: Catalogue) -> HomeState | None:
    """Return the home state with its reason, or None where the evidence is thin or divided."""
    votes: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}
    for state, weight, reason in _evidence(article, list(parties), catalogue):
        votes[state] = votes.get(state, 0.0) + weight
        reasons.setdefault(state, []).append(reason)
    ranked = sorted(votes, key=lambda state: (-votes[state], state))
    if not ranked or votes[ranked[0]] < _ENOUGH:
        return None
    if len(ranked) > 1 and votes[ranked[0]] < _CLEARLY * votes[ranked[1]]:
        return None
    best = ranked[0]
    return HomeState(catalogue.entities[best], "; ".join(dict.fromkeys(reasons[best])))


def _evidence(article: Article, parties: list[PartyMention], catalogue: Catalogue) -> Iterable[tuple[str, float, str]]:
    outlet = find_outlet(article, catalogue)
    if outlet is not None and outlet.state is not None:
        yield outlet.state, _OUTLET, f"outlet {outlet.label}"
    for state in sorted({e.id for p in parties for e in (*p.names, *p.owner) if e.kind is EntityKind.STATE}):
        if outlet is not None and state == outlet.state:
            yield state, _NAMED, "it is named"
    officials = places = 0
    for party in parties:
        host = next((e.state for e in party.host if e.state), None)
        if host is not None:
            yield host, _POSTED, "a diplomat is posted there"
        rank = catalogue.offices[party.office].rank if party.office in catalogue.offices else 0
        # Heads of foreign states are named without their state everywhere.
        if rank > _HEADS and not party.owner and party.names and officials < _MOST_OFFICIALS:
            states = {e.state for e in party.names if e.state}
            if len(states) == 1:
                officials += 1
                yield states.pop(), _OFFICIAL, f"{party.names[0].label} is named without a state"
        if party.kind is PartyKind.NAME and party.role == "place" and places < _MOST_PLACES:
            town = next((e for e in party.names if e.kind is EntityKind.PLACE and e.state), None)
            if town is not None and town.state is not None:
                places += 1
                yield town.state, _PLACE, f"{town.label} is named without a state"


def find_outlet(article: Article, catalogue: Catalogue) -> Entity | None:
    """Return the outlet that the article's `source` or `url` names, if the catalogue knows it."""
    if article.url:
        host = (urlsplit(article.url).hostname or "").removeprefix("www.")
        while "." in host:
            if host in catalogue.hosts:
                return catalogue.entities[catalogue.hosts[host]]
            host = host.partition(".")[2]
    words = words_of(article.source or "")
    for length in range(len(words), 0, -1):
        found = [e for e in catalogue.find(" ".join(words[:length])) if e.kind is EntityKind.AGENCY]
        if found:
            return found[0]
    return None
