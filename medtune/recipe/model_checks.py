"""Mistakes in a recipe's models that their configurations and the data show, without weights."""

from __future__ import annotations

from medtune.recipe.errors import Problem
from medtune.recipe.model_size import read_departments
from medtune.recipe.networks import read_config
from medtune.recipe.schema import TrainingRecipe


def check_models(recipe: TrainingRecipe, parts: list[str]) -> list[Problem]:
    """Return mappings that name no model type, and label counts that the data contradicts.

    Args:
        recipe: has the sections `data` and `model`.
        parts: keys of `model` that hold a model.
    """
    problems = []
    for part in parts:
        source = getattr(recipe.model, part)
        if isinstance(source, dict) and "model_type" not in source:
            fix = "Add `model_type`, such as bert for an encoder and gpt2 for a decoder"
            problems.append(recipe.problem(f"model.{part}", "a model given as a mapping names no model_type", fix))
    return problems + (check_labels(recipe) if "encoder" in parts else [])


def check_labels(recipe: TrainingRecipe) -> list[Problem]:
    """Return the contradiction between the departments of the data and those an encoder brings along.

    A checkpoint of `task: classification` or `multitask` keeps its classifier, so its labels must be the data's, in
    their order. A classifier that some other model carries is left behind, and its labels do not matter.

    Args:
        recipe: has `model.encoder` and `data.path`; where either is not there yet, nothing is found.
    """
    departments = read_departments(recipe.data.path)
    source = recipe.model.encoder
    if departments is None:
        return []
    if isinstance(source, dict):
        count = source.get("num_labels", len(source.get("id2label") or departments))
        if count == len(departments):
            return []
        message = f"{recipe.data.path} has {len(departments)} departments"
        fix = "Delete num_labels and id2label: the labels come from the data"
        return [recipe.problem("model.encoder.num_labels", message, fix, count)]
    config = read_config(source)
    if config is None or config.get("model_type") != "berpt":
        return []
    labels = [label for _, label in sorted((int(number), label) for number, label in config["id2label"].items())]
    if labels == departments:
        return []
    message = f"its classifier tells {_difference(labels, departments)} of {recipe.data.path} apart"
    fix = "Name data with the same departments in the same order, or an encoder without a classifier"
    return [recipe.problem("model.encoder", message, fix, source)]


def _difference(labels: list[str], departments: list[str]) -> str:
    if len(labels) != len(departments):
        return f"{len(labels)} departments, not the {len(departments)}"
    return f"{labels}, not {departments}"
