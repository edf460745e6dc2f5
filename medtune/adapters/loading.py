"""A tuned language model for answering: a merged checkpoint, an adapter on its base, or the run that made them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch

from medtune.adapters.adapter import CONFIG, read_adapter
from medtune.adapters.base import load_tokenizer
from medtune.adapters.model_folder import hub_id, model_folder
from medtune.adapters.weight_files import parse

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

#: Where in a run's folder its checkpoint is, the first that there is.
_IN_A_RUN = ("merged/config.json", f"adapter/{CONFIG}")


def checkpoint_folder(checkpoint: str) -> Path:
    """Return the folder of a checkpoint: of a run, its merged model or else its adapter.

    Args:
        checkpoint: folder or Hub id of a causal language model or an adapter, or the folder of a run.

    Raises:
        FileNotFoundError: there is none.
        ValueError: it is a model of another kind.
    """
    folder = model_folder(checkpoint)
    found = next((folder / file for file in _IN_A_RUN if (folder / file).is_file()), None)
    folder = folder if found is None else found.parent
    if (folder / CONFIG).is_file():
        return folder
    if not (folder / "config.json").is_file():
        what = "holds neither a model (config.json) nor an adapter" if folder.is_dir() else "no such folder"
        raise FileNotFoundError(f"{folder}: {what}")
    saved_as = parse(folder / "config.json", (folder / "config.json").read_bytes()).get("architectures") or []
    if not any(name.endswith(("ForCausalLM", "LMHeadModel")) for name in saved_as):
        raise ValueError(
            f"{folder} is a {', '.join(saved_as) or 'model of unknown class'}, no causal language model; a BERPT model "
            "answers by `medtune predict`"
        )
    return folder


def load_to_answer(checkpoint: str) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    """Load a model and the tokenizer with its chat template, on the accelerator if there is one.

    Args:
        checkpoint: see `checkpoint_folder`.

    Raises:
        FileNotFoundError: it, or the base of an adapter, is not there.
        ValueError: it is of another kind, or its tokenizer has no chat template.
    """
    from transformers import AutoModelForCausalLM

    folder = checkpoint_folder(checkpoint)
    is_adapter = (folder / CONFIG).is_file()
    base = _base_of(folder) if is_adapter else folder
    has_tokenizer = (folder / "tokenizer_config.json").is_file()
    tokenizer = load_tokenizer(str(folder if has_tokenizer else base))
    if not tokenizer.chat_template:
        raise ValueError(
            f"{folder}: the tokenizer has no chat template, which says how a question is put; give a model that was "
            "tuned on instructions"
        )
    model = AutoModelForCausalLM.from_pretrained(base, dtype="auto")
    if is_adapter:
        model = with_adapter(model, folder)
    ends = model.generation_config.eos_token_id
    ends = [*(ends if isinstance(ends, list) else [ends]), tokenizer.eos_token_id]
    model.generation_config.eos_token_id = [end for end in dict.fromkeys(ends) if end is not None]
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    return model.to("cuda" if torch.cuda.is_available() else "cpu").eval(), tokenizer


def _base_of(adapter: Path) -> Path:
    name = read_adapter(adapter).base
    if hub_id(name) is None and not (Path(name) / "config.json").is_file():
        raise FileNotFoundError(
            f"{adapter} is an adapter on {name}, which is not there; put the base there, name it in {CONFIG}, or merge "
            "the two with `medtune merge` and give the merged model"
        )
    return model_folder(name)


def with_adapter(model: PreTrainedModel, folder: Path) -> PreTrainedModel:
    """Put an adapter on its base, with the embeddings that were grown with it, if they were.

    Args:
        model: the base.
        folder: of the adapter.
    """
    from peft import PeftModel

    grown = [
        parts["modules_to_save.weight" if "modules_to_save.weight" in parts else "weight"].shape[0]
        for name, parts in read_adapter(folder).modules.items()
        if name.endswith(("embed_tokens", "wte")) and {"modules_to_save.weight", "weight"} & parts.keys()
    ]
    if grown and grown[0] != model.get_input_embeddings().weight.shape[0]:
        model.resize_token_embeddings(grown[0], mean_resizing=False)
    return PeftModel.from_pretrained(model, str(folder))
