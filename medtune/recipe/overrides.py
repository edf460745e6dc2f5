"""Changes to a recipe on the command line: `--section.key=value` or `--section.key value`, typed like the YAML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from medtune.recipe.errors import Problem
from medtune.recipe.schema import COMMAND_LINE
from medtune.recipe.yaml_text import parse


@dataclass(frozen=True, slots=True)
class Override:
    """One change.

    Args:
        key: dotted key, such as `training.learning_rate`; list items are numbered from 0.
        value: the new value.
    """

    key: str
    value: Any


def parse_overrides(words: list[str]) -> tuple[list[Override], list[Problem]]:
    """Read the overrides of a command line.

    Args:
        words: such as `["--seed=1", "--data.path", "prepared"]`; the two dashes may be left out before `key=value`.

    Returns:
        The changes in their order, and a problem for each word that is none.
    """
    overrides, problems = [], []
    words = list(words)
    while words:
        word = words.pop(0)
        key, equals, text = word.removeprefix("--").partition("=")
        if not equals and word.startswith("--") and words and not words[0].startswith("--"):
            equals, text = "=", words.pop(0)
        if not key or not equals or key.startswith("-"):
            what = f"`{word}` has no value" if word.startswith("--") and key else f"`{word}` is no override"
            fix = f"Write --{key.lstrip('-') or 'section.key'}=VALUE"
            problems.append(Problem(what, fix=fix, file=COMMAND_LINE))
            continue
        value, problem = _value(key, text)
        if problem:
            problems.append(problem)
        else:
            overrides.append(Override(key, value))
    return overrides, problems


def apply_override(data: dict[str, Any], override: Override) -> Problem | None:
    """Set a value in a recipe's data, in place.

    Args:
        data: the recipe as read from YAML.
        override: the change; missing sections on its way are made.

    Returns:
        The problem if the key cannot be reached.
    """
    *sections, last = override.key.split(".")
    node: Any = data
    for number, part in enumerate(sections):
        child = _child(node, part)
        if child is None and isinstance(node, dict):
            node[part] = child = {}
        if not isinstance(child, dict | list):
            prefix = ".".join(sections[: number + 1])
            return _problem(override, f"`{prefix}` is no section or list that holds `{last}`")
        node = child
    if isinstance(node, dict):
        node[last] = override.value
    elif last.isdecimal() and int(last) < len(node):
        node[int(last)] = override.value
    else:
        return _problem(override, f"the list has {len(node)} items, numbered from 0; there is no item `{last}`")
    return None


def _child(node: dict | list, part: str) -> Any:
    if isinstance(node, dict):
        return node.get(part)
    return node[int(part)] if part.isdecimal() and int(part) < len(node) else None


def _value(key: str, text: str) -> tuple[Any, Problem | None]:
    """Read a value as YAML would; the problem if YAML cannot."""
    parsed = parse(text)
    if parsed.problems or "'''" in text:
        message = (
            parsed.problems[0].message if parsed.problems else "three single quotes (''') cannot stand in a recipe"
        )
        fix = f"Put text in quotes of its own: --{key}='\"...\"'"
        return None, Problem(message, key, text, fix, file=COMMAND_LINE)
    return parsed.data, None


def _problem(override: Override, message: str) -> Problem:
    return Problem(message, override.key, override.value, file=COMMAND_LINE)
