"""Answers of an instruction-tuned model to held-out rows, by the prompts that it was trained on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from medtune.data.mixture import Part, read_part
from medtune.data.prompts import Example, Prompts
from medtune.data.records import Prediction, Record
from medtune.data.supervision import fit_prompts
from medtune.evaluation.inference.generation import generate_replies
from medtune.evaluation.inference.predictions import system_name, write_predictions
from medtune.recipe.instruction_checks import parts_of

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

    from medtune.tasks.instruction_tuning import Recipe


def answer_rows(
    recipe: Recipe,
    output_dir: Path,
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    prompts: Prompts,
) -> None:
    """Write answers to held-out rows, in turn of each source and language, to `predictions.parquet`.

    Args:
        recipe: names sources and cutoff, and how answers are generated.
        output_dir: of the run.
        model: the tuned model.
        tokenizer: with the chat template.
        prompts: the builders that it was trained with.
    """
    asked = _asked(recipe, prompts, recipe.generation.rows)
    ids = fit_prompts([built for _, built in asked], tokenizer, room_for_prompts(recipe))
    was_cached, model.config.use_cache = model.config.use_cache, True
    answers = generate_replies(model, tokenizer, ids, recipe.generation)
    model.config.use_cache = was_cached
    write_predictions(output_dir / "predictions.parquet", _predictions(asked, answers, system_name(output_dir)))


def held_out_prompts(recipe: Recipe, tokenizer: PreTrainedTokenizerBase, prompts: Prompts, count: int) -> list[str]:
    """Return so many prompts of held-out rows as text, on which a merged model is compared with base and adapter."""
    ids = fit_prompts([built for _, built in _asked(recipe, prompts, count)], tokenizer, room_for_prompts(recipe))
    # Whoever tokenizes a prompt puts the start token there.
    return [tokenizer.decode(row).removeprefix(tokenizer.bos_token or "") for row in ids]


def room_for_prompts(recipe: Recipe) -> int:
    """Return the most tokens of a prompt: what an answer as long as may be leaves in training."""
    return recipe.data.cutoff - recipe.data.cutoff // 2


def _asked(recipe: Recipe, prompts: Prompts, count: int) -> list[tuple[Record, Example]]:
    """Return held-out rows with their conversations, in turn of each source and language, also within prepared data."""
    groups: dict[tuple[int, str, str], list[tuple[Record, Part]]] = {}
    for number, fields in enumerate(parts_of(recipe.data.sources)):
        part = Part(**fields)
        for record in _held_out(part, recipe):
            groups.setdefault((number, record.source, record.language), []).append((record, part))
    turns = (pair for turn in zip_longest(*groups.values()) for pair in turn if pair is not None)
    built = ((record, prompts.build(record, part.prompt)) for record, part in turns)
    return list(islice(((record, example) for record, example in built if example is not None), count))


def _held_out(part: Part, recipe: Recipe) -> Sequence[Record]:
    records, _ = read_part(part, (recipe.data.validation, recipe.data.test), recipe.seed)
    return records["test"] or records["validation"]


def _predictions(asked: Sequence[tuple[Record, Example]], answers: Sequence[str], system: str) -> list[Prediction]:
    return [
        Prediction(
            id=record.id,
            system=system,
            language=record.language,
            task=record.task,
            input=built.messages(with_answer=False)[-1]["content"],
            reference=built.answer,
            prediction=answer,
        )
        for (record, built), answer in zip(asked, answers, strict=True)
    ]
