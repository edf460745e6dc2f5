"""The models. Importing this package tells transformers' Auto classes of them, so that they load without remote code."""

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
