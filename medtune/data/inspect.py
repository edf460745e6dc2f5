"""What a raw file holds and which reader fits it: `medtune data inspect FILE`."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medtune.data.cleaning.anonymize import anonymize
from medtune.data.cleaning.mask import excerpt
from medtune.data.reader_choice import choose
from medtune.data.records import Record
from medtune.data.sources import read_source
from medtune.data.sources._columns import FIELDS
from medtune.data.sources._files import CHUNK, SourceFile, compression, detect_encoding, find_files, open_bytes
from medtune.data.sources._rows import (
    EXCEL,
    JSON_LINES,
    NO_EXCEL,
    NO_NAMES,
    SUFFIXES,
    BrokenRow,
    ending,
    on_disk,
    read_rows,
    seem_data,
)

_FORMATS = {".csv": "CSV", ".tsv": "TSV", ".json": "JSON", ".parquet": "Parquet", ".txt": "text"} | dict.fromkeys(
    JSON_LINES, "JSON Lines"
)
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 with BOM", "gb18030": "GB18030 (GBK, GB2312)"}
_MEDDIALOG = re.compile(rb"^(?:\xef\xbb\xbf)?id=\d+[ \t]*\r?$", re.MULTILINE)
_EXAMPLE = 40
"""Characters shown of a cell, masked."""


@dataclass
class Cells:
    """What the cells of one field are.

    Args:
        kinds: number of cells by type; empty ones are not counted.
        lengths: characters of each cell, as text.
        example: the beginning of the first cell, masked.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)
    example: str = ""

    def add(self, value: Any) -> None:
        """Count one cell."""
        if value is None or value == "" or value != value:
            return
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        self.kinds[_kind(value)] += 1
        self.lengths.append(len(text))
        self.example = self.example or excerpt(" ".join(text[: 10 * _EXAMPLE].split()), _EXAMPLE)


@dataclass
class Contents:
    """What a file holds.

    Args:
        label: its name, with as much of its folder as tells it from others.
        format: such as `JSON Lines`.
        packed: `gzip`, `zstd`, `zip` or nothing.
        encoding: of the text; none for Parquet.
        rows: rows looked at.
        complete: whether these are all.
        total: all rows where the file itself says how many, as Parquet does.
        fields: what the cells are, by column.
        broken: rows that cannot be read, by reason.
        problem: why reading stopped before the end.
        entry: an entry of `data.sources` that reads the file; none if no reader fits.
        why: what the choice rests on.
        records: what that entry makes of the rows: records by task and language, or rejected rows by reason.
        filled: records with a field, by field.
    """

    label: str
    format: str
    packed: str = ""
    encoding: str = ""
    rows: int = 0
    complete: bool = True
    total: int | None = None
    fields: dict[str, Cells] = field(default_factory=dict)
    broken: Counter[str] = field(default_factory=Counter)
    problem: str = ""
    entry: dict[str, Any] | None = None
    why: str = ""
    records: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)


def inspect_files(path: str, rows: int = 10_000) -> Iterator[Contents]:
    """Look into files.

    Args:
        path: a file, a folder, a pattern, or a zip file.
        rows: how many rows of each file are looked at.

    Yields:
        For each file its `Contents`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if a zip file is damaged or holds no data.
    """
    for label, file in find_files(path, (*SUFFIXES, ".txt")):
        yield _inspect(label, file, rows)


def _inspect(label: str, file: SourceFile, rows: int) -> Contents:
    suffix = ending(file)
    contents = Contents(label, _FORMATS.get(suffix, "unknown"))
    try:
        packed = [compression(file), "" if isinstance(file, Path) else "zip"]
        contents.packed = " in ".join(filter(None, packed))
        if suffix == ".parquet":
            contents.total = _parquet_rows(file)
        else:
            contents.encoding = _ENCODINGS[detect_encoding(file)]
        if suffix in SUFFIXES:
            seen = _look(contents, read_rows(file), rows)
            if suffix in (".csv", ".tsv") and _hold_data(contents.fields):
                _without_names(contents)
            else:
                contents.entry, contents.why = choose(seen, _lengths(contents.fields))
        elif _is_meddialog(file):
            contents.format, contents.why = "MedDialog's raw text", "lines id=NUMBER begin its consultations"
            contents.entry = {"source": "meddialog"}
        elif suffix in EXCEL:
            contents.format, contents.encoding, contents.why = "Excel", "", NO_EXCEL
        else:
            contents.why = f"only text with lines id=NUMBER (MedDialog) is read, and {', '.join(SUFFIXES)}"
    except (ValueError, OSError) as error:
        contents.problem = str(error)
    if contents.entry:
        # Members of a zip file are read through the zip file.
        contents.entry = {"source": contents.entry.pop("source"), "path": _path(file), **contents.entry}
        _try(contents, rows)
    return contents


def _path(file: SourceFile) -> str:
    return str(file) if isinstance(file, Path) else str(file.root.filename)


def _hold_data(names: Iterable[str]) -> bool:
    """Return whether what should be names of columns looks like a row, or names somebody."""
    return seem_data([*names]) or any(anonymize(name).spans for name in names)


def _lengths(fields: Mapping[str, Cells]) -> dict[str, float]:
    return {name: median(cells.lengths) if cells.kinds["text"] else 0 for name, cells in fields.items()}


