"""The card's part about a merged model: what it stands on, and how it was checked."""

from __future__ import annotations

from typing import Any

from medtune.evaluation.reports.tables import escape_markdown, markdown_table
from medtune.hub.card_text import short

_COLUMNS = {"step": "Step", "kind": "Kind", "weights": "Weights", "data": "Data", "recipe": "Recipe"}


def bases_of(steps: list[dict[str, Any]]) -> list[str]:
    """Return the Hub id of the model that all began with, if it has one."""
    return [steps[0]["name"]] if steps and "/" in steps[0]["name"] else []


def lineage_section(steps: list[dict[str, Any]]) -> str:
    """Return what the model stands on: `base → A → CrossLa → B → MulMed`, each with its hash and its data.

    Args:
        steps: from `lineage.json`.
    """
    rows = [
        {
            "step": step["name"],
            "kind": {"base": "base", "adapter": "LoRA adapter", "merged": "merged model"}[step["kind"]],
            "weights": short(step["weights"]),
            "data": ", ".join(f"{name} {short(value)}" for name, value in step.get("data", {}).items()),
            "recipe": short(step.get("recipe", "")),
        }
        for step in steps
    ]
    line = " → ".join(escape_markdown(step["name"]) for step in steps)
    note = "First digits of xxh3-128: of the weights, of the data that were trained on, of the resolved recipe."
    return f"## Lineage\n\n{line}\n\n{markdown_table(rows, _COLUMNS)}\n\n{note} `lineage.json` has them in full."


def verification_section(step: dict[str, Any]) -> str:
    """Return how a merged model was checked.

    Args:
        step: the last one of `lineage.json`.
    """
    found = step["verification"]
    return (
        "## Verification of the merge\n\n"
        f"Read from disk again after the merge: {found['changed']} tensors changed, the other {found['unchanged']} are "
        f"the base's byte for byte. Against base + adapter in fp32, on {found['positions']:,} tokens of "
        f"{found['prompts']} prompts, the mean KL divergence is {found['mean_kl']:.2g} nats (largest "
        f"{found['largest_kl']:.2g}); the most likely token is the same at {found['argmax']:.2%} of them, and at "
        f"{found['decided_argmax']:.2%} of the {found['decided']:,} where the two best tokens lie further apart "
        "than rounding reaches."
    )
