"""The parts of a study's report about the answers: Markdown for readers, and the same numbers for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from medtune.ethics.plots import forest_figure, scores_figure
from medtune.ethics.reading import SIGNIFICANT, read_pairs
from medtune.ethics.resampling import number
from medtune.ethics.rubric import Axis
from medtune.ethics.systems import (
    Omnibus,
    Pair,
    SystemScores,
    Unacceptable,
    compare_pairs,
    friedman,
    holm_of,
    system_scores,
    unacceptable,
)
from medtune.ethics.table import Table
from medtune.evaluation.reports.plots import save_figure
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import escape_markdown, markdown_table
from medtune.evaluation.significance import Interval

NOT_EQUAL = (
    "That a pair does not differ by more than chance does not show that the two are equal: the interval of their "
    "difference says how far apart they may be."
)
LANGUAGES = {"zh": "Chinese", "en": "English"}


@dataclass(frozen=True)
class Results:
    """What the report says about the systems.

    Args:
        scores: what each system's answers got, by key of the axis.
        by_language: the same for the questions of one language, by language; empty where there is only one.
        unacceptable: how many answers are, by key of the axes that have such a value.
        omnibus: Friedman's test, by key of the axis.
        pairs: every two systems on every axis.
    """

    scores: dict[str, list[SystemScores]]
    by_language: dict[str, dict[str, list[SystemScores]]]
    unacceptable: dict[str, list[Unacceptable]]
    omnibus: dict[str, Omnibus]
    pairs: list[Pair]


def title(axis: Axis) -> str:
    """Return an axis's heading in English, or in Chinese if it has no other."""
    return axis.title.read("en")


def best(axis: Axis) -> int:
    """Return the best value of an axis."""
    return axis.values[-1] if axis.best == "highest" else axis.values[0]


def interval(found: Interval | None, form: str = ".2f") -> str | None:
    """Return a mean with its interval as text."""
    if found is None:
        return None
    return f"{number(found.mean, form)} [{number(found.low, form)}, {number(found.high, form)}]"


def p_text(p: float | None) -> str | None:
    """Return a p-value as text."""
    return None if p is None else "< 0.001" if p < 0.001 else f"{p:.3f}"


def compute(table: Table, seed: int = 0) -> Results:
    """Compute all that the report says about the systems."""
    keys = [axis.key for axis in table.axes]
    omnibus = {key: friedman(table, key) for key in keys}
    corrected = dict(zip(keys, holm_of(one.p for one in omnibus.values()), strict=True))
    languages = dict.fromkeys(table.languages)
    return Results(
        scores={key: system_scores(table, key, seed) for key in keys},
        by_language={
            language: {key: system_scores(only(table, language), key, seed) for key in keys}
            for language in (languages if len(languages) > 1 else ())
        },
        unacceptable={
            axis.key: unacceptable(table, axis.key, axis.unacceptable)
            for axis in table.axes
            if axis.unacceptable is not None
        },
        omnibus={key: replace(one, p_holm=corrected[key]) for key, one in omnibus.items()},
        pairs=compare_pairs(table, seed) if len(table.systems) > 1 else [],
    )


def only(table: Table, language: str) -> Table:
    """Return the table of the questions in one language."""
    here = np.array([one == language for one in table.languages])
    return replace(
        table,
        questions=tuple(q for q, kept in zip(table.questions, here, strict=True) if kept),
        languages=(language,) * int(here.sum()),
        scores={key: values[here] for key, values in table.scores.items()},
        cannot_judge={key: values[here] for key, values in table.cannot_judge.items()},
        answers=table.answers[here],
    )


