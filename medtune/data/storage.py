"""Records at rest: Parquet files, and the folder that `task: prepare-data` leaves."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from medtune.data.records import RECORD_SCHEMA, Record, Rejected

SPLITS = ("train", "validation", "test")
DEPARTMENTS_FILE = "departments.json"
ROWS_PER_GROUP = 10_000


class RowWriter:
    """Writes rows to a Parquet file, which appears under its name only when all of them are written.

    Use it as a context manager: on an exception the unfinished file is removed.

    Args:
        path: the file to write.
        schema: `RECORD_SCHEMA` or `REJECTED_SCHEMA`.
    """

    def __init__(self, path: str | Path, schema: pa.Schema):
        self.path = Path(path)
        self.schema = schema
        self.rows: list[Record | Rejected] = []
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._unfinished = self.path.with_name(f".{self.path.name}.unfinished")
        self._writer = pq.ParquetWriter(self._unfinished, schema, compression="zstd")

    def write(self, row: Record | Rejected) -> None:
        """Add one row."""
        self.rows.append(row)
        if len(self.rows) == ROWS_PER_GROUP:
            self._flush()

    def write_table(self, table: pa.Table) -> None:
        """Add the rows of a table, as row groups of their own."""
        self._flush()
        if table.num_rows:
            self._writer.write_table(table)

    def _flush(self) -> None:
        if self.rows:
            self._writer.write_table(to_table(self.rows, self.schema))
            self.rows = []

    def __enter__(self) -> RowWriter:
        return self

    def __exit__(self, exception_type, exception, traceback) -> None:
        whole = False
        try:
            if exception_type is None:
                self._flush()
            self._writer.close()
            whole = exception_type is None
        except OSError:  # of a full disk: what came first is the error to show
            if exception_type is None:
                raise
        finally:
            if not whole:
                self._unfinished.unlink(missing_ok=True)
        if whole:
            os.replace(self._unfinished, self.path)


def to_table(rows: Sequence[Record | Rejected], schema: pa.Schema = RECORD_SCHEMA) -> pa.Table:
    """Return rows as a table, column by column: several times as fast as by a dictionary for each row.

    Args:
        rows: `Record`s for `RECORD_SCHEMA`, `Rejected`s for `REJECTED_SCHEMA`.
        schema: which of the two.
    """
    columns = []
    for column in schema:
        values = [getattr(row, column.name) for row in rows]
        if column.name == "turns":
            columns.append(_turns_column(values, column.type))
        elif column.name == "meta":
            texts = [json.dumps(value, ensure_ascii=False) if value else "{}" for value in values]
            columns.append(pa.array(texts, column.type))
        else:
            columns.append(pa.array(values, column.type))
    return pa.Table.from_arrays(columns, schema=schema)


def _turns_column(values: list[list], kind: pa.ListType) -> pa.ListArray:
    offsets = [0, *itertools.accumulate(map(len, values))]
    turns = [turn for value in values for turn in value]
    parts = [pa.array([getattr(turn, name) for turn in turns], pa.string()) for name in ("role", "text")]
    struct = pa.StructArray.from_arrays(parts, fields=list(kind.value_type))
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), struct, type=kind)


def write_records(path: str | Path, records: Iterable[Record]) -> int:
    """Write records to a Parquet file (`RECORD_SCHEMA`); the same records give the same bytes.

    Args:
        path: the file; folders on the way are made.
        records: the rows, in their order.

    Returns:
        The number of rows.
    """
    count = 0
    with RowWriter(path, RECORD_SCHEMA) as writer:
        for record in records:
            writer.write(record)
            count += 1
    return count


def read_records(path: str | Path) -> list[Record]:
    """Read the records of a Parquet file that `write_records` wrote.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is no Parquet file, or one of other rows.
    """
    check_records(path)
    return [Record.from_row(row) for row in read_table(path, RECORD_SCHEMA.names).to_pylist()]


def check_records(path: str | Path) -> None:
    """Check that a file holds records, and not rows of somebody's own.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it does not.
    """
    known = _columns(path)
    if missing := [name for name in RECORD_SCHEMA.names if name not in known]:
        raise ValueError(
            f"{path} holds no records as `task: prepare-data` writes them: no column {', '.join(missing)}; it has "
            f"{', '.join(known)}. Tables of your own are read by the source `table`"
        )


def read_table(path: str | Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Read columns of a Parquet file.

    Args:
        path: the file.
        columns: names of columns; `None` reads all.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is no Parquet file, or lacks a column.
    """
    known = _columns(path)
    missing = [name for name in columns or [] if name not in known]
    if missing:
        raise ValueError(f"{path}: no column {', '.join(missing)}; it has {', '.join(known)}")
    return pq.read_table(path, columns=list(columns) if columns else None)


