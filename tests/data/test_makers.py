"""The makers of the catalogue give the packaged tables again: nobody edits a generated table by hand."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from elchi.packs import data_folder

TOOLS = Path(__file__).parents[2] / "tools"
PERSON_TABLES = {"persons.tsv", "person_names.tsv", "office_terms.tsv"}
STATE_TABLES = {"states.tsv", "state_names.tsv"}
PLACE_TABLES = {
    f"{name}.tsv" for name in ("places", "place_names", "place_points", "groups", "group_names", "bodies", "body_names")
}
WHOLE = "Xi Jinping\tCHN\t~Xi\tशी जिनपिंग\tশি জিনপিং\tСи Цзиньпин\tzh=习近平\tpr:2013-03-14:-"


def run_maker(maker, out):
    return subprocess.run(
        [sys.executable, maker, "--out", out], capture_output=True, text=True, encoding="utf-8", check=False
    )


def assert_gives_the_packaged_tables(maker, tables, out, folder="catalogue"):
    done = run_maker(TOOLS / maker, out)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in out.iterdir()} == tables
    packaged = data_folder().joinpath(folder)
    stale = sorted(name for name in tables if (out / name).read_bytes() != packaged.joinpath(name).read_bytes())
    assert not stale, f"run tools/{maker} again, and put rows added by hand into tools/inputs"


@pytest.fixture
def persons_of(tmp_path):
    """Run the maker of persons on lines of one's own."""

    def run(*lines):
        inputs, catalogue = tmp_path / "tools" / "inputs", tmp_path / "src" / "elchi" / "data" / "catalogue"
        inputs.mkdir(parents=True)
        catalogue.mkdir(parents=True)
        maker = shutil.copy(TOOLS / "make_persons.py", tmp_path / "tools")
        (catalogue / "offices.tsv").write_bytes(data_folder().joinpath("catalogue", "offices.tsv").read_bytes())
        (inputs / "persons_test.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return run_maker(maker, tmp_path / "out")

    return run


def test_the_tables_of_persons_are_what_their_maker_gives(tmp_path):
    assert_gives_the_packaged_tables("make_persons.py", PERSON_TABLES, tmp_path)


def test_the_tables_of_states_are_what_their_maker_gives(tmp_path):
    assert_gives_the_packaged_tables("make_states.py", STATE_TABLES, tmp_path)


def test_the_tables_of_places_are_what_their_maker_gives(tmp_path):
    assert_gives_the_packaged_tables("make_places.py", PLACE_TABLES, tmp_path)


def test_the_tables_of_stories_are_what_their_maker_gives(tmp_path):
    assert_gives_the_packaged_tables("make_story_names.py", {"names.tsv", "scales.tsv"}, tmp_path, "stories")


def test_a_person_becomes_rows_in_three_tables(persons_of, tmp_path):
    assert persons_of("# a comment", WHOLE).returncode == 0
    assert (tmp_path / "out/persons.tsv").read_text("utf-8").splitlines()[1:] == ["xi-jinping\tXi Jinping\tCHN\town"]
    assert "xi-jinping\ten\tXi\tsurname\town" in (tmp_path / "out/person_names.tsv").read_text("utf-8").splitlines()
    terms = (tmp_path / "out/office_terms.tsv").read_text("utf-8").splitlines()[1:]
    assert terms == ["xi-jinping\tpresident\tCHN\t2013-03-14\t-\town"]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("\t~Xi", "", "expected 8 tab-separated cells, found 7"),
        ("शी जिनपिंग", "-", "expected a name in hi"),
        ("শি জিনপিং", "शी जिनपिंग", "expected BENGALI letters in the bn name"),
        ("zh=", "xx=", "before =, found 'xx'"),
        ("zh=习近平", "习近平", "before =, found '习近平'"),
        ("zh=习近平", "zh=", "expected a name in zh, found nothing"),
        ("pr:", "wizard:", "found 'wizard'"),
        (":-", "", "expected office[@body]:from:to, found 'pr:2013-03-14'"),
        (":-", ":2012", "expected a term that ends after it starts"),
        ("CHN", "-", "expected office@body"),
    ],
)
def test_a_wrong_line_is_told_with_its_place_and_nothing_is_written(persons_of, tmp_path, right, wrong, said):
    assert right in WHOLE
    done = persons_of("# a comment", WHOLE.replace(right, wrong))
    assert done.returncode == 1
    assert done.stderr.startswith("persons_test.tsv:2: ")
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_every_wrong_line_is_told_at_once(persons_of):
    done = persons_of(WHOLE, WHOLE, WHOLE.replace("pr:", "wizard:"))
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [
        "persons_test.tsv:2",
        "persons_test.tsv:3",
        "persons_test.tsv:3",
    ]
