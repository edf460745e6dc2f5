"""From rows with columns of any name to records, by a map that the recipe gives."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from medtune.data.records import Record, Rejected, Turn
from medtune.data.sources._rows import NO_NAMES, BrokenRow, seem_data
from medtune.recipe.schema import Section

FIELDS = tuple(f.name for f in fields(Record) if f.name not in ("source", "language", "task", "meta"))
_ROLES = {"patient": "patient", "user": "patient", "human": "patient", "病人": "patient", "患者": "patient"} | {
    "doctor": "doctor", "assistant": "doctor", "gpt": "doctor", "医生": "doctor"
}  # fmt: skip


def _check_columns(columns: dict[str, str]) -> dict[str, str]:
    wrong = [key for key in columns if key not in FIELDS and not (key.startswith("meta.") and len(key) > 5)]
    if wrong or not columns:
        what = f"{', '.join(map(repr, wrong))} is no field of a record" if wrong else "no column is named"
        raise ValueError(f"{what}; allowed: {', '.join(FIELDS)} and meta.NAME, each with the name of its column")
    return columns


class ColumnOptions(Section):
    """What every reader with a column map takes.

    Args:
        columns: name of the column for each field of the record: `description: ask`, `meta.title: title`.
        language: language of the rows.
        task: what the rows are for.
        keep_other_columns: whether columns that `columns` leaves out go to `meta` under their own names.
    """

    columns: Annotated[dict[str, str], AfterValidator(_check_columns)]
    language: Literal["zh", "en"] = "zh"
    task: Literal["triage", "summary", "question-answer", "dialogue", "instruction"] = Field(default="triage")
    keep_other_columns: bool = False


def map_rows(
    rows: Iterable[Any],
    source: str,
    label: str,
    columns: Mapping[str, str],
    language: str,
    task: str,
    keep_other_columns: bool = False,
    sparse: bool = False,
) -> Iterator[Record | Rejected]:
    """Turn rows into records.

    Args:
        rows: dictionaries by column name, or `BrokenRow`s.
        source: name of the reader.
        label: name of the file, part of the id.
        columns: name of the column for each field, see `ColumnOptions`.
        language: see `ColumnOptions`.
        task: see `ColumnOptions`.
        keep_other_columns: see `ColumnOptions`.
        sparse: whether a row may lack columns that others have, as in JSON.

    Yields:
        For each row a `Record`, or a `Rejected`: `undecodable bytes`, `unreadable row`, `wrong number of cells`,
        `no JSON`, `no object`, `turns that cannot be read`, `empty row`. The id is `source:label:number`; a
        mapped id takes the place of the number and must be unique in the data.

    Raises:
        ValueError: if a column that `columns` names is missing, with `sparse` from all rows.
    """
    known: dict[str, None] = {}
    used = set(columns.values())
    for where, row in objects(rows, source, label):
        if isinstance(row, Rejected):
            yield row
            continue
        if (not known or sparse) and not row.keys() <= known.keys():
            known.update(dict.fromkeys(row))
        if not sparse:
            _check_known(columns, known, label)
        values = {key: row.get(column) for key, column in columns.items()}
        if keep_other_columns:
            values |= {f"meta.{column}": value for column, value in row.items() if column not in used}
        record = build_record(values, where, source, label, language, task)
        yield record if isinstance(record, Record) else Rejected(where, source, record, as_json(row))
    if known:
        _check_known(columns, known, label)


def objects(rows: Iterable[Any], source: str, label: str) -> Iterator[tuple[str, dict | Rejected]]:
    """Yield each row with its id, `source:label:number`; one that is broken or no object as a `Rejected`.

    Args:
        rows: dictionaries by column name, or `BrokenRow`s.
        source: name of the reader.
        label: name of the file.
    """
    for number, row in enumerate(rows, start=1):
        where = f"{source}:{label}:{number}"
        if isinstance(row, BrokenRow):
            yield where, Rejected(where, source, row.reason, row.text)
        elif isinstance(row, dict):
            yield where, row
        else:
            yield where, Rejected(where, source, "no object", as_json(row))


def _check_known(columns: Mapping[str, str], known: Mapping[str, None], label: str) -> None:
    missing = [column for column in columns.values() if column not in known]
    if missing:
        names = ", ".join(map(repr, missing))
        raise ValueError(f"columns: {label} has no column {names}. {there_are(known)}.")


def there_are(known: Iterable[str]) -> str:
    """Return which columns there are, for a message; not what is no name of a column but some patient's data."""
    names = [*known]
    return f"But {NO_NAMES}" if seem_data(names) else f"Its columns are {', '.join(map(repr, names))}"


def build_record(values: dict, where: str, source: str, label: str, language: str, task: str) -> Record | str:
    """Return the record of a row, or the reason why there is none.

    Args:
        values: what stands in the row, by field of the record or `meta.NAME`.
        where: the record's id, unless `values` has one.
        source: name of the reader.
        label: name of the file, part of the id.
        language: see `ColumnOptions`.
        task: see `ColumnOptions`.
    """
    try:
        turns = read_turns(values.pop("turns", None))
    except (ValueError, TypeError, KeyError, AttributeError):
        return "turns that cannot be read"
    plain: dict[str, str] = {}
    meta: dict[str, str] = {}
    for key, value in values.items():
        text = value.strip() if isinstance(value, str) else as_text(value)
        if not text:
            continue
        if key[:5] == "meta.":
            meta[key.removeprefix("meta.")] = text
        else:
            plain[key] = text
    if not plain and not meta and not turns:
        return "empty row"
    if "id" in plain:
        where = f"{source}:{label}:{plain.pop('id')}"
    plain.setdefault("group", where)
    return Record(where, source, language, task, turns=turns, meta=meta, **plain)


def as_text(value: Any) -> str | None:
    """Return a cell as text: none for what is missing (also NaN), JSON for lists and objects."""
    if value is None or value != value:
        return None
    if isinstance(value, str):
        return value.strip() or None
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (dict, list)) else str(value)


def read_turns(value: Any) -> list[Turn]:
    """Return a dialogue from the forms in which it is stored: `role`/`text`, `role`/`content`, `from`/`value`.

    Args:
        value: a list of objects, or its JSON; patients are also called user or human, doctors assistant or gpt.

    Raises:
        ValueError: if it is none of these (also a KeyError, TypeError or AttributeError, as it happens).
    """
    if value is None:
        return []
    if isinstance(value, str):
        value = json.loads(value) if value.strip() else None
    turns = []
    for turn in value or []:
        text = next((turn[key] for key in ("text", "content", "value") if key in turn), None)
        if not isinstance(text, str):
            raise ValueError("a turn without text")
        turns.append(Turn(_ROLES[turn.get("role", turn.get("from"))], text.strip()))
    return turns


def as_json(row: Any) -> str:
    """Return a row as text, for keeping it aside."""
    return json.dumps(row, ensure_ascii=False, default=str)
