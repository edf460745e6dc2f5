"""Scores of several systems on the same rows, with intervals, and whether their differences are more than chance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np

from medtune.data.records import Prediction
from medtune.evaluation.paired_tests import compare_systems
from medtune.evaluation.significance import holm
from medtune.evaluation.systems.systems import Answered
from medtune.metrics.resampling import RowStatistics, bootstrap_intervals
from medtune.metrics.text import text_signatures, text_statistics

LANGUAGES = {"en": "English", "zh": "Chinese"}
#: Key, heading and number format of each score; BLEU runs from 0 to 100, the others from 0 to 1.
SCORES = (
    ("token_f", "F-score", ".3f"),
    ("rouge1", "ROUGE-1", ".3f"),
    ("rouge2", "ROUGE-2", ".3f"),
    ("rougeL", "ROUGE-L", ".3f"),
    ("bleu", "BLEU", ".2f"),
    ("distinct1", "Distinct-1", ".3f"),
    ("distinct2", "Distinct-2", ".3f"),
)
#: What else is told of the answers.
SHAPE = (
    ("mean_length", "Length", ".0f"),
    ("length_ratio", "Length ratio", ".2f"),
    ("repetition_rate", "Repetition", ".3f"),
    ("distinct1_adjusted", "Adjusted distinct-1", ".3f"),
)
#: What the paper's Figure 3 compares.
TESTED = ("token_f", "rouge1", "rouge2", "rougeL", "distinct1", "distinct2")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class SystemScores:
    """One system in one language.

    Args:
        system: its name.
        language: `en` or `zh`.
        rows: that it was asked.
        failed: of these, rows without an answer; they are scored as empty ones.
        empty: answers without a word, failed ones not counted.
        other_language: answers written in the other language's script.
        seconds: mean time of an answer; None where it is not known.
        scores: by key of `SCORES` and `SHAPE`.
        intervals: 95 %, by key; None for a single row.
        statistics: what the scores are computed from, row by row.
        predictions: the rows, in the order of the statistics.
    """

    system: str
    language: str
    rows: int
    failed: int
    empty: int
    other_language: int
    seconds: float | None
    scores: dict[str, float]
    intervals: dict[str, list[float] | None]
    statistics: dict[str, RowStatistics] = field(repr=False)
    predictions: list[Prediction] = field(repr=False)

    @property
    def ids(self) -> list[str]:
        """The ids of its rows."""
        return [row.id for row in self.predictions]

    def signatures(self) -> dict[str, str]:
        """Return how each score is computed."""
        return text_signatures([row.reference or "" for row in self.predictions], self.language)

    def f_scores(self) -> dict[str, float]:
        """Return the F-score of each row by its id."""
        return dict(zip(self.ids, self.statistics["token_f"].per_row().tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Difference:
    """Two systems on the rows that both were asked.

    Args:
        language: of the rows.
        metric: key of `SCORES`.
        first: name of a system.
        second: name of another.
        rows: that both were asked.
        difference: score of the second minus that of the first.
        low: lower end of the 95 % interval of the difference, by a paired bootstrap.
        high: upper end.
        p: two-sided p-value by approximate randomisation.
        corrected: the same, corrected for all tests of the language (Holm).
    """

    language: str
    metric: str
    first: str
    second: str
    rows: int
    difference: float
    low: float
    high: float
    p: float
    corrected: float


def score_systems(answered: Sequence[Answered], seed: int) -> list[SystemScores]:
    """Score all systems, by language.

    Args:
        answered: what came out of each system. A failed row is an empty answer.
        seed: of the bootstrap.

    Returns:
        Scores by language in the order of `LANGUAGES`, then by system in their order.
    """
    found = []
    for language in LANGUAGES:
        for one in answered:
            rows = [row for row in one.predictions if row.language == language]
            if rows:
                found.append(_score(one.name, language, rows, seed))
    return found


def _score(name: str, language: str, rows: Sequence[Prediction], seed: int) -> SystemScores:
    texts = [row.prediction or "" for row in rows]
    statistics = _statistics(rows, language)
    spent = [row.seconds for row in rows if row.seconds is not None]
    return SystemScores(
        system=name,
        language=language,
        rows=len(rows),
        failed=sum(row.prediction is None for row in rows),
        empty=sum(row.prediction is not None and not row.prediction.strip() for row in rows),
        other_language=sum(in_other_language(text, language) for text in texts),
        seconds=float(np.mean(spent)) if spent else None,
        scores={key: values.score() for key, values in statistics.items()},
        intervals=bootstrap_intervals(statistics, seed),
        statistics=statistics,
        predictions=list(rows),
    )


def _statistics(rows: Sequence[Prediction], language: str) -> dict[str, RowStatistics]:
    """Return what all scores are computed from, row by row; a failed row is an empty answer."""
    return text_statistics([row.prediction or "" for row in rows], [row.reference or "" for row in rows], language)


def signatures(scores: Sequence[SystemScores]) -> list[str]:
    """Return how the scores of a language are computed.

    Args:
        scores: of all systems of the language; each has its own vocabulary where they were asked other rows.
    """
    return list(dict.fromkeys(signature for one in scores for signature in one.signatures().values()))


def by_name(scores: Sequence[SystemScores]) -> dict[str, Any]:
    """Return what a run's `metrics.json` holds of them, by `NAME/LANGUAGE/METRIC`.

    Args:
        scores: of all systems and languages.
    """
    found: dict[str, Any] = {}
    intervals, signatures = {}, {}
    for one in scores:
        place = f"{one.system}/{one.language}"
        found |= {f"{place}/{key}": value for key, value in one.scores.items()} | {f"{place}/rows": one.rows}
        intervals |= {f"{place}/{key}": ends for key, ends in one.intervals.items() if ends}
        signatures |= {f"{place}/{key}": signature for key, signature in one.signatures().items()}
    return {**found, "intervals": intervals, "signatures": signatures}


def in_other_language(text: str, language: str) -> bool:
    """Tell whether an answer is mostly in the other language's script.

    A Chinese character counts as much as two letters, about what it says.
    """
    han, latin = 2 * len(_HAN.findall(text)), len(_LATIN.findall(text))
    return latin > han if language == "zh" else han > latin


def compare(scores: Sequence[SystemScores], seed: int) -> list[Difference]:
    """Compare all pairs of systems of a language, on the rows that both were asked.

    Args:
        scores: of one language.
        seed: of bootstrap and randomisation.

    Returns:
        A difference for each pair and metric of `TESTED`; none for a pair with fewer than two rows in common.
    """
    found = []
    for first, second in combinations(scores, 2):
        both = _in_common(first, second)
        if both is None:
            continue
        tested = compare_systems(*({key: side[key] for key in TESTED} for side in both), seed=seed)
        for metric, one in tested.items():
            names = (first.language, metric, first.system, second.system)
            found.append((*names, one.rows, one.difference, one.low, one.high, one.p_value))
    corrected = holm([row[-1] for row in found])
    return [Difference(*row, value) for row, value in zip(found, corrected, strict=True)]


def _in_common(
    first: SystemScores, second: SystemScores
) -> tuple[Mapping[str, RowStatistics], Mapping[str, RowStatistics]] | None:
    """Return both systems' statistics of the rows that both were asked, in one order; None for fewer than two."""
    if first.ids == second.ids:
        return (first.statistics, second.statistics) if first.rows > 1 else None
    others = {row.id: row for row in second.predictions}
    pairs = [(row, others[row.id]) for row in first.predictions if row.id in others]
    if len(pairs) < 2:
        return None
    one, other = (_statistics(side, first.language) for side in zip(*pairs, strict=True))
    return one, other
