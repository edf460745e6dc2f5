"""`medtune generate` and `medtune chat` on tiny models, against the model called by hand."""

import io
import json
import shutil

import pytest
import torch
import tuning
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, LlamaConfig

from medtune.cli import main
from medtune.data.prompts import Prompts, prompts_with
from medtune.data.storage import write_records
from medtune.evaluation.inference.answerer import Answerer
from medtune.evaluation.inference.asking import TEXT_FIELDS, example_of, example_of_row
from medtune.evaluation.inference.chat import Chat, read_lines
from medtune.evaluation.inference.generate import generate_file
from medtune.evaluation.inference.predict import NOTICE
from medtune.evaluation.inference.row_files import read_rows

CONFIG = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}


@pytest.fixture(scope="module")
def checkpoints(tmp_path_factory):
    """A merged model, an adapter on a base, and a run that holds that adapter."""
    folder = tmp_path_factory.mktemp("checkpoints")
    tokenizer = tuning.tokenizer("humanistic")
    config = LlamaConfig(
        **CONFIG, vocab_size=len(tokenizer), max_position_embeddings=320, initializer_range=0.5, bos_token_id=1,
        eos_token_id=None,
    )  # fmt: skip
    torch.manual_seed(0)
    model = AutoModelForCausalLM.from_config(config)
    model.save_pretrained(folder / "model")
    tokenizer.save_pretrained(folder / "model")
    model = AutoModelForCausalLM.from_pretrained(folder / "model")
    adapted = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", target_modules=["q_proj", "v_proj"]))
    for parameter in adapted.parameters():
        if parameter.requires_grad:
            parameter.data += torch.randn_like(parameter)
    adapted.save_pretrained(folder / "run" / "adapter")
    tokenizer.save_pretrained(folder / "run" / "adapter")
    return folder


def by_hand(model, tokenizer, messages, count):
    """Greedy answers, one token after the other."""
    ids = tokenizer.apply_chat_template(messages, add_generation_prompt=True)["input_ids"]
    new = []
    while len(new) < count:
        with torch.no_grad():
            token = model(input_ids=torch.tensor([ids + new])).logits[0, -1].argmax().item()
        if token == tokenizer.eos_token_id:
            break
        new.append(token)
    text = tokenizer.decode(new, skip_special_tokens=True)
    return (text.rstrip("\ufffd") if len(new) == count else text).strip()


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows_file(tmp_path, rows):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


ROWS = [
    {"id": "a", "text": "The knee hurts after a fall."},
    {"id": "b", "text": "膝盖摔伤以后疼痛。"},
    {"id": "empty", "text": " "},
    {"id": "c", "description": "It hurts.", "task": "summary", "language": "en", "reply": "Pain."},
]


def test_answers_are_those_of_the_model_to_the_training_prompts(checkpoints, tmp_path):
    counts = generate_file(
        str(checkpoints / "model"), rows_file(tmp_path, ROWS), str(tmp_path / "out.jsonl"), max_new_tokens=12
    )
    assert counts == {"answered": 3, "failed": 1, "found_done": 0}
    lines = read(tmp_path / "out.jsonl")
    assert [line["id"] for line in lines] == ["a", "b", "empty", "c"]
    assert lines[2] == {"id": "empty", "error": "the description is empty"}
    model = AutoModelForCausalLM.from_pretrained(checkpoints / "model").eval()
    tokenizer = tuning.tokenizer("humanistic")
    for line, row in zip(lines[:2], tuning_rows(), strict=True):
        messages = Prompts("humanistic").build(row).messages(with_answer=False)
        assert line["prediction"] == by_hand(model, tokenizer, messages, 12)
        assert line["notice"] == NOTICE
    assert (lines[0]["language"], lines[1]["language"], lines[1]["cut"]) == ("en", "zh", True)
    assert (lines[3]["task"], lines[3]["reference"], lines[3]["system"]) == ("summary", "Pain.", "model")


