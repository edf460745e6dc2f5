"""N-grams as numbers, so that those of all texts are counted and matched at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pyarrow as pa

from medtune.metrics.tokens import Tokens

LARGEST_KEY = 2**62


@dataclass(frozen=True)
class TokenIds:
    """The tokens of several texts, as numbers from 0.

    Args:
        ids: int64 of shape (tokens of all texts,).
        lengths: int64 of shape (texts,): tokens of each.
        names: the different tokens, by number.
    """

    ids: np.ndarray
    lengths: np.ndarray
    names: list[str]

    @property
    def types(self) -> int:
        """The number of different tokens."""
        return len(self.names)

    @property
    def texts(self) -> int:
        """The number of texts."""
        return len(self.lengths)


@dataclass(frozen=True)
class Counts:
    """How often each n-gram stands in each text; sorted by text, then by n-gram.

    Args:
        texts: int64 of shape (pairs,): number of the text.
        grams: int64 of shape (pairs,): number of the n-gram, from 0.
        counts: int64 of shape (pairs,): how often it stands there, at least 1.
        types: more than the largest number of an n-gram.
    """

    texts: np.ndarray
    grams: np.ndarray
    counts: np.ndarray
    types: int


class _Numbers(dict):
    """Gives each new key the next number."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


def number_tokens(texts: Sequence[Tokens]) -> TokenIds:
    """Give each different token a number."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    if all(isinstance(text, str) for text in texts):
        # A character is a token: its code point is a number already.
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        known, ids = number(codes)
        return TokenIds(ids, lengths, [chr(code) for code in known])
    numbers = _Numbers()
    ids = np.fromiter(map(numbers.__getitem__, chain.from_iterable(texts)), np.int64, int(lengths.sum()))
    return TokenIds(ids, lengths, list(numbers))


def count_ngrams(tokens: TokenIds, orders: Sequence[int]) -> Iterator[Counts]:
    """Count the n-grams of each text.

    Args:
        tokens: of all texts; an n-gram has the same number wherever it stands.
        orders: the n, rising.

    Yields:
        The counts for each n.
    """
    text_of = np.repeat(np.arange(tokens.texts), tokens.lengths)
    starts, codes, types = np.arange(len(tokens.ids)), tokens.ids, tokens.types
    for n in range(1, max(orders) + 1):
        if n > 1:
            ends = starts + n - 1
            whole = ends < len(tokens.ids)
            whole[whole] = text_of[ends[whole]] == text_of[starts[whole]]
            starts = starts[whole]
            codes, types = codes[whole] * tokens.types + tokens.ids[starts + n - 1], types * tokens.types
        if types * max(tokens.types, tokens.texts) >= LARGEST_KEY:
            known, codes = number(codes)
            types = len(known)
        if n in orders:
            keys, counts = runs(text_of[starts] * types + codes)
            yield Counts(*np.divmod(keys, max(types, 1)), counts, types)


def number(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the different values, and the place of each value among them; as np.unique does, but faster, unsorted."""
    encoded = pa.array(values).dictionary_encode()
    return encoded.dictionary.to_numpy(), encoded.indices.to_numpy().astype(np.int64)


def runs(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the different values in rising order, and how often each occurs; np.unique without options is slower."""
    values = np.sort(values)
    first = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1]))[: len(values)])
    return values[first], np.diff(np.concatenate((first, [len(values)])))


def clipped_matches(counts: Counts, texts: int) -> np.ndarray:
    """Return how many n-grams of a text stand in its partner too, each at most as often as in either.

    Args:
        counts: of `2 * texts` texts; the second half holds the partners of the first, in their order.
        texts: number of pairs.

    Returns:
        int64 of shape (texts,).
    """
    middle = np.searchsorted(counts.texts, texts)
    keys = counts.texts * counts.types + counts.grams
    first, second = keys[:middle], keys[middle:] - texts * counts.types
    place = np.searchsorted(second, first)
    place[place == len(second)] = 0
    same = second[place] == first if len(second) else np.zeros(len(first), dtype=bool)
    matched = np.minimum(counts.counts[:middle][same], counts.counts[middle:][place[same]])
    return np.bincount(counts.texts[:middle][same], weights=matched, minlength=texts).astype(np.int64)


def precision_recall_f1(shared: np.ndarray, predicted: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Return precision, recall and F1 of each pair, 0 where nothing was predicted, wanted or shared.

    Args:
        shared: what both have, of shape (pairs,).
        predicted: what the prediction has, of shape (pairs,).
        wanted: what the reference has, of shape (pairs,).

    Returns:
        float64 of shape (pairs, 3).
    """
    precision = np.divide(shared, predicted, out=np.zeros(len(shared)), where=predicted > 0)
    recall = np.divide(shared, wanted, out=np.zeros(len(shared)), where=wanted > 0)
    both = precision + recall
    f1 = np.divide(2 * precision * recall, both, out=np.zeros(len(shared)), where=both > 0)
    return np.column_stack((precision, recall, f1))
