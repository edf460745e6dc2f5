"""What a corpus was made of and by: the inputs, the recipe and the rules, by which a resumed run knows its own work."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import medtune
from medtune.data.corpus.steps import Cleaning, versions
from medtune.data.storage import file_hash, write_text

MANIFEST = "manifest.json"
KEY_VARIABLE = "MEDTUNE_AUDIT_KEY"
_KEY_BYTES = 32


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


def audit_key(folder: Path) -> bytes:
    """Return the secret of the hashes in the audit log.

    It is that of the environment (`MEDTUNE_AUDIT_KEY`), which makes the logs of two runs comparable; else a random one
    that lasts as long as the unfinished work, after which nobody can tell which identity a hash stands for.

    Args:
        folder: of the shards; keeps a random key for a resumed run.

    Raises:
        ValueError: the shards that are there were made with another key.
    """
    given = os.environ.get(KEY_VARIABLE)
    key = given.encode() if given else _random_key(folder / "audit.key")
    check = folder / "audit.check"
    sign = hmac.new(key, b"one key for all shards", hashlib.sha256).hexdigest()
    if check.is_file() and check.read_text(encoding="ascii") != sign:
        raise ValueError(
            f"{KEY_VARIABLE} is not what it was when this run began, and one audit log has one key: set it (or unset "
            "it) as it was, or run with --overwrite to start afresh"
        )
    write_text(check, sign)
    return key


def _random_key(file: Path) -> bytes:
    if not file.is_file() or file.stat().st_size != _KEY_BYTES:  # a full disk may leave an empty one
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(_KEY_BYTES))
    return file.read_bytes()


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
