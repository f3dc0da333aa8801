"""Files of others are those that were recorded, nothing points elsewhere, and the extra is asked for by name."""

import hashlib
import sys
import tomllib
from pathlib import Path

import pytest
import regex

from elchi.cli import serve
from elchi.errors import ExtraError
from elchi.web.app import static_files

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "elchi" / "web"
STATIC = WEB / "static"
VENDORED = tomllib.loads((STATIC / "VENDOR.toml").read_text("utf-8"))["file"]
OWN = {"VENDOR.toml", "elchi.css", "icon.svg", "network.js", "review.css", "review.js", "theme.js"}
MOST_CSS = 25_000


@pytest.mark.parametrize("row", VENDORED, ids=lambda row: row["path"])
def test_a_file_of_others_is_the_one_that_was_recorded(row):
    content = (STATIC / row["path"]).read_bytes()
    assert len(content) == row["bytes"]
    assert hashlib.sha256(content).hexdigest() == row["sha256"]


def test_every_static_file_is_our_own_or_recorded():
    assert set(static_files()) == OWN | {row["path"] for row in VENDORED}


def test_what_is_shipped_is_named_in_the_notice_with_its_licence():
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for row in VENDORED:
        assert row["package"] in notice
        assert row["licence"] in notice


def test_styles_and_scripts_load_nothing_from_elsewhere():
    for name in sorted(OWN - {"VENDOR.toml", "icon.svg"}):
        text = (STATIC / name).read_text("utf-8")
        assert not regex.search(r"https?://|@import|//cdn", text), name
    css = (STATIC / "elchi.css").read_text("utf-8")
    assert len(css.encode()) < MOST_CSS
    files = set(regex.findall(r'url\("([^"]+)"\)', css))
    assert files == {row["path"] for row in VENDORED if row["path"].endswith(".woff2")}


def test_templates_have_no_script_or_style_of_their_own():
    for path in sorted((WEB / "templates").glob("*.html")):
        text = path.read_text("utf-8")
        assert not regex.search(r"\sstyle=|\son\w+=|<style|<script(?! src=)|\|\s*safe\b|autoescape", text), path.name


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(ExtraError, match=r'pip install "elchi\[web\]"'):
        serve._extra()
