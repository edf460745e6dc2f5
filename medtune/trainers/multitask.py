"""Joint training of department and reply on the Trainer."""

from __future__ import annotations

import torch
from transformers import EvalPrediction

from medtune.trainers.base import BaseTrainer
from medtune.trainers.classification import department_scores
from medtune.trainers.language_modeling import summed_token_loss


class MultitaskTrainer(BaseTrainer):
    """Train `BERPTModel` on the sum of its two losses (MEDI-BERPT, experiments 4 and 5).

    The department loss is averaged over the labelled examples of the global batch, the reply loss over its supervised
    tokens; both reach the encoder.

    Args:
        **kwargs: arguments of `BaseTrainer`.
    """

    @property
    def loss_parts(self) -> tuple[str, ...]:
        """The losses that the model learns by. One of weight 0 would be that of a head or decoder left as it was."""
        return tuple(
            name for name in ("classification_loss", "reply_loss") if getattr(self.model.config, f"{name}_weight") != 0
        )

    def counts(self, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Count reply tokens and labelled examples, which the two losses are divided by."""
        return {
            "num_items_in_batch": batch["labels"].ne(-100).sum(),
            "num_examples_in_batch": batch["department_labels"].ne(-100).sum(),
        }

    def compute_loss(self, model, inputs, return_outputs=False, num_items_in_batch=None):
        """Return the joint loss; see `BaseTrainer.compute_loss`."""
        # Only supervised positions go through the output layer: its vocabulary is most of the model's memory.
        inputs = inputs if return_outputs else {**inputs, "skip_logits": True}
        return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)

    def prediction_step(self, model, inputs, prediction_loss_only, ignore_keys=None):
        """Return department logits, summed reply loss and reply tokens of each example, and the department labels."""
        inputs = self._prepare_inputs(inputs)
        with torch.no_grad(), self.compute_loss_context_manager():
            outputs = model(**inputs)
        sums, tokens = summed_token_loss(outputs.logits, inputs["labels"])
        return None, (outputs.department_logits.float(), sums, tokens), inputs["department_labels"]

    def score(self, prediction: EvalPrediction) -> dict[str, float]:
        """Return the losses learnt by, their weighted sum as `loss`, and the classification metrics if learnt."""
        department_logits, sums, tokens = prediction.predictions
        config, learnt = self.model.config, self.loss_parts
        losses, scores = {}, {}
        if "classification_loss" in learnt:
            names = [name for _, name in sorted(config.id2label.items())]
            scores = department_scores(department_logits, prediction.label_ids, names)
            losses["classification_loss"] = scores.pop("loss")
        if "reply_loss" in learnt:
            losses["reply_loss"] = float(sums.sum() / max(tokens.sum(), 1))
        loss = sum(getattr(config, f"{name}_weight") * value for name, value in losses.items())
        return {"loss": loss, **losses, **scores}
