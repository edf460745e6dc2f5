"""Rows from a user's file, answers into another: streaming, resumable, a bad row reported and the rest done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from medtune.data.sources import _rows as tables
from medtune.data.sources._files import open_text, undecodable

TABLES = (".csv", ".tsv", ".parquet")
READABLE = (".jsonl", *TABLES, ".txt")
WRITABLE = (".jsonl", ".ndjson")
UNDECODABLE = "undecodable bytes"
TEXT_FIELDS = ("description", "text")


@dataclass(frozen=True, slots=True)
class Row:
    """One row to answer.

    Args:
        id: the file's `id`, or the row's number from 1.
        text: what the patient wrote; empty if the row is bad.
        error: why it cannot be answered.
        values: all fields that the file has for it.
    """

    id: str
    text: str
    error: str = ""
    values: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def read_rows(path: Path, fields: Sequence[str] = TEXT_FIELDS) -> Iterator[Row]:
    """Read descriptions from a file.

    Text files may be in UTF-8 or GB18030, as Excel saves a `.csv` on a Chinese Windows.

    Args:
        path: `.jsonl`, `.csv`, `.tsv` or `.parquet` with a field `description` (or `text`) and optionally `id`;
            `.txt` with one description a line.
        fields: where the text may be, the first that a row has.

    Raises:
        ValueError: the file's kind is not known, or its columns hold no description.
        FileNotFoundError: there is no such file.
    """
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        raise ValueError(f"{path}: cannot read {suffix or 'a file without an ending'}; use {', '.join(READABLE)}")
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file")
    values = _lines(path) if suffix == ".txt" else tables.read_rows(path)
    for number, value in enumerate(values, start=1):
        if suffix in TABLES and isinstance(value, dict) and not set(fields) & set(value):
            columns = ", ".join(map(str, value))
            raise ValueError(f"{path}: columns {columns}; one must be called {' or '.join(fields)}")
        yield _row(number, value, fields)


def _lines(path: Path) -> Iterator[dict[str, str] | tables.BrokenRow]:
    with open_text(path) as lines:
        for line in lines:
            text = line.rstrip("\r\n")
            yield tables.BrokenRow("", UNDECODABLE) if undecodable(text) else {"text": text}


def _row(number: int, value: Any, fields: Sequence[str]) -> Row:
    if isinstance(value, tables.BrokenRow):
        return Row(str(number), "", value.reason)
    if not isinstance(value, dict):
        return Row(str(number), "", f"a {type(value).__name__}, no JSON object")
    name = str(number) if value.get("id") in (None, "") else str(value["id"])
    given = [value[key] for key in fields if value.get(key) is not None]
    text = next((one for one in given if one != ""), given[0] if given else None)
    reason = unanswerable(text, fields)
    return Row(name, "", reason) if reason else Row(name, text.strip(), values=value)


def unanswerable(text: Any, fields: Sequence[str] = TEXT_FIELDS) -> str:
    """Say why something is no description; an empty string if it is one."""
    if text is None:
        return f"no field {' or '.join(fields)}"
    if not isinstance(text, str):
        return f"the description is of type {type(text).__name__}, no text"
    if undecodable(text):
        return UNDECODABLE
    return "" if text.strip() else "the description is empty"


def check_output(output: Path) -> None:
    """Raise ValueError unless a file is called what the answers are, JSON Lines."""
    if output.suffix.lower() not in WRITABLE:
        raise ValueError(f"{output}: answers are written as JSON Lines; give an output that ends in .jsonl")


def claim_output(output: Path, made_from: dict[str, str]) -> None:
    """Note what an output is made from, or make sure that an unfinished one was begun from the same.

    Args:
        output: the file with the answers.
        made_from: fingerprints by what they are of.

    Raises:
        ValueError: the output was made from something else, or nothing says from what.
    """
    note = output.with_name(f"{output.name}.made_from.json")
    if output.is_file() and output.stat().st_size:
        before = json.loads(note.read_text(encoding="utf-8")) if note.is_file() else {}
        if changed := [name for name, value in made_from.items() if before.get(name) != value]:
            raise ValueError(
                f"{output} holds answers that were made from another {' and '.join(changed)}; delete it, or give "
                "another output"
            )
    output.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps(made_from, indent=2) + "\n", encoding="utf-8")


def answer_file(
    rows: Iterable[Row], output: Path, answer: Callable[[list[Row]], list[dict]], chunk: int
) -> tuple[int, int, int]:
    """Answer rows in chunks and append them to a JSON Lines file, going on where an earlier call was stopped.

    Args:
        rows: the rows, in the same order at every call.
        output: receives one line a row, `{"id": …, …answer}` or `{"id": …, "error": …}`.
        answer: answers rows.
        chunk: rows between two writes; what an interruption loses at most.

    Returns:
        Rows answered, rows that could not be, and rows found done.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    done = _complete_lines(output)
    answered = failed = 0
    remaining = islice(rows, done, None)
    with output.open("a", encoding="utf-8") as lines:
        while part := list(islice(remaining, chunk)):
            good = [row for row in part if not row.error]
            answers = dict(zip(good, answer(good), strict=True)) if good else {}
            for row in part:
                line = {"id": row.id} | answers.get(row, {"error": row.error})
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
            lines.flush()
            answered, failed = answered + len(good), failed + len(part) - len(good)
    return answered, failed, done


def _complete_lines(path: Path) -> int:
    """Count the lines of an unfinished output, and cut off a last one that was not written to its end."""
    if not path.is_file():
        return 0
    text = path.read_bytes()
    whole = text.rfind(b"\n") + 1
    if whole < len(text):
        with path.open("r+b") as file:
            file.truncate(whole)
    return text.count(b"\n")
