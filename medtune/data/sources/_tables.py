"""What the readers of published tables and JSON lists share: where the rows come from, and how they become records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import as_json, build_record, objects, there_are
from medtune.data.sources._files import find_files
from medtune.data.sources._rows import SUFFIXES, read_rows
from medtune.recipe.inputs import Input, is_hub_id
from medtune.recipe.schema import Section

_ENOUGH = 1000
"""Rows after which a file that shows none of the columns of its reader is given up."""


class TableOptions(Section):
    """What every reader of published tables takes.

    Args:
        path: a .json, .jsonl, .csv, .tsv or .parquet file, also packed (.gz, .zst, .zip), a folder of them, a pattern,
            a list of these; or one data set: its id on the Hub, `user/name`, or a folder that `medtune fetch` or
            `Dataset.save_to_disk` wrote. Any other folder is read as a data set if `name` or `split` is given.
        name: configuration of the data set, where it has several.
        split: which split to read of a data set; `train` by default.
        revision: commit, tag or branch; only for an id on the Hub.
    """

    path: str | list[str]
    name: str | None = None
    split: str | None = None
    revision: str | None = None


def tables(
    path: str | list[str], name: str | None = None, split: str | None = None, revision: str | None = None
) -> Iterator[tuple[str, Iterable[Any]]]:
    """Yield a label and the rows of each file, or of the data set; see `TableOptions`.

    Raises:
        FileNotFoundError: if `path` names no file and is no id.
        ValueError: if a file cannot be read, or is to have a split.
    """
    from medtune.data.sources import hub

    if isinstance(path, str) and _is_data_set(path, wanted=bool(name or split)):
        split = split or "train"
        label = f"{Path(path).name if Path(path).is_dir() else path}/{split}"
        yield label, hub.load(path, name, split, revision)
        return
    if name or split or revision:
        raise ValueError(f"path: {path!r} are files, which have no name, split or revision. Leave these keys out.")
    for label, file in find_files(path, SUFFIXES):
        yield label, read_rows(file)


def _is_data_set(path: str, wanted: bool) -> bool:
    from medtune.data.sources.hub import is_saved

    if Path(path).is_dir():
        return wanted or is_saved(path) or (Path(path) / ".cache/huggingface").is_dir()  # the Hub's client leaves it
    return is_hub_id(Input("path", path, "dataset"))


def read_records(
    source: str,
    label: str,
    rows: Iterable[Any],
    fields: Callable[[dict], dict[str, Any] | str],
    needed: Sequence[Sequence[str]],
    language: str,
    task: str,
) -> Iterator[Record | Rejected]:
    """Turn the rows of a file into records.

    Args:
        source: name of the reader.
        label: name of the file, part of the id.
        rows: dictionaries by column name, or `BrokenRow`s.
        fields: returns what stands in a row by field of the record or `meta.NAME`, or the reason it is no record.
        needed: columns that the file must have, each with its other names.
        language: `zh` or `en`.
        task: one of `medtune.data.records.TASKS`.

    Yields:
        For each row a `Record` with the id `source:label:number`, or a `Rejected`: a reason of `fields`, `no object`,
        `turns that cannot be read`, `empty row`, or what `read_rows` found.

    Raises:
        ValueError: if a needed column is in none of the rows.
    """
    known: dict[str, None] = {}
    number = 0
    for number, (where, row) in enumerate(objects(rows, source, label), start=1):
        if isinstance(row, Rejected):
            yield row
            continue
        if number <= _ENOUGH:
            known.update(dict.fromkeys(row))
            if number == _ENOUGH:
                _check_columns(source, label, needed, known)
        values = fields(row)
        record = values if isinstance(values, str) else build_record(values, where, source, label, language, task)
        yield record if isinstance(record, Record) else Rejected(where, source, record, as_json(row))
    if known and number < _ENOUGH:
        _check_columns(source, label, needed, known)


def _check_columns(source: str, label: str, needed: Sequence[Sequence[str]], known: Mapping[str, None]) -> None:
    missing = [" or ".join(map(repr, names)) for names in needed if not any(name in known for name in names)]
    if missing:
        raise ValueError(
            f"path: {label} has no column {', '.join(missing)}, which `source: {source}` reads. {there_are(known)}. "
            "`medtune data inspect` tells which reader fits a file."
        )


def first(row: Mapping[str, Any], names: Sequence[str]) -> Any:
    """Return the first of the named cells that is there and not empty."""
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def others(row: Mapping[str, Any], used: Sequence[str]) -> dict[str, Any]:
    """Return the cells of all other columns, as fields of `meta`."""
    return {f"meta.{name}": value for name, value in row.items() if name not in used}
