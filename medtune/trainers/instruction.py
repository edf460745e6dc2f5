"""Instruction tuning on the Trainer: the loss of the answers, examples padded or packed without padding."""

from __future__ import annotations

from pathlib import Path

from medtune.trainers.language_modeling import LanguageModelingTrainer


class InstructionTrainer(LanguageModelingTrainer):
    """Train a causal language model on conversations.

    The cross-entropy is averaged over the supervised tokens of the global batch, packed or not.

    Args:
        train_collator: makes the training batches; evaluation pads, since it scores each example by itself.
        **kwargs: arguments of `BaseTrainer`.
    """

    def __init__(self, *, train_collator, **kwargs):
        super().__init__(**kwargs)
        self.train_collator = train_collator

    def get_train_dataloader(self):
        """Return the training batches; see `transformers.Trainer.get_train_dataloader`."""
        padded, self.data_collator = self.data_collator, self.train_collator
        try:
            return super().get_train_dataloader()
        finally:
            self.data_collator = padded

    def _save(self, output_dir: str | None = None, state_dict: dict | None = None) -> None:
        super()._save(output_dir, state_dict)
        # A model card of peft's with nothing filled in.
        (Path(output_dir or self.args.output_dir) / "README.md").unlink(missing_ok=True)
