"""Department classification on the Trainer."""

from __future__ import annotations

import torch
from transformers import EvalPrediction

from medtune.metrics.classification import classification_scores
from medtune.trainers.base import BaseTrainer


class ClassificationTrainer(BaseTrainer):
    """Train an encoder with a department head (MEDI-BERPT, experiments 1 and 2).

    The cross-entropy is averaged over the labelled examples of the global batch.

    Args:
        **kwargs: arguments of `BaseTrainer`.
    """

    def prediction_step(self, model, inputs, prediction_loss_only, ignore_keys=None):
        """Return the department logits, `(batch, departments)`, and the labels, `(batch,)`."""
        inputs = self._prepare_inputs(inputs)
        with torch.no_grad(), self.compute_loss_context_manager():
            logits = model(**inputs).logits
        return None, logits.float(), inputs["labels"]

    def score(self, prediction: EvalPrediction) -> dict[str, float]:
        """Return the mean cross-entropy and the classification metrics."""
        names = [name for _, name in sorted(self.model.config.id2label.items())]
        return department_scores(prediction.predictions, prediction.label_ids, names)


def department_scores(logits, labels, names: list[str]) -> dict[str, float]:
    """Score department predictions.

    Args:
        logits: `(examples, departments)`.
        labels: `(examples,)`; -100 marks an example without a department, which is left out.
        names: departments in the order of their indices.

    Returns:
        `loss` (mean cross-entropy), accuracy, macro and weighted precision, recall and F1,
        Matthews' correlation.
    """
    known = labels != -100
    logits, labels = logits[known], labels[known]
    loss = torch.nn.functional.cross_entropy(torch.as_tensor(logits), torch.as_tensor(labels)).item()
    scores = classification_scores(logits.argmax(-1), labels, names, resamples=0)
    return {"loss": loss, **{name: score for name, score in scores.items() if isinstance(score, float)}}
