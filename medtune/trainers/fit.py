"""Train, or go on training, and leave everything behind that a reader of the run needs."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

from transformers import EarlyStoppingCallback
from transformers.utils.logging import disable_progress_bar

from medtune.data.collators import PaddingCollator
from medtune.data.encoded import EncodedSplit
from medtune.distributed import is_main_process, main_process_first
from medtune.evaluation.plots import plot_losses
from medtune.recipe.schema import TrainingRecipe
from medtune.runs import write_json
from medtune.trainers.arguments import training_arguments
from medtune.trainers.base import BaseTrainer
from medtune.trainers.checkpoints import delete_torn, last_complete


def trainer_arguments(
    recipe: TrainingRecipe, output_dir: Path, splits: dict[str, EncodedSplit], pad_token_id: int
) -> dict[str, Any]:
    """Return what every trainer is built from, but for the model.

    Args:
        recipe: gives the training arguments and the patience of early stopping.
        output_dir: receives the checkpoints.
        splits: the encoded rows; an empty validation split means no evaluation set.
        pad_token_id: fills the shorter rows of a batch.
    """
    patience = recipe.early_stopping_patience
    return {
        "args": training_arguments(recipe, output_dir),
        "train_dataset": splits["train"].tokens,
        "eval_dataset": splits["validation"].tokens if len(splits["validation"].tokens) else None,
        "lengths": splits["train"].lengths,
        "data_collator": PaddingCollator(pad_token_id),
        "callbacks": [] if patience is None else [EarlyStoppingCallback(patience)],
    }


def fit(trainer: BaseTrainer, output_dir: Path) -> dict[str, float]:
    """Train from the newest complete checkpoint, if there is one, and save the final model.

    Args:
        trainer: holds model, data and arguments.
        output_dir: receives weights, log history and loss curves.

    Returns:
        The training metrics: loss, seconds, examples and steps a second.

    Raises:
        SystemExit: with status 143 after a SIGTERM; the checkpoint to go on from is saved.
    """
    checkpoint = last_complete(output_dir)
    with main_process_first():
        if is_main_process():
            delete_torn(output_dir)
    disable_progress_bar()  # of writing files; the Trainer's own stays
    result = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    if trainer.stopped_early_by_signal:
        raise SystemExit(128 + signal.SIGTERM)
    trainer.save_model(str(output_dir))
    if is_main_process():
        write_json(output_dir / "log_history.json", trainer.state.log_history)
        plot_losses(trainer.state.log_history, output_dir / "plots")
    return {name: value for name, value in result.metrics.items() if name != "total_flos"}
