"""What an instruction tuning is built from: encoded rows, precision of the base, arguments of the trainer."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from transformers import EarlyStoppingCallback, PreTrainedTokenizerBase

from medtune.adapters.lora import quantization_config
from medtune.data.encoded import identity
from medtune.data.instruction_collators import InstructionCollator
from medtune.data.mixture import Part, as_json, encode_mixture, read_part
from medtune.data.prompts import Prompts
from medtune.data.supervision import encode_examples
from medtune.data.tokenization import cached
from medtune.distributed import is_main_process, main_process_first
from medtune.models.sentencepieces import chinese_pieces, tokens_per_chinese_character, with_pieces
from medtune.recipe.instruction_checks import dtype_name, parts_of
from medtune.runs import CACHE, read_json, write_json
from medtune.trainers.arguments import training_arguments
from medtune.trainers.base import BaseTrainer
from medtune.trainers.before import BEFORE, MeasureBefore
from medtune.trainers.fit import PADDED_TO

if TYPE_CHECKING:
    from datasets import Dataset
    from peft import PeftModel

    from medtune.tasks.instruction_tuning import Recipe

MIXTURE = "mixture.json"
#: Answers in which tokens are counted.
_COUNTED = 2000


def encode(
    recipe: Recipe, output_dir: Path, prompts: Prompts, tokenizer: PreTrainedTokenizerBase
) -> dict[str, Dataset]:
    """Encode the rows on the main process, once; the others read them from its cache.

    Args:
        recipe: names sources and cutoff.
        output_dir: receives the cache, and `mixture.json` with what became of the rows.
        prompts: the builders.
        tokenizer: with its chat template.

    Returns:
        `train`, `validation` and `test`, each with `input_ids` and `prompt`.
    """
    parts = [Part(**fields) for fields in parts_of(recipe.data.sources)]
    data = recipe.data
    key = (parts, identity(tokenizer), tokenizer.chat_template, recipe.prompts, data, recipe.seed)
    folder = output_dir / CACHE
    with main_process_first():
        if is_main_process() and not (output_dir / MIXTURE).is_file():
            rows = encode_mixture(parts, prompts, tokenizer, data.cutoff, (data.validation, data.test), recipe.seed)
            for split, encoded in rows.items():
                cached(folder, repr((split, key)), lambda e=encoded: {"input_ids": e.ids, "prompt": e.prompt})
            write_json(output_dir / MIXTURE, as_json(rows))
            _report(read_json(output_dir / MIXTURE), data.cutoff)
        return {split: cached(folder, repr((split, key)), _gone) for split in ("train", "validation", "test")}


def encode_general(
    recipe: Recipe, output_dir: Path, prompts: Prompts, tokenizer: PreTrainedTokenizerBase
) -> Dataset | None:
    """Encode the instructions on which forgetting is measured; None where it is not.

    Args:
        recipe: names them.
        output_dir: receives the cache.
        prompts: the builders.
        tokenizer: with its chat template.

    Raises:
        ValueError: a source holds no row out.
    """
    wanted = recipe.forgetting
    if wanted is None:
        return None
    parts = [Part(**fields) for fields in parts_of(wanted.sources)]
    key = ("general", parts, identity(tokenizer), tokenizer.chat_template, recipe.prompts, wanted, recipe.seed)

    def build() -> dict[str, list]:
        rows: dict[str, list] = {"input_ids": [], "prompt": []}
        for part in parts:
            held_out = read_part(part, (wanted.validation, 0.0), recipe.seed)[0]["validation"]
            built = [made for record in held_out if (made := prompts.build(record, part.prompt)) is not None]
            if not built:
                raise ValueError(f"forgetting.sources: {part.name} holds out no row with a question and an answer")
            chosen = built[: -(-wanted.rows // len(parts))]
            for one in filter(None, encode_examples(chosen, tokenizer, recipe.data.cutoff)):
                rows["input_ids"].append(one.input_ids)
                rows["prompt"].append(one.prompt)
        return rows

    with main_process_first():
        return cached(output_dir / CACHE, repr(key), build)


def refuse_to_forget(recipe: Recipe, metrics: dict[str, float]) -> None:
    """Stop a step, before its merge, that has cost the base more of its general ability than the recipe allows.

    Args:
        recipe: says how much.
        metrics: hold `general_loss` and `general_before_loss`.

    Raises:
        ValueError: it has; the adapter is kept.
    """
    most, rise = recipe.forgetting.most, metrics["general_loss"] - metrics["general_before_loss"]
    if most is not None and not rise <= most:
        raise ValueError(
            f"forgetting: the loss on general instructions has risen by {rise:.3f} nats a token, from "
            f"{metrics['general_before_loss']:.3f} to {metrics['general_loss']:.3f}, and forgetting.most is {most:g}. "
            f"Nothing was merged; {recipe.output_dir}/adapter is kept. Train more gently (training.learning_rate, "
            "epochs), mix general instructions into data.sources, or raise forgetting.most"
        )


def extended(
    tokenizer: PreTrainedTokenizerBase, file: str | None
) -> tuple[PreTrainedTokenizerBase, dict[int, list[int]]]:
    """Return a tokenizer with the pieces of a Chinese sentencepiece model; see `with_pieces`.

    Args:
        tokenizer: the base's.
        file: the model; None returns the tokenizer itself.
    """
    return (tokenizer, {}) if file is None else with_pieces(tokenizer, chinese_pieces(file))


def measure_vocabulary(
    own: PreTrainedTokenizerBase, grown: PreTrainedTokenizerBase, rows: Dataset
) -> dict[str, float | int]:
    """Measure how much shorter Chinese answers become with further pieces, and say it.

    Args:
        own: the base's tokenizer.
        grown: the same with the pieces.
        rows: encoded by the latter, of which some are taken evenly.

    Returns:
        `vocabulary_before` and `vocabulary_after`, `tokens_per_chinese_character_before` and `_after`; without the
        latter two where no answer is Chinese.
    """
    chosen = rows.select(range(0, len(rows), -(-len(rows) // _COUNTED)))
    texts = [grown.decode(row["input_ids"][row["prompt"] :], skip_special_tokens=True) for row in chosen]
    found = {"vocabulary_before": len(own), "vocabulary_after": len(grown)}
    said = f"vocabulary: {len(own):,} pieces grown to {len(grown):,}"
    before, after = (tokens_per_chinese_character(one, texts) for one in (own, grown))
    if before is not None:
        found |= {"tokens_per_chinese_character_before": before, "tokens_per_chinese_character_after": after}
        said += f"; {before:.2f} tokens a Chinese character before, {after:.2f} now"
    if is_main_process():
        print(said)
    return found


def lora_options(recipe: Recipe) -> dict[str, Any]:
    """Return the options of `add_lora` but for the modules."""
    training = recipe.training
    return {
        "recompute": bool(training.get("activation_checkpointing")),
        "widen": bool(training.get("bf16") or training.get("fp16")),
        **recipe.lora.settings(),
    }


def dtype_of(recipe: Recipe) -> torch.dtype:
    """Return the dtype of the frozen weights."""
    return getattr(torch, dtype_name(recipe))


def quantization_of(recipe: Recipe) -> Any:
    """Return bitsandbytes' configuration; None where the base is not quantised."""
    wanted = recipe.quantization
    return None if wanted is None else quantization_config(wanted.kind, wanted.double, dtype_of(recipe))


