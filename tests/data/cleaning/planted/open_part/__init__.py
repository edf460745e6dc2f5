"""The open part: what rules may be developed on."""

from planted.open_part import carriers_en, carriers_zh, formats, negatives

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS
NEGATIVES = negatives.NEGATIVES
WORDS = {}
JOINERS = {
    "zh": ("，", "。", "，", "。", "\n", " ", "", "turns"),
    "en": (". ", ". ", ", ", "\n", "; ", "turns"),
}
SPEAKERS = {"zh": ("患者：", "医生："), "en": ("Patient: ", "Doctor: ")}
