"""Scores of generated replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from medtune.metrics.bleu import bleu_scores
from medtune.metrics.distinct import distinct_scores
from medtune.metrics.rouge import rouge_scores

REPORTED = ("bleu", "rouge1", "rouge2", "rougeL", "distinct1", "distinct2", "empty_rate")


def score_replies(replies: Sequence[str], references: Sequence[str], languages: Sequence[str]) -> dict[str, object]:
    """Score replies against the doctors' own.

    Args:
        replies: generated replies.
        references: what the doctors wrote.
        languages: `zh` or `en` of each; the more frequent one decides how texts are cut into tokens.

    Returns:
        BLEU, ROUGE-1/2/L, distinct-1/2 and the rate of empty replies, `intervals` (95 % `[low, high]` by name; None for
        a single reply), and the signatures of the first three.
    """
    language = Counter(languages).most_common(1)[0][0]
    scored = {
        "bleu": bleu_scores(replies, references, language),
        "rouge": rouge_scores(replies, references, language),
        "distinct": distinct_scores(replies, language),
    }
    scores = {name: value for result in scored.values() for name, value in result.items() if name in REPORTED}
    ends = {name: pair for result in scored.values() for name, pair in result["intervals"].items() if name in REPORTED}
    return scores | {"intervals": ends} | {f"{name}_signature": result["signature"] for name, result in scored.items()}
