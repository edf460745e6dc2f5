import ast
import re
import runpy
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from medtune.recipe.errors import RecipeError
from medtune.recipe.loading import dump_recipe, load_recipe
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump, parse

MINIMAL = "task: toy\noutput_dir: runs/toy\ndata:\n  path: prepared\n"


def test_a_right_recipe_becomes_the_tasks_object(write):
    recipe = load_recipe(write(MINIMAL + "seeds: [0, 1]\ntraining:\n  learning_rate: 2e-5\n  eval_strategy: no\n"))
    assert type(recipe).__name__ == "ToyRecipe"
    assert recipe.seeds == [0, 1]
    assert recipe.training == {"learning_rate": 2e-5, "eval_strategy": "no"}
    assert recipe.data.shares == (0.1, 0.1)
    assert recipe.path.endswith("toy.yaml")


def test_problems_of_a_task_get_their_place(write):
    path = write(MINIMAL)
    recipe = load_recipe(path, ["--seed=3"])
    assert (
        str(recipe.problem("data.path", "is empty", "Fill it", "x")) == f"{path}:6: data.path: 'x': is empty. Fill it"
    )
    assert str(recipe.problem("data.max_tokens", "m")) == f"{path}:5: data.max_tokens: m"
    assert str(recipe.problem("seed", "m")) == "command line: seed: m"
    assert str(recipe.problem("model", "m")) == f"{path}:1: model: m"
    assert recipe.model_copy(update={"seed": 5}).problem("data", "m").line == 5


def test_contradictions_are_reported_beside_other_mistakes(wrong):
    body = MINIMAL + "global_batch_size: 9\nsede: 1\ntraining:\n  weight_decay: -1\n  fp16: true\n  bf16: true\n"
    assert [problem.split(":")[2].strip() for problem in wrong(body)] == [
        "global_batch_size",
        "sede",
        "training.weight_decay",
        "training.fp16",
    ]


@pytest.mark.parametrize("given", ["eval_strategyy: epoch", "evaluation_strategy: epoch", "eval_strategy: epochs"])
def test_what_a_wrong_key_may_have_meant_contradicts_nothing(wrong, given):
    (problem,) = wrong(MINIMAL + f"training: {{{given}, save_strategy: epoch, load_best_model_at_end: true}}")
    assert given.partition(":")[0] in problem


def test_a_list_without_launch_lines_is_told_all_of_it(tmp_path):
    path = tmp_path / "list.yaml"
    path.write_text("- task: toy\n")
    with pytest.raises(RecipeError) as caught:
        load_recipe(path)
    messages = ["first statement does not launch", "last line does not end", "the recipe is a list; it must be keys"]
    assert all(part in str(caught.value) for part in messages)


def test_a_section_that_only_the_command_line_has_made_is_from_there(wrong):
    assert wrong(MINIMAL, "--lora.rank=3")[0].startswith("command line: lora: unknown key")


