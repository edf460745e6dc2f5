"""Chinese names by weighed evidence, where a role, a label or somebody's own data stand beside them.

A candidate is a surname with one or two characters that names are made of: 核对者李知行, 备案：刘拥军，3202…,
用张荣的医保卡. What speaks for and against it is added up (logistic regression, trained on the planted test and on
texts that name nobody); words of the dictionary count against it, so it may begin like a word where all else fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from medtune.data.cleaning.identity.chinese_names import CALLED, FOLLOWS
from medtune.data.cleaning.identity.chinese_things import is_thing
from medtune.data.cleaning.identity.chinese_words import HAN, Statistics, dictionary, statistics
from medtune.data.cleaning.identity.name_words import (
    GIVEN_PAIRS,
    MOST_COMMON_SURNAMES,
    NO_GIVEN_NAME,
    NO_SURNAME_ALONE,
    NO_TITLED_SURNAME,
    SURNAMES,
    VETO,
)
from medtune.data.cleaning.spans import Span

WEIGHTS = {
    "bias": -7.33,
    # What stands before: nothing of these for a role (邻居, 学生, 核对者).
    "role with colon": 0.67,
    "label": -0.31,
    "证明": 2.19,
    "preposition": 3.85,
    "begin of a clause": -1.71,
    "role in CALLED": 1.60,
    # What stands behind.
    "end of a clause": 5.69,
    "follower": 3.58,
    "data": 0.89,
    "property": 2.12,
    "a word begins behind": 1.69,
    "fills a clause": 3.30,
    # The name itself; log-odds of its characters.
    "surname": 0.10,
    "most common surname": 1.09,
    "two given characters": 1.06,
    "less likely given character": 0.84,
    "likelier given character": 0.24,
    "only given character": 0.49,
    # Words, each times log(1 + its frequency): within the name, and of its ends with their neighbours.
    "word of surname and given": -0.36,
    "word of given characters": -0.14,
    "whole is a word": -5.15,
    "word across the begin": -0.61,
    "word across the end": -0.34,
}
"""Of `evidence`; a candidate is a name if the sum exceeds `THRESHOLD`."""
THRESHOLD = -0.5

_ROLES = "医者员师士长友邻属人妈爸娘爹爷奶姥哥姐弟妹公婆夫妻儿女子媳婿叔伯姨姑舅嫂孙侄甥授任宝娃孩工东客伴妇生事居"
_PREPOSITIONS = "替给找用以拿凭和与跟由请让帮把陪被"
_NO_SURNAMES = frozenset("和但从都来那时别查由漆南老补图仓刀岩堵幺粘茶玄拜妥泰税应宫") | (
    frozenset(NO_TITLED_SURNAME) - frozenset("时向万于")
)
_NUMERALS = "一二三四五六七八九十"
_LEAST_LIKELY = -1.5
_DATA = re.compile(
    r"[，,、：: \u3000（(]{0,2}(?:身份证|证件|电话|手机|联系电话|住院号|病历号|床|ID|"
    r"[男女][，,、 ）)]|[0-9]{1,3}岁|[0-9]{5,})"
)
_PROPERTY = re.compile(
    "的(?:名字|身份|医保|社保|卡|账号|账户|号|手机|病历|报告|片子|化验|检查|结果|家属|妈|爸|家|微信|电话|门诊|方子|主治|床)"
)
_KIN = re.compile("是我[^\\W的们这那自]")
_TITLES = re.compile("卡|先生|大夫|小姐|老师|女士|医生|主任|阿姨|师傅|叔叔|奶奶|爷爷|大爷|大妈|教授|护士|同学")
_BEFORE_ROLE = frozenset("院士班组队店园站家校处科局部市县区村镇乡会厅社省师宝小大")  # 院长, 宝宝, but not 长高
_GAP = frozenset(" \u3000，,。.！!~—-\n（(“：:、")
_OPENING = (" ", "（", "(", "“", '"')
_CLAUSES = ("label", "role with colon", "begin of a clause")
_NO_GIVEN = (frozenset(NO_GIVEN_NAME) | frozenset("属类型性级种般粒泡肉着帮")) - frozenset(_NUMERALS)
_COURTESY = re.compile(r"(?:谢谢|谢了|感谢|此致|敬礼|敬上|祝好|拜托)[你您了啊]?[，,。.！! ~]?[\n —-]{0,3}$")
_ROLE_LABEL = re.compile(r"(?:签[名字]|[者员师士长友属人])[：:] ?$")
_TURN = re.compile(r"(?:患者|医生|病人)[：:] ?$")
_LABEL = re.compile(rf"(?![问复答说者生])[{HAN}）)][：:][ \u3000]?$")
_BREAK = re.compile(r"^$|[，,。；;\n\s、（(]$")
_IS_HAN = re.compile(f"[{HAN}]")


@cache
def may_begin() -> frozenset[str]:
    """Return what may follow a cue where a name is looked for: surnames, and what stands before them."""
    return (frozenset(SURNAMES) - _NO_SURNAMES).union(_GAP - frozenset("，,。、"))


def name_after(text: str, end: int) -> Iterable[Span]:
    """Return the name behind a role, a label or a word of courtesy.

    Args:
        text: after `fold`.
        end: where the role ends.
    """
    start = end
    while start - end < 4 and text[start : start + 1] in _GAP and start < len(text):
        start += 1
    if not _may_be_name(text, start):
        return ()  # nearly always
    left, bare = _left(text, start)
    return () if left is None or bare else _likeliest(text, start, (start + 2, start + 3), left)


def name_before(text: str, end: int) -> Iterator[Span]:
    """Yield the name before somebody's data or property: 李知行，身份证…, 用张荣的医保卡.

    Args:
        text: after `fold`.
        end: where the data or the property begins, behind what parts it from the name.
    """
    last = end
    while last and end - last < 2 and text[last - 1] in _GAP:
        last -= 1
    last -= last == end and text[last - 1 : last] == "的"
    for start in (last - 3, last - 2):
        if start >= 0 and _may_be_name(text, start) and _is_owner(text, last):
            left, _ = _left(text, start)
            if left in ("preposition", "begin of a clause", "role with colon"):
                yield from _likeliest(text, start, (last,), left)


def _may_be_name(text: str, start: int) -> bool:
    if text[start : start + 1] not in may_begin() or text[start] in _GAP:
        return False
    return text[start + 1 : start + 2] in _given() or text[start + 1 : start + 3] in GIVEN_PAIRS


@cache
def _given() -> frozenset[str]:
    known = statistics()
    likely = {char for table in (known.first, known.last) for char, odds in table.items() if odds >= _LEAST_LIKELY}
    return frozenset(likely) - _NO_GIVEN


def _likeliest(text: str, start: int, ends: tuple[int, ...], left: str) -> Iterator[Span]:
    known = statistics()
    found = [(_score(text, start, end, left, known), end) for end in ends if _is_possible(text, start, end, known)]
    score, end = max(found, default=(THRESHOLD, start))
    if score > THRESHOLD:
        yield Span(start, end, "person")


def _left(text: str, start: int) -> tuple[str | None, bool]:
    """Return what stands before a candidate, and whether it tells nothing unless data or property stand behind.

    The first is a key of `WEIGHTS`, empty for a role, none where no name is looked for.
    """
    before, head = text[start - 1 : start], text[max(0, start - 8) : start]
    if before and before in _ROLES:
        wrong = (before == "师" and text[start] == "傅") or (before in "长宝" and head[-2:-1] not in _BEFORE_ROLE)
        return (None if wrong else ""), False
    if before == "明":
        return ("证明" if head.endswith("证明") else None), False
    if before and before in _PREPOSITIONS:
        return "preposition", True
    if len(head) > 1 and before in _OPENING and head[-2] in _ROLES:
        return "", False
    if _COURTESY.search(head):
        return "begin of a clause", False
    if _ROLE_LABEL.search(head):
        return "role with colon", _TURN.search(head) is not None
    if _LABEL.search(head):
        return "label", False
    return ("begin of a clause" if _BREAK.search(head) else None), True


def _is_owner(text: str, end: int) -> bool:
    return any(pattern.match(text, end) for pattern in (_DATA, _PROPERTY, _KIN))


def _is_possible(text: str, start: int, end: int, known: Statistics) -> bool:
    name, given = text[start:end], text[start + 1 : end]
    if end > len(text) or any(char not in known.last for char in given):
        return False
    if not _NO_GIVEN.isdisjoint(given) and given not in GIVEN_PAIRS:
        return False
    if min(known.last[given[-1]], known.first[given[0]] if len(given) == 2 else 9) < _LEAST_LIKELY:
        return False
    if (name[0] in NO_SURNAME_ALONE and len(given) == 1) or name[:2] in VETO or name in VETO:
        return False
    if name in dictionary() and len(given) == 1:
        return False
    return not _TITLES.search(text, start, end + 1) and not is_thing(text, start, end)


def _score(text: str, start: int, end: int, left: str, known: Statistics) -> float:
    name, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    follows = bool(after and _IS_HAN.match(after))
    found = {
        "bias": 1,
        "end of a clause": not follows,
        "follower": follows and after in FOLLOWS,
        "data": _DATA.match(text, end) is not None,
        "property": _PROPERTY.match(text, end) is not None,
        "a word begins behind": follows and text[end : end + 2] in known.words,
        "fills a clause": left in _CLAUSES and not follows,
        "surname": known.surname[name[0]],
        "most common surname": name[0] in MOST_COMMON_SURNAMES,
        "word of surname and given": known.words.get(name[:2], 0),
        "word across the begin": known.words.get(before + name[0], 0),
        "word across the end": known.words.get(name[-1] + after, 0),
    }
    if left:
        found[left] = 1
    else:
        role = start - (before in _OPENING)
        found["role in CALLED"] = text[max(0, role - 2) : role] in CALLED
    if len(name) == 2:
        found["only given character"] = known.last[name[1]]
    else:
        odds = known.first[name[1]], known.last[name[2]]
        found |= {
            "two given characters": 1,
            "less likely given character": min(odds),
            "likelier given character": max(odds),
            "word of given characters": known.words.get(name[1:], 0),
            "whole is a word": name in known.words,
        }
    return sum(WEIGHTS[what] * value for what, value in found.items())
