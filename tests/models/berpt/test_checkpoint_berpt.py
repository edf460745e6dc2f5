"""A saved checkpoint, read by every Auto class, with medtune and without."""

import json
import os
import subprocess
import sys

import pytest
import torch
from safetensors.torch import load_file
from transformers import (
    AutoModel,
    AutoModelForSeq2SeqLM,
    AutoModelForSequenceClassification,
    BertTokenizer,
    Trainer,
    TrainingArguments,
    pipeline,
)

from medtune.models import (
    BERPTConfig,
    BERPTForConditionalGeneration,
    BERPTForSequenceClassification,
    BERPTModel,
    BERPTProcessor,
)

CODE = {"base.py", "configuration_berpt.py", "layers.py", "modeling_berpt.py", "warm_start.py"}


def tokenizer(size):
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(chr(ord("一") + i) for i in range(size - 5))]
    return BertTokenizer(vocab={token: index for index, token in enumerate(tokens)}, model_max_length=40)


@pytest.fixture(scope="module")
def complete(joint_config, tmp_path_factory):
    """A checkpoint with model and processor, in one directory."""
    directory = tmp_path_factory.mktemp("complete")
    torch.manual_seed(0)
    processor = BERPTProcessor(tokenizer(60), tokenizer(50))
    BERPTModel(joint_config(**processor.decoder_token_ids)).save_pretrained(directory)
    processor.save_pretrained(directory)
    return directory


@pytest.mark.parametrize(
    ("auto", "cls"),
    [
        (AutoModel, BERPTModel),
        (AutoModelForSequenceClassification, BERPTForSequenceClassification),
        (AutoModelForSeq2SeqLM, BERPTForConditionalGeneration),
    ],
)
def test_each_class_round_trips(checkpoint, batch, tmp_path, auto, cls):
    model, info = auto.from_pretrained(checkpoint, output_loading_info=True)
    assert type(model) is cls
    assert not any(info.values())
    model.save_pretrained(tmp_path)
    again = auto.from_pretrained(tmp_path)
    inputs = {name: batch[name] for name in ("input_ids", "attention_mask")}
    inputs |= {} if cls is BERPTForSequenceClassification else {"labels": batch["labels"]}
    torch.testing.assert_close(again(**inputs).logits, model(**inputs).logits, rtol=0, atol=0)
    assert again.config.id2label == {0: "儿科", 1: "内科", 2: "外科"}
    assert {path.name for path in tmp_path.iterdir()} >= CODE
    weights = load_file(tmp_path / "model.safetensors")
    assert "decoder.lm_head.weight" not in weights  # tied to the embeddings
    halves = {name.split(".")[0] for name in weights}
    assert (
        halves
        == {
            BERPTModel: {"encoder", "classifier", "encoder_to_decoder", "decoder"},
            BERPTForSequenceClassification: {"encoder", "classifier"},
            BERPTForConditionalGeneration: {"encoder", "encoder_to_decoder", "decoder"},
        }[cls]
    )


def test_tied_embeddings_stay_tied(checkpoint):
    model = BERPTModel.from_pretrained(checkpoint)
    assert model.decoder.lm_head.weight is model.decoder.transformer.wte.weight


def test_half_a_checkpoint_is_not_made_whole(checkpoint, tmp_path):
    BERPTForSequenceClassification.from_pretrained(checkpoint).save_pretrained(tmp_path / "triage")
    assert BERPTConfig.from_pretrained(tmp_path / "triage").decoder is None
    for auto in (AutoModel, AutoModelForSeq2SeqLM):
        with pytest.raises(ValueError, match="holds only the triage half"):
            auto.from_pretrained(tmp_path / "triage")
    BERPTForConditionalGeneration.from_pretrained(checkpoint).save_pretrained(tmp_path / "reply")
    for auto in (AutoModel, AutoModelForSequenceClassification):
        with pytest.raises(ValueError, match=r"lacks 2 weights .* saved as BERPTForConditionalGeneration"):
            auto.from_pretrained(tmp_path / "reply")


def test_a_text_too_long_for_the_pipeline_says_so(complete):
    classify = pipeline("text-classification", model=str(complete))
    with pytest.raises(ValueError, match=r"description of 62 tokens is longer than the 40 .* truncate it"):
        classify("一" * 60)
    assert classify("一" * 60, truncation=True)[0]["score"] > 0


