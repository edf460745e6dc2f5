"""Which reader fits the rows of a file, and a draft of an entry of `data.sources` for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from medtune.data.sources._language import language_of

Choice = tuple[dict[str, Any] | None, str]
"""An entry of `data.sources` without its path, `None` if no reader fits; and what the choice rests on."""

_UTTERANCE = re.compile(r"(病人|医生|[Pp]atient|[Dd]octor)\s*[：:]")

# Columns of other names that say what they hold, for a first draft of `source: table`. The Chinese words may also be
# a part of the name.
_GUESSES = {
    "description": (
        *("description", "question", "ask", "query", "input", "complaint", "chief_complaint"),
        *("主诉", "病情描述", "咨询内容", "问题", "提问", "现病史"),
    ),
    "reply": (
        *("reply", "answer", "response", "output", "advice"),
        *("医生回复", "回复", "回答", "答案", "处理意见", "诊疗意见", "医嘱", "建议"),
    ),
    "department": ("department", "dept", "科室", "科别"),
    "disease": ("disease", "diagnosis", "疾病", "诊断"),
    "turns": ("turns", "conversations", "conversation", "messages", "dialogue"),
    "instruction": ("instruction",),
    "group": (
        *("patient_id", "patient", "dialogue_id", "visit_id"),
        *("患者编号", "患者id", "病人id", "病历号", "病案号", "门诊号", "住院号", "就诊号", "登记号"),
    ),
}


def choose(rows: list[Any], lengths: Mapping[str, float]) -> Choice:
    """Return the entry of `data.sources` that fits rows.

    Args:
        rows: the first ones of a file.
        lengths: median length of the cells of each column, 0 where they are no texts.
    """
    lists = [row for row in rows if isinstance(row, list)]
    if lists:
        return _of_lists(lists)
    rows = [row for row in rows if isinstance(row, dict)]
    if not rows:
        return None, "no row could be read"
    for source, fits in _READERS.items():
        if fits(set(lengths), rows):
            entry = {"source": source}
            if source in ("multi_turn", "meddialog_json") and _language(rows) == "en":
                entry["language"] = "en"  # the default is zh
            return entry, f"its columns {', '.join(lengths)}"
    return _table(rows, lengths)


def _of_lists(rows: list[list]) -> Choice:
    texts = [text for row in rows for text in row if isinstance(text, str)]
    if texts and sum(bool(_UTTERANCE.match(text)) for text in texts) > len(texts) / 2:
        return {"source": "meddialog_json", "language": language_of(*texts[:5])}, "lists of utterances"
    if any(isinstance(part, dict) for row in rows for part in row):
        return None, "a row is a list of objects and not one object; a file of one list is called .json, not .jsonl"
    return None, "its rows are lists, but not of utterances that begin with their speaker"


def _table(rows: list[dict], lengths: Mapping[str, float]) -> Choice:
    """Return a draft of an entry for a file that no reader was made for."""
    columns: dict[str, str] = {}
    for key, guesses in _GUESSES.items():
        if found := _called([name for name in lengths if name not in columns.values()], (key, *guesses)):
            columns[key] = found
    if not set(columns) & {"description", "turns", "instruction"}:
        free = {name: length for name, length in lengths.items() if length and name not in columns.values()}
        if not free:
            return None, _no_text(rows)
        columns["description"] = max(free, key=free.get)
    entry = {"source": "table", "language": _language(rows), "columns": columns}
    if "department" not in columns:
        entry["task"] = "dialogue" if "turns" in columns else "question-answer"
    return entry, "no reader was made for these columns; the map is a guess by their names, please check it"


def _called(names: list[str], guesses: tuple[str, ...]) -> str | None:
    """Return the column that has one of the names, or that holds a Chinese one."""
    lower = {name.lower(): name for name in names}
    exact = next((lower[guess] for guess in guesses if guess in lower), None)
    parts = ((guess, name) for guess in guesses if not guess.isascii() for name in lower)
    return exact or next((lower[name] for guess, name in parts if guess in name), None)


def _no_text(rows: list[dict]) -> str:
    for name, value in rows[0].items():
        if len(rows) == 1 and isinstance(value, list) and any(isinstance(part, dict) for part in value):
            return f"it is one object whose rows stand below {name!r}: save that list as a file of its own"
    return "none of its columns is free text"


def _language(rows: list[dict]) -> str:
    votes = Counter(
        language_of(value) for row in rows for value in row.values() if isinstance(value, str) and len(value) > 10
    )
    return votes.most_common(1)[0][0] if votes else "en"


def _asks_doctor(rows: list[dict]) -> bool:
    """Return whether the instructions ask for a doctor's answer, as HealthCareMagic's do."""
    return sum("doctor" in str(row.get("instruction")).lower() for row in rows) > len(rows) / 2


_READERS: Mapping[str, Callable[[set[str], list[dict]], bool]] = {
    "haodf_triage": lambda names, rows: {"label_i", "label_j", "content"} <= names,
    "toyhom": lambda names, rows: {"department", "title", "ask", "answer"} <= names,
    "meddialog_json": lambda names, rows: "medical_case" in names,
    "icliniq": lambda names, rows: {"input", "answer_icliniq"} <= names or names == {"input", "output"},
    "multi_turn": lambda names, rows: "output" in names and bool({"history", "cate1"} & names),
    "healthcaremagic": lambda names, rows: {"instruction", "input", "output"} <= names and _asks_doctor(rows),
    "alpaca": lambda names, rows: {"instruction", "output"} <= names,
    "lay_summaries": lambda names, rows: bool({"article", "abstract"} & names and {"lay_summary", "summary"} & names),
}
