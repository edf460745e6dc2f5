"""The corpus card: what was built, from what, by which rules, and what became of every row. Markdown and JSON."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import medtune
from medtune.data.corpus.funnel import SourceFunnel, together
from medtune.data.corpus.output import REJECTED_FILE, Part, Written
from medtune.data.corpus.planted_test import read_planted_test
from medtune.data.corpus.render import render
from medtune.data.corpus.selection import Selection
from medtune.data.corpus.steps import ANONYMIZE
from medtune.data.storage import file_hash, write_text

if TYPE_CHECKING:
    from medtune.tasks.clean_data import Recipe

_PACKAGES = ("numpy", "pyarrow", "scipy", "xxhash", "ftfy", "ahocorasick-rs")


def describe(
    recipe: Recipe,
    folder: Path,
    made_by: Mapping[str, Any],
    funnels: Mapping[str, SourceFunnel],
    written: Written,
    selection: Selection,
) -> dict[str, Any]:
    """Collect everything the card says.

    Args:
        recipe: what was asked for.
        folder: holds the files.
        made_by: the manifest.
        funnels: of the sources.
        written: what the files hold.
        selection: what became of the rows.

    Returns:
        Plain values, ready for JSON.
    """
    steps, counts = together(funnels.values())
    files = {name: {"rows": written.rows(name), "sha256": file_hash(folder / name)} for name in written.files}
    return {
        "seed": recipe.seed,
        "versions": _versions(),
        "rules": made_by["rules"],
        "config": made_by["config"],
        "inputs": made_by["inputs"],
        "files": files,
        "sources": {source.label: _source(source, funnels[source.label]) for source in recipe.data.sources},
        "table": [{"file": file, "source": name, **_part(part)} for (file, name), part in written.parts.items()],
        "steps": [
            {
                "name": step.name,
                "rows_in": step.rows_in,
                "rows_out": step.rows_out,
                "changed": step.changed,
                "rejected": _ranked(step.rejected),
                "counts": _ranked(counts.get(step.name, Counter())),
            }
            for step in steps
        ],
        "identities": _ranked(counts.get(ANONYMIZE, Counter())),
        "near_duplicate_clusters": selection.clusters,
        "largest_cluster": selection.largest,
        "outlier_limits": selection.limits,
        "departments": _ranked(sum((part.departments for part in written.parts.values()), Counter())),
        "samples": _samples(funnels),
        "planted_test": read_planted_test(recipe.planted_test) if recipe.planted_test else None,
        "warnings": _warnings(recipe, funnels, written),
    }


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """Write `corpus_card.md` and `corpus_card.json`.

    Args:
        folder: receives them.
        card: from `describe`.
    """
    write_text(folder / "corpus_card.md", render(card))
    write_text(folder / "corpus_card.json", as_json(card))


def as_json(value: Any) -> str:
    """Return a value as the text of a JSON file."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def explain(funnels: Mapping[str, SourceFunnel]) -> str:
    """Return in one sentence where the rows of each source went."""
    return "; ".join(
        f"{name}: {funnel.read:,} read"
        + "".join(f", {rows:,} in {file}" for file, rows in funnel.kept.items())
        + ", set aside: "
        + (", ".join(f"{reason} {rows:,}" for reason, rows in funnel.aside.most_common()) or "none")
        for name, funnel in funnels.items()
    )


def _source(source, funnel: SourceFunnel) -> dict[str, Any]:
    return {
        "reader": source.read.source,
        "licence": source.licence,
        "origin": source.origin,
        "read": funnel.read,
        "kept": funnel.kept,
        "aside": _ranked(funnel.aside),
    }


def _part(part: Part) -> dict[str, Any]:
    texts = {
        name: {
            "rows": sums["rows"],
            "mean_words": round(sums["words"] / sums["rows"], 1),
            "mean_characters": round(sums["characters"] / sums["rows"], 1),
            "bins": part.bins[name],
        }
        for name, sums in part.lengths.items()
        if sums["rows"]
    }
    return {
        "rows": part.rows,
        "languages": _ranked(part.languages),
        "tasks": _ranked(part.tasks),
        "texts": texts,
        "dialogues": part.dialogues,
        "mean_turns": round(part.turns / part.dialogues, 2) if part.dialogues else None,
    }


def _samples(funnels: Mapping[str, SourceFunnel]) -> list[dict[str, str]]:
    return [
        {"step": step, "source": name, "before": before, "after": after}
        for name, funnel in funnels.items()
        for step, shown in funnel.samples.items()
        for _, _, before, after in shown
    ]


def _warnings(recipe: Recipe, funnels: Mapping[str, SourceFunnel], written: Written) -> list[str]:
    warnings = []
    if recipe.cleaning.anonymize is None:
        warnings.append("The rows were not anonymised: names, numbers and addresses stand in them as written.")
    elif recipe.planted_test is None:
        warnings.append("No result of a planted test was given (`planted_test`), so the residual risk is unknown.")
    for source in recipe.data.sources:
        name, wanted = source.label, source.test_rows
        if isinstance(wanted, int) and wanted:
            rows = funnels[name].kept.get(f"test_{name}.parquet", 0)
            if rows < wanted:
                warnings.append(f"{name} has {rows:,} test rows, of {wanted:,} asked for: no more were left.")
        if source.max_rows is not None and funnels[name].kept.get("train.parquet", 0) < source.max_rows:
            rows = funnels[name].kept.get("train.parquet", 0)
            warnings.append(f"{name} has {rows:,} training rows, of {source.max_rows:,} asked for: no more were left.")
    unstated = [source.label for source in recipe.data.sources if source.licence == "unstated"]
    if unstated:
        warnings.append(f"The recipe does not state the licence of {', '.join(unstated)}.")
    for name, funnel in funnels.items():
        aside, read = funnel.aside.total(), funnel.read
        if not read:
            warnings.append(f"{name} is empty: no row was read.")
        elif aside > read / 2:
            reason, rows = funnel.aside.most_common(1)[0]
            share = "All rows" if aside == read else "More than half of the rows"
            warnings.append(
                f"{share} of {name} were set aside ({aside:,} of {read:,}; {reason}: {rows:,}); see {REJECTED_FILE}."
            )
    return warnings


def _ranked(counts: Counter | Iterable) -> dict[str, int]:
    return dict(sorted(((k, v) for k, v in Counter(counts).items() if v), key=lambda item: (-item[1], str(item[0]))))


def _versions() -> dict[str, str]:
    found = {"medtune": medtune.__version__, "python": platform.python_version()}
    return found | {name: metadata.version(name) for name in _PACKAGES}
