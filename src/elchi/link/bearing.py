"""What speaks for or against a bearer beside the name: state, office, and who held it on the day."""

from __future__ import annotations

from collections.abc import Iterator

from elchi.model import Entity, EntityKind, OfficeTerm
from elchi.model.naming import Evidence, NameQuery
from elchi.packs import Catalogue

_STATE, _OTHER_STATE = 1.5, -3.0
# Sound: this likeness is worth nothing, each further tenth so much, and never more than a written name.
_EVEN, _TENTH, MOST_OF_SOUND = 0.45, 0.9, 3.0
_HELD_THEN, _HELD_ONCE, _NEVER_HELD = 2.5, 1.0, -1.5
# Without a word of an office: somebody in office on the day, or in a leading one today, is likelier in the news.
_IN_OFFICE, _LEADS = 0.8, 0.5
_LEADING = 2  # ranks of heads of state and of government


def sound_weight(likeness: float, most: float = MOST_OF_SOUND) -> float:
    """Return what a likeness of two names (script/likeness.py) is worth, in log odds."""
    return min(most, (likeness - _EVEN) * 10 * _TENTH)


def bearing(query: NameQuery, entity: Entity, catalogue: Catalogue) -> Iterator[Evidence]:
    """Yield what the query's state, office and day say of an entity."""
    if query.state and entity.state is not None and entity.kind is not EntityKind.STATE:
        if entity.state == query.state:
            yield Evidence("state", f"of {entity.state}", _STATE)
        else:
            yield Evidence("state", f"of {entity.state}, not {query.state}", _OTHER_STATE)
    if entity.kind is EntityKind.PERSON:
        yield from _offices(query, catalogue.offices_of(entity.id), catalogue)


def _offices(query: NameQuery, terms: list[OfficeTerm], catalogue: Catalogue) -> Iterator[Evidence]:
    if query.office:
        yield _of_office(query, [t for t in terms if t.office == query.office])
    elif query.day:
        held = [t for t in terms if t.start and t.holds_on(query.day)]
        if held:
            yield Evidence("office", f"{held[0].office} of {held[0].body} on {query.day}", _IN_OFFICE)
    else:
        leads = [t for t in terms if t.end is None and catalogue.offices[t.office].rank <= _LEADING]
        if leads:
            yield Evidence("office", f"{leads[0].office} of {leads[0].body}", _LEADS)


def _of_office(query: NameQuery, terms: list[OfficeTerm]) -> Evidence:
    """Return what it says that somebody has, had, or never had the office."""
    if not terms:
        return Evidence("office", f"not known as {query.office}", _NEVER_HELD)
    holding = [t for t in terms if query.day and t.holds_on(query.day)]
    if holding:
        return Evidence("office", f"{query.office} of {holding[0].body} on {query.day}", _HELD_THEN)
    span = f"{terms[0].start or '?'} to {terms[0].end or 'now'}"
    return Evidence("office", f"{query.office} of {terms[0].body}, {span}", _HELD_ONCE)
