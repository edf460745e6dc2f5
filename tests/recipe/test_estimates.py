"""Sizes, memory and operations of models, against transformers' and torch's own account of them."""

import importlib.util
import os
import platform
from pathlib import Path

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode
from transformers import AutoConfig, AutoModel, AutoModelForCausalLM, BertConfig, BertModel, GPT2Config, GPT2Model

from medtune.models import BERPTConfig, BERPTModel
from medtune.recipe.duration import matrix_rate, training_flops
from medtune.recipe.memory import Batch, Setting, estimate_memory, layer_bytes, optimizer_bytes
from medtune.recipe.model_size import ModelSize, _frozen
from medtune.recipe.networks import network
from medtune.tasks.multitask import Recipe

ENCODER = {
    "model_type": "bert",
    "vocab_size": 300,
    "hidden_size": 64,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "intermediate_size": 160,
    "max_position_embeddings": 80,
}
DECODER = {"model_type": "gpt2", "vocab_size": 200, "n_embd": 48, "n_layer": 2, "n_head": 4, "n_positions": 64}
ROWS, TOKENS, WIDTH, HEADS = 2, 48, 128, 4


def count(model, without="pooler."):
    return sum(weight.numel() for name, weight in model.named_parameters() if not name.startswith(without))


@pytest.mark.parametrize(
    "config",
    [
        *({"model_type": kind} for kind in ("bert", "roberta", "xlm-roberta", "camembert", "electra", "distilbert")),
        ENCODER,
        {**ENCODER, "model_type": "roberta", "type_vocab_size": 1},
        {**ENCODER, "model_type": "albert", "embedding_size": 32},
    ],
    ids=lambda config: "-".join(map(str, config.values())),
)
def test_sizes_of_encoders(config):
    with torch.device("meta"):
        model = AutoModel.from_config(AutoConfig.for_model(**config))
    assert network(config, "encoder").parameters == count(model)


@pytest.mark.parametrize("cross_attention", [False, True])
@pytest.mark.parametrize(
    "config", [{"model_type": "gpt2"}, DECODER, {**DECODER, "tie_word_embeddings": False, "n_inner": 80}]
)
def test_sizes_of_decoders(config, cross_attention):
    with torch.device("meta"):
        full = AutoConfig.for_model(**config, add_cross_attention=cross_attention)
        model = AutoModelForCausalLM.from_config(full)
    assert network(config, "decoder", joint=cross_attention).parameters == count(model)


def test_sizes_of_other_decoders():
    config = {"model_type": "llama", "vocab_size": 100, "hidden_size": 32, "num_hidden_layers": 2}
    config |= {"num_attention_heads": 4, "intermediate_size": 64, "tie_word_embeddings": False}
    with torch.device("meta"):
        model = AutoModelForCausalLM.from_config(AutoConfig.for_model(**config))
    found = network(config, "decoder")
    assert found.parameters == count(model)
    assert (found.embeddings, found.other) == (3200, 3200 + 32)


@pytest.mark.parametrize(
    "freeze",
    [{}, {"encoder": True}, {"decoder": True}, {"embeddings": True, "encoder_layers": 2}, {"encoder_layers": 1}],
)
def test_frozen_parameters_are_those_that_the_model_freezes(freeze):
    encoder, decoder = (AutoConfig.for_model(**config) for config in (ENCODER, DECODER))
    model = BERPTModel(BERPTConfig(encoder=encoder, decoder=decoder, num_labels=4))
    model.freeze(**freeze)
    given = {"encoder": ENCODER, "decoder": DECODER, "freeze": freeze, "tokenizer": "t", "decoder_tokenizer": "t"}
    recipe = Recipe(task="multitask", output_dir="x", model=given, data={"path": "d"})
    networks = {"encoder": network(ENCODER, "encoder"), "decoder": network(DECODER, "decoder", joint=True)}
    size = ModelSize(networks, {"classifier": 65 * 4, "projection": 65 * 48}, _frozen(recipe, networks))
    assert size.total == count(model)
    assert size.trained == sum(weight.numel() for weight in model.parameters() if weight.requires_grad)


def kept_bytes(model, forward) -> int:
    """Bytes that autograd keeps for the backward pass, parameters and what they are cast to left out."""
    own = {weight.untyped_storage().data_ptr() for weight in model.parameters()}
    kept = {}

    def keep(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:
            kept[storage.data_ptr()] = storage
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        forward()
    return sum(storage.nbytes() for storage in kept.values())


def bert(layers: int, **fields):
    sizes = {"hidden_size": WIDTH, "num_attention_heads": HEADS, "intermediate_size": 3 * WIDTH, "vocab_size": 50}
    config = BertConfig(num_hidden_layers=layers, **sizes, **fields)
    return config, BertModel(config, add_pooling_layer=False).train()


def batch(rows=ROWS):
    mask = torch.ones(rows, TOKENS, dtype=torch.long)
    mask[0, -5:] = 0
    return {"input_ids": torch.randint(0, 50, (rows, TOKENS)), "attention_mask": mask}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"attention_probs_dropout_prob": 0.0},
        {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": 0.0},
        {"hidden_act": "gelu_new"},
    ],
    ids=str,
)
def test_activations_of_an_encoder_layer(fields):
    def kept(layers):
        config, model = bert(layers, **fields)
        return config, kept_bytes(model, lambda: model(**batch()))

    (_, two), (config, three) = kept(2), kept(3)
    expected = ROWS * TOKENS * layer_bytes(network(config.to_dict(), "encoder"), TOKENS, 0, Setting())
    assert three - two == pytest.approx(expected, rel=0.04)


