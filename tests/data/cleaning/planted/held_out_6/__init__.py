"""The sixth kept part, written without a look at the rules or at a figure, with words of its own."""

from planted.held_out_6 import (
    carriers_en,
    carriers_zh,
    formats,
    formats_en,
    negatives_en,
    negatives_zh,
    negatives_zh_words,
    words,
)

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS | formats_en.FORMATS
NEGATIVES = negatives_zh.NEGATIVES | negatives_zh_words.NEGATIVES | negatives_en.NEGATIVES
WORDS = words.WORDS
JOINERS = {
    "zh": ("，", "。", "。", "，", "\n", " ", "；", "～", "", "turns", "turns", "\n\n"),
    "en": (". ", ". ", ".\n", "\n", ", ", "; ", "... ", "\n\n", "turns", "turns"),
}
SPEAKERS = {"zh": ("病友：", "回复："), "en": ("Member: ", "Physician: ")}
