"""A triage report of a tiny classifier on synthetic rows, against the numbers recomputed from its predictions."""

import json
import re
import shutil

import miniature
import numpy as np
import pytest
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, top_k_accuracy_score

from medtune.data.storage import PreparedData
from medtune.evaluation.inference.predict import Predictor
from medtune.evaluation.triage.fit import Wishes, fit
from medtune.evaluation.triage.more_sections import sets_section
from medtune.evaluation.triage.proportions import share_of
from medtune.evaluation.triage.report import write_triage_report
from medtune.evaluation.triage.sections import calibration_section, departments_section
from medtune.evaluation.triage.thresholds import TriageThresholds, install
from medtune.metrics.classification import classification_scores
from medtune.models import BERPTForSequenceClassification
from medtune.recipe.check import check
from medtune.recipe.errors import RecipeError
from medtune.recipe.loading import load_recipe
from medtune.runs import THRESHOLDS_FILE, execute, read_json

RECIPE = """if __name__ == "__main__": from medtune import launch; launch(__file__); r'''
task: triage-report
output_dir: {folder}/report
checkpoint: {folder}/classifier
data:
  path: {folder}/data
error_rate: 0.5
groups: [age, language, ward]
smallest_group: 15
# '''
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Folder with prepared data, a classifier that has learnt something, its report, and the folder's state."""
    folder = tmp_path_factory.mktemp("triage")
    data = miniature.prepared(folder / "data", rows=900)
    classifier(data).save_pretrained(folder / "classifier")
    miniature.tokenizer(texts(data, "train")).save_pretrained(folder / "classifier")
    (folder / "recipe.yaml").write_text(RECIPE.format(folder=folder), encoding="utf-8")
    execute(load_recipe(folder / "recipe.yaml"))
    return folder


def texts(data: PreparedData, split: str) -> list[str]:
    return data.split(split, ["description"])["description"].to_pylist()


def classifier(data: PreparedData) -> BERPTForSequenceClassification:
    """Random embeddings, averaged, and a logistic regression on them as the last layer."""
    torch.manual_seed(0)
    tokens = miniature.tokenizer(texts(data, "train"))
    model = BERPTForSequenceClassification.from_encoder(
        miniature.encoder_config(len(tokens), hidden_size=256, num_hidden_layers=0, initializer_range=0.2),
        id2label=dict(enumerate(data.departments)),
        pooling="mean",
    ).eval()
    batch = tokens(texts(data, "train"), padding=True, truncation=True, max_length=128, return_tensors="pt")
    with torch.no_grad():
        states = model.encoder(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1)
        pooled = ((states * mask).sum(1) / mask.sum(1)).numpy()
    names = data.split("train", ["department"])["department"].to_pylist()
    fitted = LogisticRegression(C=3, max_iter=1_000).fit(pooled, [data.departments.index(name) for name in names])
    with torch.no_grad():
        model.classifier.linear.weight.copy_(torch.tensor(fitted.coef_))
        model.classifier.linear.bias.copy_(torch.tensor(fitted.intercept_))
    return model


def report(made) -> str:
    return (made / "report" / "report.md").read_text(encoding="utf-8")


def numbers(made) -> dict:
    return read_json(made / "report" / "report.json")


def test_report_has_all_its_files(made):
    files = {file.name for file in (made / "report").rglob("*") if file.is_file()}
    plots = {"reliability.png", "risk_coverage.png", "coverage.png", "confusion_matrix.png"}
    assert files == plots | {
        *("report.md", "report.html", "report.json", "metrics.json", "run.json", "recipe.yaml", THRESHOLDS_FILE)
    }
    titles = re.findall("^## (.*)$", report(made), re.MULTILINE)
    assert titles == [
        "Answer or refer to a human",
        "Departments",
        "Calibration",
        "Among the k likeliest",
        "Possible departments",
        "Inputs that no department answers",
        "Groups of patients",
        "How it was made",
    ]


def test_prediction_does_what_the_report_says(made):
    data = PreparedData.open(made / "data")
    names = data.split("test", ["department"])["department"].to_pylist()
    answers = Predictor(str(made / "classifier"))(texts(data, "test"))
    right = np.array([answer["department"] == name for answer, name in zip(answers, names, strict=True)])
    answered = np.array([not answer["refer_to_human"] for answer in answers])
    held = [
        name in (answer["department"], *(other["department"] for other in answer["alternatives"]))
        for answer, name in zip(answers, names, strict=True)
    ]
    metrics = read_json(made / "report" / "metrics.json")
    assert 0 < answered.sum() < len(answered)  # so that the test tells something
    assert metrics["accuracy"] == pytest.approx(right.mean())
    assert metrics["answered"] == pytest.approx(answered.mean())
    assert metrics["wrong_among_answered"] == pytest.approx(1 - right[answered].mean())
    assert metrics["set_coverage"] == pytest.approx(np.mean(held))
    assert metrics["test_rows"] == len(names)


