"""Who holds which office: a title with a name, bound to a state or a body, told once a person and office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.claims.context import Context, Sentence
from elchi.claims.private import is_titled
from elchi.model import TEXT, Claim, ClaimKind, Participant, Status
from elchi.model.link import LinkedParty
from elchi.model.mention import PartyKind

_NAMED, _UNSAID = 0.9, 0.7
_PAST = frozenset({"former", "then"})


def read_offices(sentences: Sequence[Sentence], context: Context) -> Iterator[Claim]:
    """Yield a `holds_office` statement for each person and office that the article names together."""
    seen: set[tuple[str, str]] = set()
    # The text says it better than the title, which shortens names.
    for sentence in sorted(sentences, key=lambda s: s.passage.field != TEXT):
        for party in sentence.parties:
            mention = party.mention
            if mention.kind is not PartyKind.PERSON or not mention.office or party.person is None or not party.sides:
                continue
            if is_titled(party, sentence):  # a team's captain
                continue
            key = (party.person.id, mention.office)
            if key not in seen:
                seen.add(key)
                yield _claim(party, sentence, context)


def _claim(party: LinkedParty, sentence: Sentence, context: Context) -> Claim:
    mention, side, person = party.mention, party.sides[0], party.person
    assert person is not None  # noqa: S101 - the caller has looked
    span = (mention.start, mention.end)
    where = mention.person_span or span
    holder = Participant(
        "subject", person.id, "person", person.label, side.basis, 1.0, where, party.sector, mention.office
    )
    body = Participant("object", side.entity.id, str(side.entity.kind), side.entity.label, side.basis, side.score)
    # A chief minister or a party's president holds no office of the state.
    people = (holder,) if mention.office in context.ontology.offices.local else (holder, body)
    status = Status.PAST if _PAST & set(mention.modifiers) else Status.ONGOING
    confidence = _NAMED if mention.owner else _UNSAID
    evidence = context.evidence(sentence, mention.first, _without_marker(mention.after, sentence, span[1]))
    return context.claim(
        ClaimKind.STATEMENT, "holds_office", status, participants=people, evidence=(evidence,), confidence=confidence
    )


def _without_marker(after: int, sentence: Sentence, end: int) -> int:
    while after > 1 and sentence.scan.tokens[after - 1].start >= end:
        after -= 1
    return after
