"""In which order a rater sees the items: another one for each rater, the same whenever it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def rater_order(
    questions: Mapping[str, str], seed: int, rater: int, repeats: Mapping[str, str] | None = None, gap: int = 1
) -> list[str]:
    """Return the order of items for one rater.

    Args:
        questions: what each item is about, by the items' ids, repeats included.
        seed: of the study.
        rater: number of the rater.
        repeats: the original's id by that of its repeat.
        gap: how many places a repeat stands after its original, at least.

    Returns:
        Every id once, ordered by a hash of seed, rater and id; two about the same question do not follow each other
        where an exchange with another item can part them.

    Raises:
        ValueError: there are too few items to keep repeats so far from their originals.
    """
    repeats = repeats or {}
    shuffled = sorted(questions, key=lambda item: _hash(seed, rater, item))
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
    _part(order, questions, repeats, gap, _hash(seed, rater))
    return order


def _part(order: list[str], questions: Mapping[str, str], repeats: Mapping[str, str], gap: int, turn: int) -> None:
    """Exchange items that stand beside one about the same question with others, where they fit.

    Args:
        order: changed in place.
        questions: see `rater_order`.
        repeats: see `rater_order`.
        gap: see `rater_order`.
        turn: where the search for another place begins.
    """

    def fits(place: int) -> bool:
        item = order[place]
        beside = (order[near] for near in (place - 1, place + 1) if 0 <= near < len(order))
        return all(questions[item] != questions[other] for other in beside) and all(
            order.index(repeat) - order.index(original) >= gap
            for repeat, original in repeats.items()
            if item in (repeat, original)
        )

    def exchange(place: int) -> bool:
        for step in range(len(order)):
            other = (turn + step) % len(order)
            order[place], order[other] = order[other], order[place]
            if fits(place) and fits(other):
                return True
            order[place], order[other] = order[other], order[place]
        return False

    for place in range(1, len(order)):
        if questions[order[place]] == questions[order[place - 1]]:
            _ = exchange(place) or exchange(place - 1)


def _hash(*parts: object) -> int:
    return int.from_bytes(hashlib.sha256("|".join(map(str, parts)).encode()).digest()[:8], "big")
