"""Unknown characters, against a count that knows nothing of token offsets."""

import random
import re
from collections import Counter

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertTokenizer, PreTrainedTokenizerFast

from medtune.data.unknown_characters import find_unknown, rows_with_unknown

PIECES = ["头", "痛", "三", "天", "，", "il", "##6", "6", "i", "l", "##l", "a", "##a", "b"]
CHARACTERS = "头痛疹瘘，6ilaΩω😊 "


def bert() -> BertTokenizer:
    return BertTokenizer(vocab={piece: i for i, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *PIECES])})


def unigram(pieces: dict[str, float]) -> PreTrainedTokenizerFast:
    vocabulary = [("<unk>", 0.0), *pieces.items()]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="<unk>")


def word_is_known(word: str) -> bool:
    """Greedy WordPiece, longest piece first."""
    place = 0
    while place < len(word):
        ends = [end for end in range(len(word), place, -1) if ("##" if place else "") + word[place:end] in PIECES]
        if not ends:
            return False
        place = ends[0]
    return True


def counted_by_hand(rows: list[tuple[str, ...]]) -> tuple[Counter, Counter, int]:
    times, in_rows, tokens = Counter(), Counter(), 0
    for row in rows:
        found = Counter()
        for text in row:
            for word in re.findall(r"[头痛疹瘘，]|[^头痛疹瘘， ]+", text.lower()):
                if not word_is_known(word):
                    tokens += 1
                    found.update(character for character in word if character not in PIECES)
        times += found
        in_rows.update(found.keys())
    return times, in_rows, tokens


def test_counts_of_wordpiece_are_those_of_a_plain_one():
    rng = random.Random(0)
    rows = [
        tuple("".join(rng.choices(CHARACTERS, k=rng.randint(0, 12))) for _ in range(rng.randint(0, 3)))
        for _ in range(2_500)
    ]
    found = find_unknown(bert(), rows)
    times, in_rows, tokens = counted_by_hand(rows)
    assert min(times.values()) > 100
    assert (found.times, found.rows, found.unknown_tokens) == (times, in_rows, tokens)
    assert found.without_cause > 100  # such as `6i`: `##i` is no piece
    assert len(found.lengths) == sum(map(len, rows))
    some = rows_with_unknown(bert(), rows)
    again = find_unknown(bert(), some)
    assert 0 < len(some) < len(rows) - 100
    assert (again.times, again.rows) == (times, in_rows)


def test_one_unknown_character_costs_bert_the_whole_word():
    found = find_unknown(bert(), [("头痛IL6Ω三天", "il6"), ("Ω",)])
    assert (found.times, found.rows) == ({"ω": 2}, {"ω": 2})
    assert (found.unknown_tokens, found.texts_with_unknown, found.without_cause) == (2, 2, 0)
    assert found.lengths == [5, 2, 1]


def test_word_too_long_for_bert_has_no_unknown_character():
    found = find_unknown(bert(), [("il" + "a" * 100,)])
    assert (found.unknown_tokens, found.without_cause, found.times) == (1, 1, {})


def test_unigram_counts_each_character_of_a_run_and_none_that_a_longer_piece_covers():
    tokenizer = unigram({"▁": -2.0, "头": -3.0, "痛": -3.0, "瘘管": -4.0, "m": -4.0})
    rows = [("头痛疹疹瘘管",), ("瘘痛管㎡",), ("疹①",)]
    assert tokenizer.tokenize("头痛疹疹瘘管") == ["▁", "头", "痛", "疹疹", "瘘管"]
    found = find_unknown(tokenizer, rows)
    assert found.times == {"疹": 3, "瘘": 1, "管": 1, "2": 1, "1": 1}  # ㎡ is read as m2
    assert found.rows == {"疹": 2, "瘘": 1, "管": 1, "2": 1, "1": 1}
    assert found.ranked() == ["疹", "1", "2", "瘘", "管"]


def test_tokenizer_without_unknown_token_knows_everything():
    tokenizer = Tokenizer(models.BPE({letter: i for i, letter in enumerate(pre_tokenizers.ByteLevel.alphabet())}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    found = find_unknown(PreTrainedTokenizerFast(tokenizer_object=tokenizer), [("疹",)])
    assert (found.times, found.lengths) == ({}, [3])


def test_no_rows():
    assert find_unknown(bert(), []).lengths == find_unknown(bert(), [()]).lengths == []


def test_slow_tokenizer_is_a_message():
    class Slow:
        is_fast, name_or_path = False, "slow/one"

    for function in (find_unknown, rows_with_unknown):
        with pytest.raises(ValueError, match="slow/one is a slow tokenizer"):
            function(Slow(), [("头",)])
