"""Tiny models, rows and trainers of every kind, for tests of what the trainers promise."""

import numpy as np
import torch
from datasets import Dataset
from transformers import BertConfig, GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM, TrainingArguments

from medtune.adapters.lora import add_lora
from medtune.data.collators import PaddingCollator
from medtune.data.instruction_collators import InstructionCollator
from medtune.models import BERPTForSequenceClassification, BERPTModel
from medtune.trainers.classification import ClassificationTrainer
from medtune.trainers.instruction import InstructionTrainer
from medtune.trainers.language_modeling import LanguageModelingTrainer
from medtune.trainers.multitask import MultitaskTrainer

VOCABULARY = 50
KINDS = ("classification", "language-modeling", "multitask", "instruction-tuning")


def rows(kind: str, count: int = 16, seed: int = 0) -> Dataset:
    """Rows of random tokens and very different lengths; every fourth has no department where that may be."""
    generator = np.random.default_rng(seed)

    def tokens(longest):
        return generator.integers(4, VOCABULARY, generator.integers(3, longest)).tolist()

    made = []
    for number in range(count):
        description, reply, department = tokens(20), tokens(30), int(generator.integers(0, 3))
        if kind == "classification":
            made.append({"input_ids": description, "labels": department})
        elif kind == "language-modeling":
            made.append({"input_ids": reply, "labels": reply})
        elif kind == "instruction-tuning":
            made.append({"input_ids": description + reply, "prompt": len(description)})
        else:
            label = -100 if number % 4 == 3 else department
            made.append({"input_ids": description, "labels": reply, "department_labels": label})
    return Dataset.from_list(made)


def model(kind: str, dropout: float = 0.0):
    torch.manual_seed(0)
    encoder = BertConfig(
        vocab_size=VOCABULARY,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=dropout,
    )
    drops = {"resid_pdrop": dropout, "embd_pdrop": dropout, "attn_pdrop": dropout}
    decoder = GPT2Config(
        vocab_size=VOCABULARY, n_embd=16, n_layer=2, n_head=2, n_positions=64, bos_token_id=2, eos_token_id=3, **drops
    )
    if kind == "classification":
        return BERPTForSequenceClassification.from_encoder(encoder, num_labels=3, classifier_dropout=dropout)
    if kind == "language-modeling":
        return GPT2LMHeadModel(decoder)
    if kind == "instruction-tuning":
        return llama(dropout)
    special = {"decoder_start_token_id": 2, "eos_token_id": 3, "pad_token_id": 0}
    return BERPTModel.from_encoder_decoder(encoder, decoder, num_labels=3, classifier_dropout=dropout, **special)


def llama(dropout: float = 0.0):
    """A tiny LLaMA with an adapter that is not zero, so that every part of it has a gradient."""
    torch.manual_seed(0)
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    base = LlamaForCausalLM(LlamaConfig(vocab_size=VOCABULARY, use_cache=False, initializer_range=0.2, **sizes))
    adapted = add_lora(base, "attention", r=2, lora_alpha=4, lora_dropout=dropout)
    for name, weight in adapted.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(weight, std=0.2)
    return adapted


def trainer(kind: str, output_dir, dropout: float = 0.0, count: int = 16, eval_rows: int = 0, **arguments):
    """A trainer of one kind; plain SGD by default, so that the step shows the gradient."""
    kinds = (ClassificationTrainer, LanguageModelingTrainer, MultitaskTrainer, InstructionTrainer)
    defaults = {
        "per_device_train_batch_size": 16,
        "num_train_epochs": 1,
        "learning_rate": 0.1,
        "lr_scheduler_type": "constant",
        "optim": "sgd",
        "max_grad_norm": 0.0,
        "logging_steps": 1,
        "save_strategy": "no",
        "report_to": "none",
        "disable_tqdm": True,
        "use_cpu": True,
        "remove_unused_columns": False,
    }
    data = rows(kind, count)
    collators = {"data_collator": PaddingCollator(0)}
    if kind == "instruction-tuning":
        collators["data_collator"] = InstructionCollator(0)
        collators["train_collator"] = InstructionCollator(0, packed=True, answers_only=True)
    return dict(zip(KINDS, kinds, strict=True))[kind](
        model=model(kind, dropout),
        args=TrainingArguments(output_dir=str(output_dir), **{**defaults, **arguments}),
        train_dataset=data,
        eval_dataset=rows(kind, eval_rows, seed=1) if eval_rows else None,
        lengths=np.array([[len(ids)] for ids in data["input_ids"]]),
        **collators,
    )


def weights(trained) -> dict[str, torch.Tensor]:
    return {name: value.detach().clone() for name, value in trained.model.state_dict().items()}
