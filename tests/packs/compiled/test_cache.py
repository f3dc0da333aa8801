"""Compiled files are only ever a short cut: any fault of theirs or of their folder costs time and nothing else."""

import os
import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.packs.compiled.cache import SWITCH, Cache, cache_folder
from elchi.packs.compiled.digest import Source, digest_of

ONE, OTHER = "1" * 64, "2" * 64
VALUE = {"भारत": (1, 2.5, None, True), "sets": frozenset(["a"]), "bytes": b"\0"}
posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and modes of files are POSIX's")


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "deep" / "elchi")


def test_what_was_written_is_read_again_under_its_digest_only(cache):
    assert cache.read("world", ONE) is None
    assert cache.write("world", ONE, VALUE)
    assert cache.read("world", ONE) == VALUE
    assert cache.read("world", OTHER) is None
    assert cache.read("other", ONE) is None


@given(st.integers(min_value=0), st.integers(0, 7))
@settings(max_examples=200)
def test_a_file_with_one_bit_turned_is_as_good_as_none(tmp_path_factory, place, bit):
    cache = Cache(tmp_path_factory.mktemp("bits"))
    cache.write("world", ONE, VALUE)
    path = cache.path("world", ONE)
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1 << bit
    path.write_bytes(content)
    assert cache.read("world", ONE) is None


def test_a_file_cut_short_anywhere_or_with_more_behind_it_is_as_good_as_none(cache):
    cache.write("world", ONE, VALUE)
    path = cache.path("world", ONE)
    whole = path.read_bytes()
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert cache.read("world", ONE) is None, end
    path.write_bytes(whole + b"\0")
    assert cache.read("world", ONE) is None
    cache.write("world", ONE, VALUE)
    assert cache.read("world", ONE) == VALUE


def test_a_file_of_another_digest_under_this_name_is_as_good_as_none(cache):
    cache.write("world", ONE, "old")
    cache.path("world", ONE).rename(cache.path("world", OTHER))
    assert cache.read("world", OTHER) is None


@posix
def test_folder_and_file_are_the_users_alone(cache):
    cache.write("world", ONE, VALUE)
    path = cache.path("world", ONE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@posix
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_not_read(cache, mode):
    cache.write("world", ONE, VALUE)
    cache.path("world", ONE).chmod(mode)
    assert cache.read("world", ONE) is None


@posix
def test_a_file_of_somebody_else_is_not_read(cache, monkeypatch):
    cache.write("world", ONE, VALUE)
    someone = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: someone)
    assert cache.read("world", ONE) is None


def test_no_folder_and_a_folder_that_cannot_be_made_keep_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for folder in (None, tmp_path / "file" / "elchi", tmp_path / "file"):
        cache = Cache(folder)
        assert not cache.write("world", ONE, VALUE)
        assert cache.read("world", ONE) is None
        assert cache.sizes() == []


def test_a_read_only_folder_keeps_nothing(cache, monkeypatch):
    def refused(*_arguments, **_settings):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    assert not cache.write("world", ONE, VALUE)
    assert cache.read("world", ONE) is None


def test_a_full_disk_leaves_nothing_behind(cache, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert not cache.write("world", ONE, VALUE)
    assert list(cache.folder.iterdir()) == []


def test_a_value_of_no_plain_type_is_an_error_of_the_program_and_no_silence(cache):
    with pytest.raises(ValueError, match="unmarshallable"):
        cache.write("world", ONE, cache)


def test_old_files_go_but_the_last_few_and_other_names_stay(cache):
    digests = [f"{n}" * 64 for n in range(6)]
    cache.write("other", ONE, VALUE)
    for age, digest in enumerate(reversed(digests)):
        cache.write("world", digest, VALUE)
        os.utime(cache.path("world", digest), (time.time() - age, time.time() - age))
    cache.write("world", "a" * 64, VALUE)
    kept = {digest for digest in digests if cache.read("world", digest) is not None}
    assert kept == set(digests[-2:])
    assert cache.read("world", "a" * 64) == cache.read("other", ONE) == VALUE


def test_what_a_killed_process_left_goes_after_an_hour(cache):
    cache.write("world", ONE, VALUE)
    old, new = cache.folder / "world-x.aside", cache.folder / "world-y.aside"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    cache.write("world", ONE, VALUE)
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize("word", ["off", "OFF", " off ", "0", "no"])
def test_the_switch_turns_it_off(monkeypatch, word):
    monkeypatch.setenv(SWITCH, word)
    assert cache_folder() is None


def test_the_switch_names_a_folder(monkeypatch, tmp_path):
    monkeypatch.setenv(SWITCH, str(tmp_path))
    assert cache_folder() == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="the rules of XDG")
def test_without_the_switch_it_is_the_users_cache_folder(monkeypatch, tmp_path):
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "elchi"
    monkeypatch.setenv("HOME", str(tmp_path))
    for ignored in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        folder = cache_folder()
        assert folder.name == "elchi"
        assert folder.is_relative_to(tmp_path)


def test_a_user_without_a_home_has_no_cache(monkeypatch):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    for name in (SWITCH, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None


def test_the_digest_knows_every_table_by_name_and_content(tmp_path):
    seen = []
    for change in (
        lambda: (tmp_path / "a.tsv").write_text("x"),
        lambda: (tmp_path / "a.tsv").write_text("y"),  # the same size
        lambda: (tmp_path / "a.tsv").rename(tmp_path / "b.tsv"),
        lambda: (tmp_path / "SOURCES.toml").write_text(""),
        lambda: (tmp_path / "b.tsv").write_text("z"),
        (tmp_path / "b.tsv").unlink,
    ):
        change()
        seen.append(digest_of([Source(tmp_path)]))
    assert len(set(seen)) == len(seen)
    (tmp_path / "examples.jsonl").write_text("no table")
    assert digest_of([Source(tmp_path)]) == seen[-1]


def test_a_digest_stays_what_it_was_when_it_was_taken(tmp_path):
    (tmp_path / "a.tsv").write_text("x")
    source = Source(tmp_path)
    taken = digest_of([source])
    assert source.is_as_it_was()
    (tmp_path / "a.tsv").write_text("y")
    assert digest_of([source]) == taken
    assert not source.is_as_it_was()
