"""Names found by a token-classification model, for what no rule can know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from medtune.data.cleaning.spans import Span

if TYPE_CHECKING:
    from medtune.data.cleaning.anonymize import NameModel


class NameFinder:
    """Finds persons in a text. The model is loaded with the first text, so that the step travels to worker processes.

    Args:
        options: which model, which of its labels, and how sure it has to be.
    """

    def __init__(self, options: NameModel):
        self.options = options
        self._pipeline: Any = None

    def __getstate__(self) -> dict[str, Any]:
        return {"options": self.options, "_pipeline": None}

    def __call__(self, text: str) -> list[Span]:
        """Return the spans of the persons named in a text.

        Raises:
            ValueError: the model has none of the labels.
        """
        if self._pipeline is None:
            self._pipeline = self._load()
        found = self._pipeline(text)
        sure = [
            hit for hit in found if hit["score"] >= self.options.minimum_score and _label(hit) in self.options.labels
        ]
        return [Span(int(hit["start"]), int(hit["end"]), "person") for hit in sure if hit["end"] > hit["start"]]

    def _load(self) -> Any:
        from transformers import pipeline

        loaded = pipeline("token-classification", model=self.options.model, aggregation_strategy="simple")
        labels = {label.removeprefix("B-").removeprefix("I-") for label in loaded.model.config.id2label.values()}
        if not labels & set(self.options.labels):
            wanted, there = ", ".join(self.options.labels), ", ".join(sorted(labels))
            raise ValueError(
                f"cleaning.anonymize.name_model: {self.options.model} has none of the labels {wanted}; it has {there}. "
                "Name those that mean a person in `labels`"
            )
        return loaded


def _label(hit: dict[str, Any]) -> str:
    return hit["entity_group"]
