"""What setup.cfg says against the tree, and both ways of installing, for real."""

import configparser
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

LIST_RECIPES = "from medtune.recipe.shipped import recipes_folder, shipped_recipes as s; print(*s(), recipes_folder())"


def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_the_packages_are_those_of_the_tree():
    listed = setup()["options"]["packages"].split()
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "medtune").rglob("*.py")}
    found = {".".join(folder.parts) for folder in folders}
    assert listed == sorted(found | {"medtune.recipes"})


def test_every_package_has_an_init_file():
    folders = {path.parent for path in (ROOT / "medtune").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    """A copy of what is installed, so that building leaves nothing in the tree."""
    copy = tmp_path_factory.mktemp("source")
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", "runs")
    for folder in ("medtune", "recipes"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    for file in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        if (ROOT / file).is_file():
            shutil.copy(ROOT / file, copy)
    return copy


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def environment(**others: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | others


def recipes_seen_by(python: str | Path, **others: str) -> tuple[list[str], Path]:
    command = [str(python), "-c", LIST_RECIPES]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", env=environment(**others), check=False)
    assert done.returncode == 0, done.stderr
    *names, folder = done.stdout.split()
    return names, Path(folder)


def expected() -> list[str]:
    files = (path.relative_to(ROOT / "recipes") for path in (ROOT / "recipes").rglob("*.yaml"))
    return sorted(path.with_suffix("").as_posix() for path in files if path.parts[0] != "accelerate")


@pytest.mark.slow
def test_a_wheel_brings_the_recipes(source, tmp_path):
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(source))
    [wheel] = tmp_path.glob("medtune-*.whl")
    target = tmp_path / "installed"
    pip("install", "--no-deps", "--target", str(target), str(wheel))
    names, folder = recipes_seen_by(sys.executable, PYTHONPATH=str(target))
    assert names == expected()
    assert folder == target / "medtune" / "recipes"
    shipped = {path.relative_to(folder) for path in folder.rglob("*.yaml")}
    assert shipped == {path.relative_to(ROOT / "recipes") for path in (ROOT / "recipes").rglob("*.yaml")}


@pytest.mark.slow
def test_an_editable_install_sees_the_recipes_of_the_tree(source, tmp_path):
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    [site] = (tmp_path / "venv").glob("lib/python*/site-packages")
    (site / "outer.pth").write_text(sysconfig.get_paths()["purelib"])  # the dependencies, and setuptools
    pip("--python", str(python), "install", "--no-deps", "--no-build-isolation", "-e", str(source))
    names, folder = recipes_seen_by(python)
    assert names == expected()
    assert folder == source / "recipes"
    done = subprocess.run([python.with_name("medtune"), "recipes"], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == len(names)
