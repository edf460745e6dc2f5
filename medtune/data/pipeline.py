"""From a stream of records to kept and rejected rows: every row that goes in is counted where it comes out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from medtune.data.cleaning.deduplicate import connect, duplicate_links
from medtune.data.cleaning.reply_quality import REPEATED
from medtune.data.compose import field_value, plain
from medtune.data.departments import normalise_department
from medtune.data.records import Record, Rejected
from medtune.data.splits import draw

# A raw complaint shorter than this says so little ("as the title says") that equal ones are no duplicates.
_SHORTEST_COMPLAINT = 20


@dataclass
class Step:
    """What one step did.

    Args:
        name: of the step.
        rows_in: records that came in.
        rows_out: records that went on.
        rejected: number of records kept aside, by reason.
        changed: number of records that went on changed.
        mended: number of records with a fault that went on without what was at fault, by reason.
    """

    name: str
    rows_in: int = 0
    rows_out: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    changed: int = 0
    mended: Counter[str] = field(default_factory=Counter)


class Funnel:
    """Sends records through steps, counts them, and hands what a step rejects to a writer.

    Args:
        reject: takes every `Rejected`, such as `RowWriter.write`.
    """

    def __init__(self, reject: Callable[[Rejected], None]):
        self.reject = reject
        self.steps: list[Step] = []

    def read(self, name: str, rows: Iterable[Record | Rejected]) -> Iterator[Record]:
        """Yield the records of a source; what its reader could not read is kept aside.

        Args:
            name: shown in the data card, such as `read meddialog`.
            rows: what the reader yields.
        """
        return self._flow(self._begin(name), rows, lambda row: row)

    def apply(
        self,
        name: str,
        records: Iterable[Record],
        function: Callable[[Record], Record | str],
        mend: Callable[[Record], Record] | None = None,
    ) -> Iterator[Record]:
        """Yield the records that a cleaning step keeps.

        Args:
            name: shown in the data card.
            records: what comes in.
            function: returns the record, possibly changed, or the reason it is kept aside.
            mend: if given, a record with a reason is not kept aside but goes on as `mend` returns it.
        """
        return self._flow(self._begin(name), records, function, mend)

    def _begin(self, name: str) -> Step:
        # Now and not when the first row comes: rows are pulled from the last step, steps are listed from the first.
        self.steps.append(Step(name))
        return self.steps[-1]

    def _flow(self, step: Step, rows: Iterable, function: Callable, mend: Callable | None = None) -> Iterator[Record]:
        for row in rows:
            step.rows_in += 1
            result = function(row)
            if isinstance(result, str) and mend is not None:
                step.mended[result] += 1
                result = mend(row)
            if isinstance(result, Record):
                step.rows_out += 1
                step.changed += result is not row
                yield result
                continue
            rejected = result if isinstance(result, Rejected) else as_rejected(row, result)
            step.rejected[rejected.reason] += 1
            self.reject(rejected)

    @property
    def rows_read(self) -> int:
        """Pieces of input that the readers found, readable or not."""
        return sum(step.rows_in for step in self.steps if step.name.startswith("read "))

    @property
    def rows_rejected(self) -> int:
        """Rows kept aside in all steps together."""
        return sum(step.rejected.total() for step in self.steps)

    def account_for(self, kept: int) -> None:
        """Make sure that every row read was kept or rejected.

        Args:
            kept: number of rows kept.

        Raises:
            RuntimeError: rows are missing, which is a mistake in this package.
        """
        if self.rows_read != kept + self.rows_rejected:
            counts = f"{self.rows_read} rows read, {kept} kept, {self.rows_rejected} rejected"
            raise RuntimeError(f"rows went missing: {counts}. {self.explain()}")

    def explain(self) -> str:
        """Return in one sentence where the rows went."""
        parts = [
            f"{step.name}: {step.rows_in} in, {step.rows_out} out"
            + (
                f" ({', '.join(f'{reason} {rows}' for reason, rows in step.rejected.most_common())})"
                if step.rejected
                else ""
            )
            for step in self.steps
        ]
        return "; ".join(parts)


def as_rejected(record: Record, reason: str) -> Rejected:
    """Keep a record aside: its text is the whole row as JSON, from which `Record.from_row` makes it again."""
    return Rejected(record.id, record.source, reason, json.dumps(record.as_row(), ensure_ascii=False))


def require(record: Record, input_fields: Sequence[str], department: bool) -> Record | str:
    """Keep a record that has what training needs.

    Args:
        record: to be judged.
        input_fields: fields that make up the description; at least one of them, or an instruction, must say something.
        department: whether a department is needed.

    Returns:
        The record, or `no description`, `no department`.
    """
    if not any(field_value(record, name) for name in (*input_fields, "instruction")):
        return "no description"
    if department and not (record.department or "").strip():
        return "no department"
    return record


def remove_reply(record: Record) -> Record:
    """Return the record without its reply, which moves to `meta["removed_reply"]`."""
    return replace(record, reply=None, meta={**record.meta, "removed_reply": record.reply or ""})


def reply_counts(records: Iterable[Record]) -> Counter[str]:
    """Count how many rows each reply was given to, compared by letters and digits."""
    return Counter(plain(record.reply) for record in records if record.reply)


def once_too_often(counts: Counter[str], max_repeats: int) -> Callable[[Record], Record | str]:
    """Return a cleaning step for replies that were given word for word to many patients.

    Args:
        counts: from `reply_counts`, over all records.
        max_repeats: a reply of more rows than this is a template.
    """
    often = frozenset(reply for reply, count in counts.items() if count > max_repeats)
    return lambda record: REPEATED if record.reply and plain(record.reply) in often else record


def normalise(record: Record, table: Mapping[str, str]) -> Record:
    """Give the record its department's broad name; see `medtune.data.departments`."""
    if not (record.department or "").strip():
        return record if record.department is None else replace(record, department=None)
    name = normalise_department(record.department, table)
    return record if name == record.department else replace(record, department=name)


