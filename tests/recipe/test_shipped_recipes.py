"""Every recipe that comes with medtune is valid, launches itself and says what it does."""

import ast
import re
import shutil
from pathlib import Path

import pytest
from accelerate.commands.config.config_args import load_config_from_file

from medtune.recipe.check import load_checked
from medtune.recipe.shipped import recipes_folder, summary
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE
from medtune.tasks import load_task

FOLDER = recipes_folder()
RECIPES = sorted(path for path in FOLDER.rglob("*.yaml") if path.relative_to(FOLDER).parts[0] != "accelerate")


def test_there_are_recipes():
    assert RECIPES


def test_the_documented_recipe_is_valid(tmp_path):
    page = Path(__file__).resolve().parents[2] / "docs" / "how_to" / "write_a_recipe.md"
    [text] = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "documented.yaml").write_text(text, encoding="utf-8")
    load_checked(tmp_path / "documented.yaml")


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_recipe(path: Path):
    load_checked(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(summary(path)) >= 10
    assert lines[1] == FIRST_STATEMENT
    assert lines[-1] == LAST_LINE
    [launch] = ast.parse(path.read_text(encoding="utf-8")).body
    assert isinstance(launch, ast.If)


@pytest.mark.parametrize("path", sorted((FOLDER / "accelerate").glob("*.yaml")), ids=lambda path: path.stem)
def test_accelerate_knows_every_key_of_its_configurations(path: Path):
    config = load_config_from_file(str(path))  # refuses unknown keys
    assert config.num_processes > 1


@pytest.mark.parametrize("name", ["mulmed", "quickstart_mulmed"])
def test_what_a_step_makes_need_not_be_there_before_the_pipeline(tmp_path, name):
    shutil.copytree(FOLDER, tmp_path / "recipes")
    path = tmp_path / "recipes" / f"{name}.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("  # - mulmed_step_c", "  - mulmed_step_c"), encoding="utf-8"
    )
    names = [item.name for item in load_task("pipeline").inputs(load_checked(path))]
    assert not [one for one in names if one.startswith("runs/")]
