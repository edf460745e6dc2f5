"""The peak of a training's memory against allocations of known size."""

import sys

import pytest
import torch

from medtune.trainers.peak_memory import forget_peak, peak_memory

CPU = torch.device("cpu")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a peak that can be forgotten")
def test_what_was_freed_counts_until_it_is_forgotten():
    forget_peak()
    before = peak_memory(CPU)
    block = torch.ones(2**27)  # half a GiB of floats
    del block
    assert peak_memory(CPU) - before == pytest.approx(0.5, abs=0.1)
    forget_peak()
    assert peak_memory(CPU) - before == pytest.approx(0, abs=0.1)
