import pytest

from medtune.recipe.check import check
from medtune.recipe.errors import RecipeError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_right_recipe_is_printed_resolved_with_what_is_to_supply(write, folder, capsys):
    path = write("task: toy\noutput_dir: x\ndata: {}\nmodel: {name: user/bert}\n", name="t.yaml")
    check(path.name, ["--training.learning_rate=2e-5"])
    printed = capsys.readouterr().out
    assert printed.startswith("t.yaml: valid (task toy)\n\nResolved recipe\n  task: toy\n  output_dir: x\n  seed: 42\n")
    assert "    learning_rate: 2.0e-05\n" in printed
    assert "\nTo supply\n  data.path: prepared does not exist (file; a relative path" in printed
    assert "\n  model.name: user/bert is no path here and not in the local Hub cache" in printed


def test_ready_fails_on_what_is_missing(write, folder):
    path = write("task: toy\noutput_dir: x\ndata: {}\n")
    with pytest.raises(FileNotFoundError, match=r"not ready:\n  data.path: prepared does not exist"):
        check(path, ready=True)
    (folder / "prepared").touch()
    check(path, ready=True)


def test_mistakes_that_only_the_task_sees_have_their_line(write, folder):
    path = write("task: toy\noutput_dir: x\ndata: {}\ntraining: {fp16: true, bf16: true}\n")
    with pytest.raises(RecipeError, match=rf"{path}:6: training.fp16: True: cannot stand beside `bf16: true`"):
        check(path)


def test_what_this_machine_cannot_do_is_a_warning(write, folder, monkeypatch, capsys):
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.accelerator, "is_available", lambda: False)
    check(write("task: toy\noutput_dir: x\ndata: {}\ntraining: {bf16: true}\n"))
    assert "\nWarnings\n" in capsys.readouterr().out


def test_a_model_is_more_than_its_configuration(write, folder, capsys):
    path = write("task: toy\noutput_dir: x\ndata: {}\nmodel: {name: bert}\n")
    for name in ("prepared", "bert"):
        (folder / name).mkdir()
    (folder / "bert/config.json").touch()
    with pytest.raises(FileNotFoundError, match=r"model.name: bert holds a configuration .* looked for model\.safet"):
        check(path, ready=True)
    check(path)
    assert "\nTo supply\n  model.name: bert holds a configuration" in capsys.readouterr().out
    (folder / "bert/pytorch_model.bin").touch()
    check(path, ready=True)
    assert "\nNotices\n  model.name: bert is read from pytorch_model.bin as weights alone" in capsys.readouterr().out
