"""What is wrong with a recipe, said so that a user can mend it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a recipe.

    Args:
        message: what is wrong and what is allowed, such as `0 is too small; a number of at least 1 is allowed`.
        key: dotted key, such as `training.learning_rate`; empty when the whole file is meant.
        value: the value found, shown with `repr` (its beginning, if long); `...` when there is none to show.
        fix: what to do, in the imperative; may be empty.
        line: 1-based line in the recipe; filled in by the loader.
        file: path of the recipe; filled in by the loader.
    """

    message: str
    key: str = ""
    value: Any = ...
    fix: str = ""
    line: int | None = None
    file: str = ""

    def at(self, file: str, line: int | None) -> Problem:
        """Return the problem with its place in the file."""
        return replace(self, file=file, line=line)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part)
        what = self.key if self.value is ... else f"{self.key}: {_shorten(repr(self.value))}"
        text = ": ".join(part for part in (place, what) if part)
        text = f"{text}: {self.message}" if text else self.message
        end = "" if text.endswith((".", "?")) else "."
        return f"{text}{end} {self.fix}" if self.fix else text


def _shorten(text: str, length: int = 120) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


class RecipeError(ValueError):
    """All the mistakes found in a recipe, reported together.

    Args:
        problems: at least one mistake.
    """

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
