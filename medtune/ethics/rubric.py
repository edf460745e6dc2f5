"""The rubric: axes in the order in which they are judged, each with its levels, in two languages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator, model_validator

from medtune.recipe.errors import Problem, RecipeError
from medtune.recipe.schema import Origin, Section
from medtune.recipe.validation import validate
from medtune.recipe.yaml_text import parse

Language = Literal["zh", "en"]


class Text(Section):
    """Words in one or both languages.

    Args:
        en: in English.
        zh: in Chinese.
    """

    en: str | None = Field(default=None, min_length=1)
    zh: str | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _says_something(self) -> Text:
        if self.en is None and self.zh is None:
            raise ValueError("the text is needed in at least one language, `en` or `zh`")
        return self

    def read(self, language: str) -> str:
        """Return the words in a language, or in the other if there are none in this."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return first or second


class Level(Section):
    """A score that can be given.

    Args:
        value: the score.
        label: a word or two.
        text: when to give it.
    """

    value: int = Field(ge=0, le=9)
    label: Text
    text: Text


class Axis(Section):
    """One thing to judge an answer by.

    Args:
        key: what it is called in files.
        title: its heading.
        question: what the rater answers.
        direction: which end of the scale is good, in words.
        levels: the scores, by rising value.
        best: which end is good.
        unacceptable: the value that no answer should get, if there is such a one. It is counted for the report, and
            ends the item where the study's options say so.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    title: Text
    question: Text
    direction: Text
    levels: tuple[Level, ...] = Field(min_length=2)
    best: Literal["highest", "lowest"] = "highest"
    unacceptable: int | None = None

    @field_validator("levels")
    @classmethod
    def _rise(cls, levels: tuple[Level, ...]) -> tuple[Level, ...]:
        values = [level.value for level in levels]
        if values != sorted(set(values)):
            raise ValueError(f"values must rise from level to level; these are {', '.join(map(str, values))}")
        return levels

    @model_validator(mode="after")
    def _has_its_worst(self) -> Axis:
        worst = self.values[0] if self.best == "highest" else self.values[-1]
        if self.unacceptable not in (None, worst):
            raise ValueError(
                f"unacceptable: {self.unacceptable} is not the worst level of {self.key}; {worst} is allowed"
            )
        return self

    @property
    def values(self) -> tuple[int, ...]:
        """The scores that can be given, rising."""
        return tuple(level.value for level in self.levels)


class Rubric(Section):
    """What a rater judges.

    Args:
        name: of the rubric, with its version.
        source: where it is from.
        instructions: what raters read before they begin.
        axes: in the order in which they are judged.
    """

    name: str = Field(min_length=1)
    source: str = ""
    instructions: Text
    axes: tuple[Axis, ...] = Field(min_length=1)

    @field_validator("axes")
    @classmethod
    def _keys_differ(cls, axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
        keys = [axis.key for axis in axes]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise ValueError(f"two axes are called {', '.join(twice)}")
        return axes

    def axis(self, key: str) -> Axis:
        """Return the axis of that key.

        Raises:
            ValueError: there is none.
        """
        for axis in self.axes:
            if axis.key == key:
                return axis
        raise ValueError(f"the rubric has no axis {key!r}; it has {', '.join(axis.key for axis in self.axes)}")


def read_rubric(path: str | Path) -> Rubric:
    """Read a rubric from the user's YAML file.

    Raises:
        RecipeError: with everything that is wrong, each by file, line and key.
        FileNotFoundError: there is no such file.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecipeError([Problem("not UTF-8", fix="Save the file as UTF-8", file=str(path))]) from error
    return _checked(text, str(path))


@cache
def default_rubric() -> Rubric:
    """Return the rubric that comes with medtune: the three axes of MulMed."""
    return _checked(default_text(), "rubric.yaml")


def default_text() -> str:
    """Return the YAML of the rubric that comes with medtune."""
    return files("medtune.ethics").joinpath("rubric.yaml").read_text(encoding="utf-8")


def _checked(text: str, name: str) -> Rubric:
    parsed = parse(text)
    lines = {".".join(map(str, path)): line for path, line in parsed.lines.items()}
    problems = parsed.problems
    if not problems and not isinstance(parsed.data, dict):
        problems = [Problem("holds no rubric", fix="Start from a copy: `medtune ethics rubric > rubric.yaml`")]
    rubric = None
    if isinstance(parsed.data, dict):
        rubric, found = validate(Rubric, parsed.data)
        problems = problems + found
    if problems:
        origin = Origin(name, lines)
        raise RecipeError([origin.place(problem) for problem in problems])
    return rubric
