"""Repairs text that was damaged on its way: byte order marks, control characters, HTML entities, wrong encodings.

What a clinician wrote stays as it is: Chinese punctuation, superscripts, circled numbers, units. So there is no Unicode
normalisation (NFKC makes 10⁹/L to 109/L); only full-width letters and digits are folded to ASCII.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from ftfy import TextFixerConfig, fix_encoding
from ftfy.fixes import fix_c1_controls

from medtune.data.cleaning.fields import map_texts, texts
from medtune.data.records import Record
from medtune.recipe.schema import Section

LEAST_COMMON_SHARE = 0.8
"""A text recovered from GBK mojibake consists of common characters to at least this share of its length."""

LEAST_GAIN = 0.2
"""By so much at least the share of common characters has to rise."""

_FTFY = TextFixerConfig(replace_lossy_sequences=True, decode_inconsistent_utf8=True, explain=False)

# The bytes of a GBK character that UTF-8 text read as GBK begins with: E4-E9 (Chinese) or EF (full-width signs).
_UTF8_LEADS = (*range(0xE4, 0xEA), 0xEF)


def _decoded(leads: Iterator[int] | range | tuple[int, ...], trails: range, encoding: str) -> str:
    """Return all characters of two bytes, without those that are not assigned."""
    return "".join(bytes((lead, trail)).decode(encoding, "ignore") for lead in leads for trail in trails)


_READ_AS_GBK = re.escape(_decoded(_UTF8_LEADS, range(0x80, 0xC0), "gbk"))
# GB 2312 orders its 3,755 everyday characters in the rows B0-D7; they make up 97 % and more of ordinary text.
_EVERYDAY = _decoded(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
_UNCOMMON = re.compile(rf"[^{re.escape(_EVERYDAY)}\u3000-\u301e\uff01-\uff5e‘’“”…—·\x00-\x7f]")

_FULL_WIDTH = "０-９Ａ-Ｚａ-ｚ"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
_SURROGATES = "\ud800-\udfff"
# One pass over the text decides that there is nothing to repair.
_SUSPICIOUS = re.compile(rf"[{_CONTROLS}{_SURROGATES}{_FULL_WIDTH}&\xa0\xc0-\xf4{_READ_AS_GBK}]")

_ENTITY = re.compile(
    r"&(?:amp;)*(?:(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|nbsp(?![A-Za-z0-9]))"
)
_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows-1252 shows for the bytes 80-9F
_READ_AS_LATIN_1 = re.compile(rf"[\xc2-\xf4][\x80-\xbf{_WINDOWS}]")
_GBK_AS_LATIN_1 = re.compile(rf"(?:[\x81-\xfe{_WINDOWS}][\x40-\x7e\x80-\xfe{_WINDOWS}]){{2,}}")
_ACCENTED = re.compile("[À-ÿ]")
_UTF8_AS_GBK = re.compile(rf"[{_READ_AS_GBK}][^\x00-\x7f\ufffd]+\ufffd?")
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}
_FULL_WIDTH_RUN = re.compile(f"[{_FULL_WIDTH}]+")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\u2028\u2029]")
_CONTROL = re.compile(f"[{_CONTROLS}]+")


class Options(Section):
    """Keys of `cleaning.repair`.

    Args:
        full_width: fold full-width letters and digits to ASCII.
    """

    full_width: bool = True


def repair(text: str, counts: Counter[str] | None = None, full_width: bool = True) -> str:
    """Undo the damage in a text. A second pass changes nothing.

    Args:
        text: what was read.
        counts: receives 1 for each kind of damage that was found.
        full_width: fold full-width letters and digits to ASCII.

    Returns:
        The same object if there was nothing to repair.
    """
    fixes = _FIXES if full_width else _FIXES[:-1]
    before = None
    found = set()
    while text != before and _SUSPICIOUS.search(text):  # every fix shortens the text or folds, so this ends
        before = text
        for kind, fix in fixes:
            fixed = fix(text)
            if fixed != text:
                found.add(kind)
                text = fixed
    if counts is not None and found:
        counts.update(found)
    return text


def common_share(text: str) -> float:
    """Return which share of a text's characters are everyday ones: GB 2312 level 1, Chinese punctuation, ASCII."""
    return 1 - len(_UNCOMMON.findall(text)) / len(text) if text else 1.0


