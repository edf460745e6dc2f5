import json
import random
import subprocess
import sys
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transformers import AutoTokenizer

from medtune.data.sources.synthetic import read
from medtune.data.tokenizer_training import tokenizer_metrics, train_wordpiece

TEXTS = [text for record in read(300, seed=1) for text in (record.description, record.reply)]
ENGLISH = ["Take ibuprofen twice a day, not more. Call us if the fever lasts.", "HbA1c 7.2% (60 mmol/mol), eGFR 58."]
CHINESE = ["体温38.5度，做CT和B超。", "血压120/80，血糖6.1，β受体阻滞剂：每天1.5片！", "“头晕”（两天）……"]
CORPUS = (TEXTS + ENGLISH + CHINESE) * 2


@cache
def trained():
    return train_wordpiece(CORPUS, vocab_size=4000)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("tokenizer")
    trained().save_pretrained(path)
    return path


@pytest.fixture(scope="module")
def tokenizer(folder):
    return AutoTokenizer.from_pretrained(folder)


def decoded(tokenizer, text):
    return tokenizer.decode(tokenizer(text)["input_ids"], skip_special_tokens=True)


def test_special_tokens_are_those_of_bert_and_of_a_decoder(tokenizer):
    assert tokenizer.convert_ids_to_tokens(range(5)) == ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    assert (tokenizer.pad_token_id, tokenizer.unk_token_id, tokenizer.mask_token_id) == (0, 1, 4)
    assert (tokenizer.cls_token_id, tokenizer.bos_token_id) == (2, 2)
    assert (tokenizer.sep_token_id, tokenizer.eos_token_id) == (3, 3)
    assert set(tokenizer.all_special_ids) == {0, 1, 2, 3, 4}


def test_chinese_characters_are_tokens(tokenizer):
    assert tokenizer.convert_ids_to_tokens(tokenizer("咳嗽3天")["input_ids"]) == [
        "[CLS]",
        "咳",
        "嗽",
        "3",
        "天",
        "[SEP]",
    ]


def test_pair_is_marked(tokenizer):
    pair = tokenizer("头晕", "两天", return_token_type_ids=True)
    assert tokenizer.decode(pair["input_ids"]) == "[CLS]头晕[SEP]两天[SEP]"
    assert pair["token_type_ids"] == [0, 0, 0, 0, 1, 1, 1]


def test_no_inputs_that_gpt2_would_add_to_its_embeddings(tokenizer):
    assert set(tokenizer("头晕")) == {"input_ids", "attention_mask"}


@pytest.mark.parametrize("text", CHINESE + ENGLISH[:1] + [text for text in TEXTS if " " not in text][:200])
def test_decoding_gives_the_text_back(tokenizer, text):
    assert decoded(tokenizer, text) == text


def test_spaces_that_no_reader_misses(tokenizer):
    assert decoded(tokenizer, "做 CT 检查 ，1.5 mmol") == "做CT检查，1.5 mmol"
    assert decoded(tokenizer, "1.CT，2.B 超") == "1.CT，2.B超"


@given(st.lists(st.sampled_from([*"头晕两天咳嗽，。？：、", "38.5", "CT", "1."]), max_size=12).map("".join))
def test_decoding_keeps_every_character(text):
    tokenizer = trained()
    assert "[UNK]" not in tokenizer.tokenize(text)
    assert decoded(tokenizer, text) == text


def test_saved_under_a_model_it_loads_as_itself(folder, tmp_path):
    for model_type in ("bert", "gpt2"):
        AutoTokenizer.from_pretrained(folder).save_pretrained(tmp_path)
        (tmp_path / "config.json").write_text(f'{{"model_type": "{model_type}"}}')
        assert decoded(AutoTokenizer.from_pretrained(tmp_path), CHINESE[0]) == CHINESE[0]


SCRIPT = """
import random, sys
from medtune.data.tokenizer_training import train_wordpiece
texts = sys.stdin.read().splitlines()
random.Random(sys.argv[1]).shuffle(texts)
print(train_wordpiece(texts, vocab_size=int(sys.argv[2])).backend_tokenizer.to_str())
"""


@pytest.mark.parametrize("vocab_size", [200, 4000])
def test_same_texts_give_the_same_tokenizer_in_any_order_and_process(vocab_size):
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, seed, str(vocab_size)],
            input="\n".join(CORPUS),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "12"
    ]
    assert runs[0] == runs[1]
    assert len(json.loads(runs[0])["model"]["vocab"]) <= vocab_size


def test_vocabulary_is_cut_to_the_most_frequent_characters():
    texts = ["咳咳咳嗽嗽头"] * 3
    assert train_wordpiece(texts, vocab_size=7).convert_ids_to_tokens([5, 6]) == ["咳", "嗽"]


def test_rare_characters_become_unknown():
    small = train_wordpiece(["头晕", "头疼"], vocab_size=100, min_frequency=2)
    assert small.tokenize("头晕") == ["头", "[UNK]"]
    assert tokenizer_metrics(small, ["头晕", "头 头"]) == {"unknown_token_rate": 0.25, "tokens_per_character": 1.0}


def test_vocabulary_is_what_counting_says():
    texts = random.Random(0).sample(TEXTS, 100)
    counts = Counter("".join(texts))
    vocabulary = train_wordpiece(texts, vocab_size=4000, min_frequency=3).get_vocab()
    expected = {character for character, count in counts.items() if count >= 3 and not character.isspace()}
    assert {token for token in vocabulary if len(token) == 1} == expected


def test_nothing_to_learn_from():
    with pytest.raises(ValueError, match="no character occurs 2 times in 1 texts"):
        train_wordpiece(["头晕"], vocab_size=100)
    assert tokenizer_metrics(train_wordpiece(["头头"], 100), []) == {"unknown_token_rate": 0, "tokens_per_character": 0}
