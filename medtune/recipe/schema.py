"""The keys that every recipe shares; each task adds its own in `medtune/tasks/`."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """A mapping in a recipe: unknown keys are errors, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, protected_namespaces=())


class Hub(Section):
    """Where a finished checkpoint is published.

    Args:
        repository: `user/name` on the Hub.
        private: whether only the owner sees it.
    """

    repository: str
    private: bool = True


class Recipe(Section):
    """The keys of every recipe.

    Args:
        task: which module of `medtune/tasks` runs it.
        output_dir: folder that receives the run.
        seed: seed of the run.
        seeds: one run for each seed, in `output_dir/seed-N`; their mean and spread are reported.
    """

    task: str
    output_dir: str
    seed: int = Field(default=42, ge=0, le=2**32 - 1)
    seeds: list[int] | None = None


class TrainingRecipe(Recipe):
    """The keys of every recipe that trains with the Trainer.

    Args:
        global_batch_size: examples in one optimizer step over all processes; gradient accumulation follows from it.
        early_stopping_patience: evaluations without improvement of `training.metric_for_best_model` after which
            training stops; never by default.
        training: fields of `transformers.TrainingArguments` under their own names.
        hub: where to publish the result.
    """

    global_batch_size: int | None = Field(default=None, ge=1)
    early_stopping_patience: int | None = Field(default=None, ge=1)
    training: dict[str, Any] = Field(default_factory=dict)
    hub: Hub | None = None
