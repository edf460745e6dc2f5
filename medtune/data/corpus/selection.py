"""Which rows are trained on, which are tests, and which are kept aside: all that needs a look at every row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from medtune.data.cleaning import outliers
from medtune.data.cleaning.deduplicate import SHINGLE, bands_for, connect
from medtune.data.corpus.features import Texts
from medtune.data.corpus.near_duplicates import Comparer, matches, near_duplicate_links
from medtune.data.corpus.shards import ShardFiles
from medtune.data.corpus.steps import Cleaning

TRAIN, VALIDATION, FIRST_TEST, ASIDE = 0, 1, 2, -1
REPEATED = "answer repeated too often"
EXACT, NEAR = "exact duplicate", "near duplicate"
SAME_DIALOGUE = "same dialogue or patient as a test row"
TEST_QUESTION, TEST_ANSWER, TEST_ROW = "question of a test row", "answer of a test row", "same as a test row"
UNDRAWN = "outside the sample of max_rows"
REASONS = (*outliers.reasons(), REPEATED, EXACT, NEAR, SAME_DIALOGUE, TEST_ROW, TEST_QUESTION, TEST_ANSWER, UNDRAWN)


@dataclass(frozen=True)
class Wish:
    """What is to become of a source.

    Args:
        name: of the source.
        test_rows: so many rows are a test set; `None` for all of them.
        max_rows: most training rows; `None` for all.
    """

    name: str
    test_rows: int | None = 0
    max_rows: int | None = None


class Rows:
    """The features of all rows, read from the shards' files array by array.

    Args:
        files: of the shards, in their order.
        sources: number of each shard's source.
        kept: rows of each shard.
    """

    def __init__(self, files: Sequence[ShardFiles], sources: Sequence[int], kept: Sequence[int]):
        self.files = files
        self.sources = np.repeat(np.asarray(sources, dtype=np.int32), kept)
        self.count = int(sum(kept))
        self.first = np.cumsum([0, *kept])

    def array(self, name: str) -> np.ndarray:
        """Read one array of all shards."""
        parts = []
        for files in self.files:
            with np.load(files.path("npz"), allow_pickle=False) as arrays:
                parts.append(arrays[name])
        return np.concatenate(parts)

    def bands(self, name: str) -> Callable[[int], np.ndarray]:
        """Read the keys of all bands and return a function that gives those of one."""
        keys = self.array(name).T.copy()
        return lambda band: keys[band]

    def texts(self) -> Texts:
        """Return the rows' plain texts."""
        ends = []
        for files in self.files:
            with np.load(files.path("npz"), allow_pickle=False) as arrays:
                ends.append(arrays["ends"])
        return Texts([files.path("texts") for files in self.files], ends)


@dataclass
class Selection:
    """What becomes of every row.

    Args:
        place: `TRAIN`, `VALIDATION`, `FIRST_TEST + source` or `ASIDE`, shape `(rows,)`.
        reason: place in `REASONS` of rows kept aside, else -1, shape `(rows,)`.
        like: for a duplicate the number of the row it repeats, else -1, shape `(rows,)`.
        clusters: number of clusters of several rows.
        largest: rows in the largest of them.
        limits: lowest and highest usual value of each measure, by source.
    """

    place: np.ndarray
    reason: np.ndarray
    like: np.ndarray
    clusters: int = 0
    largest: int = 0
    limits: dict[str, list] = field(default_factory=dict)

    def aside(self, rows: np.ndarray, reason: str | np.ndarray, like: np.ndarray | int = -1) -> None:
        """Keep rows aside."""
        self.place[rows] = ASIDE
        self.reason[rows] = REASONS.index(reason) if isinstance(reason, str) else reason
        self.like[rows] = like