def test_all_mistakes_are_reported_together_in_the_order_of_the_file(wrong):
    problems = wrong(
        """
task: toy
output_dir: 7
seed: -1
sede: 3
data:
  path: a
  path: b
  max_tokens: "8"
  shares: [0.1]
model:
  poling: cls
  pooling: man
  dropout: 1.0
training:
  learning_rate: -1
"""
    )
    assert problems == [
        "toy.yaml:4: output_dir: 7: this is a whole number; text is allowed",
        "toy.yaml:5: seed: -1: too small; a number of at least 0 is allowed",
        "toy.yaml:6: sede: 3: unknown key. Did you mean `seed`?",
        "toy.yaml:9: data.path: is given twice, first on line 8. Delete one of the two",
        "toy.yaml:10: data.max_tokens: '8': this is text; a whole number is allowed. Remove the quotes",
        "toy.yaml:11: data.shares.1: is missing",
        "toy.yaml:13: model.poling: 'cls': unknown key. Did you mean `pooling`?",
        "toy.yaml:14: model.pooling: 'man': not one of the choices; cls or mean is allowed. Did you mean `mean`?",
        "toy.yaml:15: model.dropout: 1.0: too large; a number of less than 1 is allowed",
        "toy.yaml:17: training.learning_rate: -1: too small; a number of more than 0 is allowed",
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("output_dir: x", r"task: is missing. Add `task`. Tasks are .*toy"),
        ("task: tyo\noutput_dir: x", r"toy.yaml:3: task: 'tyo': no such task. Did you mean `toy`\? Tasks are "),
        ("task: [toy]\noutput_dir: x", r"task: \['toy'\]: no such task"),
        ("task: toy\noutput_dir: x", r"toy.yaml:1: data: is missing. Add `data`, a section"),
        ("task: toy\ndata: {}", r"output_dir: is missing. Add `output_dir`, text"),
        (MINIMAL + "path: x", r"path: 'x': unknown key here. It belongs in the section `data`"),
        (MINIMAL + "learning_rate: 0.1", r"learning_rate: 0.1: unknown key"),
        (MINIMAL + "seeds: []", r"seeds: \[\]: too short; a list of at least 1 is allowed"),
        (MINIMAL + "seeds: [1, 1]", r"seeds: \[1, 1\]: a seed is given twice"),
        (MINIMAL + "model: bert", r"model: 'bert': this is text; a section .* is allowed"),
        (MINIMAL + "model:\n  name: 3", r"model.name: 3: .* text or a mapping of keys to values is allowed"),
        (MINIMAL + "model:\n  dropout: .nan", r"model.dropout: nan: .* a finite number is allowed"),
        (MINIMAL + "model:\n  dropout: yes", r"model.dropout: 'yes': this is text; a number is allowed"),
        (MINIMAL + "seed: 1.0", r"seed: 1.0: this is a number; a whole number is allowed. Write 1"),
        (MINIMAL + "on: 3", r"toy.yaml:7: on: YAML reads this key as True, not as text. Write \"on\" in quotes"),
        (MINIMAL + "  names: {1: a}", r"data.names.1: YAML reads this key as 1"),
        (MINIMAL + "  names: {2024-01-01: a}", r"YAML reads this key as datetime.date"),
        (MINIMAL + "? [a]\n: b", r"a key must be text, not a list or a mapping"),
        (MINIMAL + "training:\n  <<: {a: 1}", r"merge keys \(`<<`\) are not allowed"),
        (MINIMAL + "model: &m\n  pooling: cls\nhub: *m", r"toy.yaml:9: not valid YAML: aliases are not"),
        (MINIMAL + "seed: !!python/name:os.system x", r"toy.yaml:7: seed: the tag .* cannot be used here"),
        (MINIMAL + "  sources: !!python/object/apply:os.system [x]", r"toy.yaml:7: data.sources: the tag !!python/obj"),
        (MINIMAL + "model:\n\tname: x", r"toy.yaml:8: not valid YAML: .* Write spaces instead"),
        (MINIMAL + "model:\n  name: a: b", r"toy.yaml:8: not valid YAML: mapping values .* put text that"),
        (MINIMAL + "model: [1, 2", r"not valid YAML: "),
        (MINIMAL + "  names: {a: 科, a: 室}", r"data.names.a: is given twice, first on line 7"),
        ("- task: toy", r"toy.yaml:3: not valid YAML: .* A recipe is keys with values, .* and no list"),
        ("", r"task: is missing"),
        (MINIMAL + "---\nseed: 1", r"toy.yaml:7: `---` at the start of a line splits the YAML into two documents"),
        (
            MINIMAL + "hub:\n  repository: u/n # '''",
            r"toy.yaml:8: three single quotes \('''\) end the Python string",
        ),
        ("task: " + "[\n" * 2000, r"nested too deeply"),
    ],
)
def test_each_mistake_has_its_message(wrong, body, message):
    problems = wrong(body)
    assert len(problems) == 1 or "missing" in message, problems
    assert any(re.search(message, problem) for problem in problems), problems


def test_an_error_in_one_kind_of_source_names_only_that_kind(wrong):
    problems = wrong(MINIMAL + "  sources:\n    - kind: hub\n      path: x\n      name: user/data\n")
    assert problems == ["toy.yaml:9: data.sources.0.path: 'x': unknown key. Known keys here: kind, name, split"]


