"""Any table or JSON file, by a map from the record's fields to the file's columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import ColumnOptions, map_rows
from medtune.data.sources._files import find_files
from medtune.data.sources._rows import JSON_LINES, SUFFIXES, ending, read_rows


class Options(ColumnOptions):
    """Keys of `source: table`.

    Args:
        source: name of this reader.
        path: a .csv, .tsv, .json, .jsonl or .parquet file, a folder of them, a pattern, or a list of these.
    """

    source: Literal["table"]
    path: str | list[str]


def read(
    path: str | list[str],
    columns: dict[str, str],
    language: str = "zh",
    task: str = "triage",
    keep_other_columns: bool = False,
) -> Iterator[Record | Rejected]:
    """Read tables; text files in UTF-8 or GB18030, plain or packed (.gz, .zst, .zip).

    Args:
        path: a .csv, .tsv, .json, .jsonl or .parquet file, a folder of them, a pattern, or a list of these.
        columns: name of the column for each field of the record: `description: ask`, `meta.title: title`.
        language: `zh` or `en`.
        task: one of `medtune.data.records.TASKS`.
        keep_other_columns: whether columns that `columns` leaves out go to `meta` under their own names.

    Yields:
        For every row a `Record`, or a `Rejected` with a reason of `map_rows`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if a file's ending is unknown, it is no JSON, or a mapped column is not in it.
    """
    for label, file in find_files(path, SUFFIXES):
        sparse = ending(file) in (".json", *JSON_LINES)
        yield from map_rows(read_rows(file), "table", label, columns, language, task, keep_other_columns, sparse)
