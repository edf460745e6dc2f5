import pytest

from medtune.data.cleaning.mask import excerpt, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("电话13812345678谢谢", "电话[phone]谢谢"),
        ("打010-62345678问", "打[phone]问"),
        ("看 https://example.org/a?b=1。好", "看 [url]。好"),
        ("写信 a.b@example.org 吧", "写信 [email] 吧"),
        ("我的微信：abc_12345", "我的微信：[account]"),
        ("谢谢欧阳医生，谢谢张三丰主任", "谢谢[name]医生，谢谢[name]主任"),
        ("我已完成了墨小白医生下发的《量表》", "我已完成了[name]医生下发的《量表》"),
        ("我叫李小梅，头痛", "我叫[name]，头痛"),
        ("在上海某某医院看过", "在[hospital]看过"),
        ("身份证110101199003070011", "身份证[number]"),
        ("血压140/90，3天", "血压[number]，3天"),
        ("Dr. John Smith said so", "Dr. [name] said so"),
        ("高血压医生怎么看，黄疸主任", "高血压医生怎么看，黄疸主任"),
        ("", ""),
    ],
)
def test_mask(text, masked):
    assert mask(text) == masked


def test_an_excerpt_ends_with_no_half_of_a_placeholder():
    assert excerpt("电话13812345678谢谢") == "电话[phone]谢谢"
    assert excerpt("电话13812345678谢谢", 5) == "电话…"
    assert excerpt("多喝水，多休息", 3) == "多喝水…"
