"""Dialogues of several turns as CMtMedQA stores them: the last exchange in its own columns, the earlier ones in a list.

Source: Yang et al. 2024, Zhongjing: Enhancing the Chinese Medical Capabilities of Large Language Model through Expert
Feedback and Real-world Multi-turn Dialogue (AAAI).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import as_text
from medtune.data.sources._tables import TableOptions, others, read_records, tables

_USED = ("instruction", "input", "output", "history")


class Options(TableOptions):
    """Keys of `source: multi_turn`.

    Args:
        source: name of this reader.
        language: language of the dialogues.
    """

    source: Literal["multi_turn"]
    language: Literal["zh", "en"] = "zh"


def read(
    path: str | list[str],
    name: str | None = None,
    split: str | None = None,
    revision: str | None = None,
    language: str = "zh",
) -> Iterator[Record | Rejected]:
    """Read rows of `cate1, cate2, instruction, input, output, history`.

    `history` holds the earlier exchanges, pairs of what the patient said and what the doctor answered, or is empty;
    instruction and input together are what the patient said last, the output is the answer to it. All of them become
    the record's turns, in their order; description and reply are the first exchange, as in the other dialogues.

    Args:
        path: files or a data set, see `TableOptions`.
        name: configuration of the data set.
        split: split of the data set.
        revision: revision of the data set.
        language: `zh` or `en`.

    Yields:
        For every row a `Record` (task `dialogue`); `cate1`, `cate2` and further columns go to `meta`. Or a `Rejected`:
        `history that cannot be read`, `no patient utterance`, or a reason of `read_records`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if the question or `output` is missing from the whole file, or a file cannot be read.
    """
    needed = (("instruction", "input"), ("output",))
    for label, rows in tables(path, name, split, revision):
        yield from read_records("multi_turn", label, rows, _fields, needed, language, "dialogue")


def _fields(row: dict[str, Any]) -> dict[str, Any] | str:
    try:
        pairs = _pairs(row.get("history"))
    except (ValueError, TypeError):
        return "history that cannot be read"
    asked = filter(None, (as_text(row.get("instruction")), as_text(row.get("input"))))
    pairs.append(("\n".join(asked), as_text(row.get("output")) or ""))
    said = [(role, text) for pair in pairs for role, text in zip(("patient", "doctor"), pair, strict=True) if text]
    begin = next((place for place, (role, _) in enumerate(said) if role == "patient"), None)
    if begin is None:
        return "no patient utterance"
    answer = said[begin + 1][1] if begin + 1 < len(said) and said[begin + 1][0] == "doctor" else None
    turns = [{"role": role, "text": text} for role, text in said]
    return {"turns": turns, "description": said[begin][1], "reply": answer} | others(row, _USED)


def _pairs(history: Any) -> list[tuple[str, str]]:
    """Return the earlier exchanges from a list of pairs, or the JSON of one."""
    if isinstance(history, str):
        history = json.loads(history) if history.strip() else None
    pairs = []
    for asked, answered in history or []:
        if not all(text is None or isinstance(text, str) for text in (asked, answered)):
            raise ValueError("an utterance that is no text")
        pairs.append(((asked or "").strip(), (answered or "").strip()))
    return pairs
