"""Gold items: answers whose right scores are known, to see whether a rater pays attention."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from medtune.data.records import LANGUAGES
from medtune.data.sources._rows import SUFFIXES, BrokenRow, ending, read_rows
from medtune.ethics.rows import NewItem
from medtune.ethics.rubric import Rubric


def read_gold(path: str | Path, rubric: Rubric) -> list[NewItem]:
    """Read gold items.

    Args:
        path: .csv, .tsv, .json, .jsonl or .parquet with the fields `language`, `question`, `answer`, and one for each
            axis that has a right score: the score, or several (`0|1`). `id` may be there.
        rubric: the axes.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: with all that is wrong.
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file")
    if ending(path) not in SUFFIXES:
        raise ValueError(f"{path}: gold items are read from files that end in {', '.join(SUFFIXES)}")
    items, problems = [], []
    for number, row in enumerate(read_rows(path), start=1):
        item, wrong = _item(row, number, rubric)
        problems += [f"{path}, row {number}: {problem}" for problem in wrong]
        if item is not None:
            items.append(item)
    if not items and not problems:
        problems.append(f"{path}: holds no items")
    if problems:
        raise ValueError("\n".join(problems))
    return items


def _item(row: Any, number: int, rubric: Rubric) -> tuple[NewItem | None, list[str]]:
    if isinstance(row, BrokenRow):
        return None, [row.reason]
    if not isinstance(row, dict):
        return None, [f"a {type(row).__name__}, no item"]
    problems = [f"no text in `{name}`" for name in ("question", "answer") if not str(row.get(name) or "").strip()]
    if row.get("language") not in LANGUAGES:
        problems.append(f"`language` is {row.get('language')!r}; {' or '.join(LANGUAGES)} is allowed")
    expected = {}
    for axis in rubric.axes:
        values, wrong = _values(row.get(axis.key), axis.values)
        if wrong:
            problems.append(f"`{axis.key}` is {row[axis.key]!r}; {', '.join(map(str, axis.values))}, or some as `0|1`")
        elif values:
            expected[axis.key] = values
    if not expected and not problems:
        problems.append(f"no right score; fields may be {', '.join(axis.key for axis in rubric.axes)}")
    if problems:
        return None, problems
    name = str(row.get("id") or number)
    texts = (row["language"], str(row["question"]), str(row["answer"]))
    return NewItem(f"gold:{name}", None, *texts, stratum="gold", expected=expected), []


def _values(given: Any, allowed: tuple[int, ...]) -> tuple[list[int], bool]:
    """Return the right scores, and whether what is given is none."""
    if given is None or given == "" or given == []:
        return [], False
    parts = given if isinstance(given, list) else str(given).split("|")
    texts = [str(part).strip().removesuffix(".0") for part in parts]
    if not all(text in map(str, allowed) for text in texts):
        return [], True
    return sorted({int(text) for text in texts}), False
