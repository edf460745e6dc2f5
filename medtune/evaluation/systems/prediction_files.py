"""Files of predictions, whoever wrote them: read by id, with everything that is wrong said at once."""

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

NEEDED = ("id", "language", "reference", "prediction")
SHOWN = 3  # ids in a message


def read_by_id(path: str | Path, needed: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Read a file of predictions.

    Args:
        path: .parquet, .jsonl, .json, .csv or .tsv; text files in UTF-8 or GB18030.
        needed: the columns that every row has to have; `id` is one of them.

    Returns:
        The rows by their ids, which are texts, in the file's order.

    Raises:
        ValueError: a row cannot be read, lacks a column or holds no text there, or an id stands twice.
        FileNotFoundError: there is no such file.
    """
    files = find_files(str(path), SUFFIXES)
    if len(files) != 1:
        raise ValueError(f"{path} holds {len(files)} files; name one of them")
    rows, broken, first = [], Counter(), 0
    for number, row in enumerate(read_rows(files[0][1]), start=1):
        if reason := _what_is_wrong(row, needed):
            first = first or number
            broken[reason] += 1
        else:
            rows.append({**row, "id": str(row["id"])})
    if broken:
        reasons = ", ".join(f"{count} × {reason}" for reason, count in broken.most_common(3))
        rows_are = "1 row" if broken.total() == 1 else f"{broken.total()} rows"
        raise ValueError(f"{path}: {rows_are} cannot be read ({reasons}), the first is row {first}; mend them")
    if not rows:
        raise ValueError(f"{path} holds no predictions")
    twice = [name for name, count in Counter(row["id"] for row in rows).items() if count > 1]
    if twice:
        raise ValueError(f"{path}: {some_ids(twice)} in several rows; leave one row for each id")
    return {row["id"]: row for row in rows}


def read_predictions(path: str | Path, needed: Sequence[str] = NEEDED) -> dict[str, Prediction]:
    """Read predictions by id, from any file with the fields of `Prediction`; arguments and errors as `read_by_id`'s."""
    return {name: _prediction(row) for name, row in read_by_id(path, needed).items()}


def _prediction(row: dict[str, Any]) -> Prediction:
    known = {one.name: row[one.name] for one in fields(Prediction) if one.name in row}
    probabilities = known.get("probabilities") or {}
    if isinstance(probabilities, str):
        probabilities = json.loads(probabilities)
    return Prediction(**({"system": "", "task": "", "input": ""} | known | {"probabilities": probabilities}))


def some_ids(names: Sequence[str]) -> str:
    """Return how many ids, and the first of them: `4 ids (a, b, c …)`."""
    shown = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return f"{len(names)} id{'s' if len(names) > 1 else ''} ({shown})"


def differ(one: str | None, other: str | None) -> bool:
    """Tell whether two texts differ in more than white space."""
    return (one or "").split() != (other or "").split()


def _what_is_wrong(row: Any, needed: Sequence[str]) -> str:
    if isinstance(row, BrokenRow):
        return row.reason
    if not isinstance(row, dict):
        return f"a {type(row).__name__}, no object"
    if lacking := [name for name in needed if name not in row]:
        return f"no column {', '.join(lacking)}"
    if not str("" if row["id"] is None else row["id"]).strip():
        return "no id"
    if "language" in needed and row["language"] not in LANGUAGES:
        return f"language {row['language']!r}, not {' or '.join(LANGUAGES)}"
    if "input" in needed and not (isinstance(row["input"], str) and row["input"].strip()):
        return "no text in input"
    for name in ("reference", "prediction", "input"):
        text = row.get(name)
        if name in needed and text is not None and not isinstance(text, str):
            return f"a {name} that is a {type(text).__name__}, no text"
        if isinstance(text, str) and undecodable(text):
            return f"a {name} with bytes that are no text"
    return ""
