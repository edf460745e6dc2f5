"""Configuration of BERPT: a BERT-family encoder that classifies, and a GPT-2-family decoder that answers."""

import copy
import shutil
from pathlib import Path

from transformers import AutoConfig, PreTrainedConfig
from transformers.configuration_utils import SubConfigSpec

# Encoders that pass the tests: padding changes nothing, left or right, and positions are counted as the encoder itself
# does. ConvBERT and MobileBERT look at their padding, Nyströmformer and YOSO start to count elsewhere, Longformer needs
# to be told which tokens see everything, and of a causal model `cls` would pool a state that has read one token.
ENCODER_TYPES = (
    "albert",
    "bert",
    "camembert",
    "data2vec-text",
    "deberta",
    "deberta-v2",
    "distilbert",
    "electra",
    "ernie",
    "eurobert",
    "gte",
    "megatron-bert",
    "modernbert",
    "mpnet",
    "nomic_bert",
    "rembert",
    "roberta",
    "roberta-prelayernorm",
    "roformer",
    "xlm-roberta",
    "xlm-roberta-xl",
)
DECODER_TYPE = "gpt2"  # also that of DistilGPT-2, DialoGPT and the Chinese GPT-2s
POOLINGS = ("cls", "mean")

# Which class each Auto class finds in a saved checkpoint. `register_for_auto_class` would write the saved class only.
AUTO_MAP = {
    "AutoConfig": "configuration_berpt.BERPTConfig",
    "AutoModel": "modeling_berpt.BERPTModel",
    "AutoModelForSequenceClassification": "modeling_berpt.BERPTForSequenceClassification",
    "AutoModelForSeq2SeqLM": "modeling_berpt.BERPTForConditionalGeneration",
}
CODE_FILES = ("base.py", "configuration_berpt.py", "layers.py", "modeling_berpt.py", "warm_start.py")


def copy_code(files: tuple[str, ...], save_directory: str | Path) -> None:
    """Copy source files of this package into a checkpoint, so that it loads where medtune is not installed.

    Args:
        files: names of files beside this one. Transformers' cache of remote code may hold only some of them; it copies
            the others itself when such a model is saved again.
        save_directory: the checkpoint.
    """
    for name in files:
        source, target = Path(__file__).with_name(name), Path(save_directory, name)
        if source.is_file() and source != target.resolve():
            shutil.copyfile(source, target)