def tuning_rows():
    english, chinese = tuning.rows(1)[0], tuning.rows(1, "zh")[0]
    english.description, chinese.description = ROWS[0]["text"], ROWS[1]["text"]
    return [english, chinese]


def test_an_interrupted_output_is_continued_and_another_one_refused(checkpoints, tmp_path):
    rows, output = rows_file(tmp_path, ROWS[:2]), tmp_path / "out.jsonl"
    options = {"batch_size": 1, "max_new_tokens": 8}
    generate_file(str(checkpoints / "model"), rows, str(output), **options)
    whole = read(output)
    output.write_text(json.dumps(whole[0]) + '\n{"id": "b", "pre', encoding="utf-8")
    again = generate_file(str(checkpoints / "model"), rows, str(output), **options)
    assert again == {"answered": 1, "failed": 0, "found_done": 1}
    assert [line["prediction"] for line in read(output)] == [line["prediction"] for line in whole]
    with pytest.raises(ValueError, match="made from another settings"):
        generate_file(str(checkpoints / "model"), rows, str(output), batch_size=1, max_new_tokens=9)


def test_a_run_with_an_adapter_answers_as_base_and_adapter(checkpoints, tmp_path):
    rows = rows_file(tmp_path, ROWS[:1])
    generate_file(str(checkpoints / "run"), rows, str(tmp_path / "out.jsonl"), max_new_tokens=12)
    base = AutoModelForCausalLM.from_pretrained(checkpoints / "model")
    model = PeftModel.from_pretrained(base, checkpoints / "run" / "adapter").eval()
    messages = Prompts("humanistic").build(tuning_rows()[0]).messages(with_answer=False)
    expected = by_hand(model, tuning.tokenizer("humanistic"), messages, 12)
    assert read(tmp_path / "out.jsonl")[0]["prediction"] == expected


@pytest.mark.parametrize("task", ["question-answer", "summary", "instruction", "dialogue"])
def test_a_prepared_row_is_asked_as_in_training(tmp_path, task):
    [record] = tuning.rows(1, "zh", task)
    record.instruction = "把它写短。"
    write_records(tmp_path / "test.parquet", [record])
    [row] = read_rows(tmp_path / "test.parquet", TEXT_FIELDS)
    example, language, kind = example_of_row(row.values, row.text, None, "auto", Prompts("plain"))
    trained = Prompts("plain").build(record)
    assert example.messages(with_answer=False) == trained.messages(with_answer=False)
    assert (language, kind) == ("zh", "question-answer" if task == "dialogue" else task)


def test_a_dialogue_is_continued_with_its_history():
    values = {"history": [["It hurts.", "Where?"]], "text": "The knee."}
    example, _, kind = example_of_row(values, "The knee.", None, "auto", Prompts("none"))
    assert kind == "consultation"
    assert [message["role"] for message in example.messages(with_answer=False)] == ["user", "assistant", "user"]
    assert example.messages(with_answer=False)[0]["content"].endswith("It hurts.")


def test_the_language_is_that_of_the_text_unless_chosen():
    def words(text, language):
        prompts = prompts_with({"en": "In English.", "zh": "用中文。"})
        return example_of(text, "summary", language, [], prompts).messages(with_answer=False)

    assert words("膝盖疼", "auto")[0]["content"] == "用中文。"
    assert words("The knee hurts", "auto")[0]["content"] == "In English."
    assert words("The knee hurts", "zh")[1]["content"].startswith("请概括")


@pytest.fixture(scope="module")
def answerer(checkpoints):
    return Answerer(str(checkpoints / "model"), max_new_tokens=10)


def talk(answerer, typed, **options):
    output = io.StringIO()
    conversation = Chat(answerer, output, **options)
    conversation.run(read_lines(io.StringIO(typed), output))
    return conversation, output.getvalue()


