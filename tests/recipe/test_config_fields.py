"""The fields read from the source against the real configuration classes, and what is said about wrong ones."""

import dataclasses

import pytest

from medtune.recipe.config_fields import _section, config_problems
from medtune.recipe.networks import DEFAULTS


def said(**config) -> list[str]:
    return [str(problem) for problem in config_problems(config, "model.encoder")]


@pytest.mark.parametrize("model_type", [*DEFAULTS, "electra", "ernie", "qwen2"])
def test_every_field_of_the_class_may_stand_there_with_its_default(model_type):
    from transformers import AutoConfig

    config = AutoConfig.for_model(model_type)
    real = {field.name for field in dataclasses.fields(config) if not field.name.startswith("_")}
    assert real - {"per_layer_config"} <= set(_section(model_type).model_fields)
    written = {name: value for name, value in config.to_dict().items() if not name.startswith("_")}
    assert not said(**{**written, "model_type": model_type})


def test_what_a_class_takes_under_another_name_is_known():
    assert not said(model_type="gpt2", hidden_size=8, num_attention_heads=2, num_labels=3)
    assert not said(model_type="bert", num_labels=3, id2label={"0": "a"}, torch_dtype="float32", rope_theta=1e4)


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"hidden_sizes": 8}, "model.encoder.hidden_sizes: 8: unknown key. Did you mean `hidden_size`?"),
        ({"n_layer": 8}, "model.encoder.n_layer: 8: unknown key"),
        ({"hidden_size": "8"}, "model.encoder.hidden_size: '8': this is text; a whole number is allowed. Remove"),
        ({"num_hidden_layers": 0}, "model.encoder.num_hidden_layers: 0: too small; a number of at least 1"),
        ({"hidden_dropout_prob": 1.5}, "model.encoder.hidden_dropout_prob: 1.5: too large; a number of at most 1"),
        ({"layer_norm_eps": "tiny"}, "model.encoder.layer_norm_eps: 'tiny': this is text; a number is allowed"),
    ],
)
def test_wrong_fields(field, message):
    (problem,) = said(model_type="bert", **field)
    assert problem.startswith(message)


def test_types_whose_source_does_not_tell_are_left_alone():
    assert said(model_type="no-such-type", anything=3) == []
