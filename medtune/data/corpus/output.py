"""The files of a corpus: the shards' rows, each where the selection puts it, and what they hold in numbers."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from medtune.data.cleaning.audit_log import AUDIT_SCHEMA
from medtune.data.corpus.selection import ASIDE, FIRST_TEST, REASONS, TRAIN, VALIDATION, Rows, Selection
from medtune.data.records import RECORD_SCHEMA, REJECTED_SCHEMA
from medtune.data.storage import RowWriter

REJECTED_FILE = "rejected.parquet"
AUDIT_FILE = "audit.parquet"
_WAITING = 8  # tables read ahead: those of two shards
_LONGEST_BIN = 13  # lengths are counted in bins up to 2, 4, 8 … 8192 and above


def file_name(place: int, names: Sequence[str]) -> str:
    """Return the file of a place: `train`, `validation` or the test set of a source."""
    if place in (TRAIN, VALIDATION):
        return ("train.parquet", "validation.parquet")[place]
    return f"test_{names[place - FIRST_TEST]}.parquet"


@dataclass
class Part:
    """What the rows of one source in one file hold.

    Args:
        rows: number of them.
        languages: rows by language.
        tasks: rows by task.
        departments: rows by department.
        lengths: by text (`description`, `reply`), `rows`, and the sums of `characters` and `words` (Chinese
            characters and other words).
        bins: by text, rows by the power of 2 that their number of words does not exceed.
        dialogues: rows with turns.
        turns: number of turns in them.
    """

    rows: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    tasks: Counter[str] = field(default_factory=Counter)
    departments: Counter[str] = field(default_factory=Counter)
    lengths: dict[str, Counter[str]] = field(default_factory=dict)
    bins: dict[str, list[int]] = field(default_factory=dict)
    dialogues: int = 0
    turns: int = 0

    def add(self, table: pa.Table, words: np.ndarray) -> None:
        """Count the rows of a table.

        Args:
            table: of `RECORD_SCHEMA`.
            words: of description and reply, shape `(rows, 2)`.
        """
        self.rows += table.num_rows
        for name in ("language", "task", "department"):
            values = pc.value_counts(table[name].combine_chunks().drop_null())
            counted = {value["values"]: value["counts"] for value in values.to_pylist()}
            getattr(self, f"{name}s").update(counted)
        for column, name in enumerate(("description", "reply")):
            lengths = pc.utf8_length(table[name].combine_chunks()).fill_null(0).to_numpy(zero_copy_only=False)
            there = words[lengths > 0, column]
            sums = self.lengths.setdefault(name, Counter())
            sums["rows"] += len(there)
            sums["characters"] += int(lengths.sum())
            sums["words"] += int(there.sum())
            bins = np.minimum(np.ceil(np.log2(np.maximum(there, 1))).astype(int), _LONGEST_BIN + 1)
            counted = np.bincount(bins, minlength=_LONGEST_BIN + 2)
            self.bins[name] = (counted + np.array(self.bins.get(name, 0))).tolist()
        turns = pc.list_value_length(table["turns"])
        self.dialogues += pc.sum(pc.greater(turns, 0)).as_py() or 0
        self.turns += pc.sum(turns).as_py() or 0


@dataclass
class Written:
    """What was written.

    Args:
        parts: by file and source.
        aside: rows kept aside by the selection, by source and reason.
    """

    parts: dict[tuple[str, str], Part] = field(default_factory=dict)
    aside: dict[str, Counter[str]] = field(default_factory=dict)

    def rows(self, file: str) -> int:
        """Return the rows of a file."""
        return sum(part.rows for (name, _), part in self.parts.items() if name == file)

    @property
    def files(self) -> list[str]:
        """Names of the files with rows, training first."""
        return list(dict.fromkeys(name for name, _ in self.parts))


def write_corpus(
    folder: Path,
    rows: Rows,
    sources: Sequence[int],
    names: Sequence[str],
    selection: Selection,
    advance: Callable[[int], Any] = lambda rows: None,
) -> Written:
    """Write every row to its file; the files appear when all of them are complete.

    Args:
        folder: receives them.
        rows: of all shards.
        sources: number of each shard's source.
        names: of the sources.
        selection: what becomes of each row.
        advance: is told the rows of each shard that is done.

    Raises:
        OSError: the disk is full.
    """
    written = Written()
    places = [int(place) for place in np.unique(selection.place) if place != ASIDE]
    places = sorted({TRAIN, *places})
    with ExitStack() as stack:
        rejected = stack.enter_context(RowWriter(folder / REJECTED_FILE, REJECTED_SCHEMA))
        writers = {p: stack.enter_context(RowWriter(folder / file_name(p, names), RECORD_SCHEMA)) for p in places}
        audit = stack.enter_context(RowWriter(folder / AUDIT_FILE, AUDIT_SCHEMA))
        write = stack.enter_context(_InTheBackground())
        ids, leaders = _Ids(rows), _leaders(rows)
        for shard, number, first, last in zip(rows.files, sources, rows.first, rows.first[1:], strict=False):
            table = _grouped(shard.read_records(), leaders[first:last], int(first), ids)
            write(rejected, _read(shard.path("rejected.parquet")))
            write(audit, _read(shard.path("audit.parquet")))
            place = selection.place[first:last]
            with np.load(shard.path("npz"), allow_pickle=False) as arrays:
                words = arrays["words"]
            for value, writer in writers.items():
                chosen = table.filter(pa.array(place == value))
                if chosen.num_rows:
                    write(writer, chosen)
                    key = (file_name(value, names), names[number])
                    written.parts.setdefault(key, Part()).add(chosen, words[place == value])
            aside = np.flatnonzero(place == ASIDE)
            reasons = [REASONS[reason] for reason in selection.reason[first:last][aside]]
            write(rejected, _rejected(table.take(aside), reasons, ids.of(selection.like[first:last][aside])))
            written.aside.setdefault(names[number], Counter()).update(reasons)
            advance(table.num_rows)
    return written


def _leaders(rows: Rows) -> np.ndarray:
    """Return for each row the first one of its dialogue or patient, shape `(rows,)`."""
    _, first, inverse = np.unique(rows.array("group_draw"), return_index=True, return_inverse=True)
    return first[inverse]


def _grouped(table: pa.Table, leaders: np.ndarray, first: int, ids: _Ids) -> pa.Table:
    """Return rows with the id of their first row as `group`: the source's own name for it may tell who is meant.

    Args:
        table: the rows of a shard.
        leaders: of these rows, from `_leaders`.
        first: number of the shard's first row.
        ids: of all rows.
    """
    groups = table["id"]
    others = np.flatnonzero(leaders != np.arange(first, first + len(leaders)))
    if len(others):
        named = groups.to_numpy().copy()
        named[others] = ids.of(leaders[others])
        groups = pa.array(named, pa.string())
    place = table.schema.get_field_index("group")
    return table.set_column(place, table.schema.field(place), groups)


def _read(file: Path) -> pa.Table:
    """Read a whole file; `pq.read_table` would load pyarrow's data sets first, a quarter of a second."""
    with pq.ParquetFile(file) as parquet:
        return parquet.read()


