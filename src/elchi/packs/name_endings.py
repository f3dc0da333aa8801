"""Case endings of names: of languages that have a pack, those of its nouns; of others, `name_endings.tsv` alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from elchi.packs.tables import data_folder, read_table
from elchi.script import fold, script_of, words_of

# Shorter stems are other words.
_SHORTEST_STEM = 3
# Ways to take the endings off a name of several words, at most.
_MOST_FORMS = 64
_FILES = ("name_endings.tsv", "endings.tsv")

Endings = dict[str, tuple[str, ...]]  # what may stand in the place of each ending


@cache
def _endings() -> dict[str, dict[str, Endings]]:
    """Return the endings of each language by the script that it is written in."""
    found: dict[str, dict[str, Endings]] = {}
    for folder in sorted(data_folder().joinpath("languages").iterdir(), key=lambda f: f.name):
        file = next((name for name in _FILES if folder.joinpath(name).is_file()), None)
        if file is None:
            continue
        bases: dict[str, list[str]] = {}
        for row in read_table(folder, file, "base form role"):
            base, form = (fold(cell) if cell not in {"*", "-"} else "" for cell in row.cells[:2])
            bases.setdefault(form, []).append(base)
        script = script_of("".join(bases))
        found.setdefault(script, {})[folder.name] = {form: tuple(b) for form, b in bases.items()}
    return found


@lru_cache(maxsize=20_000)
def _stems(word: str, language: str) -> tuple[str, ...]:
    """Return the words that `word` may be a form of, itself first."""
    found = [word]
    for code, endings in _endings().get(script_of(word), {}).items():
        if language not in {"", code}:
            continue
        for length in range(min(len(word) - 1, max(map(len, endings))) + 1):
            cut = len(word) - length
            found += [word[:cut] + base for base in endings.get(word[cut:], ()) if len(word[:cut]) >= _SHORTEST_STEM]
    return tuple(dict.fromkeys(found))


def base_forms(name: str, language: str = "") -> Iterator[tuple[str, ...]]:
    """Yield the folded words of `name`, then of the names that it may be a case form of.

    Args:
        name: in any script.
        language: ISO 639-1 code of a language with endings; else all of the script are tried.
    """
    words = words_of(name)
    yield from islice(product(*(_stems(word, language) for word in words)), _MOST_FORMS)
