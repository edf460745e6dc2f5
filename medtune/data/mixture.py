"""Instruction rows of several sources, mixed by weight, as token ids within a cutoff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from medtune.data.prompts import Prompts
from medtune.data.records import Record
from medtune.data.sources import read_source
from medtune.data.splits import assign_splits
from medtune.data.storage import SPLITS, read_records
from medtune.data.supervision import encode_examples

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

#: Share of a source's rows that may be left without an answer to learn.
MOST_DROPPED = 0.02


@dataclass(frozen=True)
class Part:
    """One source of a mixture.

    Args:
        name: how messages call it.
        weight: how often its training rows are taken in an epoch; of a fraction, so many rows drawn at random.
        path: folder with `train.parquet` (and validation and test), or one Parquet file of records.
        reader: options of a reader instead, with its name under `source`.
        prompt: kind of prompt for all rows; by their task if `None`.
        max_rows: train on so many of its rows, drawn at random.
    """

    name: str
    weight: float = 1.0
    path: str | None = None
    reader: Mapping[str, Any] | None = None
    prompt: str | None = None
    max_rows: int | None = None


@dataclass
class Count:
    """What became of the rows of one source and split.

    Args:
        source: name of the part; followed by the source that its rows name, where they name several.
        split: one of `SPLITS`.
        rows: read.
        unreadable: pieces of input that were no record.
        without_text: rows with nothing to ask or nothing to answer.
        used: rows encoded, before they are repeated by weight.
        source_cut: rows whose source text was cut.
        answer_cut: rows whose answer was cut.
        dropped: rows that lost all supervision.
        tokens: tokens of the rows used.
        supervised: tokens of their answers, end tokens included.
    """

    source: str
    split: str
    rows: int = 0
    unreadable: int = 0
    without_text: int = 0
    used: int = 0
    source_cut: int = 0
    answer_cut: int = 0
    dropped: int = 0
    tokens: int = 0
    supervised: int = 0


@dataclass
class Rows:
    """Encoded rows of one split.

    Args:
        ids: token ids of each row.
        prompt: number of tokens of each row's prompt.
        counts: what became of the rows, by source.
    """

    ids: list[np.ndarray] = field(default_factory=list)
    prompt: list[int] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)


def encode_mixture(
    parts: Sequence[Part],
    prompts: Prompts,
    tokenizer: PreTrainedTokenizerBase,
    cutoff: int,
    shares: tuple[float, float],
    seed: int,
) -> dict[str, Rows]:
    """Read, render and encode all sources.

    Args:
        parts: the sources.
        prompts: the builders.
        tokenizer: a fast one, with its chat template.
        cutoff: most tokens of a row.
        shares: of validation and test rows, for sources that are not split yet.
        seed: of splits and draws.

    Returns:
        The rows of each split. Weights and `max_rows` hold for training; the others are held out whole.

    Raises:
        ValueError: a source is empty, or more than `MOST_DROPPED` of it loses all supervision.
    """
    splits = {split: Rows() for split in SPLITS}
    for place, part in enumerate(parts):
        records, unreadable = read_part(part, shares, seed)
        counted = {}
        for split, found in records.items():
            if split == "train":
                found = _drawn(found, part.max_rows, (seed, place))
            counts = counted[split] = _counts(part, split, found)
            chosen = _encode(found, part, prompts, tokenizer, cutoff, counts, splits[split])
            splits[split].counts.extend(counts.values())
            if split == "train":
                next(iter(counts.values())).unreadable = unreadable
                _repeat(splits[split], chosen, part.weight, (seed, place))
        _refuse(part, counted, cutoff)
    return splits


def read_part(part: Part, shares: tuple[float, float], seed: int) -> tuple[dict[str, list[Record]], int]:
    """Read one source.

    Args:
        part: names it.
        shares: of validation and test rows, where it is not split yet; rows of one group stay together.
        seed: of that split.

    Returns:
        Records by split, and the number of pieces that were no record.

    Raises:
        FileNotFoundError: there is no such folder or file.
    """
    if part.path and Path(part.path).is_dir():
        files = {split: Path(part.path) / f"{split}.parquet" for split in SPLITS}
        return {
            name: read_records(file) if name == "train" or file.is_file() else [] for name, file in files.items()
        }, 0
    read = read_records(part.path) if part.path else list(read_source(part.reader))
    records = [row for row in read if isinstance(row, Record)]
    groups: dict[str, int] = {}
    clusters = [groups.setdefault(record.group or record.id, len(groups)) for record in records]
    places = assign_splits([record.id for record in records], [None] * len(records), clusters, *shares, seed)
    by_split = {split: [r for r, at in zip(records, places, strict=True) if at == n] for n, split in enumerate(SPLITS)}
    return by_split, len(read) - len(records)


def _counts(part: Part, split: str, records: list[Record]) -> dict[str, Count]:
    """Return a count for each source that the rows name: prepared data hold several, and one must not hide another."""
    rows = Counter(record.source for record in records) or {"": 0}
    alone = len(rows) == 1
    return {name: Count(part.name if alone else f"{part.name}: {name}", split, of) for name, of in rows.items()}


def _encode(
    records: list[Record],
    part: Part,
    prompts: Prompts,
    tokenizer: PreTrainedTokenizerBase,
    cutoff: int,
    counts: Mapping[str, Count],
    rows: Rows,
) -> list[int]:
    """Add a source's rows to a split, count them, and return their places in it."""
    examples, counted = [], []
    for record in records:
        if (example := prompts.build(record, part.prompt)) is None:
            counts[record.source].without_text += 1
        else:
            examples.append(example)
            counted.append(counts[record.source])
    start = len(rows.ids)
    for encoded, count in zip(encode_examples(examples, tokenizer, cutoff), counted, strict=True):
        if encoded is None:
            count.dropped += 1
            continue
        rows.ids.append(np.array(encoded.input_ids, dtype=np.int32))
        rows.prompt.append(encoded.prompt)
        count.used += 1
        count.source_cut += encoded.source_cut
        count.answer_cut += encoded.answer_cut
        count.tokens += len(encoded.input_ids)
        count.supervised += len(encoded.input_ids) - encoded.prompt
    return list(range(start, len(rows.ids)))


