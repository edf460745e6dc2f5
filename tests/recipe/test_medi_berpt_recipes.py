"""The recipes of the MEDI-BERPT paper's experiments have what the paper says of them, and nothing else differs."""

import pytest

from medtune.recipe.check import load_checked
from medtune.recipe.shipped import recipes_folder

NEWS = "uer/roberta-base-finetuned-chinanews-chinese"
MEDBERT = "trueto/medbert-base-wwm-chinese"
GPT2 = "uer/gpt2-chinese-cluecorpussmall"
#: Task, encoder, decoder, dropout before the head, whether the encoder is frozen.
EXPERIMENTS = {
    "1": ("classification", NEWS, None, 0.0, False),
    "1b": ("classification", NEWS, None, 0.1, False),
    "1c": ("classification", NEWS, None, 0.1, True),
    "2": ("classification", MEDBERT, None, 0.1, False),
    "2b": ("classification", MEDBERT, None, 0.1, True),
    "3": ("language-modeling", None, GPT2, None, False),
    "4": ("multitask", MEDBERT, GPT2, 0.1, False),
    "5": ("multitask", "runs/medi_berpt/experiment_2", "runs/medi_berpt/experiment_3", 0.1, False),
}


def load(name):
    return load_checked(recipes_folder() / "medi_berpt" / f"{name}.yaml")


@pytest.mark.parametrize("number", EXPERIMENTS)
def test_experiment_is_the_papers(number):
    recipe = load(f"experiment_{number}")
    model, training = recipe.model, recipe.training
    frozen = getattr(getattr(model, "freeze", None), "encoder", False)
    built = [getattr(model, name, None) for name in ("encoder", "decoder", "classifier_dropout")]
    assert (recipe.task, *built, frozen) == EXPERIMENTS[number]
    assert getattr(model, "pooling", "cls") == "cls"
    assert recipe.data.path == load("data").output_dir
    assert recipe.data.max_tokens == getattr(recipe.data, "max_reply_tokens", 200) == 200
    assert (training["num_train_epochs"], training["per_device_train_batch_size"]) == (5, 8)
    assert training["eval_strategy"] == "epoch"
    assert "gradient_accumulation_steps" not in training


def test_data_are_the_papers():
    recipe = load("data")
    assert [source.source for source in recipe.data.sources] == ["meddialog"]
    assert recipe.departments.top_k == 10
    assert (recipe.splits.validation, recipe.splits.test) == (0.1, 0.1)


def test_the_reverse_question_changes_the_weight_and_what_chooses_the_epoch_alone():
    joint, replies = load("experiment_4"), load("replies_only")
    assert (joint.model.classification_loss_weight, replies.model.classification_loss_weight) == (1.0, 0.0)
    same = {"classification_loss_weight": 1.0}
    assert replies.model.model_copy(update=same) == joint.model
    assert replies.data == joint.data
    assert replies.generation == joint.generation
    assert (replies.seed, replies.training | {"metric_for_best_model": "macro_f1"}) == (joint.seed, joint.training)


@pytest.mark.parametrize("number", ["1", "2"])
def test_grid_is_over_what_the_paper_searched(number):
    search = load(f"search_{number}")
    assert search.recipe == f"experiment_{number}.yaml"
    several = {key for key, values in search.grid.items() if len(values) > 1}
    assert several == {
        "training.learning_rate",
        "model.classifier_dropout",
        "model.classification_temperature",
        "training.per_device_train_batch_size",
    }
    trials = search.load_trials()
    defaults = load(f"experiment_{number}")
    tried = [(trial.model, trial.training["learning_rate"]) for trial in trials]
    assert (defaults.model, defaults.training["learning_rate"]) in tried  # nothing beat the defaults, says the paper


def test_report_names_the_experiment_of_every_run():
    report = load("report")
    assert report.paper == {f"runs/medi_berpt/experiment_{number}": number for number in EXPERIMENTS}
    assert set(report.runs) == {*report.paper, "runs/medi_berpt/replies_only"}
