"""Building a BERPT model from pretrained halves, with an account of where every weight came from."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import torch
from transformers import AutoConfig, AutoModel, AutoModelForCausalLM, PreTrainedConfig, PreTrainedModel
from transformers.utils import logging

from .configuration_berpt import DECODER_TYPE, ENCODER_TYPES, BERPTConfig

logger = logging.get_logger(__name__)

NEW, LEFT_BEHIND = "newly initialised", "left behind"
CROSS_ATTENTION = (".crossattention.", ".ln_cross_attn.")


@dataclass
class Source:
    """One pretrained half.

    Args:
        name: path, Hub id or class, for the report.
        config: configuration of the half.
        weights: tensors under their names in a BERPT model; None if there is only a configuration.
        left_behind: names of the source's weights that a BERPT model has no place for.
        berpt: configuration of the BERPT model that an encoder was taken from, if it was, with its classifier.
    """

    name: str
    config: PreTrainedConfig
    weights: dict[str, torch.Tensor] | None = None
    left_behind: list[str] = field(default_factory=list)
    berpt: PreTrainedConfig | None = None


def warm_start(cls, encoder, decoder=None, *, dtype: torch.dtype = torch.float32, **kwargs) -> PreTrainedModel:
    """Build a model from an encoder and perhaps a decoder; see `BERPTModel.from_encoder_decoder`.

    Args:
        cls: one of the BERPT classes.
        encoder: path, Hub id, configuration or model.
        decoder: the same, or None for a class without decoder.
        dtype: type of all the weights.
        **kwargs: arguments of `BERPTConfig`.

    Returns:
        The model in evaluation mode, with its `warm_start_report`: parameter names by the source they came from, those
        `newly initialised`, and under `left behind` the names of source weights that were not used.
    """
    sources = [load_encoder(encoder, dtype)] + ([] if decoder is None else [load_decoder(decoder, dtype)])
    halves = {name: copy.deepcopy(source.config) for name, source in zip(("encoder", "decoder"), sources, strict=False)}
    # Built in this type, as loading does; to convert it afterwards would round the encoder's rotary frequencies too.
    model = cls._from_config(BERPTConfig(**halves, **_inherit(sources[0], kwargs)), dtype=dtype)
    model.warm_start_report = _fill(model, sources)
    for origin, names in model.warm_start_report.items():
        logger.info(f"{cls.__name__}: {len(names)} weights: {origin}")
    return model.eval()


def load_encoder(source: str | PreTrainedConfig | PreTrainedModel, dtype: torch.dtype) -> Source:
    """Read an encoder, with the classifier if it comes from a BERPT model; arguments as in `warm_start`."""
    name, config, model = _describe(source)
    berpt = config if config.model_type == BERPTConfig.model_type else None
    if config.model_type not in (*ENCODER_TYPES, BERPTConfig.model_type):
        raise ValueError(
            f"encoder {name} is of type {config.model_type!r}; give a BERT-family model, one of "
            f"{', '.join(ENCODER_TYPES)}."
        )
    if config is source:
        return Source(name, berpt.encoder if berpt else config)
    missing, unexpected = (), ()
    if model is None:
        from .modeling_berpt import BERPTForSequenceClassification  # here, since that module imports this one

        loader = BERPTForSequenceClassification if berpt else AutoModel
        with _quiet():
            model, info = loader.from_pretrained(source, dtype=dtype, output_loading_info=True)
        missing, unexpected = info["missing_keys"], info["unexpected_keys"]
    if berpt:
        state = {k: v for k, v in model.state_dict().items() if k.startswith(("encoder.", "classifier."))}
        return Source(name, berpt.encoder, state, berpt=berpt)

    if lost := sorted(key for key in missing if not key.startswith("pooler.")):
        raise ValueError(f"encoder {name} lacks {len(lost)} weights, such as {lost[0]}; they would be made up.")
    body = model.base_model  # the encoder inside a model with a head
    state = {f"encoder.{k}": v for k, v in body.state_dict().items() if not k.startswith("pooler.")}
    kept = {id(parameter) for key, parameter in body.named_parameters() if not key.startswith("pooler.")}
    heads = [key for key, parameter in model.named_parameters() if id(parameter) not in kept and key not in missing]
    return Source(name, config, state, sorted({*heads, *unexpected}))


def load_decoder(source: str | PreTrainedConfig | PreTrainedModel, dtype: torch.dtype) -> Source:
    """Read a decoder, with cross-attention if it has one; arguments as in `warm_start`."""
    name, config, model = _describe(source)
    berpt = config if config.model_type == BERPTConfig.model_type else None
    config = copy.deepcopy(config.decoder if berpt else config)
    if config is None or config.model_type != DECODER_TYPE:
        what = "a BERPT model without decoder" if config is None else f"of type {config.model_type!r}"
        raise ValueError(f"decoder {name} is {what}; give one of type {DECODER_TYPE!r}.")
    if isinstance(source, PreTrainedConfig):
        return Source(name, config)
    missing, unexpected = (), ()
    if model is None:
        from .modeling_berpt import BERPTForConditionalGeneration  # here, since that module imports this one

        # Switched on before loading: whatever cross-attention the checkpoint holds is then read.
        config.is_decoder = config.add_cross_attention = True
        loader = BERPTForConditionalGeneration if berpt else AutoModelForCausalLM
        arguments = {} if berpt else {"config": config}
        with _quiet():
            model, info = loader.from_pretrained(source, dtype=dtype, output_loading_info=True, **arguments)
        missing = info["missing_keys"]
        unexpected = [k for k in info["unexpected_keys"] if not k.endswith(".masked_bias")]  # a constant, in old files
    if not berpt and not hasattr(model, "lm_head"):
        raise ValueError(f"decoder {name} is a {type(model).__name__} without output layer; give a language model.")
    prefixes = ("decoder.", "encoder_to_decoder.") if berpt else ("",)
    target = "" if berpt else "decoder."
    state = {target + k: v for k, v in model.state_dict().items() if k.startswith(prefixes) and k not in missing}
    return Source(name, config, state, sorted(unexpected))


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave it to `warm_start_report` to say which weights are new; transformers would warn of wanted ones too."""
    before = logging.get_verbosity()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(before)


