"""Words of many sentences that are read as names: what a speaker of the language looks through for common words.

Sentences: the two NER sets, the translated texts of `ntrex`, events of `ednil`, the native news (the quarter that is
never read left out), the packs' own examples, and the files named, one sentence a line, told apart by their script.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import regex
from examples import read_examples
from labelled import NATIVE, read_news
from ner_sets import NONE, SETS, labelled
from spotted import meaning, names_of

from elchi.clean import clean_article
from elchi.model import Article, PassageKind
from elchi.packs import LanguagePack, load_pack
from elchi.script import tokenise
from elchi.sentence import Scan

_NTREX = {"hi": "hin", "bn": "ben"}
_FOLDS, _UNREAD = 4, 0


@dataclass
class Seen:
    """How often a word was read as a name, how often where a set labels it as no name, whom it means, a sentence."""

    count: int = 0
    unlabelled: int = 0
    means: Counter[str] = field(default_factory=Counter)
    example: str = ""


@dataclass
class Words:
    """Sentences read by source, and every word that was read as a name."""

    sentences: Counter[str] = field(default_factory=Counter)
    seen: dict[tuple[str, str], Seen] = field(default_factory=dict)

    def add(self, language: str, text: str, scan: Scan, labels: Sequence[str] = ()) -> None:
        """Count the names of one sentence; `labels` are those of its tokens, where a set gives them."""
        for hit in names_of(scan):
            start, end = scan.tokens[hit.first].start, scan.tokens[hit.after - 1].end
            seen = self.seen.setdefault((language, text[start:end]), Seen())
            seen.count += 1
            seen.unlabelled += bool(labels) and set(labels[hit.first : hit.after]) == {NONE}
            entity = meaning(hit)
            seen.means[f"{entity.kind.value}:{entity.id}"] += 1
            around = scan.tokens[max(0, hit.first - 5)].start, scan.tokens[min(len(scan), hit.after + 5) - 1].end
            seen.example = seen.example or text[slice(*around)]


def _unread(document: str) -> bool:
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % _FOLDS == _UNREAD


def _texts(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield (source, text) of the sets that carry no labels; a text may be one sentence or a whole article."""
    for line in (folder / "ntrex" / "dev" / f"{_NTREX[language]}.jsonl").read_text("utf-8").splitlines():
        yield from (("ntrex", sentence) for sentence in json.loads(line)["sentences"])
    events = folder / "events" / f"ednil_{language}.jsonl"
    for line in events.read_text("utf-8").splitlines() if events.exists() else ():
        yield "ednil", json.loads(line)["text"]
    for article in read_news(folder, language):
        if not _unread(article.id):
            yield "news", article.text
    yield from (("examples", example.article.text) for example in read_examples(language))


def _sentences(text: str, pack: LanguagePack) -> Iterator[str]:
    for passage in clean_article(Article("text", text, language=pack.code), pack):
        if passage.kind not in {PassageKind.FURNITURE, PassageKind.REPEAT}:
            yield text[passage.start : passage.end]


def _in_script(path: Path, language: str) -> Iterator[str]:
    letter = regex.compile(rf"\p{{Script={load_pack(language).script}}}")
    yield from (line for line in path.read_text("utf-8").splitlines() if letter.search(line))


def read_words(folder: Path, files: Sequence[Path]) -> Words:
    """Return what the sentences of all sets and of `files` hold."""
    words = Words()
    for language in NATIVE:
        pack = load_pack(language)
        for sentence in labelled(folder, language):
            words.add(language, sentence.text, Scan(sentence.tokens, pack), sentence.labels)
            words.sentences[SETS[language]] += 1
        texts = [(source, part) for source, text in _texts(folder, language) for part in _sentences(text, pack)]
        texts += [(path.name, line) for path in files for line in _in_script(path, language)]
        for source, text in texts:
            words.add(language, text, Scan(tokenise(text), pack))
            words.sentences[source] += 1
    return words


def print_words(words: Words) -> None:
    """Print how many sentences were read, and the words read as names, by language, the most frequent first."""
    print(f"{words.sentences.total()} sentences: {', '.join(f'{n} {name}' for name, n in words.sentences.items())}")
    print("language\tword\tcount\tunlabelled\tread as\tin")
    for (language, word), seen in sorted(words.seen.items(), key=lambda item: (item[0][0], -item[1].count)):
        means = ",".join(f"{entity}" for entity, _ in seen.means.most_common(2))
        print(f"{language}\t{word}\t{seen.count}\t{seen.unlabelled}\t{means}\t{seen.example}")
