"""Pairs of real answers: what a system might have said to a question, and what the doctor said."""

from pathlib import Path

from medtune.data.sources import read_source


def real_pairs(shared: Path, language: str, count: int) -> tuple[list[str], list[str]]:
    """Return predictions and references; a prediction is the start of its reference and the end of another."""
    data = shared / "data"
    if language == "en":
        source = {"source": "icliniq", "path": str(data / "icliniq_600.json")}
    else:
        source = {"source": "toyhom", "path": str(data / "internal_medicine_train.gb18030.csv")}
    replies = [reply for row in read_source(source) if (reply := getattr(row, "reply", None))][:count]
    others = replies[7:] + replies[:7]
    # Every fifth is empty, every seventh right, the others share a changing part.
    predictions = []
    for number, (reply, other) in enumerate(zip(replies, others, strict=True)):
        cut = len(reply) * (number % 10) // 10
        mixed = reply[:cut] + other[cut:]
        predictions.append("" if number % 5 == 4 else reply if number % 7 == 6 else mixed)
    return predictions, replies
