"""How the runs of a report came about: what repeats them, with which versions, from which inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from medtune.evaluation.reports.comparison import Run
from medtune.evaluation.reports.report_sections import Section
from medtune.evaluation.reports.tables import escape_markdown, markdown_table
from medtune.runs import surroundings


def made_by_section(runs: Sequence[Run]) -> Section:
    """Return the command, start and duration of each training, the versions, the inputs and how scores were computed.

    Args:
        runs: those of the report.
    """
    trained = [(run.name, one) for run in runs for one in run.seeds]
    rows = [
        {
            "Run": name,
            "Seed": str(one.recipe.get("seed", "–")),
            "Started": one.made.get("started"),
            "Minutes": f"{one.made['seconds'] / 60:.1f}" if "seconds" in one.made else None,
        }
        for name, one in trained
    ]
    # The recipe as it was resolved, overrides included, stands in the folder and launches itself.
    commands = [f"medtune run {one.folder}/recipe.yaml --overwrite" for _, one in trained]
    versions = _grouped((name, _versions(one.made)) for name, one in trained)
    inputs = {f"`{name}`: {value}": None for _, one in trained for name, value in one.inputs.items()}
    signatures = dict.fromkeys(
        f"`{value}`" for _, one in trained for name, value in one.metrics.items() if name.endswith("signature")
    )
    here = surroundings()
    markdown = [
        "## How it was made",
        markdown_table(rows, list(rows[0]), right=("Seed", "Minutes")),
        "Each is repeated, on its own data and models, by",
        "```\n" + "\n".join(commands) + "\n```",
        "**Versions**\n\n" + _bullets([*versions, f"this report: {_versions(here)}"]),
    ]
    for title, lines in (("Inputs, by a hash of their contents", inputs), ("How scores were computed", signatures)):
        markdown += [f"**{title}**\n\n{_bullets(lines)}"] if lines else []
    numbers = [
        {"run": name, "seed": one.recipe.get("seed"), "command": command, "inputs": one.inputs, **one.made}
        for (name, one), command in zip(trained, commands, strict=True)
    ]
    return Section(markdown, {"runs": numbers, "report": here})


def _versions(made: dict) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in (made.get("versions") or {}).items())
    parts = [versions, made.get("platform"), f"git {made['git']}" if made.get("git") else None]
    return escape_markdown("; ".join(part for part in parts if part) or "not known")


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return each text once, behind the names of those it belongs to."""
    names: dict[str, list[str]] = {}
    for name, text in pairs:
        mine = names.setdefault(text, [])
        mine += [name] if name not in mine else []
    return [f"{escape_markdown(', '.join(mine))}: {text}" for text, mine in names.items()]


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