def _parquet_rows(file: SourceFile) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with on_disk(file) as stream:
            return pq.ParquetFile(stream).metadata.num_rows
    except pa.ArrowException as error:
        raise ValueError(f"path: {str(file)!r} cannot be read as Parquet: {error}. Is it complete?") from error


def _is_meddialog(file: SourceFile) -> bool:
    with open_bytes(file) as stream:
        return _MEDDIALOG.search(stream.read(CHUNK)) is not None


def _look(contents: Contents, rows: Iterable[Any], limit: int) -> list[Any]:
    """Count the rows and their cells; return the first ones. What stops the reading is noted as the problem."""
    seen: list[Any] = []
    try:
        for row in rows:
            if contents.rows == limit:
                contents.complete = False
                break
            contents.rows += 1
            if isinstance(row, BrokenRow):
                contents.broken[row.reason] += 1
                continue
            if len(seen) < 200:
                seen.append(row)
            for name, value in row.items() if isinstance(row, dict) else [("(each element)", row)]:
                contents.fields.setdefault(str(name), Cells()).add(value)
    except (ValueError, OSError) as error:
        contents.problem, contents.complete = str(error), False
    return seen


def _kind(value: Any) -> str:
    if isinstance(value, list):
        kinds = {_kind(part) for part in value[:20]}
        return f"list of {kinds.pop() if len(kinds) == 1 else 'values'}" if value else "empty list"
    names = {str: "text", bool: "yes/no", int: "number", float: "number", dict: "object"}
    return names.get(type(value), type(value).__name__)


def _without_names(contents: Contents) -> None:
    """Call the columns by their numbers: what stands in the place of their names is some patient's."""
    contents.fields = {f"(column {number})": cells for number, cells in enumerate(contents.fields.values(), start=1)}
    contents.why = NO_NAMES


def _try(contents: Contents, rows: int) -> None:
    """Read the file with the chosen reader and count what comes out."""
    try:
        for result in islice(read_source(contents.entry), rows):
            if not isinstance(result, Record):
                contents.records[f"set aside: {result.reason}"] += 1
                continue
            contents.records[f"{result.task}, {result.language}"] += 1
            contents.filled.update(name for name in FIELDS if name not in ("id", "group") and getattr(result, name))
    except (ValueError, OSError) as error:
        contents.problem = contents.problem or str(error)


def inspect(path: str, rows: int = 10_000, console: Console | None = None) -> None:
    """Print what files hold, and the entries of `data.sources` that read them.

    Args:
        path: a file, a folder, a pattern, or a zip file.
        rows: how many rows of each file are looked at.
        console: where to print; the terminal by default.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: after everything is printed, if a file could not be read to its end.
    """
    console = console or Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    problems = []
    for contents in inspect_files(path, rows):
        _print(contents, console)
        problems += [contents.problem] if contents.problem else []
    if problems:
        raise ValueError("\n".join(problems))


def _print(contents: Contents, console: Console) -> None:
    how = ", ".join(
        filter(None, [contents.format, contents.encoding, contents.packed and f"packed: {contents.packed}"])
    )
    lines = [contents.label, f"  format   {how}"]
    if contents.fields or contents.broken:
        lines.append(f"  rows     {_rows(contents)}")
    lines += [f"           {count:,} cannot be read: {reason}" for reason, count in contents.broken.most_common()]
    console.print("\n".join(lines), markup=False, soft_wrap=True)
    if contents.fields:
        table = Table("field", "type", "filled", "characters (min, median, max)", "example, masked", box=None)
        for name, cells in contents.fields.items():
            kinds = " or ".join(kind for kind, _ in cells.kinds.most_common(3)) or "nothing"
            lengths = cells.lengths and f"{min(cells.lengths)}, {median(cells.lengths):.0f}, {max(cells.lengths)}"
            row = [name, kinds, f"{len(cells.lengths):,}", lengths or "", cells.example]
            table.add_row(*map(Text, row))
        console.print(Padding(table, (0, 0, 0, 1)))
    lines = [f"  reader   {contents.entry['source'] if contents.entry else 'none fits'}: {contents.why}"]
    if contents.problem and not contents.why:
        lines = []
    if contents.records:
        lines.append("  gives    " + "; ".join(f"{count:,} {what}" for what, count in contents.records.most_common()))
        lines.append(
            "           with " + ", ".join(f"{name} {count:,}" for name, count in contents.filled.most_common())
        )
    lines += [f"  problem  {contents.problem}"] if contents.problem else []
    if contents.entry:
        entry = yaml.safe_dump([contents.entry], allow_unicode=True, sort_keys=False, width=1000)
        lines += ["", "data:", "  sources:", *(f"    {line}" for line in entry.splitlines())]
        lines += ["    # `task: clean-data` has the same keys below `read`: - read: {source: …}"]
    console.print("\n".join([*lines, ""]), markup=False, soft_wrap=True)


def _rows(contents: Contents) -> str:
    if contents.total is not None:
        looked = "" if contents.complete else f", of which the first {contents.rows:,} were looked at"
        return f"{contents.total:,}{looked}"
    if contents.problem:
        return f"{contents.rows:,} before the problem below"
    return f"{contents.rows:,}" if contents.complete else f"more than {contents.rows:,}; only these were looked at"
