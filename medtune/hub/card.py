"""The model card of a run: what the checkpoint is, how to load it, what it reached, and that it is no doctor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from medtune.adapters.lineage import read_lineage, trained_on
from medtune.evaluation.reports.tables import markdown_table
from medtune.hub.card_lineage import bases_of, lineage_section, verification_section
from medtune.hub.card_scores import scores_section
from medtune.hub.card_text import LIMITS, WARNING, short
from medtune.hub.card_tuning import losses_section, tuning_fields, vocabulary_section
from medtune.runs import THRESHOLDS_FILE

CARD = "README.md"
#: Where a run that trained an adapter keeps what it merged.
MERGED = "merged"
#: What `medtune ethics report STUDY --to RUN/ethics` leaves for the card of a run whose answers were rated.
RATED = "ethics/card.md"

_KINDS = {
    "classification": (
        "names the hospital department for a patient's description",
        "AutoModelForSequenceClassification",
    ),
    "language-modeling": ("continues a patient's description with a doctor's reply", "AutoModelForCausalLM"),
    "multitask": ("names the hospital department for a patient's description and writes a first reply", "AutoModel"),
    "instruction-tuning": ("follows medical instructions in Chinese and English", "AutoModelForCausalLM"),
}
_PIPELINES = {
    "classification": "text-classification",
    "language-modeling": "text-generation",
    "multitask": "text-classification",
    "instruction-tuning": "text-generation",
}
#: What stands below the lines that load a model.
_PREDICT = "`medtune predict user/name --text …` does the rest."
_MORE = {
    "instruction-tuning": "`AutoModel` gives the same weights without the head that writes. The tokenizer's chat "
    "template is the one that it was trained with.",
}
#: What a model is that `medtune merge` made outside of a run.
_MERGED = "instruction-tuning"
_BEFORE_PUBLIC = (
    "Licences as the recipe of the corpus states them. `none given` is no permission: ask whoever may give it before "
    "you make this public."
)
#: What of a run's metrics says how good the model is; the rest says how long it took.
_QUALITY = ("accuracy", "macro_precision", "macro_recall", "macro_f1", "weighted_f1", "bleu", "rougeL", "perplexity")


def write_card(folder: str | Path, evaluation: str | Path | None = None) -> Path:
    """Write the model card of a finished training run, or of a merged model, into its folder.

    Args:
        folder: holds `config.json`, and `run.json` with `metrics.json` or a `lineage.json`. No path and no row of them
            reaches the card. The report of a study in its folder `ethics` gives the card a section.
        evaluation: `output_dir` of a `task: evaluate` in which it was one of the systems; gives the card their scores.

    Returns:
        The card.

    Raises:
        FileNotFoundError: it is neither, or the evaluation has no report.
        ValueError: the evaluation is none.
    """
    folder = Path(folder)
    checkpoint = checkpoint_of(folder)
    steps = read_lineage(checkpoint)
    if not (checkpoint / "config.json").is_file() or not (steps or (folder / "run.json").is_file()):
        raise FileNotFoundError(
            f"{folder} holds no finished run and no merged model (config.json with run.json or lineage.json)"
        )
    run, metrics = (_read(folder / name) for name in ("run.json", "metrics.json"))
    config = _read(checkpoint / "config.json")
    rated = [] if evaluation is None else [scores_section(evaluation)]
    rated += _triage(_read(checkpoint / THRESHOLDS_FILE))
    rated += [file.read_text(encoding="utf-8").strip()] if (file := folder / RATED).is_file() else []
    card = folder / CARD
    card.write_text(_front_matter(run, steps) + _body(run, metrics, config, steps, rated), encoding="utf-8")
    return card


def checkpoint_of(folder: Path) -> Path:
    """Return the folder that holds the model of a run: what it merged, or itself."""
    return folder / MERGED if (folder / MERGED / "config.json").is_file() else folder


def _read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _task(run: dict[str, Any]) -> str:
    return run["recipe"]["task"] if run else _MERGED


def _front_matter(run: dict[str, Any], steps: list[dict[str, Any]]) -> str:
    from huggingface_hub import ModelCardData

    task = _task(run)
    data = ModelCardData(
        library_name="transformers",
        pipeline_tag=_PIPELINES[task],
        tags=["medical", "medtune", task],
        base_model=(bases_of(steps) if steps else _bases(run["recipe"]["model"])) or None,
    )
    return f"---\n{data.to_yaml()}\n---\n\n"


def _bases(model: dict[str, Any]) -> list[str]:
    """Return the Hub ids that a model was started from; a path means nothing to anybody else."""
    from medtune.recipe.inputs import Input, is_hub_id

    names = [model.get(key) for key in ("encoder", "decoder")]
    return [name for name in names if isinstance(name, str) and is_hub_id(Input("", name, "model"))]


def _body(
    run: dict[str, Any],
    metrics: dict[str, Any],
    config: dict[str, Any],
    steps: list[dict[str, Any]],
    rated: list[str],
) -> str:
    what, loader = _KINDS[_task(run)]
    berpt = config.get("model_type") == "berpt"
    arguments = '"user/name", trust_remote_code=True)  # or `import medtune.models` first' if berpt else '"user/name")'
    sections = [
        f"# A model that {what}\n\n{WARNING}",
        f"## Use\n\n```python\nfrom transformers import {loader}, AutoTokenizer\n\n"
        f"model = {loader}.from_pretrained({arguments}\n```\n\n{_MORE.get(_task(run), _PREDICT)}",
        LIMITS,
    ]
    if berpt:
        names = [name for _, name in sorted(config["id2label"].items(), key=lambda item: int(item[0]))]
        sections.append(f"## Departments\n\n{'、'.join(names)}")
    sections += [*_results(metrics), *losses_section(run, metrics), *vocabulary_section(metrics)]
    if steps:
        sections.append(lineage_section(steps))
    if steps and "verification" in steps[-1]:
        sections.append(verification_section(steps[-1]))
    sections += rated
    if run:
        sections += [_data(run), _training(run)]
    return "\n\n".join(sections) + "\n"


def _results(metrics: dict[str, Any]) -> list[str]:
    """Return the section of what was measured on the test split, with the signatures that make figures comparable."""
    found = {name: _metric(metrics, name) for name in _QUALITY}
    rows = [{"metric": name, "value": f"{value:.4g}"} for name, value in found.items() if value is not None]
    if not rows:
        return []
    headings = {"metric": "Metric", "value": "Value"}
    signatures = sorted({str(value) for name, value in metrics.items() if name.endswith("_signature")})
    listed = "".join(f"\n- `{signature}`" for signature in signatures)
    return [f"## On the held-out test split\n\n{markdown_table(rows, headings)}{chr(10) if listed else ''}{listed}"]


def _triage(thresholds: dict[str, Any]) -> list[str]:
    """Return the section of when it answers without a human, if `task: triage-report` has found out."""
    if not thresholds:
        return []
    error_rate, confidence, sets = (thresholds[key] for key in ("error_rate", "confidence", "miss_rate"))
    answers = (
        f"No probability was shown to keep errors at {error_rate:.0%}: it refers everybody to a human."
        if thresholds["answer_from"] is None
        else f"It answers from a probability of {thresholds['answer_from']:.3f} on and refers the others to a human. "
        f"With {confidence:.0%} confidence {error_rate:.0%} of the answers or fewer are wrong, for patients like those "
        f"of the {thresholds['rows']['testing']:,} rows that it was tested on; nothing is known for others."
    )
    return [
        f"## Referral\n\n{answers} The departments that it names as possible hold the true one for {1 - sets:.0%} of "
        f"such patients of each department, on average. `medtune predict` keeps to `{THRESHOLDS_FILE}`; other programs "
        "do not, but give the same calibrated probabilities."
    ]


def _data(run: dict[str, Any]) -> str:
    """Return the section of the data: names without their folders, and fingerprints."""
    named = trained_on(run)
    rows = [{"data": Path(name).name, "fingerprint": short(value)} for name, value in named.items()]
    table = markdown_table(rows, {"data": "Data", "fingerprint": "Fingerprint"}) if rows else "Not recorded."
    sources = [source for name in named for source in _sources(Path(name))]
    if sources:
        headings = {"source": "Source", "licence": "Licence", "origin": "Origin", "rows": "Rows"}
        return f"## Data\n\n{table}\n\n{markdown_table(sources, headings)}\n\n{_BEFORE_PUBLIC}"
    note = "Their licences are not recorded by medtune: name them here before you make this public."
    return f"## Data\n\n{table}\n\n{note}"


def _sources(corpus: Path) -> list[dict[str, str]]:
    """Return what `task: clean-data` recorded of the sources of a corpus; nothing of other data."""
    found = _read(corpus / "corpus_card.json").get("sources", {})
    return [
        {"source": name, "licence": one["licence"], "origin": one["origin"], "rows": f"{sum(one['kept'].values()):,}"}
        for name, one in found.items()
    ]


def _training(run: dict[str, Any]) -> str:
    recipe = run["recipe"]
    shown = {name: value for name, value in recipe["training"].items() if "/" not in str(value)}  # no machine's paths
    shown |= tuning_fields(recipe)
    fields = [{"field": name, "value": str(value)} for name, value in shown.items()]
    fields.append({"field": "seed", "value": str(recipe["seed"])})
    fields += [{"field": name, "value": version} for name, version in run["versions"].items()]
    return f"## Training\n\n{markdown_table(fields, {'field': 'Field', 'value': 'Value'})}"


def _metric(metrics: dict[str, Any], name: str) -> float | None:
    return metrics.get(f"test_{name}", metrics.get(name))