def test_scores_are_those_of_scikit_learn(made):
    data = PreparedData.open(made / "data")
    true = [data.departments.index(n) for n in data.split("test", ["department"])["department"].to_pylist()]
    logits = Predictor(str(made / "classifier")).department_logits(texts(data, "test"))
    found = numbers(made)
    assert found["departments"]["accuracy"] == pytest.approx(accuracy_score(true, logits.argmax(-1)))
    scores = classification_scores(logits.argmax(-1), true, data.departments)
    low, high = found["departments"]["intervals"]["macro_f1"]
    assert [low, high] == pytest.approx(scores["intervals"]["macro_f1"])
    assert f"{scores['macro_f1']:.3f} ({low:.3f} to {high:.3f})" in (made / "report" / "report.md").read_text(
        encoding="utf-8"
    )
    for k in (1, 2, 3, 5):
        expected = top_k_accuracy_score(true, logits, k=k, labels=range(len(data.departments)))
        assert found["top"][f"top_{k}"]["share"] == pytest.approx(expected)


def test_thresholds_and_temperature_are_in_the_checkpoint(made):
    saved = read_json(made / "report" / THRESHOLDS_FILE)
    assert read_json(made / "classifier" / THRESHOLDS_FILE) == saved
    assert read_json(made / "classifier" / "config.json")["classification_temperature"] == saved["temperature"] != 1.0
    assert saved["trained_temperature"] == 1.0
    assert (
        saved["rows"]["tuning"] + saved["rows"]["testing"]
        == PreparedData.open(made / "data").split("validation").num_rows
    )


def test_finished_report_is_not_repeated_and_a_repeated_one_finds_the_same(made, capsys):
    before, text = read_json(made / "classifier" / THRESHOLDS_FILE), report(made)
    recipe = load_recipe(made / "recipe.yaml")
    execute(recipe)
    assert "holds this run, finished" in capsys.readouterr().out
    execute(recipe, overwrite=True)
    after = read_json(made / "classifier" / THRESHOLDS_FILE)
    assert after.pop("temperature") == pytest.approx(before.pop("temperature"), rel=1e-4)
    for name in ("answer_from", "familiar_from", "include_from"):
        assert after.pop(name) == pytest.approx(before.pop(name), rel=1e-3)
    assert after == before
    head = text.split("## How it was made")[0]
    assert report(made).split("## How it was made")[0].count("\n") == head.count("\n")


def test_report_holds_no_words_of_patients(made):
    data = PreparedData.open(made / "data")
    written = report(made) + json.dumps(numbers(made), ensure_ascii=False)
    pieces = {
        text[start : start + 12] for split in ("validation", "test") for text in texts(data, split) for start in (0, 8)
    }
    assert not [piece for piece in pieces if len(piece) == 12 and piece in written]


def test_groups_are_shown_and_missing_fields_said(made):
    text = report(made)
    assert re.search(r"\| (6 to 17|18 to 39|40 to 64) \| \d+ \|", text)
    assert "### ward\n\nNo groups: no row has the field." in text
    assert all(row["rows"] >= 15 for row in numbers(made)["groups"]["age"]["groups"])


