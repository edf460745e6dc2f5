"""Departments and replies for new rows, from a checkpoint: `medtune predict`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy.special import softmax
from transformers import (
    AutoConfig,
    AutoModel,
    AutoModelForCausalLM,
    AutoModelForSequenceClassification,
    AutoProcessor,
    AutoTokenizer,
    PreTrainedModel,
)

import medtune.models  # noqa: F401 (tells the Auto classes of BERPT)
from medtune.data.collators import PaddingCollator
from medtune.data.tokenization import encode_prompts
from medtune.evaluation.inference.generation import batches_of_like_length, generate_batch
from medtune.evaluation.inference.row_files import answer_file, check_output, claim_output, read_rows, unanswerable
from medtune.evaluation.triage.thresholds import read_thresholds, thresholds_file
from medtune.models.berpt.processing_berpt import decode_replies
from medtune.recipe.inputs import Input, describe_missing, unobtainable
from medtune.recipe.sections import Generation
from medtune.recipe.units import counted
from medtune.runs import fingerprint

NOTICE = "Made by a language model: no diagnosis, a doctor has to judge it. 由语言模型生成，不构成诊断。"
ALTERNATIVES = 2
BATCHES_BETWEEN_WRITES = 8
SHORTEST_DESCRIPTION = 8  # tokens, as in a recipe
MAX_TOKENS = 200
NOT_CHECKED = "no thresholds are known for this checkpoint; `task: triage-report` finds them"


class Predictor:
    """A checkpoint that answers descriptions.

    Args:
        checkpoint: folder or Hub id of a BERPT model, joint or triage alone, or of a causal language model.
        batch_size: descriptions answered at a time.
        max_tokens: longest description in tokens, if the model has room for it; longer ones are cut. By default what
            the checkpoint's thresholds were found with, or 200.
        generation: how replies are generated, if the checkpoint can; as its `generation_config.json` says by default.
        with_thresholds: use the checkpoint's thresholds; not where they are about to be found anew.

    Raises:
        ValueError: the checkpoint is of another kind, has no room for a description beside the reply, or holds the
            thresholds of other weights.
        FileNotFoundError: there is no such checkpoint.
        OSError: the Hub does not answer.
    """

    def __init__(
        self,
        checkpoint: str,
        batch_size: int = 32,
        max_tokens: int | None = None,
        generation: Generation | None = None,
        with_thresholds: bool = True,
    ):
        require_checkpoint(checkpoint)
        try:
            config = AutoConfig.from_pretrained(checkpoint)
        except OSError as error:  # of a Hub id it does not say which
            raise OSError(f"checkpoint {checkpoint}: {error}") from error
        self.batch_size = batch_size
        self.classifies = config.model_type == "berpt"
        saved_as = ", ".join(config.architectures or ["model of unknown class"])
        if not self.classifies and not saved_as.endswith(("ForCausalLM", "LMHeadModel")):
            raise ValueError(
                f"{checkpoint} is a {saved_as}, which neither names departments nor writes replies; give a BERPT "
                "checkpoint or a causal language model"
            )
        self.replies = not self.classifies or config.decoder is not None
        if self.classifies and self.replies:
            self.processor = AutoProcessor.from_pretrained(checkpoint)
            self.tokenizer, self.reply_tokenizer = self.processor.tokenizer, self.processor.decoder_tokenizer
            self.model = AutoModel.from_pretrained(checkpoint)
        else:
            self.tokenizer = self.reply_tokenizer = AutoTokenizer.from_pretrained(checkpoint)
            kind = AutoModelForSequenceClassification if self.classifies else AutoModelForCausalLM
            self.model = kind.from_pretrained(checkpoint)
        self.model.to("cuda" if torch.cuda.is_available() else "cpu").eval()
        self.options = generation.options() if generation else _saved_options(self.model)
        self.thresholds = read_thresholds(checkpoint, self.model) if self.classifies and with_thresholds else None
        wanted = max_tokens or (self.thresholds.max_tokens if self.thresholds else MAX_TOKENS)
        self.max_tokens = min(wanted, _room(self.model, self.options.get("max_new_tokens", 0)))

    def __call__(self, texts: list[str]) -> list[dict[str, Any]]:
        """Answer descriptions.

        Args:
            texts: what patients wrote.

        Returns:
            For each text `department`, `probability`, `alternatives`, `refer_to_human` and `refer_reason` if the
            checkpoint classifies, `reply` if it writes replies, and a `notice` that this is no diagnosis; in the order
            of the texts. Every text is referred to a human as long as the checkpoint has no thresholds.
        """
        prompts = self._encode(texts)
        answers: list[dict[str, Any]] = [{} for _ in texts]
        for rows in batches_of_like_length(prompts, self.batch_size):
            for row, answer in zip(rows, self._answer([prompts[row] for row in rows]), strict=True):
                answers[row] = answer
        return answers

    def _encode(self, texts: list[str]) -> list[list[int]]:
        if self.classifies:
            return self.tokenizer(texts, truncation=True, max_length=self.max_tokens)["input_ids"]
        config = self.model.config
        return encode_prompts(texts, self.tokenizer, self.max_tokens, config.bos_token_id, config.eos_token_id)

    def _answer(self, prompts: list[list[int]]) -> list[dict[str, Any]]:
        answers = self._departments(prompts) if self.classifies else [{} for _ in prompts]
        if self.replies:
            new = generate_batch(self.model, prompts, self.options)
            replies = decode_replies(self.reply_tokenizer, new)
            answers = [answer | {"reply": reply} for answer, reply in zip(answers, replies, strict=True)]
        return [answer | {"notice": NOTICE} for answer in answers]

    def department_logits(self, texts: list[str]) -> np.ndarray:
        """Return the logits of the departments for each text, `(texts, departments)`, as the checkpoint gives them."""
        prompts = self._encode(texts)
        logits = np.zeros((len(texts), self.model.config.num_labels))
        for rows in batches_of_like_length(prompts, self.batch_size):
            logits[rows] = self._logits([prompts[row] for row in rows])
        return logits

    def _logits(self, prompts: list[list[int]]) -> np.ndarray:
        batch = PaddingCollator(self.tokenizer.pad_token_id)([{"input_ids": ids} for ids in prompts])
        with torch.inference_mode():
            output = self.model(**{name: tensor.to(self.model.device) for name, tensor in batch.items()})
        logits = output.department_logits if self.replies else output.logits
        return logits.double().cpu().numpy()

    def _departments(self, prompts: list[list[int]]) -> list[dict[str, Any]]:
        logits = self._logits(prompts)
        if self.thresholds is None:
            probabilities = softmax(logits, axis=-1)
            sets = (-probabilities).argsort(-1, kind="stable").argsort(-1) <= ALTERNATIVES
            reasons = [NOT_CHECKED] * len(prompts)
        else:
            decision = self.thresholds.decide(logits)
            probabilities, sets = decision.probabilities, decision.sets
            reasons = [self.thresholds.reason(*row) for row in zip(decision.familiar, decision.sure, strict=True)]
        answers = []
        for shares, possible, reason in zip(probabilities, sets, reasons, strict=True):
            first, *others = [
                {"department": self.model.config.id2label[int(index)], "probability": round(float(shares[index]), 4)}
                for index in (-shares).argsort(kind="stable")
                if possible[index]
            ]
            referral = {"refer_to_human": reason is not None, "refer_reason": reason}
            answers.append({**first, "alternatives": others, **referral})
        return answers


def _saved_options(model: PreTrainedModel) -> dict[str, Any]:
    """Return what has to be added to a checkpoint's own generation settings: a length, where they give none."""
    if not model.can_generate():
        return {}
    saved = model.generation_config.max_new_tokens
    return {"max_new_tokens": Generation().max_new_tokens if saved is None else saved}


