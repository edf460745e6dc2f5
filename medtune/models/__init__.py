"""The models. Importing this package registers them with transformers' Auto classes: no remote code is needed then."""

from transformers import (
    AutoConfig,
    AutoModel,
    AutoModelForSeq2SeqLM,
    AutoModelForSequenceClassification,
    AutoProcessor,
)

from medtune.models.berpt import (
    BERPTConfig,
    BERPTForConditionalGeneration,
    BERPTForSequenceClassification,
    BERPTModel,
    BERPTProcessor,
)

AutoConfig.register(BERPTConfig.model_type, BERPTConfig)
AutoModel.register(BERPTConfig, BERPTModel)
AutoModelForSequenceClassification.register(BERPTConfig, BERPTForSequenceClassification)
AutoModelForSeq2SeqLM.register(BERPTConfig, BERPTForConditionalGeneration)
AutoProcessor.register(BERPTConfig, BERPTProcessor)

__all__ = [
    "BERPTConfig",
    "BERPTForConditionalGeneration",
    "BERPTForSequenceClassification",
    "BERPTModel",
    "BERPTProcessor",
]
