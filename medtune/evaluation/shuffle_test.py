"""Does the decoder listen to the encoder? Replies get harder to predict if descriptions are swapped."""

from __future__ import annotations

import pyarrow as pa
import torch
from transformers import PreTrainedModel

from medtune.data.collators import PaddingCollator
from medtune.evaluation.inference.predict import Predictor
from medtune.evaluation.significance import Interval, paired_difference_interval
from medtune.trainers.language_modeling import summed_token_loss


def shuffle_test(predictor: Predictor, table: pa.Table) -> Interval:
    """Return by how much the reply loss rises if each description is replaced by another row's.

    Args:
        predictor: a joint model.
        table: rows with descriptions and replies.

    Returns:
        Mean and 95 % interval of the paired difference, in nats a token; above 0 if the decoder uses the encoder.

    Raises:
        ValueError: fewer than two rows have both.
    """
    rows = [row for row in table.select(["description", "reply"]).to_pylist() if row["description"] and row["reply"]]
    if len(rows) < 2:
        raise ValueError(
            f"{len(rows)} of {table.num_rows} rows have a description and a reply, and swapping needs two; raise "
            "shuffle_test_rows, or set it to 0 to leave the test out"
        )
    processor = predictor.processor
    encoded = processor(
        text=[row["description"] for row in rows],
        reply=[row["reply"] for row in rows],
        max_length=predictor.max_tokens,
        max_reply_length=min(predictor.max_tokens, predictor.model.config.decoder.n_positions),
    )
    examples = [
        {"input_ids": ids, "labels": labels}
        for ids, labels in zip(encoded["input_ids"], encoded["labels"], strict=True)
    ]
    own, swapped = reply_losses(predictor.model, examples, processor.tokenizer.pad_token_id)
    return paired_difference_interval(own, swapped)


def reply_losses(
    model: PreTrainedModel, examples: list[dict], pad_token_id: int, batch_size: int = 32
) -> tuple[list[float], list[float]]:
    """Return each reply's mean token loss given its own description, and given another row's.

    Within each batch the descriptions are moved on by one row, so that no reply keeps its own.

    Args:
        model: a joint model.
        examples: rows with `input_ids` and `labels`; a last batch of one row is left out.
        pad_token_id: fills shorter descriptions.
        batch_size: rows among which descriptions are swapped.

    Returns:
        Two lists of nats a token, in the order of the rows.
    """
    model.eval()
    own, swapped = [], []
    collate = PaddingCollator(pad_token_id)
    for start in range(0, len(examples) - 1, batch_size):
        part = examples[start : start + batch_size]
        batch = collate([{"input_ids": row["input_ids"], "labels": row["labels"]} for row in part])
        batch = {name: tensor.to(model.device) for name, tensor in batch.items()}
        for losses, shift in ((own, 0), (swapped, 1)):
            with torch.inference_mode():
                logits = model(
                    input_ids=batch["input_ids"].roll(shift, 0),
                    attention_mask=batch["attention_mask"].roll(shift, 0),
                    labels=batch["labels"],
                ).logits
            sums, tokens = summed_token_loss(logits, batch["labels"])
            losses += (sums / tokens).tolist()
    return own, swapped
