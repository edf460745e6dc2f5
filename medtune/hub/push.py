"""Upload of a finished checkpoint to the Hugging Face Hub: what loads it and its card, nothing else of the run."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from medtune.hub.card import CARD, MERGED, checkpoint_of
from medtune.runs import RUN_FILE, read_json, write_json

if TYPE_CHECKING:
    from huggingface_hub import HfApi

#: What is published of a checkpoint. Rows with patients' words (predictions), logs and machine paths (run.json,
#: recipe.yaml) stay here.
PUBLISHED = (
    "*.safetensors",
    "*.safetensors.index.json",
    "config.json",
    "generation_config.json",
    "processor_config.json",
    "lineage.json",
    "triage_thresholds.json",
    "LICENSE*",
    "NOTICE*",
    "USE_POLICY*",
    "*berpt.py",
    "base.py",
    "layers.py",
    "warm_start.py",
    "tokenizer*",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab*",
    "merges.txt",
    "chat_template.jinja",
    "prompts.json",
    "decoder_tokenizer/*",
)
ADAPTER = "adapter"
OF_ADAPTER = ("adapter_config.json", "adapter_model.safetensors", "lineage.json")
#: Seconds to wait before the next try, when the Hub answers with an error of its own or not at all.
WAITS = (1, 4, 16)
_REFUSALS = {
    401: "the Hub does not accept the token. Log in with `hf auth login`, or set HF_TOKEN to a valid one",
    403: "the token may not write there. Use one with write access, or name a repository of your own",
    404: "the Hub knows no such user or organization, or the token may not see it. Check the name before the slash",
}


def push_folder(folder: str | Path, repository: str | None = None, private: bool | None = None) -> str:
    """Publish a finished run or a merged model; `medtune push`.

    Args:
        folder: a finished training run, or a folder that `medtune merge` wrote.
        repository: `user/name`; that of the run's recipe by default.
        private: whether a new repository is seen by its owner only; as the recipe says by default, and otherwise true.

    Returns:
        Address of the repository.

    Raises:
        OSError: something is missing, or the Hub cannot be reached or refuses.
        ValueError: no repository is named, here or in the recipe, or it has no owner.
    """
    from medtune.recipe.schema import Hub

    folder = Path(folder)
    run = read_json(folder / RUN_FILE) if (folder / RUN_FILE).is_file() else {}
    hub = run.get("recipe", {}).get("hub") or {}
    name = repository or hub.get("repository")
    if name is None:
        raise ValueError(f"{folder}: its recipe names no repository (section `hub`); add --to user/name")
    try:
        Hub(repository=name)
    except ValueError as error:
        raise ValueError(f"--to {name}: a repository on the Hub is named user/name") from error
    _require_whole(folder)
    if reason := cannot_publish():
        raise OSError(f"{name} cannot be published: {reason}")
    address = _send(folder, name, hub.get("private", True) if private is None else private)
    if run:
        write_json(folder / RUN_FILE, {**run, "published": address})
    return address


def push(folder: Path, repository: str, private: bool) -> str:
    """Upload a checkpoint with its card.

    Args:
        folder: a finished training run, or a folder that `medtune merge` wrote.
        repository: `user/name`; made if it does not exist.
        private: whether a new repository is seen by its owner only.

    Returns:
        Address of the repository.

    Raises:
        OSError: the card or the verification of a merge is missing, or the Hub cannot be reached or refuses.
    """
    _require_whole(folder)
    return _send(folder, repository, private)


def _require_whole(folder: Path) -> None:
    if missing := what_is_missing(folder):
        raise OSError(f"{folder} cannot be published: {'; '.join(missing)}")


def _send(folder: Path, repository: str, private: bool) -> str:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import OfflineModeIsEnabled

    api = HfApi()
    for wait in (*WAITS, None):
        try:
            return _upload(api, folder, repository, private)
        except OfflineModeIsEnabled as error:
            raise OSError(
                f"{repository} could not be published: {error}. The run is finished; the same command tries again"
            ) from error
        except (OSError, RuntimeError, ValueError) as error:
            status = _status(error)
            if status is None and not _is_of_network(error):
                raise
            if wait is None or (status is not None and status < 500 and status != 429):
                raise OSError(_said(repository, status, error)) from error
            time.sleep(wait)
    raise AssertionError("unreachable")


def _upload(api: HfApi, folder: Path, repository: str, private: bool) -> str:
    """Upload in one commit, so that a repository never holds half of a model; what has arrived is not sent again."""
    from huggingface_hub import CommitOperationAdd

    address = api.create_repo(repository, private=private, exist_ok=True)
    files = [CommitOperationAdd(path, file) for path, file in published_files(folder).items()]
    api.create_commit(repository, operations=files, commit_message="Checkpoint trained with medtune")
    return str(address)


def published_files(folder: Path) -> dict[str, Path]:
    """Return the files that are published, by their path in the repository.

    Args:
        folder: a run, or a merged model. The weights of a run that merged come from its folder `merged`.
    """
    from huggingface_hub.utils import filter_repo_objects

    checkpoint = checkpoint_of(folder)
    names = [str(file.relative_to(checkpoint)) for file in sorted(checkpoint.rglob("*")) if file.is_file()]
    ignored = ["checkpoint-*/**", f"{ADAPTER}/**", f"{MERGED}/**"]
    kept = filter_repo_objects(names, allow_patterns=list(PUBLISHED), ignore_patterns=ignored)
    files = {name: checkpoint / name for name in kept}
    files |= {f"{ADAPTER}/{name}": folder / ADAPTER / name for name in OF_ADAPTER}
    return {name: file for name, file in (files | {CARD: folder / CARD}).items() if file.is_file()}


def what_is_missing(folder: Path) -> list[str]:
    """Return why a folder cannot be published; nothing if it can.

    Args:
        folder: a run, or a merged model.
    """
    from medtune.adapters.adapter import CONFIG
    from medtune.adapters.lineage import LINEAGE, read_lineage
    from medtune.adapters.weight_files import open_weights

    if not folder.is_dir():
        return ["no such folder"]
    missing = []
    if (folder / RUN_FILE).is_file() and read_json(folder / RUN_FILE)["status"] != "finished":
        missing.append("the run is not finished; the same command that started it continues it")
    checkpoint = checkpoint_of(folder)
    if not any(checkpoint.glob("*.safetensors")) or not (checkpoint / "config.json").is_file():
        alone = (folder / CONFIG).is_file() or (folder / ADAPTER).is_dir()
        fix = "; an adapter alone is none: merge it first (`medtune merge`)" if alone else ""
        return [*missing, f"it holds no model (config.json and *.safetensors){fix}"]
    if not (folder / CARD).is_file():
        missing.append(
            f"{CARD}, the model card, is missing: `medtune card {folder}` writes it; read it before you publish"
        )
    if (folder / ADAPTER).is_dir() or (checkpoint / LINEAGE).is_file():
        steps = read_lineage(checkpoint)
        if not steps or "verification" not in steps[-1]:
            missing.append(f"{LINEAGE} with the verification of the merge is missing: merge with `medtune merge`")
        elif steps[-1]["weights"] != open_weights(checkpoint).hash():
            missing.append("its weights are not those that were verified after the merge: merge again")
    return missing


def cannot_publish() -> str:
    """Return why nothing can be published from here, or an empty text."""
    from huggingface_hub import get_token

    from medtune.recipe.inputs import network_allowed

    if not network_allowed():
        return "HF_HUB_OFFLINE forbids it; unset it, or delete the section `hub` and push later"
    if get_token() is None:
        return "nobody is logged in; run `hf auth login` or set HF_TOKEN"
    return ""


def _chain(error: BaseException | None):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _status(error: BaseException) -> int | None:
    """Return the HTTP status that an error came from, also where the client wraps it."""
    answers = (getattr(cause, "response", None) for cause in _chain(error))
    return next((answer.status_code for answer in answers if answer is not None), None)


def _is_of_network(error: BaseException) -> bool:
    from huggingface_hub.errors import HTTPError

    return any(isinstance(cause, HTTPError | ConnectionError) for cause in _chain(error))


def _said(repository: str, status: int | None, error: BaseException) -> str:
    if status in _REFUSALS:
        return f"{repository} could not be published: {_REFUSALS[status]} (status {status})"
    reason = (
        f"the Hub answered {status}" if status is not None else f"the Hub cannot be reached ({[*_chain(error)][-1]})"
    )
    return (
        f"{repository} could not be published: {reason}, {len(WAITS) + 1} times. The same command sends what has not "
        "arrived"
    )
