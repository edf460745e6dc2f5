"""What a model stands on: base, adapter, merged model, next adapter and so on, each with the hash of its weights.

`lineage.json` lies beside an adapter and beside a merged checkpoint. It holds names, hashes and measurements, no paths
and no rows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xxhash

from medtune.adapters.adapter import Adapter, read_adapter
from medtune.adapters.weight_files import open_weights
from medtune.data.storage import write_text

LINEAGE = "lineage.json"


def record_adapter(
    adapter: str | Path, base: str | Path, data: Mapping[str, str], recipe: Mapping[str, Any], name: str | None = None
) -> Path:
    """Write what an adapter was trained on, on which data and by which recipe, beside it.

    Args:
        adapter: the folder that peft has just saved.
        base: folder of the model that was trained.
        data: fingerprint of each data set, by its name.
        recipe: the resolved recipe; its hash is kept.
        name: of this step; the name of the run's folder by default.

    Returns:
        The file.
    """
    adapter, base = Path(adapter), Path(base)
    steps = steps_of(base, open_weights(base).hash())
    steps.append(
        {
            "kind": "adapter",
            "name": name or _name_of_run(adapter),
            "weights": read_adapter(adapter).weights.hash(),
            "data": dict(data),
            "recipe": hash_of(recipe),
        }
    )
    return write_lineage(adapter, steps)


def steps_of(base: Path, weights: str, name: str | None = None) -> list[dict[str, Any]]:
    """Return the steps that led to a model, itself the last.

    Args:
        base: its folder.
        weights: the hash of its weights as they are now.
        name: what to call it if nothing is recorded; its folder's name by default.
    """
    steps = read_lineage(base)
    if steps and steps[-1]["weights"] == weights:
        return steps
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    return [{"kind": "base", "name": name or base.resolve().name, "weights": weights, "config": hash_of(config)}]


def steps_with(adapter: Adapter, base: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps that led to a model and then to an adapter.

    Args:
        adapter: the adapter.
        base: the steps of the model that it is to be merged into, as `steps_of` gives them.

    Raises:
        ValueError: it is in that model already, or was trained on another one.
    """
    weights = adapter.weights.hash()
    if any(step["weights"] == weights for step in base):
        raise ValueError(
            f"{adapter.folder} is merged into {base[-1]['name']} already: a second merge would add it twice. Name the "
            "model that it was trained on"
        )
    recorded = read_lineage(adapter.folder)
    if not recorded or recorded[-1]["weights"] != weights:
        return [*base, {"kind": "adapter", "name": _name_of_run(adapter.folder), "weights": weights, "data": {}}]
    trained_on = recorded[-2]
    if trained_on["weights"] != base[-1]["weights"]:
        raise ValueError(
            f"{adapter.folder} was trained on {trained_on['name']} (weights {trained_on['weights']}), and this is "
            f"{base[-1]['name']} (weights {base[-1]['weights']}): an adapter fits the base it was trained on and no "
            "other"
        )
    # A Hub id says more than the name of a cache's folder.
    return [*recorded[:-2], trained_on | {"name": base[-1]["name"]}, recorded[-1]]


def read_lineage(folder: Path) -> list[dict[str, Any]]:
    """Return the recorded steps of an adapter or a merged model; none if nothing is recorded."""
    file = Path(folder) / LINEAGE
    return json.loads(file.read_text(encoding="utf-8"))["steps"] if file.is_file() else []


def write_lineage(folder: Path, steps: list[dict[str, Any]]) -> Path:
    """Write the steps into a folder, in one atomic step."""
    write_text(Path(folder) / LINEAGE, json.dumps({"steps": steps}, indent=2, ensure_ascii=False) + "\n")
    return Path(folder) / LINEAGE


def hash_of(value: Mapping[str, Any]) -> str:
    """Return the xxh3-128 of a mapping as JSON with sorted keys."""
    return xxhash.xxh3_128(json.dumps(value, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def _name_of_run(adapter: Path) -> str:
    """Return the name of an adapter's folder, or of the run that it lies in."""
    folder = adapter.resolve()
    return folder.parent.name if (folder.parent / "run.json").is_file() else folder.name
