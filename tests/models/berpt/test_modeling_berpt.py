"""What transformers' common model tests ask of a model, and the losses against torch's own."""

import pytest
import torch
from torch.nn import functional as F
from transformers import BertModel, GPT2LMHeadModel

from medtune.models import BERPTForConditionalGeneration, BERPTForSequenceClassification, BERPTModel
from medtune.models.berpt.layers import positions, supervised

TOLERANCE = {"rtol": 1e-4, "atol": 1e-5}


def gradients(model):
    return {name: p.grad.clone() for name, p in model.named_parameters() if p.grad is not None}


def padded_left(batch):
    """Roll every row so that its padding stands on the left."""
    shifts = batch["attention_mask"].shape[1] - batch["attention_mask"].sum(1)
    moved = dict(batch)
    for name in ("input_ids", "attention_mask"):
        moved[name] = torch.stack([row.roll(int(s)) for row, s in zip(batch[name], shifts, strict=True)])
    return moved


def test_outputs(joint, batch):
    output = joint(**batch)
    assert output.logits.shape == (3, 6, 50)
    assert output.department_logits.shape == (3, 3)
    assert output.encoder_last_hidden_state.shape == (3, 9, 32)
    assert output.past_key_values is None
    as_tuple = joint(**batch, return_dict=False)
    torch.testing.assert_close(as_tuple[0], output.loss)
    torch.testing.assert_close(as_tuple[4], output.department_logits)


def test_losses_against_functional(joint, batch):
    joint.config.classification_loss_weight, joint.config.reply_loss_weight = 0.3, 2.0
    output = joint(**batch)
    departments = F.cross_entropy(output.department_logits, batch["department_labels"])
    reply = F.cross_entropy(output.logits.reshape(-1, 50), batch["labels"].reshape(-1))
    torch.testing.assert_close(output.classification_loss, departments)
    torch.testing.assert_close(output.reply_loss, reply)
    torch.testing.assert_close(output.loss, 0.3 * departments + 2.0 * reply)


def test_same_numbers_as_the_two_parts_put_together_by_hand(joint, batch):
    """An independent forward: transformers' own encoder and decoder, and the classifier spelt out."""
    encoder = BertModel(joint.config.encoder, add_pooling_layer=False).eval()
    encoder.load_state_dict(joint.encoder.state_dict())
    decoder = GPT2LMHeadModel(joint.config.decoder).eval()
    decoder.load_state_dict(joint.decoder.state_dict())
    hidden = encoder(batch["input_ids"], attention_mask=batch["attention_mask"]).last_hidden_state
    previous = batch["labels"][:, :-1]
    shifted = torch.cat([torch.ones(3, 1, dtype=torch.long), previous.masked_fill(previous < 0, 1)], dim=1)
    logits = decoder(
        shifted,
        encoder_hidden_states=joint.encoder_to_decoder(hidden),
        encoder_attention_mask=batch["attention_mask"],
    ).logits
    output = joint(**batch)
    torch.testing.assert_close(output.logits, logits, **TOLERANCE)
    torch.testing.assert_close(output.department_logits, joint.classifier.linear(hidden[:, 0]), **TOLERANCE)


def test_decoder_inputs_are_the_labels_shifted(joint):
    labels = torch.tensor([[5, 6, 2, -100], [7, 2, -100, -100]])
    shifted = joint.prepare_decoder_input_ids_from_labels(labels)
    assert shifted.tolist() == [[1, 5, 6, 2], [1, 7, 2, 1]]
    assert labels.tolist() == [[5, 6, 2, -100], [7, 2, -100, -100]]
    joint.config.decoder_start_token_id = None
    with pytest.raises(ValueError, match="Set decoder_start_token_id"):
        joint.prepare_decoder_input_ids_from_labels(labels)


def test_either_label_may_be_missing(joint, batch):
    labels, departments = batch.pop("labels"), batch.pop("department_labels")
    only_departments = joint(**batch, department_labels=departments)
    assert only_departments.logits is None
    torch.testing.assert_close(only_departments.loss, only_departments.classification_loss)
    only_reply = joint(**batch, labels=labels)
    assert only_reply.classification_loss is None
    torch.testing.assert_close(only_reply.loss, only_reply.reply_loss)
    neither = joint(**batch)
    assert neither.loss is None
    assert neither.department_logits is not None


