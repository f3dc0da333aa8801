"""Clauses: where the parties of a predicate are looked for, and whose words a clause reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from elchi.claims.chains import chain_at, next_verb
from elchi.claims.clause_starts import clause_starts, has_verb
from elchi.packs import Hit
from elchi.script import NUMBER
from elchi.sentence import COORDINATOR, Scan

_HARD = ";:।"
# Signs that close a term, after which its clause goes on.
_CLOSING = "”’\"')»]"
# A shorter quotation is a term in quotation marks, part of the clause round it.
_SHORTEST_QUOTE = 6
_FINITE_TAMS = frozenset(
    [
        "perfective",
        "present",
        "past",
        "perfect",
        "future",
        "progressive",
        "past_progressive",
        "habitual_past",
        "negated_past",
        "subjunctive",
    ]
)
# Forms of verbs of saying that tell of no word said.
_UNSAID_TAMS = frozenset({"infinitive", "infinitive_oblique", "participle"})
_SPEECH_REACH = 3
# Roles of an infinitive that somebody is told (जाने को कहा, जाने के लिए कहा).
_TO_DO = frozenset({"recipient", "purpose"})
DENY = "deny"
"""The kind of speech whose content is said not to have been."""
_LONGEST_DATELINE, _LONGEST_AGENCY = 12, 5


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """A verb of saying: tokens `first` to `after`, its kind, and the tokens of what is said."""

    first: int
    after: int
    kind: str
    content: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clauses:
    """The boundaries of a sentence's clauses (token places where a clause begins) and its speech acts."""

    starts: tuple[int, ...]
    length: int
    speech: tuple[SpeechAct, ...]

    def around(self, first: int, after: int) -> tuple[int, int]:
        """Return (start, end) of the clause that holds tokens `first` to `after`."""
        begin = self.starts[max(0, bisect_right(self.starts, first) - 1)]
        place = bisect_left(self.starts, max(after, begin + 1))
        end = self.starts[place] if place < len(self.starts) else self.length
        return begin, max(end, after)

    def before(self, start: int) -> tuple[int, int] | None:
        """Return the clause before the one that begins at `start`."""
        place = bisect_left(self.starts, start)
        return (self.starts[place - 1], start) if place > 0 else None

    def speech_over(self, first: int) -> SpeechAct | None:
        """Return the innermost speech act whose content holds token `first`."""
        if not self.speech:
            return None
        over = [s for s in self.speech if s.content[0] <= first < s.content[1]]
        return min(over, key=lambda s: s.content[1] - s.content[0], default=None)


def find_clauses(scan: Scan, quoted: Sequence[tuple[int, int]], names: Container[int]) -> Clauses:
    """Return the clauses of a sentence.

    Args:
        scan: the sentence.
        quoted: its quoted token ranges.
        names: tokens inside names of persons, where no verb is one.
    """
    starts = {0, _past_dateline(scan)}
    for first, after in quoted:
        if after - first >= _SHORTEST_QUOTE or first <= 1:
            starts.update((first, min(after + 1, len(scan))))
    if scan.pack.head_initial:
        starts.update([place + 1 for place in scan.joints if scan.is_sign(place, _HARD)])
        starts.update(clause_starts(scan, names))
    else:
        starts.update(_starts_after_verbs(scan, names))
    ordered = tuple(sorted(s for s in starts if s < len(scan) or s == 0))
    return Clauses(ordered, len(scan), tuple(_speech_acts(scan, ordered, quoted)))


def _starts_after_verbs(scan: Scan, names: Container[int]) -> Iterator[int]:
    """Yield where clauses begin in a language whose verb ends its clause."""
    for place in scan.joints:
        complementiser = scan.has_class(place, "complementiser") and not scan.is_marker_here(place)
        if scan.is_sign(place, _HARD) or complementiser:
            yield place + 1
        elif scan.has_class(place, "clause", "relative") and (
            (scan.is_sign(place - 1) and not scan.is_sign(place - 1, _CLOSING)) or _after_finite(scan, place, names)
        ):
            yield place
        elif (scan.is_sign(place, ",") or scan.has_class(place, COORDINATOR)) and _after_finite(scan, place, names):
            yield place + 1


def _past_dateline(scan: Scan) -> int:
    """Return the token after a dateline with an agency in brackets (नयी दिल्ली, 7 मार्च (भाषा)), else 0."""
    if "(" not in scan.signs[1:_LONGEST_DATELINE]:
        return 0
    opening = scan.signs.index("(", 1)
    if scan.name(0) is None or any(_is_told(scan, place) for place in range(opening)):
        return 0
    closing = (p for p in range(opening + 1, min(opening + _LONGEST_AGENCY, len(scan))) if scan.is_sign(p, ")"))
    return next((p + 1 for p in closing if p + 1 < len(scan)), 0)


def _is_told(scan: Scan, place: int) -> bool:
    """Whether the word at `place` tells something, so that it is no part of a dateline."""
    dated = any(h.kind in {"name", "month", "weekday", "number"} for h in scan.hits[place])
    if scan.is_sign(place) or scan.tokens[place].kind == NUMBER or dated:
        return False
    return scan.is_verb(place) or scan.may_begin(place, "marker") or scan.may_begin(place, "trigger")


def _after_finite(scan: Scan, place: int, names: Container[int] = ()) -> bool:
    """Whether the word before `place` ends a finite verb chain."""
    before = place - 1
    while before >= 0 and scan.has_class(before, "negation", "particle"):
        before -= 1
    if before in names or scan.is_marker_here(before) or scan.has_class(before, "noun"):
        return False
    return any(f.tam in _FINITE_TAMS for f in scan.verb_forms(before))


