"""From what somebody asks to the conversation that a tuned model was trained on: mode, language, earlier turns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from medtune.data.prompts import KIND_OF_TASK, NO_SYSTEM, Example, Prompts
from medtune.data.records import Record, Turn
from medtune.data.sources._language import language_of

#: What is asked of the model; kinds of prompt.
MODES = ("question-answer", "summary", "consultation", "instruction")
LANGUAGES = ("auto", "en", "zh")
#: Fields of a row that may hold what is asked, the first that does.
TEXT_FIELDS = ("description", "text", "question", "input", "instruction")
#: Stands for the answer, which a prompt does not show.
_ANSWER = "…"


def example_of(
    text: str, mode: str, language: str, history: Sequence[tuple[str, str]], system: Callable[[str], str]
) -> Example:
    """Return the conversation for one question.

    Args:
        text: what is asked.
        mode: one of `MODES`.
        language: `en`, `zh`, or `auto` by the characters of the first thing said.
        history: earlier questions with their answers.
        system: gives the opening line in a language.
    """
    language = language_of(history[0][0] if history else text) if language == "auto" else language
    asked = (Prompts().kinds[mode] or {}).get(language, "")
    earlier = [turn for question, answer in history for turn in (("user", question), ("assistant", answer))]
    return Example(system(language), asked, text, "", tuple(earlier))


def example_of_row(
    values: Mapping[str, Any], text: str, mode: str | None, language: str, system: Callable[[str], str]
) -> tuple[Example, str, str]:
    """Return the conversation for a row of a file, as in training.

    Args:
        values: its fields. Of a record that `task: prepare-data` wrote also `language`, `task`, `instruction` and
            `turns`; `history` may hold earlier questions with their answers in pairs.
        text: what is asked.
        mode: one of `MODES`; by the row's task if `None`, with a `history` a consultation.
        language: `en`, `zh`, or `auto`: the row's own, else by its characters.
        system: gives the opening line in a language.

    Returns:
        The conversation, the language and the kind of prompt.
    """
    if language == "auto":
        language = values.get("language") if values.get("language") in LANGUAGES[1:] else language_of(text)
    if history := [tuple(pair) for pair in values.get("history") or () if len(pair) == 2]:
        kind = mode or "consultation"
        return example_of(text, kind, language, history, system), language, kind
    task = values.get("task") if values.get("task") in KIND_OF_TASK else "question-answer"
    kind = mode or KIND_OF_TASK[task]
    own = values.get("instruction") if values.get("instruction") != text else None
    turns = [Turn(turn["role"], turn["text"]) for turn in values.get("turns") or ()]
    # Training builds a prompt only where there is an answer.
    turns = [*(turns[:-1] if turns and turns[-1].role == "doctor" else turns), Turn("doctor", _ANSWER)]
    record = Record("", "", language, task, own, turns, text, reply=_ANSWER)
    built = Prompts(NO_SYSTEM).build(record, kind)
    return replace(built, system=system(language), answer=""), language, kind
