"""New characters: the tokens of everything else, the exact numbers of the new rows, and what a model says with them."""

import json
import math
import re

import miniature
import pytest
import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers
from transformers import (
    AutoModel,
    AutoTokenizer,
    BertModel,
    BertTokenizer,
    GPT2LMHeadModel,
    PreTrainedTokenizerFast,
    XLMRobertaTokenizer,
)

from medtune.data.records import Record
from medtune.data.storage import write_prepared
from medtune.models.berpt.processing_berpt import decode_replies
from medtune.models.vocabulary import ADDED_FILE, Part, add_characters, extend_vocabularies, extend_vocabulary
from medtune.recipe.sections import ExtendVocabulary

KNOWN = "头痛三天我有很久，。的皮肤il6"
NEW = "疹瘘β😊Ⅲ"
TEXT = "我有皮疹三天，头痛 IL6 很久。"
TEXTS = [TEXT, "疹", "疹疹疹", "我有瘘，疹的皮肤。", "头痛😊三天", "β三天β，6β疹β的", "头 疹 痛", "Ⅲ，6"]


def bert() -> BertTokenizer:
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *KNOWN, "##l", "##6", "il"]
    return BertTokenizer(vocab={piece: i for i, piece in enumerate(pieces)})


def xlm_roberta() -> XLMRobertaTokenizer:
    special = [(token, 0.0) for token in ("<s>", "<pad>", "</s>", "<unk>")]
    pieces = [("▁", -2.0), *((character, -4.0 - i / 100) for i, character in enumerate(KNOWN)), ("皮肤", -5.0)]
    return XLMRobertaTokenizer(vocab=[*special, *pieces, ("▁我有", -5.5)])


def unigram() -> PreTrainedTokenizerFast:
    """As e5's: sentencepiece with NFKC, and here with `<mask>` outside the model's own vocabulary."""
    pieces = [("<unk>", 0.0), ("▁", -2.0), *((character, -4.0) for character in KNOWN + "I,")]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0))
    tokenizer.normalizer, tokenizer.decoder = normalizers.NFKC(), decoders.Metaspace()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="<unk>", mask_token="<mask>")


def wordpiece() -> PreTrainedTokenizerFast:
    return miniature.tokenizer([KNOWN, KNOWN])


TOKENIZERS = [bert, xlm_roberta, unigram, wordpiece]


def new_characters(tokenizer) -> str:
    return "".join(c for c in NEW if tokenizer.unk_token_id in tokenizer(c, add_special_tokens=False)["input_ids"])


@pytest.mark.parametrize("make", TOKENIZERS)
def test_new_character_is_its_own_token_and_the_others_stay(make):
    tokenizer, plain = make(), make()
    unknown = plain.unk_token
    text = "我有皮疹三天，头痛瘘很久。"
    before = plain.tokenize(text)
    new = add_characters(tokenizer, new_characters(tokenizer))
    assert before.count(unknown) == 2 or {"疹", "瘘"} <= set(before)  # sentencepiece shows the characters themselves
    names = iter(["疹", "瘘"])
    expected = [next(names) if plain.convert_tokens_to_ids(token) == plain.unk_token_id else token for token in before]
    assert tokenizer.tokenize(text) == expected
    assert new["疹"] == tokenizer.convert_tokens_to_ids("疹") >= len(plain)
    assert sorted(new.values()) == list(range(len(plain), len(tokenizer)))
    for token, number in plain.get_vocab().items():
        assert tokenizer.convert_tokens_to_ids(token) == number


@pytest.mark.parametrize("make", TOKENIZERS)
def test_known_text_has_the_same_tokens(make):
    tokenizer, plain = make(), make()
    add_characters(tokenizer, new_characters(tokenizer))
    for text in [
        "我有头痛三天，很久。",
        "il6",
        "il 6 的",
        "",
        "皮肤 头痛",
        "我有" + (tokenizer.mask_token or "") + "的",
    ]:
        assert tokenizer(text)["input_ids"] == plain(text)["input_ids"]


@pytest.mark.parametrize("make", TOKENIZERS)
def test_nothing_is_unknown_and_decoding_gives_the_text_back(make):
    tokenizer = make()
    add_characters(tokenizer, new_characters(tokenizer))
    for text in ["我有皮疹三天", "疹", "疹疹瘘", "头痛😊三天", "😊😊", "6β疹β的"]:
        ids = tokenizer(text)["input_ids"]
        assert tokenizer.unk_token_id not in ids
        decoded = tokenizer.decode(ids, skip_special_tokens=True)
        # BERT's own decoder puts a space between any two Chinese characters, known or new.
        assert (decoded.replace(" ", "") if make is bert else decoded) == text
    assert decode_replies(tokenizer, [tokenizer("头疹痛😊")["input_ids"]]) == ["头疹痛😊"]


