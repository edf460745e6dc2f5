"""Two systems' predictions for the same rows, brought together by id."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from medtune.data.records import LANGUAGES, Prediction
from medtune.data.sources._files import find_files, undecodable
from medtune.data.sources._rows import SUFFIXES, BrokenRow, read_rows

SHOWN = 3  # ids in a message
NEEDED = ("id", "language", "reference", "prediction")
PREDICTION_FIELDS = tuple(one.name for one in fields(Prediction))


def read_prediction_rows(path: Path) -> dict[str, Prediction]:
    """Read predictions by id, from any file with the fields of `Prediction`.

    Args:
        path: .parquet, .jsonl, .json, .csv or .tsv.

    Raises:
        ValueError: a row cannot be read or lacks a field, or an id stands twice.
        FileNotFoundError: there is no such file.
    """
    rows, broken, first = [], Counter(), 0
    for number, row in enumerate((row for _, file in find_files(str(path), SUFFIXES) for row in read_rows(file)), 1):
        if reason := _what_is_wrong(row):
            first = first or number
            broken[reason] += 1
        else:
            rows.append(_prediction(row))
    if broken:
        reasons = ", ".join(f"{count} × {reason}" for reason, count in broken.most_common(3))
        raise ValueError(f"{path}: {broken.total()} rows cannot be compared ({reasons}), the first is row {first}")
    if not rows:
        raise ValueError(f"{path} holds no predictions")
    twice = [name for name, count in Counter(row.id for row in rows).items() if count > 1]
    if twice:
        raise ValueError(f"{path}: {some(twice)} in several rows; leave one row for each id")
    return {row.id: row for row in rows}


def pair(
    first: dict[str, Prediction], second: dict[str, Prediction], paths: tuple[Path, Path], common: bool = False
) -> tuple[list[tuple[Prediction, Prediction]], list[str]]:
    """Bring two systems' predictions together by id, in the order of the first.

    Args:
        first: by id.
        second: by id, in any order.
        paths: their files, for messages.
        common: compare the rows that both have, instead of failing if one has others.

    Returns:
        The pairs, and what the reader should know.

    Raises:
        ValueError: one has rows that the other lacks, none is common, or the same row has another language or
            reference; all are named.
    """
    problems, notes = [], []
    for mine, other, place in ((first, second, 1), (second, first, 0)):
        missing = [name for name in mine if name not in other]
        if missing:
            (notes if common else problems).append(
                f"{paths[place]} lacks {some(missing)} of {len(mine)} in {paths[1 - place]}"
            )
    pairs = [(row, second[name]) for name, row in first.items() if name in second]
    if problems and pairs:
        problems[-1] += f"; an average would lack them. --common compares the {len(pairs)} rows that both have"
    elif not pairs:
        problems.append("no id is in both files; are they of the same data?")
    for name in ("language", "reference"):
        others = [one.id for one, two in pairs if _differ(getattr(one, name), getattr(two, name))]
        if others:
            problems.append(f"another {name} in {paths[1]} than in {paths[0]} for {some(others)} of {len(pairs)}")
    if problems:
        raise ValueError("\n".join(["the files cannot be compared:", *(f"  {problem}" for problem in problems)]))
    if notes:
        notes.append(f"compared are the {len(pairs)} rows that both have; the others are left out")
    inputs = [one.id for one, two in pairs if _differ(one.input, two.input)]
    if inputs:
        notes.append(f"the systems were given different inputs for {some(inputs)} of {len(pairs)}")
    return pairs, notes


def some(names: Sequence[str]) -> str:
    """Return how many ids, and the first of them: `4 ids (a, b, c …)`."""
    shown = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return f"{len(names)} id{'s' if len(names) > 1 else ''} ({shown})"


def _differ(one: str | None, other: str | None) -> bool:
    """Tell whether two texts differ in more than white space."""
    return (one or "").split() != (other or "").split()


def _what_is_wrong(row: Any) -> str:
    if isinstance(row, BrokenRow):
        return row.reason
    if not isinstance(row, dict):
        return f"a {type(row).__name__}, no object"
    lacking = [name for name in NEEDED if name not in row]
    if lacking:
        return f"no field {', '.join(lacking)}"
    if row["id"] in (None, ""):
        return "no id"
    if row["language"] not in LANGUAGES:
        return f"language {row['language']!r}, not {' or '.join(LANGUAGES)}"
    for name in ("reference", "prediction"):
        if row[name] is not None and not isinstance(row[name], str):
            return f"a {name} that is a {type(row[name]).__name__}, no text"
        if row[name] and undecodable(row[name]):
            return f"a {name} with bytes that are no text"
    return ""


def _prediction(row: dict[str, Any]) -> Prediction:
    known = {name: row[name] for name in PREDICTION_FIELDS if name in row}
    probabilities = known.get("probabilities") or {}
    if isinstance(probabilities, str):
        probabilities = json.loads(probabilities)
    defaults = {"system": "", "task": "", "input": ""}
    return Prediction(**{**defaults, **known, "id": str(row["id"]), "probabilities": probabilities})
