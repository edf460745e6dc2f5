"""A small corpus for tests of `task: clean-data`: two sources with faulty, repeated and identifying rows."""

import json
import random

from medtune.tasks import clean_data
from medtune.tasks.clean_data import Recipe

SIGNS = "左右上下前后红肿热痛麻木轻重缓急早晚冷暖干湿明暗动静头颈胸腹腰腿手足耳目口鼻"
COLUMNS = {"description": "ask", "reply": "answer", "group": "visit"}


def say(rng, length):
    return "".join(rng.choices(SIGNS, k=length))


def write_rows(path, rows=240, seed=0):
    """Write rows of which some are faulty, repeated, nearly repeated or hold an invented telephone number."""
    rng = random.Random(seed)
    made = [
        {
            "ask": f"孩子不舒服，{say(rng, 30)}，请问怎么办？",
            "answer": f"{say(rng, 40)}，建议复查。",
            "visit": f"v{number // 2}",
        }
        for number in range(rows)
    ]
    for row in made[:20]:
        row["answer"] += "有事打电话13912345678。"
    made += [dict(row, visit=f"again{i}") for i, row in enumerate(made[30:40])]
    made += [dict(row, ask=row["ask"].replace("孩子", "小孩"), visit=f"near{i}") for i, row in enumerate(made[40:50])]
    made += [
        {"ask": "头痛三天，吃什么药？", "answer": answer, "visit": "x"} for answer in ("请上传照片", "", "痛" * 60)
    ]
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return made


def recipe(tmp_path, name="out", **keys):
    """A corpus of two sources: `clinic` gives training rows and a test set, `other` is a test set as a whole."""
    read = {"source": "table", "task": "question-answer", "language": "zh", "columns": COLUMNS}
    sources = [
        {"name": "clinic", "read": {**read, "path": str(tmp_path / "clinic.json")}, "test_rows": 20, "licence": "CC0"},
        {"name": "other", "read": {**read, "path": str(tmp_path / "other.json")}, "test_rows": "all"},
    ]
    keys = {"data": {"sources": sources}, "rows_per_shard": 50, "workers": 1, **keys}
    return Recipe.model_validate({"task": "clean-data", "output_dir": str(tmp_path / name), **keys})


def run(tmp_path, name="out", **keys):
    return clean_data.run(recipe(tmp_path, name, **keys), tmp_path / name), tmp_path / name


def write_sources(tmp_path):
    made = write_rows(tmp_path / "clinic.json")
    rng = random.Random(1)
    other = [{"ask": f"老人{say(rng, 30)}。", "answer": say(rng, 40), "visit": f"o{number}"} for number in range(30)]
    other[0]["ask"] = made[100]["ask"].replace("孩子", "小孩")  # nearly the question of a training row
    other[1]["answer"] = made[101]["answer"]  # the answer of another
    other[2]["answer"] = "请上传照片"  # would be rejected in a training row
    (tmp_path / "other.json").write_text(json.dumps(other, ensure_ascii=False), encoding="utf-8")
    return made
