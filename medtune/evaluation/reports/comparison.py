"""What finished runs left behind, gathered for a report."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from medtune.evaluation.inference.predictions import read_predictions

RUN_FILE = "run.json"
MADE = ("versions", "platform", "git", "started", "seconds")


@dataclass(frozen=True)
class TrainedRun:
    """One finished training with one seed.

    Args:
        folder: where it lies.
        recipe: resolved, every default filled in.
        inputs: hash of the contents of each model and data set, by name.
        metrics: numbers and signatures by name.
        log_history: what the Trainer logged; empty if the file is not there.
        triage: scores by department and confusion matrix, see `medtune.evaluation.triage.confusion`; None if not there.
        made: versions, platform, git revision, when it was started and how many seconds it took.
    """

    folder: Path
    recipe: dict[str, Any]
    inputs: dict[str, str] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    log_history: list[dict[str, Any]] = field(default_factory=list)
    triage: dict[str, Any] | None = None
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def data_path(self) -> str:
        """The prepared data it was trained on, as its recipe names it; empty if it names none."""
        return str((self.recipe.get("data") or {}).get("path", ""))

    @property
    def data(self) -> str:
        """What tells its data from other data: the hash of the contents, else the path."""
        return self.inputs.get(self.data_path, self.data_path)

    def score(self, name: str) -> float | None:
        """Return a number of the test split, by its key or by `test_` and its key."""
        return self.metrics.get(name, self.metrics.get(f"test_{name}"))

    def training_rows(self) -> int | None:
        """Return how many rows it was trained on; None if neither the run nor its data tells."""
        if "train_rows" in self.metrics:
            return self.metrics["train_rows"]
        limit = (self.recipe.get("data") or {}).get("max_train_rows")
        file = Path(self.data_path) / "train.parquet"
        there = [pq.read_metadata(file).num_rows] if file.is_file() else []
        return min([limit, *there] if limit is not None else there, default=None)


@dataclass(frozen=True)
class Run:
    """One line of a report: a training, or the same with several seeds.

    Args:
        name: what the report calls it, the folder's name unless another has the same.
        folder: as the user named it.
        seeds: the trainings, in the order of their seeds.
    """

    name: str
    folder: Path
    seeds: list[TrainedRun]

    @property
    def task(self) -> str:
        """The `task` of its recipe."""
        return self.seeds[0].recipe["task"]

    def learns(self, loss: str) -> bool:
        """Tell whether its training counts a loss; a joint model leaves one of weight 0 out.

        Args:
            loss: `classification_loss` or `reply_loss`.
        """
        return (self.seeds[0].recipe.get("model") or {}).get(f"{loss}_weight") != 0


@dataclass(frozen=True)
class Collected:
    """What was found in the folders of a report.

    Args:
        runs: in the order of the folders.
        left_out: why a folder, or one of its seeds, is not among them; a sentence each.
        notes: what else the reader should know.
    """

    runs: list[Run]
    left_out: list[str]
    notes: list[str]


def collect_runs(folders: Sequence[str | Path]) -> Collected:
    """Read what finished trainings left in their folders.

    Args:
        folders: of runs, or of runs with several seeds.

    Returns:
        The runs; what cannot be reported is named, with the reason.
    """
    found, left_out, notes, seen = {}, [], [], {}
    for folder in map(Path, folders):
        trained, problems = read_seeds(folder)
        left_out += problems
        places = {os.path.realpath(one.folder) for one in trained}
        again = [seen[place] for place in places if place in seen]
        if again:
            where = f"a part of {again[0]}" if again[0] != folder else "named twice"
            notes.append(f"{folder} is {where}; it is reported once")
        elif trained:
            seen |= dict.fromkeys(places, folder)
            found[folder] = trained
            if trained[0].folder != folder and not (folder / "metrics.json").is_file():
                seeds = ", ".join(one.folder.name for one in trained)
                notes.append(f"{folder} holds no metrics.json over its seeds: more may be to come. Reported: {seeds}")
    names = unique_names(list(found))
    runs = [Run(name, folder, trained) for name, (folder, trained) in zip(names, found.items(), strict=True)]
    renamed = [f"{run.folder} as {run.name}" for run in runs if "/" in run.name]
    if renamed:
        notes.append(f"Folders of the same name are told apart by those above them: {', '.join(renamed)}")
    return Collected(runs, left_out, notes)


def read_seeds(folder: Path) -> tuple[list[TrainedRun], list[str]]:
    """Return the finished trainings in a folder, ordered by seed, and what is wrong with the others."""
    if not folder.is_dir():
        return [], [f"{folder} is a file; name the folder of a run" if folder.exists() else f"{folder}: no such folder"]
    single = (folder / RUN_FILE).is_file()
    places = [folder] if single else sorted(path.parent for path in folder.glob(f"seed-*/{RUN_FILE}"))
    if not places:
        return [], [f"{folder} holds no run{_inner_runs(folder)}"]
    trained, problems = [], []
    for place in places:
        try:
            trained.append(read_trained(place))
        except ValueError as error:
            problems.append(str(error))
    return sorted(trained, key=lambda one: one.recipe.get("seed", 0)), problems


def read_trained(folder: Path) -> TrainedRun:
    """Read a finished training.

    Raises:
        ValueError: it trained nothing, is not finished, or a file is missing or damaged; the message says which.
    """
    state = _read_json(folder / RUN_FILE, dict)
    recipe = state.get("recipe")
    if not isinstance(recipe, dict) or "task" not in recipe:
        raise ValueError(f"{folder}: its {RUN_FILE} was not written by medtune")
    if "training" not in recipe:
        what = f"a run of `task: {recipe['task']}`, which trains no model"
        raise ValueError(f"{folder} is {what}{_inner_runs(folder)}")
    if state.get("status") != "finished":
        raise ValueError(f"{folder} is not finished; its recipe, run once more, continues it")
    optional = {"log_history": list, "triage": dict}
    files = {name: folder / f"{name}.json" for name in optional}
    there = {name: _read_json(file, optional[name]) for name, file in files.items() if file.is_file()}
    metrics = _read_json(folder / "metrics.json", dict)
    made = {name: state[name] for name in MADE if state.get(name) is not None}
    return TrainedRun(folder, recipe, state.get("inputs") or {}, metrics, **there, made=made)


def unique_names(folders: Sequence[Path]) -> list[str]:
    """Return a name for each folder: its own, with as many of those above it as tell it from the others."""
    parts = [Path(os.path.abspath(folder)).parts for folder in folders]
    depths = [1] * len(parts)
    while True:
        names = ["/".join(part[-depth:]) for part, depth in zip(parts, depths, strict=True)]
        deeper = [
            depth + (names.count(name) > 1 and depth < len(part))
            for name, part, depth in zip(names, parts, depths, strict=True)
        ]
        if deeper == depths:
            return names
        depths = deeper


def sample_rows(runs: Sequence[Run], rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return what each run answered to test rows, below what the patient and the doctor wrote.

    Args:
        runs: answers come from the first seed of each; a run that left none to a row is left out there, and so is what
            a run did not learn.
        rows: have `id`, `description`, `reply` and `department`.

    Returns:
        For each row, lines with `who`, `text` and `department`.
    """
    samples = {
        row["id"]: [
            {"who": "Patient", "text": row["description"], "department": None},
            {"who": "True reply and department", "text": row["reply"], "department": row["department"]},
        ]
        for row in rows
    }
    for run in runs:
        path = run.seeds[0].folder / "predictions.parquet"
        for answer in read_predictions(path) if path.is_file() else []:
            text = answer.prediction if run.learns("reply_loss") else None
            department = answer.department if run.learns("classification_loss") else None
            if answer.id in samples and (text is not None or department is not None):
                samples[answer.id].append({"who": run.name, "text": text, "department": department})
    return list(samples.values())


def _read_json(path: Path, kind: type) -> Any:
    """Read a JSON file that holds a mapping or a list; what is wrong with it becomes a ValueError."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ValueError(f"{path} is missing") from None
    except ValueError as error:  # also of text that is not UTF-8
        raise ValueError(f"{path} is damaged: {error}") from None
    if not isinstance(value, kind):
        raise ValueError(f"{path} is damaged: it holds no {'mapping' if kind is dict else 'list'}")
    return value


def _inner_runs(folder: Path) -> str:
    """Return the advice to name the folders inside, if they hold runs."""
    return f"; name those in its folders: {folder}/*/" if any(folder.glob(f"*/{RUN_FILE}")) else ""
