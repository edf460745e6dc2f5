"""From encoded conversations to batches: padded, or packed into one sequence in which no example sees another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from medtune.data.collators import PaddingCollator
from medtune.data.tokenization import IGNORED


class InstructionCollator:
    """Make a batch of examples, each `input_ids` and the number `prompt` of its tokens that are not learnt.

    Args:
        pad_token_id: fills up a padded batch; what is padding follows from the lengths.
        loss_on_prompt: learn the prompts too.
        packed: put the examples of a batch one behind the other, without padding. Positions start anew with each, by
            which transformers' attention, masked or of variable length, keeps the examples apart.
        multiple_of: see `PaddingCollator`; a packed batch is filled up by one more example of padding.
        longest: tokens of the longest example; padded batches are not made longer.
        answers_only: also give `shift_labels` and `logits_to_keep`, so that the model computes logits only for the
            positions that predict a supervised token of some example. Not every model takes them.
    """

    def __init__(
        self,
        pad_token_id: int,
        loss_on_prompt: bool = False,
        packed: bool = False,
        multiple_of: int = 1,
        longest: int | None = None,
        answers_only: bool = False,
    ):
        self.pad_token_id, self.loss_on_prompt, self.packed = pad_token_id, loss_on_prompt, packed
        self.multiple_of, self.answers_only = multiple_of, answers_only
        limits = {} if longest is None else {"input_ids": longest, "labels": longest}
        self.pad = PaddingCollator(pad_token_id, multiple_of, limits)

    def __call__(self, examples: Sequence[Mapping[str, Any]]) -> dict[str, torch.Tensor]:
        """Collate examples.

        Returns:
            Padded: `input_ids`, `attention_mask` and `labels`, each `(batch, longest)`. Packed: `input_ids`, `labels`
            and `position_ids`, each `(1, sum of lengths)`, and no mask. With `answers_only` further `logits_to_keep`
            `(kept,)` and `shift_labels` `(batch, kept)`.
        """
        rows = [{"input_ids": row["input_ids"], "labels": self._labels(row)} for row in examples]
        batch = self._pack(rows) if self.packed else self.pad(rows)
        if self.answers_only:
            following = torch.nn.functional.pad(batch["labels"][:, 1:], (0, 1), value=IGNORED)
            batch["logits_to_keep"] = following.ne(IGNORED).any(0).nonzero()[:, 0]
            batch["shift_labels"] = following[:, batch["logits_to_keep"]]
        return batch

    def _labels(self, row: Mapping[str, Any]) -> list[int]:
        ids = row["input_ids"]
        # The first token of an example is predicted by nothing, in a packed batch not by the example before it either.
        start = 1 if self.loss_on_prompt else row["prompt"]
        return [IGNORED] * start + list(ids[start:])

    def _pack(self, rows: list[dict[str, list[int]]]) -> dict[str, torch.Tensor]:
        ids = [token for row in rows for token in row["input_ids"]]
        labels = [label for row in rows for label in row["labels"]]
        positions = [place for row in rows for place in range(len(row["input_ids"]))]
        missing = -len(ids) % self.multiple_of
        batch = {
            "input_ids": ids + [self.pad_token_id] * missing,
            "labels": labels + [IGNORED] * missing,
            "position_ids": positions + list(range(missing)),
        }
        return {name: torch.tensor([values]) for name, values in batch.items()}
