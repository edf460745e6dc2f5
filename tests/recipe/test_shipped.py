import pytest

from medtune.recipe import shipped
from medtune.recipe.errors import RecipeError
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of recipes: a pipeline of two steps, and a configuration of accelerate."""
    root = tmp_path / "recipes"
    bodies = {
        "both.yaml": "task: pipeline\noutput_dir: x\nsteps: [both/a.yaml, both/../b.yaml]",
        "both/a.yaml": "task: toy\noutput_dir: a",
        "b.yaml": "task: toy\noutput_dir: b",
    }
    for name, body in bodies.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"# What {name} does.\n{FIRST_STATEMENT}\n{body}\n{LAST_LINE}\n")
    (root / "accelerate").mkdir()
    (root / "accelerate" / "fsdp.yaml").write_text("distributed_type: FSDP\n")
    monkeypatch.setattr(shipped, "recipes_folder", lambda: root)
    return root


def test_the_list_has_one_line_for_each_recipe(folder, capsys):
    shipped.list_recipes()
    assert capsys.readouterr().out.splitlines() == [
        "b       What b.yaml does.",
        "both    What both.yaml does.",
        "both/a  What both/a.yaml does.",
    ]


def test_a_pipeline_is_copied_with_its_steps(folder, tmp_path):
    target = tmp_path / "mine"
    copies = shipped.copy_recipe("both", target)
    assert [path.relative_to(target).as_posix() for path in copies] == ["both.yaml", "both/a.yaml", "b.yaml"]
    assert (target / "both/a.yaml").read_bytes() == (folder / "both/a.yaml").read_bytes()


def test_nothing_is_overwritten(folder, tmp_path):
    (tmp_path / "b.yaml").write_text("mine")
    with pytest.raises(FileExistsError, match=r"there already, and different: \S*b.yaml; name another folder"):
        shipped.copy_recipe("both", tmp_path)
    assert not (tmp_path / "both.yaml").exists()


def test_a_step_that_another_pipeline_brought_is_not_in_the_way(folder, tmp_path):
    shipped.copy_recipe("b", tmp_path)
    shipped.copy_recipe("both", tmp_path)
    assert (tmp_path / "both/a.yaml").is_file()


def test_an_unknown_name(folder):
    with pytest.raises(RecipeError, match=r"no recipe is called 'bth'. Did you mean `both`\? `medtune recipes` lists"):
        shipped.copy_recipe("bth")
