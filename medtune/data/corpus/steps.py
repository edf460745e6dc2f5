"""The cleaning steps in their order, with their sections of the recipe."""

from __future__ import annotations

from collections import Counter
from typing import Any, Protocol

from pydantic import Field

from medtune.data.cleaning import anonymize as anonymize_rules
from medtune.data.cleaning import outliers as outlier_rules
from medtune.data.cleaning import quality as quality_rules
from medtune.data.cleaning import repair as repair_rules
from medtune.data.cleaning import sensitive_words as sensitive_rules
from medtune.data.cleaning import truncate as truncate_rules
from medtune.data.cleaning.deduplicate import PERMUTATIONS, bands_for
from medtune.data.records import Record
from medtune.recipe.schema import Section


class Step(Protocol):
    """What a cleaning step is: a function of one record, and what it counted."""

    name: str
    version: int
    counts: Counter[str]

    def __call__(self, record: Record) -> Record | str:
        """Return the record, a changed copy of it, or the reason why it is kept aside."""


class Duplicates(Section):
    """Keys of `cleaning.duplicates`.

    Args:
        threshold: Jaccard similarity of character 5-grams from which two rows are near duplicates, and two questions or
            two answers the same; `null` compares for equality only.
        min_characters: letters and digits below which equal questions, or equal answers, of a test set and the training
            rows are chance ("thank you").
    """

    threshold: float | None = Field(default=0.8, ge=0.3, le=1)
    min_characters: int = Field(default=20, ge=5)


class Cleaning(Section):
    """The steps in their order; `null` leaves one out.

    Args:
        repair: encodings, entities, control characters.
        quality: rows that teach nothing.
        anonymize: telephone numbers, names, addresses and what else tells who is meant.
        sensitive_words: offensive and other sensitive words, by category.
        truncate: long texts, key information stays.
        outliers: rows far from what is usual in their source; judged over all rows.
        max_repeats: an answer given word for word to more rows than this is a template; judged over all rows.
        duplicates: exact and near duplicates, also between training and test; judged over all rows.
    """

    repair: repair_rules.Options | None = repair_rules.Options()
    quality: quality_rules.Options | None = quality_rules.Options()
    anonymize: anonymize_rules.Options | None = anonymize_rules.Options()
    sensitive_words: sensitive_rules.Options | None = sensitive_rules.Options()
    truncate: truncate_rules.Options | None = truncate_rules.Options()
    outliers: outlier_rules.Options | None = outlier_rules.Options()
    max_repeats: int | None = Field(default=100, ge=1)
    duplicates: Duplicates | None = Duplicates()


#: The steps that see one row at a time, by their key in `Cleaning`, in the order in which they are taken.
STEPS = {
    "repair": repair_rules.Repair,
    "quality": quality_rules.Quality,
    "anonymize": anonymize_rules.Anonymize,
    "sensitive_words": sensitive_rules.SensitiveWords,
    "truncate": truncate_rules.Truncate,
}
#: Those that a source which is a test set as a whole does without: its rows are to be those of other papers.
NOT_FOR_TESTS = frozenset(("quality", "truncate"))
#: The step without which no text may be written, be it of a row that is kept aside.
ANONYMIZE = "anonymize"


def build_steps(cleaning: Cleaning, key: bytes) -> list[Step]:
    """Return the steps that a recipe asks for, in their order.

    Args:
        cleaning: of the recipe.
        key: secret of the keyed hashes in an audit log.
    """
    chosen = {name: getattr(cleaning, name) for name in STEPS}
    return [STEPS[name](options, key) for name, options in chosen.items() if options is not None]


def versions(cleaning: Cleaning) -> dict[str, Any]:
    """Return the version of every rule that a recipe asks for: what may change the output besides the recipe."""
    found: dict[str, Any] = {name: STEPS[name].version for name in STEPS if getattr(cleaning, name) is not None}
    if cleaning.outliers is not None:
        found["outliers"] = outlier_rules.version
    if cleaning.duplicates is not None and cleaning.duplicates.threshold is not None:
        bands, width = bands_for(cleaning.duplicates.threshold)
        found["duplicates"] = f"1 ({PERMUTATIONS} hashes, {bands} bands of {width})"
    return found
