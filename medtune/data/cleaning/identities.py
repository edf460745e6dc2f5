"""Identities announced by a word: accounts, numbers of records, cards and telephones, dates of birth, web addresses.

One Aho-Corasick pass finds the words; behind each a small pattern reads what it announces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from medtune.data.cleaning.spans import Span, spell_out

CUES: dict[str, tuple[str, ...]] = {
    "wechat": tuple("微信 薇信 威信 维信 徽信 微心 v信 v芯 v心 w信 vx wx v x w x 微x 微❤ wechat weixin we chat 加v 加微 +v 加薇 加威".replace("v x", "v_x").replace("w x", "w_x").replace("we chat", "we_chat").split()),
    "qq": ("qq", "q q", "扣扣", "企鹅号", "企鹅", "q号", "球球", "抠抠", "扣号", "口口号", "加q", "秋秋"),
    "account": (
        *("whatsapp", "telegram", "skype", "line id", "facebook", "instagram", "snapchat", "twitter", "抖音号", "小红书号"),
        *("支付宝", "微博", "钉钉", "快手号", "淘宝号", "用户名", "username", "user name"),
    ),
    "phone": (
        *("电话", "手机", "座机", "致电", "联系方式", "拨打", "来电", "热线", "传真", "短信", "手机号", "手机号码", "电话号码"),
        *("tel", "telephone", "phone", "mobile", "cell phone", "cell number", "cell no", "cell:", "call me", "fax", "contact", "text me", "ring me", "reach me", "☎"),
        *("call", "号码", "联系我", "联系", "打给", "call back", "helpline", "hotline"),
    ),
    "id": (
        *("身份证", "证件号", "证件号码", "护照", "通行证", "军官证", "驾驶证", "身份号码", "社会保障号", "公民身份"),
        *("id number", "id no", "id card", "identity card", "national id", "passport", "ssn", "social security"),
        *("driver's license", "driver license", "driving licence", "nhs number", "nhs no", "aadhaar", "identity number"),
    ),
    "bank": (
        *("银行卡", "卡号", "账号", "帐号", "账户", "帐户", "储蓄卡", "信用卡", "工行", "建行", "农行", "中行", "招行", "开户行"),
        *("card number", "card no", "account number", "account no", "acct", "iban", "bank account", "credit card", "debit card"),
    ),
    "record": (
        *("住院号", "病历号", "门诊号", "病案号", "就诊卡", "就诊号", "登记号", "档案号", "检查号", "影像号", "标本号", "病理号"),
        *("医保号", "医保卡", "社保号", "社保卡", "诊疗卡", "健康卡", "挂号单", "就诊卡号", "患者编号", "病人编号", "患者id", "病人id"),
        *("预约号", "诊疗号", "体检号", "超声号", "ct号", "x光号", "放射号", "条码号", "保单号", "id号", "病历本号", "病历编号", "病例号"),
        *("mrn", "medical record", "record number", "record no", "patient id", "patient number", "patient no", "chart number"),
        *("chart no", "hospital number", "hospital no", "accession", "policy number", "policy no", "insurance number", "member id"),
        *("case number", "case no", "file number", "file no", "insurance id", "health card", "ur number", "patient identifier"),
        *("hospital id", "insurance no", "registration number", "registration no", "admission number", "admission no", "mr no", "mr number"),
    ),
    "birth": (
        *("出生日期", "出生年月", "出生年月日", "出生时间", "出生于", "生于", "生日", "出生", "dob", "d.o.b", "date of birth", "birth date"),
        *("birthdate", "birthday", "born on", "born in", "born", "预产期生"),
    ),
    "url": ("http", "www.", ".com", ".cn", ".net", ".org", ".edu", ".gov", ".io", ".cc", ".top", ".info", ".me", ".co", ".vip", ".xyz", ".club", ".tv", "点com", "点cn", "。com"),
    "email": ("@", "(at)", "[at]", " at ", "艾特", "（at）", "#qq.", "#163.", "#126.", "＃", "邮箱", "email", "e-mail"),
}  # fmt: skip
CUES["wechat"] = tuple(word.replace("_", " ") for word in CUES["wechat"])

_GAP = (
    r"(?:[\s:：,，、=＝是为号码#＃(（\[【「“\"'\-–—./的叫改还可搜加我他她您你帐账户登记写填证卡;；]|is|are|was|number|num|no|id|at|on|me|my|in|"
    r"account|本人|家里|家属|如下|尾号|同号|微信|手机|电话|联系|through|via|or|reads?|the|her|his|up|us|\+v?){0,12}?"
)
_EXPLICIT = re.compile(r"[:：=＝是为号]|id|is")
_HANDLE = re.compile(rf"({_GAP})([A-Za-z][A-Za-z0-9_\-]{{4,24}}|@[A-Za-z0-9_.]{{3,24}})(?![A-Za-z0-9_])", re.IGNORECASE)
_NUMBER = re.compile(rf"({_GAP})([1-9](?:[ \-.·]?[0-9]){{4,12}})(?![0-9])(?!\.[0-9])", re.IGNORECASE)
_HANDLE_BEFORE = re.compile(
    r"(?<![A-Za-z0-9_])([A-Za-z][A-Za-z0-9_\-]{5,19}|[1-9][0-9]{4,11})[\s(（,，\[【]*(?:[这这就]?是|is|为)?\s*(?:我|my|个人|本人|医生|他|她)?的?\s*$"
)
_BELONGS = re.compile(r"[(（\[【是我的]|is|my")
_PHONE = re.compile(
    rf"({_GAP})(?!(?:19|20)[0-9]{{2}}[-.][0-9]{{1,2}}[-.][0-9]{{1,2}}(?![0-9]))((?:[+0-9(（①-⑨][0-9 \u3000()（）+.\-–—_·*oO]{{5,26}}[0-9])(?:\s?(?:转|分机|ext\.?|x)\s?[0-9]{{1,6}})?)(?![0-9])",
    re.IGNORECASE,
)
_ID = re.compile(rf"({_GAP})([A-Za-z]{{0,3}}[ \-]?[0-9](?:[ \-]?[0-9A-Za-z]){{4,20}})(?![0-9A-Za-z])", re.IGNORECASE)
_BANK = re.compile(
    rf"({_GAP})((?:[A-Z]{{2}}[0-9]{{2}}[ A-Z0-9]{{10,32}}[0-9A-Z])|[0-9](?:[ \-]{{0,2}}[0-9]){{7,22}})(?![0-9])",
    re.IGNORECASE,
)
_RECORD = re.compile(
    rf"({_GAP})([A-Za-z]{{0,5}}[ \-]?[0-9](?:[\-/ ]?[0-9A-Za-z]){{3,18}})(?![0-9A-Za-z])", re.IGNORECASE
)
_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = (
    r"(?:(?:公历|农历|阴历|阳历)?\s?(?:[0-9]{4}|[0-9]{2}|[零〇○一二三四五六七八九]{2,4})\s?[年]\s?(?:[0-9]{1,2}|[一二三四五六七八九十冬腊正]{1,2})\s?月(?:\s?(?:初?[0-9]{1,2}|[一二三四五六七八九十初廿]{1,3})\s?[日号]?)?"
    r"|(?:18|19|20)[0-9]{2}\s?[-/.]\s?[0-9]{1,2}(?:\s?[-/.]\s?[0-9]{1,2})?|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:[0-9]{4}|[0-9]{2})"
    rf"|{_MONTHS}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd|th)?[ -](?:of\s)?{_MONTHS},?[ -][0-9]{{2,4}}"
    rf"|(?:19|20)[0-9]{{2}}年|{_MONTHS}\s[0-9]{{4}})"
)
_DATE_GAP = r"(?:[\s:：,，=是为在于(（—\-]|的|日期|年月日?|is|was|on|in|of|the|date){0,8}"
_BIRTH = re.compile(rf"({_DATE_GAP})({_DATE})(?![0-9])", re.IGNORECASE)
_BIRTH_BEFORE = re.compile(
    rf"(?<![0-9])({_DATE})\s?(?:[（(]?(?:是|为|is)?(?:我|他|她|孩子|宝宝|my|his|her)?的?)?\s?$", re.IGNORECASE
)
_URL = re.compile(
    r"(?:[hH][tTxX]{2}[pP][sS]?\s?[:：]\s?//|[fF][tT][pP]://|[wW]{3}\.)[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>\"“”]+"
    r"|(?<![A-Za-z0-9.@\-])(?:[A-Za-z0-9\-]+(?:\.|点|。))+(?:com|cn|net|org|edu|gov|top|info|vip|xyz|club|co\.(?:uk|in|jp|nz)|(?:me|io|cc|tv|co)(?=/))(?![A-Za-z0-9])(?:[:/?][^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef<>\"“”]*)?"
)
_DOMAIN = r"[A-Za-z0-9\-]+(?:\s?(?:\.|。|点|\bdot\b|\(dot\)|\[dot\])\s?[A-Za-z0-9\-]+)*?\s?(?:\.|。|点|\bdot\b|\(dot\)|\[dot\])\s?(?:com|cn|net|org|edu|gov|io|cc|top|info|me|co|uk|in|vip|xyz|biz|[a-z]{2,6})(?:\.(?:cn|uk|in|au|hk|tw))?"
_EMAIL = re.compile(
    rf"[A-Za-z0-9][A-Za-z0-9._%+\-]*\s?(?:@|[(（\[【{{]\s?(?:at|@|AT)\s?[)）\]】}}]|艾特|#|＃|\sat\s)\s?{_DOMAIN}(?![A-Za-z0-9])"
)  # fmt: skip
_TRAILING = ".,;:!?)]}'\"，。；：！？）】"
_VERSION = re.compile(r"[0-9.]+")


def find_web_addresses(text: str) -> Iterator[Span]:
    """Yield URLs, without the punctuation that ends a sentence. Text after `fold`."""
    for match in _URL.finditer(text):
        end = match.start() + len(match[0].rstrip(_TRAILING))
        if end > match.start() + 3:
            yield Span(match.start(), end, "url")


def find_email_addresses(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, also those with a word for the signs. Text after `fold`."""
    for match in _EMAIL.finditer(text):
        yield Span(match.start(), match.end(), "email")


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
        match = _NUMBER.match(text, end) or _NUMBER.match(_spelled(text, end), end)
        if match is None:
            match = _HANDLE.match(text, end)
            if match and not (re.search(r"[0-9_]", match[2]) or _EXPLICIT.search(match[1])):
                match = None
        if match is not None:
            yield Span(match.start(2), match.end(2), kind)
            return
        before = _HANDLE_BEFORE.search(text, max(0, start - 40), start)
        if before and re.search("[0-9]", before[1]) and _BELONGS.search(before[0], len(before[1])):
            yield Span(before.start(1), before.end(1), kind)

    return read


