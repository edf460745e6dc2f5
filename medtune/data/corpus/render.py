"""The corpus card as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from medtune.data.corpus.output import REJECTED_FILE
from medtune.data.corpus.planted_test import interval

#: The names of the two texts of a row, by its task.
_TEXTS = {"summary": ("abstract", "summary"), "instruction": ("input", "answer")}


def render(card: dict[str, Any]) -> str:
    """Return the card as Markdown.

    Args:
        card: from `medtune.data.corpus.card.describe`.
    """
    read = sum(source["read"] for source in card["sources"].values())
    kept = sum(file["rows"] for file in card["files"].values())
    parts = [
        "# Corpus card",
        f"{read:,} rows read, {kept:,} kept, {read - kept:,} set aside in `{REJECTED_FILE}` with the reason. "
        f"Seed {card['seed']}.",
        *(f"> **Note.** {warning}" for warning in card["warnings"]),
        "## What it holds",
        _table_of_sources(card["table"]),
        "Lengths are means over the rows that have the text. A *word* is a Chinese character, or any other run of "
        "characters between blanks.",
        "![Lengths](plots/lengths.png)",
        "![Rows by source](plots/sources.png)",
        *(["## Departments", "![Departments](plots/departments.png)"] if card["departments"] else []),
        "## Sources",
        _sources(card["sources"]),
        "## What became of the rows",
        _steps(card["steps"]),
        f"Near duplicates form {card['near_duplicate_clusters']:,} clusters, the largest of "
        f"{card['largest_cluster']:,} rows; the first row of each stays. A step on the *whole corpus* sees all rows, "
        "the others see one at a time.",
        *_by_source(card["sources"]),
        *_counts(card["steps"]),
        *_risk(card),
        *_samples(card["samples"]),
        "## Made from",
        _table(("file", "SHA-256"), [(f"`{name}`", f"`{value[:16]}…`") for name, value in card["inputs"].items()])
        if card["inputs"]
        else "",
        "## Files",
        _table(
            ("file", "rows", "SHA-256"),
            [(f"`{name}`", file["rows"], f"`{file['sha256'][:16]}…`") for name, file in card["files"].items()],
        ),
        "Rules: " + ", ".join(f"{name} {version}" for name, version in card["rules"].items()) + ". "
        f"Recipe `{card['config'][:16]}`. "
        "Versions: " + ", ".join(f"{name} {version}" for name, version in card["versions"].items()) + ".",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table_of_sources(parts: list[dict[str, Any]]) -> str:
    """Return Table 1 of the MulMed paper for what was built, with the units that it leaves out."""
    rows = []
    for part in parts:
        asked, answered = _TEXTS.get(next(iter(part["tasks"]), ""), ("question", "answer"))
        cells = [_length(name, part["texts"].get(key)) for name, key in ((asked, "description"), (answered, "reply"))]
        turns = f"{part['mean_turns']:.1f} ({part['dialogues']:,} rows)" if part["dialogues"] else ""
        kind = ", ".join(part["tasks"])
        rows.append((part["source"], part["file"], kind, ", ".join(part["languages"]), part["rows"], *cells, turns))
    head = ("source", "file", "kind", "language", "rows", "asked: mean length", "answered: mean length", "mean turns")
    return _table(head, rows)


def _length(name: str, text: dict[str, Any] | None) -> str:
    return f"{name} {text['mean_words']:,} words, {text['mean_characters']:,} characters" if text else ""


def _sources(sources: dict[str, dict]) -> str:
    rows = [
        (name, s["reader"], s["read"], sum(s["kept"].values()), sum(s["aside"].values()), s["licence"], s["origin"])
        for name, s in sources.items()
    ]
    return _table(("source", "reader", "read", "kept", "set aside", "licence", "origin"), rows)


def _steps(steps: list[dict[str, Any]]) -> str:
    rows = [(s["name"], s["rows_in"], s["rows_out"], s["changed"], _listed(s["rejected"])) for s in steps]
    return _table(("step", "in", "out", "changed", "set aside"), rows)


def _by_source(sources: dict[str, dict]) -> list[str]:
    rows = [(name, _listed(source["aside"])) for name, source in sources.items() if source["aside"]]
    return (
        ["Set aside, source by source, with what could not be read:", _table(("source", "reason, rows"), rows)]
        if rows
        else []
    )


def _counts(steps: list[dict[str, Any]]) -> list[str]:
    rows = [(step["name"], what, count) for step in steps for what, count in step["counts"].items()]
    parts = ["## What the steps did", _table(("step", "what", "times"), rows)] if rows else []
    counts = {what: count for step in steps for what, count in step["counts"].items()}
    if counts.get("medical terms before"):
        share = counts.get("medical terms kept", 0) / counts["medical terms before"]
        parts.append(f"Of the medical terms and quantities in texts that were cut, {share:.1%} were kept.")
    return parts


def _risk(card: dict[str, Any]) -> list[str]:
    """Return what a test with planted identities says about those that were missed."""
    if not card["planted_test"]:
        return []
    head = ("measure", "what", "count", "of", "share", "95 % interval")
    rows = [
        (
            one["measure"],
            one["name"],
            one["count"],
            one["of"],
            f"{one['count'] / one['of']:.2%}",
            "{:.2%} to {:.2%}".format(*interval(one)),
        )
        for one in card["planted_test"]
    ]
    return [
        "## Residual risk",
        "From a test with planted identities (Wilson's interval). Of a kind with a recall of 99 to 100 % up to a "
        "hundredth of the identities may be left; the texts of this corpus may be harder than the planted ones.",
        _table(head, rows),
    ]


def _samples(samples: list[dict[str, str]]) -> list[str]:
    rows = [tuple(_cell(sample[name]) for name in ("step", "source", "before", "after")) for sample in samples]
    title = "## Samples\n\nFrom where a step changed a text first; masked and cut, what was replaced is black."
    return [title, _table(("step", "source", "before", "after"), rows)] if rows else []


def _listed(counts: dict[str, int]) -> str:
    return "; ".join(f"{reason} {rows:,}" for reason, rows in counts.items())


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _table(head: Sequence[str], rows: Iterable[Sequence]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    cells = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)
