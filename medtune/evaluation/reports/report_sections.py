"""The sections of a report over runs: each as Markdown for readers, and as the same numbers for programs."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import combinations
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

from medtune.evaluation.reports import paper_tables
from medtune.evaluation.reports.comparison import Run, sample_rows
from medtune.evaluation.reports.comparison_plots import learning_curve_figure, losses_figure, run_colours
from medtune.evaluation.reports.learning_curve import Curve, Difference, learning_curves, paired_differences
from medtune.evaluation.reports.losses import LOSSES, loss_curves
from medtune.evaluation.reports.plots import LOSS_LABELS, save_figure
from medtune.evaluation.reports.tables import (
    DEPARTMENT_COLUMNS,
    REPLY_COLUMNS,
    TRIAGE_COLUMNS,
    department_table,
    escape_markdown,
    markdown_table,
    mean_and_spread,
    runs_rows,
    sample_table,
)

HERE, PAPER = "reached here", "the paper's"
TEXT_LOSS = "Loss (nats per token of description and reply)"
NO_DIAGNOSIS = "The replies are written by language models: no diagnosis, a doctor has to judge them."


@dataclass(frozen=True)
class Section:
    """A part of a report.

    Args:
        markdown: paragraphs, tables and images, the heading first; empty if there is nothing to say.
        numbers: what it shows, as JSON takes it.
    """

    markdown: list[str] = field(default_factory=list)
    numbers: Any = None


def triage_section(runs: Sequence[Run], baselines: Sequence[Run], paper: Mapping[str, str]) -> Section:
    """Return the table of classification scores, with the paper's rows below the runs that repeat its experiments.

    Args:
        runs: any runs; those that do not classify and are not in `paper` are left out.
        baselines: see `baseline_runs`; they stand above the others.
        paper: experiment of Table I by name of the run.
    """
    rows = triage_rows(runs, baselines, paper)
    if not rows:
        return Section()
    scores = _metrics((*baselines, *runs), intervals=True)
    table = markdown_table(rows, list(rows[0]), right=list(rows[0])[2 if paper else 1 :])
    table += _brackets({name: seeds for name, seeds in scores.items() if _has_any(seeds, TRIAGE_COLUMNS)})
    printed = {name: {"experiment": key, **asdict(paper_tables.MEDI_BERPT[key])} for name, key in paper.items()}
    plain = {run.name: [one.metrics for one in run.seeds] for run in baselines}
    numbers = {"baselines": plain, "paper": {"source": paper_tables.MEDI_BERPT_SOURCE, "rows": printed}}
    return Section(["## Departments", table, *_paper_notes(paper)], numbers)


def triage_rows(
    runs: Sequence[Run], baselines: Sequence[Run], paper: Mapping[str, str], intervals: bool = True
) -> list[dict[str, str | None]]:
    """Return the rows of that table, all with the same headings.

    Args:
        runs: see `triage_section`, as for the others.
        baselines: likewise.
        paper: likewise.
        intervals: show those of single runs in brackets.
    """
    scores = _metrics((*baselines, *runs), intervals)
    shown = {name: seeds for name, seeds in scores.items() if _has_any(seeds, TRIAGE_COLUMNS) or name in paper}
    sizes = {run.name: _sizes(run) for run in (*baselines, *runs)}
    rows = []
    for row in runs_rows(shown, TRIAGE_COLUMNS) if shown else ():
        name = row.pop("Run")
        head = {"Run": name, **({"Figures": HERE} if paper else {})}
        rows.append(head | {"Seeds": None, "Training rows": None, "Test rows": None} | sizes.get(name, {}) | row)
        if name in paper:
            rows.append(_paper_row(paper[name]))
    if rows and paper and paper_tables.MEDI_BERPT_RIVAL not in paper.values():
        rows.append(_paper_row(paper_tables.MEDI_BERPT_RIVAL))
    headings = [key for key in rows[0] if any(row.get(key) is not None for row in rows)] if rows else []
    return [{heading: row.get(heading) for heading in headings} for row in rows]


def reply_rows(runs: Sequence[Run], intervals: bool = True) -> list[dict[str, str | None]]:
    """Return the rows of the table of scores of generated replies.

    Args:
        runs: any runs; those that wrote no replies are left out.
        intervals: show those of single runs in brackets.
    """
    scores = _metrics(runs, intervals)
    shown = {name: seeds for name, seeds in scores.items() if _has_any(seeds, REPLY_COLUMNS)}
    return runs_rows(shown, REPLY_COLUMNS) if shown else []


def _metrics(runs: Sequence[Run], intervals: bool) -> dict[str, list[dict[str, Any]]]:
    """Return the metrics of each run, seed by seed."""
    return {
        run.name: [
            {key: value for key, value in one.metrics.items() if intervals or key != "intervals"} for one in run.seeds
        ]
        for run in runs
    }


def _brackets(runs: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Say what the brackets of `runs_rows` are, if there are any."""
    if not any(len(seeds) == 1 and seeds[0].get("intervals") for seeds in runs.values()):
        return ""
    return "\nBrackets are 95 % bootstrap intervals over the test rows; another seed may move a score further.\n"


