"""From pydantic's findings to problems that a user can act on."""

from __future__ import annotations

import difflib
import json
import re
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from medtune.recipe.errors import Problem

_KINDS = {
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a section (keys with values, indented)",
    "none_required": "nothing (null)",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks an annotated type whose sections are imported only when one is chosen.

    Args:
        sections: returns all of them; asked only to name the keys that a wrong one could have meant.
    """

    sections: Callable[[], list[type[BaseModel]]]


def validate(schema: type[BaseModel], data: dict[str, Any], prefix: str = "") -> tuple[BaseModel | None, list[Problem]]:
    """Check data against a schema.

    Args:
        schema: the section or recipe that the data should be.
        data: values as YAML gives them.
        prefix: dotted key of the section that `data` stands in, put before every key reported.

    Returns:
        The validated object, or None and one problem for each key that is wrong.
    """
    try:
        # From JSON, strict pydantic still takes a list for a tuple and text for a path, as YAML has no other way.
        return schema.model_validate_json(json.dumps(data)), []
    except ValidationError as error:
        return None, _problems(error, schema, data, prefix)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return `Did you mean 'x'?` for the known name most like the given one, or an empty string."""
    found = difflib.get_close_matches(name.lower().replace("-", "_"), list(known), n=1, cutoff=0.6)
    return f"Did you mean `{found[0]}`?" if found else ""


def _problems(error: ValidationError, schema: type[BaseModel], data: Any, prefix: str) -> list[Problem]:
    by_path: dict[tuple, list[dict]] = {}
    for detail in _fitting_members(error.errors(include_url=False), data):
        by_path.setdefault(_path_in(data, detail), []).append(detail)
    problems = []
    for path, details in by_path.items():
        inner = [p for p in by_path if len(p) > len(path) and p[: len(path)] == path]
        if inner and path:  # of the members of a union, the one that fits best has told more
            continue
        key = ".".join(str(part) for part in (prefix, *path) if part != "")
        problems.append(_problem(key, details, schema, data, path))
    return problems


def _path_in(data: Any, detail: dict) -> tuple:
    """Return where an error stands in the data, without the names of union members that pydantic puts in between."""
    path, node, location = [], data, detail["loc"]
    for number, part in enumerate(location):
        last = number == len(location) - 1
        if _has(node, part):
            node = node[part]
            path.append(part)
        elif last and detail["type"] == "missing":
            path.append(part)
    return tuple(path)


def _has(node: Any, part: str | int) -> bool:
    if isinstance(node, dict):
        return part in node
    return isinstance(node, list) and isinstance(part, int) and part < len(node)


def _fitting_members(details: list[dict], data: Any) -> list[dict]:
    """Leave out what the other members of a union say where the data name one by a fixed value (`kind: csv`)."""
    members: dict[tuple, dict[str, list[dict]]] = {}
    for detail in details:
        where, member = _member(data, detail)
        if member is not None:
            members.setdefault(where, {}).setdefault(member, []).append(detail)
    dropped = []
    for by_member in members.values():
        other = {name for name, found in by_member.items() if any(_is_other_kind(detail) for detail in found)}
        if other == set(by_member):  # the kind itself is wrong: that is all there is to say
            dropped += [d for found in by_member.values() for d in found if not _is_other_kind(d)]
        else:
            dropped += [detail for name in other for detail in by_member[name]]
    return [detail for detail in details if not any(detail is other for other in dropped)]


def _member(data: Any, detail: dict) -> tuple[tuple, str | None]:
    """Return where in the data a union stands, and its member that an error is from."""
    path, node = [], data
    for part in detail["loc"][:-1]:
        if not _has(node, part):
            return tuple(path), str(part)
        node = node[part]
        path.append(part)
    return tuple(path), None


def _is_other_kind(detail: dict) -> bool:
    """Tell whether an error means that a union's member is not the one meant: its one fixed value differs."""
    return detail["type"] == "literal_error" and " or " not in detail["ctx"]["expected"]


def _problem(key: str, details: list[dict], schema: type[BaseModel], data: Any, path: tuple) -> Problem:
    first = details[0]
    if first["type"] == "missing":
        return Problem("is missing", key, fix=_how_to_add(key, schema, path))
    if first["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return _wrong_tag(key, first)
    if first["type"] == "extra_forbidden":
        return _unknown_key(key, schema, data, path, first["input"])
    if first["type"] == "value_error":
        return Problem(str(first["ctx"]["error"]), key, _shown(first["input"]))
    allowed = list(dict.fromkeys(part for detail in details for part in _allowed(detail)))
    if not allowed:
        message = first["msg"][:1].lower() + first["msg"][1:]
        return Problem(message, key, _shown(first["input"]))
    value = first["input"]
    message = f"{_what(value, details)}; {' or '.join(allowed)} is allowed"
    return Problem(message, key, _shown(value), _fix(value, details))


def _wrong_tag(key: str, detail: dict) -> Problem:
    """Say which kinds of section there are, where one key decides between them."""
    name = detail["ctx"]["discriminator"].strip("'")
    if detail["type"] == "union_tag_not_found":
        return Problem("is missing", f"{key}.{name}", fix=f"Add `{name}`, which says what kind of section this is")
    tags = [tag.strip(" '") for tag in detail["ctx"]["expected_tags"].split(",")]
    tag = detail["ctx"]["tag"]
    return Problem(f"not one of {', '.join(tags)}", f"{key}.{name}", tag, nearest(tag, tags))


def _allowed(detail: dict) -> list[str]:
    """Say in words what pydantic would have taken."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _KINDS:
        return [_KINDS[kind]]
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return [
            f"a number of {words} {context[name]:g}"
            if isinstance(context[name], float)
            else f"a number of {words} {context[name]}"
        ]
    if kind in ("literal_error", "enum"):
        return [context["expected"].replace("'", "")]
    if kind == "string_too_short":
        return (
            ["text that is not empty"] if context["min_length"] == 1 else [f"text of at least {context['min_length']}"]
        )
    if kind == "string_too_long":
        return [f"text of at most {context['max_length']} characters"]
    if kind == "string_pattern_mismatch":
        return _characters(context["pattern"])
    if kind == "too_short":
        return [f"a list of at least {context['min_length']}"]
    if kind == "too_long":
        return [f"a list of at most {context['max_length']}"]
    return []


def _characters(pattern: str) -> list[str]:
    """Say in words what a name's pattern takes; nothing of other patterns."""
    signs = re.fullmatch(r"\^(?:\\w)?\[\\w([. -]*)\][*+]\$", pattern)
    if signs is None:
        return []
    further = [word for sign, word in {".": "dots", " ": "spaces", "-": "hyphens"}.items() if sign in signs[1]]
    first = ", the first a letter, digit or _," if pattern.startswith(r"^\w") else ""
    return [f"text of {', '.join(['letters', 'digits', '_', *further])}{first}"]


def _what(value: Any, details: list[dict]) -> str:
    """Say what is wrong with a value, before what is allowed."""
    kinds = {detail["type"] for detail in details}
    if kinds & {"greater_than_equal", "greater_than"}:
        return "too small"
    if kinds & {"less_than_equal", "less_than"}:
        return "too large"
    if kinds & {"too_short", "string_too_short"}:
        return "too short"
    if "string_too_long" in kinds:
        return "too long"
    if "string_pattern_mismatch" in kinds:
        return "other signs than a name may have"
    if kinds <= {"literal_error", "enum"} and isinstance(value, str):
        return "not one of the choices"
    names = {bool: "true or false", str: "text", int: "a whole number", float: "a number", list: "a list"}
    return f"this is {names.get(type(value), 'a section' if isinstance(value, dict) else 'empty')}"


def _fix(value: Any, details: list[dict]) -> str:
    """Say what to write instead, where that is plain."""
    kinds = {detail["type"] for detail in details}
    if isinstance(value, str):
        if "bool_type" in kinds and value.lower() in ("yes", "on", "no", "off", "true", "false"):
            return f"Write {'true' if value.lower() in ('yes', 'on', 'true') else 'false'}"
        if kinds & {"int_type", "float_type"} and _is_number(value):
            return "Remove the quotes"
        if "list_type" in kinds and value:
            return f"Write [{value}]"
        choices = [choice for detail in details for choice in _choices(detail)]
        return nearest(value, choices)
    if isinstance(value, float) and kinds & {"int_type", "int_from_float"} and value.is_integer():
        return f"Write {int(value)}"
    if isinstance(value, bool) and any("no" in _choices(detail) for detail in details) and not value:
        return "Write no"
    return ""


def _choices(detail: dict) -> list[str]:
    expected = detail.get("ctx", {}).get("expected", "")
    return [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")] if expected else []


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _shown(value: Any) -> Any:
    """Return the value to print; a whole section is not worth it."""
    return ... if isinstance(value, dict) else value


def _how_to_add(key: str, schema: type[BaseModel], path: tuple) -> str:
    for section in _sections_at(schema, path[:-1]):
        field = section.model_fields.get(str(path[-1]))
        if field is not None:
            words = _in_words(field.annotation)
            return f"Add `{key.rsplit('.', 1)[-1]}`, {words}" if words else f"Add `{key.rsplit('.', 1)[-1]}`"
    return ""


def _in_words(annotation: Any) -> str:
    if annotation in (str, int, float, bool):
        return {str: "text", int: "a whole number", float: "a number", bool: "true or false"}[annotation]
    if get_origin(annotation) is Literal:
        return "one of " + ", ".join(str(value) for value in get_args(annotation))
    if get_origin(annotation) in (list, tuple):
        return "a list"
    return "a section" if isinstance(annotation, type) and issubclass(annotation, BaseModel) else ""


def _unknown_key(key: str, schema: type[BaseModel], data: Any, path: tuple, value: Any) -> Problem:
    name = str(path[-1])
    known = sorted({field for section in _sections_at(schema, path[:-1], data) for field in section.model_fields})
    homes = [
        field
        for field in schema.model_fields
        if len(path) == 1 and any(name in section.model_fields for section in _sections_at(schema, (field,)))
    ]
    if homes:
        return Problem("unknown key here", key, _shown(value), f"It belongs in the section `{homes[0]}`")
    fix = nearest(name, known)
    if not fix:
        fix = f"Known keys here: {', '.join(known)}" if 0 < len(known) <= 20 else "Delete it"
    return Problem("unknown key", key, _shown(value), fix)


def _sections_at(schema: type[BaseModel], path: tuple, data: Any = None) -> list[type[BaseModel]]:
    """Return the sections that may stand at a path; where the data names one by a fixed value, only that."""
    sections, node = [schema], data
    for part in path:
        if not isinstance(part, int):
            fields = [section.model_fields[part] for section in sections if part in section.model_fields]
            sections = [found for field in fields for found in _sections_in(field.annotation)]
        node = node[part] if isinstance(node, dict | list) else None
        if isinstance(node, dict):
            sections = [section for section in sections if _may_be(section, node)] or sections
    return sections


def _may_be(section: type[BaseModel], data: dict) -> bool:
    """Tell whether the fixed values of a section (`kind: Literal["csv"]`) are those of the data."""
    return all(
        data.get(name, field.default) in get_args(field.annotation)
        for name, field in section.model_fields.items()
        if get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1
    )


def _sections_in(annotation: Any) -> list[type[BaseModel]]:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, OneOf):
            return mark.sections()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, types.UnionType, Annotated, list, tuple, dict) or typing.get_args(annotation):
        return [found for inner in get_args(annotation) for found in _sections_in(inner)]
    return []
