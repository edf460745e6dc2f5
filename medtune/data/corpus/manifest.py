"""What a corpus was made of and by: the inputs, the recipe and the rules, by which a resumed run knows its own work."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import medtune
from medtune.data.corpus.steps import Cleaning, versions
from medtune.data.storage import file_hash, write_text

MANIFEST = "manifest.json"


def manifest(config: dict[str, Any], cleaning: Cleaning, files: Iterable[Path]) -> dict[str, Any]:
    """Return the manifest of a corpus.

    Args:
        config: the recipe's keys that may change the output.
        cleaning: of the recipe.
        files: the sources' files or folders.
    """
    return {
        "medtune": medtune.__version__,
        "config": hashlib.sha256(json.dumps(config, sort_keys=True, ensure_ascii=False).encode()).hexdigest(),
        "rules": versions(cleaning),
        "inputs": {str(file): file_hash(file) for path in files for file in _files(path)},
    }


def open_cache(folder: Path, wanted: dict[str, Any]) -> bool:
    """Make a folder ready for shards; shards that were made of anything else are deleted.

    Args:
        folder: of the shards.
        wanted: from `manifest`.

    Returns:
        Whether it holds shards of this very corpus.
    """
    file = folder / MANIFEST
    same = file.is_file() and json.loads(file.read_text(encoding="utf-8")) == wanted
    if not same and folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not same:
        write_text(file, json.dumps(wanted, ensure_ascii=False, indent=2) + "\n")
    return same


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
