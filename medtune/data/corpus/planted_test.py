"""The result of a test with planted identities, for the corpus card: what may be left of each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FORM = (
    'a list such as [{"measure": "recall", "name": "phone", "count": 995, "of": 1000}] is allowed, '
    "with whole numbers, count not above of"
)


def read_planted_test(path: str) -> list[dict[str, Any]]:
    """Read a result.

    Args:
        path: JSON file with a list of `{measure, name, count, of}`.

    Raises:
        ValueError: if it is none, with the form it should have.
    """
    try:
        rows = json.loads(Path(path).read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"no JSON: {error}; {_FORM}") from error
    if not isinstance(rows, list) or not rows or not all(map(_is_count, rows)):
        raise ValueError(f"not the counts of a test; {_FORM}")
    return rows


def _is_count(row: Any) -> bool:
    if not isinstance(row, dict) or not {"measure", "name", "count", "of"} <= row.keys():
        return False
    count, of = row["count"], row["of"]
    return type(count) is type(of) is int and 0 <= count <= of > 0


def interval(row: Mapping[str, Any]) -> tuple[float, float]:
    """Return Wilson's 95 % interval (Wilson 1927) of the share `count` of `of`."""
    from scipy.stats import binomtest

    found = binomtest(row["count"], row["of"]).proportion_ci(0.95, method="wilson")
    return float(found.low), float(found.high)
