"""A table that is wrong is refused, and the message names the file and the line."""

import shutil
from pathlib import Path

import pytest

from elchi.errors import PackError
from elchi.packs import Catalogue, data_folder, load_ontology_data, read_table
from elchi.packs.language import load_language
from elchi.packs.ontology import load_ontology

SETTINGS = """
code = "xx"
name = "Example"
script = "Deva"
[sentence]
enders = "।"
full_stop = "always"
abbreviations = ["डॉ."]
[order]
verb = "final"
subject_after_verb = false
genitive = "before"
markers = "after"
unmarked = "subject"
attached_roles = false
negation = "before"
copulas = ["होना"]
zero_copula = false
"""
TABLES = {
    "endings.tsv": ("base form role", "ा\tे\t-\town"),
    "markers.tsv": ("marker role after", "ने\tagent\t-\town"),
    "paradigms.tsv": ("paradigm tam endings", "consonant\tperfective\tा|े|ी\town"),
    "verbs.tsv": ("lemma stem paradigm irregular", "करना\tकर\tconsonant\tperfective=किया,किए\town"),
    "tam.tsv": ("pattern status finite", "*.perfective\tpast\ty\town"),
    "matrix.tsv": ("lemma light link effect status", "तैयार\tकरना\tinfinitive\tkeep\tintended\town"),
    "triggers.tsv": (
        "lemma light frame needs strength nominal variants",
        "बैठक\tकरना\tmeet\trole:comitative\t0.9\ty\t-\town",
    ),
    "speech.tsv": ("lemma light kind", "घोषणा\tकरना\tannounce\town"),
    "titles.tsv": ("title office", "राष्ट्रपति\tpresident\town"),
    "title_modifiers.tsv": ("word effect", "पूर्व\tformer\town"),
    "descriptions.tsv": ("phrase kind role", "उन्होंने\the\tagent\town"),
    "months.tsv": ("name month", "मई\t5\town"),
    "weekdays.tsv": ("name weekday", "सोमवार\t1\town"),
    "day_words.tsv": ("word offsets", "कल\t-1,1\town"),
    "date_words.tsv": ("phrase kind value", "पिछले वर्ष\trelative_year\t-1\town"),
    "numbers.tsv": ("word kind value", "एक\tcardinal\t1\town"),
    "currencies.tsv": ("word iso", "डॉलर\tUSD\town"),
    "statements.tsv": ("phrase cue value", "अध्यक्षता\tchair\t-\town"),
    "boilerplate.tsv": ("text match kind", "विज्ञापन\tis\tadvertisement\town"),
    "topics.tsv": ("word field", "मैच\telsewhere\town"),
    "words.tsv": ("word class", "नहीं\tnegation\town"),
    "name_parts.tsv": ("part kind", "सिंह\tsurname\town"),
    "ambiguous_names.tsv": ("forms conditions", "माले|माला\ttitle,near:राजधानी|द्वीप\town"),
}


