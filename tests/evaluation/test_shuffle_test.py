import miniature
import pyarrow as pa
import pytest
import torch
from torch.nn.functional import log_softmax

from medtune.evaluation.inference.predict import Predictor
from medtune.evaluation.shuffle_test import reply_losses, shuffle_test

REPLIES = ["多喝水，注意休息。", "做胃镜。", "拍片看看骨头，先不要走路。", "测血压，少吃盐。", "清洗以后包扎。"]


@pytest.fixture(scope="module")
def tokenizer():
    return miniature.tokenizer([*miniature.TEXTS, *REPLIES])


@pytest.fixture(scope="module")
def examples(tokenizer):
    return [
        {"input_ids": tokenizer(text)["input_ids"], "labels": tokenizer(f"{reply}")["input_ids"][1:]}
        for text, reply in zip(miniature.TEXTS, REPLIES, strict=True)
    ]


def deaf(model):
    """Cut the way from the encoder to the decoder."""
    for block in model.decoder.transformer.h:
        torch.nn.init.zeros_(block.crossattention.c_proj.weight)
        torch.nn.init.zeros_(block.crossattention.c_proj.bias)
    return model


def loss_by_hand(model, description, labels):
    """Mean negative log-likelihood of a reply, row by row and without padding."""
    start = torch.tensor([[model.config.decoder_start_token_id, *labels[:-1]]])
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([description]), decoder_input_ids=start).logits[0]
    chosen = log_softmax(logits, -1)[torch.arange(len(labels)), torch.tensor(labels)]
    return -chosen.mean().item()


def test_losses_are_those_of_own_and_previous_descriptions(tokenizer, examples):
    model, _ = miniature.joint(tokenizer)
    own, swapped = reply_losses(model, examples, tokenizer.pad_token_id)
    assert own == pytest.approx([loss_by_hand(model, row["input_ids"], row["labels"]) for row in examples], rel=1e-4)
    previous = [examples[row - 1]["input_ids"] for row in range(5)]
    expected = [loss_by_hand(model, ids, row["labels"]) for ids, row in zip(previous, examples, strict=True)]
    assert swapped == pytest.approx(expected, rel=1e-4)


def test_rows_are_swapped_within_batches_and_a_single_last_one_is_left_out(tokenizer, examples):
    model, _ = miniature.joint(tokenizer)
    own, swapped = reply_losses(model, examples, tokenizer.pad_token_id, batch_size=2)
    assert len(own) == len(swapped) == 4
    third = loss_by_hand(model, examples[3]["input_ids"], examples[2]["labels"])
    assert swapped[2] == pytest.approx(third, rel=1e-4)


def test_model_that_does_not_listen_shows_no_difference(tokenizer, examples):
    own, swapped = reply_losses(deaf(miniature.joint(tokenizer)[0]), examples, tokenizer.pad_token_id)
    assert own == pytest.approx(swapped, abs=1e-5)


def rows(count=5):
    return pa.table({"description": miniature.TEXTS[:count], "reply": REPLIES[:count]})


def predictor(folder, tokenizer, cut=False, **fields):
    model, processor = miniature.joint(tokenizer, **fields)
    (deaf(model) if cut else model).save_pretrained(folder)
    processor.save_pretrained(folder)
    return Predictor(str(folder))


def test_interval_covers_the_mean_difference(tmp_path, tokenizer, examples):
    listener = predictor(tmp_path, tokenizer)
    own, swapped = reply_losses(listener.model, examples, tokenizer.pad_token_id)
    interval = shuffle_test(listener, rows())
    assert interval.mean == pytest.approx(sum(swapped) / 5 - sum(own) / 5, abs=1e-5)
    assert interval.low < interval.mean < interval.high
    assert interval.examples == 5


def test_interval_of_a_model_that_does_not_listen(tmp_path, tokenizer):
    interval = shuffle_test(predictor(tmp_path, tokenizer, cut=True), rows())
    assert max(abs(interval.low), abs(interval.high)) < 1e-5


def test_rows_without_reply_are_passed_over(tmp_path, tokenizer):
    table = pa.concat_tables([rows(), pa.table({"description": ["咳嗽", "头痛"], "reply": pa.array([None, ""])})])
    assert shuffle_test(predictor(tmp_path, tokenizer), table).examples == 5


def test_long_replies_are_cut_to_the_decoders_positions(tmp_path, tokenizer):
    table = pa.table({"description": miniature.TEXTS[:2], "reply": ["休息。" * 100, "多喝水。" * 100]})
    assert shuffle_test(predictor(tmp_path, tokenizer, n_positions=40), table).examples == 2
