"""Answers of an instruction-tuned model to held-out rows, by the prompts that it was trained on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.data.mixture import Part, read_part
from medtune.data.prompts import Prompts
from medtune.data.records import Prediction, Record
from medtune.data.supervision import fit_prompts
from medtune.evaluation.generation import generate_replies
from medtune.evaluation.predictions import system_name, write_predictions
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
    """Write answers to held-out rows, evenly of all sources, to `predictions.parquet`.

    Args:
        recipe: names sources and cutoff, and how answers are generated.
        output_dir: of the run.
        model: the tuned model.
        tokenizer: with the chat template.
        prompts: the builders that it was trained with.
    """
    held_out = [
        (record, part.prompt)
        for part in (Part(**fields) for fields in parts_of(recipe))
        for record in _held_out(part, recipe)[: -(-recipe.generation.rows // len(recipe.data.sources))]
    ]
    asked = [(record, built) for record, kind in held_out if (built := prompts.build(record, kind)) is not None]
    asked = asked[: recipe.generation.rows]
    room = recipe.data.cutoff - recipe.data.cutoff // 2
    ids = fit_prompts([built for _, built in asked], tokenizer, room)
    was_cached, model.config.use_cache = model.config.use_cache, True
    answers = generate_replies(model, tokenizer, ids, recipe.generation)
    model.config.use_cache = was_cached
    write_predictions(output_dir / "predictions.parquet", _predictions(asked, answers, system_name(output_dir)))


def _held_out(part: Part, recipe: Recipe) -> Sequence[Record]:
    records, _ = read_part(part, (recipe.data.validation, recipe.data.test), recipe.seed)
    return records["test"] or records["validation"]


def _predictions(asked: Sequence[tuple[Record, Any]], answers: Sequence[str], system: str) -> list[Prediction]:
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
