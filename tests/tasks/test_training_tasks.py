"""Recipes from prepared rows to a report, with models so small that the whole takes seconds."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import miniature
import pytest
import torch
from transformers import AutoModel, AutoModelForSequenceClassification, AutoProcessor, AutoTokenizer

from medtune.cli import main
from medtune.data.storage import PreparedData
from medtune.evaluation.inference.predictions import read_predictions
from medtune.recipe.check import load_checked
from medtune.recipe.errors import RecipeError
from medtune.recipe.loading import load_recipe
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump
from medtune.runs import execute, read_json
from medtune.tasks import load_task

BERT = {
    "model_type": "bert",
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 64,
}
GPT2 = {"model_type": "gpt2", "n_embd": 24, "n_layer": 2, "n_head": 2, "n_positions": 128}
TRAINING = {
    "max_steps": 4,
    "learning_rate": 1e-2,
    "per_device_train_batch_size": 8,
    "logging_steps": 1,
    "save_strategy": "no",
    "use_cpu": True,
    "disable_tqdm": True,
}


class Workshop:
    """A folder with prepared rows and a tokenizer, in which recipes are written and run."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.data = miniature.prepared(folder / "data")
        texts = self.data.split("train")
        self.tokenizer = str(folder / "tokenizer")
        miniature.tokenizer([*texts["description"].to_pylist(), *texts["reply"].to_pylist()]).save_pretrained(
            self.tokenizer
        )

    def keys(self, task: str, name: str, model: dict, **keys) -> dict:
        model = {**model, **{f"{prefix}tokenizer": self.tokenizer for prefix in self.tokenizers(model)}}
        data = {"path": str(self.data.folder), "max_tokens": 48, "max_reply_tokens": 48}
        keys["training"] = {**TRAINING, **keys.get("training", {})}
        return {"task": task, "output_dir": str(self.folder / name), "model": model, "data": data, **keys}

    def test_rows(self) -> list[dict]:
        return self.data.split("test").to_pylist()

    @staticmethod
    def tokenizers(model: dict) -> list[str]:
        """Prefixes of the tokenizer keys that a model of configurations needs."""
        prefixes = {"encoder": "", "decoder": "decoder_" if "encoder" in model else ""}
        return [prefix for key, prefix in prefixes.items() if isinstance(model.get(key), dict)]

    def write(self, keys: dict, file: str = "") -> Path:
        path = self.folder / (file or f"{Path(keys['output_dir']).name}.yaml")
        path.write_text(f"{FIRST_STATEMENT}\n{dump(keys)}{LAST_LINE}\n", encoding="utf-8")
        return path

    def run(self, keys: dict, overwrite: bool = False) -> dict:
        return execute(load_checked(self.write(keys)), overwrite)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.fixture(scope="module")
def results(workshop):
    """Experiments 2 to 5 of the paper, and a report over them."""
    short = {"rows": 6, "max_new_tokens": 8}
    folder = workshop.folder
    keys = {
        "classifier": ("classification", {"encoder": BERT}, {"seeds": [0, 1]}),
        "decoder": ("language-modeling", {"decoder": GPT2}, {"generation": short}),
        "joint": ("multitask", {"encoder": BERT, "decoder": GPT2}, {"generation": short}),
        "warm": (
            "multitask",
            {"encoder": str(folder / "classifier" / "seed-0"), "decoder": str(folder / "decoder")},
            {"generation": short, "training": {"max_steps": 1, "learning_rate": 1e-30}},
        ),
    }
    metrics = {
        name: workshop.run(workshop.keys(task, name, model, **more)) for name, (task, model, more) in keys.items()
    }
    report = {"task": "compare", "output_dir": str(folder / "report"), "data": {"path": str(folder / "data")}}
    report |= {"runs": [str(folder / name) for name in keys], "samples": 99, "shuffle_test_rows": 16}
    report["paper"] = {str(folder / "classifier"): 2, str(folder / "joint"): "4"}
    return metrics | {"report": workshop.run(report)}


