"""Documentation is true: its commands run, its outputs are what elchi prints, its links lead somewhere."""

import importlib.util
import json
import sys
import tomllib
from pathlib import Path

import pytest
import regex

from elchi import errors
from elchi.cli import COMMANDS

ROOT = Path(__file__).parents[2]


def tool(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


make_docs, make_figures = tool("make_docs"), tool("make_figures")
PAGES = make_docs.example_pages()
DATA = ROOT / "src" / "elchi" / "data"
ALL_PAGES = sorted(
    page
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "eval").glob("*.md"), *DATA.rglob("*.md")]
)
LINK = regex.compile(r"\[[^\]]*\]\((?!https?:)(?P<target>[^)#]*)(?:#(?P<place>[^)]+))?\)")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
every_page = pytest.mark.parametrize("page", ALL_PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


@each_page
def test_the_commands_of_a_page_run_and_print_what_it_shows(page):
    """All sessions are run in order, in an empty folder; weights, ids of claims and counts may differ."""
    text = page.read_text("utf-8")
    fresh = make_docs.with_outputs(text)
    assert not make_docs.is_stale(text, fresh), "run `make docs` and read the difference"


@each_page
def test_a_page_shows_commands_only_where_they_are_run(page):
    for block in make_docs.blocks(page.read_text("utf-8")):
        assert block.language in {"console", "json", "text"}
        assert bool(block.commands()) == (block.language in make_docs.SESSIONS)
        if block.language == "text":
            assert not any(line.startswith("elchi ") for line in block.lines)


def test_the_reference_of_commands_is_what_the_program_says_of_itself():
    shown = make_docs.CLI_PAGE.read_text("utf-8")
    assert make_docs.cli_reference() == shown, "run `make docs`"


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_shown_in_use(command):
    said = "".join(page.read_text("utf-8") for page in PAGES)
    assert regex.search(rf"^\$.*\belchi {command}\b", said, regex.MULTILINE)


@every_page
def test_links_lead_to_files_and_headings(page):
    text = page.read_text("utf-8")
    for link in LINK.finditer(text):
        target = (page.parent / link["target"]).resolve() if link["target"] else page
        assert target.exists(), link[0]
        if link["place"]:
            assert link["place"] in _anchors(target.read_text("utf-8")), link[0]


def _anchors(text):
    heads = regex.findall(r"^#+ (.+)$", text, regex.MULTILINE)
    return {regex.sub(r"[^\p{L}\p{M}\p{N} _-]", "", head).strip().lower().replace(" ", "-") for head in heads}


@every_page
def test_fences_are_closed_and_lines_are_not_endless(page):
    lines = page.read_text("utf-8").splitlines()
    assert sum(line.startswith("```") for line in lines) % 2 == 0


def test_every_error_is_in_the_reference():
    said = (ROOT / "docs" / "reference" / "errors-and-exit-codes.md").read_text("utf-8")
    drawn = [line for line in errors.__doc__.splitlines() if "Error" in line and "Every" not in line]
    assert "\n".join(drawn) in said


def test_every_field_of_a_claim_is_in_the_reference():
    said = (ROOT / "docs" / "reference" / "claims.md").read_text("utf-8")
    schema = json.loads((DATA / "schema" / "claim.schema.json").read_text("utf-8"))
    fields = {*schema["properties"], *_fields(schema["$defs"]["participant"]), *_fields(schema["$defs"]["date"])}
    assert not {field for field in fields if f"`{field}`" not in said}


def _fields(schema):
    """The names of fields anywhere in a part of a schema."""
    if isinstance(schema, list):
        return set().union(*(_fields(part) for part in schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())).union(*(_fields(part) for part in schema.values()))


def test_every_type_mode_and_property_is_in_the_reference():
    said = (ROOT / "docs" / "reference" / "claims.md").read_text("utf-8")
    frames = tomllib.loads((DATA / "ontology" / "frames.toml").read_text("utf-8"))["frame"]
    own = {"PROTEST", "COERCE", "ASSAULT"}
    words = {frame["type"] for frame in frames} | {f["mode"] for f in frames if f["mode"] and f["type"] not in own}
    words |= set(tomllib.loads((DATA / "ontology" / "properties.toml").read_text("utf-8")))
    assert not {word for word in words if not regex.search(rf"\b{word}\b", said)}


def test_every_answer_has_its_shape_in_the_reference():
    said = (ROOT / "docs" / "reference" / "answers.md").read_text("utf-8")
    names = {file.name.removesuffix(".schema.json") for file in (DATA / "schema").glob("*.schema.json")}
    assert not {name for name in names - {"claim", "parts"} if f"`{name}`" not in said}


def test_the_claim_in_the_readme_is_a_real_one(tmp_path):
    blocks = list(make_docs.blocks((ROOT / "README.md").read_text("utf-8")))
    shown = next(json.loads("\n".join(block.lines)) for block in blocks if block.language == "json")
    article = next(c for block in blocks for c in block.commands() if c.startswith("cat > visit.txt"))
    make_docs.run(article, str(tmp_path))
    lines = make_docs.run("elchi extract visit.txt --published 2024-08-20", str(tmp_path))
    assert any(holds(json.loads(line), shown) for line in lines)


def holds(real, shown):
    """Whether all that is shown is there: fields of objects, items of lists in their order."""
    if isinstance(shown, dict):
        return isinstance(real, dict) and all(key in real and holds(real[key], value) for key, value in shown.items())
    if isinstance(shown, list):
        rest = iter(real)
        return all(any(holds(item, wanted) for item in rest) for wanted in shown)
    return bool(real == shown)


def test_the_table_of_figures_is_filled_and_has_the_form_that_its_tool_gives_it():
    text = (ROOT / "README.md").read_text("utf-8")
    inside = text.partition(make_figures.BEGIN)[2].partition(make_figures.END)[0].strip().splitlines()
    assert tuple(inside[:2]) == make_figures.HEAD, "run `make figures`"
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in inside[2:]]
    assert [(label, command) for label, _, command in cells] == [
        (row.label, f"`{row.command}`") for row in make_figures.ROWS
    ]
    assert all(regex.search(r"\d", figures) for _, figures, _ in cells)


def test_the_changelog_keeps_the_form_of_keep_a_changelog():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert regex.search(r"^## \[Unreleased\]$", text, regex.MULTILINE)
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(regex.findall(r"^### (.+)$", text, regex.MULTILINE)) <= kinds


def test_no_page_names_a_place_on_somebodys_machine():
    for page in ALL_PAGES:
        assert not regex.search(r"/(?:home|root|tmp|work|Users)/", page.read_text("utf-8")), page
