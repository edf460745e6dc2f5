"""Whether automatic metrics rank the answers as the raters do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from medtune.ethics.resampling import Estimate, question_interval
from medtune.ethics.table import Table

METRICS = {
    "rouge1": "ROUGE-1",
    "rougeL": "ROUGE-L",
    "bleu": "BLEU (of one answer)",
    "length": "Length (tokens)",
}
FEWEST_ANSWERS = 5
RESAMPLES = 1_999  # each compares every two answers


@dataclass(frozen=True, slots=True)
class Correlation:
    """How far a metric ranks answers as the raters' mean does.

    Args:
        axis: key of the axis.
        metric: key of the metric.
        answers: with both.
        spearman: Spearman's rho over all answers.
        kendall: Kendall's tau-b.
        within: Spearman's rho among answers of the same system, averaged over systems.
    """

    axis: str
    metric: str
    answers: int
    spearman: Estimate
    kendall: Estimate
    within: Estimate


@dataclass(frozen=True, slots=True)
class Answer:
    """A text to measure.

    Args:
        row_id: of the question.
        system: name of what answered.
        language: `zh` or `en`.
        text: the answer.
        reference: the true reply, if there is one.
    """

    row_id: str
    system: str
    language: str
    text: str
    reference: str | None


def read_answers(files: Sequence[str | Path], table: Table) -> list[Answer]:
    """Read the answers of a study's systems from prediction files; other rows and systems are passed over.

    Args:
        files: as `medtune ethics create` takes them.
        table: of the study.

    Raises:
        ValueError: a file cannot be read, or holds none of the study's answers.
    """
    from medtune.ethics.inputs import read_each

    found, problems = read_each(files)
    wanted, answers = set(table.questions), []
    for one in found:
        rows = [row for id, row in one.rows.items() if id in wanted] if one.system in table.systems else []
        answers += [Answer(row.id, one.system, row.language, row.prediction or "", row.reference) for row in rows]
        if not rows:
            problems.append(
                f"{one.file}: none of the predictions by {one.system} is an answer of this study (by "
                f"{', '.join(table.systems)}); give the files that it was created from"
            )
    if problems:
        raise ValueError("\n".join(problems))
    return answers


def true_replies(answers: Sequence[Answer]) -> list[str]:
    """Return the systems all of whose answers are the references themselves: no metric against these tells anything."""
    systems = dict.fromkeys(answer.system for answer in answers)
    return [system for system in systems if all(one.text == one.reference for one in answers if one.system == system)]


def measure(answers: Sequence[Answer], table: Table) -> dict[str, np.ndarray]:
    """Return each metric for each answer, float of shape (questions, systems); NaN where it cannot be measured.

    A metric that needs a reference is left out where no answer has one; see `true_replies` too.
    """
    from medtune.metrics import bleu_per_row, rouge_per_row
    from medtune.metrics.length import token_counts

    rows = {name: number for number, name in enumerate(table.questions)}
    columns = {name: number for number, name in enumerate(table.systems)}
    found = {name: np.full(table.answers.shape, np.nan) for name in METRICS}

    def put(name: str, of: Sequence[Answer], values: np.ndarray) -> None:
        found[name][[rows[one.row_id] for one in of], [columns[one.system] for one in of]] = values

    themselves = true_replies(answers)
    for language in dict.fromkeys(answer.language for answer in answers):
        here = [one for one in answers if one.language == language]
        put("length", here, token_counts([one.text for one in here], language))
        here = [one for one in here if one.reference and one.system not in themselves]
        if not here:
            continue
        pair = [one.text for one in here], [one.reference for one in here]
        try:
            rouge = rouge_per_row(*pair, language)
        except ValueError:  # no reference holds a token of this language
            continue
        for name, values in {"rouge1": rouge["rouge1"], "rougeL": rouge["rougeL"]}.items():
            put(name, here, values)
        put("bleu", here, bleu_per_row(*pair, language))
    return {name: values for name, values in found.items() if np.isfinite(values).any()}


def signatures(answers: Sequence[Answer]) -> list[str]:
    """Return how the metrics of these answers are computed."""
    from medtune.metrics.bleu import bleu_signature
    from medtune.metrics.length import length_signature
    from medtune.metrics.rouge import rouge_signature

    languages = sorted({answer.language for answer in answers})
    signed = [sign(one) for one in languages for sign in (rouge_signature, bleu_signature, length_signature)]
    return [one.replace("|eff:no|", "|eff:yes|") for one in signed]  # BLEU of a single answer, see `bleu_per_row`


def correlate(table: Table, metrics: Mapping[str, np.ndarray], seed: int = 0) -> list[Correlation]:
    """Return how far each metric ranks the answers as the raters do, for each axis."""
    return [
        _correlation(axis.key, name, table.means(axis.key), values, seed)
        for name, values in metrics.items()
        for axis in table.axes
    ]


def _correlation(axis: str, metric: str, means: np.ndarray, values: np.ndarray, seed: int) -> Correlation:
    both = np.isfinite(means) & np.isfinite(values)
    questions, systems = np.nonzero(both)
    x, y = means[both], np.round(values[both], 9)
    _, question = np.unique(questions, return_inverse=True)
    number = int(question.max()) + 1 if len(question) else 0
    if len(x) < FEWEST_ANSWERS or np.ptp(x) == 0 or np.ptp(y) == 0:
        missing = Estimate(None, questions=number, note=_why(x, y))
        return Correlation(axis, metric, len(x), missing, missing, missing)

    def estimate(statistic) -> Estimate:
        return question_interval(lambda weights: statistic(weights[:, question]), number, seed, resamples=RESAMPLES)

    groups = [systems == system for system in np.unique(systems)]
    return Correlation(
        axis,
        metric,
        len(x),
        estimate(partial(spearman, x, y)),
        estimate(partial(kendall, x, y)),
        estimate(lambda weights: np.mean([spearman(x[here], y[here], weights[:, here]) for here in groups], axis=0)),
    )


def _why(x: np.ndarray, y: np.ndarray) -> str:
    if len(x) < FEWEST_ANSWERS:
        return f"{len(x)} answers are too few"
    return f"all {len(x)} answers have the same {'score' if np.ptp(x) == 0 else 'value of the metric'}"


def spearman(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return Spearman's rho of values that count several times.

    Args:
        x: float of shape (values,).
        y: likewise.
        weights: how often each pair is taken, float of shape (draws, values).

    Returns:
        float of shape (draws,); NaN where either is constant.

    Source: Spearman 1904, The Proof and Measurement of Association between Two Things; ties share their mean rank.
    """
    total = weights.sum(axis=1, keepdims=True)
    first, second = _ranks(x, weights), _ranks(y, weights)
    with np.errstate(divide="ignore", invalid="ignore"):
        first = first - (weights * first).sum(axis=1, keepdims=True) / total
        second = second - (weights * second).sum(axis=1, keepdims=True) / total
        spread = (weights * first**2).sum(axis=1) * (weights * second**2).sum(axis=1)
        return np.where(spread > 0, (weights * first * second).sum(axis=1) / np.sqrt(spread), np.nan)


def _ranks(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the mean rank of each value among all, float as `weights`."""
    _, place = np.unique(values, return_inverse=True)
    sizes = np.zeros((place.max() + 1, weights.shape[0]))
    np.add.at(sizes, place, weights.T)  # how often each different value is taken
    return (np.cumsum(sizes, axis=0) - sizes / 2 + 0.5)[place].T


def kendall(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return Kendall's tau-b of values that count several times; arguments and result as `spearman`'s.

    Source: Kendall 1945, The Treatment of Ties in Ranking Problems.
    """
    first, second = (np.sign(np.subtract.outer(values, values)) for values in (x, y))
    signs = (((weights @ part) * weights).sum(axis=1) for part in (first * second, np.abs(first), np.abs(second)))
    both, of_first, of_second = signs
    spread = of_first * of_second
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(spread > 0, both / np.sqrt(spread), np.nan)
