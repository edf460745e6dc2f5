"""The plan of an instruction tuning, in words, and rows as the model will see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medtune.recipe.model_size import Earlier
    from medtune.tasks.instruction_tuning import Recipe


def describe(recipe: Recipe, earlier: Earlier) -> list[tuple[str, str]]:
    return [("writes", recipe.output_dir)]


def examples(recipe: Recipe, earlier: Earlier) -> list[str]:
    return []
