"""`task: classification`: an encoder with a department head (MEDI-BERPT, experiments 1 and 2)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from medtune.recipe import schema, sections
from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input

METRICS = ("loss", *sections.DEPARTMENT_METRICS)


class Model(schema.Section):
    """The classifier.

    Args:
        encoder: Hub id, path or configuration of a BERT-family encoder, or a checkpoint of this task.
        tokenizer: Hub id or path; the encoder's by default.
        pooling: `cls` takes the first token's hidden state (the paper), `mean` the average over the text.
        classifier_dropout: probability of dropout before the head.
        extend_vocabulary: adds characters of the training rows that the tokenizer does not know; off by default.
        classification_temperature: number by which the department logits are divided, in the loss and in the
            probabilities alike; above 1 flattens them. A warm start takes the recipe's, not the checkpoint's.
        freeze: weights that stay as they are.
    """

    encoder: sections.Model
    tokenizer: str | None = None
    pooling: sections.Pooling = "cls"
    classifier_dropout: float = Field(default=0.1, ge=0, lt=1)
    extend_vocabulary: sections.ExtendVocabulary | None = None
    classification_temperature: float = Field(default=1.0, gt=0)
    freeze: sections.FreezeEncoder = sections.FreezeEncoder()


class Recipe(schema.TrainingRecipe):
    """Department classification.

    Args:
        model: the classifier.
        data: descriptions with departments.
    """

    task: Literal["classification"]
    model: Model
    data: sections.PreparedDataSection


def inputs(recipe: Recipe) -> list[Input]:
    """Return the data and the model it starts from."""
    return sections.inputs_of(recipe, models=("encoder", "tokenizer"))


def check(recipe: Recipe) -> list[Problem]:
    """Return combinations that cannot work."""
    problems = sections.check_trained(recipe, {"encoder": "tokenizer"})
    return problems + sections.check_vocabularies(recipe, {"encoder": "extend_vocabulary"})


def run(recipe: Recipe, output_dir: Path) -> dict[str, Any]:
    """Train, evaluate on the test split, and write the predictions."""
    from transformers import AutoTokenizer, set_seed

    from medtune.data.encoded import encode_splits, identity
    from medtune.data.storage import PreparedData
    from medtune.data.tokenization import encode_departments, encode_descriptions
    from medtune.evaluation.inference.predictions import collect, system_name, write_predictions
    from medtune.evaluation.triage.confusion import write_triage
    from medtune.models import BERPTForSequenceClassification
    from medtune.models.random_init import config_from
    from medtune.models.vocabulary import Part, extend_vocabularies
    from medtune.runs import CACHE
    from medtune.trainers.classification import ClassificationTrainer
    from medtune.trainers.fit import fit, trainer_arguments

    set_seed(recipe.seed)
    data = PreparedData.open(recipe.data.path)
    tokenizer = AutoTokenizer.from_pretrained(recipe.model.tokenizer or recipe.model.encoder)
    model = BERPTForSequenceClassification.from_encoder(
        config_from(recipe.model.encoder, tokenizer),
        id2label=dict(enumerate(data.departments)),
        pooling=recipe.model.pooling,
        classifier_dropout=recipe.model.classifier_dropout,
        classification_temperature=recipe.model.classification_temperature,
    )
    needs = ("description", "department")
    parts = {"encoder": Part(model.encoder, tokenizer, recipe.model.extend_vocabulary, ("description",))}
    added = extend_vocabularies(parts, data, needs, recipe.data.max_train_rows, recipe.seed, output_dir)
    model.freeze(**recipe.model.freeze.model_dump())

    splits = encode_splits(
        data,
        lambda table: {
            "input_ids": encode_descriptions(table, tokenizer, recipe.data.max_tokens),
            "labels": encode_departments(table, data.departments),
        },
        output_dir / CACHE,
        key=("classification", identity(tokenizer), recipe.data.max_tokens),
        needs=needs,
        max_train_rows=recipe.data.max_train_rows,
        seed=recipe.seed,
    )
    trainer = ClassificationTrainer(
        model=model, preprocessor=tokenizer, **trainer_arguments(recipe, output_dir, splits, tokenizer.pad_token_id)
    )
    metrics = fit(trainer, output_dir)
    tested = trainer.predict(splits["test"].tokens, metric_key_prefix="test")
    if trainer.is_world_process_zero():
        metrics |= write_triage(output_dir, tested.predictions, tested.label_ids, data.departments)
        rows = collect(splits["test"].table, system_name(output_dir), data.departments, tested.predictions)
        write_predictions(output_dir / "predictions.parquet", rows)
    return metrics | added | tested.metrics
