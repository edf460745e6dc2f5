"""Scores of how many different n-grams rows hold together: what distinct-n is made of, row by row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from medtune.metrics.ngrams import TokenIds

#: An n-gram that stands in more rows than this is in any half of them, but for a chance of one in 10^19.
FREQUENT = 64


@dataclass(frozen=True)
class RowTypes:
    """Which n-grams stand in which rows.

    Args:
        rows_with: int64 of shape (pairs,): number of a row that holds an n-gram, once for each different one it holds.
        types: int64 of shape (pairs,): number of that n-gram, from 0.
        codes: int64 of shape (types,): each n-gram's tokens, the last one as the lowest digit to the base of `names`.
        names: the tokens.
        order: the n.
        tokens: float64 of shape (rows,): tokens of each row.
        vocabulary: for expectation-adjusted distinct, how many different tokens there are; None for distinct-n.
    """

    rows_with: np.ndarray
    types: np.ndarray
    codes: np.ndarray
    names: list[str]
    order: int
    tokens: np.ndarray
    vocabulary: int | None = None

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.tokens)

    def formula(self, types: np.ndarray, tokens: np.ndarray) -> np.ndarray:
        """Return the score of so many different n-grams among so many tokens."""
        possible = np.asarray(tokens, dtype=np.float64)
        if self.vocabulary is not None:
            # The different tokens to expect if all of the vocabulary were equally frequent.
            possible = self.vocabulary * (1 - ((self.vocabulary - 1) / self.vocabulary) ** possible)
        return np.divide(types, possible, out=np.zeros_like(possible), where=possible > 0)

    def score(self) -> float:
        """Return the score over all rows."""
        return float(self.formula(len(self.codes), self.tokens.sum()))

    def per_row(self) -> np.ndarray:
        """Return the score of each row by itself, float64 of shape (rows,)."""
        return self.formula(np.bincount(self.rows_with, minlength=self.rows), self.tokens)

    def resampled(self, counts: np.ndarray) -> np.ndarray:
        """Return the scores if each row is drawn as often as `counts` (resamples, rows) says.

        A row drawn twice adds nothing new, so counting what the drawn rows hold would make every resample less varied
        than the rows are. Instead a row adds, each time it is drawn, what would be lost without it.
        """
        types = len(self.codes) + (counts - 1) @ self.own_types()
        return self.formula(np.maximum(types, 0), counts @ self.tokens)

    def own_types(self) -> np.ndarray:
        """Return how many n-grams no other row holds, float64 of shape (rows,)."""
        alone = np.bincount(self.types, minlength=1)[self.types] == 1
        return np.bincount(self.rows_with[alone], minlength=self.rows).astype(np.float64)

    def swapped(self, other: RowTypes, swaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return both systems' scores if they swap the rows where `swaps` (trials, rows) is 1; types are counted."""
        moved = swaps @ (other.tokens - self.tokens)
        first, second = _types_after(self, other, swaps.astype(bool))
        return (
            self.formula(first, self.tokens.sum() + moved),
            other.formula(second, other.tokens.sum() - moved),
        )


def row_types(tokens: TokenIds, order: int, vocabulary: int | None = None) -> RowTypes:
    """Find which n-grams stand in which rows.

    Args:
        tokens: of each row.
        order: the n, 1 or 2.
        vocabulary: see `RowTypes`.
    """
    row_of = np.repeat(np.arange(tokens.texts), tokens.lengths)
    codes = tokens.ids
    if order == 2:
        inside = row_of[:-1] == row_of[1:]
        codes, row_of = (codes[:-1] * tokens.types + codes[1:])[inside], row_of[:-1][inside]
    codes, types = np.unique(codes, return_inverse=True)
    pairs = np.unique(row_of * max(len(codes), 1) + types)
    rows_with, types = np.divmod(pairs, max(len(codes), 1))
    return RowTypes(rows_with, types, codes, tokens.names, order, tokens.lengths.astype(np.float64), vocabulary)


def _types_after(first: RowTypes, second: RowTypes, swaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return how many different n-grams both systems hold after each swap, two arrays of shape (trials,)."""
    trials, rows = swaps.shape
    types = np.concatenate(_common_numbers(first, second))
    holder = np.concatenate((first.rows_with, second.rows_with))
    from_second = np.repeat([False, True], [len(first.types), len(second.types)])
    size = int(types.max()) + 1 if len(types) else 0
    # An n-gram that both systems have in one row stays with both; so does one that is almost everywhere.
    pairs, times = np.unique(types * rows + holder, return_counts=True)
    stays = np.bincount(types, minlength=size) > FREQUENT
    stays[pairs[times == 2] // rows] = True
    open_ = ~stays[types]
    order = np.argsort(types[open_], kind="stable")
    types, holder, from_second = types[open_][order], holder[open_][order], from_second[open_][order]
    lost_first, lost_second = np.zeros(trials, dtype=np.int64), np.zeros(trials, dtype=np.int64)
    if len(types):
        starts = np.flatnonzero(np.concatenate(([True], types[1:] != types[:-1])))
        for start in range(0, trials, 256):
            bits = np.packbits(swaps[start : start + 256].T, axis=1)  # (rows, bytes of trials)
            gone = bits[holder] ^ np.where(from_second, 255, 0).astype(np.uint8)[:, None]
            part = slice(start, min(start + 256, trials))
            lost_first[part] = _lost(gone, starts, part)
            lost_second[part] = _lost(~gone, starts, part)
    return size - lost_first, size - lost_second


def _lost(gone: np.ndarray, starts: np.ndarray, part: slice) -> np.ndarray:
    """Return how many n-grams are gone from all their rows in each trial."""
    everywhere = np.bitwise_and.reduceat(gone, starts, axis=0)
    return np.unpackbits(everywhere, axis=1, count=part.stop - part.start).sum(axis=0, dtype=np.int64)


def _common_numbers(first: RowTypes, second: RowTypes) -> tuple[np.ndarray, np.ndarray]:
    """Return the n-gram of each pair of both systems, the same n-gram under the same number."""
    names = {name: number for number, name in enumerate(dict.fromkeys([*first.names, *second.names]))}
    recoded = []
    for system in (first, second):
        base, codes = max(len(system.names), 1), system.codes
        new = np.array([names[name] for name in system.names], dtype=np.int64)
        code = np.zeros(len(codes), dtype=np.int64)
        for place in reversed(range(system.order)):
            code = code * len(names) + new[codes // base**place % base]
        recoded.append(code)
    numbers = np.unique(np.concatenate(recoded), return_inverse=True)[1]
    return numbers[: len(first.codes)][first.types], numbers[len(first.codes) :][second.types]
