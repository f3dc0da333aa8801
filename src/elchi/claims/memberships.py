"""Statements about organisations: members, observers, partners, counts, founders, chairs, applications, places."""

from __future__ import annotations

from collections.abc import Iterator

from elchi.claims.chains import Chain, chain_at, no_verb_follows
from elchi.claims.context import participants
from elchi.claims.discourse import Actor
from elchi.claims.statements import Cue, View
from elchi.claims.when import lies_ahead
from elchi.model import Claim, DateSpan, EntityKind, Participant, Status
from elchi.model.mention import PartyKind
from elchi.packs.verbs import INFINITIVE

_STANDINGS = {"member": "member_of", "full_member": "member_of", "founding_member": "member_of",
              "observer": "observer_of", "dialogue_partner": "dialogue_partner_of"}  # fmt: skip
# A count of members stands at most this many words from its noun.
_COUNT_REACH = 3
# Words between a copula and what it says that something is (is one of the first six members).
_COPULA_REACH = 6
# Roles of the state that is given a chair, and of the one that gives it.
_RECEIVES, _GIVES = frozenset(["recipient", "towards"]), frozenset(["source"])
# Words between "the next" and the chair or the summit.
_COMING_REACH = 3
# Words between a wish and what it wishes.
_WISH_REACH = 1
# Roles in which a state stands beside what is said of members.
_BESIDE = frozenset(["place", "on", "comitative", "during", "besides", "before", "after", "via", "about", "opposite"])


def read_memberships(view: View) -> list[Claim]:
    """Return what a sentence says of organisations and who belongs to them."""
    return [*_founded(view), *_standings(view), *_chairs(view), *_applications(view), *_held_at(view)]


def _organisation(view: View, near: int) -> Actor | None:
    """Return the organisation that a sentence speaks of: the nearest before a token, else any, else the last one."""
    found = view.actors(EntityKind.ORGANISATION)
    before = [a for place, a in found if place <= near]
    if before or found:
        return before[-1] if before else found[0][1]
    side = view.context.discourse.organisation
    return Actor(side) if side is not None else None


def _states(view: View, first: int, after: int) -> list[Actor]:
    """Return the states named between two tokens, not those that a place or a description means."""
    out: dict[str, Actor] = {}
    for party in view.sentence.parties:
        mention = party.mention
        inside = first <= mention.first < after and mention.kind in {PartyKind.NAME, PartyKind.PERSON, PartyKind.TITLE}
        if inside and mention.role not in _BESIDE and party.place is None:
            for actor in view.context.discourse.actors(party, view.speaker):
                if actor.side.entity.kind is EntityKind.STATE:
                    out.setdefault(actor.id, Actor(actor.side, mention=actor.mention))
    return list(out.values())


def _two(view: View, type_: str, subject: Actor, body: Actor, bounds: tuple[int, int], **fields: object) -> Claim:
    people = [*participants("subject", [Actor(subject.side, mention=subject.mention)]), *participants("object", [body])]
    return view.say(type_, people, bounds, **fields)  # type: ignore[arg-type]


def _founded(view: View) -> Iterator[Claim]:
    """X was founded in Y by A, B and C: each founder is a member from the start."""
    cue = view.cue("founded")
    if cue is None:
        return
    bounds = _relative_clause(view, cue)
    # A year after the clause is another's: "K was among the founders, while B joined in 2017".
    since = view.dates(*bounds).get("at") or view.dates(0, bounds[1]).get("at")
    body = _organisation(view, cue.first)
    if body is None or since is None or not _founding(view, cue):
        return
    founders = [a for a in _listed(view, bounds) if a.id != body.id]
    people = [*participants("subject", [body]), *participants("founder", founders)]
    yield view.say("founded", people, bounds, valid_from=since, status=Status.PAST)
    for founder in founders:
        yield _two(view, "member_of", founder, body, bounds, valid_from=since)


def _founding(view: View, cue: Cue) -> bool:
    """Whether it is the organisation that is founded and not relations or a committee of others."""
    start, _end = view.clause(cue.first, cue.after)
    return view.cue("relations", first=start, after=cue.first) is None and not view.sentence.is_quoted(cue.first)


