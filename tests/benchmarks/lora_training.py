"""How many tokens of text a second a LoRA training learns from, beside TRL's SFTTrainer and a plain padded loop.

    pip install trl==1.16.0
    python tests/benchmarks/lora_training.py --model DIR [--gguf FILE] --data alpaca_en.json

Trains the same base with the same adapter (rank 8 on query, key and value) on the same token ids, answers alone, in
several ways, each in a process of its own, one after the other and over again:

- medtune: `task: instruction-tuning` as a recipe runs it but for evaluation and saving; rows of like length share a
  batch, or (packed) are put one behind the other.
- TRL: SFTTrainer, padded in fp32 and bf16, and packed in bf16 (`bfd`, padding-free), without activation checkpointing.
- padded loop: alpaca-lora's; random batches padded to their longest row, bf16.

A token of text is one of a row, its end token included and padding not counted. Time is that of the processor on one
thread, so that other work on the machine counts little; on a GPU it is passing time, and without `--model` the base is
a random LLaMA of 7 billion parameters built there; the share of the measured matrix rate (4 N FLOPs a text token) is
printed too. Bars: on a CPU 2 times TRL's best setting (aim: 3); on one H100 or H200 45 % of the matrix rate and 1.1
times TRL (aims: 55 %, 1.3).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import tempfile
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
from joint_training import cuda_matrix_rate, processor
from lora_systems import WAYS, Rows, Run
from transformers import AutoConfig
from transformers.utils.logging import disable_progress_bar, set_verbosity_error

from medtune.adapters.base import load_tokenizer, provide_base
from medtune.data.mixture import Part, encode_mixture
from medtune.data.prompts import Prompts, install_template
from medtune.recipe.networks import network

SEVEN_BILLION = {"model_type": "llama", "dtype": "bfloat16", "eos_token_id": None}


def rows_of(options: argparse.Namespace, tokenizer) -> Rows:
    """Draw rows and encode them as a recipe does; synthetic ones where no file is named."""
    reader = {"source": "alpaca", "path": options.data, "language": "en"}
    if options.data is None:
        reader = {"source": "synthetic_instructions", "kind": "general", "rows": 4 * options.rows}
    part = Part("rows", reader=reader, max_rows=options.rows)
    found = encode_mixture([part], Prompts(), tokenizer, options.cutoff, (0.0, 0.0), 0)["train"]
    return Rows([ids.tolist() for ids in found.ids], found.prompt, tokenizer.pad_token_id, options.cutoff)


def prepare(options: argparse.Namespace, folder: Path) -> tuple[str, Rows]:
    """Write the base as safetensors, once, and encode the rows."""
    if options.model is None:
        from medtune.data.byte_level import train_byte_level

        tokenizer = train_byte_level(["What helps against a cough? Drink enough, rest.", "咳嗽怎么办？多喝水。"], 600)
        install_template(tokenizer, "alpaca", Prompts(), "plain")
        size = (
            {} if torch.cuda.is_available() else {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2}
        )
        return provide_base({**SEVEN_BILLION, "vocab_size": 32000, **size}, tokenizer, folder), rows_of(
            options, tokenizer
        )
    tokenizer = load_tokenizer(options.model, options.gguf)
    install_template(tokenizer, "alpaca", Prompts(), "plain")
    return provide_base(options.model, tokenizer, folder, options.gguf), rows_of(options, tokenizer)


def measure(name: str, base: str, rows: Rows, options: argparse.Namespace) -> Run:
    """Run one way in a process of its own, which shares the imports of this one."""
    context = multiprocessing.get_context("spawn" if torch.cuda.is_available() else "fork")
    results = context.Queue()
    child = context.Process(target=_child, args=(results, name, base, rows, options.batch, options.steps))
    child.start()
    while child.is_alive() and results.empty():
        child.join(0.2)
    if results.empty():
        raise SystemExit(f"{name}: the process ended with {child.exitcode}")
    found = results.get()
    child.join()
    return Run(**found)


def _child(results, name: str, base: str, rows: Rows, batch: int, steps: int) -> None:
    torch.set_num_threads(1)
    disable_progress_bar()
    set_verbosity_error()
    way, settings = WAYS[name]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        results.put(asdict(way(base, rows, batch, steps, **settings)))


def print_table(runs: dict[str, list[Run]], base: str) -> None:
    """Print a line for each way, ours over the best of TRL's, and on a GPU the share of its matrix rate."""
    speeds = {name: median(run.text / run.seconds for run in passes) for name, passes in runs.items()}
    print(f"\n{'':18}{'text tokens/s':>14}{'from':>8}{'to':>8}{'padding':>9}{'peak memory':>13}{'loss':>8}")
    for name, passes in runs.items():
        each = [run.text / run.seconds for run in passes]
        padding = 1 - sum(run.text for run in passes) / sum(run.slots for run in passes)
        memory, loss = max(run.memory for run in passes) / 1e9, median(run.loss for run in passes)
        told = f"{padding:>9.1%}{memory:>10.2f} GB{loss:>8.3f}"
        print(f"{name:18}{speeds[name]:>14,.1f}{min(each):>8,.1f}{max(each):>8,.1f}{told}")
    ours = max(speed for name, speed in speeds.items() if name.startswith("medtune"))
    for name in [name for name in runs if not name.startswith("medtune")]:
        print(f"medtune / {name:18}{ours / speeds[name]:>6.2f}")
    if rivals := [speed for name, speed in speeds.items() if name.startswith("TRL")]:
        bar, aim = (1.1, 1.3) if torch.cuda.is_available() else (2, 3)
        ratio = ours / max(rivals)
        print(f"medtune / TRL's best {ratio:.2f}: bar {bar} {'reached' if ratio >= bar else 'MISSED'}, aim {aim}")
    if torch.cuda.is_available():
        rate, size = cuda_matrix_rate(), network(AutoConfig.from_pretrained(base).to_dict(), "decoder").parameters
        print(f"bf16 matrix rate {rate / 1e12:.0f} TFLOP/s; of it, at 4 N FLOPs a text token:")
        for name, speed in speeds.items():
            print(f"{name:18}{4 * size * speed / rate:>8.1%}")
        print("medtune: bar 45 %, aim 55 %")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", metavar="DIR", help="base (default: random LLaMA, 7B on a GPU and tiny on a CPU)")
    parser.add_argument("--gguf", metavar="FILE", help="file in that folder which holds the base; converted once")
    parser.add_argument("--work", metavar="DIR", help="keeps the converted base for the next time")
    parser.add_argument("--data", metavar="FILE", help="Alpaca's JSON (default: synthetic rows)")
    parser.add_argument("--rows", type=int, default=64, help="rows drawn (default: %(default)s)")
    parser.add_argument("--cutoff", type=int, default=256)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--steps", type=int, default=4, help="the first of which is not timed (default: %(default)s)")
    parser.add_argument("--repeats", type=int, default=2, help="of every way (default: %(default)s)")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS), help="default: all")
    return parser.parse_args()


def main() -> None:
    """Prepare the base and the rows, time all ways in turn and print the table."""
    options = parse()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        base, rows = prepare(options, Path(options.work or folder))
        mean = sum(map(len, rows.ids)) / len(rows.ids)
        packages = ("medtune", "torch", "transformers", "peft", "trl", "accelerate")
        print(", ".join(f"{package} {metadata.version(package)}" for package in packages), platform.python_version())
        print(
            torch.cuda.get_device_name() if torch.cuda.is_available() else f"{processor()}, one thread, processor time"
        )
        print(f"{len(rows.ids)} rows of {mean:.0f} tokens, cutoff {options.cutoff}, batch {options.batch}, ", end="")
        print(f"{options.steps - 1} steps timed, {options.repeats} repeats", flush=True)
        runs: dict[str, list[Run]] = {name: [] for name in options.ways}
        for _ in range(options.repeats):
            for name in options.ways:
                runs[name].append(measure(name, base, rows, options))
                last = runs[name][-1]
                print(f"  {name}: {last.text / last.seconds:,.1f} tokens/s", flush=True)
        print_table(runs, base)


if __name__ == "__main__":
    main()