def scores_section(table: Table, found: Results, output_dir: Path) -> Section:
    """Return what each system's answers got, with the plots."""
    parts = ["## What the answers got"]
    by_title = {title(axis): found.scores[axis.key] for axis in table.axes}
    lowest = [title(axis) for axis in table.axes if axis.best == "lowest"]
    save_figure(scores_figure(by_title, lowest), output_dir / "plots" / "scores.png")
    parts.append("![Share of each score by axis and system](plots/scores.png)")
    for axis in table.axes:
        parts += [f"### {escape_markdown(title(axis))}", f"*{escape_markdown(axis.direction.read('en'))}*"]
        parts.append(_scores_table(axis, found.scores[axis.key]))
        if axis.key in found.unacceptable:
            parts += _unacceptable_part(axis, found.unacceptable[axis.key])
    parts.append(
        "Mean: over answers, each answer being the mean of the raters who scored it. In brackets the interval that "
        "covers the mean over all such questions 95 times in 100, had the same raters judged them (bootstrap over "
        "questions). The columns of values count single scores of all raters."
    )
    if any(row.ended for rows in found.scores.values() for row in rows):
        parts.append(
            "**Not judged**: an unacceptable answer ended the item, so that the axes after it have no score from that "
            "rater. The means of these axes are those of the better answers only, and systems with more unacceptable "
            "answers profit most: compare systems on the first axis before the others."
        )
    if found.by_language:
        parts += ["### By language of the question", _languages_table(table, found.by_language)]
    numbers = {"axes": _plain(found.scores), "by_language": {k: _plain(v) for k, v in found.by_language.items()}}
    return Section(parts, numbers | {"unacceptable": _plain(found.unacceptable)})


def _plain(by_axis: Mapping[str, Sequence]) -> dict[str, list[dict[str, Any]]]:
    return {key: [asdict(row) for row in rows] for key, rows in by_axis.items()}


def _scores_table(axis: Axis, rows: Sequence[SystemScores]) -> str:
    levels = {f"value {level.value}": f"{level.value}: {level.label.read('en')}" for level in axis.levels}
    shown = [
        {
            "system": row.system,
            "answers": row.answers,
            "mean": interval(row.mean),
            **{f"value {value:g}": count for value, count in row.counts.items()},
            "unsure": row.cannot_judge,
            "ended": row.ended,
            "missing": row.missing,
        }
        for row in rows
    ]
    headings = {"system": "System", "answers": "Answers", "mean": "Mean [95%]", **levels}
    for key, heading in (("unsure", "Cannot judge"), ("ended", "Not judged"), ("missing", "Missing")):
        if any(row[key] for row in shown):
            headings[key] = heading
    return markdown_table(shown, headings, right=("mean",))


def _unacceptable_part(axis: Axis, rows: Sequence[Unacceptable]) -> list[str]:
    shown = [
        {
            "system": row.system,
            "answers": row.answers,
            "any": f"{row.any_rater} ({row.share:.1%})",
            "upper": f"{row.upper:.1%}",
            "most": f"{row.majority} ({row.majority_share:.1%})",
            "most_upper": f"{row.majority_upper:.1%}",
        }
        for row in rows
    ]
    headings = {"system": "System", "answers": "Answers", "any": "Unacceptable to any rater", "upper": "at most"}
    headings |= {"most": "Unacceptable to most raters", "most_upper": "at most"}
    note = (
        f"Answers to which a rater gave {axis.unacceptable}. *At most*: the upper end of the exact one-sided 95% "
        "interval of Clopper and Pearson, for other questions of this kind. No unacceptable answer among those seen "
        "does not mean that there are none."
    )
    return [markdown_table(shown, headings, right=("any", "upper", "most", "most_upper")), note]


def _languages_table(table: Table, by_language: Mapping[str, Mapping[str, Sequence[SystemScores]]]) -> str:
    rows = []
    for language, by_axis in by_language.items():
        for place, system in enumerate(table.systems):
            found = {axis.key: by_axis[axis.key][place] for axis in table.axes}
            row = {"language": LANGUAGES.get(language, language), "system": system}
            row["answers"] = max(one.answers for one in found.values())
            rows.append(row | {key: interval(one.mean) for key, one in found.items()})
    titles = {axis.key: title(axis) for axis in table.axes}
    headings = {"language": "Language", "system": "System", "answers": "Answers"} | titles
    return markdown_table(rows, headings, right=titles)


