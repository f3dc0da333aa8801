"""Rules that every module of the package keeps."""

import ast
import inspect
from pathlib import Path

import pytest
import regex

from elchi import errors
from elchi.packs import data_folder, languages

PACKAGE = Path(__file__).parents[2] / "src" / "elchi"
FILES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 400
LABELS = {"en"}
"""English is the language of labels and messages, whether or not there is an English pack."""


def name_of(file):
    return file.relative_to(PACKAGE).as_posix()


def tree_of(file):
    return ast.parse(file.read_text("utf-8"))


each_file = pytest.mark.parametrize("file", FILES, ids=name_of)


@each_file
def test_a_module_stays_under_400_lines(file):
    assert len(file.read_text("utf-8").splitlines()) < MOST_LINES


@each_file
def test_no_module_names_a_language(file):
    """`if language == "hi"` belongs into a table. Constants are looked at, words in docstrings are not."""
    codes = {folder.name for folder in data_folder().joinpath("languages").iterdir()} - LABELS
    named = [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Constant) and node.value in codes
    ]
    assert not named


@each_file
def test_no_module_holds_words_of_a_language_that_it_reads(file):
    """Words stand in tables; docstrings and comments may quote them."""
    tree = tree_of(file)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    words = [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and regex.search(r"[\p{Devanagari}\p{Bengali}]{2,}", node.value)
    ]
    assert not words


@each_file
def test_re_is_not_imported(file):
    """`re` splits Devanagari and Bengali at every vowel sign; ruff bans it, and no comment switches this off."""
    names = set()
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module)
    assert "re" not in names


@each_file
def test_everything_public_has_a_docstring(file):
    tree = tree_of(file)
    bare = [] if ast.get_docstring(tree) else ["the module"]
    for owner in [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_")]:
        named = [node for node in owner.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        bare += [node.name for node in named if node.name[0] != "_" and not ast.get_docstring(node)]
    assert not bare


@each_file
def test_all_is_sorted_and_without_repeats(file):
    """Constants first, then classes, then functions; each in the order of the alphabet."""
    for node in tree_of(file).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            names = ast.literal_eval(node.value)
            assert names == sorted(set(names), key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def test_the_tree_drawn_at_the_head_of_errors_is_the_tree_of_classes():
    drawn = []
    path = []
    for line in inspect.getdoc(errors).splitlines():
        found = regex.match(r"^(?P<lead>[│├└─ ]*)(?P<name>[A-Za-z]+Error)\b", line)
        if found:
            depth = len(found["lead"]) // 4
            path = [*path[:depth], found["name"]]
            drawn.append((found["name"], path[-2] if depth else "Exception"))
    real = [
        (value.__name__, value.__base__.__name__)
        for value in vars(errors).values()
        if inspect.isclass(value) and value.__module__ == errors.__name__
    ]
    assert sorted(drawn) == sorted(real)


def test_every_error_is_one_of_elchis_own():
    own = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert all(issubclass(value, errors.ElchiError) for value in own)


def test_there_is_a_pack_for_hindi_and_for_bengali():
    assert {"bn", "hi"} <= set(languages())
