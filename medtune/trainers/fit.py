"""Train, or go on training, and leave everything behind that a reader of the run needs."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

from transformers import EarlyStoppingCallback, TrainerState, TrainingArguments
from transformers.utils.logging import disable_progress_bar

from medtune.data.collators import PaddingCollator
from medtune.data.encoded import EncodedSplit
from medtune.distributed import is_main_process, main_process_first
from medtune.evaluation.reports.plots import plot_losses
from medtune.recipe.schema import TrainingRecipe
from medtune.runs import write_json
from medtune.trainers.arguments import training_arguments
from medtune.trainers.base import BaseTrainer
from medtune.trainers.checkpoints import delete_torn, last_complete
from medtune.trainers.peak_memory import forget_peak, peak_memory

#: In 16 bits on a CPU, oneDNN keeps buffers for every shape it meets; tensor cores ask for 8.
PADDED_TO = 16


def trainer_arguments(
    recipe: TrainingRecipe, output_dir: Path, splits: dict[str, EncodedSplit], pad_token_id: int
) -> dict[str, Any]:
    """Return what every trainer is built from, but for the model.

    Args:
        recipe: gives the training arguments and the patience of early stopping.
        output_dir: receives the checkpoints.
        splits: the encoded rows; an empty validation split means no evaluation set.
        pad_token_id: fills the shorter rows of a batch.

    Raises:
        ValueError: the recipe evaluates while training, and there is no evaluation set.
    """
    patience = recipe.early_stopping_patience
    arguments = training_arguments(recipe, output_dir)
    if arguments.eval_strategy != "no" and not len(splits["validation"].tokens):
        raise ValueError(
            f"{recipe.data.path}: the validation split has no rows that this task can use, but training.eval_strategy "
            f"is {arguments.eval_strategy.value}; write `eval_strategy: no`, or prepare the data with a larger "
            "splits.validation"
        )
    return {
        "args": arguments,
        "train_dataset": splits["train"].tokens,
        "eval_dataset": splits["validation"].tokens if len(splits["validation"].tokens) else None,
        "lengths": splits["train"].lengths,
        "data_collator": collator(arguments, splits, pad_token_id),
        "callbacks": [] if patience is None else [EarlyStoppingCallback(patience)],
    }


def collator(arguments: TrainingArguments, splits: dict[str, EncodedSplit], pad_token_id: int) -> PaddingCollator:
    """Return the collator: it pads to multiples where the number of different shapes costs memory or compilation.

    Args:
        arguments: tell the precision and whether the model is compiled.
        splits: the encoded rows.
        pad_token_id: fills the shorter rows of a batch.
    """
    of_few_shapes = arguments.bf16 or arguments.fp16 or arguments.torch_compile
    longest = {name: max(split.longest.get(name, 0) for split in splits.values()) for name in splits["train"].longest}
    return PaddingCollator(pad_token_id, PADDED_TO if of_few_shapes else 1, longest)


def fit(trainer: BaseTrainer, output_dir: Path, weights: Path | None = None) -> dict[str, float]:
    """Train from the newest complete checkpoint, if there is one, and save the final model.

    Args:
        trainer: holds model, data and arguments.
        output_dir: receives weights, log history and loss curves.
        weights: receives the weights instead.

    Returns:
        The training metrics (rows, loss, seconds, examples and steps a second, peak memory in GiB of this process; all
        but the rows of what was trained in this call, and left out if that is nothing) and those of the validation
        split.

    Raises:
        SystemExit: with status 143 after a SIGTERM; the checkpoint to go on from is saved.
    """
    checkpoint = last_complete(output_dir)
    with main_process_first():
        if is_main_process():
            delete_torn(output_dir)
    disable_progress_bar()  # of writing files; the Trainer's own stays
    forget_peak()
    result = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    if trainer.stopped_early_by_signal:
        raise SystemExit(128 + signal.SIGTERM)
    trainer.save_model(str(weights or output_dir))
    if is_main_process():
        write_json(output_dir / "log_history.json", trainer.state.log_history)
        plot_losses(trainer.state.log_history, output_dir / "plots")
    went_on_at = int(checkpoint.name.rpartition("-")[2]) if checkpoint else 0
    trained = {}
    if trainer.state.global_step > went_on_at:
        trained = {name: value for name, value in result.metrics.items() if name != "total_flos"}
        taken = peak_memory(trainer.args.device)
        trained |= {} if taken is None else {"train_peak_memory_gib": taken}
    trained["train_rows"] = len(trainer.train_dataset)
    return trained | validation_metrics(trainer.state, trainer.args.load_best_model_at_end)


def validation_metrics(state: TrainerState, keeps_best: bool) -> dict[str, float]:
    """Return what an evaluation while training measured of the weights that are kept.

    Args:
        state: of the Trainer, after training.
        keeps_best: the final weights are those of the best checkpoint (`load_best_model_at_end`).

    Returns:
        The metrics as they were logged, with the prefix `eval_`, of the best or else of the last evaluation; none if
        there was no evaluation.
    """
    evaluations = [entry for entry in state.log_history if "eval_loss" in entry]
    best = [entry for entry in evaluations if keeps_best and entry["step"] == state.best_global_step]
    kept = (best or evaluations)[-1:]
    return {name: value for entry in kept for name, value in entry.items() if name.startswith("eval_")}
