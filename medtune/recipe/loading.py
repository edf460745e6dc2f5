"""From a recipe file to a checked recipe, or to all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from medtune.recipe.errors import Problem, RecipeError
from medtune.recipe.overrides import apply_override, parse_overrides
from medtune.recipe.schema import COMMAND_LINE, Origin, Recipe, TrainingRecipe
from medtune.recipe.training_fields import RENAMED, current_names, field_problems, is_secret_name, training_fields
from medtune.recipe.validation import nearest, validate
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, Parsed, dump, launch_problems, parse

_TOKEN = re.compile(r"\bhf_[A-Za-z0-9]{20,}|\bsk-[A-Za-z0-9_-]{20,}")
_NO_SECRETS = "Delete it; run `hf auth login` once, or set HF_TOKEN in the environment"


def load_recipe(path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """Read and check a recipe.

    Args:
        path: the recipe file.
        overrides: changes as on the command line, such as `--seed=1`.

    Returns:
        An instance of the task's `Recipe`, which knows the file and lines it came from.

    Raises:
        RecipeError: with every mistake found.
    """
    parsed = read_recipe(path)
    problems = list(parsed.problems)
    data, origin = (
        parsed.data,
        Origin(str(path), {".".join(map(str, keys)): line for keys, line in parsed.lines.items()}),
    )
    if not isinstance(data, dict):
        problems += [_no_mapping(data)] if data is not None or not problems else []
        raise RecipeError(_sorted([_placed(origin, problem) for problem in problems]))
    changes, wrong = parse_overrides(list(overrides))
    for change in changes:
        problem = apply_override(data, change)
        wrong += [problem] if problem else []
    origin = Origin(origin.path, origin.lines, frozenset(change.key for change in changes))
    problems += wrong
    problems += _take_secrets(data)
    recipe, found = _validate(data)
    known = {problem.key for problem in problems if problem.key}
    problems += [problem for problem in found if problem.key not in known]
    if problems:
        placed = [_placed(origin, problem) for problem in problems]
        placed += _contradictions(data, problems, origin)
        raise RecipeError(_sorted(placed))
    recipe._origin = origin
    return recipe


def read_recipe(path: str | Path) -> Parsed:
    """Read a recipe's text without looking at its keys.

    Args:
        path: the recipe file.

    Returns:
        Its data with lines; its problems are those of the launch lines and of the YAML.

    Raises:
        RecipeError: the file is no text, is empty or is not there.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem("not UTF-8 text", fix="Save the file as UTF-8", file=str(path), line=line)
        raise RecipeError([problem]) from None
    except FileNotFoundError:
        fix = "`medtune recipes` lists those that come with medtune; `medtune recipes copy NAME` writes one out"
        raise RecipeError([Problem("no such recipe", fix=fix, file=str(path))]) from None
    except IsADirectoryError:
        raise RecipeError([Problem("this is a folder", fix="Name the recipe file", file=str(path))]) from None
    if not text.strip():
        fix = "`medtune recipes copy NAME` writes out a recipe to start from"
        raise RecipeError([Problem("the file is empty", fix=fix, file=str(path))])
    launch = launch_problems(text)
    parsed = parse(text)
    split = any("splits the YAML" in problem.message for problem in launch)
    # A second document is what the split line made; YAML's own words for it would only repeat that.
    parsed.problems = launch + ([] if split and parsed.data is None else parsed.problems)
    return parsed


def dump_recipe(recipe: Recipe) -> str:
    """Return a recipe with every default filled in as a recipe file that launches itself.

    Args:
        recipe: any recipe; without its tokens, since it cannot hold any.
    """
    return f"{FIRST_STATEMENT}\n{dump(recipe.model_dump(mode='json'))}{LAST_LINE}\n"


