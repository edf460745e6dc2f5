"""What the steps that look at all rows need to know of each: a few hundred bytes instead of its text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import xxhash

from medtune.data.cleaning.deduplicate import PERMUTATIONS, SHINGLE, band_keys, bands_for, shingle_hashes
from medtune.data.cleaning.outliers import measure
from medtune.data.cleaning.parts import answer, further_turns, question
from medtune.data.compose import plain
from medtune.data.records import Record
from medtune.data.splits import draw

PARTS = 3  # question, answer, further turns
_NOTHING = np.uint32(2**32 - 1)  # the MinHash of a text without a 5-gram
_BATCH = 500  # texts whose hashes fit into a core's cache
_LETTERS = np.array([code == 0 or chr(code).isalnum() for code in range(0x10000)])
_BLANKS = np.array([chr(code).isspace() for code in range(0x3002)])
_MULTIPLIERS = np.random.Generator(np.random.PCG64(1)).integers(1, 2**32, PERMUTATIONS, dtype=np.uint64)
_MULTIPLIERS = (_MULTIPLIERS | np.uint64(1)).astype(np.uint32)


def features(records: Sequence[Record], seed: int, threshold: float | None) -> tuple[dict[str, np.ndarray], bytes]:
    """Compute the features of a shard.

    Args:
        records: the rows.
        seed: of the draws.
        threshold: Jaccard similarity of near duplicates; `None` computes no keys for them.

    Returns:
        Arrays by name, the first axis of each being the rows, and the plain texts of all parts one after the other as
        UTF-8, to which `ends` (bytes, shape `(rows, 3)`) refers; without keys nobody reads them, so they are left out:

        - `row_draw`, `group_draw`: numbers drawn by the seed; `id_hash`.
        - `row_hash`, `question_hash`, `answer_hash`: equal for equal letters and digits.
        - `sizes`: letters and digits of question, answer and further turns, shape `(rows, 3)`.
        - `words`: of description and reply, shape `(rows, 2)`.
        - `measures`: see `outliers.measure`, shape `(rows, 3)`.
        - `row_keys`, `question_keys`, `answer_keys`: one for each band, shape `(rows, bands)`.
        - `sketch`: the lowest byte of each MinHash of the row, shape `(rows, 128)`.
    """
    asked, answered = [question(record) for record in records], [answer(record) for record in records]
    further = [further_turns(record) if record.turns else "" for record in records]
    plains = [plain_texts(part) for part in (asked, answered, further)]
    coded = [_encoded(part) for part in plains]
    sizes = np.array([list(map(len, part)) for part in plains], dtype=np.uint32).reshape(PARTS, -1).T
    rows = list(map(b"\0".join, zip(*coded, strict=True)))
    drawn = [draw(seed, record.id) for record in records]
    ends = np.array([list(map(len, part)) for part in coded], dtype=np.uint64).reshape(PARTS, -1).T
    table = {
        "row_draw": _numbers(drawn),
        "group_draw": _numbers(
            own if record.group in (None, "", record.id) else draw(seed, record.group)
            for record, own in zip(records, drawn, strict=True)
        ),
        "id_hash": _numbers(xxhash.xxh3_64_intdigest(record.id.encode("utf-8", "replace")) for record in records),
        "row_hash": _numbers(map(xxhash.xxh3_64_intdigest, rows)),
        "question_hash": _numbers(map(xxhash.xxh3_64_intdigest, coded[0])),
        "answer_hash": _numbers(map(xxhash.xxh3_64_intdigest, coded[1])),
        "sizes": sizes,
        "measures": measure(asked, answered, sizes[:, :2].sum(axis=1)),
        "words": np.stack(
            [count_words([getattr(r, name) for r in records]) for name in ("description", "reply")], axis=1
        ),
        "ends": np.cumsum(ends.ravel(), dtype=np.uint64).reshape(-1, PARTS),
    }
    if threshold is None:
        return table, b""
    return table | _keys(plains, threshold), b"".join(chain.from_iterable(zip(*coded, strict=True)))


def plain_texts(texts: Sequence[str]) -> list[str]:
    """Return `plain` of each text; all at once takes a fifth of the time.

    Args:
        texts: any.
    """
    joined = "\0".join(texts)
    if joined.count("\0") != len(texts) - 1:
        return [plain(text) for text in texts]  # no text, or one that holds the separator
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    keep = _LETTERS[np.minimum(codes, len(_LETTERS) - 1)]
    for place in np.flatnonzero(codes >= len(_LETTERS)):
        keep[place] = chr(codes[place]).isalnum()
    return codes[keep].tobytes().decode("utf-32-le", "surrogatepass").lower().split("\0")


def _encoded(texts: list[str]) -> list[bytes]:
    """Return texts as UTF-8; all at once takes half of the time."""
    joined = "\0".join(texts).encode("utf-8", "replace").split(b"\0")
    return joined if len(joined) == len(texts) else [text.encode("utf-8", "replace") for text in texts]


def count_words(texts: Sequence[str | None]) -> np.ndarray:
    """Return how many Chinese characters and other words each text has, as `truncate.length` counts.

    Args:
        texts: any; `None` has none.

    Returns:
        Shape `(texts,)`.
    """
    joined = "".join(f"{text or ''}\n" for text in texts)  # a blank ends every text
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    chinese = (codes >= 0x3400) & (codes <= 0x9FFF)
    other = ~(chinese | _BLANKS[np.minimum(codes, len(_BLANKS) - 1)])
    starts = other.copy()
    starts[1:] &= ~other[:-1]
    counts = np.cumsum(chinese | starts, dtype=np.uint32)
    ends = np.cumsum([len(text or "") + 1 for text in texts], dtype=np.int64)
    return np.diff(counts[ends - 1], prepend=np.uint32(0)).astype(np.uint32)


def minhash(texts: Sequence[str]) -> np.ndarray:
    """Return MinHash signatures of texts, over their character 5-grams.

    The hashes are multiples, modulo 2^32, of one well-mixed hash. numpy does this in half the time that it takes to
    get the numbers out of `rensa`'s matrix, which comes as lists of Python integers.

    Args:
        texts: any; one shorter than five characters has a signature of ones, which is neutral in a minimum.

    Returns:
        Shape `(texts, 128)`; the element-wise minimum of two signatures is that of the union of their 5-grams.
    """
    signatures = np.full((len(texts), PERMUTATIONS), _NOTHING)
    usable = [place for place, text in enumerate(texts) if len(text) >= SHINGLE]
    for start in range(0, len(usable), _BATCH):
        places = usable[start : start + _BATCH]
        hashes, offsets = shingle_hashes([texts[place] for place in places])
        mixed = hashes.astype(np.uint32)
        for number, multiplier in enumerate(_MULTIPLIERS):
            signatures[places, number] = np.minimum.reduceat(mixed * multiplier, offsets[:-1])
    return signatures


def _keys(plains: list[list[str]], threshold: float) -> dict[str, np.ndarray]:
    asked, answered, rest = (minhash(part) for part in plains)
    row = np.minimum(np.minimum(asked, answered), rest)
    bands, width = bands_for(threshold)

    def keys(signatures: np.ndarray) -> np.ndarray:
        columns = [band_keys(signatures[:, band * width : (band + 1) * width]) for band in range(bands)]
        # Half of the hash is enough: a chance collision costs a comparison, no mistake.
        return (np.stack(columns, axis=1) >> np.uint64(32)).astype(np.uint32)

    named = {"row_keys": keys(row), "question_keys": keys(asked), "answer_keys": keys(answered)}
    return {**named, "sketch": (row & np.uint32(255)).astype(np.uint8)}


def _numbers(values) -> np.ndarray:
    return np.array(list(values), dtype=np.uint64)


class Texts:
    """The plain texts of all rows, on disk: nothing is held in memory but where they begin.

    Args:
        files: of the shards, in their order.
        ends: `ends` of each shard.
    """

    def __init__(self, files: Sequence[Path], ends: Sequence[np.ndarray]):
        self.files = list(files)
        self.ends = list(ends)
        self.first = np.cumsum([0, *map(len, ends)])
        self.open: dict[int, int] = {}

    def row(self, row: int) -> tuple[str, str, str]:
        """Return the plain question, answer and further turns of a row, counted over all shards."""
        shard = int(np.searchsorted(self.first, row, side="right")) - 1
        ends, place = self.ends[shard], row - int(self.first[shard])
        start = int(ends[place - 1, -1]) if place else 0
        if shard not in self.open:
            if len(self.open) >= 200:  # open files are limited
                os.close(self.open.pop(next(iter(self.open))))
            self.open[shard] = os.open(self.files[shard], os.O_RDONLY)
        data = os.pread(self.open[shard], int(ends[place, -1]) - start, start)
        one, two = (int(end) - start for end in ends[place, :2])
        return data[:one].decode(), data[one:two].decode(), data[two:].decode()

    def close(self) -> None:
        """Close the files."""
        while self.open:
            os.close(self.open.popitem()[1])