def test_seeds_give_mean_and_values(results, workshop):
    values = results["classifier"]["test_accuracy"]["values"]
    assert results["classifier"]["test_accuracy"]["mean"] == pytest.approx(sum(values) / 2)
    losses = [read_json(workshop.folder / "classifier" / f"seed-{s}" / "metrics.json")["train_loss"] for s in (0, 1)]
    assert losses[0] != losses[1]


def test_predictions_are_those_of_the_reloaded_classifier(results, workshop):
    folder = workshop.folder / "classifier" / "seed-0"
    model, tokenizer = AutoModelForSequenceClassification.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)
    assert list(model.config.id2label.values()) == workshop.data.departments
    predictions = read_predictions(folder / "predictions.parquet")
    test = workshop.data.split("test").to_pylist()
    assert [one.id for one in predictions] == [row["id"] for row in test]
    with torch.no_grad():
        inputs = tokenizer(
            [row["description"] for row in test], padding=True, truncation=True, max_length=48, return_tensors="pt"
        )
        probabilities = model(**inputs).logits.softmax(-1).tolist()
    for one, expected in zip(predictions, probabilities, strict=True):
        assert list(one.probabilities.values()) == pytest.approx(expected, abs=1e-5)
        assert one.department == workshop.data.departments[max(range(len(expected)), key=expected.__getitem__)]
    right = sum(one.department == row["department"] for one, row in zip(predictions, test, strict=True))
    assert results["classifier"]["test_accuracy"]["values"][0] == pytest.approx(right / len(test))


def test_test_loss_of_the_decoder_is_that_of_the_reloaded_one(results, workshop):
    from transformers import AutoModelForCausalLM

    from medtune.data.tokenization import encode_dialogues

    folder = workshop.folder / "decoder"
    model, tokenizer = AutoModelForCausalLM.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)
    start, end = tokenizer.cls_token_id, tokenizer.sep_token_id
    assert (model.config.bos_token_id, model.config.eos_token_id) == (start, end)
    nats = tokens = 0
    for ids in encode_dialogues(workshop.data.split("test"), tokenizer, 48, 48, start, end):
        with torch.no_grad():
            nats += model(torch.tensor([ids]), labels=torch.tensor([ids])).loss.item() * (len(ids) - 1)
        tokens += len(ids) - 1
    assert results["decoder"]["test_loss"] == pytest.approx(nats / tokens, rel=1e-4)
    assert [one.prediction is not None for one in read_predictions(folder / "predictions.parquet")] == [True] * 6


def test_joint_losses_are_those_of_the_reloaded_model(results, workshop):
    folder = workshop.folder / "joint"
    model, processor = AutoModel.from_pretrained(folder), AutoProcessor.from_pretrained(folder)
    test = workshop.data.split("test").to_pylist()
    departments = torch.tensor([workshop.data.departments.index(row["department"]) for row in test])
    inputs = processor(
        text=[row["description"] for row in test],
        reply=[row["reply"] for row in test],
        padding=True,
        max_length=48,
        max_reply_length=48,
        return_tensors="pt",
    )
    with torch.no_grad():
        outputs = model(**inputs, department_labels=departments)
    metrics = results["joint"]
    assert metrics["test_reply_loss"] == pytest.approx(outputs.reply_loss.item(), rel=1e-4)
    assert metrics["test_classification_loss"] == pytest.approx(outputs.classification_loss.item(), rel=1e-4)
    assert metrics["test_loss"] == pytest.approx(outputs.loss.item(), rel=1e-4)


def test_scores_of_the_test_rows_come_with_intervals_and_signatures(results):
    metrics = results["joint"]
    for name in ("test_accuracy", "test_macro_f1", "bleu", "rougeL", "distinct1"):
        low, high = metrics["intervals"][name]
        assert low <= metrics[name] <= high
    assert {name for name in metrics if name.endswith("_signature")} == {
        f"{kind}_signature" for kind in ("classification", "bleu", "rouge", "distinct")
    }