def trainer_arguments(
    recipe: Recipe, output_dir: Path, splits: dict[str, Dataset], pad_token_id: int, model: PeftModel
) -> dict[str, Any]:
    """Return what `InstructionTrainer` is built from, but for model and tokenizer.

    Args:
        recipe: gives the training arguments.
        output_dir: receives the checkpoints.
        splits: the encoded rows.
        pad_token_id: fills up batches.
        model: tells whether it computes chosen logits only.

    Raises:
        ValueError: the recipe evaluates while training, and no row is held out.
    """
    arguments = training_arguments(recipe, output_dir)
    if arguments.eval_strategy != "no" and not len(splits["validation"]):
        raise ValueError(
            f"data.sources: no row is held out for validation, but training.eval_strategy is "
            f"{arguments.eval_strategy.value}; write `eval_strategy: no`, or raise data.validation"
        )
    # Liger fuses output layer and loss, and skips the logits itself.
    takes = inspect.signature(model.get_base_model().forward).parameters
    answers_only = "logits_to_keep" in takes and not arguments.use_liger_kernel
    of_few_shapes = arguments.bf16 or arguments.fp16 or arguments.torch_compile
    lengths = np.array([len(ids) for ids in splits["train"]["input_ids"]])[:, None]
    common = {
        "pad_token_id": pad_token_id,
        "loss_on_prompt": recipe.data.loss_on == "everything",
        "multiple_of": PADDED_TO if of_few_shapes else 1,
        "longest": recipe.data.cutoff,
    }
    patience = recipe.early_stopping_patience
    return {
        "args": arguments,
        "train_dataset": splits["train"],
        "eval_dataset": splits["validation"] if len(splits["validation"]) else None,
        "lengths": lengths,
        "data_collator": InstructionCollator(**common),
        "train_collator": InstructionCollator(**common, packed=recipe.data.packing, answers_only=answers_only),
        "callbacks": [] if patience is None else [EarlyStoppingCallback(patience)],
    }


def measure_before(trainer: BaseTrainer, general: Dataset | None) -> None:
    """Have the base measured when training begins, on the rows for validation and on general instructions.

    Args:
        trainer: holds model and rows.
        general: None where forgetting is not measured.
    """
    held_out = {BEFORE: trainer.eval_dataset, f"general_{BEFORE}": general}
    trainer.add_callback(MeasureBefore(trainer, {name: rows for name, rows in held_out.items() if rows is not None}))


def evaluate_after(trainer: BaseTrainer, test: Dataset, general: Dataset | None) -> dict[str, float]:
    """Measure what was learnt on the rows for testing, and on the general instructions.

    Args:
        trainer: holds the model.
        test: may be empty.
        general: None where forgetting is not measured.

    Returns:
        Metrics under `test` and `general`; nothing of what has no rows.
    """
    wanted = {"test": test if len(test) else None, "general": general}
    found = {}
    for name, rows in wanted.items():
        if rows is not None:
            found |= trainer.evaluate(rows, metric_key_prefix=name)
    return found


def _report(counts: list[dict[str, Any]], cutoff: int) -> None:
    """Tell what became of the training rows."""
    for count in counts:
        if count["split"] == "train":
            left_out = {"without question or answer": "without_text", "unreadable": "unreadable", "dropped": "dropped"}
            cut = {"source text cut": "source_cut", "answer cut": "answer_cut"}
            told = [f"{count[key]:,} {words}" for words, key in (left_out | cut).items() if count[key]]
            print(f"{count['source']}: {count['used']:,} of {count['rows']:,} rows at a cutoff of {cutoff}", end="")
            print(f" ({', '.join(told)})" if told else "")


def _gone() -> dict[str, list]:
    raise ValueError("the run's cache of token ids is gone; start it anew with --overwrite")
