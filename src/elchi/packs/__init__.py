"""Data made into typed objects: the ontology, the catalogue, and a pack for each language."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from elchi.errors import LanguageError
from elchi.model import Entity, EntityKind
from elchi.packs.ambiguous import Condition, stands_as_name
from elchi.packs.as_written import as_written_hits
from elchi.packs.boilerplate import Boilerplate
from elchi.packs.catalogue import Catalogue, Office
from elchi.packs.compiled import (
    CacheState,
    Source,
    cache_state,
    catalogue_of,
    kept_or_made,
    pack_of,
    plain_catalogue,
    plain_pack,
)
from elchi.packs.compiled.language import Plain as PlainPack
from elchi.packs.language import Description, LanguagePack, Marker, Matrix, Speech, Trigger, load_language
from elchi.packs.lexicon import Entry, Hit, Lexicon
from elchi.packs.name_endings import base_forms
from elchi.packs.ontology import Frame, OfficeKinds, Ontology, Property, Shape, load_ontology
from elchi.packs.sounds import SoundIndex, words_by_sound
from elchi.packs.tables import data_folder, read_table
from elchi.packs.verbs import Verbs

__all__ = [
    "Boilerplate",
    "CacheState",
    "Catalogue",
    "Condition",
    "Description",
    "Entry",
    "Frame",
    "Hit",
    "LanguagePack",
    "Lexicon",
    "Marker",
    "Matrix",
    "Office",
    "OfficeKinds",
    "Ontology",
    "Property",
    "Shape",
    "SoundIndex",
    "Speech",
    "Trigger",
    "Verbs",
    "as_written_hits",
    "base_forms",
    "cache_of_tables",
    "data_folder",
    "languages",
    "load_catalogue",
    "load_ontology_data",
    "load_pack",
    "load_sounds",
    "read_table",
    "stands_as_name",
]


@contextmanager
def _steady() -> Iterator[None]:
    """Hold the garbage collector still while tables are read: what they become lives as long as the process.

    Without it, walking the growing tables again and again takes half of the loading time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


@cache
def load_ontology_data() -> Ontology:
    """Return the packaged ontology, read once."""
    return load_ontology(data_folder().joinpath("ontology"))


def load_catalogue() -> Catalogue:
    """Return the packaged catalogue, read once."""
    return _catalogue()[0]


@cache
def _catalogue() -> tuple[Catalogue, Source]:
    """Return the catalogue and the tables that it was made from: packs go by both."""
    source = Source(data_folder().joinpath("catalogue"))
    with _steady():
        made = kept_or_made("catalogue", [source], lambda: Catalogue(source.folder), plain_catalogue, catalogue_of)
    return made, source


@cache
def load_sounds() -> SoundIndex:
    """Return the index of the catalogue's names by sound, made once: it takes about a second."""
    catalogue, source = _catalogue()

    def make() -> SoundIndex:
        return SoundIndex(words_by_sound(catalogue.name_table.columns))

    with _steady():
        return kept_or_made("sounds", [source], make, lambda index: index.words, SoundIndex)


def cache_of_tables() -> CacheState:
    """Return where compiled tables are kept, how large they are, and whether the catalogue is read from there.

    Raises:
        PackError: the catalogue is wrong.
        OSError: a table cannot be read.
    """
    return cache_state("catalogue", [_catalogue()[1]])


def languages() -> list[str]:
    """Return the codes of the languages that have a pack, sorted."""
    return list(_languages())


@cache
def _languages() -> tuple[str, ...]:
    folders = data_folder().joinpath("languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("pack.toml").is_file()))


@cache
def load_pack(code: str) -> LanguagePack:
    """Return the pack of a language, with the catalogue's names in its lexicon.

    Raises:
        LanguageError: there is no pack for `code`.
    """
    if code not in languages():
        raise LanguageError(f"no language pack for {code!r}; elchi reads {', '.join(languages())}")
    (catalogue, names), data = _catalogue(), data_folder()
    tables, ontology = data.joinpath("languages", code), data.joinpath("ontology")

    def make() -> LanguagePack:
        pack = load_language(tables, load_ontology(ontology))
        _add_names(pack, catalogue)
        return pack

    def restore(plain: PlainPack) -> LanguagePack:
        return pack_of(plain, catalogue.entities)

    sources = [Source(tables), Source(ontology), names]
    with _steady():
        return kept_or_made(f"language-{code}", sources, make, plain_pack, restore)


def _add_names(pack: LanguagePack, catalogue: Catalogue) -> None:
    columns, read = catalogue.name_table.columns, {pack.code, "mul", "en"}
    for path, numbers in catalogue.name_table.paths.items():
        for number in numbers:
            if columns.languages[number] in read:
                entity, kind = catalogue.entities[columns.entities[number]], columns.kinds[number]
                pack.lexicon.add_path(path, Entry("name", (entity, kind), _bare(kind, entity, pack)))


def _bare(kind: str, entity: Entity, pack: LanguagePack) -> bool:
    """Whether a name stays as it is: where words apart show the case, only peoples and groups have plurals.

    Else खुलने (to open) would be a form of खुलना (Khulna), and दोहे (couplets) one of दोहा (Doha).
    """
    return not (pack.order["attached_roles"] or kind == "demonym" or entity.kind is EntityKind.GROUP)
