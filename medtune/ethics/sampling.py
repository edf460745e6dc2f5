"""Which rows a study asks about, and which of their answers come twice."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence


def stratified_sample(strata: Mapping[str, str], count: int, seed: int) -> list[str]:
    """Draw rows so that each stratum has its share, and at least one row if there are rows enough.

    Args:
        strata: stratum by row id.
        count: how many rows to draw.
        seed: of the draw; the same rows in another order give the same sample.

    Returns:
        Ids, ordered by stratum and id.

    Raises:
        ValueError: there are fewer rows.
    """
    if count > len(strata):
        raise ValueError(f"{count} items are asked for, but only {len(strata)} rows can be rated")
    members: dict[str, list[str]] = {}
    for row in sorted(strata):
        members.setdefault(strata[row], []).append(row)
    shares = allocate({stratum: len(rows) for stratum, rows in members.items()}, count)
    chosen = []
    for stratum in sorted(members):
        chosen += sorted(random.Random(f"{seed}|{stratum}").sample(members[stratum], shares[stratum]))
    return chosen


def allocate(sizes: Mapping[str, int], count: int) -> dict[str, int]:
    """Share out rows in proportion to the strata's sizes, by largest remainders.

    Args:
        sizes: rows by stratum, each at least 1.
        count: at most all rows.

    Returns:
        Rows by stratum: at least one each where `count` allows it, and never more than there are.
    """
    least = 1 if count >= len(sizes) else 0
    total = sum(sizes.values())
    exact = {stratum: count * size / total for stratum, size in sizes.items()}
    shares = {stratum: max(least, int(share)) for stratum, share in exact.items()}
    order = sorted(sizes, key=lambda stratum: (shares[stratum] - exact[stratum], stratum))
    while (missing := count - sum(shares.values())) != 0:
        step = 1 if missing > 0 else -1
        for stratum in order if step > 0 else reversed(order):
            if (shares[stratum] < sizes[stratum]) if step > 0 else (shares[stratum] > least):
                shares[stratum] += step
                break
        order.sort(key=lambda stratum: (shares[stratum] - exact[stratum], stratum))
    return shares


def choose_repeats(rows: Sequence[str], systems: Sequence[str], count: int, seed: int) -> set[tuple[str, str]]:
    """Choose answers that raters see twice: of other questions each, and of all systems alike.

    Args:
        rows: ids of the rows.
        systems: names of the systems.
        count: how many; at most all answers.
        seed: of the choice.

    Returns:
        Pairs of row and system.
    """
    source = random.Random(f"{seed}|repeats")
    by_chance = source.sample(sorted(rows), len(rows))
    names = source.sample(sorted(systems), len(systems))
    pairs = [
        (row, names[(place + turn) % len(names)]) for turn in range(len(names)) for place, row in enumerate(by_chance)
    ]
    return set(pairs[:count])
