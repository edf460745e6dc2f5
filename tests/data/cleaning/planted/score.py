"""Score an anonymiser on the planted test: recall by kind, and what it masks that names nobody.

An identity counts as found only if none of its letters, digits or numerals survives: half a phone number is a miss.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq
from scipy.stats import binomtest

from planted import Planted
from planted.templates import Span

PLACEHOLDER = re.compile(r"\[[^\[\]\n]{1,30}\]")
GROUPS = {
    "structured": {"phone", "id_card", "email", "wechat", "qq", "url"},
    "names": {"patient_name", "doctor_name"},
}
Anonymise = Callable[[str], str | tuple[str, list[tuple[int, int]]]]


@dataclass(frozen=True)
class Row:
    """`count` of `of` with the Wilson 95 % interval of the share."""

    measure: str
    name: str
    language: str
    part: str
    count: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.count / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (Wilson 1927), without continuity correction."""
        found = binomtest(self.count, self.of).proportion_ci(0.95, method="wilson")
        return float(found.low), float(found.high)

    def __str__(self) -> str:
        low, high = (f"{100 * end:.2f}" for end in self.interval)
        cells = (self.measure, self.name, self.language, self.part, str(self.count), str(self.of))
        return f"| {' | '.join(cells)} | {100 * self.share:.2f} | {low}-{high} |"


def score(planted_texts: Iterable[Planted], anonymise: Anonymise, placeholder: re.Pattern = PLACEHOLDER) -> list[Row]:
    """Count what `anonymise` finds and what it masks in vain.

    Args:
        planted_texts: What `planted.generate` gives.
        anonymise: Gives the masked text, or the masked text and the spans (start, end, ...) it masked, in characters
            of the text it was given.
        placeholder: What stands for an identity in a masked text.

    Returns:
        Rows of four measures: "recall" by kind and for `GROUPS`; "changed negatives", the share of texts without an
        identity that come back different, by topic and in all; "masked outside", the share of the letters and
        digits outside identities that are lost in texts that hold some (a rule that masks everything shows here).
    """
    counts, totals = Counter(), Counter()

    def add(measure: str, name: str, planted: Planted, hits: int, of: int) -> None:
        for language in (planted.language, "all"):
            key = (measure, name, language, planted.part)
            counts[key] += hits
            totals[key] += of

    for planted in planted_texts:
        output = anonymise(planted.text)
        if planted.is_negative:
            changed = (output if isinstance(output, str) else output[0]) != planted.text
            for name in (planted.topic, "all"):
                add("changed negatives", name, planted, changed, 1)
            continue
        kept = survivors(planted.text, output, placeholder)
        inside = set()
        for span in planted.spans:
            inside.update(range(span.start, span.end))
            found = is_gone(planted.text, span, kept)
            for name in (span.kind, *(group for group, kinds in GROUPS.items() if span.kind in kinds), "all"):
                add("recall", name, planted, found, 1)
        outside = [place for place, char in enumerate(planted.text) if char.isalnum() and place not in inside]
        add("masked outside", "characters", planted, sum(place not in kept for place in outside), len(outside))
    order = ("recall", "masked outside", "changed negatives")
    keys = sorted(key for key in totals if totals[key])
    return [Row(*key, counts[key], totals[key]) for measure in order for key in keys if key[0] == measure]


def is_gone(text: str, span: Span, kept: set[int]) -> bool:
    """Whether no letter, digit or numeral of the identity survives; spaces, dashes and dots may."""
    return not any(place in kept and text[place].isalnum() for place in range(span.start, span.end))


def survivors(text: str, output: str | tuple[str, list], placeholder: re.Pattern = PLACEHOLDER) -> set[int]:
    """Places of `text` that the anonymiser left.

    With spans these are the places outside them. Without, the stretches between placeholders are looked up in
    `text` from left to right, the first at its beginning and the last at its end; a text that was changed in other
    ways too is aligned by its longest common subsequence.
    """
    if not isinstance(output, str):
        masked = {place for start, end, *_ in output[1] for place in range(start, end)}
        return set(range(len(text))) - masked
    first, *others = placeholder.split(output)
    if not others:
        return set(range(len(text))) if output == text else common(text, output)
    *middle, last = others
    at, end = len(first), len(text) - len(last)
    if not (text.startswith(first) and text.endswith(last)):
        return common(text, placeholder.sub("\ue000", output))
    kept = {*range(at), *range(end, len(text))}
    for stretch in middle:
        start = text.find(stretch, at, end)
        if start < 0:
            return common(text, placeholder.sub("\ue000", output))
        at = start + len(stretch)
        kept.update(range(start, at))
    return kept


def common(text: str, output: str) -> set[int]:
    """Places of `text` in a longest common subsequence with `output`."""
    blocks = LCSseq.opcodes(text, output)
    return {place for block in blocks if block.tag == "equal" for place in range(block.src_start, block.src_end)}


def misses(
    planted_texts: Iterable[Planted], anonymise: Anonymise, placeholder: re.Pattern = PLACEHOLDER
) -> Iterator[tuple[Planted, Span, str, str | tuple]]:
    """What to look at while developing on the open part: (planted, span, format, output) of every identity left."""
    for planted in planted_texts:
        output = anonymise(planted.text)
        kept = survivors(planted.text, output, placeholder)
        for span, style in zip(planted.spans, planted.formats, strict=True):
            if not is_gone(planted.text, span, kept):
                yield planted, span, style, output


def as_markdown(rows: list[Row]) -> str:
    """The rows as a table."""
    head = "| measure | what | language | part | count | of | % | Wilson 95 % |\n|---|---|---|---|---|---|---|---|"
    return "\n".join([head, *map(str, rows)])
