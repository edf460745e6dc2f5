"""The first kept part, written before the rules: other cues, sentences, ways of joining them, formats and names."""

from planted.held_out import carriers_en, carriers_zh, formats, negatives

CARRIERS = {"zh": carriers_zh, "en": carriers_en}
FORMATS = formats.FORMATS
NEGATIVES = negatives.NEGATIVES
WORDS = {}
JOINERS = {
    "zh": ("；", "、", "！", "…", "\u3000", "~", "\r\n", "。\n\n", " / ", "", "turns"),
    "en": ("... ", "! ", " - ", "\r\n", ".\n\n", " / ", " ", "? ", "turns"),
}
SPEAKERS = {"zh": ("问:", "答:"), "en": ("P> ", "D> ")}
