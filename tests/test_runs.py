"""What a run's folder promises, with a task that only counts how often it is run."""

import json
from types import SimpleNamespace

import pytest

from medtune import runs
from medtune.recipe.errors import RecipeError
from medtune.recipe.inputs import Input
from medtune.recipe.schema import Recipe, TrainingRecipe


class FakeTask(SimpleNamespace):
    """Counts its runs, and can be told to die in the next one."""

    def __init__(self, read=(), **attributes):
        super().__init__(runs=[], dies=False, read=list(read), **attributes)

    def inputs(self, recipe):
        return [Input("data.path", str(path), "file") for path in self.read]

    def run(self, recipe, output_dir):
        self.runs.append((recipe.seed, str(output_dir)))
        (output_dir / runs.CACHE).mkdir(exist_ok=True)
        if self.dies:
            self.dies = False
            raise KeyboardInterrupt
        (output_dir / "model.txt").write_text(str(recipe.seed))
        return {"accuracy": recipe.seed / 10, "rows": 7, "signature": "text"}


@pytest.fixture
def task(monkeypatch):
    fake = FakeTask()
    monkeypatch.setattr(runs, "load_task", lambda name: fake)
    return fake


@pytest.fixture
def recipe(tmp_path):
    def make(**keys):
        return Recipe.model_validate({"task": "fake", "output_dir": str(tmp_path / "run"), **keys})

    return make


def test_run_leaves_what_its_reader_needs(task, recipe, tmp_path):
    assert runs.execute(recipe()) == {"accuracy": 4.2, "rows": 7, "signature": "text"}
    state = runs.read_json(tmp_path / "run" / "run.json")
    assert state["status"] == "finished"
    assert state["recipe"]["seed"] == 42
    assert state["versions"].keys() >= {"python", "medtune", "torch", "transformers", "datasets"}
    assert runs.read_json(tmp_path / "run" / "metrics.json")["accuracy"] == 4.2
    assert "seed: 42" in (tmp_path / "run" / "recipe.yaml").read_text()
    assert not (tmp_path / "run" / runs.CACHE).exists()


def test_run_says_what_it_reads_from_bin_files(task, recipe, tmp_path, capsys, monkeypatch):
    (tmp_path / "old").mkdir()
    (tmp_path / "old/pytorch_model.bin").touch()
    base = Input("model.encoder", str(tmp_path / "old"), "model")
    monkeypatch.setattr(task, "inputs", lambda _: [base])
    runs.execute(recipe())
    said = f"note: model.encoder: {base.name} is read from pytorch_model.bin as weights alone"
    assert capsys.readouterr().out.count(said) == 1
    runs.execute(recipe())  # finished: nothing is read
    assert "note:" not in capsys.readouterr().out

    late = tmp_path / "late"  # such as a download
    monkeypatch.setattr(task, "inputs", lambda _: [base, Input("model.decoder", str(late), "model")])
    monkeypatch.setattr(task, "run", lambda *_: (late.mkdir(), (late / "pytorch_model.bin").touch()) and {"rows": 1})
    runs.execute(recipe(), overwrite=True)
    notes = [line.split(" is read")[0] for line in capsys.readouterr().out.splitlines() if line.startswith("note:")]
    assert notes == [f"note: model.encoder: {base.name}", f"note: model.decoder: {late}"]


def test_finished_run_is_not_repeated(task, recipe, capsys):
    first = runs.execute(recipe())
    assert runs.execute(recipe()) == first
    assert len(task.runs) == 1
    assert "holds this run, finished; --overwrite repeats it" in capsys.readouterr().out


def test_unfinished_run_is_continued_with_what_it_left(task, recipe, tmp_path):
    task.dies = True
    with pytest.raises(KeyboardInterrupt):
        runs.execute(recipe())
    assert runs.read_json(tmp_path / "run" / "run.json")["status"] == "unfinished"
    (tmp_path / "run" / "checkpoint-1").mkdir()
    runs.execute(recipe())
    assert len(task.runs) == 2
    assert (tmp_path / "run" / "checkpoint-1").is_dir()


@pytest.mark.parametrize("dies", [False, True])
def test_other_recipe_in_the_same_folder_is_an_error_naming_the_keys(task, recipe, tmp_path, dies):
    task.dies = dies
    try:
        runs.execute(recipe())
    except KeyboardInterrupt:
        assert dies
    status = "unfinished" if dies else "finished"
    with pytest.raises(RecipeError, match=rf"holds a run \({status}\) that differs in seed") as caught:
        runs.execute(recipe(seed=7))
    assert "--overwrite" in str(caught.value)
    assert len(task.runs) == 1


def test_overwrite_starts_afresh(task, recipe, tmp_path):
    runs.execute(recipe())
    (tmp_path / "run" / "old.txt").touch()
    assert runs.execute(recipe(seed=7), overwrite=True)["accuracy"] == 0.7
    assert not (tmp_path / "run" / "old.txt").exists()
    assert len(task.runs) == 2


@pytest.mark.parametrize("overwrite", [False, True])
def test_folder_with_foreign_files_is_refused_and_left_alone(task, recipe, tmp_path, overwrite):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "thesis.docx").write_text("years of work")
    with pytest.raises(RecipeError, match="the folder holds files that are no run of medtune"):
        runs.execute(recipe(), overwrite=overwrite)
    assert (tmp_path / "run" / "thesis.docx").read_text() == "years of work"
    assert task.runs == []


def test_changed_input_is_another_run(task, recipe, tmp_path):
    task.read.append(tmp_path / "rows.txt")
    (tmp_path / "rows.txt").write_text("a")
    runs.execute(recipe())
    (tmp_path / "rows.txt").write_text("b")
    with pytest.raises(RecipeError, match="that differs in the contents of its inputs"):
        runs.execute(recipe())


