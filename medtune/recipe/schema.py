"""The keys that every recipe shares; each task adds its own in `medtune/tasks/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator

from medtune.recipe.errors import Problem

COMMAND_LINE = "command line"

Seed = Annotated[int, Field(ge=0, le=2**32 - 1)]


class Section(BaseModel):
    """A mapping in a recipe: unknown keys are errors, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, protected_namespaces=(), allow_inf_nan=False)


class Hub(Section):
    """Where a finished checkpoint is published.

    Args:
        repository: `user/name` on the Hub.
        private: whether only the owner sees it.
    """

    repository: str
    private: bool = True

    @field_validator("repository")
    @classmethod
    def _has_an_owner(cls, name: str) -> str:
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", name):
            raise ValueError("a repository on the Hub is named user/name")
        return name


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a recipe was read from.

    Args:
        path: the recipe file as the user named it; empty for a recipe built in Python.
        lines: 1-based line of each dotted key in the file.
        overridden: dotted keys that the command line set.
    """

    path: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    overridden: frozenset[str] = frozenset()

    def place(self, problem: Problem) -> Problem:
        """Return the problem with file and line: those of its key, or of the nearest section above it."""
        if not problem.key:
            return problem.at(self.path, problem.line or (1 if self.path else None))
        parts = problem.key.split(".")
        for length in range(len(parts), 0, -1):
            key = ".".join(parts[:length])
            if key in self.overridden:
                return problem.at(COMMAND_LINE, None)
            if key in self.lines:
                return problem.at(self.path, problem.line or self.lines[key])
            if any(given.startswith(f"{key}.") for given in self.overridden):  # a section that only it has made
                return problem.at(COMMAND_LINE, None)
        return problem.at(self.path, problem.line or (1 if self.path else None))


class Recipe(Section):
    """The keys of every recipe.

    Args:
        task: which module of `medtune/tasks` runs it.
        output_dir: folder that receives the run.
        seed: seed of the run.
        seeds: one run for each seed, in `output_dir/seed-N`; their mean and spread are reported.
    """

    task: str
    output_dir: str = Field(min_length=1)
    seed: Seed = 42
    seeds: list[Seed] | None = Field(default=None, min_length=1)

    _origin: Origin = PrivateAttr(default_factory=Origin)
    # Dotted keys that the file gives wrongly and that were left out to check the rest: what they should be is unknown.
    _undecided: frozenset[str] = PrivateAttr(default_factory=frozenset)

    @field_validator("seeds")
    @classmethod
    def _seeds_differ(cls, seeds: list[int] | None) -> list[int] | None:
        if seeds and len(set(seeds)) < len(seeds):
            raise ValueError("a seed is given twice; each seed is a run of its own, in its own folder")
        return seeds

    @property
    def path(self) -> str:
        """The recipe file as the user named it; empty for a recipe built in Python."""
        return self._origin.path

    def load_steps(self) -> list[Recipe]:
        """Return the recipes that are run for this one: itself, unless it lists others.

        Raises:
            RecipeError: a recipe that it lists is wrong.
        """
        return [self]

    def decided(self, section: str, names: Iterable[str]) -> bool:
        """Tell whether keys of a section are what the file means; not where it has them wrong, misspelt or twice."""
        return not self._undecided.intersection(f"{section}.{name}" for name in names)

    def place(self, problem: Problem) -> Problem:
        """Return a problem with file and line of its key."""
        return self._origin.place(problem)

    def problem(self, key: str, message: str, fix: str = "", value: Any = ...) -> Problem:
        """Return a mistake with its place in the recipe file.

        Args:
            key: dotted key, such as `data.path` or `steps.0`.
            message: what is wrong and what is allowed.
            fix: what to do.
            value: the value found, if it helps to show it.
        """
        return self.place(Problem(message, key, value, fix))


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
