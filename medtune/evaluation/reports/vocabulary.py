"""What a tokenizer does not know of prepared data, on the terminal: `medtune vocabulary`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transformers import PreTrainedConfig

import medtune.models  # noqa: F401 (else the tokenizer of a BERPT checkpoint would be remote code)
from medtune.data.storage import PreparedData, write_text
from medtune.data.tokenizer_audit import COLUMNS, audit, table_rows
from medtune.data.unknown_characters import rows_of
from medtune.evaluation.reports.tables import print_summary

_TEXTS = ("description", "reply")
#: Of a joint checkpoint: what each part reads or writes, and where its tokenizer lies.
_JOINT = {"encoder": (("description",), ""), "decoder": (("reply",), "decoder_tokenizer")}


def vocabulary_report(
    tokenizer_name: str, data: str | Path, top: int = 50, json_file: str | Path | None = None
) -> dict[str, Any]:
    """Audit a tokenizer on the texts of a training split, and print what it does not know.

    Args:
        tokenizer_name: Hub id or path. Of a joint BERPT checkpoint both tokenizers are audited, the encoder's on the
            descriptions and the decoder's on the replies; any other one on both.
        data: folder written by `task: prepare-data`.
        top: unknown characters described.
        json_file: receives what is returned.

    Returns:
        The result of `audit`; of a joint checkpoint one for `encoder` and one for `decoder`.

    Raises:
        FileNotFoundError: there are no prepared data.
        ValueError: see `audit`.
    """
    table = PreparedData.open(data).split("train", _TEXTS)
    parts = _JOINT if _is_joint(tokenizer_name) else {"": (_TEXTS, "")}
    audits = {
        part: audit(tokenizer_name, rows_of(table, columns), top, subfolder)
        for part, (columns, subfolder) in parts.items()
    }
    result = audits if parts is _JOINT else audits[""]
    if json_file is not None:
        write_text(json_file, json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    for part, found in audits.items():
        whose = f"{part}, each {parts[part][0][0]}: " if part else ""
        _print(found, f"{whose}{tokenizer_name} on {data}")
    return result


def _is_joint(name: str) -> bool:
    """Tell whether a tokenizer is named by a checkpoint that holds two."""
    try:
        config, _ = PreTrainedConfig.get_config_dict(name)
    except (OSError, ValueError):  # a tokenizer alone; or nothing, as `audit` will say
        return False
    return config.get("model_type") == "berpt" and config.get("decoder") is not None


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
