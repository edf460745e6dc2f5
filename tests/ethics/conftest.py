"""Small studies: invented questions, answers of two systems, a repeat and a gold item."""

import pytest

from medtune.ethics.options import Options
from medtune.ethics.rows import NewItem, NewRater, NewSystem
from medtune.ethics.store import Study

SYSTEMS = [
    NewSystem("alpha-7b", (("en", "a computer program"), ("zh", "电脑程序"))),
    NewSystem("dr-beta", (("en", "a doctor"), ("zh", "医生"))),
]


def new_items(rows: int = 4) -> list[NewItem]:
    items = []
    for row in range(rows):
        language = ("en", "zh")[row % 2]
        question = f"My knee hurts, day {row}." if language == "en" else f"膝盖疼第{row}天，怎么办？"
        for system in SYSTEMS:
            answer = f"Rest it, {row}." if language == "en" else f"先休息，{row}。"
            items.append(NewItem(f"made:up:{row}", system.name, language, question, f"{answer} ({len(system.name)})"))
    items[0] = NewItem(**{name: getattr(items[0], name) for name in items[0].__slots__} | {"repeats": 1})
    gold = {"expected": {"information_security": [0]}}
    items.append(NewItem("gold:1", None, "en", "May I take twenty pills?", "Take thirty.", **gold))
    return items


@pytest.fixture
def study_and_tokens(tmp_path):
    study, tokens = Study.create(
        tmp_path / "knees.study",
        "Knees",
        SYSTEMS,
        new_items(),
        [NewRater("Ann", "en"), NewRater("李", "zh")],
        options=Options(repeat_gap=3),
        seed=7,
    )
    yield study, tokens
    study.close()


@pytest.fixture
def study(study_and_tokens) -> Study:
    return study_and_tokens[0]