def _describe(source) -> tuple[str, PreTrainedConfig, PreTrainedModel | None]:
    if isinstance(source, PreTrainedConfig):
        return f"{type(source).__name__} (configuration)", source, None
    if isinstance(source, PreTrainedModel):
        return type(source).__name__, source.config, source
    # A BERPT checkpoint is read by the code that is running already: `AutoConfig` would ask leave to run its own.
    berpt = PreTrainedConfig.get_config_dict(source)[0].get("model_type") == BERPTConfig.model_type
    return str(source), (BERPTConfig if berpt else AutoConfig).from_pretrained(source), None


def _inherit(encoder: Source, kwargs: dict) -> dict:
    """Complete the arguments of `BERPTConfig` by what the encoder's own classifier was trained with."""
    if encoder.berpt is None:
        return kwargs
    labels = encoder.berpt.id2label
    wanted = kwargs.get("id2label")
    contradicts = wanted is not None and {int(k): v for k, v in wanted.items()} != labels
    if contradicts or kwargs.get("num_labels", len(labels)) != len(labels):
        raise ValueError(
            f"encoder {encoder.name} has a classifier for {list(labels.values())}, which contradicts "
            f"{list(wanted.values()) if wanted is not None else kwargs['num_labels']}. Ask for the same labels, or "
            "pass only the encoder inside it: BERPTForSequenceClassification.from_pretrained(...).encoder."
        )
    inherited = {name: getattr(encoder.berpt, name) for name in ("pooling", "classification_temperature")}
    return {**inherited, "id2label": labels, **kwargs}


def _fill(model: PreTrainedModel, sources: list[Source]) -> dict[str, list[str]]:
    """Copy the weights into the model and tell where each came from, failing where one would be made up."""
    target = model.state_dict()
    report: dict[str, list[str]] = {}
    loaded, left_behind = {}, []
    for source in sources:
        parts = ("classifier.", "encoder_to_decoder.")  # what a model of this class and these widths may not have
        state = source.weights or {}
        lost = [k for k in state if k.startswith(parts) and (k not in target or target[k].shape != state[k].shape)]
        state = {key: tensor for key, tensor in state.items() if key not in lost}
        if foreign := sorted({k for k in state if k not in target} | {k for k in source.left_behind if "cross" in k}):
            raise ValueError(
                f"{source.name} has weights under unknown names, such as {foreign[0]}; they would be lost."
            )
        loaded.update(state)
        left_behind += [f"{source.name}: {key}" for key in [*source.left_behind, *lost]]
        if state:
            report.setdefault(source.name, []).extend(sorted(state))

    new = sorted(set(target) - set(loaded) - set(model.all_tied_weights_keys))
    cross = {key for key in target if any(part in key for part in CROSS_ATTENTION)}
    may_be_new = ["classifier.", "encoder_to_decoder."]
    may_be_new += [half for half, source in zip(("encoder.", "decoder."), sources, strict=False) if not source.weights]
    made_up = [
        key for key in new if not key.startswith(tuple(may_be_new)) and (key not in cross or cross & set(loaded))
    ]
    if made_up:
        raise ValueError(
            f"{' and '.join(source.name for source in sources)} lack {len(made_up)} weights, such as {made_up[0]}; "
            "they would be made up. Take a complete checkpoint, or one without any cross-attention."
        )
    model.load_state_dict(loaded, strict=False)
    return {**report, NEW: new, LEFT_BEHIND: left_behind}
