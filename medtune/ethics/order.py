"""In which order a rater sees the items: another one for each rater, the same whenever it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence


def rater_order(
    items: Sequence[str], seed: int, rater: int, repeats: Mapping[str, str] | None = None, gap: int = 1
) -> list[str]:
    """Return the order of items for one rater.

    Args:
        items: their ids, repeats included.
        seed: of the study.
        rater: number of the rater.
        repeats: the original's id by that of its repeat.
        gap: how many places a repeat stands after its original, at least.

    Returns:
        Every id once, ordered by a hash of seed, rater and id.

    Raises:
        ValueError: there are too few items to keep repeats so far from their originals.
    """
    repeats = repeats or {}
    shuffled = sorted(items, key=lambda item: _hash(seed, rater, item))
    order = [item for item in shuffled if item not in repeats]
    late = [item for item in shuffled if item in repeats]
    originals = set(repeats.values())
    reach = len(order) - gap  # an original at or before this place has room for its repeat behind it
    if repeats and reach + 1 < len(originals):
        raise ValueError(
            f"{len(order)} items are too few for {len(repeats)} repeats at least {gap} items after their originals; "
            f"at most {max(0, len(order) - len(originals) + 1)} items is possible"
        )
    free = [place for place, item in enumerate(order) if place <= reach and item not in originals]
    for place in [place for place, item in enumerate(order) if place > reach and item in originals]:
        other = free.pop(_hash(seed, rater, order[place]) % len(free))
        order[place], order[other] = order[other], order[place]
    for repeat in late:
        first = order.index(repeats[repeat]) + gap
        order.insert(first + _hash(seed, rater, repeat) % (len(order) + 1 - first), repeat)
    return order


def _hash(*parts: object) -> int:
    return int.from_bytes(hashlib.sha256("|".join(map(str, parts)).encode()).digest()[:8], "big")
