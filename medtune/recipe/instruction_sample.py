"""A sample of the rows of an instruction tuning, rendered and cut as in training."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from medtune.recipe.errors import Problem
from medtune.recipe.networks import find_file
from medtune.recipe.token_sample import SAMPLE_ROWS

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

    from medtune.data.mixture import Count, Part
    from medtune.data.prompts import Example
    from medtune.data.records import Record
    from medtune.data.supervision import Encoded
    from medtune.tasks.instruction_tuning import Recipe


@dataclass(frozen=True)
class Sample:
    """Rows of one source.

    Args:
        part: the source.
        rows: all of its training rows; None where they would have to be read to be counted.
        examples: conversations of the first rows.
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
    """Render and encode the first rows of each source that is there; None while the tokenizer is not.

    Raises:
        ValueError: the chat template is not fit for training.
    """
    from medtune.data.mixture import Count, Part
    from medtune.data.supervision import encode_examples
    from medtune.recipe.instruction_checks import parts_of

    tokenizer = tokenizer_of(recipe)
    if tokenizer is None:
        return None
    samples = []
    for fields in parts_of(recipe.data.sources):
        part = Part(**fields)
        records, rows = _first(part)
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
        samples.append(Sample(part, rows, examples, encoded, count))
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
            lack = (
                f"none of the first {one.count.rows} rows has a question and an answer" if one.count.rows else "empty"
            )
            problems.append(recipe.problem(key, f"{one.part.name}: {lack}", "Check file and columns"))
        elif problem := too_many_dropped(one.count, recipe.data.cutoff):
            problems.append(recipe.problem("data.cutoff", f"{one.part.name}: {problem}", value=recipe.data.cutoff))
    return problems


def _first(part: Part) -> tuple[list[Record] | None, int | None]:
    """Return the first records of a source, and how many there are if that is known; None while it is not there."""
    import pyarrow.parquet as pq

    from medtune.data.records import Record
    from medtune.data.sources import read_source

    if part.path is None:
        try:
            read = list(islice(read_source(part.reader), SAMPLE_ROWS))
        except FileNotFoundError:
            return None, None
        return [row for row in read if isinstance(row, Record)], None
    file = Path(part.path) / "train.parquet" if Path(part.path).is_dir() else Path(part.path)
    if not file.is_file():
        return None, None
    opened = pq.ParquetFile(file)
    batch = next(opened.iter_batches(batch_size=SAMPLE_ROWS), None)
    rows = [] if batch is None else [Record.from_row(row) for row in batch.to_pylist()]
    return rows, opened.metadata.num_rows


@cache
def _grown(name: str, gguf_file: str | None, pieces: str | None) -> PreTrainedTokenizerBase:
    from medtune.adapters.base import load_tokenizer
    from medtune.models.sentencepieces import chinese_pieces, with_pieces

    tokenizer = load_tokenizer(name, gguf_file)
    return tokenizer if pieces is None else with_pieces(tokenizer, chinese_pieces(pieces))[0]
