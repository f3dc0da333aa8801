"""Make the catalogue's states.tsv and state_names.tsv.

Names come from Unicode CLDR (through Babel), spellings of the press, adjectives and names of peoples from the tables in
``tools/inputs``. Run again after a change of those tables or for a newer CLDR::

    pip install babel regex
    python tools/make_states.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import regex as re
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).resolve().parent
INPUTS = HERE / "inputs"
CATALOGUE = HERE.parent / "src" / "elchi" / "data" / "catalogue"
LANGUAGES = ("hi", "bn", "en", "ru", "kk", "ur", "zh", "vi")
KINDS = ("name", "short", "demonym", "acronym", "surname", "historic")

# Territories that the list of replaced codes in CLDR does not lead to.
ALPHA2 = {"XKX": "XK"}
# Names of CLDR that are labels of a menu ("Congo - Kinshasa", "Hong Kong SAR China"), not names in a text.
LABEL = re.compile(r"[()（）﹣]| [-–] |SAR")
# Names of CLDR that are another thing's name in the press: Seychelles as Sicily, Dominica as the Dominican Republic.
WRONG = {("SYC", "bn", "সিসিলি"), ("GRD", "bn", "গ্রানাডা")}
# Homorganic nasals with virama are read as anusvara.
NASALS = {"hi": re.compile("[ङञणनम]्(?=[क-म])"), "bn": re.compile("[ঙঞণনম]্(?=[ক-ম])")}
NUKTA_AND_JOINERS = re.compile("[\u093c\u09bc\u200c\u200d]")
RUSSIAN_ADJECTIVE = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")


class Name(NamedTuple):
    """One name of one entity."""

    entity: str
    lang: str
    text: str
    kind: str
    source: str


def rows(path: Path) -> Iterator[list[str]]:
    """Give the cells of each line of a table, without comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield unicodedata.normalize("NFC", line).split("\t")


def alternatives(cell: str, kind: str) -> Iterator[tuple[str, str]]:
    """Split a cell at "|" into texts with their kinds: ``short:UAE`` names its own, others get the given one."""
    if cell == "-":
        return
    for part in cell.split("|"):
        head, colon, tail = part.partition(":")
        found = (tail, head) if colon and head in KINDS else (part, kind)
        yield " ".join(found[0].split()), found[1]


def fold(text: str) -> str:
    """Fold a word as the reader does, to find spellings that are one word to it."""
    folded = NUKTA_AND_JOINERS.sub("", unicodedata.normalize("NFD", text)).replace("ँ", "ं").replace("ঁ", "ং")
    folded = str(NASALS["bn"].sub("ং", NASALS["hi"].sub("ं", folded)))
    return folded.replace("-", " ").lower()


def write_names(path: Path, names: Iterable[Name]) -> int:
    """Write a table of names, the first of those that fold to one word, and return how many."""
    seen: set[tuple[str, str, str]] = set()
    lines = ["# entity\tlang\ttext\tkind\tsource"]
    for name in names:
        key = (name.entity, name.lang, fold(name.text))
        if key in seen or not name.text or name.text == "-":
            continue
        seen.add(key)
        lines.append("\t".join(name._replace(text=unicodedata.normalize("NFC", name.text))))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines) - 1


def write_entities(path: Path, header: str, entities: Iterable[Iterable[str]]) -> int:
    """Write a table of entities, sorted by id, and return how many."""
    lines = sorted({"\t".join(entity) for entity in entities})
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return len(lines)


def out_folder(description: str) -> Path:
    """Return the folder that the command line names, made where it is missing; the catalogue where it names none."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--out", type=Path, default=CATALOGUE, help="folder to write to (the catalogue)")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    return out


def alpha2_codes() -> dict[str, str]:
    """Map ISO 3166-1 alpha-3 to alpha-2, as CLDR lists them."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    codes = {old: new[0] for old, new in aliases.items() if len(old) == 3 and old.isalpha() and len(new) == 1}
    return codes | ALPHA2


def cldr_names(state: str, alpha2: str) -> Iterator[Name]:
    """Give the name of a state in each language, from CLDR."""
    for lang in LANGUAGES:
        text = str(Locale.parse(lang).territories.get(alpha2, "-"))
        if LABEL.search(text) or (state, lang, text) in WRONG:
            continue
        yield Name(state, lang, text, "name", "cldr")


def demonyms_by_rule(state: str, names: Iterable[Name]) -> Iterator[Name]:
    """Give what Chinese and Vietnamese call a people: the state's name with the word for a person."""
    for name in names:
        if name.lang == "zh":
            yield Name(state, "zh", f"{name.text}人", "demonym", "own")
        elif name.lang == "vi":
            yield Name(state, "vi", f"người {name.text}", "demonym", "own")


def russian_forms(word: str) -> Iterator[str]:
    """Give the forms of a Russian adjective in -ский or -цкий; any other word as it stands."""
    if word.endswith(("ский", "цкий", "жский")):
        yield from (word[:-2] + ending for ending in RUSSIAN_ADJECTIVE)
    else:
        yield word


def spellings() -> dict[str, list[Name]]:
    """Read the names of states in use in the press, and the adjectives beside them."""
    found: dict[str, list[Name]] = {}
    demonyms: dict[str, list[Name]] = {}
    for state, lang, names, adjectives in rows(INPUTS / "state_spellings.tsv"):
        found.setdefault(state, []).extend(Name(state, lang, t, k, "own") for t, k in alternatives(names, "name"))
        demonyms.setdefault(state, []).extend(
            Name(state, lang, t, k, "own") for t, k in alternatives(adjectives, "demonym")
        )
    for state, *cells in rows(INPUTS / "state_demonyms.tsv"):
        for lang, cell in zip(("en", "ru", "kk", "ur"), cells, strict=True):
            for text, kind in alternatives(cell, "demonym"):
                words = russian_forms(text) if lang == "ru" else (text,)
                demonyms.setdefault(state, []).extend(Name(state, lang, word, kind, "own") for word in words)
    return {state: found.get(state, []) + demonyms.get(state, []) for state in found.keys() | demonyms.keys()}


def main() -> None:
    """Write both tables."""
    out = out_folder("Make the catalogue's tables of states.")
    codes = alpha2_codes()
    extra = spellings()
    english = Locale.parse("en").territories
    states: list[tuple[str, ...]] = []
    names: list[Name] = []
    for state, label, kind, start, end, dates in rows(INPUTS / "states.tsv"):
        former = kind == "former"
        title = label if label != "-" else str(english[codes[state]])
        states.append((state, title, kind, start, end, dates if former else f"cldr_{dates}"))
        named = Name(state, "en", title, "name", "own" if former else "cldr")
        own = [named, *([] if former else cldr_names(state, codes[state]))]
        names += own + extra.pop(state, []) + list(demonyms_by_rule(state, own))
    if extra:
        raise SystemExit(f"spellings of unknown states: {sorted(extra)}")
    order = {lang: number for number, lang in enumerate((*LANGUAGES, "mul"))}
    names.sort(key=lambda name: (name.entity, order[name.lang], KINDS.index(name.kind) == 2))
    count = write_entities(out / "states.tsv", "# id\tlabel\tkind\tfrom\tto\tsource", states)
    print(f"{count} states, {write_names(out / 'state_names.tsv', names)} names")


if __name__ == "__main__":
    main()
