"""The ways of `lora_training.py`: the same rows, base and adapter, trained by medtune and by others."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from datasets import Dataset
from transformers import TrainerCallback, TrainingArguments

from medtune.adapters.base import load_base
from medtune.adapters.lora import add_lora
from medtune.data.instruction_collators import InstructionCollator
from medtune.models.attention import attend_by_example
from medtune.trainers.arguments import DEFAULTS
from medtune.trainers.fit import PADDED_TO
from medtune.trainers.instruction import InstructionTrainer

TARGETS = ["q_proj", "k_proj", "v_proj"]
LORA = {"r": 8, "lora_alpha": 16, "lora_dropout": 0.05}
TRAINING = {"learning_rate": 3e-4, "optim": "adamw_torch_fused", "warmup_steps": 1, "seed": 0, "save_strategy": "no"}
TRAINING |= {"logging_strategy": "no", "report_to": "none", "disable_tqdm": True, "max_grad_norm": 1.0}
#: Steps before the clock starts.
WARM_UP = 1


@dataclass(frozen=True)
class Rows:
    """Encoded rows.

    Args:
        ids: token ids of each row.
        prompt: number of tokens of each row that are not learnt.
        pad: the pad token.
        cutoff: most tokens of a row.
    """

    ids: list[list[int]]
    prompt: list[int]
    pad: int
    cutoff: int

    def dataset(self) -> Dataset:
        """Return what medtune's trainer takes."""
        return Dataset.from_dict({"input_ids": self.ids, "prompt": self.prompt})


@dataclass(frozen=True)
class Run:
    """One measurement.

    Args:
        text: tokens that carry text, in the steps measured.
        slots: tokens computed in them, padding included.
        seconds: of processor time on a CPU, of time on a GPU.
        memory: peak of the process, or of the GPU, in bytes.
        loss: mean loss of the steps, for a look.
    """

    text: int
    slots: int
    seconds: float
    memory: int
    loss: float = 0.0


def clock() -> float:
    """Return processor time, or time once the GPU is done."""
    if torch.cuda.is_available():
        torch.cuda.synchronize()
        return time.perf_counter()
    return time.process_time()


def peak() -> int:
    """Return the peak memory so far, in bytes."""
    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Counted:
    """A collator that counts the tokens of each batch.

    Args:
        collate: the collator.
        pad: the pad token; one inside a text is the end token and counts.
    """

    def __init__(self, collate: Callable, pad: int):
        self.collate, self.pad, self.batches = collate, pad, []

    def __call__(self, examples: list[dict[str, Any]]) -> dict[str, torch.Tensor]:
        batch = self.collate(examples)
        mask = batch.get("attention_mask")
        text = sum(len(example["input_ids"]) for example in examples)
        self.batches.append((text, batch["input_ids"].numel() if mask is None else mask.numel()))
        return batch


class Timed(TrainerCallback):
    """When each step ended."""

    def __init__(self):
        self.ends = []

    def on_step_end(self, *_, **__):
        """Look at the clock."""
        self.ends.append(clock())


def measured(ends: list[float], batches: list[tuple[int, int]], loss: float) -> Run:
    """Return what happened after the warm-up."""
    counted = batches[WARM_UP : len(ends)]
    text, slots = (sum(values) for values in zip(*counted, strict=True))
    return Run(text, slots, ends[-1] - ends[WARM_UP - 1], peak(), loss)


def medtune(base: str, rows: Rows, batch: int, steps: int, packed: bool, **_: Any) -> Run:
    """Train as `task: instruction-tuning` does, but for evaluation and saving."""
    model = load_base(base, torch.bfloat16)
    attend_by_example(model)
    model = add_lora(model, TARGETS, widen=True, **LORA)
    arguments = _arguments(TrainingArguments, batch, steps, bf16=True, **DEFAULTS)
    options = {"multiple_of": PADDED_TO, "longest": rows.cutoff, "answers_only": True, "packed": packed}
    collator, timed = Counted(InstructionCollator(rows.pad, **options), rows.pad), Timed()
    trainer = InstructionTrainer(
        model=model,
        args=arguments,
        train_dataset=rows.dataset(),
        train_collator=collator,
        data_collator=collator,
        lengths=np.array([len(ids) for ids in rows.ids])[:, None],
        callbacks=[timed],
    )
    loss = trainer.train().training_loss
    return measured(timed.ends, collator.batches, loss)


def trl(base: str, rows: Rows, batch: int, steps: int, packed: bool, bf16: bool, **more: Any) -> Run:
    """Train with TRL's SFTTrainer, without its activation checkpointing, which costs time."""
    from peft import LoraConfig
    from trl import SFTConfig, SFTTrainer

    masks = [
        [int(place >= start) for place in range(len(ids))] for ids, start in zip(rows.ids, rows.prompt, strict=True)
    ]
    settings = {"max_length": rows.cutoff, "packing": packed, "completion_only_loss": True, "bf16": bf16, **more}
    trainer = SFTTrainer(
        model=load_base(base, torch.bfloat16 if bf16 else torch.float32),
        args=_arguments(SFTConfig, batch, steps, activation_checkpointing=False, **settings),
        train_dataset=Dataset.from_dict({"input_ids": rows.ids, "completion_mask": masks}),
        peft_config=LoraConfig(task_type="CAUSAL_LM", target_modules=TARGETS, **LORA),
        processing_class=_tokenizer(base),
        callbacks=[timed := Timed()],
    )
    trainer.data_collator = collator = Counted(trainer.data_collator, rows.pad)
    loss = trainer.train().training_loss
    return measured(timed.ends, collator.batches, loss)


def padded_loop(base: str, rows: Rows, batch: int, steps: int, bf16: bool, **_: Any) -> Run:
    """Train with a plain loop over random batches, padded to their longest row, as alpaca-lora does."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = add_lora(load_base(base, torch.bfloat16 if bf16 else torch.float32), TARGETS, **LORA).to(device).train()
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=3e-4, fused=True)
    collator = Counted(InstructionCollator(rows.pad, multiple_of=8, longest=rows.cutoff), rows.pad)
    order = random.Random(0).sample(range(len(rows.ids)), len(rows.ids))
    ends, losses = [], []
    for step in range(min(steps, len(order) // batch)):
        chosen = order[step * batch : (step + 1) * batch]
        inputs = collator([{"input_ids": rows.ids[place], "prompt": rows.prompt[place]} for place in chosen])
        with torch.autocast(device, torch.bfloat16, enabled=bf16):
            loss = model(**{name: tensor.to(device) for name, tensor in inputs.items()}).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        ends.append(clock())
    return measured(ends, collator.batches, float(np.mean(losses)))


def _arguments(kind: type, batch: int, steps: int, **more: Any) -> TrainingArguments:
    cpu = not torch.cuda.is_available()
    fields = {**TRAINING, "per_device_train_batch_size": batch, "max_steps": steps, "use_cpu": cpu, **more}
    return kind(output_dir=str(Path("unused")), dataloader_pin_memory=not cpu, **fields)


def _tokenizer(base: str):
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(base)


#: The ways by name, with their options; ours first.
WAYS: dict[str, tuple[Callable[..., Run], dict[str, Any]]] = {
    "medtune": (medtune, {"packed": False}),
    "medtune packed": (medtune, {"packed": True}),
    "TRL padded fp32": (trl, {"packed": False, "bf16": False}),
    "TRL padded bf16": (trl, {"packed": False, "bf16": True}),
    "TRL packed bf16": (trl, {"packed": True, "bf16": True}),
    "padded loop bf16": (padded_loop, {"bf16": True}),
}