def _relative_clause(view: View, cue: Cue) -> tuple[int, int]:
    """Return the tokens from the relative word before a cue (which was founded ...) to the end of its clause."""
    scan = view.sentence.scan
    begin = next(
        (p for p in range(cue.first, -1, -1) if scan.has_class(p, "relative")), view.clause(cue.first, cue.after)[0]
    )
    end = next(
        (
            p
            for p in range(cue.after, len(scan))
            if scan.is_sign(p, ",;।") and not _in_brackets(view, p) and _verb_before(view, p)
        ),
        len(scan),
    )
    return begin, end


def _in_brackets(view: View, place: int) -> bool:
    scan = view.sentence.scan
    opened = [p for p in range(place) if scan.is_sign(p, "(")]
    return bool(opened) and not any(scan.is_sign(p, ")") for p in range(opened[-1], place))


def _verb_before(view: View, place: int) -> bool:
    scan = view.sentence.scan
    return scan.is_verb(place - 1) or scan.has_class(place - 1, "coordinator")


def _listed(view: View, bounds: tuple[int, int]) -> list[Actor]:
    return _states(view, bounds[0], bounds[1]) if view.actors(EntityKind.STATE, *bounds) else []


def _standings(view: View) -> Iterator[Claim]:
    """Who is member, observer or dialogue partner of what, with dates, lists and counts."""
    join = view.cue("join")
    wished = _wish(view, join) is not None if join is not None else False
    for type_, cue in _standing_cues(view):
        if wished and type_ == "member_of":
            continue  # wants to become a member
        body = _organisation(view, cue.first)
        if body is None or _founding_clause(view, cue):
            continue
        bounds = _list_bounds(view, cue)
        counted = _count(view, cue)
        subjects = [a for a in _states(view, *bounds) if a.id != body.id]
        subject_bodies = [a for _, a in view.actors(EntityKind.ORGANISATION, *bounds) if a.id != body.id]
        asserted = _asserted(view, cue, subjects, counted)
        dates = view.dates(*bounds)
        since = dates.get("at") or dates.get("from") or dates.get("since")
        if type_ == "observer_of" and subject_bodies and not subjects:
            subjects, body = (
                ([body], subject_bodies[-1]) if _is_last(subject_bodies[-1], body) else (subject_bodies[:1], body)
            )
        if asserted:
            for subject in subjects:
                yield _two(view, type_, subject, body, bounds, valid_from=since)
        if counted is not None and type_ == "member_of":
            yield view.say("member_count", participants("subject", [body]), bounds, value={"amount": int(counted)})


def _is_last(a: Actor, b: Actor) -> bool:
    return (a.mention or (0, 0))[0] > (b.mention or (0, 0))[0]


def _standing_cues(view: View) -> Iterator[tuple[str, Cue]]:
    """Yield the first cue of each standing; a founding member's cue is no member's."""
    seen: set[str] = set()
    for cue in view.cues:
        type_ = _STANDINGS.get(cue.kind)
        covered = any(
            c is not cue
            and c.first <= cue.first < c.after
            and c.kind in _STANDINGS
            and c.after - c.first > cue.after - cue.first
            for c in view.cues
        )
        if type_ is None or covered or type_ in seen or view.sentence.scan.has_class(cue.first - 1, "people"):
            continue  # সেনা সদস্য: soldiers are members of nothing here
        if cue.kind == "founding_member" and any(
            c.kind in {"member", "full_member", "count_noun"} and c is not cue for c in view.cues
        ):
            continue
        seen.add(type_)
        yield type_, cue


def _founding_clause(view: View, cue: Cue) -> bool:
    """Whether a standing is told of the founders, by the sentence that founds and not by a dated clause of its own."""
    founded = view.cue("founded")
    start, end = view.clause(cue.first, cue.after)
    return (
        founded is not None
        and not (not start <= founded.first < end and view.dates(start, end))
        and bool(view.dates(0, len(view.sentence.scan)).get("at"))
        and cue.kind != "observer"
        and _founding(view, founded)
    )


