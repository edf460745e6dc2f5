"""MedDialog in its processed forms: JSON lists of utterances, and JSON objects with a case and a diagnosis."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal

from medtune.data.records import Record, Rejected, Turn
from medtune.data.sources._columns import as_text
from medtune.data.sources._files import find_files
from medtune.data.sources._rows import BrokenRow, read_rows
from medtune.recipe.schema import Section

_SPEAKERS = {"病人": "patient", "医生": "doctor", "patient": "patient", "doctor": "doctor"}


class Options(Section):
    """Keys of `source: meddialog_json`.

    Args:
        source: name of this reader.
        path: a .json or .jsonl file, a folder of them, a pattern, or a list of these.
        language: language of the dialogues.
    """

    source: Literal["meddialog_json"]
    path: str | list[str]
    language: Literal["zh", "en"] = "zh"


def read(path: str | list[str], language: str = "zh") -> Iterator[Record | Rejected]:
    """Read processed MedDialog files, one element after the other.

    - A list of utterances (`病人：…`, `医生：…`, `patient: …`) becomes a record of task `dialogue`: the description is
      what the patient first says, the reply what the doctor first says after it; there is no department.
    - An object with `medical_case`, `doctor_diagnosis`, `Department` becomes a record of task `triage`; its further
      keys go to `meta`.

    Args:
        path: a .json or .jsonl file, a folder of them, a pattern, or a list of these.
        language: `zh` or `en`.

    Yields:
        For every element a `Record`, or a `Rejected`: `utterance without speaker`, `no patient utterance`, `no medical
        case`, `neither dialogue nor case`, `undecodable bytes`, `no JSON`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if a .json file is no JSON.
    """
    for label, file in find_files(path, (".json", ".jsonl", ".ndjson")):
        for number, row in enumerate(read_rows(file), start=1):
            where = f"meddialog_json:{label}:{number}"
            if isinstance(row, BrokenRow):
                yield Rejected(where, "meddialog_json", row.reason, row.text)
                continue
            if isinstance(row, list):
                record = _dialogue(where, row, language)
            elif isinstance(row, dict):
                record = _case(where, row, language)
            else:
                record = "neither dialogue nor case"
            if isinstance(record, str):
                record = Rejected(where, "meddialog_json", record, json.dumps(row, ensure_ascii=False))
            yield record


def _dialogue(where: str, utterances: list, language: str) -> Record | str:
    turns = []
    for utterance in utterances:
        speaker, _, text = str(utterance).replace("：", ":", 1).partition(":")
        role = _SPEAKERS.get(speaker.strip().lower())
        if not role:
            return "utterance without speaker"
        if text.strip():
            turns.append(Turn(role, text.strip()))
    blocks = [(role, "\n".join(turn.text for turn in block)) for role, block in groupby(turns, lambda turn: turn.role)]
    first = next((i for i, (role, _) in enumerate(blocks) if role == "patient"), None)
    if first is None:
        return "no patient utterance"
    reply = blocks[first + 1][1] if first + 1 < len(blocks) else None
    return _record(where, language, "dialogue", blocks[first][1], reply, turns=turns)


def _case(where: str, row: dict[str, Any], language: str) -> Record | str:
    values = {key: text for key, value in row.items() if (text := as_text(value))}
    description = values.pop("medical_case", None)
    if not description:
        return "no medical case"
    reply, department = values.pop("doctor_diagnosis", None), values.pop("Department", None)
    return _record(where, language, "triage", description, reply, department=department, meta=values)


def _record(where: str, language: str, task: str, description: str, reply: str | None, **rest) -> Record:
    return Record(where, "meddialog_json", language, task, description=description, reply=reply, group=where, **rest)
