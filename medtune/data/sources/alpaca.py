"""Alpaca: instructions of any kind with an answer, in English, and its Chinese translations.

Source: Taori et al. 2023, Stanford Alpaca: An Instruction-following LLaMA model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import as_text
from medtune.data.sources._language import language_of
from medtune.data.sources._tables import TableOptions, others, read_records, tables

# The Hub's copy holds the finished prompt too, which says nothing that the other columns do not.
_USED = ("instruction", "input", "output", "text")


class Options(TableOptions):
    """Keys of `source: alpaca`.

    Args:
        source: name of this reader.
        language: language of the rows; by default each row's own, told by its characters.
    """

    source: Literal["alpaca"]
    language: Literal["zh", "en"] | None = None


def read(
    path: str | list[str],
    name: str | None = None,
    split: str | None = None,
    revision: str | None = None,
    language: str | None = None,
) -> Iterator[Record | Rejected]:
    """Read rows of `instruction, input, output`; the input may be empty.

    Args:
        path: files or a data set, see `TableOptions`.
        name: configuration of the data set.
        split: split of the data set.
        revision: revision of the data set.
        language: `zh` or `en`; `None` tells it row by row from the instruction, see `language_of`.

    Yields:
        For every row a `Record` (task `instruction`; the input is its description, the output its reply); further
        columns but `text`, the finished prompt, go to `meta`. Or a `Rejected`: `no instruction`, or a reason of
        `read_records`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if `instruction` or `output` is missing from the whole file, or a file cannot be read.
    """
    needed = (("instruction",), ("output",))
    for label, rows in tables(path, name, split, revision):
        for record in read_records("alpaca", label, rows, _fields, needed, language or "en", "instruction"):
            if language is None and isinstance(record, Record):
                record.language = language_of(record.instruction, record.reply)
            yield record


def _fields(row: dict[str, Any]) -> dict[str, Any] | str:
    if not as_text(row.get("instruction")):
        return "no instruction"
    values = {"instruction": row["instruction"], "description": row.get("input"), "reply": row.get("output")}
    return values | others(row, _USED)
