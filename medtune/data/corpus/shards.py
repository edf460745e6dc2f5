"""Pieces of the sources: what the main process reads and a worker cleans, and the files that come of it."""

from __future__ import annotations

import json
import operator
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import xxhash

from medtune.data.records import RECORD_SCHEMA, Record, Rejected, Turn
from medtune.data.storage import ROWS_PER_GROUP, to_table, write_text

_fields = operator.attrgetter(*RECORD_SCHEMA.names)
_TURNS = RECORD_SCHEMA.names.index("turns")
Packed = tuple[list[tuple], list[tuple]]
"""Records and unreadable pieces as tuples, which go to another process in a quarter of the time of objects."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows of one source, on the way to a worker.

    Args:
        number: over all sources, from 0.
        source: number of the source.
        payload: from `pack`.
        rows: records and unreadable pieces in it.
        content: hash of the ids of the rows, by which a resumed run knows that it reads the same.
    """

    number: int
    source: int
    payload: Packed
    rows: int
    content: str


@dataclass(frozen=True, slots=True)
class ShardFiles:
    """The files of one cleaned shard; `summary` is written last.

    Args:
        folder: of all shards.
        number: of the shard.
    """

    folder: Path
    number: int

    def path(self, ending: str) -> Path:
        """Return a file of the shard: `arrow`, `rejected.parquet`, `audit.parquet`, `npz`, `texts` or `json`."""
        return self.folder / f"{self.number:06d}.{ending}"

    def write_records(self, records: Sequence[Record]) -> None:
        """Write the clean records, in Arrow's own format: these rows are read again once, and Parquet takes longer."""

        def write(stream: BinaryIO) -> None:
            options = pa.ipc.IpcWriteOptions(compression="lz4")
            with pa.ipc.new_file(stream, RECORD_SCHEMA, options=options) as writer:
                for start in range(0, len(records), ROWS_PER_GROUP):
                    writer.write_table(to_table(records[start : start + ROWS_PER_GROUP]))

        write_bytes(self.path("arrow"), write)

    def read_records(self, columns: Sequence[str] = tuple(RECORD_SCHEMA.names)) -> pa.Table:
        """Return columns of the clean records."""
        places = [RECORD_SCHEMA.get_field_index(name) for name in columns]
        with pa.memory_map(str(self.path("arrow"))) as stream:
            return pa.ipc.open_file(stream, options=pa.ipc.IpcReadOptions(included_fields=places)).read_all()

    def summary(self) -> dict[str, Any] | None:
        """Return what the worker counted, `None` if the shard is not finished."""
        file = self.path("json")
        return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None

    def finish(self, summary: dict[str, Any]) -> None:
        """Write the counts, which makes the shard a finished one."""
        write_text(self.path("json"), json.dumps(summary, ensure_ascii=False))


def cut(rows: Iterable[Record | Rejected], source: int, first: int, size: int) -> Iterator[Shard]:
    """Cut what a reader yields into shards.

    Args:
        rows: records and unreadable pieces.
        source: number of the source.
        first: number of the first shard.
        size: rows in a shard.
    """
    number, piece = first, []
    for row in rows:
        piece.append(row)
        if len(piece) == size:
            yield _shard(number, source, piece)
            number, piece = number + 1, []
    if piece:
        yield _shard(number, source, piece)


def _shard(number: int, source: int, piece: list[Record | Rejected]) -> Shard:
    content = xxhash.xxh3_64_hexdigest("\n".join(row.id for row in piece).encode("utf-8", "replace"))
    return Shard(number, source, pack(piece), len(piece), content)


def pack(rows: Iterable[Record | Rejected]) -> Packed:
    """Return rows as tuples."""
    records, rejected = [], []
    for row in rows:
        if isinstance(row, Record):
            values = _fields(row)
            if row.turns:
                turns = [(turn.role, turn.text) for turn in row.turns]
                values = (*values[:_TURNS], turns, *values[_TURNS + 1 :])
            records.append(values)
        else:
            rejected.append((row.id, row.source, row.reason, row.text))
    return records, rejected


def unpack(payload: Packed) -> tuple[list[Record], list[Rejected]]:
    """Return the records and the unreadable pieces of `pack`."""
    records = [Record(*values) for values in payload[0]]
    for record in records:
        if record.turns:
            record.turns = [Turn(role, text) for role, text in record.turns]
    return records, [Rejected(*values) for values in payload[1]]


def write_bytes(path: Path, write) -> None:
    """Let `write(stream)` write a file, which appears under its name only when it is complete."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with open(unfinished, "wb") as stream:
            write(stream)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    os.replace(unfinished, path)
