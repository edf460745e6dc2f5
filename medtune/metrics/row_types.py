"""Scores of how many different n-grams rows hold together: what distinct-n is made of, row by row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from medtune.metrics.ngrams import TokenIds, number, runs
from medtune.metrics.resampling import RowSums, Swapper

#: An n-gram that stands in more rows than this is in any half of them, but for a chance of one in 10^19.
FREQUENT = 64
TRIALS_AT_ONCE = 256


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

    def as_sums(self) -> RowSums:
        """Return what each row adds when it is drawn once more: what would be lost without it.

        A row drawn twice holds nothing new, so counting what the drawn rows hold would make every resample less varied
        than the rows are. What rows would lose together is in the loss of neither; it is counted by pairs and triples,
        and the losses are drawn together by as much as it makes their spread too wide.

        Source: the jackknife and its correction by pairs, Efron and Stein 1981, The Jackknife Estimate of Variance.
        """
        own = self.own_types()
        # Longer rows hold more; the spread that remains at equal length is the one to correct.
        length = self.tokens - self.tokens.mean()
        slope = (own @ length) / (length @ length) if length.any() else 0.0
        expected = own.mean() + slope * length
        spread = ((own - expected) ** 2).sum()
        # An alternating series of pairs, triples, fours …; what follows the triples takes about a quarter of them back.
        excess = self._squared_losses(2) - 0.75 * self._squared_losses(3)
        narrower = np.sqrt(np.clip(1 - excess / spread, 0.25, 1.0)) if spread > 0 else 1.0
        sums = np.column_stack((expected + narrower * (own - expected), self.tokens))
        shared = len(self.codes) - own.sum()
        return RowSums(sums, lambda sums: self.formula(np.maximum(shared + sums[..., 0], 0), sums[..., 1]))

    def _squared_losses(self, size: int) -> float:
        """Return the sum of the squared numbers of n-grams that exactly these rows hold, over all sets of `size`."""
        some = np.bincount(self.types, minlength=1)[self.types] == size
        order = np.argsort(self.types[some], kind="stable")
        sets = self.rows_with[some][order].reshape(-1, size)  # rows rise within each n-gram
        _, counts = runs(sets @ self.rows ** np.arange(size)[::-1])
        return float((counts.astype(np.float64) ** 2).sum())

    def own_types(self) -> np.ndarray:
        """Return how many n-grams no other row holds, float64 of shape (rows,)."""
        alone = np.bincount(self.types, minlength=1)[self.types] == 1
        return np.bincount(self.rows_with[alone], minlength=self.rows).astype(np.float64)

    def swapper(self, other: RowTypes) -> Swapper:
        """Return what scores both systems, their types counted, if they swap rows where `swaps` (trials, rows) is 1."""
        count, change = _types_counter(self, other), other.tokens - self.tokens

        def swapped(swaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            moved = swaps @ change
            first, second = count(swaps)
            return self.formula(first, self.tokens.sum() + moved), other.formula(second, other.tokens.sum() - moved)

        return swapped


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
    codes, types = number(codes)
    pairs, _ = runs(row_of * max(len(codes), 1) + types)
    rows_with, types = np.divmod(pairs, max(len(codes), 1))
    return RowTypes(rows_with, types, codes, tokens.names, order, tokens.lengths.astype(np.float64), vocabulary)


def _types_counter(first: RowTypes, second: RowTypes) -> Swapper:
    """Return what counts the different n-grams of both systems after swaps, two arrays of shape (trials,)."""
    rows, types = first.rows, np.concatenate(_common_numbers(first, second))
    holder = np.concatenate((first.rows_with, second.rows_with))
    from_second = np.repeat([False, True], [len(first.types), len(second.types)])
    times = np.bincount(types)
    # An n-gram that both systems have in one row stays with both; so does one that is almost everywhere.
    stays = times > FREQUENT
    pairs, holders = runs(types * rows + holder)
    stays[pairs[holders == 2] // rows] = True
    # One that stands in a single row goes with it.
    alone = (times[types] == 1) & ~stays[types]
    of_first, of_second = alone & ~from_second, alone & from_second
    singles = [np.bincount(holder[part], minlength=rows).astype(np.float64) for part in (of_first, of_second)]
    rest = ~stays[types] & ~alone
    order = np.argsort(types[rest], kind="stable")
    types, holder, from_second = types[rest][order], holder[rest][order], from_second[rest][order]
    starts = np.flatnonzero(np.diff(types, prepend=-1))
    always, turned = int(stays.sum()), np.where(from_second, 255, 0).astype(np.uint8)[:, None]

    def count(swaps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        moved = swaps @ (singles[1] - singles[0])
        held = np.array((singles[0].sum() + moved, singles[1].sum() - moved)) + always + len(starts)
        for start in range(0, len(swaps), TRIALS_AT_ONCE):
            part = swaps[start : start + TRIALS_AT_ONCE]
            gone = np.packbits(part.astype(bool).T, axis=1)[holder] ^ turned  # (pairs, bytes of trials)
            for system, lost in enumerate((gone, ~gone)):
                held[system, start : start + TRIALS_AT_ONCE] -= _lost(lost, starts, len(part))
        return held[0], held[1]

    return count


def _lost(gone: np.ndarray, starts: np.ndarray, trials: int) -> np.ndarray:
    """Return how many n-grams are gone from all their rows in each trial, int64 of shape (trials,)."""
    if len(starts) == 0:
        return np.zeros(trials, dtype=np.int64)
    everywhere = np.bitwise_and.reduceat(gone, starts, axis=0)
    return np.unpackbits(everywhere, axis=1, count=trials).sum(axis=0, dtype=np.int64)


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
    numbers = number(np.concatenate(recoded))[1]
    return numbers[: len(first.codes)][first.types], numbers[len(first.codes) :][second.types]
