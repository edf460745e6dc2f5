"""Identities announced by a word: accounts, numbers of records, cards and telephones, dates of birth, web addresses.

One Aho-Corasick pass finds the words; behind each a small pattern reads what it announces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from medtune.data.cleaning.identity.name_words import bars, words
from medtune.data.cleaning.identity.unknown_numbers import CODE
from medtune.data.cleaning.spans import Span, spell_out

_GAP = (
    r"(?:[\s:：,，、=＝是为号码#＃(（\[【「“\"'\-–—./的叫改还可搜加我他她您你帐账户登记写填证卡;；]|is|are|was|"
    r"number|num|no|id|at|on|me|my|in|"
    r"account|it's|it’s|that's|本人|家里|家属|如下|尾号|同号|微信|手机|电话|联系|through|via|or|reads?|the|her|his|"
    r"up|us|\+v?){0,12}?"
)
_TALK = r"[^A-Za-z0-9]{0,12}?"
_DOSE = r"(?![A-Za-z]{0,3}[0-9.]+(?:mg|ml|g|ug|μg|iu|mm|cm|kg|mmol|片|粒)(?![A-Za-z0-9_]))"
_UNIT = re.compile("mg|ml|g|kg|tabs?|units?")
_EXPLICIT = re.compile("[:：=＝是为号]")
_HANDLE = re.compile(
    rf"({_TALK}|{_GAP}){_DOSE}([A-Za-z][A-Za-z0-9_\-]{{4,24}}|@[A-Za-z0-9_.]{{3,24}})(?![A-Za-z0-9_])", re.IGNORECASE
)
_NUMBER = re.compile(
    rf"({_TALK}|{_GAP})((?!(?:19|20)[0-9]{{2}}[\-./])\+?[1-9]"
    r"(?:[ \-.·/\ufe0f\u20e3]{0,2}[0-9]){4,12}[\ufe0f\u20e3]{0,2})(?![0-9])(?!\.[0-9])",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9①-⑨]")
_PRESSURE = re.compile("[0-9]{2,3}/[0-9]{2,3}")
_LATIN_HANDLE = re.compile(
    r"(?:wx|vx|qq)(?:id)?[_\-][A-Za-z0-9_\-]{4,24}|(?:wx|vx)[A-Za-z]+[0-9][A-Za-z0-9_\-]{2,20}", re.IGNORECASE
)
_HANDLE_BEFORE = re.compile(
    r"(?<![A-Za-z0-9_])([A-Za-z][A-Za-z0-9_\-]{4,19}|[1-9](?:[ \-]?[0-9]){4,11})[\s(（,，\[【]*"
    r"(?:[这这就]?是|is|为)?\s*(?:我|my|个人|本人|医生|他|她|这个|那个)?的?\s*$"
)
_BELONGS = re.compile(r"[(（\[【是我的这那]|is|my|$")
_PHONE = re.compile(
    rf"({_GAP})(?!(?:19|20)[0-9]{{2}}[-.][0-9]{{1,2}}[-.][0-9]{{1,2}}(?![0-9]))"
    r"((?:[+0-9(（①-⑨][0-9 \u3000()（）+.\-–—_·*oO\ufe0f\u20e3/~、]{5,34}[0-9\ufe0f\u20e3])"
    r"(?:\s?(?:转|分机|ext\.?|x)\s?[0-9]{1,6})?)(?![0-9])",
    re.IGNORECASE,
)
# Three, two and four digits of a social security number, behind whatever is said of it.
_SOCIAL_SECURITY = re.compile(
    r"([^0-9\n]{0,40}?)((?<![0-9])[0-9]{3}[ \-/.–—_]{0,3}[0-9]{2}[ \-/.–—_]{0,3}[0-9]{4})(?![0-9])(?!\.[0-9])"
)
_ID = re.compile(
    rf"({_GAP}(?:[\u4e00-\u9fff]?字第?)?)([A-Za-z]{{0,3}}-?[0-9](?:[ \-/]?[0-9A-Za-z]){{4,20}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_BANK = re.compile(
    rf"({_GAP})((?:[A-Z]{{2}}[0-9]{{2}}[ A-Z0-9]{{10,32}}[0-9A-Z])|[0-9](?:[ \-]{{0,2}}[0-9]){{7,22}})(?![0-9])",
    re.IGNORECASE,
)
_SOCIAL = frozenset(["ssn", "social security", "social", "soc sec", "soc. sec", "s.s.n", "ss#", "ss no", "tax id"])
_TAIL = re.compile(
    r"(?<!4(?=[0-9]))(?:\s|是|为|of|ssn|SSN|social|:|：|digits|are|is|my|card|the){0,8}([0-9]{3,4})(?![0-9.])"
)
_ACCOUNTS = frozenset(["account number", "account no", "acct", "account #", "a/c"])
_TAIL_CUES = frozenset(["尾号", "ending in", "ending with", "last four", "last 4"])
_RECORD_GAP = (
    r"(?:[\s:：,，、=＝是为号#＃(（\[【→>\"“'\-–—./|]|"
    r"编号|号码|登记|编码|there|here|on file|with you|you gave|you asked for|for me|which|it's|is|are|was|number|num|"
    r"no|id|the|my|of|under|MRN|卡|单|"
    r"(?:at|in|on|from|for|with|to|this|that|your|our|her|his|should be|has been|given|says|reads|shows|as|clinic|"
    r"hospital|office|practice|surgery|department|ward|system|card|wristband|letter|form|report|records?|visit|admission)(?![A-Za-z])){0,12}?"
)
_RECORD = re.compile(
    rf"({_RECORD_GAP})((?:[A-Za-z]{{1,5}}[\-/]?)?[0-9]"
    r"(?:[\-/]?[0-9]|[\-/.]?[A-Z]{1,3}[\-/.]?[0-9]|[ \-][0-9]{3}){3,18}(?:[\-/]?[A-Za-z]{1,2})?)"
    r"(?![0-9A-Za-z]|\.[0-9])(?![ ]?(?:mg|ml|mmol|g|kg|cm|mm|IU|U)(?![A-Za-z])|[ ]?(?:次|天|年|月|岁|元|%|个|例))",
    re.IGNORECASE,
)
# 病历上写的是1667326，病案号吧
_RECORD_JUST_BEFORE = re.compile(r"[是写为示有]\s?((?:[A-Za-z]{1,4}-?)?[0-9][0-9\-/]{4,18}[A-Za-z]?)[,，、(（]\s?$")
_RECORD_BEFORE = re.compile(
    r"(?<![A-Za-z0-9.])((?:[A-Za-z]{1,4}-?)?[0-9][0-9\-/]{4,18}[A-Za-z]?)[\s,，、(（]{0,3}(?:[这那就]?是|is|"
    r"as)\s?(?:我|他|她|患者|孩子|my|his|her|the)?的?\s*$"
)
# These announce things as well: their numbers are longer or hold letters.
_VAGUE = bars(
    "号|id|id:|id |no|no.|number|编号|編號|account number|policy|claim|member|certificate|file|"
    "under|accession|reference|confirmation number|confirmation no|confirmation code"
)
# Behind an acronym that is not known to be a person's stands a thing's number (FCC ID 123456), unless it is long.
_ACRONYM = re.compile(r"(?<![A-Z])(?!(?:MRN|OPD|IPD|PT|ID)\b)[A-Z]{2,5} $")
_NO_RECORD = re.compile(
    r"(?:[批文型货信房床列专准标口符外番称家账几月年字A-Za-z0-9一二三四五六七八九十]|证书|(?:注册|许可|合格|批准|备案|执业)证?|产品|物流|运单|"
    r"编|(?:PubMed|课题|项目|基金|资助|立项|批准|合同|文献|论文|稿件|专利|设备|仪器|器械|药品|试剂|疫苗|耗材|标书|招标|中标|发票|商品|"
    r"资产|航班|车次|班次)(?:登记|批准|申请)?)$|"
    r"(?:\b(?:lot|batch|serial|model|ref|part|phone|patent|trial|grant|project|protocol|award|invoice|contract|permit|ticket|room|bed|version|item|catalog|product|the|a|"
    r"large|any|big|total)\s?)$",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:(?:18|19|20)?[0-9]{2}|[零〇○一二三四五六七八九]{2,4})"
_LUNAR = r"(?:\s?[(（]?(?:公历|农历|阴历|阳历|古历|旧历)[)）]?\s?)?"
_DAY = r"(?:初[0-9一二三四五六七八九十]|[0-9]{1,2}|廿?[一二三四五六七八九十廿]{1,3})"
_DATE = (
    rf"(?:{_LUNAR}{_YEAR}\s?年{_LUNAR}\s?(?:[0-9]{{1,2}}|"
    rf"[一二三四五六七八九十冬腊正]{{1,2}})\s?月份?(?:\s?{_DAY}\s?[日号]?)?"
    rf"|{_LUNAR}(?:[0-9]{{1,2}}|[一二三四五六七八九十冬腊正]{{1,2}})\s?月\s?{_DAY}\s?[日号]?"
    r"|(?:18|19|20)[0-9]{2}\s?[，,、]\s?[0-9]{1,2}\s?[，,、]\s?[0-9]{1,2}(?![0-9])"
    r"|(?:18|19|20)[0-9]{2}\s?[-/.]\s?[0-9]{1,2}(?:\s?[-/.]\s?[0-9]{1,2})?|(?:19|20)[0-9]{2}(?:0[1-9]|"
    r"1[0-2])(?:[0-2][0-9]|3[01])"
    r"|[0-9]{1,2}\s?[-/. ]\s?[0-9]{1,2}\s?[-/. ]\s?(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
    rf"|{_MONTHS}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}}|(?:19|20)[0-9]{{2}}\s{_MONTHS}\s[0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?[ \-/.](?:of\s|day of\s)?{_MONTHS},?(?:[ \-/.]|\sof\s)['’]?[0-9]{{2,4}}|"
    rf"{_MONTHS}\sthe\s[0-9]{{1,2}}(?:st|nd|rd|th),?\s[0-9]{{4}}"
    rf"|{_MONTHS}-[0-9]{{1,2}}-[0-9]{{4}}|{_MONTHS}\s[0-9]{{1,2}}(?:st|nd|rd|th)(?![a-z])"
    rf"|(?:19|20)[0-9]{{2}}年|{_MONTHS}\s[0-9]{{4}})"
)
_A_DATE = re.compile(r"(?:18|19|20)[0-9]{2}([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])")
_DATE_GAP = r"(?:[\s:：,，=.是为在于(（—→\-]|的|日期|日 期|年月日?|时间|is|was|on|in|of|the|date|day){0,8}"
_BIRTH = re.compile(rf"({_DATE_GAP})({_DATE})(?![0-9])", re.IGNORECASE)
# 出生日期错了，应该是 ...
_CORRECTED = re.compile(
    rf"([^0-9零〇一二三四五六七八九\n。!！?？]{{0,12}}?(?:[是为成]了?|:|：|写的?|系|作))\s?({_DATE})(?![0-9])",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"((?:,? (?!and|but|was|then|had|since|until|after|before|due)[A-Za-z'-]+){{0,7}}"
    rf"? (?:on|in|of) (?:the )?)({_DATE})(?![0-9])",
    re.IGNORECASE,
)
_CORRECTABLE = frozenset(
    [
        "出生日期",
        "出生年月",
        "出生年月日",
        "生日",
        "出生时间",
        "date of birth",
        "dob",
        "d.o.b",
        "birth date",
        "birthdate",
        "birthday",
    ]
)
# You have my date of birth down as ...
_SAID_OF_BIRTH = re.compile(rf"([a-zA-Z ,:'’()-]{{0,40}}?(?<![A-Za-z]))({_DATE})(?![0-9])", re.IGNORECASE)
_BIRTH_BEFORE = re.compile(
    rf"(?<![0-9])({_DATE})\s?(?:[（(,，]?(?:是|为|is)?(?:我|他|她|孩子|宝宝|my|his|her)?的?|(?:凌晨|早上|上午|下午|"
    rf"晚上|半夜)?(?:[0-9一二三四五六七八九十]{{1,3}}[:：点时][0-9]{{0,2}}分?(?:左右)?)?(?:顺产|剖腹产?|剖宫产?|"
    rf"早产)?)[ \u3000]?$",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?:[hH][tTxX]{2}[pP][sS]?\s?[:：]\s?//|[fF][tT][pP]://|"
    r"[wW]{3}\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>\"“”]+"
    r"|(?<![A-Za-z0-9.@\-])(?:[A-Za-z0-9\-]+(?:\.|点|。|\[\.\]|\(\.\)|【\.】))+(?:com|cn|net|org|edu|gov|top|info|"
    r"vip|xyz|club|biz|health|clinic|shop|site|online|app|link|co\.(?:uk|in|jp|nz)|mobi|wang|store|tech|"
    r"[a-z]{2,3}(?=/[A-Za-z0-9]))(?![A-Za-z0-9])(?:[:/?][^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>\"“”]*)?"
)
# Sites of authorities, without a page: ClinicalTrials.gov.
_PUBLIC = re.compile(r"[A-Za-z0-9\-.]+\.(?:gov|int)", re.IGNORECASE)
_DOT = (
    r"(?:\.|。|点|丶|\s?(?:[(（\[【{<#_*\-]\s?(?:dot|DOT|Dot|d0t|点|\.)\s?[)）\]】}>#_*\-]|"
    r"(?<![A-Za-z])(?:dot|DOT|Dot)(?![A-Za-z]))\s?|\s\.\s)"
)
_DOMAIN = rf"[A-Za-z0-9\-]+(?:{_DOT}[A-Za-z0-9\-]+)*{_DOT}[A-Za-z]{{2,8}}"
_AT = (
    r"(?:\s?@\s?|\s?[(（\[【{#<_*|\-/]\s?(?:at|AT|At|a|@|艾特|爱特|圈a|圈A)\s?[)）\]】}#>_*|\-/]\s?|"
    r"\s?(?:艾特|爱特|圈[aA]|小老鼠|ⓐ|🐭|🐁|at符号|@符号)\s?)"
)
_USER = rf"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9][A-Za-z0-9._%+\-]{{0,63}}(?:{_DOT}[A-Za-z0-9_%+\-]{{1,63}}){{0,4}}?"
# `at` and `#` between blanks are signs of an address only before a domain that is written without any.
_PLAIN_DOMAIN = (
    r"(?:[A-Za-z0-9\-]+(?:\.|\s(?:dot|DOT|Dot)\s))+(?:com|cn|net|org|edu|gov|info|io|me|biz|co|uk|in|de|fr|au|ca|us)"
)
_PROVIDER = (
    rf"(?:vip{_DOT})?(?:qq|163|126|139|189|yeah|sina|sohu|tom|aliyun|foxmail|gmail|googlemail|hotmail|outlook|live|msn|"
    rf"yahoo|icloud|aol|protonmail|proton|gmx|btinternet|rediffmail|ymail)(?:{_DOT}|\s)(?:com|cn|net|org|me|de|uk|"
    rf"co{_DOT}uk)(?:{_DOT}cn)?"
)
# The account alone, where a word says that it is of mail: 邮箱是abc123.
_MAIL_ACCOUNT = re.compile(
    r"邮箱(?:地址|账号|帐号|号)?[ 是为:：]{1,3}([A-Za-z][A-Za-z0-9._\-]{4,30}|[0-9]{6,11})(?![A-Za-z0-9@＠.\-_])"
)
_EMAIL = re.compile(
    rf"{_USER}(?:{_AT}{_DOMAIN}|\s?@\s?[A-Za-z0-9\-]+\s?[,，]\s?(?:com|cn|net|org|co)|(?:#|＃|\s(?:at|AT|"
    rf"At)\s){_PLAIN_DOMAIN}|[^A-Za-z0-9.]{{0,3}}(?:at|AT|At|a)?[^A-Za-z0-9.]{{1,4}}{_PROVIDER})"
    r"(?![A-Za-z0-9])"
)
AT_DOMAIN = re.compile(_PLAIN_DOMAIN)
_NO_USER = words(
    "look looking me us available found is see visit page site am be out work works live him her them it here"
)
_TRAILING = ".,;:!?)]}'\"，。；：！？）】"
_VERSION = re.compile(r"[0-9.]+")


def find_web_addresses(text: str) -> Iterator[Span]:
    """Yield URLs, without the punctuation that ends a sentence. Text after `fold`."""
    for match in _URL.finditer(text):
        end = match.start() + len(match[0].rstrip(_TRAILING))
        if end > match.start() + 3 and not _PUBLIC.fullmatch(match[0].rstrip(_TRAILING)):
            yield Span(match.start(), end, "url")


def find_email_addresses(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, also those with a word for the signs. Text after `fold`."""
    for match in _EMAIL.finditer(text):
        words = match[0].lower().split(maxsplit=2)
        at = words[1:2] == ["at"] and (words[0] in _NO_USER or (words[0][-2:] == "ed" and _PUBLIC.fullmatch(words[-1])))
        if at or _UNIT.fullmatch(words[0]):
            continue
        yield Span(match.start(), match.end(), "email")
    for match in _MAIL_ACCOUNT.finditer(text):
        yield Span(*match.span(1), "email")


