"""Roles of parties in a language whose prepositions stand before their group: what stands before it shows its role.

A group without a preposition is the subject of the verb that follows it; what it is to a verb before it, the clause
tells (`claims.arguments`). Coordinated parties share the role of the first one.
"""

from __future__ import annotations

from dataclasses import replace

from elchi.model import EntityKind
from elchi.model.mention import PartyKind, PartyMention
from elchi.sentence import COORDINATOR, PARTICLE, Scan

# Words after an adjective that belong to its noun (Iranian oil tankers).
_LONGEST_NOUN = 4
_HELPING = ("auxiliary", "adverb", "negation", PARTICLE)


def with_role_before(scan: Scan, party: PartyMention) -> PartyMention:
    """Add the role that the preposition before the party's group shows; of an owner, that of what is owned."""
    before = scan.preposition(scan.group_start(party.first))
    role = before[1].role if before is not None else ""
    owner = scan.marker(party.after)
    if owner is not None and owner[1].role == "genitive":
        return replace(party, role="genitive", outer_role=role, after=owner[0].after, marked=True)
    if party.kind is PartyKind.ADJECTIVE or _names_meeting(scan, party):
        return replace(party, role="adjective", outer_role=role or _subject_of(scan, _past_noun(scan, party.after)))
    if before is not None:
        return replace(party, role=role, marked=True)
    if party.role:
        return party
    return replace(party, role=_subject_of(scan, party.after))


def _past_noun(scan: Scan, place: int) -> int:
    """Return the place after the noun that an adjective belongs to."""
    end = min(place + _LONGEST_NOUN, scan.length)
    while place < end and not scan.is_sign(place) and not scan.is_verb(place) and scan.preposition(place + 1) is None:
        if scan.has_class(place, "auxiliary", COORDINATOR):
            break
        place += 1
    return place


def _subject_of(scan: Scan, place: int) -> str:
    """Return `subject` where a verb follows, helping words and adverbs aside, else nothing."""
    while scan.has_class(place, *_HELPING):
        place += 1
    return "subject" if scan.is_verb(place) and scan.preposition(place + 1) is None else ""


def _names_meeting(scan: Scan, party: PartyMention) -> bool:
    """Whether an organisation stands bare before the noun it belongs to (an ASEAN summit, the NATO meeting)."""
    bodies = bool(party.names) and all(e.kind is EntityKind.ORGANISATION for e in party.names)
    follows = scan.best(party.after, "trigger") is not None or scan.has_class(party.after, "noun")
    return bodies and party.kind is PartyKind.NAME and follows and not scan.is_verb(party.after)


def coordinated_before(scan: Scan, parties: list[PartyMention]) -> list[PartyMention]:
    """Give coordinated parties (between A, B and C) the role of the first one, and one number."""
    links = _links(scan, parties)
    for index in range(1, len(parties)):
        first, party = parties[index - 1], parties[index]
        if not links[index]:
            continue
        parties[index - 1] = replace(first, link=links[index])
        own = party.marked and party.role != "genitive"
        role = party.role if own or party.role == "genitive" else first.role if first.marked else party.role
        outer = party.outer_role or first.outer_role
        parties[index] = replace(
            party, role=role, outer_role=outer, marked=party.marked or first.marked, link=links[index]
        )
    return _subjects_shared(parties)


def _subjects_shared(parties: list[PartyMention]) -> list[PartyMention]:
    """Let the parties that are joined to a subject be subjects, too."""
    subjects = {p.link for p in parties if p.link and p.role == "subject"}
    return [replace(p, role="subject") if p.link in subjects and not p.role else p for p in parties]


def _links(scan: Scan, parties: list[PartyMention]) -> list[int]:
    """Return for each party the number of the list in which it is joined to the one before, or 0."""
    links = [0] * (len(parties) + 1)
    for index in range(len(parties) - 1, 0, -1):
        first, party = parties[index - 1], parties[index]
        between = range(first.after, party.first)
        start = scan.group_start(party.first)
        joint = [p for p in between if p < start]
        if not joint or len(joint) > 2 or not _joins(scan, first, party, joint, listed=bool(links[index + 1])):
            continue
        links[index] = links[index + 1] or index + 1
    return links[:-1]


def _joins(scan: Scan, first: PartyMention, party: PartyMention, joint: list[int], *, listed: bool) -> bool:
    if len(joint) == 1 and scan.is_sign(joint[0], "-–‐‑/") and scan.tokens[joint[0]].glued:
        return True
    if any(scan.has_class(p, COORDINATOR) for p in joint):
        return all(scan.has_class(p, COORDINATOR) or scan.is_sign(p, ",") for p in joint)
    town = any(e.kind is EntityKind.PLACE and e.state in {f.id for f in party.names} for e in first.names)
    return all(scan.is_sign(p, ",") for p in joint) and (listed or town)
