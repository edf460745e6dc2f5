"""What all trainers here share: losses normalised over the whole global batch, exact resumption, clean stops."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from transformers import EvalPrediction, Trainer, TrainerCallback
from transformers.trainer_utils import PREFIX_CHECKPOINT_DIR, rotate_checkpoints

from medtune.trainers import checkpoints
from medtune.trainers.interruption import GoOn, StopOnSigterm
from medtune.trainers.sampler import EpochSampler


class BaseTrainer(Trainer):
    """A Trainer whose loss and gradients do not depend on gradient accumulation or on the number of processes.

    A subclass names the counts that its model divides its losses by (`counts`), and scores predictions
    (`score`). Every loss is a sum over the global batch divided by a count over the global batch, so one large
    batch, several accumulated ones and several processes give the same gradients (transformers #47688 is the bug this
    avoids).

    Args:
        lengths: tokens of each sequence of each training example, [N, K], for `train_sampling_strategy:
            group_by_length`.
        preprocessor: tokenizer or processor saved beside the weights. It is not given to `transformers.Trainer`, which
            would align the model's special tokens with it, the decoder's with the encoder's tokenizer.
        **kwargs: arguments of `transformers.Trainer`.
    """

    #: Parts of the loss that the model returns beside it, logged under their own names.
    loss_parts: tuple[str, ...] = ()

    def __init__(self, *, lengths: np.ndarray | None = None, preprocessor=None, **kwargs):
        super().__init__(compute_metrics=self.score, **kwargs)
        self.lengths, self.preprocessor = lengths, preprocessor
        self.loss_is_scaled_for_ga = True
        self.start_parts()
        self.add_callback(GoOn(self))
        self.add_callback(_SamplerEpoch(self))
        self.add_callback(StopOnSigterm(self))
        self.sampler: EpochSampler | None = None
        self.stopped_early_by_signal = False

    def counts(self, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Count what the model's losses are divided by.

        Args:
            batch: one micro-batch of one process.

        Returns:
            Scalars by the name of the argument under which the model's `forward` takes their global sum.
        """
        return {"num_items_in_batch": batch["labels"].ne(-100).sum()}

    def score(self, prediction: EvalPrediction) -> dict[str, float]:
        """Turn gathered predictions into metrics; `loss` must be among them."""
        raise NotImplementedError

    def train(self, *args, **kwargs):
        """Train; see `transformers.Trainer.train`."""
        # An evaluation before training marks the model as prepared although it is not wrapped for several processes;
        # training would then leave each process with the gradients of its own rows.
        self.model._is_accelerate_prepared = False
        return super().train(*args, **kwargs)

    def _run_epoch(self, *args, **kwargs):
        # The Trainer makes a step before it asks whether training is over, which a resumed one may be in mid-epoch.
        if self.control.should_training_stop or self.state.global_step >= self.state.max_steps:
            self.control.should_training_stop = True
            return
        super()._run_epoch(*args, **kwargs)

    def evaluate(self, *args, **kwargs):
        """Evaluate without drawing from the generator that training draws from; see `transformers.Trainer.evaluate`."""
        # A data loader draws a seed at each pass. A run killed while it evaluated could not know whether it had.
        devices = [torch.cuda.current_device()] if torch.cuda.is_available() else []
        with torch.random.fork_rng(devices):
            return super().evaluate(*args, **kwargs)

    # -- loss ---------------------------------------------------------------------------------------------------------

    def _get_num_items_in_batch(self, batch_samples: list, device: torch.device) -> dict[str, torch.Tensor] | None:
        if not batch_samples:
            return None
        counted = [self.counts(batch) for batch in batch_samples]
        totals = torch.stack([sum(counts[name] for counts in counted) for name in counted[0]]).to(device)
        # A process whose micro-batches hold no supervised token still takes part; 0/0 must not become NaN.
        totals = self.accelerator.reduce(totals, "sum").clamp(min=1)
        return dict(zip(counted[0], totals, strict=True))

    def compute_loss(self, model, inputs, return_outputs=False, num_items_in_batch=None):
        """Return the model's loss over the counts of the global batch; see `transformers.Trainer.compute_loss`."""
        outputs = model(**inputs, **(num_items_in_batch or {}))
        # Data-parallel training averages the gradients of the processes, where the sum is wanted.
        scale = self.accelerator.num_processes if num_items_in_batch else 1
        for name in self.loss_parts if model.training else ():
            self._parts[name] += outputs[name].detach() * scale
        loss = outputs["loss"] * scale
        return (loss, outputs) if return_outputs else loss

    def start_parts(self) -> None:
        """Average the parts of the loss from the present step on."""
        self._parts = dict.fromkeys(self.loss_parts, 0.0)
        self._parts_logged_at = self.state.global_step

    def log(self, logs: dict[str, float], start_time: float | None = None) -> None:
        """Log, with the parts of the training loss beside it, averaged over the same steps."""
        steps = self.state.global_step - self._parts_logged_at
        if "loss" in logs and self.loss_parts and steps:
            sums = torch.stack([torch.as_tensor(part, device=self.args.device) for part in self._parts.values()])
            means = self.accelerator.reduce(sums, "mean") / steps
            logs |= dict(zip(self._parts, means.tolist(), strict=True))
            self.start_parts()
        super().log(logs, start_time)

    # -- order of examples --------------------------------------------------------------------------------------------

    def _get_train_sampler(self, train_dataset=None):
        by_length = self.args.train_sampling_strategy == "group_by_length"
        if self.args.train_sampling_strategy not in ("random", "group_by_length"):
            return super()._get_train_sampler(train_dataset)
        seed = self.args.seed if self.args.data_seed is None else self.args.data_seed
        self.sampler = EpochSampler(
            len(self.train_dataset), self.args.train_batch_size, seed, self.lengths if by_length else None
        )
        return self.sampler

    def _get_eval_sampler(self, eval_dataset):
        # In the order of the rows whatever the training order: predictions are matched with rows by position.
        return torch.utils.data.SequentialSampler(eval_dataset) if self.args.world_size <= 1 else None

    # -- checkpoints --------------------------------------------------------------------------------------------------

    def _save_checkpoint(self, model, trial) -> None:
        # The older checkpoints may go only when the new one stands: rotation waits for `commit`.
        limit, self.args.save_total_limit = self.args.save_total_limit, None
        try:
            super()._save_checkpoint(model, trial)
        finally:
            self.args.save_total_limit = limit
        self.accelerator.wait_for_everyone()
        if self.args.should_save:
            folder = Path(self._get_output_dir(trial))
            checkpoints.commit(folder / f"{PREFIX_CHECKPOINT_DIR}-{self.state.global_step}")
            rotate_checkpoints(
                output_dir=str(folder),
                save_total_limit=limit,
                best_model_checkpoint=self.state.best_model_checkpoint,
                use_mtime=False,
            )

    def _save(self, output_dir: str | None = None, state_dict: dict | None = None) -> None:
        super()._save(output_dir, state_dict)
        if self.preprocessor is not None and self.args.should_save:
            self.preprocessor.save_pretrained(output_dir or self.args.output_dir)
        # A pickle of the arguments, which nothing reads: the resolved recipe says the same in plain text.
        (Path(output_dir or self.args.output_dir) / "training_args.bin").unlink(missing_ok=True)


class _SamplerEpoch(TrainerCallback):
    """Tell the sampler its epoch: accelerate does not reach it when a distributed run resumes within an epoch."""

    def __init__(self, trainer: BaseTrainer):
        self.trainer = trainer

    def on_epoch_begin(self, args, state, control, **kwargs):
        if self.trainer.sampler is not None:
            self.trainer.sampler.set_epoch(int(state.epoch or 0))
