"""BERPT: one BERT-family encoder that a department classifier and a GPT-2-family decoder share.

    patient's words → encoder → last hidden state → classifier                        → department
                                                  → (projection) → cross-attention of
                                                     the decoder over the reply so far → doctor's reply

Both losses are back-propagated through the encoder (MEDI-BERPT, experiments 4 and 5). Three classes read the same
files: `BERPTModel` is the whole, `BERPTForSequenceClassification` the triage half, `BERPTForConditionalGeneration` the
reply half. Parameters have the same names in all of them: `encoder.*`, `classifier.*`, `encoder_to_decoder.*` (the
projection, where the widths differ), `decoder.*`.
"""

import torch
from torch import nn
from transformers import AutoModelForCausalLM, Cache, GenerationMixin
from transformers.modeling_outputs import (
    BaseModelOutput,
    BaseModelOutputWithPastAndCrossAttentions,
    SequenceClassifierOutput,
)
from transformers.utils import can_return_tuple

from .base import BERPTPreTrainedModel
from .configuration_berpt import BERPTConfig
from .layers import IGNORE, BERPTOutput, DepartmentClassifier, check_length, cross_entropy, positions, supervised
from .warm_start import warm_start


class BERPTForSequenceClassification(BERPTPreTrainedModel):
    """The triage half: encoder and department classifier. It saves no decoder, and its configuration says so."""

    _keys_to_ignore_on_load_unexpected = (r"^decoder\.", r"^encoder_to_decoder\.")

    def __init__(self, config: BERPTConfig):
        super().__init__(config.triage_half())
        self.num_labels = config.num_labels
        self.classifier = DepartmentClassifier(config)
        self.post_init()

    @classmethod
    def from_encoder(cls, encoder, **kwargs) -> "BERPTForSequenceClassification":
        """Put a classifier on a pretrained encoder; arguments as in `BERPTModel.from_encoder_decoder`."""
        return warm_start(cls, encoder, **kwargs)

    @can_return_tuple
    def forward(
        self,
        input_ids: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        token_type_ids: torch.Tensor | None = None,
        inputs_embeds: torch.Tensor | None = None,
        labels: torch.Tensor | None = None,
        output_attentions: bool | None = None,
        output_hidden_states: bool | None = None,
        num_items_in_batch: torch.Tensor | int | None = None,
    ) -> SequenceClassifierOutput:
        """Score the departments.

        Args:
            input_ids: see `encode`.
            attention_mask: see `encode`.
            token_type_ids: see `encode`.
            inputs_embeds: see `encode`.
            labels: department of each row, -100 where it is unknown, [N].
            output_attentions: return the encoder's attentions.
            output_hidden_states: return the encoder's hidden states.
            num_items_in_batch: labelled rows in the global batch; without it the loss is the mean over this batch.

        Returns:
            `loss`, `logits` [N, K], `hidden_states`, `attentions`.
        """
        flags = self._output_flags(output_attentions, output_hidden_states)
        encoded, mask = self.encode(input_ids, attention_mask, token_type_ids, inputs_embeds, **flags)
        logits = self.classifier(encoded.last_hidden_state, mask)  # [N, K]
        loss = None if labels is None else cross_entropy(logits, labels, num_items_in_batch)
        return SequenceClassifierOutput(loss, logits, encoded.hidden_states, encoded.attentions)