def comparison_section(table: Table, found: Results, output_dir: Path) -> Section:
    """Return whether the systems differ, with the forest plot."""
    titles = {axis.key: title(axis) for axis in table.axes}
    by_title = {titles[key]: rows for key, rows in found.scores.items()}
    pairs = {titles[key]: [pair for pair in found.pairs if pair.axis == key] for key in titles}
    values = [value for axis in table.axes for value in axis.values]
    figure = forest_figure(by_title, pairs, (min(values), max(values)))
    save_figure(figure, output_dir / "plots" / "means.png")
    picture = "![Means and differences with their intervals](plots/means.png)"
    if not found.pairs:
        return Section(["## Means", picture])
    parts = ["## Do the systems differ?", "\n".join(f"- {escape_markdown(line)}" for line in differences(table, found))]
    parts += [picture, "### All systems together", _omnibus_table(found.omnibus, titles, len(table.systems) - 1)]
    parts += [f"*{escape_markdown(titles[key])}: {one.note}.*" for key, one in found.omnibus.items() if one.note]
    parts += ["### Every two systems", _pairs_table(found.pairs, titles)]
    parts.append(
        "Paired by question, on the answers' means over raters. p: Friedman's test, and Wilcoxon's signed-rank test, "
        f"two-sided; corrected by Holm's method over the {len(titles)} axes, and over all "
        f"{sum(pair.p is not None for pair in found.pairs)} pairs on all axes. W: Kendall's coefficient of "
        "concordance, 1 if all questions put the systems in the same order. Effect: matched-pairs rank-biserial "
        "correlation, 1 if the first-named system is higher wherever the two differ, −1 if lower, 0 if none prevails."
    )
    numbers = {"omnibus": {key: asdict(one) for key, one in found.omnibus.items()}}
    return Section(parts, numbers | {"pairs": [asdict(pair) for pair in found.pairs]})


def differences(table: Table, found: Results) -> list[str]:
    """Return a sentence for each axis: which systems differ."""
    lines = [
        read_pairs([p for p in found.pairs if p.axis == axis.key], title(axis), axis.best == "lowest")
        for axis in table.axes
    ]
    alike = any(pair.p_holm is None or pair.p_holm >= SIGNIFICANT for pair in found.pairs)
    return lines + [NOT_EQUAL] * alike


def _omnibus_table(omnibus: Mapping[str, Omnibus], titles: Mapping[str, str], degrees: int) -> str:
    rows = [
        {
            "axis": titles[key],
            "questions": one.questions,
            "statistic": None if one.statistic is None else f"{one.statistic:.2f}",
            "p": p_text(one.p),
            "p_holm": p_text(one.p_holm),
            "w": None if one.w is None else f"{one.w:.2f}",
        }
        for key, one in omnibus.items()
    ]
    headings = {"axis": "Axis", "questions": "Questions", "statistic": f"Friedman's χ² ({degrees} df)", "p": "p"}
    headings |= {"p_holm": "p (Holm)", "w": "Kendall's W"}
    return markdown_table(rows, headings, right=list(headings)[2:])


def _pairs_table(pairs: Sequence[Pair], titles: Mapping[str, str]) -> str:
    rows = [
        {
            "axis": titles[pair.axis],
            "pair": f"{pair.second} − {pair.first}",
            "questions": pair.questions,
            "difference": interval(pair.difference, "+.2f"),
            "counts": f"{pair.higher} / {pair.lower}",
            "p": p_text(pair.p),
            "p_holm": p_text(pair.p_holm),
            "effect": None if pair.effect is None else number(pair.effect, "+.2f"),
        }
        for pair in pairs
    ]
    headings = {"axis": "Axis", "pair": "Systems", "questions": "Questions", "difference": "Difference [95%]"}
    headings |= {"counts": "Higher / lower on", "p": "p", "p_holm": "p (Holm)", "effect": "Effect"}
    return markdown_table(rows, headings, right=list(headings)[3:])
