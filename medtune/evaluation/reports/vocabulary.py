"""What a tokenizer does not know of prepared data, on the terminal: `medtune vocabulary`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import medtune.models  # noqa: F401 (else the tokenizer of a BERPT checkpoint would be remote code)
from medtune.data.storage import PreparedData, write_text
from medtune.data.tokenizer_audit import COLUMNS, audit, table_rows
from medtune.data.unknown_characters import rows_of
from medtune.evaluation.reports.tables import print_summary

_TEXTS = ("description", "reply")


def vocabulary_report(
    tokenizer_name: str, data: str | Path, top: int = 50, json_file: str | Path | None = None
) -> dict[str, Any]:
    """Audit a tokenizer on the descriptions and replies of a training split, and print what it does not know.

    Args:
        tokenizer_name: Hub id or path.
        data: folder written by `task: prepare-data`.
        top: unknown characters described.
        json_file: receives the result of `audit`.

    Returns:
        The result of `audit`.

    Raises:
        FileNotFoundError: there are no prepared data.
        ValueError: see `audit`.
    """
    found = audit(tokenizer_name, rows_of(PreparedData.open(data).split("train", _TEXTS), _TEXTS), top)
    if json_file is not None:
        write_text(json_file, json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    _print(found, f"{tokenizer_name} on {data}")
    return found


def _print(found: dict[str, Any], title: str) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    print_summary({name: value for name, value in found.items() if not isinstance(value, dict | list)}, title, console)
    if not found["unknown_characters"]:
        return
    kinds = ", ".join(f"{kind} {times:,}" for kind, times in found["kinds"].items())
    table = Table(title="Unknown characters", title_justify="left", caption=f"all occurrences: {kinds}")
    for name in COLUMNS:
        table.add_column(name, justify="right" if name in ("times", "rows") else "left")
    for row in table_rows(found):
        table.add_row(*map(escape, row))
    console.print(table)
