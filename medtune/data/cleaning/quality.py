"""Rows that teach nothing or teach wrong: empty, too short or long, in the wrong language, templates, overwritten."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from pydantic import Field

from medtune.data.cleaning.parts import answer, question
from medtune.data.cleaning.reply_quality import clean_reply
from medtune.data.cleaning.sentences import sentences
from medtune.data.cleaning.spans import searchable
from medtune.data.records import Record, Turn
from medtune.recipe.schema import Section

NO_QUESTION, NO_ANSWER = "no question", "no answer"
SHORT_QUESTION, SHORT_ANSWER = "question too short", "answer too short"
LONG_QUESTION, LONG_ANSWER = "question too long", "answer too long"
REPETITION = "repeated characters"
LANGUAGE = "wrong language"
OVERWRITTEN = "answer overwritten by a product's name"

_CONSULTATIONS = frozenset(("triage", "question-answer", "dialogue"))
_SHORTEST_JUDGED = 20  # characters; a shorter text may be a drug's name or a number
# Scripts of neither language: Cyrillic, Hebrew, Arabic, Devanagari, Thai, kana, Hangul.
_OTHER_SCRIPT = re.compile("[\u0400-\u052f\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3041-\u30fa\uac00-\ud7a3]")
_TWICE = re.compile(r"(.)\1", re.DOTALL)
_RULER = re.compile(r"[\s\-=_*.·…~—–＿－＊。#]")  # lines that people draw are no fault


class Options(Section):
    """Keys of `cleaning.quality`.

    Args:
        min_question: fewest characters of a question or abstract.
        min_answer: fewest characters of an answer or summary; instruction data may have shorter ones.
        max_question: most characters.
        max_answer: most characters.
        require_answer: keep rows without an answer aside.
        longest_run: a character (no blank, no line drawn) repeated more often than this is a fault.
        language_share: least share of Chinese characters in a Chinese row; at most 1 minus this in an English one.
        template_replies: keep consultations aside whose answer is a platform's template, a request for photographs or
            a greeting, and remove such phrases from other answers; see `medtune/data/cleaning/reply_quality.py`.
        product_names: names that someone's careless search and replace left in the place of a doctor's words. A
            sentence with one is cut; if less than half of the answer is left, the row is kept aside.
    """

    min_question: int = Field(default=2, ge=1)
    min_answer: int = Field(default=2, ge=1)
    max_question: int = Field(default=50_000, ge=1)
    max_answer: int = Field(default=50_000, ge=1)
    require_answer: bool = True
    longest_run: int = Field(default=20, ge=4)
    language_share: float = Field(default=0.05, ge=0, le=0.5)
    template_replies: bool = True
    product_names: list[str] = Field(default=["ChatDoctor", "Chat Doctor"])


class Quality:
    """The cleaning step.

    Args:
        options: of the recipe.
        key: not used.
    """

    name = "quality"
    version = 1

    def __init__(self, options: Options, key: bytes = b""):
        self.options = options
        self.counts: Counter[str] = Counter()
        self.names = tuple(dict.fromkeys(searchable(name) for name in options.product_names))

    def __call__(self, record: Record) -> Record | str:
        """Return the record without overwritten sentences and platform phrases, or why it is kept aside."""
        record = self._without_product_names(record)
        if isinstance(record, str):
            return record
        if self.options.template_replies and record.task in _CONSULTATIONS:
            cleaned = clean_reply(record)
            if isinstance(cleaned, str):
                return cleaned
            self.counts["platform phrase removed"] += cleaned is not record
            record = cleaned
        return self._fault(record) or record

    def _fault(self, record: Record) -> str | None:
        options = self.options
        asked, answered = question(record).strip(), answer(record).strip()
        if not asked:
            return NO_QUESTION
        if not answered and options.require_answer:
            return NO_ANSWER
        if len(asked) < options.min_question:
            return SHORT_QUESTION
        if answered and len(answered) < options.min_answer and record.task != "instruction":
            return SHORT_ANSWER
        if len(asked) > options.max_question:
            return LONG_QUESTION
        if len(answered) > options.max_answer:
            return LONG_ANSWER
        if has_run(asked, options.longest_run) or has_run(answered, options.longest_run):
            return REPETITION
        if not is_language(f"{asked}\n{answered}", record.language, options.language_share):
            return LANGUAGE
        return None

    def _without_product_names(self, record: Record) -> Record | str:
        texts = [turn.text for turn in record.turns]
        if not self._named(record.reply, record.description, *texts):
            return record  # nearly always
        reply = record.reply and self._cut(record.reply)
        if reply != record.reply and len(reply.strip()) < len(record.reply) / 2:
            return OVERWRITTEN
        description = record.description and self._cut(record.description)
        turns = [Turn(turn.role, text) for turn in record.turns if (text := self._cut(turn.text)) or not turn.text]
        if reply == record.reply and description == record.description and turns == record.turns:
            return record
        return replace(record, reply=reply, description=description, turns=turns)

    def _named(self, *texts: str | None) -> bool:
        """Tell whether a text holds a product's name."""
        for text in texts:
            if text:
                plain = searchable(text)  # the next steps ask for it too
                for name in self.names:
                    if name in plain:
                        return True
        return False

    def _cut(self, text: str) -> str:
        if not self._named(text):
            return text
        kept = without_sentences(text, self.names)
        self.counts["sentence with a product's name cut"] += kept != text
        return kept


