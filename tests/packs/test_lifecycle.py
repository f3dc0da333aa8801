"""The tables that resolution goes by: they name acts, statuses and properties of the ontology, and no others."""

import pytest

from elchi.errors import PackError
from elchi.model import Status
from elchi.packs import data_folder, load_ontology_data
from elchi.packs.lifecycle import FILE, load_lifecycle, load_lifecycle_data

TABLES = load_lifecycle_data()
ACTS = {f"{frame.type} {frame.mode}".rstrip() for frame in load_ontology_data().frames.values()}
NAMED = {
    "one_act": TABLES.one_act, "lasting": TABLES.lasting, "once": TABLES.once, "of_documents": TABLES.of_documents,
    "steps": TABLES.steps, "begins": TABLES.begins,
    "wholes": TABLES.within, "parts": frozenset().union(*TABLES.within.values()),
}  # fmt: skip


@pytest.mark.parametrize("table", sorted(NAMED))
def test_every_act_is_one_of_the_frames(table):
    assert set(NAMED[table]) <= ACTS


@pytest.mark.parametrize("table", ["begin_once", "of_a_period", "of_a_term", "never_over"])
def test_every_property_is_one_of_the_ontology(table):
    assert getattr(TABLES, table) <= set(load_ontology_data().properties)


def test_every_status_of_a_class_is_a_status():
    assert set(TABLES.one_status) <= {status.value for status in Status}


def test_every_promised_type_has_a_frame():
    assert {act.partition(" ")[0] for act in ACTS} >= TABLES.pledges


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[promised]", "[promises]", "promised"),
        ('stage = "held"', 'stage = "kept"', "kept"),
        ('status = ["denied"]', 'status = ["refused"]', "refused"),
        ("[acts]", "[acts", "TOML"),
    ],
)
def test_a_wrong_table_is_an_error_that_names_the_file(tmp_path, old, new, message):
    text = data_folder().joinpath("ontology", FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError, match=FILE) as wrong:
        load_lifecycle(tmp_path)
    assert message in str(wrong.value)
