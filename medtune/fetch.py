"""`medtune fetch`: download what a recipe names on the Hub, to carry it to a machine without network.

The folder holds `models/USER/NAME`, `datasets/USER/NAME`, copies of the recipes that name these paths instead of the
Hub ids (`recipes/`), and `manifest.json` with every repository's revision and files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medtune.recipe.check import load_checked
from medtune.recipe.inputs import Input, is_hub_id
from medtune.recipe.shipped import with_steps
from medtune.recipe.units import counted
from medtune.recipe.yaml_text import parse

if TYPE_CHECKING:
    from huggingface_hub import HfApi

# Weights in other frameworks' formats, never read here.
_FOREIGN = ["*.h5", "*.msgpack", "*.ot", "*.onnx", "onnx/*", "openvino/*", "coreml/*", "*.mlmodel", "*.tflite"]
# The same weights again, where safetensors are there.
_DUPLICATES = ["*.bin", "*.pt", "*.pth", "*.ckpt", "original/*", "consolidated*"]

MANIFEST = "manifest.json"


def fetch(path: str | Path, to: str | Path, overrides: Sequence[str] = ()) -> None:
    """Download all models and data sets that a recipe names by Hub id, and print how to use them.

    An interrupted download continues when the command is repeated.

    Args:
        path: the recipe; of a pipeline, the steps' inputs are fetched.
        to: folder to write into.
        overrides: changes to the recipe, as on the command line.

    Raises:
        RecipeError: the recipe is wrong.
        ConnectionError: the Hub cannot be reached.
        OSError: repositories that do not exist or that the token does not open, after all others were fetched.
    """
    from medtune.tasks import load_task

    to = Path(to)
    recipe = load_checked(path, overrides)
    items = load_task(recipe.task).inputs(recipe)
    wanted = {(folder_of(item), item.name): item for item in items if is_hub_id(item)}
    repositories, refused = [], []
    for item in wanted.values():
        try:
            repositories.append(_download(item, to))
        except (PermissionError, FileNotFoundError) as error:
            refused.append(str(error))
    to.mkdir(parents=True, exist_ok=True)
    (to / MANIFEST).write_text(json.dumps(_merged(to, repositories), indent=2, ensure_ascii=False), encoding="utf-8")
    if refused:
        raise OSError("\n".join(["not fetched, the rest is there:", *refused]))
    copies = write_offline_recipes(Path(path), to, list(wanted.values()))
    _print_summary(items, repositories, copies, to)


def folder_of(item: Input) -> str:
    """Return where an input lies in the fetched folder, such as `models/user/name`."""
    return f"{'datasets' if item.kind == 'dataset' else 'models'}/{item.name}"


def files_to_leave_out(files: Sequence[str]) -> list[str]:
    """Return patterns of the files of a model that are not needed.

    Args:
        files: names of all files of the repository.
    """
    has_safetensors = any(name.endswith(".safetensors") for name in files)
    return [*_FOREIGN, *_DUPLICATES] if has_safetensors else _FOREIGN


def write_offline_recipes(path: Path, to: Path, items: Sequence[Input]) -> list[Path]:
    """Copy a recipe, and the steps of a pipeline, with paths in place of Hub ids.

    Args:
        path: the recipe.
        to: the fetched folder; paths in the copies are relative to it.
        items: what was fetched.

    Returns:
        The copies; the recipe's own is the first.
    """
    paths = {item.name: folder_of(item) for item in items}
    files = list(dict.fromkeys(with_steps(path)))
    root = Path(os.path.commonpath([file.absolute().parent for file in files]))
    copies = []
    for file in files:
        text = file.read_text(encoding="utf-8-sig")
        spans = parse(text).spans.values()
        for start, end in sorted(spans, reverse=True):
            name = text[start:end].strip("\"'")
            if name in paths:
                text = text[:start] + paths[name] + text[end:]
        copy = to / "recipes" / file.absolute().relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")
        copies.append(copy)
    return copies


def _download(item: Input, to: Path) -> dict[str, Any]:
    """Download one repository at its present revision; return its entry of the manifest."""
    from huggingface_hub import HfApi

    api = HfApi()
    kind = "dataset" if item.kind == "dataset" else "model"
    folder = to / folder_of(item)
    with _explained(item, api):
        # Asked first, since snapshot_download would be content with an incomplete folder when the Hub does not answer.
        info = api.repo_info(item.name, repo_type=kind)
        names = [sibling.rfilename for sibling in info.siblings or []]
        leave_out = files_to_leave_out(names) if kind == "model" else None
        print(f"{item.name} ({item.kind}) -> {folder}", flush=True)
        api.snapshot_download(item.name, repo_type=kind, revision=info.sha, local_dir=folder, ignore_patterns=leave_out)
    files = sorted(file for file in folder.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {
        "key": item.key,
        "name": item.name,
        "kind": item.kind,
        "revision": info.sha,
        "folder": folder_of(item),
        "files": {file.relative_to(folder).as_posix(): file.stat().st_size for file in files},
    }


@contextmanager
def _explained(item: Input, api: HfApi) -> Iterator[None]:
    """Turn the Hub client's errors into the three that a user can act on."""
    from huggingface_hub import errors

    name = f"{item.key}: {item.name}"
    token = "a token that may read it (`hf auth login`, or HF_TOKEN in the environment)"
    try:
        yield
    except errors.GatedRepoError:
        page = f"{api.endpoint}/{'datasets/' if item.kind == 'dataset' else ''}{item.name}"
        raise PermissionError(f"{name} is gated: accept its terms on {page} and give {token}") from None
    except errors.RepositoryNotFoundError as error:
        if error.response.status_code == 404:
            raise FileNotFoundError(
                f"{name}: the Hub knows no such {item.kind}; if a recipe makes it, run that recipe first"
            ) from None
        raise PermissionError(f"{name}: there is no such {item.kind}, or it is private and needs {token}") from None
    except errors.HfHubHTTPError as error:
        status = error.response.status_code
        if status in (401, 403):
            raise PermissionError(f"{name}: the Hub refuses access ({status}); give {token}") from None
        raise ConnectionError(f"{name}: the Hub answers {status}; try again later, what is there is kept") from None
    except (errors.HTTPError, errors.OfflineModeIsEnabled, errors.LocalEntryNotFoundError, ConnectionError) as error:
        reason = str(error).partition("\n")[0]
        message = f"{name}: no answer from {api.endpoint} ({reason}); fetch needs network, and HF_HUB_OFFLINE unset"
        raise ConnectionError(message) from None