def without_sentences(text: str, names: tuple[str, ...]) -> str:
    """Return a text without the sentences that hold a name.

    A line before it that does not end like a sentence goes too: the name stands for the end of it.

    Args:
        text: Chinese or English.
        names: in lower case; compared as whole words.
    """
    pattern = _names_pattern(names)
    kept: list[str] = []
    for sentence in sentences(text):
        if pattern.search(sentence):
            while kept and not kept[-1].rstrip(" \t\"'”)）\n").endswith((*".!?。！？；;:：",)):
                kept.pop()
        else:
            kept.append(sentence)
    return text if len(kept) and "".join(kept) == text else "".join(kept).strip()


def has_run(text: str, longest: int) -> bool:
    """Tell whether a character stands more than `longest` times in a row; blanks and drawn lines do not count.

    Args:
        text: any.
        longest: most repetitions that are fine.
    """
    # Every long run covers two places that are `step` apart, so a look at those finds it without a look at the rest.
    step = (longest + 1) // 2
    if not _TWICE.search(text[::step]):
        return False  # nearly always
    for place in range(0, len(text) - step, step):
        character = text[place]
        if character == text[place + step] and text.startswith(character * step, place):
            begin = place
            while begin and text[begin - 1] == character:
                begin -= 1
            if text.startswith(character * (longest + 1), begin) and not _RULER.match(character):
                return True
    return False


def is_language(text: str, language: str, share: float) -> bool:
    """Tell whether a text may be of a language, by the script of its characters.

    Args:
        text: a question with its answer; below 20 characters anything goes.
        language: `zh` or `en`.
        share: least share of Chinese characters in a Chinese text; an English one has at most 1 minus this.
    """
    if len(text) < _SHORTEST_JUDGED:
        return True
    if text.isascii():
        return language != "zh" or share == 0
    # A Chinese character takes three bytes; a few dashes and curly quotes do too, which the share allows for.
    three_byte = (len(text.encode("utf-8", "replace")) - len(text)) / 2 / len(text)
    # Of more than half of the characters one stands in the first half.
    if _OTHER_SCRIPT.search(text, 0, len(text) // 2 + 1) and len(_OTHER_SCRIPT.findall(text)) > len(text) / 2:
        return False
    return three_byte >= share if language == "zh" else three_byte <= 1 - max(share, 0.5)


@lru_cache(maxsize=8)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern:
    words = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE)
