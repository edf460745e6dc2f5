"""Replaces what tells who is meant by placeholders, the same one for the same person throughout a record.

Rules look for telephone and card numbers, accounts, addresses, dates of birth and names; see `numbers`, `after_cues`,
`addresses`, `person_names`. A model that tags names can be added in the recipe.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Literal, get_args

from ahocorasick_rs import AhoCorasick
from pydantic import Field

from medtune.data.cleaning.audit_log import AuditLog
from medtune.data.cleaning.fields import map_texts, texts
from medtune.data.cleaning.identity import (
    addresses,
    after_cues,
    chinese_names,
    english_addressed,
    english_names,
    english_pairs,
    name_evidence,
    person_names,
)
from medtune.data.cleaning.identity.cues import CUES
from medtune.data.cleaning.identity.numbers import (
    NUMBER_GATE,
    NUMBER_REST,
    NUMERALS,
    find_numbers,
    number_plates,
    spelled_numbers,
)
from medtune.data.cleaning.identity.placeholders import PLACEHOLDER, Masked, before, outside, replace_spans
from medtune.data.cleaning.identity.unknown_numbers import HANDLE_GATE, HANDLE_REST, unknown_handles
from medtune.data.cleaning.spans import PERSONS, Span, automaton, disjoint, fold, searchable
from medtune.data.records import Record
from medtune.recipe.schema import Section

Kind = Literal[
    "phone",
    "id",
    "email",
    "url",
    "wechat",
    "qq",
    "account",
    "bank",
    "record",
    "number",
    "birth",
    "address",
    "hospital",
    "name",
]

# Where this finds nothing, neither of the two does: one pass over nearly every text instead of two.
_NUMBERED = re.compile(rf"[a-z{NUMERALS}](?:(?<=[a-z]){HANDLE_REST}|(?<![a-z]){NUMBER_REST})")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


class NameModel(Section):
    """A token-classification model that finds names the rules miss; see `name_model`.

    Args:
        model: Hub id or path.
        labels: its labels that mean a person.
        minimum_score: probability below which a hit is ignored.
    """

    model: str
    labels: list[str] = Field(default=["PER", "PERSON", "NAME"], min_length=1)
    minimum_score: float = Field(default=0.8, ge=0, le=1)


class Options(Section):
    """Keys of `cleaning.anonymize`.

    Args:
        kinds: what is masked.
        name_model: a model that tags names; none by default.
    """

    kinds: list[Kind] = Field(default=[kind for kind in get_args(Kind) if kind != "hospital"])
    name_model: NameModel | None = None


def anonymize(text: str, kinds: Iterable[str] | None = None, language: str | None = None) -> Masked:
    """Mask one text. A second pass changes nothing.

    Args:
        text: what a patient or a doctor wrote.
        kinds: what to mask; the defaults of `Options` unless given.
        language: `zh` or `en`, of the placeholders; by the text unless given.
    """
    chosen = frozenset(kinds if kinds is not None else Options().kinds)
    return mask_all([text], chosen, language)[0]


def mask_all(
    written: Sequence[str],
    kinds: frozenset[str],
    language: str | None = None,
    find_more: Callable[[str], Iterable[Span]] | None = None,
) -> list[Masked]:
    """Mask texts that speak of the same persons.

    Args:
        written: the texts of one dialogue.
        kinds: what to mask.
        language: `zh` or `en`, of the placeholders; by the texts unless given.
        find_more: finds further spans in a text, such as a model.

    Returns:
        One for each text.
    """
    return _mask(written, _find_all(written, kinds, find_more), kinds, language)


def _mask(written: Sequence[str], found: list[list[Span]], kinds: frozenset[str], language: str | None) -> list[Masked]:
    masked = [Masked(text) for text in written]
    chinese = language == "zh" if language else any(map(_CHINESE.search, written))
    for _ in range(_PASSES):
        if not any(found):
            break
        spans = [
            disjoint([*one.spans, *(before(one, span) for span in new)]) for one, new in zip(masked, found, strict=True)
        ]
        masked = replace_spans(written, spans, chinese)
        # Masking may have parted a cue from what it seemed to announce; a second run shall find nothing.
        found = [find(one.text, kinds) if one.spans else [] for one in masked]
    return masked


def _find_all(
    written: Sequence[str], kinds: frozenset[str], find_more: Callable[[str], Iterable[Span]] | None
) -> list[list[Span]]:
    found = [find(text, kinds) for text in written]
    if find_more is None:
        return found
    more = [outside([*find_more(text)], text) for text in written]
    return [disjoint([*spans, *others]) for spans, others in zip(found, more, strict=True)]


def find(text: str, kinds: frozenset[str]) -> list[Span]:
    """Return what has to be masked in a text, in order and disjoint.

    Args:
        text: any; placeholders in it are left alone.
        kinds: of `Options.kinds`.
    """
    plain = fold(text)
    small = searchable(text)
    spans = _without_cue(plain, small != plain, _CHINESE.search(plain) is not None)
    for span in [span for span in spans if span.kind in ("phone", "id", "number")]:
        spans += name_evidence.name_before(plain, span.start)
    words, groups, latin, owned, wanted, cues = _cues(kinds)
    begins = name_evidence.may_begin()
    seen: set[str] = set()
    hidden = {place for match in PLACEHOLDER.finditer(text) for place in range(*match.span())} if "[" in text else ()
    for number, start, end in cues.find_matches_as_indexes(small):
        after, needed = plain[end : end + 1], wanted[number]
        if (needed is not None and after not in needed) or start in hidden:
            continue  # nearly always; or a placeholder's own word
        if after in begins:
            spans += name_evidence.name_after(plain, end)
        if number in owned and plain[start - 1 : start] in _BEFORE_OWNED:
            spans += name_evidence.name_before(plain, start)
        for kind in groups[number]:
            if kind == "weak":  # the most frequent by far
                if after in person_names.MAY_FOLLOW:
                    spans += person_names.name_after_cue(plain, end, False)
            elif end - start == 1 and kind == "birth" and plain[start - 1 : start] not in after_cues.DATE_ENDS:
                continue  # 生 of 生活
            elif kind == "child":  # frequent, too
                if after in chinese_names.MAY_BEGIN_PET_NAME:
                    spans += chinese_names.child(plain, end)
            elif kind in _WHOLE_TEXT:
                if kind not in seen and (words[number] != " at " or after_cues.AT_DOMAIN.match(plain, end)):
                    seen.add(kind)
                    spans += _WHOLE_TEXT[kind](plain)
            elif not latin[number] or _is_word(plain, start, end, kind):
                spans += _read(kind, words[number], plain, start, end)
    if not spans:
        return spans
    spans = [_with_suffix(plain, span) if span.kind in PERSONS else span for span in spans]
    spans = [span for span in spans if ("name" if span.kind in PERSONS else span.kind) in kinds]
    return disjoint(outside(spans, text))


def _with_suffix(text: str, span: Span) -> Span:
    """Return the span of a name together with a `Jr.` or `III` behind it."""
    suffix = english_pairs.SUFFIX.match(text, span.end) if text[span.end : span.end + 1] in (" ", ",") else None
    return span._replace(end=suffix.end()) if suffix else span


def _without_cue(text: str, capitals: bool, chinese: bool) -> list[Span]:
    spans: list[Span] = []
    numbered = _NUMBERED.search(text) is not None
    if numbered and NUMBER_GATE.search(text):
        spans += find_numbers(text, chinese)
    if chinese:
        spans += chinese_names.cueless_names(text)
        if "镇" in text or "乡" in text:
            spans += addresses.hamlets(text)
        if numbered and HANDLE_GATE.search(text):
            spans += unknown_handles(text)
    else:
        spans += spelled_numbers(text)
        spans += english_pairs.lower_pairs(text)
        spans += english_addressed.addressed_names(text)
    if capitals:
        spans += number_plates(text) if chinese else english_pairs.lone_names(text)
        if " " in text:
            spans += english_pairs.pairs(text)
            spans += chinese_names.pinyin_names(text)
            spans += addresses.english_streets(text)
    return spans


@cache
def _cues(
    kinds: frozenset[str],
) -> tuple[list[str], list[tuple[str, ...]], list[bool], frozenset[int], list[frozenset[str] | None], AhoCorasick]:
    """Return the cues of the chosen kinds, of each the groups and whether it has a Latin letter, and what finds them.

    Before the last come the places of those that tell of what somebody has, before which a name may stand, and for each
    cue the characters of which one has to follow; none where what stands before it tells as much.
    """
    groups = [group for group in CUES if group != "hospital" or group in kinds]
    words = sorted({word for group in groups for word in CUES[group]})
    of_word = [
        tuple(group for group in groups if word in CUES[group] and group not in ("nothing", "role")) for word in words
    ]
    owned = frozenset(place for place, its in enumerate(of_word) if not _OWNED.isdisjoint(its))
    latin = [word[0].isascii() or word[-1].isascii() for word in words]
    first = {"weak": person_names.MAY_FOLLOW, "child": chinese_names.MAY_BEGIN_PET_NAME}
    wanted = [
        name_evidence.may_begin().union(*(first[group] for group in its))
        if place not in owned and set(its) <= set(first)
        else None
        for place, its in enumerate(of_word)
    ]
    return words, of_word, latin, owned, wanted, automaton(words)


class Anonymize:
    """The cleaning step.

    Args:
        options: of the recipe.
        key: of the hashes in the audit log; random if empty.
    """

    name = "anonymize"
    version = 6

    def __init__(self, options: Options, key: bytes = b""):
        self.options = options
        self.counts: Counter[str] = Counter()
        self.log = AuditLog(key)
        self._kinds = frozenset(options.kinds)
        self._find_more = None
        if options.name_model is not None:
            from medtune.data.cleaning.identity.name_model import NameFinder

            self._find_more = NameFinder(options.name_model)

    def __call__(self, record: Record) -> Record:
        """Return the record with every text masked; none is rejected. What was masked is in `log` and `counts`."""
        written = list(texts(record))
        found = _find_all(written, self._kinds, self._find_more)
        if not any(found):
            return record  # nearly always
        masked = _mask(written, found, self._kinds, record.language)
        for number, (text, one) in enumerate(zip(written, masked, strict=True)):
            for span in one.spans:
                self.counts[span.kind] += 1
                self.log.add(record.id, number, span, text[span.start : span.end])
        replacement = iter(masked)
        return map_texts(record, lambda _: next(replacement).text)


_PASSES = 5
_OWNED = frozenset(["phone", "id", "record", "bank", "wechat", "strong", "act", "kin"])
_BEFORE_OWNED = frozenset("的，,、：: （(")


def _is_word(text: str, start: int, end: int, kind: str) -> bool:
    """Tell whether an English cue is not merely a part of a longer word."""
    first, last = text[start], text[end - 1]
    if first.isascii() and first.isalpha() and start and text[start - 1].isascii() and text[start - 1].isalpha():
        return False
    inside = last.isascii() and last.isalpha() and end < len(text) and text[end].isascii() and text[end].isalpha()
    if end - start == 1 and first.isascii():
        return kind == "place" or (
            not inside and not (end < len(text) and text[end].isdigit() and start and text[start - 1].isdigit())
        )
    return not inside or kind in ("wechat", "qq") or (kind == "record" and text[start:end].isupper())


def _read(kind: str, cue: str, text: str, start: int, end: int) -> Iterable[Span]:
    if kind == "doctor" or kind == "person":  # the most frequent
        return person_names.name_at_title(text, start, end, kind)
    if kind == "address":
        return addresses.address_after(text, end)
    if kind == "place":
        return addresses.address_around(text, start, end)
    if kind == "hospital":
        return addresses.hospital(text, start, end)
    if kind == "strong":
        return person_names.name_after_cue(text, end, True)
    if kind == "surname":
        return person_names.surname_after_cue(text, end)
    if kind == "region":
        return addresses.region(text, start, end)
    if kind == "act":
        return person_names.name_before_act(text, start)
    if kind == "relative":
        return person_names.name_of_relative(text, start)
    if kind == "kin":
        return name_evidence.name_before(text, start)
    if kind == "sex":
        return person_names.name_before_sex(text, start)
    if kind == "personal":
        return english_names.name_before_data(text, start)
    if kind.startswith("english"):
        return english_names.english_name(text, start, end, cue, kind)
    if kind == "double surname":
        return chinese_names.double_surname(text, start, end)
    if kind == "other name":
        return chinese_names.other_name(text, start, end)
    if kind == "parent":
        return chinese_names.named_parent(text, start)
    if kind in ("nickname", "somebody"):
        return chinese_names.called(text, start, end, kind)
    if kind == "dot":
        return chinese_names.dotted_name(text, start)
    return after_cues.announced(kind, text, start, end)


_WHOLE_TEXT = {
    "url": after_cues.find_web_addresses,
    "email": after_cues.find_email_addresses,
    "degree": english_names.names_with_credentials,
}
