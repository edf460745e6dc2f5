import pytest
import torch

from medtune.models import BERPTForConditionalGeneration, BERPTModel


@pytest.fixture
def description(batch):
    return {name: batch[name] for name in ("input_ids", "attention_mask")}


@pytest.fixture(autouse=True)
def no_early_end(joint):
    joint.generation_config.eos_token_id = None


def greedy_by_hand(model, description, steps):
    """Take the best next token again and again, without cache and without `generate`."""
    reply = torch.full((len(description["input_ids"]), 1), model.config.decoder_start_token_id)
    for _ in range(steps):
        best = model(**description, decoder_input_ids=reply).logits[:, -1].argmax(-1, keepdim=True)
        reply = torch.cat([reply, best], dim=1)
    return reply


@pytest.mark.parametrize("use_cache", [True, False])
@pytest.mark.parametrize("model_type", ["bert", "roberta"])
def test_greedy(joint_config, batch, model_type, use_cache):
    torch.manual_seed(0)
    model = BERPTModel(joint_config(model_type, eos_token_id=None)).eval()
    batch["input_ids"][batch["attention_mask"] == 0] = model.config.encoder.pad_token_id
    description = {name: batch[name] for name in ("input_ids", "attention_mask")}
    expected = greedy_by_hand(model, description, 7)
    assert expected.unique(dim=0).shape[0] > 1  # the description matters
    torch.testing.assert_close(model.generate(**description, max_new_tokens=7, use_cache=use_cache), expected)
    # The encoder's padding token is not the decoder's: the mask must come from the former.
    torch.testing.assert_close(
        model.generate(description["input_ids"], max_new_tokens=7, use_cache=use_cache), expected
    )
    shifts = 9 - batch["attention_mask"].sum(1)
    left = torch.stack([row.roll(int(shift)) for row, shift in zip(batch["input_ids"], shifts, strict=True)])
    torch.testing.assert_close(model.generate(left, max_new_tokens=7, use_cache=use_cache), expected)


@pytest.mark.parametrize("arguments", [{"num_beams": 3}, {"num_beams": 3, "num_return_sequences": 2}])
def test_beams(joint, description, arguments):
    cached = joint.generate(**description, **arguments, max_new_tokens=6)
    assert cached.shape == (3 * arguments.get("num_return_sequences", 1), 7)
    uncached = joint.generate(**description, **arguments, max_new_tokens=6, use_cache=False)
    torch.testing.assert_close(cached, uncached)


def log_probability(model, description, replies):
    labels = replies[:, 1:]
    scores = model(**description, labels=labels).logits.log_softmax(-1)
    return scores.gather(-1, labels.unsqueeze(-1)).sum(dim=(1, 2))


def test_beams_find_likelier_replies_than_greed(joint, description):
    greedy = log_probability(joint, description, joint.generate(**description, max_new_tokens=6))
    beams = log_probability(joint, description, joint.generate(**description, max_new_tokens=6, num_beams=20))
    assert (beams > greedy - 1e-4).all()


def test_sampling_is_seeded(joint, description):
    def sample(seed):
        torch.manual_seed(seed)
        return joint.generate(**description, do_sample=True, max_new_tokens=8)

    torch.testing.assert_close(sample(1), sample(1))
    assert not torch.equal(sample(1), sample(2))


def test_stops_at_the_end_token_and_pads(joint, description):
    reply = joint.generate(**description, max_new_tokens=7)
    end = int(reply[0, 3])
    stopped = joint.generate(**description, max_new_tokens=7, eos_token_id=end, pad_token_id=0)
    first = reply[0].tolist().index(end)
    assert stopped[0, : first + 1].tolist() == reply[0, : first + 1].tolist()
    assert set(stopped[0, first + 1 :].tolist()) <= {0}


def test_prefix_encoder_outputs_and_scores(joint, description):
    expected = joint.generate(**description, max_new_tokens=5)
    encoded, mask = joint.encode(**description)
    torch.testing.assert_close(joint.generate(encoder_outputs=encoded, attention_mask=mask, max_new_tokens=5), expected)
    prefixed = joint.generate(**description, decoder_input_ids=expected[:, :3], max_new_tokens=3)
    torch.testing.assert_close(prefixed, expected)
    joint.set_attn_implementation("eager")
    detailed = joint.generate(
        **description, max_new_tokens=2, return_dict_in_generate=True, output_attentions=True, output_scores=True
    )
    assert len(detailed.scores) == 2
    assert detailed.cross_attentions[0][0].shape == (3, 4, 1, 9)
    assert len(detailed.encoder_attentions) == 2


def test_static_cache_writes_the_same(joint, description):
    expected = joint.generate(**description, max_new_tokens=6)
    static = joint.generate(**description, max_new_tokens=6, cache_implementation="static", disable_compile=True)
    torch.testing.assert_close(static, expected)


def test_a_reply_beyond_the_decoders_positions_says_so(joint, description):
    assert joint.generate(**description, max_new_tokens=40).shape == (3, 41)
    with pytest.raises(ValueError, match=r"reply of 41 tokens is longer than the 40 .* lower max_new_tokens"):
        joint.generate(**description, max_new_tokens=41)


def test_both_classes_write_the_same(joint, checkpoint, description):
    reply_half = BERPTForConditionalGeneration.from_pretrained(checkpoint)
    arguments = {"max_new_tokens": 6, "eos_token_id": None}
    torch.testing.assert_close(
        reply_half.generate(**description, **arguments), joint.generate(**description, **arguments)
    )
