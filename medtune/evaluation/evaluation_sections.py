"""The sections of an evaluation's report but for humanistic care: each as Markdown, and as numbers for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.evaluation.evaluation_plots import HEADINGS, scores_figure
from medtune.evaluation.reports.plots import save_figure
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import escape_markdown, markdown_table, shorten, with_interval
from medtune.evaluation.system_scores import LANGUAGES, SCORES, SHAPE, Difference, SystemScores, signatures
from medtune.evaluation.systems.questions import Questions
from medtune.evaluation.systems.systems import Answered

if TYPE_CHECKING:
    from medtune.tasks.evaluate import Recipe

LONGEST_TEXT = 700  # characters of a text that is shown
SIGNIFICANT = 0.05


def rows_section(recipe: Recipe, questions: Questions) -> Section:
    """Say which rows were asked, and what became of the others."""
    used, languages = questions.used(), {}
    for row in questions.rows:
        languages.setdefault(row.source, set()).add(LANGUAGES[row.record.language])
    rows = [
        {
            "Source": name,
            "Languages": ", ".join(sorted(languages[name])),
            "Read": read,
            "No rows": questions.unreadable[name],
            "Without question or answer": questions.without_text[name],
            "Asked": used[name],
        }
        for name, read in questions.read.items()
    ]
    limits = [source.label for source in recipe.data.sources if source.max_rows is not None]
    drawn = f" Of {', '.join(limits)} the rows asked were drawn with seed {recipe.seed}." if limits else ""
    return Section(["## Rows", markdown_table(rows, list(rows[0])), drawn.strip()], rows)


def systems_section(answered: Sequence[Answered], scores: Sequence[SystemScores]) -> Section:
    """Say what the systems are, and what their answers look like apart from the scores."""
    rows, numbers = [], []
    for one in answered:
        mine = [score for score in scores if score.system == one.name]
        count = sum(score.rows for score in mine)
        row = {
            "system": one.name,
            "kind": one.section.kind,
            "what": _what(one.section),
            "rows": count,
            "no_answer": one.failed.total(),
            "reasons": dict(one.failed),
            "empty": sum(score.empty for score in mine),
            "cut_off": one.cut,
            "other_language": sum(score.other_language for score in mine),
            "seconds": _mean_seconds(mine),
            "made_by": one.made_by,
            "notes": one.notes,
        }
        numbers.append(row)
        rows.append({**row, "seconds": _number(row["seconds"], ".3g")})
    columns = {
        "system": "System",
        "what": "What it is",
        "rows": "Rows",
        "no_answer": "No answer",
        "empty": "Empty",
        "cut_off": "Cut off",
        "other_language": "Other language",
        "seconds": "Seconds",
    }
    notes = [f"- {one.name}: {note}." for one in answered for note in one.notes]
    notes += [
        f"- {one.name}: rows without an answer: {', '.join(f'{n} × {why}' for why, n in one.failed.most_common())}."
        for one in answered
        if one.failed
    ]
    explained = (
        "Rows without an answer and empty answers are scored 0 and are part of every average. Cut off: stopped at the "
        "longest answer allowed. Other language: mostly written in the other language's script. Seconds: an answer's "
        "share of its batch, or a request's time."
    )
    listed = "\n".join(escape_markdown(note).replace("\\- ", "- ", 1) for note in notes)
    return Section(["## Systems", markdown_table(rows, columns, right=("seconds",)), explained, listed], numbers)


def _what(section: Any) -> str:
    """Say what a system is, without the address of a server."""
    if section.kind == "checkpoint":
        return f"{section.model} ({section.gguf_file})" if section.gguf_file else section.model
    if section.kind == "adapter":
        return f"{section.adapter} on {section.base or 'its base'}"
    if section.kind == "predictions":
        return section.path or f"answers of {section.rival} that came with the data"
    return f"{section.model}, an endpoint"


def _mean_seconds(scores: Sequence[SystemScores]) -> float | None:
    timed = [one for one in scores if one.seconds is not None]
    return sum(one.seconds * one.rows for one in timed) / sum(one.rows for one in timed) if timed else None


def _number(value: float | None, form: str) -> str | None:
    return None if value is None else format(value, form)


def scores_section(
    scores: Sequence[SystemScores], references: Mapping[str, Mapping[str, float]], output_dir: Path
) -> Section:
    """Return the table like the paper's Figure 3 for each language, with its figure.

    Args:
        scores: of all systems and languages.
        references: diversity of the doctors' own answers, by language.
        output_dir: receives `plots/scores_LANGUAGE.png`.
    """
    markdown = [
        "## Scores",
        "Mean over the rows, BLEU and distinct-n over all of them together, with 95 % bootstrap intervals over rows. "
        "The row `reference` is what the doctors wrote. Answers may be good and far from what one doctor wrote: the "
        "scores measure likeness, not truth.",
    ]
    made = {}
    for language, name in LANGUAGES.items():
        mine = [one for one in scores if one.language == language]
        if not mine:
            continue
        made[language] = signatures(mine)
        save_figure(scores_figure(mine, references[language]), output_dir / f"plots/scores_{language}.png")
        rows = [{"System": one.system, "Rows": one.rows} | _score_cells(one) for one in mine]
        rows.append(
            {"System": "reference"} | {HEADINGS[key]: f"{value:.3f}" for key, value in references[language].items()}
        )
        headings = list(rows[0])
        markdown += [
            f"### {name}",
            markdown_table(rows, headings, right=headings[1:]),
            f"![F-score, ROUGE and diversity, {name}](plots/scores_{language}.png)",
            markdown_table(
                [{"System": one.system} | {h: f"{one.scores[key]:{form}}" for key, h, form in SHAPE} for one in mine],
                ["System", *(heading for _, heading, _ in SHAPE)],
                right=[heading for _, heading, _ in SHAPE],
            ),
            "How they were computed:",
            "\n".join(f"- `{signature}`" for signature in made[language]),
        ]
    numbers = [
        {
            "system": one.system,
            "language": one.language,
            "rows": one.rows,
            "scores": one.scores,
            "intervals": one.intervals,
        }
        for one in scores
    ]
    return Section(markdown, {"systems": numbers, "reference": references, "signatures": made})


def _score_cells(one: SystemScores) -> dict[str, str]:
    return {heading: with_interval(one.scores[key], one.intervals[key], form) for key, heading, form in SCORES}


def differences_section(differences: Sequence[Difference], trials: str) -> Section:
    """Return the table of all pairs of systems.

    Args:
        differences: of all languages.
        trials: how they were tested, in words.
    """
    if not differences:
        return Section()
    rows: dict[tuple[str, str, str], dict] = {}
    for one in differences:
        head = {"Language": LANGUAGES[one.language], "Systems": f"{one.second} − {one.first}", "Rows": one.rows}
        row = rows.setdefault((one.language, one.first, one.second), head)
        star = "*" if one.corrected < SIGNIFICANT else ""
        interval = f"[{one.low:+z.3f},{one.high:+z.3f}]"
        row[HEADINGS[one.metric]] = f"{one.difference:+z.3f}{star} {interval} p={one.corrected:.3f}"
    explained = (
        f"On the rows that both were asked. {trials} p is corrected for all tests of a language (Holm 1979); with a "
        f"star where it is below {SIGNIFICANT}, that is, where the difference is more than chance."
    )
    headings = list(next(iter(rows.values())))
    table = markdown_table(list(rows.values()), headings, right=headings[3:])
    names = ("language", "metric", "first", "second", "rows", "difference", "low", "high", "p", "corrected")
    numbers = [{name: getattr(one, name) for name in names} for one in differences]
    return Section(["## Are the differences more than chance?", explained, table], numbers)


def samples_section(scores: Sequence[SystemScores], count: int) -> Section:
    """Show the rows where the systems' F-scores lie furthest apart; with one system, those it scores worst on.

    Args:
        scores: of all systems and languages.
        count: rows of each language.
    """
    if not count:
        return Section()
    markdown = []
    for language, name in LANGUAGES.items():
        mine = [one for one in scores if one.language == language]
        f_scores = {one.system: one.f_scores() for one in mine}
        chosen = furthest_apart(list(f_scores.values()))[:count]
        for number, row_id in enumerate(chosen, start=1):
            markdown += [f"### {name}, row {number}: {escape_markdown(row_id)}", _sample_table(mine, f_scores, row_id)]
    if not markdown:
        return Section()
    several = len({one.system for one in scores}) > 1
    title = "## Rows where the systems differ most" if several else "## Rows with the lowest scores"
    order = "Ordered by the distance between the best and the worst F-score. " if several else ""
    notice = f"{order}The answers are written by language models: no diagnosis, a doctor has to judge them."
    return Section([title, notice, *markdown])


def furthest_apart(f_scores: Sequence[Mapping[str, float]]) -> list[str]:
    """Return the ids of rows, those first where the systems' scores lie furthest apart.

    Args:
        f_scores: of each system, by id; a row that only one of several systems was asked is left out.
    """
    by_row: dict[str, list[float]] = {}
    for of_system in f_scores:
        for row_id, score in of_system.items():
            by_row.setdefault(row_id, []).append(score)
    if len(f_scores) < 2:
        return sorted(by_row, key=lambda row_id: by_row[row_id][0])
    spreads = {row_id: max(values) - min(values) for row_id, values in by_row.items() if len(values) > 1}
    return sorted(spreads, key=lambda row_id: -spreads[row_id])


def _sample_table(scores: Sequence[SystemScores], f_scores: Mapping[str, Mapping[str, float]], row_id: str) -> str:
    answers = {one.system: row for one in scores for row in one.predictions if row.id == row_id}
    any_row = next(iter(answers.values()))
    lines = [{"From": "asked", "Text": any_row.input}, {"From": "doctor", "Text": any_row.reference}]
    lines += [
        {"From": system, "F-score": f"{f_scores[system][row_id]:.3f}", "Text": _text(row.prediction)}
        for system, row in answers.items()
    ]
    cut = [{**line, "Text": shorten(line["Text"], LONGEST_TEXT)} for line in lines]
    return markdown_table(cut, ["From", "F-score", "Text"], right=("F-score",))


def _text(prediction: str | None) -> str:
    if prediction is None:
        return "(no answer)"
    return prediction if prediction.strip() else "(empty)"
