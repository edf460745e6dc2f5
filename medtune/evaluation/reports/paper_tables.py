"""Figures printed in the papers that medtune reproduces, to stand beside those reached here. Data only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of Table I of the MEDI-BERPT paper; None where it prints no number.

    Args:
        model: what the experiment trains.
        accuracy: 0 to 1, with the paper's two decimals.
        precision: likewise.
        recall: likewise.
        f1: likewise.
        note: where the paper's text and table disagree.
    """

    model: str
    accuracy: float | None = None
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    note: str = ""


MEDI_BERPT_SOURCE = "MEDI-BERPT paper, Table I"
MEDI_BERPT_DATA = "MedDialog-CN, its 10 most frequent departments"
MEDI_BERPT_TRAINING_ROWS = 597_906
MEDI_BERPT_TEST_ROWS = 74_739
#: The published system that the paper compares with; no experiment of its own.
MEDI_BERPT_RIVAL = "CHMBERT"

MEDI_BERPT = {
    "1": PaperRow("BERT fine-tuned on Chinese news, new head", 0.84, 0.81, 0.80, 0.81),
    "1b": PaperRow("experiment 1 with dropout and a linear head", 0.84, f1=0.80),
    "1c": PaperRow("experiment 1b, encoder frozen", 0.39, f1=0.24),
    "2": PaperRow(
        "medBERT with dropout and a linear head", 0.87, 0.84, 0.83, 0.83, "its text says accuracy 0.86 and F1 0.85"
    ),
    "2b": PaperRow("experiment 2, encoder frozen", 0.35, f1=0.17),
    "3": PaperRow("GPT-2 alone on the patient-doctor text"),
    "4": PaperRow("medBERT and GPT-2, joint", 0.91, 0.85, 0.87, 0.86),
    "5": PaperRow("MEDI-BERPT: joint, from the models of 2 and 3", 0.90, 0.86, 0.85, 0.85),
    MEDI_BERPT_RIVAL: PaperRow("published rival", 0.86, f1=0.74),
}
