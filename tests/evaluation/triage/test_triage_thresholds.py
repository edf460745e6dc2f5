"""Thresholds beside a checkpoint: kept, used, and refused where they belong to another."""

import json
from dataclasses import replace

import miniature
import numpy as np
import pytest
import torch
from scipy.special import softmax
from transformers import AutoModelForSequenceClassification

from medtune.evaluation.inference.predict import NOT_CHECKED, Predictor, predict_file
from medtune.evaluation.triage.thresholds import (
    TriageThresholds,
    classifier_hash,
    familiarity,
    install,
    read_thresholds,
)
from medtune.runs import THRESHOLDS_FILE, fingerprint, read_json, write_temperature


@pytest.fixture
def checkpoint(tmp_path):
    """A triage checkpoint without thresholds."""
    folder = tmp_path / "triage"
    tokens = miniature.tokenizer()
    miniature.triage(tokens).save_pretrained(folder)
    tokens.save_pretrained(folder)
    return folder


def thresholds_of(folder, **changes) -> TriageThresholds:
    model = AutoModelForSequenceClassification.from_pretrained(folder)
    given = TriageThresholds(
        departments=list(miniature.DEPARTMENTS.values()),
        classifier=classifier_hash(model),
        max_tokens=16,
        trained_temperature=1.0,
        temperature=2.0,
        answer_from=0.6,
        familiar_from=-5.0,
        include_from=[0.2, 0.0, 0.5],
        miss_rate=0.1,
        error_rate=0.05,
        confidence=0.95,
        rows={"tuning": 100, "testing": 300},
    )
    return replace(given, **changes)


def test_familiarity_is_the_log_of_the_summed_exponentials():
    assert familiarity(np.log([[1.0, 2.0, 3.0]])) == pytest.approx([np.log(6)])


def test_rows_are_answered_if_they_are_familiar_and_sure():
    thresholds = TriageThresholds(["a", "b"], "", 8, 1.0, 1.0, 0.7, 0.0, [0.3, 0.1], 0.1, 0.05, 0.95)
    logits = np.log([[0.8, 0.2], [0.6, 0.4], [0.08, 0.02], [0.72, 0.28]]) + 1e-9  # the third sums to .1: unfamiliar
    decision = thresholds.decide(logits)
    assert decision.answered.tolist() == [True, False, False, True]
    assert decision.sets.tolist() == [[True, True]] * 4
    reasons = [thresholds.reason(*row) for row in zip(decision.familiar, decision.sure, strict=True)]
    assert reasons == [None, "probability below 0.7", "unlike the descriptions it was checked on", None]


def test_without_a_safe_threshold_all_is_referred():
    thresholds = TriageThresholds(["a", "b"], "", 8, 1.0, 1.0, None, -9.0, [0.3, 0.1], 0.1, 0.05, 0.95)
    decision = thresholds.decide(np.array([[50.0, 0.0]]))
    assert not decision.answered.any()
    assert thresholds.reason(True, False) == "no probability was shown to keep errors below 0.05"


def test_thresholds_come_back_as_they_were_saved(checkpoint):
    given = thresholds_of(checkpoint)
    install(given, checkpoint)
    model = AutoModelForSequenceClassification.from_pretrained(checkpoint)
    assert read_thresholds(str(checkpoint), model) == given


def test_every_loader_divides_by_the_fitted_temperature(checkpoint):
    tokens = miniature.tokenizer()(miniature.TEXTS[0], return_tensors="pt")
    with torch.no_grad():
        before = AutoModelForSequenceClassification.from_pretrained(checkpoint)(**tokens).logits
        install(thresholds_of(checkpoint), checkpoint)
        after = AutoModelForSequenceClassification.from_pretrained(checkpoint, trust_remote_code=True)(**tokens).logits
    torch.testing.assert_close(after, before / 2)


def test_config_changes_in_its_temperature_only(checkpoint):
    before = (checkpoint / "config.json").read_text()
    write_temperature(checkpoint / "config.json", 1.2345678901234567)
    after = (checkpoint / "config.json").read_text()
    assert after != before
    assert json.loads(after) == json.loads(before) | {"classification_temperature": 1.2345678901234567}
    write_temperature(checkpoint / "config.json", 1.0)
    assert (checkpoint / "config.json").read_text() == before
    (checkpoint / "config.json").write_text("{}")
    with pytest.raises(ValueError, match="has 0 keys classification_temperature"):
        write_temperature(checkpoint / "config.json", 2.0)


