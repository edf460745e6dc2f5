"""The fields of a dataclass of transformers, read from its source: importing it would take seconds."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args


@dataclass(frozen=True, slots=True)
class SourceField:
    """One field of a dataclass.

    Args:
        name: the field's name.
        type: what it may hold, as a type that pydantic understands.
        default: its default; None where the source computes it.
    """

    name: str
    type: Any
    default: Any


def parse_source(name: str) -> ast.Module | None:
    """Parse a file of transformers; None if there is no such file.

    Args:
        name: its path inside the package.
    """
    path = Path(importlib.util.find_spec("transformers").submodule_search_locations[0]) / name
    return ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else None


def class_named(tree: ast.Module, name: str) -> ast.ClassDef:
    """Return a class of a module."""
    return next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)


def fields_of(body: ast.ClassDef, choices: dict[str, list[str]]) -> dict[str, SourceField]:
    """Return the fields of a dataclass by name, without those of the classes it inherits from.

    Args:
        body: the class.
        choices: values of the enums that its annotations may name.
    """
    return {
        node.target.id: _field(node, choices)
        for node in body.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and not _of_class(node.annotation)
    }


def enums(trees: Iterable[ast.Module]) -> dict[str, list[str]]:
    """Return the values of the `ExplicitEnum` classes of some modules, by class name."""
    return {
        node.name: [
            statement.value.value
            for statement in node.body
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
        ]
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "ExplicitEnum" for base in node.bases)
    }


def _of_class(annotation: ast.expr) -> bool:
    return isinstance(annotation, ast.Subscript) and getattr(annotation.value, "id", "") == "ClassVar"


def _field(node: ast.AnnAssign, choices: dict[str, list[str]]) -> SourceField:
    arguments = {keyword.arg: keyword.value for keyword in getattr(node.value, "keywords", ())}
    metadata = {}
    if isinstance(arguments.get("metadata"), ast.Dict):
        metadata = dict(
            zip((key.value for key in arguments["metadata"].keys), arguments["metadata"].values, strict=True)
        )
    kind = _type(node.annotation, choices)
    if isinstance(metadata.get("choices"), ast.List):
        optional = type(None) in get_args(kind)
        kind = Literal[tuple(ast.literal_eval(metadata["choices"]))]
        kind = kind | None if optional else kind
    if "const" in metadata:  # a flag: `fsdp: true` although the annotation says text
        kind = Union[kind, bool]  # noqa: UP007 - the members are values here
    return SourceField(node.target.id, kind, _default(arguments.get("default", node.value)))


def _default(node: ast.expr | None) -> Any:
    try:
        return ast.literal_eval(node)
    except (TypeError, ValueError):
        return None


def _type(node: ast.expr, choices: dict[str, list[str]]) -> Any:
    """Turn an annotation into a type; an enum beside text means the enum's values, an unknown name anything."""
    members = _members(node)
    named = [member.id for member in members if isinstance(member, ast.Name) and member.id in choices]
    if named:
        members = [member for member in members if not (isinstance(member, ast.Name) and member.id == "str")]
    kinds = tuple(_member(member, choices) for member in members)
    return Union[kinds]  # noqa: UP007 - the members are values here


def _members(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp):
        return [*_members(node.left), *_members(node.right)]
    return [node]


def _member(node: ast.expr, choices: dict[str, list[str]]) -> Any:
    builtin = {"bool": bool, "int": int, "float": float, "str": str, "dict": dict[str, Any], "list": list[Any]}
    if isinstance(node, ast.Constant) and node.value is None:
        return None
    if isinstance(node, ast.Name):
        return Literal[tuple(choices[node.id])] if node.id in choices else builtin.get(node.id, Any)
    if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
        return Literal[ast.literal_eval(node.slice)]
    if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "list":
        return list[_type(node.slice, choices)]
    if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "dict":
        return dict[str, _type(node.slice.elts[1], choices)]
    return Any