def _has_any(seeds: Sequence[Mapping[str, Any]], columns: Sequence[tuple[str, str, str]]) -> bool:
    return any(f"{prefix}{key}" in metrics for metrics in seeds for key, _, _ in columns for prefix in ("", "test_"))


def _sizes(run: Run) -> dict[str, str | None]:
    """Return how many rows a run was trained and tested on, as far as it tells."""
    training = {one.training_rows() for one in run.seeds} - {None}
    tested = {(one.triage or one.metrics).get("examples") for one in run.seeds} - {None}
    found = {"Training rows": training, "Test rows": tested}
    return {heading: ", ".join(f"{rows:,}" for rows in sorted(values)) or None for heading, values in found.items()}


def _paper_row(experiment: str) -> dict[str, str | None]:
    """Return a row of the paper's table, under the headings of ours."""
    row = paper_tables.MEDI_BERPT[experiment]
    rival = experiment == paper_tables.MEDI_BERPT_RIVAL
    name = experiment if rival else f"experiment {experiment}"
    scores = {"accuracy": row.accuracy, "macro_precision": row.precision, "macro_recall": row.recall}
    scores |= {"macro_f1": row.f1}
    return {
        "Run": f"{name}: {row.model}",
        "Figures": PAPER,
        "Training rows": None if rival else f"{paper_tables.MEDI_BERPT_TRAINING_ROWS:,}",
        "Test rows": None if rival else f"{paper_tables.MEDI_BERPT_TEST_ROWS:,}",
        **{heading: None if scores.get(key) is None else f"{scores[key]:.2f}" for key, heading, _ in TRIAGE_COLUMNS},
    }


def _paper_notes(paper: Mapping[str, str]) -> list[str]:
    """Say where the paper's figures are from, and that they measure something else."""
    if not paper:
        return []
    noted = {key: paper_tables.MEDI_BERPT[key].note for key in paper.values()}
    notes = [f" Experiment {key}: {note}." for key, note in noted.items() if note]
    return [
        f"Rows marked “{PAPER}” are printed in the {paper_tables.MEDI_BERPT_SOURCE}; its models were trained and "
        f"tested on {paper_tables.MEDI_BERPT_DATA}. Rows marked “{HERE}” were measured by medtune, on the data and the "
        "numbers of rows of these runs. Where data, sizes or models differ, the difference between two rows is not "
        "that of two methods. How the paper averages precision, recall and F1 over departments is not known here; its "
        f"figures stand under the macro averages. {paper_tables.MEDI_BERPT_RIVAL} is a published rival; on how "
        f"many rows it was trained and tested is not known here.{''.join(notes)}"
    ]


def replies_section(runs: Sequence[Run]) -> Section:
    """Return the table of scores of generated replies."""
    rows = reply_rows(runs)
    if not rows:
        return Section()
    scores = _metrics(runs, intervals=True)
    shown = {name: seeds for name, seeds in scores.items() if _has_any(seeds, REPLY_COLUMNS)}
    headings = list(rows[0])
    signatures = {
        str(value)
        for seeds in shown.values()
        for metrics in seeds
        for name, value in metrics.items()
        if name.endswith("_signature") and name != "classification_signature"
    }
    # The signatures say how texts were cut into tokens and what was smoothed; without them no figure can be compared.
    listed = "\n".join(f"- `{signature}`" for signature in sorted(signatures))
    table = markdown_table(rows, headings, right=headings[1:]) + _brackets(shown)
    return Section(["## Replies", table, listed])


