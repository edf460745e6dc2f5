import pytest

from medtune.data.cleaning.anonymize import anonymize


@pytest.mark.parametrize(
    "text",
    [
        "大夫，奥尔德里奇-维斯科特综合征会遗传吗",
        "我妈得了巴瑞特食管，要不要切",
        "冯·雷克林豪森病患者能怀孕吗",
        "林登病和糖尿病有关系吗",
        "坐15路公交到门口，喝了七付苏子降气汤",
        "白班医生让我问夜班护士",
        "住在病房楼B座5层12床",
        "2号楼B座检验科在哪",
        "基金编号：82345678，某某课题",
        "药师：方太饭后吃",
        "大夫：林恩能吃吗",
        "联系人是管家",
        "车间主任，经常熬夜",
        "孩子刚满四个月，最近爱哭",
    ],
)
def test_what_only_looks_like_a_name_or_an_address_stays(text):
    assert anonymize(text).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("孩子梓涵打小就体质弱", "孩子[患者1]打小就体质弱"),
        ("我家丫丫昨晚烧到39度", "我家[患者1]昨晚烧到39度"),
        ("子轩爸爸：报告出来了", "[患者1]爸爸：报告出来了"),
        ("李建国是我爷爷，今年82了", "[某人1]是我爷爷，今年82了"),
        ("已向值班医师张安汇报", "已向值班医师[医生1]汇报"),
        ("患者周国强敬上", "患者[患者1]敬上"),
        ("高亚男，住院号223311，今日出院", "[某人1]，住院号[病历号]，今日出院"),
        ("双胞胎，2016年3月5日剖的", "双胞胎，[出生日期]剖的"),
        ("身份证写的是1962年4月3日，实际大两岁", "身份证写的是[出生日期]，实际大两岁"),
        ("我用86543217这个QQ问过您", "我用[QQ号]这个QQ问过您"),
        ("挂号人填的是孙小满", "挂号人填的是[患者1]"),
    ],
)
def test_names_and_dates_in_the_words_people_use_are_masked(text, masked):
    assert anonymize(text).text == masked