def header(columns: str) -> str:
    return "# " + "\t".join([*columns.split(), "source"])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a small language that is right in every table."""
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "SOURCES.toml").write_text('own = "an example"\n')
    (folder / "pack.toml").write_text(SETTINGS)
    for name, (columns, row) in TABLES.items():
        (folder / name).write_text(f"{header(columns)}\n{row}\n")
    return folder


def load(folder: Path):
    return load_language(folder, load_ontology_data())


def refused(folder: Path, name: str, line: int) -> PackError:
    with pytest.raises(PackError) as found:
        load(folder)
    assert found.value.line == line
    assert str(found.value).startswith(f"xx/{name}:{line}: expected ")
    return found.value


def test_a_small_pack_that_is_right_is_read(pack):
    found = load(pack)
    assert (found.code, found.script) == ("xx", "Deva")
    assert "किया" in found.verbs.forms


def test_comments_and_empty_lines_are_no_rows(pack):
    columns, row = TABLES["months.tsv"]
    (pack / "months.tsv").write_text(f"{header(columns)}\n\n# spring\n{row}\n\n")
    assert [r.cells for r in read_table(pack, "months.tsv", columns)] == [("मई", "5")]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_missing(pack, name):
    (pack / name).unlink()
    refused(pack, name, 0)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_its_header(pack, name):
    (pack / name).write_text(TABLES[name][1] + "\n")
    refused(pack, name, 1)


@pytest.mark.parametrize("name", TABLES)
def test_a_header_with_another_column(pack, name):
    columns, row = TABLES[name]
    (pack / name).write_text(f"{header(columns + ' remark')}\n{row}\n")
    refused(pack, name, 1)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda row: row.rpartition("\t")[0], "tab-separated cells"),
        (lambda row: row + "\tmore", "tab-separated cells"),
        (lambda row: "\t" + row.partition("\t")[2], "no empty cell"),
        (lambda row: " " + row, "no empty cell"),
        (lambda row: row.replace("\t", " \t", 1), "no empty cell"),
        (lambda row: "\u0958" + row, "NFC"),
        (lambda row: row.rpartition("\t")[0] + "\thearsay", "SOURCES.toml"),
    ],
    ids=[
        "a cell short",
        "a cell too many",
        "an empty cell",
        "a blank before",
        "a blank after",
        "not NFC",
        "undeclared source",
    ],
)
def test_a_row_that_is_malformed(pack, name, spoil, words):
    columns, row = TABLES[name]
    (pack / name).write_text(f"{header(columns)}\n# a comment\n{spoil(row)}\n")
    assert words in refused(pack, name, 3).expected


@pytest.mark.parametrize("name", TABLES)
def test_a_row_that_stands_twice(pack, name):
    columns, row = TABLES[name]
    (pack / name).write_text(f"{header(columns)}\n{row}\n\n{row}\n")
    assert "line 2 again" in refused(pack, name, 4).expected


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("endings.tsv", "ा\tे\tbeneficiary\town"),
        ("markers.tsv", "ने\tergative\t-\town"),
        ("markers.tsv", "साथ\tcomitative\towner\town"),
        ("descriptions.tsv", "उन्होंने\the\tsomebody\town"),
        ("paradigms.tsv", "consonant\taorist\tा\town"),
        ("verbs.tsv", "करना\tकर\tvowel\t-\town"),
        ("verbs.tsv", "करना\tकर\tconsonant\taorist=किया\town"),
        ("verbs.tsv", "करना\tकर\tconsonant\tperfective\town"),
        ("tam.tsv", "*.aorist\tpast\ty\town"),
        ("tam.tsv", "जाना.perfective\tpast\ty\town"),
        ("tam.tsv", "*.perfective\tpast\tyes\town"),
        ("triggers.tsv", "बैठक\tकरना\tteleport\t-\t0.9\ty\t-\town"),
        ("triggers.tsv", "बैठक\tहोना\tmeet\t-\t0.9\ty\t-\town"),
        ("triggers.tsv", "बैठक\tकरना\tmeet\tmood:good\t0.9\ty\t-\town"),
        ("matrix.tsv", "तैयार\tहोना\tinfinitive\tkeep\tintended\town"),
        ("matrix.tsv", "तैयार\tकरना\tinfinitive\tteleport\tintended\town"),
        ("speech.tsv", "घोषणा\tहोना\tannounce\town"),
        ("months.tsv", "मई\t13\town"),
        ("months.tsv", "मई\tMay\town"),
        ("weekdays.tsv", "सोमवार\t0\town"),
        ("date_words.tsv", "पिछले वर्ष\tlast_year\t-1\town"),
        ("date_words.tsv", "पिछले वर्ष\trelative_year\tlast\town"),
        ("date_words.tsv", "कुछ\tfew\t2\town"),
        ("date_words.tsv", "दिन\tunit_day\t1\town"),
        ("date_words.tsv", "वैशाख\tera_month\t2\town"),
        ("boilerplate.tsv", "विज्ञापन\tlike\tadvertisement\town"),
        ("ambiguous_names.tsv", "माले\tsometimes\town"),
        ("ambiguous_names.tsv", "माले\tnear\town"),
        ("ambiguous_names.tsv", "माले\tnear:-\town"),
        ("ambiguous_names.tsv", "माले\ttitle:राजधानी\town"),
        ("ambiguous_names.tsv", "माले\trole:ergative\town"),
        ("ambiguous_names.tsv", "माले|माला|माले\ttitle\town"),
    ],
)
def test_a_word_that_no_table_knows(pack, name, row):
    (pack / name).write_text(f"{header(TABLES[name][0])}\n{row}\n")
    refused(pack, name, 2)


@pytest.mark.parametrize("name", ["pack.toml", "SOURCES.toml"])
def test_settings_that_are_missing_or_no_toml(pack, name):
    (pack / name).write_text("code = \n")
    with pytest.raises(PackError, match=rf"xx/{name}:0: expected TOML"):
        load(pack)
    (pack / name).unlink()
    with pytest.raises(PackError, match=rf"xx/{name}:0: expected the file"):
        load(pack)


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the packaged catalogue to spoil."""
    folder = tmp_path / "catalogue"
    shutil.copytree(str(data_folder().joinpath("catalogue")), folder)
    return folder


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("places.tsv", "atlantis\tAtlantis\tATL\tcity\town"),
        ("persons.tsv", "captain-nemo\tCaptain Nemo\tATL\town"),
        ("bodies.tsv", "atl-navy\tNavy of Atlantis\tATL\tMIL\town"),
        ("agencies.tsv", "atl-news\tAtlantis News\tagency\tATL\t-\town"),
        ("state_names.tsv", "ATL\thi\tअटलांटिस\tname\town"),
        ("office_terms.tsv", "captain-nemo\tpresident\tIND\t-\t-\town"),
        ("office_terms.tsv", "narendra-modi\temperor\tIND\t-\t-\town"),
        ("office_terms.tsv", "narendra-modi\tpresident\tATL\t-\t-\town"),
    ],
)
def test_a_row_of_the_catalogue_that_names_nobody_known(catalogue, name, row):
    lines = (catalogue / name).read_text().rstrip("\n").split("\n")
    (catalogue / name).write_text("\n".join([*lines, row, ""]))
    with pytest.raises(PackError, match=f"catalogue/{name}:{len(lines) + 1}: expected"):
        Catalogue(catalogue)


