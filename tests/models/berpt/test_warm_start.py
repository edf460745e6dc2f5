import logging
import pickle

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import (
    BertForSequenceClassification,
    BertModel,
    ElectraModel,
    GPT2LMHeadModel,
    ModernBertConfig,
    RobertaForMaskedLM,
)
from transformers.utils import logging as transformers_logging

from medtune.models import BERPTForSequenceClassification, BERPTModel

IDS = {"decoder_start_token_id": 1, "eos_token_id": 2}
NEW, LEFT = "newly initialised", "left behind"
CROSS = 2 * 8  # 2 layers of a norm (2) and q_attn, c_attn, c_proj with biases (6)


@pytest.fixture
def bert(encoder_config, tmp_path):
    BertModel(encoder_config()).save_pretrained(tmp_path / "bert")
    return tmp_path / "bert"


@pytest.fixture
def gpt2(decoder_config, tmp_path):
    GPT2LMHeadModel(decoder_config()).save_pretrained(tmp_path / "gpt2")
    return tmp_path / "gpt2"


def rewrite(directory, change):
    weights = load_file(directory / "model.safetensors")
    save_file(change(weights), directory / "model.safetensors", metadata={"format": "pt"})


def same(state, other, *, prefix=""):
    return all(torch.equal(tensor, other[prefix + name]) for name, tensor in state.items())


def test_plain_halves(bert, gpt2):
    model = BERPTModel.from_encoder_decoder(str(bert), gpt2, num_labels=3, **IDS)
    encoder = {k: v for k, v in BertModel.from_pretrained(bert).state_dict().items() if not k.startswith("pooler.")}
    assert same(encoder, model.state_dict(), prefix="encoder.")
    assert same(GPT2LMHeadModel.from_pretrained(gpt2).state_dict(), model.state_dict(), prefix="decoder.")
    report = model.warm_start_report
    assert len(report[str(bert)]) == len(encoder)
    assert len(report[NEW]) == CROSS + 2 + 2  # cross-attention, classifier, projection
    assert report[LEFT] == [f"{bert}: pooler.dense.bias", f"{bert}: pooler.dense.weight"]
    named = {name for origin, names in report.items() if origin != LEFT for name in names}
    assert named | {"decoder.lm_head.weight"} == set(model.state_dict())
    assert not model.training
    assert (model.config.num_labels, model.config.decoder_start_token_id) == (3, 1)


def test_configurations_start_from_nothing(encoder_config, decoder_config):
    model = BERPTModel.from_encoder_decoder(encoder_config(), decoder_config(), num_labels=3, **IDS)
    assert set(model.warm_start_report[NEW]) | {"decoder.lm_head.weight"} == set(model.state_dict())


def test_models_are_copied(encoder_config, decoder_config):
    encoder, decoder = ElectraModel(encoder_config("electra")), GPT2LMHeadModel(decoder_config())
    model = BERPTModel.from_encoder_decoder(encoder, decoder, num_labels=3, **IDS)
    assert same(encoder.state_dict(), model.encoder.state_dict())
    assert model.encoder is not encoder
    assert not decoder.config.add_cross_attention
    assert set(model.warm_start_report) == {"ElectraModel", "GPT2LMHeadModel", NEW, LEFT}


def test_a_foreign_head_is_left_behind(encoder_config, tmp_path):
    foreign = BertForSequenceClassification(encoder_config(num_labels=7))
    foreign.save_pretrained(tmp_path)
    for source in (foreign, tmp_path):
        model = BERPTForSequenceClassification.from_encoder(source, id2label={0: "内科", 1: "外科"})
        assert any("classifier.weight" in name for name in model.warm_start_report[LEFT])
        assert model.warm_start_report[NEW] == ["classifier.linear.bias", "classifier.linear.weight"]
        assert model.config.id2label == {0: "内科", 1: "外科"}
        assert same(foreign.bert.encoder.state_dict(), model.encoder.encoder.state_dict())


def test_language_model_without_pooler(encoder_config, tmp_path):
    RobertaForMaskedLM(encoder_config("roberta")).save_pretrained(tmp_path)
    report = BERPTForSequenceClassification.from_encoder(tmp_path, num_labels=2).warm_start_report
    assert any("lm_head" in name for name in report[LEFT])
    assert not any("pooler" in name for names in report.values() for name in names)


