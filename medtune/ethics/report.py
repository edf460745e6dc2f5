"""The report of a study: `medtune ethics report`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from medtune.ethics.adjudication import disagreement_section
from medtune.ethics.automatic import Answer, correlate, measure, read_answers, signatures, true_replies
from medtune.ethics.blinding import blinding
from medtune.ethics.card_text import CARD_SECTION, card_section
from medtune.ethics.rater_sections import (
    agreement_section,
    agreements,
    automatic_section,
    blinding_section,
    raters_section,
)
from medtune.ethics.raters import gold_accuracy, steadiness
from medtune.ethics.reading import read_blinding
from medtune.ethics.rows import Score
from medtune.ethics.sections import (
    Results,
    best,
    comparison_section,
    compute,
    differences,
    interval,
    scores_section,
    title,
)
from medtune.ethics.store import NotLocked, Study
from medtune.ethics.table import Table, build_table, find_guesses, find_repeats
from medtune.evaluation.reports.page import write_page
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import escape_markdown, print_summary
from medtune.runs import write_json

REPORT_FILE = "report.md"
PAGE_FILE = "report.html"
NUMBERS_FILE = "report.json"
PLOTS = ("scores.png", "means.png", "agreement.png")
NO_DIAGNOSIS = "Answers of language models are no diagnosis: a doctor has to judge them."


def report(
    study: str | Path, to: str | Path, predictions: Sequence[str | Path] = (), even_unlocked: bool = False
) -> Path:
    """Write the report of a study, and print the means and where it is.

    It is `report.md`, `report.html` with all in one file, `report.json`, and plots; also `card.md`, a section that the
    model card of a run takes up from the run's folder `ethics`.

    Args:
        study: the study's file.
        to: folder to write into; an earlier report there is replaced.
        predictions: files that the study was created from, for the automatic metrics of the unmasked answers; without
            them the answers as raters saw them are measured.
        even_unlocked: report on a study that is not locked, as a dry run: systems are named A, B, …, and there is no
            blinding, no automatic metric and no card.

    Returns:
        The report.

    Raises:
        NotLocked: the study is not locked.
        FileExistsError: the folder holds something else.
        FileNotFoundError: there is no such study.
        ValueError: there is nothing to report, or see `read_answers`.
    """
    target = Path(to)
    with Study.open(study) as opened:
        if not opened.locked and not even_unlocked:
            raise NotLocked(
                f"{study} is not locked: scores may still change, and who looks at them can no longer rate blindly. "
                "Lock it with `medtune ethics lock`, or look at a dry run with --even-unlocked, which hides the systems"
            )
        _check_target(target)
        scores, dry = opened.scores(even_unlocked=True), not opened.locked
        scores = hide_systems(scores, opened.seed) if dry else scores
        table = build_table(scores, opened.rubric)
        metrics = None if dry else _metrics(opened, table, predictions)
        _clear(target)
        found = _write(opened, scores, table, metrics, target)
    means = {
        f"{row.system}, {title(axis)}": interval(row.mean) for axis in table.axes for row in found.scores[axis.key]
    }
    print_summary(means, title="Means with 95% intervals")
    print(target / REPORT_FILE)
    return target / REPORT_FILE


def _write(study: Study, scores: list[Score], table: Table, metrics: Section | None, target: Path) -> Results:
    """Compute the rest and write the files; return what they say about the systems."""
    seed, dry = study.seed, not study.locked
    found, agree = compute(table, seed), agreements(table, seed)
    values = {axis.key: axis.values for axis in table.axes}
    steady = {key: steadiness(pairs, values[key], seed) for key, pairs in find_repeats(scores, table).items()}
    sections = {
        "scores": scores_section(table, found, target),
        "comparison": comparison_section(table, found, target),
        "agreement": agreement_section(table, agree, target),
        "disagreements": disagreement_section(study, table),
        "raters": raters_section(table, steady, gold_accuracy(scores), seed),
    }
    guesses = None if dry else find_guesses(study.guesses(), scores, table)
    blind = blinding(guesses, study.labels(), seed=seed) if guesses else None
    if blind:
        sections["blinding"] = blinding_section(blind)
    if metrics:
        sections["automatic"] = metrics
    short = [*_short(table, found), *_short_agreement(table, agree), *([read_blinding(blind)] if blind else [])]
    parts = [f"# Ethics study: {escape_markdown(study.name)}", *_head(study, table), "## In short", _list(short)]
    parts += [part for section in sections.values() for part in section.markdown] + [METHOD]
    text = "\n\n".join(part.strip("\n") for part in parts) + "\n"
    (target / REPORT_FILE).write_text(text, encoding="utf-8")
    write_page(text, target / PAGE_FILE, title=f"Ethics study: {study.name}")
    write_json(target / NUMBERS_FILE, _about(study, table) | {name: one.numbers for name, one in sections.items()})
    if not dry:
        (target / CARD_SECTION).write_text(card_section(study, table, found, agree, blind), encoding="utf-8")
    return found


METHOD = (
    "## Method\n\nEvery number, its formula and its source: docs/reference/ethics_statistics.md of medtune. Raters "
    "have numbers here, not names. All intervals resample questions, with all answers to a question kept together, and "
    "take the raters as they are: they say what to expect from other questions, not from other raters."
)


def hide_systems(scores: Sequence[Score], seed: int) -> list[Score]:
    """Return scores with the systems named `system A`, `system B`, …, in an order drawn from the seed."""
    names = sorted({score.system for score in scores if score.system is not None})
    order = np.random.default_rng([seed, 1]).permutation(len(names))
    hidden = {names[place]: f"system {chr(ord('A') + number)}" for number, place in enumerate(order)}
    return [replace(score, system=hidden.get(score.system)) for score in scores]


def _metrics(study: Study, table: Table, predictions: Sequence[str | Path]) -> Section:
    if predictions:
        answers, source = read_answers(predictions, table), "texts from the prediction files"
    else:
        source = "texts as the raters saw them, with self-names masked"
        answers = [
            Answer(item.row_id, item.system, item.language, item.answer, item.reference)
            for item in study.items()
            if item.kind == "item" and item.row_id in table.questions and item.system in table.systems
        ]
    if themselves := true_replies(answers):
        source += f"; {', '.join(themselves)} wrote the references, so that only the length is measured there"
    return automatic_section(table, correlate(table, measure(answers, table), study.seed), source, signatures(answers))


def _head(study: Study, table: Table) -> list[str]:
    languages = {name: table.languages.count(code) for code, name in (("zh", "Chinese"), ("en", "English"))}
    counted = " and ".join(f"{count} {name}" for name, count in languages.items() if count)
    lines = [
        f"{len(table.raters)} raters judged {int(table.answers.sum())} answers of {len(table.systems)} systems to "
        f"{len(table.questions)} questions ({counted}), without being told which system wrote them, on "
        f"{len(table.axes)} axes ({escape_markdown(study.rubric.name)}). {NO_DIAGNOSIS}"
    ]
    if study.locked:
        lines.append(f"Locked {study.locked[:16].replace('T', ' ')} UTC; no score has changed since.")
    else:
        lines.append(
            "**Dry run.** The study is not locked: scores may still change, and the systems' names are hidden. Do not "
            "show this to anybody who rates, and draw no conclusion from it."
        )
    unfinished = [f"rater {one.rater.id} {one.done} of {one.total}" for one in study.progress() if one.done < one.total]
    if unfinished:
        lines.append(
            f"**Not finished**: {'; '.join(unfinished)} items. What is missing is missing from all figures below; if "
            "raters stopped at what was hard to judge, the figures may be too good."
        )
    return lines


def _short(table: Table, found: Results) -> list[str]:
    """Return the most important findings about the systems."""
    lines = []
    for axis in table.axes:
        means = "; ".join(f"{row.system} {interval(row.mean)}" for row in found.scores[axis.key] if row.mean)
        lines.append(f"{title(axis)}, mean (best is {best(axis)}): {means}.")
        bad = [
            f"{row.system} {row.any_rater} of {row.answers} (at most {row.upper:.1%} of all answers to such questions)"
            for row in found.unacceptable.get(axis.key, ())
        ]
        lines += [f"{title(axis)}, answers unacceptable to at least one rater: {'; '.join(bad)}."] if bad else []
    return lines + (differences(table, found) if found.pairs else [])


def _short_agreement(table: Table, agree) -> list[str]:
    said = "; ".join(f"{title(axis)} {agree[axis.key].ac2}" for axis in table.axes)
    return [f"Agreement of the raters (Gwet's AC2, 1 is full): {said}. Read it beside alpha and kappa below."]


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {escape_markdown(line)}" for line in lines)


def _about(study: Study, table: Table) -> dict:
    from medtune import __version__

    return {
        "study": study.name,
        "locked": study.locked,
        "rubric": study.rubric.name,
        "medtune": __version__,
        "seed": study.seed,
        "systems": list(table.systems),
        "raters": list(table.raters),
        "questions": len(table.questions),
        "answers": int(table.answers.sum()),
    }


def _clear(target: Path) -> None:
    """Delete what an earlier report would leave beside this one."""
    (target / "plots").mkdir(parents=True, exist_ok=True)
    for name in (CARD_SECTION, *(f"plots/{plot}" for plot in PLOTS)):
        (target / name).unlink(missing_ok=True)


def _check_target(target: Path) -> None:
    """Refuse a folder that holds something other than a study's report."""
    if target.is_file():
        raise FileExistsError(f"{target} is a file; name a folder for the report with --to")
    if target.is_dir() and any(target.iterdir()) and not (target / NUMBERS_FILE).is_file():
        raise FileExistsError(f"{target} holds files that are no report; name another folder with --to")
