"""Names of doctors and patients, where a word says that a name stands there: 张三医生, 我叫李四, Dr. Smith.

A surname alone decides nothing, as most surnames are words too: 高血压, 黄疸, 白带. A candidate whose beginning is such
a word, or whose given name is made of function words or parts of the body, is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from medtune.data.cleaning.identity.chinese_names import crosses, is_word
from medtune.data.cleaning.identity.chinese_things import is_thing
from medtune.data.cleaning.identity.chinese_words import dictionary, is_frequent
from medtune.data.cleaning.identity.name_words import (
    COMMON_SURNAMES,
    DOUBLE_SURNAMES,
    GIVEN,
    GIVEN_NAME_FIRST,
    GIVEN_PAIRS,
    HALF_GIVEN,
    MOST_COMMON_SURNAMES,
    NO_GIVEN_NAME,
    NO_SURNAME_ALONE,
    NO_TITLED_SURNAME,
    SURNAMES,
    TRANSLITERATION,
    VETO,
    VETO_BEFORE_TITLE,
)
from medtune.data.cleaning.spans import Span

_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPACE = r"[ \u3000]?"
_DOUBLE = "|".join(DOUBLE_SURNAMES)
_NAME_GAP = re.compile(r"(?:[\s:：,，是叫为(（“\"'【\[「—\-=/]|姓名|名字|全名|的|[写填]的?(?=是)){0,8}")
_TWO_GIVEN = f"[{GIVEN}]{{2}}(?![{GIVEN}])"
_RARER = rf"[{HALF_GIVEN}][{GIVEN}]|[{GIVEN}][{HALF_GIVEN}]|{'|'.join(sorted(GIVEN_PAIRS))}"
_RARER_GIVEN = re.compile(_RARER)
_GIVEN = rf"(?:{_RARER}|(?:{_SPACE}[^\W{NO_GIVEN_NAME}\x00-\u4dff\ua000-\uffff]){{1,2}})"
_AFTER = re.compile(
    rf"(?:{_DOUBLE}|[{SURNAMES}][{''.join(MOST_COMMON_SURNAMES)}](?={_TWO_GIVEN}|{_RARER})|[{SURNAMES}]){_GIVEN}"
)
_FIRST = frozenset(SURNAMES) | {name[0] for name in DOUBLE_SURNAMES}
# A weak cue announces a name only if one of these follows it.
MAY_FOLLOW = (_FIRST | set(" \t\n:：,，是叫为(（“\"'【[「—-=/姓名全的") | set(TRANSLITERATION)) - set(
    "的了有在和也不才让强地多会想"
)
_DOT = re.compile("[·•・．]")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・．][\u4e00-\u9fff]{1,8})+")
_BOUNDARY = re.compile(
    r"$|[\s,，。.;；:：、()（）!！?？/|\]】”\"'—\-\[~…]|男|女|今年|年龄|现年|[0-9]|因|于|患|的|和|住|电话|手机|身份|"
    r"汇报|请示|反映|交班|[号把]脉|诉|敬[上启]|留(?=$|\n)|委托|授权|自愿|承诺|声明|申请|拒绝|医[生师]|先生|女士|主任|大夫|教授|护士|岁|来自|同学|说|出生|生日|微信|qq|QQ|您|你"
)
# After these a name may begin; none of them ends a word that has a surname behind it.
_LEADS = frozenset("转遵拜谢找和跟请问是的了到给让那嗯哦好感烦看由与听叫到挂约被对向科室院区部")
_NO_TITLED_GIVEN = frozenset("班组部站级门诊值驻")  # of shifts and places: 白班医生
_CALLINGS = frozenset("匠工员师丈妈爹爸长商贩民兵警星卫家恋友属")
_INSIDE = re.compile("大夫|医生|主任|老师|教授|先生|女士")
_CERTAIN = re.compile(r"[\s，,、(（]{0,2}(?:男|女|[0-9]{1,3}\s?岁)")
_BEFORE_NAME = re.compile(r"^$|[\s,，。.;；:：、()（）!！?？/|\[【“\"'\-—~…]$")
_AND = frozenset("和与跟及或由")
# Names of other peoples, behind 姓名 only: 阿古达木.
_OTHER_NAME = re.compile(rf"[{TRANSLITERATION}高图日朝勒云乌]{{4,8}}(?=$|[\s,，。;；、)）])")
_LATIN = re.compile(r"[A-Z][a-z]{1,15}(?:[ ·][A-Z][a-z]{1,15}){0,2}")
_GOODS = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:片|胶囊|颗粒|丸|膏|贴|口服液|散|冲剂|滴剂|针剂|药|病|征|综合|疫苗|医院|牌)"
)
_LINE_END = re.compile(r"[ \u3000]*(?:\n|$)")
_PARTS = re.compile(r"[\s,，、|/(（]")
_BEFORE_SEX = re.compile(r"(?:^|(?<=[\s,，。.;；:：、()（）|]))([\u4e00-\u9fff]{2,4})[\s,，、|/(（]{1,2}$")
_NOBODY = frozenset(
    {
        *[
            "不详",
            "保密",
            "匿名",
            "同上",
            "如下",
            "未知",
            "隐私",
            "无名",
            "已填",
            "不便",
            "本人",
            "患者",
            "家属",
            "自己",
            "空白",
            "暂无",
            "什么",
            "没有",
            "这个",
            "那个",
        ]
    }
)


def name_at_title(text: str, start: int, end: int, kind: str) -> Iterable[Span]:
    """Return the name before a Chinese title (欧阳 before 医生, 李小明 before 先生), or the one that follows it.

    Args:
        text: after `fold`.
        start: where the title begins.
        end: where it ends.
        kind: `doctor` or `person`.
    """
    follows = kind == "doctor" and text[end : end + 1] in MAY_FOLLOW
    head = text[max(0, start - 7) : start]
    before = head.rstrip(" \u3000,，、|(（") if kind == "doctor" else head
    if _FIRST.isdisjoint(before[-4:]):
        length = 0  # nearly always
    else:
        length = _titled_length(before, before != head and before != head.rstrip(" \u3000"))
    if length == 2 and before != head and is_word(before[-2:]) and before[-2:] not in DOUBLE_SURNAMES:
        length = 0  # 开的方子 护士
    if length:
        last = start - len(head) + len(before)
        return (Span(last - length, last, kind),)
    if not follows:
        return ()
    signed = text[end - 1] == "师" and text[end] in (":", "：")
    spans = [span._replace(kind=kind) for span in name_after_cue(text, end, signed, "的")]
    return [span for span in spans if not signed or (_BOUNDARY.match(text, span.end) and not is_thing(text, *span[:2]))]


def name_before_act(text: str, start: int) -> Iterator[Span]:
    """Yield the full name in 由王建国主刀: of two characters or three, where a name may begin."""
    before = text[max(0, start - 7) : start].rstrip(" \u3000")
    for length in (3, 2):
        name, rest = before[-length:], before[: len(before) - length]
        leads = not rest or not _HAN.match(rest[-1]) or rest[-1] in _LEADS
        if len(name) == length and leads and _is_name(name) and _is_common(name):
            last = max(0, start - 7) + len(before)
            yield Span(last - length, last, "doctor")
            return


def name_of_relative(text: str, start: int) -> Iterator[Span]:
    """Yield the surname in 王奶奶, where nothing before it makes a word with it."""
    if text[max(0, start - 2) : start] in DOUBLE_SURNAMES:
        yield Span(start - 2, start, "person")
        return
    name, before = text[start - 1 : start], text[max(0, start - 2) : start - 1]
    begins = not _HAN.match(before)
    known = SURNAMES if begins else COMMON_SURNAMES
    if (
        name
        and name in known
        and name not in (NO_TITLED_SURNAME if begins or before == "的" else NO_SURNAME_ALONE)
        and (begins or before in _LEADS)
    ):
        yield Span(start - 1, start, "person")


def _titled_length(before: str, apart: bool = False) -> int:
    """Return how many characters before a title are a name; 0 if none is. A comma may stand `apart` from a full name"
    ".
    """
    if apart:
        lengths = (
            length
            for length in (4, 3, 2)
            if _begins(before, length)
            and _is_name(name := _joined(before[-length:]))
            and _is_common(name)
            and not is_word(name)
        )
        return next(lengths, 0)
    for length in (4, 3, 2):
        name = before[-length:]
        if name[:2] in DOUBLE_SURNAMES and len(name) == length and _is_name(name, titled=True):
            return length
    candidates = [length for length in (3, 2, 1) if _stands(before, length)]
    if not candidates:
        return 0
    surname = before[-1]
    if candidates[-1] == 1 and surname in MOST_COMMON_SURNAMES and surname not in GIVEN_NAME_FIRST:
        return next((length for length in candidates if length > 1 and _begins(before, length)), 1)  # 谢谢张医生
    return candidates[0]


def _stands(before: str, length: int) -> bool:
    """Tell whether the last characters are a name and do not end a word that begins before them."""
    if len(before) < length or before[-length] not in _FIRST:
        return False
    name, rest = before[-length:], before[: len(before) - length]
    if not _is_name(name, titled=True) or rest[-1:] + name[0] in VETO_BEFORE_TITLE:
        return False
    if rest[-2:] + name[0] in VETO_BEFORE_TITLE:
        return False
    lead = not _HAN.match(rest[-1:]) or rest[-1] in _LEADS
    if lead or name[0] in (MOST_COMMON_SURNAMES if length == 1 else COMMON_SURNAMES):
        return True
    return name[0] in COMMON_SURNAMES - NO_SURNAME_ALONE and not is_word(rest[-1] + name[0])  # 听说臧主任


def _joined(name: str) -> str:
    return name.replace(" ", "").replace("\u3000", "")


def _begins(before: str, length: int) -> bool:
    rest = before[: len(before) - length]
    return not rest or _BEFORE_NAME.search(rest) is not None


def _is_name(name: str, titled: bool = False, sure: bool = False) -> bool:
    """Tell whether Chinese characters can be a surname and a given name, or a surname alone.

    What is `sure` to stand where a name does may begin like a word: 黄金凤.
    """
    if name[:1] not in _FIRST:
        return False
    whole = sure and len(name) == 3 and name[2] in GIVEN and name[1] in GIVEN
    if (
        name in VETO
        or (titled and name[-1] in _NO_TITLED_GIVEN)
        or (
            titled
            and (
                is_frequent(name)
                or _is_verb(name)
                or (name in dictionary() and name[-1] not in GIVEN and name not in DOUBLE_SURNAMES)
            )
        )
        or (name[:2] in VETO and not whole)
        or _INSIDE.search(name)
        or (name[-2:] in VETO_BEFORE_TITLE and len(name) == 2)
    ):
        return False
    double = name[:2] in DOUBLE_SURNAMES or (len(name) == 4 and name[0] in SURNAMES and name[1] in MOST_COMMON_SURNAMES)
    if double:
        given = name[2:]
    elif name[0] in SURNAMES and not (titled and name[0] in NO_TITLED_SURNAME):
        given = name[1:]
        if len(given) > 2:
            return False
    else:
        return False
    usual = all(char not in NO_GIVEN_NAME and _HAN.match(char) for char in given)
    return len(given) <= 2 and (usual or _RARER_GIVEN.fullmatch(given) is not None)


def _is_verb(name: str) -> bool:
    """Tell whether a word stands where a given name would: 张值班大夫 is on duty."""
    return len(name) == 3 and is_word(name[1:]) and name[1] not in GIVEN + HALF_GIVEN


def _is_common(name: str) -> bool:
    return (name[0] in COMMON_SURNAMES and name[0] not in NO_TITLED_SURNAME) or name[:2] in DOUBLE_SURNAMES


def _is_likely(text: str, start: int, end: int) -> bool:
    """Tell whether a name ends where a word does and is of a common surname, or sex or age follow it."""
    if not _BOUNDARY.match(text, end):
        return _is_full_name(text, start, end)
    common = text[start] in MOST_COMMON_SURNAMES and text[start] not in NO_TITLED_SURNAME
    return common or text[start : start + 2] in DOUBLE_SURNAMES or _CERTAIN.match(text, end) is not None


def _is_full_name(text: str, start: int, end: int) -> bool:
    """Tell whether a name is made as nearly all are, so that anything may follow it: 老公孔祥瑞抽烟."""
    name = text[start:end]
    made = len(name) == 3 and name[0] in MOST_COMMON_SURNAMES and name[1] in GIVEN and name[2] in GIVEN
    return made and not is_word(name) and not crosses(text, end)


def name_after_cue(text: str, end: int, strong: bool, not_between: str = "") -> Iterator[Span]:
    """Yield the Chinese name behind a cue.

    Args:
        text: after `fold`.
        end: where the cue ends.
        strong: whether the cue announces a name and nothing else (姓名, 我叫); behind another (患者, 我是) it must
            be of a common surname and end at a punctuation mark or a word that cannot belong to it.
        not_between: characters that may not stand between cue and name.
    """
    gap = _NAME_GAP.match(text, end)
    start = gap.end()
    strong = strong or "叫" in gap[0]
    if not strong and text[start : start + 1] not in _FIRST and not _DOT.search(text, start, start + 9):
        return  # nearly always
    announced = re.search("[:：]", gap[0]) is not None
    if not_between and not_between in gap[0]:
        return
    dotted = _DOTTED.match(text, start)
    if dotted and (strong or not set(dotted[0]) & set(NO_GIVEN_NAME)):
        yield Span(start, dotted.end(), "patient")
        return
    if strong:
        other = _OTHER_NAME.match(text, start)
        if other:
            yield Span(start, other.end(), "patient")
            return
    if text[start : start + 1] in _AND and not announced:
        return  # 姓名和电话
    match = _AFTER.match(text, start)
    if match and _is_name(re.sub(r"\s", "", match[0]), sure=strong and _BOUNDARY.match(text, match.end()) is not None):
        length = _length(text, start, match)
        if _is_calling(text[start : start + length + 1], length):
            return  # 联系人是管家, 公务员
        if "叫" in gap[0] and not _BOUNDARY.match(text, start + length) and _GOODS.match(text, start + length):
            return  # 名字叫丁桂儿脐贴
        if not strong and "\n" in gap[0] and not _LINE_END.match(text, start + length):
            return  # 病人： and what they say
        likely = _is_likely(text, start, start + length) and not is_thing(text, start, start + length)
        if strong or likely:
            yield Span(start, start + length, "patient")
            return
    if not strong:
        return
    latin = _LATIN.match(text, start)
    if latin:
        yield Span(start, latin.end(), "patient")
        return
    unknown = re.compile(r"[\u4e00-\u9fff]{2,4}").match(text, start) if announced else None
    if (
        unknown
        and unknown[0] not in _NOBODY
        and _BOUNDARY.match(text, unknown.end())
        and (_is_word_as_name(unknown[0]) or not (match or set(unknown[0]) & set(NO_GIVEN_NAME)))
    ):
        yield Span(start, unknown.end(), "patient")


def _is_calling(text: str, length: int) -> bool:
    """Tell whether two characters that may be a name are, or begin, what somebody is: 石匠, 公务员, 单亲妈妈."""
    if length != 2:
        return length == 3 and text[2:] in ("阿姨", "老板", "成员", "大师", "妈妈", "爸爸")
    return (text[:2] in dictionary() and text[1] in _CALLINGS) or text in dictionary() or text[1:] in ("老板", "大师")


def _is_word_as_name(name: str) -> bool:
    """Tell whether a given name is a word of two characters: 郑和平, 李十月, 王拴住."""
    return len(name) == 3 and _is_common(name) and not is_word(name[:2])


def _length(text: str, start: int, match: re.Match) -> int:
    """Return the name's length: one given character rather than two if a word begins with the second."""
    shorter = match.end() - 1
    base = 2 if match[0][:2] in DOUBLE_SURNAMES else 1
    given = len(match[0]) - base - match[0].count(" ") - match[0].count("\u3000")
    if given == 2 and _BOUNDARY.match(text, shorter) and not _BOUNDARY.match(text, match.end()):
        return shorter - start
    return len(match[0])


def name_before_sex(text: str, start: int) -> Iterator[Span]:
    """Yield the name in 王小明，男，35岁: between a break and the patient's sex."""
    if not _PARTS.match(text, max(0, start - 1), start):
        return  # nearly always
    head = text[max(0, start - 8) : start]
    match = _BEFORE_SEX.search(head)
    if match and _is_name(match[1], sure=True) and _is_common(match[1]) and _BOUNDARY.match(text, start + 1):
        offset = start - len(head)
        if match.start(1) > 0 or offset == 0:
            yield Span(offset + match.start(1), offset + match.end(1), "patient")


def surname_after_cue(text: str, end: int) -> Iterator[Span]:
    """Yield the surname in 我姓王."""
    if text[end : end + 2] in DOUBLE_SURNAMES:
        yield Span(end, end + 2, "patient")
    elif text[end : end + 1] and text[end] in SURNAMES and _BOUNDARY.match(text, end + 1):
        yield Span(end, end + 1, "patient")