def test_text_classification_pipeline(complete):
    classify = pipeline("text-classification", model=str(complete))
    text = "一丁七万丈"
    best = classify(text)[0]
    encoding = BERPTProcessor.from_pretrained(complete)(text, return_tensors="pt")
    probabilities = (
        AutoModelForSequenceClassification.from_pretrained(complete)(**encoding).logits.detach().softmax(-1)[0]
    )
    assert best["label"] == ["儿科", "内科", "外科"][int(probabilities.argmax())]
    assert best["score"] == pytest.approx(float(probabilities.max()), rel=1e-5)
    assert len(classify([text, "三上"], top_k=None)[1]) == 3


@pytest.mark.parametrize("decoder", ["cpu", "disk"])
def test_placed_by_a_device_map(checkpoint, batch, tmp_path, decoder):
    device_map = {"encoder": "cpu", "classifier": "cpu", "encoder_to_decoder": "cpu", "decoder": decoder}
    model = BERPTModel.from_pretrained(checkpoint, device_map=device_map, offload_folder=tmp_path)
    torch.testing.assert_close(model(**batch).loss, BERPTModel.from_pretrained(checkpoint)(**batch).loss)


@pytest.mark.parametrize("cls", [BERPTModel, BERPTForSequenceClassification])
def test_the_trainer_saves_a_complete_checkpoint(checkpoint, batch, tmp_path, cls):
    model = cls.from_pretrained(checkpoint)
    rows = [{name: tensor[row] for name, tensor in batch.items()} for row in range(3)]
    if cls is BERPTForSequenceClassification:
        for row in rows:
            row["labels"] = row.pop("department_labels")
    arguments = TrainingArguments(tmp_path, max_steps=1, report_to="none", use_cpu=True, disable_tqdm=True)
    trainer = Trainer(model, arguments, train_dataset=rows)
    trainer.train()
    saved = tmp_path / "checkpoint-1"
    assert {path.name for path in saved.iterdir()} >= CODE
    assert "auto_map" in json.loads((saved / "config.json").read_text())
    cls.from_pretrained(saved)


def test_the_trainer_predicts_both_kinds_of_logits(checkpoint, batch, tmp_path):
    model = BERPTModel.from_pretrained(checkpoint)
    rows = [{name: tensor[row] for name, tensor in batch.items()} for row in range(3)]
    arguments = TrainingArguments(tmp_path, report_to="none", use_cpu=True, disable_tqdm=True)
    reply, departments = Trainer(model, arguments).predict(rows).predictions
    output = model(**batch)
    torch.testing.assert_close(torch.tensor(reply), output.logits.detach())
    torch.testing.assert_close(torch.tensor(departments), output.department_logits.detach())


def test_a_new_head_is_put_on_only_when_asked_for(checkpoint):
    departments = {"id2label": dict(enumerate("内外妇儿皮"))}
    for asked in (departments, {"num_labels": 5}):
        with pytest.raises(RuntimeError, match="ignore_mismatched_sizes"):
            BERPTForSequenceClassification.from_pretrained(checkpoint, **asked)
    model = BERPTForSequenceClassification.from_pretrained(checkpoint, **departments, ignore_mismatched_sizes=True)
    assert model.classifier.linear.out_features == model.config.num_labels == 5
    assert model.config.label2id["儿"] == 3
    model = BERPTForSequenceClassification.from_pretrained(checkpoint, num_labels=5, ignore_mismatched_sizes=True)
    assert model.classifier.linear.out_features == 5
    assert model.config.label2id == {f"LABEL_{number}": number for number in range(5)}
    with pytest.raises(ValueError, match="num_labels 4 contradicts the 5 names of id2label"):
        BERPTForSequenceClassification.from_pretrained(checkpoint, **departments, num_labels=4)
    same = BERPTForSequenceClassification.from_pretrained(checkpoint, num_labels=3)
    assert same.config.id2label == {0: "儿科", 1: "内科", 2: "外科"}


def test_shards(checkpoint, batch, tmp_path):
    model = BERPTModel.from_pretrained(checkpoint)
    model.save_pretrained(tmp_path, max_shard_size="20KB")
    assert len(list(tmp_path.glob("model-*.safetensors"))) > 1
    torch.testing.assert_close(BERPTModel.from_pretrained(tmp_path)(**batch).loss, model(**batch).loss)


