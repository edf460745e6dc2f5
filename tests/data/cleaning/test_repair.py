from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medtune.data.cleaning.repair import Options, Repair, common_share, repair
from medtune.data.records import Record, Turn

SENTENCES = (
    "孩子昨晚开始咳嗽，今天体温三十八度，需要吃药吗？",
    "您好，请问化验结果出来了吗",
    "建议先查血常规，再决定是否用抗生素。",
)


@pytest.mark.parametrize(
    "text",
    [
        "白细胞10⁹/L，①肌酐88μmol/L，②血压≥140，③体温38.5℃，±2，25～30",
        "头痛：“三天”（左侧）！怎么办？《报告》…——",
        "Naïve café, fiancée, 38°C, 5±2 µg, Sjögren's, Ménière, Guillain–Barré, Müller × 3",
        "“smart quotes” and ‘single’ ones, AT&T, R&D, salt & pepper, ½ tablet, m²",
        "溴隐亭、糜烂、瘙痒、腓肠肌、髌骨、胼胝、龋齿、痤疮、疱疹、疝气、癔症、谵妄、耵聍、胫腓骨、脓疱疮",
        "第Ⅲ期，№5，㎎，２．５",
        "",
    ],
)
def test_ordinary_text_is_the_same_object(text):
    if "２" in text:
        assert repair(text) == "第Ⅲ期，№5，㎎，2．5"  # neither the Roman number nor the unit is folded
    else:
        assert repair(text) is text


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("written", "read", "kind"),
    [
        ("utf-8", "latin-1", "UTF-8 read as Latin-1"),
        ("utf-8", "sloppy-windows-1252", "UTF-8 read as Latin-1"),
        ("gbk", "latin-1", "GBK read as Latin-1"),
        ("gbk", "sloppy-windows-1252", "GBK read as Latin-1"),
    ],
)
def test_a_sentence_read_in_a_wrong_encoding_comes_back(sentence, written, read, kind):
    counts = Counter()
    assert repair(sentence.encode(written).decode(read), counts) == sentence
    assert counts == {kind: 1}


def test_utf_8_read_as_gbk_comes_back_except_for_what_was_lost():
    counts = Counter()
    assert repair("您好，需要休息".encode().decode("gbk", "replace"), counts) == "您好，需要休�"
    assert repair("请问吃什么药".encode().decode("gbk"), counts) == "请问吃什么药"
    assert counts == {"UTF-8 read as GBK": 2}


def test_mojibake_is_left_where_the_result_is_no_more_plausible():
    rare = "龘靐齉爩".encode().decode("gb18030", "replace")
    assert repair(rare) == rare
    assert common_share("头痛三天，发热") == 1.0
    assert common_share("浣犲ソ") == 0.0


@pytest.mark.parametrize(
    ("damaged", "repaired", "kind"),
    [
        ("\ufeff头痛", "头痛", "control character"),
        ("头\x00痛\x08三\u200b天\x7f", "头痛三天", "control character"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", "control character"),
        ("it\x92s", "it’s", "control character"),
        ("体温&gt;38&amp;deg;C&nbsp;左右&#8804;3", "体温>38°C 左右≤3", "HTML entity"),
        ("血糖&amp;amp;lt;6", "血糖<6", "HTML entity"),
        ("ＣＴ检查，Ｂ超，１２３ｍｇ", "CT检查，B超，123mg", "full-width letter or digit"),
        ("\ud83d\ude00 好", "😀 好", "surrogate"),
        ("好\ud83d", "好�", "surrogate"),
        ("38Â°C, donâ€™t", "38°C, don’t", "UTF-8 read as Latin-1"),
    ],
)
def test_repair(damaged, repaired, kind):
    counts = Counter()
    assert repair(damaged, counts) == repaired
    assert counts[kind] == 1


def test_full_width_letters_stay_if_the_recipe_says_so():
    assert repair("Ｂ超&lt;", full_width=False) == "Ｂ超<"


@given(st.text(max_size=40))
def test_a_second_pass_changes_nothing(text):
    once = repair(text)
    assert repair(once) == once
    once.encode()


PIECES = [
    "&amp;",
    "lt;",
    "&#38;",
    "Ã",
    "©",
    "Â",
    "â€",
    "™",
    "\x80",
    "\xa0",
    "浣犲ソ",
    "锛",
    "\ufffd",
    "ÄãºÃ",
    "Ａ",
    "头",
    "a",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_second_pass_changes_nothing_in_mixtures_of_damage(text):
    once = repair(text)
    assert repair(once) == once


@given(
    st.text(alphabet="头痛三天发热咳嗽您好请问需要检查吗，。？", min_size=3, max_size=30),
    st.sampled_from(["utf-8", "gbk"]),
)
def test_everyday_chinese_read_as_latin_1_always_comes_back(text, written):
    text = "头痛" + text  # punctuation alone is not taken for misread Chinese
    assert repair(text.encode(written).decode("latin-1")) == text


def test_the_step_repairs_every_field_and_counts():
    step = Repair(Options())
    record = Record("a:b:1", "a", "zh", "dialogue", turns=[Turn("doctor", "Ｂ超")], department="内科\ufeff")
    result = step(record)
    assert (result.turns, result.department) == ([Turn("doctor", "B超")], "内科")
    assert step.counts == {"full-width letter or digit": 1, "control character": 1}
    assert step(result) is result
