"""Started by torchrun: runs a recipe whose model FSDP2 or ZeRO-3 shares out over processes, on a CPU.

Accelerate shares models out on accelerators only. It is told that gloo on the CPU is one; all else runs as on GPUs.
"""

import sys

from accelerate.state import PartialState
from accelerate.utils import DistributedType

from medtune import launch

initialize = PartialState.__init__
PartialState.__init__ = lambda self, cpu=False, **options: initialize(self, False, **options)
PartialState._prepare_backend = lambda *arguments, **options: ("gloo", DistributedType.MULTI_GPU)
launch(sys.argv.pop(1))
