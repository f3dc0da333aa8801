"""Make persons.tsv, person_names.tsv and office_terms.tsv of the catalogue.

Inputs are ``tools/inputs/persons_*.tsv``, one person a line::

    label  state  en  hi  bn  ru  other  terms

`state` is an ISO 3166-1 alpha-3 code or ``-``. Names are separated by ``;``; a name that starts with ``~`` is a short
form (kind `surname`). `other` holds ``lang=name`` for further languages. `terms` holds ``office[@body]:from:to``,
separated by spaces; the body is the person's state where none is given, and days are ISO 8601, as exact as is known.
Offices are ids of offices.tsv or the short keys below. ``-`` stands for an empty cell, an unknown or an open end.

All that is wrong is told at once, by file and line, and then nothing is written. Run again after a change of the
inputs::

    pip install regex
    python tools/make_persons.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import regex

HERE = Path(__file__).resolve().parent
INPUTS = HERE / "inputs"
CATALOGUE = HERE.parent / "src" / "elchi" / "data" / "catalogue"
COLUMNS = 8
LANGUAGES = ("en", "hi", "bn", "ru")  # those with a column each
NEEDED = ("hi", "bn", "ru")  # the label is the name in English

# Short keys of offices.
OFFICES = {
    "hos": "head_of_state",
    "pr": "president",
    "vp": "vice_president",
    "pm": "prime_minister",
    "dpm": "deputy_prime_minister",
    "chan": "chancellor",
    "cprince": "crown_prince",
    "suprl": "supreme_leader",
    "fm": "foreign_minister",
    "dfm": "deputy_foreign_minister",
    "fsec": "foreign_secretary",
    "dm": "defence_minister",
    "home": "home_minister",
    "fin": "finance_minister",
    "trade": "trade_minister",
    "energy": "energy_minister",
    "trans": "transport_minister",
    "info": "information_minister",
    "law": "law_minister",
    "mos": "state_minister",
    "nsa": "national_security_adviser",
    "adv": "adviser",
    "foradv": "foreign_adviser",
    "chadv": "chief_adviser",
    "amb": "ambassador",
    "hc": "high_commissioner",
    "prep": "permanent_representative",
    "spk": "spokesperson",
    "psec": "press_secretary",
    "senvoy": "special_envoy",
    "intel": "intelligence_chief",
    "achief": "army_chief",
    "cds": "defence_chief",
    "chstaff": "chief_of_staff",
    "cmdr": "commander",
    "gen": "general",
    "spkr": "speaker",
    "opp": "opposition_leader",
    "pl": "party_leader",
    "ppres": "party_president",
    "pgs": "party_general_secretary",
    "cm": "chief_minister",
    "cj": "chief_justice",
    "pros": "prosecutor",
    "cbank": "central_bank_governor",
    "sg": "secretary_general",
    "dsg": "deputy_secretary_general",
    "unhc": "un_high_commissioner",
    "dg": "director_general",
    "ed": "executive_director",
    "mdir": "managing_director",
    "cpres": "commission_president",
    "coupres": "council_president",
    "comm": "commissioner",
    "euhr": "eu_high_representative",
    "cp": "chairperson",
    "head": "head_of_mission",
    "bodyp": "president_of_body",
    "ceo": "leader",
    "councillor": "state_councillor",
    "politb": "politburo_member",
    "rebel": "rebel_leader",
    "mruler": "military_ruler",
    "flady": "first_lady",
    "sos": "secretary_of_state",
}
# One office under two titles: the national one and the one the news uses for all states.
ALSO = {
    ("USA", "foreign_minister"): "secretary_of_state",
    ("USA", "defence_minister"): "defence_secretary",
    ("GBR", "foreign_minister"): "foreign_secretary",
    ("GBR", "defence_minister"): "defence_secretary",
    ("GBR", "home_minister"): "home_secretary",
}
# The writing of each language, as names of Unicode characters begin.
SCRIPTS = {
    "hi": "DEVANAGARI",
    "bn": "BENGALI",
    "ru": "CYRILLIC",
    "kk": "CYRILLIC",
    "ur": "ARABIC",
    "zh": "CJK",
    "en": "LATIN",
    "vi": "LATIN",
}
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?|-"
TERM = regex.compile(rf"(?P<office>[^:@]+)(?:@(?P<body>[^:]+))?:(?P<start>{DAY}):(?P<end>{DAY})")
REGNAL = regex.compile(r"\b[IVX]+\b")
NUKTA_AND_JOINERS = regex.compile("[\u093c\u09bc\u200c\u200d]")
# A nasal with virama before a consonant of its own place is read as anusvara.
NASALS = {
    "ं": regex.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])"),
    "ং": regex.compile("ঙ্(?=[ক-ঘ])|ঞ্(?=[চ-ঝ])|ণ্(?=[ট-ঢ])|ন্(?=[ত-ধ])|ম্(?=[প-ভ])"),
}


class Name(NamedTuple):
    """One name of one person: a row of person_names.tsv."""

    entity: str
    lang: str
    text: str
    kind: str
    source: str = "own"


class Term(NamedTuple):
    """One office that a person held at a body: a row of office_terms.tsv."""

    person: str
    office: str
    body: str
    start: str
    end: str
    source: str = "own"


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the inputs, in NFC."""

    where: str
    """File and line, for messages."""
    label: str
    state: str
    names: tuple[str, ...]
    """The cells of LANGUAGES."""
    other: str
    terms: tuple[str, ...]

    @property
    def id(self) -> str:
        """The label in lower-case ASCII letters and digits, with hyphens for all else."""
        text = unicodedata.normalize("NFD", self.label)
        text = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("'", "").replace("ø", "o")
        return regex.sub(r"[^a-z0-9]+", "-", text).strip("-")


