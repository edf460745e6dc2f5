"""Source `synthetic_instructions`: instructions and medical questions in two languages, for trying MulMed's steps out.

Every text is put together from `synthetic_instructions.yaml`, phrases authored for this project. A model of a few
hundred thousand parameters can learn them; nothing here is a patient's word or a doctor's advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Literal

import yaml
from pydantic import Field

from medtune.data.records import Record
from medtune.recipe.schema import Section

SUMMARIES = 0.3  # share of medical rows that are summaries; the others are questions


class Options(Section):
    """How much of what to generate.

    Args:
        source: `synthetic_instructions`.
        kind: `general` instructions (for MulMed's step A) or `medical` questions and summaries (step B).
        rows: number of rows, English and Chinese by turns.
        seed: seed of the generator; row `n` of a seed is the same whatever `rows` is.
    """

    source: Literal["synthetic_instructions"]
    kind: Literal["general", "medical"]
    rows: int = Field(ge=1)
    seed: int = Field(default=0, ge=0)


def read(kind: str, rows: int, seed: int = 0) -> Iterator[Record]:
    """Generate rows.

    Args:
        kind: `general` or `medical`.
        rows: their number.
        seed: another seed gives other rows.
    """
    make = _general if kind == "general" else _medical
    for number in range(rows):
        language = ("en", "zh")[number % 2]
        fields = make(Random(f"{seed}:{kind}:{number}"), language, _texts()[kind])
        where = f"synthetic_instructions:{kind}-{seed}:{number + 1}"
        yield Record(id=where, source="synthetic_instructions", language=language, group=where, **fields)


@cache
def _texts() -> dict[str, Any]:
    path = files("medtune.data.sources").joinpath("synthetic_instructions.yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _general(random: Random, language: str, texts: dict[str, Any]) -> dict[str, Any]:
    kinds = texts["kinds"][language]
    words = [word for members in kinds.values() for word in members]
    form = random.choice(sorted(texts["forms"][language]))
    pair = random.choice(texts["opposites"][language])
    pair = pair if random.random() < 0.5 else pair[::-1]
    if form == "kind":
        kind = random.choice(sorted(kinds))
        pair = (random.choice(kinds[kind]), kind)
    chosen = random.sample(words, random.randint(2, 5))
    comma = "、" if language == "zh" else ", "
    x, y = random.randint(1, 20), random.randint(1, 20)
    values = {
        "a": pair[0],
        "b": pair[1],
        "list": comma.join(chosen),
        "reverse": comma.join(chosen[::-1]),
        "last": chosen[-1],
        "n": len(chosen),
        "x": x,
        "y": y,
        "z": x + y,
    }
    filled = [text and text.format(**values) for text in texts["forms"][language][form]]
    instruction, given, answer = filled
    return {"task": "instruction", "instruction": instruction, "description": given, "reply": answer}


def _medical(random: Random, language: str, texts: dict[str, Any]) -> dict[str, Any]:
    part, cause, illness, advice = random.choice(texts["complaints"][language])
    half = random.randint(15, 60)
    good = random.randint(half // 2, half)
    values = {
        "part": part,
        "cause": cause,
        "illness": illness,
        "advice": advice,
        "days": random.randint(2, 9),
        "later": random.randint(3, 7),
        "age": random.randint(16, 80),
        "n": 2 * half,
        "good": good,
        "bad": random.randint(0, good - 1),
    }
    values["more"] = random.choice(texts["more"][language]).format(**values)
    summary = random.random() < SUMMARIES
    asked, answer = ("study", "summary") if summary else ("question", "answer")
    return {
        "task": "summary" if summary else "question-answer",
        "description": texts[asked][language].format(**values),
        "reply": texts[answer][language].format(**values),
    }
