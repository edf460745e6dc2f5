"""The numbers of a run's or a report's JSON file, with their intervals and what they depend on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: What tells the elements of a list apart.
NAMING = ("language", "system", "run", "name", "first", "second", "department", "metric", "split", "group")
#: What stands for a number in a dict that also has its spread.
CENTRES = ("mean", "score", "value", "difference", "share")
FOLDER_FILES = ("metrics.json", "report.json")


@dataclass(frozen=True)
class Numbers:
    """What a JSON file says.

    Args:
        path: of the file.
        values: numbers by dotted name.
        spreads: what is known of their uncertainty: `[low, high]`, or a standard deviation over seeds.
        signatures: how they were computed, by dotted name.
        versions: of what computed them.
        inputs: hash of what was read, by name.
    """

    path: Path
    values: dict[str, float] = field(default_factory=dict)
    spreads: dict[str, list[float] | float] = field(default_factory=dict)
    signatures: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)


def read_object(path: Path) -> Any:
    """Read a JSON file.

    Raises:
        ValueError: it is not JSON in UTF-8.
        FileNotFoundError: there is no such file.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 (byte {error.start}); a JSON file is") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{path} is no JSON file: {error.msg} in line {error.lineno}") from None


def read_numbers(path: Path, content: dict[str, Any]) -> Numbers:
    """Collect the numbers of a JSON file, and versions and inputs from the `run.json` beside it.

    Args:
        path: where it lies.
        content: what it holds, such as `metrics.json`, `report.json` or `triage.json` of a run.

    Raises:
        ValueError: it holds no number.
    """
    numbers = Numbers(path)
    _collect(content, "", numbers)
    if not numbers.values:
        raise ValueError(f"{path} holds no numbers to compare")
    beside = path.with_name("run.json")
    state = read_object(beside) if beside.is_file() else content.get("made_by", content)
    if isinstance(state, dict):
        for name, target in (("versions", numbers.versions), ("inputs", numbers.inputs)):
            if isinstance(state.get(name), dict):
                target.update({key: str(value) for key, value in state[name].items()})
    return numbers


def _collect(value: Any, name: str, numbers: Numbers) -> None:
    """Sort a value, and what it holds, into the numbers."""
    if isinstance(value, dict):
        _collect_dict(value, name, numbers)
    elif isinstance(value, list):
        for key, element in _elements(value):
            _collect(element, _join(name, key), numbers)
    elif isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        numbers.values[name] = value
    elif isinstance(value, str) and name.split(".")[-1].endswith("signature"):
        numbers.signatures[name] = value


def _collect_dict(value: dict[str, Any], name: str, numbers: Numbers) -> None:
    value = _without_ends(value, name, numbers)
    for key, element in value.items():
        if key == "intervals" and isinstance(element, dict):
            beside = value.get("scores")
            owner = _join(name, "scores") if isinstance(beside, dict) and beside.keys() >= element.keys() else name
            known = {_join(owner, score): ends for score, ends in element.items() if isinstance(ends, list)}
            numbers.spreads.update(known)
        elif key == "signatures" and isinstance(element, dict):
            numbers.signatures.update({_join(name, score): str(text) for score, text in element.items()})
        elif key not in ("versions", "inputs", "recipe", "made_by"):
            _collect(element, _join(name, key), numbers)


def _without_ends(value: dict[str, Any], name: str, numbers: Numbers) -> dict[str, Any]:
    """Note the spreads that stand beside their numbers, and return what else there is."""
    left = dict(value)
    for key in value:  # `mean` with `mean_low` and `mean_high`
        ends = [value.get(f"{key}_low"), value.get(f"{key}_high")]
        if all(isinstance(end, int | float) for end in ends):
            numbers.values[_join(name, key)], numbers.spreads[_join(name, key)] = value[key], ends
            left = {other: one for other, one in left.items() if other not in (key, f"{key}_low", f"{key}_high")}
    ends = [left.get("low"), left.get("high")]
    spread = ends if all(isinstance(end, int | float) for end in ends) else left.get("standard_deviation")
    centre = next((key for key in CENTRES if isinstance(left.get(key), int | float)), None)
    if name and centre and isinstance(spread, int | float | list):
        numbers.values[name], numbers.spreads[name] = left[centre], spread
        gone = (centre, "low", "high", "standard_deviation", "values")
        left = {key: other for key, other in left.items() if key not in gone}
    return left


def _elements(values: list) -> Iterator[tuple[str, Any]]:
    """Yield the dicts of a list under names that do not depend on their order; plain numbers are no scores.

    Nor are lists of words: what stands at a place in one file is another word in the other.
    """
    seen: dict[str, int] = {}
    for value in values:
        if isinstance(value, dict) and "word" not in value:
            names = [str(value[key]) for key in NAMING if isinstance(value.get(key), str)]
            names += [f"seed {value['seed']}"] if isinstance(value.get("seed"), int) else []
            name = "/".join(names) or "row"
            seen[name] = seen.get(name, 0) + 1
            yield (name if seen[name] == 1 else f"{name}#{seen[name]}"), value


def _join(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key
