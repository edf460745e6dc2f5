"""Near duplicates among millions of rows: the keys of one band at a time in memory, the texts on disk.

The method is that of `medtune/data/cleaning/deduplicate.py`: MinHash and locality-sensitive hashing find candidates,
the exact Jaccard similarity of their character 5-grams decides. A row's 5-grams are those of its question, answer and
further turns together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np

from medtune.data.cleaning.deduplicate import connect, same_key_pairs, shingles
from medtune.data.corpus.features import PARTS, Texts
from medtune.data.corpus.shards import write_bytes

_SLACK = 0.15  # the estimate from 128 values strays by 0.035 (one standard deviation at 0.8)
_CHANCE = 1 / 256  # that two sketched values are equal though the MinHashes are not
_REMEMBERED = 20_000  # rows whose 5-grams are kept for the next comparison


class Comparer:
    """Compares texts of rows by the exact Jaccard similarity of their 5-grams.

    Args:
        texts: of all rows.
        parts: which of question (0), answer (1) and further turns (2) count.
    """

    def __init__(self, texts: Texts, parts: tuple[int, ...] = tuple(range(PARTS))):
        self.texts, self.parts = texts, parts
        self._shingles = lru_cache(maxsize=_REMEMBERED)(self._read)

    def alike(self, first: int, second: int, threshold: float) -> bool:
        """Tell whether two rows reach a similarity."""
        left, right = self._shingles(first), self._shingles(second)
        if min(len(left), len(right)) < threshold * max(len(left), len(right), 1):
            return False
        shared = len(left & right)
        return shared >= threshold * (len(left) + len(right) - shared) > 0

    def _read(self, row: int) -> frozenset[int]:
        found = self.texts.row(row)
        return frozenset(map(hash, frozenset().union(*(shingles(found[part]) for part in self.parts))))


def near_duplicate_links(
    bands: Callable[[int], np.ndarray],
    count: int,
    sketch: np.ndarray,
    lengths: np.ndarray,
    comparer: Comparer,
    threshold: float,
    folder: Path | None = None,
    advance: Callable[[int], object] = lambda band: None,
) -> np.ndarray:
    """Return pairs of rows that are near duplicates.

    Args:
        bands: returns the keys of a band, shape `(rows,)`.
        count: number of bands.
        sketch: lowest bytes of the MinHashes, shape `(rows, 128)`.
        lengths: of the rows' texts: those of like length are compared first, shape `(rows,)`.
        comparer: decides.
        threshold: Jaccard similarity.
        folder: receives what each band brought, so that a run that was ended goes on with the next; `None` for none.
        advance: is told each band that is done.

    Returns:
        Pairs, shape `(links, 2)`. Pairs joined through other pairs may be left out: the connected components are the
        clusters.
    """
    found = [np.empty((0, 2), dtype=np.int64)]
    rows = len(lengths)
    for band in range(count):
        file = None if folder is None else folder / f"links-{band:02d}.npy"
        if file is not None and file.is_file():
            found.append(np.load(file))
        else:
            links = _band_links(bands(band), found, rows, sketch, lengths, comparer, threshold)
            if file is not None:
                write_bytes(file, lambda stream, links=links: np.save(stream, links))
            found.append(links)
        advance(band)
    return np.concatenate(found)


def _band_links(
    keys: np.ndarray,
    earlier: list[np.ndarray],
    rows: int,
    sketch: np.ndarray,
    lengths: np.ndarray,
    comparer: Comparer,
    threshold: float,
) -> np.ndarray:
    found, new = [], False
    clusters = connect(rows, np.concatenate(earlier))
    for offset, every_pair in same_key_pairs(keys, lengths):
        # Skipping pairs that are joined already keeps a large cluster from costing the square of its size.
        pairs = every_pair[clusters[every_pair[:, 0]] != clusters[every_pair[:, 1]]]
        found.append(_alike(pairs, sketch, comparer, threshold))
        new = new or len(found[-1]) > 0
        if new and offset & (offset - 1) == 0:
            clusters, new = connect(rows, np.concatenate([*earlier, *found])), False
    return np.concatenate(found) if found else np.empty((0, 2), dtype=np.int64)


def _alike(pairs: np.ndarray, sketch: np.ndarray, comparer: Comparer, threshold: float) -> np.ndarray:
    likely = []
    for piece in _pieces(pairs):
        equal = (sketch[piece[:, 0]] == sketch[piece[:, 1]]).mean(axis=1)
        likely.append(piece[(equal - _CHANCE) / (1 - _CHANCE) >= threshold - _SLACK])
    pairs = np.concatenate(likely) if likely else pairs
    alike = [comparer.alike(int(a), int(b), threshold) for a, b in pairs]
    return pairs[np.array(alike, dtype=bool)]


def _pieces(pairs: np.ndarray, size: int = 100_000) -> Iterator[np.ndarray]:
    for start in range(0, len(pairs), size):
        yield pairs[start : start + size]


def matches(
    bands: Callable[[int], np.ndarray],
    count: int,
    wanted: np.ndarray,
    among: np.ndarray,
    comparer: Comparer,
    threshold: float,
) -> np.ndarray:
    """Find the rows that say nearly the same as one of some other rows.

    Args:
        bands: returns the keys of a band, shape `(rows,)`.
        count: number of bands.
        wanted: numbers of the rows to be found, such as the training rows.
        among: numbers of the rows that they are compared with, such as the test rows.
        comparer: decides.
        threshold: Jaccard similarity.

    Returns:
        For each of `wanted` the number of a row it is like, -1 if there is none.
    """
    match = np.full(len(wanted), -1, dtype=np.int64)
    for band in range(count):
        keys = bands(band)
        order = among[np.argsort(keys[among], kind="stable")]
        others = keys[order]
        left = np.flatnonzero(match < 0)
        place = np.searchsorted(others, keys[wanted[left]])
        while len(left):
            inside = place < len(others)
            left, place = left[inside], place[inside]
            same = others[place] == keys[wanted[left]]
            left, place = left[same], place[same]
            alike = [comparer.alike(int(wanted[a]), int(order[b]), threshold) for a, b in zip(left, place, strict=True)]
            hit = np.array(alike, dtype=bool)
            match[left[hit]] = order[place[hit]]
            left, place = left[~hit], place[~hit] + 1
    return match