def _columns(path: str | Path) -> list[str]:
    if not Path(path).is_file():
        raise FileNotFoundError(f"{path}: no such Parquet file")
    try:
        return pq.read_schema(path).names
    except pa.ArrowInvalid as error:
        raise ValueError(f"{path} is no Parquet file, or a damaged one: {error}") from error


def write_text(path: str | Path, text: str) -> None:
    """Write a small text file (UTF-8), which appears under its name only when it is complete."""
    unfinished = Path(path).with_name(f".{Path(path).name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    os.replace(unfinished, path)


def file_hash(path: str | Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class PreparedData:
    """The folder that `task: prepare-data` wrote.

    Args:
        folder: its path.
        departments: department names, most frequent first; the order of the labels.
    """

    folder: Path
    departments: list[str]

    @classmethod
    def open(cls, folder: str | Path) -> PreparedData:
        """Open the folder.

        Args:
            folder: `output_dir` of a finished `task: prepare-data`.

        Raises:
            FileNotFoundError: files are missing; the message names all of them.
        """
        folder = Path(folder)
        missing = [name for name in data_files() if not (folder / name).is_file()]
        if missing:
            where = f"{folder} lacks {', '.join(missing)}" if folder.is_dir() else f"{folder}: no such folder"
            raise FileNotFoundError(
                f"{where}. Prepared data is the output_dir of a recipe with `task: prepare-data`; run that one first"
            )
        return cls(folder, json.loads((folder / DEPARTMENTS_FILE).read_text(encoding="utf-8")))

    def path(self, split: str) -> Path:
        """Return the Parquet file of a split, one of `SPLITS`.

        Raises:
            ValueError: there is no such split.
        """
        if split not in SPLITS:
            raise ValueError(f"no split {split!r}; {', '.join(SPLITS)} are there")
        return self.folder / f"{split}.parquet"

    def split(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Read a split (`train`, `validation` or `test`) as a table of `RECORD_SCHEMA`, or columns of it."""
        return read_table(self.path(name), columns)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the content of the splits and the departments: equal for equal data, in any folder."""
        hashes = [f"{name} {file_hash(self.folder / name)}" for name in data_files()]
        return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def write_prepared(
    folder: str | Path, records: Sequence[Record], splits: Sequence[int], departments: list[str], order: Sequence[int]
) -> PreparedData:
    """Write the splits and the departments; see `PreparedData`.

    Args:
        folder: receives the files.
        records: all rows.
        splits: place of each row's split in `SPLITS`.
        departments: department names in the order of the labels.
        order: a number for each row; the rows of a split are written in ascending order.

    Returns:
        The opened folder.
    """
    ranked = sorted(range(len(records)), key=lambda row: (order[row], records[row].id))
    for place, name in enumerate(SPLITS):
        write_records(Path(folder) / f"{name}.parquet", (records[row] for row in ranked if splits[row] == place))
    write_text(Path(folder) / DEPARTMENTS_FILE, json.dumps(departments, ensure_ascii=False, indent=2) + "\n")
    return PreparedData.open(folder)


def data_files() -> list[str]:
    """Return the names of the files that make up prepared data."""
    return [*(f"{split}.parquet" for split in SPLITS), DEPARTMENTS_FILE]
