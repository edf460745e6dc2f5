"""The rules against planted identities they were developed on; docs/results.md has what they find in other ones."""

from typing import get_args

import planted
import pytest
from planted.score import score

from medtune.data.cleaning.anonymize import Kind, anonymize


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "hospitals"),
    [
        ("open", True),
        ("held_out", True),
        ("held_out_2", False),
        ("held_out_3", False),
        ("held_out_4", False),
        ("held_out_5", False),
    ],
)
def test_planted_identities_are_masked_to_the_bars(part, hospitals):
    # The later parts' negatives hold hospitals that are meant in general, which the optional rule for them masks.
    kinds = tuple(kind for kind in get_args(Kind) if hospitals or kind != "hospital")
    rows = score(planted.generate(part, per_kind=150, negatives=6000), lambda text: spans_of(text, kinds))
    share = {(row.measure, row.name): row.share for row in rows if row.language == "all"}
    assert share["recall", "structured"] >= 0.995
    assert share["recall", "names"] >= 0.95
    assert share["changed negatives", "all"] <= 0.001


def spans_of(text: str, kinds: tuple[str, ...]) -> tuple[str, list[tuple[int, int]]]:
    masked = anonymize(text, kinds)
    return masked.text, [(span.start, span.end) for span in masked.spans]
