"""Outliers by length and characters, source by source: rows far from what is usual where they come from.

Robust: distance from the median in units of the median absolute deviation (Iglewicz and Hoaglin, How to Detect and
Handle Outliers, 1993), on logarithms of lengths, which are about normal where lengths are skewed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from pydantic import Field

from medtune.recipe.schema import Section

#: What is measured of a row, in the order of `measure`, with the reason if it is far off.
MEASURES = {
    "question length": "outlier: question length",
    "answer length": "outlier: answer length",
    "marks": "outlier: share of marks",
}
_SCALE = 1.4826  # of a normal distribution's deviation to its median absolute deviation
# A spread below this is taken for this: a source whose rows are all alike has no outliers, only rounding.
_SMALLEST_SPREAD = np.array([0.25, 0.25, 0.08])
_FEWEST_ROWS = 50
version = 1


class Options(Section):
    """Keys of `cleaning.outliers`.

    Args:
        deviations: robust standard deviations from the source's median from which a row is an outlier. At 6 about a
            row in 500 million of a normal distribution is.
    """

    deviations: float = Field(default=6.0, ge=2)


def measure(questions: Sequence[str], answers: Sequence[str], letters: np.ndarray) -> np.ndarray:
    """Return the measures of rows.

    Args:
        questions: what is asked.
        answers: what is answered; may be empty.
        letters: number of letters and digits in both, shape `(rows,)`.

    Returns:
        Logarithm of both lengths in characters (of `1 + length`), share of characters that are neither letter nor
        digit, shape `(rows, 3)`.
    """
    lengths = np.array([list(map(len, questions)), list(map(len, answers))], dtype=np.int64)
    values, place = np.unique(lengths, return_inverse=True)
    # Not numpy's logarithm, whose last digit hangs on the processor.
    logarithms = np.array([math.log1p(value) for value in values.tolist()])[place.reshape(lengths.shape)]
    marks = 1 - letters / np.maximum(lengths.sum(axis=0), 1)
    return np.stack([*logarithms, marks], axis=1).astype(np.float32)


def find_outliers(measures: np.ndarray, sources: np.ndarray, options: Options) -> np.ndarray:
    """Find the rows that are far from their source's median.

    The median and deviation are taken again without the rows found until no more are found, so that a second
    pass over what is left finds none.

    Args:
        measures: from `measure`, shape `(rows, 3)`.
        sources: number of each row's source, shape `(rows,)`; one with fewer than 50 rows is left alone.
        options: how far is far.

    Returns:
        For each row the place of its first outlying measure in `MEASURES`, -1 if there is none; shape `(rows,)`.
    """
    found = np.full(len(measures), -1, dtype=np.int8)
    for source in np.unique(sources):
        rows = np.flatnonzero(sources == source)
        while len(rows) >= _FEWEST_ROWS:
            far = _distances(measures[rows]) > options.deviations
            if not far.any():
                break
            outlying = far.any(axis=1)
            found[rows[outlying]] = far[outlying].argmax(axis=1)
            rows = rows[~outlying]
    return found


def limits(measures: np.ndarray, options: Options) -> list[tuple[float, float]]:
    """Return the lowest and highest usual value of each measure, for the data card.

    Args:
        measures: of the rows of one source, shape `(rows, 3)`.
        options: how far is far.
    """
    middle, spread = _fit(measures)
    reach = options.deviations * spread
    return list(zip((middle - reach).tolist(), (middle + reach).tolist(), strict=True))


def reasons() -> Sequence[str]:
    """Return the reasons in the order of `find_outliers`."""
    return tuple(MEASURES.values())


def _distances(measures: np.ndarray) -> np.ndarray:
    middle, spread = _fit(measures)
    return np.abs(measures - middle) / spread


def _fit(measures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    middle = np.median(measures, axis=0)
    spread = _SCALE * np.median(np.abs(measures - middle), axis=0)
    return middle, np.maximum(spread, _SMALLEST_SPREAD)
