"""The models, data sets and files that a recipe reads, and whether they are at hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_HUB_ID = re.compile(r"[\w-][\w.-]*/[\w.-]+")
_DATA_FILE = re.compile(r"\.(csv|gz|gguf|json|jsonl|ndjson|parquet|tsv|txt|yaml|yml|zip|zst)$", re.IGNORECASE)
_WEIGHTS = ("*.safetensors", "*.bin", "*.gguf")


@dataclass(frozen=True, slots=True)
class Input:
    """Something a recipe reads.

    Args:
        key: dotted key of the recipe that names it.
        name: a path, a Hub id `user/name` for models, tokenizers and data sets, or the name of an environment variable.
        kind: what it is; a `model` needs weights, a `tokenizer` does not. The value of a variable is never shown.
    """

    key: str
    name: str
    kind: Literal["model", "tokenizer", "dataset", "file", "variable"]


class MissingInputs(FileNotFoundError):
    """Inputs of a recipe that are not at hand; the message has a line for each."""


def is_hub_id(item: Input) -> bool:
    """Tell whether an input names something on the Hub.

    `runs/encoder` could be either. It is a path if it exists, if the folder before the slash does, or if it ends
    like a data file.
    """
    if item.kind in ("file", "variable") or not _HUB_ID.fullmatch(item.name):
        return False
    path = Path(item.name)
    return not (path.exists() or path.parent.is_dir() or _DATA_FILE.search(item.name))


def exists(item: Input) -> bool:
    """Tell whether an input is at hand: a path that exists, a Hub id in the local cache, a variable that is set."""
    if item.kind == "variable":
        return bool(os.environ.get(item.name))
    return _in_cache(item) if is_hub_id(item) else Path(item.name).expanduser().exists()


def missing(items: Iterable[Input]) -> list[Input]:
    """Return the inputs that are not at hand, each once."""
    return list({(item.name, item.kind): item for item in items if not exists(item)}.values())


def unobtainable(items: Iterable[Input]) -> list[Input]:
    """Return the inputs that a run could neither find nor download."""
    return [item for item in missing(items) if not (is_hub_id(item) and network_allowed())]


def network_allowed() -> bool:
    """Tell whether the Hub may be asked: not with `HF_HUB_OFFLINE` set to 1, true, yes or on."""
    offline = os.environ.get("HF_HUB_OFFLINE") or os.environ.get("TRANSFORMERS_OFFLINE") or ""
    return offline.upper() not in ("1", "ON", "YES", "TRUE")


def describe_missing(item: Input) -> str:
    """Say of a missing input what it is and how it is supplied.

    Returns:
        A sentence, such as `user/name is not in the local Hub cache; a run downloads it`.
    """
    if is_hub_id(item):
        if network_allowed():
            return f"{item.name} is no path here and not in the local Hub cache; a run downloads this {item.kind}"
        return (
            f"{item.name} is no path here and not in the local Hub cache, and HF_HUB_OFFLINE forbids a download; "
            f"`medtune fetch` brings this {item.kind} on a machine with network"
        )
    if item.kind == "variable":
        return f"the environment variable {item.name} is not set; write `export {item.name}=…` before the command"
    if item.kind != "file" and re.fullmatch(r"[\w.-]+", item.name):
        return f"{item.name} does not exist here; a {item.kind} on the Hub is named user/name"
    return f"{item.name} does not exist ({item.kind}; a relative path starts from the current folder)"


def _in_cache(item: Input) -> bool:
    """Look for a complete snapshot of a Hub repository in the local cache."""
    from huggingface_hub.constants import HF_HUB_CACHE, REPO_ID_SEPARATOR

    kind = "datasets" if item.kind == "dataset" else "models"
    folder = Path(HF_HUB_CACHE) / REPO_ID_SEPARATOR.join([kind, *item.name.split("/")])
    snapshots = [path for path in folder.glob("snapshots/*") if path.is_dir()]
    if any(folder.glob("blobs/*.incomplete")):
        return False
    if item.kind == "model":
        return any(any(snapshot.rglob(pattern)) for snapshot in snapshots for pattern in _WEIGHTS)
    return any(any(snapshot.iterdir()) for snapshot in snapshots)
