"""ARCHITECTURE.md, the folders of src/elchi, and the import-linter contract say the same."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "elchi"
ROW = regex.compile(r"^\| `(?P<path>[^`]+)` \| (?P<does>[^|]+) \|(?: (?P<may>[^|]+) \|)?$")
NO_CODE = {"data"}


@cache
def contract():
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return next(table for table in tables if table["type"] == "layers")


def layers():
    """Each layer as the set of its modules, highest first."""
    return [set(regex.split(r"\s*[|:]\s*", layer)) for layer in contract()["layers"]]


@cache
def rows():
    """The first table of ARCHITECTURE.md: module → what it may import."""
    lines = (ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()
    found = (ROW.match(line) for line in lines)
    return {
        hit["path"].removesuffix("/").removesuffix(".py"): hit["may"].strip() for hit in found if hit and hit["may"]
    }


def modules():
    """Folders and modules of the package, by name."""
    hidden = {"__pycache__"}
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name not in hidden}
    return folders | {path.stem for path in PACKAGE.glob("*.py") if path.name != "__init__.py"}


def below(name):
    """Modules in lower layers than `name`."""
    place = next(number for number, layer in enumerate(layers()) if name in layer)
    return set().union(*layers()[place + 1 :])


def imported(name):
    """Modules of elchi that the code of `name` imports, each with the file that does."""
    files = [PACKAGE / f"{name}.py"] if (PACKAGE / f"{name}.py").is_file() else sorted((PACKAGE / name).rglob("*.py"))
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "elchi":
                names = [alias.name for alias in node.names if not alias.name.startswith("__")]
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("elchi."):
                names = [node.module.split(".")[1]]
            elif isinstance(node, ast.Import):
                names = [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("elchi.")]
            else:
                names = []
            yield from ((other, file.name) for other in names if other != name)


def test_the_page_names_every_folder_and_module_and_no_other():
    assert set(rows()) == modules()


def test_the_contract_is_exhaustive_and_names_every_module_of_code():
    assert contract()["exhaustive"] is True
    assert set().union(*layers()) | set(contract()["exhaustive_ignores"]) == modules()


def test_nothing_but_the_data_and_the_entry_point_escapes_the_contract():
    assert set(contract()["exhaustive_ignores"]) == {"data", "__main__"}
    assert not list((PACKAGE / "data").rglob("*.py"))


@pytest.mark.parametrize("name", sorted(set().union(*layers())))
def test_a_module_may_import_what_the_contract_lets_it(name):
    said = rows()[name]
    allowed = below(name) if said == "everything below" else set(said.split(", ")) - {"-"}
    assert allowed == below(name)


@pytest.mark.parametrize("name", sorted(modules() - NO_CODE))
def test_a_module_imports_only_what_the_page_allows(name):
    said = rows()[name]
    allowed = below(name) if said == "everything below" else set(said.split(", "))
    wrong = sorted({f"{file} imports {other}" for other, file in imported(name) if other not in allowed})
    assert not wrong


def test_the_page_lists_modules_from_the_highest_layer_down():
    order = {name: number for number, layer in enumerate(layers()) for name in layer}
    places = [order[name] for name in rows() if name in order]
    assert places == sorted(places)


def test_tests_and_documents_lie_where_the_page_says():
    for folder in ("tests", "eval", "benchmarks", "tools", "docs"):
        assert (ROOT / folder).is_dir()
        assert f"| `{folder}/` |" in (ROOT / "ARCHITECTURE.md").read_text("utf-8")
