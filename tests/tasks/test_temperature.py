"""The temperature of the departments in the two tasks that predict them."""

import math

import pytest
from test_training_tasks import BERT, GPT2, Workshop

from medtune.evaluation.inference.predictions import read_predictions
from medtune.recipe.errors import RecipeError
from medtune.recipe.loading import load_recipe
from medtune.runs import read_json

MODELS = {"classification": {"encoder": BERT}, "multitask": {"encoder": BERT, "decoder": GPT2}}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    return Workshop(tmp_path_factory.mktemp("workshop"))


def probabilities(workshop: Workshop, task: str, temperature: float) -> list[list[float]]:
    """Predict with weights as they are initialised: the one step trains next to nothing."""
    more = {"generation": {"rows": 0}} if task == "multitask" else {}
    model = {**MODELS[task], "classification_temperature": temperature}
    training = {"max_steps": 1, "learning_rate": 1e-30}
    keys = workshop.keys(task, f"{task}-{temperature}", model, training=training, **more)
    workshop.run(keys)
    folder = workshop.folder / f"{task}-{temperature}"
    assert read_json(folder / "config.json")["classification_temperature"] == temperature
    return [list(one.probabilities.values()) for one in read_predictions(folder / "predictions.parquet")]


@pytest.mark.parametrize("task", MODELS)
def test_the_log_probabilities_are_divided_by_it(workshop, task):
    # softmax(z / 4) is proportional to softmax(z) ** (1 / 4).
    for plain, flat in zip(probabilities(workshop, task, 1.0), probabilities(workshop, task, 4.0), strict=True):
        powers = [one**0.25 for one in plain]
        assert flat == pytest.approx([one / math.fsum(powers) for one in powers], rel=1e-4)
        assert max(plain) - min(plain) > 2 * (max(flat) - min(flat)) > 0


@pytest.mark.parametrize("task", MODELS)
def test_it_is_above_0(workshop, task):
    keys = workshop.keys(task, "cold", {**MODELS[task], "classification_temperature": 0})
    with pytest.raises(RecipeError, match=r"model.classification_temperature: 0: too small; a number of more than 0"):
        load_recipe(workshop.write(keys))
    del keys["model"]["classification_temperature"]
    assert load_recipe(workshop.write(keys)).model.classification_temperature == 1.0