def test_joint_run_leaves_predictions_plots_and_losses(results, workshop):
    folder = workshop.folder / "joint"
    predictions = read_predictions(folder / "predictions.parquet")
    assert [one.prediction is not None for one in predictions[:7]] == [True] * 6 + [False]
    assert all(one.department for one in predictions)
    plots = {path.name for path in (folder / "plots").iterdir()}
    assert plots >= {"classification_loss.png", "reply_loss.png", "confusion_matrix.png"}
    logged = [entry for entry in read_json(folder / "log_history.json") if "reply_loss" in entry]
    assert len(logged) == TRAINING["max_steps"]
    for entry in logged:
        assert entry["loss"] == pytest.approx(entry["classification_loss"] + entry["reply_loss"], abs=2e-3)
    assert not list(folder.glob("**/*.bin"))


def test_what_a_joint_model_does_not_learn_is_not_scored(workshop, capsys):
    short = {"rows": 6, "max_new_tokens": 8}
    metrics = {}
    for lost in ("classification", "reply"):
        model = {"encoder": BERT, "decoder": GPT2, f"{lost}_loss_weight": 0.0}
        training = {"eval_strategy": "steps", "eval_steps": 2}
        keys = workshop.keys("multitask", f"no-{lost}", model, generation=short, training=training)
        metrics[lost] = workshop.run(keys)
    folders = {lost: workshop.folder / f"no-{lost}" for lost in metrics}
    of_departments = {f"{split}_{name}" for split in ("eval", "test") for name in ("accuracy", "classification_loss")}
    of_replies = {"eval_reply_loss", "test_reply_loss", "bleu", "rougeL"}
    assert metrics["classification"].keys() & (of_departments | of_replies) == of_replies
    assert metrics["reply"].keys() & (of_departments | of_replies) == of_departments
    assert metrics["classification"]["test_loss"] == metrics["classification"]["test_reply_loss"]
    assert metrics["reply"]["test_loss"] == metrics["reply"]["test_classification_loss"]

    for file in ("departments.md", "triage.json", "plots/confusion_matrix.png", "plots/classification_loss.png"):
        assert [(folders[lost] / file).exists() for lost in ("classification", "reply")] == [False, True], file
    answers = {lost: read_predictions(folder / "predictions.parquet") for lost, folder in folders.items()}
    assert {one.department for one in answers["classification"]} == {None}
    assert {one.prediction for one in answers["reply"]} == {None}
    assert all(one.department for one in answers["reply"])
    assert all(one.prediction is not None for one in answers["classification"][:6])

    capsys.readouterr()
    assert main(["compare", *map(str, folders.values())]) == 0
    printed = capsys.readouterr()
    assert "accuracy" not in printed.out
    assert "only in B" in printed.err


def test_the_best_checkpoint_cannot_be_chosen_by_what_is_not_learnt(workshop):
    model = {"encoder": BERT, "decoder": GPT2, "classification_loss_weight": 0.0}
    best = {"eval_strategy": "epoch", "save_strategy": "epoch", "load_best_model_at_end": True}
    keys = workshop.keys("multitask", "blind", model, training={**best, "metric_for_best_model": "macro_f1"})
    with pytest.raises(RecipeError, match=r"metric_for_best_model: 'macro_f1': this .*Measured are loss, reply_loss$"):
        load_checked(workshop.write(keys))
    keys["training"]["metric_for_best_model"] = "reply_loss"
    assert load_checked(workshop.write(keys)).task == "multitask"


