"""The row schema that passes between the parts: one `Record` is one consultation, summary or instruction."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from typing import Literal

import pyarrow as pa

LANGUAGES = ("zh", "en")
TASKS = ("triage", "summary", "question-answer", "dialogue", "instruction")


@dataclass(slots=True)
class Turn:
    """One utterance of a dialogue.

    Args:
        role: who speaks, `patient` or `doctor`.
        text: what was said.
    """

    role: Literal["patient", "doctor"]
    text: str


@dataclass(slots=True)
class Record:
    """One row of data, in the form every source is read into.

    Args:
        id: unique within the data set, `source:file:number` by convention.
        source: name of the reader, such as `meddialog`.
        language: `zh` or `en`.
        task: one of `TASKS`.
        instruction: what the model is asked to do, for instruction data.
        turns: the dialogue in its order.
        description: what the patient wrote.
        disease: the disease named by the patient or the platform.
        department: the hospital department.
        reply: the answer to learn.
        group: dialogue or patient; rows of one group never stand in two splits.
        meta: any further field of the source, text by name (`help_wanted`, `visited`, `history`, `url` …).
    """

    id: str
    source: str
    language: Literal["zh", "en"]
    task: str
    instruction: str | None = None
    turns: list[Turn] = field(default_factory=list)
    description: str | None = None
    disease: str | None = None
    department: str | None = None
    reply: str | None = None
    group: str | None = None
    meta: dict[str, str] = field(default_factory=dict)

    def as_row(self) -> dict:
        """Return the record as a row of `RECORD_SCHEMA`; `meta` becomes a JSON object."""
        row = {f.name: getattr(self, f.name) for f in fields(self)}
        row["turns"] = [{"role": turn.role, "text": turn.text} for turn in self.turns]
        row["meta"] = json.dumps(self.meta, ensure_ascii=False)
        return row

    @classmethod
    def from_row(cls, row: dict) -> Record:
        """Build a record from a row of `RECORD_SCHEMA`, the inverse of `as_row`."""
        turns = [Turn(turn["role"], turn["text"]) for turn in row["turns"] or []]
        return cls(**{**row, "turns": turns, "meta": json.loads(row["meta"] or "{}")})


@dataclass(slots=True)
class Rejected:
    """A piece of input that is no record (any more), kept with the reason instead of being dropped.

    Args:
        id: where it stood, `source:file:number` like `Record.id`.
        source: name of the reader.
        reason: short and countable, such as `no patient description`.
        text: the raw piece of input or the record's text.
    """

    id: str
    source: str
    reason: str
    text: str


RECORD_SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("language", pa.string(), nullable=False),
        pa.field("task", pa.string(), nullable=False),
        pa.field("instruction", pa.string()),
        pa.field("turns", pa.list_(pa.struct([pa.field("role", pa.string()), pa.field("text", pa.string())]))),
        pa.field("description", pa.string()),
        pa.field("disease", pa.string()),
        pa.field("department", pa.string()),
        pa.field("reply", pa.string()),
        pa.field("group", pa.string()),
        pa.field("meta", pa.string()),
    ]
)

REJECTED_SCHEMA = pa.schema([(f.name, pa.string()) for f in fields(Rejected)])


@dataclass(slots=True)
class Prediction:
    """What a system answered to one row; everything that generates or classifies writes it.

    Args:
        id: the record's id.
        system: name of what answered, such as the run's folder.
        language: `zh` or `en`.
        task: the record's task.
        input: what the system was given.
        reference: the true reply, if known.
        prediction: the generated reply, if any.
        probabilities: probability of each department, if any.
        department: the predicted department, if any.
        seconds: time spent on the row; a batch's time is shared out evenly.
    """

    id: str
    system: str
    language: str
    task: str
    input: str
    reference: str | None = None
    prediction: str | None = None
    probabilities: dict[str, float] = field(default_factory=dict)
    department: str | None = None
    seconds: float | None = None


PREDICTION_SCHEMA = pa.schema(
    [(f.name, pa.float64() if f.name == "seconds" else pa.string()) for f in fields(Prediction)]
)
