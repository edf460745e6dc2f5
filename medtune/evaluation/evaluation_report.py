"""The report of an evaluation: Markdown, one HTML page with all in it, and JSON with the same numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from medtune.evaluation.care_section import care_section
from medtune.evaluation.evaluation_sections import (
    differences_section,
    rows_section,
    samples_section,
    scores_section,
    systems_section,
)
from medtune.evaluation.reports.page import write_page
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.system_scores import LANGUAGES, SystemScores, by_name, compare, score_systems
from medtune.evaluation.systems.questions import Questions
from medtune.evaluation.systems.systems import Answered
from medtune.metrics.distinct import distinct_statistics
from medtune.recipe.loading import dump_recipe
from medtune.runs import read_json, surroundings, write_json

if TYPE_CHECKING:
    from medtune.tasks.evaluate import Recipe

RUN_FILE = "run.json"
TRIALS = (
    "Intervals by a paired bootstrap over rows, p-values by approximate randomisation: how often systems that swap "
    "their answers at random differ as much (Noreen 1989)."
)


def write_evaluation(
    recipe: Recipe, questions: Questions, answered: Sequence[Answered], output_dir: Path
) -> dict[str, Any]:
    """Score all answers and write `report.md`, `report.html`, `report.json` and `row_scores.parquet`.

    Texts stand in the Markdown and the page alone, and none with `samples: 0`.

    Args:
        recipe: the evaluation.
        questions: what was asked.
        answered: what came out.
        output_dir: receives the files.

    Returns:
        Scores and number of rows as `NAME/LANGUAGE/METRIC`, with the `intervals` and `signatures` of the scores.
    """
    scores = score_systems(answered, recipe.seed)
    references = {language: _diversity(scores, language) for language in LANGUAGES}
    by_language = [[one for one in scores if one.language == language] for language in LANGUAGES]
    differences = [difference for of_language in by_language for difference in compare(of_language, recipe.seed)]
    sections = {
        "scores": scores_section(scores, references, output_dir),
        "differences": differences_section(differences, TRIALS),
        "systems": systems_section(answered, scores),
        "rows": rows_section(recipe, questions),
        "care": care_section(scores, recipe.care, output_dir, recipe.seed) if recipe.care else Section(),
        "samples": samples_section(scores, recipe.samples),
        "made_by": _made_by(recipe, output_dir),
    }
    parts = [*_head(recipe, questions, answered), *(part for one in sections.values() for part in one.markdown)]
    text = "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
    (output_dir / "report.md").write_text(text, encoding="utf-8")
    write_page(text, output_dir / "report.html", title="Evaluation")
    numbers = {name: section.numbers for name, section in sections.items() if section.numbers is not None}
    write_json(output_dir / "report.json", numbers)
    _write_row_scores(scores, output_dir / "row_scores.parquet")
    return by_name(scores)


def _head(recipe: Recipe, questions: Questions, answered: Sequence[Answered]) -> list[str]:
    count = len(answered)
    parts = [
        "# Evaluation",
        f"{count} system{'s' if count > 1 else ''} on {len(questions.rows):,} held-out rows. The answers are written "
        "by language models: no diagnosis, a doctor has to judge them.",
    ]
    if recipe.samples:
        parts.append("**This report shows patients' own words: keep it where the data are.**")
    return parts


def _diversity(scores: Sequence[SystemScores], language: str) -> dict[str, float]:
    """Return the diversity of the doctors' own answers to all rows of a language; empty if there are none."""
    doctors = {row.id: row.reference or "" for one in scores if one.language == language for row in one.predictions}
    if not doctors:
        return {}
    return {key: values.score() for key, values in distinct_statistics(list(doctors.values()), language).items()}


def _made_by(recipe: Recipe, output_dir: Path) -> Section:
    """Return how the report came about: command, recipe, versions and fingerprints."""
    run = read_json(output_dir / RUN_FILE) if (output_dir / RUN_FILE).is_file() else surroundings()
    # The recipe as it was resolved, overrides included, stands in the folder and launches itself.
    command = f"medtune run {output_dir}/recipe.yaml --overwrite"
    inputs: Mapping[str, Any] = run.get("inputs") or {}
    versions = ", ".join(f"{name} {version}" for name, version in run["versions"].items())
    parts = ["## How it was made", f"```\n{command}\n```", f"Versions: {versions}; {run['platform']}."]
    if run.get("git"):
        parts.append(f"Git revision {run['git']}.")
    if inputs:
        parts.append("Inputs, by a hash of their contents:\n\n" + "\n".join(f"- `{n}`: {h}" for n, h in inputs.items()))
    parts.append(f"The recipe, every default filled in:\n\n```yaml\n{dump_recipe(recipe).strip()}\n```")
    names = ("versions", "platform", "git", "started", "inputs")
    return Section(parts, {"command": command, "seed": recipe.seed} | {name: run.get(name) for name in names})


def _write_row_scores(scores: Sequence[SystemScores], path: Path) -> None:
    """Write the scores of each row, without texts, for whoever wants to look further."""
    tables = []
    for one in scores:
        columns = {"id": one.ids, "system": [one.system] * one.rows, "language": [one.language] * one.rows}
        columns |= {key: values.per_row() for key, values in one.statistics.items()}
        tables.append(pa.table(columns))
    pq.write_table(pa.concat_tables(tables), path)
