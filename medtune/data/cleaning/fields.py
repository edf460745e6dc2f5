"""The text fields of a record: what the cleaning steps read and change, in one place and one order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from medtune.data.records import Record, Turn

_NAMES = ("instruction", "description", "disease", "reply")


def texts(record: Record) -> Iterator[str]:
    """Yield every text of a record in a fixed order: instruction, description, turns, disease, reply, values of `meta`.

    What is missing or empty is left out, and so are the labels of a row: id, source, department, group.

    Args:
        record: to be read.
    """
    if record.instruction:
        yield record.instruction
    if record.description:
        yield record.description
    for turn in record.turns:
        if turn.text:
            yield turn.text
    if record.disease:
        yield record.disease
    if record.reply:
        yield record.reply
    for value in record.meta.values():
        if value:
            yield value


def map_texts(record: Record, function: Callable[[str], str]) -> Record:
    """Apply a function to every text of a record.

    Args:
        record: is not changed.
        function: gets each text that is not empty, in the order of `texts`; should return the same text where there is
            nothing to do.

    Returns:
        The same object if no text changed, else a new record.
    """
    changed: dict = {}
    for name in _NAMES[:2]:
        _apply(record, name, function, changed)
    turns = [function(turn.text) if turn.text else turn.text for turn in record.turns]
    if any(text != turn.text for text, turn in zip(turns, record.turns, strict=True)):
        changed["turns"] = [Turn(turn.role, text) for text, turn in zip(turns, record.turns, strict=True)]
    for name in _NAMES[2:]:
        _apply(record, name, function, changed)
    meta = {key: function(value) if value else value for key, value in record.meta.items()}
    if meta != record.meta:
        changed["meta"] = meta
    return replace(record, **changed) if changed else record


def _apply(record: Record, name: str, function: Callable[[str], str], changed: dict) -> None:
    text = getattr(record, name)
    if text:
        result = function(text)
        if result != text:
            changed[name] = result
