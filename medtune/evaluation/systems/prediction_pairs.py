"""Two systems' predictions for the same rows, brought together by id."""

from __future__ import annotations

from pathlib import Path

from medtune.data.records import Prediction
from medtune.evaluation.systems.prediction_files import differ, some_ids


def pair(
    first: dict[str, Prediction], second: dict[str, Prediction], paths: tuple[Path, Path], common: bool = False
) -> tuple[list[tuple[Prediction, Prediction]], list[str]]:
    """Bring two systems' predictions together by id, in the order of the first.

    Args:
        first: by id.
        second: by id, in any order.
        paths: their files, for messages.
        common: compare the rows that both have, instead of failing if one has others.

    Returns:
        The pairs, and what the reader should know.

    Raises:
        ValueError: one has rows that the other lacks, none is common, or the same row has another language or
            reference; all are named.
    """
    problems, notes = [], []
    for mine, other, place in ((first, second, 1), (second, first, 0)):
        missing = [name for name in mine if name not in other]
        if missing:
            (notes if common else problems).append(
                f"{paths[place]} lacks {some_ids(missing)} of {len(mine)} in {paths[1 - place]}"
            )
    pairs = [(row, second[name]) for name, row in first.items() if name in second]
    if problems and pairs:
        problems[-1] += f"; an average would lack them. --common compares the {len(pairs)} rows that both have"
    elif not pairs:
        problems.append("no id is in both files; are they of the same data?")
    for name in ("language", "reference"):
        others = [one.id for one, two in pairs if differ(getattr(one, name), getattr(two, name))]
        if others:
            problems.append(f"another {name} in {paths[1]} than in {paths[0]} for {some_ids(others)} of {len(pairs)}")
    if problems:
        raise ValueError("\n".join(["the files cannot be compared:", *(f"  {problem}" for problem in problems)]))
    if notes:
        notes.append(f"compared are the {len(pairs)} rows that both have; the others are left out")
    inputs = [one.id for one, two in pairs if differ(one.input, two.input)]
    if inputs:
        notes.append(f"the systems were given different inputs for {some_ids(inputs)} of {len(pairs)}")
    return pairs, notes