def _room(model: PreTrainedModel, max_new_tokens: int) -> int:
    """Return how many tokens of a description a model has positions for; a causal one writes the reply behind it."""
    if model.config.model_type == "berpt":
        return model.max_description_length or sys.maxsize
    positions = getattr(model.config, "max_position_embeddings", sys.maxsize)
    if positions - max_new_tokens < SHORTEST_DESCRIPTION:
        raise ValueError(f"max_new_tokens {max_new_tokens} leaves no room in {positions} positions; lower it")
    return positions - max_new_tokens


def require_checkpoint(checkpoint: str) -> None:
    """Check that a checkpoint is a path that exists, or a Hub id that can be had.

    Raises:
        FileNotFoundError: it is neither.
    """
    wanted = Input("checkpoint", checkpoint, "model")
    if unobtainable([wanted]):
        raise FileNotFoundError(describe_missing(wanted))


def predict_text(checkpoint: str, text: str) -> None:
    """Answer one description and print the answer as JSON.

    Args:
        checkpoint: see `Predictor`.
        text: what a patient wrote.

    Raises:
        ValueError: there is nothing to answer.
    """
    if reason := unanswerable(text):
        raise ValueError(f"{reason}; write what the patient says behind --text")
    print(json.dumps(Predictor(checkpoint)([text])[0], ensure_ascii=False, indent=2))


def predict_file(checkpoint: str, input: str, output: str, batch_size: int = 32) -> dict[str, int]:
    """Answer the rows of a file with a checkpoint.

    Args:
        checkpoint: see `Predictor`.
        input: file that `row_files.read_rows` can read.
        output: JSON Lines file, one line a row; an unfinished one is continued. `OUTPUT.made_from.json` beside it says
            which checkpoint and input it was made from.
        batch_size: descriptions answered at a time.

    Returns:
        Numbers of rows `answered`, `failed` (the line says why) and `found_done`.

    Raises:
        ValueError: the input cannot be read, or the output is no .jsonl file, the input itself, or was made from
            another input or by another checkpoint.
        FileNotFoundError: there is no such input, or no such checkpoint.
    """
    check_output(Path(output))
    if Path(output).resolve() == Path(input).resolve():
        raise ValueError(f"{output} is the input; give another output")
    rows = list(read_rows(Path(input)))  # before the model is loaded: a bad file costs no waiting
    require_checkpoint(checkpoint)
    made_from = {"checkpoint": fingerprint(checkpoint), "input": fingerprint(input)}
    if (found := thresholds_file(checkpoint)) is not None:
        made_from["thresholds"] = fingerprint(str(found))
    claim_output(Path(output), made_from)
    predictor = Predictor(checkpoint, batch_size)
    answered, failed, done = answer_file(
        rows,
        Path(output),
        lambda part: predictor([row.text for row in part]),
        chunk=batch_size * BATCHES_BETWEEN_WRITES,
    )
    told = f"{counted(answered, 'row')} answered, {failed} could not be, {done} were done before"
    print(f"{told} -> {output}", file=sys.stderr)
    return {"answered": answered, "failed": failed, "found_done": done}
