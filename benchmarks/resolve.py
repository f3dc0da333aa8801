"""What resolving costs: claims a second in one big block as it grows, in an organisation's, and in many small ones.

    python benchmarks/resolve.py [--sizes 5000,20000] [--small 2000]

Claims are made up: a dyad's events and statements over fourteen years, dated by day, month, year or not at all, by
named and unnamed people, an eighth of them by each article; an organisation's members, chairs and counts.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from elchi.model import Basis, Claim, ClaimKind, DateSpan, Evidence, Participant, Status
from elchi.reconcile import resolve_block

SEED = 20240625
FIRST, DAYS = date(2010, 1, 1), 14 * 365
ALIKE = (("CONSULT", "meet"), ("CONSULT", "call"), ("CONSULT", "summit"), ("SUPPORT", "sign"), ("AGREE", "agree"))
DIRECTED = (("CONSULT", "visit"), ("ACCUSE", "disapprove"), ("SUPPORT", "endorse"), ("AGREE", "invite"),
            ("AID", "economic"), ("REQUEST", "change"))  # fmt: skip
STATUSES = ["past"] * 7 + ["planned", "intended", "ongoing", "denied"]
Block = tuple[str, list[Claim]]


def _party(role: str, entity: str, kind: str = "state") -> Participant:
    return Participant(role, entity, kind, entity, Basis.NAMED)


def _claim(number: int, kind: ClaimKind, type_: str, status: str, people: Sequence[Participant], **more: Any) -> Claim:  # noqa: ANN401
    return Claim(
        f"d{number // 8}", kind, type_, Status(status), tuple(people), (Evidence("text", number, number + 5, "words"),),
        0.8, claim=f"c{number}", **more,
    )  # fmt: skip


def _event(number: int, sides: tuple[str, str], chance: random.Random) -> Claim:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    one, other = sides if chance.random() < 0.5 else sides[::-1]
    alike = chance.random() < 0.5
    type_, mode = chance.choice(ALIKE if alike else DIRECTED)
    roles = ("party", "party") if alike else ("actor", "recipient")
    people = [_party(roles[0], one), _party(roles[1], other)]
    people += [
        _party(role, f"{side}-{chance.randrange(6)}", "person")
        for role, side in zip(roles, (one, other), strict=True)
        if chance.random() < 0.45
    ]
    vague = [DateSpan.month(day.year, day.month), DateSpan.year(day.year), DateSpan.about(day - timedelta(days=9), day)]
    told = chance.choices([DateSpan.day(day), None, *vague], [55, 30, 7, 4, 4])[0]
    later = (day + timedelta(days=chance.randrange(3))).isoformat()
    status = chance.choice(STATUSES)
    return _claim(number, ClaimKind.EVENT, type_, status, people, mode=mode, date=told, published=later)


def _statement(number: int, sides: tuple[str, str], chance: random.Random) -> Claim:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    people = _party("subject", sides[0]), _party("object", sides[1])
    type_ = chance.choice(["diplomatic_relations", "partnership", "trade_volume", "trade_target"])
    year = DateSpan.year(day.year)
    rows: dict[str, dict[str, Any]] = {
        "diplomatic_relations": {"valid_from": DateSpan.day(FIRST + timedelta(days=chance.randrange(3)))},
        "partnership": {"value": {"text": chance.choice(["partnership", "strategic partnership"])}},
        "trade_volume": {"value": {"amount": chance.randrange(20, 400) * 10**8, "unit": "USD"},
                         "valid_from": year, "valid_to": year},
        "trade_target": {"value": {"amount": chance.randrange(5, 50) * 10**9, "unit": "USD"},
                         "valid_to": DateSpan.year(day.year + 5)},
    }  # fmt: skip
    status = "intended" if type_ == "trade_target" else "ongoing"
    return _claim(number, ClaimKind.STATEMENT, type_, status, people, published=day.isoformat(), **rows[type_])


def dyad(sides: tuple[str, str], claims: int, chance: random.Random) -> Block:
    """Return a block of a dyad: three events to a statement."""
    make = (_event, _event, _event, _statement)
    return "|".join(sorted(sides)), [make[n % 4](n, sides, chance) for n in range(claims)]


def organisation(claims: int, chance: random.Random) -> Block:
    """Return a block of an organisation with sixty states as members, observers and chairs."""
    made = []
    for number in range(claims):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        type_ = chance.choice(["member_of", "observer_of", "chairs", "member_count"])
        people = [_party("subject", f"S{chance.randrange(60)}"), _party("object", "ORG", "organisation")]
        begun = DateSpan.year(day.year) if chance.random() < 0.5 else None
        more: dict[str, Any] = {"valid_from": begun, "valid_to": begun if type_ == "chairs" else None}
        if type_ == "member_count":
            people, more = [_party("subject", "ORG", "organisation")], {"value": {"amount": chance.randrange(5, 90)}}
        made.append(
            _claim(number, ClaimKind.STATEMENT, type_, "ongoing", people, published=day.isoformat(), **more)
        )  # fmt: skip
    return "ORG", made


def measure(name: str, blocks: Sequence[Block]) -> str:
    """Return a row: claims, blocks, CPU seconds, claims a second, and how many things they came to."""
    claims = sum(len(told) for _, told in blocks)
    begun = time.process_time()
    found = [resolve_block(block, told) for block, told in blocks]
    spent = time.process_time() - begun
    parts = [
        sum(len(getattr(f, part)) for f in found) for part in ("occurrences", "standings", "conflicts", "promises")
    ]
    return "\t".join([name, str(claims), str(len(blocks)), f"{spent:.2f}", f"{claims / spent:.0f}", *map(str, parts)])


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="5000,20000", help="claims in the big blocks")
    options.add_argument("--small", type=int, default=2000, help="small blocks, of ten claims each")
    chosen = options.parse_args()
    chance = random.Random(SEED)  # noqa: S311 - figures that come out the same
    resolve_block("A|B", [])  # the tables are read
    print("block\tclaims\tblocks\tcpu_s\tclaims_per_s\toccurrences\tstandings\tconflicts\tpromises")
    for size in map(int, chosen.sizes.split(",")):
        print(measure("dyad", [dyad(("IND", "KAZ"), size, chance)]), flush=True)
        print(measure("organisation", [organisation(size, chance)]), flush=True)
    print(measure("small dyads", [dyad((f"A{n}", f"B{n}"), 10, chance) for n in range(chosen.small)]))


if __name__ == "__main__":
    main()