def test_decoder_with_cross_attention_keeps_it(bert, decoder_config, tmp_path):
    decoder = GPT2LMHeadModel(decoder_config(add_cross_attention=True))
    decoder.save_pretrained(tmp_path / "cross")
    rewrite(tmp_path / "cross", lambda w: w | {"transformer.h.0.crossattention.masked_bias": torch.tensor(-1e4)})
    # The configuration does not say so, the weights do.
    config = decoder.config
    config.add_cross_attention = False
    config.save_pretrained(tmp_path / "cross")
    model = BERPTModel.from_encoder_decoder(bert, tmp_path / "cross", num_labels=3, **IDS)
    assert same(decoder.state_dict(), model.decoder.state_dict())
    assert len(model.warm_start_report[NEW]) == 4


def test_cross_attention_of_some_layers_only(bert, decoder_config, tmp_path):
    GPT2LMHeadModel(decoder_config(add_cross_attention=True)).save_pretrained(tmp_path / "torn")
    rewrite(tmp_path / "torn", lambda w: {k: v for k, v in w.items() if "h.1.crossattention" not in k})
    with pytest.raises(ValueError, match=r"lack 6 weights, such as decoder.transformer.h.1.crossattention"):
        BERPTModel.from_encoder_decoder(bert, tmp_path / "torn", num_labels=3, **IDS)


def test_cross_attention_under_other_names(bert, decoder_config, tmp_path):
    GPT2LMHeadModel(decoder_config(add_cross_attention=True)).save_pretrained(tmp_path / "other")
    rewrite(tmp_path / "other", lambda w: {k.replace("crossattention", "cross_attn"): v for k, v in w.items()})
    with pytest.raises(ValueError, match=r"weights under unknown names, such as .*cross_attn"):
        BERPTModel.from_encoder_decoder(bert, tmp_path / "other", num_labels=3, **IDS)


def test_a_torn_half_is_refused(bert, gpt2):
    rewrite(gpt2, lambda w: {k: v for k, v in w.items() if "h.1.mlp" not in k})
    with pytest.raises(ValueError, match=r"lack 4 weights, such as decoder.transformer.h.1.mlp"):
        BERPTModel.from_encoder_decoder(bert, gpt2, num_labels=3, **IDS)
    rewrite(bert, lambda w: {k: v for k, v in w.items() if "layer.1.output" not in k})
    with pytest.raises(ValueError, match=r"lacks 4 weights, such as encoder\.layer\.1\.output"):
        BERPTForSequenceClassification.from_encoder(bert, num_labels=3)


def test_experiment_5_from_fine_tuned_triage_and_gpt2(joint_config, gpt2, tmp_path):
    triage = BERPTForSequenceClassification(joint_config(pooling="mean", classification_temperature=2.0))
    triage.save_pretrained(tmp_path / "triage")
    model = BERPTModel.from_encoder_decoder(tmp_path / "triage", gpt2, **IDS)
    assert same(triage.state_dict(), model.state_dict())
    assert model.config.id2label == triage.config.id2label
    assert (model.classifier.pooling, model.classifier.temperature) == ("mean", 2.0)
    assert not any("classifier" in name for name in model.warm_start_report[NEW])


@pytest.mark.parametrize("arguments", [{"num_labels": 5}, {"id2label": {0: "内科", 1: "儿科", 2: "外科"}}])
def test_contradicting_labels(checkpoint, arguments):
    with pytest.raises(ValueError, match=r"has a classifier for \['儿科', '内科', '外科'\], which contradicts"):
        BERPTForSequenceClassification.from_encoder(checkpoint, **arguments)
    model = BERPTForSequenceClassification.from_encoder(checkpoint, id2label={"0": "儿科", "1": "内科", "2": "外科"})
    assert model.warm_start_report[NEW] == []
    bare = BERPTForSequenceClassification.from_encoder(model.encoder, **arguments)
    assert len(bare.warm_start_report[NEW]) == 2