def test_an_entity_that_stands_twice(catalogue):
    with (catalogue / "states.tsv").open("a") as table:
        table.write("IND\tBharat\tmember\t-\t-\town\n")
    with pytest.raises(PackError, match="one entity 'IND'"):
        Catalogue(catalogue)


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    """A copy of the packaged ontology to spoil."""
    folder = tmp_path / "ontology"
    shutil.copytree(str(data_folder().joinpath("ontology")), folder)
    return folder


FRAME = """
[[frame]]
id = "greet"
type = "CONSULT"
mode = ""
plover_mode = ""
cameo = "040"
score = 1.0
shape = "symmetric"
"""


def test_a_frame_of_ones_own_is_read(ontology):
    with (ontology / "frames.toml").open("a") as table:
        table.write(FRAME)
    assert load_ontology(ontology).frames["greet"].type == "CONSULT"


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (FRAME.replace('cameo = "040"\n', ""), "'greet' with 'cameo'"),
        (FRAME.replace("symmetric", "circular"), "'greet' with 'circular'"),
        (FRAME.replace("greet", "meet"), "one frame 'meet'"),
    ],
)
def test_a_frame_that_is_incomplete_or_stands_twice(ontology, frame, words):
    with (ontology / "frames.toml").open("a") as table:
        table.write(frame)
    with pytest.raises(PackError, match=words):
        load_ontology(ontology)
