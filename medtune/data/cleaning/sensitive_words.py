"""Offensive and unlawful words, by category: masked, a reason to keep the row aside, or only noted.

The list that comes with the package is small on purpose: it holds no word of anatomy, sexual health, addiction or
self-harm as a reason to remove anything, because those are what patients write about.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml
from pydantic import Field

from medtune.data.cleaning.fields import map_texts, texts
from medtune.data.cleaning.spans import automaton, fold, lower, searchable
from medtune.data.records import Record
from medtune.recipe.schema import Section

Action = Literal["mask", "drop", "flag", "keep"]

FLAG = "sensitive_words"
"""Key of `Record.meta` under which the flagged categories are noted, separated by commas."""


class WordList(Section):
    """A list of the user's.

    Args:
        path: a text file in UTF-8, one word or phrase a line; lines that begin with `#` are comments.
        category: its name, in counts and reasons; one of the shipped list extends that.
        action: what is done where a word occurs.
    """

    path: str
    category: str = Field(min_length=1)
    action: Action


class Options(Section):
    """Keys of `cleaning.sensitive_words`.

    Args:
        actions: another action for a category of the shipped list; `keep` leaves its words alone.
        lists: further lists.
        allowed: words and phrases that are left alone although they hold a listed word.
        shipped: whether the list that comes with the package is used.
    """

    actions: dict[str, Action] = Field(default_factory=dict)
    lists: list[WordList] = Field(default_factory=list)
    allowed: list[str] = Field(default_factory=list)
    shipped: bool = True


class Hit(NamedTuple):
    """A listed word in a text.

    Args:
        start: index of its first character.
        end: index after its last one.
        category: of the list.
        action: what is to be done.
    """

    start: int
    end: int
    category: str
    action: str


class Words:
    """All listed words in one automaton (Aho and Corasick, 1975).

    Args:
        options: of the recipe.

    Raises:
        ValueError: an action for an unknown category, or a list that is missing or empty.
    """

    def __init__(self, options: Options):
        table: dict[str, tuple[str, str]] = {}
        shipped = _shipped()["categories"] if options.shipped else {}
        unknown = sorted(set(options.actions) - set(shipped))
        if unknown:
            there = ", ".join(shipped) or "none, as `shipped` is false"
            raise ValueError(f"cleaning.sensitive_words.actions: no category {', '.join(unknown)}; there are {there}")
        for category, content in shipped.items():
            action = options.actions.get(category, content["action"])
            table |= {_plain(word): (category, action) for word in content["words"]}
        for user in options.lists:
            table |= {_plain(word): (user.category, user.action) for word in _read_list(user.path)}
        allowed = [*(_shipped()["allowed"] if options.shipped else []), *options.allowed]
        table = {word: what for word, what in table.items() if what[1] != "keep"}
        table |= {_plain(word): ("", "keep") for word in allowed if word.strip()}
        self._what = list(table.values())
        self._automaton = automaton(list(table)) if table else None

    def find(self, text: str) -> list[Hit]:
        """Return the listed words of a text in their order; the longest one where several begin together.

        Args:
            text: any.
        """
        if self._automaton is None:
            return []
        plain = searchable(text)
        hits = []
        for number, start, end in self._automaton.find_matches_as_indexes(plain):
            category, action = self._what[number]
            if action != "keep" and _is_whole(plain, start, end):
                hits.append(Hit(start, end, category, action))
        return hits

    def mask(self, text: str) -> str:
        """Return the text with asterisks in the place of the words to be masked."""
        parts, place = [], 0
        for hit in self.find(text):
            if hit.action == "mask":
                parts += [text[place : hit.start], "*" * (hit.end - hit.start)]
                place = hit.end
        return "".join(parts) + text[place:] if parts else text


class SensitiveWords:
    """The cleaning step.

    Args:
        options: of the recipe.
        key: not used.

    Raises:
        ValueError: see `Words`.
    """

    name = "sensitive words"
    version = 1

    def __init__(self, options: Options, key: bytes = b""):
        self.counts: Counter[str] = Counter()
        self._words = Words(options)

    def __call__(self, record: Record) -> Record | str:
        """Return the record, masked or flagged if it has to be, or `sensitive words: CATEGORY`."""
        hits = []
        for text in texts(record):
            hits += self._words.find(text)
        if not hits:
            return record
        self.counts.update(f"{hit.category}: {hit.action}" for hit in hits)
        dropped = [hit.category for hit in hits if hit.action == "drop"]
        if dropped:
            return f"sensitive words: {dropped[0]}"
        if any(hit.action == "mask" for hit in hits):
            record = map_texts(record, self._words.mask)
        flags = {hit.category for hit in hits if hit.action == "flag"}
        noted = ",".join(sorted(flags | set(filter(None, record.meta.get(FLAG, "").split(",")))))
        return replace(record, meta={**record.meta, FLAG: noted}) if noted != record.meta.get(FLAG, "") else record


@cache
def _shipped() -> dict[str, Any]:
    text = resources.files("medtune.data.cleaning").joinpath("sensitive_words.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def _read_list(path: str) -> list[str]:
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"cleaning.sensitive_words.lists: {path} cannot be read as UTF-8 text ({error})") from error
    words = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not words:
        raise ValueError(f"cleaning.sensitive_words.lists: {path} holds no word; write one a line")
    return words


def _plain(word: str) -> str:
    return lower(fold(word.strip()))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a word in Latin letters is not part of a longer one; Chinese words have no such borders."""
    before = start and _is_latin(text[start]) and _is_latin(text[start - 1])
    return not before and not (end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