def test_page_shows_every_figure_on_a_phone(made, browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((made / "report" / "report.html").as_uri())
    images = page.evaluate("[...document.images].map(image => image.complete && image.naturalWidth)")
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert len(images) == 4
    assert all(width > 500 for width in images)
    assert width <= 390
    assert not [url for url in requests if not url.startswith(("file:", "data:"))]


def test_rare_departments_are_said():
    random = np.random.default_rng(0)
    labels = np.array([0] * 100 + [1] * 90 + [2] * 12)
    logits = random.normal(size=(len(labels), 3)) + 3 * np.eye(3)[labels]
    for rare, said in (
        ("always", "rare has fewer than the 19 rows that a threshold of its own takes, and is therefore always among"),
        ("all", "**nothing is promised for its patients.**"),
    ):
        wishes = Wishes(0.2, miss_rate=0.05, rare_departments=rare)
        fitted = fit(logits, labels, wishes)
        thresholds = fitted.thresholds(["common", "often", "rare"], wishes, "", 8, 1.0)
        decision = thresholds.decide(logits / fitted.temperature)
        section = sets_section(decision, labels, ["common", "often", "rare"], fitted, wishes)
        text = "\n".join(section.markdown)
        assert said in text
        assert f"Of its 12 test rows {share_of(decision.probabilities.argmax(-1) == labels, labels == 2)} get" in text
        assert [row["basis"] for row in section.numbers["departments"]][2] == {
            "always": "always included",
            "all": "all rows",
        }[rare]
        if rare == "always":
            assert section.numbers["departments"][2]["coverage"] == 1.0


def test_departments_that_no_answer_names_are_said():
    # Two patients of b* are answered, as a; two more would be named b*, but not surely enough.
    shares = np.array([[0.99, 0.01]] * 4 + [[0.98, 0.02]] * 2 + [[0.4, 0.6]] * 2)
    labels = np.array([0] * 4 + [1] * 4)
    thresholds = TriageThresholds(["a", "b*"], "", 8, 1.0, 1.0, 0.7, -9.0, [0.0, 0.0], 0.1, 0.05, 0.95)
    section = departments_section(thresholds.decide(np.log(shares)), labels, ["a", "b*"])
    text = "\n".join(section.markdown)
    assert "**No answer without a human names b\\***: the classifier is never sure of them. Their 2 test rows" in text
    answered, missent, wrong = (section.numbers["departments"][1][key] for key in ("answered", "missent", "wrong"))
    assert (answered["count"], answered["rows"]) == (2, 4)
    assert (missent["count"], missent["rows"]) == (2, 2)
    assert wrong["rows"] == 0
    assert section.numbers["departments"][0]["wrong"]["share"] == pytest.approx(2 / 6)


def test_wish_that_cannot_be_shown_refers_everybody(made, tmp_path):
    before = (made / "classifier" / THRESHOLDS_FILE).read_text()
    metrics = write_triage_report(
        str(made / "classifier"), str(made / "data"), tmp_path, Wishes(0.0001), save=False, max_rows=60
    )
    assert metrics["answered"] == 0
    assert "answer_from" not in metrics
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "every patient is referred to a human" in text
    assert "Left out of the test split:" in text
    assert (made / "classifier" / THRESHOLDS_FILE).read_text() == before  # save=False


def test_other_checkpoints_and_data_are_refused(made, tmp_path):
    tokens = miniature.tokenizer()
    for name, model in (("decoder", miniature.decoder(tokens)), ("three", miniature.triage(tokens))):
        model.save_pretrained(tmp_path / name)
        tokens.save_pretrained(tmp_path / name)
    with pytest.raises(ValueError, match="decoder names no departments; give a classifier or a joint model"):
        write_triage_report(str(tmp_path / "decoder"), str(made / "data"), tmp_path / "out", Wishes(0.1))
    with pytest.raises(ValueError, match=r"validation\.parquet has .*, which the checkpoint does not know"):
        write_triage_report(str(tmp_path / "three"), str(made / "data"), tmp_path / "out", Wishes(0.1))
    (tmp_path / "three" / "run.json").write_text('{"status": "unfinished"}')
    with pytest.raises(ValueError, match="is an unfinished run"):
        write_triage_report(str(tmp_path / "three"), str(made / "data"), tmp_path / "out", Wishes(0.1))
    assert not (tmp_path / "three" / THRESHOLDS_FILE).exists()


def test_thresholds_of_earlier_weights_do_not_stop_a_new_report(made, tmp_path):
    shutil.copytree(made / "classifier", tmp_path / "copy")
    old = TriageThresholds(**read_json(tmp_path / "copy" / THRESHOLDS_FILE) | {"classifier": "0" * 32})
    install(old, tmp_path / "copy")
    with pytest.raises(ValueError, match="belongs to other weights"):
        Predictor(str(tmp_path / "copy"))
    write_triage_report(str(tmp_path / "copy"), str(made / "data"), tmp_path / "out", Wishes(0.5))
    assert Predictor(str(tmp_path / "copy")).thresholds is not None


def test_recipe_is_checked_before_it_runs(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = RECIPE.format(folder="runs").replace("error_rate: 0.5", "error_rate: 1.5\nmis_rate: 0.1")
    (tmp_path / "recipe.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RecipeError) as caught:
        check(tmp_path / "recipe.yaml")
    assert "error_rate: 1.5: too large" in str(caught.value)
    assert "Did you mean `miss_rate`?" in str(caught.value)
    hub = RECIPE.format(folder="runs").replace("runs/classifier", "somebody/triage").replace("[age,", "[age, age,")
    (tmp_path / "recipe.yaml").write_text(hub, encoding="utf-8")
    with pytest.raises(RecipeError, match="somebody/triage is no folder here but the name of one on the Hub") as caught:
        check(tmp_path / "recipe.yaml")
    assert "a field is named twice" in str(caught.value)
    (tmp_path / "recipe.yaml").write_text(RECIPE.format(folder="runs/ward"), encoding="utf-8")
    check(tmp_path / "recipe.yaml")
    assert "report.md, report.html, report.json, plots" in capsys.readouterr().out


def test_a_temperature_that_makes_it_worse_is_told():
    random = np.random.default_rng(0)
    logits = 2 * random.normal(size=(1000, 4))
    labels = (logits + random.gumbel(size=logits.shape)).argmax(axis=-1)  # as probable as the logits say, undivided

    def said(trained, fitted):
        return calibration_section(logits, labels, trained, fitted, seed=0).markdown[3]

    assert "fits the labels as well as a calibrated one would" in said(3.0, 1.0)
    assert "one temperature for all departments does not do more" in said(3.0, 2.0)
    assert "**worse with the fitted temperature than before**" in said(1.0, 2.0)
