"""Predictor and `medtune predict` on tiny checkpoints, against the models called by hand."""

import json
import shutil

import miniature
import pytest
import torch

from medtune.cli import main
from medtune.evaluation.inference.predict import NOTICE, Predictor, predict_file
from medtune.models import BERPTForSequenceClassification, BERPTModel
from medtune.recipe.sections import Generation

SHORT = Generation(max_new_tokens=10)


@pytest.fixture(scope="module")
def checkpoints(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checkpoints")
    tokens = miniature.tokenizer()
    model, processor = miniature.joint(tokens)
    for name, saved, beside in (
        ("joint", model, processor),
        ("triage", miniature.triage(tokens), tokens),
        ("decoder", miniature.decoder(tokens), tokens),
    ):
        saved.save_pretrained(folder / name)
        beside.save_pretrained(folder / name)
    return folder


@pytest.fixture
def rows(tmp_path):
    """A file of five texts with two bad rows between them."""
    lines = [json.dumps({"id": f"r{n}", "description": text}) for n, text in enumerate(miniature.TEXTS)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join([*lines[:2], "{no json", '{"id": "empty", "description": " "}', *lines[2:]]) + "\n")
    return path


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_joint_checkpoint_gives_department_and_reply(checkpoints):
    answers = Predictor(str(checkpoints / "joint"), generation=SHORT)(miniature.TEXTS)
    assert [set(answer) for answer in answers] == [
        {"department", "probability", "alternatives", "refer_to_human", "refer_reason", "reply", "notice"}
    ] * len(miniature.TEXTS)
    assert all(answer["notice"] == NOTICE and "no diagnosis" in NOTICE for answer in answers)
    assert len({answer["reply"] for answer in answers}) > 1


def test_triage_checkpoint_gives_departments_only(checkpoints):
    answers = Predictor(str(checkpoints / "triage"))(miniature.TEXTS)
    fields = {"department", "probability", "alternatives", "refer_to_human", "refer_reason", "notice"}
    assert all(set(answer) == fields for answer in answers)


def test_decoder_gives_replies_only(checkpoints):
    answers = Predictor(str(checkpoints / "decoder"), generation=SHORT)(miniature.TEXTS)
    assert all(set(answer) == {"reply", "notice"} for answer in answers)


@pytest.mark.parametrize(("name", "kind"), [("joint", BERPTModel), ("triage", BERPTForSequenceClassification)])
def test_probabilities_are_the_models_own(checkpoints, name, kind):
    tokens, model = miniature.tokenizer(), kind.from_pretrained(checkpoints / name)
    for text, answer in zip(miniature.TEXTS, Predictor(str(checkpoints / name))(miniature.TEXTS), strict=True):
        with torch.no_grad():
            output = model(**tokens(text, return_tensors="pt"))
        logits = output.logits if name == "triage" else output.department_logits
        expected = dict(zip(miniature.DEPARTMENTS.values(), logits[0].softmax(-1).tolist(), strict=True))
        ranked = sorted(expected, key=expected.get, reverse=True)
        given = [answer, *answer["alternatives"]]
        assert [one["department"] for one in given] == ranked
        assert [one["probability"] for one in given] == pytest.approx([expected[one] for one in ranked], abs=6e-5)


@pytest.mark.parametrize("name", ["joint", "triage", "decoder"])
def test_batches_do_not_change_answers(checkpoints, name):
    alone = Predictor(str(checkpoints / name), batch_size=1, generation=SHORT)(miniature.TEXTS)
    together = Predictor(str(checkpoints / name), batch_size=4, generation=SHORT)(miniature.TEXTS)
    backwards = Predictor(str(checkpoints / name), batch_size=2, generation=SHORT)(miniature.TEXTS[::-1])[::-1]
    for one, other, third in zip(alone, together, backwards, strict=True):
        assert one.get("reply") == other.get("reply") == third.get("reply")
        assert one.get("department") == other.get("department") == third.get("department")
        assert one.get("probability", 0) == pytest.approx(other.get("probability", 0), abs=2e-4)


@pytest.mark.parametrize("name", ["joint", "triage", "decoder"])
def test_descriptions_beyond_the_models_positions_are_cut(checkpoints, name):
    # The models have 128 positions, the default of max_tokens is 200.
    [answer] = Predictor(str(checkpoints / name))(["头晕" * 300])
    assert answer.keys() & {"department", "reply"}


def test_encoder_without_department_head_is_refused(tmp_path):
    from transformers import BertModel

    tokens = miniature.tokenizer()
    BertModel(miniature.encoder_config(len(tokens))).save_pretrained(tmp_path)
    tokens.save_pretrained(tmp_path)
    with pytest.raises(ValueError, match="BertModel, which neither names departments nor writes replies"):
        Predictor(str(tmp_path))


def test_file_is_answered_bad_rows_are_reported(checkpoints, rows, tmp_path):
    counts = predict_file(str(checkpoints / "triage"), str(rows), str(tmp_path / "out.jsonl"), batch_size=2)
    answers = read(tmp_path / "out.jsonl")
    assert counts == {"answered": 5, "failed": 2, "found_done": 0}
    assert [answer["id"] for answer in answers] == ["r0", "r1", "3", "empty", "r2", "r3", "r4"]
    assert [answer["id"] for answer in answers if "error" in answer] == ["3", "empty"]
    assert answers[3]["error"] == "the description is empty"
    by_hand = Predictor(str(checkpoints / "triage"))(miniature.TEXTS)
    assert [a["department"] for a in answers if "error" not in a] == [answer["department"] for answer in by_hand]


def test_unfinished_file_is_continued(checkpoints, rows, tmp_path):
    whole, part = tmp_path / "whole.jsonl", tmp_path / "part.jsonl"
    predict_file(str(checkpoints / "triage"), str(rows), str(whole))
    lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
    part.write_text("".join(lines[:3]) + lines[3][:9], encoding="utf-8")  # killed while writing the fourth
    shutil.copy(f"{whole}.made_from.json", f"{part}.made_from.json")
    counts = predict_file(str(checkpoints / "triage"), str(rows), str(part))
    assert counts == {"answered": 3, "failed": 1, "found_done": 3}
    assert [line["id"] for line in read(part)] == [line["id"] for line in read(whole)]
    assert predict_file(str(checkpoints / "triage"), str(rows), str(part))["found_done"] == 7


def test_unfinished_file_is_continued_with_the_same_input_and_checkpoint_only(checkpoints, rows, tmp_path):
    output = tmp_path / "out.jsonl"
    predict_file(str(checkpoints / "triage"), str(rows), str(output))
    before = output.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="made from another checkpoint; delete it, or give another output"):
        predict_file(str(checkpoints / "joint"), str(rows), str(output))
    rows.write_text(rows.read_text(encoding="utf-8") + '{"text": "one more"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="made from another input"):
        predict_file(str(checkpoints / "triage"), str(rows), str(output))
    (tmp_path / "out.jsonl.made_from.json").unlink()
    with pytest.raises(ValueError, match="made from another checkpoint and input"):
        predict_file(str(checkpoints / "triage"), str(rows), str(output))
    assert output.read_text(encoding="utf-8") == before


def test_replies_are_generated_as_the_checkpoint_says(checkpoints, tmp_path):
    from medtune.models import BERPTForConditionalGeneration

    model = BERPTForConditionalGeneration.from_pretrained(checkpoints / "joint")
    model.generation_config.update(max_new_tokens=3)
    shutil.copytree(checkpoints / "joint", tmp_path / "short")
    model.generation_config.save_pretrained(tmp_path / "short")
    short = Predictor(str(tmp_path / "short"))(miniature.TEXTS[:1])
    explicit = Predictor(str(checkpoints / "joint"), generation=Generation(max_new_tokens=3))(miniature.TEXTS[:1])
    assert short == explicit != Predictor(str(checkpoints / "joint"), generation=SHORT)(miniature.TEXTS[:1])


def test_file_that_cannot_be_read_costs_no_model(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"rows\.csv: no such file"):
        predict_file("no/checkpoint", str(tmp_path / "rows.csv"), str(tmp_path / "out.jsonl"))


def test_output_is_not_the_input(checkpoints, rows):
    before = rows.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match=r"rows\.jsonl is the input; give another output"):
        predict_file(str(checkpoints / "triage"), str(rows), str(rows))
    assert rows.read_text(encoding="utf-8") == before


