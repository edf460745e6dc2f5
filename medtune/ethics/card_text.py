"""What a model card says about a study in which the model's answers were rated."""

from __future__ import annotations

from collections.abc import Mapping

from medtune.ethics.agreement import Agreement
from medtune.ethics.blinding import Blinding
from medtune.ethics.reading import read_blinding
from medtune.ethics.sections import Results, best, interval, title
from medtune.ethics.store import Study
from medtune.ethics.table import Table
from medtune.evaluation.reports.tables import escape_markdown, markdown_table

CARD_SECTION = "card.md"


def card_section(
    study: Study, table: Table, found: Results, agree: Mapping[str, Agreement], blind: Blinding | None
) -> str:
    """Return the section as Markdown: what each system got, how sure that is, and how far raters agreed.

    Args:
        study: locked.
        table: its scores.
        found: what they say about the systems.
        agree: how far raters agree, by key of the axis.
        blind: whether they were blinded, if that was asked.
    """
    titles = {axis.key: title(axis) for axis in table.axes}
    bad = {row.system: row for rows in list(found.unacceptable.values())[:1] for row in rows}
    rows = []
    for number, system in enumerate(table.systems):
        row = {"system": system} | {key: interval(found.scores[key][number].mean) for key in titles}
        if one := bad.get(system):
            row["bad"] = f"{one.any_rater} of {one.answers} (at most {one.upper:.1%})"
        rows.append(row)
    headings = {"system": "System"} | titles | ({"bad": "Unacceptable to any rater"} if bad else {})
    scales = "; ".join(f"{title(axis)} {axis.values[0]} to {axis.values[-1]}, best {best(axis)}" for axis in table.axes)
    agreed = "; ".join(f"{titles[key]} {one.ac2}" for key, one in agree.items())
    parts = [
        "## Rated by people",
        f"{len(table.raters)} raters judged the answers to {len(table.questions)} questions without being told which "
        f"system wrote them (study “{escape_markdown(study.name)}”, rubric {escape_markdown(study.rubric.name)}, "
        f"locked {study.locked[:10]}). Means with 95% intervals over questions; scales: {escape_markdown(scales)}.",
        markdown_table(rows, headings, right=list(headings)[1:]).rstrip("\n"),
        f"Agreement of the raters (Gwet's AC2, 1 is full): {escape_markdown(agreed)}.",
    ]
    if blind:
        parts.append(f"Blinding: {escape_markdown(read_blinding(blind))}")
    return "\n\n".join(parts) + "\n"