def _phone(text: str, start: int, end: int) -> Iterator[Span]:
    match = _PHONE.match(text, end) or _PHONE.match(_spelled(text, end), end)
    if (
        match
        and 7 <= len(re.findall("[0-9oO*]", match[2])) <= 17
        and not re.search(r"[0-9]\.[0-9](?![0-9]{2})", match[2])
    ):
        yield Span(match.start(2), match.end(2), "phone")


def _simple(kind: str, pattern: re.Pattern, least_digits: int) -> Callable[[str, int, int], Iterator[Span]]:
    def read(text: str, start: int, end: int) -> Iterator[Span]:
        match = pattern.match(text, end) or pattern.match(_spelled(text, end), end)
        if match:
            value = re.match(r".*[0-9](?:[Xx](?![A-Za-z]))?|", match[2])[0] if " " in match[2] else match[2]
            if len(re.findall("[0-9]", value)) >= least_digits:
                yield Span(match.start(2), match.start(2) + len(value), kind)

    return read


def _birth(text: str, start: int, end: int) -> Iterator[Span]:
    match = _BIRTH.match(text, end)
    if match:
        yield Span(match.start(2), match.end(2), "birth")
        return
    match = _BIRTH_BEFORE.search(text, max(0, start - 30), start)
    if match:
        yield Span(match.start(1), match.end(1), "birth")


def _spelled(text: str, end: int) -> str:
    """Return the text with Chinese numerals as digits in the stretch behind a cue."""
    return text[:end] + spell_out(text[end : end + 60]) + text[end + 60 :]


_READERS: dict[str, Callable[[str, int, int], Iterator[Span]]] = {
    "wechat": _account("wechat"),
    "qq": _account("qq"),
    "account": _account("account"),
    "phone": _phone,
    "id": _simple("id", _ID, 5),
    "bank": _simple("bank", _BANK, 8),
    "record": _simple("record", _RECORD, 4),
    "birth": _birth,
}
