"""Toyhom's Chinese medical dialogues: one question with its answer in a row, files in GB18030 by department."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._columns import map_rows
from medtune.data.sources._files import find_files
from medtune.data.sources._rows import read_rows
from medtune.recipe.schema import Section

_COLUMNS = {"department": "department", "meta.title": "title", "description": "ask", "reply": "answer"}


class Options(Section):
    """Keys of `source: toyhom`.

    Args:
        source: name of this reader.
        path: a .csv file with the columns department, title, ask, answer, a folder of them, a pattern, or a list.
    """

    source: Literal["toyhom"]
    path: str | list[str]


def read(path: str | list[str]) -> Iterator[Record | Rejected]:
    """Read Toyhom's tables. Where nothing was asked (empty or 无), the title is the description.

    Args:
        path: a .csv file with the columns department, title, ask, answer, a folder of them, a pattern, or a list.

    Yields:
        For every row a `Record` with department, description, reply and `meta["title"]`, or a `Rejected` with a
        reason of `map_rows` or `no question`.

    Raises:
        FileNotFoundError: if `path` names no file.
        ValueError: if a column is missing.
    """
    for label, file in find_files(path, (".csv",)):
        for record in map_rows(read_rows(file), "toyhom", label, _COLUMNS, language="zh", task="triage"):
            if isinstance(record, Record) and record.description in (None, "无"):
                record.description = record.meta.get("title")
                if record.description in (None, "无"):
                    text = "\t".join(filter(None, (record.department, record.reply)))
                    record = Rejected(record.id, "toyhom", "no question", text)
            yield record