def test_warm_start_takes_over_both_halves(results, workshop):
    warm = AutoModel.from_pretrained(workshop.folder / "warm")  # trained for one step that is next to nothing
    classifier = AutoModelForSequenceClassification.from_pretrained(workshop.folder / "classifier" / "seed-0")
    weights, taken = warm.state_dict(), classifier.state_dict()
    assert len(taken) > 30
    assert all(torch.allclose(weights[name], tensor, rtol=0, atol=1e-20) for name, tensor in taken.items())
    decoder = AutoModel.from_pretrained(workshop.folder / "decoder").state_dict()
    assert len(decoder) > 20
    for name, tensor in decoder.items():
        assert torch.allclose(weights[f"decoder.transformer.{name}"], tensor, rtol=0, atol=1e-20), name


def test_report_has_all_runs(results, workshop):
    folder = workshop.folder / "report"
    text = (folder / "report.md").read_text(encoding="utf-8")
    rows = results["joint"]["train_rows"]
    assert rows == workshop.data.split("train").num_rows
    for part in ("# Report", f"| classifier | reached here | 2 | {rows} |", "| joint | reached here |", "char SVM"):
        assert part in text
    assert "| experiment 4: medBERT and GPT-2, joint | the paper's |" in text
    assert text.count("| True reply and department |") == workshop.data.split("test").num_rows
    plots = {path.name for path in (folder / "plots").iterdir()}
    assert plots >= {"classification_loss.png", "reply_loss.png", "text_loss.png", "confusion_matrix_1.png"}
    report = results["report"]
    assert report["classifier/accuracy"] == pytest.approx(results["classifier"]["test_accuracy"]["mean"])
    assert report["joint/accuracy"] == pytest.approx(results["joint"]["test_accuracy"])
    assert report["joint/shuffle_low"] <= report["joint/shuffle_difference"] <= report["joint/shuffle_high"]
    assert report.keys() >= {"majority class/accuracy", "char SVM/macro_f1", "warm/shuffle_low"}
    numbers = read_json(folder / "report.json")
    assert [run["name"] for run in numbers["runs"]] == ["classifier", "decoder", "joint", "warm"]
    assert not any(row["description"] in json.dumps(numbers, ensure_ascii=False) for row in workshop.test_rows())


def test_report_needs_no_recipe(results, workshop, tmp_path, capsys):
    names = ("joint", "data", "classifier", "report", "joint")
    folders = [str(workshop.folder / name) for name in names]
    assert main(["report", *folders, "--to", str(tmp_path / "out"), "--samples", "1", "--baselines"]) == 0
    errors = capsys.readouterr().err
    assert f"left out: {folders[1]} holds no run" in errors  # prepared without a recipe
    assert f"{folders[3]} is a run of `task: compare`, which trains no model" in errors
    assert f"note: {folders[4]} is named twice" in errors
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert text.count("| True reply and department |") == 1
    assert "| char SVM |" in text


def test_report_recipe_names_runs_once_and_experiments_of_the_paper(workshop):
    keys = {
        "task": "compare",
        "output_dir": str(workshop.folder / "twice"),
        "data": {"path": str(workshop.data.folder)},
        "runs": ["elsewhere/joint", "other/joint", "elsewhere/joint/"],
        "paper": {"elsewhere/joint": 6, "elsewhere/bert": "1b"},
    }
    with pytest.raises(RecipeError) as caught:
        load_checked(workshop.write(keys))
    messages = [str(problem) for problem in caught.value.problems]
    assert len(messages) == 3
    assert "runs.2: 'elsewhere/joint/': this run is named twice" in messages[0]
    assert "the paper has no such experiment. Choose from 1, 1b, 1c, 2, 2b, 3, 4, 5, CHMBERT" in messages[1]
    assert "paper.elsewhere/bert: '1b': the report has no such run" in messages[2]


