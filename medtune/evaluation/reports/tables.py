"""Tables of results: Markdown for files, rich for the end of a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from numbers import Integral, Real
from statistics import mean, stdev
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

# Key in the metrics, heading, number format. Classification and ROUGE run from 0 to 1, BLEU from 0 to 100.
TRIAGE_COLUMNS = (
    ("accuracy", "Accuracy", ".3f"),
    ("macro_precision", "Precision (macro)", ".3f"),
    ("macro_recall", "Recall (macro)", ".3f"),
    ("macro_f1", "F1 (macro)", ".3f"),
    ("weighted_f1", "F1 (weighted)", ".3f"),
)
REPLY_COLUMNS = (
    ("bleu", "BLEU", ".2f"),
    ("rouge1", "ROUGE-1", ".3f"),
    ("rouge2", "ROUGE-2", ".3f"),
    ("rougeL", "ROUGE-L", ".3f"),
    ("distinct1", "Distinct-1", ".3f"),
    ("distinct2", "Distinct-2", ".3f"),
)
RUN_COLUMNS = TRIAGE_COLUMNS + REPLY_COLUMNS
DEPARTMENT_COLUMNS = {
    "department": "Department",
    "precision": "Precision",
    "recall": "Recall",
    "f1": "F1",
    "support": "True",
    "predicted": "Predicted",
}
SAMPLE_COLUMNS = {"who": "From", "text": "Text", "department": "Department"}
NOTHING = "–"
WIDE = 120  # characters


def shorten(text: str, length: int) -> str:
    """Return `text` on one line, cut to at most `length` characters with `…` as the last."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def escape_markdown(text: str) -> str:
    """Return `text` on one line, with nothing that Markdown or HTML would take as its own."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    for character in "\\|*_`[]~$":
        text = text.replace(character, "\\" + character)
    return text


def listed(names: Iterable[str]) -> str:
    """Return names of the data, such as departments, as they stand in a Markdown sentence."""
    return ", ".join(escape_markdown(name) for name in names)


def _cell(value: Any) -> str:
    """Return a value as it stands in a Markdown cell."""
    if value is None:
        return NOTHING
    if isinstance(value, float):
        return f"{value:z.3f}"  # no minus before a zero
    return escape_markdown(str(value)) or NOTHING


def markdown_table(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str] | Sequence[str], right: Collection[str] = ()
) -> str:
    """Return the rows as a Markdown table.

    Args:
        rows: dicts; a missing key, None and an empty text are shown as `–`, floats with three decimals.
        columns: the keys to show in their order, or a mapping from key to heading.
        right: keys of columns to align to the right, beside those that hold nothing but numbers.

    Returns:
        The table, ending in a line break.

    Raises:
        ValueError: there are no columns.
    """
    headings = dict(columns) if isinstance(columns, Mapping) else {name: name for name in columns}
    if not headings:
        raise ValueError("a table needs at least one column")
    numeric = {key for key in headings if rows and all(isinstance(row.get(key), int | float) for row in rows)}
    lines = [
        [_cell(heading) for heading in headings.values()],
        ["---:" if key in numeric or key in right else ":---" for key in headings],
        *([_cell(row.get(key)) for key in headings] for row in rows),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def mean_and_spread(values: Sequence[float], form: str = ".3f") -> str | None:
    """Return `mean ± sample standard deviation` over seeds, the number alone for one, None for no values."""
    if not values:
        return None
    if len(values) == 1:
        return format(values[0], f"z{form}")
    return f"{mean(values):z{form}} ± {stdev(values):{form}}"


def with_interval(value: float, ends: Sequence[float] | None, form: str = ".3f") -> str:
    """Return `value [low,high]`, or the value alone where there is no interval."""
    shown, *between = [f"{number:z{form}}" for number in (value, *(ends or ()))]
    return f"{shown} [{','.join(between)}]" if ends else shown


def runs_rows(
    runs: Mapping[str, Sequence[Mapping[str, Any]]], columns: Sequence[tuple[str, str, str]] = RUN_COLUMNS
) -> list[dict[str, str | None]]:
    """Return one row for each run: its name, the number of seeds and `mean ± spread` under each heading.

    A run of one seed has no spread: there the interval over the test rows is shown, if its metrics hold one.

    Args:
        runs: metrics by name of the run, one dict for each seed; a number is looked up by its key, then by `test_` and
            its key, as the tasks write the scores of the test split. Its interval is in `intervals` under the same key.
        columns: key in the metrics, heading and number format. Columns that no run has are left out.

    Returns:
        Rows with the keys `Run`, `Seeds` (only if some run has several) and the headings; None where a run lacks one.
    """
    values = {
        (name, key): [value for metrics in seeds if (value := metrics.get(key, metrics.get(f"test_{key}"))) is not None]
        for name, seeds in runs.items()
        for key, _, _ in columns
    }
    shown = [column for column in columns if any(values[name, column[0]] for name in runs)]
    several = any(len(seeds) > 1 for seeds in runs.values())
    rows = []
    for name, seeds in runs.items():
        row: dict[str, str | None] = {"Run": name}
        if several:
            row["Seeds"] = str(len(seeds))
        for key, heading, form in shown:
            found, ends = values[name, key], _interval(seeds, key)
            row[heading] = with_interval(found[0], ends, form) if found and ends else mean_and_spread(found, form)
        rows.append(row)
    return rows


def _interval(seeds: Sequence[Mapping[str, Any]], key: str) -> Sequence[float] | None:
    """Return a single run's interval of a score."""
    intervals = seeds[0].get("intervals") or {} if len(seeds) == 1 else {}
    return intervals.get(key, intervals.get(f"test_{key}"))


