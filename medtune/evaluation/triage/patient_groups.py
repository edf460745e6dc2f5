"""Groups of patients by a field of the data, with those too small to show left out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

NOT_GIVEN = "not given"
MOST_VALUES = 20  # a field with more different values that are no numbers makes no groups
BANDS = ((0, 5), (6, 17), (18, 39), (40, 64), (65, None))  # years
_NUMBER = re.compile(r"\s*(\d{1,3})(?:\.\d+)?\s*(岁|周岁|years?|y\.?o?\.?|)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Groups:
    """Rows by group.

    Args:
        rows: numbers of the rows of each group that is large enough, by its name.
        suppressed: how many groups are not shown.
    """

    rows: dict[str, np.ndarray]
    suppressed: int


def field_values(table: pa.Table, name: str) -> list[str | None]:
    """Return a field of each row: a column of `RECORD_SCHEMA`, or else a key of `meta`; None where it is empty."""
    if name in table.column_names and name != "meta":
        values = table[name].to_pylist()
    else:
        values = [json.loads(meta or "{}").get(name) for meta in table["meta"].to_pylist()]
    return [str(value).strip() or None if value is not None else None for value in values]


def group_names(values: Sequence[str | None]) -> list[str]:
    """Return the group of each value: the value itself, or a band of years where there are many different numbers.

    Args:
        values: of one field.

    Raises:
        ValueError: there are many different values that are no numbers, such as names.
    """
    given = [value for value in values if value is not None]
    if len(set(given)) <= MOST_VALUES:
        return [value if value is not None else NOT_GIVEN for value in values]
    numbers = [None if value is None else _NUMBER.fullmatch(value) for value in values]
    if sum(number is not None for number in numbers) < 0.9 * len(given):
        raise ValueError(
            f"{len(set(given))} different values that are no numbers; at most {MOST_VALUES} make groups of patients"
        )
    return [_band(int(number[1])) if number else NOT_GIVEN for number in numbers]


def _band(years: int) -> str:
    low, high = next(band for band in BANDS if band[1] is None or years <= band[1])
    return f"{low} and over" if high is None else f"{low} to {high}"


def patient_groups(values: Sequence[str | None], smallest: int) -> Groups:
    """Put rows into groups, and leave out those with few rows: their figures mean little and may point to a person.

    Where one group alone would be left out, its figures could be worked out from those of all rows; the next smallest
    one is then left out with it.

    Args:
        values: of one field, one for each row.
        smallest: rows that a group needs to be shown.
    """
    names = group_names(values)
    counts = Counter(names)
    small = [name for name, rows in counts.items() if rows < smallest]
    if len(small) == 1 and len(counts) > 1:
        small.append(min((name for name in counts if name not in small), key=counts.__getitem__))
    shown = sorted((name for name in counts if name not in small), key=_order)
    return Groups({name: np.flatnonzero(np.array(names) == name) for name in shown}, len(small))


def _order(name: str) -> tuple:
    number = re.match(r"\d+", name)
    return (name == NOT_GIVEN, int(number[0]) if number else -1, name)