class Repair:
    """The cleaning step.

    Args:
        options: of the recipe.
        key: not used.
    """

    name = "repair"
    version = 1

    def __init__(self, options: Options, key: bytes = b""):
        self.options = options
        self.counts: Counter[str] = Counter()

    def __call__(self, record: Record) -> Record:
        """Return the record with every text and its department repaired; none is rejected."""
        for text in texts(record):
            if _SUSPICIOUS.search(text):
                break
        else:
            if not (record.department and _SUSPICIOUS.search(record.department)):
                return record  # nearly always
        repaired = map_texts(record, self._repair)
        department = record.department and self._repair(record.department)
        return repaired if department == record.department else replace(repaired, department=department)

    def _repair(self, text: str) -> str:
        return repair(text, self.counts, self.options.full_width)


def _unescape(text: str) -> str:
    """Resolve HTML entities, also those escaped several times (`&amp;lt;`)."""
    return _ENTITY.sub(lambda match: html.unescape(f"&{match[1] or 'nbsp'};"), text) if "&" in text else text


def _join_surrogates(text: str) -> str:
    """Join halves of a character of UTF-16; a half alone becomes U+FFFD, as no file could hold it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _latin_1_to_utf8(text: str) -> str:
    return fix_encoding(text, _FTFY) if _READ_AS_LATIN_1.search(text) else text


def _latin_1_to_gbk(text: str) -> str:
    """Read runs of accented letters as GBK where that gives ordinary Chinese, and UTF-8 gives nothing."""
    return _GBK_AS_LATIN_1.sub(_as_gbk, text)


def _as_gbk(match: re.Match) -> str:
    run = match[0]
    raw = _latin_1_bytes(run)
    if raw is None or len(_ACCENTED.findall(run)) < 2:
        return run
    chinese, other = _decode(raw, "gbk"), _decode(raw, "utf-8")
    if chinese is None or common_share(chinese) < LEAST_COMMON_SHARE:
        return run
    if other is not None and (max(other) < "\u0250" or common_share(other) >= common_share(chinese)):
        return run  # UTF-8, which ftfy repairs
    return chinese


def _latin_1_bytes(run: str) -> bytes | None:
    for encoding in ("latin-1", "sloppy-windows-1252"):
        try:
            return run.encode(encoding)
        except UnicodeEncodeError:
            continue
    return None


def _decode(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _gbk_to_utf8(text: str) -> str:
    """Read runs of rare characters as UTF-8 where that gives ordinary Chinese."""
    return _UTF8_AS_GBK.sub(_as_utf8, text)


def _as_utf8(match: re.Match) -> str:
    run = match[0].removesuffix("\ufffd")
    cut = len(run) < len(match[0])
    try:
        raw = run.encode("gb18030")
        chinese = raw.decode()
    except UnicodeEncodeError:
        return match[0]
    except UnicodeDecodeError as error:
        if len(raw) - error.start > 2:
            return match[0]
        chinese, cut = raw[: error.start].decode(), True  # the last character had lost a byte when it was misread
    share = common_share(chinese)
    if len(chinese) < 2 or share < LEAST_COMMON_SHARE or share < common_share(run) + LEAST_GAIN:
        return match[0]
    return chinese + ("\ufffd" if cut else "")


def _remove_controls(text: str) -> str:
    text = fix_c1_controls(_LINE_ENDS.sub("\n", text))
    return _CONTROL.sub("", text)


def _plain_spaces(text: str) -> str:
    return text.replace("\xa0", " ")


def _fold(text: str) -> str:
    return _FULL_WIDTH_RUN.sub(lambda match: match[0].translate(_FOLDED), text)


# Encodings before control characters: the bytes 80-9F and A0 are part of a misread character.
_FIXES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("surrogate", _join_surrogates),
    ("HTML entity", _unescape),
    ("GBK read as Latin-1", _latin_1_to_gbk),
    ("UTF-8 read as Latin-1", _latin_1_to_utf8),
    ("UTF-8 read as GBK", _gbk_to_utf8),
    ("control character", _remove_controls),
    ("no-break space", _plain_spaces),
    ("full-width letter or digit", _fold),
)