class BERPTConfig(PreTrainedConfig):
    """Configuration of a BERPT model.

    Saving it writes the modeling files next to `config.json`: whatever way a checkpoint is saved, its code is with it.

    Args:
        encoder: configuration of a BERT-family encoder, of a type in `ENCODER_TYPES`; a default `BertConfig` if None.
        decoder: configuration of a GPT-2-family decoder; None for a checkpoint that holds only the triage half.
            Cross-attention is switched on.
        pooling: what the classifier sees of the encoder's last hidden state: `cls`, its first token (MEDI-BERPT), or
            `mean` over the tokens that are not padding.
        classifier_dropout: probability of dropping a feature of the pooled state, 0 to below 1.
        classification_temperature: positive number by which the department logits are divided, in the loss and in the
            probabilities alike (the paper's grid search names a temperature). It is not called `temperature`, since
            `generate` would take that for its own.
        classification_loss_weight: factor of the department loss in the joint loss, not negative.
        reply_loss_weight: factor of the reply loss in the joint loss, not negative.
        decoder_start_token_id: decoder token that the reply starts from; not part of the labels.
        pad_token_id: decoder token that fills up a batch of replies; the end token if None.
        eos_token_id: decoder token that ends a reply.

    Raises:
        ValueError: naming every argument that is out of range, together.
    """

    model_type = "berpt"
    # What is left for `Trainer.predict` are the logits of the reply and of the departments.
    keys_to_ignore_at_inference = [  # noqa: RUF012 (transformers adds another list to it)
        "classification_loss",
        "reply_loss",
        "past_key_values",
        "encoder_last_hidden_state",
    ]
    sub_configs_defaults = {  # noqa: RUF012 (a class attribute of transformers)
        "encoder": SubConfigSpec(config_class=AutoConfig, model_type="bert"),
        "decoder": SubConfigSpec(config_class=AutoConfig, model_type="gpt2", optional=True),
    }

    encoder: PreTrainedConfig | dict | None = None
    decoder: PreTrainedConfig | dict | None = None
    pooling: str = "cls"
    classifier_dropout: float = 0.1
    classification_temperature: float = 1.0
    classification_loss_weight: float = 1.0
    reply_loss_weight: float = 1.0
    decoder_start_token_id: int | None = None
    pad_token_id: int | None = None
    eos_token_id: int | None = None

    def __post_init__(self, **kwargs):
        self.encoder, self.decoder = copy.deepcopy(self.encoder), copy.deepcopy(self.decoder)
        kwargs.pop("auto_map", None)  # may point to the repository this configuration was read from
        problems = self._label_problems(kwargs.get("num_labels"))
        super().__post_init__(**kwargs)
        self.label2id = {label: index for index, label in self.id2label.items()}
        self.auto_map = dict(AUTO_MAP)
        self.is_encoder_decoder = self.decoder is not None
        if self.pad_token_id is None:
            self.pad_token_id = self.eos_token_id
        for half in filter(None, (self.encoder, self.decoder)):
            half._name_or_path = ""  # a path on somebody's machine is not for publication
        if self.decoder is not None:
            self.decoder.is_decoder = self.decoder.add_cross_attention = True
        problems += [*self._encoder_problems(), *self._range_problems(), *self._decoder_problems()]
        if problems:
            raise ValueError("BERPTConfig: " + "; ".join(problems) + ".")

    @classmethod
    def from_dict(cls, config_dict: dict, **kwargs):
        """Build a configuration; arguments as in `PreTrainedConfig.from_dict`, which would not check `kwargs`."""
        own = {"id2label", *cls.__annotations__} - {"encoder", "decoder"}
        changes = {name: kwargs.pop(name) for name in list(kwargs) if name in own}
        number = kwargs.get("num_labels")
        if number is not None and "id2label" not in changes and len(config_dict.get("id2label") or ()) != number:
            changes["id2label"] = None  # another head was asked for: the names are those of the old one
        return super().from_dict({**config_dict, **changes}, **kwargs)

    def _label_problems(self, num_labels: int | None) -> list[str]:
        if self.id2label is None:
            return []
        problems = []
        if num_labels is not None and num_labels != len(self.id2label):
            problems.append(f"num_labels {num_labels} contradicts the {len(self.id2label)} names of id2label")
        if sorted(int(index) for index in self.id2label) != list(range(len(self.id2label))):
            problems.append(f"id2label must number the labels from 0 without a gap, not {list(self.id2label)}")
        if len(set(self.id2label.values())) != len(self.id2label):
            problems.append(f"id2label names a label twice: {list(self.id2label.values())}")
        return problems

    def _encoder_problems(self) -> list[str]:
        if self.encoder.model_type in ENCODER_TYPES:
            return []
        return [
            f"an encoder of type {self.encoder.model_type!r} is none of the BERT family that is known here, "
            f"use one of {', '.join(ENCODER_TYPES)}"
        ]

    def _range_problems(self) -> list[str]:
        problems = []
        if self.pooling not in POOLINGS:
            problems.append(f"pooling {self.pooling!r} is unknown, use one of {', '.join(POOLINGS)}")
        if not 0 <= self.classifier_dropout < 1:
            problems.append(f"classifier_dropout {self.classifier_dropout} is not in [0, 1)")
        if not self.classification_temperature > 0:
            problems.append(f"classification_temperature {self.classification_temperature} is not above 0")
        for name in ("classification_loss_weight", "reply_loss_weight"):
            if not getattr(self, name) >= 0:
                problems.append(f"{name} {getattr(self, name)} is negative, use 0 to leave this loss out")
        return problems

    def _decoder_problems(self) -> list[str]:
        if self.decoder is None:
            return []
        if self.decoder.model_type != DECODER_TYPE:
            return [
                f"a decoder of type {self.decoder.model_type!r} is none of the GPT-2 family, "
                f"use one of type {DECODER_TYPE!r}"
            ]
        ids = {name: getattr(self, name) for name in ("decoder_start_token_id", "pad_token_id", "eos_token_id")}
        return [
            f"{name} {token} is outside the decoder's vocabulary of {self.decoder.vocab_size}, "
            "take it from the decoder's tokenizer"
            for name, token in ids.items()
            if token is not None and not 0 <= token < self.decoder.vocab_size
        ]

    @property
    def hidden_size(self) -> int:
        """The encoder's width; DeepSpeed sizes its buckets by it."""
        return self.encoder.hidden_size

    def triage_half(self) -> "BERPTConfig":
        """Return a copy without the decoder, as a checkpoint of encoder and classifier alone has it."""
        config = copy.deepcopy(self)
        config.decoder, config.is_encoder_decoder = None, False
        config.decoder_start_token_id = config.pad_token_id = config.eos_token_id = None
        return config

    def save_pretrained(self, save_directory: str | Path, **kwargs) -> None:
        """Write `config.json` and the modeling files; arguments as in `PreTrainedConfig.save_pretrained`."""
        Path(save_directory).mkdir(parents=True, exist_ok=True)
        copy_code(CODE_FILES, save_directory)
        super().save_pretrained(save_directory, **kwargs)


__all__ = ["BERPTConfig"]
