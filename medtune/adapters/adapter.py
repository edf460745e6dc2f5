"""A LoRA adapter as peft saved it: what it says about itself, and what it does to which module.

LoRA: Hu et al. 2021, W + alpha/r · B A. rsLoRA: Kalajdzievski 2023, alpha/sqrt(r). DoRA: Liu et al. 2024, rows of the
sum brought to a learnt length.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from medtune.adapters.weight_files import ADAPTER_NAMES, FLOATS, Tensor, Weights, open_weights, parse

CONFIG = "adapter_config.json"
_PREFIX = "base_model.model."
#: Ends of the tensors' names, longest first where one ends like another.
_PARTS = (
    "lora_A.weight",
    "lora_B.weight",
    "lora_B.bias",
    "lora_embedding_A",
    "lora_embedding_B",
    "lora_magnitude_vector.weight",
    "lora_magnitude_vector",
    "token_adapter.trainable_tokens_delta",
    "modules_to_save.weight",
    "modules_to_save.bias",
    "original_module.weight",
    "original_module.bias",
    "base_layer.weight",
    "base_layer.bias",
    "weight",
    "bias",
)
#: Variants of LoRA that are no sum of the base and a product, or of another base.
_UNSUPPORTED = (
    "use_qalora",
    "use_bdlora",
    "alora_invocation_tokens",
    "arrow_config",
    "kasa_config",
    "monteclora_config",
    "velora_config",
    "layer_replication",
    "target_parameters",
)
#: Ways to start that change the base itself, so that the adapter fits that changed base only.
_CHANGES_BASE = ("pissa", "olora", "corda", "loftq", "lora_ga")


@dataclass(frozen=True)
class Adapter:
    """An adapter on disk.

    Args:
        folder: where it is.
        config: its `adapter_config.json`.
        weights: its tensors.
        modules: for each module that it changes, the tensors by their part, such as `lora_A.weight`.
    """

    folder: Path
    config: dict[str, Any]
    weights: Weights
    modules: dict[str, dict[str, Tensor]] = field(repr=False)

    @property
    def base(self) -> str:
        """Name of the base that it was trained on, as peft recorded it."""
        return self.config.get("base_model_name_or_path") or "an unnamed base"

    def scale(self, module: str, rank: int) -> float:
        """Return the factor of `B A` of a module."""
        alpha = self.config.get("lora_alpha", 8)
        for pattern, value in (self.config.get("alpha_pattern") or {}).items():
            if re.match(rf"(.*\.)?({pattern})$", module):
                alpha = value
                break
        return alpha / (math.sqrt(rank) if self.config.get("use_rslora") else rank)

    def token_rows(self, module: str) -> list[int]:
        """Return the rows of an embedding that were trained each for itself (`trainable_token_indices`)."""
        rows = self.config.get("trainable_token_indices") or []
        if isinstance(rows, dict):
            return next((value for name, value in rows.items() if module == name or module.endswith(f".{name}")), [])
        return list(rows)


def read_adapter(folder: str | Path) -> Adapter:
    """Read an adapter's configuration and where its tensors lie, and check that it can be merged.

    Args:
        folder: as `PeftModel.save_pretrained` writes it.

    Raises:
        FileNotFoundError: it is no adapter.
        ValueError: it is of another kind, uses what cannot be merged, or holds NaN or infinite numbers.
    """
    folder = Path(folder)
    if not (folder / CONFIG).is_file():
        what = f"holds no {CONFIG}" if folder.is_dir() else "no such folder"
        within = folder / "adapter"
        fix = f"name {within}" if (within / CONFIG).is_file() else "name the folder of an adapter that peft saved"
        raise FileNotFoundError(f"{folder}: {what}; {fix}")
    config = parse(folder / CONFIG, (folder / CONFIG).read_bytes())
    _check_kind(folder, config)
    weights = open_weights(folder, ADAPTER_NAMES)
    _check_numbers(weights)
    modules: dict[str, dict[str, Tensor]] = {}
    unknown = []
    for name, tensor in weights.tensors.items():
        short = name.removeprefix(_PREFIX)
        part = next((part for part in _PARTS if short.endswith(f".{part}")), None)
        if part is None:
            unknown.append(name)
        else:
            modules.setdefault(short.removesuffix(f".{part}"), {})[part.replace("vector.weight", "vector")] = tensor
    if unknown:
        raise ValueError(
            f"{folder}: no known part of a LoRA adapter: {unknown[0]}, and {len(unknown) - 1} more like it"
        )
    return Adapter(folder, config, weights, modules)


def _check_kind(folder: Path, config: dict[str, Any]) -> None:
    kind = config.get("peft_type")
    if kind != "LORA":
        raise ValueError(f"{folder}: an adapter of type {kind}; only LORA (with rsLoRA and DoRA) can be merged")
    task = config.get("task_type")
    if task not in (None, "CAUSAL_LM"):
        raise ValueError(
            f"{folder}: an adapter for the task {task}; only those of causal language models can be merged"
        )
    used = [name for name in _UNSUPPORTED if config.get(name)]
    if used:
        raise ValueError(f"{folder}: {', '.join(used)} in {CONFIG} cannot be merged; train without")
    start = config.get("init_lora_weights")
    if isinstance(start, str) and start.startswith(_CHANGES_BASE):
        raise ValueError(
            f"{folder}: init_lora_weights {start!r} has changed the base itself; save the adapter with "
            "path_initial_model_for_weight_conversion, which makes it fit the original base"
        )


def _check_numbers(weights: Weights) -> None:
    """Find tensors that are no numbers, a piece at a time."""
    bad = []
    for tensor in weights.tensors.values():
        if tensor.dtype not in FLOATS:
            raise ValueError(f"{tensor.file}: {tensor.name} is of type {tensor.dtype}; allowed are {', '.join(FLOATS)}")
        if not all(torch.isfinite(block).all() for _, block in blocks(tensor)):
            bad.append(tensor.name)
    if bad:
        raise ValueError(
            f"{weights.folder}: NaN or infinite numbers in {', '.join(bad[:3])}"
            f"{f' and {len(bad) - 3} more tensors' if len(bad) > 3 else ''}: the training diverged. Nothing was "
            "merged; train again with a smaller learning rate"
        )


def blocks(tensor: Tensor, numbers: int = 1 << 19) -> Iterator[tuple[int, torch.Tensor]]:
    """Read a tensor by rows, so many that they hold about `numbers` numbers.

    Yields:
        The first row and the rows, a matrix in the tensor's dtype.
    """
    step = max(1, numbers // max(1, math.prod(tensor.shape[1:])))
    for first in range(0, tensor.row_count, step):
        yield first, tensor.rows(first, min(first + step, tensor.row_count))
