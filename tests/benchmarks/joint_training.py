"""How many tokens of text a second joint BERPT training learns from, beside what a reader would write without medtune.

    python tests/benchmarks/joint_training.py [--data PREPARED] [--size base] [--batch 8] [--precision bf16] [--compile]

Trains the same models on the same rows in four ways, one after the other and over again, and prints the medians:

- medtune: `task: multitask` as a recipe runs it, but for evaluation and saving.
- padded loop: the paper's; a plain loop in 32 bits, batches of 8, everything padded to 200 tokens.
- grouped Trainer: transformers' Trainer, EncoderDecoderModel and a linear department head, with length grouping.
- random Trainer: the same over random batches.

A token of text is one of a description or a reply, its special tokens included and padding not counted. Before the
clock starts, the losses and gradients of all ways are compared on one batch, with the same weights and no dropout.
Rows are synthetic unless `--data` names a folder that `task: prepare-data` wrote. On a GPU the share of the measured
bf16 matrix rate is printed too, and how long the paper's training would take.

Bars: 2.5 times the padded loop, 1.0 times the grouped and 1.3 times the random Trainer (aims: 4, 1.2, 1.6); on one
H100 or H200 30 % of the matrix rate (aim: 45 %) and 40 minutes for the paper's training (aim: 20).
"""

from __future__ import annotations

import argparse
import platform
import tempfile
import time
import warnings
from importlib import metadata
from pathlib import Path
from statistics import median

import joint_systems
import torch
from joint_systems import LOOP_BATCH, SIZES, JointTraining, Run, clock

from medtune.recipe.duration import matrix_rate

PAPER_ROWS, PAPER_EPOCHS = 597_906, 5
BARS = {"padded loop": (2.5, 4.0), "grouped Trainer": (1.0, 1.2), "random Trainer": (1.3, 1.6)}


def faster_precision() -> str:
    """Return `bf16` where the machine multiplies matrices clearly faster in it."""
    if torch.cuda.is_available():
        return "bf16" if torch.cuda.is_bf16_supported() else "fp32"
    return "bf16" if matrix_rate(None, True) > 1.3 * matrix_rate(None, False) else "fp32"


def cuda_matrix_rate() -> float:
    """Measure the best bf16 matrix rate of the GPU in floating-point operations a second, over five rounds."""
    size, products = 8192, 50
    left, right = (torch.randn(size, size, device="cuda", dtype=torch.bfloat16) for _ in range(2))
    best = float("inf")
    for _ in range(5):
        start = clock()
        for _ in range(products):
            left @ right
        best = min(best, clock() - start)
    return 2 * size**3 * products / best


def processor() -> str:
    """Return the processor's name."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def print_machine(options: argparse.Namespace, benchmark: JointTraining) -> None:
    """Print what was measured on, and with what."""
    packages = ("medtune", "torch", "transformers", "accelerate")
    versions = ", ".join(f"{package} {metadata.version(package)}" for package in packages)
    where = torch.cuda.get_device_name() if benchmark.device == "cuda" else processor()
    lengths = benchmark.splits["train"].lengths.sum(axis=1)
    compiled = ", compiled" if options.compile else ""
    millions = sum(weights.numel() for weights in benchmark.model.parameters()) / 1e6
    print(f"{versions}, Python {platform.python_version()}")
    print(f"{where}, {torch.get_num_threads()} threads")
    print(
        f"{options.size}: {millions:.1f} M parameters; {len(lengths)} rows of {options.data or 'synthetic data'}, "
        f"{lengths.mean():.0f} tokens of text each"
    )
    print(
        f"batch {options.batch}, {options.precision}{compiled}, one epoch; padded loop: batch {LOOP_BATCH}, fp32, "
        f"{options.loop_steps} steps; {options.repeats} repeats{'; processor time' if options.processor_time else ''}\n"
    )


def print_table(runs: dict[str, list[Run]]) -> None:
    """Print a line for each way, and medtune's ratio to each of the others."""
    speeds = {name: [run.text / run.seconds for run in passes] for name, passes in runs.items()}
    print(f"{'':17}{'text tokens/s':>14}{'from':>10}{'to':>10}{'rows/s':>9}{'padding':>9}")
    for name, passes in runs.items():
        rows = median(run.rows / run.seconds for run in passes)
        padding = 1 - sum(run.text for run in passes) / sum(run.slots for run in passes)
        low, high = min(speeds[name]), max(speeds[name])
        print(f"{name:17}{median(speeds[name]):>14,.0f}{low:>10,.0f}{high:>10,.0f}{rows:>9,.1f}{padding:>9.1%}")
    print()
    for name, (bar, aim) in BARS.items():
        each = [ours / theirs for ours, theirs in zip(speeds["medtune"], speeds[name], strict=True)]
        ratio = median(speeds["medtune"]) / median(speeds[name])
        verdict = "reached" if ratio >= bar else "MISSED"
        spread = f"{min(each):.2f} to {max(each):.2f}"
        print(f"medtune / {name:16}{ratio:>6.2f}  ({spread})  bar {bar}: {verdict}, aim {aim}")


