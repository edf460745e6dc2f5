"""A sample of the rows of an instruction tuning, rendered and cut as in training."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.recipe.errors import Problem
from medtune.recipe.inputs import find_file
from medtune.recipe.token_sample import SAMPLE_ROWS

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

    from medtune.data.mixture import Count, Part
    from medtune.data.prompts import Example
    from medtune.data.records import Record
    from medtune.data.supervision import Encoded
    from medtune.tasks.instruction_tuning import Recipe

#: Rows of a raw source among which the sample is drawn: a tenth of a second's to two seconds' reading.
LOOKED_AT = 20_000
_ROW_GROUPS = 10
#: Samples of the recipes looked at last: a check asks three times, for mistakes, the plan and the rows that it shows.
_LATEST: dict[tuple, list[Sample] | None] = {}
_KEPT = 8


@dataclass(frozen=True)
class Sample:
    """Rows of one source.

    Args:
        part: the source.
        rows: all of its training rows; None where they would have to be read to be counted.
        examples: conversations of the rows drawn.
        encoded: the same as token ids; None where no answer is left.
        count: what became of them.
    """

    part: Part
    rows: int | None
    examples: list[Example]
    encoded: list[Encoded | None]
    count: Count


def tokenizer_of(recipe: Recipe) -> PreTrainedTokenizerBase | None:
    """Return the tokenizer with its chat template; None while it is not at hand.

    Raises:
        ValueError: it cannot be extended as the recipe asks.
    """
    from medtune.data.prompts import install_template

    model = recipe.model
    name = model.tokenizer or model.base
    pieces = model.extend_vocabulary if Path(model.extend_vocabulary or "").is_file() else None
    if model.gguf_file and not model.tokenizer and (Path(model.base) / model.gguf_file).is_file():
        tokenizer = _grown(model.base, model.gguf_file, pieces)
    elif find_file(name, "tokenizer.json") or find_file(name, "tokenizer_config.json"):
        tokenizer = _grown(name, None, pieces)
    else:
        return None
    template = recipe.prompts.chat_template
    if template not in ("alpaca", "model") and not Path(template).is_file():
        return None
    install_template(tokenizer, template, builders(recipe), recipe.prompts.system)
    return tokenizer


def builders(recipe: Recipe):
    """Return the builders of prompts."""
    from medtune.data.prompts import Prompts

    return Prompts(recipe.prompts.system, recipe.prompts.systems, recipe.prompts.kinds)


def sample(recipe: Recipe) -> list[Sample] | None:
    """Render and encode some rows of each source that is there; None while the tokenizer is not.

    Raises:
        ValueError: the chat template is not fit for training.
    """
    from medtune.recipe.instruction_checks import inputs

    key = (recipe.model_dump_json(), *(_stamp(Path(one.name)) for one in inputs(recipe)))
    if key not in _LATEST:
        drawn = _sample(recipe)
        while len(_LATEST) >= _KEPT:
            _LATEST.pop(next(iter(_LATEST)))
        _LATEST[key] = drawn
    return _LATEST[key]


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what changes when a file or folder is written again; None of what is not there."""
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None


def _sample(recipe: Recipe) -> list[Sample] | None:
    from medtune.data.mixture import Count, Part
    from medtune.data.supervision import encode_examples
    from medtune.recipe.instruction_checks import parts_of

    tokenizer = tokenizer_of(recipe)
    if tokenizer is None:
        return None
    samples = []
    for fields in parts_of(recipe.data.sources):
        part = Part(**fields)
        records, rows = _drawn(part)
        if records is None:
            continue
        prompts = builders(recipe)
        examples = [built for record in records if (built := prompts.build(record, part.prompt)) is not None]
        encoded = encode_examples(examples, tokenizer, recipe.data.cutoff)
        kept = [one for one in encoded if one is not None]
        count = Count(
            part.name,
            "train",
            rows=len(records),
            without_text=len(records) - len(examples),
            used=len(kept),
            source_cut=sum(one.source_cut for one in kept),
            answer_cut=sum(one.answer_cut for one in kept),
            dropped=len(encoded) - len(kept),
            tokens=sum(len(one.input_ids) for one in kept),
            supervised=sum(len(one.input_ids) - one.prompt for one in kept),
        )
        samples.append(Sample(part, _trained_on(recipe, part, rows), examples, encoded, count))
    return samples


