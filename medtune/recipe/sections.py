"""Sections that several tasks share."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from medtune.recipe.schema import Section

Model = str | dict[str, Any]
"""A Hub id, a path, or a mapping: the configuration (with `model_type`) of a model to initialise at random."""


class PreparedDataSection(Section):
    """Rows written by `task: prepare-data`.

    Args:
        path: the `output_dir` of that task.
        max_tokens: longest description in tokens, special tokens included; longer ones are cut.
        max_reply_tokens: longest reply in tokens, end token included.
        max_train_rows: train on the first rows only, in the order of the file; all by default.
    """

    path: str
    max_tokens: int = Field(default=200, ge=8)
    max_reply_tokens: int = Field(default=200, ge=2)
    max_train_rows: int | None = Field(default=None, ge=1)


class Freeze(Section):
    """Which weights stay as they are.

    Args:
        encoder: the whole encoder.
        decoder: the whole decoder.
        embeddings: the embeddings of both.
        encoder_layers: the first so many layers of the encoder, with its embeddings.
    """

    encoder: bool = False
    decoder: bool = False
    embeddings: bool = False
    encoder_layers: int = Field(default=0, ge=0)


class Generation(Section):
    """How replies are generated after training, to be scored with BLEU and ROUGE.

    Args:
        rows: rows of the test split to reply to; 0 generates none.
        batch_size: rows generated at a time.
        max_new_tokens: longest reply in tokens.
        num_beams: beams; 1 is greedy search or sampling.
        do_sample: sample instead of taking the most likely token.
        temperature: of sampling.
        top_p: nucleus of sampling.
        no_repeat_ngram_size: n-grams of this length occur once at most; 0 allows all.
        samples: replies shown in the report.
    """

    rows: int = Field(default=200, ge=0)
    batch_size: int = Field(default=16, ge=1)
    max_new_tokens: int = Field(default=100, ge=1)
    num_beams: int = Field(default=1, ge=1)
    do_sample: bool = False
    temperature: float = Field(default=1.0, gt=0)
    top_p: float = Field(default=1.0, gt=0, le=1)
    no_repeat_ngram_size: int = Field(default=0, ge=0)
    samples: int = Field(default=5, ge=0)

    def options(self) -> dict[str, Any]:
        """Return the arguments of `model.generate`."""
        options = self.model_dump(exclude={"rows", "batch_size", "samples"})
        if not self.do_sample:
            del options["temperature"], options["top_p"]
        return options


Pooling = Literal["cls", "mean"]
