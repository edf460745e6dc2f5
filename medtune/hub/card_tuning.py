"""The card's part about an instruction tuning: what was learnt, what was forgotten, and how the vocabulary grew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from medtune.evaluation.reports.tables import markdown_table

#: Fields of an instruction tuning that are told beside those of its `training`.
_FIELDS = {
    "lora": ("targets", "rank", "alpha", "dropout", "rslora", "dora", "modules_to_save"),
    "quantization": ("kind", "double"),
    "data": ("cutoff", "loss_on", "packing"),
    "prompts": ("system",),
}
_COLUMNS = {"rows": "Held-out rows", "before": "Loss before", "after": "Loss after", "change": "Change"}


def losses_section(run: Mapping[str, Any], metrics: Mapping[str, Any]) -> list[str]:
    """Return the section of the losses before and after; nothing where they were not measured.

    Args:
        run: `run.json`; its recipe names the general instructions.
        metrics: `metrics.json`.
    """
    pairs = {
        "of its own data": ("before_loss", "eval_loss"),
        f"general instructions ({_general(run)})": ("general_before_loss", "general_loss"),
    }
    rows = [
        {"rows": name, **_compared(metrics[before], metrics[after])}
        for name, (before, after) in pairs.items()
        if before in metrics and after in metrics
    ]
    if not rows:
        return []
    text = "The loss of the answers, in nats a token, of the model that this step began with and of this one."
    if "general_loss" in metrics:
        text += " Where it rises on general instructions, the step has cost what the model could do before."
    return [f"## Before and after\n\n{text}\n\n{markdown_table(rows, _COLUMNS)}"]


def tuning_fields(recipe: Mapping[str, Any]) -> dict[str, str]:
    """Return how an instruction tuning was set up, by dotted key; nothing of another task.

    Args:
        recipe: resolved. What is not set, and every path, is left out.
    """
    if recipe["task"] != "instruction-tuning":
        return {}
    found = {"global_batch_size": recipe.get("global_batch_size")}
    for section, fields in _FIELDS.items():
        values = recipe.get(section) or {}
        found |= {f"{section}.{name}": values.get(name) for name in fields}
    return {
        name: ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in found.items()
        if value not in (None, False, [])
    }


def _compared(before: float, after: float) -> dict[str, str]:
    return {"before": f"{before:.3f}", "after": f"{after:.3f}", "change": f"{after - before:+.3f}"}


def _general(run: Mapping[str, Any]) -> str:
    sources = (run.get("recipe", {}).get("forgetting") or {}).get("sources", [])
    paths = [source.get("path") or (source.get("read") or {}).get("path") for source in sources]
    listed = [one for path in paths for one in (path if isinstance(path, list) else [path]) if one]
    return ", ".join(dict.fromkeys(Path(one).name for one in listed)) or "unnamed"


def vocabulary_section(metrics: Mapping[str, Any]) -> list[str]:
    """Return the section of a vocabulary that grew; nothing of one that did not.

    Args:
        metrics: `metrics.json`.
    """
    if "vocabulary_after" not in metrics:
        return []
    before, after = metrics["vocabulary_before"], metrics["vocabulary_after"]
    text = (
        f"{after - before:,} Chinese pieces have joined the {before:,} of the model that this step began with: "
        f"{after:,} now. Their embeddings were trained with the adapter and are part of the weights."
    )
    if "tokens_per_chinese_character_after" in metrics:
        text += (
            f" A Chinese character of the training answers takes {metrics['tokens_per_chinese_character_after']:.2f} "
            f"tokens; before, it took {metrics['tokens_per_chinese_character_before']:.2f}."
        )
    return [f"## Vocabulary\n\n{text}"]
