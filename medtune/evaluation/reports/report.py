"""A report over finished runs: `medtune report`, and `task: compare`, which adds a recipe to it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from medtune.data.storage import PreparedData
from medtune.evaluation.reports.comparison import RUN_FILE, Collected, Run, collect_runs
from medtune.evaluation.reports.made_by import made_by_section
from medtune.evaluation.reports.page import write_page
from medtune.evaluation.reports.report_sections import (
    Section,
    departments_section,
    learning_curves_section,
    losses_section,
    replies_section,
    reply_rows,
    run_numbers,
    samples_section,
    shuffle_section,
    triage_rows,
    triage_section,
)
from medtune.evaluation.reports.tables import escape_markdown, print_rows, print_summary
from medtune.runs import fingerprint, write_json

REPORT_FILE = "report.md"
PAGE_FILE = "report.html"
NUMBERS_FILE = "report.json"
PLOTS = ("*_loss.png", "learning_curve.png", "confusion_matrix_*.png")


def report(
    folders: Sequence[str], output_dir: str, baselines: bool = False, shuffle_test_rows: int = 0, samples: int = 0
) -> None:
    """Write a report over runs and print where it is.

    Args:
        folders: of runs, or of runs with several seeds.
        output_dir: receives the report; an earlier report there is replaced.
        baselines: see `write_report`, as for the others; the data is found through the runs.
        shuffle_test_rows: likewise.
        samples: likewise.

    Raises:
        ValueError: none of the folders holds a finished training.
        FileExistsError: `output_dir` holds something else.
    """
    target = Path(output_dir)
    _check_target(target)
    collected = collect_runs(folders)
    if not collected.runs:
        raise ValueError("\n".join(["there is nothing to report:", *(f"  {why}" for why in collected.left_out)]))
    data = None
    if baselines or shuffle_test_rows or samples:
        try:
            data = shared_data(collected.runs)
        except (OSError, ValueError) as error:
            collected.left_out.append(f"Baselines, shuffle test and samples: {error}")
    for line in collected.left_out:
        print(f"left out: {line}", file=sys.stderr)
    for line in collected.notes:
        print(f"note: {line}", file=sys.stderr)
    for pattern in PLOTS:
        for earlier in (target / "plots").glob(pattern):
            earlier.unlink()
    scores = write_report(collected, target, data, baselines, shuffle_test_rows, samples)
    swapped = {name: value for name, value in scores.items() if "/shuffle_" in name}
    if swapped:
        print_summary(swapped, title="Reply loss with another patient's description")
    print(target / REPORT_FILE)


def write_report(
    collected: Collected,
    output_dir: Path,
    data: PreparedData | None = None,
    baselines: bool = False,
    shuffle_test_rows: int = 0,
    samples: int = 0,
    paper: Mapping[str, str] | None = None,
) -> dict[str, float]:
    """Write `report.md` with `plots/`, `report.html` with all in one file, and `report.json` with the same numbers.

    Args:
        collected: at least one run.
        output_dir: receives the files.
        data: what the runs were trained on; without it there are no baselines, shuffle test and samples.
        baselines: add the majority class, and a linear SVM on character n-grams that learns from the same rows.
        shuffle_test_rows: test rows whose descriptions are swapped, to see whether a joint model's decoder listens to
            its encoder; 0 leaves the test out.
        samples: test rows shown with the replies of all runs.
        paper: experiment of the MEDI-BERPT paper that a run repeats, by name of the run.

    Returns:
        Accuracy and macro-F1 of every run that learnt departments, and the shuffle test's differences, as
        `NAME/METRIC`.
    """
    output_dir.mkdir(parents=True, exist_ok=True)
    runs = collected.runs
    notes = [*collected.notes, *_data_notes(runs), *_unlearnt_notes(runs)]
    naming, replying = ([run for run in runs if run.learns(f"{loss}_loss")] for loss in ("classification", "reply"))
    baseline = _baselines(data, runs) if data and baselines else []
    swaps = _shuffle_tests(runs, data, shuffle_test_rows) if data and shuffle_test_rows else []
    test = data.split("test").slice(0, samples).to_pylist() if data and samples else []
    sections = {
        "triage": triage_section(naming, baseline, paper or {}),
        "replies": replies_section(replying),
        "shuffle_test": shuffle_section(swaps),
        "learning_curves": learning_curves_section([*baseline, *naming], output_dir),
        "losses": losses_section(runs, output_dir),
        "departments": departments_section(naming, output_dir),
        "samples": samples_section(runs, test),
        "made_by": made_by_section(runs),
    }
    _write(collected, notes, sections, output_dir)
    narrow = ("Run", "Figures", "Accuracy", "Precision (macro)", "Recall (macro)", "F1 (macro)")
    rows = triage_rows(naming, baseline, paper or {}, intervals=False)
    print_rows([{name: row[name] for name in narrow if name in row} for row in rows], title="Departments")
    print_rows(reply_rows(replying, intervals=False), title="Replies")

    scores = {}
    for run in (*baseline, *naming):
        for key in ("accuracy", "macro_f1"):
            if values := [value for one in run.seeds if (value := one.score(key)) is not None]:
                scores[f"{run.name}/{key}"] = fmean(values)
    for swap in swaps:
        scores |= {f"{swap['run']}/shuffle_{key}": swap[key] for key in ("difference", "low", "high")}
    return scores


def shared_data(runs: Sequence[Run]) -> PreparedData:
    """Open the prepared data that all runs were trained on.

    Raises:
        ValueError: the runs have different data, or it has changed since.
        FileNotFoundError: it is not there any more.
    """
    trained = [one for run in runs for one in run.seeds]
    if len({one.data for one in trained}) > 1:
        paths = ", ".join(sorted({one.data_path for one in trained}))
        raise ValueError(f"the runs were not all trained on the same data ({paths})")
    path = trained[0].data_path
    data = PreparedData.open(path)
    if trained[0].inputs.get(path, "") not in ("", fingerprint(path)):
        raise ValueError(f"{path} has changed since the runs were trained on it")
    return data


def _write(collected: Collected, notes: list[str], sections: Mapping[str, Section], output_dir: Path) -> None:
    """Write the report's three files."""
    count = len(collected.runs)
    parts = [
        "# Report",
        f"{count} run{'s' if count > 1 else ''}. Scores are those of the test split, mean ± sample standard deviation "
        "where a run has several seeds.",
    ]
    for title, lines in (("Left out", collected.left_out), ("Note", notes)):
        parts += [f"**{title}**", "\n".join(f"- {escape_markdown(line)}" for line in lines)] if lines else []
    parts += [part for section in sections.values() for part in section.markdown]
    text = "\n\n".join(part.strip("\n") for part in parts) + "\n"
    (output_dir / REPORT_FILE).write_text(text, encoding="utf-8")
    write_page(text, output_dir / PAGE_FILE, title="Report")
    numbers = {
        "runs": [run_numbers(run) for run in collected.runs],
        **{name: section.numbers for name, section in sections.items() if section.numbers is not None},
        "left_out": collected.left_out,
        "notes": notes,
    }
    write_json(output_dir / NUMBERS_FILE, numbers)


