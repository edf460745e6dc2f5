import copy
import json

import pytest
from transformers import AutoConfig, BertConfig, GPT2Config, LlamaConfig

from medtune.models import BERPTConfig


def test_round_trip(joint_config, tmp_path):
    config = joint_config(pooling="mean", classification_temperature=2.0, classification_loss_weight=0.5)
    config.save_pretrained(tmp_path)
    again = AutoConfig.from_pretrained(tmp_path)
    assert type(again) is BERPTConfig
    assert again.to_dict() | {"_name_or_path": ""} == config.to_dict()
    assert again.id2label == {0: "儿科", 1: "内科", 2: "外科"}
    assert again.label2id == {"儿科": 0, "内科": 1, "外科": 2}
    assert (again.encoder.model_type, again.decoder.model_type) == ("bert", "gpt2")


def test_defaults_are_the_triage_half_of_a_bert():
    config = BERPTConfig()
    assert (config.encoder.model_type, config.decoder, config.is_encoder_decoder) == ("bert", None, False)
    assert (config.pooling, config.num_labels) == ("cls", 2)


def test_decoder_gets_cross_attention_and_the_argument_is_left_alone():
    decoder = GPT2Config()
    config = BERPTConfig(decoder=decoder, eos_token_id=7)
    assert config.is_encoder_decoder
    assert config.decoder.add_cross_attention
    assert config.decoder.is_decoder
    assert not decoder.add_cross_attention
    assert config.pad_token_id == 7


def test_every_problem_is_named():
    with pytest.raises(ValueError, match="pooling 'max' is unknown, use one of cls, mean") as error:
        BERPTConfig(pooling="max", classifier_dropout=1.0, classification_temperature=0.0, reply_loss_weight=-1.0)
    for text in ("classifier_dropout 1.0 is not in", "classification_temperature 0.0", "reply_loss_weight -1.0 is neg"):
        assert text in str(error.value)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"encoder": LlamaConfig()}, "encoder of type 'llama' is none of the BERT family .* use one of albert, bert"),
        ({"decoder": LlamaConfig()}, "type 'llama' is none of the GPT-2 family, use one of type 'gpt2'"),
        ({"decoder": GPT2Config(vocab_size=9), "eos_token_id": 9}, "eos_token_id 9 is outside .* vocabulary of 9"),
        ({"id2label": {0: "a", 1: "b"}, "num_labels": 3}, "num_labels 3 contradicts the 2 names"),
        ({"id2label": {0: "a", 2: "b"}}, "from 0 without a gap"),
        ({"id2label": {0: "a", 1: "a"}}, "names a label twice"),
    ],
)
def test_contradictions(arguments, message):
    with pytest.raises(ValueError, match=message):
        BERPTConfig(**arguments)


def test_auto_map_names_every_class_and_code_comes_along(joint_config, tmp_path):
    config = joint_config()
    config.save_pretrained(tmp_path)
    saved = json.loads((tmp_path / "config.json").read_text())
    assert set(saved["auto_map"]) == {
        "AutoConfig",
        "AutoModel",
        "AutoModelForSequenceClassification",
        "AutoModelForSeq2SeqLM",
    }
    for reference in saved["auto_map"].values():
        module, name = reference.split(".")
        assert f"class {name}(" in (tmp_path / f"{module}.py").read_text()


def test_auto_map_of_another_repository_is_not_kept():
    config = BERPTConfig(auto_map={"AutoModel": "somebody/berpt--modeling_berpt.BERPTModel"})
    assert config.auto_map["AutoModel"] == "modeling_berpt.BERPTModel"


def test_no_path_of_this_machine_is_saved(tmp_path):
    encoder = BertConfig()
    encoder._name_or_path = "/home/somebody/bert"
    BERPTConfig(encoder=encoder).save_pretrained(tmp_path)
    assert "somebody" not in (tmp_path / "config.json").read_text()


def test_triage_half_is_a_copy(joint_config):
    config = joint_config()
    before = copy.deepcopy(config.to_dict())
    half = config.triage_half()
    assert half.decoder is None
    assert not half.is_encoder_decoder
    assert half.id2label == config.id2label
    assert config.to_dict() == before


def test_changes_on_loading_are_checked_too(joint_config, tmp_path):
    joint_config().save_pretrained(tmp_path)
    config = BERPTConfig.from_pretrained(tmp_path, pooling="mean", encoder={"hidden_act": "relu"})
    assert (config.pooling, config.encoder.hidden_act, config.encoder.hidden_size) == ("mean", "relu", 32)
    with pytest.raises(ValueError, match="pooling 'max' is unknown"):
        AutoConfig.from_pretrained(tmp_path, pooling="max")
