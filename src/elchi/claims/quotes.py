"""Direct quotes with their speakers, one for each stretch between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elchi.claims.context import Context, Sentence, participants
from elchi.claims.discourse import Actor
from elchi.model import Basis, Claim, ClaimKind, Status

# Fewer quoted words are a term or a name in quotation marks.
_SHORTEST = 4
# So are few words without a verb, in the middle of a clause.
_SHORTEST_VERBLESS = 6
_SURE, _LIKELY = 0.9, 0.7


def read_quotes(
    index: int, sentences: Sequence[Sentence], context: Context, speaker: tuple[Actor, ...]
) -> Iterator[Claim]:
    """Yield the quotes that begin in sentence `index`."""
    sentence = sentences[index]
    for first, after in sentence.quoted:
        start = sentence.scan.tokens[max(0, first - 1)].start
        begins = any(q.start <= start <= q.start + 1 for q in context.quotations)
        words = sum(1 for t in sentence.scan.tokens[first:after] if t.kind == "w")
        if not begins or not speaker or (words < _SHORTEST and after < len(sentence.scan)):
            continue
        if (words < _SHORTEST_VERBLESS or _is_foreign(first, after, sentence)) and _is_term(first, after, sentence):
            continue
        named = speaker[0].side.basis in {Basis.NAMED, Basis.TITLE}
        people = tuple(participants("speaker", list(speaker)))
        yield context.claim(
            ClaimKind.QUOTE, "quote", Status.PAST, participants=people, direct=True,
            evidence=(context.evidence(sentence, max(0, first - 1), min(after + 1, len(sentence.scan))),),
            confidence=_SURE if named else _LIKELY, medium=_medium(index, sentences),
        )  # fmt: skip


def _is_term(first: int, after: int, sentence: Sentence) -> bool:
    """Whether quoted words are no sentence: no verb, and no sign of speech before them."""
    verbless = not any(sentence.scan.verb_forms(place) for place in range(first, after))
    return verbless and first > 1 and not sentence.scan.is_sign(first - 2, ",:")


def _is_foreign(first: int, after: int, sentence: Sentence) -> bool:
    """Whether quoted words are written in Latin letters where the language is not: a book's title, most likely."""
    words = [t.key for t in sentence.scan.tokens[first:after] if t.kind == "w"]
    return not sentence.scan.pack.capitals and all(word.isascii() for word in words)


def _medium(index: int, sentences: Sequence[Sentence]) -> str:
    """Return X where the words round the quote name the network."""
    for sentence in sentences[index : index + 3]:
        for party in sentence.parties:
            if any(e.id.lower() in {"x", "twitter"} for e in party.mention.names):
                return "X"
        cues = (h for place in sentence.scan.places("cue") for h in sentence.scan.of_kind_at(place, "cue"))
        if any(h.entry.value[0] == "medium" for h in cues):
            return "X"
    return ""
