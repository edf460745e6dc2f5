"""Shares of rows with their intervals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats


@dataclass(frozen=True, slots=True)
class Share:
    """A share of rows, with an interval that covers the true one in 95 % of cases.

    Args:
        count: rows that are counted.
        rows: rows in all; without any, share and interval are NaN.
    """

    count: int
    rows: int

    @property
    def share(self) -> float:
        """The share."""
        return self.count / self.rows if self.rows else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Its ends. Source: Wilson 1927, Probable Inference, the Law of Succession, and Statistical Inference."""
        if not self.rows:
            return float("nan"), float("nan")
        ends = stats.binomtest(self.count, self.rows).proportion_ci(0.95, method="wilson")
        return float(ends.low), float(ends.high)

    def numbers(self) -> dict[str, float | int | None]:
        """Return them as JSON takes them."""
        if not self.rows:
            return {"share": None, "low": None, "high": None, "count": 0, "rows": 0}
        low, high = self.interval
        return {"share": self.share, "low": low, "high": high, "count": self.count, "rows": self.rows}

    def __str__(self) -> str:
        if not self.rows:
            return "–"
        return f"{self.share:.3f} ({self.interval[0]:.3f} to {self.interval[1]:.3f})"


def share_of(flags: np.ndarray, among: np.ndarray | None = None) -> Share:
    """Return the share of rows whose flag is set.

    Args:
        flags: `(rows,)` of bool.
        among: which rows count, `(rows,)` of bool; all by default.
    """
    chosen = flags if among is None else flags[among]
    return Share(int(np.count_nonzero(chosen)), len(chosen))
