"""Which evaluation a finished run reports."""

import pytest
from transformers import TrainerState

from medtune.trainers.fit import validation_metrics


@pytest.mark.parametrize(("keeps_best", "expected"), [(True, 0.6), (False, 0.5)])
def test_the_evaluation_of_the_weights_that_are_kept(keeps_best, expected):
    history = [
        {"step": 2, "eval_loss": 1.0, "eval_macro_f1": 0.4, "epoch": 1.0},
        {"step": 4, "eval_loss": 0.8, "eval_macro_f1": 0.6, "epoch": 2.0},
        {"step": 6, "eval_loss": 0.9, "eval_macro_f1": 0.5, "epoch": 3.0},
        {"step": 6, "train_loss": 0.1},
    ]
    state = TrainerState(log_history=history, best_global_step=4)
    metrics = validation_metrics(state, keeps_best)
    assert metrics == {"eval_loss": pytest.approx(0.8 if keeps_best else 0.9), "eval_macro_f1": expected}


def test_without_evaluation_there_is_nothing_to_report():
    assert validation_metrics(TrainerState(log_history=[{"step": 1, "loss": 1.0}]), keeps_best=True) == {}
