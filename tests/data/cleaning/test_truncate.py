import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medtune.data.cleaning.sentences import sentences
from medtune.data.cleaning.truncate import QUANTITY, Options, Truncate, length, terms, truncate, truncate_turns
from medtune.data.records import Record, Turn

CHATTER = "今天路上的车很多，我们等了很久才到家里。"
DOSE = "阿莫西林每次0.5g，一天3次，饭后服用。"
NO = "对青霉素没有过敏史。"


@given(st.text(alphabet="痛三天。！？ab .,;\n12mg/（)”", max_size=80))
@settings(max_examples=80, deadline=None)
def test_sentences_join_to_the_text(text):
    pieces = sentences(text)
    assert "".join(pieces) == text
    assert all(pieces)


def test_sentences_end_where_they_should():
    text = "Take 2.5 tablets. See Dr. Smith today. Rest!"
    assert sentences(text) == ["Take 2.5 tablets. ", "See Dr. Smith today. ", "Rest!"]
    assert sentences("头痛。发热！咳嗽") == ["头痛。", "发热！", "咳嗽"]


def test_a_short_text_is_the_same_object():
    assert truncate(CHATTER, 100) is CHATTER


def test_the_complaint_and_the_key_information_stay():
    text = "孩子发热三天。" + CHATTER * 5 + DOSE + CHATTER * 5 + NO
    short = truncate(text, 45)
    assert length(short) <= 45
    assert short.startswith("孩子发热三天。")
    assert DOSE in short
    assert NO in short
    assert truncate(short, 45) is short


def test_the_order_of_the_sentences_stays():
    short = truncate(CHATTER + NO + CHATTER * 3 + DOSE, 60)
    assert short.index(NO) < short.index(DOSE)


@pytest.mark.parametrize(
    "quantity", ["3.5×10⁹/L", "120/80mmHg", "0.5mg", "37.8℃", "2-3次", "500 mg/kg", "5μmol/L", "≥38.5℃"]
)
def test_a_quantity_is_never_cut(quantity):
    assert QUANTITY.fullmatch(quantity)
    text = f"患者入院后反复测量得到的结果一直都是{quantity}左右而且没有明显的变化"
    for longest in range(10, 30):
        short = truncate(text, longest)
        assert text.startswith(short)
        assert quantity in short or text[: text.index(quantity)].startswith(short)


def test_terms():
    found = terms("No pneumonitis; aspirin 100 mg daily. 没有糖尿病，血压120/80mmHg")
    assert {"pneumonitis", "aspirin", "糖尿病", "血压"} <= set(found)
    assert {"100 mg", "120/80mmHg"} <= {term.strip() for term in found}


def dialogue():
    return [
        Turn("doctor", "您好。"),
        Turn("patient", "孩子发热三天，最高39℃，夜里咳嗽。"),
        Turn("doctor", "路上辛苦了吗？"),
        Turn("patient", CHATTER),
        Turn("doctor", "以前对什么药过敏？"),
        Turn("patient", NO),
        Turn("doctor", f"可以用药：{DOSE}"),
        Turn("patient", "谢谢"),
    ]


def test_chief_complaint_and_last_advice_stay():
    turns = dialogue()
    short = truncate_turns(turns, 70)
    assert sum(length(turn.text) for turn in short) <= 70
    assert turns[1] in short
    assert turns[6] in short
    assert turns[3] not in short
    assert (turns[4] in short) == (turns[5] in short)  # a question stays with its answer
    assert turns[5] in short
    assert truncate_turns(short, 70) is short


def test_complaint_and_advice_are_cut_if_they_alone_are_too_long():
    turns = [Turn("patient", "头痛三天。" + CHATTER * 9), Turn("doctor", CHATTER * 9 + DOSE)]
    short = truncate_turns(turns, 80)
    assert [turn.role for turn in short] == ["patient", "doctor"]
    assert sum(length(turn.text) for turn in short) <= 80
    assert short[0].text.startswith("头痛三天。")
    assert DOSE in short[1].text


def test_the_step_counts_and_is_idempotent():
    long = "孩子发热三天。" + CHATTER * 40 + DOSE
    one = Record("1", "x", "zh", "dialogue", description=long, reply=long, turns=dialogue() * 20)
    step = Truncate(Options(question=50, answer=60, turns=100))
    short = step(one)
    assert (length(short.description) <= 50, length(short.reply) <= 60) == (True, True)
    assert sum(length(turn.text) for turn in short.turns) <= 100
    assert step.counts["question cut"] == step.counts["answer cut"] == step.counts["turns cut"] == 1
    assert 0 < step.counts["medical terms kept"] < step.counts["medical terms before"]
    assert step(short) is short


@given(st.text(alphabet="痛三天。！不ab .\n12mg", max_size=120), st.integers(3, 30))
@settings(max_examples=60, deadline=None)
def test_any_text_is_cut_to_its_length_once(text, longest):
    short = truncate(text, longest)
    assert length(short) <= longest
    assert truncate(short, longest) == short
