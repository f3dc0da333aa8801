"""Say where the catalogue's terms of office have gaps, and where two people hold what one person holds.

For each state of states.tsv that exists now: the days since 2000 on which no head of state, or no head of government,
is known. For each body: the days on which more than one person holds an office that one person holds at a time
(`single` in ontology/offices.toml). A day of handover is no overlap; neither are the offices of disputed_offices.tsv,
which are claimed or held by several. A day that is known by month or year only is read in the office's favour. Inputs::

    tools/inputs/forms_of_government.tsv   state  form  from  to  source
    tools/inputs/disputed_offices.tsv      body  office  from  to  why  source

where `form` is `realm` (the head of state is the British monarch, whose terms stand at GBR) or `one_head` (the head of
state leads the government). Ends with status 1 if there is an overlap that is not declared::

    python tools/check_persons.py [--since 2000-01-01] [--until 2025-12-31] [--gaps] [--office foreign_minister]

With --office, the gaps of that office are printed as well, for each body that has it.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
INPUTS = HERE / "inputs"
DATA = HERE.parent / "src" / "elchi" / "data"
DAY = timedelta(days=1)
HEADS_OF_STATE = {"head_of_state", "president", "king", "queen", "emir", "sultan", "supreme_leader", "leader", "pope",
                  "military_ruler", "chairperson"}  # fmt: skip
HEADS_OF_GOVERNMENT = {"prime_minister", "chancellor", "chief_adviser"}
CROWN = "GBR"


class Term(NamedTuple):
    """A row of office_terms.tsv."""

    person: str
    office: str
    body: str
    start: str
    end: str


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date


def rows(path: Path) -> Iterator[list[str]]:
    """Give the rows of a table, as cells."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_terms() -> list[Term]:
    """Return the terms of the catalogue."""
    return [Term(*row[:5]) for row in rows(DATA / "catalogue" / "office_terms.tsv")]


def single_offices() -> set[str]:
    """Return the offices that one person holds at a time."""
    text = (DATA / "ontology" / "offices.toml").read_text(encoding="utf-8")
    return set(tomllib.loads(text)["single"])


def first_day(day: str) -> date:
    """Return the first day that `day`, a day, month or year of ISO 8601, may mean; `-` is the first of all."""
    return date.min if day == "-" else date.fromisoformat((day + "-01-01")[:10])


def last_day(day: str) -> date:
    """Return the last day that `day` may mean; `-` is the last of all."""
    if day == "-":
        return date.max
    year, month = int(day[:4]), int(day[5:7] or 12)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromisoformat(day) if len(day) == len("2000-01-01") else following - DAY


def longest(term: Term) -> Span:
    """Return all days on which the term may hold."""
    return Span(first_day(term.start), last_day(term.end))


def shortest(term: Term) -> Span:
    """Return the days on which the term holds for sure, without its first and last, which are handed over."""
    return Span(min(last_day(term.start), date.max - DAY) + DAY, max(first_day(term.end), date.min + DAY) - DAY
                if term.end != "-" else date.max)  # fmt: skip


def uncovered(spans: Iterable[Span], since: date, until: date) -> list[Span]:
    """Return what of the days from `since` to `until` no span covers. Two terms that follow one another leave none."""
    gaps, free = [], since
    for first, last in sorted(spans):
        if first > until or free > until:
            break
        if first > free + DAY:
            gaps.append(Span(free, first - DAY))
        if last >= free:
            free = min(last, date.max - DAY) + DAY
    return [*gaps, Span(free, until)] if free < until else gaps


