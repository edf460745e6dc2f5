"""How long a merge takes and how much memory, beside copying the files and beside peft's `merge_and_unload`.

    python tests/benchmarks/merge.py [--folder DIR] [--layers N] [--repeats N]

Writes a random LLaMA of 1.1 billion parameters in bf16, shard by shard (2.2 GB; about three times as much free disk is
needed), and a LoRA adapter of rank 16 on its query, key and value projections. Then, each in a process of its own:
`copy` copies the base's files, `write` is the write phase of `medtune merge`, `merge` all of it with reading back and
checking, `peft` is the loop that most scripts use: load the model in bf16, `merge_and_unload`, `save_pretrained`.
Seconds leave out the imports; the peak is the largest resident memory of the process. Bars: `write` at least half as
fast as `copy`, and no more memory than twice the largest tensor and 1 GiB.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

import torch

from medtune.adapters.adapter import read_adapter
from medtune.adapters.merge import merge, write_weights
from medtune.adapters.plan import empty_model, plan_merge
from medtune.adapters.weight_files import INDEX, Tensor, as_bytes, open_weights, write_safetensors

ROOT = Path(__file__).parents[2]
CONFIG = {
    "model_type": "llama",
    "architectures": ["LlamaForCausalLM"],
    "vocab_size": 32000,
    "hidden_size": 2048,
    "intermediate_size": 5632,
    "num_attention_heads": 32,
    "num_key_value_heads": 4,
    "tie_word_embeddings": False,
    "dtype": "bfloat16",
}
SHARD = 500_000_000
RANK = 16


def write_base(folder: Path, layers: int) -> int:
    """Write the base, a tensor at a time.

    Returns:
        Its number of parameters.
    """
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({**CONFIG, "num_hidden_layers": layers}))
    generator = torch.Generator().manual_seed(0)
    shapes = {name: tuple(tensor.shape) for name, tensor in empty_model(folder).state_dict().items()}
    shards: list[list[Tensor]] = [[]]
    for name, shape in shapes.items():
        tensor = Tensor(name, "BF16", shape, folder)
        if sum(other.size for other in shards[-1]) + tensor.size > SHARD:
            shards.append([])
        shards[-1].append(tensor)

    def values(tensor: Tensor):
        if len(tensor.shape) == 1:
            return torch.ones(tensor.shape, dtype=torch.bfloat16)
        return (torch.randn(tensor.shape, generator=generator) * 0.02).bfloat16()

    places = {}
    for number, tensors in enumerate(shards, start=1):
        file = f"model-{number:05}-of-{len(shards):05}.safetensors"
        write_safetensors(folder / file, tensors, (as_bytes(values(tensor)) for tensor in tensors))
        places |= {tensor.name: file for tensor in tensors}
    (folder / INDEX).write_text(json.dumps({"metadata": {}, "weight_map": places}))
    return sum(tensor.size for tensors in shards for tensor in tensors) // 2


def write_adapter(base: Path, folder: Path) -> None:
    """Write an adapter as peft would save it."""
    folder.mkdir()
    config = {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": RANK, "lora_alpha": RANK, "bias": "none"}
    config |= {"target_modules": ["q_proj", "k_proj", "v_proj"], "base_model_name_or_path": str(base)}
    (folder / "adapter_config.json").write_text(json.dumps(config))
    generator = torch.Generator().manual_seed(1)
    tensors, values = [], []
    for name, tensor in open_weights(base).tensors.items():
        if not name.endswith(("q_proj.weight", "k_proj.weight", "v_proj.weight")):
            continue
        for part, shape in (("lora_A", (RANK, tensor.shape[1])), ("lora_B", (tensor.shape[0], RANK))):
            key = f"base_model.model.{name.removesuffix('.weight')}.{part}.weight"
            tensors.append(Tensor(key, "F32", shape, folder))
            values.append(as_bytes(torch.randn(shape, generator=generator) * 0.01))
    write_safetensors(folder / "adapter_model.safetensors", tensors, values)


def work(what: str, base: Path, adapter: Path, out: Path) -> tuple[float, float, int]:
    """Do one of the systems in this process.

    Returns:
        Seconds, seconds of processor time, and the largest resident memory of the process in bytes.
    """
    if what == "peft":
        from peft import PeftModel
        from transformers import AutoModelForCausalLM
    plan = plan_merge(open_weights(base), read_adapter(adapter)) if what == "write" else None
    began, used = time.perf_counter(), time.process_time()
    if what == "copy":
        out.mkdir()
        for file in base.iterdir():
            shutil.copyfile(file, out / file.name)
    elif what == "write":
        out.mkdir()
        write_weights(plan, out)
    elif what == "merge":
        merge(base, adapter, out)
    else:
        model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16)
        PeftModel.from_pretrained(model, adapter).merge_and_unload().save_pretrained(out, max_shard_size="500MB")
    return time.perf_counter() - began, time.process_time() - used, peak()


def peak() -> int:
    """Return the largest resident memory of this program; `ru_maxrss` would count the one that started it."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(what: str, folder: Path) -> tuple[float, float, int]:
    """Run one of the systems in a process of its own; see `work`."""
    out = folder / f"out-{what}"
    os.sync()  # what the one before has written
    command = [sys.executable, __file__, "--work", what, "--folder", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{what} failed:\n{done.stderr}")
    if what != "merge":
        shutil.rmtree(out)
    seconds, used, memory = done.stdout.split()[-3:]
    return float(seconds), float(used), int(memory)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", metavar="DIR", help="where to write (default: a temporary folder)")
    parser.add_argument("--layers", type=int, default=22, help="of the LLaMA (default: 22, which makes 1.1 billion)")
    parser.add_argument("--repeats", type=int, default=3, help="of each but the checked merge (default: 3)")
    parser.add_argument("--work", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        folder = Path(arguments.folder)
        print("\n", *work(arguments.work, folder / "base", folder / "adapter", folder / f"out-{arguments.work}"))
        return
    versions = ", ".join(f"{package} {metadata.version(package)}" for package in ("torch", "transformers", "peft"))
    print(f"{versions}, Python {platform.python_version()}, {torch.get_num_threads()} threads of {os.cpu_count()} CPUs")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        count = write_base(folder / "base", arguments.layers)
        write_adapter(folder / "base", folder / "adapter")
        largest = max(tensor.size for tensor in open_weights(folder / "base").tensors.values())
        print(
            f"{count / 1e9:.2f} billion parameters, {count * 2 / 1e9:.2f} GB, the largest tensor {largest / 1e6:.0f} MB"
        )
        print(f"bar for the peak of `write`: {(2 * largest + 2**30) / 1e9:.2f} GB\n")
        results = {what: [] for what in ("copy", "write", "peft", "merge")}
        for repeat in range(arguments.repeats):
            for what, found in results.items():
                if what != "merge" or not repeat:
                    found.append(measure(what, folder))
        step = json.loads((folder / "out-merge" / "lineage.json").read_text())["steps"][-1]
    print(f"{'':8}{'seconds':>9}{'of processor':>14}{'peak':>10}")
    for what, found in results.items():
        seconds, used = (statistics.median(one[place] for one in found) for place in (0, 1))
        print(f"{what:8}{seconds:>9.1f}{used:>14.1f}{max(one[2] for one in found) / 1e9:>7.2f} GB")
    print(json.dumps(step["verification"], indent=1))


if __name__ == "__main__":
    main()
