"""Systems on this machine: a checkpoint, or an adapter on its base. Prompts first, weights when they are needed."""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from jinja2 import TemplateError
from transformers import (
    AutoConfig,
    AutoModel,
    AutoModelForCausalLM,
    AutoProcessor,
    GenerationConfig,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)

import medtune.models  # noqa: F401 (tells the Auto classes of BERPT)
from medtune.adapters.base import load_tokenizer
from medtune.adapters.loading import with_adapter
from medtune.adapters.model_folder import model_folder
from medtune.data.collators import PaddingCollator
from medtune.data.prompts import NO_SYSTEM, Example, Prompts, install_template, render
from medtune.data.supervision import fit_prompts
from medtune.evaluation.inference.generation import generate_batch
from medtune.evaluation.systems.answer_store import Answer
from medtune.models.berpt.processing_berpt import decode_replies
from medtune.recipe.evaluate_checks import base_of
from medtune.runs import fingerprint

if TYPE_CHECKING:
    from medtune.recipe.sections import Decoding
    from medtune.tasks.evaluate import Adapter, Checkpoint

SHORTEST_PROMPT = 16  # tokens
BERPT_TOKENS = 200  # of a description, as in training by default


@dataclass
class LocalSystem:
    """A system whose prompts are ready and whose weights are not loaded yet.

    Args:
        section: of the recipe.
        model: folder of the model, or of an adapter's base.
        tokenizer: turns new tokens into text.
        made_by: what its answers depend on beside the prompt.
        prompts: token ids of each question.
        is_berpt: reads the description alone, and may predict a department.
        cut_prompts: prompts that had to be cut.
    """

    section: Any
    model: str
    tokenizer: PreTrainedTokenizerBase
    made_by: dict[str, Any]
    prompts: list[list[int]] = field(repr=False)
    is_berpt: bool = False
    cut_prompts: int = 0


def prepare_local(
    section: Checkpoint | Adapter,
    examples: Sequence[Example],
    descriptions: Sequence[str],
    generation: Decoding,
) -> LocalSystem:
    """Read a system's tokenizer and configuration, and turn questions into its prompts.

    Args:
        section: of the recipe.
        examples: the questions, with the system's own system line.
        descriptions: what the patients wrote, for a model that reads only that.
        generation: how it will answer.

    Raises:
        ValueError: it has no chat template, refuses a system line, or has no room for a question beside the answer.
    """
    name = section.model if section.kind == "checkpoint" else base_of(section)
    if name is None:
        raise ValueError(f"systems: {section.name}: the adapter names no base; write `base`")
    model = str(model_folder(name))
    gguf = getattr(section, "gguf_file", None)
    read_from = str(Path(model) / gguf) if gguf else model
    made_by = {"kind": section.kind, "model": fingerprint(read_from), "dtype": section.dtype, **generation.options()}
    if section.kind == "adapter":
        made_by["adapter"] = fingerprint(str(model_folder(section.adapter)))
    config = AutoConfig.from_pretrained(model, **({"gguf_file": gguf} if gguf else {}))
    if config.model_type == "berpt":
        return _prepare_berpt(section, model, config, made_by, descriptions)
    tokenizer = load_tokenizer(section.tokenizer or _tokenizer_of(section, model), gguf)
    positions = getattr(config, "max_position_embeddings", None) or 1 << 20
    room = min(section.max_prompt_tokens or positions, positions - generation.max_new_tokens)
    if room < SHORTEST_PROMPT:
        raise ValueError(
            f"systems: {section.name}: generation.max_new_tokens {generation.max_new_tokens} leaves no room for a "
            f"question in the {positions} positions of {name}; lower it"
        )
    prompts, cut = _render(section, examples, tokenizer, room)
    return LocalSystem(section, model, tokenizer, made_by, prompts, cut_prompts=cut)


def _tokenizer_of(section: Checkpoint | Adapter, model: str) -> str:
    """Return where the tokenizer is: beside an adapter if it brings one, else beside the model."""
    if section.kind == "adapter":
        folder = model_folder(section.adapter)
        if any((folder / file).is_file() for file in ("tokenizer.json", "tokenizer_config.json")):
            return str(folder)
    return model


def _prepare_berpt(
    section: Checkpoint, model: str, config: Any, made_by: dict[str, Any], descriptions: Sequence[str]
) -> LocalSystem:
    if section.kind == "adapter" or config.decoder is None:
        what = (
            "an adapter on a BERPT model" if section.kind == "adapter" else "a BERPT model that only names departments"
        )
        raise ValueError(
            f"systems: {section.name} is {what}, which writes no answers; `task: triage-report` judges departments"
        )
    processor = AutoProcessor.from_pretrained(model)
    positions = getattr(config.encoder, "max_position_embeddings", None) or 1 << 20
    limit = min(section.max_prompt_tokens or BERPT_TOKENS, positions - 2)
    whole = processor.tokenizer(list(descriptions))["input_ids"]
    ids = processor.tokenizer(list(descriptions), truncation=True, max_length=limit)["input_ids"]
    cut = sum(len(row) > limit for row in whole)
    return LocalSystem(section, model, processor.decoder_tokenizer, made_by, ids, True, cut)


