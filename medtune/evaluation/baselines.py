"""What a department model has to beat: a linear model on characters, and the most frequent department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pyarrow as pa
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from medtune.data.encoded import draw_rows, with_all
from medtune.data.storage import PreparedData
from medtune.evaluation.reports.comparison import Run, TrainedRun
from medtune.metrics.classification import classification_scores
from medtune.runs import fingerprint

COLUMNS = ["description", "department"]


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


def baseline_runs(data: PreparedData, runs: Sequence[Run]) -> list[Run]:
    """Train the baselines on what the runs were trained on, and test them on the same rows.

    Args:
        data: prepared rows; those without a department are left out.
        runs: give the numbers of training rows and the seeds that drew them.

    Returns:
        `majority class`, which knows the whole training split, and `char SVM` for each number of rows.

    Raises:
        ValueError: the training or the test split has no row with a department.
    """
    rows, test = (_labelled(data, data.split(split, COLUMNS), split) for split in ("train", "test"))
    limits: dict[int | None, set[int]] = {}
    for one in (one for run in runs for one in run.seeds):
        limit = (one.recipe.get("data") or {}).get("max_train_rows")
        limits.setdefault(limit if limit is not None and limit < rows.num_rows else None, set()).add(one.recipe["seed"])
    found = [Run("majority class", data.folder, [_score(data, _majority, rows, test, None, 0)])]
    for limit, seeds in limits.items():
        drawn = sorted(seeds) if limit else [0]
        name = f"char SVM {limit}" if limit and len(limits) > 1 else "char SVM"
        found.append(Run(name, data.folder, [_score(data, char_svm, rows, test, limit, seed) for seed in drawn]))
    return found


def _labelled(data: PreparedData, table: pa.Table, split: str) -> pa.Table:
    table = with_all(table, COLUMNS)
    if not table.num_rows:
        raise ValueError(
            f"{data.path(split)}: no row has a description and a department, which the baselines need; set "
            "`baselines: false` to leave them out"
        )
    return table


def _score(
    data: PreparedData, predict: Callable, rows: pa.Table, test: pa.Table, limit: int | None, seed: int
) -> TrainedRun:
    """Train on rows drawn as a run with this limit and seed draws them, and put the scores down as those of a run."""
    train = draw_rows(rows, limit, seed)
    (texts, labels), (test_texts, true) = (
        [table.column(column).to_pylist() for column in COLUMNS] for table in (train, test)
    )
    scores = classification_scores(predict(texts, labels, test_texts, seed), true, data.departments)
    path = str(data.folder)
    recipe = {"task": predict.__name__, "seed": seed, "data": {"path": path, "max_train_rows": limit}}
    return TrainedRun(data.folder, recipe, {path: fingerprint(path)}, scores | {"train_rows": train.num_rows})


def _majority(texts: Sequence[str], labels: Sequence, test_texts: Sequence[str], seed: int) -> list:
    return majority_class(labels, test_texts)
