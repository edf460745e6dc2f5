"""From what somebody asks to the conversation that a tuned model was trained on: mode, language, earlier turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from medtune.data.prompts import KIND_OF_TASK, Example, Prompts
from medtune.data.records import Record, Turn
from medtune.data.sources._language import language_of

LANGUAGES = ("auto", "en", "zh")
#: Fields of a row that may hold what is asked, the first that does.
TEXT_FIELDS = ("description", "text", "question", "input", "instruction")
#: Stands for the answer, which a prompt does not show.
_ANSWER = "…"


def check_mode(mode: str | None, prompts: Prompts) -> None:
    """Check that a model was trained with a kind of prompt.

    Args:
        mode: its name; `None` is by each row's task.
        prompts: the builders that it was trained with.

    Raises:
        ValueError: they have no such kind.
    """
    if mode is not None and mode not in prompts.kinds:
        raise ValueError(f"mode {mode} is unknown to this model; it knows {', '.join(prompts.kinds)}")


def example_of(text: str, mode: str, language: str, history: Sequence[tuple[str, str]], prompts: Prompts) -> Example:
    """Return the conversation for one question.

    Args:
        text: what is asked.
        mode: a kind of prompt.
        language: `en`, `zh`, or `auto` by the characters of the first thing said.
        history: earlier questions with their answers.
        prompts: the builders that the model was trained with.
    """
    language = language_of(history[0][0] if history else text) if language == "auto" else language
    asked = (prompts.kinds[mode] or {}).get(language, "")
    earlier = [turn for question, answer in history for turn in (("user", question), ("assistant", answer))]
    return Example(prompts.system[language], asked, text, "", tuple(earlier))


def example_of_row(
    values: Mapping[str, Any], text: str, mode: str | None, language: str, prompts: Prompts
) -> tuple[Example, str, str]:
    """Return the conversation for a row of a file, as in training.

    Args:
        values: its fields. Of a record that `task: prepare-data` wrote also `language`, `task`, `instruction` and
            `turns`; `history` may hold earlier questions with their answers in pairs.
        text: what is asked.
        mode: a kind of prompt; by the row's task if `None`, with a `history` a consultation.
        language: `en`, `zh`, or `auto`: the row's own, else by its characters.
        prompts: the builders that the model was trained with.

    Returns:
        The conversation, the language and the kind of prompt.
    """
    if language == "auto":
        language = values.get("language") if values.get("language") in LANGUAGES[1:] else language_of(text)
    if history := [tuple(pair) for pair in values.get("history") or () if len(pair) == 2]:
        kind = mode or "consultation"
        return example_of(text, kind, language, history, prompts), language, kind
    task = values.get("task") if values.get("task") in KIND_OF_TASK else "question-answer"
    kind = mode or KIND_OF_TASK[task]
    own = values.get("instruction") if values.get("instruction") != text else None
    turns = [Turn(turn["role"], turn["text"]) for turn in values.get("turns") or ()]
    # Training builds a prompt only where there is an answer.
    turns = [*(turns[:-1] if turns and turns[-1].role == "doctor" else turns), Turn("doctor", _ANSWER)]
    record = Record("", "", language, task, own, turns, text, reply=_ANSWER)
    return replace(prompts.build(record, kind), answer=""), language, kind
