"""Attention by example gives the numbers of transformers' own, packed and padded."""

import pytest
import torch
from transformers import AutoModelForCausalLM, GPT2Config, LlamaConfig, Qwen2Config, Qwen3Config

from medtune.data.instruction_collators import InstructionCollator
from medtune.models import attention
from medtune.models.attention import BY_EXAMPLE, attend_by_example

SIZES = {
    "vocab_size": 50, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2,
    "intermediate_size": 48, "initializer_range": 0.3, "max_position_embeddings": 64,
}  # fmt: skip
EXAMPLES = [{"input_ids": list(range(3, 3 + length)), "prompt": length // 2} for length in (9, 4, 13, 6)]


def losses_and_gradients(model, batch):
    model.zero_grad()
    loss = model(**batch).loss
    loss.backward()
    return loss.detach(), [parameter.grad.clone() for parameter in model.parameters()]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kind", [LlamaConfig, Qwen2Config, Qwen3Config])
def test_loss_and_gradients_are_those_of_sdpa(kind, packed):
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(kind(**SIZES), dtype=torch.float32).train()
    padded = InstructionCollator(0)(EXAMPLES)
    loss, gradients = losses_and_gradients(model, padded)
    assert attend_by_example(model)
    assert model.config._attn_implementation == BY_EXAMPLE
    found, others = losses_and_gradients(model, InstructionCollator(0, packed=packed, multiple_of=16)(EXAMPLES))
    torch.testing.assert_close(found, loss)
    for one, other in zip(gradients, others, strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("short", [0, 128])
@pytest.mark.parametrize("packed", [False, True])
def test_in_16_bits_it_is_near_fp32(packed, short, monkeypatch):
    monkeypatch.setattr("medtune.models.attention.SHORT", short)
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(LlamaConfig(**SIZES), dtype=torch.float32).train()
    loss, gradients = losses_and_gradients(model, InstructionCollator(0)(EXAMPLES))
    attend_by_example(model)
    with torch.autocast("cpu", torch.bfloat16):
        found, others = losses_and_gradients(model, InstructionCollator(0, packed=packed, multiple_of=16)(EXAMPLES))
    torch.testing.assert_close(found, loss, atol=0.05, rtol=0.01)
    one, other = (torch.cat([gradient.flatten() for gradient in each]) for each in (gradients, others))
    assert torch.nn.functional.cosine_similarity(one, other, dim=0) > 0.999


def test_no_example_sees_another():
    model = AutoModelForCausalLM.from_config(LlamaConfig(**SIZES), dtype=torch.bfloat16).eval()
    attend_by_example(model)
    batch = InstructionCollator(0, packed=True)(EXAMPLES)
    changed = {**batch, "input_ids": batch["input_ids"].clone()}
    changed["input_ids"][0, :9] = 1
    with torch.no_grad():
        one, other = (model(**inputs).logits for inputs in (batch, changed))
    assert torch.equal(one[0, 9:], other[0, 9:])
    assert not torch.equal(one[0, :9], other[0, :9])


def one_by_one(query, key, value, starts, ends, longest, _, *, scale, window_size, enable_gqa):
    """What `varlen_attn` promises of flat sequences, written out with a softmax for each example and head."""
    assert torch.equal(starts, ends)
    assert starts.dtype == torch.int32
    assert longest == int(starts.diff().max())
    assert window_size == (-1, 0)  # causal
    assert enable_gqa == (query.shape[1] != key.shape[1])
    group = query.shape[1] // key.shape[1]
    parts = []
    for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        hidden = torch.ones(end - start, end - start).triu(1).bool()
        heads = [
            (query[start:end, head] @ key[start:end, head // group].T * scale)
            .masked_fill(hidden, -torch.inf)
            .softmax(-1)
            @ value[start:end, head // group]
            for head in range(query.shape[1])
        ]
        parts.append(torch.stack(heads, dim=1))
    return torch.cat(parts)


@pytest.mark.parametrize("kind", [LlamaConfig, Qwen3Config])
def test_all_examples_at_once_are_those_of_sdpa(kind, monkeypatch):
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(kind(**SIZES), dtype=torch.float32).train()
    loss, gradients = losses_and_gradients(model, InstructionCollator(0)(EXAMPLES))
    calls = []
    monkeypatch.setattr(attention, "_kernel_dtype", lambda query, dropout: query.dtype)
    monkeypatch.setattr(
        attention, "varlen_attn", lambda *given, **named: calls.append(1) or one_by_one(*given, **named)
    )
    attend_by_example(model)
    found, others = losses_and_gradients(model, InstructionCollator(0, packed=True, multiple_of=16)(EXAMPLES))
    assert len(calls) == SIZES["num_hidden_layers"]
    torch.testing.assert_close(found, loss)
    for one, other in zip(gradients, others, strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-4)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA GPU")
def test_the_kernel_is_near_fp32_on_a_gpu(monkeypatch):
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(LlamaConfig(**SIZES), dtype=torch.float32).train()
    loss, gradients = losses_and_gradients(model, InstructionCollator(0)(EXAMPLES))
    model = model.to("cuda")
    attend_by_example(model)
    batch = {key: value.to("cuda") for key, value in InstructionCollator(0, packed=True)(EXAMPLES).items()}
    calls, kernel = [], attention.varlen_attn
    monkeypatch.setattr(attention, "varlen_attn", lambda *given, **named: calls.append(1) or kernel(*given, **named))
    with torch.autocast("cuda", torch.bfloat16):
        found, others = losses_and_gradients(model, batch)
    assert calls
    torch.testing.assert_close(found.cpu(), loss, atol=0.05, rtol=0.01)
    one, other = (torch.cat([gradient.cpu().flatten() for gradient in each]) for each in (gradients, others))
    assert torch.nn.functional.cosine_similarity(one, other, dim=0) > 0.999


def test_it_generates_with_and_without_a_cache():
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(LlamaConfig(**SIZES, eos_token_id=None), dtype=torch.float32).eval()
    ids, mask = torch.tensor([[0, 0, 5, 6], [7, 8, 9, 10]]), torch.tensor([[0, 0, 1, 1], [1, 1, 1, 1]])
    options = {"max_new_tokens": 6, "do_sample": False, "pad_token_id": 0}
    wanted = model.generate(input_ids=ids, attention_mask=mask, **options)
    attend_by_example(model)
    for use_cache in (True, False):
        found = model.generate(input_ids=ids, attention_mask=mask, use_cache=use_cache, **options)
        assert torch.equal(found, wanted)


def test_other_models_keep_their_own():
    config = GPT2Config(vocab_size=50, n_embd=32, n_layer=1, n_head=2)
    assert not attend_by_example(AutoModelForCausalLM.from_config(config))
    eager = AutoModelForCausalLM.from_config(LlamaConfig(**SIZES), attn_implementation="eager")
    assert not attend_by_example(eager)
