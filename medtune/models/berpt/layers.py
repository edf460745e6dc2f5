"""The parts that BERPT adds to its two halves: pooling and classifier, the loss, and what the model returns."""

from dataclasses import dataclass

import torch
from torch import nn
from transformers import Cache
from transformers.modeling_outputs import ModelOutput

from .configuration_berpt import BERPTConfig

IGNORE = -100  # label of what is not supervised


@dataclass
class BERPTOutput(ModelOutput):
    """What `BERPTModel` returns; a field that was not asked for is None.

    N is the batch size, S the length of the description and T of the reply in tokens, K the number of departments, V
    the decoder's vocabulary size, H the encoder's width, L a number of attention heads.

    Args:
        loss: scalar, `classification_loss_weight * classification_loss + reply_loss_weight * reply_loss`.
        classification_loss: scalar cross-entropy of the departments, in nats.
        reply_loss: scalar cross-entropy of the reply tokens, in nats.
        logits: scores of the next reply token, [N, T, V].
        department_logits: scores of the departments, already divided by the temperature, [N, K].
        past_key_values: the decoder's cache.
        decoder_hidden_states: one [N, T, width] tensor for the decoder's embeddings and for each of its layers.
        decoder_attentions: one [N, L, T, T] tensor for each decoder layer.
        cross_attentions: one [N, L, T, S] tensor for each decoder layer.
        encoder_last_hidden_state: [N, S, H].
        encoder_hidden_states: one [N, S, H] tensor for the encoder's embeddings and for each of its layers.
        encoder_attentions: one [N, L, S, S] tensor for each encoder layer.
    """

    loss: torch.Tensor | None = None
    classification_loss: torch.Tensor | None = None
    reply_loss: torch.Tensor | None = None
    logits: torch.Tensor | None = None
    department_logits: torch.Tensor | None = None
    past_key_values: Cache | None = None
    decoder_hidden_states: tuple[torch.Tensor, ...] | None = None
    decoder_attentions: tuple[torch.Tensor, ...] | None = None
    cross_attentions: tuple[torch.Tensor, ...] | None = None
    encoder_last_hidden_state: torch.Tensor | None = None
    encoder_hidden_states: tuple[torch.Tensor, ...] | None = None
    encoder_attentions: tuple[torch.Tensor, ...] | None = None


def cross_entropy(logits: torch.Tensor, labels: torch.Tensor, count: torch.Tensor | int | None) -> torch.Tensor:
    """Cross-entropy, summed over the supervised items and divided by a count of them.

    Args:
        logits: scores, [..., C].
        labels: classes or `IGNORE`, [...].
        count: number of supervised items in the global batch, over micro-batches and processes; None counts those in
            `labels`, which makes the loss their mean. Without any, the loss is 0.
    """
    labels = labels.to(logits.device).flatten()
    total = nn.functional.cross_entropy(logits.flatten(0, -2).float(), labels, ignore_index=IGNORE, reduction="sum")
    count = labels.ne(IGNORE).sum() if count is None else torch.as_tensor(count, device=total.device)
    return total / count.clamp(min=1)


def supervised(hidden: torch.Tensor, labels: torch.Tensor, multiple: int = 128) -> tuple[torch.Tensor, torch.Tensor]:
    """Pick the positions that are learnt from, filled up with ignored ones.

    Args:
        hidden: hidden states, [N, T, H].
        labels: tokens or `IGNORE`, [N, T].
        multiple: of positions that come back. Every other number of rows would cost the 16-bit kernels of a CPU buffers
            that they keep, and `torch.compile` another compilation.

    Returns:
        Hidden states [M, H] and labels [M].
    """
    labels = labels.flatten()
    chosen = labels.ne(IGNORE).nonzero().squeeze(1)
    missing = -len(chosen) % multiple
    picked = nn.functional.pad(chosen, (0, missing))  # with the first position, whatever it is
    return hidden.flatten(0, 1)[picked], nn.functional.pad(labels[chosen], (0, missing), value=IGNORE)


def check_length(what: str, length: int, limit: int | None, remedy: str) -> None:
    """Say that a text is too long, where the embedding would only say that an index is out of range.

    Args:
        what: is too long.
        length: tokens.
        limit: tokens that there are positions for; None for any number.
        remedy: what to do.

    Raises:
        ValueError: if there are more.
    """
    if limit is not None and length > limit:
        raise ValueError(f"{what} of {length} tokens is longer than the {limit} there are positions for; {remedy}.")


def positions(mask: torch.Tensor) -> torch.Tensor:
    """Return each token's number in its row, padding not counted: padding on the left shifts nothing.

    Args:
        mask: 1 for a token, 0 for padding, [N, S].
    """
    return (mask.long().cumsum(dim=-1) - 1).clamp(min=0)


class DepartmentClassifier(nn.Module):
    """Pooled last hidden state → dropout → linear → divided by the temperature."""

    def __init__(self, config: BERPTConfig):
        super().__init__()
        self.pooling = config.pooling
        self.temperature = config.classification_temperature
        self.dropout = nn.Dropout(config.classifier_dropout)
        self.linear = nn.Linear(config.encoder.hidden_size, config.num_labels)

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Score the departments.

        Args:
            hidden: the encoder's last hidden state, [N, S, H].
            mask: 1 for a token, 0 for padding, [N, S].

        Returns:
            Logits, [N, K].
        """
        if self.pooling == "cls":
            first = mask.long().argmax(dim=-1)  # not 0 when padded on the left
            pooled = hidden[torch.arange(len(hidden), device=hidden.device), first]  # [N, H]
        else:
            weights = mask.to(hidden.dtype).unsqueeze(-1)  # [N, S, 1]
            pooled = (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1)  # [N, H]
        return self.linear(self.dropout(pooled)) / self.temperature