def _validate(data: dict[str, Any]) -> tuple[Recipe | None, list[Problem]]:
    """Check a recipe's data against its task's schema and, if it trains, against TrainingArguments."""
    from medtune.tasks import load_task, task_names

    name, tasks = data.get("task"), task_names()
    if name not in tasks:
        listed = f"Tasks are {', '.join(tasks)}"
        if "task" not in data:
            return None, [Problem("is missing", "task", fix=f"Add `task`. {listed}")]
        guess = nearest(name, tasks) if isinstance(name, str) else ""
        return None, [Problem("no such task", "task", name, f"{guess} {listed}".strip())]
    schema = load_task(name).Recipe
    problems = []
    training = data.get("training")
    if issubclass(schema, TrainingRecipe) and isinstance(training, dict):
        problems = field_problems(training, data.get("global_batch_size"))
        data = {**data, "training": current_names(training)}
    recipe, found = validate(schema, data)
    return recipe, found + problems


def _contradictions(data: dict[str, Any], problems: list[Problem], origin: Origin) -> list[Problem]:
    """Return the mistakes that only the task sees in what is right of a recipe; none if too little is right.

    Args:
        data: the recipe's values.
        problems: what is known to be wrong; those keys, and the ones that were meant by them, decide nothing.
        origin: where the recipe was read from.
    """
    from medtune.tasks import load_task

    wrong = {problem.key for problem in problems if problem.key}
    right = _without(data, wrong)
    recipe, _ = _validate(right)
    if recipe is None:
        return []
    recipe._origin = origin
    recipe._undecided = frozenset(wrong | {f"training.{meant}" for key in wrong for meant in _meant(key)})
    return [
        problem if problem.file else origin.place(problem)
        for problem in load_task(recipe.task).check(recipe)
        if not any(problem.key == key or problem.key.startswith(f"{key}.") for key in wrong)
    ]


def _without(node: Any, keys: set[str], prefix: str = "") -> Any:
    """Return a copy of a recipe's data without some dotted keys; a list that holds one goes as a whole."""
    if not isinstance(node, dict):
        return node
    return {
        name: _without(value, keys, f"{prefix}{name}.")
        for name, value in node.items()
        if f"{prefix}{name}" not in keys
        and not (isinstance(value, list) and any(key.startswith(f"{prefix}{name}.") for key in keys))
    }


def _meant(key: str) -> list[str]:
    """Return the fields of `training` that a wrong key there could have meant."""
    section, _, name = key.partition(".")
    known = [RENAMED.get(name, ""), *re.findall(r"`(.+)`", nearest(name, training_fields()))]
    return [re.split("[,:]", text)[0] for text in known if text] if section == "training" else []


def _take_secrets(data: dict[str, Any]) -> list[Problem]:
    """Remove tokens and the like from the data and report them, without their values."""
    problems = []
    for node, name, key in list(_entries(data, "")):
        value = node[name]
        if isinstance(name, str) and is_secret_name(name):
            problems.append(Problem("a recipe must not hold a secret", key, fix=_NO_SECRETS))
            del node[name]
        elif isinstance(value, str) and _TOKEN.search(value):
            problems.append(
                Problem("this looks like an access token, which a recipe must not hold", key, fix=_NO_SECRETS)
            )
            node[name] = "removed"
    return problems


def _entries(node: Any, prefix: str) -> Iterator[tuple[Any, str | int, str]]:
    """Yield (mapping or list, key or number, dotted key) of everything in the data, outer entries first."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in items:
        key = f"{prefix}{name}"
        yield node, name, key
        yield from _entries(value, f"{key}.")


def _no_mapping(data: Any) -> Problem:
    what = {list: "is a list", str: "is one text"}.get(type(data), "holds no keys" if data is None else "is one value")
    return Problem(f"the recipe {what}; it must be keys with values, such as `task: prepare-data`", line=1)


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.line or 0)


def _placed(origin: Origin, problem: Problem) -> Problem:
    return problem if problem.file == COMMAND_LINE else origin.place(problem)
