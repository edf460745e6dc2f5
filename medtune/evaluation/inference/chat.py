"""A conversation with a tuned language model in the terminal: `medtune chat`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TextIO

import torch
from transformers import TextStreamer

from medtune.adapters.loading import checkpoint_folder
from medtune.data.prompts import Prompts, saved_prompts
from medtune.evaluation.inference.answerer import Answerer
from medtune.evaluation.inference.asking import LANGUAGES, check_mode, example_of
from medtune.evaluation.inference.predict import NOTICE


class _Writer(TextStreamer):
    """Write an answer as it comes; a character of several tokens waits until it is whole."""

    def __init__(self, tokenizer, output: TextIO):
        super().__init__(tokenizer, skip_prompt=True, skip_special_tokens=True)
        self.output = output

    def on_finalized_text(self, text: str, stream_end: bool = False):
        self.output.write(text)
        self.output.flush()


class Chat:
    """One conversation.

    Args:
        answerer: the model.
        output: receives the answers as they come, each with the notice that it is no diagnosis.
        mode: what is asked of the model; a kind of prompt that it was trained with.
        language: `en`, `zh`, or `auto`: that of the first question.
    """

    def __init__(self, answerer: Answerer, output: TextIO, mode: str = "question-answer", language: str = "auto"):
        self.answerer, self.output, self.mode, self.language = answerer, output, mode, language
        self.history: list[tuple[str, str]] = []
        self.modes = tuple(answerer.words.kinds)

    @property
    def help(self) -> str:
        """What can be typed beside questions."""
        return (
            f"/new forgets what was said, /mode {'|'.join(self.modes)} and /language {'|'.join(LANGUAGES)} change how "
            "it is asked, /quit ends. A line that ends in \\ goes on in the next."
        )

    def say(self, text: str) -> None:
        """Write a line."""
        self.output.write(f"{text}\n")
        self.output.flush()

    def ask(self, question: str) -> None:
        """Answer a question that follows on the earlier ones; what no longer fits the context of these is left out."""
        # A summary is one of the text alone.
        history = [] if self.mode == "summary" else self.history
        example = example_of(question, self.mode, self.language, history, self.answerer.words)
        try:
            answer = self.answerer.stream(example, _Writer(self.answerer.tokenizer, self.output))
        except KeyboardInterrupt:
            self.say("\n(stopped; not remembered)")
            return
        self.history.append((question, answer.text))
        cut = f" (cut at {self.answerer.options['max_new_tokens']} tokens)" if answer.cut else ""
        self.say(f"\n[{NOTICE}{cut}]\n")

    def command(self, line: str) -> bool:
        """Obey a line that begins with a slash.

        Returns:
            Whether the conversation goes on.
        """
        name, _, value = line.removeprefix("/").partition(" ")
        value = value.strip()
        if name in ("quit", "exit"):
            return False
        if name == "new":
            self.history.clear()
            self.say("(forgotten)")
        elif name == "mode" and value in self.modes:
            self.mode = value
            self.history.clear()  # its first question was asked in other words
            self.say(f"(mode {value}; what was said is forgotten)")
        elif name == "language" and value in LANGUAGES:
            self.language = value
            self.say(f"(language {value})")
        else:
            self.say(self.help)
        return True

    def run(self, lines: Iterator[str]) -> None:
        """Answer line by line until there are no more.

        Args:
            lines: what is typed.
        """
        for line in lines:
            if line.startswith("/"):
                if not self.command(line):
                    return
            elif line.strip():
                self.ask(line.strip())


def read_lines(stream: TextIO, output: TextIO) -> Iterator[str]:
    """Read what is typed; at a terminal with a prompt and line editing.

    Args:
        stream: the standard input.
        output: receives the prompt where `stream` is no terminal and `output` is one.
    """
    whole = ""
    while True:
        try:
            if stream.isatty():
                with suppress(ImportError):  # on Windows
                    import readline  # noqa: F401 (gives `input` its line editing)
                line = input("> " if not whole else "… ")
            else:
                line = stream.readline()
                if not line:
                    break
        except (EOFError, KeyboardInterrupt):
            break
        line = line.rstrip("\r\n")
        if line.endswith("\\"):
            whole += line[:-1] + "\n"
            continue
        yield whole + line
        whole = ""
    if whole:
        yield whole
    output.write("\n")


def chat(
    checkpoint: str, mode: str = "question-answer", language: str = "auto", seed: int | None = None, **decoding
) -> None:
    """Talk with a model at the terminal, or answer the lines of a pipe.

    Args:
        checkpoint: folder or Hub id of a merged model or of an adapter, or a run's folder.
        mode: see `Chat`.
        language: see `Chat`.
        seed: of sampling; a new one each time if `None`.
        **decoding: of `Answerer`.
    """
    check_mode(mode, saved_prompts(checkpoint_folder(checkpoint)) or Prompts())
    answerer = Answerer(checkpoint, **decoding)
    if seed is not None:
        torch.manual_seed(seed)
    conversation = Chat(answerer, sys.stdout, mode, language)
    conversation.say(f"{NOTICE}\n{conversation.help}\n")
    conversation.run(read_lines(sys.stdin, sys.stdout))
