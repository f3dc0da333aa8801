"""A language pack as plain values, and back.

Most of it goes by a general rule: a dataclass becomes a list of its name and fields, a list one whose first item is
empty, everything else stands for itself. The lexicon and the verbs, which hold nearly all, are written in columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import Any

from elchi.model import Entity
from elchi.packs.ambiguous import Condition
from elchi.packs.boilerplate import Boilerplate
from elchi.packs.language import Description, LanguagePack, Marker, Matrix, Speech, Trigger, Voice
from elchi.packs.lexicon import Ending, Entry, Lexicon, Tables
from elchi.packs.verbs import ChainNode, ChainPattern, Element, VerbForm, Verbs

_MADE: dict[str, type[Any]] = {
    made.__name__: made
    for made in (Boilerplate, Condition, Description, Ending, Marker, Matrix, Speech, Trigger, Voice)
}
_BY_HAND = ("lexicon", "verbs")
_NAME = "name"  # the kind of entries that hold an entity: its id is kept
_AS_IS = ""

Plain = tuple[dict[str, Any], tuple[Any, ...], tuple[Any, ...]]


def plain_pack(pack: LanguagePack) -> Plain:
    """Return `pack` as values that `marshal` knows."""
    rest = {name: _plain(getattr(pack, name)) for name in _names(LanguagePack) if name not in _BY_HAND}
    return rest, _plain_lexicon(pack.lexicon), _plain_verbs(pack.verbs)


def pack_of(plain: Plain, entities: Mapping[str, Entity]) -> LanguagePack:
    """Return the pack that `plain` was made from; the names of its lexicon mean `entities`."""
    rest, lexicon, verbs = plain
    made = {name: _made(value) for name, value in rest.items()}
    return LanguagePack(**made, lexicon=_made_lexicon(lexicon, entities), verbs=_made_verbs(verbs))


def _names(made: type) -> list[str]:
    return [field.name for field in fields(made) if field.init]


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a pack
    name = type(value).__name__
    if name in _MADE:
        return [name, *(_plain(getattr(value, field)) for field in _names(_MADE[name]))]
    if isinstance(value, list):
        return [_AS_IS, *map(_plain, value)]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _made(value: Any) -> Any:  # noqa: ANN401 - any value of a pack
    if isinstance(value, list):
        items = map(_made, value[1:])
        return _MADE[value[0]](*items) if value[0] != _AS_IS else list(items)
    if isinstance(value, dict):
        return {key: _made(item) for key, item in value.items()}
    return tuple(map(_made, value)) if isinstance(value, tuple) else value


def _plain_lexicon(lexicon: Lexicon) -> tuple[Any, ...]:
    entries, meanings, *words = lexicon.tables
    rows = [(e.kind, *_plain_value(e), e.bare) for e in entries]
    return [_plain(e) for e in lexicon.endings], _once(rows), _once_in_values(meanings), *words


def _plain_value(entry: Entry) -> tuple[str, Any]:
    """Return the class of an entry's value, and its fields; a value without a class stands for itself."""
    if entry.kind == _NAME:
        return _NAME, (entry.value[0].id, *entry.value[1:])
    name = type(entry.value).__name__
    return (
        (name, tuple(getattr(entry.value, f) for f in _names(_MADE[name]))) if name in _MADE else (_AS_IS, entry.value)
    )


def _made_lexicon(plain: tuple[Any, ...], entities: Mapping[str, Entity]) -> Lexicon:
    endings, rows, meanings, *words = plain
    make: dict[str, Callable[[Any], Any]] = {name: partial(_spread, made) for name, made in _MADE.items()}
    make[_AS_IS] = lambda value: value
    make[_NAME] = lambda value: (entities[value[0]], *value[1:])
    entries = [Entry(kind, make[name](value), bare) for kind, name, value, bare in rows]
    return Lexicon([_made(ending) for ending in endings], Tables(entries, meanings, *words))


def _spread(made: Callable[..., Any], values: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever `made` makes
    return made(*values)


def _plain_verbs(verbs: Verbs) -> tuple[Any, ...]:
    readings = {reading: n for n, reading in enumerate(dict.fromkeys(r for rs in verbs.forms.values() for r in rs))}
    forms = {form: tuple(map(readings.__getitem__, found)) for form, found in verbs.forms.items()}
    elements: dict[Element, int] = {}
    chains = _plain_chain(verbs.chains, elements)
    return (
        _once(_rows(VerbForm, readings)), _once_in_values(forms), verbs.lemmas, _rows(Element, elements), chains,
    )  # fmt: skip


def _plain_chain(node: ChainNode, elements: dict[Element, int]) -> tuple[Any, ...]:
    """Return a node as (the pattern that ends here, what follows by number of the element)."""
    pattern = node.pattern and (node.pattern.status, node.pattern.finite, node.pattern.line)
    following = {elements.setdefault(e, len(elements)): _plain_chain(n, elements) for e, n in node.next.items()}
    return pattern, following


def _made_verbs(plain: tuple[Any, ...]) -> Verbs:
    rows, numbers, lemmas, element_rows, chains = plain
    readings = [VerbForm(*row) for row in rows]
    # Many forms have the same readings: each set of them is made once.
    sets = {found: tuple(readings[n] for n in found) for found in set(numbers.values())}
    forms = {form: sets[found] for form, found in numbers.items()}
    return Verbs(forms, lemmas, _made_chain(chains, [Element(*row) for row in element_rows], ()))


def _made_chain(plain: tuple[Any, ...], elements: list[Element], path: tuple[Element, ...]) -> ChainNode:
    pattern, following = plain
    return ChainNode(
        {elements[n]: _made_chain(node, elements, (*path, elements[n])) for n, node in following.items()},
        pattern and ChainPattern(path, *pattern),
    )


def _rows(made: type, found: Iterable[object]) -> list[tuple[Any, ...]]:
    return list(map(attrgetter(*_names(made)), found))


def _once(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return `rows` with equal words and sets as one object each, which `marshal` then writes and reads once."""
    kept: dict[Any, Any] = {}

    def share(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, tuple):
            return tuple(map(share, value))
        return kept.setdefault(value, value) if isinstance(value, (str, frozenset)) else value

    return [tuple(map(share, row)) for row in rows]


def _once_in_values(table: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    kept: dict[tuple[int, ...], tuple[int, ...]] = {}
    return {key: kept.setdefault(numbers, numbers) for key, numbers in table.items()}
