import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medtune.recipe.errors import RecipeError
from medtune.recipe.loading import load_recipe
from medtune.recipe.overrides import Override, apply_override, parse_overrides
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump


def test_both_forms_typed_like_yaml():
    words = ["--a.b=1e-4", "--c", "true", "--d", "-1", "e=[x,2]", "--f=", "--g=no", "--h={k: 病}"]
    overrides, problems = parse_overrides(words)
    assert not problems
    assert {o.key: o.value for o in overrides} == {
        "a.b": 1e-4,
        "c": True,
        "d": -1,
        "e": ["x", 2],
        "f": None,
        "g": "no",
        "h": {"k": "病"},
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--seed"], "command line: `--seed` has no value. Write --seed=VALUE"),
        (["--seed", "--debug=1"], "`--seed` has no value"),
        (["seed"], "command line: `seed` is no override. Write --seed=VALUE"),
        (["--=3"], "`--=3` is no override. Write --section.key=VALUE"),
        (["-seed=3"], "`-seed=3` is no override. Write --seed=VALUE"),
        (["--a=[1"], "command line: a: '[1': not valid YAML"),
        (["--a='''x'''"], "a: \"'''x'''\": three single quotes"),
    ],
)
def test_words_that_are_no_override(words, message):
    problems = parse_overrides(words)[1]
    assert message in str(problems[0])


def test_overrides_reach_lists_and_make_sections():
    data = {"sources": [{"path": "a"}], "hub": None}
    for key, value in (("sources.0.path", "b"), ("hub.repository", "u/n"), ("new.deep.key", 1)):
        assert apply_override(data, Override(key, value)) is None
    assert data == {"sources": [{"path": "b"}], "hub": {"repository": "u/n"}, "new": {"deep": {"key": 1}}}


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("seed.x", "seed.x: 1: `seed` is no section or list that holds `x`"),
        ("list.5", "list.5: 1: the list has 1 items, numbered from 0; there is no item `5`"),
        ("list.x.y", "`list.x` is no section"),
    ],
)
def test_overrides_that_reach_nothing(key, message):
    assert message in str(apply_override({"seed": 3, "list": [0]}, Override(key, 1)))


def test_overrides_change_the_recipe_and_are_blamed_for_their_mistakes(write, wrong):
    recipe = load_recipe(write(), ["--training.learning_rate", "2e-5", "--seed=1", "--seed=2", "--data.max_tokens=64"])
    assert (recipe.training["learning_rate"], recipe.seed, recipe.data.max_tokens) == (2e-5, 2, 64)
    assert wrong("task: toy\noutput_dir: x\ndata: {}\n", "--training.lerning_rate=1", "--data.max_tokens=1", "--x") == [
        "command line: `--x` has no value. Write --x=VALUE",
        "command line: data.max_tokens: 1: too small; a number of at least 8 is allowed",
        "command line: training.lerning_rate: 1: unknown key. Did you mean `learning_rate`?",
    ]


BODY = "task: toy\noutput_dir: x\ndata:\n  sources:\n    - {kind: csv, path: x}"
KEYS = ["task", "output_dir", "seed", "seeds", "data", "data.shares", "data.names", "data.sources", "data.sources.0"]
KEYS += ["model", "model.name", "hub", "hub.private", "global_batch_size", "training", "training.max_steps"]
KEYS += ["training.report_to", "training.learning_rate", "training.eval_strategy", "training.fsdp", "training.new"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8")),
    lambda children: st.lists(children, max_size=3),
    max_leaves=5,
)
WILD = st.recursive(
    VALUES | st.floats() | st.sampled_from(["csv", "hub", "no", "cls", "u/n"]),
    lambda children: st.dictionaries(st.sampled_from(["kind", "path", "name", "split", "x"]), children),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KEYS), WILD), max_size=4))
def test_any_value_anywhere_is_valid_or_a_recipe_error(tmp_path_factory, changes):
    path = tmp_path_factory.mktemp("any") / "any.yaml"
    path.write_text(f"{FIRST_STATEMENT}\n{BODY}\n{LAST_LINE}\n", "utf-8")
    try:
        load_recipe(path, [f"--{key}={dump(value)}" for key, value in changes])
    except RecipeError as error:
        assert str(error)  # noqa: PT017 - either outcome is right


@settings(max_examples=100, deadline=None)
@given(VALUES.filter(lambda value: "'''" not in dump(value)), st.booleans())
def test_an_override_round_trips(value, separate):
    text = dump(value)
    words = ["--a.b", text] if separate and not text.startswith("--") else [f"--a.b={text}"]
    overrides, problems = parse_overrides(words)
    assert not problems
    data = {}
    apply_override(data, overrides[0])
    assert data == {"a": {"b": value}}