def fold(text: str) -> str:
    """Fold a name as the matcher does, to find spellings that are one name to it.

    No nukta, no joiners, homorganic nasals and chandrabindu as anusvara, hyphens as spaces.
    """
    text = NUKTA_AND_JOINERS.sub("", unicodedata.normalize("NFD", text.lower())).replace("ँ", "ं").replace("ঁ", "ং")
    for anusvara, nasals in NASALS.items():
        text = nasals.sub(anusvara, text)
    return regex.sub(r"[-\s]+", " ", text).strip()


def in_script(lang: str, text: str) -> bool:
    """Whether all letters and marks of a name are of its language's script; regnal numbers may be Latin."""
    letters = (c for c in REGNAL.sub("", text) if c.isalpha() or unicodedata.combining(c))
    return all(unicodedata.name(c, "").startswith(SCRIPTS[lang]) for c in letters)


def read_people(folder: Path) -> tuple[list[Person], list[str]]:
    """Return the people of all input files, in the order of files and lines, and what is wrong with other lines."""
    people: list[Person] = []
    problems: list[str] = []
    for path in sorted(folder.glob("persons_*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line or line.startswith("#"):
                continue
            where = f"{path.name}:{number}"
            cells = unicodedata.normalize("NFC", line).split("\t")
            if len(cells) != COLUMNS:
                problems.append(f"{where}: expected {COLUMNS} tab-separated cells, found {len(cells)}")
                continue
            label, state, *names, other, terms = cells
            people.append(Person(where, label, state, tuple(names), other, tuple(filled(terms, None))))
    return people, problems


def filled(cell: str, separator: str | None = ";") -> Iterator[str]:
    """Give the parts of a cell that are not empty; none of a cell that is "-"."""
    if cell != "-":
        yield from (part.strip() for part in cell.split(separator) if part.strip())


def written_names(person: Person) -> Iterator[Name]:
    """Give every name in a line, the label first."""
    entries = [("en", person.label)]
    entries += [(lang, text) for lang, cell in zip(LANGUAGES, person.names, strict=True) for text in filled(cell)]
    for entry in filled(person.other):
        lang, _, text = entry.partition("=")
        entries.append((lang, text.strip()))
    for lang, text in entries:
        yield Name(person.id, lang, text.lstrip("~").strip(), "surname" if text.startswith("~") else "name")


def distinct_names(person: Person) -> Iterator[Name]:
    """Give the names of a person, the first of those that fold alike in a language."""
    seen: set[tuple[str, str]] = set()
    for name in written_names(person):
        key = (name.lang, fold(name.text))
        if key not in seen:
            seen.add(key)
            yield name


def office_terms(person: Person) -> Iterator[Term]:
    """Give the terms of a person, each under every title of its office. Terms that are no terms are left out."""
    for match in map(TERM.fullmatch, person.terms):
        if match is None:
            continue
        office = OFFICES.get(match["office"], match["office"])
        body = match["body"] or person.state
        yield Term(person.id, office, body, match["start"], match["end"])
        if (body, office) in ALSO:
            yield Term(person.id, ALSO[body, office], body, match["start"], match["end"])


def name_problems(person: Person) -> Iterator[str]:
    """Say what is wrong with the names of a person."""
    for lang, cell in zip(LANGUAGES, person.names, strict=True):
        if lang in NEEDED and cell == "-":
            yield f"expected a name in {lang}"
    for name in written_names(person):
        if name.lang not in SCRIPTS:
            yield f"expected one of {', '.join(SCRIPTS)} before =, found {name.lang!r}"
        elif not name.text:
            yield f"expected a name in {name.lang}, found nothing"
        elif not in_script(name.lang, name.text):
            yield f"expected {SCRIPTS[name.lang]} letters in the {name.lang} name {name.text!r}"


def term_problems(person: Person, offices: set[str]) -> Iterator[str]:
    """Say what is wrong with the terms of a person, given the ids of offices.tsv."""
    for written in person.terms:
        if not TERM.fullmatch(written):
            yield f"expected office[@body]:from:to, found {written!r}"
    for term in office_terms(person):
        if term.office not in offices:
            yield f"expected an office of offices.tsv or its short key, found {term.office!r}"
        if term.body == "-":
            yield f"expected office@body for one of no state, found {term.office!r} alone"
        if "-" not in (term.start, term.end) and term.start > term.end:
            yield f"expected a term that ends after it starts, found {term.start} to {term.end}"


def find_problems(people: Iterable[Person], offices: set[str]) -> Iterator[str]:
    """Say what is wrong with the people, by file and line."""
    taken: dict[str, str] = {}
    for person in people:
        if person.id in taken:
            yield f"{person.where}: {person.id} is in {taken[person.id]} already"
        taken.setdefault(person.id, person.where)
        for problem in (*name_problems(person), *term_problems(person, offices)):
            yield f"{person.where}: {problem}"


def write_table(path: Path, header: str, rows: Sequence[Iterable[str]]) -> None:
    """Write a table, and print how many rows it has."""
    path.write_text("\n".join([header, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")
    print(path.name, len(rows))


def main() -> None:
    """Write the three tables."""
    parser = argparse.ArgumentParser(description="Make the catalogue's tables of persons.")
    parser.add_argument("--out", type=Path, default=CATALOGUE, help="folder to write to (the catalogue)")
    out: Path = parser.parse_args().out
    people, problems = read_people(INPUTS)
    lines = (CATALOGUE / "offices.tsv").read_text(encoding="utf-8").splitlines()
    problems += find_problems(people, {line.split("\t")[0] for line in lines[1:]})
    if problems:
        raise SystemExit("\n".join(problems))
    out.mkdir(parents=True, exist_ok=True)
    persons = sorted((person.id, person.label, person.state, "own") for person in people)
    names = [name for person in people for name in distinct_names(person)]
    terms = list(dict.fromkeys(term for person in people for term in office_terms(person)))
    write_table(out / "persons.tsv", "# id\tlabel\tstate\tsource", persons)
    write_table(out / "person_names.tsv", "# entity\tlang\ttext\tkind\tsource", names)
    write_table(out / "office_terms.tsv", "# person\toffice\tbody\tfrom\tto\tsource", terms)


if __name__ == "__main__":
    main()
