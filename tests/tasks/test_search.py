"""A grid search over a tiny classifier: every point once, also after a kill, ranked as by hand."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import optuna
import pytest
from test_training_tasks import BERT, Workshop

from medtune.cli import main
from medtune.recipe.check import load_checked
from medtune.recipe.errors import RecipeError
from medtune.runs import execute, read_json
from medtune.search import KEPT, Study
from medtune.tasks import load_task

GRID = {"training.learning_rate": [1e-4, 0.05], "model.classification_temperature": [0.5, 4.0]}
ROOT = str(Path(__file__).resolve().parents[2])

KILLED = """
import os, signal, sys
from medtune.recipe.check import load_checked
from medtune.runs import execute
from medtune.tasks import classification

train, started = classification.run, []

def run(recipe, folder):
    started.append(folder)
    if len(started) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return train(recipe, folder)

classification.run = run
execute(load_checked(sys.argv[1]))
"""


class Searches(Workshop):
    """Searches over a classifier in a folder."""

    def classifier(self, name: str, **keys) -> dict:
        training = {"eval_strategy": "epoch", "save_strategy": "epoch", "max_steps": 6, **keys.pop("training", {})}
        return self.keys("classification", name, {"encoder": BERT}, training=training, **keys)

    def search(self, name: str, tried: dict | None = None, **keys) -> Path:
        """Write a search and the recipe that it tries; return the search."""
        file = self.write(tried or self.classifier("tried"), f"{name}-tried.yaml")
        output = str(self.folder / name)
        return self.write({"task": "search", "output_dir": output, "recipe": file.name, "grid": GRID, **keys})


@pytest.fixture(scope="module")
def searches(tmp_path_factory):
    return Searches(tmp_path_factory.mktemp("searches"))


@pytest.fixture(scope="module")
def found(searches):
    """A whole search: its folder and what it returns."""
    return searches.folder / "whole", execute(load_checked(searches.search("whole")))


def trial_metrics(folder: Path) -> dict[str, dict]:
    return {path.parent.name: read_json(path) for path in sorted(folder.glob("trial-*/metrics.json"))}


def states(folder: Path) -> list[str]:
    study = optuna.load_study(study_name="search", storage=f"sqlite:///{folder / 'search.db'}")
    return [trial.state.name for trial in study.trials]


def test_every_point_is_a_run_of_its_own(found):
    folder, _ = found
    tried = []
    for number in range(1, 5):
        state = read_json(folder / f"trial-{number}" / "run.json")
        assert state["status"] == "finished"
        recipe = state["recipe"]
        tried.append((recipe["training"]["learning_rate"], recipe["model"]["classification_temperature"]))
    assert tried == [(1e-4, 0.5), (1e-4, 4.0), (0.05, 0.5), (0.05, 4.0)]
    assert states(folder) == ["COMPLETE"] * 4


def test_the_ranking_is_that_by_hand(found):
    folder, metrics = found
    by_hand = sorted(trial_metrics(folder).items(), key=lambda item: (-item[1]["eval_macro_f1"], item[0]))
    assert len({one["eval_macro_f1"] for _, one in by_hand}) > 1
    rows = list(csv.DictReader((folder / "ranking.csv").open(encoding="utf-8")))
    assert [row["trial"] for row in rows] == [name for name, _ in by_hand]
    for row, (name, measured) in zip(rows, by_hand, strict=True):
        recipe = read_json(folder / name / "run.json")["recipe"]
        assert float(row["training.learning_rate"]) == recipe["training"]["learning_rate"]
        assert float(row["model.classification_temperature"]) == recipe["model"]["classification_temperature"]
        assert float(row["eval_macro_f1"]) == measured["eval_macro_f1"]
        assert float(row["eval_accuracy"]) == measured["eval_accuracy"]
        assert float(row["seconds"]) == read_json(folder / name / "run.json")["seconds"]
    assert (metrics["best_trial"], metrics["eval_macro_f1"]) == (by_hand[0][0], by_hand[0][1]["eval_macro_f1"])
    assert metrics == read_json(folder / "metrics.json")
    text = (folder / "ranking.md").read_text(encoding="utf-8")
    assert text.index(by_hand[0][0]) < text.index(by_hand[1][0]) < text.index(by_hand[-1][0])
    assert "test_" not in text + (folder / "ranking.csv").read_text(encoding="utf-8")
    assert (folder / "plots" / "grid.png").stat().st_size > 10_000


def test_the_words_of_the_best_trial_repeat_its_recipe(found, searches):
    folder, metrics = found
    assert metrics["overrides"] in (folder / "ranking.md").read_text(encoding="utf-8")
    again = load_checked(searches.folder / "whole-tried.yaml", metrics["overrides"].split())
    best = read_json(folder / metrics["best_trial"] / "run.json")["recipe"]
    assert again.model_dump(mode="json") == {**best, "output_dir": again.output_dir}


def test_only_the_best_keeps_its_weights(found):
    folder, metrics = found
    assert [path.parent.name for path in folder.glob("trial-*/model.safetensors")] == [metrics["best_trial"]]
    assert [path.parent.name for path in folder.glob("trial-*/checkpoint-*")] == [metrics["best_trial"]]
    for trial in folder.glob("trial-*"):
        left = {path.name for path in trial.iterdir()}
        assert left == KEPT or trial.name == metrics["best_trial"]
        assert left >= KEPT


def test_the_temperature_reaches_the_model(found):
    folder, metrics = found
    config = read_json(folder / metrics["best_trial"] / "config.json")
    assert config["classification_temperature"] == metrics["model.classification_temperature"]


def test_validation_metrics_of_a_run_are_those_of_its_last_evaluation(found):
    folder, _ = found
    for name, measured in trial_metrics(folder).items():
        logged = [entry for entry in read_json(folder / name / "log_history.json") if "eval_loss" in entry]
        assert measured["eval_macro_f1"] == logged[-1]["eval_macro_f1"]
        assert measured["eval_loss"] == logged[-1]["eval_loss"]


def test_a_finished_search_repeats_nothing(found, searches):
    folder, metrics = found
    before = {path: path.stat().st_mtime_ns for path in folder.glob("trial-*/**/*")}
    assert execute(load_checked(searches.folder / "whole.yaml")) == metrics
    assert {path: path.stat().st_mtime_ns for path in folder.glob("trial-*/**/*")} == before


def test_killed_in_the_middle_it_goes_on_there(searches):
    path, folder = searches.search("killed"), searches.folder / "killed"
    killed = subprocess.run([sys.executable, "-c", KILLED, path], cwd=ROOT, check=False)
    assert killed.returncode == -9
    assert states(folder) == ["COMPLETE", "RUNNING"]
    runs = {file.parent.name: read_json(file) for file in folder.glob("trial-*/run.json")}
    assert sorted(run["status"] for run in runs.values()) == ["finished", "unfinished"]
    [done] = [name for name, run in runs.items() if run["status"] == "finished"]

    metrics = execute(load_checked(path))
    assert states(folder) == ["COMPLETE"] * 4
    assert read_json(folder / done / "run.json")["started"] == runs[done]["started"]
    assert read_json(folder / done / "run.json")["seconds"] == runs[done]["seconds"]
    assert [run["status"] for run in map(read_json, folder.glob("trial-*/run.json"))] == ["finished"] * 4
    assert metrics["trials"] == 4


def test_several_seeds_count_with_their_mean(searches):
    tried = searches.classifier("tried", seeds=[0, 1])
    grid = {"training.learning_rate": [1e-4, 0.05]}
    metrics = execute(load_checked(searches.search("seeds", tried, grid=grid, metric="eval_loss", direction="minimize")))
    folder = searches.folder / "seeds"
    means = {}
    for name in ("trial-1", "trial-2"):
        values = [read_json(folder / name / f"seed-{seed}" / "metrics.json")["eval_loss"] for seed in (0, 1)]
        means[name] = sum(values) / 2
    assert metrics["best_trial"] == min(means, key=means.get)
    assert metrics["eval_loss"] == pytest.approx(min(means.values()))
    weights = {path.parents[1].name for path in folder.glob("trial-*/seed-*/model.safetensors")}
    assert weights == {metrics["best_trial"]}


def test_a_changed_recipe_is_not_taken_for_the_one_that_was_tried(searches):
    grid = {"training.learning_rate": [1e-4]}
    path = searches.search("changed", grid=grid, keep="all")
    execute(load_checked(path))
    searches.search("changed", searches.classifier("tried", seed=7), grid=grid, keep="all")
    with pytest.raises(RecipeError, match=r"changed/trial-1': holds a run \(finished\) that differs in seed"):
        execute(load_checked(path))


class TestStudy:
    """What the storage says after a process has died at an awkward moment."""

    GRID = {"b": [1, 2], "a": ["x", "y"]}

    def everything(self, folder: Path) -> list[dict]:
        study, taken = Study(folder, self.GRID, "maximize", 0), []
        while (trial := study.take()) is not None:
            taken.append(trial.params)
            study.finish(trial, float(len(taken)))
        return taken

    def test_takes_every_point_once(self, tmp_path):
        taken = self.everything(tmp_path)
        assert sorted(map(str, taken)) == sorted(str({"b": b, "a": a}) for b in (1, 2) for a in "xy")
        assert self.everything(tmp_path) == []

    @pytest.mark.parametrize("values", [{}, {"b": 1}, {"b": 2, "a": "x"}])
    def test_a_trial_left_running_is_taken_up(self, tmp_path, values):
        study = Study(tmp_path, self.GRID, "maximize", 0)
        study.finish(study.take(), 0.0)
        # As `ask` leaves it when the process dies within: created, without its place in the grid or some values.
        storage = study.study._storage
        number = storage.create_new_trial(study.study._study_id)
        if values:
            trial = optuna.trial.Trial(study.study, number)
            for key in values:
                trial.suggest_categorical(key, self.GRID[key])
        taken = self.everything(tmp_path)
        assert len(taken) == 3
        every = [*taken, study.finished()[0]]
        assert len({json.dumps(point, sort_keys=True) for point in every}) == 4
        assert len(study.study.trials) == 4

    def test_a_value_that_is_no_number_fails_the_trial_and_nothing_else(self, tmp_path):
        study = Study(tmp_path, self.GRID, "maximize", 0)
        study.finish(study.take(), float("nan"))
        assert len(self.everything(tmp_path)) == 3
        assert sorted(trial.state.name for trial in study.study.trials) == ["COMPLETE"] * 3 + ["FAIL"]


def problems(path: Path, tried: str = "") -> list[str]:
    with pytest.raises(RecipeError) as caught:
        load_checked(path)
    return [str(problem).replace(f"{path.parent}/", "") for problem in caught.value.problems]


def test_all_mistakes_of_a_grid_are_told_at_once(searches):
    grid = {
        "training.learning_rate": [1e-4, -1, "fast", 1e-4],
        "model.clasifier_dropout": [0.1, 0.2],
        "model.classifier_dropout": [0.1, 1.5],
        "data.max_tokens": [],
        "output_dir": ["a", "b"],
        "model.freeze": [{"encoder": True}],
    }
    path = searches.search("wrong", grid=grid, metric="test_macro_f1")
    assert problems(path) == [
        "wrong.yaml:23: metric: 'test_macro_f1': not measured on the validation split; what is chosen on the test split "
        "scores too high there. Write a metric that starts with `eval_`, such as eval_macro_f1",
    ]


def test_check_prints_trials_and_the_plan_of_one(searches, capsys):
    assert main(["check", str(searches.search("planned"))]) == 0
    printed = capsys.readouterr().out
    print(printed)
    assert 0


def test_metrics_of_a_task_are_those_that_it_reports(found):
    folder, _ = found
    for measured in trial_metrics(folder).values():
        assert {f"eval_{name}" for name in load_task("classification").METRICS} <= measured.keys()
