"""Which checkpoints count: those whose last file, the list of all the others, has been written."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from pathlib import Path

logger = logging.getLogger(__name__)

COMPLETE = "complete.json"
CHECKPOINT = re.compile(r"checkpoint-(\d+)$")


def commit(checkpoint: Path) -> None:
    """Declare a checkpoint complete: list its files with their sizes, in one atomic step.

    Args:
        checkpoint: folder into which every process has finished writing.
    """
    sizes = {
        str(file.relative_to(checkpoint)): file.stat().st_size
        for file in sorted(checkpoint.rglob("*"))
        if file.is_file() and file.name != COMPLETE
    }
    draft = checkpoint / f"{COMPLETE}.tmp"
    draft.write_text(json.dumps(sizes, indent=1), encoding="utf-8")
    os.replace(draft, checkpoint / COMPLETE)


def what_is_missing(checkpoint: Path) -> str:
    """Say why a checkpoint does not count; an empty string if it does.

    A save that was interrupted has no list of files; one that was interrupted while being deleted lacks some of them.
    """
    try:
        sizes = json.loads((checkpoint / COMPLETE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return f"{COMPLETE}, which is written last, is missing"
    for name, size in sizes.items():
        file = checkpoint / name
        if not file.is_file():
            return f"{name} is missing"
        if file.stat().st_size != size:
            return f"{name} has {file.stat().st_size} of {size} bytes"
    return ""


def checkpoints(folder: Path) -> list[Path]:
    """Return the checkpoints under a run's folder, whole or torn, in the order of their steps."""
    found = [path for path in folder.glob("checkpoint-*") if path.is_dir() and CHECKPOINT.search(path.name)]
    return sorted(found, key=lambda path: int(CHECKPOINT.search(path.name).group(1)))


def last_complete(folder: Path) -> Path | None:
    """Return the newest checkpoint that is complete, and name those that are not.

    Args:
        folder: `output_dir` of a run.

    Returns:
        The checkpoint's folder, or `None` if there is none to resume from.
    """
    for path in reversed(checkpoints(folder)):
        missing = what_is_missing(path)
        if not missing:
            return path
        logger.warning("%s is incomplete (%s); looking for the one before it", path, missing)
    return None


def delete_torn(folder: Path) -> None:
    """Delete the incomplete checkpoints under a run's folder, so that none of their files is mixed into a new save."""
    for path in checkpoints(folder):
        if what_is_missing(path):
            shutil.rmtree(path)
