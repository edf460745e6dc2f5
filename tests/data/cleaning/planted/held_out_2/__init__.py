"""The second kept part: consultations as they mostly are."""

from planted.held_out_2 import carriers_en, carriers_zh, formats, negatives_en, negatives_zh

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS
NEGATIVES = negatives_zh.NEGATIVES | negatives_en.NEGATIVES
WORDS = {}
JOINERS = {
    "zh": ("，", "。", "，", "。", "。\n", "\n", " ", "turns", "turns"),
    "en": (". ", ". ", ". ", ".\n", "\n", ", ", " ", "turns"),
}
SPEAKERS = {"zh": ("病人：\n", "医生：\n"), "en": ("Query:\n", "Reply:\n")}