DATE_ENDS = frozenset("0123456789日号月份年一二三四五六七八九十")
"""A date ends so; the cue 生 alone announces nothing behind another character."""


def announced(kind: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what a cue announces.

    Args:
        kind: the cue's group in `CUES`.
        text: after `fold`.
        start: where the cue begins.
        end: where it ends.
    """
    return _READERS[kind](text, start, end)


def _account(kind: str) -> Callable[[str, int, int], Iterator[Span]]:
    def read(text: str, start: int, end: int) -> Iterator[Span]:
        if text[end - 1].isascii() and (whole := _LATIN_HANDLE.match(text, start)) and whole.end() > end:
            yield Span(start, whole.end(), kind)
            return
        match = _behind(_NUMBER, text, end)
        if match and _PRESSURE.fullmatch(match[2]):
            return  # 没有微信，血压164/93
        if match is not None and kind == "account" and len(re.sub("[^0-9]", "", match[2])) < 7:
            match = None  # a number of followers
        if match is None:
            match = _HANDLE.match(text, end)
            if match and not (re.search(r"[0-9_]", match[2]) or _EXPLICIT.search(match[1])):
                match = None
        if match is not None:
            yield Span(match.start(2), match.end(2), kind)
            return
        before = _HANDLE_BEFORE.search(spell_out(text[max(0, start - 40) : start]))
        belongs = before and (text[start] == "加" or _BELONGS.search(before[0][len(before[1]) :] or "?"))
        if belongs and re.search("[0-9]", before[1]):
            first = max(0, start - 40)
            yield Span(first + before.start(1), first + before.end(1), kind)

    return read


def _phone(text: str, start: int, end: int) -> Iterator[Span]:
    match = _behind(_PHONE, text, end)
    if match and text[start:end].lower() == "cell" and re.search("[A-Za-z]", match[1]):
        return  # a cell count
    if (
        match
        and 7 <= len(re.findall("[0-9oO*]", match[2])) <= 17
        and not re.search(r"[0-9]\.[0-9](?![0-9]{2})", match[2])
    ):
        yield Span(match.start(2), match.end(2), "phone")


def _simple(kind: str, pattern: re.Pattern, least_digits: int) -> Callable[[str, int, int], Iterator[Span]]:
    def read(text: str, start: int, end: int) -> Iterator[Span]:
        match = _behind(pattern, text, end)
        if match:
            value = re.match(r".*[0-9](?:[Xx](?![A-Za-z]))?|", match[2])[0] if " " in match[2] else match[2]
            if len(re.findall("[0-9]", value)) >= least_digits:
                yield Span(match.start(2), match.start(2) + len(value), kind)

    return read


_LAST_LETTER = re.compile("[A-Za-z](?![A-Za-z0-9])")


def _id(text: str, start: int, end: int) -> Iterator[Span]:
    match = _SOCIAL_SECURITY.match(text, end) if text[start].isascii() and text[start:end].lower() in _SOCIAL else None
    if match:
        yield Span(match.start(2), match.end(2), "id")
    else:
        for span in _simple("id", _ID, 5)(text, start, end):
            yield span._replace(end=span.end + (_LAST_LETTER.match(text, span.end) is not None))


def _bank(text: str, start: int, end: int) -> Iterator[Span]:
    if text[start:end].lower() in _ACCOUNTS:
        match = _RECORD.match(text, end)
        if match and re.search("[A-Za-z]|^.{5,7}$", match[2]):
            yield Span(*match.span(2), "record")  # a hospital's account: B515879
            return
    tail = _TAIL.match(text, end) if text[start:end].lower() in _TAIL_CUES else None
    if tail:
        yield Span(tail.start(1), tail.end(1), "bank")
    else:
        yield from _simple("bank", _BANK, 8)(text, start, end)


def _record(text: str, start: int, end: int) -> Iterator[Span]:
    cue = text[start:end].lower()
    if cue in _VAGUE and (
        _NO_RECORD.search(text, max(0, start - 8), start) or CODE.search(text, max(0, start - 20), start)
    ):
        return
    match = _behind(_RECORD, text, end)
    if match and cue in _VAGUE:
        least = 8 if _ACRONYM.search(text, max(0, start - 6), start) else 6
        if len(re.sub("[^0-9]", "", match[2])) < least or _A_DATE.fullmatch(match[2]):
            match = None
    if match:
        yield Span(match.start(2), match.end(2), "record")
        return
    if not _DIGIT.search(text, max(0, start - 40), start):
        return
    before = _RECORD_BEFORE.search(text, max(0, start - 40), start)
    if before is None and cue not in _VAGUE:
        before = _RECORD_JUST_BEFORE.search(text, max(0, start - 40), start)
    if before and not _A_DATE.fullmatch(before[1]):
        yield Span(before.start(1), before.end(1), "record")


def _birth(text: str, start: int, end: int) -> Iterator[Span]:
    match = _BIRTH.match(text, end) if end - start > 1 else None
    if match is None and text[start:end].lower() in _CORRECTABLE:
        match = (_SAID_OF_BIRTH if text[start].isascii() else _CORRECTED).match(text, end)
    if match is None and text[start:end].lower() in ("born", "was born", "born in"):
        match = _BORN.match(text, end - 3 if text[end - 3 : end] == " in" else end)
    if match:
        article = 4 if text[: match.start(2)].endswith("the ") else 0
        yield Span(match.start(2) - article, match.end(2), "birth")
        return
    match = _BIRTH_BEFORE.search(text, max(0, start - 30), start)
    if match and not text[: match.start()].endswith(("预产期", "预产期：", "末次月经", "due on ", "至", "到")):
        yield Span(match.start(1), match.end(1), "birth")


def _behind(pattern: re.Pattern, text: str, end: int) -> re.Match | None:
    """Return what a pattern that needs a digit matches behind a cue, if need be with Chinese numerals as digits."""
    match = pattern.match(text, end) if _DIGIT.search(text, end) else None
    if match is None:
        stretch = text[end : end + 60]
        spelled = spell_out(stretch)
        if spelled != stretch:
            return pattern.match(text[:end] + spelled + text[end + 60 :], end)
    return match


_READERS: dict[str, Callable[[str, int, int], Iterator[Span]]] = {
    "wechat": _account("wechat"),
    "qq": _account("qq"),
    "account": _account("account"),
    "phone": _phone,
    "id": _id,
    "bank": _bank,
    "record": _record,
    "birth": _birth,
}