def _list_bounds(view: View, cue: Cue) -> tuple[int, int]:
    """Return the clause of a cue if it names states; else the sentence, as a list runs over commas and colons."""
    scan = view.sentence.scan
    clause = view.clause(cue.first, cue.after)
    if _states(view, *clause):
        return clause
    relative = (p for p in range(cue.first, 0, -1) if scan.has_class(p, "relative") and scan.is_sign(p - 1, ","))
    return next(relative, 0), len(scan)


def _count(view: View, cue: Cue) -> float | None:
    """Return the number that counts the members, if it stands just before them."""
    near = [a for a in view.sentence.marked.amounts if not a.currency and a.kind == "cardinal"]
    near = [a for a in near if 0 <= cue.first - a.after <= _COUNT_REACH and 1 < a.value < 250]
    if not near or cue.kind not in {"member", "count_noun", "full_member"}:
        return None
    counted = near[-1]
    before = (a for a in view.sentence.marked.amounts if 0 <= counted.first - a.after <= _COUNT_REACH)
    some = any(a.kind == "cardinal" and a.value > counted.value for a in before)  # 11 out of 15 are not all members
    return None if some else counted.value


def _asserted(view: View, cue: Cue, subjects: list[Actor], counted: float | None) -> bool:
    """Whether the sentence says that the subjects stand so: a verb or a list, not a member state in passing."""
    scan = view.sentence.scan
    if not subjects and not view.actors(EntityKind.ORGANISATION):
        return False
    helped = view.cue("status_word", "expand", "join") is not None or counted is not None
    listed = len(subjects) >= 2 and (scan.is_sign(cue.after, ":,") or counted is not None or helped)
    if scan.pack.head_initial:
        return helped or listed or _is_said_to_be(view, cue)
    follows = cue.after
    while scan.has_class(follows, "particle") or view.cue("status_word", first=follows, after=follows + 1) is not None:
        follows += 1
    copula = scan.is_verb(follows) and not scan.is_marker_here(follows)
    if copula and _lies_ahead(chain_at(scan, follows)):
        return False
    marker = scan.marker(cue.after)
    copula = copula or (marker is not None and marker[1].role == "as")
    copula = copula or (
        bool(scan.pack.order["zero_copula"]) and any(no_verb_follows(scan, cue.after + n) for n in (0, 1))
    )
    return helped or listed or copula


def _is_said_to_be(view: View, cue: Cue) -> bool:
    """Whether a copula stands before a standing: X is a founding member of Y."""
    scan = view.sentence.scan
    for place in range(cue.first - 1, max(-1, cue.first - 1 - _COPULA_REACH), -1):
        if any(form.lemma in scan.pack.copulas for form in scan.verb_forms(place)):
            return not _lies_ahead(chain_at(scan, place))
        if scan.is_sign(place) or scan.is_verb(place):
            return False
    return False


def _lies_ahead(chain: Chain) -> bool:
    """Whether one only hopes to be a member, is asked to be, or will be: सदस्य बनने के लिए, সদস্য হতে চায়."""
    return chain.finite == INFINITIVE or chain.status in {Status.PLANNED, Status.INTENDED, Status.HYPOTHETICAL}


def _chairs(view: View) -> Iterator[Claim]:
    """A state holds the rotating chair of an organisation."""
    cue = view.cue("chair", "chair_noun")
    if cue is None:
        return
    bounds = view.clause(cue.first, cue.after)
    body = next((a for _, a in view.actors(EntityKind.ORGANISATION, *bounds)), None)
    holder = _holder(view, cue, bounds) if body is not None else None
    if body is None or holder is None:
        return
    dates = view.dates(*bounds)
    since, until = dates.get("from") or dates.get("since") or dates.get("at"), dates.get("to")
    planned = since is None and _to_come(view, cue, bounds, since)  # a term with its days says itself when it holds
    status = Status.PLANNED if planned else Status.ONGOING
    yield _two(view, "chairs", holder, body, bounds, status=status, valid_from=since, valid_to=until)


