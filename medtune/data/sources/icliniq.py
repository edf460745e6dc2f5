"""iCliniq: questions to an English consultation site, answered by a doctor and, in one layout, by two other systems.

Source: Li et al. 2023, ChatDoctor: A Medical Chat Model Fine-Tuned on LLaMA Using Medical Domain Knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._tables import TableOptions, first, others, read_records, tables

_ANSWER = ("answer_icliniq", "output")


class Options(TableOptions):
    """Keys of `source: icliniq`.

    Args:
        source: name of this reader.
    """

    source: Literal["icliniq"]


def read(
    path: str | list[str], name: str | None = None, split: str | None = None, revision: str | None = None
) -> Iterator[Record | Rejected]:
    """Read rows of `input, answer_icliniq, answer_chatgpt, answer_chatdoctor`, or of `input, output`.

    The answers of other systems stay in `meta` under the names of their columns, such as `meta["answer_chatgpt"]`;
    `medtune data rivals` writes them as predictions.

    Args:
        path: files or a data set, see `TableOptions`.
        name: configuration of the data set.
        split: split of the data set.
        revision: revision of the data set.

    Yields:
        For every row a `Record` (task `question-answer`, English) with the doctor's answer as its reply; further
        columns go to `meta`. Or a `Rejected` with a reason of `read_records`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if the question or the doctor's answer is missing from the whole file, or a file cannot be read.
    """
    for label, rows in tables(path, name, split, revision):
        yield from read_records("icliniq", label, rows, _fields, (("input",), _ANSWER), "en", "question-answer")


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    values = {"instruction": row.get("instruction"), "description": row.get("input"), "reply": first(row, _ANSWER)}
    return values | others(row, ("instruction", "input", *_ANSWER))
