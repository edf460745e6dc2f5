"""Pieces of a Chinese vocabulary in one of LLaMA's kind: the tokens of all other text, reading back, the new rows."""

import io

import pytest
import sentencepiece
import torch
import tuning
from transformers import AutoTokenizer, BertTokenizer, LlamaConfig, LlamaForCausalLM, LlamaTokenizer

from medtune.models.sentencepieces import (
    chinese_pieces,
    grow_embeddings,
    tokens_per_chinese_character,
    with_pieces,
)

PIECES = ["头", "疼", "，", "头疼", "▁我", "我", "发烧", "发", "烧", "意大利"]
CHINESE = ["我头疼，发烧三天。", "头疼", "▁我疼", "我 头疼", "😊头疼\n发"]
OTHER = ["The knee hurts 10 times; take 2.5 mg.", "三天。", "naïve café", ""]


def llama():
    """A sentencepiece BPE as LLaMA's, with bytes for what it does not know."""
    pieces = [
        "<unk>",
        "<s>",
        "</s>",
        *(f"<0x{byte:02X}>" for byte in range(256)),
        "▁",
        *"abdehkmnrstuTw0125;.我三",
        "▁T",
    ]
    return LlamaTokenizer(vocab={piece: place for place, piece in enumerate(pieces)}, merges=[("▁", "T")])


def byte_level():
    return tuning.tokenizer()


@pytest.fixture(params=[llama, byte_level])
def tokenizer(request):
    return request.param()


def ids(tokenizer, text):
    return tokenizer(text, add_special_tokens=False)["input_ids"]


@pytest.fixture(scope="module")
def chinese_model(tmp_path_factory):
    """A unigram model of a few made-up sentences."""
    written, texts = io.BytesIO(), ["头疼发烧咳嗽，请多喝水", "头疼三天，体温38度", "take 10 mg daily"] * 50
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=written, vocab_size=50, hard_vocab_limit=False, minloglevel=2
    )
    file = tmp_path_factory.mktemp("pieces") / "chinese.model"
    file.write_bytes(written.getvalue())
    return file


def test_pieces_are_chinese_and_the_most_frequent_come_first(chinese_model):
    processor = sentencepiece.SentencePieceProcessor(model_file=str(chinese_model))
    everything = {processor.id_to_piece(number): processor.get_score(number) for number in range(len(processor))}
    pieces = chinese_pieces(chinese_model)
    assert {"头", "度"} <= {character for piece in pieces for character in piece}
    assert not any(character.isascii() for piece in pieces for character in piece)
    assert [everything[piece] for piece in pieces] == sorted((everything[piece] for piece in pieces), reverse=True)


def test_a_file_that_is_no_sentencepiece_model_is_named(tmp_path):
    (tmp_path / "notes.model").write_text("nothing of the kind")
    with pytest.raises(ValueError, match=r"notes\.model is no sentencepiece model"):
        chinese_pieces(tmp_path / "notes.model")


def test_text_without_new_pieces_keeps_its_tokens(tokenizer):
    grown, _ = with_pieces(tokenizer, PIECES)
    assert [ids(grown, text) for text in OTHER] == [ids(tokenizer, text) for text in OTHER]


def test_the_given_tokenizer_stays_as_it_is(tokenizer):
    before = tokenizer.backend_tokenizer.to_str()
    with_pieces(tokenizer, PIECES)
    assert tokenizer.backend_tokenizer.to_str() == before


def test_text_with_new_pieces_takes_fewer_tokens_and_reads_back(tokenizer):
    grown, new = with_pieces(tokenizer, PIECES)
    for text in CHINESE:
        assert len(ids(grown, text)) <= len(ids(tokenizer, text))
        assert grown.decode(ids(grown, text)) == tokenizer.decode(ids(tokenizer, text))
    [piece] = ids(grown, "头疼")[-1:]
    assert piece in new
    assert grown.decode([piece]) == "头疼"
    assert min(new) == len(tokenizer)
    assert len(grown) == len(tokenizer) + len(new)


def test_the_old_tokens_of_a_new_piece_say_the_same(tokenizer):
    grown, new = with_pieces(tokenizer, PIECES)
    for number, old in new.items():
        assert tokenizer.decode(old) == grown.decode([number])


def test_a_piece_that_no_two_others_make_up_is_left_out(tokenizer):
    grown, new = with_pieces(tokenizer, ["意", "大", "利", "意大利"])
    assert "意大利" not in [grown.decode([number]) for number in new]
    grown, new = with_pieces(tokenizer, ["意", "大", "利", "意大利", "大利"])
    assert "意大利" in [grown.decode([number]) for number in new]


def test_the_grown_tokenizer_loads_through_autotokenizer(tokenizer, tmp_path):
    grown, _ = with_pieces(tokenizer, PIECES)
    grown.save_pretrained(tmp_path)
    loaded = AutoTokenizer.from_pretrained(tmp_path)
    assert loaded.is_fast
    assert len(loaded) == len(grown)
    assert loaded.chat_template == tokenizer.chat_template
    assert [loaded(text)["input_ids"] for text in CHINESE + OTHER] == [
        grown(text)["input_ids"] for text in CHINESE + OTHER
    ]


def test_a_wordpiece_tokenizer_is_refused():
    with pytest.raises(ValueError, match="is a WordPiece tokenizer"):
        with_pieces(BertTokenizer(vocab={"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4}), PIECES)


@pytest.mark.parametrize("tied", [False, True])
def test_new_rows_are_the_means_of_the_old_ones_and_the_others_stay(tied):
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=6, hidden_size=4, intermediate_size=4, num_hidden_layers=1, num_attention_heads=1,
        tie_word_embeddings=tied,
    )  # fmt: skip
    model = LlamaForCausalLM(config)
    old = [weights.weight.detach().clone() for weights in (model.get_input_embeddings(), model.get_output_embeddings())]
    grow_embeddings(model, {6: [1, 3, 3], 7: [5]})
    for before, module in zip(old, (model.get_input_embeddings(), model.get_output_embeddings()), strict=True):
        torch.testing.assert_close(module.weight[:6], before)
        torch.testing.assert_close(module.weight[6], (before[1] + 2 * before[3]) / 3)
        torch.testing.assert_close(module.weight[7], before[5])
    assert model.config.vocab_size == 8
    assert (model.get_input_embeddings().weight is model.get_output_embeddings().weight) == tied


def test_only_chinese_characters_are_counted():
    tokenizer = LlamaTokenizer(vocab={"<unk>": 0, "▁": 1, "头": 2, "疼": 3, "头疼": 4, "a": 5}, merges=[("头", "疼")])
    assert tokens_per_chinese_character(tokenizer, ["头疼aa疼", "aaaa"]) == 2 / 3
    assert tokens_per_chinese_character(tokenizer, ["aaaa"]) is None
