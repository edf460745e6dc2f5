"""BERTScore: how near each token's vector comes to one in the other text. For whoever has a model at hand."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from medtune.metrics.base import TextMetric, check_texts
from medtune.metrics.resampling import RESAMPLES, bootstrap_intervals, mean_of

if TYPE_CHECKING:
    import torch

NAMES = ("bertscore_precision", "bertscore_recall", "bertscore")
LONGEST_WITHOUT_LIMIT = 512


def bertscore_rows(
    predictions: Sequence[str], references: Sequence[str], model: str, layer: int = -1, batch_size: int = 32
) -> tuple[np.ndarray, int]:
    """Return precision, recall and F1 of each pair, and how many texts were cut; see `bertscore_scores`.

    Returns:
        float64 of shape (pairs, 3), and the number of texts longer than the model takes.
    """
    check_texts(predictions, references)
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(model)
    network = AutoModel.from_pretrained(model).eval()
    layers = network.config.num_hidden_layers
    if not -layers - 1 <= layer <= layers:
        raise ValueError(f"layer {layer} is not one of the model's {layers}; 0 is the embedding, -1 the last layer")
    network.to(torch.device("cuda" if torch.cuda.is_available() else "cpu"))
    longest = _longest(tokenizer, network.config)
    # Pairs of like length share a batch; what padding there is left is masked.
    order = sorted(range(len(predictions)), key=lambda row: max(len(predictions[row]), len(references[row])))
    rows, cut = np.zeros((len(predictions), 3)), 0
    for start in range(0, len(order), batch_size):
        part = order[start : start + batch_size]
        sides = []
        for texts in (predictions, references):
            vectors, kept, longer = _vectors([texts[row] for row in part], tokenizer, network, layer, longest)
            sides.append((vectors, kept))
            cut += longer
        rows[part] = _match(*sides).cpu().numpy()
    return rows, cut


def _longest(tokenizer, config) -> int:
    """Return how many tokens the model takes; a tokenizer without a limit of its own says a huge number."""
    positions = getattr(config, "max_position_embeddings", LONGEST_WITHOUT_LIMIT)
    return min(tokenizer.model_max_length, positions)


def _vectors(texts: list[str], tokenizer, network, layer: int, longest: int) -> tuple[torch.Tensor, torch.Tensor, int]:
    """Return unit vectors (texts, tokens, width), which tokens count (texts, tokens), and how many texts were cut."""
    import torch

    lengths = [len(ids) for ids in tokenizer(texts, truncation=False, verbose=False)["input_ids"]]
    batch = tokenizer(
        texts, truncation=True, max_length=longest, padding=True, return_special_tokens_mask=True, return_tensors="pt"
    )
    kept = (batch["attention_mask"] == 1) & (batch.pop("special_tokens_mask") == 0)
    with torch.inference_mode():
        hidden = network(**batch.to(network.device), output_hidden_states=True).hidden_states[layer]
    unit = torch.nn.functional.normalize(hidden.double(), dim=-1)
    return unit, kept.to(unit.device), sum(length > longest for length in lengths)


def _match(predicted: tuple[torch.Tensor, torch.Tensor], wanted: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    """Return precision, recall and F1 of each pair, (pairs, 3); 0 where a text has no token."""
    import torch

    likeness = predicted[0] @ wanted[0].transpose(1, 2)  # (pairs, tokens predicted, tokens wanted)
    likeness = likeness.masked_fill(~(predicted[1][:, :, None] & wanted[1][:, None, :]), -1.0)
    ratios = []
    for nearest, kept in ((likeness.amax(dim=2), predicted[1]), (likeness.amax(dim=1), wanted[1])):
        ratios.append((nearest * kept).sum(dim=1) / kept.sum(dim=1).clamp(min=1))
    both = predicted[1].any(dim=1) & wanted[1].any(dim=1)
    precision, recall = (torch.where(both, ratio, 0.0) for ratio in ratios)
    total = precision + recall
    f1 = torch.where(total > 0, 2 * precision * recall / torch.where(total > 0, total, 1.0), 0.0)
    return torch.stack((precision, recall, f1), dim=1)


def bertscore_scores(
    predictions: Sequence[str],
    references: Sequence[str],
    model: str,
    layer: int = -1,
    batch_size: int = 32,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Return BERTScore, averaged over the pairs: every token is matched with the nearest one of the other text.

    Neither weighted by inverse document frequency nor rescaled by a baseline. Special tokens do not count.

    Args:
        predictions: generated texts; an empty one scores 0.
        references: true texts, one for each prediction.
        model: folder or Hub id of an encoder; scores of different models cannot be compared.
        layer: whose vectors to take: 0 is the embedding, -1 the last layer.
        batch_size: pairs at a time.
        seed: of the intervals.
        resamples: how often rows are drawn for the intervals; 0 leaves them out.

    Returns:
        `bertscore` (mean F1, at most 1), `bertscore_precision`, `bertscore_recall`, `truncated` (texts that were cut
        to what the model takes), `intervals` (95 % `[low, high]` by name; None for a single pair) and `signature`.

    Raises:
        ValueError: the lengths differ, there is nothing to score, something is no text, or there is no such layer.
        OSError: the model is not there.

    Source: Zhang et al. 2020, BERTScore: Evaluating Text Generation with BERT, section 3.
    """
    rows, cut = bertscore_rows(predictions, references, model, layer, batch_size)
    statistics = {name: mean_of(rows[:, column]) for column, name in enumerate(NAMES)}
    named = f"model:{Path(model).name}|layer:{layer}|idf:no|rescaled:no"
    return {
        **{name: values.score() for name, values in statistics.items()},
        "truncated": cut,
        "intervals": bootstrap_intervals(statistics, seed, resamples),
        "signature": f"BERTScore|{named}|empty:0|transformers:{version('transformers')}",
    }


def bertscore_per_row(
    predictions: Sequence[str], references: Sequence[str], model: str, layer: int = -1, batch_size: int = 32
) -> np.ndarray:
    """Return the F1 of each pair, float64 of shape (pairs,); see `bertscore_scores`."""
    return bertscore_rows(predictions, references, model, layer, batch_size)[0][:, 2]


class BertScore(TextMetric):
    """`bertscore_scores` as an `evaluate.Metric`; `compute` takes `model` by name."""

    function = staticmethod(bertscore_scores)
    description = "Mean likeness of each token's vector to the nearest one of the other text."
    citation = "Zhang et al. 2020, BERTScore: Evaluating Text Generation with BERT."
