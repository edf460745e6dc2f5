"""The four ways of training one joint model that `joint_training.py` times, and the rows and weights they share."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader
from transformers import (
    AutoTokenizer,
    BertModel,
    DataCollatorForSeq2Seq,
    EncoderDecoderModel,
    GPT2LMHeadModel,
    PrinterCallback,
    Trainer,
    TrainerCallback,
    TrainingArguments,
    set_seed,
)

from medtune.data.collators import PaddingCollator
from medtune.data.encoded import EncodedSplit, encode_splits
from medtune.data.storage import PreparedData
from medtune.data.tokenization import encode_departments, encode_descriptions, encode_replies
from medtune.models import BERPTModel, BERPTProcessor
from medtune.models.random_init import config_from
from medtune.tasks import multitask, prepare_data, tokenizer
from medtune.trainers.fit import trainer_arguments
from medtune.trainers.multitask import MultitaskTrainer

PADDED_TO, LOOP_BATCH = 200, 8  # the paper's
#: What is counted: seconds that pass, or those of the processor (`--processor-time`).
timer: Callable[[], float] = time.perf_counter
LEARNING_RATE = 1e-4
# Vocabulary, width, layers, heads; both halves have these.
SIZES = {"tiny": (1_000, 32, 1, 2), "small": (8_000, 256, 4, 4), "base": (21_128, 768, 12, 12)}


@dataclass
class Run:
    """One pass of one way over the rows.

    Args:
        seconds: from the first batch to the last weight update.
        rows: examples trained on.
        description: tokens of their descriptions.
        reply: tokens of their replies.
        slots: tokens computed, padding counted.
    """

    seconds: float = 0.0
    rows: int = 0
    description: int = 0
    reply: int = 0
    slots: int = 0

    @property
    def text(self) -> int:
        """Tokens that carry text."""
        return self.description + self.reply


class Counting:
    """A collator that counts what it hands out.

    Args:
        collate: the collator.
        run: receives the counts.
    """

    def __init__(self, collate: Callable, run: Run):
        self.collate, self.run = collate, run

    def __call__(self, examples: list[dict]) -> dict[str, torch.Tensor]:
        batch = self.collate(examples)
        self.run.rows += len(examples)
        self.run.description += int(batch["attention_mask"].sum())
        self.run.reply += int(batch["labels"].ne(-100).sum())
        self.run.slots += batch["input_ids"].numel() + batch["labels"].numel()
        return batch


class Stopwatch(TrainerCallback):
    """Times a Trainer's loop, without its set-up.

    Args:
        run: receives the seconds.
    """

    def __init__(self, run: Run):
        self.run = run

    def on_train_begin(self, args, state, control, **kwargs):
        self.run.seconds = -clock()

    def on_train_end(self, args, state, control, **kwargs):
        self.run.seconds += clock()


class EncoderDecoderWithHead(nn.Module):
    """What one builds from transformers' parts: an encoder-decoder, and a linear layer on its encoder's first token.

    Args:
        berpt: gives configuration and weights.
    """

    def __init__(self, berpt: BERPTModel):
        super().__init__()
        config = berpt.config
        encoder, decoder = BertModel(config.encoder, add_pooling_layer=False), GPT2LMHeadModel(config.decoder)
        encoder.load_state_dict(berpt.encoder.state_dict())
        decoder.load_state_dict(berpt.decoder.state_dict())
        self.seq2seq = EncoderDecoderModel(encoder=encoder, decoder=decoder)
        self.seq2seq.config.pad_token_id = config.pad_token_id
        self.seq2seq.config.decoder_start_token_id = config.decoder_start_token_id
        self.dropout = nn.Dropout(config.classifier_dropout)
        self.head = nn.Linear(config.encoder.hidden_size, config.num_labels)
        self.head.load_state_dict(berpt.classifier.linear.state_dict())

    def forward(self, input_ids, attention_mask, labels, department_labels) -> dict[str, torch.Tensor]:
        outputs = self.seq2seq(input_ids=input_ids, attention_mask=attention_mask, labels=labels, use_cache=False)
        logits = self.head(self.dropout(outputs.encoder_last_hidden_state[:, 0]))
        return {"loss": outputs.loss + nn.functional.cross_entropy(logits, department_labels)}


class JointTraining:
    """The rows, the models and the four ways of training them.

    Args:
        options: of the command line.
        folder: receives tokenizer, rows and token ids.
    """

    def __init__(self, options: argparse.Namespace, folder: Path):
        self.options, self.folder = options, folder
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        data = Path(options.data) if options.data else prepare_rows(folder / "data", options.rows)
        self.recipe = make_recipe(options, folder, data)
        self.model, self.processor, self.splits = build(self.recipe, folder)
        self.rival = EncoderDecoderWithHead(self.model)
        self.tokens = self.splits["train"].tokens
        self.with_lengths = self.tokens.add_column("length", self.splits["train"].lengths.sum(axis=1).tolist())
        self.ways = {
            "medtune": self.medtune,
            "padded loop": self.padded_loop,
            "grouped Trainer": lambda steps=-1: self.trainer(steps, "group_by_length"),
            "random Trainer": lambda steps=-1: self.trainer(steps, "random"),
        }

    def medtune(self, steps: int = -1) -> Run:
        """Train as `task: multitask` does.

        Args:
            steps: stop after so many; -1 is one epoch.
        """
        recipe = self.recipe.model_copy(update={"training": {**self.recipe.training, "max_steps": steps}})
        arguments = trainer_arguments(recipe, self.folder, self.splits, self.processor.tokenizer.pad_token_id)
        run = Run()
        arguments["data_collator"] = Counting(arguments["data_collator"], run)
        arguments["callbacks"].append(Stopwatch(run))
        return trained(MultitaskTrainer(model=self.model, preprocessor=self.processor, **arguments), run)

    def trainer(self, steps: int, strategy: str) -> Run:
        """Train with transformers alone.

        Args:
            steps: see `medtune`.
            strategy: `train_sampling_strategy`.
        """
        run = Run()
        arguments = TrainingArguments(
            output_dir=str(self.folder),
            report_to="none",
            train_sampling_strategy=strategy,
            dataloader_pin_memory=self.device == "cuda",
            **{**self.recipe.training, "max_steps": steps},
        )
        trainer = Trainer(
            model=self.rival,
            args=arguments,
            train_dataset=self.with_lengths,
            data_collator=Counting(self.stock_collator(), run),
            callbacks=[Stopwatch(run)],
        )
        return trained(trainer, run)

    def padded_loop(self, steps: int | None = None) -> Run:
        """Train in the paper's way, on a random part of the rows: every batch costs it the same."""
        run, steps = Run(), steps or self.options.loop_steps
        model = self.rival.to(self.device).train()
        optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE)
        batches = DataLoader(
            self.tokens, LOOP_BATCH, shuffle=True, drop_last=True, collate_fn=Counting(self.padded_collator(), run)
        )
        run.seconds = -clock()
        for _, batch in zip(range(steps), batches, strict=False):
            loss = model(**{name: tensor.to(self.device) for name, tensor in batch.items()})["loss"]
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        run.seconds += clock()
        return run

    def stock_collator(self) -> DataCollatorForSeq2Seq:
        """Return transformers' own collator; a multiple of 8 is what its documentation advises for 16 bits."""
        tokens = self.processor.tokenizer
        return DataCollatorForSeq2Seq(tokens, pad_to_multiple_of=8 if self.options.precision == "bf16" else None)

    def padded_collator(self) -> PaddingCollator:
        """Return a collator to the paper's length."""
        return PaddingCollator(self.processor.tokenizer.pad_token_id, multiple_of=PADDED_TO)

    def compare_losses(self) -> list[tuple[str, float, float]]:
        """Compute loss and gradient norm of one batch in every way, in 32 bits and without dropout.

        Returns:
            Name, loss and norm of the gradient of each way.

        Raises:
            RuntimeError: they differ by more than rounding.
        """
        examples = [self.tokens[row] for row in range(min(8, len(self.tokens)))]
        pad = self.processor.tokenizer.pad_token_id
        batches = {
            "medtune": (self.model, {**PaddingCollator(pad)(examples), "skip_logits": True}),
            "padded loop": (self.rival, self.padded_collator()(examples)),
            "Trainer": (self.rival, self.stock_collator()(examples)),
        }
        found = [(name, *loss_and_gradient(*batch, self.device)) for name, batch in batches.items()]
        for _, loss, norm in found:
            if abs(loss / found[0][1] - 1) > 1e-4 or abs(norm / found[0][2] - 1) > 1e-3:
                raise RuntimeError(f"the ways do not compute the same: (name, loss, gradient norm) {found}")
        return found

    def flops(self, run: Run) -> float:
        """Return the floating-point operations that the text of a run needs: 6 a parameter and token.

        The tables of embeddings do no arithmetic; the output layer, though tied to one, does.
        """
        encoder = sum(weights.numel() for weights in self.model.encoder.encoder.parameters())
        blocks = sum(weights.numel() for weights in self.model.decoder.transformer.h.parameters())
        return 6 * (encoder * run.description + (blocks + self.model.decoder.lm_head.weight.numel()) * run.reply)


