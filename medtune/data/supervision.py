"""From conversations to token ids and labels within a cutoff: the source text is cut, never the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from medtune.data.prompts import Example, render
from medtune.data.tokenization import IGNORED

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

LossOn = Literal["answer", "everything"]
#: Rows rendered and tokenized at a time.
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Encoded:
    """One example as the model sees it.

    Args:
        input_ids: prompt, answer, end.
        prompt: number of tokens of the prompt, up to where the model answers.
        source_cut: the prompt did not fit as it was.
        answer_cut: the answer did not.
    """

    input_ids: list[int]
    prompt: int
    source_cut: bool = False
    answer_cut: bool = False

    def labels(self, loss_on: LossOn) -> list[int]:
        """Return the labels: -100 over the prompt, unless everything is learnt."""
        start = self.prompt if loss_on == "answer" else 0
        return [IGNORED] * start + self.input_ids[start:]


def encode_examples(
    examples: Sequence[Example], tokenizer: PreTrainedTokenizerBase, cutoff: int
) -> list[Encoded | None]:
    """Encode examples within a cutoff.

    An answer that does not fit keeps at least half of the cutoff, and its end: the source text is cut until there is
    room, and the words around it never. What is left of a source is rendered and tokenized anew, so the tokens before
    an answer are those that `apply_chat_template` gives at inference.

    Args:
        examples: what is learnt.
        tokenizer: a fast one, with the chat template.
        cutoff: most tokens of an example.

    Returns:
        The examples in their order; `None` for one whose words around the source fill what the answer leaves: nothing
        is left that it would answer.

    Raises:
        ValueError: the chat template does not put the answer behind the prompt, or closes it by no end token.
    """
    encoded = []
    for start in range(0, len(examples), _BATCH):
        batch = examples[start : start + _BATCH]
        whole = [_Parts(*parts) for parts in zip(*_tokenize(batch, tokenizer), strict=True)]
        encoded += [
            Encoded(parts.ids, parts.prompt) if len(parts.ids) <= cutoff else _cut(example, parts, tokenizer, cutoff)
            for example, parts in zip(batch, whole, strict=True)
        ]
    return encoded


@dataclass(frozen=True, slots=True)
class _Parts:
    """Token ids of a whole example, how many of them are prompt and end, and the characters each stands for."""

    ids: list[int]
    prompt: int
    end: int
    spans: list[tuple[int, int]]

    @property
    def answer(self) -> int:
        """Number of tokens of the answer with its end."""
        return len(self.ids) - self.prompt


def _tokenize(examples: Sequence[Example], tokenizer: PreTrainedTokenizerBase) -> tuple[list, list, list, list]:
    """Return, for each example, token ids, length of the prompt, length of the end, and character spans."""
    prompts = render(tokenizer, [example.messages(with_answer=False) for example in examples], to_answer=True)
    texts = render(tokenizer, [example.messages() for example in examples], to_answer=False)
    texts = [text.rstrip() for text in texts]  # a line break behind the end token teaches nothing
    encode = tokenizer.backend_tokenizer.encode_batch
    ids, prompt_lengths, end_lengths, spans = [], [], [], []
    for example, prompt, text, short, whole in zip(
        examples,
        prompts,
        texts,
        encode(prompts, add_special_tokens=False),
        encode(texts, add_special_tokens=False),
        strict=True,
    ):
        opened = prompt + example.answer
        if not text.startswith(opened) or whole.ids[: len(short.ids)] != short.ids:
            raise ValueError(
                "the chat template is not fit for training: what it gives with the answer does not begin with what it "
                "gives before it, followed by the answer. Let it end the prompt with a line break or a special token, "
                "or write `prompts: {chat_template: alpaca}`"
            )
        end = sum(start >= len(opened) for start, _ in whole.offsets)
        if not end:
            raise ValueError("the chat template closes an answer by no end token; add {{ eos_token }} behind it")
        ids.append(whole.ids)
        prompt_lengths.append(len(short.ids))
        end_lengths.append(end)
        spans.append(whole.offsets)
    return ids, prompt_lengths, end_lengths, spans


def _cut(example: Example, parts: _Parts, tokenizer: PreTrainedTokenizerBase, cutoff: int) -> Encoded | None:
    kept = max(min(parts.answer, cutoff // 2), cutoff - parts.prompt)
    prompt_cut = parts.prompt > cutoff - kept
    if prompt_cut:
        example = _shorten(example, cutoff - kept, tokenizer)
        [parts] = [_Parts(*one) for one in zip(*_tokenize([example], tokenizer), strict=True)]
    room = cutoff - parts.prompt - parts.end
    if room < 1 or not example.source:  # no answer, or nothing that it would answer
        return None
    if parts.prompt + parts.answer <= cutoff:
        return Encoded(parts.ids, parts.prompt, prompt_cut)
    last = parts.prompt + room
    while last > parts.prompt and parts.spans[last][0] < parts.spans[last - 1][1]:  # not within a character
        last -= 1
    if last == parts.prompt:
        return None
    return Encoded(parts.ids[:last] + parts.ids[-parts.end :], parts.prompt, prompt_cut, True)


def _shorten(example: Example, limit: int, tokenizer: PreTrainedTokenizerBase) -> Example:
    """Cut what a prompt is about until the prompt has at most so many tokens, or nothing is left to cut.

    Of a consultation the exchanges after the first go first, the oldest before the others, and the first then.
    """
    while (excess := _prompt_length(example, tokenizer) - limit) > 0 and example.history:
        start = 2 if len(example.history) > 2 else 0
        example = replace(example, history=example.history[:start] + example.history[start + 2 :])
    while excess > 0 and example.source:
        spans = tokenizer.backend_tokenizer.encode(example.source, add_special_tokens=False).offsets
        kept = spans[len(spans) - excess - 1][1] if excess < len(spans) else 0
        # A token may stand for part of a character, and cutting must get on.
        shorter = example.source[: min(kept, len(example.source) - 1)].rstrip()
        example = replace(example, source=shorter)
        excess = _prompt_length(example, tokenizer) - limit
    return example


def _prompt_length(example: Example, tokenizer: PreTrainedTokenizerBase) -> int:
    [text] = render(tokenizer, [example.messages(with_answer=False)], to_answer=True)
    return len(tokenizer.backend_tokenizer.encode(text, add_special_tokens=False).ids)


def fit_prompts(examples: Sequence[Example], tokenizer: PreTrainedTokenizerBase, limit: int) -> list[list[int]]:
    """Return the token ids of prompts to answer, cut as in training.

    Args:
        examples: what is asked.
        tokenizer: with the chat template.
        limit: most tokens of a prompt, but for the template, which is never cut.
    """
    shortened = [_shorten(example, limit, tokenizer) for example in examples]
    texts = render(tokenizer, [example.messages(with_answer=False) for example in shortened], to_answer=True)
    return [encoding.ids for encoding in tokenizer.backend_tokenizer.encode_batch(texts, add_special_tokens=False)]
