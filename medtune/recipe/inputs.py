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
#: Where a model's weights are looked for, in this order: files by name, or an index that lists them.
WEIGHT_FILES = (
    "model.safetensors.index.json",
    "model.safetensors",
    "pytorch_model.bin.index.json",
    "pytorch_model.bin",
)


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
    """Tell whether an input is at hand: a path that exists, a Hub id in the local cache, a variable that is set.

    A model's folder must hold weights beside the configuration.
    """
    if item.kind == "variable":
        return bool(os.environ.get(item.name))
    if is_hub_id(item):
        return _in_cache(item)
    return Path(item.name).expanduser().exists() and not _lacks_weights(item)


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
    if _lacks_weights(item):
        return f"{item.name} holds a configuration (config.json) but no weights; looked for {', '.join(WEIGHT_FILES)}"
    if item.kind == "variable":
        return f"the environment variable {item.name} is not set; write `export {item.name}=…` before the command"
    if item.kind != "file" and re.fullmatch(r"[\w.-]+", item.name):
        return f"{item.name} does not exist here; a {item.kind} on the Hub is named user/name"
    return f"{item.name} does not exist ({item.kind}; a relative path starts from the current folder)"


def find_file(name: str, file: str) -> Path | None:
    """Return the path of a file of a model, in a folder or in the local Hub cache."""
    path = Path(name).expanduser() / file
    if path.is_file():
        return path
    if not is_hub_id(Input("", name, "model")):
        return None
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(name, file)
    return Path(found) if isinstance(found, str) else None


def pickled_weights(items: Iterable[Input]) -> list[str]:
    """Return a line for each model at hand that will be read from PyTorch's `.bin` files, since it has no others."""
    lines = {}
    for item in items:
        names = [name for name in WEIGHT_FILES if find_file(item.name, name)] if item.kind == "model" else []
        if names and ".bin" in names[0]:
            how = f"{item.name} is read from {names[0]} as weights alone: no code that it may hold is run"
            lines[item.name] = f"{item.key}: {how}; what is written is safetensors"
    return list(lines.values())


def _lacks_weights(item: Input) -> bool:
    """Tell whether an input is the folder of a model, no adapter, with a configuration alone."""
    folder = Path(item.name).expanduser()
    if item.kind != "model" or not (folder / "config.json").is_file():
        return False
    return not any((folder / name).is_file() for name in (*WEIGHT_FILES, "adapter_config.json"))


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
