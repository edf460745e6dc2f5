"""The sections of a triage report: each as Markdown for readers, and as the same numbers for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from scipy.special import softmax

from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import TRIAGE_COLUMNS, listed, markdown_table
from medtune.evaluation.significance import mean_interval
from medtune.evaluation.triage import calibration, selective
from medtune.evaluation.triage.fit import Fitted, Wishes
from medtune.evaluation.triage.proportions import Share, share_of
from medtune.evaluation.triage.thresholds import Decision, TriageThresholds
from medtune.metrics.classification import classification_scores

RESAMPLES = 1_000
TOP = (1, 2, 3, 5)


def departments_section(decision: Decision, labels: np.ndarray, names: Sequence[str]) -> Section:
    """Return the scores by department, and how often each is answered without a human.

    Args:
        decision: on the test rows.
        labels: their true departments.
        names: of the departments.
    """
    predicted = decision.probabilities.argmax(axis=-1)
    scores = classification_scores(predicted, labels, names)
    wrong, rows = predicted != labels, []
    for index, row in enumerate(scores["departments"]):
        mine, called = labels == index, decision.answered & (predicted == index)
        shares = {"answered": share_of(decision.answered, mine), "missent": share_of(wrong, mine & decision.answered)}
        rows.append(row | shares | {"wrong": share_of(wrong, called)})
    columns = {
        "department": "Department",
        "support": "True",
        "predicted": "Predicted",
        "precision": "Precision",
        "recall": "Recall",
        "f1": "F1",
        "answered": "Its patients answered without a human",
        "missent": "Wrong among those",
        "wrong": "Wrong among answers that name it",
    }
    headings = [heading for _, heading, _ in TRIAGE_COLUMNS]
    overall = {heading: _bracketed(scores[key], scores["intervals"][key]) for key, heading, _ in TRIAGE_COLUMNS}
    text = [
        "## Departments",
        markdown_table([overall], headings, right=headings),
        markdown_table(rows, columns, right=("answered", "missent", "wrong")),
        _never_named(rows),
        "Brackets are 95 % intervals. The promise on errors is about all answers together: a department can be above "
        "it.",
        "![Confusion matrix](plots/confusion_matrix.png)",
    ]
    numbers: dict[str, Any] = {key: scores[key] for key, _, _ in TRIAGE_COLUMNS}
    numbers["intervals"] = {key: scores["intervals"][key] for key, _, _ in TRIAGE_COLUMNS}
    numbers["departments"] = [
        {key: value.numbers() if isinstance(value, Share) else value for key, value in row.items()} for row in rows
    ]
    return Section(text, numbers | {"confusion_matrix": scores["confusion_matrix"], "signature": scores["signature"]})


def _bracketed(value: float, ends: Sequence[float] | None) -> str:
    return f"{value:.3f} ({ends[0]:.3f} to {ends[1]:.3f})" if ends else f"{value:.3f}"


def _never_named(rows: Sequence[dict[str, Any]]) -> str:
    """Name the departments whose patients are answered, but never with their department."""
    lost = [row for row in rows if row["answered"].count and not row["wrong"].rows]
    if not lost:
        return ""
    names, patients = listed(row["department"] for row in lost), sum(row["answered"].count for row in lost)
    return (
        f"**No answer without a human names {names}**: the classifier is never sure of them. Their {patients} test "
        "rows that are answered all the same are sent to another department."
    )


def calibration_section(logits: np.ndarray, labels: np.ndarray, trained: float, fitted: float, seed: int) -> Section:
    """Return calibration on the test rows, with the temperature of the training and with the fitted one.

    Args:
        logits: raw, `(rows, departments)`.
        labels: true departments.
        trained: temperature of the training.
        fitted: temperature that the tuning rows call for.
        seed: of the resampling.
    """
    columns: dict[str, dict[str, Any]] = {}
    for title, temperature in (("before", trained), ("after", fitted)):
        probabilities = softmax(logits / temperature, axis=-1)
        confidence, correct = probabilities.max(axis=-1), probabilities.argmax(axis=-1) == labels
        numbers: dict[str, Any] = {"temperature": temperature, "confidence": float(confidence.mean())}
        numbers["accuracy"] = float(correct.mean())
        for name, mass in (("ece_equal_width", False), ("ece_equal_mass", True)):
            by_chance, largest = calibration.calibrated_range(confidence, mass, seed=seed)
            numbers[name] = calibration.expected_calibration_error(confidence, correct, mass)
            numbers[f"{name}_by_chance"], numbers[f"{name}_by_chance_95"] = by_chance, largest
        brier = mean_interval(calibration.brier_scores(probabilities, labels), seed)
        loss = mean_interval(calibration.log_losses(probabilities, labels), seed)
        numbers |= {"brier": asdict(brier), "log_loss": asdict(loss)}
        numbers["bins"] = [asdict(each) for each in calibration.reliability(confidence, correct, equal_mass=True)]
        columns[title] = numbers
    before, after = columns["before"], columns["after"]
    rows = [
        _row("Temperature", before["temperature"], after["temperature"]),
        _row("Mean confidence (accuracy " + f"{after['accuracy']:.3f})", before["confidence"], after["confidence"]),
        *(_ece_row(title, key, before, after) for title, key in _ECE_TITLES),
        _row("Brier score, 0 to 2", _mean(before["brier"]), _mean(after["brier"])),
        _row("Log loss, nats", _mean(before["log_loss"]), _mean(after["log_loss"])),
    ]
    judged = "fits the labels as well as a calibrated one would"
    if not _calibrated(after):
        judged = "is still further from the labels than chance explains"
        if after["log_loss"]["mean"] <= before["log_loss"]["mean"]:
            judged += "; one temperature for all departments does not do more"
        else:
            judged += (
                ", and fits them **worse with the fitted temperature than before**: too few rows to tune on, or other "
                "patients than in the test split. Repeat this with more validation rows or a larger `tuning_share`"
            )
    text = [
        "## Calibration",
        "Does a probability of .8 mean right in 8 of 10 cases? The temperature divides the logits; it was fitted on "
        "the tuning part of the validation split and changes no predicted department. The figures are those of the "
        "test split.",
        markdown_table(rows, ["Measure", "Before", "After"], right=("Before", "After")),
        f"ECE: expected calibration error, {calibration.BINS} bins. “By chance”: what a perfectly calibrated "
        "classifier of the same confidences would show on as many rows, on average and in 95 % of cases at most. "
        f"This one {judged}.",
        "![Reliability](plots/reliability.png)",
    ]
    return Section(text, columns)


_ECE_TITLES = (("ECE, bins of equal width", "ece_equal_width"), ("ECE, bins of equal mass", "ece_equal_mass"))


def _row(name: str, before: Any, after: Any) -> dict[str, Any]:
    return {"Measure": name, "Before": before, "After": after}


def _ece_row(title: str, key: str, before: dict, after: dict) -> dict[str, Any]:
    cells = [
        f"{each[key]:.3f} (by chance {each[f'{key}_by_chance']:.3f}, up to {each[f'{key}_by_chance_95']:.3f})"
        for each in (before, after)
    ]
    return _row(title, *cells)


def _mean(interval: dict[str, float]) -> str:
    return f"{interval['mean']:.3f} ({interval['low']:.3f} to {interval['high']:.3f})"


def _calibrated(numbers: dict[str, Any]) -> bool:
    return all(numbers[key] <= numbers[f"{key}_by_chance_95"] for _, key in _ECE_TITLES)


def top_section(probabilities: np.ndarray, labels: np.ndarray) -> Section:
    """Return how often the true department is among the k likeliest; equal probabilities count against it."""
    true = probabilities[np.arange(len(labels)), labels][:, None]
    rank = (probabilities >= true).sum(axis=-1)
    shares = {k: share_of(rank <= k) for k in TOP if k < probabilities.shape[1]}
    rows = [{"k": k, "share": share} for k, share in shares.items()]
    text = [
        "## Among the k likeliest",
        markdown_table(rows, {"k": "k", "share": "True department among them"}, ("share",)),
    ]
    return Section(text, {f"top_{k}": share.numbers() for k, share in shares.items()})


def abstention_section(decision: Decision, labels: np.ndarray, fitted: Fitted, wishes: Wishes) -> Section:
    """Return what is answered without a human, and how often that is wrong.

    Args:
        decision: on the test rows.
        labels: their true departments.
        fitted: thresholds, also for other error rates.
        wishes: what was asked for.
    """
    confidence = decision.probabilities.max(axis=-1)
    correct = decision.probabilities.argmax(axis=-1) == labels
    area = selective.aurc(confidence, correct)
    low, high = _bootstrap_aurc(confidence, correct, wishes.seed)
    rows, numbers = [], []
    for each in sorted([fitted.abstention, *fitted.others], key=lambda found: found.error_rate):
        answer_from = each.threshold
        answered = decision.familiar & (confidence >= (np.inf if answer_from is None else answer_from))
        share, wrong = share_of(answered), share_of(~correct, answered)
        rows.append(
            {
                "wanted": f"{each.error_rate:.0%}" + (" (saved)" if each is fitted.abstention else ""),
                "threshold": "none shown" if answer_from is None else f"{answer_from:.3f}",
                "answered": "none, all referred" if answer_from is None else share,
                "wrong": wrong,
                "tested": f"{each.errors} of {each.answered}" if each.answered else None,
            }
        )
        numbers.append(asdict(each) | {"test_answered": share.numbers(), "test_wrong": wrong.numbers()})
    columns = {
        "wanted": "Wanted error rate",
        "threshold": "Answer from probability",
        "answered": "Answered, test split",
        "wrong": "Wrong among those, test split",
        "tested": "Wrong among those, testing part",
    }
    needed = selective.rows_needed(wishes.error_rate, 1 - (1 - wishes.confidence) / len(selective.STARTS))
    text = [
        "## Answer or refer to a human",
        markdown_table(rows, columns, right=list(columns)),
        f"**What is promised.** If the {len(fitted.testing):,} testing rows of the validation split and new patients "
        f"are drawn independently from the same population, then with a probability of {wishes.confidence:.0%} over "
        "the drawing of the testing rows, a share of the wanted error rate or less of the answers given to new "
        "patients is wrong. Each line makes this promise for itself, for this one division of the rows: trying seeds "
        "until a threshold pleases breaks it. It is about all answers together, not about each department or group of "
        "patients, and it ends where the population changes: other wards, another season, another form to fill in.",
        "“None shown” means that the tests did not suffice, not that none exists: a threshold for "
        f"{wishes.error_rate:.0%} takes {needed} answered testing rows if all are right, and more with every error.",
        f"Area under the risk-coverage curve (AURC): {area:.4f} ({low:.4f} to {high:.4f}); best possible with this "
        f"accuracy {selective.best_aurc(correct):.4f}, without any order {1 - correct.mean():.4f}.",
        "![Risk and coverage](plots/risk_coverage.png)",
    ]
    areas = {"aurc": area, "low": low, "high": high, "best": selective.best_aurc(correct)}
    return Section(text, {"aurc": areas, "thresholds": numbers})


def _bootstrap_aurc(confidence: np.ndarray, correct: np.ndarray, seed: int) -> tuple[float, float]:
    """Return the 95 % percentile interval over rows drawn with replacement (Efron 1979)."""
    random = np.random.default_rng(seed)
    draws = (random.integers(len(correct), size=len(correct)) for _ in range(RESAMPLES))
    low, high = np.quantile([selective.aurc(confidence[rows], correct[rows]) for rows in draws], (0.025, 0.975))
    return float(low), float(high)


def in_short(
    decision: Decision, labels: np.ndarray, thresholds: TriageThresholds, unfamiliar: Sequence[dict[str, Any]]
) -> list[str]:
    """Return the findings in plain sentences.

    Args:
        decision: on the test rows.
        labels: their true departments.
        thresholds: those that are saved.
        unfamiliar: `referral_of_unfamiliar`.
    """
    predicted = decision.probabilities.argmax(axis=-1)
    covered = share_of(decision.sets[np.arange(len(labels)), labels])
    foreign = [row for row in unfamiliar if not row["known"]]
    referred = Share(sum(row["referred"] for row in foreign), sum(row["texts"] for row in foreign))
    answers = (
        f"No threshold was shown to keep errors at {thresholds.error_rate:.0%} or below: **every patient is referred "
        "to a human.**"
        if thresholds.answer_from is None
        else f"Answered without a human: {share_of(decision.answered)} of the patients, those with a probability of "
        f"{thresholds.answer_from:.3f} or more. Wrong among these: {share_of(predicted != labels, decision.answered)}; "
        f"wanted {thresholds.error_rate:.0%} or less."
    )
    return [
        f"- Right department: {share_of(predicted == labels)} of {len(labels):,} test rows.",
        f"- {answers}",
        f"- The likeliest department and its alternatives are {decision.sets.sum(axis=-1).mean():.1f} departments on "
        f"average and hold the true one in {covered} of the rows; promised {1 - thresholds.miss_rate:.0%} for patients "
        "of every department.",
        f"- Inputs that no department answers: {referred.count} of {referred.rows} referred.",
    ]
