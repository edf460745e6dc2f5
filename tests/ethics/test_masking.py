import time

import pytest

from medtune.ethics.masking import MASK, Masker

MASKER = Masker.of(["mulmed_step_b", "runs/our-model.v2/seed-0", "doctor"], ["Should I see a doctor?"])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("As an AI language model developed by OpenAI, I cannot examine you.", "I cannot examine you."),
        ("Rest. As a large language model trained by Some Lab, my advice is water.", "Rest. My advice is water."),
        ("Please note that as an AI, i can only guess.", "I can only guess."),
        ("I'm just an AI assistant, but rest helps.", f"I'm just {MASK}, but rest helps."),
        ("My name is Dr. Jane Roe. Rest.", f"My name is {MASK}. Rest."),
        ("I am Claude and I say rest.", f"I am {MASK} and I say rest."),
        ("作为一个由某某公司开发的人工智能语言模型，我不能看病。", "我不能看病。"),
        ("作为一名AI助手，建议您休息。", "建议您休息。"),
        ("我是人工智能助手，请休息。", f"我是{MASK}，请休息。"),
        ("我是小康大模型，请休息。", f"我是{MASK}，请休息。"),
        ("ChatGPT, chat-gpt 4, GPT-4o-mini and GPT-3.", f"{MASK}, {MASK}, {MASK} and {MASK}."),
        ("ＣｈａｔＧＰＴ建议休息，通义千问2.5也是。", f"{MASK}建议休息，{MASK}也是。"),
        ("Hello, Welcome to Chat Doctor forum. You should rest.", "Hello, You should rest."),
        ("Hi. Thanks for asking on icliniq.com! Rest.", "Hi. Rest."),
        ("Welcome to HealthCareMagic Rest now.", "Rest now."),
        ("Rest. For more information consult a sports doctor online --> https://example.org/a", "Rest."),
        ("Rest. For further doubts consult an an ChatDoctor.  chatdoctor/ask-online/an", "Rest."),
        ("Rest. Revert with the photos to a foot specialist online", "Rest."),
        ("欢迎来到好大夫在线，请休息。", "请休息。"),
        ("Take the ChatDoctor.  Twice.", f"Take the {MASK}.  Twice."),
        ("MulMed Step-B says: our model v2 too, OUR_MODEL.V2!", f"{MASK} says: {MASK} too, {MASK}!"),
    ],
)
def test_what_tells_the_author_is_gone(text, masked):
    result, found = MASKER.mask(text)
    assert result == masked
    assert found.total() >= 1


@pytest.mark.parametrize(
    "text",
    [
        "As a doctor, I advise rest. As an aid, take ice. As an air of fear, fear.",
        "本草纲目与华佗再造丸。我是医生，这是作为人工智能训练师的职业病。",
        "A llama bit me; Claude Bernard and the Gemini twins did not. Google it.",
        "The doctor will see you, thanks for asking. You are welcome to call.",
        "For more information consult a doctor you trust.",
        "- 1. Take 5 mg; 38.5 °C；请休息\n\n**多喝水**",
        "",
    ],
)
def test_other_text_stays_to_the_letter(text):
    assert MASKER.mask(text) == (text, {})


def test_a_system_called_by_an_ordinary_word_is_named():
    assert MASKER.ordinary == ("doctor",)
    assert Masker.of(["a", "7b"]).mask("a 7b b") == ("a 7b b", {})


def test_further_names_are_masked_to_the_letter():
    masker = Masker.of([], further=["St. Anne's", "仁心(AI)", "  "])
    assert masker.mask("St Anne's and 仁心(AI)；仁心")[0] == f"{MASK} and {MASK}；仁心"


LONG = [" ", "-", "as an large ", "welcome to ", "thanks for asking ", "for more information consult a ", "gpt-", "1."]
LONG += ["作为", "我是一个由", "i am a ai ", "i am dr. a. ", "\n"]


@pytest.mark.parametrize("piece", LONG)
def test_a_long_text_takes_linear_time(piece):
    """Quadratic time would be minutes here, linear is about .1 s."""
    start = time.process_time()
    MASKER.mask(piece * (100_000 // len(piece)))
    assert time.process_time() - start < 5
