"""What a worker process does: it takes the records of one shard through the steps and writes what comes of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any
from unicodedata import category

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from medtune.data.cleaning.audit_log import AUDIT_SCHEMA
from medtune.data.cleaning.fields import texts
from medtune.data.cleaning.mask import excerpt
from medtune.data.corpus.features import features
from medtune.data.corpus.shards import Shard, ShardFiles, unpack, write_bytes
from medtune.data.corpus.steps import ANONYMIZE, NOT_FOR_TESTS, STEPS, Cleaning, Step, build_steps
from medtune.data.pipeline import Step as Tally
from medtune.data.pipeline import as_rejected
from medtune.data.records import REJECTED_SCHEMA, Record, Rejected
from medtune.data.splits import draw
from medtune.data.storage import RowWriter


@dataclass(frozen=True)
class Settings:
    """What a worker has to know; the same for all shards.

    Args:
        folder: receives the shards' files.
        cleaning: which steps to take.
        seed: of the draws.
        key: secret of keyed hashes.
        tests: whether a source is a test set as a whole, by its number.
        samples: texts before and after kept of each step in a shard.
    """

    folder: Path
    cleaning: Cleaning
    seed: int
    key: bytes = b""
    tests: tuple[bool, ...] = ()
    samples: int = 3


class Worker:
    """Cleans shards; holds the steps, which are costly to set up.

    Args:
        settings: of the run.
    """

    def __init__(self, settings: Settings):
        self.settings = settings
        self.steps = build_steps(settings.cleaning, settings.key)
        self.hider = Hider(settings.cleaning, settings.key)

    def clean(self, shard: Shard) -> dict[str, Any]:
        """Clean a shard and write its files.

        Args:
            shard: its rows.

        Returns:
            What was counted, as it is written to the shard's summary.
        """
        for step in self.steps:
            step.counts.clear()
        steps = [s for s in self.steps if not (self.settings.tests[shard.source] and s.name in NOT_FOR_TESTS)]
        records, unreadable = unpack(shard.payload)
        result = Result([self.hider.hide(piece) for piece in unreadable])
        take(records, steps, result, self.hider.hide)
        files = ShardFiles(self.settings.folder, shard.number)
        self._write(files, result)
        self._write_audit(files)
        summary = {
            "source": shard.source,
            "content": shard.content,
            "rows": shard.rows,
            "kept": len(result.kept),
            "unreadable": dict(Counter(piece.reason for piece in unreadable)),
            "steps": [
                {**_as_dict(tally), "counts": dict(step.counts)}
                for tally, step in zip(result.tallies, steps, strict=True)
            ],
            "samples": self._samples(result),
        }
        files.finish(summary)
        return summary

    def _write(self, files: ShardFiles, result: Result) -> None:
        with RowWriter(files.path("rejected.parquet"), REJECTED_SCHEMA) as writer:
            for row in result.rejected:
                writer.write(row)
        files.write_records([without_group(record) for record in result.kept])
        duplicates = self.settings.cleaning.duplicates
        threshold = duplicates.threshold if duplicates is not None else None
        table, plain = features(result.kept, self.settings.seed, threshold)
        write_bytes(files.path("texts"), lambda stream: stream.write(plain))
        write_bytes(files.path("npz"), lambda stream: np.savez(stream, **table))

    def _write_audit(self, files: ShardFiles) -> None:
        """Write what was masked where, without the identities; see `AuditLog`."""
        logs = [step.log for step in (*self.steps, self.hider.step) if hasattr(step, "log")]
        entries = [entry for log in logs for entry in log.take()]
        table = pa.Table.from_pylist(entries, schema=AUDIT_SCHEMA)
        write_bytes(files.path("audit.parquet"), lambda stream: pq.write_table(table, stream, compression="zstd"))

    def _samples(self, result: Result) -> dict[str, list[list]]:
        """Return, of each step, some rows that it changed: `[draw, id, before, after]`, all of them masked.

        Rows of which only `meta` was changed, such as an address of a page, come last.
        """
        shown = {}
        for name, pairs in result.changed.items():
            drawn = sorted(
                (draw(self.settings.seed, before.id) + _LAST * _same_texts(before, after), before.id, before, after)
                for before, after in pairs
            )
            shown[name] = [
                [number, where, *self._excerpts(before, after, name == ANONYMIZE)]
                for number, where, before, after in drawn[: self.settings.samples]
            ]
        self.hider.forget()
        return shown

    def _excerpts(self, before: Record, after: Record, hide_changes: bool) -> tuple[str, str]:
        if not hide_changes:
            before, after = self.hider.hide(before), self.hider.hide(after)
        pairs = zip_longest(texts(before), texts(after), fillvalue="")
        one, two = next(((one, two) for one, two in pairs if one != two), ("", ""))
        if not one:  # a flag in `meta`
            text = excerpt(before.description or next(texts(before), ""))
            return text, f"{text} [+ {two}]"
        return excerpts(one, two, hide_changes)


@dataclass
class Result:
    """What came of the rows of a shard.

    Args:
        rejected: rows kept aside.
        kept: clean records.
        tallies: what each step did.
        changed: records before and after, by step.
    """

    rejected: list[Rejected]
    kept: list[Record] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    changed: dict[str, list[tuple[Record, Record]]] = field(default_factory=dict)


# A number in a register, of which only its column told what it is: in a row that cannot be read nothing says so.
_REGISTERED = re.compile(r"[A-Za-z_-]*[0-9]{5,}[A-Za-z0-9]*")
_LAST = 2**64  # above all draws
_MOST_REMEMBERED = 50  # changed records of a step in a shard, of which samples are drawn


def take(records: Iterable[Record], steps: Sequence[Step], result: Result, hide: Callable) -> None:
    """Take records through steps, counting.

    Args:
        records: what comes in.
        steps: in their order.
        result: receives the rows.
        hide: anonymises what a step before the anonymisation rejects.
    """
    result.tallies = [Tally(step.name) for step in steps]
    result.changed = {step.name: [] for step in steps}
    chain = list(zip(steps, result.tallies, result.changed.values(), strict=True))
    for record in records:
        for step, tally, changed in chain:
            tally.rows_in += 1
            after = step(record)
            if after is record:
                continue
            if isinstance(after, str):
                tally.rejected[after] += 1
                result.rejected.append(as_rejected(without_group(hide(record)), after))
                break
            tally.changed += 1
            if len(changed) < _MOST_REMEMBERED:
                changed.append((record, after))
            record = after
        else:
            result.kept.append(record)
    for tally in result.tallies:
        tally.rows_out = tally.rows_in - tally.rejected.total()


def _same_texts(before: Record, after: Record) -> bool:
    """Return whether nothing but `meta` differs."""
    return replace(before, meta=after.meta) == after


def without_group(record: Record) -> Record:
    """Return the record without what its source calls the patient or the dialogue, which may be a number in a register.

    Which rows belong together, the features know; `write_corpus` writes it.
    """
    return record if record.group in (None, record.id) else replace(record, group=None)


class Hider:
    """Takes identities out of rows that did not get as far as the anonymisation, since these are written too.

    Args:
        cleaning: of the recipe; without an anonymisation the rows come back as they are.
        key: secret of keyed hashes.
    """

    def __init__(self, cleaning: Cleaning, key: bytes):
        options = getattr(cleaning, ANONYMIZE)
        self.step = None if options is None else STEPS[ANONYMIZE](options, key)

    def hide(self, row: Record | Rejected) -> Record | Rejected:
        """Return the row without identities."""
        if self.step is None:
            return row
        if isinstance(row, Record):
            return self.step(row)
        carrier = Record(row.id, row.source, "zh", "triage", description=row.text)
        return replace(row, text=_REGISTERED.sub("[number]", self.step(carrier).description or ""))

    def forget(self) -> None:
        """Drop the entries of the audit log that are not written yet: what samples hide is masked in no row."""
        if self.step is not None:
            self.step.log.take()


def excerpts(before: str, after: str, hide_changes: bool, around: int = 30) -> tuple[str, str]:
    """Return the stretch of a text where it was changed first, before and after, masked and cut.

    Args:
        before: the text as it was.
        after: as it is.
        hide_changes: show black blocks for what was replaced.
        around: characters shown before the change.
    """
    same = next(
        (place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    start = max(0, same - around)
    mark = "…" if start else ""
    one, two = before[start : same + 200], after[start : same + 200]
    if hide_changes:
        one = _blackened(one, two)
    return mark + visible(excerpt(one)), mark + visible(excerpt(two))


def visible(text: str) -> str:
    """Return a text with the codes of characters that nobody sees, such as U+200B, which a step may have removed."""
    return "".join(
        f"<U+{ord(char):04X}>" if category(char) in ("Cc", "Cf", "Zs") and char not in " \n\r\t\u3000" else char
        for char in text
    )


def _blackened(before: str, after: str) -> str:
    """Return a text with blocks in the place of all that is not in the other one too."""
    from difflib import SequenceMatcher

    pieces, place = [], 0
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        # Of an identity, a letter or two may stand in its placeholder as well.
        whole = block.size >= 4 or block.size == 0
        pieces.append("█" * (block.a - place) + (before[block.a : block.a + block.size] if whole else "█" * block.size))
        place = block.a + block.size
    return "".join(pieces)


def _as_dict(tally: Tally) -> dict[str, Any]:
    return {
        "name": tally.name,
        "rows_in": tally.rows_in,
        "rows_out": tally.rows_out,
        "changed": tally.changed,
        "rejected": dict(tally.rejected),
    }


_worker: Worker | None = None


def start(settings: Settings) -> None:
    """Set up the steps of this process, which ends when the main process does, however that ends."""
    global _worker
    gc.disable()  # records hold no cycles, and looking for some among ten thousand of them takes a tenth of the time
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _worker = Worker(settings)


def _end_with(parent) -> None:
    parent.join()
    os._exit(1)


def work(shard: Shard) -> dict[str, Any]:
    """Clean a shard in this process; see `Worker.clean`."""
    return _worker.clean(shard)
