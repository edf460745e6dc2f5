"""What the audit shows of patients' words."""

import random

import jieba
import pytest
from transformers import BertTokenizer

from medtune.data.tokenizer_audit import ROWS_OF_A_SHOWN_WORD, audit, kind_of, table_rows, words_with


@pytest.fixture
def tokenizer(tmp_path) -> str:
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"我有头痛三天的经常"]
    BertTokenizer(vocab={piece: i for i, piece in enumerate(pieces)}).save_pretrained(tmp_path)
    return str(tmp_path)


def test_words_are_shown_from_the_fifth_row_on():
    def rows(count):
        return [(f"我有湿疹{'天' * number}",) for number in range(count)]

    assert ROWS_OF_A_SHOWN_WORD == 5
    assert words_with("疹", rows(4)) == {"疹": {}}
    assert words_with("疹", rows(5)) == {"疹": {"湿疹": 5}}
    assert words_with("疹", [*rows(4), ("湿疹湿疹", "湿疹")]) == {"疹": {"湿疹": 5}}
    assert words_with("疹", [*rows(4), *rows(4)]) == {"疹": {}}  # the same row twice is no other patient


def test_names_that_no_dictionary_has_are_not_shown():
    rows = [(f"王疹嫒医生说{'三' * number}天",) for number in range(9)]
    assert any("疹" in word and len(word) > 1 for word in jieba.lcut("王疹嫒医生说"))  # jieba itself makes one up
    assert words_with("疹嫒", rows) == {"疹": {}, "嫒": {}}


def test_words_are_those_of_the_whole_text():
    rng = random.Random(0)
    parts = ["荨麻疹", "湿疹", "，", "CT", "β", "皮肤", "红斑", " ", "1.5", "疱疹病毒", "😊", "-", "瘙痒"]
    rows = [("".join(rng.choices(parts, k=12)),) for _ in range(300)]
    expected = {}
    for (text,) in rows:
        for word in {word for word in jieba.cut(text, HMM=False) if "疹" in word and len(word) > 1}:
            expected[word] = expected.get(word, 0) + 1
    ranked = sorted(expected.items(), key=lambda item: (-item[1], item[0]))
    assert len(ranked) >= 3
    assert words_with("疹β", rows) == {"疹": dict(ranked[:3]), "β": {}}


def test_audit(tokenizer):
    rows = [("我有湿疹β三天", "的"), ("头痛",), ("湿疹😊",)]
    found = audit(tokenizer, rows, top=2)
    assert (found["texts"], found["tokens"], found["unknown_tokens"]) == (4, 7 + 1 + 2 + 3, 6)
    assert found["unknown_token_rate"] == pytest.approx(6 / 13)
    assert (found["texts_with_unknown"], found["distinct_unknown_characters"]) == (2, 4)
    assert found["kinds"] == {"Chinese character": 4, "letter": 1, "symbol": 1}
    assert [one["character"] for one in found["unknown_characters"]] == ["湿", "疹"]
    assert table_rows(found)[1] == ("疹", "U+75B9", "Chinese character", "2", "2", "")


def test_kinds():
    kinds = {
        "疹": "Chinese character",
        "β": "letter",
        "①": "number",
        "…": "punctuation",
        "😊": "symbol",
        "\n": "control",
    }
    assert all(kind_of(character).startswith(kind) for character, kind in kinds.items())