def select(
    rows: Rows,
    wishes: Sequence[Wish],
    cleaning: Cleaning,
    validation: float,
    folder: Path | None = None,
    advance: Callable[[str], object] = lambda what: None,
) -> Selection:
    """Decide on every row: outliers, repeated answers, duplicates, test sets, contamination, samples, validation.

    A source that is a test set as a whole loses no row. What is decided depends on the rows and the seed of their
    draws alone.

    Args:
        rows: all clean rows.
        wishes: what is to become of each source.
        cleaning: of the recipe.
        validation: share of the training rows.
        folder: for what is to survive the end of the process.
        advance: is told what is being done.
    """
    selection = Selection(
        *(np.full(rows.count, value, dtype) for value, dtype in ((TRAIN, np.int16), (-1, np.int16))),
        np.full(rows.count, -1, dtype=np.int64),
    )
    for number, wish in enumerate(wishes):
        if wish.test_rows is None:
            selection.place[rows.sources == number] = FIRST_TEST + number
    if cleaning.outliers is not None:
        advance("outliers")
        _outliers(rows, wishes, cleaning.outliers, selection)
    if cleaning.max_repeats is not None:
        _repeats(rows, cleaning.max_repeats, selection)
    texts = rows.texts()
    if cleaning.duplicates is not None:
        _duplicates(rows, texts, cleaning, selection, folder, advance)
    _draw_tests(rows, wishes, selection)
    if cleaning.duplicates is not None and (selection.place >= FIRST_TEST).any():
        advance("training rows that say what a test row says")
        _contamination(rows, texts, cleaning, selection)
    texts.close()
    _samples(rows, wishes, selection)
    if validation:
        share = np.uint64(min(int(validation * 2**64), 2**64 - 1))
        selection.place[(selection.place == TRAIN) & (rows.array("group_draw") < share)] = VALIDATION
    return selection


def check_ids(rows: Rows) -> None:
    """Make sure that no two rows have one id.

    Raises:
        ValueError: with what to do.
    """
    ids = np.sort(rows.array("id_hash"))
    twice = int((ids[1:] == ids[:-1]).sum())
    if twice:
        raise ValueError(
            f"{twice:,} ids occur more than once: data.sources names a file twice, or two files of one name in two "
            "entries. Name each file once, or give both in one entry"
        )


def _outliers(rows: Rows, wishes: Sequence[Wish], options: outliers.Options, selection: Selection) -> None:
    measures = rows.array("measures")
    judged = np.flatnonzero(selection.place == TRAIN)
    found = outliers.find_outliers(measures[judged], rows.sources[judged], options)
    far = found >= 0
    selection.aside(judged[far], found[far].astype(np.int16))
    for number, wish in enumerate(wishes):
        usual = judged[(rows.sources[judged] == number) & ~far]
        if len(usual):
            selection.limits[wish.name] = outliers.limits(measures[usual], options)


def _repeats(rows: Rows, most: int, selection: Selection) -> None:
    hashes, sizes = rows.array("answer_hash"), rows.array("sizes")[:, 1]
    judged = np.flatnonzero((selection.place == TRAIN) & (sizes > 0))
    _, inverse, counts = np.unique(hashes[judged], return_inverse=True, return_counts=True)
    selection.aside(judged[counts[inverse] > most], REPEATED)


def _duplicates(
    rows: Rows,
    texts: Texts,
    cleaning: Cleaning,
    selection: Selection,
    folder: Path | None,
    advance: Callable[[str], object],
) -> None:
    """Keep the first row of each cluster of duplicates."""
    judged = np.flatnonzero(selection.place == TRAIN)
    hashes = rows.array("row_hash")[judged]
    _, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
    original = judged[first[inverse]]
    selection.aside(judged[original != judged], EXACT, original[original != judged])
    threshold = cleaning.duplicates.threshold
    if threshold is None:
        return
    advance("near duplicates")
    sizes = rows.array("sizes")
    judged = judged[(original == judged) & (sizes[judged] >= SHINGLE).any(axis=1)]
    sizes = sizes.sum(axis=1)
    sketch, (bands, _) = rows.array("sketch"), bands_for(threshold)
    keys = rows.bands("row_keys")
    links = near_duplicate_links(
        lambda band: keys(band)[judged],
        bands,
        sketch[judged],
        sizes[judged],
        _Renumbered(texts, judged),
        threshold,
        folder,
        lambda band: advance(f"near duplicates, band {band + 1} of {bands}"),
    )
    clusters = connect(len(judged), links)
    _, first = np.unique(clusters, return_index=True)
    original = judged[first[clusters]]
    selection.aside(judged[original != judged], NEAR, original[original != judged])
    sizes = np.bincount(clusters)
    selection.clusters, selection.largest = int((sizes > 1).sum()), int(sizes.max(initial=0))


