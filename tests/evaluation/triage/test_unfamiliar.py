import numpy as np

from medtune.evaluation.triage.thresholds import TriageThresholds
from medtune.evaluation.triage.unfamiliar import referral_of_unfamiliar, unfamiliar_texts


def test_complaints_are_known_in_the_languages_of_the_classifier_only():
    chinese, english, both = (unfamiliar_texts(languages) for languages in (["zh"], ["en"], ["zh", "en"]))
    assert "known complaint, Chinese" in chinese
    assert "complaint, English" in chinese
    assert "complaint, Chinese" in english
    assert {"known complaint, Chinese", "known complaint, English"} <= set(both)
    assert set(chinese) & set(both) >= {"nothing", "complaint, Russian", "hospital desk, Chinese"}


def test_texts_are_there_and_differ():
    texts = [text for part in unfamiliar_texts([]).values() for text in part]
    assert len(texts) == len(set(texts)) >= 100
    assert all(text == text.strip() != "" for text in texts)


def test_referral_is_counted_by_kind():
    thresholds = TriageThresholds(["a", "b"], "", 8, 1.0, 1.0, 0.7, 0.0, [0.0, 0.0], 0.1, 0.05, 0.95)

    def score(texts):  # sure of texts with a question mark, and has never seen a digit
        return np.array(
            [[5.0, 0.0] if "?" in text else [-9.0, -9.0] if text[0].isdigit() else [1.0, 1.0] for text in texts]
        )

    rows = {row["kind"]: row for row in referral_of_unfamiliar(score, thresholds, ["en"])}
    nothing, desk = rows["nothing"], rows["hospital desk, English"]
    assert (nothing["texts"], nothing["referred"], nothing["unfamiliar"]) == (8, 8, 2)
    asked = sum("?" in text for text in unfamiliar_texts(["en"])["hospital desk, English"])
    assert (desk["referred"], desk["unfamiliar"]) == (desk["texts"] - asked, 0)
    assert rows["known complaint, English"]["known"]
    assert not desk["known"]
