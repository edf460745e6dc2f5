"""What a merge is going to do: which tensors of the base change, which stay, and what the result looks like."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from medtune.adapters.adapter import Adapter
from medtune.adapters.change import Change, change_of
from medtune.adapters.weight_files import Tensor, Weights, parse

if TYPE_CHECKING:
    from transformers import PreTrainedModel

#: What a delta is added to in fp32; anything narrower is quantised.
_BASE_DTYPES = ("F32", "F16", "BF16")
#: Parts of an adapter that stand in the place of the base's weight; only these can have more rows than it.
_WHOLE = ("weight", "modules_to_save.weight", "base_layer.weight")


@dataclass(frozen=True)
class Item:
    """One tensor of the result.

    Args:
        tensor: its name, dtype and shape; the file is the one it is written to.
        source: the base's tensor.
        change: what is done to it; `None` copies the bytes.
    """

    tensor: Tensor
    source: Tensor
    change: Change | None


@dataclass(frozen=True)
class Plan:
    """A merge.

    Args:
        base: the base's weights.
        adapter: what is merged into it.
        files: the tensors of each file that is written.
        config: the result's `config.json`.
        vocabulary: tokens of the result if the adapter has grown the vocabulary.
        untied: whether input and output embeddings were one tensor in the base and become two.
    """

    base: Weights
    adapter: Adapter
    files: dict[str, list[Item]] = field(repr=False)
    config: dict[str, Any] = field(repr=False)
    vocabulary: int | None = None
    untied: bool = False

    @property
    def items(self) -> Iterator[Item]:
        """All tensors of the result."""
        return (item for items in self.files.values() for item in items)

    @property
    def size(self) -> int:
        """Bytes of the result's weights."""
        return sum(item.tensor.size for item in self.items)

    @property
    def largest(self) -> int:
        """Bytes of the largest tensor."""
        return max(item.tensor.size for item in self.items)


def plan_merge(base: Weights, adapter: Adapter) -> Plan:
    """Find the base's tensor for everything that the adapter changes.

    Args:
        base: weights of a causal language model with its `config.json`.
        adapter: read by `read_adapter`.

    Raises:
        ValueError: the base is quantised or no causal language model, the adapter is one of another base, or it does
            nothing.
    """
    config = parse(base.folder / "config.json", (base.folder / "config.json").read_bytes())
    if config.get("quantization_config"):
        raise ValueError(
            f"{base.folder} is quantised ({config['quantization_config'].get('quant_method', 'unknown method')}); name "
            "the 16-bit model that it was made from: an adapter trained on the quantised one is merged into that"
        )
    model = empty_model(base.folder)
    wrong = _misfits(model, base, adapter)
    if wrong:
        more = f"; {len(wrong) - 3} more modules do not fit either" if len(wrong) > 3 else ""
        raise ValueError(
            f"{adapter.folder} is an adapter of another base than {base.folder}: it was trained on {adapter.base}. "
            f"{'; '.join(wrong[:3])}{more}"
        )
    changes = _changes(model, base, adapter)
    idle = [name for name, change in changes.items() if change.does_nothing()]
    if idle:
        raise ValueError(
            f"{adapter.folder} changes nothing in {idle[0]} (and {len(idle) - 1} more): it was never trained"
        )
    return _lay_out(model, base, adapter, changes, config)


def empty_model(folder: Path) -> PreTrainedModel:
    """Build the model of a checkpoint without weights.

    Args:
        folder: holds its `config.json`.

    Raises:
        ValueError: it is no causal language model that transformers knows.
    """
    from transformers import AutoConfig, AutoModelForCausalLM

    try:
        config = AutoConfig.from_pretrained(folder)
    except ValueError as error:  # of transformers, with many lines
        raise ValueError(f"{folder}: {str(error).splitlines()[0]}") from error
    try:
        with torch.device("meta"):
            return AutoModelForCausalLM.from_config(config)
    except ValueError as error:
        raise ValueError(
            f"{folder} is a {config.model_type}, which is no causal language model; only these can be merged"
        ) from error


def embeddings_of(model: PreTrainedModel) -> tuple[str, str]:
    """Return the names of the modules that hold the input and the output embeddings."""
    names = {module: name for name, module in model.named_modules()}
    return names[model.get_input_embeddings()], names.get(model.get_output_embeddings(), "")


def is_tied(model: PreTrainedModel) -> bool:
    """Tell whether input and output embeddings are one tensor."""
    return bool(getattr(model.config.get_text_config(), "tie_word_embeddings", False))


def is_transposed(module: torch.nn.Module) -> bool:
    """Tell whether a module keeps its weight as `[in, out]`: GPT-2's Conv1D and embeddings."""
    from transformers.pytorch_utils import Conv1D

    return isinstance(module, Conv1D | torch.nn.Embedding)