class _Renumbered(Comparer):
    """A comparer of some of the rows, which are counted from 0."""

    def __init__(self, texts: Texts, rows: np.ndarray):
        super().__init__(texts)
        self.rows = rows

    def _read(self, row: int) -> frozenset[int]:
        return super()._read(int(self.rows[row]))


def _draw_tests(rows: Rows, wishes: Sequence[Wish], selection: Selection) -> None:
    """Draw the test rows of sources that have both; what else is of their dialogues is kept aside."""
    if not any(wish.test_rows for wish in wishes):
        return
    draws, groups = rows.array("row_draw"), rows.array("group_draw")
    for number, wish in enumerate(wishes):
        if wish.test_rows:
            own = np.flatnonzero((selection.place == TRAIN) & (rows.sources == number))
            ranked = own[np.lexsort((draws[own], groups[own]))]
            tests, others = ranked[: wish.test_rows], ranked[wish.test_rows :]
            selection.place[tests] = FIRST_TEST + number
            selection.aside(others[np.isin(groups[others], groups[tests])], SAME_DIALOGUE)


def _contamination(rows: Rows, texts: Texts, cleaning: Cleaning, selection: Selection) -> None:
    """Keep training rows aside that say what a test row says: as a whole, in the question or in the answer."""
    options = cleaning.duplicates
    tests = np.flatnonzero(selection.place >= FIRST_TEST)
    sizes = rows.array("sizes")
    _equal(rows.array("row_hash"), tests, selection, TEST_ROW)
    for part, (name, reason) in enumerate((("question", TEST_QUESTION), ("answer", TEST_ANSWER))):
        long = sizes[:, part] >= options.min_characters
        asked = tests[long[tests]]
        hashes = rows.array(f"{name}_hash")
        _equal(hashes, asked, selection, reason, long)
        wanted = np.flatnonzero((selection.place == TRAIN) & long)
        if options.threshold is None or not len(asked) or not len(wanted):
            continue
        unique = asked[np.unique(hashes[asked], return_index=True)[1]]
        bands, _ = bands_for(options.threshold)
        comparer = Comparer(texts, (part,))
        like = matches(rows.bands(f"{name}_keys"), bands, wanted, unique, comparer, options.threshold)
        selection.aside(wanted[like >= 0], reason, like[like >= 0])


def _equal(
    hashes: np.ndarray, tests: np.ndarray, selection: Selection, reason: str, long: np.ndarray | None = None
) -> None:
    train = np.flatnonzero(selection.place == TRAIN if long is None else (selection.place == TRAIN) & long)
    if not len(tests):
        return
    values, first = np.unique(hashes[tests], return_index=True)
    place = np.minimum(np.searchsorted(values, hashes[train]), len(values) - 1)
    equal = values[place] == hashes[train]
    selection.aside(train[equal], reason, tests[first[place[equal]]])


def _samples(rows: Rows, wishes: Sequence[Wish], selection: Selection) -> None:
    if all(wish.max_rows is None for wish in wishes):
        return
    draws = rows.array("row_draw")
    for number, wish in enumerate(wishes):
        if wish.max_rows is not None:
            own = np.flatnonzero((selection.place == TRAIN) & (rows.sources == number))
            ranked = own[np.argsort(draws[own], kind="stable")]
            selection.aside(ranked[wish.max_rows :], UNDRAWN)
