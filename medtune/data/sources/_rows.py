"""Rows of tabular and JSON files, one after the other, in constant memory."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from shutil import copyfileobj
from typing import Any, BinaryIO, TextIO

from medtune.data.sources._files import (
    CHUNK,
    COMPRESSED,
    SourceFile,
    compression,
    open_bytes,
    open_text,
    printable,
    undecodable,
)

JSON_LINES = (".jsonl", ".ndjson")
SUFFIXES = (".csv", ".tsv", ".json", *JSON_LINES, ".parquet")
EXCEL = (".xlsx", ".xls", ".xlsm")
NO_EXCEL = "Excel's own files are not read: save the sheet as CSV (UTF-8)"
NO_NAMES = "its first line seems to hold data or a title: let it hold the names of the columns"
_SEPARATORS = ";\t|"
_LONG_NUMBER = re.compile(r"\d{7}")
_DECODER = json.JSONDecoder(strict=False)
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_BETWEEN = re.compile(r"[ \t\r\n,]*")
# Where reading can go on below a broken element: before the comma and the next object of a list, before the end of
# the list, and before the next object that begins a line.
_NEXT_IN_LIST = re.compile(r"\}\s*(?=,\s*\{|\]\s*\Z)")
_NEXT_LINE = re.compile(r"\r?\n(?=[ \t]*[\{\[])")
LONGEST = LONGEST_CELL = 8 * CHUNK
"""Characters after which a row or a cell counts as broken: a quote that is never closed would swallow the file."""
TOO_LONG = "longer than 8 MiB"
LONGEST_READ = 16 * LONGEST
"""Characters after which reading gives up looking for the end of an element or a line."""


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be read.

    Args:
        text: its raw form.
        reason: short and countable.
    """

    text: str
    reason: str


def ending(file: SourceFile) -> str:
    """Return the ending that tells a file's format, in lower case: `.json` for `a.JSON.gz`."""
    path = Path(file.name.lower())
    return path.with_suffix("").suffix if path.suffix in COMPRESSED else path.suffix


def read_rows(file: SourceFile) -> Iterator[Any]:
    """Read the rows of a file: .csv, .tsv (with a header), .json, .jsonl, .ndjson or .parquet, each also packed.

    The cells of a .csv file may be parted by commas, or by `;`, `|` or tabs where the header has no comma.

    Args:
        file: the file; its ending tells its format, its first bytes whether it is packed.

    Yields:
        What stands in a row: for tables a dictionary by column name, for JSON any value; or a `BrokenRow`.

    Raises:
        ValueError: if the ending is unknown, a table has no header, a .json file is no JSON, or the file is damaged.
    """
    suffix = ending(file)
    if suffix not in SUFFIXES:
        excel = f" {NO_EXCEL}." if suffix in EXCEL else ""
        raise ValueError(f"path: {str(file)!r}: the ending tells the format; allowed: {', '.join(SUFFIXES)}.{excel}")
    if suffix == ".parquet":
        yield from _read_parquet(file)
        return
    with open_text(file) as stream:
        if suffix in (".csv", ".tsv"):
            yield from _read_csv(stream, "\t" if suffix == ".tsv" else ",", file)
        elif suffix == ".json":
            yield from read_json(stream, str(file))
        else:
            yield from _read_json_lines(stream, file)


def _read_parquet(file: SourceFile) -> Iterator[dict]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with on_disk(file) as stream, pq.ParquetFile(stream) as table:
            for batch in table.iter_batches(batch_size=1024):
                yield from batch.to_pylist()
    except (pa.ArrowException, UnicodeDecodeError) as error:
        again = "Is it complete? Copy or download it again"
        raise ValueError(f"path: {str(file)!r} cannot be read as Parquet: {error}. {again}.") from error


def on_disk(file: SourceFile) -> BinaryIO:
    """Open a file in which one can go back; one that is packed is unpacked into a temporary file first."""
    if isinstance(file, Path) and not compression(file):
        return open(file, "rb")
    unpacked = tempfile.TemporaryFile()  # noqa: SIM115, the caller closes it
    with open_bytes(file) as stream:
        copyfileobj(stream, unpacked, CHUNK)
    unpacked.seek(0)
    return unpacked


def seem_data(names: Sequence[str]) -> bool:
    """Return whether what should be names of columns looks like a row: one holds a long number."""
    return any(map(_LONG_NUMBER.search, names))


def _read_csv(stream: TextIO, delimiter: str, file: SourceFile) -> Iterator[dict[str, str] | BrokenRow]:
    csv.field_size_limit(LONGEST_CELL)
    lines = _lines(stream, file)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        header = next(rows, None)
    except csv.Error as error:
        raise ValueError(f"path: {str(file)!r}: the header cannot be read: {error}. Is it a table?") from error
    if not header:
        raise ValueError(f"path: {str(file)!r}: the first line is empty; a table needs a header with column names.")
    if len(header) == 1 and (other := next((mark for mark in _SEPARATORS if mark in header[0]), None)):
        # Spreadsheets of some countries part the cells of a CSV file by these.
        header, delimiter = next(csv.reader(header, delimiter=other)), other
        rows = csv.reader(lines, delimiter=delimiter)
    if 2 * sum(map(bool, header)) < len(header):
        raise ValueError(f"path: {str(file)!r}: {NO_NAMES}.")
    if twice := sorted({name for name in header if name and header.count(name) > 1}):
        raise ValueError(f"path: {str(file)!r}: two columns are called {', '.join(twice)}. Rename one of them.")
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


