"""The patient's form in a MedDialog consultation: labels with values, laid out differently from year to year."""

from __future__ import annotations

import re
from functools import lru_cache

_FIELDS = {
    "疾病": "disease",
    "疾病/症状": "disease",
    "疾病名称": "disease",
    "所患疾病": "disease",
    "病情描述": "description",
    "内容": "description",
    "希望获得的帮助": "help_wanted",
    "希望得到的帮助": "help_wanted",
    "想得到怎样的帮助": "help_wanted",
    "想获得的帮助": "help_wanted",
    "怀孕情况": "pregnancy",
    "患病多久": "duration",
    "患病时长": "duration",
    "已就诊医院及科室": "visited",
    "用药情况": "medication",
    "过敏史": "allergies",
    "既往病史": "history",
    "病史": "history",
    "治疗情况": "treatment",
    "曾经治疗情况和效果": "treatment",
    "化验、检查结果": "examination",
    "主诉": "chief_complaint",
    "现病史": "present_illness",
    "初步诊断": "preliminary_diagnosis",
}
_VISIT = (
    "预约医生",
    "报到来源",
    "目前是否仍在住院",
    "住院时是否做了手术",
    "出院日期",
    "复诊时间",
    "是否有出院带药",
    "资料照片",
    "本次就诊时间",
    "就诊时间",
    "就诊患者",
    "就诊地点",
    "是否开了检查",
    "是否拿到检查结果",
    "是否开药",
    "医生给的诊疗建议",
    "复查时间",
    "检查医院",
    "附件",
)
_ADVICE = {
    "病情摘要及初步印象": "diagnosis_summary",
    "总结建议": "advice",
    "处置建议": "advice",
    "疾病诊断": "prescription",
    "药品": "prescription",
}
_KEPT_LABELS = frozenset((*_VISIT, "疾病诊断", "药品"))
_KEYS = {**_FIELDS, **_ADVICE, **dict.fromkeys(_VISIT, "visit")}

BLANKS = r"[ \t\u3000\xa0]*"
"""What may stand around a label on its line: also the wide blanks that indent Chinese paragraphs."""

_BRACKET = r"(?:[（(][^（）()\n]*[）)])?"
# 2010 to 2012 run their labels together on one line. Those labels are long enough to be known anywhere; the short
# ones of later years also occur in what patients write, and count at the start of a line only.
_RUN_ON = (
    rf"内容[：:]\s*病情描述{_BRACKET}[：:]|内容(?<!\S内容)[：:]|病情描述[（(][^（）()\n]*[）)][：:]"
    r"|曾经治疗情况和效果[：:]|想得到怎样的帮助[：:]|想获得的帮助[：:]|化验、检查结果[：:]"
)


def _labels(names) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


# Every branch begins with a letter of its own (no ^, no look-behind), or the search is three times slower.
_FORM_LABEL = re.compile(rf"(\n{BLANKS}(?:{_labels([*_FIELDS, *_VISIT])}){_BRACKET}[：:]|{_RUN_ON})")
_ADVICE_LABEL = re.compile(rf"(\n{BLANKS}(?:{_labels(_ADVICE)})[：:])")
# Between the form and the dialogue the site's export puts the doctor's first message, ended by a colon, or a notice.
_NOTICE = re.compile("医生给患者打电话|医生已经通过语音|医生使用隐私电话|《")
_STAMP = re.compile(r"[ \t]*（\d{4}-\d{1,2}-\d{1,2}填写）")


def tidy(text: str) -> str:
    """Return the text without blanks at the ends of its lines and without empty lines."""
    text = text.strip()
    if "\n" not in text:
        return text
    return "\n".join([line for line in map(str.strip, text.split("\n")) if line])


def parse_form(text: str) -> dict[str, str]:
    """Parse the section Description.

    Known labels give `disease`, `description`, `help_wanted`, `pregnancy`, `duration`, `visited`, `medication`,
    `allergies`, `history`, `treatment`, `examination`, `chief_complaint`, `present_illness`, `preliminary_diagnosis`;
    those of a check-in form go to `visit` with their names. Text without any label is the description. The date on
    which a field was filled in is dropped; below the last dated field the doctor's first message is `first_message`,
    anything else `note`.

    Args:
        text: the section without its heading.

    Returns:
        Text by field; empty fields are absent.
    """
    fields = _split_at_labels(_FORM_LABEL, text)
    for key in ("allergies", "history"):
        if key in fields and "填写）" in fields[key]:
            *dated, rest = _STAMP.split(fields[key])
            fields[key] = tidy("\n".join(dated))
            for line in tidy(rest).split("\n"):
                spoken = line.endswith("：") and not _NOTICE.match(line)
                _add(fields, "first_message" if spoken else "note", line.removesuffix("："))
    lead = fields.pop("", "")
    _add(fields, "note" if "description" in fields else "description", lead)
    return {key: value for key, value in fields.items() if value and value != "未填写"}


def parse_advice(text: str) -> dict[str, str]:
    """Parse the section Diagnosis and suggestions into `diagnosis_summary`, `advice` and `prescription`.

    Args:
        text: the section without its heading; text without a label is advice.

    Returns:
        Text by field; empty fields are absent.
    """
    fields = _split_at_labels(_ADVICE_LABEL, text)
    _add(fields, "advice", fields.pop("", ""))
    return {key: value for key, value in fields.items() if value}


def _split_at_labels(pattern: re.Pattern, text: str) -> dict[str, str]:
    """Return the text by key, what stands above the first label under the empty key."""
    lead, *labelled = pattern.split("\n" + text)
    fields = {"": tidy(lead)}
    for label, value in zip(labelled[::2], labelled[1::2], strict=True):
        key, prefix = _key_and_prefix(label)
        if value := tidy(value):
            _add(fields, key, prefix + value)
    return fields


@lru_cache(maxsize=1024)
def _key_and_prefix(label: str) -> tuple[str, str]:
    """Return the field that a label's value goes to, and what of the label is kept in front of it."""
    name = re.split("[（(：:]", label.strip(), maxsplit=1)[0]
    return _KEYS[name], f"{name}：" if name in _KEPT_LABELS else ""


def _add(fields: dict[str, str], key: str, value: str) -> None:
    if value:
        fields[key] = f"{fields[key]}\n{value}" if fields.get(key) else value
