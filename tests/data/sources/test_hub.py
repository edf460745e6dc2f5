import csv

import pytest

from medtune.data.sources import options_model, read_source
from medtune.data.sources.hub import read

ROWS = [{"ask": "嗓子疼", "answer": "多喝水", "kind": "内科"}, {"ask": "扭了脚", "answer": None, "kind": "骨科"}]
COLUMNS = {"description": "ask", "reply": "answer", "department": "kind"}


def check(records, label):
    assert [record.id for record in records] == [f"hub:{label}:1", f"hub:{label}:2"]
    assert [(r.description, r.reply, r.department) for r in records] == [
        ("嗓子疼", "多喝水", "内科"),
        ("扭了脚", None, "骨科"),
    ]


def test_folder_with_the_files_of_a_data_set(tmp_path):
    folder = tmp_path / "copy"
    folder.mkdir()
    for split in ("train", "test"):
        with open(folder / f"{split}.csv", "w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ROWS[0])
            writer.writeheader()
            writer.writerows(ROWS)
    check(list(read(str(folder), COLUMNS, split="test")), "copy/test")


@pytest.mark.parametrize("nested", [False, True])
def test_folder_written_by_save_to_disk(tmp_path, nested):
    from datasets import Dataset, DatasetDict

    data = Dataset.from_list(ROWS)
    (DatasetDict({"train": data}) if nested else data).save_to_disk(str(tmp_path / "copy"))
    check(list(read_source({"source": "hub", "path": str(tmp_path / "copy"), "columns": COLUMNS})), "copy/train")
    if nested:
        with pytest.raises(ValueError, match=r"split: 'dev' is not in '.*copy'\. Allowed: train"):
            list(read(str(tmp_path / "copy"), COLUMNS, split="dev"))


def test_an_id_is_streamed_at_its_revision(monkeypatch):
    import datasets

    calls = []

    def load_dataset(*args, **options):
        calls.append((args, options))
        return iter(ROWS)

    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    records = list(read("someone/dialogues", COLUMNS, name="zh", revision="abc"))
    check(records, "someone/dialogues/train")
    assert calls == [(("someone/dialogues", "zh"), {"split": "train", "revision": "abc", "streaming": True})]


def test_without_network_the_message_says_what_to_do(monkeypatch):
    import datasets

    def load_dataset(*args, **options):
        raise ConnectionError("no route")

    monkeypatch.setattr(datasets, "load_dataset", load_dataset)
    with pytest.raises(ConnectionError, match=r"'someone/dialogues': the Hub cannot be reached.*medtune fetch"):
        list(read("someone/dialogues", COLUMNS))


def test_columns_are_checked():
    with pytest.raises(ValueError, match="'question' is no field of a record"):
        options_model("hub")(source="hub", path="a/b", columns={"question": "ask"})
