"""`task: multitask`: department and reply learnt together (MEDI-BERPT, experiments 4 and 5)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from medtune.recipe import schema, sections
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input

if TYPE_CHECKING:
    from transformers.trainer_utils import PredictionOutput

    from medtune.data.encoded import EncodedSplit
    from medtune.models import BERPTModel, BERPTProcessor

METRICS = ("loss", "classification_loss", "reply_loss", *sections.DEPARTMENT_METRICS)


class Model(schema.Section):
    """The joint model.

    Args:
        encoder: Hub id, path or configuration of a BERT-family encoder; a checkpoint of `task: classification` brings
            its head along (warm start).
        decoder: Hub id, path or configuration of a GPT-2-family decoder; a checkpoint of `task: language-modeling`
            is a warm start. Cross-attention is added where it has none.
        tokenizer: Hub id or path; the encoder's by default.
        decoder_tokenizer: Hub id or path; the decoder's by default.
        pooling: `cls` takes the first token's hidden state (the paper), `mean` the average over the text.
        classifier_dropout: probability of dropout before the head.
        classification_temperature: number by which the department logits are divided, in the loss and in the
            probabilities alike; above 1 flattens them. A warm start takes the recipe's, not the checkpoint's.
        classification_loss_weight: factor of the department loss.
        reply_loss_weight: factor of the reply loss.
        extend_vocabulary: adds characters of the descriptions that the encoder's tokenizer does not know; off by
            default.
        extend_decoder_vocabulary: the same for the replies and the decoder's tokenizer.
        freeze: weights that stay as they are.
    """

    encoder: sections.Model
    decoder: sections.Model
    tokenizer: str | None = None
    decoder_tokenizer: str | None = None
    pooling: sections.Pooling = "cls"
    classifier_dropout: float = Field(default=0.1, ge=0, lt=1)
    classification_temperature: float = Field(default=1.0, gt=0)
    classification_loss_weight: float = Field(default=1.0, ge=0)
    reply_loss_weight: float = Field(default=1.0, ge=0)
    extend_vocabulary: sections.ExtendVocabulary | None = None
    extend_decoder_vocabulary: sections.ExtendVocabulary | None = None
    freeze: sections.Freeze = sections.Freeze()


class Recipe(schema.TrainingRecipe):
    """Joint training of department and reply.

    Args:
        model: the joint model.
        data: descriptions with departments and replies.
        generation: how replies to the test split are generated.
    """

    task: Literal["multitask"]
    model: Model
    data: sections.PreparedDataSection
    generation: sections.Generation = sections.Generation()


def inputs(recipe: Recipe) -> list[Input]:
    """Return the data and the models it starts from."""
    return sections.inputs_of(recipe, models=("encoder", "tokenizer", "decoder", "decoder_tokenizer"))


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    problems = sections.check_trained(recipe, {"encoder": "tokenizer", "decoder": "decoder_tokenizer"})
    problems += sections.check_vocabularies(
        recipe, {"encoder": "extend_vocabulary", "decoder": "extend_decoder_vocabulary"}
    )
    if recipe.model.classification_loss_weight == recipe.model.reply_loss_weight == 0:
        fix = "Give one of them a positive weight"
        problems.append(recipe.problem("model.reply_loss_weight", "both losses have weight 0", fix, 0.0))
    return problems


def load(recipe: Recipe, departments: list[str]) -> tuple[BERPTModel, BERPTProcessor]:
    """Put the joint model together.

    Args:
        recipe: names its halves.
        departments: in the order of the labels.

    Returns:
        The model, and its processor with both tokenizers.
    """
    from transformers import AutoTokenizer

    from medtune.models import BERPTModel, BERPTProcessor
    from medtune.models.random_init import config_from

    names = recipe.model
    tokenizer = AutoTokenizer.from_pretrained(names.tokenizer or names.encoder)
    decoder_tokenizer = AutoTokenizer.from_pretrained(names.decoder_tokenizer or names.decoder)
    processor = BERPTProcessor(tokenizer, decoder_tokenizer)
    model = BERPTModel.from_encoder_decoder(
        config_from(names.encoder, tokenizer),
        config_from(names.decoder, decoder_tokenizer),
        **processor.decoder_token_ids,
        id2label=dict(enumerate(departments)),
        pooling=names.pooling,
        classifier_dropout=names.classifier_dropout,
        classification_temperature=names.classification_temperature,
        classification_loss_weight=names.classification_loss_weight,
        reply_loss_weight=names.reply_loss_weight,
    )
    return model, processor


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Train, evaluate on the test split, and score generated replies."""
    from transformers import set_seed

    from medtune.data.encoded import encode_splits, identity
    from medtune.data.storage import PreparedData
    from medtune.data.tokenization import encode_departments, encode_descriptions, encode_replies
    from medtune.models.vocabulary import Part, extend_vocabularies
    from medtune.runs import CACHE
    from medtune.trainers.fit import fit, trainer_arguments
    from medtune.trainers.multitask import MultitaskTrainer

    set_seed(recipe.seed)
    data = PreparedData.open(recipe.data.path)
    model, processor = load(recipe, data.departments)
    tokenizer, decoder_tokenizer = processor.tokenizer, processor.decoder_tokenizer
    needs = ("description", "department", "reply")
    parts = {
        "encoder": Part(model.encoder, tokenizer, recipe.model.extend_vocabulary, ("description",)),
        "decoder": Part(model.decoder, decoder_tokenizer, recipe.model.extend_decoder_vocabulary, ("reply",)),
    }
    added = extend_vocabularies(parts, data, needs, recipe.data.max_train_rows, recipe.seed, output_dir)
    model.generation_config.update(**recipe.generation.options())  # saved with the weights, for prediction
    model.freeze(**recipe.model.freeze.model_dump())
    lengths = (recipe.data.max_tokens, recipe.data.max_reply_tokens)

    splits = encode_splits(
        data,
        lambda table: {
            "input_ids": encode_descriptions(table, tokenizer, recipe.data.max_tokens),
            "labels": encode_replies(table, decoder_tokenizer, recipe.data.max_reply_tokens, model.config.eos_token_id),
            "department_labels": encode_departments(table, data.departments),
        },
        output_dir / CACHE,
        key=("multitask", identity(tokenizer), identity(decoder_tokenizer), lengths, model.config.eos_token_id),
        needs=needs,
        max_train_rows=recipe.data.max_train_rows,
        seed=recipe.seed,
    )
    trainer = MultitaskTrainer(
        model=model, preprocessor=processor, **trainer_arguments(recipe, output_dir, splits, tokenizer.pad_token_id)
    )
    metrics = fit(trainer, output_dir) | added
    tested = trainer.predict(splits["test"].tokens, metric_key_prefix="test")
    if trainer.is_world_process_zero():
        metrics |= _judge(recipe, output_dir, model, processor, splits["test"], tested)
    return metrics | tested.metrics


