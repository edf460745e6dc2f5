"""Causal language modelling on the Trainer."""

from __future__ import annotations

import math

import torch
from transformers import EvalPrediction

from medtune.trainers.base import BaseTrainer


class LanguageModelingTrainer(BaseTrainer):
    """Train a decoder on patient-doctor text (MEDI-BERPT, experiment 3).

    The cross-entropy is averaged over the supervised tokens of the global batch.

    Args:
        **kwargs: arguments of `BaseTrainer`.
    """

    def counts(self, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Count the predicted tokens: a causal model predicts all but the first."""
        return {"num_items_in_batch": batch["labels"][:, 1:].ne(-100).sum()}

    def prediction_step(self, model, inputs, prediction_loss_only, ignore_keys=None):
        """Return the loss summed over each example's tokens and their number, both `(batch,)`."""
        inputs = self._prepare_inputs(inputs)
        labels = inputs.pop("labels")
        with torch.no_grad(), self.compute_loss_context_manager():
            logits = model(**inputs).logits
        sums, tokens = summed_token_loss(logits[:, :-1], labels[:, 1:])
        return None, (sums, tokens), tokens

    def score(self, prediction: EvalPrediction) -> dict[str, float]:
        """Return the mean loss a token, in nats, and its exponential."""
        sums, tokens = prediction.predictions
        loss = float(sums.sum() / max(tokens.sum(), 1))
        return {"loss": loss, "perplexity": math.exp(min(loss, 700))}


def summed_token_loss(logits: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Return each example's summed cross-entropy and number of supervised tokens.

    Args:
        logits: `(batch, tokens, vocabulary)`.
        labels: `(batch, tokens)`, -100 where nothing is to be predicted.

    Returns:
        Two tensors `(batch,)`; evaluation averages over tokens of all batches, not over batches.
    """
    losses = torch.nn.functional.cross_entropy(logits.float().transpose(1, 2), labels, reduction="none")
    return losses.sum(1), labels.ne(-100).sum(1)
