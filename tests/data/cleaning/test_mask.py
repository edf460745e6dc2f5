import pytest

from medtune.data.cleaning.mask import excerpt, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("电话13812345678谢谢", "电话[电话]谢谢"),
        ("看 https://example.org/a?b=1。好", "看 [网址]。好"),
        ("谢谢欧阳医生，谢谢张三丰主任", "谢谢[医生1]医生，谢谢[医生2]主任"),
        ("我已完成了墨小白医生下发的《量表》", "我已完成了[医生1]医生下发的《量表》"),
        ("在上海市中心医院看过", "在[医院]看过"),
        ("血压140/90，3天", "血压[number]，3天"),
        ("Dr. John Smith said so", "Dr. [doctor1] said so"),
        ("高血压医生怎么看，黄疸主任", "高血压医生怎么看，黄疸主任"),
        ("", ""),
    ],
)
def test_mask(text, masked):
    assert mask(text) == masked


def test_an_excerpt_ends_with_no_half_of_a_placeholder():
    assert excerpt("电话13812345678谢谢") == "电话[电话]谢谢"
    assert excerpt("电话13812345678谢谢", 5) == "电话…"
    assert excerpt("多喝水，多休息", 3) == "多喝水…"
