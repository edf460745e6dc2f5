"""The baselines on texts whose answer is known."""

import pytest

from medtune.evaluation.baselines import char_svm, majority_class

TEXTS = ["膝盖疼，走路更疼", "腰疼，弯腰更疼", "咳嗽有痰", "夜里咳嗽，胸闷"]
LABELS = ["骨科", "骨科", "呼吸内科", "呼吸内科"]


def test_char_svm_learns_from_characters():
    assert char_svm(TEXTS, LABELS, ["脚踝疼", "一直咳嗽"]) == ["骨科", "呼吸内科"]
    assert char_svm(TEXTS, [0, 0, 1, 1], ["脚踝疼", "一直咳嗽"]) == [0, 1]
    assert char_svm(TEXTS, LABELS, []) == []


def test_majority_class():
    assert majority_class(["骨科", "眼科", "眼科"], ["a", "b"]) == ["眼科", "眼科"]


def test_errors():
    with pytest.raises(ValueError, match="4 training texts but 1 labels"):
        char_svm(TEXTS, ["骨科"], ["疼"])
    with pytest.raises(ValueError, match="1 department in the training labels"):
        char_svm(TEXTS, ["骨科"] * 4, ["疼"])
    with pytest.raises(ValueError, match="no training labels"):
        majority_class([], ["疼"])
