"""Turn an authored template into a text and its identity spans: `手机{phone}体温{36.1-39.9}`.

Slots: `{3-15}` a whole number, `{0.1-0.9}` a decimal number, `{#8}` eight digits, `{date}` a day of a visit,
`{word:drug_zh}` a word of `WORDS`, `{kind}`, `{kind:variant}` or `{kind:variant#tag}` an identity.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

SLOT = re.compile(r"\{([^{}]+)\}")
RANGE = re.compile(r"(\d+)(?:\.(\d+))?-(\d+)(?:\.\d+)?")


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


WORDS = {
    "drug_zh": words("""阿莫西林 布洛芬 二甲双胍 奥美拉唑 左氧氟沙星 黄体酮 安乃近 白芍总苷 马来酸依那普利 何首乌丸
金银花颗粒 牛黄解毒片 康复新液 龙胆泻肝丸 孟鲁司特 林可霉素 罗红霉素 石斛夜光丸 葛根汤 杜仲胶囊
云南白药 江中健胃消食片 马应龙麝香痔疮膏 丁桂儿脐贴 黄连素 厚朴 柏子养心丸 曲安奈德 艾司唑仑
毛果芸香碱 苏子降气丸 桂枝茯苓胶囊 夏枯草口服液 胡黄连"""),
    "disease_zh": words("""高血压 黄疸 白带异常 金黄色葡萄球菌感染 帕金森病 克罗恩病 贝尔麻痹 桥本甲状腺炎 川崎病
唐氏综合征 张力性气胸 马凡综合征 梅尼埃病 李斯特菌病 白塞病 毛囊炎 白癜风 石棉肺 高脂血症 黄褐斑 牛皮癣 房颤
温和性腹泻 荨麻疹 施万细胞瘤 史-约综合征 雷诺病 柯萨奇病毒感染"""),
    "icd": words("E11.9 I10 J45.901 K21.0 M54.5 N39.0 F32.1 G43.909 C50.911 L40.0 H25.13 B18.1 O24.410 S72.001 Z79.4"),
    "drug_en": words("""lisinopril metformin omeprazole amoxicillin ibuprofen levothyroxine prednisone sertraline Lasix
Augmentin atorvastatin Tylenol Coumadin warfarin Benadryl Flonase Advair Synthroid Zoloft amlodipine"""),
    "disease_en": [
        "Crohn's disease",
        "Parkinson's disease",
        "Bell's palsy",
        "Graves' disease",
        "Hashimoto's thyroiditis",
        "lupus",
        "shingles",
        "Raynaud's phenomenon",
        "Meniere's disease",
        "gastritis",
        "gout",
        "Hodgkin lymphoma",
        "Barrett's esophagus",
        "sciatica",
        "asthma",
    ],
}


class Span(NamedTuple):
    """An identity: `text[start:end]`."""

    start: int
    end: int
    kind: str


class Value(NamedTuple):
    """A drawn identity: the text that is written, the part of it that identifies, and the name of its format."""

    text: str
    start: int
    end: int
    format: str


def visit_day(rng: Random, language: str) -> str:
    """A day of a visit or a test, as talk writes it; never a day of birth."""
    day = date(2019, 1, 1) + timedelta(days=rng.randrange(1800))
    chinese = (
        f"{day.month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.month}月{day.day}号",
        day.isoformat(),
    )
    english = (day.strftime("%m/%d/%Y"), day.strftime("%B %d"), day.isoformat(), day.strftime("%d %b %Y"))
    return rng.choice(chinese if language == "zh" else english)


def noise(slot: str, rng: Random, language: str) -> str | None:
    """The text of a slot that identifies nobody, or None where the slot is an identity."""
    if slot == "date":
        return visit_day(rng, language)
    if slot.startswith("word:"):
        return rng.choice(WORDS[slot.removeprefix("word:")])
    if slot.startswith("#"):
        return rng.choice("123456789") + "".join(rng.choice("0123456789") for _ in range(int(slot[1:]) - 1))
    if found := RANGE.fullmatch(slot):
        low, high = slot.split("-")
        places = len(found[2] or "")
        scale = 10**places
        drawn = rng.randint(round(float(low) * scale), round(float(high) * scale))
        return f"{drawn / scale:.{places}f}" if places else str(drawn)
    return None


def render(
    template: str, rng: Random, language: str, draw: Callable[[str], Value] | None = None
) -> tuple[str, list[Span], list[str]]:
    """Fill a template.

    Args:
        template: Authored text with slots; ⏎ stands for a line break.
        rng: Seeded generator for the noise.
        language: "zh" or "en", for the dates.
        draw: Gives an identity for `kind` or `kind:variant`; none for texts that have no identity.

    Returns:
        The text, its spans in order, and the format of each span.
    """
    text, spans, formats, tagged, last = "", [], [], {}, 0
    template = template.replace("⏎", "\n")
    for found in SLOT.finditer(template):
        text += template[last : found.start()]
        last = found.end()
        slot = found[1]
        filled = noise(slot, rng, language)
        if filled is not None:
            text += filled
            continue
        name, _, tag = slot.partition("#")
        value = tagged.get(slot) or draw(name)
        if tag:
            tagged[slot] = value
        spans.append(Span(len(text) + value.start, len(text) + value.end, name.partition(":")[0]))
        formats.append(value.format)
        text += value.text
    return text + template[last:], spans, formats
