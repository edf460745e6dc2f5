"""Is a classifier fit for triage: the report, and the thresholds that its checkpoint keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import softmax

from medtune.data.storage import PreparedData
from medtune.evaluation.inference.predict import MAX_TOKENS, Predictor
from medtune.evaluation.reports.page import write_page
from medtune.evaluation.reports.plots import plot_confusion_matrix, save_figure
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import escape_markdown
from medtune.evaluation.triage.fit import Fitted, Wishes, fit
from medtune.evaluation.triage.more_sections import groups_section, sets_section, unfamiliar_section
from medtune.evaluation.triage.patient_groups import Groups, field_values, patient_groups
from medtune.evaluation.triage.plots import coverage_figure, reliability_figure, risk_coverage_figure
from medtune.evaluation.triage.rows import ScoredRows, agreement, department_names, score_split
from medtune.evaluation.triage.sections import (
    abstention_section,
    calibration_section,
    departments_section,
    in_short,
    top_section,
)
from medtune.evaluation.triage.thresholds import (
    Decision,
    TriageThresholds,
    classifier_hash,
    install,
    thresholds_file,
)
from medtune.evaluation.triage.unfamiliar import referral_of_unfamiliar
from medtune.runs import RUN_FILE, read_json, surroundings, write_json

COMPARED = (0.02, 0.05, 0.1, 0.15, 0.2)
RELIABILITY_BINS = 10
LIMITS = (
    "Measured on rows that are in the same form as those the classifier was trained on. It is no diagnosis and no "
    "statement about urgency: a patient with chest pain has to be seen whatever department is named. Before use, "
    "repeat this report on patients of the place where it is to be used, and again whenever something changes there."
)


def write_triage_report(
    checkpoint: str,
    data_path: str,
    output_dir: Path,
    wishes: Wishes,
    groups: Sequence[str] = (),
    smallest_group: int = 30,
    max_rows: int | None = None,
    max_tokens: int | None = None,
    batch_size: int = 32,
    save: bool = True,
) -> dict[str, float]:
    """Find thresholds on the validation split, and report what a classifier does with them on the test split.

    Args:
        checkpoint: folder of a finished run, or Hub id, of a BERPT model.
        data_path: the `output_dir` of `task: prepare-data` with rows that the checkpoint was not trained on.
        output_dir: receives `report.md`, `report.html`, `report.json`, `plots/` and `triage_thresholds.json`.
        wishes: what is asked for.
        groups: fields by which patients are told apart, columns of the data or keys of `meta`.
        smallest_group: rows of the test split that a group needs to be shown.
        max_rows: rows drawn of each split; all by default.
        max_tokens: longest description in tokens; by default as the run was trained, or 200.
        batch_size: rows scored at a time.
        save: put thresholds and temperature into the checkpoint as well.

    Returns:
        The main figures of the test split.

    Raises:
        ValueError: the checkpoint does not classify or is unfinished, or the data do not fit it.
    """
    run = _finished_run(checkpoint)
    predictor = _classifier(checkpoint, run, max_tokens, batch_size)
    data, names = PreparedData.open(data_path), department_names(predictor)
    validation = score_split(predictor, data, "validation", max_rows, wishes.seed, one_of_group=True)
    test = score_split(predictor, data, "test", max_rows, wishes.seed)
    trained = _trained_temperature(checkpoint, predictor)
    fitted = fit(validation.logits, validation.labels, wishes, [r for r in COMPARED if r != wishes.error_rate])
    thresholds = fitted.thresholds(names, wishes, classifier_hash(predictor.model), predictor.max_tokens, trained)
    decision = thresholds.decide(test.logits / fitted.temperature)
    unfamiliar = _unfamiliar(predictor, data, thresholds)
    sections = {
        "abstention": abstention_section(decision, test.labels, fitted, wishes),
        "departments": departments_section(decision, test.labels, names),
        "calibration": calibration_section(test.logits, test.labels, trained, fitted.temperature, wishes.seed),
        "top": top_section(decision.probabilities, test.labels),
        "sets": sets_section(decision, test.labels, names, fitted, wishes),
        "unfamiliar": unfamiliar_section(unfamiliar, wishes, decision),
        "groups": groups_section(decision, test.labels, _groups(test, groups, smallest_group), smallest_group),
    }
    _plot(sections, test, decision, names, trained, wishes, output_dir / "plots")
    notes = _notes(run, validation, test, agreement(checkpoint, test, names), fitted)
    made = {"checkpoint": Path(checkpoint).name, "data": data.fingerprint, **surroundings()}
    _write(output_dir, in_short(decision, test.labels, thresholds, unfamiliar), notes, sections, thresholds, made)
    thresholds.save(output_dir)
    if save:
        install(thresholds, Path(checkpoint))
    return _metrics(decision, test.labels, thresholds, sections)


def _finished_run(checkpoint: str) -> dict[str, Any]:
    path = Path(checkpoint) / RUN_FILE
    run = read_json(path) if path.is_file() else {}
    if run.get("status", "finished") != "finished":
        raise ValueError(f"{checkpoint} is an unfinished run; the command that started it continues it")
    return run


def _classifier(checkpoint: str, run: Mapping[str, Any], max_tokens: int | None, batch_size: int) -> Predictor:
    """Load a checkpoint to cut descriptions as its run did, unless another length is given."""
    tokens = max_tokens or run.get("recipe", {}).get("data", {}).get("max_tokens") or MAX_TOKENS
    predictor = Predictor(checkpoint, batch_size, tokens, with_thresholds=False)
    if not predictor.classifies:
        raise ValueError(f"{checkpoint} names no departments; give a classifier or a joint model")
    return predictor


def _trained_temperature(checkpoint: str, predictor: Predictor) -> float:
    """Return by which temperature the checkpoint was trained, also where another one was fitted since."""
    found = thresholds_file(checkpoint)
    earlier = read_json(found) if found is not None else {}
    if earlier.get("classifier") == classifier_hash(predictor.model):
        return earlier["trained_temperature"]
    return predictor.model.config.classification_temperature


def _unfamiliar(predictor: Predictor, data: PreparedData, thresholds: TriageThresholds) -> list[dict[str, Any]]:
    scale = predictor.model.config.classification_temperature / thresholds.temperature
    languages = set(data.split("train", ["language"])["language"].to_pylist())
    return referral_of_unfamiliar(lambda texts: predictor.department_logits(texts) * scale, thresholds, languages)


def _groups(test: ScoredRows, fields: Sequence[str], smallest: int) -> dict[str, Groups | str]:
    found: dict[str, Groups | str] = {}
    for field in fields:
        values = field_values(test.table, field)
        if not any(values):
            found[field] = "no row has the field"
            continue
        try:
            found[field] = patient_groups(values, smallest)
        except ValueError as error:
            found[field] = str(error)
    return found


def _plot(
    sections: Mapping[str, Section],
    test: ScoredRows,
    decision: Decision,
    names: Sequence[str],
    trained: float,
    wishes: Wishes,
    folder: Path,
) -> None:
    """Write the figures that the sections name."""
    confidence = decision.probabilities.max(axis=-1)
    correct = decision.probabilities.argmax(axis=-1) == test.labels
    before = softmax(test.logits / trained, axis=-1).max(axis=-1)
    panels = {"Before": before, "After temperature scaling": confidence}
    save_figure(reliability_figure(panels, correct, RELIABILITY_BINS), folder / "reliability.png")
    answered = decision.answered
    point = (float(answered.mean()), float((~correct)[answered].mean())) if answered.any() else None
    save_figure(risk_coverage_figure(confidence, correct, wishes.error_rate, point), folder / "risk_coverage.png")
    plot_confusion_matrix(sections["departments"].numbers["confusion_matrix"], names, folder / "confusion_matrix.png")
    coverage = coverage_figure(sections["sets"].numbers["departments"], wishes.miss_rate)
    save_figure(coverage, folder / "coverage.png")


def _notes(
    run: Mapping[str, Any], validation: ScoredRows, test: ScoredRows, agreed: tuple[int, int] | None, fitted: Fitted
) -> list[str]:
    """Say what the figures rest on, and what takes from the promises."""
    notes = [
        f"Validation split: {len(validation.labels):,} rows, {len(fitted.tuning):,} to tune and "
        f"{len(fitted.testing):,} to test and calibrate, divided at random. Test split: {len(test.labels):,} rows."
    ]
    for name, rows in (("validation", validation), ("test", test)):
        left_out = {
            "without a department": rows.unlabelled,
            "of a dialogue or patient that is there already": rows.repeated,
            "not drawn": rows.not_drawn,
        }
        notes += [f"Left out of the {name} split: {count:,} rows {why}." for why, count in left_out.items() if count]
    training = run.get("recipe", {}).get("training", {})
    if training.get("load_best_model_at_end") or run.get("recipe", {}).get("early_stopping_patience"):
        notes.append(
            "The validation split also chose when to stop training, so that the checkpoint fits it a little better "
            "than new patients: the promises hold less exactly. Compare them with the figures of the test split."
        )
    if agreed is not None:
        notes.append(
            f"The reloaded checkpoint names the department that the run had predicted for {agreed[0]:,} of "
            f"{agreed[1]:,} test rows."
        )
    return notes


def _write(
    output_dir: Path,
    summary: Sequence[str],
    notes: Sequence[str],
    sections: Mapping[str, Section],
    thresholds: TriageThresholds,
    made: Mapping[str, Any],
) -> None:
    """Write the report's three files."""
    title = f"Triage report: {made['checkpoint']}"
    versions = ", ".join(f"{name} {version}" for name, version in made["versions"].items())
    parts = [
        f"# {escape_markdown(title)}",
        f"> {LIMITS}",
        "\n".join(summary),
        *(part for section in sections.values() for part in section.markdown),
        "## How it was made",
        "\n".join(f"- {escape_markdown(note)}" for note in notes),
        f"`medtune run recipe.yaml` with the `recipe.yaml` beside this report repeats it. Data {made['data'][:16]}, "
        f"classifier {thresholds.classifier[:16]}, {made['started']}; {versions}.",
    ]
    text = "\n\n".join(part.strip("\n") for part in parts if part) + "\n"
    (output_dir / "report.md").write_text(text, encoding="utf-8")
    write_page(text, output_dir / "report.html", title=title)
    numbers = {name: section.numbers for name, section in sections.items() if section.numbers is not None}
    write_json(output_dir / "report.json", {**numbers, "notes": list(notes), "made": dict(made)})


def _metrics(
    decision: Decision, labels: np.ndarray, thresholds: TriageThresholds, sections: Mapping[str, Section]
) -> dict[str, float]:
    """Return the main figures of the test split."""
    correct = decision.probabilities.argmax(axis=-1) == labels
    answered = decision.answered
    figures = {
        "test_rows": len(labels),
        "accuracy": float(correct.mean()),
        "answered": float(answered.mean()),
        "set_coverage": sections["sets"].numbers["coverage"]["share"],
        "set_size": sections["sets"].numbers["mean_size"],
        "temperature": thresholds.temperature,
        "ece_before": sections["calibration"].numbers["before"]["ece_equal_mass"],
        "ece_after": sections["calibration"].numbers["after"]["ece_equal_mass"],
        "aurc": sections["abstention"].numbers["aurc"]["aurc"],
    }
    if answered.any():
        figures["wrong_among_answered"] = float((~correct)[answered].mean())
    if thresholds.answer_from is not None:
        figures["answer_from"] = thresholds.answer_from
    return figures
