"""Scores of predictions and of generated text, each with an interval and a signature that says how it was computed."""

from medtune.metrics.bertscore import BertScore, bertscore_per_row, bertscore_scores
from medtune.metrics.bleu import Bleu, bleu_per_row, bleu_scores, bleu_statistics
from medtune.metrics.classification import Classification, classification_scores, classification_statistics
from medtune.metrics.distinct import (
    Distinct,
    distinct_per_row,
    distinct_scores,
    distinct_statistics,
    reference_vocabulary,
)
from medtune.metrics.length import Length, length_per_row, length_scores, length_statistics
from medtune.metrics.repetition import Repetition, repetition_per_row, repetition_scores, repetition_statistics
from medtune.metrics.resampling import bootstrap_intervals
from medtune.metrics.rouge import Rouge, rouge_per_row, rouge_scores, rouge_statistics
from medtune.metrics.self_bleu import SelfBleu, self_bleu_per_row, self_bleu_scores, self_bleu_statistics
from medtune.metrics.text import text_signatures, text_statistics
from medtune.metrics.token_f import TokenF, token_f_per_row, token_f_scores

__all__ = [
    "BertScore",
    "Bleu",
    "Classification",
    "Distinct",
    "Length",
    "Repetition",
    "Rouge",
    "SelfBleu",
    "TokenF",
    "bertscore_per_row",
    "bertscore_scores",
    "bleu_per_row",
    "bleu_scores",
    "bleu_statistics",
    "bootstrap_intervals",
    "classification_scores",
    "classification_statistics",
    "distinct_per_row",
    "distinct_scores",
    "distinct_statistics",
    "length_per_row",
    "length_scores",
    "length_statistics",
    "reference_vocabulary",
    "repetition_per_row",
    "repetition_scores",
    "repetition_statistics",
    "rouge_per_row",
    "rouge_scores",
    "rouge_statistics",
    "self_bleu_per_row",
    "self_bleu_scores",
    "self_bleu_statistics",
    "text_signatures",
    "text_statistics",
    "token_f_per_row",
    "token_f_scores",
]