class _InTheBackground:
    """Writes tables in a second thread while the first one gets the next: in their order, a few waiting at most."""

    def __enter__(self) -> Callable[[RowWriter, pa.Table], None]:
        self.waiting: deque[Future] = deque()
        self.thread = ThreadPoolExecutor(1)
        return self._write

    def _write(self, writer: RowWriter, table: pa.Table) -> None:
        self.waiting.append(self.thread.submit(writer.write_table, table))
        if len(self.waiting) > _WAITING:
            self.waiting.popleft().result()

    def __exit__(self, exception_type, exception, traceback) -> None:
        self.thread.shutdown(cancel_futures=exception_type is not None)
        if exception_type is None:
            for future in self.waiting:
                future.result()


class _Ids:
    """Ids of rows by their number, read from the shards when they are asked for."""

    def __init__(self, rows: Rows):
        self.files, self.first = rows.files, rows.first
        self.read: dict[int, pa.ChunkedArray] = {}

    def of(self, rows: np.ndarray) -> list[str | None]:
        found = []
        for row in rows:
            shard = int(np.searchsorted(self.first, row, side="right")) - 1
            if row < 0:
                found.append(None)
                continue
            if shard not in self.read:
                self.read[shard] = self.files[shard].read_records(["id"])["id"]
            found.append(self.read[shard][int(row - self.first[shard])].as_py())
        return found


def _rejected(table: pa.Table, reasons: list[str], like: list[str | None]) -> pa.Table:
    """Return rows as rejected ones: the whole row as JSON, a duplicate with the id of what it repeats in `meta`."""
    rows = table.to_pylist()
    for row, original in zip(rows, like, strict=True):
        if original is not None:
            row["meta"] = json.dumps({**json.loads(row["meta"]), "duplicate_of": original}, ensure_ascii=False)
    columns = {
        "id": [row["id"] for row in rows],
        "source": [row["source"] for row in rows],
        "reason": reasons,
        "text": [json.dumps(row, ensure_ascii=False) for row in rows],
    }
    return pa.Table.from_pydict(columns, schema=REJECTED_SCHEMA)