def test_checkpoint_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"run does not exist \(model; a relative path"):
        Predictor(str(tmp_path / "run"))


@pytest.mark.parametrize(("text", "reason"), [(" ", "the description is empty"), ("\udce9", "undecodable bytes")])
def test_text_without_a_description_is_refused(text, reason, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["predict", "checkpoint", "--text", text])
    assert caught.value.code == 1
    assert f"error: {reason}; write what the patient says behind --text" in capsys.readouterr().err


def test_command_answers_one_text(checkpoints, capsys):
    assert main(["predict", str(checkpoints / "joint"), "--text", miniature.TEXTS[0]]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["department"] in miniature.DEPARTMENTS.values()
    assert answer["notice"] == NOTICE


def test_command_answers_a_file(checkpoints, rows, tmp_path, capsys):
    output = tmp_path / "out.jsonl"
    words = ["predict", str(checkpoints / "triage"), "--input", str(rows), "--output", str(output)]
    assert main(words) == 0
    assert len(read(output)) == 7
    assert "5 rows answered, 2 could not be, 0 were done before" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "give --text, or --input and --output"),
        (["--input", "a.csv"], "give --text, or --input and --output"),
        (["--text", "头痛", "--input", "a.csv", "--output", "b.jsonl"], "give --text, or --input and --output"),
    ],
)
def test_command_wants_a_text_or_two_files(words, message, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["predict", "checkpoint", *words])
    assert caught.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("checkpoint", "message"),
    [
        ("runs/quickstart/joint", "runs/quickstart/joint does not exist (model;"),
        ("joint", "joint does not exist here; a model on the Hub is named user/name"),
        ("user/joint", "user/joint is no path here and not in the local Hub cache, and HF_HUB_OFFLINE"),
    ],
)
def test_command_names_a_checkpoint_that_is_not_there(checkpoint, message, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows.txt").write_text("头痛\n", encoding="utf-8")
    for words in (["--text", "头痛"], ["--input", "rows.txt", "--output", "out.jsonl"]):
        with pytest.raises(SystemExit) as caught:
            main(["predict", checkpoint, *words])
        assert caught.value.code == 1
        assert message in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["rows.txt"]  # a wrong name claims no output
