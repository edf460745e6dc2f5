"""Answers that are there already, in a file or beside the data, brought to the questions by their ids."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from medtune.evaluation.systems.answer_store import Answer
from medtune.evaluation.systems.prediction_files import differ, read_by_id, some_ids
from medtune.evaluation.systems.questions import Question
from medtune.evaluation.systems.rivals import rival_predictions
from medtune.recipe.units import counted


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
    found = read_by_id(path, ("id", "prediction"))
    asked = {question.record.id: question for question in questions}
    missing = [name for name in asked if name not in found]
    if missing:
        hint = ""
        if len(missing) == len(asked):
            hint = f". Its own ids look like {next(iter(found), 'nothing')}: is it of other data?"
        raise ValueError(f"{path}: no row for {some_ids(missing)} of {len(asked)}; an average would lack them{hint}")
    others = [name for name, question in asked.items() if _differs(found[name].get("reference"), question)]
    if others:
        raise ValueError(
            f"{path}: another reference than the data's for {some_ids(others)} of {len(asked)}; it was made for "
            "other data, or for these before they were cleaned"
        )
    extra = len(found) - len(asked)
    rows = f"{counted(extra, 'row')} of {Path(path).name}"
    notes = [f"left out as answers to no question here: {rows}"] if extra else []
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
    """Tell whether a file's reference is another than the row's; a file may have none."""
    return isinstance(given, str) and bool(given) and differ(given, question.record.reply)
