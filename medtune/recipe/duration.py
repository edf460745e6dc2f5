"""How long a training takes, roughly: the floating-point operations of its tokens at the speed of this machine."""

from __future__ import annotations

import time
from importlib import metadata

#: Share of the speed of a large matrix product that training reaches, by whether there is an accelerator.
UTILISATION = {True: 0.3, False: 0.4}
MEASURING_SECONDS = 0.2
MATRIX = 1024


def training_flops(trained: int, frozen: int, tokens: float) -> float:
    """Return the floating-point operations of a training: 6 a token and trained parameter, 2 for a frozen one.

    Source: Kaplan et al. 2020, "Scaling Laws for Neural Language Models", section 2.1.

    Args:
        trained: parameters that every token passes and that are trained, tables of embeddings not counted.
        frozen: those that are not trained.
        tokens: padded tokens over the whole training.
    """
    return tokens * (6 * trained + 2 * frozen)


def matrix_rate(accelerator: str | None, half: bool) -> float:
    """Measure how fast this machine multiplies matrices.

    Args:
        accelerator: torch's name of the device; None for the CPU.
        half: in bfloat16 instead of 32-bit numbers; the CPU is measured in 32 bits.

    Returns:
        Floating-point operations a second.
    """
    multiply = _on_cpu() if accelerator is None else _on_accelerator(accelerator, half)
    multiply()  # starts the threads, or the device
    start, products = time.perf_counter(), 0
    while (seconds := time.perf_counter() - start) < MEASURING_SECONDS:
        multiply()
        products += 1
    size = MATRIX if accelerator is None else 4 * MATRIX
    return products * 2 * size**3 / seconds


def accelerator() -> str | None:
    """Return torch's name of the accelerator, such as `cuda`; None without one. Imports torch only where it may find one."""
    if metadata.version("torch").endswith("+cpu"):
        return None
    import torch

    return torch.accelerator.current_accelerator().type if torch.accelerator.is_available() else None


def _on_cpu():
    import numpy as np

    first = np.ones((MATRIX, MATRIX), dtype=np.float32)
    return lambda: first @ first


def _on_accelerator(device: str, half: bool):
    import torch

    first = torch.ones(4 * MATRIX, 4 * MATRIX, device=device, dtype=torch.bfloat16 if half else torch.float32)

    def multiply() -> None:
        first @ first
        torch.accelerator.synchronize()

    return multiply
