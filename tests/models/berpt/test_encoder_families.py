"""Every encoder family that a configuration admits, held to the same demands."""

import pytest
import torch
from transformers import AutoConfig, AutoModel, GPT2Config

from medtune.models import BERPTModel
from medtune.models.berpt.configuration_berpt import ENCODER_TYPES

TOLERANCE = {"rtol": 1e-4, "atol": 1e-5}
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 40}
NARROW = {"embedding_size": 16}
DEBERTA = {"relative_attention": True, "pos_att_type": ["c2p", "p2c"]}
OWN = {
    "albert": NARROW,
    "deberta": DEBERTA,
    "deberta-v2": DEBERTA | {"position_buckets": 8, "share_att_key": True, "position_biased_input": False},
    "distilbert": {"dim": 32, "hidden_dim": 40, "n_layers": 2, "n_heads": 4},
    "electra": NARROW,
    "eurobert": {"head_dim": 8, "num_key_value_heads": 4},
    "modernbert": {"global_attn_every_n_layers": 2, "local_attention": 8},
    "rembert": {"input_embedding_size": 16},
    "roformer": {"embedding_size": 32},
}
PAD = 1  # RoBERTa counts positions from it
LENGTHS = (9, 6, 4)


# The others are variations of these in transformers' code.
USUAL = ("albert", "bert", "deberta-v2", "distilbert", "electra", "modernbert", "roberta")


@pytest.fixture(
    params=[kind if kind in USUAL else pytest.param(kind, marks=pytest.mark.slow) for kind in ENCODER_TYPES]
)
def model(request):
    sizes = {} if request.param == "distilbert" else SIZES
    special = {"pad_token_id": PAD, "bos_token_id": 2, "eos_token_id": 3, "cls_token_id": 2, "sep_token_id": 3}
    fields = {"vocab_size": 60, "max_position_embeddings": 40, "initializer_range": 0.2, **special, **sizes}
    encoder = AutoConfig.for_model(request.param, **{**fields, **OWN.get(request.param, {})})
    decoder = GPT2Config(vocab_size=50, n_embd=24, n_layer=2, n_head=4, n_positions=40, initializer_range=0.2)
    torch.manual_seed(0)
    ids = {"decoder_start_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
    return BERPTModel.from_encoder_decoder(encoder, decoder, num_labels=3, **ids)


@pytest.fixture
def inputs():
    generator = torch.Generator().manual_seed(1)
    input_ids = torch.randint(5, 60, (3, 9), generator=generator)
    mask = torch.arange(9) < torch.tensor(LENGTHS)[:, None]
    labels = torch.randint(3, 50, (3, 6), generator=generator)
    return {"input_ids": input_ids.masked_fill(~mask, PAD), "attention_mask": mask.long(), "labels": labels}


def test_padding_changes_nothing_and_the_encoder_is_transformers_own(model, inputs):
    left = dict(inputs)
    for name in ("input_ids", "attention_mask"):
        left[name] = torch.stack([row.roll(9 - n) for row, n in zip(inputs[name], LENGTHS, strict=True)])
    padded = (model(**inputs), model(**left))
    for row, length in enumerate(LENGTHS):
        input_ids = inputs["input_ids"][row : row + 1, :length]
        alone = model(input_ids, labels=inputs["labels"][row : row + 1])
        plain = model.encoder(input_ids, attention_mask=torch.ones_like(input_ids)).last_hidden_state
        torch.testing.assert_close(alone.encoder_last_hidden_state, plain, **TOLERANCE)
        for output in padded:
            torch.testing.assert_close(output.department_logits[row], alone.department_logits[0], **TOLERANCE)
            torch.testing.assert_close(output.logits[row], alone.logits[0], **TOLERANCE)


def test_eager_equals_the_default_and_gives_attentions(model, inputs):
    expected = model(**inputs)
    model.set_attn_implementation("eager")
    output = model(**inputs, output_attentions=True, output_hidden_states=True)
    torch.testing.assert_close(output.logits, expected.logits, **TOLERANCE)
    torch.testing.assert_close(output.department_logits, expected.department_logits, **TOLERANCE)
    assert [attention.shape for attention in output.encoder_attentions] == [(3, 4, 9, 9)] * 2
    assert len(output.encoder_hidden_states) == 3


def test_round_trip_after_resizing_both_vocabularies(model, inputs, tmp_path):
    before = model(**inputs).department_logits
    model.resize_encoder_embeddings(70)
    model.resize_decoder_embeddings(55)
    expected = model(**inputs)
    torch.testing.assert_close(expected.department_logits, before, **TOLERANCE)
    model.save_pretrained(tmp_path)
    again = AutoModel.from_pretrained(tmp_path)
    torch.testing.assert_close(again(**inputs).logits, expected.logits, rtol=0, atol=0)
    assert again(torch.tensor([[2, 69, 3]])).department_logits.isfinite().all()


def test_checkpointed_gradients_reach_every_trainable_part(model, inputs):
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout) or type(module).__name__ == "StableDropout":
            module.p = module.drop_prob = 0.0
    model.train()
    model(**inputs, department_labels=torch.tensor([0, 1, 2])).loss.backward()
    expected = {name: p.grad for name, p in model.named_parameters() if p.requires_grad}
    assert [name for name, gradient in expected.items() if gradient is None] == []
    model.zero_grad()
    model.gradient_checkpointing_enable()
    model(**inputs, department_labels=torch.tensor([0, 1, 2])).loss.backward()
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            torch.testing.assert_close(parameter.grad, expected[name], rtol=1e-3, atol=1e-4)


def test_first_layer_is_frozen_or_said_to_be_shared(model):
    if model.config.encoder.model_type == "albert":
        with pytest.raises(ValueError, match="the layers of albert share their weights"):
            model.freeze(encoder_layers=1)
        return
    before = {name for name, p in model.named_parameters() if not p.requires_grad}
    model.freeze(encoder_layers=1)
    frozen = {name for name, p in model.named_parameters() if not p.requires_grad} - before
    assert frozen
    assert all(".0." in name for name in frozen)
    model.freeze(embeddings=True)
    assert not model.get_input_embeddings().weight.requires_grad


def test_segments_are_taken_or_ignored(model, inputs):
    assert model(**inputs, token_type_ids=torch.zeros_like(inputs["input_ids"])).loss.isfinite()


def test_cached_and_uncached_beams_agree(model, inputs):
    del inputs["labels"]
    arguments = {"num_beams": 2, "max_new_tokens": 5, "eos_token_id": None}
    torch.testing.assert_close(
        model.generate(**inputs, **arguments), model.generate(**inputs, **arguments, use_cache=False)
    )


def test_one_token_too_many_is_named(model):
    kind = model.config.encoder.model_type
    limit = model.max_description_length
    if limit is None:
        assert kind in ("deberta-v2", "eurobert", "gte", "modernbert", "nomic_bert", "roformer")
        return
    assert model(torch.full((1, limit), 7)).department_logits.isfinite().all()
    with pytest.raises(ValueError, match=f"of {limit + 1} tokens is longer than the {limit} there are positions for"):
        model(torch.full((1, limit + 1), 7))
