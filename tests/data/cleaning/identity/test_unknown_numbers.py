import pytest

from medtune.data.cleaning.anonymize import anonymize


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("那串数字是 71878939，麻烦查", "那串数字是 [号码]，麻烦查"),
        ("问诊单 2263 4753 8821", "问诊单 [号码]"),
        ("the reference 83471920 again", "the reference [number] again"),
        ("加zhou_mama，或者chen1987", "加[微信号]，或者[微信号]"),
    ],
)
def test_long_numbers_and_accounts_are_masked_without_a_cue(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "国药准字H20123456，批号20230501，生产批号 83471920，电子监管码 8123 4567 8901 2345 6789",
        "国械注准20173401234，条形码6901234567890，型号83471920，GB/T 19634-2007",
        "病毒 12345678 copies/ml，1234567890个/L，约12345678元，20230501复查，2019-2020-2021",
        "PMID 12345678, NCT01234567, lot 83471920, ISBN 9787117123456, UDI 06901234567890",
        "心率138-144-159-163，rs12345678，ca125，long_term",
    ],
)
def test_numbers_of_things_and_measurements_stay(text):
    assert anonymize(text).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("call me on 819 712 3933", "call me on [phone]"),
        ("6 3 6 9 1 6 4 3 0 0", "[phone]"),
        ("家属013152436054", "家属[电话]"),
        ("证件120101 400920 191", "证件[证件号]"),
        ("5105105105105100", "[card]"),
        ("4579.9428.7187.4539 was charged", "[card] was charged"),
        ("抄送271186780小老鼠163点com", "抄送[邮箱]"),
        ("peter84<at>yahoo<dot>com or fmiller AT yahoo DOT com", "[email] or [email]"),
        ("q:25857174，扣我617927057，小企鹅⑥②②⑧⑧①①⑨⑨", "q:[QQ号]，扣我[QQ号]，小企鹅[QQ号]"),
        ("搜li3593加我微信，V❤yang_mama", "搜[微信号]加我微信，V❤[微信号]"),
        ("病员号2012-89113，登记ID 2349905C", "病员号[病历号]，登记ID [病历号]"),
        ("my file is under H9051805 (MRN)", "my file is under [record] (MRN)"),
        ("生辰54年1月31号，1952年农历12月初八出生", "生辰[出生日期]，[出生日期]出生"),
        ("she was born 01 / 28 / 1949", "she was born [birth]"),
        ("收件：翠湖苑9-4-802，在三中宿舍5楼256", "收件：[地址]，在[地址]"),
        ("ship to P.O. Box 4090, Lewiston", "ship to [address]"),
        ("车牌粤B8D8D8", "车牌[证件号]"),
        ("example[.]com/x", "[url]"),
    ],
)
def test_further_forms_of_numbers_and_addresses(text, masked):
    assert anonymize(text).text == masked
