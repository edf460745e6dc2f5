"""Scores of predictions and of generated text, each with a signature that says how it was computed."""

from medtune.metrics.bleu import Bleu, bleu_scores
from medtune.metrics.classification import Classification, classification_scores
from medtune.metrics.distinct import Distinct, distinct_scores
from medtune.metrics.rouge import Rouge, rouge_scores

__all__ = [
    "Bleu",
    "Classification",
    "Distinct",
    "Rouge",
    "bleu_scores",
    "classification_scores",
    "distinct_scores",
    "rouge_scores",
]
