"""All names by their words: in any language and spelling, in the order of the tables, without listing every name."""

import pytest

from elchi.model import Name
from elchi.packs import load_catalogue
from elchi.packs.name_table import Columns, NameTable, columns_of

NAMES = [
    Name("IND", "hi", "भारत", "name"),
    Name("IND", "en", "Republic of India", "long"),
    Name("india-hotel", "en", "Republic of India", "name"),
    Name("KAZ", "hi", "क़ज़ाख़िस्तान", "name"),
    Name("IND", "mul", "republic of india!", "alias"),
    Name("none", "mul", "--", "alias"),
]


@pytest.fixture
def table():
    return NameTable(lambda: columns_of(NAMES))


def test_columns_become_the_names_again(table):
    assert table.names == NAMES
    assert table.columns.entities == ("IND", "IND", "india-hotel", "KAZ", "IND", "none")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("भारत", [0]),
        ("REPUBLIC of India", [1, 2, 4]),
        ("(Republic of India)", [1, 2, 4]),
        ("कजाखिस्तान", [3]),
        ("Republic", []),
        ("--", []),
        ("", []),
    ],
)
def test_a_name_is_found_by_its_folded_words(table, text, numbers):
    assert table.named(text) == [NAMES[number] for number in numbers]


def test_an_entity_is_named_once_in_the_order_of_the_tables(table):
    assert table.entities("republic of india") == ["IND", "india-hotel"]


def test_no_name_at_all():
    table = NameTable(lambda: columns_of([]))
    assert (table.names, table.paths, table.entities("भारत")) == ([], {}, [])


def test_kept_paths_are_taken_and_nothing_is_read_before_it_is_asked_for():
    asked = []
    columns = Columns(("IND",), ("hi",), ("भारत",), ("name",))
    table = NameTable(lambda: asked.append("columns") or columns, lambda: asked.append("paths") or {"भारत": (0,)})
    assert asked == []
    assert table.entities("भारत") == table.entities("भारत") == ["IND"]
    assert sorted(asked) == ["columns", "paths"]


def test_every_name_of_the_catalogue_that_has_words_finds_its_entity():
    catalogue = load_catalogue()
    sample = catalogue.names[::97]
    assert [n for n in sample if n not in catalogue.named(n.text)] == []
    assert {e.id for e in catalogue.find("কাজাখস্তান")} == {"KAZ"}
