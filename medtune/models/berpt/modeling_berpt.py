"""BERPT: one BERT-family encoder that a department classifier and a GPT-2-family decoder share.

    patient's words → encoder → last hidden state → classifier                        → department
                                                  → (projection) → cross-attention of
                                                     the decoder over the reply so far → doctor's reply

Both losses are back-propagated through the encoder (MEDI-BERPT, experiments 4 and 5). Three classes read the same files:
`BERPTModel` is the whole, `BERPTForSequenceClassification` the triage half, `BERPTForConditionalGeneration` the reply
half. Parameters have the same names in all of them: `encoder.*`, `classifier.*`, `encoder_to_decoder.*`, `decoder.*`.
"""

import torch
from torch import nn
from transformers import AutoModel, AutoModelForCausalLM, Cache, GenerationMixin, PreTrainedModel
from transformers.modeling_outputs import (
    BaseModelOutput,
    BaseModelOutputWithPastAndCrossAttentions,
    SequenceClassifierOutput,
)
from transformers.utils import can_return_tuple

from .configuration_berpt import BERPTConfig
from .layers import IGNORE, BERPTOutput, DepartmentClassifier, cross_entropy, positions
from .warm_start import warm_start


class BERPTPreTrainedModel(PreTrainedModel):
    """What the three classes share: the encoder, loading, freezing, and the two vocabularies."""

    config: BERPTConfig
    base_model_prefix = "berpt"
    supports_gradient_checkpointing = True
    _supports_sdpa = True
    _supports_flash_attn = True
    _supports_attention_backend = True
    # Every loss here is divided by the counts the Trainer passes, see `cross_entropy`.
    accepts_loss_kwargs = True

    def __init__(self, config: BERPTConfig):
        super().__init__(config)
        self.encoder = AutoModel.from_config(config.encoder)
        if getattr(self.encoder, "pooler", None) is not None:
            self.encoder.pooler = None  # would be left without a gradient
        self.warm_start_report: dict[str, list[str]] = {}

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path, *args, output_loading_info: bool = False, **kwargs):
        """Load a checkpoint as `PreTrainedModel.from_pretrained` does, but never make up weights it does not hold.

        Raises:
            ValueError: if the checkpoint lacks weights of this class, such as the other half of the model.
        """
        model, info = super().from_pretrained(pretrained_model_name_or_path, *args, output_loading_info=True, **kwargs)
        if missing := sorted(info["missing_keys"]):
            raise ValueError(
                f"{pretrained_model_name_or_path} lacks {len(missing)} weights of {cls.__name__}, such as {missing[0]}. "
                f"It was saved as {', '.join(model.config.architectures or ['another class'])}: load it as that, "
                "or build a new model around it with `from_encoder` or `from_encoder_decoder`."
            )
        return (model, info) if output_loading_info else model

    def encode(
        self,
        input_ids: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        token_type_ids: torch.Tensor | None = None,
        inputs_embeds: torch.Tensor | None = None,
        **kwargs,
    ) -> tuple[BaseModelOutput, torch.Tensor]:
        """Run the encoder.

        Args:
            input_ids: tokens of the description, [N, S].
            attention_mask: 1 for a token, 0 for padding, [N, S]; by default everything but the encoder's padding token.
            token_type_ids: segments, [N, S].
            inputs_embeds: embedded tokens in the place of `input_ids`, [N, S, width]; without a mask none is padding.
            **kwargs: `output_attentions` and `output_hidden_states`.

        Returns:
            The encoder's output and the mask, [N, S].
        """
        if input_ids is None and inputs_embeds is None:
            raise ValueError("The encoder has nothing to read: pass input_ids, inputs_embeds or encoder_outputs.")
        mask, padding = attention_mask, self.config.encoder.pad_token_id
        if mask is None and input_ids is not None and padding is not None:
            mask = (input_ids != padding).long()
        elif mask is None:
            tokens = inputs_embeds[..., 0] if input_ids is None else input_ids
            mask = torch.ones_like(tokens, dtype=torch.long)
        if token_type_ids is not None:
            kwargs["token_type_ids"] = token_type_ids
        # RoBERTa's table of positions has a padding row, and its first token stands in the row after it.
        table = getattr(getattr(self.encoder, "embeddings", None), "position_embeddings", None)
        offset = 0 if getattr(table, "padding_idx", None) is None else table.padding_idx + 1
        outputs = self.encoder(
            input_ids=input_ids,
            attention_mask=mask,
            inputs_embeds=inputs_embeds,
            position_ids=positions(mask) + offset,
            return_dict=True,
            **kwargs,
        )
        return outputs, mask

    def freeze(
        self, encoder: bool = False, decoder: bool = False, embeddings: bool = False, encoder_layers: int = 0
    ) -> None:
        """Take parameters out of training; what is frozen already stays so. Dropout goes on, as in any frozen model.

        Args:
            encoder: the whole encoder, without the classifier.
            decoder: the whole decoder, its cross-attention too.
            embeddings: token and position embeddings of both halves, and with them a tied output layer.
            encoder_layers: the first so many encoder layers; add `embeddings` to freeze what is below them as well.

        Raises:
            ValueError: if the model has no such part.
        """
        layers = getattr(getattr(self.encoder, "encoder", None), "layer", ())
        if not 0 <= encoder_layers <= len(layers):
            raise ValueError(f"freeze(encoder_layers={encoder_layers}): the encoder has {len(layers)} layers.")
        if decoder and not hasattr(self, "decoder"):
            raise ValueError("freeze(decoder=True): this model has no decoder.")
        frozen: list[nn.Module] = [*layers[:encoder_layers]]
        if encoder:
            frozen.append(self.encoder)
        if decoder:
            frozen.append(self.decoder)
        if embeddings:
            frozen.append(self.encoder.embeddings)
            if hasattr(self, "decoder"):
                frozen += [self.decoder.transformer.wte, self.decoder.transformer.wpe]
        for module in frozen:
            module.requires_grad_(False)

    def _output_flags(self, output_attentions: bool | None, output_hidden_states: bool | None) -> dict[str, bool]:
        flags = {"output_attentions": output_attentions, "output_hidden_states": output_hidden_states}
        return {name: getattr(self.config, name) if flag is None else flag for name, flag in flags.items()}

    def get_input_embeddings(self) -> nn.Module:
        """Return the encoder's token embeddings."""
        return self.encoder.get_input_embeddings()

    def set_input_embeddings(self, value: nn.Module) -> None:
        """Replace the encoder's token embeddings."""
        self.encoder.set_input_embeddings(value)

    def resize_encoder_embeddings(self, new_num_tokens: int, **kwargs) -> nn.Embedding:
        """Resize the encoder's vocabulary; arguments as in `PreTrainedModel.resize_token_embeddings`."""
        return self.encoder.resize_token_embeddings(new_num_tokens, **kwargs)

    def resize_token_embeddings(self, new_num_tokens: int | None = None, *args, **kwargs) -> nn.Embedding:
        """Resize the only vocabulary there is.

        Raises:
            NotImplementedError: if the model has two.
        """
        if new_num_tokens is not None and hasattr(self, "decoder"):
            raise NotImplementedError(
                f"{type(self).__name__} has two vocabularies: "
                "call resize_encoder_embeddings or resize_decoder_embeddings."
            )
        return self.encoder.resize_token_embeddings(new_num_tokens, *args, **kwargs)


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
            input_ids: see `encode`, like `attention_mask`, `token_type_ids` and `inputs_embeds`.
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
        """Shift the labels to the right behind the start token; padding stands for -100, [N, T] → [N, T]."""
        start, padding = self.config.decoder_start_token_id, self.config.pad_token_id
        if start is None or padding is None:
            raise ValueError("Set decoder_start_token_id and pad_token_id in the configuration to train on replies.")
        shifted = labels.roll(1, dims=1)
        shifted[:, 0] = start
        return shifted.masked_fill(shifted == IGNORE, padding)

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
        """Run the decoder without its output layer; arguments as in `forward`, with `hidden`, [N, S, H], to attend to."""
        position_ids = None
        if decoder_attention_mask is not None and decoder_attention_mask.dim() == 2:  # padding on the left, perhaps
            length = (decoder_inputs_embeds if decoder_input_ids is None else decoder_input_ids).shape[1]
            position_ids = positions(decoder_attention_mask)[:, -length:]
        return self.decoder.transformer(
            input_ids=decoder_input_ids,
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
            input_ids: see `encode`, like `attention_mask`, `token_type_ids` and `inputs_embeds`.
            decoder_input_ids: start token and reply so far, [N, T]; made from `labels` by default. Without either only
                the departments are scored.
            decoder_attention_mask: 1 for a token, 0 for padding, [N, T]; padding on the right needs no mask.
            labels: reply and end token, -100 for what is not to be learnt, [N, T].
            department_labels: department of each row, -100 where it is unknown, [N].
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
        hidden, department_logits, classification_loss = encoder_outputs.last_hidden_state, None, None  # [N, S, H]
        if self.classifier is not None:
            mask = hidden.new_ones(hidden.shape[:2]) if attention_mask is None else attention_mask
            department_logits = self.classifier(hidden, mask)  # [N, K]
        if department_labels is not None:
            if num_examples_in_batch is None and num_items_in_batch is not None:
                # A plain Trainer counts `labels` only and adds up micro-batches; this one gets its share of the tokens.
                tokens, examples = labels.ne(IGNORE).sum(), department_labels.ne(IGNORE).sum()
                num_examples_in_batch = examples * num_items_in_batch / tokens.clamp(min=1)
            classification_loss = cross_entropy(department_logits, department_labels, num_examples_in_batch)

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

    def _score_reply(self, hidden, labels, count, skip_logits) -> tuple[torch.Tensor | None, torch.Tensor | None]:
        if labels is not None and skip_logits:
            supervised = labels != IGNORE
            return None, cross_entropy(self.decoder.lm_head(hidden[supervised]), labels[supervised], count)
        logits = self.decoder.lm_head(hidden)  # [N, T, V]
        return logits, None if labels is None else cross_entropy(logits, labels, count)

    def _weigh(self, classification_loss, reply_loss) -> torch.Tensor | None:
        weighted = (
            (self.config.classification_loss_weight, classification_loss),
            (self.config.reply_loss_weight, reply_loss),
        )
        losses = [weight * loss for weight, loss in weighted if loss is not None]
        return sum(losses) if losses else None


class BERPTForConditionalGeneration(BERPTModel):
    """The reply half: encoder and decoder, without the classifier. Its loss is the reply loss alone, unweighted."""

    _keys_to_ignore_on_load_unexpected = (r"^classifier\.",)

    def __init__(self, config: BERPTConfig):
        super().__init__(config)
        self.classifier = None

    def _weigh(self, classification_loss, reply_loss) -> torch.Tensor | None:
        return reply_loss


__all__ = ["BERPTForConditionalGeneration", "BERPTForSequenceClassification", "BERPTModel", "BERPTPreTrainedModel"]
