"""Masks what could tell who is meant, and all numbers, for the few samples a data card shows."""

from __future__ import annotations

import re
from typing import get_args

from medtune.data.cleaning.anonymize import Kind, anonymize
from medtune.data.cleaning.identity.placeholders import PLACEHOLDER as _OF_A_KIND

PLACEHOLDER = re.compile(rf"{_OF_A_KIND.pattern}|\[number\]")
"""What `mask` puts in the place of something."""

_NUMBER = re.compile(r"[0-9０-９]{2,}(?:[.,:/-][0-9]+)*")
_CUT = re.compile(r"\[[^\]\n]{0,8}$")  # half of a placeholder


def mask(text: str) -> str:
    """Replace all that `anonymize` knows, hospitals among it, and numbers.

    Args:
        text: what a patient or a doctor wrote.

    Returns:
        The text with placeholders such as `[医生1]` or `[number]`; single digits stay.
    """
    return _NUMBER.sub("[number]", anonymize(text, get_args(Kind)).text)


def excerpt(text: str, characters: int = 80) -> str:
    """Return the beginning of a text, masked: what a data card may show of it."""
    masked = mask(text)
    if len(masked) <= characters:
        return masked
    return _CUT.sub("", masked[:characters]) + "…"