def test_unlabelled_rows_count_for_nothing(joint, batch):
    whole = joint(**batch)
    batch["department_labels"] = torch.tensor([2, -100, -100])
    batch["labels"][1:] = -100
    first = joint(**batch)
    torch.testing.assert_close(
        first.classification_loss, F.cross_entropy(whole.department_logits[:1], torch.tensor([2]))
    )
    torch.testing.assert_close(first.reply_loss, F.cross_entropy(whole.logits[0], batch["labels"][0]))
    batch["department_labels"][:] = batch["labels"][:] = -100
    nothing = joint(**batch)
    assert nothing.loss.item() == 0.0
    nothing.loss.backward()


@pytest.mark.parametrize("skip_logits", [False, True])
def test_micro_batches_add_up_to_the_global_batch(joint, batch, skip_logits):
    joint(**batch).loss.backward()
    whole = gradients(joint)
    joint.zero_grad()
    counts = {"num_items_in_batch": (batch["labels"] != -100).sum(), "num_examples_in_batch": 3}
    total = 0.0
    for row in range(3):
        part = {name: tensor[row : row + 1] for name, tensor in batch.items()}
        loss = joint(**part, **counts, skip_logits=skip_logits).loss
        loss.backward()
        total += loss.item()
    assert total == pytest.approx(joint(**batch).loss.item(), rel=1e-5)
    for name, gradient in gradients(joint).items():
        torch.testing.assert_close(gradient, whole[name], **TOLERANCE)


def test_plain_trainer_counts_tokens_only_and_the_department_loss_is_still_not_multiplied(joint, batch):
    tokens = (batch["labels"] != -100).sum()
    parts = [{name: tensor[row : row + 1] for name, tensor in batch.items()} for row in range(3)]
    total = sum(joint(**part, num_items_in_batch=tokens).classification_loss for part in parts)
    single = torch.stack([joint(**part).classification_loss for part in parts])
    weights = (batch["labels"] != -100).sum(1) / tokens
    torch.testing.assert_close(total, (single * weights).sum())


def test_skip_logits_changes_nothing_but_the_logits(joint, batch):
    plain, short = joint(**batch), joint(**batch, skip_logits=True)
    assert short.logits is None
    torch.testing.assert_close(short.loss, plain.loss)
    plain.loss.backward()
    expected = gradients(joint)
    joint.zero_grad()
    short.loss.backward()
    for name, gradient in gradients(joint).items():
        torch.testing.assert_close(gradient, expected[name], **TOLERANCE)


def test_supervised_positions_are_filled_up():
    hidden = torch.arange(12.0).reshape(2, 3, 2)
    rows, labels = supervised(hidden, torch.tensor([[-100, 7, -100], [8, 9, -100]]), multiple=4)
    assert rows.tolist() == [[2, 3], [6, 7], [8, 9], [0, 1]]
    assert labels.tolist() == [7, 8, 9, -100]
    rows, labels = supervised(hidden, torch.full((2, 3), -100), multiple=4)
    assert (rows.shape, labels.shape) == ((0, 2), (0,))


def test_temperature_divides_the_department_logits(joint, batch):
    cold = joint(**batch).department_logits
    joint.classifier.temperature = 4.0
    torch.testing.assert_close(joint(**batch).department_logits, cold / 4.0)


def test_mean_pooling_leaves_padding_out(joint_config, batch):
    model = BERPTModel(joint_config(pooling="mean")).eval()
    output = model(**batch)
    hidden = output.encoder_last_hidden_state
    means = torch.stack([h[: m.sum()].mean(0) for h, m in zip(hidden, batch["attention_mask"], strict=True)])
    torch.testing.assert_close(output.department_logits, model.classifier.linear(means), **TOLERANCE)


