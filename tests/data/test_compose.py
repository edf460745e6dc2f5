from medtune.data.compose import DEFAULT_FIELDS, compose
from medtune.data.records import Record


def record(description=None, language="zh", disease=None, **meta):
    return Record("x:1", "x", language, "triage", description=description, disease=disease, meta=meta)


def test_fields_come_in_order_with_labels_and_full_stops():
    row = record(
        "咳嗽三天，有痰", title="总是咳嗽", help_wanted="要不要拍片？", allergies="青霉素（2020-03-27填写）", age="30+"
    )
    assert compose(row) == "咳嗽三天，有痰。总是咳嗽。希望得到的帮助：要不要拍片？过敏史：青霉素。年龄：30+"


def test_a_description_alone_is_not_touched():
    assert compose(record("第一行\n第二行 ")) == "第一行\n第二行"


def test_fields_that_say_nothing_are_skipped():
    assert (
        compose(record("咳嗽", allergies="无（2020-03-27填写）", history="nan", title=" ", medication="暂无。"))
        == "咳嗽"
    )


def test_repeated_text_is_said_once():
    assert compose(record("咳嗽三天，有痰", title="咳嗽三天", help_wanted="咳嗽三天，有痰！")) == "咳嗽三天，有痰"
    # A short value under a label says something else than the same characters in the complaint.
    assert compose(record("用过青霉素", allergies="青霉素")) == "用过青霉素。过敏史：青霉素"


def test_duration_and_age_are_not_said_twice():
    row = record("女 26岁，咳嗽一周", duration="一周", age="26岁")
    assert compose(row) == "女 26岁，咳嗽一周"
    assert compose(record("咳嗽30天", age="30")) == "咳嗽30天。年龄：30"


def test_disease_and_visited_are_left_out_unless_asked_for():
    row = record("咳嗽", disease="肺炎", visited="市医院 呼吸科")
    assert compose(row) == "咳嗽"
    assert compose(row, ("disease", *DEFAULT_FIELDS, "visited")) == "疾病：肺炎。咳嗽。已就诊医院及科室：市医院 呼吸科"


def test_english_and_fields_of_ones_own():
    row = record("I cough", "en", smoker_since="1990")
    assert compose(row, ("description", "smoker_since")) == "I cough. Smoker since: 1990"


def test_nothing_gives_an_empty_text():
    assert compose(record(None)) == ""
