"""What was found where in a text, and how a text looks to the rules that search it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

PERSONS = ("doctor", "patient", "person")
_RANK = {"doctor": 2, "patient": 1, "person": 0, "number": -1}


class Span(NamedTuple):
    """A piece of a text that tells who is meant.

    Args:
        start: index of the first character.
        end: index after the last one.
        kind: such as `phone`; `doctor`, `patient` or `person` for a name.
        valid: what a checksum says about the number, where it has one. It labels, it never decides.
    """

    start: int
    end: int
    kind: str
    valid: bool | None = None


_FOLDABLE = "".join(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))) + "＠－＿＋／"
_FOLDED = str.maketrans(_FOLDABLE + "．", "".join(chr(ord(char) - 0xFEE0) for char in _FOLDABLE) + ".")
_FOLD = re.compile(f"[{_FOLDABLE}．]")
_NUMERAL = "零〇○幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖⓪①②③④⑤⑥⑦⑧⑨"
_NUMERALS = str.maketrans(_NUMERAL, "000112234567891234567890123456789")
_SPOKEN = re.compile(
    rf"[{_NUMERAL}](?:[ \-—_·.、，,/]{{0,2}}[{_NUMERAL}0-9]){{4,}}|[0-9](?:[ \-—]?[{_NUMERAL}0-9]){{6,}}"
)


@lru_cache(maxsize=16)
def fold(text: str) -> str:
    """Return the text with full-width letters, digits and signs of addresses in ASCII, of the same length."""
    return text.translate(_FOLDED) if _FOLD.search(text) else text


def spell_out(text: str) -> str:
    """Return the text with runs of Chinese and circled numerals as digits (一三八 → 138), of the same length."""
    return _SPOKEN.sub(lambda match: match[0].translate(_NUMERALS), text)


def lower(text: str) -> str:
    """Return the text in lower case, of the same length: a letter that would become two (İ) stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(one if len(one) == 1 else char for char in text for one in [char.lower()])


@lru_cache(maxsize=16)
def searchable(text: str) -> str:
    """Return `lower(fold(text))`: one step after the other asks for it."""
    return lower(fold(text))


def automaton(words: Sequence[str]) -> AhoCorasick:
    """Return what finds all words in one pass over a text, the longest where several begin together."""
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def disjoint(spans: Sequence[Span]) -> list[Span]:
    """Return spans in their order, none overlapping: those that overlap become one, with the longest one's kind."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if kept and span.start < kept[-1].end:
            last = kept[-1]
            longest = max(last, span, key=lambda one: (one.end - one.start, _RANK.get(one.kind, 9)))
            kept[-1] = longest._replace(start=last.start, end=max(last.end, span.end))
        else:
            kept.append(span)
    return kept