def _data_notes(runs: Sequence[Run]) -> list[str]:
    """Say so if the runs were not trained and tested on the same data."""
    paths: dict[str, list[str]] = {}
    for run in runs:
        for one in run.seeds:
            names = paths.setdefault(one.data, [])
            names += [run.name] if run.name not in names else []
    if len(paths) < 2:
        return []
    groups = "; ".join(", ".join(names) for names in paths.values())
    return [f"The runs were trained and tested on different data, so their scores do not compare across: {groups}"]


def _unlearnt_notes(runs: Sequence[Run]) -> list[str]:
    """Name the joint models that left out a loss: scores of what they did not learn are not shown."""
    lost = {"classification_loss": "departments", "reply_loss": "replies"}
    return [
        f"{run.name} did not learn {what} (model.{loss}_weight: 0), so it has no scores for them here"
        for run in runs
        for loss, what in lost.items()
        if not run.learns(loss)
    ]


def _baselines(data: PreparedData, runs: Sequence[Run]) -> list[Run]:
    from medtune.evaluation.baselines import baseline_runs

    return baseline_runs(data, runs)


def _shuffle_tests(runs: Sequence[Run], data: PreparedData, rows: int) -> list[dict[str, Any]]:
    """Reload the first seed of each joint run, and swap descriptions."""
    from medtune.evaluation.inference.predict import Predictor
    from medtune.evaluation.shuffle_test import shuffle_test

    test, swaps = data.split("test").slice(0, rows), []
    for run in runs:
        if run.task == "multitask" and run.learns("reply_loss"):
            difference = shuffle_test(Predictor(str(run.seeds[0].folder)), test)
            swaps.append(
                {"run": run.name, "difference": difference.mean, "low": difference.low, "high": difference.high}
            )
    return swaps


def _check_target(target: Path) -> None:
    """Refuse a folder that holds something other than a report.

    Raises:
        FileExistsError: it does.
    """
    if target.is_file():
        raise FileExistsError(f"{target} is a file; name a folder for the report with --to")
    if (target / RUN_FILE).is_file():
        raise FileExistsError(f"{target} holds a run; name another folder for the report with --to")
    if target.is_dir() and any(target.iterdir()) and not (target / NUMBERS_FILE).is_file():
        raise FileExistsError(f"{target} holds files that are no report; name another folder with --to")