def test_chat_streams_answers_with_the_notice_and_remembers_them(answerer):
    conversation, shown = talk(answerer, "The knee hurts.\n\nSince Monday.\n")
    questions = [question for question, _ in conversation.history]
    assert questions == ["The knee hurts.", "Since Monday."]
    messages = [
        {"role": "user", "content": f"{Prompts().kinds['question-answer']['en']}\nThe knee hurts."},
        {"role": "assistant", "content": conversation.history[0][1]},
        {"role": "user", "content": "Since Monday."},
    ]
    assert conversation.history[1][1] == by_hand(answerer.model, answerer.tokenizer, messages, 10)
    assert shown.count(NOTICE) == 2
    for _, answer in conversation.history:
        assert answer in shown
    assert "(cut at 10 tokens)" in shown


def test_chat_commands(answerer):
    conversation, shown = talk(answerer, "/mode summary\n/language zh\n/nonsense\nThe knee\\\nhurts.\n/quit\nnever\n")
    assert (conversation.mode, conversation.language) == ("summary", "zh")
    assert "/new forgets" in shown
    assert [question for question, _ in conversation.history] == ["The knee\nhurts."]
    conversation, _ = talk(answerer, "One.\n/new\n")
    assert conversation.history == []


def test_a_long_history_is_cut_to_the_context(answerer):
    conversation, _ = talk(answerer, "".join(f"The knee hurts after a fall, number {n}.\n" for n in range(12)))
    example = example_of("And now?", "question-answer", "en", conversation.history, answerer.words)
    [ids] = answerer.prompts([example])
    assert len(ids) <= answerer.room == 310
    text = answerer.tokenizer.decode(ids)
    assert "number 0." in text
    assert "number 3." not in text
    assert text.count("### Instruction:") >= 3
    assert text.endswith("And now?\n\n### Response:\n")


def test_an_interrupted_answer_is_not_remembered(answerer, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(answerer, "stream", interrupted)
    conversation, shown = talk(answerer, "The knee hurts.\n")
    assert conversation.history == []
    assert "stopped" in shown


def test_chat_at_the_command_line_answers_a_pipe(checkpoints, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("The knee hurts.\n"))
    assert main(["chat", str(checkpoints / "run"), "--max-new-tokens", "4", "--temperature", "0.7", "--seed", "1"]) == 0
    assert capsys.readouterr().out.count(NOTICE) == 2


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda folder: folder / "nothing", "no such folder"),
        (lambda folder: _changed(folder, {"architectures": ["BERPTModel"]}), "medtune predict"),
        (lambda folder: _without_template(folder), "no chat template"),
    ],
)
def test_what_cannot_answer_is_told(checkpoints, tmp_path, make, told, capsys):
    shutil.copytree(checkpoints / "model", tmp_path / "model")
    with pytest.raises(SystemExit) as error:
        main(["chat", str(make(tmp_path / "model"))])
    assert error.value.code == 1
    assert told in capsys.readouterr().err


def test_an_input_without_rows_is_told(checkpoints, tmp_path):
    (tmp_path / "none.txt").touch()
    with pytest.raises(ValueError, match=r"none\.txt holds no row to answer"):
        generate_file(str(checkpoints / "model"), str(tmp_path / "none.txt"), str(tmp_path / "o.jsonl"))
    assert not (tmp_path / "o.jsonl").exists()


def test_an_adapter_whose_base_is_gone_names_it(checkpoints, tmp_path, capsys):
    shutil.copytree(checkpoints / "run" / "adapter", tmp_path / "adapter")
    _changed(tmp_path / "adapter", {"base_model_name_or_path": str(tmp_path / "gone")}, "adapter_config.json")
    with pytest.raises(SystemExit):
        main(
            [
                "generate",
                str(tmp_path / "adapter"),
                "--input",
                rows_file(tmp_path, ROWS),
                "--output",
                str(tmp_path / "o.jsonl"),
            ]
        )
    assert f"is an adapter on {tmp_path / 'gone'}" in capsys.readouterr().err


def _changed(folder, fields, file="config.json"):
    values = json.loads((folder / file).read_text())
    (folder / file).write_text(json.dumps(values | fields))
    return folder


def _without_template(folder):
    (folder / "chat_template.jinja").unlink()
    return folder
