"""A sentence as the stages see it: its tokens, and one pass of the lexicon over them - what each token may begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from elchi.model import Entity
from elchi.packs import Description, Hit, LanguagePack, Marker, as_written_hits, stands_as_name
from elchi.packs.lexicon import NO_WORD, Word, classes_of, hits_by_kind, kinds_of
from elchi.packs.verbs import VerbForm
from elchi.script import NUMBER, SIGN, WORD, Token, fold

# Kinds of entries that tell that a word is an ordinary one, no part of an unknown name.
_ORDINARY = frozenset(
    ["word", "marker", "preposition", "trigger", "cue", "month", "weekday", "day_word", "date_word", "number",
     "currency", "title", "description", "speech", "matrix"]
)  # fmt: skip
# Words that may stand inside a phrase that tells an act, how many, and which kinds of phrases these are.
_BETWEEN = frozenset(["adverb", "particle", "quantifier", "negation", "adjective"])
_MOST_BETWEEN = 2
_DAYS = frozenset({"day_word", "weekday"})
# Kinds of entries that tell that a word can be a noun.
_NOMINAL = frozenset({"name", "title", "cue", "trigger", "description"})
PARTICLE, COORDINATOR = "particle", "coordinator"
_LONGEST_PREPOSITION = 4
# Words of a group before its name (with the visiting Japanese minister), and their classes.
_LONGEST_BEFORE = 4
_BEFORE_NAMES = ("determiner", "adjective", "quantifier", PARTICLE)
# Classes of words after which a form without ending is a verb, and words in which `and` makes a subject plural.
_BEFORE_BASES = ("auxiliary", "negation", "adverb", "pronoun", COORDINATOR, "relative", "complementiser", PARTICLE)
_LONGEST_LIST = 4
# Classes of words that may stand between clauses.
_JOINTS = frozenset({"complementiser", "clause", "relative", COORDINATOR})
# Shorter words are written small in headlines, too.
_LONG_WORD = 4


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, it takes far longer to make
class NameHit:
    """A name of the catalogue: tokens, the entities it may mean, its ending's role.

    `adjective` says that it is only ever an adjective (रूसी), `either` that it may be one (সৌদি); `part` that it is only
    a part of a person's name.
    """

    first: int
    after: int
    entities: tuple[Entity, ...]
    adjective: bool
    role: str
    either: bool
    part: bool


class Scan:
    """The tokens of a passage with every lexicon hit, by the token where it begins.

    `text` is the field in which the tokens have their places; `memory` keeps what a stage has worked out about a token.
    What is asked of every token is worked out here, once, and found by the token's place: the sign that it is, or "";
    its hits. `numbers` are the places of digits, `verbs` those of verb forms, `joints` those of signs and of words that
    may stand between clauses; `keys` are all words, `classes` their classes, and `kinds` what each token may begin.
    """

    def __init__(self, tokens: Sequence[Token], pack: LanguagePack, text: str = "") -> None:
        self.tokens = tokens
        self.length = len(tokens)
        self.text = text
        self.pack = pack
        lexicon = pack.lexicon
        words = [lexicon.word(token.key) if token.kind != SIGN else NO_WORD for token in tokens]
        found = lexicon.hits(tokens, words)
        self.hits: list[list[Hit]] = as_written_hits(tokens, found, text, pack)
        self.signs = [token.key if token.kind == SIGN else "" for token in tokens]
        self.numbers = [place for place, token in enumerate(tokens) if token.kind == NUMBER]
        self._markers: dict[int, bool] = {}
        self._names: dict[int, NameHit | None] = {}
        self._places: dict[str, list[int]] = {}
        self._by_kind: dict[int, dict[str, list[Hit]]] = {}
        self.kinds = [word.kinds for word in words]
        self._classes = [word.classes for word in words]
        for place, (hits, first, word) in enumerate(zip(self.hits, found, words, strict=True)):
            # Where nothing has been taken out or added, what the word alone tells is known already.
            if hits is not first or len(hits) != len(word.readings):
                self.kinds[place], self._classes[place] = kinds_of(hits), classes_of(hits)
        self.classes = frozenset().union(*self._classes)
        keys = [token.key for token in tokens]
        self.keys = frozenset(keys)
        forms_of = pack.verbs.forms.get
        self._forms = [forms_of(key, ()) for key in keys]
        if pack.head_initial:
            self._headed = self._is_headline()
            named = self._in_long_names()
            verbs = [place for place, forms in enumerate(self._forms) if forms]
            for place in [place for place in verbs if place in named or self._noun_here(place)]:
                self._forms[place] = ()
        self.joints = [p for p, sign in enumerate(self.signs) if sign or not _JOINTS.isdisjoint(self._classes[p])]
        self.verbs = [place for place, forms in enumerate(self._forms) if forms]
        self._add_apart(words)
        self.doubtful = self._set_aside()
        self.memory: dict[Hashable, Any] = {}

    def _in_long_names(self) -> set[int]:
        """Return the places inside names of several words: in the United States nobody states anything."""
        rows = [self.hits[place] for place, kinds in enumerate(self.kinds) if "name" in kinds]
        names = [h for row in rows for h in row if h.entry.kind == "name" and h.after > h.first + 1]
        return {place for hit in names for place in range(hit.first, hit.after)}

    def _noun_here(self, place: int) -> bool:
        """Whether a word that may be a verb form is no verb: it is part of a name, or what stands before wants a noun.

        That is a determiner, an adjective (official talks), a genitive (Modi's visit), or a preposition before a word
        that is no infinitive.
        """
        if self.is_capitalised(place) and place and not self.is_sign(place - 1) and not self._headed:
            return True
        if self.has_class(place - 1, "determiner", "adjective"):
            return True
        if place > 1 and any(h.kind == "marker" and h.after == place for h in self._at(place - 2)):
            return True
        tams = {form.tam for form in self._forms[place]}
        if not any(h.kind == "preposition" and h.after == place for h in self._at(place - 1)):
            return tams <= {"stem", "present"} and self._bare_noun(place, base="stem" in tams)
        infinitive = "stem" in tams and self.tokens[place - 1].key in self.pack.order["infinitive"]
        return not infinitive and "imperfective" not in tams

    def _bare_noun(self, place: int, *, base: bool) -> bool:
        """Whether a form without ending, or in -s, is the noun that looks like it: nothing before it wants a verb."""
        before = self.name(place - 1) if place else None
        if before is not None and before.adjective:
            return True
        if not base:
            nouns = self.has_class(place - 1, "noun") or self.may_begin(place - 1, "cue")
            return nouns and any(h.kind == "trigger" for h in self.hits[place])
        if place == 0 or self.is_sign(place - 1) or self.has_class(place - 1, *_BEFORE_BASES):
            return False
        plural = self.tokens[place - 1].key.endswith("s") and before is None
        return not (plural or self._forms[place - 1] or self._follows_list(place))

    def _follows_list(self, place: int) -> bool:
        """Whether a coordinator stands among the words before, so that several may be the subject of a base form."""
        return any(self.has_class(p, COORDINATOR) for p in range(max(0, place - _LONGEST_LIST), place))

    def _is_headline(self) -> bool:
        """Whether most words are written with a capital letter, so that a capital tells nothing."""
        words = [i for i, t in enumerate(self.tokens) if t.kind == WORD and len(t.key) >= _LONG_WORD]
        return 2 * sum(map(self.is_capitalised, words)) > len(words)

    def is_capitalised(self, place: int) -> bool:
        """Whether the text writes the word at `place` with a capital letter."""
        start = self.tokens[place].start if 0 <= place < self.length else len(self.text)
        return self.text[start : start + 1].isupper()

    def preposition(self, after: int) -> tuple[Hit, Marker] | None:
        """Return the longest preposition that ends before token `after`."""
        found = (h for start in range(max(0, after - _LONGEST_PREPOSITION), after) for h in self._at(start))
        hit = next((h for h in found if h.kind == "preposition" and h.after == after), None)
        return None if hit is None else (hit, hit.entry.value)

    def group_start(self, first: int) -> int:
        """Return where the group begins whose name begins at `first`: at its determiner, number or adjectives."""
        start = first
        while start > 0 and first - start < _LONGEST_BEFORE:
            number = any(h.kind in {"number", "modifier"} for h in self.hits[start - 1])
            if not (number or self.has_class(start - 1, *_BEFORE_NAMES)) or self.preposition(start) is not None:
                break
            start -= 1
        return start

    def prepositions(self, place: int, role: str) -> Hit | None:
        """Return the preposition of `role` that begins at `place`."""
        return next((h for h in self._at(place) if h.kind == "preposition" and h.entry.value.role == role), None)

    def _add_apart(self, words: Sequence[Word]) -> None:
        """Add the act words whose parts stand apart (সম্পর্ক আরও এগিয়ে নেওয়া) to what each token may begin."""
        begun = [(place, word) for place, word in enumerate(words[:-1]) if word.acts]
        between = self._between() if begun else set()
        for place, word in begun:
            following = words[place + 1]
            # Words as they are, side by side, have been looked up already.
            changed = following.middle or (following.ends and word.acts != (self.tokens[place].key,))
            if not (changed or self.signs[place + 1] or place + 1 in between):
                continue
            found = self.pack.lexicon.apart(self.tokens, place, between, _MOST_BETWEEN)
            fresh = [h for h in found if h not in self.hits[place]]
            if fresh:
                self._replace(place, sorted([*self.hits[place], *fresh], key=lambda h: h.after, reverse=True))

    def _between(self) -> set[int]:
        """Return the places of words that may stand inside a phrase that tells an act (spoke on Monday with)."""
        between: set[int] = set()
        if not self.classes.isdisjoint(_BETWEEN):
            between.update([i for i, classes in enumerate(self._classes) if not classes.isdisjoint(_BETWEEN)])
        if self.pack.head_initial:
            between.update([i for i, kinds in enumerate(self.kinds) if not kinds.isdisjoint(_DAYS)])
        return between

    def _set_aside(self) -> dict[int, list[Hit]]:
        """Take the names out that are common words where they stand; return those that another passage may restore."""
        doubtful: dict[int, list[Hit]] = {}
        for place in tuple(self.places("name")):
            conditions = self.pack.ambiguous.get(self.tokens[place].key)
            if conditions is None:
                continue
            alone = [h for h in self.hits[place] if h.kind == "name" and h.after == place + 1]
            if not alone or stands_as_name(conditions, alone[0], self.tokens, self.hits):
                continue
            self._replace(place, [h for h in self.hits[place] if h not in alone])
            if not any(c.final for c in conditions):
                doubtful[place] = alone
        return doubtful

    def _replace(self, place: int, hits: list[Hit]) -> None:
        self.hits[place] = hits
        self.kinds[place] = kinds_of(hits)
        self._names.pop(place, None)
        self._by_kind.pop(place, None)
        self._places = {}

    def add(self, hit: Hit) -> None:
        """Add what a passage itself says that its words mean."""
        if hit not in self.hits[hit.first]:
            hits = [*self.hits[hit.first], hit]
            self._replace(hit.first, sorted(hits, key=lambda h: h.after, reverse=True))

    def restore(self, entities: Container[str]) -> bool:
        """Take doubtful words as names after all where they mean one of `entities`; say whether there was one."""
        found = [p for p, hits in self.doubtful.items() if any(h.entry.value[0].id in entities for h in hits)]
        for place in found:
            restored = [*self.hits[place], *self.doubtful.pop(place)]
            self._replace(place, sorted(restored, key=lambda h: h.after, reverse=True))
        return bool(found)

    def __len__(self) -> int:
        return self.length

    def best(self, place: int, kind: str) -> Hit | None:
        """Return the longest hit of `kind` that begins at `place`; one without an ending wins a tie."""
        found = self.of_kind_at(place, kind) if self.may_begin(place, kind) else ()
        if len(found) < 2:
            return found[0] if found else None
        longest = found[0].after
        return min((h for h in found if h.after == longest), key=lambda h: (not h.exact, h.role != ""))

    def may_begin(self, place: int, kind: str) -> bool:
        """Whether some phrase of `kind` begins at `place`."""
        return 0 <= place < self.length and kind in self.kinds[place]

    def may_begin_any(self, place: int, kinds: frozenset[str]) -> bool:
        """Whether some phrase of one of `kinds` begins at `place`."""
        return 0 <= place < self.length and not kinds.isdisjoint(self.kinds[place])

    def places(self, kind: str) -> Sequence[int]:
        """Return the places where some phrase of `kind` begins, in order."""
        if not self._places:
            self._places = defaultdict(list)
            for place, kinds in enumerate(self.kinds):
                for each in kinds:
                    self._places[each].append(place)
        return self._places.get(kind, ())

    def places_of_any(self, kinds: frozenset[str]) -> list[int]:
        """Return the places where some phrase of one of `kinds` begins, in order."""
        return sorted({place for kind in kinds for place in self.places(kind)})

    def _at(self, place: int) -> Sequence[Hit]:
        return self.hits[place] if 0 <= place < self.length else ()

    def of_kind_at(self, place: int, kind: str) -> Sequence[Hit]:
        """Return the hits of `kind` that begin at `place`, longest first."""
        if not 0 <= place < self.length or kind not in self.kinds[place]:
            return ()
        if len(self.kinds[place]) == 1:
            return self.hits[place]
        found = self._by_kind.get(place)
        if found is None:
            found = self._by_kind[place] = hits_by_kind(self.hits[place])
        return found[kind]

    def of_kind(self, kind: str) -> list[Hit]:
        """Return the longest hit of `kind` at each token, in order, none inside the one before."""
        out: list[Hit] = []
        after = 0
        for place in self.places(kind):
            hit = self.best(place, kind) if place >= after else None
            if hit is not None:
                out.append(hit)
                after = hit.after
        return out

    def name(self, place: int) -> NameHit | None:
        """Return the longest name that begins at `place`, with all that it may mean."""
        if not self.may_begin(place, "name"):
            return None
        if place not in self._names:
            self._names[place] = self._name(place)
        return self._names[place]

    def _name(self, place: int) -> NameHit | None:
        hit = self.best(place, "name")
        if hit is None:
            return None
        same = [h for h in self.of_kind_at(place, "name") if h.after == hit.after]
        plain = [h for h in same if h.role == hit.role] or same
        entities = tuple(dict.fromkeys(h.entry.value[0] for h in plain))
        demonyms = [h.entry.value[1] == "demonym" for h in plain]
        part = all(h.entry.value[1] == "surname" for h in plain)
        return NameHit(hit.first, hit.after, entities, all(demonyms), hit.role, any(demonyms), part)

    def marker(self, place: int, ending: str = "") -> tuple[Hit, Marker] | None:
        """Return the longest marker at `place` that may follow a group with the role `ending`."""
        return next(self.markers(place, ending), None) if self.may_begin(place, "marker") else None

    def markers(self, place: int, ending: str = "") -> Iterator[tuple[Hit, Marker]]:
        """Yield the markers at `place` that may follow a group with the role `ending`, longest first."""
        for hit in self.of_kind_at(place, "marker"):
            if not hit.role and hit.entry.value.after in {"", ending}:
                yield hit, hit.entry.value

    def description(self, place: int) -> tuple[Hit, Description] | None:
        """Return the longest description at `place`."""
        hit = self.best(place, "description")
        return None if hit is None else (hit, hit.entry.value)

    def word_class(self, place: int) -> str:
        """Return the class of the word at `place` in `words.tsv`, or ""."""
        hit = next((h for h in self._at(place) if h.kind == "word" and not h.role), None)
        return str(hit.entry.value) if hit is not None else ""

    def stem(self, place: int, role: str) -> str:
        """Return the word at `place` without the ending that shows `role`, or as it is."""
        stems = self.pack.lexicon.stems(self.tokens[place].key)
        return next((stem for stem, shown in stems if shown == role and role), stems[0][0])

    def as_written(self, place: int, stem: str = "") -> str:
        """Return the word at `place` as the text spells it, folded where the text is not known; `stem` of it alone."""
        token = self.tokens[place]
        word = self.text[token.start : token.end] or token.key
        if not stem or stem == token.key:
            return word
        # Folding drops letters (nukta, chandrabindu): the longest beginning that folds to the stem is the stem.
        return next((word[:end] for end in range(len(word), 0, -1) if fold(word[:end]) == stem), stem)

    def has_class(self, place: int, *classes: str) -> bool:
        """Whether the word at `place` has one of these classes."""
        return 0 <= place < self.length and not self._classes[place].isdisjoint(classes)

    def is_sign(self, place: int, signs: str = "") -> bool:
        """Whether the token at `place` is a sign (one of `signs`)."""
        sign = self.signs[place] if 0 <= place < self.length else ""
        return bool(sign) and (not signs or sign in signs)

    def is_verb(self, place: int) -> bool:
        """Whether the token at `place` can be a verb form."""
        return 0 <= place < self.length and bool(self._forms[place])

    def verb_forms(self, place: int) -> tuple[VerbForm, ...]:
        """Return the readings of the word at `place` as a verb form; none for a word that is no verb."""
        return self._forms[place] if 0 <= place < self.length else ()

    def is_marker_here(self, place: int) -> bool:
        """Whether a word that is marker and verb form (Hindi की) is the marker: a nominal word follows it."""
        if not self.may_begin(place, "marker"):
            return False
        if place not in self._markers:
            self._markers[place] = self._stands_as_marker(place)
        return self._markers[place]

    def _stands_as_marker(self, place: int) -> bool:
        if not any(h.kind == "marker" and not h.role for h in self._at(place)):
            return False
        after = place + 1
        if after >= len(self) or self.is_sign(after) or self.has_class(after, "clause", COORDINATOR, "complementiser"):
            return False
        if not self.is_verb(after) or self.marker(after) is not None:
            return True
        return any(h.exact and (h.kind in _NOMINAL or h.entry.value == "noun") for h in self._at(after))

    def is_name_part(self, place: int) -> bool:
        """Whether the word at `place`, perhaps with an ending, is a given name or surname."""
        return any(h.kind == "name_part" for h in self._at(place))

    def is_only_name_part(self, place: int) -> bool:
        """Whether the word at `place` is a given name or surname and nothing else."""
        return 0 <= place < len(self) and self.kinds[place] == {"name_part"} and not self.is_verb(place)

    def is_ordinary(self, place: int) -> bool:
        """Whether the token at `place` is a word of the language, a number or a sign rather than part of a name."""
        token = self.tokens[place]
        if token.kind != WORD or not token.key:
            return token.kind in {SIGN, NUMBER}
        if self.is_name_part(place) and not any(h.kind in {"marker", "title"} and not h.role for h in self._at(place)):
            return False
        return self.is_verb(place) or any(h.kind in _ORDINARY for h in self._at(place))
