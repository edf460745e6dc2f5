"""The fields of a model's configuration: what may stand in a recipe where a model is given as a mapping.

transformers keeps an unknown field of a configuration without a word, and builds the model by its default.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import Annotated, Any

from pydantic import Field, create_model

from medtune.recipe.errors import Problem
from medtune.recipe.schema import Section
from medtune.recipe.source_fields import class_named, fields_of, parse_source
from medtune.recipe.validation import validate

#: Fields whose types alone do not say that they are 1 at least.
_COUNTS = {
    "hidden_size",
    "intermediate_size",
    "max_position_embeddings",
    "n_embd",
    "n_head",
    "n_layer",
    "n_positions",
    "num_attention_heads",
    "num_hidden_layers",
    "num_key_value_heads",
    "vocab_size",
}
_PROBABILITIES = ("dropout", "dropout_prob", "pdrop")
#: Fields that no class declares and every one takes.
_EVERYWHERE = ("attn_implementation", "model_type", "name_or_path", "num_labels", "rope_scaling", "rope_theta")


def config_problems(config: dict[str, Any], key: str) -> list[Problem]:
    """Check a model's configuration against the fields of its type.

    Args:
        config: holds `model_type`, one that transformers has.
        key: dotted key of the configuration in the recipe.

    Returns:
        A problem for each wrong field; none where the fields of the type cannot be told from the source alone.
    """
    section = _section(config["model_type"])
    return [] if section is None else validate(section, config, prefix=key)[1]


@cache
def _section(model_type: str) -> type[Section] | None:
    module = model_type.replace("-", "_")
    tree = parse_source(f"models/{module}/configuration_{module}.py")
    body = None if tree is None else _config_class(tree, model_type)
    if body is None:
        return None
    base = class_named(parse_source("configuration_utils.py"), "PreTrainedConfig")
    fields: dict[str, Any] = dict.fromkeys((*_EVERYWHERE, *_taken(base), *_taken(body)), (Any, None))
    for field in (fields_of(base, {}) | fields_of(body, {})).values():
        fields[field.name] = (_in_range(field.name, field.type), field.default)
    for old, name in _attribute_map(body).items():
        fields[old] = (_in_range(old, fields[name][0] if name in fields else Any), None)
    # A name that begins with an underscore is transformers' own and stands in no recipe.
    return create_model("Config", __base__=Section, **{n: field for n, field in fields.items() if n[0] != "_"})


def _config_class(tree: ast.Module, model_type: str) -> ast.ClassDef | None:
    """Return the class of a model type, unless it takes fields over from another one."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and _constant(node, "model_type") == model_type:
            return node if [getattr(base, "id", "") for base in node.bases] == ["PreTrainedConfig"] else None
    return None


def _constant(node: ast.ClassDef, name: str) -> Any:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", "") == name:
            return ast.literal_eval(statement.value)
    return None


def _attribute_map(body: ast.ClassDef) -> dict[str, str]:
    """Return the other names of fields, such as GPT-2's `hidden_size` for `n_embd`."""
    return _constant(body, "attribute_map") or {}


def _taken(body: ast.ClassDef) -> list[str]:
    """Return the names that a class takes out of its further keyword arguments, such as earlier names of fields."""
    return [
        node.args[0].value
        for node in ast.walk(body)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("get", "pop")
        and getattr(node.func.value, "id", "") == "kwargs"
        and isinstance(node.args[0], ast.Constant)
    ]


def _in_range(name: str, kind: Any) -> Any:
    if name in _COUNTS:
        return Annotated[kind, Field(ge=1)] if kind is int else kind
    if name.endswith(_PROBABILITIES) and kind is not Any:
        return Annotated[float, Field(ge=0, le=1)] | None
    return kind