@pytest.mark.parametrize("name", ["hub_token", "token", "HF_TOKEN", "wandb_api_key"])
def test_secrets_are_refused_and_not_printed(wrong, name):
    secret = "hf_" + "A1b2C3d4E5" * 3
    problems = wrong(MINIMAL + f"training:\n  {name}: {secret}\nhub:\n  repository: {secret}\n")
    assert problems == [
        f"toy.yaml:8: training.{name}: a recipe must not hold a secret. "
        "Delete it; run `hf auth login` once, or set HF_TOKEN in the environment",
        "toy.yaml:10: hub.repository: this looks like an access token, which a recipe must not hold. "
        "Delete it; run `hf auth login` once, or set HF_TOKEN in the environment",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MINIMAL + LAST_LINE, "toy.yaml:1: the first statement does not launch the recipe. Write as the first line"),
        (f"{FIRST_STATEMENT}\n{MINIMAL}", "toy.yaml:5: the last line does not end the Python string. Write as"),
        (f"{FIRST_STATEMENT.replace('r', 'R', 1)}\n{MINIMAL}{LAST_LINE}", "the first statement"),
        (f"{FIRST_STATEMENT}\n{MINIMAL}# it ends ''' here\n{LAST_LINE}", "toy.yaml:6: three single quotes"),
        ("\n  \n", "toy.yaml: the file is empty. `medtune recipes copy NAME` writes out a recipe"),
        ("# only a comment", "does not launch"),
        (f"{FIRST_STATEMENT}\n{MINIMAL}seed: \x01\n{LAST_LINE}", "toy.yaml:6: the character '\\x01' is"),
    ],
)
def test_text_that_cannot_launch(tmp_path, text, message):
    path = tmp_path / "toy.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecipeError) as caught:
        load_recipe(path)
    assert message in str(caught.value)


def test_files_that_are_no_text(tmp_path):
    with pytest.raises(RecipeError, match=r"nothing.yaml: no such recipe. `medtune recipes` lists"):
        load_recipe(tmp_path / "nothing.yaml")
    with pytest.raises(RecipeError, match="this is a folder"):
        load_recipe(tmp_path)
    (tmp_path / "gbk.yaml").write_bytes("task: toy\n# 心内科".encode("gbk"))
    with pytest.raises(RecipeError, match=r"gbk.yaml:2: not UTF-8 text. Save the file as UTF-8"):
        load_recipe(tmp_path / "gbk.yaml")


def test_windows_line_ends_byte_order_mark_and_comments_before_the_launch_line(write):
    path = write(MINIMAL)
    path.write_bytes(b"\xef\xbb\xbf# one\r\n\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_recipe(path).output_dir == "runs/toy"
    ast.parse(path.read_bytes())


def test_a_worker_that_imports_the_recipe_does_not_launch_it(write):
    assert runpy.run_path(str(write(MINIMAL)), run_name="__mp_main__")["__name__"] == "__mp_main__"


def test_a_dumped_recipe_is_the_same_recipe_and_launches_itself(write, tmp_path):
    recipe = load_recipe(write(MINIMAL + "  names: {'on': \"''x\", b: '2e-5', c: '---', d: no}\n"))
    path = tmp_path / "dumped.yaml"
    path.write_text(dump_recipe(recipe), encoding="utf-8")
    assert load_recipe(path).model_dump() == recipe.model_dump()
    ast.parse(path.read_text(encoding="utf-8"))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8")),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text("é病_-", min_size=1), children),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(VALUES)
def test_dump_and_parse_are_inverse_and_agree_with_yaml_1_1(value):
    text = dump(value)
    assert parse(text).data == value
    assert yaml.safe_load(text) == value
    assert not parse(text).problems


LINES = st.lists(
    st.sampled_from(
        [
            "task: toy",
            "output_dir: x",
            "data:",
            "  path: y",
            "training:",
            "  bf16: true",
            "- a",
            "a: [",
            "]",
            "'''",
            "---",
            "&a *a",
            "? b",
            "seed: on",
            "\t",
            '"',
            "# '''",
            FIRST_STATEMENT,
            "model: {}",
        ]
    )
    | st.text(max_size=20),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(LINES, st.booleans())
def test_any_text_is_a_recipe_or_a_recipe_error(tmp_path_factory, lines, framed):
    text = "\n".join([FIRST_STATEMENT, *lines, LAST_LINE] if framed else lines)
    path: Path = tmp_path_factory.mktemp("any") / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load_recipe(path)
    except RecipeError as error:
        found = error.problems
    else:
        found = None
    assert found is None or (found and all(problem.file for problem in found))
    if found is None:
        ast.parse(path.read_bytes())


def test_an_unknown_kind_of_source_names_the_kinds(wrong):
    assert wrong(MINIMAL + "  sources:\n    - {kind: cvs, path: x}\n") == [
        "toy.yaml:8: data.sources.0.kind: 'cvs': not one of the choices; csv or hub is allowed. Did you mean `csv`?"
    ]