def _judge(
    recipe: Recipe,
    output_dir: Path,
    model: BERPTModel,
    processor: BERPTProcessor,
    test: EncodedSplit,
    tested: PredictionOutput,
) -> dict[str, Any]:
    """Write and score the predictions for the test split: of departments, replies or both, as the model learnt them."""
    from medtune.evaluation.inference.generation import generate_replies
    from medtune.evaluation.inference.predictions import collect, system_name, write_predictions
    from medtune.evaluation.replies import score_replies
    from medtune.evaluation.triage.confusion import write_triage

    metrics, logits, replies = {}, None, []
    departments = [name for _, name in sorted(model.config.id2label.items())]
    if recipe.model.reply_loss_weight > 0:
        prompts = test.tokens[: recipe.generation.rows]["input_ids"]
        replies = generate_replies(model, processor.decoder_tokenizer, prompts, recipe.generation)
    if replies:
        answered = test.table.slice(0, len(replies))
        metrics |= score_replies(replies, answered["reply"].to_pylist(), answered["language"].to_pylist())
    if recipe.model.classification_loss_weight > 0:
        logits = tested.predictions[0]
        triage = write_triage(output_dir, logits, tested.label_ids, departments)
        metrics |= triage | {"intervals": metrics.get("intervals", {}) | triage["intervals"]}
    rows = collect(test.table, system_name(output_dir), departments, logits, replies)
    write_predictions(output_dir / "predictions.parquet", rows)
    return metrics
