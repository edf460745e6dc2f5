from itertools import pairwise

import pytest

from medtune.ethics.order import rater_order


def test_the_same_order_again_and_another_one_for_others():
    items = {f"item{number}": f"question{number}" for number in range(50)}
    orders = [rater_order(items, seed, rater) for seed in (0, 1) for rater in (1, 2)]
    assert all(sorted(order) == sorted(items) for order in orders)
    assert len({tuple(order) for order in orders}) == 4
    assert rater_order(dict(reversed(items.items())), 0, 1) == orders[0]


def test_every_item_has_every_place_about_as_often():
    items = {name: name for name in "abcd"}
    places = [rater_order(items, 0, rater).index("a") for rater in range(4_000)]
    assert all(abs(places.count(place) - 1_000) < 5 * 28 for place in range(4))  # 5 standard deviations


@pytest.mark.parametrize("gap", [1, 7, 16])
def test_repeats_keep_their_distance(gap):
    items = {f"item{number}": f"question{number // 2}" for number in range(20)}
    repeats = {f"again{number}": f"item{number}" for number in range(5)} | {"third": "item0"}
    items |= {repeat: items[original] for repeat, original in repeats.items()}
    for rater in range(200):
        order = rater_order(items, 3, rater, repeats, gap)
        assert sorted(order) == sorted(items)
        assert all(order.index(repeat) - order.index(first) >= gap for repeat, first in repeats.items())


def test_too_few_items_for_the_distance():
    with pytest.raises(ValueError, match="at most 2 items is possible"):
        rater_order({"a": "a", "b": "b", "x": "a"}, 0, 1, {"x": "a"}, 3)
    assert rater_order({"a": "a", "b": "b", "x": "a"}, 0, 1, {"x": "a"}, 2) == ["a", "b", "x"]


def neighbours(order, items):
    return sum(items[one] == items[other] for one, other in pairwise(order))


@pytest.mark.parametrize("questions", [4, 10, 60])
def test_two_answers_to_one_question_do_not_follow_each_other(questions):
    items = {f"{question} {system}": question for question in map(str, range(questions)) for system in "abc"}
    repeats = {f"again {question}": f"{question} a" for question in map(str, range(questions // 4))}
    items |= {repeat: items[original] for repeat, original in repeats.items()}
    orders = [rater_order(items, 0, rater, repeats, questions // 2) for rater in range(50)]
    assert [neighbours(order, items) for order in orders] == [0] * 50


def test_where_they_cannot_be_parted_they_follow_each_other():
    assert neighbours(rater_order(items := dict.fromkeys("abc", "one") | {"d": "two"}, 0, 1), items) >= 1
