"""Answers to the rows of a file from a tuned language model: `medtune generate`."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from medtune.adapters.lineage import name_of
from medtune.adapters.loading import checkpoint_folder
from medtune.data.prompts import Prompts, saved_prompts
from medtune.evaluation.inference.answerer import Answerer
from medtune.evaluation.inference.asking import TEXT_FIELDS, check_mode, example_of_row
from medtune.evaluation.inference.predict import BATCHES_BETWEEN_WRITES, NOTICE
from medtune.evaluation.inference.row_files import Row, answer_file, check_output, claim_output, read_rows
from medtune.recipe.units import counted
from medtune.runs import fingerprint


def generate_file(
    checkpoint: str,
    input: str,
    output: str,
    mode: str | None = None,
    language: str = "auto",
    batch_size: int = 16,
    seed: int = 0,
    **decoding: Any,
) -> dict[str, int]:
    """Answer the rows of a file.

    Args:
        checkpoint: folder or Hub id of a merged model or of an adapter, or a run's folder.
        input: `.jsonl`, `.csv`, `.tsv` or `.parquet` with one of `asking.TEXT_FIELDS`, such as the `test.parquet` of
            prepared data; or `.txt` with one question a line.
        output: JSON Lines file with a `Prediction` a row, `cut` where it was stopped at its longest length, and the
            notice; an unfinished one is continued. `OUTPUT.made_from.json` beside it says what it was made from.
        mode: the kind of prompt, of medtune's or of the recipe that it was trained by; by each row's task if `None`.
        language: of words around the text, and so of the answer: `en`, `zh`, or `auto`.
        batch_size: rows answered at a time.
        seed: of sampling.
        **decoding: of `Answerer`: `max_new_tokens`, `temperature`, `top_p`.

    Returns:
        Numbers of rows `answered`, `failed` (the line says why) and `found_done`.

    Raises:
        ValueError: the input cannot be read or is empty, the output is no .jsonl file, the input itself, or was made
            from something else; the model knows no such mode; or see `Answerer`.
        FileNotFoundError: there is no such input, or no such checkpoint.
    """
    target = Path(output)
    check_output(target)
    if target.resolve() == Path(input).resolve():
        raise ValueError(f"{output} is the input; give another output")
    rows = list(read_rows(Path(input), TEXT_FIELDS))  # before the model is loaded: a bad file costs no waiting
    if not rows:
        raise ValueError(f"{input} holds no row to answer")
    folder = checkpoint_folder(checkpoint)
    check_mode(mode, saved_prompts(folder) or Prompts())
    settings = {"mode": mode, "language": language, "batch_size": batch_size, "seed": seed, **decoding}
    made_from = {"checkpoint": fingerprint(str(folder)), "input": fingerprint(input), "settings": repr(settings)}
    claim_output(target, made_from)
    answerer = Answerer(checkpoint, **decoding)
    places = {id(row): place for place, row in enumerate(rows)}

    def answer(part: Sequence[Row]) -> list[dict[str, Any]]:
        torch.manual_seed(seed + places[id(part[0])])  # where it goes on, it does not begin with the first row's draws
        return _answers(answerer, part, mode, language, batch_size, name_of(folder))

    answered, failed, done = answer_file(rows, target, answer, chunk=batch_size * BATCHES_BETWEEN_WRITES)
    told = f"{counted(answered, 'row')} answered, {failed} could not be, {done} were done before"
    print(f"{told} -> {output}", file=sys.stderr)
    print(NOTICE, file=sys.stderr)
    return {"answered": answered, "failed": failed, "found_done": done}


def _answers(
    answerer: Answerer, rows: Sequence[Row], mode: str | None, language: str, batch_size: int, system: str
) -> list[dict[str, Any]]:
    start = time.perf_counter()
    asked = [example_of_row(row.values, row.text, mode, language, answerer.words) for row in rows]
    answers = answerer.answer([example for example, _, _ in asked], batch_size)
    seconds = round((time.perf_counter() - start) / len(rows), 4)
    return [
        {
            "system": system,
            "language": spoken,
            "task": kind,
            "input": row.text,
            "reference": row.values.get("reply"),
            "prediction": answer.text,
            "seconds": seconds,
            "cut": answer.cut,
            "notice": NOTICE,
        }
        for row, (_, spoken, kind), answer in zip(rows, asked, answers, strict=True)
    ]
