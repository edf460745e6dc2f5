"""From a record to the conversation that a causal language model learns, evaluates and answers alike.

A conversation becomes text in one place only, the tokenizer's chat template: `render`. The same template is saved
beside the weights, so whoever serves the checkpoint gives it the tokens that it was trained on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from medtune.data.records import Record, Turn
from medtune.data.storage import write_text

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

LANGUAGES = ("en", "zh")
#: Kind of prompt by the task of a record.
KIND_OF_TASK = {
    "instruction": "instruction",
    "summary": "summary",
    "question-answer": "question-answer",
    "triage": "question-answer",
    "dialogue": "question-answer",  # MulMed trains on the first exchange of a dialogue
}
#: Names of a system line that is none.
NO_SYSTEM = "none"
#: Beside a checkpoint: the words around a question that it was trained with, those of its recipe included.
PROMPTS_FILE = "prompts.json"
_SAVED = "saved"
_ROLE = {"patient": "user", "doctor": "assistant"}


@dataclass(frozen=True, slots=True)
class Example:
    """A row in the parts that cutting tells apart.

    Args:
        system: line that opens the conversation; empty for none.
        instruction: what is asked; never cut.
        source: text that it is asked of, the only part of a prompt that is cut; goes below the instruction.
        answer: what is learnt.
        history: earlier turns as (role, text), `user` or `assistant`, of which the oldest but the first are left out
            where there is no room.
        heading: line between instruction and source, such as Alpaca's `### Input:`; empty for none.
    """

    system: str
    instruction: str
    source: str
    answer: str
    history: tuple[tuple[str, str], ...] = ()
    heading: str = ""

    def messages(self, with_answer: bool = True) -> list[dict[str, str]]:
        """Return the conversation in the form that `apply_chat_template` takes."""
        messages = [{"role": "system", "content": self.system}] if self.system else []
        turns = [*self.history, ("user", self.source)] if self.history else [("user", self._request(self.source))]
        if self.history:
            turns[0] = (turns[0][0], self._request(turns[0][1]))
        turns += [("assistant", self.answer)] if with_answer else []
        return messages + [{"role": role, "content": text} for role, text in turns]

    def _request(self, text: str) -> str:
        if not self.instruction:
            return text
        return f"{self.instruction}\n\n{self.heading}\n{text}" if self.heading else f"{self.instruction}\n{text}"


@cache
def authored() -> dict[str, Any]:
    """Return the texts of `prompts.yaml`: `headings`, `systems` and `kinds`."""
    return yaml.safe_load(files("medtune.data").joinpath("prompts.yaml").read_text(encoding="utf-8"))


class Prompts:
    """The builders of one recipe.

    Args:
        system: name of the opening line: `plain`, `humanistic`, one of `systems`, or `none`.
        systems: further opening lines, text by language, by name.
        kinds: further kinds of prompt, or other words for those there are: text by language, by name.
    """

    def __init__(
        self,
        system: str = "plain",
        systems: Mapping[str, Mapping[str, str]] | None = None,
        kinds: Mapping[str, Mapping[str, str]] | None = None,
    ):
        texts = authored()
        self.headings = texts["headings"]
        self.systems = texts["systems"] | dict(systems or {})
        self.kinds = texts["kinds"] | dict(kinds or {})
        self.system = {"en": "", "zh": ""} if system == NO_SYSTEM else self.systems[system]

    def build(self, record: Record, kind: str | None = None) -> Example | None:
        """Return the conversation of a record.

        Args:
            record: the row.
            kind: one of `kinds`; by the record's task if `None`. `consultation` takes the whole dialogue, and its last
                reply is the answer; all others the first exchange.

        Returns:
            The example; `None` if the row has nothing to ask or nothing to answer.
        """
        kind = kind or KIND_OF_TASK[record.task]
        if kind == "consultation" and len(turns := joined(record)) > 2:
            return self._consultation(record, turns)
        asked = (self.kinds[kind] or {}).get(record.language, "")
        own, text, answer = (_plain(value) for value in (record.instruction, record.description, record.reply))
        text = text or _plain(record.meta.get("input"))
        heading = ""
        if kind == "instruction":
            asked, heading = (own, self.headings["input"]) if text and own else ("", "")
            text = text or own
        if not text or not answer:
            return None
        return Example(self.system[record.language], asked, text, answer, heading=heading)

    def _consultation(self, record: Record, turns: list[tuple[str, str]]) -> Example | None:
        last = max((place for place, (role, _) in enumerate(turns) if role == "assistant"), default=0)
        if last < 1:
            return None
        *history, (_, source) = turns[:last]
        asked = self.kinds["consultation"][record.language]
        return Example(self.system[record.language], asked, source, turns[last][1], tuple(history))


def joined(record: Record) -> list[tuple[str, str]]:
    """Return the turns of a dialogue as (role, text): user and assistant by turns, the description first.

    What one of them says in several turns running is one turn. The description is what the patient wrote before the
    dialogue; it is left out where the first turn says the same.
    """
    opening = _plain(record.description)
    turns = [(_ROLE[turn.role], _plain(turn.text)) for turn in _as_turns(record.turns)]
    first = turns[0][1] if turns and turns[0][0] == "user" else ""
    if first and first in opening:
        turns[0] = ("user", opening)
    elif opening and opening not in first:
        turns.insert(0, ("user", opening))
    merged: list[tuple[str, str]] = []
    for role, text in turns:
        if not text or (not merged and role == "assistant"):
            continue
        if merged and merged[-1][0] == role:
            merged[-1] = (role, f"{merged[-1][1]}\n{text}")
        else:
            merged.append((role, text))
    return merged


def chat_template(prompts: Prompts, system: str = "plain") -> str:
    """Return the Alpaca-style chat template, complete with its texts.

    Args:
        prompts: gives the headings.
        system: name of the line that opens a conversation which brings no system message; `none` for no line.
    """
    lines = dict.fromkeys(LANGUAGES, "") if system == NO_SYSTEM else prompts.systems[system]
    given = {"headings": prompts.headings, "systems": lines}
    head = "".join(f"{{%- set {name} = {json.dumps(value, ensure_ascii=False)} %}}\n" for name, value in given.items())
    return head + files("medtune.data").joinpath("chat_template.jinja").read_text(encoding="utf-8").strip()


def system_lines(template: str) -> dict[str, str]:
    """Return the opening lines that `chat_template` wrote into a template, by language; of other templates none."""
    found = re.search(r"{%- set systems = (.*?) %}\n", template)
    return json.loads(found[1]) if found else {}


def save_prompts(prompts: Prompts, folder: Path) -> None:
    """Write the opening line and the kinds of prompt beside a checkpoint, for whoever lets it answer.

    Args:
        prompts: what it is trained with.
        folder: of the checkpoint.
    """
    words = {"system": prompts.system, "kinds": prompts.kinds}
    write_text(folder / PROMPTS_FILE, json.dumps(words, indent=2, ensure_ascii=False) + "\n")


def saved_prompts(folder: Path) -> Prompts | None:
    """Return the builders that a checkpoint was trained with; None where nothing is saved.

    Args:
        folder: of the checkpoint.

    Raises:
        ValueError: the file is damaged.
    """
    file = folder / PROMPTS_FILE
    if not file.is_file():
        return None
    try:
        words = json.loads(file.read_text(encoding="utf-8"))
        texts = [words["system"], *(kind for kind in words["kinds"].values() if kind is not None)]
        whole = all(isinstance(text[language], str) for text in texts for language in LANGUAGES)
    except (ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        raise ValueError(f"{file} is damaged: it holds `system` and `kinds` with texts in en and zh; copy it again")
    return prompts_with(words["system"], words["kinds"])


def prompts_with(system: Mapping[str, str], kinds: Mapping[str, Mapping[str, str] | None] | None = None) -> Prompts:
    """Return builders whose conversations open with a given line.

    Args:
        system: the line by language; empty for none.
        kinds: see `Prompts`.
    """
    return Prompts(_SAVED, {_SAVED: {language: system.get(language, "") for language in LANGUAGES}}, kinds)


def install_template(tokenizer: PreTrainedTokenizerBase, template: str, prompts: Prompts, system: str) -> None:
    """Give a tokenizer its chat template.

    Args:
        tokenizer: saved with the checkpoint.
        template: `alpaca`, `model` for the one that the tokenizer brings along, or the path of a jinja file.
        prompts: gives the texts of `alpaca`.
        system: name of the line that opens a conversation without a system message.

    Raises:
        ValueError: the tokenizer has none of its own.
        FileNotFoundError: there is no such file.
    """
    if template == "alpaca":
        tokenizer.chat_template = chat_template(prompts, system)
    elif template != "model":
        tokenizer.chat_template = Path(template).read_text(encoding="utf-8")
    elif not tokenizer.chat_template:
        raise ValueError(
            f"prompts.chat_template: the tokenizer of {tokenizer.name_or_path} has no chat template of its own; write "
            "`alpaca`, or the path of a jinja file"
        )


def render(tokenizer: PreTrainedTokenizerBase, conversations: Sequence[list[dict]], to_answer: bool) -> list[str]:
    """Return conversations as the text that the model reads; used for training, evaluation and serving.

    Args:
        tokenizer: has the chat template.
        conversations: messages of `Example.messages`.
        to_answer: end with the heading under which the model answers.
    """
    if not conversations:
        return []
    return tokenizer.apply_chat_template(list(conversations), tokenize=False, add_generation_prompt=to_answer)


def _as_turns(turns: Sequence[Any]) -> list[Turn]:
    return [turn if isinstance(turn, Turn) else Turn(**turn) for turn in turns or []]


def _plain(text: str | None) -> str:
    return (text or "").strip()
