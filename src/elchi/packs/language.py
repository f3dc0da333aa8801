"""A language pack: everything that reading needs to know about one language, from its folder of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from elchi.errors import PackError
from elchi.packs.ambiguous import Condition, read_ambiguous
from elchi.packs.boilerplate import Boilerplate, BoilerplateIndex
from elchi.packs.date_words import read_date_word
from elchi.packs.lexicon import Ending, Entry, Lexicon
from elchi.packs.ontology import Ontology
from elchi.packs.tables import NONE, Row, alternatives, read_table, read_toml
from elchi.packs.verbs import Verbs, load_verbs, split_phrase
from elchi.script import fold

# Frame of phrases that tell no act though a word of theirs does elsewhere (পৌঁছে দেওয়া, to deliver, is no arrival).
NO_FRAME = "none"
# What matrix words do that tell no act of their own.
_NO_ACT = frozenset({"keep", "none"})
ROLES = frozenset(
    [
        "agent",
        "recipient",
        "source",
        "comitative",
        "genitive",
        "place",
        "on",
        "passive_agent",
        "between",
        "purpose",
        "during",
        "against",
        "towards",
        "about",
        "including",
        "besides",
        "according_to",
        "led_by",
        "on_behalf",
        "after",
        "before",
        "until",
        "since",
        "via",
        "as",
        "opposite",
    ]
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that shows the role of the group before it; `after` is the ending that the group must show, or ""."""

    role: str
    after: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that evokes a frame, with the verbs that make it a predicate and the conditions it needs."""

    lemma: str
    light: frozenset[str]
    frame: str
    needs: tuple[tuple[str, frozenset[str]], ...]
    strength: float
    nominal: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """A word that takes another act as its content: `effect` is keep, none or a frame id."""

    lemma: str
    light: frozenset[str]
    link: frozenset[str]
    effect: str
    status: str | None

    @property
    def tells(self) -> bool:
        """Whether the word tells an act of its own, whatever it takes as content."""
        return self.effect not in _NO_ACT


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of saying (kind `say`, `announce`, `ask` ...)."""

    lemma: str
    light: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Description:
    """Words that stand for parties without naming them; `role` is what the form shows, or ""."""

    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language tells an act by who undergoes it (folded lemmas; tams of `paradigms.tsv`).

    `auxiliary` after a form with a tam of `after` makes a passive, save of the verbs in `never`; `undergo` is the light
    verb that tells of an act what `act` tells of who does it (रद्द होना, रद्द करना).
    """

    auxiliary: frozenset[str]
    after: frozenset[str]
    never: frozenset[str]
    act: str
    undergo: str


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language. `lexicon` holds its words and the catalogue's names; `verbs` its verb forms and chains.

    Attributes:
        head_initial: whether the verb stands before its objects, and helping verbs before the verb.
        prepositions: whether the words that show a role stand before their group.
        capitals: whether names begin with a capital letter, and other words do not.
        furniture: the rows of `boilerplate`, to be looked up.
        telling_verbs: the verbs that tell an act of their own whatever they take as content (refuse to, agree to).
    """

    code: str
    name: str
    script: str
    enders: str
    full_stop: str
    abbreviations: frozenset[str]
    order: dict[str, Any]
    lexicon: Lexicon
    verbs: Verbs
    verb_triggers: dict[str, tuple[Trigger, ...]]
    verb_matrix: dict[str, tuple[Matrix, ...]]
    verb_speech: dict[str, Speech]
    boilerplate: tuple[Boilerplate, ...]
    name_parts: frozenset[str]
    ambiguous: dict[str, tuple[Condition, ...]]
    copulas: frozenset[str]
    plurals: tuple[str, ...]
    deontic: frozenset[str]
    voice: Voice

    head_initial: bool = field(init=False)
    prepositions: bool = field(init=False)
    capitals: bool = field(init=False)
    furniture: BoilerplateIndex = field(init=False, repr=False)
    telling_verbs: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out, once, what every sentence asks for."""
        object.__setattr__(self, "head_initial", self.order["verb"] == "medial")
        object.__setattr__(self, "prepositions", self.order["markers"] == "before")
        object.__setattr__(self, "capitals", self.order.get("names") == "capitals")
        object.__setattr__(self, "furniture", BoilerplateIndex(self.boilerplate))
        telling = frozenset(verb for verb, found in self.verb_matrix.items() if any(m.tells for m in found))
        object.__setattr__(self, "telling_verbs", telling)


def load_language(folder: Traversable, ontology: Ontology) -> LanguagePack:
    """Read a language folder. Raise `PackError`, with file and line, at the first row that is wrong."""
    settings = read_toml(folder, "pack.toml")
    sentence: dict[str, Any] = settings["sentence"]  # type: ignore[assignment]
    verbs = load_verbs(folder)
    lexicon = Lexicon(_endings(folder))
    for file, columns, kind, value in _TABLES:
        for row in read_table(folder, file, columns):
            lexicon.add(row.cells[0], Entry(kind, value(row)))
    order: dict[str, Any] = settings["order"]  # type: ignore[assignment]
    _markers(folder, lexicon, before=order["markers"] == "before")
    phrases = Phrases(lexicon, verbs, head_initial=order["verb"] == "medial")
    verb_triggers, verb_matrix = _triggers(folder, phrases, ontology), _matrix(folder, phrases, ontology)
    return LanguagePack(
        code=str(settings["code"]), name=str(settings["name"]), script=str(settings["script"]),
        enders=sentence["enders"], full_stop=sentence["full_stop"],
        abbreviations=frozenset(fold(a.rstrip(".")) for a in sentence["abbreviations"]),
        order=order, lexicon=lexicon, verbs=verbs,
        verb_triggers=verb_triggers, verb_matrix=verb_matrix, verb_speech=_speech(folder, phrases),
        boilerplate=tuple(_boilerplate(folder)),
        name_parts=frozenset(fold(row.cells[0]) for row in read_table(folder, "name_parts.tsv", "part kind")),
        ambiguous=read_ambiguous(folder, ROLES),
        plurals=tuple(map(fold, order.get("plural_endings", ()))),
        deontic=frozenset(map(fold, order.get("deontic", ()))),
        copulas=frozenset(map(fold, order["copulas"])),
        voice=_voice(settings.get("voice", {})),  # type: ignore[arg-type]
    )  # fmt: skip


def _voice(row: dict[str, Any]) -> Voice:
    auxiliary, never = (frozenset(map(fold, row.get(key, ()))) for key in ("auxiliary", "never"))
    return Voice(
        auxiliary, frozenset(row.get("after", ())), never, fold(row.get("act", "")), fold(row.get("undergo", ""))
    )


def _endings(folder: Traversable) -> list[Ending]:
    endings = []
    for row in read_table(folder, "endings.tsv", "base form role"):
        base, form, role = row.cells
        endings.append(Ending("" if base == "*" else fold(base), fold(form), _role(row, role)))
    return endings


def _role(row: Row, role: str) -> str:
    if role != NONE and role not in ROLES:
        raise row.expected(f"a universal role, found {role!r}")
    return "" if role == NONE else role


def _marker(row: Row) -> Marker:
    return Marker(_role(row, row.cells[1]), _role(row, row.cells[2]))


def _description(row: Row) -> Description:
    return Description(row.cells[1], _role(row, row.cells[2]))


def _markers(folder: Traversable, lexicon: Lexicon, *, before: bool) -> None:
    """Add the words that show roles: after their group, before it, or glued to it behind an apostrophe."""
    for row in read_table(folder, "markers.tsv", "marker role after"):
        glued = row.cells[0][0] in _APOSTROPHES
        lexicon.add(row.cells[0], Entry("enclitic" if glued else "preposition" if before else "marker", _marker(row)))


def _number(row: Row, low: int, high: int) -> int:
    if not row.cells[1].isdigit() or not low <= int(row.cells[1]) <= high:
        raise row.expected(f"a number from {low} to {high}, found {row.cells[1]!r}")
    return int(row.cells[1])


_TABLES: tuple[tuple[str, str, str, Callable[[Row], Any]], ...] = (
    ("titles.tsv", "title office", "title", lambda row: row.cells[1]),
    ("title_modifiers.tsv", "word effect", "modifier", lambda row: row.cells[1]),
    ("months.tsv", "name month", "month", lambda row: _number(row, 1, 12)),
    ("weekdays.tsv", "name weekday", "weekday", lambda row: _number(row, 1, 7)),
    ("day_words.tsv", "word offsets", "day_word", lambda row: tuple(int(n) for n in row.cells[1].split(","))),
    ("date_words.tsv", "phrase kind value", "date_word", read_date_word),
    ("numbers.tsv", "word kind value", "number", lambda row: (row.cells[1], float(row.cells[2]))),
    ("currencies.tsv", "word iso", "currency", lambda row: row.cells[1]),
    ("statements.tsv", "phrase cue value", "cue", lambda row: row.cells[1:]),
    ("topics.tsv", "word field", "topic", lambda row: row.cells[1]),
    ("words.tsv", "word class", "word", lambda row: row.cells[1]),
    ("name_parts.tsv", "part kind", "name_part", lambda row: row.cells[1]),
    ("descriptions.tsv", "phrase kind role", "description", _description),
)
_APOSTROPHES = "'’"


class Phrases:
    """Puts phrases of verbs into the lexicon: a noun with its light verbs, a verb with the words that belong to it."""

    def __init__(self, lexicon: Lexicon, verbs: Verbs, *, head_initial: bool) -> None:
        self.lexicon = lexicon
        self.verbs = verbs
        self.head_initial = head_initial
        self._forms: dict[str, list[str]] = {}
        for form, readings in verbs.forms.items():
            for lemma in {reading.lemma for reading in readings}:
                self._forms.setdefault(lemma, []).append(form)

    def check(self, row: Row, light: str) -> None:
        """Raise `PackError` where a light verb is no verb of `verbs.tsv`."""
        unknown = [lemma for lemma in alternatives(light) if fold(lemma) not in self.verbs.lemmas]
        if unknown:
            raise row.expected(f"light verbs of verbs.tsv, found {unknown[0]!r}")

    def split(self, phrase: str, light: str) -> tuple[str | None, tuple[str, ...]]:
        """Return what `split_phrase` does; a phrase that begins with its verb (call on) stays whole."""
        if not self.head_initial or light != NONE or " " not in phrase:
            return split_phrase(phrase, light, self.verbs.lemmas)
        first = fold(phrase.partition(" ")[0])
        return phrase, (first,) if first in self.verbs.lemmas else ()

    def add(self, phrase: str, light: str, entry: Entry) -> None:
        """Add a phrase; one that begins with its verb in every form of the verb."""
        first, _, rest = phrase.partition(" ")
        if not (self.head_initial and rest and light == NONE and fold(first) in self.verbs.lemmas):
            self.lexicon.add(phrase, entry)
            return
        for form in self._forms.get(fold(first), ()):
            self.lexicon.add(f"{form} {rest}", Entry(entry.kind, entry.value, bare=True))


def _triggers(folder: Traversable, phrases: Phrases, ontology: Ontology) -> dict[str, tuple[Trigger, ...]]:
    by_verb: dict[str, list[Trigger]] = {}
    for row in read_table(folder, "triggers.tsv", "lemma light frame needs strength nominal variants"):
        lemma, light, frame, needs, strength, nominal, variants = row.cells
        phrases.check(row, light)
        if frame not in ontology.frames and frame != NO_FRAME:
            raise row.expected(f"a frame of ontology/frames.toml, found {frame!r}")
        for phrase in (lemma, *alternatives(variants)):
            noun, lights = phrases.split(phrase, light)
            trigger = Trigger(lemma, frozenset(lights), frame, _needs(row, needs), float(strength), nominal == "y")
            if noun is None:
                by_verb.setdefault(lights[0], []).append(trigger)
            else:
                phrases.add(noun, light, Entry("trigger", trigger))
    return {lemma: tuple(found) for lemma, found in by_verb.items()}


def _needs(row: Row, cell: str) -> tuple[tuple[str, frozenset[str]], ...]:
    needs = []
    for part in cell.split(",") if cell != NONE else ():
        kind, _, values = part.partition(":")
        if kind not in {"role", "norole", "near", "not", "speech", "states", "org"}:
            raise row.expected(f"a condition role, norole, near, not, speech, states or org, found {part!r}")
        keep = alternatives(values)
        needs.append((kind, frozenset(keep if kind in {"role", "norole"} else map(fold, keep))))
    return tuple(needs)


def _matrix(folder: Traversable, phrases: Phrases, ontology: Ontology) -> dict[str, tuple[Matrix, ...]]:
    by_verb: dict[str, list[Matrix]] = {}
    for row in read_table(folder, "matrix.tsv", "lemma light link effect status"):
        lemma, light, link, effect, status = row.cells
        phrases.check(row, light)
        if effect not in _NO_ACT and effect not in ontology.frames:
            raise row.expected(f"keep, none or a frame, found {effect!r}")
        noun, lights = phrases.split(lemma, light)
        matrix = Matrix(
            lemma, frozenset(lights), frozenset(alternatives(link)), effect, None if status == NONE else status
        )
        if noun is None:
            by_verb.setdefault(lights[0], []).append(matrix)
        else:
            phrases.add(noun, light, Entry("matrix", matrix))
    return {lemma: tuple(found) for lemma, found in by_verb.items()}


def _speech(folder: Traversable, phrases: Phrases) -> dict[str, Speech]:
    by_verb: dict[str, Speech] = {}
    for row in read_table(folder, "speech.tsv", "lemma light kind"):
        lemma, light, kind = row.cells
        phrases.check(row, light)
        noun, lights = phrases.split(lemma, light)
        speech = Speech(lemma, frozenset(lights), kind)
        if noun is None:
            by_verb.setdefault(lights[0], speech)
        else:
            phrases.add(noun, light, Entry("speech", speech))
    return by_verb


def _boilerplate(folder: Traversable) -> list[Boilerplate]:
    rows = []
    for row in read_table(folder, "boilerplate.tsv", "text match kind"):
        text, match, kind = row.cells
        if match not in {"is", "starts", "ends", "contains"}:
            raise PackError(row.file, row.line, f"match is, starts, ends or contains, found {match!r}")
        edges = {"is": str.strip, "starts": str.lstrip, "ends": str.rstrip}.get(match)
        words = " ".join(fold(text).split())
        rows.append(Boilerplate(edges(words, " .:-–—*()[]।|") if edges else words, match, kind))
    return rows