@pytest.mark.parametrize("model_type", ["bert", "roberta", "electra"])
@pytest.mark.parametrize("pooling", ["cls", "mean"])
def test_padding_changes_nothing(joint_config, batch, model_type, pooling):
    torch.manual_seed(0)
    model = BERPTModel(joint_config(model_type, pooling=pooling)).eval()
    batch["input_ids"][batch["attention_mask"] == 0] = model.config.encoder.pad_token_id
    right, left = model(**batch), model(**padded_left(batch))
    for row, length in enumerate(batch["attention_mask"].sum(1)):
        alone = {name: tensor[row : row + 1] for name, tensor in batch.items()}
        alone |= {name: alone[name][:, :length] for name in ("input_ids", "attention_mask")}
        single = model(**alone)
        for padded in (right, left):
            torch.testing.assert_close(padded.department_logits[row], single.department_logits[0], **TOLERANCE)
            torch.testing.assert_close(padded.logits[row], single.logits[0], **TOLERANCE)


@pytest.mark.parametrize("model_type", ["bert", "roberta", "electra"])
def test_unpadded_encoder_is_transformers_own(joint_config, model_type):
    model = BERPTModel(joint_config(model_type)).eval()
    input_ids = torch.randint(5, 60, (2, 8))
    encoded, mask = model.encode(input_ids)
    torch.testing.assert_close(encoded.last_hidden_state, model.encoder(input_ids).last_hidden_state)
    assert mask.tolist() == [[1] * 8] * 2


def test_left_out_mask_is_taken_from_the_encoders_padding(joint, batch):
    expected = joint(**batch)
    del batch["attention_mask"]
    torch.testing.assert_close(joint(**batch).logits, expected.logits)


def test_positions():
    mask = torch.tensor([[0, 0, 1, 1, 1], [1, 1, 0, 0, 0]])
    assert positions(mask).tolist() == [[0, 0, 0, 1, 2], [0, 1, 1, 1, 1]]


def test_left_padded_reply_prefix(joint, batch):
    encoded, mask = joint.encode(batch["input_ids"][:1], batch["attention_mask"][:1])
    given = {"encoder_outputs": encoded, "attention_mask": mask}
    short = joint(decoder_input_ids=torch.tensor([[1, 8, 9]]), **given)
    long = joint(
        decoder_input_ids=torch.tensor([[0, 0, 1, 8, 9]]),
        decoder_attention_mask=torch.tensor([[0, 0, 1, 1, 1]]),
        **given,
    )
    torch.testing.assert_close(long.logits[:, 2:], short.logits, **TOLERANCE)


def test_embedded_inputs(joint, batch):
    embedded = joint.get_input_embeddings()(batch.pop("input_ids"))
    start = joint.prepare_decoder_input_ids_from_labels(batch["labels"])
    words = joint.decoder.get_input_embeddings()(start)
    plain = joint(inputs_embeds=embedded, **batch)
    torch.testing.assert_close(joint(inputs_embeds=embedded, decoder_inputs_embeds=words, **batch).loss, plain.loss)
    with pytest.raises(ValueError, match="nothing to read"):
        joint(labels=batch["labels"])


def test_encoder_outputs_may_be_a_tuple(joint, batch):
    encoded, mask = joint.encode(batch["input_ids"], batch["attention_mask"])
    given = {"labels": batch["labels"], "attention_mask": mask}
    expected = joint(encoder_outputs=encoded, **given)
    torch.testing.assert_close(joint(encoder_outputs=encoded.to_tuple(), **given).loss, expected.loss)


def test_sdpa_equals_eager(joint, batch):
    outputs = {}
    for implementation in ("eager", "sdpa"):
        joint.set_attn_implementation(implementation)
        assert joint.encoder.config._attn_implementation == implementation
        assert joint.decoder.config._attn_implementation == implementation
        outputs[implementation] = joint(**batch)
    torch.testing.assert_close(outputs["sdpa"].logits, outputs["eager"].logits, **TOLERANCE)
    torch.testing.assert_close(outputs["sdpa"].department_logits, outputs["eager"].department_logits, **TOLERANCE)


