"""From which probability on a classifier answers by itself: kept beside its weights, used by `medtune predict`."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
import xxhash
from scipy.special import logsumexp, softmax
from transformers import PreTrainedModel
from transformers.utils import cached_file

from medtune.evaluation.triage.conformal import prediction_sets
from medtune.runs import THRESHOLDS_FILE, read_json, write_json, write_temperature


@dataclass(frozen=True)
class TriageThresholds:
    """What `task: triage-report` found out about a checkpoint.

    Args:
        departments: names in the order of the logits.
        classifier: `classifier_hash` of the weights that they were found with.
        max_tokens: longest description in tokens; longer ones are cut.
        trained_temperature: by which the checkpoint divided its logits when it was trained.
        temperature: by which it divides them now, so that probabilities mean what they say.
        answer_from: smallest probability that is answered without a human; None refers everything.
        familiar_from: smallest `familiarity` of an input that is answered without a human.
        include_from: smallest probability with which each department is named as possible.
        miss_rate: share of patients of a department at most for whom it is not named as possible.
        error_rate: share of the answers at most that is wrong.
        confidence: with which it is.
        rows: what the numbers rest on, such as `{"tuning": 200, "testing": 803}`.
    """

    departments: list[str]
    classifier: str
    max_tokens: int
    trained_temperature: float
    temperature: float
    answer_from: float | None
    familiar_from: float
    include_from: list[float]
    miss_rate: float
    error_rate: float
    confidence: float
    rows: dict[str, int] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        """Write them into a folder."""
        write_json(folder / THRESHOLDS_FILE, asdict(self))

    def decide(self, logits: np.ndarray) -> Decision:
        """Apply them.

        Args:
            logits: as the checkpoint returns them with its fitted temperature, `(rows, departments)`.
        """
        probabilities = softmax(np.asarray(logits, np.float64), axis=-1)
        familiar = familiarity(logits) >= self.familiar_from
        sure = probabilities.max(axis=-1) >= (math.inf if self.answer_from is None else self.answer_from)
        return Decision(probabilities, prediction_sets(probabilities, self.include_from), familiar, sure)

    def reason(self, familiar: bool, sure: bool) -> str | None:
        """Say in words why a human has to look at a row; None if it is answered."""
        if not familiar:
            return "unlike the descriptions it was checked on"
        if self.answer_from is None:
            return f"no probability was shown to keep errors below {self.error_rate:g}"
        return None if sure else f"probability below {self.answer_from:.4g}"


@dataclass(frozen=True)
class Decision:
    """What becomes of each row.

    Args:
        probabilities: `(rows, departments)`.
        sets: which departments are possible, `(rows, departments)` of bool.
        familiar: whether the input is like those that the thresholds were found with, `(rows,)`.
        sure: whether the probability is high enough, `(rows,)`.
    """

    probabilities: np.ndarray
    sets: np.ndarray
    familiar: np.ndarray
    sure: np.ndarray

    @property
    def answered(self) -> np.ndarray:
        """Rows that need no human, `(rows,)` of bool."""
        return self.familiar & self.sure


def familiarity(logits: np.ndarray) -> np.ndarray:
    """Return how much of anything it knows a classifier sees in each row: the log-sum-exp of its logits, `(rows,)`.

    Source: Liu et al. 2020, Energy-based Out-of-distribution Detection (the energy with the opposite sign).
    """
    return logsumexp(np.asarray(logits, np.float64), axis=-1)


def classifier_hash(model: PreTrainedModel) -> str:
    """Return a hash of a BERPT model's last layer, which every training changes."""
    linear = model.classifier.linear
    digest = xxhash.xxh3_128()
    for tensor in (linear.weight, linear.bias):
        digest.update(tensor.detach().to("cpu", torch.float32).contiguous().numpy().tobytes())
    return digest.hexdigest()


def read_thresholds(checkpoint: str, model: PreTrainedModel) -> TriageThresholds | None:
    """Read the thresholds of a checkpoint.

    Args:
        checkpoint: folder or Hub id.
        model: loaded from it.

    Returns:
        The thresholds; None if it has none.

    Raises:
        ValueError: they belong to other weights, to another temperature, or cannot be read.
    """
    path = thresholds_file(checkpoint)
    if path is None:
        return None
    fix = f"run `task: triage-report` again, or delete {THRESHOLDS_FILE}"
    try:
        thresholds = TriageThresholds(**read_json(path))
    except (json.JSONDecodeError, UnicodeDecodeError, TypeError) as error:
        raise ValueError(f"{checkpoint}: its {THRESHOLDS_FILE} cannot be read ({error}); {fix}") from error
    if differences := _differences(thresholds, model):
        raise ValueError(f"{checkpoint}: its {THRESHOLDS_FILE} belongs to {' and '.join(differences)}; {fix}")
    return thresholds


def thresholds_file(checkpoint: str) -> Path | None:
    """Return the file of a checkpoint's thresholds, from the local cache or the Hub if it is a Hub id."""
    if Path(checkpoint).is_dir():
        path = Path(checkpoint) / THRESHOLDS_FILE
        return path if path.is_file() else None
    found = cached_file(
        checkpoint,
        THRESHOLDS_FILE,
        _raise_exceptions_for_gated_repo=False,
        _raise_exceptions_for_missing_entries=False,
        _raise_exceptions_for_connection_errors=False,
    )
    return None if found is None else Path(found)


def _differences(thresholds: TriageThresholds, model: PreTrainedModel) -> list[str]:
    names = [name for _, name in sorted(model.config.id2label.items())]
    temperature = model.config.classification_temperature
    found = {
        "other departments": thresholds.departments != names,
        "other weights": thresholds.classifier != classifier_hash(model),
        f"a temperature of {thresholds.temperature:.6g} (config.json has {temperature:.6g})": not math.isclose(
            thresholds.temperature, temperature, rel_tol=1e-9
        ),
    }
    return [what for what, differs in found.items() if differs]


def install(thresholds: TriageThresholds, checkpoint: Path) -> None:
    """Put thresholds beside a checkpoint's weights, and its temperature into `config.json`, which every loader reads.

    Args:
        thresholds: found for it.
        checkpoint: a folder with `config.json`; nothing else in it changes.
    """
    thresholds.save(checkpoint)  # first: it says which temperature the checkpoint was trained with
    write_temperature(checkpoint / "config.json", thresholds.temperature)
