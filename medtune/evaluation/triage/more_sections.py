"""Further sections of a triage report: possible departments, rare departments, unknown inputs, groups of patients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy import stats

from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import listed, markdown_table
from medtune.evaluation.significance import holm
from medtune.evaluation.triage.conformal import coverage_range, rows_needed
from medtune.evaluation.triage.fit import Fitted, Wishes
from medtune.evaluation.triage.patient_groups import Groups
from medtune.evaluation.triage.proportions import share_of
from medtune.evaluation.triage.thresholds import Decision

RARE = 20  # testing rows of a department, below which its threshold is a matter of luck
BASIS = {"own": "its own rows", "always": "always included", "all": "all rows"}


def sets_section(
    decision: Decision, labels: np.ndarray, names: Sequence[str], fitted: Fitted, wishes: Wishes
) -> Section:
    """Return how often the possible departments hold the true one, by department.

    Args:
        decision: on the test rows.
        labels: their true departments.
        names: of the departments.
        fitted: their thresholds.
        wishes: what was asked for.
    """
    covered, sizes = decision.sets[np.arange(len(labels)), labels], decision.sets.sum(axis=-1)
    rows = _coverage_rows(covered, sizes, labels, names, fitted)
    shown = [row | {"expected": _range(row["expected"])} for row in rows]
    columns = {
        "department": "Department",
        "calibrated": "Calibration rows",
        "basis": "Threshold from",
        "threshold": "Possible from probability",
        "rows": "Test rows",
        "coverage": "Coverage",
        "expected": "Expected in 95 % of cases",
        "size": "Mean number of departments",
    }
    low = [row["department"] for row in rows if row["expected"] and row["coverage"] < row["expected"][0]]
    text = [
        "## Possible departments",
        f"`department` and `alternatives` together are a set that is to hold the true department for "
        f"{1 - wishes.miss_rate:.0%} of the patients of each department (class-conditional conformal prediction). On "
        f"all test rows: {share_of(covered)}; {sizes.mean():.2f} departments on average, one alone for "
        f"{share_of(sizes == 1)}, at most {int(sizes.max())}.",
        markdown_table(shown, columns, right=("expected", "coverage", "size")),
        "**What is promised.** If the calibration rows of a department and its new patients are exchangeable, the set "
        f"holds the department for at least {1 - wishes.miss_rate:.0%} of them, on average over the drawing of the "
        "calibration rows. For one drawing it may be more or less, and the fewer rows the more so: the column "
        "“expected” says where the coverage of so many test rows lies in 95 % of cases, calibration and test both "
        "being drawn.",
        _below(low, sum(row["expected"] is not None for row in rows)),
        _rare(rows, decision, labels, wishes),
        "![Coverage of the sets](plots/coverage.png)",
    ]
    return Section(
        text, {"coverage": share_of(covered).numbers(), "mean_size": float(sizes.mean()), "departments": rows}
    )


def _coverage_rows(
    covered: np.ndarray, sizes: np.ndarray, labels: np.ndarray, names: Sequence[str], fitted: Fitted
) -> list[dict[str, Any]]:
    """Return the figures of each department's test rows."""
    rows = []
    for index, (name, calibrated) in enumerate(zip(names, fitted.departments, strict=True)):
        mine = labels == index
        share, expected = share_of(covered, mine), coverage_range(calibrated, int(mine.sum()))
        rows.append(
            {
                "department": name,
                "calibrated": calibrated.rows,
                "basis": BASIS[calibrated.basis],
                "threshold": calibrated.threshold,
                "rows": int(mine.sum()),
                "coverage": share.share if mine.any() else None,
                "expected": expected,
                "size": float(sizes[mine].mean()) if mine.any() else None,
            }
        )
    return rows


def _range(ends: tuple[float, float] | None) -> str | None:
    return None if ends is None else f"{ends[0]:.3f} to {ends[1]:.3f}"


def _below(low: Sequence[str], ranges: int) -> str:
    expected = 0.025 * ranges
    if not low:
        return "No department lies below its range."
    chance = f"By chance alone {expected:.1f} of {ranges} departments would be, on average."
    return f"Below its range: {listed(low)}. {chance}"


def _rare(rows: Sequence[Mapping[str, Any]], decision: Decision, labels: np.ndarray, wishes: Wishes) -> str:
    """Say which departments have few calibration rows, and how their patients fare."""
    few = [index for index, row in enumerate(rows) if row["calibrated"] < RARE]
    if not few:
        name, count = min(((row["department"], row["calibrated"]) for row in rows), key=lambda pair: pair[1])
        return f"**Rare departments.** None has fewer than {RARE} calibration rows; {listed([name])} has {count}."
    mine, one = np.isin(labels, few), len(few) == 1
    wrong = decision.probabilities.argmax(axis=-1) != labels
    names = listed(rows[index]["department"] for index in few)
    text = (
        f"**Rare departments.** {names} {'has' if one else 'have'} fewer than {RARE} calibration rows. Of "
        f"{'its' if one else 'their'} {int(mine.sum())} test rows {share_of(~wrong, mine)} get the right department, "
        f"{share_of(decision.answered, mine)} are answered without a human, "
        f"{share_of(wrong, mine & decision.answered)} of those wrongly."
    )
    without = [row["department"] for row in rows if row["calibrated"] < rows_needed(wishes.miss_rate)]
    if not without:
        return text
    has, its, be, use = ("has", "its", "is", "uses") if len(without) == 1 else ("have", "their", "are", "use")
    needed = rows_needed(wishes.miss_rate)
    text += f" {listed(without)} {has} fewer than the {needed} rows that a threshold of {its} own takes, and "
    if wishes.rare_departments == "all":
        return f"{text}{use} that of all rows: **nothing is promised for {its} patients.**"
    return f"{text}{be} therefore always among the possible ones. That keeps the promise and says nothing."


