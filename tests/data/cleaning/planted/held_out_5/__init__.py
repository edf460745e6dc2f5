"""The fifth kept part, written without a look at the rules or at a figure, with words of its own."""

from planted.held_out_5 import carriers_en, carriers_zh, formats, formats_en, negatives_en, negatives_zh, words

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS | formats_en.FORMATS
NEGATIVES = negatives_zh.NEGATIVES | negatives_en.NEGATIVES
WORDS = words.WORDS
JOINERS = {
    "zh": ("。", "，", "，", "\n", "，", "；", " ", "", "turns", "turns", "\n\n"),
    "en": (". ", ". ", ", ", "\n", " ", " - ", "\n\n", "turns", "turns"),
}
SPEAKERS = {"zh": ("咨询者：", "大夫："), "en": ("Patient: ", "Doctor: ")}