def _merged(to: Path, repositories: list[dict[str, Any]]) -> dict[str, Any]:
    """Add repositories to those that an earlier fetch into the same folder brought."""
    earlier = json.loads((to / MANIFEST).read_text(encoding="utf-8")) if (to / MANIFEST).is_file() else {}
    by_folder = {entry["folder"]: entry for entry in [*earlier.get("repositories", []), *repositories]}
    return {"repositories": list(by_folder.values())}


def _print_summary(items: Sequence[Input], repositories: list[dict[str, Any]], copies: list[Path], to: Path) -> None:
    size = sum(sum(entry["files"].values()) for entry in repositories)
    print(
        f"\n{counted(len(repositories), 'repository', 'repositories')}, {size / 1e9:.2f} GB, listed in {to / MANIFEST}"
    )
    local = [item for item in items if not is_hub_id(item)]
    for item in local:
        print(f"not on the Hub, to be carried along or made there: {item.name} ({item.key})")
    recipe = copies[0].relative_to(to)
    print(f"\nOn the machine without network, in a copy of {to}:\n  HF_HUB_OFFLINE=1 accelerate launch {recipe}")
    if repositories:
        print("or from any other folder, with the recipe as it is and overrides, such as")
        print("  " + " ".join(f"--{entry['key']}={to / entry['folder']}" for entry in repositories))
