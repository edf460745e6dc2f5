"""Rows of tabular and JSON files, one after the other, in constant memory."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from medtune.data.sources._files import CHUNK, open_text, printable, undecodable

SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_BETWEEN = re.compile(r"[ \t\r\n,]*")
LONGEST_CELL = 8 * CHUNK
"""Characters after which a cell counts as broken: a quote that is never closed would swallow the rest of the file."""


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be read.

    Args:
        text: its raw form.
        reason: short and countable.
    """

    text: str
    reason: str


def read_rows(file: Path) -> Iterator[Any]:
    """Read the rows of a file: .csv, .tsv (with a header), .json, .jsonl, .ndjson, each also as .gz, or .parquet.

    Args:
        file: the file; its ending tells its format.

    Yields:
        What stands in a row: for tables a dictionary by column name, for JSON any value; or a `BrokenRow`.

    Raises:
        ValueError: if the ending is unknown, a table has no header, or a .json or .parquet file is none.
    """
    suffix = Path(file.name.lower().removesuffix(".gz")).suffix
    if suffix == ".parquet":
        yield from _read_parquet(file)
        return
    if suffix not in SUFFIXES:
        raise ValueError(f"path: {str(file)!r}: the ending tells the format; allowed: {', '.join(SUFFIXES)}.")
    with open_text(file) as stream:
        if suffix in (".csv", ".tsv"):
            yield from _read_csv(stream, "\t" if suffix == ".tsv" else ",", file)
        elif suffix == ".json":
            yield from read_json(stream, str(file))
        else:
            yield from _read_json_lines(stream)


def _read_parquet(file: Path) -> Iterator[dict]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file)
    except pa.ArrowInvalid as error:
        raise ValueError(f"path: {str(file)!r} is no Parquet file: {error}") from error
    with table:
        for batch in table.iter_batches(batch_size=1024):
            yield from batch.to_pylist()


def _read_csv(stream: TextIO, delimiter: str, file: Path) -> Iterator[dict[str, str] | BrokenRow]:
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(stream, delimiter=delimiter)
    header = next(rows, None)
    if not header:
        raise ValueError(f"path: {str(file)!r}: the first line is empty; a table needs a header with column names.")
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BrokenRow(f"line {rows.line_num}: {error}", "unreadable row")
            continue
        if not cells:
            continue  # an empty line is no row
        raw = delimiter.join(cells)
        if undecodable(raw):
            yield BrokenRow(printable(raw), "undecodable bytes")
        elif len(cells) != len(header):
            yield BrokenRow(raw, "wrong number of cells")
        else:
            yield dict(zip(header, cells, strict=True))


def _read_json_lines(stream: TextIO) -> Iterator[Any]:
    for line in stream:
        if not line.strip():
            continue
        try:
            yield _checked(json.loads(line), line)
        except (ValueError, RecursionError):
            yield BrokenRow(printable(line), "no JSON")


def _checked(value: Any, raw: str) -> Any:
    """Return the value, or a `BrokenRow` if it holds what is no text: broken bytes, or half of an escaped pair."""
    if undecodable(raw) or (_ESCAPED_SURROGATE.search(raw) and undecodable(json.dumps(value, ensure_ascii=False))):
        return BrokenRow(printable(raw), "undecodable bytes")
    return value


def read_json(stream: TextIO, name: str) -> Iterator[Any]:
    """Read the elements of a JSON list, or JSON values one after the other, without holding the whole file.

    Args:
        stream: the text.
        name: the file's name, for the error.

    Yields:
        The elements of the list, or the values.

    Raises:
        ValueError: where the text is no JSON, with the number of elements read so far.
    """
    decoder = json.JSONDecoder()
    buffer = stream.read(CHUNK).lstrip("\ufeff \t\r\n")
    in_list = buffer.startswith("[")
    start, count, complete = int(in_list), 0, False
    while True:
        start = _BETWEEN.match(buffer, start).end()
        if in_list and buffer[start : start + 1] == "]":
            return
        try:
            value, end = decoder.raw_decode(buffer, start)
            whole = complete or end < len(buffer)  # a number at the end of the buffer may go on
        except ValueError:
            whole = False
        if whole:
            count += 1
            yield _checked(value, buffer[start:end])
            start = end
        elif not complete:
            # Twice as much as is left, so that a long element is not tried once for every chunk.
            buffer = buffer[start:]
            chunk = stream.read(max(CHUNK, len(buffer)))
            buffer, start, complete = buffer + chunk, 0, not chunk
        elif start < len(buffer) or in_list:
            raise ValueError(f"path: {name!r} is no JSON after {count} elements. Is the file complete?")
        else:
            return
