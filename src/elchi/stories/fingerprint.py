"""The fingerprint of an article: what its copies and translations share, small enough to keep for every article."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import unquote, urlsplit

import regex

from elchi.model import Article
from elchi.packs import load_catalogue
from elchi.script import fold_text
from elchi.script.language import guess_language
from elchi.stories.anchors import Anchor, AnchorReader
from elchi.stories.names import EVERYWHERE

METHOD = "anchors-1"
"""Names how fingerprints are taken: kept ones of another method are taken anew."""
# What stands further down adds time and no certainty: a fingerprint of 3,000 words is as sure as one of 30,000.
_LONGEST = 20_000
URL = regex.compile(r"https?://[^\s\"'<>()\[\]]+|www\.[^\s\"'<>()\[\]]+")
_HOST = regex.compile(r"^(?:https?://)?(?:www\.)?([^/:?#]+)")
_UNIT = regex.compile(r"\p{Nd}+|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]|[\p{L}\p{M}]+")
_NO_SPACES = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]")
# Fewer words in an address are a section of the outlet (/world/asia).
_SHORTEST_ADDRESS = 4
# Words in a row that copies share and other tellings rarely do; letters where there are no spaces between words.
_SHINGLE, _SHINGLE_LETTERS = 3, 6


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of one article.

    Attributes:
        id: the article's id.
        digest: of its words without signs: equal digests are copies, word for word. Of a text without words, its id.
        language: as given, else as guessed; `un` where no guess is sure.
        day: day of publication as an ordinal, or None.
        source: the outlet, as given, or "".
        url: where it stood, or "".
        size: letters.
        keys: its anchors in order.
        places: the character at which each anchor begins, in title and text together.
        lead: number of anchors in the title and the first sentence.
        shingles: hashes of words in a row, sorted.
        links: addresses that the text names.
        agencies: ids of news agencies and outlets that the text names or links to, by place.
    """

    id: str
    digest: str
    language: str
    day: int | None
    source: str
    url: str
    size: int
    keys: tuple[str, ...]
    places: array[int]
    lead: int
    shingles: array[int]
    links: tuple[str, ...]
    agencies: tuple[str, ...]

    def to_json(self) -> str:
        """Return the fingerprint as a line of JSON, to be kept."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(row | {name: list(row[name]) for name in ("places", "shingles")}, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Fingerprint:
        """Return the fingerprint that `to_json` wrote."""
        row = json.loads(line)
        lists = {name: tuple(row[name]) for name in ("keys", "links", "agencies")}
        arrays = {"places": array("I", row["places"]), "shingles": array("Q", row["shingles"])}
        return cls(**row | lists | arrays)


def fingerprint(article: Article) -> Fingerprint:
    """Return the fingerprint of an article, in whatever language."""
    whole = text_of(article)
    links = tuple(dict.fromkeys(link.rstrip(".,;।") for link in URL.findall(whole)))
    text = URL.sub(lambda found: " " * len(found.group()), whole[:_LONGEST])
    language = (article.language or guess_language(text, sure=False)).split("-")[0].lower()
    anchors, sentences = anchor_reader(language).read(text)
    anchors = [*_of_address(article.url or "", {anchor.key for anchor in anchors}), *anchors]
    units = _UNIT.findall(fold_text(text))
    lead_end = sentences[min(1, len(sentences) - 1)][1] if sentences else 0
    return Fingerprint(
        article.id,
        _digest(" ".join(units) or article.id),
        language,
        _ordinal(article.published),
        article.source or "",
        article.url or "",
        sum(map(len, units)),
        tuple(anchor.key for anchor in anchors),
        array("I", (anchor.start for anchor in anchors)),
        sum(anchor.start < lead_end for anchor in anchors),
        array("Q", sorted(set(_shingles(units)))),
        links,
        _agencies(anchors, links),
    )


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def text_of(article: Article) -> str:
    """Return title and text as one, the title once where the text begins with it."""
    title = (article.title or "").strip()
    if not title or article.text.lstrip().startswith(title):
        return article.text
    return f"{title}\n{article.text}"


def _of_address(url: str, known: set[str]) -> list[Anchor]:
    """Return the anchors of the words in an article's address that its text lacks.

    Outlets of all languages put English words there: .../netherlands-returns-copper-plates-to-india_654442.html
    """
    path = unquote(urlsplit(url).path if "://" in url else "")
    words = regex.findall(r"\p{L}[\p{L}\p{M}]+", regex.sub(r"\.\p{L}+$", "", path.rpartition("/")[2] or path))
    if len(words) < _SHORTEST_ADDRESS:
        return []
    found, _ = anchor_reader(EVERYWHERE[-1]).read(" ".join(word.capitalize() for word in words))
    fresh = {anchor.key: Anchor(anchor.key, 0, 0, 0) for anchor in found if anchor.key not in known}
    return list(fresh.values())


@cache
def anchor_reader(language: str) -> AnchorReader:
    """Return the reader of a language's anchors, which remembers words."""
    return AnchorReader(language)


def _shingles(units: list[str]) -> Iterator[int]:
    """Yield the hash of each run of words; the same in every run of the program."""
    spaceless = sum(len(u) == 1 and _NO_SPACES.match(u) is not None for u in units[:50]) > len(units[:50]) / 2
    width = _SHINGLE_LETTERS if spaceless else _SHINGLE
    for place in range(max(1, len(units) - width + 1)):
        words = "\x1f".join(units[place : place + width])
        yield int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _agencies(anchors: list[Anchor], links: tuple[str, ...]) -> tuple[str, ...]:
    """Return the agencies and outlets that the text names or links to."""
    hosts = load_catalogue().hosts
    known = _agency_keys()
    named = [anchor.key[2:] for anchor in anchors if anchor.key in known]
    for link in links:
        found = _HOST.match(link)
        host = found.group(1).lower() if found else ""
        named += [hosts[part] for part in (host, host.partition(".")[2]) if part in hosts]
    return tuple(dict.fromkeys(named))


@cache
def _agency_keys() -> frozenset[str]:
    return frozenset(f"e:{e.id}" for e in load_catalogue().entities.values() if e.kind.value == "agency")


def _ordinal(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
