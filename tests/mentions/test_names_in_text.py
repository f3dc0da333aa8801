"""Names in running text: initials, honorifics, titles before and after, surnames alone, acronyms, demonyms, hyphens.

`names/<language>.txt` holds a text of our own a block: the text, then what is found in it, a party a line, as
`words = who : role`. `who` is the entity, with owner and office before a person; `*` marks an adjective.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from noticing import parties

from elchi.model.mention import PartyKind, PartyMention

NAMES = Path(__file__).parent / "names"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """Each text with its language and the parties expected in it."""
    for path in sorted(NAMES.glob("*.txt")):
        text, expected = "", []
        for line in [*path.read_text("utf-8").splitlines(), "end"]:
            if line.startswith("    "):
                expected.append(line.strip())
                continue
            if text:
                yield path.stem, text, expected
            text, expected = line, []


def who(party: PartyMention) -> str:
    """Whom a party is taken for."""
    owner = [e.id for e in party.owner[:1]]
    if party.kind is PartyKind.DESCRIPTION:
        return "/".join([*owner, party.description])
    if party.kind is PartyKind.TITLE:
        return "/".join([*owner, party.office])
    if party.kind is PartyKind.PERSON:
        name = party.names[0].id if party.names else party.written
        return "/".join([*owner, *([party.office] if party.office else []), name])
    return party.names[0].id + ("*" if party.kind is PartyKind.ADJECTIVE else "")


@pytest.mark.parametrize(("language", "text", "expected"), [pytest.param(*case, id=case[1][:40]) for case in cases()])
def test_names_are_found_with_whom_they_mean(language, text, expected):
    found = [f"{text[p.start : p.end]} = {who(p)} : {p.role or '-'}" for p in parties(text, language)]
    assert found == expected


def test_there_are_enough_cases_of_each_language():
    texts = list(cases())
    assert min(sum(case[0] == code for case in texts) for code in ("hi", "bn")) >= 60
