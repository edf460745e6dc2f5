"""Inputs that a triage classifier cannot know, such as gibberish or a question about a train, put to the test."""

from __future__ import annotations

from collections.abc import Callable, Collection
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from medtune.evaluation.triage.thresholds import TriageThresholds

COMPLAINTS = "complaint"
ANY = "any"
LANGUAGES = {"zh": "Chinese", "en": "English", "ja": "Japanese", "es": "Spanish", "ru": "Russian", "ar": "Arabic"}


def unfamiliar_texts(languages: Collection[str]) -> dict[str, list[str]]:
    """Return texts by kind: those that no department answers, and complaints to compare them with.

    Args:
        languages: those that the classifier was trained on; complaints in them come last, under `known complaint`.
    """
    kinds = yaml.safe_load(
        files("medtune.evaluation.triage").joinpath("unfamiliar_texts.yaml").read_text(encoding="utf-8")
    )
    unknown, known = {}, {}
    for kind, by_language in kinds.items():
        for language, lines in by_language.items():
            name = kind if language == ANY else f"{kind}, {LANGUAGES[language]}"
            if kind == COMPLAINTS and language in languages:
                known[f"known {name}"] = lines.splitlines()
            else:
                unknown[name] = lines.splitlines()
    return unknown | known


def referral_of_unfamiliar(
    score: Callable[[list[str]], np.ndarray], thresholds: TriageThresholds, languages: Collection[str]
) -> list[dict[str, Any]]:
    """Put texts to a classifier that no department answers, and complaints in its own languages.

    Args:
        score: gives the logits of texts, `(texts, departments)`, as `TriageThresholds.decide` takes them.
        thresholds: of the classifier.
        languages: that it was trained on.

    Returns:
        For each kind its number of `texts`, how many are `referred` and how many `unfamiliar`, the mean `probability`
        of the likeliest department, and whether it is `known`.
    """
    rows = []
    for kind, texts in unfamiliar_texts(languages).items():
        decision = thresholds.decide(score(texts))
        rows.append(
            {
                "kind": kind,
                "texts": len(texts),
                "referred": int((~decision.answered).sum()),
                "unfamiliar": int((~decision.familiar).sum()),
                "probability": float(decision.probabilities.max(axis=-1).mean()),
                "known": kind.startswith("known "),
            }
        )
    return rows
