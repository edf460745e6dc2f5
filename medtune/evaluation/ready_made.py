"""Answers that are there already, in a file or beside the data, brought to the questions by their ids."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from medtune.data.sources._files import find_files, undecodable
from medtune.data.sources._rows import SUFFIXES, BrokenRow, read_rows
from medtune.evaluation.answer_store import Answer
from medtune.evaluation.questions import Question
from medtune.evaluation.rivals import rival_predictions

SHOWN = 3  # ids in a message


def read_answers(path: str, questions: Sequence[Question]) -> tuple[dict[str, Answer], list[str]]:
    """Read a file of predictions and bring them to the questions.

    Args:
        path: .parquet, .jsonl, .json, .csv or .tsv, with the columns `id` and `prediction`, and optionally `reference`,
            `seconds` and `error`. Text files in UTF-8 or GB18030.
        questions: what has to be answered.

    Returns:
        The answer to each question, by its id, and what the reader of a report should know. A prediction that is null
        or has an `error` is a failed one.

    Raises:
        ValueError: the file cannot be read, an id stands twice, a question has no row, or a reference is another one.
        FileNotFoundError: there is no such file.
    """
    rows = _read(path)
    twice = [name for name, count in Counter(row["id"] for row in rows).items() if count > 1]
    if twice:
        raise ValueError(f"{path}: {_some(twice, 'id')} in several rows; leave one row for each")
    found = {row["id"]: row for row in rows}
    asked = {question.record.id: question for question in questions}
    missing = [name for name in asked if name not in found]
    if missing:
        hint = ""
        if len(missing) == len(asked):
            hint = f". Its own ids look like {next(iter(found), 'nothing')}: is it of other data?"
        raise ValueError(f"{path}: no row for {_some(missing, 'id')} of {len(asked)}; an average would lack them{hint}")
    others = [name for name, question in asked.items() if _differs(found[name].get("reference"), question)]
    if others:
        raise ValueError(
            f"{path}: another reference than the data's for {_some(others, 'id')} of {len(asked)}; it was made for "
            "other data, or for these before they were cleaned"
        )
    extra = len(found) - len(asked)
    notes = [f"{extra} rows of {Path(path).name} answer no question here and are left out"] if extra else []
    return {name: _answer(found[name]) for name in asked}, notes


def rival_answers(rival: str, questions: Sequence[Question]) -> tuple[dict[str, Answer], list[str]]:
    """Return the answers of another system that came with the data.

    Args:
        rival: its name, such as `chatgpt`.
        questions: all questions.

    Returns:
        Answers by id, to the rows of the sources that it answered anything of; one it left out is empty.

    Raises:
        ValueError: the data hold no answers of it.
    """
    systems = rival_predictions(question.record for question in questions)
    if rival not in systems:
        known = f"; those of {', '.join(systems)} are there" if systems else ""
        raise ValueError(
            f"the data hold no answers of {rival!r}{known}. `source: icliniq` keeps them where the file has columns "
            "such as answer_chatgpt; a file of predictions is named by `path`"
        )
    return {one.id: Answer(one.prediction) for one in systems[rival]}, []


def _read(path: str) -> list[dict[str, Any]]:
    """Return the rows of a file, each with a text as its id."""
    files = find_files(path, SUFFIXES)
    if len(files) != 1:
        raise ValueError(f"{path} holds {len(files)} files; name one of them")
    rows, broken = [], Counter()
    for number, row in enumerate(read_rows(files[0][1]), start=1):
        if reason := _what_is_wrong(row):
            broken[reason] += 1
            if broken.total() == 1:
                first = number
            continue
        rows.append({**row, "id": str(row["id"])})
    if broken:
        reasons = ", ".join(f"{count} × {reason}" for reason, count in broken.most_common())
        raise ValueError(
            f"{path}: {broken.total()} rows cannot be read ({reasons}), the first is row {first}; mend them"
        )
    if not rows:
        raise ValueError(f"{path} is empty")
    return rows


def _what_is_wrong(row: Any) -> str:
    if isinstance(row, BrokenRow):
        return row.reason
    if not isinstance(row, dict):
        return f"a {type(row).__name__}, no object"
    lacking = [name for name in ("id", "prediction") if name not in row]
    if lacking:
        return f"no column {' and '.join(lacking)}"
    if row["id"] in (None, ""):
        return "no id"
    text = row["prediction"]
    if text is not None and not isinstance(text, str):
        return f"a prediction that is a {type(text).__name__}, no text"
    return "bytes that are no text" if text and undecodable(text) else ""


def _answer(row: dict[str, Any]) -> Answer:
    if row.get("error") or row["prediction"] is None:
        # What the file says of it may hold part of a text.
        return Answer(None, error="failed, says the file" if row.get("error") else "no prediction in the file")
    try:
        seconds = float(row.get("seconds") or "nan")
    except (TypeError, ValueError):
        seconds = math.nan
    return Answer(row["prediction"], seconds if math.isfinite(seconds) else None)


def _differs(given: Any, question: Question) -> bool:
    """Tell whether a file's reference is another than the row's; spaces aside."""
    return isinstance(given, str) and bool(given) and given.split() != (question.record.reply or "").split()


def _some(names: Sequence[str], what: str) -> str:
    """Return how many, and the first of them: `4 ids (a, b, c …)`."""
    shown = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''} ({shown})"
