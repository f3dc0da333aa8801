"""Verb forms of a language, and what chains of them say about an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from elchi.packs.tables import NONE, alternatives, read_table
from elchi.script import fold

TAMS = frozenset(
    [
        "perfective",
        "imperfective",
        "future",
        "subjunctive",
        "imperative",
        "infinitive",
        "infinitive_oblique",
        "purposive",
        "conjunctive",
        "stem",
        "present",
        "past",
        "perfect",
        "progressive",
        "past_progressive",
        "habitual_past",
        "conditional",
        "participle",
        "negated_past",
    ]
)
FINITE, NON_FINITE, INFINITIVE, ATTRIBUTIVE = "y", "n", "i", "a"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a verb form: its lemma (folded) and its tense, aspect or mood."""

    lemma: str
    tam: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a chain pattern: a lemma and a tam (None = any), or a literal word."""

    lemma: str | None
    tam: str | None
    word: str | None = None


ElementFields = tuple[str | None, str | None, str | None]  # the fields of an element: hashed faster than it is


@dataclass(frozen=True, slots=True)
class ChainPattern:
    """A chain of verb words and what it says: a claim status or None, how finite it is, its row in the table."""

    elements: tuple[Element, ...]
    status: str | None
    finite: str
    line: int
    weight: tuple[int, int, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Weigh it: longer patterns say more, of these those that name lemmas or words, of these the table's first."""
        named = sum(e.lemma is not None or e.word is not None for e in self.elements)
        object.__setattr__(self, "weight", (len(self.elements), named, -self.line))


@dataclass(slots=True)
class ChainNode:
    """A node of the trie of chain patterns: the patterns that go on by element, and the one that ends here."""

    next: dict[Element, ChainNode] = field(default_factory=dict)
    pattern: ChainPattern | None = None
    _by_word: dict[str, tuple[ChainNode, ...]] = field(default_factory=dict, compare=False, repr=False)
    _by_fields: dict[ElementFields, ChainNode] = field(default_factory=dict, compare=False, repr=False)

    def following(self, key: str, verbs: Verbs) -> tuple[ChainNode, ...]:
        """Return the nodes to which the folded word `key` leads: kept, for a chain is made of few words."""
        found = self._by_word.get(key)
        if found is not None:
            return found
        if key not in verbs.forms and key not in verbs.literals:
            return ()
        nodes = self._by_fields
        if not nodes:
            nodes.update(((e.lemma, e.tam, e.word), node) for e, node in self.next.items())
        found = self._by_word[key] = tuple([nodes[fields] for fields in verbs.elements(key) if fields in nodes])
        return found

    def words(self) -> Iterator[str]:
        """Yield the literal words of the patterns from here on."""
        for element, node in self.next.items():
            if element.word is not None:
                yield element.word
            yield from node.words()


@dataclass(frozen=True, slots=True)
class Verbs:
    """Readings by folded form; lemmas; the trie of chain patterns, and the words in it that are no verb forms."""

    forms: dict[str, tuple[VerbForm, ...]]
    lemmas: frozenset[str]
    chains: ChainNode
    literals: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note the literal words of the patterns: any other word that is no verb form ends a chain at once."""
        object.__setattr__(self, "literals", frozenset(self.chains.words()))

    def elements(self, key: str) -> set[ElementFields]:
        """Return every element of a chain pattern that the folded word `key` fits, each as its fields."""
        found: set[ElementFields] = {(None, None, key)}
        for form in self.forms.get(key, ()):
            found |= {(form.lemma, form.tam, None), (None, form.tam, None), (form.lemma, None, None)}
        return found


def load_verbs(folder: Traversable) -> Verbs:
    """Read `paradigms.tsv`, `verbs.tsv` and `tam.tsv` of a language folder. Raise `PackError` at a bad row."""
    paradigms = _paradigms(folder)
    forms: dict[str, dict[VerbForm, None]] = {}
    lemmas: set[str] = set()
    for row in read_table(folder, "verbs.tsv", "lemma stem paradigm irregular"):
        lemma, stem, paradigm, irregular = row.cells
        if paradigm != NONE and paradigm not in paradigms:
            raise row.expected(f"a paradigm of paradigms.tsv, found {paradigm!r}")
        lemmas.add(fold(lemma))
        table = _inflected(stem, paradigms.get(paradigm, {}))
        for part in irregular.split(";") if irregular != NONE else ():
            tam, _, words = part.partition("=")
            if tam not in TAMS or not words:
                raise row.expected(f"tam=form,form with a known tam, found {part!r}")
            table[tam] = words.split(",")
        for tam, words_of_tam in table.items():
            for word in words_of_tam:
                forms.setdefault(fold(word), {})[VerbForm(fold(lemma), tam)] = None
    chains = _chains(folder, lemmas)
    return Verbs({form: tuple(readings) for form, readings in forms.items()}, frozenset(lemmas), chains)


def _paradigms(folder: Traversable) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = {}
    for row in read_table(folder, "paradigms.tsv", "paradigm tam endings"):
        name, tam, endings = row.cells
        if tam not in TAMS:
            raise row.expected(f"a tam of docs/reference/data-formats.md, found {tam!r}")
        table.setdefault(name, {}).setdefault(tam, []).extend("" if e == "0" else e for e in endings.split("|"))
    return table


def _inflected(stem: str, paradigm: dict[str, list[str]]) -> dict[str, list[str]]:
    stem = "" if stem == NONE else stem
    return {tam: [stem + ending for ending in endings] for tam, endings in paradigm.items()}


def _chains(folder: Traversable, lemmas: set[str]) -> ChainNode:
    root = ChainNode()
    for row in read_table(folder, "tam.tsv", "pattern status finite"):
        pattern, status, finite = row.cells
        if finite not in {FINITE, NON_FINITE, INFINITIVE, ATTRIBUTIVE}:
            raise row.expected("finite y, n, i or a")
        elements = tuple(_element(text) for text in pattern.split(" "))
        unknown = [e for e in elements if (e.lemma and e.lemma not in lemmas) or (e.tam and e.tam not in TAMS)]
        if unknown:
            raise row.expected(f"lemmas of verbs.tsv and known tams, found {unknown[0]}")
        node = root
        for element in elements:
            node = node.next.setdefault(element, ChainNode())
        node.pattern = ChainPattern(elements, None if status == NONE else status, finite, row.line)
    return root


def _element(text: str) -> Element:
    lemma, dot, tam = text.rpartition(".")
    if not dot:
        return Element(None, None, fold(text))
    return Element(None if lemma == "*" else fold(lemma), None if tam == "*" else tam)


def split_phrase(phrase: str, light: str, lemmas: frozenset[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return the nominal part of a trigger phrase and its verbs, as folded lemmas.

    A verb alone gives (None, its lemma); `phrase` whose last word is a verb and which names no light verb gives
    the words before it and that verb; anything else gives the phrase and its light verbs.
    """
    lights = tuple(fold(lemma) for lemma in alternatives(light))
    words: Sequence[str] = phrase.split(" ")
    if not lights and fold(words[-1]) in lemmas:
        return (" ".join(words[:-1]) or None), (fold(words[-1]),)
    return phrase, lights
