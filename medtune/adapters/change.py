"""What an adapter does to one tensor of its base, computed in fp32 a block of rows at a time and rounded once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch

from medtune.adapters.adapter import Adapter, blocks
from medtune.adapters.weight_files import DTYPES, Tensor, same_bytes


@dataclass(frozen=True)
class Change:
    """`W' = (new or W) + left @ right`, then lengths (DoRA), then single rows.

    Args:
        new: stands in the place of the base's tensor (`modules_to_save`, a grown embedding).
        left: `[rows, rank]`, fp32, with the scale in it.
        right: `[rank, columns]`, fp32.
        lengths: DoRA's magnitudes, fp32: of each row, or of each column.
        by_column: whether `lengths` are those of the columns, as where a weight is stored `[in, out]`.
        rows: numbers of rows that have been trained each for itself.
        row_values: these rows.
    """

    new: Tensor | None = None
    left: torch.Tensor | None = None
    right: torch.Tensor | None = None
    lengths: torch.Tensor | None = None
    by_column: bool = False
    rows: tuple[int, ...] = ()
    row_values: Tensor | None = None

    def does_nothing(self) -> bool:
        """Tell whether the product is zero and nothing else is there: an adapter that was never trained."""
        if self.new is not None or self.row_values is not None or self.lengths is not None or self.left is None:
            return False
        return not (self.left.any() and self.right.any())

    def equals(self, other: Change) -> bool:
        """Tell whether two changes give the same of the same."""
        tensors = ((self.left, other.left), (self.right, other.right), (self.lengths, other.lengths))
        files = ((self.new, other.new), (self.row_values, other.row_values))
        return (
            all(_same(a is None, b is None, lambda a=a, b=b: torch.equal(a, b)) for a, b in tensors)
            and all(_same(a is None, b is None, lambda a=a, b=b: same_bytes(a, b)) for a, b in files)
            and self.rows == other.rows
        )


def _same(one_absent: bool, other_absent: bool, compare) -> bool:
    return one_absent == other_absent and (one_absent or compare())


def change_of(adapter: Adapter, module: str, transposed: bool) -> dict[str, Change]:
    """Return what an adapter does to the parameters of a module.

    Args:
        adapter: changes the module.
        module: its name in the model.
        transposed: its weight is stored `[in, out]` (GPT-2's Conv1D, embeddings), not `[out, in]` (Linear).

    Returns:
        Changes of `weight` and, if there is one, of `bias`.
    """
    parts = adapter.modules[module]
    new = {name: _first(parts, name, f"modules_to_save.{name}", f"base_layer.{name}") for name in ("weight", "bias")}
    down, up = _first(parts, "lora_A.weight", "lora_embedding_A"), _first(parts, "lora_B.weight", "lora_embedding_B")
    left = right = lengths = None
    if down is not None and up is not None:
        down, up = down.rows().float(), up.rows().float()
        scale = adapter.scale(module, rank=down.shape[0])
        left, right = (down.T * scale, up.T) if transposed else (up * scale, down)
        if "lora_magnitude_vector" in parts:
            lengths = parts["lora_magnitude_vector"].rows().float().flatten()
    values = parts.get("token_adapter.trainable_tokens_delta")
    rows = tuple(adapter.token_rows(module)) if values is not None else ()
    changes = {"weight": Change(new["weight"], left, right, lengths, transposed, rows, values)}
    bias, learnt = None, parts.get("lora_B.bias")
    if learnt is not None:
        bias = learnt.rows().float().reshape(-1, 1) * adapter.scale(module, rank=down.shape[0])
    if new["bias"] is not None or bias is not None:
        changes["bias"] = Change(new["bias"], bias, None if bias is None else torch.ones(1, 1))
    weight = changes["weight"]
    if weight.new is None and weight.left is None and weight.row_values is None:
        del changes["weight"]
    return changes


def _first(parts: dict[str, Tensor], *names: str) -> Tensor | None:
    return next((parts[name] for name in names if name in parts), None)


def changed_blocks(source: Tensor, change: Change) -> Iterator[torch.Tensor]:
    """Compute a tensor with its change, block by block.

    Args:
        source: the base's tensor.
        change: what is done to it.

    Yields:
        Rows in the base's dtype, one block after another.
    """
    start = change.new or source
    factor = _column_factor(start, change) if change.by_column and change.lengths is not None else None
    values = None if change.row_values is None else change.row_values.rows().float()
    for first, block in blocks(start):
        summed = _summed(block, first, change)
        last = first + len(summed)
        if factor is not None:
            summed *= factor
        elif change.lengths is not None:
            summed *= (change.lengths[first:last] / torch.linalg.vector_norm(summed, dim=1)).unsqueeze(1)
        for place, row in enumerate(change.rows):
            if first <= row < last:
                summed[row - first] = values[place]
        yield summed.to(DTYPES[source.dtype])


def _summed(block: torch.Tensor, first: int, change: Change) -> torch.Tensor:
    wide = block.float()
    if wide is block:  # which may lie in a file
        wide = block.clone()
    return wide if change.left is None else wide.addmm_(change.left[first : first + len(wide)], change.right)


def _column_factor(start: Tensor, change: Change) -> torch.Tensor:
    squares = sum(_summed(block, first, change).double().square().sum(dim=0) for first, block in blocks(start))
    return (change.lengths.double() / squares.sqrt()).float()
