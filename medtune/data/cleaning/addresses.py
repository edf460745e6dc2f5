"""Addresses down to the street, and names of hospitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.spans import Span

ADDRESS_CUES = (
    *(
        "住址",
        "地址",
        "家住",
        "现住",
        "住在",
        "家在",
        "户籍",
        "寄到",
        "邮寄",
        "位于",
        "寄往",
        "快递到",
        "居住",
        "常住",
        "住",
    ),
    *(
        "address",
        "live at",
        "lives at",
        "living at",
        "reside",
        "residing at",
        "resides at",
        "mailing",
        "ship to",
        "mail to",
    ),
    *("lives in", "live in", "home is", "send it to", "staying at", "located at"),
)
PLACE_CUES = (
    *("路", "街", "大道", "巷", "弄", "胡同", "村", "小区", "花园", "公寓", "苑", "新村", "号院", "号楼", "家园"),
    *(
        " street",
        " st.",
        " st,",
        " avenue",
        " ave",
        " road",
        " rd",
        " lane",
        " drive",
        " boulevard",
        " blvd",
        " court",
        " apt",
        " suite",
    ),
    *(" way", " place", " terrace", " close", " crescent", " square"),
)
HOSPITAL_CUES = ("医院", "卫生院", "hospital", "clinic", "medical center", "medical centre")

_HAN = r"[\u4e00-\u9fff]"
_NUMERAL = "0-9０-９A-Za-z一二三四五六七八九十百零〇"
_UNIT = (
    r"(?:自治区|自治州|特别行政区|开发区|省|市|区|县|旗|盟|镇|乡|街道|村委会|村|屯|大街|大道|路|街|巷|弄|胡同|道|号院|号楼|号|栋|幢|座|单元|层|楼|室|户|组|队|"
    r"小区|花园|公寓|新村|苑|大厦|广场|社区|家园|邮编)"
)
# Words that end what comes before an address rather than begin the address.
_NO_PLACE = "的在是到从来去于住我你您他她们了过和与及给就也都很把被让叫医院病症痛疼药吃有没不这那哪个些什么怎吗呢吧啊，"
_PART = rf"(?:(?![{_NO_PLACE}])[\u4e00-\u9fff{_NUMERAL}#\-－]){{1,12}}?{_UNIT}\s?"
_GAP = r"(?:[\s:：,，是为在于(（]|的){0,6}"
_AFTER_CUE = re.compile(
    rf"{_GAP}((?:{_PART}){{1,10}}(?:[{_NUMERAL}\-－]{{1,8}}(?:号|室|座)?)?(?:[\s,，]*(?:邮编)?[:：]?\s?[0-9]{{6}}(?![0-9]))?)"
)
_BEFORE_PLACE = re.compile(
    rf"(?:(?:(?![{_NO_PLACE}]){_HAN}){{1,8}}?(?:省|自治区|市|州|盟|区|县|旗|镇|乡|街道|村|路|街)\s?)*(?:(?![{_NO_PLACE}]){_HAN}){{1,6}}$"
)
_BEHIND_PLACE = re.compile(
    rf"\s?(?:[{_NUMERAL}\-－]{{1,6}}\s?(?:号院|号楼|号|弄|座|栋|幢|组|队|支弄|巷|单元|区|期|#)\s?)(?:[{_NUMERAL}\-－]{{1,6}}\s?(?:号楼|号|弄|座|栋|幢|单元|层|楼|室|户|组)\s?|{_HAN}{{2,6}}(?:小区|花园|公寓|大厦|苑)\s?)*"
    rf"(?:[0-9]{{2,4}}(?![0-9.]))?(?:[\s,，]*(?:邮编)?[:：]?\s?[0-9]{{6}}(?![0-9]))?"
)
_CAPITALISED = r"[A-Z][A-Za-z'’.\-]*"
_ENGLISH_TAIL = (
    rf"(?:,?\s(?:Apt|Apartment|Suite|Unit|Flat|Floor|Ste|Room)\.?\s?#?[0-9A-Za-z]{{1,6}})?(?:[,\s]{{1,2}}{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}})?"
    r"(?:,?\s[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?(?![0-9])|,?\s[A-Z]{1,2}[0-9][0-9A-Z]?\s[0-9][A-Z]{2}(?![A-Za-z0-9]))?"
)
_ENGLISH = re.compile(
    rf"(?:[\s:,\-]|is|at|in|the){{0,6}}?((?:[0-9]{{1,6}}[A-Za-z]?,?\s(?:{_CAPITALISED}\s?){{1,5}}|(?:Flat|Apt|Unit|PSC|P\.?O\.? Box|USNS|USS|USNV|USCGC)\s{_CAPITALISED}?\s?[0-9]{{0,6}}),?{_ENGLISH_TAIL})"
)
_STREET_BEFORE = re.compile(rf"(?<![0-9.])[0-9]{{1,6}}[A-Za-z]?\s(?:{_CAPITALISED}\s){{0,4}}{_CAPITALISED}$")
_STREET_BEHIND = re.compile(rf"\s[A-Z][a-z]*\.?(?![a-z]){_ENGLISH_TAIL}")
_LEVELS = re.compile(_UNIT)
_HOSPITAL_BEFORE = re.compile(
    rf"(?:(?![{_NO_PLACE}往看转回赴找请问经由本该各某同当另])(?!三甲|二甲|正规|大型|专科|公立|私立|综合|附近|地方|其他|其它|一家|几家|县级|市级|省级|上级|一个){_HAN}){{2,16}}$"
)
_ENGLISH_HOSPITAL = re.compile(rf"(?:{_CAPITALISED}\s){{1,5}}$")


def address_after(text: str, end: int) -> Iterator[Span]:
    """Yield the address behind a cue such as 家住; a town alone, without district or street, is none."""
    match = _AFTER_CUE.match(text, end)
    if match:
        address = match[1].rstrip(" ,，")
        levels = len(_LEVELS.findall(address))
        if levels > 1 and len(address) > 5:
            yield Span(match.start(1), match.start(1) + len(address), "address")
        return
    match = _ENGLISH.match(text, end)
    if match and re.match(r"[0-9FAUP]", match[1]) and len(match[1]) > 8:
        yield Span(match.start(1), match.end(1), "address")


def address_around(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the address around a word such as 路 or Street, if a house number belongs to it."""
    if text[end - 1].isascii():
        before = _STREET_BEFORE.search(text, max(0, start - 60), start)
        behind = _STREET_BEHIND.match(text, start)
        if before and behind:
            yield Span(before.start(), behind.end(), "address")
        return
    behind = _BEHIND_PLACE.match(text, end)
    if behind:
        before = _BEFORE_PLACE.search(text, max(0, start - 30), start)
        if before:
            yield Span(before.start(), end + len(behind[0].rstrip()), "address")


def hospital(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the name of a hospital that ends in a cue; a hospital that is not named is none."""
    if text[start].isascii():
        before = _ENGLISH_HOSPITAL.search(text, max(0, start - 50), start) if text[start].isupper() else None
    else:
        before = _HOSPITAL_BEFORE.search(text, max(0, start - 16), start)
    if before:
        yield Span(before.start(), end, "hospital")
