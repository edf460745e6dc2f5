"""How far a long reading is: rows a second, and the time left by the bytes of the files that are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text


class _Speed(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Return the rows so far, and how many a second."""
        if not task.fields.get("rows", True):
            return Text("")
        seconds = task.finished_time if task.finished else task.elapsed
        speed = f", {task.completed / seconds:,.0f} rows/s" if seconds else ""
        return Text(f"{task.completed:,.0f} rows{speed}" if task.completed else "")


def progress_bar() -> Progress:
    """Return a progress bar with rows, rows a second, time spent and left."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), _Speed(), TimeElapsedColumn())
    return Progress(*columns, TimeRemainingColumn())


class Reading:
    """How much of some files is read, from where the system says that this process stands in them.

    Args:
        files: in the order in which they are read; folders and names of the Hub count nothing.
    """

    def __init__(self, files: Sequence[Path]):
        self.files = [os.path.realpath(file) for file in files if file.is_file()]
        self.sizes = [os.path.getsize(file) for file in self.files]

    def share(self) -> float | None:
        """Return the share of the bytes that is read, `None` if the system does not tell (not Linux, no file open)."""
        import psutil

        try:
            places = {file.path: getattr(file, "position", None) for file in psutil.Process().open_files()}
        except (OSError, psutil.Error):
            return None
        for number, name in enumerate(self.files):
            if places.get(name):
                return (sum(self.sizes[:number]) + places[name]) / max(sum(self.sizes), 1)
        return None


def track(bar: Progress, name: str, reading: Reading | None = None, total: int | None = None) -> Callable[[int], None]:
    """Add a line to a progress bar.

    Args:
        bar: from `progress_bar`.
        name: of what is done.
        reading: from which the number of rows to come is estimated.
        total: rows, where they are known.

    Returns:
        A function that is told the rows that were done.
    """
    task = bar.add_task(name, total=total)
    done = 0

    def advance(rows: int) -> None:
        nonlocal done
        done += rows
        share = reading.share() if reading is not None else None
        # The reader is ahead of the workers by a few shards, so the estimate is a little low at first.
        bar.update(task, completed=done, **({"total": max(done, done / share)} if share else {}))

    return advance


def say(bar: Progress, name: str) -> Callable[..., None]:
    """Add a line without a known end to a progress bar.

    Args:
        bar: from `progress_bar`.
        name: of what is done at first.

    Returns:
        A function that is told what is done now; with `done=True` the line is complete.
    """
    task = bar.add_task(name, total=None, rows=False)

    def tell(what: str, done: bool = False) -> None:
        bar.update(task, description=what, **({"total": 1, "completed": 1} if done else {}))

    return tell