def print_device_share(benchmark: JointTraining, runs: dict[str, list[Run]]) -> None:
    """Print the share of the GPU's matrix rate, and how long the paper's training would take."""
    rate = cuda_matrix_rate()
    print(f"\nbf16 matrix rate {rate / 1e12:.0f} TFLOP/s; of it, and minutes for {PAPER_ROWS:,} rows x {PAPER_EPOCHS}:")
    for name, passes in runs.items():
        share = median(benchmark.flops(run) / run.seconds for run in passes) / rate
        minutes = PAPER_ROWS * PAPER_EPOCHS * median(run.seconds / run.rows for run in passes) / 60
        print(f"{name:17}{share:>8.1%}{minutes:>9.1f} min")
    print("medtune: bar 30 % and 40 min, aim 45 % and 20 min (one H100 or H200, --size base)")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", metavar="PREPARED", help="folder written by `task: prepare-data` (default: synthetic)"
    )
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--rows", type=int, default=640, help="training rows (default: %(default)s)")
    parser.add_argument("--batch", type=int, default=8, help="of all but the padded loop (default: %(default)s)")
    parser.add_argument("--precision", choices=("auto", "fp32", "bf16"), default="auto", help="of all but the loop")
    parser.add_argument("--compile", action="store_true", help="torch.compile the models of all but the loop")
    parser.add_argument("--repeats", type=int, default=3, help="of every way (default: %(default)s)")
    parser.add_argument("--loop-steps", type=int, default=20, help="of the padded loop (default: %(default)s)")
    parser.add_argument(
        "--processor-time",
        action="store_true",
        help="of one thread, instead of passing time: for a machine that is busy",
    )
    parser.add_argument("--smoke", action="store_true", help="seconds instead of minutes; the figures mean nothing")
    options = parser.parse_args()
    if options.smoke:
        options.size, options.rows, options.repeats, options.loop_steps = "tiny", 48, 2, 2
    if options.precision == "auto":
        options.precision = faster_precision()
    return options


def main() -> None:
    """Check that the ways agree, time them and print the table."""
    options = parse()
    if options.processor_time:
        torch.set_num_threads(1)
        joint_systems.timer = time.process_time
    warnings.filterwarnings("ignore", category=FutureWarning)  # EncoderDecoderModel tells how its loss has changed
    with tempfile.TemporaryDirectory() as folder:
        benchmark = JointTraining(options, Path(folder))
        print_machine(options, benchmark)
        for name, loss, norm in benchmark.compare_losses():
            print(f"{name:17}loss {loss:.6f}, gradient norm {norm:.6f}")
        print()
        runs: dict[str, list[Run]] = {name: [] for name in benchmark.ways}
        for way in benchmark.ways.values():
            # Starts threads, kernels and buffers; with `--compile` every shape has to be met before.
            way() if options.compile else way(2)
        for _ in range(options.repeats):
            for name, way in benchmark.ways.items():
                runs[name].append(way())
        print_table(runs)
        if benchmark.device == "cuda":
            print_device_share(benchmark, runs)


if __name__ == "__main__":
    main()
