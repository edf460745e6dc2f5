import pytest

from medtune.data.cleaning.anonymize import anonymize


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("替李晓梅问一下", "替[某人1]问一下"),
        ("张伟、王丽华、赵敏都复查了", "[某人1]、[某人2]、[某人3]都复查了"),
        ("——刘洋", "——[某人1]"),
        ("“陈志强”是我的真名", "“[某人1]”是我的真名"),
        ("我姐夫陈志强做了支架", "我姐夫[某人1]做了支架"),
        ("骨科孙建平的号", "骨科[医生1]的号"),
        ("一直在 张 颖 那里看", "一直在 [某人1] 那里看"),
        ("翟郑晓诺，女", "[患者1]，女"),
        ("老周上周住院，小陈护士人好", "[某人1]上周住院，[某人2]护士人好"),
        ("张某某，56岁；患者李**", "[某人1]，56岁；患者[某人2]"),
        ("司徒文博来了", "[某人1]来了"),
        ("阿依古丽·买买提住院", "[某人1]住院"),
        ("给Zhang Xiaoming做的检查", "给[某人1]做的检查"),
        ("敝姓慕容，令狐阿姨，钱阿姨", "敝姓[患者1]，[某人1]阿姨，[某人2]阿姨"),
        ("谢谢尹醫生和庄doctor", "谢谢[医生1]醫生和[医生2]doctor"),
    ],
)
def test_names_without_a_cue_are_masked(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "高兴，方便，安静，明天，成功，平安，金华，王子，叶子，高达三百",
        "由于海鲜过敏，和安宫牛黄丸，给黄连素，找方法，是文明病，在平时",
        "任某种药都不行，患者某天发热，和某些药",
        "老毛病又犯了，也是老毛病，伯父的小孙女，小高考，老年人，阿胶，小叶增生，老花",
        "史蒂文斯·约翰逊综合征",
        "王不留行、何首乌、金银花、白芍、柴胡、龙胆草",
        "都影响，从国庆，但宝宝，和新冠，那家医院，祝健康",
    ],
)
def test_words_that_begin_with_a_surname_stay(text):
    assert anonymize(text).text == text


def test_who_is_named_without_a_cue_is_the_one_who_is_named_with_one():
    assert anonymize("替李晓梅问。李晓梅医生在吗").text == "替[医生1]问。[医生1]医生在吗"
