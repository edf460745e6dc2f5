"""The model that a training recipe names, and how much of it is trained; also where a step before will make it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.recipe.networks import Network, network, read_config
from medtune.recipe.schema import Recipe
from medtune.recipe.token_sample import load_tokenizer

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

#: Steps of a pipeline that come before the one looked at, by the folder they write.
Earlier = Mapping[Path, Recipe]

PARTS = ("encoder", "decoder")
_tokenizer_at = cache(load_tokenizer)


@dataclass(frozen=True, slots=True)
class ModelSize:
    """Parameters of a model.

    Args:
        networks: encoder, decoder or both, by name.
        others: parameters of the classifier and of the projection between two widths, by name.
        frozen: parameters that are not trained, by name of the part.
    """

    networks: dict[str, Network]
    others: dict[str, int]
    frozen: dict[str, int]

    @property
    def parameters(self) -> dict[str, int]:
        """Parameters by part."""
        return {name: part.parameters for name, part in self.networks.items()} | self.others

    @property
    def total(self) -> int:
        """Number of all parameters."""
        return sum(self.parameters.values())

    @property
    def trained(self) -> int:
        """Number of the parameters that are trained."""
        return self.total - sum(self.frozen.values())


def parts_of(recipe: Recipe) -> list[str]:
    """Return which of encoder and decoder a recipe's model has."""
    return [part for part in PARTS if hasattr(recipe.model, part)]


def model_size(recipe: Recipe, earlier: Earlier) -> ModelSize | None:
    """Return the size of the model that a recipe trains.

    Args:
        recipe: has the section `model` with an encoder, a decoder or both.
        earlier: steps that may make what it starts from.

    Returns:
        The size; None while a configuration or a vocabulary is not at hand.
    """
    configs = {part: config_of(recipe, part, earlier) for part in parts_of(recipe)}
    if not all(configs.values()):
        return None
    joint = len(configs) == 2
    networks = {part: network(config, cross_attention=joint) for part, config in configs.items()}
    others = {}
    if "encoder" in networks:
        width = networks["encoder"].width
        others["classifier"] = (width + 1) * labels_of(recipe, earlier)
        if joint and width != networks["decoder"].width:
            others["projection"] = (width + 1) * networks["decoder"].width
    return ModelSize(networks, others, _frozen(recipe, networks))


def config_of(recipe: Recipe, part: str, earlier: Earlier) -> dict[str, Any] | None:
    """Return the configuration of an encoder or a decoder; None if it is not at hand.

    Args:
        recipe: names it, as a path, a Hub id or a mapping.
        part: `encoder` or `decoder`.
        earlier: steps that may make it.
    """
    source = getattr(recipe.model, part)
    if isinstance(source, dict):
        vocabulary = source.get("vocab_size") or vocabulary_of(recipe, part, earlier)
        return {**source, "vocab_size": vocabulary} if vocabulary else None
    config = read_config(source)
    if config is None:
        step = _maker(source, part, earlier)
        return config_of(step, part, earlier) if step is not None else None
    return config.get(part) if config.get("model_type") == "berpt" else config


def tokenizer_name(recipe: Recipe, part: str) -> str:
    """Return the path or Hub id of the tokenizer of an encoder or a decoder."""
    key = f"{part}_tokenizer" if hasattr(recipe.model, f"{part}_tokenizer") else "tokenizer"
    return getattr(recipe.model, key) or getattr(recipe.model, part)


def find_tokenizer(recipe: Recipe, part: str, earlier: Earlier) -> PreTrainedTokenizerBase | None:
    """Return the tokenizer of an encoder or a decoder, or the one that a step which makes the model takes over."""
    name = tokenizer_name(recipe, part)
    tokenizer = _tokenizer_at(name)
    step = None if tokenizer is not None else _maker(name, part, earlier)
    return find_tokenizer(step, part, earlier) if step is not None else tokenizer


def vocabulary_of(recipe: Recipe, part: str, earlier: Earlier) -> int | None:
    """Return the number of tokens of a tokenizer, or the most that an earlier step may give it."""
    tokenizer = find_tokenizer(recipe, part, earlier)
    if tokenizer is not None:
        return len(tokenizer)
    name = tokenizer_name(recipe, part)
    step = earlier.get(Path(name))
    if step is not None and step.task == "tokenizer":
        return step.vocab_size
    step = _maker(name, part, earlier)
    return vocabulary_of(step, part, earlier) if step is not None else None


def labels_of(recipe: Recipe, earlier: Earlier) -> int:
    """Return the number of departments, or the most that an earlier step may leave; 0 if neither is known."""
    departments = read_departments(recipe.data.path)
    if departments is not None:
        return len(departments)
    step = earlier.get(Path(recipe.data.path))
    return (step.departments.top_k or 0) if step is not None and step.task == "prepare-data" else 0


def read_departments(folder: str) -> list[str] | None:
    """Return the departments of prepared data in the order of the labels; None if there is no such file."""
    from medtune.data.storage import DEPARTMENTS_FILE

    path = Path(folder) / DEPARTMENTS_FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _maker(name: str, part: str, earlier: Earlier) -> Recipe | None:
    """Return the step that trains the model under a name, if that model has the part."""
    step = earlier.get(Path(name))
    return step if step is not None and hasattr(getattr(step, "model", None), part) else None


def _frozen(recipe: Recipe, networks: dict[str, Network]) -> dict[str, int]:
    """Count what `BERPTPreTrainedModel.freeze` takes out of training."""
    freeze = getattr(recipe.model, "freeze", None)
    if freeze is None:
        return {}
    frozen = {}
    for part, size in networks.items():
        layers = min(getattr(freeze, f"{part}_layers", 0), size.layers)
        some = size.embeddings * freeze.embeddings + size.layer * layers
        frozen[part] = size.parameters if getattr(freeze, part, False) else some
    return {part: count for part, count in frozen.items() if count}
