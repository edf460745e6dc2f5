import pytest
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import AutoProcessor, AutoTokenizer, BertTokenizer, PreTrainedTokenizerFast

from medtune.models import BERPTModel, BERPTProcessor

CHARACTERS = list("头痛三天咳嗽发热多喝水去内科看，。")
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def bert_tokenizer(characters=CHARACTERS):
    vocab = {token: index for index, token in enumerate([*SPECIAL, *characters, "ct"])}
    return BertTokenizer(vocab=vocab, model_max_length=16)


def byte_tokenizer():
    """GPT-2's kind: bytes, one special token for start and end, none for padding."""
    vocab = {
        token: index for index, token in enumerate(["<|endoftext|>", *sorted(pre_tokenizers.ByteLevel.alphabet())])
    }
    backend = Tokenizer(models.BPE(vocab=vocab, merges=[]))
    backend.pre_tokenizer, backend.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    end = "<|endoftext|>"
    return PreTrainedTokenizerFast(tokenizer_object=backend, bos_token=end, eos_token=end, model_max_length=64)


@pytest.fixture
def processor():
    return BERPTProcessor(bert_tokenizer(), bert_tokenizer(list("多喝水去内科看。")))


def test_literal_batch(processor):
    batch = processor(text=["头痛三天", "咳嗽"], reply=["喝水", "去看内科"], padding=True, return_tensors="pt")
    assert batch["input_ids"].tolist() == [[2, 5, 6, 7, 8, 3], [2, 9, 10, 3, 0, 0]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0]]
    assert batch["labels"].tolist() == [[6, 7, 3, -100, -100], [8, 11, 9, 10, 3]]


def test_truncation_keeps_the_end_token(processor):
    batch = processor(text="头痛三天咳嗽", reply="多喝水去看内科", max_length=4, max_reply_length=3)
    assert batch["input_ids"] == [2, 5, 6, 3]
    assert batch["labels"] == [5, 6, 3]
    whole = processor(reply="多喝水去看内科", max_reply_length=3, truncation=False)
    assert whole["labels"] == [5, 6, 7, 8, 11, 9, 10, 3]


def test_fixed_width(processor):
    batch = processor(text=["头"], reply=["水"], padding="max_length", max_length=5, max_reply_length=4)
    assert batch["input_ids"] == [[2, 5, 3, 0, 0]]
    assert batch["labels"] == [[7, 3, -100, -100]]


def test_one_row_and_one_side(processor):
    assert processor("头痛")["input_ids"] == [2, 5, 6, 3]
    assert "labels" not in processor("头痛")
    assert set(processor(reply=["水"])) == {"labels"}
    assert processor("头痛", "水", return_tensors="pt")["labels"].tolist() == [[7, 3]]
    with pytest.raises(ValueError, match="nothing to tokenize: pass text, reply or both"):
        processor()
    with pytest.raises(ValueError, match="2 texts do not go with 1 replies"):
        processor(["头", "痛"], ["水"])


def test_token_ids_of_both_kinds_of_decoder(processor):
    assert processor.decoder_token_ids == {"decoder_start_token_id": 2, "eos_token_id": 3, "pad_token_id": 0}
    other = BERPTProcessor(bert_tokenizer(), byte_tokenizer())
    assert other.decoder_token_ids == {"decoder_start_token_id": 0, "eos_token_id": 0, "pad_token_id": 0}
    labels = other(reply=["多", "水水"], padding=True)["labels"]
    assert labels[0][3] == 0  # the end token is supervised although it is the padding token too
    assert labels[0][4:] == [-100] * 3
    assert other.batch_decode_replies([[0, *labels[1], 0, 0], labels[0]]) == ["水水", "多"]


def test_a_decoder_tokenizer_without_end_token_is_refused():
    backend = Tokenizer(models.WordLevel({"a": 0}))
    with pytest.raises(ValueError, match="neither an eos_token nor a sep_token"):
        BERPTProcessor(bert_tokenizer(), PreTrainedTokenizerFast(tokenizer_object=backend))


def test_decoded_replies_have_no_spaces_between_characters(processor):
    labels = processor(reply=["去看内科。", "ct 去看 ct ct"], padding=True, return_tensors="pt")["labels"]
    assert processor.batch_decode_replies(labels) == ["去看内科。", "ct去看ct ct"]


@pytest.mark.parametrize("decoder", [bert_tokenizer, byte_tokenizer])
def test_round_trip_in_one_directory(decoder, tmp_path):
    processor = BERPTProcessor(bert_tokenizer(), decoder())
    processor.save_pretrained(tmp_path)
    assert (tmp_path / "processing_berpt.py").is_file()
    inputs = {"text": ["头痛ct", "天"], "reply": ["去看内科。", "水"], "padding": True, "max_reply_length": 6}
    for again in (AutoProcessor.from_pretrained(tmp_path), BERPTProcessor.from_pretrained(tmp_path)):
        assert type(again) is BERPTProcessor
        assert dict(again(**inputs)) == dict(processor(**inputs))
        assert again.decoder_token_ids == processor.decoder_token_ids
    tokenizer = AutoTokenizer.from_pretrained(tmp_path)
    assert tokenizer("头痛ct").input_ids == processor.tokenizer("头痛ct").input_ids


def test_a_missing_decoder_tokenizer_is_not_replaced_by_the_encoders(processor, tmp_path):
    processor.save_pretrained(tmp_path)
    for file in (tmp_path / "decoder_tokenizer").iterdir():
        file.unlink()
    for auto in (AutoProcessor, BERPTProcessor):
        with pytest.raises(OSError, match=r"no tokenizer in the folder decoder_tokenizer.* read it with AutoTokenizer"):
            auto.from_pretrained(tmp_path)


def test_inputs_and_ids_fit_the_model(processor, encoder_config, decoder_config):
    model = BERPTModel.from_encoder_decoder(
        encoder_config(), decoder_config(), num_labels=3, **processor.decoder_token_ids
    )
    batch = processor(["头痛三天", "咳嗽"], ["喝水", "去看内科"], padding=True, return_tensors="pt")
    output = model(**batch, department_labels=torch.tensor([0, 1]))
    assert output.logits.shape == (2, 5, 50)
    replies = model.generate(**processor(["头痛", "热"], padding=True, return_tensors="pt"), max_new_tokens=4)
    assert replies[:, 0].tolist() == [2, 2]
    assert len(processor.batch_decode_replies(replies)) == 2
