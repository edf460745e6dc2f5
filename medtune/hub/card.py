"""The model card of a run: what the checkpoint is, how to load it, what it reached, and that it is no doctor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from medtune.evaluation.tables import markdown_table

CARD = "README.md"

WARNING = """**No diagnosis.** This model was made for research and for support of people who can judge what it says.
It can be wrong about any patient, and it must not decide alone about anybody's treatment.
本模型仅供研究和辅助参考，其输出不构成诊断，不能替代医生的判断。"""

_KINDS = {
    "classification": (
        "names the hospital department for a patient's description",
        "AutoModelForSequenceClassification",
    ),
    "language-modeling": ("continues a patient's description with a doctor's reply", "AutoModelForCausalLM"),
    "multitask": ("names the hospital department for a patient's description and writes a first reply", "AutoModel"),
}
_PIPELINES = {
    "classification": "text-classification",
    "language-modeling": "text-generation",
    "multitask": "text-classification",
}
#: What of a run's metrics says how good the model is; the rest says how long it took.
_QUALITY = ("accuracy", "macro_precision", "macro_recall", "macro_f1", "weighted_f1", "bleu", "rougeL", "perplexity")


def write_card(folder: Path) -> Path:
    """Write the model card of a finished training run into its folder.

    Args:
        folder: holds `run.json`, `metrics.json` and `config.json`. No path and no row of them reaches the card.

    Returns:
        The card.
    """
    run, metrics, config = (
        json.loads((folder / name).read_text(encoding="utf-8")) for name in ("run.json", "metrics.json", "config.json")
    )
    card = folder / CARD
    card.write_text(_front_matter(run) + _body(run, metrics, config), encoding="utf-8")
    return card


def _front_matter(run: dict[str, Any]) -> str:
    from huggingface_hub import ModelCardData

    task = run["recipe"]["task"]
    data = ModelCardData(
        library_name="transformers",
        pipeline_tag=_PIPELINES[task],
        tags=["medical", "medtune", task],
        base_model=_bases(run["recipe"]["model"]) or None,
    )
    return f"---\n{data.to_yaml()}\n---\n\n"


def _bases(model: dict[str, Any]) -> list[str]:
    """Return the Hub ids that a model was started from; a path means nothing to anybody else."""
    from medtune.recipe.inputs import Input, is_hub_id

    names = [model.get(key) for key in ("encoder", "decoder")]
    return [name for name in names if isinstance(name, str) and is_hub_id(Input("", name, "model"))]


def _body(run: dict[str, Any], metrics: dict[str, Any], config: dict[str, Any]) -> str:
    recipe = run["recipe"]
    what, loader = _KINDS[recipe["task"]]
    berpt = config.get("model_type") == "berpt"
    arguments = '"user/name", trust_remote_code=True)  # or `import medtune.models` first' if berpt else '"user/name")'
    sections = [
        f"# A model that {what}\n\n{WARNING}",
        f"## Use\n\n```python\nfrom transformers import {loader}, AutoTokenizer\n\n"
        f"model = {loader}.from_pretrained({arguments}\n```\n\n`medtune predict user/name --text …` does the rest.",
    ]
    if berpt:
        names = [name for _, name in sorted(config["id2label"].items(), key=lambda item: int(item[0]))]
        sections.append(f"## Departments\n\n{'、'.join(names)}")
    found = {name: _metric(metrics, name) for name in _QUALITY}
    rows = [{"metric": name, "value": f"{value:.4g}"} for name, value in found.items() if value is not None]
    if rows:
        headings = {"metric": "Metric", "value": "Value"}
        sections.append(f"## On the held-out test split\n\n{markdown_table(rows, headings)}")
    shown = {name: value for name, value in recipe["training"].items() if "/" not in str(value)}  # no machine's paths
    fields = [{"field": name, "value": str(value)} for name, value in shown.items()]
    fields.append({"field": "seed", "value": str(recipe["seed"])})
    fields += [{"field": name, "value": version} for name, version in run["versions"].items()]
    sections.append(f"## Training\n\n{markdown_table(fields, {'field': 'Field', 'value': 'Value'})}")
    return "\n\n".join(sections) + "\n"


def _metric(metrics: dict[str, Any], name: str) -> float | None:
    return metrics.get(f"test_{name}", metrics.get(name))
