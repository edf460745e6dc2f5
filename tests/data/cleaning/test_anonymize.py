import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medtune.data.cleaning.anonymize import Anonymize, Kind, Options, anonymize, mask_all
from medtune.data.cleaning.fields import texts
from medtune.data.records import Record, Turn

ALL = get_args(Kind)

FOUND = [
    ("电话13812345678谢谢", "电话[电话]谢谢"),
    ("打１３８-１２３４-５６７８找我", "打[电话]找我"),
    ("手机一三八零零一二三四五六", "手机[电话]"),
    ("138 1234 5678，1-3-8-1-2-3-4-5-6-7-8", "[电话]，[电话]"),
    ("+86 13812345678 或 010-62345678转801", "[电话] 或 [电话]"),
    ("400-820-1234，0755 26001234", "[电话]，[电话]"),
    ("call (555) 213-4567 or 555-213-4567 x12", "call [phone] or [phone]"),
    ("身份证110101199003070011", "身份证[证件号]"),
    ("证件号 110101 19900307 001X 的", "证件号 [证件号] 的"),
    ("SSN 123-45-6789", "SSN [id]"),
    ("我的微信：abc_12345", "我的微信：[微信号]"),
    ("v信号lele_2019，加我qq 123456789", "v信号[微信号]，加我qq [QQ号]"),
    ("wxid_ab12cd34 是我", "[微信号] 是我"),
    ("写信 a.b@example.org 吧，或abc（at）qq点com", "写信 [邮箱] 吧，或[邮箱]"),
    ("看 https://example.org/a?b=1。好", "看 [网址]。好"),
    ("卡号6222 0212 3456 7890 123", "卡号[卡号]"),
    ("住院号：ZY0012345，MRN 00123456", "住院号：[病历号]，MRN [病历号]"),
    ("出生日期：1985年3月12日", "出生日期：[出生日期]"),
    ("出生日期错了，应该是1985，3，12。", "出生日期错了，应该是[出生日期]。"),
    ("孩子七七年三月二十生的，宝宝2011-01-02 08:30出生", "孩子[出生日期]生的，宝宝[出生日期] 08:30出生"),
    ("born on the 12th of March 1985, DOB: 12 Mar '85", "born on [birth], DOB: [birth]"),
    ("我住丰台区水边名都7#2104，地址玫瑰路12号，3座6层2号", "我住[地址]，地址[地址]，[地址]"),
    ("从友谊路与民主路交叉口来，寄到渠县三合乡太平村二社", "从[地址]来，寄到[地址]"),
    ("寄到柳州市柳北区前锋路21号 桂中海岸 6栋2单元1104室，或跃进路9号荣和林溪7-2-903", "寄到[地址]，或[地址]"),
    ("Door No. 5-9-12, Lakdikapul, Hyderabad, or House No 18, Mall Road", "[address], or [address]"),
    ("my file at your office is 6620914, our ref: KD/55821", "my file at your office is [record], our ref: [record]"),
    ("you wrote my date of birth down as 9 May 1971", "you wrote my date of birth down as [birth]"),
    ("H.No. 8-17-58, Gandhi Nagar or Unit 9/149 Banksia Parade", "[address] or [address]"),
    ("moved to 8546 County Road 68 and Ivy Cottage, 35 Mill Lane", "moved to [address] and [address]"),
    (
        "my social security number, 251- 52- 3947, or the SSN on file is 142/30/6960",
        "my social security number, [id], or the SSN on file is [id]",
    ),
    (
        "my medical record number there is 13-51-60, 住院号2019C47450",
        "my medical record number there is [病历号], 住院号[病历号]",
    ),
    ("mail me at a.kim@gmail,com, ring (0161) 401 9263", "mail me at [email], ring [phone]"),
    ("139\u00a01234\u00a05678，一五八、六一零二、九九四七", "[电话]，[电话]"),
    ("卡号6230·9931·8386·5770·085", "卡号[卡号]"),
    ("born on March 12, 1985 in spring", "born on [birth] in spring"),
    ("我家住北京市朝阳区建国路88号3栋2单元501室，有点远", "我家住[地址]，有点远"),
    ("I live at 123 Main Street, Springfield, IL 62704.", "I live at [address]."),
    ("谢谢欧阳医生，谢谢张三丰主任", "谢谢[医生1]医生，谢谢[医生2]主任"),
    ("我叫李小梅，头痛", "我叫[患者1]，头痛"),
    ("患者王建国，男，45岁", "患者[患者1]，男，45岁"),
    ("免贵姓上官，王先生", "免贵姓[患者1]，[某人1]先生"),
    ("Dr. John Smith said so to Mrs. O'Neill", "Dr. [doctor1] said so to Mrs. [person1]"),
    ("My name is john and I cough", "My name is [patient1] and I cough"),
]


