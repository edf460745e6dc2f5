"""Conversations from records, and the text and tokens that one function makes of them."""

import pytest
import tuning
from transformers import AutoTokenizer

from medtune.data.prompts import Prompts, authored, install_template, joined, render, saved_prompts
from medtune.data.records import Record, Turn
from medtune.data.supervision import encode_examples


def record(**fields) -> Record:
    return Record(**{"id": "1", "source": "test", "language": "en", "task": "instruction", **fields})


DIALOGUE = [
    Turn("patient", "My knee hurts."),
    Turn("doctor", "Since when?"),
    Turn("doctor", "Is it swollen?"),
    Turn("patient", "For a week. No."),
    Turn("doctor", "Rest it, please."),
    Turn("patient", "Thank you."),
]


def test_instruction_with_input_reads_as_alpaca():
    row = record(instruction="Make it polite.", description="Come here.", reply="Would you come here?")
    tokenizer = tuning.tokenizer()
    [text] = render(tokenizer, [Prompts().build(row).messages()], to_answer=False)
    assert text == (
        f"<s>{authored()['systems']['plain']['en']}\n\n"
        "### Instruction:\nMake it polite.\n\n### Input:\nCome here.\n\n"
        "### Response:\nWould you come here?</s>"
    )


def test_instruction_without_input_is_all_that_is_asked():
    built = Prompts(system="none").build(record(instruction="Name a bone.", reply="The femur."))
    assert built.messages() == [
        {"role": "user", "content": "Name a bone."},
        {"role": "assistant", "content": "The femur."},
    ]


@pytest.mark.parametrize(
    ("task", "language", "opening"),
    [
        ("summary", "en", "Please summarize the following medical phenomena:\n"),
        ("question-answer", "en", "Please answer the medical question based on the following description:\n"),
        ("triage", "zh", "请根据以下描述回答医学问题：\n"),
        ("dialogue", "zh", "请根据以下描述回答医学问题：\n"),
    ],
)
def test_each_task_has_its_wording(task, language, opening):
    built = Prompts().build(
        record(task=task, language=language, description="咳嗽。", reply="多喝水。", instruction="x")
    )
    assert built.messages()[1]["content"] == f"{opening}咳嗽。"


def test_the_humanistic_line_opens_the_conversation_in_the_language_of_the_row():
    for language in ("en", "zh"):
        built = Prompts(system="humanistic").build(record(language=language, instruction="?", reply="!"))
        assert built.messages()[0] == {"role": "system", "content": authored()["systems"]["humanistic"][language]}


def test_a_consultation_is_learnt_with_its_history():
    built = Prompts(system="none").build(record(task="dialogue", turns=DIALOGUE, reply="x"), "consultation")
    assert built.messages() == [
        {"role": "user", "content": f"{authored()['kinds']['consultation']['en']}\nMy knee hurts."},
        {"role": "assistant", "content": "Since when?\nIs it swollen?"},
        {"role": "user", "content": "For a week. No."},
        {"role": "assistant", "content": "Rest it, please."},
    ]


def test_the_description_opens_a_dialogue_once():
    assert joined(record(description="Knee.", turns=DIALOGUE))[0] == ("user", "Knee.\nMy knee hurts.")
    whole = record(description="My knee hurts. I fell.", turns=DIALOGUE)
    assert joined(whole)[0] == ("user", "My knee hurts. I fell.")
    greeted = record(description="Knee.", turns=[Turn("doctor", "Hello."), *DIALOGUE[3:]])
    assert joined(greeted)[:2] == [("user", "Knee."), ("assistant", "Hello.")]


def test_rows_without_question_or_answer_give_nothing():
    assert Prompts().build(record(instruction="Name a bone.", reply=" ")) is None
    assert Prompts().build(record(task="summary", reply="x")) is None


def test_a_recipe_adds_kinds_and_opening_lines():
    kinds = {"letter": {"en": "Write a letter about this:", "zh": "请据此写一封信："}}
    prompts = Prompts("terse", {"terse": {"en": "Be short.", "zh": "简短。"}}, kinds)
    built = prompts.build(record(description="Knee.", reply="Dear colleague"), "letter")
    assert [message["content"] for message in built.messages()] == [
        "Be short.",
        "Write a letter about this:\nKnee.",
        "Dear colleague",
    ]


@pytest.mark.parametrize("kind", [None, "consultation"])
@pytest.mark.parametrize("system", ["plain", "humanistic", "none"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_training_and_serving_give_the_same_tokens(tmp_path, language, system, kind):
    texts = {"en": ("Say: {x}", "It hurts, 3 days.", "Rest."), "zh": ("说：", "膝盖痛，三天了。", "休息。")}[language]
    row = record(
        language=language, instruction=texts[0], description=texts[1], reply=texts[2], turns=DIALOGUE if kind else []
    )
    prompts = Prompts(system)
    tokenizer = tuning.tokenizer()
    install_template(tokenizer, "alpaca", prompts, system)
    built = prompts.build(row, kind)
    [encoded] = encode_examples([built], tokenizer, 4096)

    tokenizer.save_pretrained(tmp_path)
    served = AutoTokenizer.from_pretrained(tmp_path)
    assert (tmp_path / "chat_template.jinja").is_file()
    prompt = served.apply_chat_template(built.messages(with_answer=False), add_generation_prompt=True)["input_ids"]
    assert encoded.input_ids[: encoded.prompt] == prompt
    assert encoded.input_ids == served.apply_chat_template(built.messages())["input_ids"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_sends_no_system_message_gets_the_line_of_training(language):
    question = {"en": "What is a knee?", "zh": "什么是膝盖？"}[language]
    prompts = Prompts("humanistic")
    tokenizer = tuning.tokenizer()
    install_template(tokenizer, "alpaca", prompts, "humanistic")
    built = prompts.build(record(language=language, instruction=question, reply="x"))
    asked = [{"role": "user", "content": question}]
    assert render(tokenizer, [asked], True) == render(tokenizer, [built.messages(with_answer=False)], True)


def test_a_template_of_ones_own(tmp_path):
    file = tmp_path / "mine.jinja"
    file.write_text(
        "{% for m in messages %}[{{ m.role }}]{{ m.content }}{{ eos_token }}{% endfor %}"
        "{% if add_generation_prompt %}[assistant]{% endif %}"
    )
    tokenizer = tuning.tokenizer()
    install_template(tokenizer, str(file), Prompts(), "plain")
    [encoded] = encode_examples([Prompts("none").build(record(instruction="Hi", reply="Ho"))], tokenizer, 99)
    assert tokenizer.decode(encoded.input_ids[encoded.prompt :]) == "Ho</s>"


def test_saved_words_that_are_damaged_are_told(tmp_path):
    assert saved_prompts(tmp_path) is None
    for text in ("{", "[]", '{"system": {"en": "One."}, "kinds": {}}'):
        (tmp_path / "prompts.json").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"prompts\.json is damaged"):
            saved_prompts(tmp_path)


def test_a_tokenizer_without_a_template_of_its_own():
    tokenizer = tuning.tokenizer()
    tokenizer.chat_template = None
    with pytest.raises(ValueError, match="has no chat template of its own; write `alpaca`"):
        install_template(tokenizer, "model", Prompts(), "plain")
