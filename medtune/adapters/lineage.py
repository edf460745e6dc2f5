"""What a model stands on: base, adapter, merged model, next adapter and so on, each with the hash of its weights.

`lineage.json` lies beside an adapter and beside a merged checkpoint. It holds names, hashes and measurements, no paths
and no rows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import xxhash

from medtune.adapters.adapter import Adapter
from medtune.adapters.model_folder import hub_id, model_folder
from medtune.adapters.weight_files import ADAPTER_NAMES, open_weights, parse
from medtune.data.storage import write_text

LINEAGE = "lineage.json"
RUN_FILE = "run.json"


def record_adapter(
    adapter: str | Path, base: str | Path, data: Mapping[str, str], recipe: Mapping[str, Any], name: str | None = None
) -> Path:
    """Write what an adapter was trained on, on which data and by which recipe, beside it.

    Args:
        adapter: the folder that peft has just saved.
        base: folder or Hub id of the model that was trained.
        data: fingerprint of each data set, by its name.
        recipe: the resolved recipe; its hash is kept.
        name: of this step; the name of the adapter's folder, or of the run that it lies in, by default.

    Returns:
        The file.
    """
    adapter, folder = Path(adapter), model_folder(base)
    steps = steps_of(folder, open_weights(folder).hash(), hub_id(base))
    weights = open_weights(adapter, ADAPTER_NAMES).hash()
    return write_lineage(adapter, [*steps, _adapter_step(name or name_of(adapter), weights, data, recipe)])


def record_run(run: str | Path, base: str | Path) -> Path:
    """Do the same for the folder `adapter` of a run, with the data and the recipe of its `run.json`.

    Args:
        run: `output_dir`.
        base: folder or Hub id of the model that was trained.

    Returns:
        The file.
    """
    adapter = Path(run) / "adapter"
    return record_adapter(adapter, base, *_of_run(adapter))


def trained_on(run: Mapping[str, Any]) -> dict[str, str]:
    """Return the fingerprints of the data that a run has learnt from, by the name under which it read them.

    Args:
        run: its `run.json`. Models, and what it was only measured on (`forgetting`), are no such data.
    """
    recipe = run["recipe"]
    models = {value for value in recipe.get("model", {}).values() if isinstance(value, str)}
    measured, learnt = (_texts(recipe.get(section)) for section in ("forgetting", "data"))
    return {
        name: value
        for name, value in run.get("inputs", {}).items()
        if name not in models and (not _names(measured, name) or _names(learnt, name))
    }


def _texts(value: Any) -> list[str]:
    """Return all texts within a section of a recipe."""
    if isinstance(value, str):
        return [value]
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in within for text in _texts(one)]


def _names(patterns: list[str], name: str) -> bool:
    """Tell whether one of the patterns, or of the names, is that of a file."""
    return name in patterns or any(fnmatchcase(name, pattern) for pattern in patterns)


def _of_run(adapter: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the data's fingerprints and the recipe of the run that an adapter lies in; nothing if there is none."""
    file = adapter.resolve().parent / RUN_FILE
    if not file.is_file():
        return {}, {}
    run = json.loads(file.read_text(encoding="utf-8"))
    return {Path(name).name: value for name, value in trained_on(run).items()}, run["recipe"]


def _adapter_step(name: str, weights: str, data: Mapping[str, str], recipe: Mapping[str, Any]) -> dict[str, Any]:
    known = {"recipe": hash_of(recipe)} if recipe else {}
    return {"kind": "adapter", "name": name, "weights": weights, "data": dict(data), **known}


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
    config = parse(base / "config.json", (base / "config.json").read_bytes())
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
        return [*base, _adapter_step(name_of(adapter.folder), weights, *_of_run(adapter.folder))]
    trained_on = recorded[-2]
    if trained_on["weights"] != base[-1]["weights"]:
        raise ValueError(
            f"{adapter.folder} was trained on {trained_on['name']} (weights {trained_on['weights']}), and this is "
            f"{base[-1]['name']} (weights {base[-1]['weights']}): an adapter fits the base it was trained on and no "
            "other"
        )
    if "/" in base[-1]["name"]:  # a Hub id says more than the name of a cache's folder
        trained_on["name"] = base[-1]["name"]
    return recorded


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


def name_of(folder: Path) -> str:
    """Return the name of the run that an adapter or a merged model lies in, or of its own folder."""
    folder = folder.resolve()
    return folder.parent.name if (folder.parent / RUN_FILE).is_file() else folder.name
