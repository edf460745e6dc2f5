"""Batches of conversations, as literal tensors, and as a model sees them."""

import pytest
import torch
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

from medtune.data.instruction_collators import InstructionCollator

NONE = -100
# Prompts of two tokens and one; 9 ends an answer.
ROWS = [{"input_ids": [1, 2, 3, 9], "prompt": 2}, {"input_ids": [1, 4, 9], "prompt": 1}]


def test_padded_batch_learns_the_answers():
    batch = InstructionCollator(pad_token_id=0)(ROWS)
    assert batch["input_ids"].tolist() == [[1, 2, 3, 9], [1, 4, 9, 0]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1, 1], [1, 1, 1, 0]]
    assert batch["labels"].tolist() == [[NONE, NONE, 3, 9], [NONE, 4, 9, NONE]]


def test_end_token_that_also_pads_is_learnt_once():
    batch = InstructionCollator(pad_token_id=9)(ROWS)
    assert batch["input_ids"].tolist() == [[1, 2, 3, 9], [1, 4, 9, 9]]
    assert batch["labels"].tolist() == [[NONE, NONE, 3, 9], [NONE, 4, 9, NONE]]


def test_everything_is_learnt_but_what_nothing_predicts():
    batch = InstructionCollator(pad_token_id=0, loss_on_prompt=True, packed=True)(ROWS)
    assert batch["labels"].tolist() == [[NONE, 2, 3, 9, NONE, 4, 9]]


def test_packed_batch_starts_positions_anew_and_has_no_mask():
    batch = InstructionCollator(pad_token_id=0, packed=True)(ROWS)
    assert batch["input_ids"].tolist() == [[1, 2, 3, 9, 1, 4, 9]]
    assert batch["position_ids"].tolist() == [[0, 1, 2, 3, 0, 1, 2]]
    assert batch["labels"].tolist() == [[NONE, NONE, 3, 9, NONE, 4, 9]]
    assert "attention_mask" not in batch


def test_packed_batch_is_filled_up_by_an_example_of_padding():
    batch = InstructionCollator(pad_token_id=0, packed=True, multiple_of=5)(ROWS)
    assert batch["input_ids"].tolist() == [[1, 2, 3, 9, 1, 4, 9, 0, 0, 0]]
    assert batch["position_ids"].tolist() == [[0, 1, 2, 3, 0, 1, 2, 0, 1, 2]]
    assert batch["labels"].tolist() == [[NONE, NONE, 3, 9, NONE, 4, 9, NONE, NONE, NONE]]


def test_logits_are_kept_where_a_supervised_token_follows():
    batch = InstructionCollator(pad_token_id=0, packed=True, answers_only=True)(ROWS)
    assert batch["logits_to_keep"].tolist() == [1, 2, 4, 5]
    assert batch["shift_labels"].tolist() == [[3, 9, 4, 9]]
    padded = InstructionCollator(pad_token_id=0, answers_only=True)(ROWS)
    assert padded["logits_to_keep"].tolist() == [0, 1, 2]
    assert padded["shift_labels"].tolist() == [[NONE, 3, 9], [4, 9, NONE]]


def llama():
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2}
    return LlamaForCausalLM(LlamaConfig(vocab_size=40, intermediate_size=32, initializer_range=0.3, **sizes))


def gpt2():
    return GPT2LMHeadModel(
        GPT2Config(vocab_size=40, n_embd=16, n_layer=2, n_head=2, n_positions=64, initializer_range=0.3)
    )


@pytest.mark.parametrize("answers_only", [False, True])
@pytest.mark.parametrize("attention", ["sdpa", "eager"])
@pytest.mark.parametrize("make", [llama, gpt2])
def test_packed_loss_and_gradients_are_those_of_padded_and_of_single_rows(make, attention, answers_only):
    torch.manual_seed(0)
    model = make().eval()
    model.set_attn_implementation(attention)
    model.config.use_cache = False
    generator = torch.Generator().manual_seed(1)
    rows = []
    for length, prompt in ((9, 3), (4, 1), (17, 12), (2, 1)):
        ids = torch.randint(1, 40, (length,), generator=generator).tolist()
        rows.append({"input_ids": ids, "prompt": prompt})
    supervised = sum(len(row["input_ids"]) - row["prompt"] for row in rows)

    def gradients(batches):
        model.zero_grad()
        loss = sum(model(**batch, num_items_in_batch=torch.tensor(supervised)).loss for batch in batches)
        loss.backward()
        return loss.item(), {name: weight.grad.clone() for name, weight in model.named_parameters()}

    packed = InstructionCollator(0, packed=True, multiple_of=5, answers_only=answers_only)
    alone = InstructionCollator(0)
    expected, reference = gradients([alone([row]) for row in rows])
    for batches in ([packed(rows)], [InstructionCollator(0, answers_only=answers_only)(rows)]):
        loss, found = gradients(batches)
        assert loss == pytest.approx(expected, rel=1e-5)
        for name, gradient in found.items():
            torch.testing.assert_close(gradient, reference[name], rtol=1e-4, atol=1e-6)


def test_an_example_does_not_see_the_one_before_it():
    torch.manual_seed(0)
    model = llama().eval()
    packed = InstructionCollator(0, packed=True)
    batches = [packed([{"input_ids": first, "prompt": 1}, ROWS[1]]) for first in ([5, 6, 7], [8, 30, 12])]
    with torch.no_grad():
        one, other = (
            model(input_ids=b["input_ids"], position_ids=b["position_ids"], use_cache=False).logits for b in batches
        )
    torch.testing.assert_close(one[:, 3:], other[:, 3:])
    assert not torch.allclose(one[:, :3], other[:, :3])
