"""Masks what could tell who is meant, for the few samples a data card shows. It is no anonymisation of a data set."""

from __future__ import annotations

import re

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚邹喻苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费岑薛雷贺倪汤"
    "殷罗毕郝安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡"
    "凌霍虞万柯管卢莫房解应宗丁宣邓洪包左石崔龚程邢裴陆翁荀惠曲封储靳段焦谷车侯全班秋仲宫宁仇甘武刘叶白蒲赖乔谭龙申耿阎肖涂游"
)
# A cue makes a surname a person; 高血压医生 and 黄疸 are no names.
_NOT_A_NAME = (
    r"(?!高血|高脂|高危|黄疸|黄体|白带|白细|白血|白内|石淋|全科|全身|安全|康复|常规|万一|应该|解放|任何|方便|于是|何时)"
)
_SURNAME = rf"(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|东方|(?<!谢)谢(?!谢)|[{_SURNAMES}])"
_TITLE = r"(?=医生|大夫|主任|教授|院长|护士|老师|先生|女士)"
_RULES = [
    (re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff，。）)]+", re.ASCII), "[url]"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII), "[email]"),
    (re.compile(r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])"), "[phone]"),
    (re.compile(r"(?<![0-9])0[0-9]{2,3}[- ][0-9]{7,8}(?![0-9])"), "[phone]"),
    (re.compile(r"((?:微信|QQ|qq|VX|vx|wechat)号?[:：是 ]{0,3})[A-Za-z0-9_-]{5,20}"), r"\1[account]"),
    (re.compile(r"(完成了)[\u4e00-\u9fff]{2,4}(?=(?:医生|大夫|主任)下发)"), r"\1[name]"),  # the platform's words
    (re.compile(rf"{_NOT_A_NAME}{_SURNAME}[\u4e00-\u9fff]{{0,2}}?{_TITLE}"), "[name]"),
    (re.compile(rf"((?:我叫|姓名[:：]?|名叫|本人)\s*){_NOT_A_NAME}{_SURNAME}[\u4e00-\u9fff]{{1,2}}"), r"\1[name]"),
    (re.compile(r"\b(Dr|Mr|Mrs|Ms|Prof)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?"), r"\1. [name]"),
    (re.compile(r"\b((?:[Mm]y name is|I am called)) [A-Z][a-z]+(?: [A-Z][a-z]+)?"), r"\1 [name]"),
    (re.compile(r"(?:(?![在去到从来是于看了])[\u4e00-\u9fff]){2,10}?(?:医院|卫生院)"), "[hospital]"),
    (re.compile(r"[0-9０-９]{2,}(?:[.,:/-][0-9]+)*"), "[number]"),
]


def mask(text: str) -> str:
    """Replace links, addresses, telephone and account numbers, names with a title, hospitals and numbers.

    Args:
        text: what a patient or a doctor wrote.

    Returns:
        The text with placeholders such as `[name]`; single digits stay.
    """
    for pattern, placeholder in _RULES:
        text = pattern.sub(placeholder, text)
    return text


def excerpt(text: str, characters: int = 80) -> str:
    """Return the beginning of a text, masked: what a data card may show of it."""
    masked = mask(text)
    if len(masked) <= characters:
        return masked
    return re.sub(r"\[[a-z]*$", "", masked[:characters]) + "…"  # no half of a placeholder
