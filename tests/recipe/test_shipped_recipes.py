"""Every recipe that comes with medtune is valid, launches itself and says what it does."""

import ast
from pathlib import Path

import pytest

from medtune.recipe.check import load_checked
from medtune.recipe.shipped import recipes_folder, summary
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE

FOLDER = recipes_folder()
RECIPES = sorted(path for path in FOLDER.rglob("*.yaml") if path.relative_to(FOLDER).parts[0] != "accelerate")


def test_there_are_recipes():
    assert RECIPES


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_recipe(path: Path):
    load_checked(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(summary(path)) >= 10
    assert lines[1] == FIRST_STATEMENT
    assert lines[-1] == LAST_LINE
    [launch] = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(launch, ast.If)
