"""Where a model is: a folder, or a Hub id whose files are in the cache or come into it."""

from __future__ import annotations

from pathlib import Path

#: Other formats of the same weights.
_LEFT_OUT = ("*.pt", "*.pth", "*.h5", "*.msgpack", "*.gguf", "*.onnx")


def model_folder(name: str | Path) -> Path:
    """Return the folder of a model, downloaded if it is a Hub id.

    Args:
        name: path or Hub id.

    Raises:
        OSError: it is neither in the cache, nor can it be downloaded.
    """
    if hub_id(name) is None:
        return Path(name)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        return Path(snapshot_download(str(name), ignore_patterns=list(_LEFT_OUT)))
    except LocalEntryNotFoundError as error:
        raise FileNotFoundError(
            f"{name} is no folder here and not in the local Hub cache, and the Hub cannot be reached; "
            "name a folder that holds it"
        ) from error


def hub_id(name: str | Path) -> str | None:
    """Return a name if it is a Hub id and no path."""
    from medtune.recipe.inputs import Input, is_hub_id

    return str(name) if is_hub_id(Input("base", str(name), "model")) else None
