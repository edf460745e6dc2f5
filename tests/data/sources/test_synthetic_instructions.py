import pytest

from medtune.data.sources import read_source


def rows(kind, count=200, seed=0):
    return list(read_source({"source": "synthetic_instructions", "kind": kind, "rows": count, "seed": seed}))


@pytest.mark.parametrize("kind", ["general", "medical"])
def test_rows_are_the_same_for_a_seed_and_alternate_in_language(kind):
    assert rows(kind, 20) == rows(kind, 200)[:20]
    assert [row.reply for row in rows(kind, 20, seed=1)] != [row.reply for row in rows(kind, 20)]
    assert [row.language for row in rows(kind, 4)] == ["en", "zh", "en", "zh"]
    assert len({row.id for row in rows(kind)}) == 200


@pytest.mark.parametrize("kind", ["general", "medical"])
def test_nothing_is_left_to_fill_in(kind):
    for row in rows(kind):
        assert row.reply
        assert row.instruction or row.description
        assert "{" not in f"{row.instruction}{row.description}{row.reply}"


def test_answers_are_right():
    for row in rows("general"):
        if row.instruction == "Put the list in reverse order.":
            assert row.reply.split(", ") == row.description.split(", ")[::-1]
        if row.instruction == "Add the two numbers.":
            x, y = map(int, row.description.split(" and "))
            assert row.reply == f"The sum of {x} and {y} is {x + y}."


def test_medical_rows_are_questions_and_summaries():
    tasks = [row.task for row in rows("medical")]
    assert 30 < tasks.count("summary") < 90
    assert tasks.count("question-answer") + tasks.count("summary") == 200
