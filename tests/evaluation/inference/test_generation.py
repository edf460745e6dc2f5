"""Batching must not show: a reply is the same alone, among longer neighbours and in any order."""

import miniature
import pytest
import torch

from medtune.evaluation.inference.generation import batches_of_like_length, generate_batch, generate_replies
from medtune.recipe.sections import Generation

LENGTHS = (3, 17, 5, 9, 17, 4, 30)


@pytest.fixture(scope="module")
def tokenizer():
    return miniature.tokenizer()


@pytest.fixture(scope="module")
def prompts(tokenizer):
    generator = torch.Generator().manual_seed(0)
    return [torch.randint(5, len(tokenizer), (length,), generator=generator).tolist() for length in LENGTHS]


@pytest.fixture(scope="module", params=["causal", "encoder-decoder"])
def model(request, tokenizer):
    return miniature.decoder(tokenizer) if request.param == "causal" else miniature.joint(tokenizer)[0]


@pytest.mark.parametrize("decoding", [{}, {"num_beams": 3}, {"no_repeat_ngram_size": 2}])
@pytest.mark.parametrize("batch_size", [2, 7])
def test_batched_replies_equal_single_ones(model, tokenizer, prompts, batch_size, decoding):
    def replies(size):
        generation = Generation(batch_size=size, max_new_tokens=12, **decoding)
        return generate_replies(model, tokenizer, prompts, generation)

    alone = replies(1)
    assert len(set(alone)) > 3  # they differ, so that a mix-up would show
    assert replies(batch_size) == alone


def test_greedy_reply_is_the_most_likely_token_each_time(model, prompts):
    prompt = torch.tensor([prompts[0]])
    reply = []
    for _ in range(6):
        with torch.no_grad():
            if model.config.is_encoder_decoder:
                so_far = torch.tensor([[model.config.decoder_start_token_id, *reply]])
                logits = model(input_ids=prompt, decoder_input_ids=so_far).logits
            else:
                logits = model(torch.cat([prompt, torch.tensor([reply], dtype=torch.long)], 1)).logits
        reply.append(logits[0, -1].argmax().item())
        if reply[-1] == model.config.eos_token_id:
            break
    [generated] = generate_batch(model, [prompts[0]], {"max_new_tokens": 6}).tolist()
    start = [model.config.decoder_start_token_id] if model.config.is_encoder_decoder else []
    assert generated == start + reply


def test_generation_leaves_dropout_off(tokenizer, prompts):
    model, _ = miniature.joint(tokenizer)
    model.train()
    generation = Generation(max_new_tokens=8)
    assert generate_replies(model, tokenizer, prompts, generation) == generate_replies(
        model, tokenizer, prompts, generation
    )


def test_no_prompts_give_no_replies(model, tokenizer):
    assert generate_replies(model, tokenizer, [], Generation()) == []


def test_batches_hold_every_row_once_longest_first():
    batches = batches_of_like_length([[0] * length for length in LENGTHS], 3)
    assert batches == [[6, 1, 4], [3, 2, 5], [0]]