def test_seeds_are_runs_of_their_own_with_mean_and_spread(task, recipe, tmp_path, capsys):
    summary = runs.execute(recipe(seeds=[0, 1, 5]))
    folders = [str(tmp_path / "run" / f"seed-{seed}") for seed in (0, 1, 5)]
    assert task.runs == list(zip((0, 1, 5), folders, strict=True))
    # Values 0, .1, .5: mean .2, sample variance (.04 + .01 + .09) / 2 = .07.
    assert summary["accuracy"] == {
        "mean": pytest.approx(0.2),
        "standard_deviation": pytest.approx(0.07**0.5),
        "values": [0.0, 0.1, 0.5],
    }
    assert summary["rows"] == {"mean": 7.0, "standard_deviation": 0.0, "values": [7, 7, 7]}
    assert "signature" not in summary
    assert runs.read_json(tmp_path / "run" / "metrics.json") == summary
    assert "0.2 ± 0.2646" in capsys.readouterr().out


def test_interrupted_seeds_go_on_with_the_unfinished_one(task, recipe):
    runs.execute(recipe(seeds=[0, 1]))
    task.runs.clear()
    runs.execute(recipe(seeds=[0, 1, 2]))  # a further seed costs one run
    assert [seed for seed, _ in task.runs] == [2]


def test_one_seed_has_no_spread():
    assert runs.spread([{"a": 0.5}]) == {"a": {"mean": 0.5, "standard_deviation": 0.0, "values": [0.5]}}


def test_spread_is_over_what_all_runs_report():
    assert runs.spread([{"a": 1, "b": 2}, {"a": 3}]).keys() == {"a"}


def test_differences_are_dotted_keys():
    before = {"seed": 1, "data": {"path": "a", "max_tokens": 5}, "gone": 1, "list": [1]}
    after = {"seed": 1, "data": {"path": "b", "max_tokens": 5}, "new": 2, "list": [2]}
    assert runs.differences(before, after) == ["data.path", "gone", "list", "new"]


class TestFingerprint:
    def test_hub_id_stands_for_itself(self):
        assert runs.fingerprint("someone/model") == "someone/model"

    def test_follows_contents_not_place(self, tmp_path):
        for name, text in (("a", "1"), ("b", "1"), ("c", "2")):
            (tmp_path / name).mkdir()
            (tmp_path / name / "rows").write_text(text)
        a, b, c = (runs.fingerprint(str(tmp_path / name)) for name in "abc")
        assert a == b != c
        assert runs.fingerprint(str(tmp_path / "a" / "rows")) == a

    def test_tells_files_apart_by_name(self, tmp_path):
        for name in "ab":
            (tmp_path / name).mkdir()
            (tmp_path / name / f"{name}.txt").write_text("same")
        assert runs.fingerprint(str(tmp_path / "a")) != runs.fingerprint(str(tmp_path / "b"))

    @pytest.mark.parametrize("name", sorted(runs.REPORTS))
    def test_ignores_what_a_run_reports_of_itself(self, tmp_path, name):
        (tmp_path / "model").write_text("weights")
        before = runs.fingerprint(str(tmp_path))
        (tmp_path / name).write_text("seconds: 3")
        assert runs.fingerprint(str(tmp_path)) == before

    def test_sees_the_runs_of_all_seeds(self, tmp_path):
        (tmp_path / "seed-0").mkdir()
        (tmp_path / "seed-0" / "model").write_text("old")
        before = runs.fingerprint(str(tmp_path))
        (tmp_path / "seed-0" / "model").write_text("new")
        assert runs.fingerprint(str(tmp_path)) != before

    def test_sees_folders_within_but_no_plots_and_no_checkpoints_on_the_way(self, tmp_path):
        for name in ("decoder_tokenizer", "plots", "checkpoint-5", "cache"):
            (tmp_path / name).mkdir()
        before = runs.fingerprint(str(tmp_path))
        for name in ("plots", "checkpoint-5", "cache"):
            (tmp_path / name / "file").write_text("new")
        assert runs.fingerprint(str(tmp_path)) == before
        (tmp_path / "decoder_tokenizer" / "tokenizer.json").write_text("new")
        assert runs.fingerprint(str(tmp_path)) != before


def test_finished_run_is_published_once_and_again_only_if_that_failed(task, monkeypatch, tmp_path):
    calls = []

    def push(folder, repository, private):
        calls.append((folder.name, repository, private))
        if len(calls) == 1:
            raise OSError("no network")
        return "https://example.org/user/name"

    monkeypatch.setattr("medtune.hub.push.push", push)
    monkeypatch.setattr("medtune.hub.card.write_card", lambda folder: folder / "README.md")
    recipe = TrainingRecipe(task="fake", output_dir=str(tmp_path / "run"), hub={"repository": "user/name"})
    with pytest.raises(OSError, match="no network"):
        runs.execute(recipe)
    assert runs.read_json(tmp_path / "run" / "run.json")["status"] == "finished"
    for _ in range(2):
        runs.execute(recipe)
    assert calls == [("run", "user/name", True)] * 2
    assert len(task.runs) == 1
    assert runs.read_json(tmp_path / "run" / "run.json")["published"] == "https://example.org/user/name"


def test_json_is_whole_or_absent(tmp_path):
    runs.write_json(tmp_path / "deep" / "a.json", {"科": 1})
    with pytest.raises(TypeError):
        runs.write_json(tmp_path / "deep" / "a.json", {"科": object()})
    assert runs.read_json(tmp_path / "deep" / "a.json") == {"科": 1}
    assert json.loads((tmp_path / "deep" / "a.json").read_text("utf-8")) == {"科": 1}
