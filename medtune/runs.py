"""A run's folder: what was asked for, on what, with which versions, and what came out."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import xxhash

from medtune import __version__
from medtune.distributed import barrier, is_main_process, main_process_first, process_count, ranks_without
from medtune.evaluation.reports.tables import mean_and_spread, print_summary
from medtune.recipe.errors import RecipeError
from medtune.recipe.inputs import Input, pickled_weights
from medtune.recipe.loading import dump_recipe
from medtune.recipe.schema import Recipe
from medtune.recipe.units import counted
from medtune.tasks import load_task

RUN_FILE = "run.json"
CACHE = "cache"
#: Seconds in which a network disk shows every machine a new file; NFS remembers for up to 60 that there is none.
SHARED_WITHIN = 90
PACKAGES = ("torch", "transformers", "accelerate", "peft", "datasets", "tokenizers", "numpy", "pyarrow")
# What a run reports about itself says nothing about what it made.
NOT_CONTENT = {CACHE, "plots", "ethics"}
#: What `task: triage-report` adds to a finished classifier; no other model comes of it.
THRESHOLDS_FILE = "triage_thresholds.json"
REPORTS = {RUN_FILE, THRESHOLDS_FILE, "README.md"} | {
    f"{name}.json" for name in ("lineage", "metrics", "log_history", "triage", "data_card")
}
_TEMPERATURE = re.compile(r'(?<="classification_temperature": )[\d.e+-]+')


def execute(recipe: Recipe, overwrite: bool = False) -> dict[str, Any]:
    """Run a recipe, once or once for each of its seeds.

    A finished run is left as it is and its metrics returned; an unfinished one is continued.

    Args:
        recipe: checked by `load_recipe`.
        overwrite: delete what the output folder holds and start afresh.

    Returns:
        The metrics; with several seeds, `{metric: {mean, standard_deviation, values}}`.

    Raises:
        RecipeError: the output folder holds something else, or another machine does not see it.
    """
    runs = single_runs(recipe)
    if recipe.seeds is None:
        return execute_once(recipe, overwrite)
    summary = spread([execute_once(run, overwrite) for run in runs])
    if is_main_process():
        write_json(Path(recipe.output_dir) / "metrics.json", summary)
        table = {name: mean_and_spread(numbers["values"], ".4g") for name, numbers in summary.items()}
        print_summary(table, title=f"{recipe.output_dir}, {counted(len(runs), 'seed')}")
    return summary


def single_runs(recipe: Recipe) -> list[Recipe]:
    """Return the runs that a recipe stands for, one for each seed; itself if it has one seed."""
    return [
        recipe.model_copy(update={"seeds": None, "seed": seed, "output_dir": f"{recipe.output_dir}/seed-{seed}"})
        for seed in recipe.seeds or ()
    ] or [recipe]


def execute_once(recipe: Recipe, overwrite: bool = False) -> dict[str, Any]:
    """Run a recipe with one seed; see `execute`."""
    task = load_task(recipe.task)
    folder = Path(recipe.output_dir)
    with main_process_first():
        if is_main_process():
            open_run(recipe, task.inputs(recipe), overwrite)
    require_shared(recipe)
    finished = read_json(folder / RUN_FILE)["status"] == "finished" and not getattr(task, "STEPS", False)
    if finished:
        if is_main_process():
            print(f"{folder} holds this run, finished; --overwrite repeats it")
    else:
        start = time.perf_counter()
        said = _say_what_is_pickled(recipe, task)
        # Data preparation has nothing to share out: the other processes wait for it.
        if is_main_process() or not getattr(task, "SINGLE_PROCESS", False):
            metrics = task.run(recipe, folder)
            _say_what_is_pickled(recipe, task, said)  # what the run downloaded
        if is_main_process():
            close_run(folder, metrics, time.perf_counter() - start)
        barrier()
    if is_main_process():
        publish(recipe, folder)
    metrics = read_json(folder / "metrics.json")
    if is_main_process() and any(isinstance(value, float) for value in metrics.values()):
        print_summary(metrics, title=str(folder))
    return metrics


def _say_what_is_pickled(recipe: Recipe, task: ModuleType, said: Sequence[str] = ()) -> list[str]:
    """Print which models are read from `.bin` files, but for the lines said before; steps of a recipe say their own."""
    if not is_main_process() or getattr(task, "STEPS", False):
        return []
    lines = pickled_weights(task.inputs(recipe))
    for line in lines:
        if line not in said:
            print(f"note: {line}", flush=True)
    return lines


def open_run(recipe: Recipe, inputs: list[Input], overwrite: bool) -> None:
    """Prepare the output folder, or find that it holds this very run, finished or not.

    Args:
        recipe: what is to be run.
        inputs: what it reads.
        overwrite: delete an earlier run.

    Raises:
        RecipeError: the folder holds another run, or files that are no run.
    """
    folder = Path(recipe.output_dir)
    contents = {item.name: fingerprint(item.name) for item in inputs}
    wanted = {"recipe": recipe.model_dump(mode="json"), "inputs": contents}
    state = read_json(folder / RUN_FILE) if (folder / RUN_FILE).is_file() else None
    if state is None and folder.is_dir() and any(path.is_file() for path in folder.iterdir()):
        raise _occupied(recipe, "the folder holds files that are no run of medtune", "Choose another output_dir")
    if state is not None and overwrite:
        shutil.rmtree(folder)
    elif state is not None and (state["recipe"], state["inputs"]) == (wanted["recipe"], wanted["inputs"]):
        return
    elif state is not None:
        changed = ", ".join(differences(state["recipe"], wanted["recipe"])) or "the contents of its inputs"
        fix = "Choose another output_dir, or add --overwrite to delete the earlier run"
        raise _occupied(recipe, f"holds a run ({state['status']}) that differs in {changed}", fix)
    write_json(folder / RUN_FILE, {"status": "unfinished", **wanted, **surroundings()})
    (folder / "recipe.yaml").write_text(dump_recipe(recipe), encoding="utf-8")


def require_shared(recipe: Recipe, patience: float = SHARED_WITHIN) -> None:
    """Check that the processes of all machines see the folder that the main process writes.

    Token ids, checkpoints and metrics are written once, by the main process, and read by all.

    Args:
        recipe: its output folder is there on the main process.
        patience: seconds that a network disk may take to show a new file.

    Raises:
        RecipeError: some do not, on every process alike, so that none waits for those that leave.
    """
    if process_count() == 1:
        return
    sign = Path(recipe.output_dir) / ".seen-by-all"
    with main_process_first():
        if is_main_process():
            sign.touch()
    deadline = time.monotonic() + patience
    while not (seen := sign.is_file()) and time.monotonic() < deadline:
        time.sleep(0.1)
    without = ranks_without(seen)
    if is_main_process():
        sign.unlink()
    if without:
        who = f"process {', '.join(map(str, without))} sees nothing of" if seen else "this machine sees nothing of"
        fix = "Choose a folder on a disk that all machines share, under the same path on each"
        raise _occupied(recipe, f"{who} the folder that the main process writes", fix)


def close_run(folder: Path, metrics: dict[str, Any], seconds: float) -> None:
    """Write the metrics, delete what only an unfinished run needs, and mark the run as finished."""
    shutil.rmtree(folder / CACHE, ignore_errors=True)
    write_json(folder / "metrics.json", metrics)
    state = read_json(folder / RUN_FILE)
    write_json(folder / RUN_FILE, {**state, "status": "finished", "seconds": round(seconds, 1)})


def publish(recipe: Recipe, folder: Path) -> None:
    """Upload a finished run if its recipe says where to, once.

    Raises:
        OSError: the Hub cannot be reached or refuses; the next call tries again.
    """
    hub = getattr(recipe, "hub", None)
    state = read_json(folder / RUN_FILE)
    if hub is None or "published" in state:
        return
    from medtune.hub.card import CARD, write_card
    from medtune.hub.push import push

    if not (folder / CARD).is_file():  # what somebody has written into it since stays
        write_card(folder)
    address = push(folder, hub.repository, hub.private)
    write_json(folder / RUN_FILE, {**state, "published": address})
    print(f"{folder} is published: {address}")


def differences(before: dict, after: dict, prefix: str = "") -> list[str]:
    """Return the dotted keys in which two resolved recipes differ."""
    keys = []
    for key in {**before, **after}:
        old, new = before.get(key), after.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            keys += differences(old, new, f"{prefix}{key}.")
        elif old != new:
            keys.append(f"{prefix}{key}")
    return keys


def fingerprint(name: str) -> str:
    """Return a hash of the contents of a file, a folder or a run with seeds, or the name itself for a Hub id."""
    path = Path(name)
    if not path.exists():
        return name
    files = [path] if path.is_file() else [file for file in sorted(path.rglob("*")) if _is_content(file, path)]
    digest = xxhash.xxh3_128()
    for file in files:
        digest.update(str(file.relative_to(path.parent if path.is_file() else path)).encode())
        if file.name == "config.json" and (file.parent / THRESHOLDS_FILE).is_file():
            digest.update(_as_trained(file))
            continue
        with file.open("rb") as stream:
            while block := stream.read(1 << 24):
                digest.update(block)
    return digest.hexdigest()


def _is_content(file: Path, folder: Path) -> bool:
    """Tell whether a file of a run is part of what it made: no report, no plot, no checkpoint on the way."""
    on_the_way = any(part in NOT_CONTENT or part.startswith("checkpoint-") for part in file.relative_to(folder).parts)
    return file.is_file() and file.name not in REPORTS and not on_the_way


def write_temperature(config: Path, temperature: float) -> None:
    """Change `classification_temperature` in a `config.json`, and not a byte more.

    Raises:
        ValueError: the file has no such key.
    """
    text, changed = _TEMPERATURE.subn(json.dumps(temperature), config.read_text(encoding="utf-8"))
    if changed != 1:
        raise ValueError(f"{config} has {changed} keys classification_temperature; a BERPT checkpoint has one")
    draft = config.with_name(f"{config.name}.tmp")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, config)


def _as_trained(config: Path) -> bytes:
    """Return a `config.json` as it was before a temperature was fitted: what was made from it stays valid."""
    text = config.read_text(encoding="utf-8")
    try:
        trained = read_json(config.parent / THRESHOLDS_FILE)["trained_temperature"]
    except (ValueError, KeyError, TypeError):  # broken: `medtune predict` says so
        return text.encode()
    return _TEMPERATURE.sub(json.dumps(trained), text).encode()


def surroundings() -> dict[str, Any]:
    """Return versions, platform and, inside a repository, its git revision."""
    versions = {"python": platform.python_version(), "medtune": __version__}
    versions |= {package: metadata.version(package) for package in PACKAGES}
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40"]
    git = subprocess.run(command, capture_output=True, text=True, check=False) if shutil.which("git") else None
    return {
        "versions": versions,
        "platform": platform.platform(),
        "git": git.stdout.strip() or None if git else None,
        "started": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    }


def spread(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return mean, sample standard deviation and values of every number that all runs report."""
    names = [name for name, value in runs[0].items() if isinstance(value, int | float)]
    return {
        name: {
            "mean": statistics.fmean(values),
            "standard_deviation": statistics.stdev(values) if len(values) > 1 else 0.0,
            "values": values,
        }
        for name in names
        if all(name in run for run in runs) and (values := [run[name] for run in runs])
    }


def read_json(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(Path(path).read_text(encoding="utf-8"))


def write_json(path: Path, value: Any) -> None:
    """Write a JSON file in one atomic step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.tmp")
    draft.write_text(json.dumps(value, indent=2, ensure_ascii=False), encoding="utf-8")
    os.replace(draft, path)


def _occupied(recipe: Recipe, message: str, fix: str) -> RecipeError:
    return RecipeError([recipe.problem("output_dir", message, fix, recipe.output_dir)])
