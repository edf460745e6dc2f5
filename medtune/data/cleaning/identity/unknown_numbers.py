"""Long numbers and names of accounts that nothing announces, or a word the rules do not know.

A number of eight digits or more tells apart persons, or things. So it is masked unless a word says that it is a thing's
(批号, 国药准字, LOT, ISBN, NCT), or it is a date, a measurement or a part of a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medtune.data.cleaning.identity.chinese_names import PINYIN_SURNAMES, SYLLABLE
from medtune.data.cleaning.spans import Span

HANDLE_REST = "(?:[_\\-]?[0-9]{3}|_[a-z])"
HANDLE_GATE = re.compile(f"[a-z]{HANDLE_REST}")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,_/:^×*\-+=<>≥≤±~～])(?<![0-9] )[0-9]{1,20}(?:[ \-][0-9]{3,12}){0,5}"
    r"(?![0-9A-Za-z_%/^×*~～\-+]|[:.][0-9])"
    r"(?![ ]?(?:个|次|例|人|份|元|块|万|亿|倍|岁|年|月|至|到|IU|U|mg|ml|ug|kg|cells?|copies|拷贝|people|patients|cases|"
    r"years|"
    r"steps|dollars|units|per|x|×))(?!,[0-9]{3})"
)
# Codes of products, papers, trials, genes and standards.
CODE = re.compile(
    r"(?<![a-z])(?:(?:gb|yy|iso|iec|astm|ws|jjg|q)(?:/t)?|lot|batch|s/?n|sn|udi|gtin|sku|din|ref|isbn|issn|pmid|pmcid|"
    r"pmc|doi|nct|isrctn|chictr|ctri|prospero|ctr|rs|cas|zl|gb|serial|model|barcode|upc|ean|ndc|snomed|icd|loinc|code|"
    r"codes|anda|hcpcs|grant|approval|accession|version|patent|trial|registration|n|p|or|hr|ci|total|of|about)"
    r"(?:ct|[ .:：#()=\-]|no|number|num|is|the|id|号){0,8}$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:(?:PubMed|课题|项目|基金|资助|合同)(?:编号|号)?|码|批号|文号|准字|字第|第|型号|货号|列号|型|版|编码|代码|标准|专利|公告|注册|登记证|许可|备案?|号第|"
    r"总数|计数|数量|浓度|滴度|载量|约|共|达|为|至|[0-9])[^0-9]{0,3}$|[证械妆健食药]字?[^0-9的话打，。]{0,3}$"
)
_DATE = re.compile(
    r"(?:18|19|20)[0-9]{2}[ \-]?(?:0[1-9]|1[0-2])[ \-]?(?:0[1-9]|[12][0-9]|3[01])(?:[ \-]?[0-9]{2,6})?|"
    r"(?:1[5-9]|20)[0-9]{2}(?:[ \-](?:1[5-9]|20)[0-9]{2})+"
)
_LEAST = 8
_HANDLE = re.compile(
    rf"(?<![A-Za-z0-9_@./\-])(?:{PINYIN_SURNAMES.lower()})(?:{SYLLABLE}){{0,3}}"
    rf"(?:_(?:(?:{SYLLABLE}){{1,3}}|[a-z]{{1,2}})[0-9]{{0,9}}|[_\-]?[a-z]?[_\-]?[0-9]{{3,10}})(?![A-Za-z0-9_@.\-/(=])"
)


def unknown_numbers(text: str) -> Iterator[Span]:
    """Yield numbers of eight digits or more that are no thing's.

    Args:
        text: after `fold`.
    """
    for match in _NUMBER.finditer(text):
        digits = sum(map(str.isdigit, match[0]))
        groups = re.split("[ \\-]", match[0])
        if digits < _LEAST or _DATE.fullmatch(match[0]) or match[0].endswith("00000") or max(map(len, groups)) < 4:
            continue
        before = (text, max(0, match.start() - 20), match.start())
        if not _THING.search(*before) and not CODE.search(*before):
            yield Span(match.start(), match.end(), "number")


def unknown_handles(text: str) -> Iterator[Span]:
    """Yield account names in Chinese text: a surname in Latin letters with digits or an underscore, zhou_mama, li3593.

    Args:
        text: after `fold`; one in which `HANDLE_GATE` finds nothing holds none.
    """
    for match in _HANDLE.finditer(text):
        yield Span(match.start(), match.end(), "wechat")
