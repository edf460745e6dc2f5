"""How much memory a training takes at its peak, told beforehand.

Activations are counted as in Korthikanti et al. 2022, "Reducing Activation Recomputation in Large Transformer Models",
section 4.1, for the layers of BERT and GPT-2 as torch keeps them for the backward pass.
"""

from __future__ import annotations

from dataclasses import dataclass

from medtune.recipe.model_size import ModelSize
from medtune.recipe.networks import Network

FLOAT = 4
#: Python, torch, transformers, datasets and what they import: resident memory of a training of a model of 30,000
#: parameters on a CPU (torch 2.13, transformers 5.23), in bytes.
PROCESS = 740e6
#: What 16-bit autocast keeps of a layer, beside the same in 32 bits: products of matrices in half, norms and residuals
#: in full width.
AUTOCAST = 0.6
#: Copies of the logits alive at once: log-probabilities and two gradients in training, logits, their log-probabilities
#: and a copy in the order of the loss in evaluation.
LOGITS = 3
#: Optimizer states in bytes a trained parameter, by a part of the optimizer's name; the first that fits.
OPTIMIZER_BYTES = {
    "lion_8bit": 1,
    "lion": 4,
    "4bit": 1,
    "8bit": 2,
    "adafactor": 0,
    "schedule_free_sgd": 4,
    "sgd": 0,
    "lomo": 0,
    "adagrad": 4,
    "rmsprop": 4,
}
ADAM_BYTES = 8


@dataclass(frozen=True, slots=True)
class Batch:
    """The largest batch of one process.

    Args:
        rows: examples.
        encoder_tokens: padded tokens of an example that the encoder reads; 0 without one.
        decoder_tokens: padded tokens of an example that the decoder reads; 0 without one.
    """

    rows: int
    encoder_tokens: int = 0
    decoder_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """How it is trained.

    Args:
        optimizer: `training.optim`.
        autocast: computes in 16 bits.
        recompute: activations are computed again in the backward pass (`activation_checkpointing`).
        keeps_gradients: gradients are there during the forward pass: several micro-batches or several processes.
        on_cpu: no accelerator.
    """

    optimizer: str = "adamw_torch_fused"
    autocast: bool = False
    recompute: bool = False
    keeps_gradients: bool = False
    on_cpu: bool = True


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes at the peak of a training, by what holds them.

    Args:
        process: libraries; 0 on an accelerator.
        weights: parameters, with their 16-bit copies under autocast.
        optimizer: its states.
        training: activations that the backward pass needs, logits among them, and gradients: as one falls, the other
            rises.
        evaluation: logits, while there are no activations and gradients.
    """

    process: float
    weights: float
    optimizer: float
    training: float
    evaluation: float

    @property
    def peak(self) -> float:
        """All together, in bytes."""
        return self.process + self.weights + self.optimizer + max(self.training, self.evaluation)


def estimate_memory(size: ModelSize, batch: Batch, evaluation_batch: Batch, setting: Setting) -> Memory:
    """Estimate the peak.

    Args:
        size: the model's, with its encoder, its decoder or both.
        batch: the largest in training.
        evaluation_batch: the largest in evaluation.
        setting: how it is trained.
    """
    encoder, decoder = (size.networks.get(part) for part in ("encoder", "decoder"))
    halves = [(encoder, batch.encoder_tokens, 0), (decoder, batch.decoder_tokens, batch.encoder_tokens)]
    kept = 0.0
    for half, tokens, attended in halves:
        if half is None:
            continue
        layer = tokens * layer_bytes(half, tokens, attended, setting)
        states = FLOAT * half.width * tokens
        # Recomputing keeps each layer's input, and one layer at a time in full. The other layer is that of gradients.
        layers = half.layers * states + layer if setting.recompute else half.layers * layer
        kept += batch.rows * (layers + layer + 2 * states)
    logits = LOGITS * FLOAT * (decoder.vocabulary if decoder else 0)
    gradients = size.trained * FLOAT
    training = kept + logits * batch.rows * batch.decoder_tokens
    training = training + gradients if setting.keeps_gradients else max(training, gradients)
    return Memory(
        process=PROCESS if setting.on_cpu else 0,
        weights=size.total * (FLOAT + 2 * setting.autocast),
        optimizer=size.trained * optimizer_bytes(setting.optimizer),
        training=training,
        evaluation=logits * evaluation_batch.rows * evaluation_batch.decoder_tokens,
    )


def layer_bytes(half: Network, tokens: int, attended: int, setting: Setting) -> float:
    """Return what one layer keeps of one token for the backward pass.

    Args:
        half: the network.
        tokens: length of the row, which each token attends to.
        attended: tokens of the encoder that each token attends to as well.
        setting: on a CPU, dropout keeps its mask as floats, and attention with dropout its whole matrix.
    """
    # Input, query, key, value, context and the inputs of the two norms; once more for the second norm's output.
    widths = 8 + half.inner / half.width * (5 if half.activation == "gelu_new" else 2)
    masks = 2
    seen = tokens
    if half.cross_attention:
        widths += 4 + 2 * attended / max(tokens, 1)
        masks += 1
        seen += attended
    mask_bytes = (FLOAT if setting.on_cpu else 1) * half.dropout
    linear = half.width * (widths * FLOAT * (AUTOCAST if setting.autocast else 1) + masks * mask_bytes)
    # Weights, mask and dropped-out weights; fused attention, without dropout or on a GPU, keeps none of them.
    quadratic = 3 * FLOAT * half.heads * seen if half.attention_dropout and setting.on_cpu else 0
    return linear + quadratic


def optimizer_bytes(name: str) -> int:
    """Return the bytes of an optimizer's states for each trained parameter.

    Args:
        name: `training.optim`.
    """
    return next((size for part, size in OPTIMIZER_BYTES.items() if part in name), ADAM_BYTES)