def runs_table(
    runs: Mapping[str, Sequence[Mapping[str, Any]]], columns: Sequence[tuple[str, str, str]] = RUN_COLUMNS
) -> str:
    """Return the comparison of runs (see `runs_rows`) as a Markdown table.

    Raises:
        ValueError: there are no runs.
    """
    rows = runs_rows(runs, columns)
    if not rows:
        raise ValueError("no runs to compare")
    headings = list(rows[0])
    return markdown_table(rows, headings, right=headings[1:])


def department_table(departments: Sequence[Mapping[str, Any]]) -> str:
    """Return the table of precision, recall and F1 by department.

    Args:
        departments: `classification_scores(…)["departments"]`.
    """
    return markdown_table(departments, DEPARTMENT_COLUMNS)


def sample_table(lines: Sequence[Mapping[str, Any]], length: int = 400) -> str:
    """Return a table of one description with the true reply and department, and those of each run.

    Args:
        lines: dicts with `who`, `text` and `department`.
        length: characters to which texts are cut.
    """
    cut = [{**line, "text": shorten(line["text"], length) if line["text"] else None} for line in lines]
    return markdown_table(cut, SAMPLE_COLUMNS)


def wide_console() -> Console:
    """Return a console on standard output. A file or a pipe has no width: it gets one that tables fit into."""
    from rich.console import Console

    console = Console()
    return console if console.is_terminal else Console(width=max(console.width, WIDE))


def print_rows(rows: Sequence[Mapping[str, str | None]], title: str, console: Console | None = None) -> None:
    """Print rows as a table; nothing if there are none.

    Args:
        rows: texts by heading, all with the same headings; the first one names the row.
        title: above the table.
        console: where to print; standard output by default.
    """
    from rich.markup import escape
    from rich.table import Table

    if not rows:
        return
    table = Table(title=escape(title), title_justify="left")
    for place, heading in enumerate(rows[0]):
        table.add_column(escape(heading), justify="right" if place else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(value or NOTHING) for value in row.values()))
    (console or wide_console()).print(table)


def print_summary(metrics: Mapping[str, Any], title: str = "Result", console: Console | None = None) -> None:
    """Print the numbers of a run as a table at its end.

    Args:
        metrics: numbers and short texts by name, with the `intervals` of some; other lists and dicts, such as the
            confusion matrix, are left out.
        title: above the table, such as the run's name.
        console: where to print; standard output by default.
    """
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(title), title_justify="left")
    table.add_column("Metric")
    table.add_column("Value", justify="right", overflow="fold")
    intervals = metrics.get("intervals") or {}
    for name, value in metrics.items():
        if value is None or isinstance(value, bool | str):
            table.add_row(escape(name), escape(NOTHING if value is None else str(value)))
        elif isinstance(value, Integral):
            table.add_row(escape(name), f"{value:,}")
        elif isinstance(value, Real):
            table.add_row(escape(name), escape(with_interval(value, intervals.get(name), ".4g")))
    (console or wide_console()).print(table)
