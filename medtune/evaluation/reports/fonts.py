"""Fonts that draw Chinese in plots on any machine, with or without Chinese fonts installed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font

LATIN_FAMILY = "DejaVu Sans"  # comes with matplotlib
HAN_FAMILY = "medtune Han"  # comes with medtune: all of GB 2312
HAN_FILE = Path(__file__).parent / "font_files" / "medtune-han.ttf"

# Installed fonts that are asked for what the two above lack: rare and traditional characters.
INSTALLED_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "SimHei",
    "SimSun",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Arial Unicode MS",
)


@cache
def _characters_by_family() -> dict[str, frozenset[int]]:
    """Return the code points that each usable family can draw, in the order in which they are tried."""
    fontManager.addfont(HAN_FILE)
    files = {}
    for entry in fontManager.ttflist:
        if entry.style == "normal" and entry.weight in (400, "normal", "regular"):
            files.setdefault(entry.name, entry.fname)
    families = [family for family in (LATIN_FAMILY, HAN_FAMILY, *INSTALLED_FAMILIES) if family in files]
    return {family: frozenset(FT2Font(files[family]).get_charmap()) for family in families}


def chinese_families() -> list[str]:
    """Return the font families to pass to matplotlib as `fontfamily`.

    matplotlib draws each character with the first family that has it, so Latin text looks the same everywhere, and so
    does the Chinese of GB 2312, for which medtune brings its own font.
    """
    return list(_characters_by_family())


def drawable(text: str) -> str:
    """Return `text` with every character that no family can draw written as its code point, such as `U+20BB7`.

    White space becomes a plain space, so that a label stays on one line.
    """
    known = frozenset().union(*_characters_by_family().values())
    return "".join(c if ord(c) in known else f"U+{ord(c):04X}" for c in " ".join(text.split()))


def drawable_labels(labels: Iterable[str]) -> list[str]:
    """Return `drawable` of each label."""
    return [drawable(label) for label in labels]
