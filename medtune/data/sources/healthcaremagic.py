"""HealthCareMagic-100k: questions to an English consultation site, each with a doctor's answer.

Source: Li et al. 2023, ChatDoctor: A Medical Chat Model Fine-Tuned on LLaMA Using Medical Domain Knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._tables import TableOptions, others, read_records, tables

_USED = ("instruction", "input", "output")


class Options(TableOptions):
    """Keys of `source: healthcaremagic`.

    Args:
        source: name of this reader.
    """

    source: Literal["healthcaremagic"]


def read(
    path: str | list[str], name: str | None = None, split: str | None = None, revision: str | None = None
) -> Iterator[Record | Rejected]:
    """Read rows of `instruction, input, output`: what is asked of the model, the patient's words, the doctor's answer.

    Args:
        path: files or a data set, see `TableOptions`.
        name: configuration of the data set.
        split: split of the data set.
        revision: revision of the data set.

    Yields:
        For every row a `Record` (task `question-answer`, English) with the instruction as the file has it; further
        columns go to `meta`. Or a `Rejected` with a reason of `read_records`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if `input` or `output` is missing from the whole file, or a file cannot be read.
    """
    for label, rows in tables(path, name, split, revision):
        yield from read_records(
            "healthcaremagic", label, rows, _fields, (("input",), ("output",)), "en", "question-answer"
        )


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    values = {"instruction": row.get("instruction"), "description": row.get("input"), "reply": row.get("output")}
    return values | others(row, _USED)
