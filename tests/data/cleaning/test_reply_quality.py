import pytest

from medtune.data.cleaning.reply_quality import clean_reply, platform_phrases, reply_fault, strip_templates
from medtune.data.records import Record


def record(reply):
    return Record("x:1", "x", "zh", "triage", description="咳嗽", department="内科", reply=reply)


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("", "empty reply"),
        (" 。！ ", "empty reply"),
        ("感谢您的信任，病情资料我已阅读。", "template reply"),
        ("感谢您的信任，病情资料我已阅读。根据您现有的资料，建议：您好", "template reply"),
        ("你好，很高兴为您解答！", "template reply"),
        ("您好，请问需要什么帮助？", "template reply"),
        ("Hello. Thanks for your query.", "template reply"),
        ("医生已通过语音回答，请收听。", "voice reply"),
        ("你好，方便的时候接一下电话", "telephone call"),
        ("请上传照片", "photo request"),
        ("你好，把检查单发来我看看。", "photo request"),
        ("您好！能把血常规和胸片的报告发给我吗？谢谢", "photo request"),
        ("有CT片子吗？拍一下传上来。", "photo request"),
        ("舌苔拍个照，我看一下", "photo request"),
        ("Hi. Please upload a photo of the rash.", "photo request"),
        ("嗯", "template reply"),
        ("不会", "reply too short"),
    ],
)
def test_replies_that_teach_nothing(reply, reason):
    assert reply_fault(reply) == reason
    assert clean_reply(record(reply)) == reason


@pytest.mark.parametrize(
    "reply",
    [
        "你好，考虑急性咽炎，多喝水，方便的话把血常规结果发给我看看。",
        "请拍一个胸片，排除肺炎。",
        "体温多少？",
        "从化验单看血糖偏高，需要复查空腹血糖。",
        "没有大碍，注意休息",
        "打电话到急救中心，马上去医院，不要自己开车，怀疑心肌梗死",
        "Most likely a viral infection. Please upload the report if the fever lasts.",
    ],
)
def test_replies_that_say_something_stay_as_they_are(reply):
    same = record(reply)
    assert clean_reply(same) is same


def test_the_platforms_words_are_removed_and_the_doctors_stay():
    text = "感谢您的信任，病情资料我已阅读。根据您现有的资料，建议：，\n您好\n考虑支气管炎，建议拍胸片。"
    assert clean_reply(record(text)).reply == "您好\n考虑支气管炎，建议拍胸片。"
    assert strip_templates("您好，\n\n考虑咽炎。 ") == "您好，\n\n考虑咽炎。 "


def test_a_row_without_a_reply_is_not_judged():
    without = record(None)
    assert clean_reply(without) is without


def test_minimum_is_counted_in_letters_and_digits():
    assert reply_fault("观察……！", min_characters=2) is None
    assert reply_fault("观察……！", min_characters=3) == "reply too short"


def test_phrases_are_named():
    assert platform_phrases("感谢您的信任，病情资料我已阅读。根据您现有的资料，建议：多喝水。") == [
        "thanks, all read",
        "advice follows",
    ]
    assert platform_phrases("多喝水。") == []


def test_widened_limits_catch_what_is_near_them():
    assert [reply_fault("多休息吧", widened=widened) for widened in (1, 2)] == [None, "reply too short"]
    request = "您好，" + "请把去年和今年在我们医院做的全部检查报告按照时间先后拍清楚发给我看看，" * 2
    assert [reply_fault(request, widened=widened) for widened in (1, 2)] == [None, "photo request"]


def test_hostile_repetition_is_judged_at_once():
    for text in ("嗯" * 119 + "x", "结果" * 19 + "x！", "谢谢" * 59 + "x", "thanks for " * 10, "感谢您" * 3000):
        reply_fault(text)
