"""Predictions of several systems, read and held against each other: all must answer the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from medtune.data.prompts import authored
from medtune.data.records import Prediction
from medtune.evaluation.systems.prediction_files import differ, read_predictions, some_ids

NEEDED = ("id", "language", "input", "prediction")


@dataclass(frozen=True, slots=True)
class Answers:
    """One system's answers.

    Args:
        system: its name.
        file: where they were read.
        rows: by id, in the file's order.
    """

    system: str
    file: str
    rows: dict[str, Prediction]


def read_answers(files: Sequence[str | Path], common: bool = False) -> list[Answers]:
    """Read predictions and make sure that all systems answered the same rows.

    Args:
        files: one for each system, with the columns of `Prediction` that are `NEEDED`, and `system` unless it is named
            here: `NAME=FILE` (.parquet, .jsonl, .json, .csv, .tsv); or a folder that holds `predictions.parquet`.
        common: take the rows that are in all files, by their ids, instead of asking for the same rows in the same
            order. What stands under an id must be the same question still.

    Returns:
        The answers of each system, in the order of the files; all have the same ids in the same order.

    Raises:
        ValueError: with all that is wrong, a line each.
    """
    found, problems = read_each(files)
    for system, times in Counter(answers.system for answers in found).items():
        if times > 1:
            where = ", ".join(answers.file for answers in found if answers.system == system)
            problems.append(f"{where}: all are of the system {system!r}; rename one: --predictions NAME=FILE")
    if common and found:
        found = _common(found)
        if not found[0].rows:
            problems.append(f"{', '.join(answers.file for answers in found)}: no row is in all files")
    for other in found[1:]:
        problems += _differences(found[0], other)
    if problems:
        raise ValueError("\n".join(problems))
    return found


def read_each(files: Sequence[str | Path]) -> tuple[list[Answers], list[str]]:
    """Read predictions, whatever their rows have in common.

    Args:
        files: see `read_answers`.

    Returns:
        The answers of each system, in the order of the files; and what is wrong with the files, a line each.
    """
    problems: list[str] = []
    found: list[Answers] = []
    for name, path in map(_named, files):
        file = path / "predictions.parquet" if path.is_dir() else path
        try:
            found.append(_read(file, name))
        except FileNotFoundError:
            problems.append(f"{file}: no such file")
        except (ValueError, OSError) as error:
            problems.append(str(error) if str(file) in str(error) else f"{file}: {error}")
    return found, problems


def _read(file: Path, name: str | None) -> Answers:
    """Read one system's answers; `name` is another one for it. Raises ValueError with what is wrong with them."""
    rows = read_predictions(file, NEEDED)
    systems = list(dict.fromkeys(str(row.system or "").strip() for row in rows.values()))
    if not name and "" in systems:
        raise ValueError(f"{file}: no `system` says whose answers these are; name it: --predictions NAME={file}")
    if len(systems) > 1:
        raise ValueError(f"{file}: holds predictions of {', '.join(systems)}; one file for each system is needed")
    if not any((row.prediction or "").strip() for row in rows.values()):
        raise ValueError(
            f"{file}: {name or systems[0]} has no answers in `prediction`; departments alone cannot be rated"
        )
    return Answers(name or systems[0], str(file), rows)


def _common(found: list[Answers]) -> list[Answers]:
    """Return what all systems have, in the first one's order."""
    ids = [id for id in found[0].rows if all(id in answers.rows for answers in found)]
    return [Answers(answers.system, answers.file, {id: answers.rows[id] for id in ids}) for answers in found]


def question(rows: Sequence[Prediction]) -> str:
    """Return what was asked, without the prompt around it: the shortest of the inputs, which stands in the others."""
    text = min((row.input for row in rows), key=len)
    for words in (authored()["kinds"]["question-answer"] or {}).values():
        text = text.removeprefix(words).lstrip()
    return text


def _named(file: str | Path) -> tuple[str | None, Path]:
    """Split `NAME=FILE`, unless a file is called so."""
    text = str(file)
    if "=" in text and not Path(text).exists():
        name, _, path = text.partition("=")
        return name.strip() or None, Path(path)
    return None, Path(text)


def _differences(first: Answers, other: Answers) -> list[str]:
    """Say in what the rows of two systems differ."""
    against = f"against {first.system} ({first.file})"
    here = f"{other.file}: {other.system}"
    problems = []
    if missing := [id for id in first.rows if id not in other.rows]:
        problems.append(f"{here} lacks {some_ids(missing)} {against}")
    if extra := [id for id in other.rows if id not in first.rows]:
        problems.append(f"{here} has {some_ids(extra)} too many {against}")
    both = [id for id in first.rows if id in other.rows]
    if not missing and not extra and both != list(other.rows):
        problems.append(f"{here} has the same rows in another order {against}; sort both files by id, or add --common")
    if missing or extra:
        problems[-1] += "; --common takes those that are in all files"
    for name in ("language", "task", "input", "reference"):
        if others := [id for id in both if _differs(name, first.rows[id], other.rows[id])]:
            problems.append(
                f"{here} has another `{name}` for {some_ids(others)} {against}: other rows under the same ids?"
            )
    return problems


def _differs(name: str, row: Prediction, other: Prediction) -> bool:
    """Tell whether two rows differ; an input may have a prompt around that of the other."""
    here, there = getattr(row, name), getattr(other, name)
    if name == "input":
        return here.strip() not in there and there.strip() not in here
    return differ(here, there)
