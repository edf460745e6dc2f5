"""The data card: what was read, what became of it, and what the splits hold. Markdown for people, JSON for programs."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

import medtune
from medtune.data.cleaning.mask import excerpt
from medtune.data.storage import SPLITS, PreparedData, file_hash, write_text
from medtune.data.tokenizer_audit import COLUMNS, audit, table_rows
from medtune.data.unknown_characters import rows_of

if TYPE_CHECKING:
    from medtune.data.cleaning.reply_audit import ReplyAudit
    from medtune.data.pipeline import Clusters, Step
    from medtune.tasks.prepare_data import Recipe

_SAMPLE_CHARACTERS = 80
_AUDITED_ROWS = 5_000
_LARGE_CLUSTER = 0.05
_NAMES_SHOWN = 20


def describe(
    recipe: Recipe,
    prepared: PreparedData,
    steps: Sequence[Step],
    written: Counter[tuple[str, str]],
    clusters: Clusters,
    fields: dict[str, int],
    files: Iterable[Path],
    replies: ReplyAudit | None = None,
) -> dict[str, Any]:
    """Collect everything the data card says.

    Args:
        recipe: what was asked for.
        prepared: what was written.
        steps: what each step did.
        written: rows by pair of department as written and name used.
        clusters: which rows had to stay together.
        fields: rows in which each input field says something.
        files: the sources' files or folders.
        replies: how the replies were judged, if they were.

    Returns:
        Plain values, ready for JSON.
    """
    tables = {name: prepared.split(name, ["description", "department", "reply"]) for name in SPLITS}
    everything = pa.concat_tables(tables.values())
    counts = {name: Counter(table["department"].to_pylist()) for name, table in tables.items()}
    rows = {name: table.num_rows for name, table in tables.items()}
    return {
        "seed": recipe.seed,
        "fingerprint": prepared.fingerprint,
        "versions": _versions(),
        "files": {str(file): file_hash(file) for path in files for file in _files(path)},
        "steps": [_step(step) for step in steps],
        "splits": rows,
        "departments": {name: {split: counts[split][name] for split in SPLITS} for name in prepared.departments},
        "departments_as_written": [[*names, rows] for names, rows in _ranked(written)],
        "replies": replies and {"splits": recipe.cleaning.reply_quality.splits, **replies.summary()},
        "input_fields": fields,
        "characters": {name: _lengths(everything[name]) for name in ("description", "reply")},
        "duplicates": {
            "exact_rows": clusters.exact,
            "near_duplicate_rows": clusters.near,
            "clusters": clusters.count,
            "largest_cluster": clusters.largest,
        },
        "tokenizers": {
            name: audit(name, rows_of(tables["train"].slice(0, _AUDITED_ROWS), ("description", "reply")))
            for name in recipe.tokenizers
        },
        "samples": _samples(tables["train"], recipe.samples),
        "warnings": _warnings(prepared.departments, counts, rows, clusters, fields),
    }


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """Write `data_card.md` and `data_card.json`.

    Args:
        folder: receives them.
        card: from `describe`.
    """
    write_text(folder / "data_card.md", render(card))
    write_text(folder / "data_card.json", json.dumps(card, ensure_ascii=False, indent=2) + "\n")


def render(card: dict[str, Any]) -> str:
    """Return the data card as Markdown.

    Args:
        card: from `describe`.
    """
    read = sum(step["rows_in"] for step in card["steps"] if step["name"].startswith("read "))
    kept = sum(card["splits"].values())
    parts = [
        "# Data card",
        f"{read:,} rows read, {kept:,} kept, {read - kept:,} kept aside in `rejected.parquet` with the reason. "
        f"Seed {card['seed']}. Fingerprint `{card['fingerprint'][:16]}`.",
        *(f"> **Note.** {warning}" for warning in card["warnings"]),
        "## Steps",
        _table(("step", "in", "out", "changed", "kept aside, or mended"), [_step_row(step) for step in card["steps"]]),
        *(_replies(card["replies"]) if card["replies"] else []),
        "## Splits",
        _table(
            ("split", "rows", "share"), [(name, n, f"{n / max(kept, 1):.1%}") for name, n in card["splits"].items()]
        ),
        "Duplicates were kept, each cluster in one split: "
        f"{card['duplicates']['exact_rows']:,} rows repeat an earlier one exactly, "
        f"{card['duplicates']['near_duplicate_rows']:,} more nearly; the rows form {card['duplicates']['clusters']:,} "
        f"clusters, the largest of {card['duplicates']['largest_cluster']:,} rows.",
        "## Departments",
        _table(("department", *SPLITS), [(name, *counts.values()) for name, counts in card["departments"].items()]),
        _names(card["departments_as_written"]),
        "## Lengths in characters",
        _table(
            ("text", "rows", "mean", "median", "95th percentile", "longest"),
            [(name, *lengths.values()) for name, lengths in card["characters"].items()],
        ),
        "Fields of the description, with the number of rows in which they say something: "
        + ", ".join(f"{name} {rows:,}" for name, rows in card["input_fields"].items())
        + ".",
        *_tokenizers(card["tokenizers"]),
        *_shown(card["samples"]),
        "## Made from",
        _table(("file", "SHA-256"), [(f"`{name}`", f"`{digest}`") for name, digest in card["files"].items()])
        if card["files"]
        else "",
        "Versions: " + ", ".join(f"{name} {version}" for name, version in card["versions"].items()) + ".",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _step(step: Step) -> dict[str, Any]:
    rejected, mended = dict(step.rejected.most_common()), dict(step.mended.most_common())
    counts = {"rows_in": step.rows_in, "rows_out": step.rows_out, "changed": step.changed}
    return {"name": step.name, **counts, "rejected": rejected, "mended": mended}


def _step_row(step: dict[str, Any]) -> tuple:
    notes = [f"{reason} {rows:,}" for reason, rows in step["rejected"].items()]
    notes += [f"{reason} {rows:,} (mended)" for reason, rows in step["mended"].items()]
    return step["name"], step["rows_in"], step["rows_out"], step["changed"], "; ".join(notes)


def _names(written: list[list]) -> str:
    """Return the table of the departments that were renamed, the most frequent ones."""
    renamed = [(before, after, rows) for before, after, rows in written if before != after]
    before, after = len({name for name, _, _ in written}), len({name for _, name, _ in written})
    sentence = f"{before:,} names as written became {after:,}."
    if not renamed:
        return sentence
    shown = renamed[:_NAMES_SHOWN]
    rest = f"\n\nThe other {len(renamed) - len(shown):,} renamed are in `data_card.json`." if renamed != shown else ""
    return f"{sentence}\n\n{_table(('as written', 'used', 'rows'), shown)}{rest}"


def _tokenizers(audits: dict[str, dict]) -> list[str]:
    rows = [
        (
            f"`{name}`",
            f"{found['unknown_token_rate']:.3%}",
            f"{found['texts_with_unknown'] / max(found['texts'], 1):.1%}",
            found["distinct_unknown_characters"],
            found["tokens_per_character"],
            found["p95_tokens"],
        )
        for name, found in audits.items()
    ]
    head = (
        "tokenizer",
        "unknown tokens",
        "texts with one",
        "unknown characters",
        "tokens a character",
        "95th percentile",
    )
    return ["## Tokenizers", _table(head, rows), *map(_characters, audits, audits.values())] if rows else []


def _replies(replies: dict[str, Any]) -> list[str]:
    """Return the section on replies that teach nothing, pattern by pattern."""
    judged, kept = sum(replies["judged"].values()), sum(replies["kept"].values())
    share = f"{(judged - kept) / max(judged, 1):.1%}"
    numbers = ("replies", "share", "examples")
    partly = f"Only in {' and '.join(replies['splits'])}: elsewhere what is counted here stays as written. "
    parts = [
        "## Replies that teach nothing",
        (partly if set(replies["splits"]) != set(SPLITS) else "")
        + f"{judged:,} replies judged, {judged - kept:,} removed ({share}). Examples are masked and cut to "
        f"{_SAMPLE_CHARACTERS} characters; the replies are in `rejected.parquet`, or under `removed_reply` in `meta` "
        "where the rows were kept. Shares are of the replies judged.",
        _tallies(("reason", "pattern", *numbers), replies["removed"]),
    ]
    if replies["phrases"]:
        parts += ["Phrases of the platform removed from replies that were kept:"]
        parts += [_tallies(("pattern", *numbers), replies["phrases"])]
    if replies["repeated"]:
        listed, count = len(replies["repeated"]), replies["repeated_patterns"]
        parts += [
            f"Removed because more than {replies['max_repeats']:,} rows repeat them: {count:,} different replies, "
            f"{'all' if listed == count else f'the first {listed}'} of them here:",
            _tallies(numbers, replies["repeated"]),
        ]
    if replies["near"]:
        parts += [
            "Kept, but near a threshold: limits of twice the length would have removed them, or more than half as many "
            "rows as allowed repeat them. Good replies among the examples speak for the thresholds. Shares are of the "
            "source's kept replies.",
            _tallies(("source", "reason", *numbers), replies["near"]),
        ]
    return [part for part in parts if part]


def _tallies(head: Sequence[str], tallies: list[dict[str, Any]]) -> str:
    shown = [
        {**tally, "share": f"{tally['share']:.2%}", "examples": _cell(" / ".join(tally["examples"]))}
        for tally in tallies
    ]
    return _table(head, [[tally[name] for name in head] for tally in shown]) if tallies else ""


def _characters(name: str, found: dict[str, Any]) -> str:
    """Return the table of what one tokenizer does not know."""
    if not found["unknown_characters"]:
        return ""
    title = f"Most frequent unknown characters of `{name}`; words that stand in few rows are not shown:"
    rows = [tuple(map(_cell, row)) for row in table_rows(found)]
    return f"{title}\n\n{_table(COLUMNS, rows)}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _shown(samples: list[dict]) -> list[str]:
    rows = [tuple(map(_cell, row.values())) for row in samples]
    title = f"## Samples\n\nMasked and cut to {_SAMPLE_CHARACTERS} characters."
    return [title, _table(("department", "description", "reply"), rows)] if rows else []


def _table(head: Sequence[str], rows: Iterable[Sequence]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    cells = [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _lengths(column: pa.ChunkedArray) -> dict[str, Any]:
    lengths = pc.utf8_length(column.drop_null()).to_numpy()
    if not len(lengths):
        return {"rows": 0, "mean": None, "median": None, "95th percentile": None, "longest": None}
    mean, median, high = np.mean(lengths), np.median(lengths), np.percentile(lengths, 95)
    return {
        "rows": len(lengths),
        "mean": round(float(mean), 1),
        "median": float(median),
        "95th percentile": round(float(high)),
        "longest": int(lengths.max()),
    }


def _samples(rows: pa.Table, count: int) -> list[dict[str, str]]:
    return [
        {
            "department": row["department"] or "",
            "description": excerpt(row["description"] or "", _SAMPLE_CHARACTERS),
            "reply": excerpt(row["reply"] or "", _SAMPLE_CHARACTERS),
        }
        for row in rows.slice(0, count).to_pylist()
    ]


def _warnings(
    departments: list[str], counts: dict, rows: dict[str, int], clusters: Clusters, fields: dict
) -> list[str]:
    used = [split for split in SPLITS if rows[split]]
    warnings = [f"The {split} split is empty." for split in SPLITS if not rows[split]]
    for name in departments:
        lacking = [split for split in used if not counts[split][name]]
        if lacking:
            warnings.append(f"{name} has no row in {' and '.join(lacking)}: its rows form too few groups.")
    if clusters.largest > _LARGE_CLUSTER * sum(rows.values()) and clusters.largest > 1:
        warnings.append(
            f"One cluster of duplicates or one group holds {clusters.largest:,} of {sum(rows.values()):,} rows and "
            "stands in one split."
        )
    silent = [name for name, count in fields.items() if not count]
    if silent:
        warnings.append(f"No row has anything in the input fields {', '.join(silent)}.")
    return warnings


def _ranked(written: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(written.items(), key=lambda item: (-item[1], item[0]))


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _versions() -> dict[str, str]:
    packages = {name: metadata.version(name) for name in ("numpy", "pyarrow", "rensa", "scipy")}
    return {"medtune": medtune.__version__, "python": platform.python_version(), **packages}
