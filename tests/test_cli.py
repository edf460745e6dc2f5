import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

import medtune
from medtune.cli import main
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE

ROOT = Path(__file__).resolve().parents[1]
BODY = "task: prepare-data\noutput_dir: out\ndata:\n  sources:\n    - {source: synthetic, rows: 60}"


@pytest.fixture
def recipe(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data.yaml").write_text(f"# Data.\n{FIRST_STATEMENT}\n{BODY}\n{LAST_LINE}\n")
    return "data.yaml"


@pytest.fixture
def stand_in(monkeypatch):
    """Replace a module by one whose function notes how it is called."""

    def stand_in(module: str, function: str) -> list:
        calls = []
        fake = ModuleType(module)
        setattr(fake, function, lambda *args, **kwargs: calls.append((args, kwargs)))
        monkeypatch.setitem(sys.modules, module, fake)
        return calls

    return stand_in


def test_help_is_quick_and_imports_nothing_heavy():
    code = (
        "import sys, medtune.cli as c\n"
        "try: c.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'transformers', 'pydantic', 'yaml', 'numpy', 'pyarrow', 'huggingface_hub'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    seconds = []
    for _ in range(3):  # the quickest counts: this machine may be busy
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        seconds.append(time.perf_counter() - start)
        assert done.returncode == 0, done.stderr
    assert "check" in done.stdout
    assert min(seconds) < 0.5


def test_check_imports_nothing_heavy(recipe):
    code = (
        f"import sys, medtune.cli as c; c.main(['check', {recipe!r}])\n"
        "heavy = {'torch', 'transformers', 'datasets', 'sklearn', 'matplotlib'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    environment = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_version(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"medtune {medtune.__version__}\n"


def test_without_a_command_it_prints_help(capsys):
    assert main([]) == 0
    assert "usage: medtune" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--seed=3", "--ready"], ["--ready", "--seed", "3"]])
def test_check_takes_flags_and_overrides_in_any_order(recipe, capsys, words):
    assert main(["check", recipe, *words]) == 0
    assert "\n  seed: 3\n" in capsys.readouterr().out


def test_check_leaves_with_2_for_a_wrong_recipe(recipe, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", recipe, "--sed=-1"])
    assert caught.value.code == 2
    assert capsys.readouterr().err == "command line: sed: -1: unknown key. Did you mean `seed`?\n"


def test_check_leaves_with_0_for_what_is_missing_and_1_with_ready(recipe, capsys):
    words = ["check", recipe, "--data.sources=[{source: meddialog, path: raw.txt}]"]
    assert main(words) == 0
    assert "To supply\n  data.sources.0.path: raw.txt does not exist" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main([*words, "--ready"])
    assert caught.value.code == 1
    assert "error: not ready:\n  data.sources.0.path: raw.txt does not exist" in capsys.readouterr().err


def test_run(recipe, stand_in):
    calls = stand_in("medtune.runs", "execute")
    assert main(["run", "--overwrite", recipe, "--data.sources.0.rows", "80", "--seed=-0"]) == 0
    [((loaded,), options)] = calls
    assert (loaded.data.sources[0].rows, loaded.seed, options) == (80, 0, {"overwrite": True})


def test_predict(stand_in):
    calls = stand_in("medtune.evaluation.inference.predict", "predict_file")
    sys.modules["medtune.evaluation.inference.predict"].predict_text = None
    assert main(["predict", "model", "--input", "a.csv", "--output", "b.jsonl", "--batch-size", "4"]) == 0
    assert calls == [(("model", "a.csv", "b.jsonl"), {"batch_size": 4})]


def test_report(stand_in):
    calls = stand_in("medtune.evaluation.reports.report", "report")
    assert main(["report", "runs/a", "runs/b", "--to", "out", "--samples", "3"]) == 0
    assert calls == [((["runs/a", "runs/b"], "out", False, 0, 3), {})]


def test_recipes_are_listed_and_copied(tmp_path, capsys):
    assert main(["recipes"]) == 0
    assert "quickstart " in capsys.readouterr().out
    assert main(["recipes", "copy", "quickstart", str(tmp_path)]) == 0
    assert (tmp_path / "quickstart.yaml").is_file()
    (tmp_path / "quickstart.yaml").write_text("mine")
    with pytest.raises(SystemExit) as caught:
        main(["recipes", "copy", "quickstart", str(tmp_path)])
    assert caught.value.code == 1
    assert (tmp_path / "quickstart.yaml").read_text() == "mine"
    assert "there already, and different" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["recipes", "--seed=1"], "unrecognized arguments: --seed=1"),
        (["chek", "x"], "invalid choice: 'chek'"),
        (["report"], "the following arguments are required: RUN"),
        (["fetch", "x.yaml"], "the following arguments are required: --to"),
        (
            ["predict", "m", "--input", "a", "--output", "b", "--batch-size", "0"],
            "0 is too small; at least 1 is allowed",
        ),
    ],
)
def test_wrong_command_lines(words, message, capsys):
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err