@pytest.mark.parametrize("make", TOKENIZERS)
def test_saved_tokenizer_gives_the_same_tokens(make, tmp_path):
    tokenizer = make()
    add_characters(tokenizer, new_characters(tokenizer))
    tokenizer.save_pretrained(tmp_path)
    for again in (AutoTokenizer.from_pretrained(tmp_path), PreTrainedTokenizerFast.from_pretrained(tmp_path)):
        assert len(again) == len(tokenizer)
        assert again(TEXTS)["input_ids"] == tokenizer(TEXTS)["input_ids"]


def test_character_inside_a_word_of_bert_has_a_token_for_that():
    tokenizer = bert()
    size = len(tokenizer)
    assert add_characters(tokenizer, "疹β") == {"疹": size, "β": size + 1, "##β": size + 2}
    assert tokenizer.tokenize("IL6Β疹β 6") == ["il", "##6", "##β", "疹", "β", "6"]


def test_added_before_is_not_added_again():
    tokenizer = bert()
    first = add_characters(tokenizer, "疹β")
    assert add_characters(tokenizer, "疹β瘘") == {"瘘": max(first.values()) + 1}


def test_other_kinds_of_tokenizer_are_a_message():
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.BPE({"a": 0}, [])), unk_token="a")
    with pytest.raises(ValueError, match="is a BPE tokenizer; extend_vocabulary knows WordPiece and Unigram"):
        add_characters(tokenizer, "疹")


def encoder(tokens: int) -> BertModel:
    torch.manual_seed(0)
    return BertModel(miniature.encoder_config(tokens, initializer_range=0.3)).eval()


def test_encoder_answers_as_before():
    tokenizer = bert()
    model = encoder(len(tokenizer))
    old = model.get_input_embeddings().weight.detach().clone()
    inputs = tokenizer(TEXTS, return_tensors="pt", padding=True)
    before = model(**inputs).last_hidden_state
    assert extend_vocabulary(model, tokenizer, "疹β") == {"疹": len(old), "β": len(old) + 1, "##β": len(old) + 2}
    weight = model.get_input_embeddings().weight
    assert weight.requires_grad
    assert torch.equal(weight[: len(old)], old)
    assert torch.equal(weight[len(old) :], old[tokenizer.unk_token_id].expand(3, -1))
    assert model.config.vocab_size == len(tokenizer) == len(weight)
    text = tokenizer("我有皮疹三天", return_tensors="pt")
    assert text["input_ids"].max() == len(old)
    plain = bert()("我有皮疹三天", return_tensors="pt")
    assert torch.equal(model(**text).last_hidden_state, model(**plain).last_hidden_state)
    assert torch.equal(model(**inputs).last_hidden_state, before)


def test_character_of_several_pieces_starts_as_their_mean():
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer(models.Unigram([("<unk>", 0.0), ("▁", -2.0), ("m", -3.0)], unk_id=0)),
        unk_token="<unk>",
    )
    tokenizer.backend_tokenizer.normalizer = normalizers.Replace("㎨", "m疹")
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    model = encoder(3)
    old = model.get_input_embeddings().weight.detach().clone()
    # Not what `missing_characters` returns, which looks after normalisation; a caller may.
    assert extend_vocabulary(model, tokenizer, ["㎨"]) == {"㎨": 3}
    assert torch.allclose(model.get_input_embeddings().weight[3], (old[0] + old[2]) / 2)


def test_rows_that_the_table_has_to_spare_are_used():
    tokenizer = bert()
    model = encoder(len(tokenizer) + 8)
    extend_vocabulary(model, tokenizer, "疹")
    weight = model.get_input_embeddings().weight
    assert len(weight) == len(tokenizer) + 7
    assert torch.equal(weight[tokenizer.convert_tokens_to_ids("疹")], weight[tokenizer.unk_token_id])


@pytest.mark.parametrize("tied", [True, False])
def test_decoder_loses_little_probability_to_new_characters(tied, tmp_path):
    tokenizer = wordpiece()
    size, special = len(tokenizer), tokenizer.all_special_ids
    model = miniature.decoder(tokenizer, tie_word_embeddings=tied)
    # As a trained one, to which the unknown token is likely.
    with torch.no_grad():
        model.transformer.ln_f.bias.copy_(model.lm_head.weight[tokenizer.unk_token_id] * 3)
    old, old_output = (
        layer.weight.detach().clone() for layer in (model.get_input_embeddings(), model.get_output_embeddings())
    )
    ids = torch.tensor([tokenizer(KNOWN)["input_ids"]])
    before = model(ids).logits.log_softmax(-1)
    unknown = before[..., tokenizer.unk_token_id].exp().max().item()
    assert unknown > 0.5
    new = extend_vocabulary(model, tokenizer, NEW)
    after = model(ids).logits.log_softmax(-1)

    ordinary = [token for token in range(size) if token not in special]
    mean = old_output[ordinary].mean(0)
    written, read = (layer.weight for layer in (model.get_output_embeddings(), model.get_input_embeddings()))
    assert (written is read) == tied
    assert torch.equal(written[:size], old_output)
    assert torch.allclose(written[size:], mean.expand(len(new), -1))
    assert torch.allclose(read[size:], (mean if tied else old[tokenizer.unk_token_id]).expand(len(new), -1))
    lost = before - after[..., :size]
    at_most = math.log1p(len(new) / len(ordinary))
    assert 0 < lost.max() <= at_most + 1e-5
    assert math.log1p(len(new) * unknown) > 4 * at_most  # what copies of the unknown token's row would have cost

    model.save_pretrained(tmp_path)
    again = GPT2LMHeadModel.from_pretrained(tmp_path)
    assert torch.equal(again(ids).logits, model(ids).logits)
    assert again.config.vocab_size == len(tokenizer)


