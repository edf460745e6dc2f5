"""How long a training takes, roughly: the floating-point operations of its tokens at the speed of this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import metadata

#: Share of the speed of a large matrix product that training reaches, by whether there is an accelerator.
UTILISATION = {True: 0.3, False: 0.4}
MEASURING_SECONDS = 0.2


def training_flops(trained: int, frozen: int, tokens: float) -> float:
    """Return the floating-point operations of a training: 6 a token and trained parameter, 2 for a frozen one.

    Source: Kaplan et al. 2020, "Scaling Laws for Neural Language Models", section 2.1.

    Args:
        trained: parameters that every token passes and that are trained, tables of embeddings not counted.
        frozen: those that are not trained.
        tokens: padded tokens over the whole training.
    """
    return tokens * (6 * trained + 2 * frozen)


def matrix_rate(device: str | None, half: bool) -> float:
    """Measure how fast this machine multiplies matrices.

    Args:
        device: torch's name of the accelerator; None for the CPU.
        half: in bfloat16 instead of 32-bit numbers.

    Returns:
        Floating-point operations a second.
    """
    size = 1024 if device is None else 4096
    multiply = _with_torch(size, device or "cpu", half) if device or half else _with_numpy(size)
    multiply()  # starts the threads, or the device
    start, products = time.perf_counter(), 0
    while (seconds := time.perf_counter() - start) < MEASURING_SECONDS:
        multiply()
        products += 1
    return products * 2 * size**3 / seconds


def accelerator() -> str | None:
    """Return torch's name of the accelerator, such as `cuda`; None without one. A CPU build of torch is not loaded."""
    if metadata.version("torch").endswith("+cpu"):
        return None
    import torch

    return torch.accelerator.current_accelerator().type if torch.accelerator.is_available() else None


def _with_numpy(size: int) -> Callable[[], object]:
    import numpy as np  # as fast as torch in 32 bits, and imported in a tenth of the time

    matrix = np.ones((size, size), dtype=np.float32)
    return lambda: matrix @ matrix


def _with_torch(size: int, device: str, half: bool) -> Callable[[], object]:
    import torch

    matrix = torch.ones(size, size, device=device, dtype=torch.bfloat16 if half else torch.float32)
    # Reading one number waits for the device.
    return lambda: (matrix @ matrix)[0, 0].item()
