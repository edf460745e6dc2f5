"""Sections that several tasks share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from medtune.recipe.errors import Problem
from medtune.recipe.inputs import Input
from medtune.recipe.model_checks import check_models
from medtune.recipe.schema import Section, TrainingRecipe
from medtune.recipe.training import check_metric, check_training

Model = str | dict[str, Any]
"""A Hub id, a path, or a mapping: the configuration (with `model_type`) of a model to initialise at random."""


class PreparedDataSection(Section):
    """Rows written by `task: prepare-data`.

    Args:
        path: the `output_dir` of that task.
        max_tokens: longest description in tokens, special tokens included; longer ones are cut.
        max_reply_tokens: longest reply in tokens, end token included.
        max_train_rows: train on so many rows, drawn by the run's seed; all by default.
    """

    path: str
    max_tokens: int = Field(default=200, ge=8)
    max_reply_tokens: int = Field(default=200, ge=2)
    max_train_rows: int | None = Field(default=None, ge=1)


class ExtendVocabulary(Section):
    """Which unknown characters of the training rows a vocabulary is extended by, most frequent first.

    Args:
        minimum_rows: rows in which a character must be unknown.
        maximum: most characters added.
    """

    minimum_rows: int = Field(default=20, ge=1)
    maximum: int = Field(default=1000, ge=1)


class FreezeEncoder(Section):
    """Which of an encoder's weights stay as they are.

    Args:
        encoder: all of them.
        embeddings: the embeddings.
        encoder_layers: the first so many layers; add `embeddings` for what is below them.
    """

    encoder: bool = False
    embeddings: bool = False
    encoder_layers: int = Field(default=0, ge=0)


class Freeze(FreezeEncoder):
    """Which weights of a joint model stay as they are.

    Args:
        decoder: the whole decoder.
    """

    decoder: bool = False


class Decoding(Section):
    """How replies are generated.

    Args:
        batch_size: rows generated at a time.
        max_new_tokens: longest reply in tokens.
        num_beams: beams; 1 is greedy search or sampling.
        do_sample: sample instead of taking the most likely token.
        temperature: of sampling.
        top_p: nucleus of sampling.
        no_repeat_ngram_size: n-grams of this length occur once at most; 0 allows all.
    """

    batch_size: int = Field(default=16, ge=1)
    max_new_tokens: int = Field(default=100, ge=1)
    num_beams: int = Field(default=1, ge=1)
    do_sample: bool = False
    temperature: float = Field(default=1.0, gt=0)
    top_p: float = Field(default=1.0, gt=0, le=1)
    no_repeat_ngram_size: int = Field(default=0, ge=0)

    def options(self) -> dict[str, Any]:
        """Return the arguments of `model.generate`."""
        options = self.model_dump(include=set(Decoding.model_fields) - {"batch_size"})
        if not self.do_sample:
            del options["temperature"], options["top_p"]
        return options


class Generation(Decoding):
    """How replies are generated after training, to be scored with BLEU and ROUGE.

    Args:
        rows: rows of the test split to reply to; 0 generates none.
    """

    rows: int = Field(default=200, ge=0)


Pooling = Literal["cls", "mean"]

DEPARTMENT_METRICS = (
    "accuracy",
    "mcc",
    *(f"{average}_{name}" for average in ("macro", "weighted") for name in ("precision", "recall", "f1")),
)
"""What an evaluation measures of predicted departments."""


def inputs_of(recipe: TrainingRecipe, models: Sequence[str]) -> list[Input]:
    """Return the prepared data and the models that a recipe starts from.

    Args:
        recipe: has the sections `data` and `model`.
        models: keys of `model` that name one.
    """
    named = {key: getattr(recipe.model, key) for key in models}
    starts = [
        Input(f"model.{key}", name, "tokenizer" if key.endswith("tokenizer") else "model")
        for key, name in named.items()
        if isinstance(name, str)
    ]
    return [Input("data.path", recipe.data.path, "file"), *starts]


def measured(recipe: TrainingRecipe) -> list[str]:
    """Return what a training measures on the validation split, without `eval_`; empty if its task does not tell.

    A joint model does not learn by a loss of weight 0; what a head or decoder that learns nothing does is not measured.
    """
    from medtune.tasks import load_task

    model, unlearnt = getattr(recipe, "model", None), set()
    if getattr(model, "classification_loss_weight", None) == 0:
        unlearnt |= {"classification_loss", *DEPARTMENT_METRICS}
    if getattr(model, "reply_loss_weight", None) == 0:
        unlearnt.add("reply_loss")
    return [name for name in getattr(load_task(recipe.task), "METRICS", ()) if name not in unlearnt]


def check_trained(recipe: TrainingRecipe, tokenizers: dict[str, str]) -> list[Problem]:
    """Return combinations that cannot work in any training on prepared data.

    Args:
        recipe: has the sections `data` and `model`.
        tokenizers: key of the tokenizer for each key of a model; needed where the model is given as a configuration.
    """
    problems = check_training(recipe, has_evaluation_set(recipe)) + check_models(recipe, list(tokenizers))
    problems += check_metric(recipe, measured(recipe))
    if recipe.hub is not None and recipe.seeds is not None:
        fix = "Publish the run of one seed, with `seed` instead of `seeds`"
        problems.append(recipe.problem("hub", "several seeds would be published under one name", fix))
    for model, tokenizer in tokenizers.items():
        if isinstance(getattr(recipe.model, model), dict) and getattr(recipe.model, tokenizer) is None:
            fix = f"Name a tokenizer's Hub id or path in model.{tokenizer}"
            problems.append(recipe.problem(f"model.{tokenizer}", f"missing, and model.{model} is a configuration", fix))
    return problems


def has_evaluation_set(recipe: TrainingRecipe) -> bool:
    """Tell whether the validation split has a row that the task can use; true while the data are not there."""
    from medtune.recipe.training_facts import split_rows

    rows = split_rows(recipe)
    return rows is None or rows["validation"].usable > 0


def check_vocabularies(recipe: TrainingRecipe, keys: dict[str, str]) -> list[Problem]:
    """Return vocabularies that are extended although their new embeddings could not be trained.

    Args:
        recipe: has the section `model` with `freeze`.
        keys: key of `model` that extends a vocabulary for each part, `encoder` or `decoder`.
    """
    freeze = recipe.model.freeze
    frozen = {part: [key for key in (part, "embeddings") if getattr(freeze, key, False)] for part in keys}
    fix = "Leave one of the two out"
    return [
        recipe.problem(f"model.{key}", f"new embeddings cannot be trained: model.freeze.{frozen[part][0]} is true", fix)
        for part, key in keys.items()
        if getattr(recipe.model, key) is not None and frozen[part]
    ]
