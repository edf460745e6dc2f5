"""The third kept part, written later still, with words of its own."""

from planted.held_out_3 import carriers_en, carriers_zh, formats, negatives_en, negatives_zh, words

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS
NEGATIVES = negatives_zh.NEGATIVES | negatives_en.NEGATIVES
WORDS = words.WORDS
JOINERS = {
    "zh": ("，", "。", "。", "，", " ", "\n", "；", "turns", "turns"),
    "en": (". ", ". ", ".  ", "\n", ".\n\n", ", ", " ", "turns"),
}
SPEAKERS = {"zh": ("患者: ", "医生: "), "en": ("Patient:\n", "Doctor:\n")}
