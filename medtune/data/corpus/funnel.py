"""Where the rows of each source went: read, unreadable, kept aside by each step, kept. The counts have to add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from medtune.data.corpus.output import Written
from medtune.data.corpus.steps import STEPS
from medtune.data.pipeline import Step

CORPUS_STEP = "whole corpus"


@dataclass
class SourceFunnel:
    """The way of one source's rows.

    Args:
        read: pieces of input found.
        unreadable: those that are no record, by reason.
        steps: what each step did, by name.
        counts: what each step counted, by name.
        samples: texts before and after, `[draw, id, before, after]`, by step.
        kept: rows in each file.
    """

    read: int = 0
    unreadable: Counter[str] = field(default_factory=Counter)
    steps: dict[str, Step] = field(default_factory=dict)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    samples: dict[str, list[list]] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)

    def add(self, summary: dict[str, Any], samples: int) -> None:
        """Add what was counted in one shard."""
        self.read += summary["rows"]
        self.unreadable.update(summary["unreadable"])
        for one in summary["steps"]:
            step = self.steps.setdefault(one["name"], Step(one["name"]))
            step.rows_in += one["rows_in"]
            step.rows_out += one["rows_out"]
            step.changed += one["changed"]
            step.rejected.update(one["rejected"])
            self.counts.setdefault(one["name"], Counter()).update(one["counts"])
        for name, shown in summary["samples"].items():
            self.samples[name] = sorted([*self.samples.get(name, []), *shown])[:samples]

    @property
    def aside(self) -> Counter[str]:
        """Rows kept aside, by reason."""
        return sum((step.rejected for step in self.steps.values()), Counter(self.unreadable))

    def account(self, name: str) -> None:
        """Make sure that every row read was kept or set aside.

        Raises:
            RuntimeError: rows are missing, which is a mistake in this package.
        """
        if self.read != sum(self.kept.values()) + self.aside.total():
            counts = f"{self.read} read, {sum(self.kept.values())} kept, {self.aside.total()} set aside"
            raise RuntimeError(f"rows of {name} went missing: {counts}")


def build_funnels(
    summaries: Iterable[dict[str, Any]], names: Sequence[str], written: Written, samples: int
) -> dict[str, SourceFunnel]:
    """Add up what the shards counted and what the selection did.

    Args:
        summaries: of the shards.
        names: of the sources.
        written: from `write_corpus`.
        samples: texts shown of each step and source.

    Returns:
        The funnel of each source, whose counts add up.

    Raises:
        RuntimeError: they do not.
    """
    funnels = {name: SourceFunnel() for name in names}
    for summary in summaries:
        funnels[names[summary["source"]]].add(summary, samples)
    for (file, name), part in written.parts.items():
        funnels[name].kept[file] = part.rows
    for name, funnel in funnels.items():
        rejected = written.aside.get(name, Counter())
        kept = sum(funnel.kept.values())
        funnel.steps[CORPUS_STEP] = Step(CORPUS_STEP, kept + rejected.total(), kept, rejected)
        funnel.account(name)
    return funnels


def together(funnels: Iterable[SourceFunnel]) -> tuple[list[Step], dict[str, Counter[str]]]:
    """Return what each step did and counted over all sources."""
    steps: dict[str, Step] = {}
    counts: dict[str, Counter[str]] = {}
    for funnel in funnels:
        for name, step in funnel.steps.items():
            total = steps.setdefault(name, Step(name))
            total.rows_in += step.rows_in
            total.rows_out += step.rows_out
            total.changed += step.changed
            total.rejected.update(step.rejected)
        for name, counted in funnel.counts.items():
            counts.setdefault(name, Counter()).update(counted)
    order = [*(step.name for step in STEPS.values()), CORPUS_STEP]
    return sorted(steps.values(), key=lambda step: order.index(step.name)), counts
