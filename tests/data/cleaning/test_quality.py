import pytest

from medtune.data.cleaning.quality import Options, Quality, has_run, is_language
from medtune.data.records import Record, Turn

ASKED, ANSWERED = "孩子发热两天，夜里咳嗽，怎么办？", "先量体温，多喝水，超过三十八度五可以吃退热药。"
LONG = "Take the tablets after a meal and come back if the pain is not better within three days. "


def record(asked=ASKED, answered=ANSWERED, language="zh", task="question-answer", **fields):
    return Record("1", "x", language, task, description=asked, reply=answered, **fields)


def judge(one, **options):
    return Quality(Options(**options))(one)


def test_a_good_row_is_the_same_object():
    one = record()
    assert judge(one) is one


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (record(asked=" "), "no question"),
        (record(asked=None, turns=[Turn("doctor", "你好")]), "no question"),
        (record(answered=None), "no answer"),
        (record(asked="痛"), "question too short"),
        (record(asked="头痛" * 30_000), "question too long"),
        (record(answered=ANSWERED * 3000), "answer too long"),
        (record(answered=f"{ANSWERED}{'哈' * 30}"), "repeated characters"),
        (record(answered="请上传照片"), "photo request"),
        (record(asked="What should I do about my fever?", answered=LONG), "wrong language"),
        (record(ASKED, ANSWERED, "en"), "wrong language"),
        (record("У меня болит голова уже третий день", "Выпейте воды и отдохните", "en"), "wrong language"),
    ],
)
def test_reasons(one, reason):
    assert judge(one) == reason


def test_instruction_data_may_have_short_answers_and_templates():
    one = record(None, "4", task="instruction", instruction="二加二等于几？")
    assert judge(one) is one
    one = record(None, "好的", task="instruction", instruction="怎样礼貌地答应别人？")
    assert judge(one) is one


def test_an_answer_is_not_needed_where_the_recipe_says_so():
    one = record(answered=None)
    assert judge(one, require_answer=False) is one


def test_a_dialogue_is_judged_by_its_first_words():
    turns = [Turn("patient", ASKED), Turn("doctor", ANSWERED)]
    one = record(None, None, task="dialogue", turns=turns)
    assert judge(one) is one


def test_sentences_with_a_products_name_are_cut():
    reply = f"Hello, welcome to Chat Doctor forum. {LONG}You may also use ChatDoctor. {LONG}"
    step = Quality(Options())
    one = step(record("My knee hurts when I walk.", reply, "en"))
    assert one.reply == f"{LONG}{LONG}".strip()
    assert step.counts["sentence with a product's name cut"] == 1
    assert step(one) is one


def test_an_answer_of_which_too_little_is_left_is_kept_aside():
    reply = f"For this you need the ChatDoctor which {LONG.lower()}Take care."
    assert judge(record("My knee hurts.", reply, "en")) == "answer overwritten by a product's name"


def test_a_line_that_the_name_ended_goes_too():
    reply = f"{LONG}{LONG}Buy a nasal spray (\nPseudo ChatDoctor. {LONG}"
    assert judge(record("My nose is blocked all day.", reply, "en")).reply == f"{LONG}{LONG}{LONG}".strip()


def test_a_name_within_a_word_is_none():
    one = record("My knee hurts.", f"The word ChatDoctors is another one. {LONG}", "en")
    assert judge(one) is one


def test_platform_phrases_are_removed():
    one = judge(record(answered=f"感谢您的信任，病情资料我已阅读。{ANSWERED}"))
    assert one.reply == ANSWERED


@pytest.mark.parametrize("place", range(0, 60, 7))
def test_runs_are_found_wherever_they_stand(place):
    text = "".join(chr(0x4E00 + number) for number in range(80))
    for count, found in ((20, False), (21, True)):
        assert has_run(text[:place] + "痛" * count + text[place:], 20) is found


def test_drawn_lines_and_blanks_are_no_runs():
    assert not has_run("结果如下" + "-" * 60 + " " * 60 + "。" * 40, 20)


def test_short_texts_may_be_of_any_language():
    assert is_language("CT 120/80 mmHg", "zh", 0.05)
    assert is_language("阿莫西林 0.5g bid po", "zh", 0.05)
    assert is_language("He wrote “don’t” — and α-blockers, 5 μg.", "en", 0.05)
