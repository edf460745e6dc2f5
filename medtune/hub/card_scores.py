"""The card's part about an evaluation: the model beside the systems that it was compared with, by `task: evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from medtune.evaluation.reports.tables import markdown_table, with_interval
from medtune.evaluation.system_scores import LANGUAGES, SCORES

#: Signatures of scores that only the report shows.
_NOT_SHOWN = ("length|", "repetition|")


def scores_section(evaluation: str | Path) -> str:
    """Return the scores of all systems, a table for each language, with the signatures that make figures comparable.

    Args:
        evaluation: `output_dir` of the evaluation. No text of its rows reaches the card.

    Raises:
        FileNotFoundError: it holds no report.
        ValueError: the report is one of another task, or damaged.
    """
    file = Path(evaluation) / "report.json"
    if not file.is_file():
        raise FileNotFoundError(f"{file} does not exist; name the output_dir of a finished `task: evaluate`")
    try:
        scores = json.loads(file.read_text(encoding="utf-8"))["scores"]
        parts = [_language(name, scores, language) for language, name in LANGUAGES.items()]
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{file} is no report of `task: evaluate`; name the output_dir of one") from error
    explained = (
        "Mean over the questions, BLEU and distinct-n over all of them together, with 95 % bootstrap intervals over "
        "the questions. An answer may be good and far from "
        "what one doctor wrote: the scores measure likeness, not truth."
    )
    return "\n\n".join([f"## Beside other systems, on the same questions\n\n{explained}", *filter(None, parts)])


def _language(name: str, scores: dict[str, Any], language: str) -> str:
    systems = [one for one in scores["systems"] if one["language"] == language]
    if not systems:
        return ""
    rows = [
        {"System": one["system"], "Rows": f"{one['rows']:,}"}
        | {heading: with_interval(one["scores"][key], one["intervals"][key], form) for key, heading, form in SCORES}
        for one in systems
    ]
    told = [one for one in scores["signatures"][language] if not one.startswith(_NOT_SHOWN)]
    signatures = "\n".join(f"- `{signature}`" for signature in told)
    return f"### {name}\n\n{markdown_table(rows, list(rows[0]), right=list(rows[0])[1:])}\n\n{signatures}"