def sample_problems(recipe: Recipe) -> list[Problem]:
    """Return what a sample of the rows shows: no rows, a cutoff that leaves no answer, an unfit template."""
    from medtune.data.mixture import too_many_dropped

    try:
        samples = sample(recipe) or []
    except (ValueError, OSError) as error:
        return [recipe.problem("data.sources", str(error))]
    problems = []
    for place, one in enumerate(samples):
        key = f"data.sources.{place}"
        if not one.examples:
            lack = f"none of {one.count.rows} rows drawn has a question and an answer" if one.count.rows else "empty"
            problems.append(recipe.problem(key, f"{one.part.name}: {lack}", "Check file and columns"))
        elif problem := too_many_dropped(one.count, recipe.data.cutoff):
            problems.append(recipe.problem("data.cutoff", f"{one.part.name}: {problem}", value=recipe.data.cutoff))
    return problems + _forgetting_problems(recipe)


def _forgetting_problems(recipe: Recipe) -> list[Problem]:
    """Return the sources on which forgetting would be measured and that have nothing to measure it on."""
    from medtune.data.mixture import Part
    from medtune.recipe.instruction_checks import parts_of

    prompts, problems = builders(recipe), []
    for place, fields in enumerate(parts_of(recipe.forgetting.sources) if recipe.forgetting else ()):
        part = Part(**fields)
        records, _ = _drawn(part, "validation")
        if records is None or any(prompts.build(record, part.prompt) is not None for record in records):
            continue
        lack = f"none of {len(records)} rows drawn has a question and an answer" if records else "no rows to measure on"
        problems.append(recipe.problem(f"forgetting.sources.{place}", f"{part.name}: {lack}", "Check file and columns"))
    return problems


def _drawn(part: Part, split: str = "train") -> tuple[list[Record] | None, int | None]:
    """Draw records over a whole source, and tell how many it has if that is known; None while it is not there.

    Args:
        part: the source.
        split: which rows, where it is split already.
    """
    if part.path is not None:
        file = Path(part.path) / f"{split}.parquet" if Path(part.path).is_dir() else Path(part.path)
        return _from_parquet(file) if file.is_file() else (None, None)
    try:
        return _from_reader(part.reader)
    except FileNotFoundError:
        return None, None


def _from_reader(reader: Mapping[str, Any]) -> tuple[list[Record], int | None]:
    """Draw from the first rows of a reader, each as likely as any other (Vitter 1985, algorithm R).

    Returns:
        The records in their order, and the number of all; None where there are more than were looked at.
    """
    from medtune.data.records import Record
    from medtune.data.sources import read_source

    generator, drawn, seen = random.Random(0), [], 0
    read = read_source(reader)
    for row in islice(read, LOOKED_AT):
        if not isinstance(row, Record):
            continue
        seen += 1
        place = seen - 1 if seen <= SAMPLE_ROWS else generator.randrange(seen)
        if place < SAMPLE_ROWS:
            drawn[place : place + 1] = [(seen, row)]
    whole = next(read, None) is None
    return [row for _, row in sorted(drawn, key=lambda one: one[0])], seen if whole else None


def _from_parquet(file: Path) -> tuple[list[Record], int]:
    """Take rows evenly from a few row groups, themselves spread over the file, and count all."""
    import numpy as np
    import pyarrow.parquet as pq

    from medtune.data.records import RECORD_SCHEMA, Record
    from medtune.data.storage import check_records

    check_records(file)
    opened, records, start = pq.ParquetFile(file), [], 0
    groups = opened.num_row_groups
    chosen = np.unique(np.linspace(0, groups - 1, min(groups, _ROW_GROUPS)).astype(int)).tolist()
    rows = sum(opened.metadata.row_group(number).num_rows for number in chosen)
    places = np.unique(np.linspace(0, rows - 1, min(rows, SAMPLE_ROWS)).astype(int))
    for number in chosen:
        last = start + opened.metadata.row_group(number).num_rows
        mine = places[(places >= start) & (places < last)] - start
        rows_of_group = opened.read_row_group(number, RECORD_SCHEMA.names).take(mine)
        records += [Record.from_row(row) for row in rows_of_group.to_pylist()]
        start = last
    return records, opened.metadata.num_rows


def _trained_on(recipe: Recipe, part: Part, rows: int | None) -> int | None:
    """Return how many rows of a source are trained on, where it is split by the run itself."""
    if rows is None or (part.path and Path(part.path).is_dir()):
        return rows
    return round(rows * (1 - recipe.data.validation - recipe.data.test))


@cache
def _grown(name: str, gguf_file: str | None, pieces: str | None) -> PreTrainedTokenizerBase:
    from medtune.adapters.base import load_tokenizer
    from medtune.models.sentencepieces import chinese_pieces, with_pieces

    tokenizer = load_tokenizer(name, gguf_file)
    return tokenizer if pieces is None else with_pieces(tokenizer, chinese_pieces(pieces))[0]
