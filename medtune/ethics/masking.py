"""Masks in an answer what tells who wrote it: "ChatGPT", "As an AI language model developed by …", "Welcome to …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from medtune.data.cleaning.spans import fold

MASK = "[…]"
_SHORTEST = 3  # a system called "a" would mask an article
_GAP = r"[\s_\-‑–.·]{0,3}"
_VERSION = (
    r"[\s\-‑]?v?[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}[a-z]?"
    r"(?:[\s\-‑]?(?:turbo|mini|pro|plus|chat|instruct|[0-9.]{1,6}b)){0,4}"
)
_KIND = r"(?:ai|a\.i\.|artificial[ -]intelligence|(?:large[ -])?language[ -]model|chat[ -]?bot|virtual[ -]assistant)"
_ADJECTIVES = r"(?:(?:large|medical|health|virtual|online|helpful|friendly|responsible)[ -]){0,4}"
_NOUNS = (
    r"(?:[ -](?:powered|based|driven|large|language|medical|health|healthcare|virtual|chat|conversational|models?|"
    r"assistants?|chat[ -]?bots?|bots?|systems?|programs?|doctors?|advisors?|tools?)){0,6}"
)
_MAKER = (
    r"(?:,?[ ](?:which[ ]|that[ ])?(?:was[ ]|is[ ])?(?:developed|created|trained|made|built|designed)[ ]by[ ]"
    r"[^,.;:!?\n]{1,60}?)?"
)
_KIND_ZH = r"(?:ai|人工智能|大语言模型|语言模型|大模型|聊天机器人|虚拟助手|智能助手)"
_NOUNS_ZH = r"(?:大?语言|智能|医疗|健康|聊天|大?模型|助手|助理|医生|系统|程序|机器人){0,6}"
_MAKER_ZH = r"(?:由[^，。\n]{1,16}?(?:开发|训练|创建|研发)的)?"
_SITE = r"(?:chat[ ]?doctor|i[ ]?cliniq|ciliniq|health[ ]?care[ ]?magic|hcm)(?:\.com)?(?:['’]s)?"

# Sentences and parts of sentences that say nothing else; they go without a trace, since a mask in their place would
# tell as much as they do. The rest of the sentence stays. No quantifier is unbounded: a long text takes linear time.
_REMOVED = (
    # As an AI language model developed by …, I cannot … → I cannot …
    r"(?:(?:please[ ])?(?:note|remember)[ ]that[ ])?"
    rf"\bas[ ]an?[ ]{_ADJECTIVES}{_KIND}{_NOUNS}{_MAKER},[ ]{{0,9}}",
    rf"作为(?:一[个名款种位])?{_MAKER_ZH}{_KIND_ZH}{_NOUNS_ZH}(?:，由[^，。\n]{{1,16}}?(?:开发|训练|创建|研发))?，[ ]?",
    # The greetings and the last line of consultation sites, which their doctors' answers carry.
    r"(?:thank(?:s|[ ]you)[ ]for[ ](?:asking|choosing|contacting|consulting|writing|posting|your[ ](?:query|question))"
    r"[^.!?\n]{0,30}?[ ](?:on|at|in|to|with)|(?:warm[ ])?well?come(?:[ ]back)?[ ]to|greetings[ ]from)[ ](?:the[ ])?"
    rf"{_SITE}(?:[ ](?:online|forum|platform|site|website|services?|team)){{0,3}}"
    r"(?:[ ]{0,9}(?:[.!,]{1,9}|$)\s{0,9}|[ ]{1,9}(?=(?-i:[A-Z])))",
    r"(?:-{1,9}>[ ]{0,9})?\b(?:for[ ](?:more|further)[ ](?:information|doubts?|quer(?:y|ies)|clarifications?),?[ ]"
    r"(?:please[ ])?consult|revert[ ](?:back[ ])?(?:with|after)[ ][^.!?\n]{1,60}?[ ]to)[ ]an?\b"
    rf"(?=[^\n]{{0,100}}?(?:\bonline\b|{_SITE}))[^\n]{{0,160}}\Z",
    r"欢迎(?:来到|光临|访问|使用)(?:好大夫在线|好大夫|春雨医生|丁香医生|平安好医生|微医)[^，。！？\n]{0,6}[，。！]?",
)
# What somebody calls themselves, whatever it is: the first group is masked.
_INTRODUCTIONS = (
    rf"\bi(?:['’]|[ ]a)m[ ](?:just[ ]|only[ ]|merely[ ]|simply[ ])?(an?[ ]{_ADJECTIVES}{_KIND}{_NOUNS}{_MAKER})"
    r"(?=[,.;:!?\n]|[ ](?:and|but|so|that|who|here)\b|$)",
    r"\b(?:my[ ]name[ ]is|this[ ]is|i(?:['’]|[ ]a)m)[ ]((?:claude|gemini|bard|kimi|llama|grok|copilot)\b|"
    r"dr\.?[ ](?:\w\.[ ]){0,3}\w[\w'’-]{0,40}(?:[ ](?-i:[A-Z])[\w'’-]{1,40}){0,3})",
    rf"我(?:只)?是(?:一[个名款种位])?{_MAKER_ZH}({_KIND_ZH}{_NOUNS_ZH})",
    r"我(?:是|叫)([^，。！？\s是叫]{1,6}(?:大模型|gpt|智能助手))",
)
_ANY = re.IGNORECASE | re.VERBOSE


@dataclass(frozen=True, slots=True)
class Masker:
    """What is masked in the answers of a study.

    Args:
        names: what becomes `MASK`.
        ordinary: names of systems that are left alone, because they are words of people who ask.
    """

    names: re.Pattern
    ordinary: tuple[str, ...] = ()

    @classmethod
    def of(cls, systems: Iterable[str], questions: Sequence[str] = (), further: Iterable[str] = ()) -> Masker:
        """Build a masker.

        Args:
            systems: names of the systems, masked in any writing (`my-model_7b`, `My Model 7B`).
            questions: texts that no system wrote; a system's name that stands in them is a word like any other.
            further: more names to mask.
        """
        asked = fold("\n".join(questions))
        own, ordinary = [], []
        for name in dict.fromkeys(part for system in systems for part in _parts(system)):
            (ordinary if re.search(_bounded(_loose(name)), asked, re.I) else own).append(name)
        known = _known()
        loose = [f"{_loose(name)}(?:{_VERSION})?" for name in known["assistants"]]
        loose += [f"{_loose(name)}{_VERSION}" for name in known["versioned"]]
        loose += [f"{_loose(name)}(?:\\.com)?" for name in known["sites"]]
        loose += [_loose(name) for name in (*own, *further) if name.strip()]
        loose.sort(key=len, reverse=True)  # the longer name first, where one begins another
        return cls(re.compile(_bounded("|".join(loose)), re.IGNORECASE), tuple(ordinary))

    def mask(self, text: str) -> tuple[str, Counter[str]]:
        """Mask a text.

        Returns:
            The text; and how often something was `removed` and `masked`.
        """
        folded = fold(text)  # full-width letters; the length stays
        spans = [(*match.span(), "") for match in _removed().finditer(folded)]
        for pattern in (self.names, _introductions()):
            spans += [(*match.span(match.lastindex or 0), MASK) for match in pattern.finditer(folded)]
        found: Counter[str] = Counter()
        pieces, place = [], 0
        for start, end, instead in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < place:  # inside of what is gone already
                continue
            pieces += [_beginning(pieces, text[place:start]), instead]
            found["masked" if instead else "removed"] += 1
            place = end
        if not found:
            return text, found
        pieces.append(_beginning(pieces, text[place:]))
        return "".join(pieces).rstrip(), found


def _beginning(before: list[str], after: str) -> str:
    """Return a piece of text; where a sentence has lost its beginning just before, the next word begins it."""
    if not before or before[-1] == MASK:
        return after
    earlier = next((piece for piece in reversed(before) if piece.strip()), "")
    return after[:1].upper() + after[1:] if not earlier or earlier.rstrip()[-1] in ".!?。！？" else after


def _parts(system: str) -> list[str]:
    """Return the names under which a system may speak of itself: `my-model/seed-0` is `my-model` too."""
    parts = [part for part in re.split(r"[/\\]", system) if not re.fullmatch(r"(?i)seed-\d+|runs?|outputs?", part)]
    return [part for part in dict.fromkeys([system, *parts]) if len(re.sub(r"[\W_]", "", part)) >= _SHORTEST]


def _loose(name: str) -> str:
    """Return a pattern for a name, with any gap between its words or none."""
    words = [word for word in re.split(r"[\s_\-.·/\\]+", fold(name)) if word]
    return _GAP.join(map(re.escape, words)) or re.escape(name)


def _bounded(pattern: str) -> str:
    """Return a pattern that letters and digits do not go on around; Chinese characters may."""
    return rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])"


@cache
def _known() -> dict[str, list[str]]:
    return yaml.safe_load(files("medtune.ethics").joinpath("self_names.yaml").read_text(encoding="utf-8"))


@cache
def _removed() -> re.Pattern:
    return re.compile("|".join(f"(?:{rule})" for rule in _REMOVED), _ANY)


@cache
def _introductions() -> re.Pattern:
    return re.compile("|".join(f"(?:{rule})" for rule in _INTRODUCTIONS), _ANY)
