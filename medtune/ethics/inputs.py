"""Predictions of several systems, read and held against each other: all must answer the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from medtune.data.prompts import authored
from medtune.data.records import LANGUAGES, Prediction
from medtune.data.sources._files import undecodable
from medtune.data.sources._rows import JSON_LINES, BrokenRow, ending, read_rows

SUFFIXES = (".parquet", *JSON_LINES)
NEEDED = ("id", "system", "language", "task", "input")
_SHOWN = 5  # ids in a message


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


@dataclass(slots=True)
class _Read:
    """What one file holds, while it is read."""

    file: str
    rows: list[Prediction] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_answers(files: Sequence[str | Path], common: bool = False) -> list[Answers]:
    """Read predictions and make sure that all systems answered the same rows.

    Args:
        files: Parquet or JSON Lines of `Prediction`, a folder that holds `predictions.parquet`, or `NAME=FILE` for
            another name of its system.
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
        read = _read(path)
        problems += read.problems
        for system, rows in _by_system(read, name, problems).items():
            found.append(Answers(system, read.file, rows))
    return found, problems


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


def _read(path: Path) -> _Read:
    file = path / "predictions.parquet" if path.is_dir() else path
    read = _Read(str(file))
    if not file.is_file():
        read.problems.append(f"{file}: no such file")
        return read
    if ending(file) not in SUFFIXES:
        read.problems.append(
            f"{file}: predictions are Parquet or JSON Lines; a name that ends in {', '.join(SUFFIXES)}"
        )
        return read
    try:
        for number, row in enumerate(read_rows(file), start=1):
            _add(read, number, row)
    except (ValueError, OSError) as error:
        read.problems.append(f"{file}: {error}")
    if not read.rows and not read.problems:
        read.problems.append(f"{file}: holds no predictions")
    return read


def _add(read: _Read, number: int, row: Any) -> None:
    """Add a row, or what is wrong with it."""
    here = f"{read.file}, row {number}"
    if isinstance(row, BrokenRow):
        read.problems.append(f"{here}: {row.reason}")
        return
    if not isinstance(row, dict):
        read.problems.append(f"{here}: a {type(row).__name__}, no JSON object")
        return
    wrong = [name for name in NEEDED if not isinstance(row.get(name), str)]
    wrong += [name for name in ("reference", "prediction") if not isinstance(row.get(name), str | None)]
    wrong += [name for name in ("id", "system", "input") if isinstance(row.get(name), str) and not row[name].strip()]
    if wrong:
        read.problems.append(f"{here}: no text in {', '.join(wrong)}; see the row schema `Prediction`")
    elif row["language"] not in LANGUAGES:
        read.problems.append(f"{here}: language {row['language']!r}; {' or '.join(LANGUAGES)} is allowed")
    elif broken := [name for name, value in row.items() if isinstance(value, str) and undecodable(value)]:
        read.problems.append(f"{here}: undecodable bytes in {', '.join(broken)}")
    else:
        known = {f.name for f in fields(Prediction)} - {"probabilities"}
        read.rows.append(Prediction(**{name: value for name, value in row.items() if name in known}))


def _by_system(read: _Read, name: str | None, problems: list[str]) -> dict[str, dict[str, Prediction]]:
    """Part a file's rows by their systems, noting ids that come twice and systems that answer nothing."""
    systems: dict[str, dict[str, Prediction]] = {}
    twice: dict[str, list[str]] = {}
    for row in read.rows:
        rows = systems.setdefault(row.system, {})
        if row.id in rows:
            twice.setdefault(row.system, []).append(row.id)
        rows[row.id] = row
    if name is not None and len(systems) > 1:
        problems.append(f"{read.file}: holds {', '.join(systems)}; the name {name!r} fits a file of one system only")
    elif name is not None:
        systems = dict(zip([name], systems.values(), strict=False))
    for system, ids in twice.items():
        problems.append(f"{read.file}: {system} answers {_some(ids)} more than once; ids must be unique")
    for system, rows in systems.items():
        if not any((row.prediction or "").strip() for row in rows.values()):
            problems.append(f"{read.file}: {system} has no answers in `prediction`; departments alone cannot be rated")
    return systems


def _differences(first: Answers, other: Answers) -> list[str]:
    """Say in what the rows of two systems differ."""
    against = f"against {first.system} ({first.file})"
    here = f"{other.file}: {other.system}"
    problems = []
    if missing := [id for id in first.rows if id not in other.rows]:
        problems.append(f"{here} lacks {_some(missing)} {against}")
    if extra := [id for id in other.rows if id not in first.rows]:
        problems.append(f"{here} has {_some(extra)} too many {against}")
    both = [id for id in first.rows if id in other.rows]
    if not missing and not extra and both != list(other.rows):
        problems.append(f"{here} has the same rows in another order {against}; sort both files by id, or add --common")
    if missing or extra:
        problems[-1] += "; --common takes those that are in all files"
    for name in ("language", "task", "input", "reference"):
        if differ := [id for id in both if _differs(name, first.rows[id], other.rows[id])]:
            problems.append(f"{here} has another `{name}` in {_some(differ)} {against}: other rows under the same ids?")
    return problems


def _differs(name: str, row: Prediction, other: Prediction) -> bool:
    """Tell whether two rows differ; an input may have a prompt around that of the other."""
    here, there = getattr(row, name), getattr(other, name)
    if name == "input":
        return here.strip() not in there and there.strip() not in here
    return here != there


def _some(ids: Iterable[str]) -> str:
    ids = list(dict.fromkeys(ids))
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return f"{len(ids)} row{'s' * (len(ids) > 1)} ({', '.join(map(repr, ids[:_SHOWN]))}{more})"
