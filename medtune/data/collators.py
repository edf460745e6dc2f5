"""From examples of different lengths to one batch of tensors."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch.nn.utils.rnn import pad_sequence

from medtune.data.tokenization import IGNORED


class PaddingCollator:
    """Pad a batch on the right to its longest example.

    What is padding follows from the lengths, never from a token's id: where the pad token is also the end token, the
    end token stays visible and supervised.

    Args:
        pad_token_id: fills `input_ids`; the attention mask hides it.
        multiple_of: pad to the next multiple of it: fewer shapes, each of which `torch.compile` and the 16-bit kernels
            of a CPU keep code and buffers for, and which fit tensor cores.
        longest: tokens of the longest example, by column; a column is padded to more only if an example is longer,
            since the model may have no position for it.
    """

    def __init__(self, pad_token_id: int, multiple_of: int = 1, longest: Mapping[str, int] | None = None):
        self.pad_token_id, self.multiple_of, self.longest = pad_token_id, multiple_of, longest or {}

    def __call__(self, examples: Sequence[dict[str, Any]]) -> dict[str, torch.Tensor]:
        """Collate examples.

        Args:
            examples: each with `input_ids`, a list of token ids; any other list (such as `labels`) is padded with
                -100, any number (such as `department_labels`) becomes one entry of a vector.

        Returns:
            Tensors of shape `(batch, longest)` or `(batch,)`, and the `attention_mask` of `input_ids`.
        """
        batch = {}
        for name, value in examples[0].items():
            values = [example[name] for example in examples]
            if not isinstance(value, list):
                batch[name] = torch.tensor(values)
            elif name == "input_ids":
                batch[name] = self._pad(name, values, self.pad_token_id)
                batch["attention_mask"] = self._pad(name, [[1] * len(ids) for ids in values], 0)
            else:
                batch[name] = self._pad(name, values, IGNORED)
        return batch

    def _pad(self, name: str, rows: list[list[int]], value: int) -> torch.Tensor:
        padded = pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=value)
        length = padded.shape[1]
        wanted = min(length + -length % self.multiple_of, self.longest.get(name, sys.maxsize))
        return torch.nn.functional.pad(padded, (0, wanted - length), value=value) if wanted > length else padded
