"""Upload of a finished checkpoint to the Hugging Face Hub: what loads it and its card, nothing else of the run."""

from __future__ import annotations

from pathlib import Path

from medtune.hub.card import CARD, write_card

#: Rows with patients' words (predictions), logs and machine paths (run.json, recipe.yaml) stay here.
PUBLISHED = (
    CARD,
    "*.safetensors",
    "*.safetensors.index.json",
    "config.json",
    "generation_config.json",
    "processor_config.json",
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
    "decoder_tokenizer/*",
)


def push(folder: Path, repository: str, private: bool) -> str:
    """Write a run's model card and upload the checkpoint.

    Args:
        folder: a finished training run.
        repository: `user/name`; made if it does not exist.
        private: whether a new repository is seen by its owner only.

    Returns:
        Address of the repository.

    Raises:
        OSError: the Hub cannot be reached or refuses.
    """
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HTTPError, OfflineModeIsEnabled

    write_card(folder)
    api = HfApi()
    try:
        address = api.create_repo(repository, private=private, exist_ok=True)
        api.upload_folder(
            repo_id=repository,
            folder_path=folder,
            allow_patterns=list(PUBLISHED),
            ignore_patterns=["checkpoint-*/**"],
            commit_message="Checkpoint trained with medtune",
        )
    except (HTTPError, OfflineModeIsEnabled) as error:
        raise OSError(
            f"{repository} could not be published: {error}. The run is finished; the same command tries again"
        ) from error
    return str(address)


def cannot_publish() -> str:
    """Return why nothing can be published from here, or an empty text."""
    from huggingface_hub import get_token

    from medtune.recipe.inputs import network_allowed

    if not network_allowed():
        return "HF_HUB_OFFLINE forbids it; unset it, or delete the section"
    if get_token() is None:
        return "nobody is logged in; run `hf auth login` or set HF_TOKEN"
    return ""
