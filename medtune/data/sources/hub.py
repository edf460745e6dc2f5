"""Any data set of the Hugging Face Hub, or a local folder of one, by a map from the record's fields to its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import ColumnOptions, map_rows


class Options(ColumnOptions):
    """Keys of `source: hub`.

    Args:
        source: name of this reader.
        path: id of the data set, `user/name`, or a folder with its files or written by `Dataset.save_to_disk`.
        name: configuration of the data set, where it has several.
        split: which split to read.
        revision: commit, tag or branch; only for an id.
    """

    source: Literal["hub"]
    path: str
    name: str | None = None
    split: str = "train"
    revision: str | None = None


def read(
    path: str,
    columns: dict[str, str],
    name: str | None = None,
    split: str = "train",
    revision: str | None = None,
    language: str = "zh",
    task: str = "triage",
    keep_other_columns: bool = False,
) -> Iterator[Record | Rejected]:
    """Read a data set row by row; of a Hub id nothing is downloaded beforehand.

    Args:
        path: id of the data set, `user/name`, or a folder with its files or written by `Dataset.save_to_disk`.
        columns: name of the column for each field of the record: `description: ask`, `meta.title: title`.
        name: configuration of the data set, where it has several.
        split: which split to read.
        revision: commit, tag or branch; only for an id.
        language: `zh` or `en`.
        task: one of `medtune.data.records.TASKS`.
        keep_other_columns: whether columns that `columns` leaves out go to `meta` under their own names.

    Yields:
        For every row a `Record`, or a `Rejected` with a reason of `map_rows`; ids are `hub:PATH/SPLIT:NUMBER`.

    Raises:
        ConnectionError: if the Hub cannot be reached.
        ValueError: if there is no such split or a mapped column is not in it.
    """
    label = f"{Path(path).name if Path(path).is_dir() else path}/{split}"
    rows = load(path, name, split, revision)
    yield from map_rows(rows, "hub", label, columns, language, task, keep_other_columns)


def is_saved(path: str) -> bool:
    """Return whether a path is a folder that `Dataset.save_to_disk` wrote."""
    return any((Path(path) / name).is_file() for name in ("dataset_dict.json", "state.json"))


def load(path: str, name: str | None, split: str, revision: str | None) -> Iterable[dict]:
    """Return the rows of a data set, see `read`."""
    from datasets import DatasetDict, load_dataset, load_from_disk

    if is_saved(path):
        data = load_from_disk(path)
        if not isinstance(data, DatasetDict):
            return data
        if split not in data:
            raise ValueError(f"split: {split!r} is not in {path!r}. Allowed: {', '.join(data)}.")
        return data[split]
    try:
        return load_dataset(path, name, split=split, revision=None if Path(path).is_dir() else revision, streaming=True)
    except ConnectionError as error:
        fix = "Run `medtune fetch RECIPE --to DIR` on a machine with network and carry DIR here"
        raise ConnectionError(f"path: {path!r}: the Hub cannot be reached. {fix}.") from error
