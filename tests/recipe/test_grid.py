"""Points of a grid, and their way through the command line and back."""

import shlex

import pytest

from medtune.recipe.grid import command_line, overrides, points
from medtune.recipe.overrides import parse_overrides


def test_points_are_all_combinations_the_last_key_fastest():
    assert points({"b": [1, 2], "a": ["x", "y"]}) == [
        {"b": 1, "a": "x"},
        {"b": 1, "a": "y"},
        {"b": 2, "a": "x"},
        {"b": 2, "a": "y"},
    ]


@pytest.mark.parametrize(
    "value",
    [
        1e-5,
        2.5e-05,
        1e16,
        0.1 + 0.2,
        1,
        1.0,
        True,
        None,
        "linear",
        "1e5",
        "true",
        "",
        "a b",
        "it's",
        "someone/bert",
        "内科",
    ],
)
def test_a_value_is_the_same_after_the_command_line(value):
    words = shlex.split(command_line({"training.key": value}))
    assert words == overrides({"training.key": value})
    [change], wrong = parse_overrides(words)
    assert not wrong
    assert (change.key, change.value, type(change.value)) == ("training.key", value, type(value))
