"""How answers care for the person who asks: words of a list, by group, with rates and intervals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import numpy as np
import yaml
from scipy.stats import binomtest

from medtune.evaluation.significance import Interval, mean_interval

ANY = "any of these"


@dataclass(frozen=True)
class Lexicon:
    """Caring words.

    Args:
        groups: entries by language, by name of the group.
    """

    groups: dict[str, dict[str, list[str]]]

    def pattern(self, language: Literal["zh", "en"]) -> tuple[re.Pattern, dict[str, str]]:
        """Return an expression that finds the longest entry at each place, and the group of each entry."""
        group_of = {entry.lower(): name for name, entries in self.groups.items() for entry in entries.get(language, ())}
        entries = sorted(group_of, key=lambda entry: (-len(entry), entry))
        if language == "zh":
            found = "|".join(f"(?P<e{n}>{re.escape(entry)})" for n, entry in enumerate(entries))
        else:
            forms = (re.escape(entry.rstrip("*")) + (r"\w*" if entry.endswith("*") else "") for entry in entries)
            found = rf"\b(?:{'|'.join(f'(?P<e{n}>{form})' for n, form in enumerate(forms))})\b"
        return re.compile(found or r"(?!)"), {f"e{n}": group_of[entry] for n, entry in enumerate(entries)}


@dataclass(frozen=True)
class Rate:
    """How often answers use the words of one group.

    Args:
        group: its name, or `ANY`.
        share: of the answers that use one, with Wilson's interval.
        mean: words of the group in an answer, with a bootstrap interval; None where there are fewer than two answers.
    """

    group: str
    share: Interval
    mean: Interval | None


def load_lexicon(path: str | Path | None = None) -> Lexicon:
    """Read caring words.

    Args:
        path: a YAML file in the form of `caring_words.yaml`, which is read by default.

    Raises:
        ValueError: the file is in another form.
    """
    source = Path(path) if path else files("medtune.evaluation").joinpath("caring_words.yaml")
    try:
        groups = yaml.safe_load(source.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{source} cannot be read as YAML in UTF-8: {str(error).splitlines()[0]}") from error
    if not isinstance(groups, dict) or not groups or not all(_is_group(group) for group in groups.values()):
        raise ValueError(f"{source}: a list of caring words is `group: {{en: [word, …], zh: [word, …]}}`")
    return Lexicon(groups)


def _is_group(group: Any) -> bool:
    return (
        isinstance(group, dict)
        and group.keys() <= {"en", "zh"}
        and all(
            isinstance(words, list) and all(isinstance(word, str) and word.strip("* ") for word in words)
            for words in group.values()
        )
    )


def count_caring(texts: Sequence[str], lexicon: Lexicon, language: Literal["zh", "en"]) -> dict[str, np.ndarray]:
    """Count caring words.

    Args:
        texts: answers.
        lexicon: the words.
        language: of the answers.

    Returns:
        For each group occurrences in each answer, int64 of shape (answers,).
    """
    pattern, group_of = lexicon.pattern(language)
    counts = {name: np.zeros(len(texts), dtype=np.int64) for name in lexicon.groups}
    for row, text in enumerate(texts):
        plain = " ".join(text.lower().replace("\u2019", "'").split())
        for match in pattern.finditer(plain):
            counts[group_of[match.lastgroup]][row] += 1
    return counts


def caring_rates(counts: Mapping[str, np.ndarray], seed: int = 0) -> list[Rate]:
    """Return rates and 95 % intervals, of all groups together first.

    Args:
        counts: see `count_caring`; at least one answer.
        seed: of the bootstrap.
    """
    together = {ANY: sum(counts.values()), **counts}
    return [Rate(name, share_interval(values > 0), _mean(values, seed)) for name, values in together.items()]


def share_interval(hits: Sequence[bool], confidence: float = 0.95) -> Interval:
    """Return a share with Wilson's interval, which holds for shares near 0 and 1 too.

    Args:
        hits: one for each answer; at least one.
        confidence: between 0 and 1.

    Source: Wilson 1927, Probable Inference, the Law of Succession, and Statistical Inference.
    """
    hits = np.asarray(hits, dtype=bool)
    found = binomtest(int(hits.sum()), hits.size).proportion_ci(confidence, method="wilson")
    return Interval(float(hits.mean()), float(found.low), float(found.high), confidence, hits.size)


def _mean(values: np.ndarray, seed: int) -> Interval | None:
    return mean_interval(values, seed) if len(values) > 1 else None
