"""Tables as files: CSV that a spreadsheet program opens safely, JSON Lines and Parquet."""

from __future__ import annotations

import csv
import io
import json
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from medtune.data.sources._files import detect_encoding
from medtune.data.sources._rows import BrokenRow, read_rows

WRITABLE = (".csv", ".jsonl", ".parquet")
READABLE = (".csv", ".tsv", ".txt", ".jsonl", ".parquet")
_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")
_TYPES = {str: "string", int: "int64"}


def guard(text: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula: with `'` before it, if need be.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguard(text: str) -> str:
    """Undo `guard`."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def write_table(
    path: str | Path,
    columns: Mapping[str, type],
    rows: Sequence[Mapping[str, Any]],
    new: bool = False,
    blanks: Mapping[str, str] | None = None,
) -> None:
    """Write a table, readable by its owner alone; it appears under its name only when it is whole.

    Args:
        path: .csv (UTF-8 with a mark, as spreadsheet programs want it), .jsonl or .parquet.
        columns: `str` or `int` by name, in their order.
        rows: values by column; `None` is an empty cell.
        new: whether a file that exists is left alone: somebody may have filled it in.
        blanks: by column, what stands for `None` in a CSV file; nothing by default.

    Raises:
        ValueError: the ending is another one.
        FileExistsError: the file exists, and is to be new.
    """
    path = Path(path)
    if path.suffix.lower() not in WRITABLE:
        raise ValueError(f"{path}: the ending tells the format; {', '.join(WRITABLE)} can be written")
    if new and path.exists():
        raise FileExistsError(f"{path} exists and may be filled in; delete it or choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(_encoded(path.suffix.lower(), columns, rows, blanks or {}))
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _encoded(
    suffix: str, columns: Mapping[str, type], rows: Sequence[Mapping[str, Any]], blanks: Mapping[str, str]
) -> bytes:
    if suffix == ".jsonl":
        lines = [json.dumps({name: row.get(name) for name in columns}, ensure_ascii=False) for row in rows]
        return "".join(f"{line}\n" for line in lines).encode()
    if suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = pa.schema([pa.field(name, _TYPES[kind]) for name, kind in columns.items()])
        buffer = io.BytesIO()
        pq.write_table(pa.Table.from_pylist([{n: row.get(n) for n in columns} for row in rows], schema), buffer)
        return buffer.getvalue()
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        cells = (blanks.get(name, "") if (value := row.get(name)) is None else value for name in columns)
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def read_table(path: str | Path) -> list[tuple[int, dict[str, Any]]]:
    """Read a table that a person or a program filled in.

    Spreadsheet programs save CSV in their own ways: with commas, semicolons or tabs, in UTF-8, UTF-16 or GB18030.

    Args:
        path: .csv, .tsv, .txt (with tabs), .jsonl or .parquet.

    Returns:
        Line in the file (number of the row, for Parquet), and its values by column; all text in a CSV file.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file is none of these, or cannot be read.
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file")
    if path.suffix.lower() not in READABLE:
        fix = "; save a spreadsheet as CSV (UTF-8)" if path.suffix.lower() in (".xlsx", ".xls", ".ods") else ""
        raise ValueError(f"{path}: {', '.join(READABLE)} can be read{fix}")
    if path.suffix.lower() not in (".jsonl", ".parquet"):
        return _read_csv(path)
    rows = []
    for number, row in enumerate(read_rows(path), start=1):
        if isinstance(row, BrokenRow) or not isinstance(row, dict):
            raise ValueError(f"{path}, row {number}: {getattr(row, 'reason', 'no JSON object')}")
        rows.append((number, row))
    return rows


def _read_csv(path: Path) -> list[tuple[int, dict[str, str]]]:
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else detect_encoding(path)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ValueError(f"{path}, line {line}: undecodable bytes; save the file as CSV (UTF-8)") from error
    header_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        header = [name.strip() for name in next(reader, [])]
        line = reader.line_num  # where the last row ended: a cell may hold several lines
        for cells in reader:
            first, line = line + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if any(cell.strip() for cell in cells[len(header) :]):
                raise ValueError(f"{path}, line {first}: more cells than columns")
            padded = [*cells, *[""] * (len(header) - len(cells))]
            rows.append((first, dict(zip(header, map(unguard, padded), strict=False))))
    except csv.Error as error:
        raise ValueError(f"{path}, line {reader.line_num}: {error}") from error
    return rows
