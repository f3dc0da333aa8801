"""Names in labelled sentences are counted as the page says: found, missed, unlabelled, labelled as something else."""

import importlib
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "eval"))
names, sets = importlib.import_module("names_in_text"), importlib.import_module("ner_sets")
common = importlib.import_module("common_words")

HINDI = [
    (["भारत", "ने", "रूस", "से", "बात", "की", "।"], ["B-LOCATION", "O", "B-LOCATION", "O", "O", "O", "O"]),
    (["चीन", "में", "बारिश", "हुई", "।"], ["O", "O", "O", "O", "O"]),
    (["बैंक", "ऑफ", "जापान", "ने", "कहा", "।"], ["B-ORGANIZATION", "I-ORGANIZATION", "I-ORGANIZATION", "O", "O", "O"]),
    (["उत्तर", "कोरिया", "दूर", "है", "।"], ["B-LOCATION", "I-LOCATION", "O", "O", "O"]),
    (["एटलांटिस", "दूर", "है", "।"], ["B-LOCATION", "O", "O", "O"]),
]
BENGALI = [(["ঢাকায়", "বৃষ্টি", "।"], ["B-LOC", "O", "O"]), (["ভারতের", "বার্তা", "।"], ["B-LOC", "O", "O"])]
REFERENCE = (
    "iso3,hi,bn\nIND,भारत,ভারত\nRUS,रूस,রাশিয়া\nCHN,चीन,চীন\nPRK,उत्तर कोरिया,উত্তর কোরিয়া\nATL,एटलांटिस,-\nJPN,जापान,জাপান\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two small labelled sets and CLDR's names of a few states."""
    (tmp_path / "ner").mkdir()
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "country_names_cldr.csv").write_text(REFERENCE, "utf-8")
    for name, rows in (("hiner_hi", HINDI), ("rifat_bn", BENGALI)):
        records = ({"id": f"{name}-{i}", "tokens": words, "tags": tags} for i, (words, tags) in enumerate(rows))
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (tmp_path / "ner" / f"{name}.jsonl").write_text(lines, "utf-8")
    return tmp_path


def test_states_in_labelled_places_are_gold_and_found(folder):
    state = names.measure(folder, "hi")[sets.STATE]
    assert (state.gold, state.found) == (3, 3)  # no state is called Atlantis


def test_a_name_without_a_label_is_wrong_and_one_with_another_label_is_neither(folder):
    state = names.measure(folder, "hi")[sets.STATE]
    assert state.told == {sets.PLACE: 3, sets.NONE: 1, sets.OTHER: 1}
    assert state.precision == 3 / 4
    assert "चीन" in state.wrong[0]


def test_endings_are_stripped_and_cities_are_told_apart(folder):
    tallies = names.measure(folder, "bn")
    assert (tallies[sets.CITY].gold, tallies[sets.CITY].found) == (1, 1)
    assert (tallies[sets.STATE].gold, tallies[sets.STATE].found) == (1, 1)


def test_labels_follow_the_words_into_elchis_tokens(folder):
    sentence = list(sets.labelled(folder, "hi"))[3]
    assert [sentence.text[t.start : t.end] for t in sentence.tokens][:3] == ["उत्तर", "कोरिया", "दूर"]
    assert list(sentence.labels)[:3] == [sets.PLACE, sets.PLACE, sets.NONE]
    assert sentence.spans[0] == sentence.spans[1] != sentence.spans[2]


def test_no_row_of_the_gold_names_stands_twice():
    rows = [line.split("\t") for line in sets.GOLD_NAMES.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(len(row) == 4 for row in rows)
    assert len({tuple(row[:2]) for row in rows}) == len(rows)
