"""Which process does what, before and beside the Trainer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

# Preparing data or merging seven billion weights outlasts any collective's default time-out.
PATIENCE = timedelta(days=30)


def is_main_process() -> bool:
    """Tell whether this is the process of rank 0; true without a launcher."""
    return int(os.environ.get("RANK", 0)) == 0


def process_count() -> int:
    """Return the number of processes that the launcher started, 1 without one."""
    return int(os.environ.get("WORLD_SIZE", 1))


@contextmanager
def main_process_first() -> Iterator[None]:
    """Run the body on the main process, then on the others, which wait without a time-out."""
    if not is_main_process():
        barrier()
    yield
    if is_main_process():
        barrier()


def barrier() -> None:
    """Wait until every process has come here, however long that takes."""
    if process_count() == 1:
        return
    import torch

    with _gloo() as group:
        torch.distributed.monitored_barrier(group, timeout=PATIENCE)


def ranks_without(seen: bool) -> list[int]:
    """Ask every process whether it sees something, and wait until all have answered.

    Args:
        seen: this process's answer.

    Returns:
        The ranks that answered no, on every process alike.
    """
    if process_count() == 1:
        return [] if seen else [0]
    import torch

    answers = torch.zeros(process_count(), dtype=torch.int32)
    answers[int(os.environ["RANK"])] = not seen
    with _gloo() as group:
        torch.distributed.all_reduce(answers, group=group)
    return answers.nonzero().flatten().tolist()


def load_whole_models() -> None:
    """Let each process load models by itself again, after a training with DeepSpeed's ZeRO-3.

    Until then transformers shares every new model out over all processes, so that one alone waits for the others for
    ever.
    """
    from transformers.integrations.deepspeed import unset_hf_deepspeed_config

    unset_hf_deepspeed_config()


@contextmanager
def _gloo() -> Iterator[torch.distributed.ProcessGroup]:
    """Give a group of all processes that waits on a socket and holds no accelerator; NCCL would give up in time."""
    import torch
    from accelerate import PartialState

    PartialState(cpu=not torch.cuda.is_available())
    group = torch.distributed.new_group(backend="gloo", timeout=PATIENCE)
    yield group
    torch.distributed.destroy_process_group(group)
