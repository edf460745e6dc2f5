"""A study whose truth is known: simulated raters, filled into a real study file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from medtune.ethics.options import Options
from medtune.ethics.rows import NewItem, NewRater, NewSystem
from medtune.ethics.store import Study

SAID = {
    "en": ["rest", "drink water", "see a doctor today", "take the tablets with food", "keep the wound dry", "walk"],
    "zh": ["多休息", "多喝水", "今天就去看医生", "饭后服药", "保持伤口干燥", "适当走动"],
}


@dataclass(frozen=True)
class Truth:
    """What a simulated study is made of.

    Args:
        quality: mean of each system's latent quality, by its name.
        severity: of each rater, taken off the quality.
        questions: how many.
        noise: standard deviation of one judgement.
        cuts: latent quality above which an answer gets 1 and 2.
        told: share of guesses that are right because the rater knows; the rest is drawn.
        cannot_judge: share of "cannot judge".
    """

    quality: dict[str, float] = field(default_factory=lambda: {"mulmed": 0.5, "base-llama": 0.0, "baichuan-医": 0.4})
    severity: tuple[float, ...] = (0.0, 0.1, -0.1, 0.4, -0.2)
    questions: int = 60
    noise: float = 0.5
    cuts: tuple[float, float] = (-1.3, -0.4)
    told: float = 0.1
    cannot_judge: float = 0.01


def latent(truth: Truth, rng: np.random.Generator, questions: int) -> np.ndarray:
    """Draw the quality of each answer, float of shape (questions, systems)."""
    hard = rng.normal(0, 0.5, (questions, 1))
    return np.array(list(truth.quality.values())) + hard + rng.normal(0, 0.5, (questions, len(truth.quality)))


def judge(truth: Truth, rng: np.random.Generator, quality: np.ndarray) -> np.ndarray:
    """Draw every rater's score of each answer, float of shape (*quality.shape, raters); NaN for "cannot judge"."""
    seen = (
        quality[..., None]
        - np.array(truth.severity)
        + rng.normal(0, truth.noise, (*quality.shape, len(truth.severity)))
    )
    values = (seen > truth.cuts[0]).astype(float) + (seen > truth.cuts[1])
    values[rng.random(values.shape) < truth.cannot_judge] = np.nan
    return values


def simulate_study(
    path: Path, truth: Truth | None = None, seed: int = 0, lock: bool = True, repeats: int = 10, **options
) -> Study:
    """Write a study that simulated raters have finished."""
    truth = truth or Truth()
    rng = np.random.default_rng(seed)
    quality = latent(truth, rng, truth.questions)
    systems = [NewSystem(name, (("en", f"system {n}"), ("zh", f"系统 {n}"))) for n, name in enumerate(truth.quality, 1)]
    items = [item for row in range(truth.questions) for item in _items(row, truth, quality[row], rng, repeats)]
    items += [_gold(number) for number in range(6)]
    raters = [NewRater(f"Rater {letter}", "zh") for letter in "甲乙丙丁戊己庚辛"[: len(truth.severity)]]
    study, _ = Study.create(path, "Simulated answers", systems, items, raters, options=Options(**options), seed=seed)
    _fill(study, truth, quality, rng)
    if lock:
        study.lock()
    return study


def _items(row: int, truth: Truth, quality: np.ndarray, rng: np.random.Generator, repeats: int) -> list[NewItem]:
    language = "zh" if row % 2 else "en"
    words = SAID[language]
    reference = "，".join(words) if language == "zh" else ", ".join(words)
    items = []
    for number, name in enumerate(truth.quality):
        # Better answers say more of what the true reply says.
        kept = [word for place, word in enumerate(words) if quality[number] + rng.normal(0, 0.7) > place / 3 - 1] or [
            "?"
        ]
        answer = "，".join(kept) if language == "zh" else ", ".join(kept)
        question = f"第 {row} 个问题：怎么办？" if language == "zh" else f"Question {row}: what now?"
        repeat = int(row < repeats and number == row % len(truth.quality))
        items.append(NewItem(f"made:{row:03}", name, language, question, answer, reference=reference, repeats=repeat))
    return items


def _gold(number: int) -> NewItem:
    expected = {"information_security": [0] if number % 2 else [1, 2]}
    return NewItem(f"gold:{number}", None, "en", "Is this right?", f"Made-up answer {number}", expected=expected)


def _fill(study: Study, truth: Truth, quality: np.ndarray, rng: np.random.Generator) -> None:
    """Write scores and guesses in one transaction, where `save_score` would take one for each."""
    systems = {name: number for number, name in enumerate(truth.quality)}
    labels = [label.id for label in sorted(study.labels(), key=lambda label: label.en)]  # in the order of the systems
    axes = [axis.key for axis in study.rubric.axes]
    first = {axis: judge(truth, rng, quality) for axis in axes}
    again = {axis: judge(truth, rng, quality) for axis in axes}
    scores, guesses = [], []
    for item in study.items():
        for number, rater in enumerate(study.raters()):
            if item.kind == "gold":
                wanted = 0 if item.answer[-1] in "135" else 2
                value = wanted if rng.random() < 0.9 else 1
                scores += [(rater.id, item.id, axis, value, "2026-01-01T00:00:00+00:00", "sim") for axis in axes]
                continue
            place = int(item.row_id[-3:]), systems[item.system], number
            for axis in axes:
                value = (first if item.kind == "item" else again)[axis][place]
                kept = None if np.isnan(value) else int(value)
                scores.append((rater.id, item.id, axis, kept, "2026-01-01T00:00:00+00:00", "sim"))
            if item.kind == "item":
                right = labels[systems[item.system]]
                drawn = [*labels, None][rng.integers(len(labels) + 1)]
                guesses.append((rater.id, item.id, right if rng.random() < truth.told else drawn, "2026-01-01"))
    with closing(sqlite3.connect(study.path)) as db, db:
        db.executemany(
            "INSERT INTO score (rater_id, item_id, axis, value, saved, client) VALUES (?, ?, ?, ?, ?, ?)", scores
        )
        db.executemany("INSERT INTO guess VALUES (?, ?, ?, ?)", guesses)