@pytest.mark.parametrize(("text", "masked"), FOUND)
def test_identities_are_masked(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "高血压医生怎么看，黄疸主任，白带多，黄体酮，于是医生说，检查医生，病房医生，任何医生，不管医生",
        "国药准字H20013008，国药准字Z11020001，批号20200315",
        "白细胞10.5×10⁹/L，血小板120×10^9/L，HBV-DNA 13800000000copies/ml",
        "血压130/85，心率72，血糖5.6 6.1 7.2 8.8，每日3次每次500mg",
        "ICD-10 J18.900，NCT01234567，ChiCTR2000029308，2020-03-15 复查",
        "没有微信也没有QQ，血压152/96，姓名和地址都要写吗，生产批号在盒底",
        "患者高热三天，孩子黄疸，病人白天咳嗽，患者于昨日入院",
        "我叫救护车，我是马上去，住在乡下，出生体重3.2kg，医生请解答",
        "Hello Dr. I have pain. MR angiography, Dr. Brown bottle, 138 beats, aspirin 325 mg at night",
        "The patient should call if fever persists. 250 500 1000 mg. I am Indian. known as mono",
    ],
)
def test_what_names_nobody_stays(text):
    assert anonymize(text).text == text


def test_the_same_person_has_the_same_placeholder_in_all_fields():
    record = Record(
        "a:b:1",
        "a",
        "zh",
        "dialogue",
        description="我是刘芳，上次是张大伟医生看的",
        turns=[Turn("patient", "张医生您好，我刘芳又来了"), Turn("doctor", "刘芳你好，我是张大伟主任，李医生休息")],
        meta={"url": "https://example.org/1"},
    )
    result = Anonymize(Options())(record)
    assert list(texts(result)) == [
        "我是[患者1]，上次是[医生1]医生看的",
        "[医生1]医生您好，我[患者1]又来了",
        "[患者1]你好，我是[医生1]主任，[医生2]医生休息",
        "[网址]",
    ]


def test_english_surname_and_full_name_are_one_person():
    text = "Dr. John Smith saw me. Dr. Smith said John was sure. Dr. Kumar was not."
    assert anonymize(text).text == (
        "Dr. [doctor1] saw me. Dr. [doctor1] said [doctor1] was sure. Dr. [doctor2] was not."
    )


def test_numbers_go_on_after_those_a_text_holds():
    assert anonymize("[医生1]说过，谢谢李医生").text == "[医生1]说过，谢谢[医生2]医生"


def test_kinds_can_be_left_out():
    assert anonymize("张医生13812345678", ["phone"]).text == "张医生[电话]"
    assert anonymize("在上海市第一人民医院", ["hospital"]).text == "在[医院]"
    assert anonymize("在上海市第一人民医院").spans == ()
    for text in ("建议去医院", "今天下午可以来医院治疗吗", "附近的三甲医院", "大医院"):
        assert anonymize(text, ["hospital"]).text == text


def test_the_checksum_labels_and_does_not_decide():
    right, wrong = "110101199003070396", "110101199003070391"
    [span] = anonymize(right).spans
    assert (span.kind, span.valid) == ("id", True)
    [span] = anonymize(wrong).spans
    assert (span.kind, span.valid) == ("id", False)


def test_the_log_holds_no_identity_and_needs_the_key():
    record = Record("a:b:1", "a", "zh", "triage", description="电话13812345678，138 1234 5678")
    first, again, other = (Anonymize(Options(), key) for key in (b"one", b"one", b"two"))
    entries = []
    for step in (first, again, other):
        step(record)
        entries.append(step.log.take())
    assert entries[0] == entries[1]
    assert first.log.take() == []
    assert {(e["id"], e["text"], e["kind"], e["start"], e["length"]) for e in entries[0]} == {
        ("a:b:1", 0, "phone", 2, 11),
        ("a:b:1", 0, "phone", 14, 13),
    }
    hashes = {entry["hash"] for entry in entries[0]}
    assert len(hashes) == 1  # however it is written
    assert hashes.isdisjoint(entry["hash"] for entry in entries[2])
    assert not re.search("1381234|5678", str(entries))
    assert first.counts == {"phone": 2}


def test_an_unchanged_record_is_the_same_object():
    record = Record("a:b:1", "a", "zh", "triage", description="头痛三天，怎么办")
    assert Anonymize(Options())(record) is record


PIECES = [
    *(text for text, _ in FOUND),
    *(
        "张",
        "三",
        "医生",
        "主任",
        "我叫",
        "患者",
        "电话",
        "微信",
        "：",
        " ",
        "[",
        "]",
        "[医生1]",
        "[电话]",
        "@",
        ".com",
        "1",
    ),
    *("Dr. ", "Smith", " is ", "13812345678", "，男，", "生", "1990年", "路8号", "号", "北京市"),
]
STRINGS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=7).map("".join), st.text(max_size=30))


@settings(max_examples=200, deadline=None)
@given(STRINGS)
def test_a_second_pass_changes_nothing_and_offsets_lead_back(text):
    masked = anonymize(text, ALL)
    assert masked.unmasked([text[span.start : span.end] for span in masked.spans]) == text
    assert all(a.end <= b.start for a, b in zip(masked.spans, masked.spans[1:], strict=False))
    assert anonymize(masked.text, ALL).text == masked.text


@settings(max_examples=100, deadline=None)
@given(st.lists(STRINGS, min_size=1, max_size=3))
def test_a_second_pass_over_a_dialogue_changes_nothing(written):
    once = [one.text for one in mask_all(written, frozenset(ALL))]
    assert [one.text for one in mask_all(once, frozenset(ALL))] == once


@pytest.mark.parametrize(
    "noise", ["a" * 20_000, "1" * 20_000, "张" * 20_000, "1 " * 10_000, "@" * 5_000, "一" * 20_000, "A b " * 5_000]
)
def test_long_runs_take_no_time_to_speak_of(noise):
    assert anonymize("微信" + noise + "@") is not None
