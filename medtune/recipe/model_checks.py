"""Mistakes in a recipe's models that their configurations and the data show, without weights."""

from __future__ import annotations

from typing import Any

from medtune.recipe.config_fields import config_problems
from medtune.recipe.errors import Problem
from medtune.recipe.model_size import read_departments
from medtune.recipe.networks import DEFAULTS, read_config
from medtune.recipe.schema import TrainingRecipe
from medtune.recipe.validation import nearest

_USUAL = {"encoder": "bert", "decoder": "gpt2"}


def check_models(recipe: TrainingRecipe, parts: list[str]) -> list[Problem]:
    """Return wrong or unfit configurations, texts longer than a model's positions, and labels the data contradicts.

    Args:
        recipe: has the sections `data` and `model`.
        parts: keys of `model` that hold a model.
    """
    problems = [problem for part in parts for problem in configuration_problems(recipe, part, _USUAL[part])]
    if not problems and "encoder" in parts:
        problems = [problem for part in parts for problem in _family(recipe, part)]
    problems += [] if problems else [problem for part in parts for problem in _positions(recipe, part, parts)]
    return problems + (check_labels(recipe) if "encoder" in parts else [])


def configuration_problems(recipe: TrainingRecipe, part: str, usual: str) -> list[Problem]:
    """Return wrong fields of a model that is given as a configuration.

    Args:
        recipe: has the section `model`.
        part: key of `model` that holds it.
        usual: model type to name as an example.
    """
    source = getattr(recipe.model, part)
    if not isinstance(source, dict):
        return []
    if "model_type" not in source:
        fix = f"Add `model_type: {usual}` or another one"
        return [recipe.problem(f"model.{part}", "a model given as a mapping needs a model_type", fix)]
    kind = source["model_type"]
    if kind not in DEFAULTS:
        from transformers.models.auto.configuration_auto import CONFIG_MAPPING_NAMES

        if kind not in CONFIG_MAPPING_NAMES:
            fix = f"{nearest(str(kind), CONFIG_MAPPING_NAMES)} A usual one is {usual}".strip()
            return [recipe.problem(f"model.{part}.model_type", "transformers has no such model type", fix, kind)]
    wrong = [recipe.place(problem) for problem in config_problems(source, f"model.{part}")]
    return wrong or _heads(recipe, part, source)


def _heads(recipe: TrainingRecipe, part: str, source: dict[str, Any]) -> list[Problem]:
    """Return the contradiction between the width of a configuration and its attention heads."""
    kind = source["model_type"]
    width, heads = ("n_embd", "n_head") if kind == "gpt2" else ("hidden_size", "num_attention_heads")
    config = DEFAULTS.get(kind, {}) | source
    if kind not in DEFAULTS or config[width] % config[heads] == 0:
        return []
    fitting = [count for count in range(1, config[width] + 1) if config[width] % count == 0]
    near = sorted(sorted(fitting, key=lambda count: abs(count - config[heads]))[:2])
    message = f"{width} {config[width]} is not divisible by it"
    fix = f"Write {' or '.join(map(str, near))}, or a multiple of {config[heads]} for {width}"
    return [recipe.problem(f"model.{part}.{heads}", message, fix, config[heads])]


def _positions(recipe: TrainingRecipe, part: str, parts: list[str]) -> list[Problem]:
    """Return the contradiction between the tokens that a model may be given and the positions it has learnt.

    Args:
        recipe: has the sections `data` and `model`.
        part: `encoder` or `decoder`; a decoder without an encoder reads the description too.
        parts: all parts of the model.
    """
    positions = _learnt_positions(getattr(recipe.model, part), part)
    data = recipe.data
    lengths = {"max_tokens": data.max_tokens} if part == "encoder" or "encoder" not in parts else {}
    lengths |= {"max_reply_tokens": data.max_reply_tokens} if part == "decoder" else {}
    total = sum(lengths.values())
    if positions is None or total <= positions:
        return []
    both = len(lengths) > 1
    message = f"{'together with max_reply_tokens ' if both else ''}more than the {positions} positions of the {part}"
    fix = f"Write at most {positions}{' for both together' if both else ''}"
    name, value = next(iter(lengths.items()))
    return [recipe.problem(f"data.{name}", message, fix, value)]


def _learnt_positions(source: str | dict[str, Any], part: str) -> int | None:
    """Return the most tokens that a model can read; None if that is not known or it computes its positions."""
    config = source if isinstance(source, dict) else read_config(source) or {}
    config = config.get(part, {}) if config.get("model_type") == "berpt" else config
    kind = config.get("model_type")
    if kind not in DEFAULTS:
        return None
    name = "n_positions" if kind == "gpt2" else "max_position_embeddings"
    usual = DEFAULTS[kind][name]
    # RoBERTa counts from behind the padding token's id, 1.
    return config.get(name, config.get("max_position_embeddings", usual)) - (0 if kind in ("bert", "gpt2") else 2)


def _family(recipe: TrainingRecipe, part: str) -> list[Problem]:
    """Return the problem of a model that BERPT cannot take for its encoder or decoder."""
    source = getattr(recipe.model, part)
    config = source if isinstance(source, dict) else read_config(source)
    kind = None if config is None else config.get("model_type")
    if kind in (None, "berpt", "bert" if part == "encoder" else "gpt2"):
        return []
    from medtune.models.berpt.configuration_berpt import DECODER_TYPE, ENCODER_TYPES  # here, since it imports torch

    allowed = ENCODER_TYPES if part == "encoder" else (DECODER_TYPE,)
    if kind in allowed:
        return []
    key = f"model.{part}.model_type" if isinstance(source, dict) else f"model.{part}"
    value = kind if isinstance(source, dict) else source
    message = f"a model of type {kind} cannot be the {part}"
    return [recipe.problem(key, message, f"Use one of type {', '.join(allowed)}", value)]


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
