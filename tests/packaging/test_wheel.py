"""The package that people install: small, whole, and without a file too many."""

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
MOST_PACKAGES, MOST_MEGABYTES = 30, 80


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy of what a checkout holds; the build backend is installed, nothing is fetched."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    skip = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "src", source / "src", ignore=skip)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source)
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    run = [sys.executable, "-c", build, str(out)]
    done = subprocess.run(run, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("*.whl"))


def test_every_table_and_module_is_in_the_wheel_and_nothing_else_is(wheel):
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("elchi/")}
    source = ROOT / "src"
    files = {path.relative_to(source).as_posix() for path in (source / "elchi").rglob("*") if path.is_file()}
    assert inside == {name for name in files if "__pycache__" not in name and not name.endswith(".pyc")}


def test_the_licence_and_the_notice_are_in_the_wheel(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)


def test_the_demo_runs_from_the_wheel_alone(wheel, tmp_path):
    """Unpacked elsewhere, with the checkout out of sight, in an empty folder."""
    place = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(place)
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import elchi; "
        "assert elchi.__file__.startswith(sys.path[0]), elchi.__file__; from elchi.cli import main; main()"
    )
    run = [sys.executable, "-c", code, str(place), "demo"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "claims" in done.stdout


def closure():
    """The distributions that `pip install elchi` brings, itself included, without extras."""
    found: dict[str, Distribution] = {}
    waiting = ["elchi"]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        found[name] = distribution(name)
        needs = (Requirement(line) for line in found[name].requires or ())
        waiting += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]
    return found


def test_the_base_install_is_small():
    """Bytes on disk, compiled modules included."""
    found = closure()
    own = sum(path.stat().st_size for path in (ROOT / "src" / "elchi").rglob("*") if path.is_file())
    files = (dist.locate_file(file) for name, dist in found.items() if name != "elchi" for file in dist.files or ())
    size = own + sum(Path(str(file)).stat().st_size for file in files if Path(str(file)).is_file())
    assert len(found) <= MOST_PACKAGES, sorted(found)
    assert size / 1e6 <= MOST_MEGABYTES


def test_the_package_is_typed():
    assert (ROOT / "src" / "elchi" / "py.typed").is_file()
