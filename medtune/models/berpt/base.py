"""What the BERPT classes share: the encoder, loading, freezing, and the two vocabularies."""

import torch
from torch import nn
from transformers import AutoModel, PreTrainedModel
from transformers.modeling_outputs import BaseModelOutput

from .configuration_berpt import BERPTConfig
from .layers import check_length, positions


class BERPTPreTrainedModel(PreTrainedModel):
    """The encoder, and what belongs to every model built on it."""

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
            saved_as = ", ".join(model.config.architectures or ["another class"])
            raise ValueError(
                f"{pretrained_model_name_or_path} lacks {len(missing)} weights of {cls.__name__}: {missing[0]} … "
                f"It was saved as {saved_as}: load it as that, or build a new model around it with `from_encoder` or "
                "`from_encoder_decoder`."
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
        limit = self.max_description_length
        check_length("A description", mask.shape[1], limit, f"truncate it, to max_length={limit} in the processor")
        outputs = self.encoder(
            input_ids=input_ids,
            attention_mask=mask,
            inputs_embeds=inputs_embeds,
            position_ids=positions(mask) + self._first_position(),
            return_dict=True,
            **kwargs,
        )
        return outputs, mask

    @property
    def max_description_length(self) -> int | None:
        """Tokens that the encoder has positions for; None where they are rotary or relative, and any number goes."""
        table = self._position_table()
        return None if table is None else table.num_embeddings - self._first_position()

    def _first_position(self) -> int:
        # RoBERTa's table has a row for padding, and the first token stands in the row after it.
        padding = getattr(self._position_table(), "padding_idx", None)
        return 0 if padding is None else padding + 1

    def _position_table(self) -> nn.Embedding | None:
        return getattr(getattr(self.encoder, "embeddings", None), "position_embeddings", None)

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
            ValueError: if the model has no such part, or its layers share their weights (ALBERT).
        """
        layers = self._encoder_layers()
        if encoder_layers and layers is None:
            raise ValueError(
                f"freeze(encoder_layers={encoder_layers}): the layers of {self.config.encoder.model_type} share their "
                "weights; freeze all of them with encoder=True, or none."
            )
        if encoder_layers and not 0 <= encoder_layers <= len(layers):
            raise ValueError(f"freeze(encoder_layers={encoder_layers}): the encoder has {len(layers)} layers.")
        if decoder and not hasattr(self, "decoder"):
            raise ValueError("freeze(decoder=True): this model has no decoder.")
        frozen: list[nn.Module] = [*layers[:encoder_layers]] if encoder_layers else []
        if encoder:
            frozen.append(self.encoder)
        if decoder:
            frozen.append(self.decoder)
        if embeddings:
            frozen.append(getattr(self.encoder, "embeddings", None) or self.encoder.get_input_embeddings())
            if hasattr(self, "decoder"):
                frozen += [self.decoder.transformer.wte, self.decoder.transformer.wpe]
        for module in frozen:
            module.requires_grad_(False)

    def _encoder_layers(self) -> nn.ModuleList | None:
        """Return the encoder's layers, wherever its family keeps them; None if it has fewer than it runs through."""
        lists = [module for module in self.encoder.modules() if isinstance(module, nn.ModuleList)]
        number = self.config.encoder.num_hidden_layers
        return next((layers for layers in lists if len(layers) == number), None)

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
