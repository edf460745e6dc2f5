"""How far the memory that `medtune check` announces is from what a training then takes.

    python tests/benchmarks/memory_estimate.py [NAME ...]

Prepares synthetic rows and a tokenizer, trains each of the configurations below for some steps in a process of its
own, and compares the largest resident memory of that process (as `/usr/bin/time -v` reports it) with the estimate.
Bar: within 20 %.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from medtune.recipe.check import load_checked
from medtune.recipe.training_facts import gather
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE

ROOT = Path(__file__).parents[2]
DATA = """
task: prepare-data
output_dir: data
data:
  sources: [{source: synthetic, rows: 80}]
"""
TOKENIZER = """
task: tokenizer
output_dir: tokenizer
data: {path: data}
vocab_size: 1000
"""
CONFIGURATIONS = {
    # BERT-base, as experiment 2 trains it.
    "classifier": """
task: classification
output_dir: classifier
model:
  encoder: {model_type: bert, vocab_size: 21128}
  tokenizer: tokenizer
data: {path: data}
training:
  use_cpu: true
  num_train_epochs: 1
  per_device_train_batch_size: 8
  eval_strategy: epoch
  save_strategy: "no"
""",
    # A small BERT and half a GPT-2 with Chinese BERT's vocabulary, on the joint loss.
    "joint": """
task: multitask
output_dir: joint
model:
  encoder: {model_type: bert, vocab_size: 21128, hidden_size: 512, num_hidden_layers: 4, num_attention_heads: 8,
            intermediate_size: 2048}
  decoder: {model_type: gpt2, vocab_size: 21128, n_layer: 6}
  tokenizer: tokenizer
  decoder_tokenizer: tokenizer
data: {path: data}
generation: {rows: 0}
training:
  use_cpu: true
  num_train_epochs: 2
  per_device_train_batch_size: 16
  per_device_eval_batch_size: 8
  save_strategy: "no"
""",
    # A decoder in bfloat16, with gradient accumulation, another optimizer and no dropout of attention.
    "decoder": """
task: language-modeling
output_dir: decoder
model:
  decoder: {model_type: gpt2, vocab_size: 21128, n_layer: 6, attn_pdrop: 0.0, activation_function: gelu_pytorch_tanh}
  tokenizer: tokenizer
data: {path: data}
generation: {rows: 0}
global_batch_size: 32
training:
  use_cpu: true
  bf16: true
  optim: adafactor
  num_train_epochs: 1
  per_device_train_batch_size: 16
  save_strategy: "no"
""",
}


def prepare(folder: Path) -> None:
    """Write the data and the tokenizer that all configurations read."""
    for name, body in {"data": DATA, "tokenizer": TOKENIZER}.items():
        run(folder, write(folder, name, body))


def write(folder: Path, name: str, body: str) -> Path:
    """Write a recipe."""
    path = folder / f"{name}.yaml"
    path.write_text(f"{FIRST_STATEMENT}\n{body.strip()}\n{LAST_LINE}\n", encoding="utf-8")
    return path


def run(folder: Path, recipe: Path) -> int:
    """Run a recipe in a process of its own.

    Returns:
        The largest resident memory of the process, in bytes.

    Raises:
        RuntimeError: it failed.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    with open(folder / "log.txt", "w+", encoding="utf-8") as log:
        process = subprocess.Popen([sys.executable, str(recipe)], cwd=folder, env=environment, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise RuntimeError(f"{recipe} failed:\n{log.read()}")
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def compare(folder: Path, name: str) -> tuple[float, float]:
    """Estimate and measure one configuration.

    Args:
        folder: holds what `prepare` wrote; becomes the current folder.
        name: one of `CONFIGURATIONS`.

    Returns:
        Both peaks, in bytes.
    """
    os.chdir(folder)
    recipe = write(folder, name, CONFIGURATIONS[name])
    estimate = gather(load_checked(recipe), {}).memory()
    return estimate.peak, run(folder, recipe)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", metavar="NAME", nargs="*", default=list(CONFIGURATIONS), help="configurations to run")
    names = parser.parse_args().names
    versions = ", ".join(f"{package} {metadata.version(package)}" for package in ("torch", "transformers"))
    print(f"{versions}, Python {platform.python_version()}, {os.cpu_count()} CPUs\n")
    print(f"{'configuration':15}{'estimated':>12}{'measured':>12}{'estimate off by':>18}")
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        for name in names:
            estimated, measured = compare(Path(folder), name)
            off = estimated / measured - 1
            print(f"{name:15}{estimated / 1e9:>9.2f} GB{measured / 1e9:>9.2f} GB{off:>+18.1%}", flush=True)
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
