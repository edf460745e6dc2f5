"""Low-rank adapters on a frozen base (Hu et al. 2021, "LoRA"), quantised or not (Dettmers et al. 2023, "QLoRA")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from medtune.recipe.validation import nearest

if TYPE_CHECKING:
    from peft import PeftModel
    from transformers import BitsAndBytesConfig, PreTrainedModel

#: Names of the query, key and value projections, by family; some have them in one matrix.
ATTENTION_PROJECTIONS = (
    ("q_proj", "k_proj", "v_proj"),
    ("query_key_value",),
    ("qkv_proj",),
    ("c_attn",),
    ("Wqkv",),
    ("W_pack",),
)
ATTENTION = "attention"


def choose_targets(wanted: str | Sequence[str], names: Iterable[str]) -> list[str]:
    """Return the modules that an adapter goes to, by the last part of their names.

    Args:
        wanted: such names; `attention` for the query, key and value projections, whatever the model calls them.
        names: full names of the modules that can have an adapter.

    Raises:
        ValueError: the model has no such modules; those that it has are listed.
    """
    names = list(names)
    known = sorted({last(name) for name in names})
    if wanted == ATTENTION:
        found = next((group for group in ATTENTION_PROJECTIONS if set(group) <= set(known)), None)
        if found is None:
            raise ValueError(f"which modules are query, key and value is not known of this model; {_has(known)}")
        return list(found)
    unknown = [target for target in wanted if not any(name == target or name.endswith(f".{target}") for name in names)]
    if unknown:
        hints = " ".join(filter(None, (nearest(target, known) for target in unknown)))
        raise ValueError(f"the model has no module {', '.join(unknown)}; {_has(known)} {hints}".strip())
    return list(wanted)


def last(name: str) -> str:
    """Return the part of a module's name behind the last dot, or the last two where that is a number."""
    *_, tail = name.split(".")
    return ".".join(name.split(".")[-2:]) if tail.isdigit() else tail


def linear_modules(model: PreTrainedModel) -> dict[str, tuple[int, int]]:
    """Return width in and out of the modules that can have an adapter, by full name; the output layer is none."""
    import torch
    from transformers.pytorch_utils import Conv1D

    output = model.get_output_embeddings()
    sizes = {}
    for name, module in model.named_modules():
        if module is output:
            continue
        if isinstance(module, Conv1D):
            sizes[name] = tuple(module.weight.shape)
        elif isinstance(module, torch.nn.Linear):
            sizes[name] = (module.in_features, module.out_features)
    return sizes


def quantization_config(kind: str, double: bool, dtype: Any) -> BitsAndBytesConfig:
    """Return how bitsandbytes keeps the base.

    Args:
        kind: `nf4` or `int8`.
        double: quantise the constants of the quantisation too; of nf4 only.
        dtype: torch's dtype of the products.
    """
    from transformers import BitsAndBytesConfig

    if kind == "int8":
        return BitsAndBytesConfig(load_in_8bit=True)
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=double,
        bnb_4bit_compute_dtype=dtype,
    )


def add_lora(
    model: PreTrainedModel,
    wanted: str | Sequence[str],
    with_embeddings: bool = False,
    recompute: bool = False,
    widen: bool = False,
    **settings: Any,
) -> PeftModel:
    """Freeze a model and add an adapter to it.

    Args:
        model: the base.
        wanted: modules, see `choose_targets`.
        with_embeddings: train input and output embeddings in full, as those of new tokens must be.
        recompute: activations are computed again in the backward pass.
        widen: keep what is trained in fp32, for a training that computes in 16 bits by autocast; in 16 bits most steps
            of modules trained in full would be lost in rounding.
        **settings: of `peft.LoraConfig`.

    Raises:
        ValueError: the model has no such modules.
    """
    from peft import LoraConfig, get_peft_model

    targets = choose_targets(wanted, linear_modules(model))
    if recompute:
        model.enable_input_require_grads()  # or nothing before the first adapter would be computed again
    if with_embeddings:
        settings |= _embeddings(model, settings.get("modules_to_save"))
    config = LoraConfig(task_type="CAUSAL_LM", bias="none", target_modules=targets, **settings)
    adapted = get_peft_model(model, config)
    for parameter in adapted.parameters() if widen else ():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()
    # Of a grown vocabulary peft would save each embedding three times: as it was trained, the same under another name,
    # and what it stands in for. Loading and merging read the first; of tied ones peft asks for both names.
    adapted.save_pretrained = partial(adapted.save_pretrained, save_embedding_layers=False)
    return adapted


def _embeddings(model: PreTrainedModel, others: Sequence[str] | None) -> dict[str, Any]:
    """Return the settings that train both embeddings, one matrix where the model ties them."""
    tied = model.get_input_embeddings().weight is model.get_output_embeddings().weight
    wanted = [model.get_input_embeddings()] + ([] if tied else [model.get_output_embeddings()])
    names = [last(name) for name, module in model.named_modules() if any(module is one for one in wanted)]
    return {"modules_to_save": list(dict.fromkeys([*names, *(others or ())])), "ensure_weight_tying": tied}


def _has(known: list[str]) -> str:
    return f"it has {', '.join(known)}."