def _drawn(records: list[Record], limit: int | None, seed: tuple[int, int]) -> list[Record]:
    if limit is None or limit >= len(records):
        return records
    return [records[place] for place in np.random.default_rng((*seed, 0)).permutation(len(records))[:limit]]


def _repeat(rows: Rows, chosen: list[int], weight: float, seed: tuple[int, int]) -> None:
    """Let the rows just added, the last ones, stand in the split by their weight."""
    whole, fraction = divmod(weight, 1)
    some = np.random.default_rng((*seed, 1)).permutation(len(chosen))[: round(fraction * len(chosen))]
    wanted = chosen * int(whole) + sorted(chosen[place] for place in some)
    ids, prompt = [rows.ids[place] for place in wanted], [rows.prompt[place] for place in wanted]
    rows.ids[len(rows.ids) - len(chosen) :] = ids
    rows.prompt[len(rows.prompt) - len(chosen) :] = prompt


def _refuse(part: Part, counted: Mapping[str, Mapping[str, Count]], cutoff: int) -> None:
    """Judge a part by all its rows: of a few held-out ones a single row can be more than `MOST_DROPPED`."""
    trained = list(counted["train"].values())
    if not any(count.used or count.dropped for count in trained):
        rows, without_text = sum(count.rows for count in trained), sum(count.without_text for count in trained)
        raise ValueError(
            f"{part.name}: no row to train on; of {rows} rows read {without_text} lack a question or an "
            f"answer, and {trained[0].unreadable} pieces of input are no rows"
        )
    problems = []
    for name in dict.fromkeys(name for counts in counted.values() for name in counts):
        of_source = [counts[name] for counts in counted.values() if name in counts]
        total = Count(of_source[0].source, "all", used=sum(one.used for one in of_source))
        total.dropped = sum(one.dropped for one in of_source)
        if problem := too_many_dropped(total, cutoff):
            problems.append(f"{total.source}: {problem}")
    if problems:
        raise ValueError("\n".join(problems))


def too_many_dropped(count: Count, cutoff: int) -> str:
    """Say that a source loses more rows to the cutoff than is sensible; empty if it does not."""
    tried = count.used + count.dropped
    if count.dropped <= MOST_DROPPED * tried:
        return ""
    return (
        f"{count.dropped} of {tried} rows ({count.dropped / tried:.1%}) have no question or no answer left at a cutoff "
        f"of {cutoff} tokens; at most {MOST_DROPPED:.0%} may be lost. Raise data.cutoff, or leave the source out"
    )


def as_json(splits: Mapping[str, Rows]) -> list[dict[str, Any]]:
    """Return the counts of all splits, for the run's folder."""
    return [asdict(count) for rows in splits.values() for count in rows.counts]
