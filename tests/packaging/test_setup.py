"""Set-up: targets are explained, hooks fetch nothing, no file names a place on somebody's machine."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).parents[2]
TARGETS = {"demo", "test", "lint", "types", "eval", "bench", "docs"}
OWN_PLACE = regex.compile(r"/(?:home|root|work|Users)/\w")


def test_every_target_is_in_the_help():
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(regex.search(r"^\.PHONY:(.*)$", makefile, regex.MULTILINE)[1].split())
    assert phony >= TARGETS
    assert all(f"make {name} " in listed for name in phony)


def test_continuous_integration_runs_make_test():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    assert script.read_text("utf-8").rstrip().endswith("make test")


def test_hooks_are_local():
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert set(regex.findall(r"repo: *(\S+)", text)) == {"local"}
    assert set(regex.findall(r"language: *(\S+)", text)) == {"system"}


@pytest.mark.parametrize("folder", ["src", "eval", "benchmarks", "tools", ".ci"])
def test_no_file_names_a_place_on_somebodys_machine(folder):
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    files += [ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".pre-commit-config.yaml"]
    named = [path for path in files if path.suffix != ".pyc" and OWN_PLACE.search(path.read_text("utf-8", "replace"))]
    assert not named


def stand_in(folder, name, script):
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


def run_new_venv(bin_folder, target):
    environment = {"PATH": str(bin_folder), "HOME": str(bin_folder)}
    shell = shutil.which("sh")
    command = [shell, str(ROOT / "tools" / "new_venv.sh"), str(target)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def bare_machine(tmp_path):
    """A PATH with the few tools the script needs, and no Python; the user is not root."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("rm", "mkdir", "chmod", "cat"):
        (folder / name).symlink_to(shutil.which(name))
    stand_in(folder, "id", "echo 1000")
    return folder


def test_without_python_the_message_says_what_to_install(bare_machine, tmp_path):
    done = run_new_venv(bare_machine, tmp_path / "venv")
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr


def test_without_venv_and_virtualenv_the_message_says_what_to_install(bare_machine, tmp_path):
    stand_in(bare_machine, "python3.11", 'case "$1" in -c) exit 0;; *) exit 1;; esac')
    done = run_new_venv(bare_machine, tmp_path / "venv")
    assert done.returncode == 1
    assert "python3-venv" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_where_venv_fails_virtualenv_steps_in(bare_machine, tmp_path):
    working = 'mkdir -p "$NEW/bin" && printf "#!/bin/sh\\nexit 0\\n" > "$NEW/bin/python" && chmod +x "$NEW/bin/python"'
    stand_in(bare_machine, "python3.11", 'case "$1" in -c) exit 0;; *) exit 1;; esac')
    stand_in(bare_machine, "virtualenv", f'for NEW in "$@"; do :; done\n{working}')
    done = run_new_venv(bare_machine, tmp_path / "venv")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "venv" / "bin" / "python").exists()


def test_a_working_environment_is_left_alone(bare_machine, tmp_path):
    place = tmp_path / "venv" / "bin"
    place.mkdir(parents=True)
    stand_in(place, "python", "exit 0")
    assert run_new_venv(bare_machine, tmp_path / "venv").returncode == 0
    assert (place / "python").exists()


def test_as_root_on_debian_the_missing_package_is_installed(bare_machine, tmp_path):
    stand_in(bare_machine, "id", "echo 0")
    stand_in(bare_machine, "apt-get", f'echo "$@" >> {tmp_path}/installed')
    working = 'mkdir -p "$3/bin" && printf "#!/bin/sh\\nexit 0\\n" > "$3/bin/python" && chmod +x "$3/bin/python"'
    made = f'[ -e {tmp_path}/installed ] && [ "$2" = venv ] && [ "$3" != --without-pip ] && {working}'
    stand_in(bare_machine, "python3.11", f'case "$1" in -c) exit 0;; esac\n{made}')
    done = run_new_venv(bare_machine, tmp_path / "venv")
    assert done.returncode == 0, done.stderr
    assert "python3-venv" in (tmp_path / "installed").read_text("utf-8")
