"""What a department model has to beat: a linear model on characters, and the most frequent department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from medtune.data.storage import PreparedData
from medtune.metrics.classification import classification_scores


def char_svm(train_texts: Sequence[str], train_labels: Sequence, test_texts: Sequence[str], seed: int = 0) -> list:
    """Predict departments by TF-IDF of character 1- to 3-grams and a linear support vector machine.

    Args:
        train_texts: descriptions to learn from.
        train_labels: their departments, names or indices; at least two different ones.
        test_texts: descriptions to predict.
        seed: of the solver.

    Returns:
        The predicted label of each test text.

    Raises:
        ValueError: the lengths differ, or there is only one department to learn.
    """
    if len(train_texts) != len(train_labels):
        raise ValueError(f"{len(train_texts)} training texts but {len(train_labels)} labels; one for each is needed")
    if len(set(train_labels)) < 2:
        raise ValueError(f"{len(set(train_labels))} department in the training labels; a classifier needs at least 2")
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    model = make_pipeline(vectorizer, LinearSVC(random_state=seed))
    model.fit(train_texts, train_labels)
    return model.predict(test_texts).tolist() if len(test_texts) else []


def majority_class(train_labels: Sequence, test_texts: Sequence[str]) -> list:
    """Predict the most frequent training label for every test text; the first one seen among equals.

    Raises:
        ValueError: there are no training labels.
    """
    if len(train_labels) == 0:
        raise ValueError("no training labels; the most frequent one is not known")
    return [Counter(train_labels).most_common(1)[0][0]] * len(test_texts)


def baseline_scores(data: PreparedData) -> dict[str, dict[str, Any]]:
    """Return the test scores of both baselines, trained on the training split.

    Args:
        data: prepared rows; those without a department are left out.

    Returns:
        `classification_scores` of `majority class` and `char SVM`, and the number of rows that they learnt from.

    Raises:
        ValueError: the training or the test split has no row with a department.
    """
    columns = ["description", "department"]
    train, test = (
        [row for row in data.split(split, columns).to_pylist() if row["description"] and row["department"]]
        for split in ("train", "test")
    )
    for split, rows in (("train", train), ("test", test)):
        if not rows:
            raise ValueError(
                f"{data.path(split)}: no row has a description and a department, which the baselines need; set "
                "`baselines: false` to leave them out"
            )
    train_texts, train_labels = zip(*(row.values() for row in train), strict=True)
    test_texts, test_labels = zip(*(row.values() for row in test), strict=True)
    predictions = {
        "majority class": majority_class(train_labels, test_texts),
        "char SVM": char_svm(train_texts, train_labels, test_texts),
    }
    return {
        name: classification_scores(predicted, test_labels, data.departments) | {"train_rows": len(train_texts)}
        for name, predicted in predictions.items()
    }
