"""The held-out rows that all systems of an evaluation answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from medtune.data.prompts import Example, Prompts
from medtune.data.records import Record
from medtune.data.sources import read_source
from medtune.data.splits import draw
from medtune.data.storage import read_records

if TYPE_CHECKING:
    from medtune.tasks.evaluate import Recipe, Source


@dataclass(frozen=True, slots=True)
class Question:
    """One row.

    Args:
        source: name of the source in the recipe.
        record: the row, with the doctor's answer.
        kind: kind of prompt; by the row's task if `None`.
        example: the conversation with the recipe's system line; its answer is the reference.
    """

    source: str
    record: Record
    kind: str | None
    example: Example


@dataclass(frozen=True)
class Questions:
    """All rows of an evaluation.

    Args:
        rows: in the order of the sources.
        read: rows of each source as they were read, by its name.
        unreadable: pieces of input that were no record, by source.
        without_text: rows with nothing to ask or no answer to compare with, by source.
    """

    rows: list[Question]
    read: dict[str, int]
    unreadable: dict[str, int]
    without_text: dict[str, int]

    def used(self) -> Counter:
        """Return the number of rows of each source that are asked."""
        return Counter(row.source for row in self.rows)


def read_questions(recipe: Recipe, prompts: Prompts) -> Questions:
    """Read the rows of all sources.

    Rows are drawn by a hash of seed and id: the same rows whatever their order, and the first of a larger draw.

    Args:
        recipe: names the sources.
        prompts: the builders.

    Returns:
        Rows with something to ask and an answer to compare with.

    Raises:
        ValueError: no row is left of a source, or ids occur twice.
        FileNotFoundError: a file is not there.
    """
    found = Questions([], {}, {}, {})
    for source in recipe.data.sources:
        records, unreadable = _records(source)
        rows = [
            Question(source.label, record, source.prompt, example)
            for record in records
            if (example := prompts.build(record, source.prompt)) is not None
        ]
        if not rows:
            raise ValueError(
                f"data.sources: {source.label}: none of {len(records)} rows has something to ask and an answer to "
                f"compare with; {unreadable} pieces of input are no rows"
            )
        found.read[source.label] = len(records)
        found.unreadable[source.label] = unreadable
        found.without_text[source.label] = len(records) - len(rows)
        found.rows.extend(_drawn(rows, source.max_rows, recipe.seed))
    _require_unique([row.record.id for row in found.rows])
    return found


def _records(source: Source) -> tuple[list[Record], int]:
    """Return the records of a source, and the number of pieces that are none."""
    if source.path is not None:
        path = Path(source.path)
        return read_records(path / f"{source.split}.parquet" if path.is_dir() else path), 0
    read = list(read_source(source.read.model_dump()))
    records = [row for row in read if isinstance(row, Record)]
    return records, len(read) - len(records)


def _drawn(rows: list[Question], limit: int | None, seed: int) -> list[Question]:
    if limit is None or limit >= len(rows):
        return rows
    # Not the draw that split the data by the same seed: it would prefer the languages of which much was held out.
    chosen = sorted(range(len(rows)), key=lambda place: draw(seed, f"asked:{rows[place].record.id}"))[:limit]
    return [rows[place] for place in sorted(chosen)]


def _require_unique(ids: Sequence[str]) -> None:
    twice = [name for name, count in Counter(ids).items() if count > 1]
    if twice:
        raise ValueError(
            f"data.sources: {len(twice)} ids stand for several rows, such as {', '.join(twice[:3])}: answers could "
            "not be told apart. Name each file once"
        )
