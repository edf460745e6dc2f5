"""How much memory a training took, to set beside the estimate that `medtune check` gives."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import torch

GIB = 2**30
_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


def forget_peak() -> None:
    """Begin a new peak, so that an earlier run in this process does not count."""
    if torch.cuda.is_available():
        torch.cuda.reset_peak_memory_stats()
    with suppress(OSError):  # no such file but on Linux, and it may be closed in a container
        _CLEAR.write_text("5")  # resets VmHWM, see proc(5)


def peak_memory(device: torch.device) -> float | None:
    """Return the peak since `forget_peak`, in GiB.

    Args:
        device: that trained: on a CUDA device what its tensors took, on the CPU the whole process, files that it maps
            among it.

    Returns:
        The peak, or None where the system does not tell (on the CPU, all but Linux).
    """
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device) / GIB
    if not _STATUS.exists():
        return None
    return int(re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text()).group(1)) * 1024 / GIB
