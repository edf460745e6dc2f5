"""What the judgement of replies did, pattern by pattern, so that a reader of the data card can judge the judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from medtune.data.cleaning.mask import excerpt
from medtune.data.cleaning.reply_quality import REPEATED, TEMPLATE, clean_reply, platform_phrases, reply_fault
from medtune.data.compose import plain
from medtune.data.records import Record

_REPLIES_LISTED = 20


@dataclass
class Tally:
    """How many replies, and the first different ones of them.

    Args:
        replies: number of them.
        examples: as the doctors wrote them.
    """

    replies: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, reply: str, examples: int) -> None:
        """Count a reply, and keep it while there are fewer examples than asked for."""
        self.replies += 1
        if len(self.examples) < examples and reply not in self.examples:
            self.examples.append(reply)

    def shown(self, total: int) -> dict[str, Any]:
        """Return count, share of a total, and the examples masked and cut."""
        examples = list(dict.fromkeys(map(excerpt, self.examples)))
        return {"replies": self.replies, "share": self.replies / max(total, 1), "examples": examples}


class ReplyAudit:
    """Judges replies and keeps the books.

    A kept reply is near a threshold if limits of twice the length would have removed it, or if more than half as many
    rows as allowed repeat it.

    Args:
        min_characters: see `reply_fault`.
        max_repeats: a reply of more rows than this is a template; `None` allows any number.
        examples: replies shown of each pattern; with 0 the card quotes none.
        reversible: remember the replies that were removed or shortened, for `as_written`.
    """

    def __init__(self, min_characters: int, max_repeats: int | None, examples: int, reversible: bool = False):
        self.min_characters, self.max_repeats, self.examples = min_characters, max_repeats, examples
        self.reversible = reversible
        self.written: dict[str, str] = {}  # by the record's id
        self.judged: Counter[str] = Counter()  # by source, as are those kept
        self.kept: Counter[str] = Counter()
        self.removed: dict[tuple[str, str], Tally] = {}  # by reason and pattern
        self.phrases: dict[str, Tally] = {}  # removed from replies that were kept
        self.repeated: dict[str, Tally] = {}  # by what they say
        self.near: dict[tuple[str, str], Tally] = {}  # by source and reason

    def judge(self, record: Record) -> Record | str:
        """Judge one reply as a cleaning step; see `clean_reply`."""
        result = clean_reply(record, self.min_characters)
        if record.reply is None:
            return result
        self.judged[record.source] += 1
        if result is not record:
            self._remember(record)
        if isinstance(result, str):
            self._add(self.removed, (result, _pattern(record.reply, result)), record.reply)
            return result
        self.kept[record.source] += 1
        if result is not record:
            for name in platform_phrases(record.reply):
                self._add(self.phrases, name, record.reply)
        if fault := reply_fault(result.reply, self.min_characters, widened=2):
            self._add(self.near, (record.source, fault), result.reply)
        return result

    def judge_repeats(
        self, counts: Counter[str], judge: Callable[[Record], Record | str]
    ) -> Callable[[Record], Record | str]:
        """Return the cleaning step of repeated replies, which is then accounted for too.

        Args:
            counts: rows of each reply, by `plain`.
            judge: the step; it rejects replies of more than `max_repeats` rows.
        """

        def step(record: Record) -> Record | str:
            result = judge(record)
            if not record.reply:
                return result
            said = plain(record.reply)
            if isinstance(result, str):
                self._remember(record)
                self.kept[record.source] -= 1
                self._add(self.repeated, said, record.reply)
            elif counts[said] > max(self.max_repeats / 2, 1):
                self._add(self.near, (record.source, REPEATED), record.reply)
            return result

        return step

    def as_written(self, record: Record) -> Record:
        """Return a record with its reply as it was before it was judged; needs `reversible`."""
        if record.id not in self.written:
            return record
        meta = {name: value for name, value in record.meta.items() if name != "removed_reply"}
        return replace(record, reply=self.written[record.id], meta=meta)

    def summary(self) -> dict[str, Any]:
        """Return what the data card says, ready for JSON."""
        total = self.judged.total()
        repeated = [tally.shown(total) for tally in _ranked(self.repeated).values()]
        return {
            "judged": dict(self.judged),
            "kept": dict(self.kept),
            "removed": [
                {"reason": reason, "pattern": pattern, **tally.shown(total)}
                for (reason, pattern), tally in _ranked(self.removed).items()
            ],
            "phrases": [{"pattern": name, **tally.shown(total)} for name, tally in _ranked(self.phrases).items()],
            "max_repeats": self.max_repeats,
            "repeated_patterns": len(repeated),
            "repeated": repeated[:_REPLIES_LISTED],
            "near": [
                {"source": source, "reason": reason, **tally.shown(self.kept[source])}
                for (source, reason), tally in _ranked(self.near).items()
            ],
        }

    def _remember(self, record: Record) -> None:
        if self.reversible:
            self.written.setdefault(record.id, record.reply)

    def _add(self, tallies: dict[Any, Tally], key: Any, reply: str) -> None:
        # One example is enough where all replies of a pattern say the same.
        examples = min(self.examples, 1) if tallies is self.repeated else self.examples
        tallies.setdefault(key, Tally()).add(reply, examples)


def _pattern(reply: str, reason: str) -> str:
    """Name what a removed reply consists of: a template of the platform's phrases, anything else of own words."""
    if reason != TEMPLATE:
        return "the doctor's own words"
    return " + ".join(platform_phrases(reply)) or "polite words alone"


def _ranked(tallies: dict[Any, Tally]) -> dict[Any, Tally]:
    return dict(sorted(tallies.items(), key=lambda item: (-item[1].replies, item[0])))