def test_joint_model_has_two_vocabularies(tmp_path):
    tokenizer, decoder_tokenizer = wordpiece(), wordpiece()
    model, _ = miniature.joint(tokenizer)
    size = len(tokenizer)
    extend_vocabulary(model.encoder, tokenizer, "疹")
    extend_vocabulary(model.decoder, decoder_tokenizer, "疹瘘")
    model.save_pretrained(tmp_path)
    again = AutoModel.from_pretrained(tmp_path)
    assert (again.config.encoder.vocab_size, again.config.decoder.vocab_size) == (size + 1, size + 2)
    assert len(again.get_input_embeddings().weight) == size + 1
    assert len(again.get_output_embeddings().weight) == size + 2
    assert again.get_output_embeddings().weight is again.decoder.transformer.wte.weight
    assert all(torch.equal(again.state_dict()[name], tensor) for name, tensor in model.state_dict().items())


def record(number: int, description: str, reply: str) -> Record:
    words = {"description": description, "reply": reply, "department": "内科", "task": "triage"}
    return Record(id=f"{number:03}", language="zh", source="test", group=str(number), **words)


@pytest.fixture
def data(tmp_path):
    """疹 is unknown in 6 descriptions of the training split, 瘘 in 5, β in 4; 痹 in 3 replies; ☯ in the test split."""
    training = [
        record(i, "头痛" + "疹疹" * (i < 6) + "瘘" * (4 <= i < 9) + "β" * (i < 4), "三天" + "痹" * (i < 3))
        for i in range(12)
    ]
    test = [record(i, "☯", "☯") for i in range(12, 20)]
    return write_prepared(tmp_path / "data", training + test, [0] * 12 + [2] * 8, ["内科"], range(20))


@pytest.mark.parametrize(
    ("limits", "rows", "encoder_characters", "decoder_characters"),
    [
        ((4, 9), None, ["疹", "瘘", "β"], []),
        ((5, 9), None, ["疹", "瘘"], []),
        ((1, 2), None, ["疹", "瘘"], ["痹"]),
        ((4, 9), 5, ["疹", "β"], []),  # drawn are rows 0 to 3 and 10
    ],
)
def test_frequent_unknown_characters_of_the_training_rows(
    data, tmp_path, limits, rows, encoder_characters, decoder_characters
):
    tokenizers = bert(), wordpiece()
    joint, _ = miniature.joint(wordpiece())
    joint.resize_encoder_embeddings(len(tokenizers[0]))
    limits = ExtendVocabulary(minimum_rows=limits[0], maximum=limits[1])
    parts = {
        "encoder": Part(joint.encoder, tokenizers[0], limits, ("description",)),
        "decoder": Part(joint.decoder, tokenizers[1], limits, ("reply",)),
    }
    sizes = [len(tokenizer) for tokenizer in tokenizers]
    metrics = extend_vocabularies(parts, data, ("description", "reply"), rows, 153, tmp_path)
    added = json.loads((tmp_path / ADDED_FILE).read_text(encoding="utf-8"))
    assert added == {"encoder": encoder_characters, "decoder": decoder_characters}
    assert metrics == {
        "added_encoder_characters": len(encoder_characters),
        "added_decoder_characters": len(decoder_characters),
    }
    tokens = len(encoder_characters) + ("β" in encoder_characters)
    assert [len(tokenizer) - size for tokenizer, size in zip(tokenizers, sizes, strict=True)] == [
        tokens,
        len(decoder_characters),
    ]
    assert re.fullmatch(
        "头 ?痛 ?疹 ?疹", tokenizers[0].decode(tokenizers[0]("头痛疹疹", add_special_tokens=False)["input_ids"])
    )


def test_off_by_default(data, tmp_path):
    parts = {"encoder": Part(None, None, None, ("description",))}
    assert extend_vocabularies(parts, data, ("description",), None, 0, tmp_path) == {}
    assert not (tmp_path / ADDED_FILE).exists()
