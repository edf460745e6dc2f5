"""Generated answers on disk, found again by what they were made from: nothing is generated twice.

Each process appends lines to a file of its own, so a process that is killed leaves at most one torn line, its last.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from medtune.distributed import is_main_process
from medtune.runs import write_json


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system answered to one prompt.

    Args:
        text: the answer; `None` if there is none.
        seconds: time it took; a batch's time is shared out evenly.
        cut: the answer was stopped at its longest length.
        error: why there is none, short and countable; holds no part of a text.
        department: predicted beside it, if any.
        probabilities: of each department, if any.
    """

    text: str | None
    seconds: float | None = None
    cut: bool = False
    error: str = ""
    department: str | None = None
    probabilities: dict[str, float] | None = None


def content_key(*parts: Any) -> str:
    """Return a hash of JSON values: equal for equal content."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


class AnswerStore:
    """The answers of one system, under given settings.

    Args:
        folder: of all systems' answers.
        made_by: what the answers depend on beside the prompt, such as the checkpoint's fingerprint; its hash names the
            folder of the answers.
    """

    def __init__(self, folder: Path, made_by: dict[str, Any]):
        self.folder = folder / content_key(made_by)
        self.made_by = made_by
        self._file = None

    def read(self) -> dict[str, Answer]:
        """Return the answers by key. Of several to one key the last counts, but none that failed replaces one."""
        found: dict[str, Answer] = {}
        for file in sorted(self.folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns):
            for line in file.read_bytes().split(b"\n")[:-1]:  # behind the last line break is what a kill tore
                try:
                    values = json.loads(line)
                    key, answer = values.pop("key"), Answer(**values)
                except (ValueError, TypeError, AttributeError, KeyError):  # damaged: it is generated again
                    continue
                if answer.text is not None or key not in found or found[key].text is None:
                    found[key] = answer
        return found

    def append(self, keys: Sequence[str], answers: Sequence[Answer]) -> None:
        """Add answers; they are in the file when this returns."""
        if self._file is None:
            self._file = self._open()
        lines = (json.dumps({"key": key, **_short(answer)}) for key, answer in zip(keys, answers, strict=True))
        self._file.write("".join(f"{line}\n" for line in lines).encode())
        self._file.flush()

    def close(self) -> None:
        """Close the file of this process."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        if is_main_process():
            write_json(self.folder / "made_by.json", self.made_by)
        number = 0
        while True:
            path = self.folder / f"rank-{os.environ.get('RANK', 0)}-{number:03}.jsonl"
            try:
                return path.open("xb")
            except FileExistsError:
                number += 1


def _short(answer: Answer) -> dict[str, Any]:
    return {name: value for name, value in asdict(answer).items() if value not in (None, "", False) or name == "text"}