class BERPTModel(BERPTPreTrainedModel, GenerationMixin):
    """The whole: encoder, department classifier and decoder. This is what `AutoModel` gives."""

    def __init__(self, config: BERPTConfig):
        super().__init__(config)
        if config.decoder is None:
            raise ValueError(
                f"{type(self).__name__} needs a decoder, and this checkpoint holds only the triage half. Load it with "
                "AutoModelForSequenceClassification, or give it a decoder with "
                "BERPTModel.from_encoder_decoder(encoder=<the checkpoint>, decoder=<a GPT-2>)."
            )
        self.num_labels = config.num_labels
        self.classifier = DepartmentClassifier(config)
        same_width = config.encoder.hidden_size == config.decoder.hidden_size
        self.encoder_to_decoder = (
            nn.Identity() if same_width else nn.Linear(config.encoder.hidden_size, config.decoder.hidden_size)
        )
        self.decoder = AutoModelForCausalLM.from_config(config.decoder)
        self.post_init()

    @classmethod
    def from_encoder_decoder(cls, encoder, decoder, **kwargs) -> "BERPTModel":
        """Start from pretrained halves.

        The attribute `warm_start_report` of the model then tells which of its weights came from where.

        Args:
            encoder: path, Hub id, configuration or model. A BERPT checkpoint brings its classifier along, with its
                labels, pooling and temperature.
            decoder: path, Hub id, configuration or model: a GPT-2 with or without cross-attention, or a BERPT
                checkpoint. Where there is no cross-attention, a new one is put in.
            **kwargs: `dtype` of the weights (default `torch.float32`), `num_labels`, `id2label`,
                `decoder_start_token_id`, `pad_token_id`, `eos_token_id` and the other arguments of `BERPTConfig`. The
                processor knows the token ids: `**processor.decoder_token_ids`.

        Raises:
            ValueError: if a source lacks weights that would have to be made up, if it carries cross-attention for a
                part of its layers or under unknown names, or if its labels contradict those asked for.
        """
        return warm_start(cls, encoder, decoder, **kwargs)

    def get_output_embeddings(self) -> nn.Module:
        """Return the decoder's output layer."""
        return self.decoder.get_output_embeddings()

    def set_output_embeddings(self, new_embeddings: nn.Module) -> None:
        """Replace the decoder's output layer."""
        self.decoder.set_output_embeddings(new_embeddings)

    def resize_decoder_embeddings(self, new_num_tokens: int, **kwargs) -> nn.Embedding:
        """Resize the decoder's vocabulary; arguments as in `PreTrainedModel.resize_token_embeddings`."""
        return self.decoder.resize_token_embeddings(new_num_tokens, **kwargs)

    def prepare_decoder_input_ids_from_labels(self, labels: torch.Tensor) -> torch.Tensor:
        """Shift the labels to the right behind the start token, [N, T] → [N, T].

        The start token also stands for -100: nothing that is supervised attends to it there, and transformers warns of
        a missing mask where it meets a padding token.
        """
        start = self.config.decoder_start_token_id
        if start is None:
            raise ValueError("Set decoder_start_token_id in the configuration to train on replies.")
        shifted = labels.roll(1, dims=1)
        shifted[:, 0] = start
        return shifted.masked_fill(shifted == IGNORE, start)

    @torch.no_grad()
    def generate(self, inputs=None, generation_config=None, **kwargs):
        """Write replies; arguments as in `GenerationMixin.generate`, with those of `encode` for the description.

        The description is encoded here, since `GenerationMixin` would take the decoder's padding token for the
        encoder's, and would number the positions of a left-padded description from its padding.
        """
        description = {name: kwargs.pop(name, None) for name in ("input_ids", "inputs_embeds", "token_type_ids")}
        if inputs is not None:
            description["input_ids"] = inputs
        if kwargs.get("encoder_outputs") is None:
            flags = self._output_flags(kwargs.get("output_attentions"), kwargs.get("output_hidden_states"))
            kwargs["encoder_outputs"], kwargs["attention_mask"] = self.encode(
                attention_mask=kwargs.get("attention_mask"), **description, **flags
            )
        return super().generate(generation_config=generation_config, **kwargs)

    def decode(
        self,
        hidden: torch.Tensor,
        attention_mask: torch.Tensor | None,
        decoder_input_ids: torch.Tensor | None = None,
        decoder_attention_mask: torch.Tensor | None = None,
        decoder_inputs_embeds: torch.Tensor | None = None,
        **kwargs,
    ) -> BaseModelOutputWithPastAndCrossAttentions:
        """Run the decoder, without its output layer, on the encoder's last hidden state.

        Args:
            hidden: the encoder's last hidden state, [N, S, H].
            attention_mask: 1 for a token of the description, 0 for padding, [N, S].
            decoder_input_ids: see `forward`.
            decoder_attention_mask: see `forward`.
            decoder_inputs_embeds: see `forward`.
            **kwargs: the other arguments of the decoder.

        Returns:
            The decoder's output, with its last hidden state [N, T, decoder width].
        """
        if decoder_inputs_embeds is None:
            # Embedded here: of token ids, GPT-2 would warn that they hold padding, which on the right needs no mask.
            decoder_inputs_embeds = self.decoder.get_input_embeddings()(decoder_input_ids)
        cache = kwargs.get("past_key_values")
        before = 0 if cache is None else cache.get_seq_length()
        if isinstance(before, int):  # a static cache keeps a tensor, to compile with
            remedy = "lower max_new_tokens, or truncate the labels, to max_reply_length in the processor"
            check_length("A reply", before + decoder_inputs_embeds.shape[1], self.config.decoder.n_positions, remedy)
        position_ids = None
        if decoder_attention_mask is not None and decoder_attention_mask.dim() == 2:  # padding on the left, perhaps
            position_ids = positions(decoder_attention_mask)[:, -decoder_inputs_embeds.shape[1] :]
        return self.decoder.transformer(
            attention_mask=decoder_attention_mask,
            position_ids=position_ids,
            inputs_embeds=decoder_inputs_embeds,
            encoder_hidden_states=self.encoder_to_decoder(hidden),  # [N, S, decoder width]
            encoder_attention_mask=attention_mask,
            return_dict=True,
            **kwargs,
        )

    @can_return_tuple
    def forward(
        self,
        input_ids: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        decoder_input_ids: torch.Tensor | None = None,
        decoder_attention_mask: torch.Tensor | None = None,
        labels: torch.Tensor | None = None,
        department_labels: torch.Tensor | None = None,
        token_type_ids: torch.Tensor | None = None,
        inputs_embeds: torch.Tensor | None = None,
        decoder_inputs_embeds: torch.Tensor | None = None,
        encoder_outputs: BaseModelOutput | tuple[torch.Tensor, ...] | None = None,
        past_key_values: Cache | None = None,
        use_cache: bool | None = None,
        output_attentions: bool | None = None,
        output_hidden_states: bool | None = None,
        num_items_in_batch: torch.Tensor | int | None = None,
        num_examples_in_batch: torch.Tensor | int | None = None,
        skip_logits: bool = False,
    ) -> BERPTOutput:
        """Score the departments and the next tokens of the reply.

        Args:
            input_ids: see `encode`.
            attention_mask: see `encode`.
            decoder_input_ids: start token and reply so far, [N, T]; made from `labels` by default. Without either only
                the departments are scored.
            decoder_attention_mask: 1 for a token, 0 for padding, [N, T]; padding on the right needs no mask.
            labels: reply and end token, -100 for what is not to be learnt, [N, T].
            department_labels: department of each row, -100 where it is unknown, [N].
            token_type_ids: see `encode`.
            inputs_embeds: see `encode`.
            decoder_inputs_embeds: embedded tokens in the place of `decoder_input_ids`, [N, T, width].
            encoder_outputs: what `encode` gave before; the encoder is not run again. Pass its mask along.
            past_key_values: the decoder's cache of the tokens before `decoder_input_ids`.
            use_cache: return the cache; off by default with labels.
            output_attentions: return the attentions of both halves.
            output_hidden_states: return the hidden states of both halves.
            num_items_in_batch: supervised reply tokens in the global batch; without it the reply loss is a mean.
            num_examples_in_batch: labelled rows in the global batch; without it the classification loss is a mean.
            skip_logits: with labels, score the supervised positions only and return no `logits`: the vocabulary is
                large, and much of a padded batch is not supervised.

        Returns:
            A `BERPTOutput`.
        """
        flags = self._output_flags(output_attentions, output_hidden_states)
        if encoder_outputs is None:
            encoder_outputs, attention_mask = self.encode(
                input_ids, attention_mask, token_type_ids, inputs_embeds, **flags
            )
        elif isinstance(encoder_outputs, tuple):
            encoder_outputs = BaseModelOutput(*encoder_outputs)
        hidden = encoder_outputs.last_hidden_state  # [N, S, H]
        if department_labels is not None and num_examples_in_batch is None:
            num_examples_in_batch = _estimate_examples(department_labels, labels, num_items_in_batch)
        department_logits, classification_loss = self._score_departments(
            hidden, attention_mask, department_labels, num_examples_in_batch
        )
        decoded, logits, reply_loss = BaseModelOutputWithPastAndCrossAttentions(), None, None
        if labels is not None and decoder_input_ids is None and decoder_inputs_embeds is None:
            decoder_input_ids = self.prepare_decoder_input_ids_from_labels(labels)
        if decoder_input_ids is not None or decoder_inputs_embeds is not None:
            use_cache = labels is None and self.config.decoder.use_cache if use_cache is None else use_cache
            decoded = self.decode(
                hidden,
                attention_mask,
                decoder_input_ids,
                decoder_attention_mask,
                decoder_inputs_embeds,
                past_key_values=past_key_values,
                use_cache=use_cache,
                **flags,
            )
            logits, reply_loss = self._score_reply(decoded.last_hidden_state, labels, num_items_in_batch, skip_logits)
        return BERPTOutput(
            loss=self._weigh(classification_loss, reply_loss),
            classification_loss=classification_loss,
            reply_loss=reply_loss,
            logits=logits,
            department_logits=department_logits,
            past_key_values=decoded.past_key_values,
            decoder_hidden_states=decoded.hidden_states,
            decoder_attentions=decoded.attentions,
            cross_attentions=decoded.cross_attentions,
            encoder_last_hidden_state=hidden,
            encoder_hidden_states=encoder_outputs.hidden_states,
            encoder_attentions=encoder_outputs.attentions,
        )

    def _score_departments(self, hidden, mask, labels, count) -> tuple[torch.Tensor | None, torch.Tensor | None]:
        if self.classifier is None:
            if labels is not None:
                raise ValueError(f"{type(self).__name__} has no classifier: leave department_labels out.")
            return None, None
        mask = hidden.new_ones(hidden.shape[:2]) if mask is None else mask
        logits = self.classifier(hidden, mask)  # [N, K]
        return logits, None if labels is None else cross_entropy(logits, labels, count)

    def _score_reply(self, hidden, labels, count, skip_logits) -> tuple[torch.Tensor | None, torch.Tensor | None]:
        if labels is not None and skip_logits:
            hidden, labels = supervised(hidden, labels)
            return None, cross_entropy(self.decoder.lm_head(hidden), labels, count)
        logits = self.decoder.lm_head(hidden)  # [N, T, V]
        return logits, None if labels is None else cross_entropy(logits, labels, count)

    def _weigh(self, classification_loss, reply_loss) -> torch.Tensor | None:
        weighted = (
            (self.config.classification_loss_weight, classification_loss),
            (self.config.reply_loss_weight, reply_loss),
        )
        losses = [weight * loss for weight, loss in weighted if loss is not None]
        return sum(losses) if losses else None


def _estimate_examples(department_labels, labels, num_items_in_batch) -> torch.Tensor | None:
    """Labelled rows in the global batch, when a plain Trainer has counted the reply tokens only.

    It adds up the losses of the micro-batches, so that each must give a share. The tokens tell how large a share.
    """
    if labels is None or num_items_in_batch is None:
        return None
    tokens, examples = labels.ne(IGNORE).sum(), department_labels.ne(IGNORE).sum()
    return examples * num_items_in_batch / tokens.clamp(min=1)


class BERPTForConditionalGeneration(BERPTModel):
    """The reply half: encoder and decoder, without the classifier. Its loss is the reply loss alone, unweighted."""

    _keys_to_ignore_on_load_unexpected = (r"^classifier\.",)

    def __init__(self, config: BERPTConfig):
        super().__init__(config)
        self.classifier = None

    def _weigh(self, classification_loss, reply_loss) -> torch.Tensor | None:
        return reply_loss


__all__ = ["BERPTForConditionalGeneration", "BERPTForSequenceClassification", "BERPTModel", "BERPTPreTrainedModel"]