def run_numbers(run: Run) -> dict[str, Any]:
    """Return what a report's JSON holds of a run: folders, seeds, sizes, and each number with mean and spread.

    A run of one seed has no spread; the ends of the interval over its test rows stand there instead.
    """
    names = dict.fromkeys(
        name for one in run.seeds for name, value in one.metrics.items() if isinstance(value, int | float)
    )
    values = {name: [one.metrics[name] for one in run.seeds if name in one.metrics] for name in names}
    intervals = run.seeds[0].metrics.get("intervals") or {} if len(run.seeds) == 1 else {}

    def ends(name: str) -> dict[str, float]:
        return dict(zip(("low", "high"), intervals.get(name) or (), strict=False))

    return {
        "name": run.name,
        "task": run.task,
        "seeds": [
            {"seed": one.recipe.get("seed"), "folder": str(one.folder), "training_rows": one.training_rows()}
            for one in run.seeds
        ],
        "metrics": {
            name: {"mean": fmean(v), "standard_deviation": stdev(v) if len(v) > 1 else None, "values": v} | ends(name)
            for name, v in values.items()
        },
        "departments": [{"seed": one.recipe.get("seed"), **one.triage} for one in run.seeds if one.triage],
    }


def departments_section(runs: Sequence[Run], output_dir: Path) -> Section:
    """Return the scores by department and the confusion matrix of each run that classifies.

    Args:
        runs: any runs.
        output_dir: receives copies of the confusion matrices.
    """
    parts = []
    for number, run in enumerate(runs, start=1):
        first = run.seeds[0].folder
        table, image = first / "departments.md", first / "plots" / "confusion_matrix.png"
        several = len(run.seeds) > 1
        part = []
        if all(one.triage for one in run.seeds):
            part.append(_departments_table(run))
        elif table.is_file():
            part += [f"{first.name} only:"] * several + [table.read_text(encoding="utf-8")]
        if image.is_file():
            copy = f"plots/confusion_matrix_{number}.png"
            (output_dir / "plots").mkdir(exist_ok=True)
            shutil.copyfile(image, output_dir / copy)
            caption = f"Confusion matrix of {escape_markdown(run.name)}{f', {first.name}' if several else ''}"
            part += [f"{caption}:"] * several + [f"![{caption}]({copy})"]
        parts += [f"### {escape_markdown(run.name)}", *part] if part else []
    return Section(["## By department", *parts] if parts else [])


def _departments_table(run: Run) -> str:
    """Return the scores by department: of one seed as it wrote them, of several with mean and spread."""
    if len(run.seeds) == 1:
        return department_table(run.seeds[0].triage["departments"])
    rows = []
    for alike in zip(*(one.triage["departments"] for one in run.seeds), strict=True):
        scores = {key: mean_and_spread([row[key] for row in alike]) for key in ("precision", "recall", "f1")}
        rows.append({"department": alike[0]["department"], **scores, "support": alike[0]["support"]})
    headings = {key: heading for key, heading in DEPARTMENT_COLUMNS.items() if key != "predicted"}
    return markdown_table(rows, headings, right=("precision", "recall", "f1"))


def losses_section(runs: Sequence[Run], output_dir: Path) -> Section:
    """Return the losses over training, those of all runs in one plot each.

    Args:
        runs: any runs.
        output_dir: receives the plots.
    """
    parts, numbers = [], {}
    colours = dict(zip((run.name for run in runs), run_colours(len(runs)), strict=True))
    for loss, (title, _) in LOSSES.items():
        curves = loss_curves(runs, loss)
        if not curves:
            continue
        plot = f"plots/{loss}.png"
        save_figure(losses_figure(curves, LOSS_LABELS.get(loss, TEXT_LOSS), colours), output_dir / plot)
        rows = []
        for curve in curves:
            epoch, lowest = min(curve.evaluation, key=lambda point: point[1], default=(None, None))
            last = curve.training[-1][1] if curve.training else None
            at = None if epoch is None else f"{epoch:g}"
            rows.append({"run": curve.run, "last": last, "lowest": lowest, "epoch": at, "test": curve.test})
        headings = {"run": "Run", "last": "Training, last", "lowest": "Evaluation, lowest", "epoch": "at epoch"}
        table = markdown_table(rows, headings | {"test": "Test"}, right=("last", "lowest", "epoch", "test"))
        parts += [f"### {title}", f"![{title} of all runs]({plot})", table]
        numbers[loss] = [asdict(curve) for curve in curves]
    over = "Means over seeds where a run has several." if any(len(run.seeds) > 1 for run in runs) else ""
    return Section(["## Losses over training", *([over] if over else []), *parts] if parts else [], numbers)