def test_attentions_and_hidden_states(joint, batch):
    joint.set_attn_implementation("eager")
    output = joint(**batch, output_attentions=True, output_hidden_states=True)
    assert [h.shape for h in output.encoder_hidden_states] == [(3, 9, 32)] * 3
    assert [h.shape for h in output.decoder_hidden_states] == [(3, 6, 24)] * 3
    assert [a.shape for a in output.encoder_attentions] == [(3, 4, 9, 9)] * 2
    assert [a.shape for a in output.decoder_attentions] == [(3, 4, 6, 6)] * 2
    assert [a.shape for a in output.cross_attentions] == [(3, 4, 6, 9)] * 2
    assert (output.cross_attentions[0][2, :, :, 4:] == 0).all()  # nothing looks at padding
    joint.config.output_hidden_states = True
    assert len(joint(**batch).decoder_hidden_states) == 3
    assert joint(**batch, output_hidden_states=False).decoder_hidden_states is None


def test_gradient_checkpointing_gives_the_same_gradients(joint_config, batch):
    quiet = dict.fromkeys(("embd_pdrop", "attn_pdrop", "resid_pdrop"), 0.0)
    config = joint_config(classifier_dropout=0.0)
    config.encoder.update({"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0})
    config.decoder.update(quiet)
    model = BERPTModel(config).train()
    model(**batch).loss.backward()
    expected = gradients(model)
    model.zero_grad()
    model.activation_checkpointing_enable()
    assert model.is_activation_checkpointing
    model(**batch).loss.backward()
    assert expected.keys() == gradients(model).keys()
    for name, gradient in gradients(model).items():
        torch.testing.assert_close(gradient, expected[name], **TOLERANCE)


def test_every_parameter_learns_and_cross_attention_moves(joint, batch):
    joint.train()
    optimizer = torch.optim.SGD(joint.parameters(), lr=0.1)
    before = {name: p.detach().clone() for name, p in joint.named_parameters()}
    joint(**batch).loss.backward()
    assert not [name for name, p in joint.named_parameters() if p.grad is None]
    optimizer.step()
    moved = {name for name, p in joint.named_parameters() if not torch.equal(p, before[name])}
    for layer in (0, 1):
        for part in ("c_attn.weight", "q_attn.weight", "c_proj.weight"):
            assert f"decoder.transformer.h.{layer}.crossattention.{part}" in moved
    assert {
        "encoder_to_decoder.weight",
        "classifier.linear.weight",
        "encoder.encoder.layer.0.output.dense.weight",
    } <= moved


def test_both_losses_reach_the_encoder(joint, batch):
    for loss in ("classification_loss", "reply_loss"):
        joint.zero_grad()
        joint(**batch)[loss].backward()
        assert joint.encoder.embeddings.word_embeddings.weight.grad.abs().sum() > 0


def test_the_reply_depends_on_the_description(joint, batch):
    """Overfit three pairs, then give each reply its neighbour's description."""
    optimizer = torch.optim.AdamW(joint.parameters(), lr=5e-3)
    for _ in range(60):
        joint(**batch).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    with torch.no_grad():
        own = joint(**batch).reply_loss
        batch["input_ids"], batch["attention_mask"] = batch["input_ids"].roll(1, 0), batch["attention_mask"].roll(1, 0)
        foreign = joint(**batch).reply_loss
    assert own < 0.1
    assert foreign > own + 1


def test_no_projection_between_equal_widths(joint_config, decoder_config, batch):
    model = BERPTModel(joint_config(decoder=decoder_config(n_embd=32))).eval()
    assert not [name for name in model.state_dict() if name.startswith("encoder_to_decoder")]
    assert model(**batch).loss.isfinite()


def test_evaluation_is_deterministic_and_training_is_not(joint, batch):
    torch.testing.assert_close(joint(**batch).loss, joint(**batch).loss, rtol=0, atol=0)
    joint.train()
    assert joint(**batch).loss != joint(**batch).loss


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision(checkpoint, batch, dtype):
    model = BERPTModel.from_pretrained(checkpoint, dtype=dtype)
    assert {p.dtype for p in model.parameters()} == {dtype}
    output = model(**batch)
    assert output.loss.dtype == torch.float32
    expected = BERPTModel.from_pretrained(checkpoint, dtype=torch.float32)(**batch)
    torch.testing.assert_close(output.loss, expected.loss, rtol=0.05, atol=0.05)


def test_freeze(joint, batch):
    def frozen():
        return {name for name, p in joint.named_parameters() if not p.requires_grad}

    joint.freeze(encoder_layers=1)
    assert frozen() == {n for n, _ in joint.named_parameters() if n.startswith("encoder.encoder.layer.0.")}
    joint.freeze(embeddings=True)
    assert {"encoder.embeddings.word_embeddings.weight", "decoder.transformer.wte.weight"} <= frozen()
    assert not joint.decoder.lm_head.weight.requires_grad  # tied
    joint.freeze(encoder=True, decoder=True)
    trainable = {name for name, p in joint.named_parameters() if p.requires_grad}
    assert {name.split(".")[0] for name in trainable} == {"classifier", "encoder_to_decoder"}
    joint(**batch).loss.backward()
    assert set(gradients(joint)) == trainable
    with pytest.raises(ValueError, match="the encoder has 2 layers"):
        joint.freeze(encoder_layers=3)
    with pytest.raises(ValueError, match="has no decoder"):
        BERPTForSequenceClassification(joint.config).freeze(decoder=True)


def test_two_vocabularies_are_resized_one_by_one(joint, batch, tmp_path):
    before = joint(**batch)
    joint.resize_encoder_embeddings(70)
    joint.resize_decoder_embeddings(55)
    assert (joint.config.encoder.vocab_size, joint.config.decoder.vocab_size) == (70, 55)
    after = joint(**batch)
    assert after.logits.shape[-1] == 55
    torch.testing.assert_close(after.logits[..., :50], before.logits, **TOLERANCE)
    assert joint.decoder.lm_head.weight is joint.decoder.transformer.wte.weight
    joint.save_pretrained(tmp_path)
    again = BERPTModel.from_pretrained(tmp_path)
    torch.testing.assert_close(again(**batch).logits, after.logits)
    with pytest.raises(NotImplementedError, match="resize_encoder_embeddings or resize_decoder_embeddings"):
        joint.resize_token_embeddings(80)
    assert joint.resize_token_embeddings() is joint.get_input_embeddings()
    triage = BERPTForSequenceClassification(joint.config)
    assert triage.resize_token_embeddings(64).num_embeddings == triage.config.encoder.vocab_size == 64


def test_sequence_classification(joint, checkpoint, batch):
    model = BERPTForSequenceClassification.from_pretrained(checkpoint)
    inputs = {name: batch[name] for name in ("input_ids", "attention_mask")}
    output = model(**inputs, labels=batch["department_labels"], output_hidden_states=True)
    torch.testing.assert_close(output.logits, joint(**batch).department_logits)
    torch.testing.assert_close(output.loss, F.cross_entropy(output.logits, batch["department_labels"]))
    assert len(output.hidden_states) == 3
    summed = model(**inputs, labels=batch["department_labels"], num_items_in_batch=torch.tensor(12)).loss
    torch.testing.assert_close(summed, output.loss * 3 / 12)


def test_conditional_generation(joint, checkpoint, batch):
    joint.config.reply_loss_weight = 0.1
    model = BERPTForConditionalGeneration.from_pretrained(checkpoint)
    departments = batch.pop("department_labels")
    output = model(**batch)
    torch.testing.assert_close(output.loss, joint(**batch).reply_loss)
    assert output.department_logits is None
    assert not [name for name in model.state_dict() if name.startswith("classifier")]
    with pytest.raises(ValueError, match="department_labels"):
        model(**batch, department_labels=departments)


def test_the_trainer_need_not_guess():
    for cls in (BERPTModel, BERPTForSequenceClassification, BERPTForConditionalGeneration):
        assert cls.accepts_loss_kwargs is True
