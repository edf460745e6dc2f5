import pytest

from medtune.data.cleaning.anonymize import anonymize
from medtune.data.cleaning.identity.chinese_words import dictionary, statistics


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("校对者：吴知远", "校对者：[某人1]"),
        ("班长贺拥政上课时晕倒", "班长[某人1]上课时晕倒"),
        ("转诊备案：吴拥军，210202196503062907", "转诊备案：[某人1]，[证件号]"),
        ("用孙琳的医保卡", "用[某人1]的医保卡"),
        ("兹证明冯知夏患有肺炎", "兹证明[某人1]患有肺炎"),
        ("姓名：郑和平，女", "姓名：[患者1]，女"),
    ],
)
def test_a_name_made_of_rarer_characters_or_words_is_masked_where_a_person_must_stand(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "阿姨戴口罩下班",
        "怎样让宝宝长高长肉",
        "两个老师傅骑车来",
        "联合替米沙坦",
        "我家宝宝最近感冒了",
        "按张景岳的方子减了丹参",
        "情绪与幸福联系在一起",
        "证明勾股定理",
        "患者凌霄花过敏",
    ],
)
def test_words_beside_persons_are_no_names(text):
    assert anonymize(text).text == text


def test_the_dictionary_tells_characters_of_names_from_those_of_talk():
    known = statistics()
    assert min(known.first["志"], known.last["芳"]) > 1 > 0 > max(known.first["疼"], known.last["痛"])
    assert known.words["高烧"] > 0
    assert {"方便", "余弦"} <= dictionary()
    assert "李娜" not in dictionary()