def _render(
    section: Checkpoint | Adapter, examples: Sequence[Example], tokenizer: PreTrainedTokenizerBase, room: int
) -> tuple[list[list[int]], int]:
    """Return the token ids of all prompts, and how many had to be cut."""
    if section.chat_template == "model" and not tokenizer.chat_template:
        raise ValueError(
            f"systems: {section.name}: its tokenizer has no chat template; write the one it was trained with, "
            "`chat_template: alpaca` or the path of a jinja file"
        )
    install_template(tokenizer, section.chat_template, Prompts(), NO_SYSTEM)
    try:
        texts = render(tokenizer, [example.messages(with_answer=False) for example in examples], to_answer=True)
    except TemplateError as error:
        raise ValueError(
            f"systems: {section.name}: its chat template refuses the conversation ({error}); where it takes no system "
            "message, write `system_line: none`"
        ) from error
    ids = [one.ids for one in tokenizer.backend_tokenizer.encode_batch(texts, add_special_tokens=False)]
    long = [place for place, row in enumerate(ids) if len(row) > room]
    for place, row in zip(long, fit_prompts([examples[place] for place in long], tokenizer, room), strict=True):
        if len(row) > room:
            raise ValueError(
                f"systems: {section.name}: the template and the system line alone have {len(row)} tokens, and there is "
                f"room for {room}; raise max_prompt_tokens or lower generation.max_new_tokens"
            )
        ids[place] = row
    return ids, len(long)


@contextmanager
def loaded(system: LocalSystem):
    """Load the weights for as long as the body runs, so that one model is in memory at a time."""
    model = _load(system).to(own_device()).eval()
    try:
        yield model
    finally:
        del model
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()


def own_device() -> torch.device:
    """Return the device of this process: its own accelerator under a launcher, else the first, else the CPU."""
    from accelerate import PartialState

    return PartialState(cpu=not torch.cuda.is_available()).device


def _load(system: LocalSystem) -> PreTrainedModel:
    section = system.section
    options: dict[str, Any] = {"dtype": section.dtype if section.dtype == "auto" else getattr(torch, section.dtype)}
    if getattr(section, "gguf_file", None):
        options["gguf_file"] = section.gguf_file
    kind = AutoModel if system.is_berpt else AutoModelForCausalLM
    model = kind.from_pretrained(system.model, **options)
    model.config.use_cache = True
    if system.is_berpt:
        return model
    # A penalty or a temperature that a checkpoint brings along would be another decoding than the others'.
    ends = model.generation_config.eos_token_id
    model.generation_config = GenerationConfig(eos_token_id=ends if isinstance(ends, list) else [ends])
    model = with_adapter(model, model_folder(section.adapter)) if section.kind == "adapter" else model
    _set_boundaries(model, system)
    return model


def _set_boundaries(model: PreTrainedModel, system: LocalSystem) -> None:
    """Tell a causal model where answers end, and by what they are filled up.

    Raises:
        ValueError: the tokenizer has tokens that the model does not know.
    """
    tokenizer, known = system.tokenizer, model.get_input_embeddings().weight.shape[0]
    largest = max(max(ids) for ids in system.prompts)
    if largest >= known:
        raise ValueError(
            f"systems: {system.section.name}: the prompts hold token {largest:,}, but the model has embeddings for "
            f"{known:,}; name the tokenizer that belongs to it"
        )
    config = model.generation_config
    ends = [*config.eos_token_id, tokenizer.eos_token_id]
    config.eos_token_id = [end for end in dict.fromkeys(ends) if end is not None and end < known]
    # A pad token that was added to a tokenizer alone has no embedding.
    pad = tokenizer.pad_token_id
    config.pad_token_id = pad if pad is not None and pad < known else config.eos_token_id[0]


def answer_batch(
    model: PreTrainedModel, system: LocalSystem, prompts: Sequence[list[int]], generation: Decoding
) -> list[Answer]:
    """Answer one batch of prompts.

    Args:
        model: the system's, loaded.
        system: what it is.
        prompts: token ids.
        generation: how it answers.

    Returns:
        The answers, with the batch's time shared out evenly.
    """
    start = time.perf_counter()
    new = generate_batch(model, list(prompts), generation.options())
    texts = decode_replies(system.tokenizer, new)
    seconds = round((time.perf_counter() - start) / len(prompts), 4)
    ends = model.generation_config.eos_token_id
    ends = torch.tensor(ends if isinstance(ends, list) else [ends], device=new.device)
    ended = torch.isin(new[:, 1:] if system.is_berpt else new, ends).any(-1).tolist()
    answers = [Answer(text, seconds, cut=not end) for text, end in zip(texts, ended, strict=True)]
    return _with_departments(model, system, prompts, answers) if system.is_berpt else answers


def _with_departments(
    model: PreTrainedModel, system: LocalSystem, prompts: Sequence[list[int]], answers: list[Answer]
) -> list[Answer]:
    batch = PaddingCollator(model.config.encoder.pad_token_id or 0)([{"input_ids": ids} for ids in prompts])
    with torch.inference_mode():
        output = model(**{name: tensor.to(model.device) for name, tensor in batch.items()})
    names = [model.config.id2label[place] for place in range(output.department_logits.shape[-1])]
    rows = output.department_logits.float().softmax(-1).tolist()
    return [
        replace(answer, department=names[row.index(max(row))], probabilities=dict(zip(names, row, strict=True)))
        for answer, row in zip(answers, rows, strict=True)
    ]
