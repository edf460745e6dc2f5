"""The triage table made from haodf.com: a consultation in one cell, with the numbers of its department and disease."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._files import find_files, open_text
from medtune.data.sources._rows import BrokenRow, read_rows
from medtune.recipe.schema import Section

_COLUMNS = ("label_i", "label_j", "content")


class Options(Section):
    """Keys of `source: haodf_triage`.

    Args:
        source: name of this reader.
        path: a .csv file with the columns label_i, label_j, content, a folder of them, a pattern, or a list.
        names: names of the departments: a list (number 0 first), a map from number to name, or a file with one name a
            line, a JSON list or a JSON object.
    """

    source: Literal["haodf_triage"]
    path: str | list[str]
    names: str | list[str] | dict[str, str] | None = None


def read(
    path: str | list[str], names: str | Sequence[str] | Mapping[str, str] | None = None
) -> Iterator[Record | Rejected]:
    """Read triage tables.

    The content is `age;disease;condition;title;help wanted`, and a `;` may stand inside the condition. HTML entities
    and backslash escapes of the export (`&#39;`, `\\n`) are resolved; a part `nan` is empty, age `-1` unknown.

    Args:
        path: a .csv file with the columns label_i, label_j, content, a folder of them, a pattern, or a list.
        names: names of the departments, see `Options`; without them a department is called by its number.

    Yields:
        For every row a `Record` (condition as description; `meta` has age, title, help_wanted, disease_label), or a
        `Rejected`: `undecodable bytes`, `unreadable row`, `wrong number of cells`, `content without its five parts`,
        `department without a name`.

    Raises:
        FileNotFoundError: if `path` or `names` names no file.
        ValueError: if a column is missing.
    """
    known = _read_names(names)
    for label, file in find_files(path, (".csv",)):
        for number, row in enumerate(read_rows(file), start=1):
            where = f"haodf_triage:{label}:{number}"
            if isinstance(row, BrokenRow):
                yield Rejected(where, "haodf_triage", row.reason, row.text)
                continue
            absent = [column for column in _COLUMNS if column not in row]
            if absent:
                raise ValueError(f"path: {str(file)!r} has no column {', '.join(absent)}; there are: {', '.join(row)}.")
            record = _record(where, row, known)
            text = f"{row['label_i']},{row['label_j']},{row['content']}"
            yield record if isinstance(record, Record) else Rejected(where, "haodf_triage", record, text)


def _record(where: str, row: dict[str, str], names: Mapping[str, str] | None) -> Record | str:
    department = row["label_i"].strip()
    if names is not None:
        if department not in names:
            return "department without a name"
        department = names[department]
    # Entities first: their own semicolons are no separators.
    content = html.unescape(row["content"]).replace("\\r", "").replace("\\n", "\n").replace("\\t", " ")
    parts = [_present(part) for part in content.split(";")]
    if len(parts) < 5:
        return "content without its five parts"
    age, disease, *condition, title, help_wanted = parts
    meta = {"age": None if age == "-1" else age, "title": title, "help_wanted": help_wanted}
    meta["disease_label"] = row["label_j"].strip()
    return Record(
        id=where,
        source="haodf_triage",
        language="zh",
        task="triage",
        description=";".join(filter(None, condition)) or None,
        disease=disease,
        department=department or None,
        group=where,
        meta={key: value for key, value in meta.items() if value},
    )


def _present(part: str) -> str | None:
    part = part.strip()
    return None if part in ("", "nan") else part


def _read_names(names: str | Sequence[str] | Mapping[str, str] | None) -> Mapping[str, str] | None:
    if isinstance(names, str):
        if not Path(names).is_file():
            raise FileNotFoundError(f"names: {names!r}: no file there. Give a file with one name a line, or a list.")
        with open_text(Path(names)) as stream:
            text = stream.read().strip()
        names = json.loads(text) if text[:1] in ("[", "{") else text.splitlines()
    if names is None or isinstance(names, Mapping):
        return names
    return {str(number): name.strip() for number, name in enumerate(names)}