@pytest.mark.parametrize("steps", [1, 3])
def test_plain_trainer_does_not_multiply_the_loss_by_the_accumulation_steps(checkpoint, batch, tmp_path, steps):
    """It counts reply tokens only: the reply loss is exact, the department loss a mean weighted by them."""
    model = BERPTModel.from_pretrained(checkpoint)
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    rows = [{name: tensor[row] for name, tensor in batch.items()} for row in range(3)]
    with torch.no_grad():
        whole = model(**batch)
        parts = [model(**{name: tensor[row : row + 1] for name, tensor in batch.items()}) for row in range(3)]
    tokens = (batch["labels"] != -100).sum(1)
    weighted = sum(part.classification_loss * count for part, count in zip(parts, tokens, strict=True)) / tokens.sum()
    expected = whole.reply_loss + (whole.classification_loss if steps == 1 else weighted)
    arguments = TrainingArguments(
        tmp_path,
        max_steps=1,
        per_device_train_batch_size=3 // steps,
        gradient_accumulation_steps=steps,
        logging_steps=1,
        report_to="none",
        use_cpu=True,
        disable_tqdm=True,
    )
    trainer = Trainer(model, arguments, train_dataset=rows)
    trainer.train()
    assert trainer.state.log_history[0]["loss"] == pytest.approx(expected.item(), rel=1e-4)


SCRIPT = """
import sys
sys.modules["medtune"] = None  # as if it were not installed
import torch
from transformers import AutoModel, AutoModelForSeq2SeqLM, AutoModelForSequenceClassification, AutoProcessor
from transformers import AutoTokenizer, pipeline

directory, again, triage = sys.argv[1:]
try:
    AutoModel.from_pretrained(directory, trust_remote_code=False)
except ValueError as error:
    assert "trust_remote_code" in str(error), error
else:
    raise AssertionError("remote code ran without leave")
trust = {"trust_remote_code": True}
processor = AutoProcessor.from_pretrained(directory, **trust)
batch = processor(["一丁七万", "三"], ["丈三上", "丁"], padding=True, return_tensors="pt")
model = AutoModel.from_pretrained(directory, **trust)
output = model(**batch, department_labels=torch.tensor([0, 1]))
reply = AutoModelForSeq2SeqLM.from_pretrained(directory, **trust)
torch.testing.assert_close(reply(**batch).loss, output.reply_loss)
del batch["labels"]
text = processor.batch_decode_replies(model.generate(**batch, max_new_tokens=4))
classifier = AutoModelForSequenceClassification.from_pretrained(directory, **trust)
torch.testing.assert_close(classifier(**batch).logits, output.department_logits)
assert AutoTokenizer.from_pretrained(directory, **trust)("一丁").input_ids == processor.tokenizer("一丁").input_ids
label = pipeline("text-classification", model=directory, **trust)("一丁七万")[0]["label"]

joint = type(model).from_encoder_decoder(triage, directory, decoder_start_token_id=2, eos_token_id=3)
assert joint.warm_start_report["newly initialised"] == []
model.save_pretrained(again)  # fine-tuned by somebody without medtune, and published again
processor.save_pretrained(again)
for auto in (AutoModel, AutoModelForSequenceClassification, AutoModelForSeq2SeqLM, AutoProcessor):
    auto.from_pretrained(again, **trust)
model = AutoModelForSequenceClassification.from_pretrained(triage, **trust)
print(output.loss.item(), label, len(text), model.config.decoder, sep="|")
"""


def test_without_medtune(complete, checkpoint, tmp_path):
    """One process that cannot import medtune loads everything through `trust_remote_code`."""
    BERPTForSequenceClassification.from_pretrained(checkpoint).save_pretrained(tmp_path / "triage")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"HF_HUB_OFFLINE": "1", "HF_MODULES_CACHE": str(tmp_path / "modules"), "HF_HOME": str(tmp_path)}
    arguments = [str(complete), str(tmp_path / "again"), str(tmp_path / "triage")]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    loss, label, replies, decoder = done.stdout.strip().splitlines()[-1].split("|")
    batch = BERPTProcessor.from_pretrained(complete)(
        ["一丁七万", "三"], ["丈三上", "丁"], padding=True, return_tensors="pt"
    )
    expected = BERPTModel.from_pretrained(complete)(**batch, department_labels=torch.tensor([0, 1]))
    assert float(loss) == pytest.approx(expected.loss.item(), rel=1e-5)
    assert (label, replies, decoder) == (["儿科", "内科", "外科"][expected.department_logits[0].argmax()], "2", "None")