def among(record: Record, departments: frozenset[str]) -> Record | str:
    """Keep a record of one of the departments, or of none."""
    kept = record.department is None or record.department in departments
    return record if kept else "department not among the most frequent"


def draw_sample(records: Iterable[Record], rows: int, seed: int) -> frozenset[str]:
    """Return the ids of a random sample that does not depend on the order of the records.

    Args:
        records: all of them.
        rows: how many to take at most.
        seed: another seed takes others.
    """
    ids = sorted((record.id for record in records), key=lambda name: (draw(seed, name), name))
    return frozenset(ids[:rows])


def check_ids(records: Iterable[Record]) -> None:
    """Make sure that no two records have one id.

    Raises:
        ValueError: naming some that occur more than once.
    """
    twice = sorted(name for name, count in Counter(record.id for record in records).items() if count > 1)
    if twice:
        raise ValueError(
            f"{len(twice)} ids occur more than once, such as {', '.join(twice[:3])}: data.sources names a file "
            "twice, or two files of one name in two entries. Name each file once, or give both in one entry"
        )


@dataclass
class Clusters:
    """Which rows must stay together.

    Args:
        labels: cluster of each row, shape `(rows,)`.
        exact: rows whose composed text is that of an earlier row.
        near: further rows that are near duplicates of an earlier row.
        count: number of clusters.
        largest: rows in the largest cluster.
    """

    labels: np.ndarray
    exact: int
    near: int
    count: int
    largest: int


def cluster(records: Sequence[Record], texts: Sequence[str], threshold: float | None) -> Clusters:
    """Join records of one group, and records that say the same.

    Both what a model reads and the raw complaint are compared: two rows may share the complaint
    and differ in the fields around it.

    Args:
        records: the rows, with their raw descriptions.
        texts: what a model reads of each.
        threshold: Jaccard similarity of near duplicates; `None` joins exact duplicates only.

    Returns:
        The clusters.
    """
    count = len(records)
    exact = duplicate_links(texts, None)
    complaints = [record.description or "" for record in records]
    near = [duplicate_links(texts, threshold), duplicate_links(complaints, threshold, _SHORTEST_COMPLAINT)]
    alike = connect(count, np.concatenate(near))
    first: dict[str, int] = {}
    groups = [(first.setdefault(r.group, row), row) for row, r in enumerate(records) if r.group is not None]
    labels = connect(count, np.concatenate([*near, np.array(groups, dtype=np.int64).reshape(-1, 2)]))
    sizes = np.bincount(labels)
    repeats = count - int(alike.max()) - 1
    return Clusters(labels, len(exact), repeats - len(exact), len(sizes), int(sizes.max()))
