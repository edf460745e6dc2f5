import importlib
import pkgutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import medtune

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(module.name for module in pkgutil.walk_packages(medtune.__path__, "medtune."))
PACKAGES = ["medtune", *(name for name in MODULES if (ROOT / name.replace(".", "/")).is_dir())]


def run(code: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("package", PACKAGES)
def test_public_names_import_and_are_described(package):
    module = importlib.import_module(package)
    assert module.__doc__
    public = [name for name in getattr(module, "__all__", ()) if name != "__version__"]
    undescribed = [name for name in public if not getattr(module, name).__doc__]
    assert not undescribed


def test_public_names_of_the_package():
    assert set(medtune.__all__) <= set(dir(medtune))
    assert medtune.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="module 'medtune' has no attribute 'lanch'"):
        medtune.lanch  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_is(name):
    assert importlib.import_module(name).__doc__


def test_import_is_light():
    done = run(
        "import sys, medtune\n"
        "heavy = {'torch', 'transformers', 'datasets', 'pydantic', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "medtune.tasks.multitask",
        "medtune.tasks.evaluate",
        "medtune.recipe.loading",
        "medtune.data.sources",
        "medtune.runs",
    ],
)
def test_what_a_recipe_needs_to_be_checked_is_light(name):
    done = run(
        f"import sys, {name}\n"
        "heavy = {'torch', 'transformers', 'datasets', 'sklearn', 'matplotlib'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    assert done.returncode == 0, done.stderr


def test_help_takes_half_a_second_at_most():
    seconds = []
    for _ in range(3):  # the quickest counts: this machine may be busy
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "medtune.cli", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        seconds.append(time.perf_counter() - start)
        assert done.returncode == 0, done.stderr
    assert "predict" in done.stdout
    assert min(seconds) <= 0.5
