"""What claims say of a group of states holds of each: a 30th year with five states dates the relations with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from elchi.model import Claim, ClaimKind
from elchi.model.facts import Fact
from elchi.packs.lifecycle import load_lifecycle_data


def facts_of_groups(claims: Iterable[Claim], members: Mapping[str, tuple[str, ...]]) -> Iterator[Fact]:
    """Yield, for each member, what dated statements say of a state and a group: facts for the dyads' own claims.

    Blocks stay apart: the claim is resolved with its group, and bears out or contradicts what is told of the member.

    Args:
        claims: of blocks that are groups.
        members: the states of a group, by its id.
    """
    once = load_lifecycle_data().begin_once
    for claim in claims:
        if claim.kind is not ClaimKind.STATEMENT or claim.type not in once or claim.valid_from is None:
            continue
        groups = [p for p in claim.participants if p.entity in members]
        states = [p for p in claim.participants if p.kind == "state"]
        for group in groups:
            for state in states:
                words = f" by “{claim.valid_from.text}”" if claim.valid_from.text else ""
                source = f"{claim.document} on {state.label} and {group.label}{words}"
                for member in members[group.entity]:
                    if member != state.entity:
                        block = "|".join(sorted((state.entity, member)))
                        yield Fact(source, block, claim.type, state.entity, member, valid_from=claim.valid_from)
