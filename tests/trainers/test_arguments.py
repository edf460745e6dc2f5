import pytest
import torch
from transformers import TrainerState

from medtune.recipe.schema import TrainingRecipe
from medtune.trainers.arguments import accumulation_steps, training_arguments, use_all_cores


def test_accumulation_fills_the_global_batch():
    assert accumulation_steps(192, per_device=8, processes=1) == 24
    assert accumulation_steps(192, per_device=8, processes=4) == 6


@pytest.mark.parametrize(("per_device", "processes"), [(7, 1), (8, 5), (64, 4)])
def test_global_batch_of_broken_batches_is_refused(per_device, processes):
    with pytest.raises(ValueError, match=f"192 is no multiple of .* {per_device} times {processes} processes"):
        accumulation_steps(192, per_device, processes)


@pytest.mark.skipif(torch.cuda.is_available(), reason="threads matter on a CPU")
@pytest.mark.parametrize(("given", "launched", "changed"), [("1", True, True), ("3", True, False), ("1", False, False)])
def test_threads_that_accelerate_took_away_are_given_back(monkeypatch, given, launched, changed):
    asked = []
    monkeypatch.setattr(torch, "set_num_threads", asked.append)
    monkeypatch.setenv("OMP_NUM_THREADS", given)
    monkeypatch.delenv("ACCELERATE_DYNAMO_BACKEND", raising=False)
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    if launched:
        monkeypatch.setenv("ACCELERATE_DYNAMO_BACKEND", "no")
    use_all_cores()
    assert bool(asked) == changed


@pytest.mark.parametrize(("metric", "better"), [("perplexity", False), ("loss", False), ("accuracy", True)])
def test_the_best_is_the_lowest_perplexity_and_the_highest_score(metric, better, tmp_path):
    recipe = TrainingRecipe(task="x", output_dir="x", training={"metric_for_best_model": metric, "use_cpu": True})
    assert training_arguments(recipe, tmp_path).greater_is_better == better


@pytest.mark.parametrize("steps", [20, 30, 101, 450, 7000])
def test_every_training_has_a_curve(steps, tmp_path):
    recipe = TrainingRecipe(task="x", output_dir="x", training={"max_steps": steps, "use_cpu": True})
    state = TrainerState()
    state.compute_steps(training_arguments(recipe, tmp_path), steps)
    assert 20 <= steps // state.logging_steps <= 100


@pytest.mark.parametrize(
    ("training", "logged", "evaluated"),
    [
        ({"logging_steps": 7}, 7, 7),
        ({"eval_steps": 40}, 20, 40),
        ({}, 20, 500),  # as often as transformers logs by default, and evaluates with it
        ({"logging_steps": 500}, 500, 500),
    ],
)
def test_a_curve_costs_no_evaluations(training, logged, evaluated, tmp_path):
    recipe = TrainingRecipe(task="x", output_dir="x", training={"eval_strategy": "steps", "use_cpu": True, **training})
    state = TrainerState()
    state.compute_steps(training_arguments(recipe, tmp_path), 2000)
    assert (state.logging_steps, state.eval_steps) == (logged, evaluated)