@pytest.mark.parametrize("cross_attention", [False, True])
@pytest.mark.parametrize("fields", [{}, {"attn_pdrop": 0.0, "activation_function": "gelu_pytorch_tanh"}], ids=str)
def test_activations_of_a_decoder_layer(fields, cross_attention):
    seen = 20

    def kept(layers):
        config = GPT2Config(
            n_embd=WIDTH, n_head=HEADS, n_layer=layers, vocab_size=50, add_cross_attention=cross_attention, **fields
        )
        model = GPT2Model(config).train()
        states = {"encoder_hidden_states": torch.randn(ROWS, seen, WIDTH)} if cross_attention else {}
        return config, kept_bytes(model, lambda: model(**batch(), **states, use_cache=False))

    (_, two), (config, three) = kept(2), kept(3)
    half = network(config.to_dict(), "decoder", cross_attention)
    expected = ROWS * TOKENS * layer_bytes(half, TOKENS, seen, Setting())
    assert three - two == pytest.approx(expected, rel=0.04)


def test_activations_under_autocast():
    def kept(rows):
        _, model = bert(3)
        with torch.autocast("cpu", torch.bfloat16):
            return kept_bytes(model, lambda: model(**batch(rows)))

    config, _ = bert(3)
    # A difference of batches leaves out the weights' 16-bit copies.
    layer = layer_bytes(network(config.to_dict(), "encoder"), TOKENS, 0, Setting(autocast=True))
    assert kept(4) - kept(2) == pytest.approx(2 * TOKENS * 3 * layer, rel=0.15)


@pytest.mark.parametrize(("name", "optimizer"), [("adamw_torch_fused", torch.optim.AdamW), ("sgd", torch.optim.SGD)])
def test_bytes_of_optimizers(name, optimizer):
    layer = torch.nn.Linear(100, 100)
    made = optimizer(layer.parameters(), lr=0.1)
    layer(torch.ones(1, 100)).sum().backward()
    made.step()
    states = [value for state in made.state.values() for value in state.values() if torch.is_tensor(value)]
    held = sum(value.numel() * value.element_size() for value in states if value.numel() > 1)
    assert held == optimizer_bytes(name) * count(layer)


@pytest.mark.parametrize(
    ("name", "size"),
    [("adamw_8bit", 2), ("lion_8bit", 1), ("paged_lion_32bit", 4), ("adafactor", 0), ("galore_adamw", 8)],
)
def test_bytes_of_other_optimizers(name, size):
    assert optimizer_bytes(name) == size


def memory(batch_size=4, evaluated=4, frozen=0, **setting):
    networks = {"encoder": network(ENCODER, "encoder"), "decoder": network(DECODER, "decoder", joint=True)}
    size = ModelSize(networks, {}, {"encoder": frozen} if frozen else {})
    return size, estimate_memory(size, Batch(batch_size, 40, 30), Batch(evaluated, 40, 30), Setting(**setting))


def test_memory_by_hand():
    size, found = memory(batch_size=1, evaluated=1, on_cpu=False)
    assert (found.process, found.weights, found.optimizer) == (0, 4 * size.total, 8 * size.total)
    assert found.evaluation == 3 * 4 * 30 * 200
    assert found.peak == found.weights + found.optimizer + found.training


def test_what_saves_memory_and_what_costs_it():
    _, plain = memory(batch_size=64)
    assert memory(batch_size=64, recompute=True)[1].training < plain.training
    assert memory(batch_size=64, autocast=True)[1].training < plain.training
    assert memory(batch_size=64, on_cpu=False)[1].training < plain.training
    assert memory(batch_size=64, keeps_gradients=True, on_cpu=False)[1].training > plain.training * 0.5
    assert memory(batch_size=128)[1].training > 1.5 * plain.training
    size, frozen = memory(frozen=network(ENCODER, "encoder").parameters)
    assert frozen.optimizer == 8 * size.networks["decoder"].parameters
    assert memory(evaluated=4000)[1].peak > memory(evaluated=4)[1].peak


def test_operations_are_those_that_torch_counts():
    config, model = bert(3)
    inputs = batch()
    with FlopCounterMode(display=False) as counter:
        model(**inputs).last_hidden_state.sum().backward()
    half = network(config.to_dict(), "encoder")
    # Attention scores, which the rule leaves out, are few where rows are shorter than the width.
    assert training_flops(half.layers * half.layer, 0, ROWS * TOKENS) == pytest.approx(
        counter.get_total_flops(), rel=0.12
    )


def test_the_machines_rate():
    assert 1e8 < matrix_rate(None, half=False) < 1e15


@pytest.mark.slow
@pytest.mark.skipif(platform.system() != "Linux", reason="measures the resident memory as Linux counts it")
def test_memory_is_within_a_fifth_of_what_is_measured(tmp_path):
    path = Path(__file__).parents[1] / "benchmarks/memory_estimate.py"
    spec = importlib.util.spec_from_file_location("memory_estimate", path)
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    here = os.getcwd()
    try:
        benchmark.prepare(tmp_path)
        for name in ("classifier", "joint"):
            estimated, measured = benchmark.compare(tmp_path, name)
            assert estimated == pytest.approx(measured, rel=0.2), name
    finally:
        os.chdir(here)