def forms() -> dict[tuple[str, str], list[Span]]:
    """Return when a state had a form of government."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for state, form, start, end, _ in rows(INPUTS / "forms_of_government.tsv"):
        found[state, form].append(Span(first_day(start), last_day(end)))
    return found


def cut(spans: Iterable[Span], by: Iterable[Span]) -> Iterator[Span]:
    """Give the parts of `spans` that lie in one of `by`."""
    frames = list(by)
    for span in spans:
        for frame in frames:
            both = Span(max(span.first, frame.first), min(span.last, frame.last))
            if both.first <= both.last:
                yield both


def gaps_of_states(terms: list[Term], since: date, until: date) -> Iterator[tuple[str, str, list[Span]]]:
    """Give, for each state and both its heads, the days on which none is known."""
    state_heads: dict[str, list[Span]] = defaultdict(list)
    government: dict[str, list[Span]] = defaultdict(list)
    for term in terms:
        if term.office in HEADS_OF_STATE:
            state_heads[term.body].append(longest(term))
        if term.office in HEADS_OF_GOVERNMENT:
            government[term.body].append(longest(term))
    form = forms()
    for state, _, kind, start, _, _ in rows(DATA / "catalogue" / "states.tsv"):
        if kind == "former" or state == "ESH":  # no government of its own
            continue
        begin = max(since, last_day(start)) if start != "-" else since
        heads = [*state_heads[state], *cut(state_heads[CROWN], form.get((state, "realm"), ()))]
        yield state, "head of state", uncovered(heads, begin, until)
        leaders = [*government[state], *cut(heads, form.get((state, "one_head"), ()))]
        yield state, "head of government", uncovered(leaders, begin, until)


def gaps_of_office(terms: list[Term], offices: set[str], since: date, until: date) -> Iterator[tuple[str, list[Span]]]:
    """Give, for each body that has a term of one of `offices`, the days on which nobody is known to hold one."""
    held: dict[str, list[Span]] = defaultdict(list)
    for term in terms:
        if term.office in offices:
            held[term.body].append(longest(term))
    for body, spans in sorted(held.items()):
        yield body, uncovered(spans, since, until)


def overlaps(terms: list[Term]) -> Iterator[tuple[Term, Term]]:
    """Give the pairs of terms in which two people hold what one person holds, and no row declares it."""
    declared: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for body, office, start, end, *_ in rows(INPUTS / "disputed_offices.tsv"):
        declared[body, office].append(Span(first_day(start), last_day(end)))
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        held[term.body, term.office].append(term)
    single = single_offices()
    for (body, office), several in sorted(held.items()):
        for one, other in combinations(several, 2):
            both = list(cut([shortest(one)], [shortest(other)]))
            known = any(s.first <= b.first and b.last <= s.last for b in both for s in declared[body, office])
            if office in single and one.person != other.person and both and not known:
                yield one, other


def shown(spans: list[Span]) -> str:
    """Write spans for people."""
    return ", ".join(f"{first}..{last}" for first, last in spans)


def main() -> None:
    """Print gaps and overlaps."""
    parser = argparse.ArgumentParser(description="Say where terms of office have gaps or overlap.")
    parser.add_argument("--since", type=date.fromisoformat, default=date(2000, 1, 1))
    parser.add_argument("--until", type=date.fromisoformat, default=date(2025, 12, 31))
    parser.add_argument("--gaps", action="store_true", help="print the days of each gap")
    parser.add_argument("--office", help="an office whose gaps are printed as well")
    asked = parser.parse_args()
    terms = read_terms()
    for head in ("head of state", "head of government"):
        found = [(s, g) for s, h, g in gaps_of_states(terms, asked.since, asked.until) if h == head]
        days = sum((span.last - span.first).days + 1 for _, gaps in found for span in gaps)
        whole = len(found) * ((asked.until - asked.since).days + 1)
        bare = [state for state, gaps in found if gaps and gaps[-1].last == asked.until]
        complete = sum(not gaps for _, gaps in found)
        print(f"{head}: {1 - days / whole:.1%} of the days of {len(found)} states, {complete} without a gap")
        print(f"  none on {asked.until}: {' '.join(bare) or 'nowhere'}")
        for state, gaps in found:
            if asked.gaps and gaps:
                print(f"  {state} {shown(gaps)}")
    for body, gaps in gaps_of_office(terms, {asked.office}, asked.since, asked.until):
        print(f"{asked.office}: {body} {shown(gaps) or 'whole'}")
    pairs = list(overlaps(terms))
    for one, other in pairs:
        print(f"overlap: {one.body} {one.office}: {one.person} {one.start}..{one.end}, "
              f"{other.person} {other.start}..{other.end}")  # fmt: skip
    raise SystemExit(1 if pairs else 0)


if __name__ == "__main__":
    main()
