"""Exact and near duplicates: texts that share most of their character 5-grams.

MinHash (Broder, 1997) with locality-sensitive hashing finds candidates; the exact Jaccard similarity of the 5-gram sets
decides. Characters rather than words, because a Chinese clause is one word to a tokenizer that splits on blanks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from medtune.data.compose import plain

SHINGLE = 5
PERMUTATIONS = 128
_BATCH = 10_000
_MISSED = 1e-3  # chance that a pair exactly at the threshold is in no band together
_SLACK = 0.15  # the MinHash estimate strays by 0.035 (one standard deviation at 0.8, 128 permutations)
_SEED = 1  # of the hash functions: fixed, so that what counts as a duplicate does not hang on the recipe's seed


def duplicate_links(texts: Sequence[str], threshold: float | None = 0.8, min_characters: int = 0) -> np.ndarray:
    """Return pairs of rows whose texts say the same.

    Texts are compared by their letters and digits, in lower case. Exact duplicates are linked to the first of them,
    near duplicates where the Jaccard similarity of their 5-gram sets is at least the threshold.

    Args:
        texts: one text for each row.
        threshold: Jaccard similarity, in (0, 1]; `None` links exact duplicates only.
        min_characters: shorter texts (after removing all but letters and digits) are linked to nothing.

    Returns:
        Pairs of row numbers, shape `(links, 2)`. Pairs already joined through other pairs may be left out: the
        connected components of the links are the clusters.
    """
    first: dict[str, int] = {}
    exact: list[tuple[int, int]] = []
    for row, text in enumerate(texts):
        text = plain(text)
        if len(text) >= max(min_characters, 1):
            original = first.setdefault(text, row)
            if original != row:
                exact.append((original, row))
    links = [np.array(exact, dtype=np.int64).reshape(-1, 2)]
    unique = [text for text in first if len(text) >= SHINGLE]
    if threshold is not None and len(unique) > 1:
        rows = np.array([first[text] for text in unique], dtype=np.int64)
        links.append(rows[_near_links(unique, threshold)])
    return np.concatenate(links)


def connect(count: int, links: np.ndarray) -> np.ndarray:
    """Return the cluster of each row: the connected components of the links.

    Args:
        count: number of rows.
        links: pairs of row numbers, shape `(links, 2)`.

    Returns:
        Cluster numbers from 0, shape `(count,)`.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(links), dtype=np.int8)
    graph = coo_array((ones, (links[:, 0], links[:, 1])), shape=(count, count))
    return connected_components(graph, directed=False)[1]


def jaccard(first: str, second: str) -> float:
    """Return the Jaccard similarity of the 5-gram sets of two texts of at least five characters."""
    left, right = shingles(first), shingles(second)
    return len(left & right) / len(left | right)


def bands_for(threshold: float, permutations: int = PERMUTATIONS) -> tuple[int, int]:
    """Return the number of bands and of MinHash values in each: as long as they can be while missing hardly a pair.

    A pair of similarity s shares a band of r values with probability s^r (Leskovec et al., Mining of Massive Datasets,
    section 3.4).
    """
    for rows in range(permutations, 1, -1):
        bands = permutations // rows
        if (1 - threshold**rows) ** bands <= _MISSED:
            return bands, rows
    return permutations, 1


def _near_links(texts: list[str], threshold: float) -> np.ndarray:
    signatures = np.concatenate(list(_signatures(texts)))
    lengths = np.array([len(text) for text in texts])
    bands, width = bands_for(threshold)
    found = [np.empty((0, 2), dtype=np.int64)]
    clusters = np.arange(len(texts))
    for band in range(bands):
        keys = band_keys(signatures[:, band * width : (band + 1) * width])
        for offset, pairs in same_key_pairs(keys, lengths):
            # Skipping pairs that are joined already keeps a large cluster from costing the square of its size.
            pairs = pairs[clusters[pairs[:, 0]] != clusters[pairs[:, 1]]]
            found.append(_alike(pairs, signatures, texts, threshold))
            if offset & (offset - 1) == 0:
                found = [np.concatenate(found)]
                clusters = connect(len(texts), found[0])
    return np.concatenate(found)


def _signatures(texts: list[str]) -> Iterator[np.ndarray]:
    """Yield MinHash signatures, shape `(texts, PERMUTATIONS)`, batch by batch."""
    from rensa import RMinHash

    for start in range(0, len(texts), _BATCH):
        hashes, offsets = shingle_hashes(texts[start : start + _BATCH])
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, PERMUTATIONS, _SEED)
        yield np.array(matrix.to_rows(), dtype=np.uint32)


def shingle_hashes(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Hash every 5-gram of every text.

    Returns:
        The hashes of all texts one after the other, shape `(5-grams,)`, and where each text's begin, shape
        `(texts + 1,)`.
    """
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    count = len(codes) - SHINGLE + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + codes[place : place + count]
    hashes ^= hashes >> np.uint64(32)  # the low bits alone would hang on the last characters
    lengths = np.array([len(text) for text in texts])
    ends = np.cumsum(lengths)
    within = np.ones(len(codes), dtype=bool)
    for place in range(1, SHINGLE):
        within[ends - place] = False  # would reach into the next text
    return hashes[within[:count]], np.concatenate([[0], np.cumsum(lengths - SHINGLE + 1)])


def band_keys(values: np.ndarray) -> np.ndarray:
    """Hash each row of a band to one number, shape `(texts,)`; a collision costs a comparison, no mistake."""
    keys = np.zeros(len(values), dtype=np.uint64)
    for column in values.T:
        keys = (keys ^ column) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(29)
    return keys


def same_key_pairs(keys: np.ndarray, lengths: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Yield all pairs of rows with equal keys, those of like length first: `(offset, pairs of shape (n, 2))`."""
    order = np.lexsort((lengths, keys))
    ordered = keys[order]
    left = np.arange(len(keys))
    offset = 0
    while len(left):
        offset += 1
        left = left[left + offset < len(keys)]
        left = left[ordered[left] == ordered[left + offset]]
        if len(left):
            yield offset, np.stack([order[left], order[left + offset]], axis=1)


def _alike(pairs: np.ndarray, signatures: np.ndarray, texts: list[str], threshold: float) -> np.ndarray:
    """Return the pairs whose exact similarity reaches the threshold; the signatures rule most out cheaply."""
    estimate = (signatures[pairs[:, 0]] == signatures[pairs[:, 1]]).mean(axis=1) if len(pairs) else np.empty(0)
    pairs = pairs[estimate >= threshold - _SLACK]
    alike = [jaccard(texts[a], texts[b]) >= threshold for a, b in pairs]
    return pairs[np.array(alike, dtype=bool)]


def shingles(text: str) -> set[str]:
    """Return the 5-grams of a text; none if it is shorter."""
    return {text[place : place + SHINGLE] for place in range(len(text) - SHINGLE + 1)}