def learning_curves_section(runs: Sequence[Run], output_dir: Path) -> Section:
    """Return macro-F1 by the number of training rows, and the paired differences between the kinds of runs.

    Args:
        runs: any runs; there is no section unless some of them differ in nothing but `data.max_train_rows`.
        output_dir: receives the plot.
    """
    curves = learning_curves(runs)
    if not curves:
        return Section(numbers={"curves": [], "differences": []})
    plot = "plots/learning_curve.png"
    save_figure(learning_curve_figure(curves, "Macro-F1 on the test split"), output_dir / plot)
    several = any(len(seeds) > 1 for curve in curves for seeds in curve.points.values())
    drawn = "The lines are means over seeds, the areas reach from the lowest to the highest." if several else ""
    parts = [f"![Macro-F1 by training rows]({plot})", *([drawn] if drawn else []), _curves_table(curves)]
    differences = []
    for first, second in combinations(curves, 2):
        found = paired_differences(first, second)
        if found:
            title = f"{escape_markdown(second.kind)} minus {escape_markdown(first.kind)}"
            parts += [f"### F1 (macro): {title}", *_differences(found)]
            points = [asdict(difference) for difference in found]
            differences.append({"first": first.kind, "second": second.kind, "points": points})
    numbers = {"curves": [{"kind": curve.kind, "points": curve.points} for curve in curves], "differences": differences}
    return Section(["## Learning curves", *parts], numbers)


def _curves_table(curves: Sequence[Curve]) -> str:
    rows = [
        {
            "kind": curve.kind,
            "rows": f"{size:,}",
            "seeds": len(seeds),
            "score": mean_and_spread(list(seeds.values())),
            "low": min(seeds.values()),
            "high": max(seeds.values()),
        }
        for curve in curves
        for size, seeds in curve.points.items()
    ]
    headings = {"kind": "Runs", "rows": "Training rows", "seeds": "Seeds", "score": "F1 (macro)"}
    return markdown_table(rows, headings | {"low": "Lowest", "high": "Highest"}, right=("rows", "score"))


def _differences(found: Sequence[Difference]) -> list[str]:
    """Return the table of differences, and what the numbers of seeds allow to find."""
    rows = [
        {
            "rows": f"{one.rows:,}",
            "seeds": len(one.seeds),
            "mean": f"{one.mean:+z.3f}",
            "low": f"{one.interval.low:+z.3f}" if one.interval else None,
            "high": f"{one.interval.high:+z.3f}" if one.interval else None,
            "p": None if one.p is None else f"{one.p:.3g}",
            "p_holm": None if one.p_holm is None else f"{one.p_holm:.3g}",
        }
        for one in found
    ]
    headings = {"rows": "Training rows", "seeds": "Seeds", "mean": "Higher by", "low": "95 % from", "high": "to"}
    table = markdown_table(
        rows, headings | {"p": "p", "p_holm": "p (Holm)"}, right=("low", "high", "p", "p_holm", *headings)
    )
    tested = [len(one.seeds) for one in found if one.p is not None]
    if not tested:
        return [table, "One seed tells nothing about chance: train both with several (`seeds`)."]
    smallest = 2.0 ** (1 - max(tested))
    return [
        table,
        "Paired by seed: 95 % interval by Student's t; p by the exact two-sided sign-flip test, then corrected over "
        f"the numbers of rows (Holm). With {max(tested)} seeds p cannot fall below {smallest:.3g}, and corrected not "
        f"below {min(1.0, len(tested) * smallest):.3g}.",
    ]


def shuffle_section(swaps: Sequence[Mapping[str, Any]]) -> Section:
    """Return by how much the reply loss rises with another patient's description.

    Args:
        swaps: `run`, `difference`, `low` and `high` for each joint run.
    """
    headings = {"run": "Run", "difference": "Higher by", "low": "95 % from", "high": "to"}
    title = "## Reply loss with another patient's description, in nats a token"
    return Section([title, markdown_table(swaps, headings)] if swaps else [], list(swaps))


def samples_section(runs: Sequence[Run], rows: Sequence[Mapping[str, Any]]) -> Section:
    """Return test rows with the answers of all runs; never among the numbers, since they are patients' own words.

    Args:
        runs: any runs.
        rows: of the test split.
    """
    tables = [sample_table(lines) for lines in sample_rows(runs, rows)]
    return Section(["## Samples", NO_DIAGNOSIS, *tables] if tables else [])