def _holder(view: View, cue: Cue, bounds: tuple[int, int]) -> Actor | None:
    """Return the state that holds a chair: the one to which it is handed over, else the first before the words for it.

    Behind those words it stands too (the chair of X, Y), unless the chair is taken over from it.
    """
    states = [(place, a) for place, a in view.actors(EntityKind.STATE, *bounds) if a.person is None]
    taking, giving = _in_roles(view, bounds, _RECEIVES), _in_roles(view, bounds, _GIVES)
    best = [a for _, a in states if a.id in taking] if len({a.id for _, a in states}) > 1 else []
    best = best or [a for place, a in states if place < cue.first and a.id not in giving]
    return next(iter(best or [a for _, a in states if a.id not in giving]), None)


def _in_roles(view: View, bounds: tuple[int, int], roles: frozenset[str]) -> set[str]:
    inside = (p for p in view.sentence.parties if bounds[0] <= p.mention.first < bounds[1])
    return {a.id for p in inside if p.mention.role in roles for a in view.context.discourse.actors(p, view.speaker)}


def _to_come(view: View, cue: Cue, bounds: tuple[int, int], since: DateSpan | None) -> bool:
    """Whether what a cue says lies ahead: the next chair, a day after publication, a verb that tells of the future."""
    if since is not None and lies_ahead(since, view.context):
        return True
    coming = view.cue("coming", first=bounds[0], after=cue.after)
    if coming is not None and cue.first - coming.after <= _COMING_REACH:
        return True
    scan = view.sentence.scan
    verbs = (chain_at(scan, place) for place in range(*bounds) if scan.is_verb(place))
    told = [chain.status for chain in verbs if chain.finite == "y"]
    return bool(told) and told[-1] == Status.PLANNED


def _applications(view: View) -> Iterator[Claim]:
    """A state asks to join an organisation."""
    join = view.cue("join")
    cue = view.cue("application") or (_wish(view, join) if join is not None else None)
    if cue is None or join is None:
        return
    bounds = (0, len(view.sentence.scan))
    body = _organisation(view, join.first)
    owner = next(
        (
            p
            for p in reversed(view.sentence.parties)
            if p.mention.after <= cue.first
            and p.mention.role == "genitive"
            and p.sides
            and p.sides[0].entity.kind is EntityKind.STATE
        ),
        None,
    )
    states = _states(view, 0, cue.first + 1)
    subject = Actor(owner.sides[0]) if owner is not None else (states[-1] if states else None)
    if body is not None and subject is not None and subject.id != body.id:
        yield _two(view, "applies_to_join", subject, body, view.clause(cue.first, cue.after) if cue.first else bounds)


def _wish(view: View, join: Cue) -> Cue | None:
    """Return the words that wish to join, right beside those that join (wants to join, बनना चाहता है)."""
    wishes = (cue for cue in view.cues if cue.kind == "wish")
    return next((c for c in wishes if 0 <= max(c.first, join.first) - min(c.after, join.after) <= _WISH_REACH), None)


def _held_at(view: View) -> Iterator[Claim]:
    """A summit held in a place, told by a relative clause or a sentence of its own."""
    cue = view.cue("held")
    if cue is None:
        return
    bounds = view.clause(cue.first, cue.after)
    town = next(
        (
            p
            for p in view.sentence.parties
            if p.place is not None and p.place.kind is EntityKind.PLACE and bounds[0] <= p.mention.first < cue.first
        ),
        None,
    )
    body = _organisation(view, cue.first)
    relative = any(view.sentence.scan.has_class(p, "relative") for p in range(bounds[0], min(bounds[0] + 2, bounds[1])))
    if (
        town is None
        or town.place is None
        or body is None
        or not (relative or view.cue("summit", first=bounds[0], after=bounds[1]))
    ):
        return
    place = {"entity": town.place.id, "label": town.place.label, "country": town.place.state}
    people: list[Participant] = participants("subject", [body])
    day = view.dates(*bounds).get("at")
    status = Status.PLANNED if _to_come(view, cue, bounds, day) else Status.PAST
    yield view.say("held_at", people, bounds, status=status, place=place, valid_from=day)
