import pytest
from transformers import GPT2Tokenizer

from medtune.data.encoded import encode_splits, identity
from medtune.data.records import Record
from medtune.data.storage import write_prepared
from medtune.data.tokenizer_training import train_wordpiece


def data(folder, replies=("好", None, "", "是", "多喝水"), validation=1):
    """Five training rows, of which two have no reply, `validation` rows of validation and one of test."""
    replies = [*replies, *["好"] * validation, "好"]
    records = [
        Record(
            id=f"{number:02}", source="made", language="zh", task="triage", description="咳" * (number + 1), reply=reply
        )
        for number, reply in enumerate(replies)
    ]
    splits = [0] * (len(replies) - validation - 1) + [1] * validation + [2]
    return write_prepared(folder, records, splits, ["内科"], range(len(records)))


def encode(table):
    """One token a character."""
    return {
        "input_ids": [[1] * len(text) for text in table["description"].to_pylist()],
        "labels": [[1] * len(text) for text in table["reply"].to_pylist()],
        "department_labels": [0] * table.num_rows,
    }


def split(prepared, cache, key=("key",), encode=encode, needs=("description", "reply"), **options):
    return encode_splits(prepared, encode, cache, key, needs, **options)


def test_rows_without_what_is_needed_are_counted(tmp_path):
    splits = split(data(tmp_path / "data"), tmp_path / "cache")
    assert {name: (len(one.tokens), one.left_out) for name, one in splits.items()} == {
        "train": (3, 2),
        "validation": (1, 0),
        "test": (1, 0),
    }
    assert splits["train"].table["id"].to_pylist() == ["00", "03", "04"]
    assert [len(ids) for ids in splits["train"].tokens["input_ids"]] == [1, 4, 5]


def test_rows_left_out_are_told(tmp_path, capsys):
    split(data(tmp_path / "data"), tmp_path / "cache")
    assert "train.parquet: 2 of 5 rows lack description or reply and are left out" in capsys.readouterr().out


def test_max_train_rows_draws_training_rows_only(tmp_path):
    splits = split(data(tmp_path / "data", validation=3), tmp_path / "cache", max_train_rows=2)
    assert {name: len(one.tokens) for name, one in splits.items()} == {"train": 2, "validation": 3, "test": 1}
    assert splits["train"].left_out == 2  # rows behind the limit lack nothing


def test_seeds_draw_other_rows_and_a_larger_draw_holds_a_smaller_one(tmp_path):
    prepared = data(tmp_path / "data", replies=[f"答{number}" for number in range(40)])

    def drawn(count, seed):
        table = split(prepared, tmp_path / "cache", max_train_rows=count, seed=seed)["train"].table
        return table["id"].to_pylist()

    assert drawn(10, seed=1) == drawn(10, seed=1) == drawn(20, seed=1)[:10]
    assert len(set(drawn(20, seed=1))) == 20
    assert set(drawn(10, seed=1)) != set(drawn(10, seed=2))
    assert drawn(100, seed=1) == drawn(100, seed=2)  # all of them, in their own order


def test_lengths_are_tokens_of_each_sequence(tmp_path):
    splits = split(data(tmp_path / "data"), tmp_path / "cache")
    assert splits["train"].lengths.tolist() == [[1, 1], [4, 1], [5, 3]]


def test_empty_validation_split_is_allowed(tmp_path):
    splits = split(data(tmp_path / "data", validation=0), tmp_path / "cache")
    assert len(splits["validation"].tokens) == len(splits["validation"].lengths) == 0


def test_no_row_with_what_is_needed_is_an_error(tmp_path):
    prepared = data(tmp_path / "data", replies=(None, ""))
    with pytest.raises(ValueError, match=r"train\.parquet: none of 2 rows has description and reply, which this task"):
        split(prepared, tmp_path / "cache")


def test_cache_is_used_again_for_equal_keys_only(tmp_path):
    prepared, built = data(tmp_path / "data"), []

    def counting(table):
        built.append(table.num_rows)
        return encode(table)

    def builds(**options):
        built.clear()
        split(options.pop("prepared", prepared), tmp_path / "cache", encode=counting, **options)
        return sum(built)

    assert builds() == 5
    assert builds() == 0
    assert builds(key=("key", 128)) == 5  # another length
    assert builds(max_train_rows=2) == 2  # the other splits are the same
    assert builds(max_train_rows=2, seed=5) == 2
    assert builds(seed=5) == 0  # nothing is drawn
    assert builds(prepared=data(tmp_path / "copy")) == 0  # equal data in another folder
    assert builds(prepared=data(tmp_path / "other", replies=("坏", None, "", "是", "多喝水"))) == 5


def test_needs_are_part_of_the_cache_key(tmp_path):
    records = [
        Record(id=str(n), source="made", language="zh", task="triage", description="咳嗽", reply=reply, department=name)
        for n, (reply, name) in enumerate([("好", None), (None, "内科"), ("好", "内科"), ("好", "内科")])
    ]
    prepared = write_prepared(tmp_path / "data", records, [0, 0, 1, 2], ["内科"], range(4))

    def ids(table):
        return {"input_ids": [[int(name)] for name in table["id"].to_pylist()]}

    options = {"encode": ids, "key": ("key",)}
    with_reply = split(prepared, tmp_path / "cache", needs=("reply",), **options)["train"]
    with_department = split(prepared, tmp_path / "cache", needs=("department",), **options)["train"]
    assert (with_reply.tokens["input_ids"], with_department.tokens["input_ids"]) == ([[0]], [[1]])


def test_identity_follows_the_vocabulary(tmp_path):
    one, same, other = (train_wordpiece([text], 100, 1) for text in ("咳嗽三天", "三天咳嗽", "咳嗽两天"))
    assert identity(one) == identity(same) != identity(other)
    (tmp_path / "vocab.json").write_text('{"a": 0, "b": 1}')
    (tmp_path / "merges.txt").write_text("#version: 0.2\n")
    assert "a" in identity(GPT2Tokenizer(str(tmp_path / "vocab.json"), str(tmp_path / "merges.txt")))
