"""Roles of parties: what the marker or ending after a group shows, and what coordinated parties share."""

from __future__ import annotations

from dataclasses import replace

from elchi.mentions.before import coordinated_before, with_role_before
from elchi.model import EntityKind
from elchi.model.mention import PartyKind, PartyMention
from elchi.packs import Hit
from elchi.sentence import COORDINATOR, PARTICLE, Scan

# Nouns between an adjective and the marker of its noun (अमेरिकी रक्षा अधिकारियों ने).
_LONGEST_NOUN = 4


def with_role(scan: Scan, party: PartyMention) -> PartyMention:
    """Add the role of the marker after the party (or before it), and the role of the noun that it belongs to."""
    if scan.pack.prepositions:
        return with_role_before(scan, party)
    place = party.after
    while scan.has_class(place, PARTICLE):
        place += 1
    marker = scan.marker(place, party.role)
    if marker is not None and _part_of_adverb(scan, marker[0]):
        marker = None
    if marker is not None and (marker[0].after > place + 1 or not scan.is_verb(place) or scan.is_marker_here(place)):
        hit, found = marker
        party = replace(party, role=found.role, after=hit.after, marked=True)
        place = hit.after
    if _names_matter(scan, party, place):
        return replace(party, role="about")
    if party.role in {"genitive", "adjective"}:
        return replace(party, outer_role=_noun_role(scan, place))
    if party.kind is PartyKind.NAME and not party.marked and _names_meeting(scan, party):
        return replace(party, role="adjective")
    return party


def _names_matter(scan: Scan, party: PartyMention, place: int) -> bool:
    """Whether a state's name stands bare before a matter that it names, and is no side (यूक्रेन संकट, ইরান যুদ্ধ)."""
    bare = party.kind in {PartyKind.NAME, PartyKind.ADJECTIVE} and not party.marked
    joined = party.first > 0 and (scan.is_sign(party.first - 1, "-–‑") or scan.has_class(party.first - 1, COORDINATOR))
    return bare and not joined and place == party.after and scan.has_class(place, "matter")


def _part_of_adverb(scan: Scan, marker: Hit) -> bool:
    """Whether a marker only begins an adverb of several words (এর আগে, before this)."""
    return any(
        h.kind == "word" and h.entry.value == "adverb" and h.after > marker.after for h in scan.hits[marker.first]
    )


def _names_meeting(scan: Scan, party: PartyMention) -> bool:
    """Whether an organisation stands bare before the noun it belongs to (बिम्सटेक सम्मेलन, SCO বৈঠক).

    Before an act word with its verb it acts itself (ইউরোপীয় ইউনিয়ন হুঁশিয়ারি দিয়েছে).
    """
    if not all(e.kind is EntityKind.ORGANISATION for e in party.names):
        return False
    act = scan.best(party.after, "trigger")
    if act is None:
        return scan.has_class(party.after, "noun")
    return not scan.is_verb(act.after) or scan.is_marker_here(act.after)


def _noun_role(scan: Scan, place: int) -> str:
    """Return the role of the noun group that begins at `place`, where no act word stands in between."""
    for step in range(place, min(place + _LONGEST_NOUN, scan.length)):
        if scan.is_sign(step) or scan.best(step, "trigger") is not None or scan.name(step) is not None:
            # People stand unmarked where they act, whatever word of the act follows (নেপালি পক্ষ রাজি হয়নি).
            return "subject" if step > place and scan.has_class(step - 1, "people") else ""
        marker = scan.marker(step)
        if marker is not None and step > place:
            return marker[1].role if marker[1].role != "genitive" else ""
        if scan.pack.order["attached_roles"]:
            roles = {h.role for h in scan.hits[step] if h.role and h.after == step + 1}
            plain = any(not h.role and h.after == step + 1 for h in scan.hits[step])
            if roles and not plain:
                return next((r for r in ("recipient", "agent", "place") if r in roles), "")
        if scan.is_verb(step) and step > place:
            return "subject"
    return ""


def coordinated(scan: Scan, parties: list[PartyMention]) -> list[PartyMention]:
    """Give coordinated parties (A, B and C with) the role of the last one, and one number."""
    if scan.pack.prepositions:
        return coordinated_before(scan, parties)
    link = 0
    for index in range(len(parties) - 2, -1, -1):
        party, following = parties[index], parties[index + 1]
        if _side_by_side(party, following):
            parties[index + 1] = replace(following, role="adjective")
        if not _joined(scan, party, following):
            continue
        link = following.link or index + 1
        role = party.role if party.marked and party.role != "adjective" else following.role
        outer = party.outer_role or following.outer_role
        parties[index] = replace(party, role=role, outer_role=outer, marked=following.marked, link=link)
        parties[index + 1] = replace(following, link=link)
    return parties


def _side_by_side(party: PartyMention, following: PartyMention) -> bool:
    """Whether two names stand bare and side by side, so that the second belongs to a noun (পাকিস্তান ইরান সীমান্ত ...)."""
    bare = all(p.kind is PartyKind.NAME and not p.marked and not p.role for p in (party, following))
    states = all(any(e.kind is EntityKind.STATE for e in p.names) for p in (party, following))
    return bare and states and party.after == following.first and set(party.names) != set(following.names)


def _joined(scan: Scan, party: PartyMention, following: PartyMention) -> bool:
    """Whether only a coordinator, a comma or a hyphen stands between two parties of which the first has no marker."""
    if party.marked and party.role not in {following.role, "adjective"}:
        return False
    between = range(party.after, following.first)
    if not between or len(between) > 2:
        return False
    hyphen = len(between) == 1 and scan.is_sign(between[0], "-–‐‑/") and scan.tokens[between[0]].glued
    if hyphen or any(scan.has_class(p, COORDINATOR) for p in between):
        return hyphen or all(scan.has_class(p, COORDINATOR) or scan.is_sign(p, ",") for p in between)
    # A comma joins only inside a list that goes on to a coordinator or ends in "including".
    comma = all(scan.is_sign(p, ",、") for p in between)
    town = any(e.kind is EntityKind.PLACE and e.state in {f.id for f in following.names} for e in party.names)
    return comma and (bool(following.link) or following.role == "including" or town)