def may_speak(scan: Scan) -> bool:
    """Whether a sentence has a word or a verb form for saying something."""
    if "may_speak" not in scan.memory:
        speech = scan.pack.verb_speech
        forms = (form for place in scan.verbs for form in scan.verb_forms(place))
        scan.memory["may_speak"] = bool(scan.places("speech")) or any(form.lemma in speech for form in forms)
    return bool(scan.memory["may_speak"])


def _speech_acts(scan: Scan, starts: Sequence[int], quoted: Sequence[tuple[int, int]]) -> list[SpeechAct]:
    acts: list[SpeechAct] = []
    for place in sorted({*scan.verbs, *scan.places("speech")}):
        found = _speech_verb(scan, place)
        if found is None or (acts and place < acts[-1].after):
            continue
        after, kind = found
        content = _denied(scan, after) if kind == DENY else _content(scan, place, after, starts, quoted)
        acts.append(SpeechAct(place, after, kind, content))
    return [act for act in acts if _is_finite(scan, act) or not any(_is_finite(scan, a) for a in _rivals(act, acts))]


def _rivals(act: SpeechAct, acts: Sequence[SpeechAct]) -> list[SpeechAct]:
    """Return the other acts of the same content (speaking of A's ties, B said: ...)."""
    return [other for other in acts if other is not act and other.content == act.content]


def _is_finite(scan: Scan, act: SpeechAct) -> bool:
    """Whether a finite verb says it, not a participle or a converb (बोलते हुए, বলতে গিয়ে)."""
    verb = next((p for p in range(act.first, act.after) if scan.verb_forms(p)), None)
    return verb is not None and chain_at(scan, verb).finite == "y"


def _speech_verb(scan: Scan, place: int) -> tuple[int, str] | None:
    for hit in scan.of_kind_at(place, "speech"):
        after = _speech_phrase(scan, place, hit)
        if after is not None:
            return after, str(hit.entry.value.kind)
    speech = scan.pack.verb_speech
    forms = [form for form in scan.verb_forms(place) if form.lemma in speech and form.tam not in _UNSAID_TAMS]
    if not forms or scan.is_marker_here(place):
        return None
    if scan.has_class(place, "complementiser") and _after_finite(scan, place):
        return None
    return chain_at(scan, place).after, speech[forms[0].lemma].kind


def _speech_phrase(scan: Scan, place: int, hit: Hit) -> int | None:
    """Return where a phrase of speech ends with the verb that it needs; None without that verb."""
    light = hit.entry.value.light
    if scan.pack.head_initial:
        return hit.after if any(form.lemma in light for form in scan.verb_forms(place)) else None
    verb = next_verb(scan, hit.after, light, _SPEECH_REACH)
    if verb is not None:
        return chain_at(scan, verb).after
    bare = scan.pack.order["zero_copula"] and place and scan.is_sign(hit.after, ",:")  # পাকিস্তানের দাবি, ...
    return hit.after if bare else None


def _content(
    scan: Scan, first: int, after: int, starts: Sequence[int], quoted: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return the tokens of what is said: the clause after that / a comma, else a quotation, else the clause before."""
    following = next((p for p in range(after, min(after + 3, len(scan))) if scan.has_class(p, "complementiser")), None)
    if following is not None:
        return following + 1, len(scan)
    if scan.pack.head_initial and not quoted:
        return _content_beside(scan, first, after, starts)
    for begin, end in quoted:
        if end <= first or begin >= after:
            return begin, end
    if scan.is_sign(after, ",:-–—"):
        return after + 1, len(scan)
    return (0, 0) if _takes_an_infinitive(scan, first) else (0, _end_before(scan, first, starts))


def _end_before(scan: Scan, first: int, starts: Sequence[int]) -> int:
    """Return where the clause ends that stands before a verb of saying and says what it says; 0 where none does.

    What a relative clause tells of the one before it (the train opened, which signals ...) is nobody's word, nor is
    what stands before "and" (he came, and both announced a partnership).
    """
    complement = [p for p in range(first) if scan.has_class(p, "complementiser")]
    own = max((s for s in starts if s <= first), default=0)
    if own and not complement and (scan.has_class(own, "relative") or scan.has_class(own - 1, COORDINATOR)):
        return 0
    return complement[-1] if complement else own


def _takes_an_infinitive(scan: Scan, first: int) -> bool:
    """Whether a verb of saying tells somebody to do something, so that what it says is a verb of its own clause."""
    markers = (scan.marker(place) for place in range(max(1, first - 2), first) if scan.is_verb(place - 1))
    return any(m is not None and m[0].after == first and m[1].role in _TO_DO for m in markers)


def _denied(scan: Scan, after: int) -> tuple[int, int]:
    """Return the tokens of what is denied: the clause after `that`, or in a head-initial language one without it."""
    following = next((p for p in range(after, min(after + 3, len(scan))) if scan.has_class(p, "complementiser")), None)
    if following is not None:
        return following + 1, len(scan)
    return (after, len(scan)) if scan.pack.head_initial and has_verb(scan, after, len(scan), ()) else (0, 0)


def _content_beside(scan: Scan, first: int, after: int, starts: Sequence[int]) -> tuple[int, int]:
    """Return what is said where no word introduces it: what follows with a verb of its own, else what stands before."""
    if has_verb(scan, after, len(scan), ()):
        return after, len(scan)
    clause = max((s for s in starts if s <= first), default=0)
    return (0, clause) if clause > 0 else (after, len(scan))
