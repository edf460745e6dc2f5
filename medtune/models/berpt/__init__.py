"""BERPT: a BERT-family encoder shared by a department classifier and a GPT-2-family decoder."""

from .configuration_berpt import BERPTConfig
from .modeling_berpt import BERPTForConditionalGeneration, BERPTForSequenceClassification, BERPTModel
from .processing_berpt import BERPTProcessor

__all__ = [
    "BERPTConfig",
    "BERPTForConditionalGeneration",
    "BERPTForSequenceClassification",
    "BERPTModel",
    "BERPTProcessor",
]
