"""Article → passages: sentences of the report, and its furniture apart, each a range of the raw text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import regex

from elchi.clean.furniture import line_kind
from elchi.clean.language import detect_language
from elchi.clean.sentences import split_sentences
from elchi.model import TEXT, TITLE, Article, Passage, PassageKind
from elchi.packs import LanguagePack
from elchi.script import LONGEST_WORD, fold, fold_text

__all__ = ["clean_article", "detect_language"]

_LINE = regex.compile(r"[^\r\n\u2028\u2029]+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d\u00ad]+")
# A headline in the text itself is a short first line without a sentence's end.
_LONGEST_HEADLINE = 160
# Shorter sentences may well be said twice.
_SHORTEST_REPEAT = 40
# Letters by which most sentences are told apart.
_BEGINNING = 8


def clean_article(article: Article, pack: LanguagePack) -> tuple[Passage, ...]:
    """Return the passages of an article in order, title first; together they cover every letter of it."""
    passages = list(_text_passages(article.text, pack))
    passages = _without_repeats(article.text, passages)
    if article.title and article.title.strip():
        passages.insert(0, Passage(TITLE, 0, len(article.title), PassageKind.HEADLINE, -1))
    return tuple(passages)


def _without_repeats(text: str, passages: list[Passage]) -> list[Passage]:
    """Mark as repeat a sentence said before, word for word, and one that is torn off and stands whole elsewhere."""
    told = {PassageKind.BODY, PassageKind.HEADLINE}
    begun = [_key(text[p.start : p.end], _BEGINNING) if p.kind in told else "" for p in passages]
    alike = Counter(begun)
    heads = [
        _key(text[p.start : p.end], _SHORTEST_REPEAT) if begin and alike[begin] > 1 else ""
        for p, begin in zip(passages, begun, strict=True)
    ]
    often = Counter([head for head in heads if len(head) >= _SHORTEST_REPEAT])
    if len(often) == often.total():
        return passages  # no two begin alike
    keys = [_key(text[p.start : p.end]) if often[head] > 1 else "" for p, head in zip(passages, heads, strict=True)]
    long = sorted({key for key in keys if len(key) >= _SHORTEST_REPEAT})
    torn = {a for a, b in pairwise(long) if b.startswith(a)}
    seen: set[str] = set()
    out = []
    for passage, key in zip(passages, keys, strict=True):
        again = len(key) >= _SHORTEST_REPEAT and (key in seen or key in torn)
        out.append(replace(passage, kind=PassageKind.REPEAT) if again else passage)
        seen.add(key)
    return out


def _text_passages(text: str, pack: LanguagePack) -> Iterator[Passage]:
    lines = [found.span() for found in _LINE.finditer(text)]
    kinds = [line_kind(text[start:end], pack) for start, end in lines]
    kinds = _with_headline(text, lines, kinds, pack)
    for number, ((start, end), kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is PassageKind.BODY:
            for first, after in split_sentences(text, start, end, pack):
                yield Passage(TEXT, first, after, kind, number)
        elif text[start:end].strip():
            yield Passage(TEXT, start, end, kind, number)


def _with_headline(
    text: str, lines: list[tuple[int, int]], kinds: list[PassageKind], pack: LanguagePack
) -> list[PassageKind]:
    """Mark the first line as headline when it is short, ends no sentence, and more follows."""
    body = [i for i, kind in enumerate(kinds) if kind is PassageKind.BODY]
    if len(body) > 1:
        start, end = lines[body[0]]
        line = text[start:end].rstrip()
        if len(line) <= _LONGEST_HEADLINE and line[-1:] not in pack.enders and line[-1:] not in ".\"'”’,:":
            kinds[body[0]] = PassageKind.HEADLINE
    return kinds


def _key(text: str, most: int | None = None) -> str:
    """Return the letters and digits of `text` folded, the first `most` of them or all.

    It is folded word by word, for `fold` remembers words.
    """
    key = ""
    for found in _WORD.finditer(text):
        word = found.group()
        key += fold(word) if len(word) <= LONGEST_WORD else fold_text(word)
        if most is not None and len(key) >= most:
            break
    return key[:most]