def _lines(stream: TextIO, file: SourceFile) -> Iterator[str]:
    while line := stream.readline(LONGEST_READ):
        if len(line) == LONGEST_READ:
            mib = LONGEST_READ // CHUNK
            raise ValueError(f"path: {str(file)!r} has a line of more than {mib} MiB. Is it a table?")
        yield line


def _read_json_lines(stream: TextIO, file: SourceFile) -> Iterator[Any]:
    first = True
    while line := stream.readline(LONGEST):
        if len(line) == LONGEST and line[-1] not in "\r\n":
            # Piece by piece: nothing is lost, and a file without line ends cannot fill the memory.
            yield BrokenRow(printable(line), TOO_LONG)
            while (line := stream.readline(LONGEST)) and line[-1] not in "\r\n":
                yield BrokenRow(printable(line), TOO_LONG)
            if line.strip():
                yield BrokenRow(printable(line), TOO_LONG)
        elif line.strip("\ufeff \t\r\n"):
            if first and line.strip("\ufeff \t\r\n") == "[":
                name = str(file)
                raise ValueError(f"path: {name!r} is a JSON list and not one value a line. Let its name end in .json.")
            try:
                yield _checked(_DECODER.decode(line), line)
            except (ValueError, RecursionError):
                yield BrokenRow(printable(line), "no JSON")
            first = False


def _checked(value: Any, raw: str) -> Any:
    """Return the value, or a `BrokenRow` if it holds what is no text: broken bytes, or half of an escaped pair."""
    if isinstance(value, BrokenRow):
        return value
    if undecodable(raw) or (_ESCAPED_SURROGATE.search(raw) and undecodable(json.dumps(value, ensure_ascii=False))):
        return BrokenRow(printable(raw), "undecodable bytes")
    return value


def read_json(stream: TextIO, name: str) -> Iterator[Any]:
    """Read the elements of a JSON list, or JSON values one after the other, without holding the whole file.

    A broken element is passed over if it can be told where the next one begins. Control characters inside a text are
    kept, as a NUL byte is in many an export.

    Args:
        stream: the text.
        name: the file's name, for the error.

    Yields:
        The elements of the list, or the values; or a `BrokenRow`: `no JSON`, `longer than 8 MiB`, `undecodable bytes`.

    Raises:
        ValueError: where the text is no JSON and no further element can be found, with the number of elements so far.
    """
    decoder = json.JSONDecoder(strict=False)
    buffer = stream.read(CHUNK).lstrip("\ufeff \t\r\n")
    in_list = buffer.startswith("[")
    start, count, complete = int(in_list), 0, False
    while True:
        start = _BETWEEN.match(buffer, start).end()
        if in_list and buffer[start : start + 1] == "]":
            _check_end(chain([buffer[start + 1 :]], iter(lambda: stream.read(CHUNK), "")), name, count)
            return
        value, end = _decode(decoder, buffer, start, complete, in_list)
        # A number at the end of the buffer may go on.
        if end is not None and (complete or end < len(buffer)):
            count += 1
            whole = end - start <= LONGEST
            yield _checked(value, buffer[start:end]) if whole else BrokenRow(printable(buffer[start:end]), TOO_LONG)
            start = end
        elif not complete and len(buffer) - start < LONGEST_READ:
            # Twice as much as is left, so that a long element is not tried once for every chunk.
            buffer = buffer[start:]
            chunk = stream.read(max(CHUNK, len(buffer)))
            buffer, start, complete = buffer + chunk, 0, not chunk
        elif start < len(buffer) or in_list:
            raise ValueError(f"path: {name!r} is no JSON after {count} elements. Is the file complete?")
        else:
            return


def _decode(
    decoder: json.JSONDecoder, buffer: str, start: int, complete: bool, in_list: bool
) -> tuple[Any, int | None]:
    """Return the element that begins at `start`, and where it ends: `None` if more text is needed to tell.

    An element that more text would not mend becomes a `BrokenRow` up to where the next one begins.
    """
    try:
        return decoder.raw_decode(buffer, start)
    except json.JSONDecodeError as error:
        # A text, a number or an escape that the end of the buffer cuts off is an error at the end or where it begins.
        broken = complete or (error.pos < len(buffer) - 16 and not error.msg.startswith("Unterminated"))
        found = (_NEXT_IN_LIST if in_list else _NEXT_LINE).search(buffer, error.pos) if broken else None
    except (ValueError, RecursionError):  # a number of thousands of digits, objects in objects without end
        found = (_NEXT_IN_LIST if in_list else _NEXT_LINE).search(buffer, start)
    if found is None:
        return None, None
    return BrokenRow(printable(buffer[start : found.end()].strip()), "no JSON"), found.end()


def _check_end(rest: Iterator[str], name: str, count: int) -> None:
    """Make sure that nothing but blanks stands below the end of a list: it would not be read."""
    if any(text.strip() for text in rest):
        raise ValueError(
            f"path: {name!r} goes on after the end of its list of {count} elements. A file holds one list, or one "
            "value a line: part it, or mend what stands there."
        )
