"""Answers of other systems that came with the data, such as iCliniq's of ChatGPT, as predictions to compare with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from medtune.data.records import Prediction, Record
from medtune.data.storage import PreparedData, read_records
from medtune.evaluation.inference.predictions import write_predictions

PREFIX = "answer_"
"""What the keys of `Record.meta` begin with that hold another system's answer: `answer_chatgpt`."""


def rival_predictions(records: Iterable[Record]) -> dict[str, list[Prediction]]:
    """Return the answers of other systems that records carry in `meta`.

    Args:
        records: rows with the true reply.

    Returns:
        For each system, in alphabetical order, a prediction for every row of the sources that it answered anything of.
        A row that it left out has an empty prediction, which scores 0: averages over the rest would flatter it.
    """
    rows = list(records)
    systems: dict[str, set[str]] = defaultdict(set)  # system → sources
    for record in rows:
        for key in record.meta:
            if key.startswith(PREFIX):
                systems[key.removeprefix(PREFIX)].add(record.source)
    return {
        system: [
            Prediction(
                id=record.id,
                system=system,
                language=record.language,
                task=record.task,
                input=record.description or "",
                reference=record.reply,
                prediction=record.meta.get(PREFIX + system, ""),
            )
            for record in rows
            if record.source in systems[system]
        ]
        for system in sorted(systems)
    }


def write_rivals(prepared: str | Path, to: str | Path, split: str = "test") -> list[tuple[Path, int, int]]:
    """Write the answers of other systems in prepared data as `DIR/SYSTEM/predictions.parquet`.

    Args:
        prepared: `output_dir` of `task: prepare-data`.
        to: folder to write into.
        split: whose rows are taken.

    Returns:
        For each system the file, its rows, and how many of them are empty.

    Raises:
        FileNotFoundError: if `prepared` is no prepared data.
        ValueError: if there is no such split, or its rows hold no such answers.
    """
    found = rival_predictions(read_records(PreparedData.open(prepared).path(split)))
    if not found:
        raise ValueError(
            f"the {split} split of {prepared} holds no answers of other systems. `source: icliniq` keeps them where "
            "the file has columns such as answer_chatgpt."
        )
    written = []
    for system, predictions in found.items():
        path = Path(to) / system / "predictions.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_predictions(path, predictions)
        written.append((path, len(predictions), sum(not one.prediction for one in predictions)))
    return written
