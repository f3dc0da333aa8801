"""Data made into typed objects: the ontology, the catalogue, and a pack for each language."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from elchi.errors import LanguageError
from elchi.model import Entity, EntityKind, Name
from elchi.packs.ambiguous import Condition, stands_as_name
from elchi.packs.catalogue import Catalogue, Office
from elchi.packs.language import Boilerplate, Description, LanguagePack, Marker, Matrix, Speech, Trigger, load_language
from elchi.packs.lexicon import Entry, Hit, Lexicon
from elchi.packs.ontology import Frame, OfficeKinds, Ontology, Property, Shape, load_ontology
from elchi.packs.tables import data_folder, read_table
from elchi.packs.verbs import Verbs

__all__ = [
    "Boilerplate",
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
    "Speech",
    "Trigger",
    "Verbs",
    "data_folder",
    "languages",
    "load_catalogue",
    "load_ontology_data",
    "load_pack",
    "read_table",
    "stands_as_name",
]


@contextmanager
def _steady() -> Iterator[None]:
    """Hold the garbage collector still while tables are read: what they become lives as long as the process.

    Without it, walking the growing tries again and again takes half of the loading time.
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


@cache
def load_catalogue() -> Catalogue:
    """Return the packaged catalogue, read once."""
    with _steady():
        return Catalogue(data_folder().joinpath("catalogue"))


def languages() -> list[str]:
    """Return the codes of the languages that have a pack, sorted."""
    folders = data_folder().joinpath("languages").iterdir()
    return sorted(folder.name for folder in folders if folder.joinpath("pack.toml").is_file())


@cache
def load_pack(code: str) -> LanguagePack:
    """Return the pack of a language, with the catalogue's names in its lexicon.

    Raises:
        LanguageError: there is no pack for `code`.
    """
    if code not in languages():
        raise LanguageError(f"no language pack for {code!r}; elchi reads {', '.join(languages())}")
    catalogue = load_catalogue()
    with _steady():
        pack = load_language(data_folder().joinpath("languages", code), load_ontology_data())
        for name in catalogue.names:
            if name.language in {code, "mul", "en"}:
                entity = catalogue.entities[name.entity]
                pack.lexicon.add(name.text, Entry("name", (entity, name.kind), _bare(name, entity, pack)))
    return pack


def _bare(name: Name, entity: Entity, pack: LanguagePack) -> bool:
    """Whether a name stays as it is: where words apart show the case, only peoples and groups have plurals.

    Else खुलने (to open) would be a form of खुलना (Khulna), and दोहे (couplets) one of दोहा (Doha).
    """
    return not (pack.order["attached_roles"] or name.kind == "demonym" or entity.kind is EntityKind.GROUP)