def _stored(name: str, model: PreTrainedModel, tensors: dict[str, Tensor]) -> str | None:
    """Return the name under which the files hold a parameter: with or without the name of the model's body."""
    body = f"{model.base_model_prefix}."
    return next((known for known in (name, name.removeprefix(body), f"{body}{name}") if known in tensors), None)


def _misfits(model: PreTrainedModel, base: Weights, adapter: Adapter) -> list[str]:
    """Return why modules of the adapter do not fit the base."""
    modules, tensors = dict(model.named_modules()), base.tensors
    embedding, head = embeddings_of(model)
    wrong = []
    for name, parts in adapter.modules.items():
        module = modules.get(name)
        if module is None:
            near = difflib.get_close_matches(name, modules, n=1, cutoff=0)
            wrong.append(f"it has no module {name}; the nearest is {near[0]}")
            continue
        stored = _stored(f"{name}.weight", model, tensors)
        if stored is None and name == head and is_tied(model):
            stored = _stored(f"{embedding}.weight", model, tensors)
        if stored is None:
            wrong.append(f"its files hold no {name}.weight")
            continue
        tensor = tensors[stored]
        if tensor.dtype not in _BASE_DTYPES:
            wrong.append(f"{stored} is of type {tensor.dtype}, not one of {', '.join(_BASE_DTYPES)}")
            continue
        if "lora_B.bias" in parts and _stored(f"{name}.bias", model, tensors) is None:
            wrong.append(f"{name} has no bias to which the adapter's (`lora_bias`) could be added")
        shape = _expected_shape(parts, is_transposed(module))
        grown = int(name in (embedding, head) and any(part in parts for part in _WHOLE))
        if shape and shape[grown:] != tensor.shape[grown:]:
            wrong.append(f"{name}: the adapter is for a weight of {list(shape)}, and this one is {list(tensor.shape)}")
    return wrong


def _expected_shape(parts: dict[str, Tensor], transposed: bool) -> tuple[int, ...] | None:
    """Return the shape of the weight that a module's parts were trained beside."""
    for name in _WHOLE:
        if name in parts:
            return parts[name].shape
    for down, up in (("lora_A.weight", "lora_B.weight"), ("lora_embedding_A", "lora_embedding_B")):
        if down in parts and up in parts:
            shape = (parts[up].shape[0], parts[down].shape[1])
            return shape[::-1] if transposed else shape
    return None


def _changes(model: PreTrainedModel, base: Weights, adapter: Adapter) -> dict[str, Change]:
    """Return the change of each parameter, by its name in the model."""
    modules = dict(model.named_modules())
    embedding, head = embeddings_of(model)
    found = {
        f"{name}.{parameter}": change
        for name in adapter.modules
        for parameter, change in change_of(adapter, name, is_transposed(modules[name])).items()
    }
    trained = found.get(f"{embedding}.weight")
    # peft lets the output embeddings of a tied model follow single trained tokens, and nothing else.
    if is_tied(model) and trained is not None and trained.row_values is not None:
        found.setdefault(f"{head}.weight", trained)
    return found


def _lay_out(
    model: PreTrainedModel, base: Weights, adapter: Adapter, changes: dict[str, Change], config: dict[str, Any]
) -> Plan:
    tensors = base.tensors
    names = {_stored(name, model, tensors): change for name, change in changes.items()}
    ends = [f"{module}.weight" for module in embeddings_of(model)]
    embedding, head = (_stored(name, model, tensors) for name in ends)
    untied, added = False, {}
    if is_tied(model):
        of_input, of_output = (changes.get(name, Change()) for name in ends)
        untied = not of_input.equals(of_output)
        if head is not None:  # a copy in the files, which is not read while the two are tied
            names[head] = of_output if untied else of_input
        elif untied:
            added[tensors[embedding].file.name] = (ends[1], tensors[embedding], of_output)
    names = {name: change for name, change in names.items() if name is not None and not change.equals(Change())}
    files = {}
    for file, held in base.files.items():
        items = [_item(tensor.name, tensor, names.get(tensor.name)) for tensor in held]
        if file in added:
            name, source, change = added[file]
            items.append(_item(name, source, None if change.equals(Change()) else change))
        files[file.replace("pytorch_model", "model").replace(".bin", ".safetensors")] = items
    rows = {item.tensor.name: item.tensor.shape[0] for items in files.values() for item in items if item.tensor.shape}
    vocabulary = rows[embedding] if rows[embedding] != tensors[embedding].shape[0] else None
    config = config | ({"tie_word_embeddings": False} if untied else {})
    config = config | ({"vocab_size": vocabulary} if vocabulary else {})
    return Plan(base, adapter, files, config, vocabulary, untied)


def _item(name: str, source: Tensor, change: Change | None) -> Item:
    new = None if change is None else change.new
    shape = source.shape if new is None else (*new.shape[:1], *source.shape[1:])
    return Item(Tensor(name, source.dtype, shape, Path()), source, change)