def unfamiliar_section(rows: Sequence[Mapping[str, Any]], wishes: Wishes, decision: Decision) -> Section:
    """Return what becomes of inputs that no department answers.

    Args:
        rows: `referral_of_unfamiliar`.
        wishes: what was asked for.
        decision: on the test rows.
    """
    columns = {
        "kind": "Kind of text",
        "texts": "Texts",
        "referred": "Referred to a human",
        "unfamiliar": "as unfamiliar",
        "probability": "Mean probability",
    }
    foreign = [row for row in rows if not row["known"]]
    answered = sum(row["texts"] - row["referred"] for row in foreign)
    texts = sum(row["texts"] for row in foreign)
    text = [
        "## Inputs that no department answers",
        "Short texts written for medtune. A classifier has no way of saying “none of these”; what it can do is to "
        "refer. An empty description is refused before it is read.",
        markdown_table(rows, columns),
        f"Referred: {texts - answered} of {texts}. “As unfamiliar”: the log-sum-exp of the logits is below all but "
        f"{wishes.unfamiliar_share:.1%} of the tuning rows, whatever the probability; of the test rows "
        f"{share_of(~decision.familiar)}. The lines “known complaint” are for comparison: ordinary complaints, only "
        "shorter than most. These texts are few and chosen: they show weaknesses, and prove nothing about inputs of "
        "other kinds. No promise above covers them.",
    ]
    return Section(text, list(rows))


def groups_section(
    decision: Decision, labels: np.ndarray, groups: Mapping[str, Groups | str], smallest: int
) -> Section:
    """Return the results by group of patients.

    Args:
        decision: on the test rows.
        labels: their true departments.
        groups: rows by group for each field, or why there are none.
        smallest: rows that a group needs to be shown.
    """
    if not groups:
        return Section()
    correct = decision.probabilities.argmax(axis=-1) == labels
    covered = decision.sets[np.arange(len(labels)), labels]
    text, numbers = ["## Groups of patients"], {}
    for field, found in groups.items():
        text.append(f"### {listed([field])}")
        if isinstance(found, str):
            text.append(f"No groups: {listed([found])}.")
            continue
        rows = [_group_row(name, rows, correct, covered, decision.answered) for name, rows in found.rows.items()]
        for row, p_value in zip(rows, holm([row["p"] for row in rows]), strict=True):
            row["p"] = p_value
        columns = {
            "group": "Group",
            "rows": "Rows",
            "accuracy": "Right department",
            "answered": "Answered",
            "wrong": "Wrong among those",
            "covered": "True one possible",
            "p": "p",
        }
        if rows:
            text.append(markdown_table(rows, columns, right=list(columns)[1:]))
        text.append(_group_note(found, smallest, [row["group"] for row in rows if row["p"] < 0.05]))
        numbers[field] = {
            "suppressed": found.suppressed,
            "groups": [
                {key: value.numbers() if hasattr(value, "numbers") else value for key, value in row.items()}
                for row in rows
            ],
        }
    text.append(
        "p: Fisher's exact test of the group's right departments against all other rows, corrected over the groups of "
        "a field (Holm). The mix of departments differs between groups, and so does how hard they are: a low figure "
        "shows where to look, not why."
    )
    return Section(text, numbers)


def _group_row(name: str, rows: np.ndarray, correct, covered, answered) -> dict[str, Any]:
    inside = np.zeros(len(correct), bool)
    inside[rows] = True
    table = [[int((correct & part).sum()), int((~correct & part).sum())] for part in (inside, ~inside)]
    return {
        "group": name,
        "rows": len(rows),
        "accuracy": share_of(correct, inside),
        "answered": share_of(answered, inside),
        "wrong": share_of(~correct, inside & answered),
        "covered": share_of(covered, inside),
        "p": float(stats.fisher_exact(table).pvalue),
    }


def _group_note(found: Groups, smallest: int, different: Sequence[str]) -> str:
    hidden = (
        f"Not shown: {found.suppressed} group{'s' if found.suppressed > 1 else ''}; a group needs {smallest} rows, and "
        "where it alone would be missing, the next smallest is left out with it."
        if found.suppressed
        else "All groups are shown."
    )
    verdict = (
        f" Different from the others by more than chance: {listed(different)}."
        if different
        else (" No group differs from the others by more than chance." if found.rows else "")
    )
    return hidden + verdict
