import pyarrow as pa
import pytest
from transformers import PreTrainedTokenizerFast

from medtune.data.tokenization import (
    cached,
    encode_departments,
    encode_descriptions,
    encode_dialogues,
    encode_prompts,
    encode_replies,
)
from medtune.data.tokenizer_training import train_wordpiece

# [PAD] 0, [UNK] 1, [CLS] 2, [SEP] 3, [MASK] 4; then the characters, most frequent first.
TEXTS = ["头" * 9 + "痛" * 8 + "三" * 7 + "天" * 6 + "多" * 5 + "休" * 4 + "息" * 3]
HEAD, ACHES, THREE, DAYS, MUCH, RE, ST = range(5, 12)


@pytest.fixture(scope="module")
def tokenizer() -> PreTrainedTokenizerFast:
    return train_wordpiece(TEXTS, vocab_size=20, min_frequency=1)


def table(**columns) -> pa.Table:
    return pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})


def test_descriptions_are_framed_and_cut(tokenizer):
    rows = table(description=["头痛三天", "头痛", None])
    assert encode_descriptions(rows, tokenizer, 200) == [[2, HEAD, ACHES, THREE, DAYS, 3], [2, HEAD, ACHES, 3], [2, 3]]
    assert encode_descriptions(rows, tokenizer, 4) == [[2, HEAD, ACHES, 3], [2, HEAD, ACHES, 3], [2, 3]]


@pytest.mark.parametrize(
    ("longest", "expected"),
    [
        (200, [[MUCH, RE, ST, 3], [RE, 3], [], []]),
        (4, [[MUCH, RE, ST, 3], [RE, 3], [], []]),
        (3, [[MUCH, RE, 3], [RE, 3], [], []]),
        (2, [[MUCH, 3], [RE, 3], [], []]),
    ],
)
def test_replies_keep_their_end_token_when_cut(tokenizer, longest, expected):
    assert encode_replies(table(reply=["多休息", "休", "", None]), tokenizer, longest, 3) == expected


def test_end_token_is_the_one_asked_for_not_the_tokenizers(tokenizer):
    assert encode_replies(table(reply=["休"]), tokenizer, 10, 17) == [[RE, 17]]


@pytest.mark.parametrize(("longest", "expected"), [(6, [2, HEAD, ACHES, THREE, DAYS, 3]), (4, [2, HEAD, ACHES, 3])])
def test_prompts_have_start_and_end_however_short(tokenizer, longest, expected):
    assert encode_prompts(["头痛三天"], tokenizer, longest, 2, 3) == [expected]


def test_dialogue_is_prompt_and_reply_in_one(tokenizer):
    rows = table(description=["头痛三天", "头痛"], reply=["多休息", "休"])
    assert encode_dialogues(rows, tokenizer, 4, 3, 2, 3) == [
        [2, HEAD, ACHES, 3, MUCH, RE, 3],
        [2, HEAD, ACHES, 3, RE, 3],
    ]


def test_pad_that_is_also_end_stays_in_replies(tokenizer):
    # As with GPT-2's own tokenizer: nothing here may look at ids to find padding.
    assert encode_replies(table(reply=["休", "多休息"]), tokenizer, 10, 0) == [[RE, 0], [MUCH, RE, ST, 0]]


def test_departments_become_indices_in_the_order_of_labels():
    rows = table(department=["外科", None, "内科"])
    assert encode_departments(rows, ["内科", "外科"]) == [1, -100, 0]


def test_departments_without_a_label_are_named():
    rows = table(department=["外科", "骨科", "眼科", "骨科"])
    with pytest.raises(ValueError, match=r"departments without a label: \['眼科', '骨科'\]; the label order holds"):
        encode_departments(rows, ["内科", "外科"])


def test_cache_is_built_once_for_each_key(tmp_path):
    built = []

    def build():
        built.append(1)
        return {"input_ids": [[1, 2], [3]]}

    first, again = cached(tmp_path, "a", build), cached(tmp_path, "a", build)
    assert (first["input_ids"], again["input_ids"], len(built)) == ([[1, 2], [3]], [[1, 2], [3]], 1)
    cached(tmp_path, "b", build)
    assert len(built) == 2


def test_interrupted_build_leaves_nothing_that_is_read(tmp_path, monkeypatch):
    from datasets import Dataset

    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cached(tmp_path, "a", stop)

    save = Dataset.save_to_disk

    def die_after_saving(self, path, **options):
        save(self, path, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(Dataset, "save_to_disk", die_after_saving)
    with pytest.raises(KeyboardInterrupt):
        cached(tmp_path, "a", lambda: {"input_ids": [[9], [9], [9]]})
    monkeypatch.undo()
    assert cached(tmp_path, "a", lambda: {"input_ids": [[1], [2]]})["input_ids"] == [[1], [2]]
    assert len(list(tmp_path.iterdir())) == 1
