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
from medtune.recipe.shipped import with_steps
from medtune.runs import execute, read_json
from medtune.search import KEPT, Study
from medtune.tasks import load_task

# Losses differ where so little training leaves the departments predicted alike.
BY_LOSS = {"metric": "eval_loss", "direction": "minimize"}
GRID = {"training.learning_rate": [1e-4, 0.05], "model.classification_temperature": [0.5, 4.0]}
SMALL = {"b": [1, 2], "a": ["x", "y"]}
ROOT = str(Path(__file__).resolve().parents[2])

KILLED = """
import os, signal, sys
from medtune.recipe.check import load_checked
from medtune.recipe.shipped import with_steps
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
    return searches.folder / "whole", execute(load_checked(searches.search("whole", **BY_LOSS)))


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
    by_hand = sorted(trial_metrics(folder).items(), key=lambda item: item[1]["eval_loss"])
    assert len({one["eval_loss"] for _, one in by_hand}) == 4
    rows = list(csv.DictReader((folder / "ranking.csv").open(encoding="utf-8")))
    assert [row["trial"] for row in rows] == [name for name, _ in by_hand]
    for row, (name, measured) in zip(rows, by_hand, strict=True):
        recipe = read_json(folder / name / "run.json")["recipe"]
        assert float(row["training.learning_rate"]) == recipe["training"]["learning_rate"]
        assert float(row["model.classification_temperature"]) == recipe["model"]["classification_temperature"]
        for metric in ("eval_loss", "eval_macro_f1", "eval_accuracy"):
            assert float(row[metric]) == measured[metric]
        assert float(row["seconds"]) == read_json(folder / name / "run.json")["seconds"]
    assert (metrics["best_trial"], metrics["eval_loss"]) == (by_hand[0][0], by_hand[0][1]["eval_loss"])
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
    metrics = execute(load_checked(searches.search("seeds", tried, grid=grid, **BY_LOSS)))
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

    def everything(self, folder: Path) -> list[dict]:
        study, taken = Study(folder, SMALL, "maximize", 0), []
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
        study = Study(tmp_path, SMALL, "maximize", 0)
        study.finish(study.take(), 0.0)
        # As `ask` leaves it when the process dies within: created, without its place in the grid or some values.
        storage = study.study._storage
        number = storage.create_new_trial(study.study._study_id)
        if values:
            trial = optuna.trial.Trial(study.study, number)
            for key in values:
                trial.suggest_categorical(key, SMALL[key])
        taken = self.everything(tmp_path)
        assert len(taken) == 3
        every = [*taken, study.finished()[0]]
        assert len({json.dumps(point, sort_keys=True) for point in every}) == 4
        assert len(study.study.trials) == 4

    def test_a_value_that_is_no_number_fails_the_trial_and_nothing_else(self, tmp_path):
        study = Study(tmp_path, SMALL, "maximize", 0)
        study.finish(study.take(), float("nan"))
        assert len(self.everything(tmp_path)) == 3
        assert sorted(trial.state.name for trial in study.study.trials) == ["COMPLETE"] * 3 + ["FAIL"]


def problems(path: Path) -> list[str]:
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
    lines = {line.strip(): number for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)}
    expected = {
        "metric: test_macro_f1": "metric: 'test_macro_f1': not measured on the validation split; what is chosen on ",
        "- -1": "grid.training.learning_rate.1: -1: too small; a number of more than 0 is allowed",
        "- fast": "grid.training.learning_rate.2: 'fast': this is text; a number is allowed",
        "- 0.0001": "grid.training.learning_rate.3: 0.0001: stands in the list already",  # the last line of the two
        "model.clasifier_dropout:": "grid.model.clasifier_dropout: [0.1, 0.2]: unknown key. Did you mean",
        "- 1.5": "grid.model.classifier_dropout.1: 1.5: too large; a number of less than 1 is allowed",
        "data.max_tokens: []": "grid.data.max_tokens: []: there is no value to try",
        "output_dir:": "grid.output_dir: cannot be tried. Delete it: every trial has a folder of its own",
        "- encoder: true": "grid.model.freeze.0: a list or section; single values can be tried",
    }
    found = problems(path)
    assert len(found) == len(expected)
    for (line, message), problem in zip(expected.items(), found, strict=True):
        assert problem.startswith(f"wrong.yaml:{lines[line]}: {message}"), problem
    assert main_exit("check", path) == main_exit("run", path) == 2
    assert not (searches.folder / "wrong").exists()


def main_exit(command: str, path: Path) -> int:
    with pytest.raises(SystemExit) as left:
        main([command, str(path)])
    return left.value.code


def test_values_that_do_not_go_together_are_told_with_an_example(searches):
    tried = searches.classifier("tried", global_batch_size=16)
    grid = {"training.per_device_train_batch_size": [8, 32], "model.pooling": ["cls", "mean"]}
    [problem] = problems(searches.search("clash", tried, grid=grid))
    assert problem.startswith("clash-tried.yaml:")
    words = "--training.per_device_train_batch_size=32 --model.pooling=cls"
    assert (
        f"not divisible by per_device_train_batch_size 32 x 1 process = 32 (in 2 of 4 trials, such as {words}"
        in problem
    )


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"metric": "accuracy"}, "metric: 'accuracy': not measured on the validation split"),
        ({"metric": "eval_makro_f1"}, "does not measure it. Did you mean `eval_macro_f1`?"),
        ({"metric": "eval_loss"}, "eval_loss is better lower. Write `direction: minimize`"),
        ({"grid": {"training.eval_strategy": ["no", "epoch"]}}, "grid.training.eval_strategy.0: 'no': nothing is meas"),
        ({"recipe": "nowhere.yaml"}, "recipe: 'nowhere.yaml': no such recipe"),
        ({"seeds": [0, 1]}, "seeds: [0, 1]: a search is not repeated"),
        ({"grid": {"training.learning_rate": [n / 1e5 for n in range(1, 1002)]}}, "more than 1000 combinations"),
    ],
)
def test_mistakes_of_the_search_itself(searches, keys, message):
    [problem] = problems(searches.search("mistaken", **keys))
    assert message in problem


def test_only_a_training_is_searched(searches):
    tokens = {"task": "tokenizer", "output_dir": "tokens", "data": {"path": str(searches.data.folder)}}
    [problem] = problems(searches.search("tokens", tokens, grid={"vocab_size": [100, 200]}))
    assert "tokens-tried.yaml': task tokenizer trains nothing that a search could compare" in problem


def test_check_prints_trials_and_the_plan_of_one(searches, capsys):
    assert main(["check", str(searches.search("planned"))]) == 0
    printed = capsys.readouterr().out
    assert "\n  trials   4: 2 x 2; each a run of " in printed
    assert "\n  tries    training.learning_rate: 0.0001, 0.05\n" in printed
    assert "One trial: --training.learning_rate=0.0001 --model.classification_temperature=0.5\n" in printed
    assert "\n  steps        6 (max_steps)\n" in printed
    assert "\nExamples (" in printed


def test_without_optuna_check_warns_and_a_run_stops(searches, monkeypatch, capsys):
    monkeypatch.setattr("medtune.tasks.search.find_spec", lambda name: None)
    path = searches.search("bare")
    assert main(["check", str(path)]) == 0
    assert "needs Optuna, which is not installed. Install it: pip install 'medtune[search]'" in capsys.readouterr().out
    assert main_exit("run", path) == 2
    assert "needs Optuna" in capsys.readouterr().err
    assert not (searches.folder / "bare").exists()


def test_inputs_are_those_of_all_trials(searches):
    tried = searches.classifier("tried")
    tried["model"]["encoder"] = "someone/bert"
    path = searches.search("inputs", tried, grid={"model.encoder": ["someone/bert", "other/bert"]})
    names = {item.name for item in load_task("search").inputs(load_checked(path))}
    assert names == {"someone/bert", "other/bert", searches.tokenizer, str(searches.data.folder)}


def test_a_search_is_a_step_of_a_pipeline(searches, capsys):
    folder = searches.folder
    tokens = {"task": "tokenizer", "output_dir": str(folder / "made"), "data": {"path": str(searches.data.folder)}}
    tried = searches.classifier("tried", training={"max_steps": 1})
    tried["model"]["tokenizer"] = str(folder / "made")
    search = searches.search("step", tried, grid={"model.classifier_dropout": [0.0, 0.1]})
    steps = [searches.write(tokens, "tokens.yaml").name, search.name]
    path = searches.write({"task": "pipeline", "output_dir": str(folder / "steps"), "steps": steps}, "steps.yaml")
    assert [item.name for item in load_task("pipeline").inputs(load_checked(path))] == [str(searches.data.folder)]
    assert main(["check", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "Step 2 of 2: search\n  trials   2: 2; each a run of" in printed
    assert "(made by step 1, tokenizer)" in printed
    metrics = execute(load_checked(path))
    assert metrics["step"]["trials"] == 2
    assert execute(load_checked(path)) == metrics
    copies = [file.name for file in with_steps(path)]
    assert copies == ["steps.yaml", "tokens.yaml", "step.yaml", "step-tried.yaml"]


def test_metrics_of_a_task_are_those_that_it_reports(found):
    folder, _ = found
    timing = {"runtime", "samples_per_second", "steps_per_second"}
    for measured in trial_metrics(folder).values():
        reported = {name.removeprefix("eval_") for name in measured if name.startswith("eval_")}
        assert set(load_task("classification").METRICS) == reported - timing
