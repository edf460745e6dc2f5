"""The parts of a study's report about the raters: how far they agree, what each is like, whether they were blind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from medtune.ethics.agreement import Agreement, agreement
from medtune.ethics.automatic import METRICS, Correlation
from medtune.ethics.blinding import SHUFFLES, Blinding
from medtune.ethics.plots import COEFFICIENTS, agreement_figure
from medtune.ethics.raters import Severity, Share, Steadiness, severity
from medtune.ethics.reading import read_agreement, read_blinding, read_paradox
from medtune.ethics.resampling import Estimate
from medtune.ethics.sections import interval, title
from medtune.ethics.table import Table
from medtune.evaluation.reports.plots import save_figure
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import escape_markdown, markdown_table

LOW_GOLD = 0.8


def agreements(table: Table, seed: int = 0) -> dict[str, Agreement]:
    """Return how far the raters agree, by key of the axis."""
    questions, systems = table.answers.shape
    number = np.repeat(np.arange(questions), systems)
    return {
        axis.key: agreement(table.scores[axis.key].reshape(questions * systems, -1), axis.values, number, seed)
        for axis in table.axes
    }


def agreement_section(table: Table, found: Mapping[str, Agreement], output_dir: Path) -> Section:
    """Return how far the raters agree, with the plot and a reading of each axis."""
    titles = {axis.key: title(axis) for axis in table.axes}
    by_title = {titles[key]: one for key, one in found.items()}
    save_figure(agreement_figure(by_title), output_dir / "plots" / "agreement.png")
    rows = [
        {"axis": name, "answers": one.answers, "raters": one.raters}
        | {key: str(getattr(one, key)) for key in COEFFICIENTS}
        for name, one in by_title.items()
    ]
    headings = {"axis": "Axis", "answers": "Answers", "raters": "Raters"} | COEFFICIENTS
    readings = [
        f"- **{escape_markdown(name)}.** {escape_markdown(read_agreement(one))}" for name, one in by_title.items()
    ]
    paradox = read_paradox(by_title)
    parts = [
        "## Do the raters agree?",
        "\n".join(readings),
        *([escape_markdown(paradox)] if paradox else []),
        "![Coefficients of agreement with their intervals](plots/agreement.png)",
        markdown_table(rows, headings, right=COEFFICIENTS),
        *_missing(getattr(one, key) for one in found.values() for key in COEFFICIENTS),
        "Over the answers of all systems that two raters or more scored; 95% intervals from a bootstrap over "
        "questions, with the same raters. Alpha and AC2 take a 1 and a 2 as nearer than a 0 and a 2; kappa does not. "
        "1 is full agreement, 0 is what chance would give, each by its own idea of chance. Words for kappa and AC2: "
        "Landis and Koch 1977; for alpha: Krippendorff 2004. Such words are habits; the intervals "
        "say more.",
    ]
    return Section(parts, {key: asdict(one) for key, one in found.items()})


def _missing(numbers: Iterable[Estimate]) -> list[str]:
    """Return why numbers of a table, or their intervals, are missing: one paragraph, or none."""
    notes = {one.note if one.value is not None else f"not defined: {one.note}" for one in numbers if one.note}
    text = escape_markdown("; ".join(sorted(notes)))
    return [f"*{text[0].upper()}{text[1:]}.*"] if notes else []


def raters_section(
    table: Table, steady: Mapping[str, Steadiness], gold: Mapping[str, Mapping[int, Share]], seed: int = 0
) -> Section:
    """Return what each rater is like: strict or mild, steady, right on gold items."""
    titles = {axis.key: title(axis) for axis in table.axes}
    found = {key: severity(table, key, seed) for key in titles}
    parts = ["## The raters", "### Strict or mild"]
    if len(table.raters) > 1:
        parts += [_severity_table(found, titles), _severity_note(found, titles)]
    else:
        parts.append("There is one rater: nobody to compare with.")
    parts += _steadiness_part(steady, titles) + _gold_part(gold, titles)
    numbers = {
        "severity": {key: [asdict(one) for one in rows] for key, rows in found.items()},
        "repeats": {key: asdict(one) for key, one in steady.items()},
        "gold": {key: {rater: asdict(one) for rater, one in rows.items()} for key, rows in gold.items()},
    }
    return Section(parts, numbers)


def _severity_table(found: Mapping[str, Sequence[Severity]], titles: Mapping[str, str]) -> str:
    rows: dict[int, dict[str, str | None]] = {}
    for key, by_rater in found.items():
        for one in by_rater:
            row = rows.setdefault(one.rater, {"rater": f"rater {one.rater}"})
            row[key] = (
                None if one.bias is None else f"{interval(one.bias, '+.2f')}{' *' if one.bias.excludes() else ''}"
            )
    return markdown_table(list(rows.values()), {"rater": "Rater"} | titles, right=titles)


def _severity_note(found: Mapping[str, Sequence[Severity]], titles: Mapping[str, str]) -> str:
    count = sum(one.bias is not None for rows in found.values() for one in rows)
    return (
        "How much higher (+) or lower (−) a rater scores than the mean of the others on the same answers, with a 95% "
        f"interval over questions. An asterisk: 0 lies outside. Of {count} such intervals about {count * 0.05:.1f} "
        "would miss 0 by chance. Every rater judges every system, so a strict one is strict with all of them and the "
        "comparison of systems stays fair; a level that depends on who rates is not comparable across studies."
    )


def _steadiness_part(steady: Mapping[str, Steadiness], titles: Mapping[str, str]) -> list[str]:
    if not steady:
        return ["### The same answer twice", "No rater scored an answer and its hidden repeat."]
    rows = [
        {
            "axis": titles[key],
            "pairs": one.pairs,
            "same": _equal_text(one),
            "change": interval(one.change, "+.2f"),
            "alpha": str(one.again.alpha),
            "ac2": str(one.again.ac2),
        }
        for key, one in steady.items()
    ]
    headings = {"axis": "Axis", "pairs": "Pairs", "same": "Same score [95%]", "change": "Second − first [95%]"}
    headings |= {"alpha": "Krippendorff's alpha", "ac2": "Gwet's AC2"}
    raters = dict.fromkeys(rater for one in steady.values() for rater in one.by_rater)
    by_rater = [
        {"rater": f"rater {rater}"}
        | {key: share_text(one.by_rater[rater]) for key, one in steady.items() if rater in one.by_rater}
        for rater in sorted(raters)
    ]
    return [
        "### The same answer twice",
        markdown_table(rows, headings, right=list(headings)[2:]),
        *_missing(number for one in steady.values() for number in (one.again.raw, one.again.alpha, one.again.ac2)),
        "How often a rater gave an answer and its hidden repeat the same score:",
        markdown_table(by_rater, {"rater": "Rater"} | {key: titles[key] for key in steady}, right=list(steady)),
        "Raters cannot be expected to agree with each other more than with themselves. A change whose interval "
        "excludes 0 says that standards moved while they rated.",
    ]


def _equal_text(one: Steadiness) -> str:
    """Return the share of equal pairs of all raters as text, with its interval over questions if it has one."""
    raw = one.again.raw
    ends = "" if raw.low is None else f" [{raw.low:.0%}, {raw.high:.0%}]"
    return f"{one.equal}/{one.pairs} = {raw.value:.0%}{ends}"


def _gold_part(gold: Mapping[str, Mapping[int, Share]], titles: Mapping[str, str]) -> list[str]:
    if not gold:
        return []
    raters = sorted({rater for rows in gold.values() for rater in rows})
    rows = [
        {"rater": f"rater {rater}"} | {key: share_text(found[rater]) for key, found in gold.items() if rater in found}
        for rater in raters
    ]
    low = [
        f"rater {rater} on {titles[key]} ({one.found} of {one.total})"
        for key, found in gold.items()
        for rater, one in found.items()
        if one.value < LOW_GOLD
    ]
    said = f"Below {LOW_GOLD:.0%}: {escape_markdown('; '.join(low))}." if low else f"All raters reach {LOW_GOLD:.0%}."
    return [
        "### Gold items",
        markdown_table(
            rows, {"rater": "Rater"} | {key: titles[key] for key in titles if key in gold}, right=list(titles)
        ),
        f"How often a rater gave an answer whose score was fixed beforehand a score that was expected. {said} Scores "
        "of gold items count nowhere else; nobody's scores are left out because of them.",
    ]


def share_text(one: Share) -> str:
    """Return a share with its interval as text."""
    return f"{one.found}/{one.total} = {one.value:.0%} [{one.low:.0%}, {one.high:.0%}]"


def blinding_section(found: Blinding) -> Section:
    """Return whether the raters could tell which system wrote an answer."""
    answers = {**found.labels, -1: "don't know"}
    rows = [
        {"right": found.labels[truth], **{str(key): named[key] for key in answers}}
        | {"index": interval(found.index[truth], "+.2f")}
        for truth, named in found.named.items()
    ]
    headings = {"right": "Who wrote it"}
    headings |= {str(key): f"named: {name}" if key >= 0 else name for key, name in answers.items()}
    raters = [{"rater": f"rater {rater}", "share": share_text(one)} for rater, one in found.by_rater.items()]
    parts = [
        "## Were the raters blind?",
        escape_markdown(read_blinding(found)),
        markdown_table(rows, headings | {"index": "Bang's index [95%]"}, right=("index",)),
        "Bang's index: 0 if raters guess, 1 if all tell the label, −1 if all are mistaken about it. p: by exchanging "
        f"the labels of the answers to one question {SHUFFLES:,} times, which keeps each rater's habits of guessing.",
    ]
    if raters:
        headings = {"rater": "Rater", "share": "Right where a label was named [95%]"}
        parts.append(markdown_table(raters, headings, right=("share",)))
    return Section(parts, asdict(found))


def automatic_section(table: Table, found: Sequence[Correlation], source: str, signed: Sequence[str]) -> Section:
    """Return whether automatic metrics rank the answers as the raters do.

    Args:
        table: of the scores.
        found: the correlations.
        source: where the measured texts come from.
        signed: how the metrics are computed.
    """
    titles = {axis.key: title(axis) for axis in table.axes}
    rows = [
        {
            "metric": METRICS[one.metric],
            "axis": titles[one.axis],
            "answers": one.answers,
            "spearman": str(one.spearman),
            "kendall": str(one.kendall),
            "within": str(one.within),
        }
        for one in found
    ]
    headings = {"metric": "Metric", "axis": "Axis", "answers": "Answers", "spearman": "Spearman's ρ [95%]"}
    headings |= {"kendall": "Kendall's τ-b [95%]", "within": "ρ within systems [95%]"}
    parts = [
        "## Do automatic metrics rank the answers as raters do?",
        markdown_table(rows, headings, right=list(headings)[3:]),
        *_missing(number for one in found for number in (one.spearman, one.kendall, one.within)),
        f"Each answer's metric against its mean over raters; {escape_markdown(source)}. 1 is the same order, 0 none, "
        "−1 the reverse; intervals over questions. *Within systems*: among the answers of one system, averaged; it "
        "tells whether the metric knows better answers from worse, and not only better systems from worse.",
    ]
    parts.append("\n".join(f"- `{one}`" for one in signed))
    return Section(parts, {"correlations": [asdict(one) for one in found], "signatures": list(signed)})
