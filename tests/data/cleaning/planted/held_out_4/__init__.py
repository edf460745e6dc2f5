"""The fourth kept part, the latest, with words of its own."""

from planted.held_out_4 import carriers_en, carriers_zh, formats, formats_en, negatives_en, negatives_zh, words

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS | formats_en.FORMATS
NEGATIVES = negatives_zh.NEGATIVES | negatives_en.NEGATIVES
WORDS = words.WORDS
JOINERS = {
    "zh": ("，", "。", "，", "。\n", " ", " ", "", "\n", "turns", "turns"),
    "en": (". ", ". ", ", ", "\n", "\n\n", " ", "; ", "turns"),
}
SPEAKERS = {"zh": ("患者提问：", "医生回复："), "en": ("Question: ", "Answer: ")}