def test_command_predicts_with_what_was_trained(results, workshop, tmp_path, capsys):
    rows = tmp_path / "rows.txt"
    rows.write_text("胃疼反酸三天\n\n孩子咳嗽\n", encoding="utf-8")
    words = ["predict", str(workshop.folder / "joint"), "--input", str(rows), "--output", str(tmp_path / "out.jsonl")]
    assert main(words) == 0
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [set(answer) >= {"department", "reply", "notice"} for answer in answers] == [True, False, True]
    assert answers[1] == {"id": "2", "error": "the description is empty"}


def losses(workshop, name, **training):
    # Without dropout, whose masks depend on the padding.
    bert = BERT | {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    gpt2 = GPT2 | {"resid_pdrop": 0.0, "embd_pdrop": 0.0, "attn_pdrop": 0.0}
    model = {"encoder": bert, "decoder": gpt2, "classifier_dropout": 0.0}
    keys = workshop.keys("multitask", name, model, generation={"rows": 0}, training={"max_steps": 3, **training})
    workshop.run(keys)
    history = read_json(workshop.folder / name / "log_history.json")
    return [entry["loss"] for entry in history if "loss" in entry]


@pytest.fixture(scope="module")
def plain_losses(workshop):
    return losses(workshop, "plain")


def test_activation_checkpointing_changes_no_loss(workshop, plain_losses):
    assert losses(workshop, "checkpointed", activation_checkpointing=True) == pytest.approx(plain_losses, rel=1e-5)


def test_bf16_on_the_processor_is_near(workshop, plain_losses):
    assert losses(workshop, "bf16", bf16=True) == pytest.approx(plain_losses, rel=0.02)
    # And the next run in this process computes in full precision again.
    assert losses(workshop, "plain again") == plain_losses


@pytest.mark.parametrize(
    "backend",
    [
        pytest.param("eager", marks=pytest.mark.slow),  # what the compiler makes of the Python, without its kernels
        pytest.param("inductor", marks=pytest.mark.slow),
    ],
)
def test_compiled_model_has_the_same_losses(workshop, plain_losses, backend):
    if backend == "inductor" and shutil.which("g++") is None:
        pytest.skip("torch.compile needs g++ on a processor")
    compiled = losses(workshop, backend, torch_compile=True, torch_compile_backend=backend)
    assert compiled == pytest.approx(plain_losses, rel=1e-4)


def test_best_model_is_kept_and_training_stops_early(workshop):
    best = {
        "max_steps": 40,
        "eval_strategy": "steps",
        "eval_steps": 2,
        "save_strategy": "steps",
        "save_steps": 2,
        "save_total_limit": 1,
        "load_best_model_at_end": True,
        "metric_for_best_model": "accuracy",
    }
    keys = workshop.keys("classification", "best", {"encoder": BERT}, early_stopping_patience=2, training=best)
    workshop.run(keys)
    folder = workshop.folder / "best"
    history = read_json(folder / "log_history.json")
    accuracies = {entry["step"]: entry["eval_accuracy"] for entry in history if "eval_accuracy" in entry}
    first_best = max(accuracies, key=lambda step: (accuracies[step], -step))
    assert max(accuracies) == first_best + 4 < 40  # two evaluations without improvement
    kept = AutoModelForSequenceClassification.from_pretrained(folder / f"checkpoint-{first_best}").state_dict()
    final = AutoModelForSequenceClassification.from_pretrained(folder).state_dict()
    assert all(torch.equal(final[name], tensor) for name, tensor in kept.items())


def test_evaluation_without_validation_rows_is_a_message(workshop, tmp_path):
    data = workshop.data
    from medtune.data.storage import read_records, write_prepared

    records = read_records(data.path("train"))[:20]
    write_prepared(tmp_path, records, [0] * 16 + [2] * 4, data.departments, range(20))
    keys = workshop.keys(
        "classification", "unseen", {"encoder": BERT}, training={"eval_strategy": "steps", "eval_steps": 2}
    )
    keys["data"]["path"] = str(tmp_path)
    with pytest.raises(RecipeError, match=r"training.eval_strategy: 'steps': there is no evaluation set"):
        workshop.run(keys)
    keys["training"]["eval_strategy"] = "no"
    assert "test_accuracy" in workshop.run(keys, overwrite=True)


PIPELINE = """
import sys
from medtune.recipe.check import load_checked
from medtune.runs import execute
if len(sys.argv) > 2:  # die in the step of this task
    import importlib, os, signal
    module = importlib.import_module(f"medtune.tasks.{sys.argv[2]}")
    module.run = lambda recipe, folder: os.kill(os.getpid(), signal.SIGKILL)
execute(load_checked(sys.argv[1]))
"""


def test_pipeline_killed_in_the_middle_goes_on_there(workshop):
    folder = workshop.folder / "steps"
    folder.mkdir()
    tokens = {"task": "tokenizer", "output_dir": str(folder / "tokens"), "data": {"path": str(workshop.data.folder)}}
    classifier = workshop.keys("classification", "steps/classifier", {"encoder": BERT}, training={"max_steps": 1})
    classifier["model"]["tokenizer"] = str(folder / "tokens")
    files = [workshop.write(tokens, "tokens.yaml").name, workshop.write(classifier, "step.yaml").name]
    path = workshop.write({"task": "pipeline", "output_dir": str(folder), "steps": files}, "pipeline.yaml")

    root = str(Path(__file__).resolve().parents[2])
    killed = subprocess.run([sys.executable, "-c", PIPELINE, path, "classification"], cwd=root, check=False)
    assert killed.returncode == -9
    assert read_json(folder / "tokens" / "run.json")["status"] == "finished"
    assert read_json(folder / "classifier" / "run.json")["status"] == "unfinished"
    made = (folder / "tokens" / "tokenizer.json").stat().st_mtime_ns

    metrics = execute(load_checked(path))
    assert metrics.keys() == {"tokens", "classifier"}
    assert (folder / "tokens" / "tokenizer.json").stat().st_mtime_ns == made
    assert read_json(folder / "run.json")["status"] == "finished"
    trained = (folder / "classifier" / "model.safetensors").stat().st_mtime_ns
    assert execute(load_checked(path)) == metrics
    assert (folder / "classifier" / "model.safetensors").stat().st_mtime_ns == trained

    workshop.write({**classifier, "seed": 5}, "step.yaml")  # what a finished pipeline must notice
    with pytest.raises(RecipeError, match="differs in seed"):
        execute(load_checked(path))


def test_pipeline_takes_no_seeds(workshop):
    tokens = {"task": "tokenizer", "output_dir": "made/tokens", "data": {"path": "given/data"}}
    keys = {"task": "pipeline", "output_dir": "made", "seeds": [0, 1], "steps": [workshop.write(tokens, "a.yaml").name]}
    recipe = load_recipe(workshop.write(keys, "p.yaml"))
    [problem] = load_task("pipeline").check(recipe)
    assert "seeds: [0, 1]: a pipeline repeats no steps. Write `seeds` into the recipes of the steps" in str(problem)


def test_inputs_of_a_pipeline_are_those_that_no_step_makes(workshop):
    tokens = {"task": "tokenizer", "output_dir": "made/tokens", "data": {"path": "given/data"}}
    classifier = workshop.keys("classification", "made", {"encoder": BERT})
    classifier["model"]["tokenizer"], classifier["data"]["path"] = "made/tokens", "given/data"
    steps = [workshop.write(tokens, "a.yaml").name, workshop.write(classifier, "b.yaml").name]
    recipe = load_recipe(workshop.write({"task": "pipeline", "output_dir": "made", "steps": steps}, "p.yaml"))
    assert [item.name for item in load_task("pipeline").inputs(recipe)] == ["given/data"]


def test_prepared_data_has_all_splits(workshop):
    assert isinstance(workshop.data, PreparedData)
    assert min(workshop.data.split(name).num_rows for name in ("train", "validation", "test")) > 5
