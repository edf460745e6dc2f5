"""Answers of a tuned language model, to many questions at once or to one word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from medtune.adapters.loading import checkpoint_folder, load_to_answer
from medtune.data.prompts import Example, prompts_with, saved_prompts, system_lines
from medtune.data.supervision import fit_prompts
from medtune.evaluation.inference.generation import batches_of_like_length, generate_batch

if TYPE_CHECKING:
    from transformers.generation.streamers import BaseStreamer

#: Tokens that must be left for a question.
SHORTEST_PROMPT = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer.

    Args:
        text: without special tokens.
        cut: it was stopped at its longest length.
    """

    text: str
    cut: bool


class Answerer:
    """A checkpoint that answers by the template that it was trained with.

    Args:
        checkpoint: folder or Hub id of a merged model or of an adapter, or a run's folder.
        max_new_tokens: longest answer in tokens.
        temperature: of sampling; 0 takes the most likely token.
        top_p: nucleus of sampling.

    Raises:
        FileNotFoundError: there is no such checkpoint.
        ValueError: it is of another kind, or has no room for a question beside the answer.
    """

    def __init__(self, checkpoint: str, max_new_tokens: int = 256, temperature: float = 0.0, top_p: float = 1.0):
        self.model, self.tokenizer = load_to_answer(checkpoint)
        # A checkpoint from before they were saved, or of others, is asked in medtune's own words.
        self.words = saved_prompts(checkpoint_folder(checkpoint)) or prompts_with(
            system_lines(self.tokenizer.chat_template)
        )
        self.options: dict[str, Any] = {"max_new_tokens": max_new_tokens, "do_sample": temperature > 0}
        self.options |= {"temperature": temperature, "top_p": top_p} if temperature > 0 else {}
        positions = getattr(self.model.config, "max_position_embeddings", None) or 1 << 20
        self.room = positions - max_new_tokens
        if self.room < SHORTEST_PROMPT:
            raise ValueError(
                f"--max-new-tokens {max_new_tokens} leaves no room for a question in the {positions} positions of "
                f"{checkpoint}; lower it"
            )

    def prompts(self, examples: Sequence[Example]) -> list[list[int]]:
        """Return the token ids of what is asked, cut to the context as in training: the oldest exchanges first."""
        return fit_prompts(examples, self.tokenizer, self.room)

    def answer(self, examples: Sequence[Example], batch_size: int) -> list[Answer]:
        """Answer questions, those of like length together.

        Args:
            examples: what is asked.
            batch_size: answered at a time.

        Returns:
            The answers, in the order of the questions.
        """
        prompts = self.prompts(examples)
        answers: list[Answer] = [Answer("", False)] * len(prompts)
        for rows in batches_of_like_length(prompts, batch_size):
            new = generate_batch(self.model, [prompts[row] for row in rows], self.options)
            for row, ids in zip(rows, new, strict=True):
                answers[row] = self._read(ids)
        return answers

    def stream(self, example: Example, streamer: BaseStreamer) -> Answer:
        """Answer one question word by word.

        Args:
            example: what is asked.
            streamer: gets the tokens as they come.
        """
        [prompt] = self.prompts([example])
        ids = torch.tensor([prompt], device=self.model.device)
        with torch.inference_mode():
            output = self.model.generate(
                input_ids=ids, attention_mask=torch.ones_like(ids), streamer=streamer, **self.options
            )
        return self._read(output[0, len(prompt) :])

    def _read(self, ids: torch.Tensor) -> Answer:
        ends = torch.isin(ids, torch.tensor(self.model.generation_config.eos_token_id, device=ids.device)).nonzero()
        kept = ids[: ends[0, 0]] if len(ends) else ids
        text = self.tokenizer.decode(kept, skip_special_tokens=True)
        if not len(ends):  # the last character may have been stopped in the middle of its bytes
            text = text.rstrip("\N{REPLACEMENT CHARACTER}")
        return Answer(text.strip(), cut=not len(ends))
