"""The scores of an evaluation in a model card."""

import json

import pytest

from medtune.evaluation.system_scores import SCORES
from medtune.hub.card_scores import scores_section

SIGNATURES = {"zh": ["F|tok:char", "length|tok:char"], "en": ["F|tok:squad"]}


def write(folder, languages=("zh", "en")):
    systems = [
        {"system": name, "language": language, "rows": 1200}
        | {"scores": {key: value for key, *_ in SCORES}, "intervals": {key: [0.1, 0.3] for key, *_ in SCORES}}
        for language in languages
        for name, value in (("crossla", 0.125), ("mul_med", 0.25))
    ]
    report = {"scores": {"systems": systems, "reference": {}, "signatures": SIGNATURES}}
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")


def test_a_table_for_each_language_with_the_signatures_of_its_scores(tmp_path):
    write(tmp_path, ["zh"])
    text = scores_section(tmp_path)
    three, two = r"0.250 \[0.100,0.300\]", r"0.25 \[0.10,0.30\]"
    assert f"| mul\\_med | 1,200 | {' | '.join([three] * 4)} | {two} | {three} | {three} |" in text
    assert "- `F|tok:char`" in text
    assert "length" not in text
    assert "### Chinese" in text
    assert "English" not in text
    write(tmp_path)
    assert "### English" in scores_section(tmp_path)


def test_what_is_no_evaluation_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"report\.json does not exist; name the output_dir"):
        scores_section(tmp_path)
    for text in ("{}", "[1]", "{"):
        (tmp_path / "report.json").write_text(text)
        with pytest.raises(ValueError, match="is no report of `task: evaluate`"):
            scores_section(tmp_path)
