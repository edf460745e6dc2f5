"""Train, or go on training, and leave everything behind that a reader of the run needs."""

from __future__ import annotations

import signal
from pathlib import Path

from transformers import EarlyStoppingCallback

from medtune.evaluation.plots import plot_losses
from medtune.runs import write_json
from medtune.trainers.base import BaseTrainer
from medtune.trainers.checkpoints import delete_torn, last_complete
from medtune.trainers.distributed import is_main_process, main_process_first


def callbacks(early_stopping_patience: int | None) -> list:
    """Return the callbacks that a recipe asks for.

    Args:
        early_stopping_patience: evaluations without improvement after which training stops; `None` never stops early.
    """
    return [] if early_stopping_patience is None else [EarlyStoppingCallback(early_stopping_patience)]


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
    result = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    if trainer.stopped_early_by_signal:
        raise SystemExit(128 + signal.SIGTERM)
    trainer.save_model(str(output_dir))
    if is_main_process():
        write_json(output_dir / "log_history.json", trainer.state.log_history)
        plot_losses(trainer.state.log_history, output_dir / "plots")
    return {name: value for name, value in result.metrics.items() if name != "total_flos"}
