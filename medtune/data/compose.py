"""The text a model reads about a patient, composed of chosen fields of a record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from medtune.data.records import Record

# The disease and the hospital already visited give the department away, so a recipe has to ask for them.
DEFAULT_FIELDS = (
    "description",
    "title",
    "help_wanted",
    "duration",
    "pregnancy",
    "treatment",
    "examination",
    "medication",
    "allergies",
    "history",
    "age",
)

# Label before a value that could not be understood without one: (Chinese, English).
LABELS = {
    "disease": ("疾病", "Disease"),
    "help_wanted": ("希望得到的帮助", "Help wanted"),
    "duration": ("患病多久", "Duration"),
    "pregnancy": ("怀孕情况", "Pregnancy"),
    "treatment": ("治疗情况", "Treatment so far"),
    "examination": ("检查结果", "Examination"),
    "medication": ("用药情况", "Medication"),
    "allergies": ("过敏史", "Allergies"),
    "history": ("既往病史", "History"),
    "age": ("年龄", "Age"),
    "visited": ("已就诊医院及科室", "Visited"),
}
_UNLABELLED = ("description", "title", "instruction")

# The platform's note of when a field was filled in says nothing about the patient.
_FILLED_IN = re.compile(r"\s*[（(]\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?填写[)）]")
_NOTHING = {
    "",
    "无",
    "没有",
    "暂无",
    "不详",
    "未填写",
    "未知",
    "空",
    "nan",
    "none",
    "null",
    "na",
    "no",
    "nil",
    "unknown",
}
_LONGEST_NOTHING = 20  # with the punctuation around it
_NOT_A_CHARACTER = re.compile(r"[\W_]+")
_ENDS = "。！？；…!?;.:：,，、～~"


def plain(text: str) -> str:
    """Return the text in lower case, letters and digits of any script only, for comparing what it says."""
    return _NOT_A_CHARACTER.sub("", text).lower()


def field_value(record: Record, name: str) -> str:
    """Return a field of the record or of its `meta`, without filling-in dates; empty if it says nothing."""
    value = getattr(record, name) if name in ("description", "disease", "instruction") else record.meta.get(name)
    if not value:
        return ""
    value = (_FILLED_IN.sub("", value) if "填写" in value else value).strip()
    return "" if len(value) < _LONGEST_NOTHING and plain(value) in _NOTHING else value


def compose(record: Record, input_fields: Sequence[str] = DEFAULT_FIELDS) -> str:
    """Join the chosen fields into one readable text, each closed by a full stop.

    Not by line breaks: some tokenizers do not know them, others drop them and run the fields together.

    A field that says nothing (`无`, `nan` …) is skipped, and so is one whose text already stands in another, as a
    title that repeats the description does. Values that could not be understood alone get a label.

    Args:
        record: the record to describe.
        input_fields: names of fields, in their order: `description`, `disease`, or keys of `record.meta`.

    Returns:
        The text; empty if no field says anything.
    """
    values = {name: field_value(record, name) for name in input_fields}
    texts = {name: plain(value) for name, value in values.items() if value}
    parts: list[str] = []
    seen: list[str] = []
    for name, text in texts.items():
        if _is_said(text, name, seen):
            continue
        seen.append(text)
        parts.append(_labelled(name, values[name], record.language))
    stop, gap = ("。", "") if record.language == "zh" else (".", " ")
    closed = [part if part[-1] in _ENDS else part + stop for part in parts[:-1]]
    return gap.join(closed + parts[-1:])


def _is_said(text: str, name: str, seen: list[str]) -> bool:
    # Three days, said in the complaint, are the duration; but 青霉素 there is no allergy, and 30 may be anything.
    anywhere = name in _UNLABELLED or len(text) >= 8 or (name in ("duration", "age") and not text.isascii())
    return any(text in other if anywhere else text == other for other in seen)


def _labelled(name: str, value: str, language: str) -> str:
    if name in _UNLABELLED:
        return value
    chinese, english = LABELS.get(name, (name, name.replace("_", " ").capitalize()))
    return f"{chinese}：{value}" if language == "zh" else f"{english}: {value}"
