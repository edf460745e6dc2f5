"""Every character of a label has a glyph, on a machine without Chinese fonts too."""

import pytest
from matplotlib.font_manager import fontManager
from matplotlib.ft2font import FT2Font

from medtune.evaluation.reports import fonts


@pytest.fixture
def no_installed_fonts(monkeypatch):
    """Make the search find no font but matplotlib's and medtune's own."""
    monkeypatch.setattr(fonts, "INSTALLED_FAMILIES", ())
    fonts._characters_by_family.cache_clear()
    yield
    fonts._characters_by_family.cache_clear()


def gb2312() -> str:
    rows = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return "".join(row.decode("gb2312", errors="ignore") for row in rows)


def test_the_font_that_comes_along_covers_gb2312(no_installed_fonts):
    characters = gb2312()
    assert len(characters) == 6763
    assert set(map(ord, characters)) <= set(FT2Font(fonts.HAN_FILE).get_charmap())
    assert fonts.drawable(characters) == characters
    assert fonts.chinese_families() == ["DejaVu Sans", "medtune Han"]


def test_what_no_font_has_is_written_as_its_code_point(no_installed_fonts):
    assert fonts.drawable("骨科\n\U00020bb7 (ward)，“B”") == "骨科 U+20BB7 (ward)，“B”"


def test_installed_fonts_come_after_our_own(monkeypatch):
    monkeypatch.setattr(fonts, "INSTALLED_FAMILIES", ("DejaVu Serif", "No Such Font"))
    fonts._characters_by_family.cache_clear()
    assert fonts.chinese_families() == ["DejaVu Sans", "medtune Han", "DejaVu Serif"]
    fonts._characters_by_family.cache_clear()


def test_family_name_hides_no_installed_font():
    fonts.chinese_families()
    assert {entry.fname for entry in fontManager.ttflist if entry.name == fonts.HAN_FAMILY} == {str(fonts.HAN_FILE)}
