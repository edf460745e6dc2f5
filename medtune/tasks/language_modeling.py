"""`task: language-modeling`: a decoder alone on patient-doctor text (MEDI-BERPT, experiment 3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from medtune.recipe import schema, sections
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input

METRICS = ("loss", "perplexity")


class Model(schema.Section):
    """The decoder.

    Args:
        decoder: Hub id, path or configuration of a causal language model.
        tokenizer: Hub id or path; the decoder's by default.
        extend_vocabulary: adds characters of the training rows that the tokenizer does not know; off by default.
    """

    decoder: sections.Model
    tokenizer: str | None = None
    extend_vocabulary: sections.ExtendVocabulary | None = None


class Recipe(schema.TrainingRecipe):
    """Language modelling on the text `start description end reply end`.

    Args:
        model: the decoder.
        data: descriptions with replies.
        generation: how replies to the test split are generated.
    """

    task: Literal["language-modeling"]
    model: Model
    data: sections.PreparedDataSection
    generation: sections.Generation = sections.Generation()


def inputs(recipe: Recipe) -> list[Input]:
    """Return the data and the model it starts from."""
    return sections.inputs_of(recipe, models=("decoder", "tokenizer"))


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    return sections.check_trained(recipe, {"decoder": "tokenizer"})


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Train, evaluate on the test split, and score generated replies."""
    from transformers import AutoTokenizer, set_seed

    from medtune.data.encoded import encode_splits, identity
    from medtune.data.storage import PreparedData
    from medtune.data.tokenization import encode_dialogues, encode_prompts
    from medtune.evaluation.inference.generation import generate_replies
    from medtune.evaluation.inference.predictions import collect, system_name, write_predictions
    from medtune.evaluation.replies import score_replies
    from medtune.models.decoder import load_decoder
    from medtune.models.random_init import config_from
    from medtune.models.vocabulary import Part, extend_vocabularies
    from medtune.runs import CACHE
    from medtune.trainers.fit import fit, trainer_arguments
    from medtune.trainers.language_modeling import LanguageModelingTrainer

    set_seed(recipe.seed)
    data = PreparedData.open(recipe.data.path)
    tokenizer = AutoTokenizer.from_pretrained(recipe.model.tokenizer or recipe.model.decoder)
    model = load_decoder(config_from(recipe.model.decoder, tokenizer), tokenizer)
    needs = ("description", "reply")
    parts = {"decoder": Part(model, tokenizer, recipe.model.extend_vocabulary, needs)}
    added = extend_vocabularies(parts, data, needs, recipe.data.max_train_rows, recipe.seed, output_dir)
    model.generation_config.update(**recipe.generation.options())  # saved with the weights, for prediction
    special = (model.config.bos_token_id, model.config.eos_token_id)
    lengths = (recipe.data.max_tokens, recipe.data.max_reply_tokens)

    splits = encode_splits(
        data,
        lambda table: {"input_ids": (ids := encode_dialogues(table, tokenizer, *lengths, *special)), "labels": ids},
        output_dir / CACHE,
        key=("language-modeling", identity(tokenizer), lengths, special),
        needs=needs,
        max_train_rows=recipe.data.max_train_rows,
        seed=recipe.seed,
    )
    trainer = LanguageModelingTrainer(
        model=model,
        preprocessor=tokenizer,
        **trainer_arguments(recipe, output_dir, splits, model.config.pad_token_id),
    )
    metrics = fit(trainer, output_dir) | added
    metrics |= trainer.evaluate(splits["test"].tokens, metric_key_prefix="test")

    if trainer.is_world_process_zero() and recipe.generation.rows:
        table = splits["test"].table.slice(0, recipe.generation.rows)
        prompts = encode_prompts(table["description"].to_pylist(), tokenizer, recipe.data.max_tokens, *special)
        replies = generate_replies(model, tokenizer, prompts, recipe.generation)
        write_predictions(output_dir / "predictions.parquet", collect(table, system_name(output_dir), replies=replies))
        metrics |= score_replies(replies, table["reply"].to_pylist(), table["language"].to_pylist())
    return metrics
