"""Names of doctors and patients, where a word says that a name stands there: 张三医生, 我叫李四, Dr. Smith.

A surname alone decides nothing, as most surnames are words too: 高血压, 黄疸, 白带. A candidate whose beginning is such a
word, or whose given name is made of function words or parts of the body, is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.name_words import (
    COMMON_SURNAMES,
    DOUBLE_SURNAMES,
    ENGLISH_VETO,
    GIVEN_NAME_FIRST,
    NO_GIVEN_NAME,
    NO_TITLED_SURNAME,
    SURNAMES,
    VETO,
    VETO_BEFORE_TITLE,
)
from medtune.data.cleaning.spans import Span

DOCTOR_TITLES = (
    *(
        "医生",
        "大夫",
        "主任",
        "教授",
        "院长",
        "护士",
        "护士长",
        "医师",
        "主任医师",
        "副主任",
        "副主任医师",
        "主治医师",
        "主治医生",
        "住院医师",
    ),
    *(
        "专家",
        "博士",
        "药师",
        "治疗师",
        "副教授",
        "医助",
        "副院长",
        "住院医生",
        "主治",
        "规培医生",
        "技师",
        "营养师",
        "心理师",
        "咨询师",
    ),
)
OTHER_TITLES = (
    "先生",
    "女士",
    "小姐",
    "老师",
    "同学",
    "阿姨",
    "叔叔",
    "奶奶",
    "爷爷",
    "大爷",
    "大妈",
    "大姐",
    "师傅",
    "同志",
    "大叔",
    "伯伯",
    "太太",
)
STRONG_CUES = (
    *(
        "我叫",
        "姓名",
        "名叫",
        "名字",
        "联系人",
        "签名",
        "署名",
        "收件人",
        "就诊人",
        "监护人",
        "户名",
        "持卡人",
        "收货人",
        "叫做",
        "真名",
        "本名",
        "大名",
        "全名",
    ),
    *(
        "受检者",
        "送检者",
        "签字",
        "患者姓名",
        "病人姓名",
        "孩子叫",
        "宝宝叫",
        "小孩叫",
        "女儿叫",
        "儿子叫",
        "名是",
        "登记名",
        "实名",
    ),
)
WEAK_CUES = (
    *(
        "患者",
        "病人",
        "患儿",
        "我是",
        "本人",
        "孩子",
        "宝宝",
        "儿子",
        "女儿",
        "老公",
        "妻子",
        "丈夫",
        "老婆",
        "母亲",
        "父亲",
        "妈妈",
        "爸爸",
        "家属",
        "您是",
    ),
    *(
        "你是",
        "他叫",
        "她叫",
        "病员",
        "姐姐",
        "妹妹",
        "哥哥",
        "弟弟",
        "丈母娘",
        "婆婆",
        "岳父",
        "报告人",
        "审核",
        "记录者",
        "检查者",
        "这是",
        "完成了",
    ),
)
SEX_CUES = ("男", "女")
ENGLISH_DOCTOR_CUES = (
    "dr",
    "dr.",
    "doctor",
    "prof",
    "prof.",
    "professor",
    "nurse",
    "surgeon",
    "physician",
    "gp",
    "consultant",
    "cardiologist",
    "neurologist",
)
ENGLISH_PERSON_CUES = ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mister", "madam", "master")
ENGLISH_NAME_CUES = (
    *(
        "my name is",
        "name is",
        "i am called",
        "named",
        "patient name",
        "name:",
        "name :",
        "call me",
        "signed",
        "this is",
        "i am",
        "i'm",
        "im",
    ),
    *(
        "regards",
        "sincerely",
        "yours truly",
        "patient",
        "best wishes",
        "patient:",
        "full name",
        "name's",
        "it's",
        "son",
        "daughter",
    ),
    *(
        "husband",
        "wife",
        "mother",
        "father",
        "brother",
        "sister",
        "client",
        "contact",
        "guardian",
        "known as",
        "goes by",
        "thanks,",
        "love,",
        "cheers",
    ),
)
DEGREE_CUES = (" md", " m.d", " mbbs", " frcs", " phd", " rn", " d.o", " facc", " mrcp", " dnb")
_SURE_NAME_CUES = frozenset(
    {
        "my name is",
        "i am called",
        "patient name",
        "name:",
        "name :",
        "full name",
        "name is",
        "name's",
        "goes by",
        "known as",
    }
)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPACE = r"[ \u3000]?"
_DOUBLE = "|".join(DOUBLE_SURNAMES)
_NAME_GAP = re.compile(r"(?:[\s:：,，是叫为(（“\"'【\[「—\-=/]|姓名|名字|全名|的){0,8}")
_GIVEN = rf"(?:{_SPACE}[^\W{NO_GIVEN_NAME}\x00-\u4dff\ua000-\uffff]){{1,2}}"
_AFTER = re.compile(rf"(?:{_DOUBLE}|[{SURNAMES}]){_GIVEN}")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・．][\u4e00-\u9fff]{1,8})+")
_BOUNDARY = re.compile(
    r"$|[\s,，。.;；:：、()（）!！?？/|\]】”\"'—\-\[~…]|男|女|今年|年龄|现年|[0-9]|因|于|患|的|和|住|电话|手机|身份|医[生师]|先生|女士|主任|大夫|教授|护士|岁|来自|同学|说|出生|生日|微信|qq|QQ|您|你"
)
_BEFORE_NAME = re.compile(r"^$|[\s,，。.;；:：、()（）!！?？/|\[【“\"'\-—~…]$")
_LATIN = re.compile(r"[A-Z][a-z]{1,15}(?:[ ·][A-Z][a-z]{1,15}){0,2}")
_NOBODY = frozenset(
    [
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
        "略",
        "什么",
        "没有",
        "这个",
        "那个",
    ]
)
_WORD = r"(?:(?:O'|Mc|Mac|D'|De|Di|Le|La|Van|Von|St\.? ?)?[A-Z][a-z]{1,15}(?:-[A-Z][a-z]{1,15})?(?![A-Za-z])|[A-Z]{2,15}(?![A-Za-z]))"
_PARTICLE = r"(?:(?:van|von|der|den|de|la|del|bin|al|el|ibn|da|di)\s){0,2}"
_ENGLISH_NAME = re.compile(rf"(?:[A-Z]\.?\s){{0,2}}({_WORD})((?:\s(?:[A-Z]\.?\s)?{_PARTICLE}{_WORD}){{0,3}})")
_LOWER_NAME = re.compile(r"([A-Za-z][A-Za-z'\-]{1,15})((?:\s[A-Za-z][A-Za-z'\-]{1,15}){0,2})")
_ENGLISH_GAP = re.compile(
    r"(?:[\s:,.\-–—*\"'(]|(?:is|was|me|Dr|dr|Mr|Mrs|Ms|the|aka|called|named|name)(?![A-Za-z])){0,8}(?=[A-Za-z])"
)
_CREDENTIALS = re.compile(
    rf"({_WORD}(?:\s(?:[A-Z]\.\s?)?{_WORD}){{1,2}}),?\s(?:M\.?D\.?|MBBS|D\.?O\.?|R\.?N\.?|FRCS|FACC|PhD|MRCP|NP|DNB)(?![A-Za-z])"
)


def name_at_title(text: str, start: int, end: int, kind: str) -> Iterator[Span]:
    """Yield the name before a Chinese title (欧阳 before 医生, 李小明 before 先生), or the one that follows it.

    Args:
        text: after `fold`.
        start: where the title begins.
        end: where it ends.
        kind: `doctor` or `person`.
    """
    head = text[max(0, start - 6) : start]
    before = head.rstrip(" \u3000")
    offset = start - len(head)
    length = _titled_length(before, offset == 0)
    if length:
        yield Span(offset + len(before) - length, offset + len(before), kind)
    elif kind == "doctor":
        for span in name_after_cue(text, end, False):
            yield span._replace(kind=kind)


def _titled_length(before: str, whole: bool) -> int:
    """Return how many characters before a title are a name; 0 if none is."""
    candidates = []
    for length in (4, 3, 2, 1):
        name = before[-length:]
        if len(name) == length and _is_name(name, titled=True):
            candidates.append(length)
    if not candidates:
        return 0
    if candidates[-1] == 1:  # 谢谢张医生: a surname next to the title, and what is before it may not belong to it
        longer = candidates[0]
        if longer == 1 or (
            before[-1] in COMMON_SURNAMES and before[-1] not in GIVEN_NAME_FIRST and not _begins(before, longer, whole)
        ):
            return 0 if before[-2:] in VETO_BEFORE_TITLE or before[-3:] in VETO_BEFORE_TITLE else 1
        if longer == 1:
            return 1
    longest = candidates[0]
    if longest > 1 or before[-2:] not in VETO_BEFORE_TITLE:
        return longest
    return 0


def _begins(before: str, length: int, whole: bool) -> bool:
    rest = before[: len(before) - length]
    return bool(_BEFORE_NAME.search(rest)) if rest or whole else False


def _is_name(name: str, titled: bool = False) -> bool:
    """Tell whether Chinese characters can be a surname and a given name, or a surname alone."""
    if name[:2] in VETO or (name[-2:] in VETO_BEFORE_TITLE and len(name) == 2):
        return False
    double = name[:2] in DOUBLE_SURNAMES
    if double:
        given = name[2:]
    elif name[0] in SURNAMES and not (titled and name[0] in NO_TITLED_SURNAME):
        given = name[1:]
        if len(given) > 2:
            return False
    else:
        return False
    return len(given) <= 2 and all(char not in NO_GIVEN_NAME and _HAN.match(char) for char in given)


def name_after_cue(text: str, end: int, strong: bool) -> Iterator[Span]:
    """Yield the Chinese name behind a cue.

    Args:
        text: after `fold`.
        end: where the cue ends.
        strong: whether the cue announces a name and nothing else (姓名, 我叫); behind another (患者, 我是) the name must be of
            a common surname and end at a punctuation mark or a word that cannot belong to it.
    """
    gap = _NAME_GAP.match(text, end)
    start = gap.end()
    dotted = _DOTTED.match(text, start)
    if dotted:
        yield Span(start, dotted.end(), "patient")
        return
    match = _AFTER.match(text, start)
    if match and _is_name(re.sub(r"\s", "", match[0])):
        length = _length(text, start, match)
        name = text[start : start + length]
        if strong or (
            (name[0] in COMMON_SURNAMES or name[:2] in DOUBLE_SURNAMES) and _BOUNDARY.match(text, start + length)
        ):
            yield Span(start, start + length, "patient")
            return
    if not strong:
        return
    latin = _LATIN.match(text, start)
    if latin:
        yield Span(start, latin.end(), "patient")
        return
    announced = re.search("[:：是为叫]", text[end - 1 : start])
    unknown = re.compile(r"[\u4e00-\u9fff]{2,4}").match(text, start) if announced and not match else None
    if (
        unknown
        and unknown[0] not in _NOBODY
        and _BOUNDARY.match(text, unknown.end())
        and not set(unknown[0]) & set(NO_GIVEN_NAME)
    ):
        yield Span(start, unknown.end(), "patient")


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
    head = text[max(0, start - 8) : start]
    match = re.search(r"(?:^|(?<=[\s,，。.;；:：、()（）|]))([\u4e00-\u9fff]{2,4})[\s,，、|/(（]{1,2}$", head)
    if (
        match
        and _is_name(match[1])
        and (match[1][0] in COMMON_SURNAMES or match[1][:2] in DOUBLE_SURNAMES)
        and _BOUNDARY.match(text, start + 1)
    ):
        offset = start - len(head)
        if match.start(1) > 0 or offset == 0:
            yield Span(offset + match.start(1), offset + match.end(1), "patient")


def english_name(text: str, start: int, end: int, cue: str) -> Iterator[Span]:
    """Yield the English name behind a cue.

    Args:
        text: after `fold`.
        start: where the cue begins.
        end: where it ends.
        cue: the cue in lower case.
    """
    if cue in ("mr", "ms", "im", "gp") and text[start:end].isupper():
        return  # magnetic resonance, multiple sclerosis, intramuscular, general practitioner
    kind = "doctor" if cue in ENGLISH_DOCTOR_CUES else "person" if cue in ENGLISH_PERSON_CUES else "patient"
    gap = _ENGLISH_GAP.match(text, end)
    if gap is None or (gap.end() == end and cue[-1] not in ".:,"):
        return
    if (kind != "patient" and re.search("[,:\n(]|[.].*[.]", gap[0])) or (
        kind == "doctor" and cue[-1] != "." and len(cue) > 4 and "." in gap[0]
    ):
        return
    match = _ENGLISH_NAME.match(text, gap.end())
    words = _kept_words(match[0]) if match else []
    sure = cue in _SURE_NAME_CUES
    if words and kind == "patient" and not sure and len(words[0]) > 1 and words[0].isupper():
        return
    if not words and sure:
        match = _LOWER_NAME.match(text, gap.end())
        words = _kept_words(match[0]) if match else []
        words = words[:2]
    if not words or (
        kind == "patient"
        and not sure
        and len(words) < _LEAST_WORDS.get(cue, 2)
        and not _alone(cue, gap[0], text, gap.end() + len(words[0]))
    ):
        return
    length = match[0].index(words[-1], sum(len(word) + 1 for word in words[:-1]) if len(words) > 1 else 0) + len(
        words[-1]
    )
    yield Span(gap.end(), gap.end() + length, kind)


_LEAST_WORDS = {
    "named": 1,
    "signed": 1,
    "regards": 1,
    "sincerely": 1,
    "yours truly": 1,
    "best wishes": 1,
    "thanks,": 1,
    "cheers": 1,
    "love,": 1,
}


def _alone(cue: str, gap: str, text: str, end: int) -> bool:
    """Tell whether a single capitalised word stands as a name does: `my son John, 5` or `this is John.`."""
    return cue in (
        "son",
        "daughter",
        "husband",
        "wife",
        "this is",
        "i am",
        "i'm",
        "call me",
        "brother",
        "sister",
        "patient:",
    ) and bool(re.match(r"\s?[,.!\n(]|$|\s(?:and|from|here|aged?|is|has|was)\s", text[end:]))


def _kept_words(name: str) -> list[str]:
    """Return the words of a name up to the first that belongs to no name."""
    words = []
    for word in name.split(" "):
        if word.lower().strip(".'-") in ENGLISH_VETO or not word:
            break
        words.append(word)
    return words if any(len(word.strip(".")) > 1 for word in words) else []


def names_with_credentials(text: str) -> Iterator[Span]:
    """Yield English names before a degree: `John Smith, MD`."""
    for match in _CREDENTIALS.finditer(text):
        if len(_kept_words(match[1])) > 1:
            yield Span(match.start(1), match.end(1), "doctor")
