"""A task as small as possible, and recipes for it."""

import sys
from types import ModuleType
from typing import Literal

import pytest
from pydantic import Field

import medtune.tasks
from medtune.recipe import schema
from medtune.recipe.inputs import Input
from medtune.recipe.training import check_training
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE


class CsvSource(schema.Section):
    kind: Literal["csv"]
    path: str
    separator: str = ","


class HubSource(schema.Section):
    kind: Literal["hub"]
    name: str
    split: str = "train"


class Data(schema.Section):
    path: str = "prepared"
    max_tokens: int = Field(default=200, ge=8)
    shares: tuple[float, float] = (0.1, 0.1)
    names: dict[str, str] = Field(default_factory=dict)
    sources: list[CsvSource | HubSource] = Field(default_factory=list)
    evaluate: bool = True


class Model(schema.Section):
    name: str | dict | None = None
    pooling: Literal["cls", "mean"] = "cls"
    dropout: float = Field(default=0.1, ge=0, lt=1)


class ToyRecipe(schema.TrainingRecipe):
    task: Literal["toy"]
    data: Data
    model: Model = Model()


def toy_module() -> ModuleType:
    def inputs(recipe):
        named = [Input("model.name", recipe.model.name, "model")] if recipe.model.name else []
        return [Input("data.path", recipe.data.path, "file"), *named]

    module = ModuleType("medtune.tasks.toy")
    module.Recipe = ToyRecipe
    module.inputs = inputs
    module.check = lambda recipe: check_training(recipe, has_evaluation_set=recipe.data.evaluate)
    return module


@pytest.fixture(scope="session", autouse=True)
def toy_task():
    """Register `task: toy`."""
    names = medtune.tasks.task_names
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "medtune.tasks.toy", toy_module())
        patch.setattr(medtune.tasks, "task_names", lambda: [*names(), "toy"])
        yield


def recipe_text(body: str) -> str:
    return f"# A toy.\n{FIRST_STATEMENT}\n{body.strip()}\n{LAST_LINE}\n"


MINIMAL = "task: toy\noutput_dir: runs/toy\ndata:\n  path: prepared\n"


@pytest.fixture
def write(tmp_path):
    """Write a recipe with the given keys between its launch lines, and return its path."""

    def write(body: str = MINIMAL, name: str = "toy.yaml"):
        path = tmp_path / name
        path.write_text(recipe_text(body), encoding="utf-8")
        return path

    return write


@pytest.fixture
def wrong(write):
    """Load a wrong recipe; return its problems' texts, without the folder."""
    from medtune.recipe.errors import RecipeError
    from medtune.recipe.loading import load_recipe

    def wrong(body: str = MINIMAL, *overrides: str) -> list[str]:
        path = write(body)
        with pytest.raises(RecipeError) as caught:
            load_recipe(path, overrides)
        return [str(problem).removeprefix(f"{path.parent}/") for problem in caught.value.problems]

    return wrong