def clock() -> float:
    """Return the time in seconds, when the device has done all that was asked of it."""
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return timer()


def trained(trainer: Trainer, run: Run) -> Run:
    """Train without printing, and return the run."""
    trainer.remove_callback(PrinterCallback)
    trainer.train()
    return run


def loss_and_gradient(model: nn.Module, batch: dict, device: str) -> tuple[float, float]:
    """Return the loss of a batch and the norm of its gradient, without dropout."""
    model.to(device).eval()
    batch = {name: value.to(device) if isinstance(value, torch.Tensor) else value for name, value in batch.items()}
    loss = model(**batch)["loss"]
    loss.backward()
    norm = torch.nn.utils.get_total_norm([w.grad for w in model.parameters() if w.grad is not None])
    model.zero_grad()
    return loss.item(), norm.item()


def prepare_rows(folder: Path, rows: int) -> Path:
    """Write synthetic rows, so many of them for training."""
    source = {"source": "synthetic", "rows": rows * 5 // 4 + 20}
    keys = {"task": "prepare-data", "output_dir": str(folder), "data": {"sources": [source]}}
    prepare_data.run(prepare_data.Recipe.model_validate(keys), folder)
    return folder


def make_recipe(options: argparse.Namespace, folder: Path, data: Path) -> multitask.Recipe:
    """Train a tokenizer on the rows, and return the recipe of the training."""
    vocabulary, width, layers, heads = SIZES[options.size]
    keys = {"task": "tokenizer", "output_dir": str(folder), "data": {"path": str(data)}, "vocab_size": vocabulary}
    tokenizer.run(tokenizer.Recipe.model_validate(keys), folder / "tokenizer")
    encoder = {"hidden_size": width, "num_hidden_layers": layers, "num_attention_heads": heads}
    return multitask.Recipe.model_validate(
        {
            "task": "multitask",
            "output_dir": str(folder),
            "model": {
                "encoder": {"model_type": "bert", "vocab_size": vocabulary, "intermediate_size": 4 * width, **encoder},
                "decoder": {
                    "model_type": "gpt2",
                    **{"vocab_size": vocabulary, "n_embd": width, "n_layer": layers, "n_head": heads},
                },
                "tokenizer": str(folder / "tokenizer"),
                "decoder_tokenizer": str(folder / "tokenizer"),
            },
            "data": {
                "path": str(data),
                "max_tokens": PADDED_TO,
                "max_reply_tokens": PADDED_TO,
                "max_train_rows": options.rows,
            },
            "training": {
                "num_train_epochs": 1,
                "learning_rate": LEARNING_RATE,
                "per_device_train_batch_size": options.batch,
                "bf16": options.precision == "bf16",
                "use_cpu": not torch.cuda.is_available(),
                "torch_compile": options.compile,
                "save_strategy": "no",
                "logging_strategy": "no",
                "disable_tqdm": True,
            },
        }
    )


def build(recipe: multitask.Recipe, folder: Path) -> tuple[BERPTModel, BERPTProcessor, dict[str, EncodedSplit]]:
    """Build model, processor and token ids as `task: multitask` does."""
    set_seed(recipe.seed)
    data = PreparedData.open(recipe.data.path)
    tokens = AutoTokenizer.from_pretrained(recipe.model.tokenizer)
    processor = BERPTProcessor(tokens, tokens)
    model = BERPTModel.from_encoder_decoder(
        config_from(recipe.model.encoder, tokens),
        config_from(recipe.model.decoder, tokens),
        **processor.decoder_token_ids,
        id2label=dict(enumerate(data.departments)),
    )
    splits = encode_splits(
        data,
        lambda table: {
            "input_ids": encode_descriptions(table, tokens, PADDED_TO),
            "labels": encode_replies(table, tokens, PADDED_TO, model.config.eos_token_id),
            "department_labels": encode_departments(table, data.departments),
        },
        folder / "token_ids",
        key=("benchmark",),
        needs=("description", "department", "reply"),
        max_train_rows=recipe.data.max_train_rows,
    )
    return model, processor, splits
