"""`medtune compare`: two files of numbers, or two of predictions, side by side."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from medtune.evaluation.number_files import FOLDER_FILES, Numbers, read_numbers, read_object
from medtune.evaluation.paired_tests import TRIALS, compare_systems
from medtune.evaluation.reports.tables import NOTHING, wide_console
from medtune.evaluation.systems.prediction_files import read_predictions
from medtune.evaluation.systems.prediction_pairs import pair
from medtune.metrics.resampling import RESAMPLES
from medtune.metrics.text import text_signatures, text_statistics
from medtune.recipe.units import counted
from medtune.runs import write_json

COUNTS = ("rows", "examples")
LANGUAGES = {"zh": "Chinese", "en": "English"}


def compare_files(first: str, second: str, common: bool = False, json_file: str | None = None, seed: int = 0) -> None:
    """Print two files side by side, with differences, intervals and warnings.

    Args:
        first: a JSON file of numbers (`metrics.json`, `report.json`, …), the folder of a run that holds one, or a
            file of predictions.
        second: another one of the same kind.
        common: for predictions, compare the rows that both have, if they have not the same.
        json_file: receives the same as JSON.
        seed: of intervals and tests.

    Raises:
        ValueError: a file cannot be read, the files are of different kinds, or predictions are not of the same rows.
        FileNotFoundError: there is no such file.
    """
    paths = (_file(first), _file(second))
    contents = [read_object(path) if path.suffix.lower() == ".json" else None for path in paths]
    kinds = ["numbers" if isinstance(content, dict) else "predictions" for content in contents]
    if kinds[0] != kinds[1]:
        raise ValueError(f"{paths[0]} holds {kinds[0]} and {paths[1]} {kinds[1]}; compare files of the same kind")
    if kinds[0] == "numbers":
        numbers = [read_numbers(path, content) for path, content in zip(paths, contents, strict=True)]
        rows, warnings = compare_numbers(*numbers)
        notes = []
    else:
        rows, warnings, notes = compare_predictions(paths, common, seed)
    for place, path in zip("AB", paths, strict=True):
        print(f"{place}: {path}")
    shown = [row for row in rows if not _is_same(row)]
    print_tables(shown)
    if len(shown) < len(rows):
        print(f"the same in both: {len(rows) - len(shown):,} of {len(rows):,} numbers")
    for note in notes:
        print(note)
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)
    if json_file is not None:
        files = {"first": str(paths[0]), "second": str(paths[1])}
        write_json(Path(json_file), {**files, "rows": rows, "notes": notes, "warnings": warnings})


def compare_numbers(first: Numbers, second: Numbers) -> tuple[list[dict[str, Any]], list[str]]:
    """Set the numbers of two files side by side.

    Args:
        first: of one file.
        second: of the other.

    Returns:
        A row for each number that both have, with `name`, `first`, `second`, `difference`, `first_spread` and
        `second_spread`; and what makes the differences doubtful.

    Raises:
        ValueError: no number is in both.
    """
    names = [name for name in first.values if name in second.values]
    if not names:
        shown = [", ".join(list(one.values)[:3]) for one in (first, second)]
        raise ValueError(f"no number is in both files: {first.path} has {shown[0]} …, {second.path} has {shown[1]} …")
    rows = [
        {
            "name": name,
            "first": first.values[name],
            "second": second.values[name],
            "difference": second.values[name] - first.values[name],
            "first_spread": first.spreads.get(name),
            "second_spread": second.spreads.get(name),
        }
        for name in names
    ]
    return rows, _warnings(first, second, names)


def _warnings(first: Numbers, second: Numbers, names: Sequence[str]) -> list[str]:
    other_signatures: dict[tuple[str, str], list[str]] = {}
    for name in first.signatures.keys() & second.signatures.keys():
        one, other = first.signatures[name], second.signatures[name]
        if one != other:
            other_signatures.setdefault((one, other), []).append(name)
    warnings = [
        f"{_listed(sorted(alike))}: another signature, so the scores are not comparable: {one} and {other}"
        for (one, other), alike in sorted(other_signatures.items())
    ]
    warnings += [
        f"{name}: computed on {first.values[name]:,} and {second.values[name]:,}, so not on the same rows"
        for name in names
        if _is_count(name) and first.values[name] != second.values[name]
    ]
    for what, one, other in (
        ("versions", first.versions, second.versions),
        ("inputs", first.inputs, second.inputs),
    ):
        changed = [name for name in {**one, **other} if one.get(name) != other.get(name)]
        if one and other and changed:
            shown = [f"{name} {one.get(name, NOTHING)} and {other.get(name, NOTHING)}" for name in changed]
            warnings.append(f"different {what}: {', '.join(shown)}")
    for one, other, place in ((first, second, "A"), (second, first, "B")):
        alone = [name for name in one.values if name not in other.values]
        if alone:
            warnings.append(f"only in {place}: {counted(len(alone), 'number')} ({_listed(alone)})")
    return warnings


def _listed(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def _is_count(name: str) -> bool:
    last = re.split(r"[./]", name)[-1]
    return last in COUNTS or last.endswith(tuple(f"_{count}" for count in COUNTS))


def _is_same(row: Mapping[str, Any]) -> bool:
    """Whether a number and what is known of its uncertainty are the same in both files; a tested score is shown."""
    return "p_value" not in row and not row["difference"] and row["first_spread"] == row["second_spread"]


def compare_predictions(
    paths: tuple[Path, Path], common: bool = False, seed: int = 0
) -> tuple[list[dict[str, Any]], list[str], list[str]]:
    """Score two systems on the same rows, by language, and test their differences.

    Args:
        paths: of the two files.
        common: see `compare_files`.
        seed: of intervals and tests.

    Returns:
        A row for each score, with the fields of `PairedDifference`, `name` and `language`; what makes the differences
        doubtful; and how they were computed.

    Raises:
        ValueError: the files are not of the same rows, or hold nothing to score.
    """
    pairs, warnings = pair(*map(read_predictions, paths), paths, common)
    without = [one.id for one, _ in pairs if not (one.reference or "").strip()]
    if without:
        warnings.append(f"{len(without)} of {len(pairs)} rows have no reference; what is answered there scores 0")
    for place, path in enumerate(paths):
        failed = sum(both[place].prediction is None for both in pairs)
        if failed == len(pairs):
            raise ValueError(f"{path} holds no answers to score: every prediction is null")
        if failed:
            warnings.append(f"{path}: {failed} of {len(pairs)} rows without an answer; they score 0")
    rows, notes = [], []
    for language, heading in LANGUAGES.items():
        of_language = [both for both in pairs if both[0].language == language]
        if not of_language:
            continue
        if len(of_language) < 2:
            warnings.append(f"1 row in {heading} is too few to compare; it is left out")
            continue
        references = [one.reference or "" for one, _ in of_language]
        answers = [[both[place].prediction or "" for both in of_language] for place in (0, 1)]
        tested = compare_systems(*(text_statistics(side, references, language) for side in answers), seed=seed)
        rows += [{"language": language, "name": name, **asdict(one)} for name, one in tested.items()]
        signatures = dict.fromkeys(text_signatures(references, language).values())
        notes.append("\n  ".join((f"{heading}, {counted(len(of_language), 'row')}", *signatures)))
    if not rows:
        raise ValueError("\n".join(["nothing can be compared:", *(f"  {warning}" for warning in warnings)]))
    notes.append(
        f"B - A with 95 % intervals by {RESAMPLES:,} paired bootstrap draws; p by {TRIALS:,} random swaps of answers, "
        f"corrected for the {len(rows) // len(notes)} scores of a language (Holm)"
    )
    return rows, warnings, notes


def print_tables(rows: Sequence[Mapping[str, Any]], console: Console | None = None) -> None:
    """Print the rows of `compare_numbers` or `compare_predictions`, a table for each language.

    Args:
        rows: of either.
        console: where to print; standard output by default.
    """
    for language in dict.fromkeys(row.get("language") for row in rows):
        tested = language is not None
        table = Table(title=LANGUAGES.get(language), title_justify="left")
        table.add_column("Score", overflow="fold")
        for heading in ("A", "B", "B - A", *(("95 % interval", "p", "Holm") if tested else ())):
            table.add_column(heading, justify="right", overflow="fold")
        for row in rows:
            if row.get("language") == language:
                table.add_row(escape(row["name"]), *map(escape, _cells(row, tested)))
        (console or wide_console()).print(table)


def _cells(row: Mapping[str, Any], tested: bool) -> list[str]:
    numbers = [_number(row[place], row.get(f"{place}_spread")) for place in ("first", "second")]
    tests = [f"[{row['low']:.2g}, {row['high']:.2g}]", _p(row["p_value"]), _p(row["adjusted"])] if tested else []
    return [*numbers, f"{row['difference']:+.3g}" if row["difference"] else "0", *tests]


def _number(value: float, spread: Any = None) -> str:
    text = f"{value:,}" if isinstance(value, int) else f"{value:.4g}"
    if isinstance(spread, list) and len(spread) == 2:
        return f"{text} [{spread[0]:.4g}, {spread[1]:.4g}]"
    return f"{text} ± {spread:.2g}" if isinstance(spread, int | float) else text


def _p(value: float) -> str:
    return f"{value:.3f}" if value >= 0.001 else "< 0.001"


def _file(name: str) -> Path:
    """Return the file that a name means: itself, or what a run or report left in a folder."""
    path = Path(name)
    if path.is_dir():
        found = [path / file for file in FOLDER_FILES if (path / file).is_file()]
        if not found:
            raise FileNotFoundError(f"{path} holds no {' and no '.join(FOLDER_FILES)}; name a file")
        return found[0]
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such file")
    return path
