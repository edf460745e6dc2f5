"""How large an adapter and its base are, and what training them takes, told from configurations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.recipe.instruction_checks import dtype_name
from medtune.recipe.memory import FLOAT, LOGITS, PROCESS, Memory, optimizer_bytes
from medtune.recipe.module_names import linear_sizes
from medtune.recipe.networks import Network, network, read_config
from medtune.recipe.training_fields import field_value

if TYPE_CHECKING:
    from medtune.recipe.model_size import Earlier
    from medtune.tasks.instruction_tuning import Recipe

#: Bytes of a frozen weight; of NF4 with its constants, quantised too or not.
WEIGHT_BYTES = {"float32": 4, "bfloat16": 2, "float16": 2, "int8": 1.0, "nf4": 0.53}


@dataclass(frozen=True)
class AdapterSize:
    """Parameters.

    Args:
        network: the base.
        trained: of the adapter, and of modules trained in full.
        passed: of the base that every token passes, its output layer included.
        modules: number of modules with an adapter.
        targets: their names.
        dtype: of the base's files, and so of a merged model's.
    """

    network: Network
    trained: int
    passed: int
    modules: int
    targets: list[str]
    dtype: str

    @property
    def base(self) -> int:
        """Number of the base's parameters."""
        return self.network.parameters


def adapter_size(recipe: Recipe, earlier: Earlier) -> AdapterSize | None:
    """Return the sizes; None while the base's configuration is not at hand.

    Args:
        recipe: the tuning.
        earlier: steps of a pipeline that come before it, one of which may make the base.
    """
    config = base_config(recipe, earlier)
    if config is None or "vocab_size" not in config:
        return None
    from medtune.adapters.lora import choose_targets

    sizes = linear_sizes(config)
    base = network(config, "decoder")
    targets = choose_targets(recipe.lora.targets, sizes)
    chosen = [size for name, size in sizes.items() if any(name == t or name.endswith(f".{t}") for t in targets)]
    lora = recipe.lora
    trained = sum(lora.rank * (wide + out) + (out if lora.dora else 0) for wide, out in chosen)
    embeddings, vocabulary = {"embed_tokens", "lm_head"} & set(lora.modules_to_save), base.vocabulary
    if recipe.model.extend_vocabulary:
        embeddings = {"embed_tokens"} if config.get("tie_word_embeddings") else {"embed_tokens", "lm_head"}
        vocabulary = grown_vocabulary(recipe) or vocabulary
    trained += vocabulary * base.width * len(embeddings)
    passed = base.layers * base.layer + vocabulary * base.width
    # A GGUF file is unpacked to bfloat16; what says nothing, as a model made from a configuration, is in float32.
    dtype = "bfloat16" if recipe.model.gguf_file else config.get("dtype") or config.get("torch_dtype") or "float32"
    return AdapterSize(replace(base, vocabulary=vocabulary), trained, passed, len(chosen), targets, dtype)


def grown_vocabulary(recipe: Recipe) -> int | None:
    """Return the tokens of an extended vocabulary; None while the tokenizer is not at hand."""
    from medtune.recipe.instruction_sample import tokenizer_of

    tokenizer = tokenizer_of(recipe)
    return None if tokenizer is None else len(tokenizer)


def base_config(recipe: Recipe, earlier: Earlier) -> dict[str, Any] | None:
    """Return the configuration of the base, of an earlier step's where that makes it; None if it is not at hand."""
    source = recipe.model.base
    if isinstance(source, dict):
        from medtune.recipe.instruction_sample import tokenizer_of

        tokenizer = None if "vocab_size" in source else tokenizer_of(recipe)
        return source if tokenizer is None else {**source, "vocab_size": len(tokenizer)}
    config = read_config(source)
    if config is not None:
        return config
    for folder, step in earlier.items():
        if folder in (Path(source), Path(source).parent):
            if hasattr(getattr(step, "model", None), "base"):
                return base_config(step, earlier)
            if hasattr(getattr(step, "model", None), "decoder"):
                from medtune.recipe.model_size import config_of

                return config_of(step, "decoder", earlier)
    return None


def estimate(recipe: Recipe, size: AdapterSize, rows: int, tokens: int, on_cpu: bool) -> Memory:
    """Estimate the peak memory of one process.

    Args:
        recipe: the tuning.
        size: of base and adapter.
        rows: examples of a batch.
        tokens: of each of them.
        on_cpu: no accelerator.
    """
    base, quantised = size.network, recipe.quantization
    half = bool(recipe.training.get("bf16") or recipe.training.get("fp16"))
    kept = quantised.kind if quantised else dtype_name(recipe)
    # Quantised are the matrices of the layers; embeddings, norms and the output layer stay as they were.
    rest = base.parameters - base.layers * base.layer
    weights = base.layers * base.layer * WEIGHT_BYTES[kept] + rest * WEIGHT_BYTES[dtype_name(recipe)]
    activation = 2 if half else FLOAT
    # Kept of a layer, in widths: input and both norms (32 bits), queries, keys, values, context, their sums;
    # in inner widths: gate, its activation, up and their product. Frozen matrices need no inputs kept.
    layer = base.width * (3 * FLOAT + 6 * activation) + base.inner * 4 * activation
    recompute = field_value(recipe.training, "activation_checkpointing")
    layers = base.layers * base.width * activation + layer if recompute else base.layers * layer
    logits = LOGITS * FLOAT * base.vocabulary
    return Memory(
        process=PROCESS if on_cpu else 0,
        weights=weights + size.trained * FLOAT,
        optimizer=size.trained * optimizer_bytes(field_value(recipe.training, "optim") or "adamw_torch_fused"),
        training=rows * tokens * (layers + logits) + size.trained * FLOAT,
        evaluation=logits * field_value(recipe.training, "per_device_eval_batch_size") * tokens,
    )
