"""Telephone, identity card and bank card numbers that are recognised by their form alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from medtune.data.cleaning.identity.unknown_numbers import CODE, unknown_numbers
from medtune.data.cleaning.spans import Span, spell_out

# What people put between the groups of a number; the later ones are invisible or do not break a line.
_S = (
    r"[ \u3000\-‐–—_.·/~～*、，,|"
    r"\u00a0\u2009\u202f\u200b-\u200d\u2011\u2060\ufeff\ufe0f\u20e3]"
)
# Look-arounds instead of \b, for which Chinese characters are letters; decimals and longer numbers are no telephones.
_L = _S.replace("|", "|\\n\\r")
_BEFORE = r"(?<![0-9])(?<![0-9][.])"
_AFTER = r"(?![0-9])(?!\.[0-9])(?!\s?(?:/[A-Za-zμµ]|个/|copies|拷贝|IU|U/|cfu|CFU|元|mg|ml))"
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"

_NUMERAL = "零〇○幺一二两三四五六七八九壹贰叁肆伍陆柒捌玖⓪①②③④⑤⑥⑦⑧⑨"
# Every number of `find_numbers` has seven characters of its kind in a row, with separators between them.
NUMERALS, NUMBER_REST = f"0-9{_NUMERAL}", rf"(?:{_S}{{0,3}}[()（）*xXoO0-9{_NUMERAL}]){{6}}"
NUMBER_GATE = re.compile(f"[{NUMERALS}]{NUMBER_REST}")
_WORDS = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_SPELLED = re.compile(rf"\b{_WORDS}(?:[\s,\-]{{1,2}}{_WORDS}){{6,}}(?![A-Za-z])", re.IGNORECASE)
_SPOKEN = re.compile(
    rf"[{_NUMERAL}]{{2}}|(?:[一三四五六七八九][ \-—_·.]){{3}}|[{_NUMERAL}]{{3,4}}[、，,/]|"
    rf"[0-9][一二三四五六七八九①②③④⑤⑥⑦⑧⑨]"
)

_MOBILE = re.compile(
    rf"{_BEFORE}(?:[(（]?(?:\+|"
    rf"00)?86[)）]?{_S}{{0,3}})?[(（]?(0?1{_S}{{0,3}}[3-9](?:{_S}{{0,3}}[)）]?{_S}{{0,3}}[0-9oO]){{9}}){_AFTER}"
)
_AREA = "0(?:10|2[0-9]|[3-9][0-9]{2})"
_LANDLINE = re.compile(
    rf"{_BEFORE}(?:(?:\+|00)?86{_S}{{0,2}})?(?:(?:[(（]?{_AREA}[)）]{_S}{{0,2}}|"
    rf"[(（]?{_AREA}{_S}{{1,3}})[1-9][0-9]{{2,3}}{_S}?[0-9]{{4}}|"
    rf"0(?:10|2[0-9])[2-9][0-9]{{7}}|0[3-9][0-9]{{2}}[2-9][0-9]{{6,7}}){_AFTER}(?:{_S}?(?:转|分机号?|ext\.?|x|"
    rf"[-－—](?=[0-9]{{3,4}}(?![0-9]))){_S}?[0-9]{{1,5}})?"
)
_SERVICE = re.compile(
    rf"{_BEFORE}(?<![A-KM-Za-km-z])[48]00(?:[0-9]{{7}}|-[0-9]{{3}}-?[0-9]{{4}}|-[0-9]{{4}}-?[0-9]{{3}}){_AFTER}"
)
_INTERNATIONAL = re.compile(
    rf"(?<![0-9])(?:\+[1-9][0-9]{{0,2}}|00[1-9][0-9]{{0,2}}(?=[ \-.(]))"
    rf"(?:[ \-.()]{{0,2}}[0-9]){{7,12}}{_AFTER}(?: ?(?:x|ext\.?) ?[0-9]{{1,6}})?"
)
_AMERICAN = re.compile(
    rf"{_BEFORE}(?:1[ .\-])?(?:\([2-9][0-9]{{2}}\)[ .\-]?[0-9]{{3}}[ .\-][0-9]{{4}}|"
    rf"[2-9][0-9]{{2}}([.\-–‐‑]| [\-–] )[0-9]{{3}}\1[0-9]{{4}}|"
    rf"[2-9][0-9]{{2}}/ ?[2-9][0-9]{{2}}[\-. ][0-9]{{4}}){_AFTER}"
    r"(?: ?(?:x|ext\.?) ?[0-9]{1,6})?"
)
_BRITISH = re.compile(rf"{_BEFORE}(?:\(0[1-9][0-9]{{1,4}}\)|0[1-9][0-9]{{1,4}})(?: [0-9]{{2,6}}){{1,3}}{_AFTER}")
# Ten digits without separators are a telephone only where no Chinese speaks of something else.
_BARE_AMERICAN = re.compile(r"(?<![0-9A-Za-z.#\-/])[2-9][0-9]{2}[2-9][0-9]{6}(?![0-9A-Za-z\-/%]|\.[0-9])")
# With blanks between them only where no Chinese stands, in which QQ numbers are written so.
_SPACED_AMERICAN = re.compile(
    rf"{_BEFORE}(?<![0-9] )[2-9][0-9]{{2}}[ ]{{1,2}}[2-9][0-9]{{2}}[ ]{{1,2}}[0-9]{{4}}(?![ ]?[0-9]){_AFTER}"
)
_ONE_BY_ONE = re.compile(r"(?<![0-9.])[0-9](?:[ \-·.][0-9]){8,19}(?![0-9])(?![ .\-][0-9])")
_OWN = re.compile(r"(?<![0-9.])[0-9]{7,12}(?=,? (?:is|was) (?:my|his|her|our|the) )")
_HIDDEN = re.compile(
    r"(?<![0-9])(?:1[3-9][0-9][ \-]?[*xX×＊•·]{3,5}[ \-]?[0-9]{3,4}|[1-9][0-9]{5}[*xX]{6,8}[0-9]{3,4}[0-9Xx]?)(?![0-9])"
)
_IDENTITY_CARD = re.compile(rf"(?<![0-9])[1-9](?:{_L}{{0,2}}[0-9]){{16}}{_L}{{0,2}}[0-9Xx×✕χⅩ](?![0-9])")
_OLD_IDENTITY_CARD = re.compile(
    rf"(?<![0-9])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])"
    rf"[0-9]{{4}}[ \-]?[0-9]{{2}}{_MONTH_DAY}[ \-]?[0-9]{{3}}(?![0-9])"
)
_BORN = re.compile(rf"[0-9]{{6}}(?:18|19|20)[0-9]{{2}}{_MONTH_DAY}")
_SOCIAL_SECURITY = re.compile(
    r"(?<![0-9.\-])(?<![0-9] )[0-8][0-9]{2}(-|–|‐|\.| - | |- | -|  )[0-9]{2}\1[0-9]{4}"
    r"(?![0-9\-])(?! ?(?:[0-9]|mg|ml|IU|units|cal))"
)
_BANK_CARD = re.compile(
    r"(?<![0-9.])(?<![0-9][ \-])(?:[2-6][0-9]{3}([ \-.·•_–—/]{0,2})[0-9]{4}(?:\1[0-9]{4}){2}(?:\1[0-9]{1,3})?|"
    r"3[47][0-9]{2}[ \-.][0-9]{6}[ \-.][0-9]{5}|62[0-9]{4}[ \-.][0-9]{10,13})(?![0-9])(?![ \-][0-9])"
)

# Number plates, with the province's character first.
_PLATE = re.compile(
    r"[A-HJ-NP-Z](?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼].)[·•. ]?"
    r"(?=[A-Z]*[0-9][A-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)

# Groups in which people write eleven digits; others, such as 13 8 120 80 95, are as likely a row of measurements.
_GROUPS = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (3, 5, 3), (3, 3, 3, 2), (5, 6), (6, 5)}
    | {(1,) * 11, (2, 2, 2, 2, 2, 1), (1, 2, 2, 2, 2, 2), (3, 2, 2, 2, 2), (1, 3, 3, 4), (2, 3, 3, 3), (4, 7)}
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def find_numbers(text: str, chinese: bool) -> Iterator[Span]:
    """Yield telephone, identity card and bank card numbers that need no word before them.

    Args:
        text: after `fold`; one in which `NUMBER_GATE` finds nothing holds none.
        chinese: whether there is a Chinese character in it.
    """
    yield from _numbers(text)
    yield from unknown_numbers(text)
    if not chinese:
        yield from map(_phone, _BARE_AMERICAN.finditer(text))
        yield from map(_phone, _SPACED_AMERICAN.finditer(text))
    if _SPOKEN.search(text):
        spoken = spell_out(text)
        if spoken != text:
            yield from _numbers(spoken)


def spelled_numbers(text: str) -> Iterator[Span]:
    """Yield telephone numbers in English words: five five five one two ..."""
    yield from map(_phone, _SPELLED.finditer(text))


def number_plates(text: str) -> Iterator[Span]:
    """Yield number plates of Chinese cars. Text after `fold`."""
    for match in _PLATE.finditer(text):
        yield Span(match.start() - 1, match.end(), "id")


def card_number_is_valid(number: str) -> bool:
    """Tell whether the last character of an 18-digit identity card number is right (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def luhn_is_valid(number: str) -> bool:
    """Tell whether a card number has the right check digit (ISO/IEC 7812-1)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _numbers(text: str) -> Iterator[Span]:
    for pattern, check in _PATTERNS:
        for match in pattern.finditer(text):
            span = check(match)
            if span is not None:
                yield span


def _mobile(match: re.Match) -> Span | None:
    groups = tuple(map(len, re.findall("[0-9oO]+", match[1].removeprefix("0"))))
    marks = set(re.sub(r"[0-9oO \-—–_.()（）]", "", match[1]))
    # Commas and slashes part measurements as well: 156/100, 169/76.
    fits = groups in ((3, 4, 4), (1,) * 11) if marks and len(groups) > 1 else groups in _GROUPS
    code = match[0][0] == "0" and match[0].isdecimal() and _is_code(match)
    return Span(match.start(), match.end(), "phone") if fits and not code else None


def _british(match: re.Match) -> Span | None:
    digits = len(re.sub("[^0-9]", "", match[0]))
    return Span(match.start(), match.end(), "phone") if 10 <= digits <= 11 else None


def _one_by_one(match: re.Match) -> Span | None:
    digits = re.sub("[^0-9]", "", match[0])
    counted = all(int(after) == int(before) + 1 for before, after in pairwise(digits))
    return None if counted else Span(match.start(), match.end(), "phone")


def _phone(match: re.Match) -> Span:
    return Span(match.start(), match.end(), "phone")


def _identity_card(match: re.Match) -> Span | None:
    number = re.sub(_L, "", match[0])
    return Span(match.start(), match.end(), "id", card_number_is_valid(number)) if _BORN.match(number) else None


def _landline(match: re.Match) -> Span | None:
    return None if match[0].isdecimal() and _is_code(match) else _phone(match)


def _is_code(match: re.Match) -> bool:
    return CODE.search(match.string, max(0, match.start() - 20), match.start()) is not None


def _other_id(match: re.Match) -> Span:
    return Span(match.start(), match.end(), "id")


def _bank_card(match: re.Match) -> Span | None:
    number = re.sub("[^0-9]", "", match[0])
    groups = re.split("[^0-9]+", match[0])
    years = all(group[:2] in ("19", "20") for group in groups)  # 2015 2016 2017 2018
    if not luhn_is_valid(number) and not number.startswith("62") and (len(groups) < 3 or years):
        return None
    return Span(match.start(), match.end(), "bank", luhn_is_valid(number))


_PATTERNS: tuple[tuple[re.Pattern, Callable[[re.Match], Span | None]], ...] = (
    (_IDENTITY_CARD, _identity_card),
    (_OLD_IDENTITY_CARD, _other_id),
    (_BANK_CARD, _bank_card),
    (_MOBILE, _mobile),
    (_LANDLINE, _landline),
    (_SERVICE, _phone),
    (_INTERNATIONAL, _phone),
    (_AMERICAN, _phone),
    (_BRITISH, _british),
    (_OWN, _phone),
    (_ONE_BY_ONE, _one_by_one),
    (_HIDDEN, _phone),
    (_SOCIAL_SECURITY, _other_id),
)
