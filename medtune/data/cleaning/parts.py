"""The parts of a record that cleaning judges: what is asked, what is answered, and what else is said."""

from __future__ import annotations

from medtune.data.records import Record


def question(record: Record) -> str:
    """Return what is asked: the description, else the patient's first words; empty if there is nothing.

    An instruction belongs to it in instruction data only. Elsewhere it is the same sentence in every row, which would
    make short questions look alike.

    Args:
        record: of any task.
    """
    asked = record.description or first_words(record, "patient")
    if record.instruction and (record.task == "instruction" or not asked):
        return f"{record.instruction}\n{asked}" if asked else record.instruction
    return asked


def answer(record: Record) -> str:
    """Return what is answered: the reply, else the doctor's first words; empty if there is nothing."""
    return record.reply or first_words(record, "doctor")


def further_turns(record: Record) -> str:
    """Return the turns of a dialogue joined, without those that are question or answer word for word."""
    known = (record.description, record.reply)
    return "\n".join(turn.text for turn in record.turns if turn.text not in known)


def first_words(record: Record, role: str) -> str:
    """Return the first turn of a role that has words."""
    return next((turn.text for turn in record.turns if turn.role == role and turn.text), "")