def test_thresholds_do_not_invalidate_what_was_made_from_the_checkpoint(checkpoint):
    before = fingerprint(str(checkpoint))
    install(thresholds_of(checkpoint), checkpoint)
    assert fingerprint(str(checkpoint)) == before
    install(thresholds_of(checkpoint, temperature=0.37), checkpoint)
    assert fingerprint(str(checkpoint)) == before
    config = checkpoint / "config.json"
    config.write_text(config.read_text().replace('"pooling": "cls"', '"pooling": "mean"'))
    assert fingerprint(str(checkpoint)) != before


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"departments": ["a", "b", "c"]}, "belongs to other departments"),
        ({"classifier": "0" * 32}, "belongs to other weights"),
        ({"classifier": "0" * 32, "departments": []}, "belongs to other departments and other weights"),
    ],
)
def test_thresholds_of_another_checkpoint_are_refused(checkpoint, changes, words):
    install(thresholds_of(checkpoint, **changes), checkpoint)
    with pytest.raises(ValueError, match=f"{words}; run `task: triage-report` again, or delete {THRESHOLDS_FILE}"):
        Predictor(str(checkpoint))


def test_thresholds_of_another_temperature_are_refused(checkpoint):
    thresholds_of(checkpoint).save(checkpoint)  # config.json still has 1.0: killed between the two writes
    with pytest.raises(ValueError, match=r"a temperature of 2 \(config.json has 1\); run `task: triage-report` again"):
        Predictor(str(checkpoint))


@pytest.mark.parametrize("text", ["{no json", '{"departments": []}', '{"unknown": 1}'])
def test_broken_thresholds_are_refused(checkpoint, text):
    (checkpoint / THRESHOLDS_FILE).write_text(text)
    assert fingerprint(str(checkpoint))
    with pytest.raises(ValueError, match=f"{THRESHOLDS_FILE} cannot be read"):
        Predictor(str(checkpoint))


def test_checkpoint_without_thresholds_refers_everything(checkpoint):
    for answer in Predictor(str(checkpoint))(miniature.TEXTS):
        assert answer["refer_to_human"] is True
        assert answer["refer_reason"] == NOT_CHECKED
        assert len(answer["alternatives"]) == 2


@pytest.mark.parametrize("kind", ["triage", "joint"])
def test_prediction_uses_the_thresholds(tmp_path, kind):
    folder, tokens = tmp_path / kind, miniature.tokenizer()
    if kind == "joint":
        model, processor = miniature.joint(tokens)
        processor.save_pretrained(folder)
    else:
        model = miniature.triage(tokens)
        tokens.save_pretrained(folder)
    model.save_pretrained(folder)
    plain = Predictor(str(folder), max_tokens=16)
    probabilities = softmax(plain.department_logits(miniature.TEXTS) / 2, axis=-1)
    middle = float(np.median(probabilities.max(-1)))
    install(thresholds_of(folder, answer_from=middle), folder)

    predictor = Predictor(str(folder))
    assert predictor.max_tokens == 16
    names = list(miniature.DEPARTMENTS.values())
    for answer, shares in zip(predictor(miniature.TEXTS), probabilities, strict=True):
        assert answer["department"] == names[shares.argmax()]
        assert answer["probability"] == pytest.approx(shares.max(), abs=6e-5)
        assert answer["refer_to_human"] == (shares.max() < middle - 1e-6)
        assert (answer["refer_reason"] is not None) == answer["refer_to_human"]
        possible = {name for name, share, low in zip(names, shares, [0.2, 0.0, 0.5], strict=True) if share >= low}
        others = [other["department"] for other in answer["alternatives"]]
        assert set(others) == possible - {answer["department"]}
        assert others == sorted(others, key=lambda name: -shares[names.index(name)])


def test_unfinished_predictions_are_not_continued_with_other_thresholds(checkpoint, tmp_path):
    rows = tmp_path / "rows.txt"
    rows.write_text("\n".join(miniature.TEXTS), encoding="utf-8")
    install(thresholds_of(checkpoint), checkpoint)
    predict_file(str(checkpoint), str(rows), str(tmp_path / "out.jsonl"))
    assert predict_file(str(checkpoint), str(rows), str(tmp_path / "out.jsonl"))["found_done"] == 5
    install(thresholds_of(checkpoint, answer_from=0.99), checkpoint)
    with pytest.raises(ValueError, match="made from another thresholds"):
        predict_file(str(checkpoint), str(rows), str(tmp_path / "out.jsonl"))
    assert read_json(checkpoint / THRESHOLDS_FILE)["answer_from"] == 0.99