def test_joint_checkpoint_as_both_halves(checkpoint, bert, joint):
    again = BERPTModel.from_encoder_decoder(checkpoint, checkpoint, **IDS)
    assert again.warm_start_report[NEW] == again.warm_start_report[LEFT] == []
    assert same(joint.state_dict(), again.state_dict())
    decoder_only = BERPTModel.from_encoder_decoder(bert, joint, num_labels=3, **IDS)
    assert decoder_only.warm_start_report[NEW] == ["classifier.linear.bias", "classifier.linear.weight"]


@pytest.mark.parametrize(
    ("swap", "message"),
    [(True, "encoder .*gpt2 is of type 'gpt2'; give a BERT-family model"), (False, "decoder .*bert is of type 'bert'")],
)
def test_halves_in_the_wrong_place(bert, gpt2, swap, message):
    encoder, decoder = (gpt2, gpt2) if swap else (bert, bert)
    with pytest.raises(ValueError, match=message):
        BERPTModel.from_encoder_decoder(encoder, decoder, num_labels=3, **IDS)


def test_bin_only_checkpoints_are_read_without_pickle(bert, gpt2):
    expected = BERPTModel.from_encoder_decoder(bert, gpt2, num_labels=3, **IDS).encoder.state_dict()
    for directory in (bert, gpt2):
        torch.save(load_file(directory / "model.safetensors"), directory / "pytorch_model.bin")
        (directory / "model.safetensors").unlink()
    model = BERPTModel.from_encoder_decoder(bert, gpt2, num_labels=3, **IDS)
    assert same(expected, model.encoder.state_dict())


def test_a_pickled_object_is_refused(bert):
    weights = load_file(bert / "model.safetensors") | {"extra": logging.Formatter()}
    torch.save(weights, bert / "pytorch_model.bin")
    (bert / "model.safetensors").unlink()
    with pytest.raises(pickle.UnpicklingError, match="Weights only load failed"):
        BERPTForSequenceClassification.from_encoder(bert, num_labels=3)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_all_weights_are_of_one_type(bert, decoder_config, tmp_path, dtype):
    GPT2LMHeadModel(decoder_config()).half().save_pretrained(tmp_path / "half")
    model = BERPTModel.from_encoder_decoder(bert, tmp_path / "half", num_labels=3, dtype=dtype, **IDS)
    assert {p.dtype for p in model.parameters()} == {dtype}


def test_rotary_frequencies_are_not_rounded_with_the_weights(decoder_config, tmp_path):
    sizes = {"vocab_size": 60, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2}
    encoder = ModernBertConfig(**sizes, intermediate_size=40, pad_token_id=0, bos_token_id=1, eos_token_id=2)
    model = BERPTModel.from_encoder_decoder(encoder, decoder_config(), num_labels=3, dtype=torch.bfloat16, **IDS)
    assert {p.dtype for p in model.parameters()} == {torch.bfloat16}
    model.save_pretrained(tmp_path)
    again = BERPTModel.from_pretrained(tmp_path, dtype=torch.bfloat16)
    buffers = dict(again.named_buffers())
    assert same(dict(model.named_buffers()), buffers)
    assert any("inv_freq" in name for name in buffers)


def test_summary_is_logged(bert, gpt2, caplog):
    root = logging.getLogger("transformers")
    verbosity = transformers_logging.get_verbosity()
    transformers_logging.set_verbosity_info()
    root.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.INFO, logger="medtune"):
            BERPTModel.from_encoder_decoder(bert, gpt2, num_labels=3, **IDS)
    finally:
        root.removeHandler(caplog.handler)
        transformers_logging.set_verbosity(verbosity)
    assert f"weights: {NEW}" in caplog.text


def test_real_encoder(shared, decoder_config, tmp_path):
    source = shared / "models" / "e5-small-zh-en"
    if not source.is_dir():
        pytest.skip(f"{source.name} is not in the shared folder")
    model = BERPTModel.from_encoder_decoder(source, decoder_config(), num_labels=11, **IDS)
    assert len(model.warm_start_report[str(source)]) == 12 * 16 + 5
    model.save_pretrained(tmp_path)
    again = BERPTModel.from_pretrained(tmp_path)
    input_ids = torch.tensor([[0, 300, 1200, 77, 2]])
    torch.testing.assert_close(again(input_ids).department_logits, model(input_ids).department_logits)
