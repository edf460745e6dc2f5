"""The report over faked runs: its tables, its numbers, and what it refuses."""

import json
import shutil

import numpy as np
import pytest
from fake_runs import make_run, write

from medtune.evaluation.reports.comparison import collect_runs
from medtune.evaluation.reports.paper_tables import MEDI_BERPT
from medtune.evaluation.reports.report import report, write_report
from medtune.evaluation.triage.confusion import write_triage

HISTORY = [
    {"step": 10, "epoch": 0.5, "loss": 2.0, "classification_loss": 1.5, "reply_loss": 0.5},
    {"step": 20, "epoch": 1.0, "loss": 1.0, "classification_loss": 0.75, "reply_loss": 0.25},
    {"step": 20, "epoch": 1.0, "eval_loss": 1.5, "eval_classification_loss": 1.25, "eval_reply_loss": 0.25},
]


@pytest.fixture
def folders(tmp_path):
    """A classifier with two seeds, a joint model and a decoder."""
    runs = tmp_path / "runs"
    for seed, accuracy in enumerate((0.8, 0.9)):
        history = [{**entry, "loss": entry["loss"] + seed} if "loss" in entry else entry for entry in HISTORY]
        scores = {"test_accuracy": accuracy, "test_macro_f1": 0.5, "test_loss": 1.0, "train_rows": 4000}
        run = make_run(runs / "bert" / f"seed-{seed}", seed=seed, history=history[seed:], **scores)
        # True 0 0 1; predicted 0 0 1 by the first, 0 1 1 by the second.
        write_triage(run, np.eye(2)[[0, seed, 1]], np.array([0, 0, 1]), ["内科", "骨科"])
    write(runs / "bert" / "metrics.json", {})
    scores = {"test_accuracy": 0.7, "bleu": 3.0, "bleu_signature": "BLEU|tok:zh", "test_reply_loss": 0.5}
    make_run(runs / "joint", "multitask", history=HISTORY, rows=100, **scores)
    make_run(runs / "decoder", "language-modeling", history=HISTORY, bleu=2.0, rougeL=0.25)
    return [runs / name for name in ("bert", "joint", "decoder")]


def written(folders, target, **options):
    scores = write_report(collect_runs(folders), target, **options)
    numbers = json.loads((target / "report.json").read_text(encoding="utf-8"))
    return scores, (target / "report.md").read_text(encoding="utf-8"), numbers


def test_tables_and_numbers(folders, tmp_path):
    scores, text, numbers = written(folders, tmp_path / "out")
    # The sample standard deviation of two values is their distance over the square root of 2.
    assert "| bert | 2 | 4,000 | 3 | 0.850 ± 0.071 | 0.500 ± 0.000 |" in text
    assert "| joint | 1 | 100 | – | 0.700 | – |" in text
    assert "| decoder | 2.00 | 0.250 |" in text
    assert "- `BLEU|tok:zh`" in text
    assert scores == pytest.approx({"bert/accuracy": 0.85, "bert/macro_f1": 0.5, "joint/accuracy": 0.7})
    bert = numbers["runs"][0]
    assert bert["metrics"]["test_accuracy"]["values"] == [0.8, 0.9]
    assert [seed["confusion_matrix"] for seed in bert["departments"]] == [[[2, 0], [0, 1]], [[1, 1], [0, 1]]]
    # Precision of 骨科 is 1 and 1/2, recall of 内科 1 and 1/2; F1 of both 1 and 2/3.
    assert "| 内科 | 1.000 ± 0.000 | 0.750 ± 0.354 | 0.833 ± 0.236 | 2 |" in text
    assert "| 骨科 | 0.750 ± 0.354 | 1.000 ± 0.000 | 0.833 ± 0.236 | 1 |" in text
    assert (tmp_path / "out" / "plots" / "confusion_matrix_1.png").is_file()
    assert "paper" not in text


def test_a_single_run_shows_the_intervals_over_its_rows(folders, tmp_path):
    joint = folders[1] / "metrics.json"
    intervals = {"test_accuracy": [0.6, 0.8], "bleu": [1.5, 4.25]}
    signed = {"intervals": intervals, "classification_signature": "classification|macro"}
    write(joint, json.loads(joint.read_text(encoding="utf-8")) | signed)
    _, text, numbers = written(folders, tmp_path / "out")
    assert "| joint | 1 | 100 | – | 0.700 \\[0.600,0.800\\] | – |" in text
    assert "| joint | 3.00 \\[1.50,4.25\\] | – |" in text
    assert text.count("Brackets are 95 % bootstrap intervals over the test rows") == 2
    replies, made_by = text.split("## Replies")[1].split("## Losses")[0], text.split("## How it was made")[1]
    assert "classification|macro" not in replies
    assert "- `classification|macro`" in made_by
    found = numbers["runs"][1]["metrics"]["test_accuracy"]
    assert (found["mean"], found["low"], found["high"]) == (0.7, 0.6, 0.8)
    assert "low" not in numbers["runs"][0]["metrics"]["test_accuracy"]  # two seeds have a spread


def test_the_page_opens_offline_and_fits_a_phone(browser, folders, tmp_path):
    written(folders, tmp_path / "out")
    for file in (tmp_path / "out" / "plots").iterdir():
        file.unlink()  # the page has its figures in itself
    for width in (1200, 360):
        page = browser.new_page(viewport={"width": width, "height": 800})
        requests, problems = [], []
        page.on("request", lambda request, requests=requests: requests.append(request.url))
        page.on("console", lambda message, problems=problems: problems.append(message.text))
        page.goto((tmp_path / "out" / "report.html").as_uri())
        assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
        assert problems == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        images = page.locator("img")
        assert images.count() == 4  # three losses and the classifier's confusion matrix
        assert images.evaluate_all("all => all.every(image => image.naturalWidth > 300)")
        headings = page.locator("h2").all_inner_texts()
        assert headings == ["Departments", "Replies", "Losses over training", "By department", "How it was made"]
        assert "内科" in page.locator("body").inner_text()
        page.close()


def test_losses_are_means_at_the_steps_that_all_seeds_logged(folders, tmp_path):
    _, text, numbers = written(folders, tmp_path / "out")
    bert, joint = numbers["losses"]["classification_loss"]
    assert (bert["run"], bert["training"], bert["evaluation"]) == ("bert", [[1.0, 1.5]], [[1.0, 1.5]])
    assert joint["training"] == [[0.5, 1.5], [1.0, 0.75]]
    assert "| bert | 1.500 | 1.500 | 1 | 1.000 |" in text
    assert [curve["run"] for curve in numbers["losses"]["reply_loss"]] == ["joint"]
    assert [curve["run"] for curve in numbers["losses"]["text_loss"]] == ["decoder"]
    plots = {path.stem for path in (tmp_path / "out" / "plots").iterdir()}
    assert plots == {"classification_loss", "reply_loss", "text_loss", "confusion_matrix_1"}


def test_paper_stands_below_what_repeats_it(folders, tmp_path):
    _, text, numbers = written(folders, tmp_path / "out", paper={"bert": "2", "joint": "4"})
    lines = text.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("| bert | reached here"))
    name = "experiment 2: medBERT with dropout and a linear head"
    assert lines[place + 1] == f"| {name} | the paper's | – | 597,906 | 74,739 | 0.87 | 0.83 |"
    # The paper's rows are not the rival's.
    assert lines[place + 4] == "| CHMBERT: published rival | the paper's | – | – | – | 0.86 | 0.74 |"
    assert "Experiment 2: its text says accuracy 0.86 and F1 0.85." in text
    assert numbers["triage"]["paper"]["rows"]["joint"]["accuracy"] == 0.91


def test_paper_is_printed_beside_what_was_reached(folders, tmp_path, capsys):
    written(folders, tmp_path / "out", paper={"bert": "2"})
    lines = [" ".join(line.replace("│", " ").split()) for line in capsys.readouterr().out.splitlines()]
    place = lines.index("bert reached here 0.850 ± 0.071 0.500 ± 0.000")
    assert lines[place + 1].startswith("experiment 2: medBERT with dropout and")
    assert "the paper's 0.87 0.83" in lines[place + 1]


def test_what_a_joint_model_did_not_learn_is_not_scored(folders, tmp_path):
    joint = folders[1] / "run.json"
    state = json.loads(joint.read_text(encoding="utf-8"))
    write_triage(folders[1], np.eye(2), np.array([0, 1]), ["内科", "骨科"])

    def weighted(**weights):
        write(joint, {**state, "recipe": {**state["recipe"], "model": weights}})
        return written(folders, tmp_path / "out")

    scores, text, numbers = weighted(classification_loss_weight=0.0, reply_loss_weight=1.0)
    assert "joint did not learn departments (model.classification_loss_weight: 0)" in numbers["notes"][0]
    assert "joint/accuracy" not in scores
    assert "| joint |" not in text.split("## Departments")[1].split("## Replies")[0]
    assert "### joint" not in text
    assert "| joint | 3.00 | – |" in text
    assert [curve["run"] for curve in numbers["losses"]["classification_loss"]] == ["bert"]
    assert [curve["run"] for curve in numbers["losses"]["reply_loss"]] == ["joint"]

    scores, text, numbers = weighted(classification_loss_weight=1.0, reply_loss_weight=0.0)
    assert "joint did not learn replies (model.reply_loss_weight: 0)" in numbers["notes"][0]
    assert scores["joint/accuracy"] == 0.7
    assert "### joint" in text
    assert "| joint | 3.00 |" not in text
    assert "reply_loss" not in numbers["losses"]


def test_paper_figures_are_the_papers():
    printed = {key: (row.accuracy, row.precision, row.recall, row.f1) for key, row in MEDI_BERPT.items()}
    assert printed == {
        "1": (0.84, 0.81, 0.80, 0.81),
        "1b": (0.84, None, None, 0.80),
        "1c": (0.39, None, None, 0.24),
        "2": (0.87, 0.84, 0.83, 0.83),
        "2b": (0.35, None, None, 0.17),
        "3": (None, None, None, None),
        "4": (0.91, 0.85, 0.87, 0.86),
        "5": (0.90, 0.86, 0.85, 0.85),
        "CHMBERT": (0.86, None, None, 0.74),
    }


def test_learning_curves_with_their_differences(tmp_path):
    folders = []
    for name, task, more in (("bert", "classification", 0.0), ("joint", "multitask", 0.1)):
        for rows in (1000, 3000):
            for seed in range(3):
                folder = tmp_path / f"{name}-{rows}-seed{seed}"
                folders.append(make_run(folder, task, rows=rows, seed=seed, macro_f1=rows / 10_000 + more + seed / 100))
    _, text, numbers = written(folders, tmp_path / "out")
    assert "| bert | 1,000 | 3 | 0.110 ± 0.010 | 0.100 | 0.120 |" in text
    assert "### F1 (macro): joint minus bert" in text
    # The same difference for every seed: no width, 2 of 8 sign patterns, and two sizes.
    assert "| 3,000 | 3 | +0.100 | +0.100 | +0.100 | 0.25 | 0.5 |" in text
    assert "With 3 seeds p cannot fall below 0.25, and corrected not below 0.5." in text
    assert numbers["learning_curves"]["curves"][0]["points"]["1000"] == pytest.approx({"0": 0.1, "1": 0.11, "2": 0.12})
    assert (tmp_path / "out" / "plots" / "learning_curve.png").stat().st_size > 10_000


def test_different_data_and_names_are_said(folders, tmp_path):
    other = make_run(tmp_path / "x|*y", accuracy=0.5)
    state = json.loads((other / "run.json").read_text())
    write(other / "run.json", {**state, "inputs": {"gone/data": "other hash"}})
    _, text, numbers = written([*folders, other], tmp_path / "out")
    assert "different data, so their scores do not compare across: bert, joint, decoder; x|*y" in numbers["notes"][0]
    assert "| x\\|\\*y | 1 |" in text


def test_report_says_what_it_leaves_out(folders, tmp_path, capsys):
    report([*folders, tmp_path / "none"], str(tmp_path / "out"), samples=3)
    out, errors = capsys.readouterr()
    assert out.splitlines()[-1] == str(tmp_path / "out" / "report.md")
    assert errors.splitlines()[0] == f"left out: {tmp_path / 'none'}: no such folder"
    assert "left out: Baselines, shuffle test and samples: gone/data: no such folder" in errors
    assert "no such folder" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_report_replaces_a_report_and_nothing_else(folders, tmp_path):
    target = tmp_path / "out"
    report(folders, str(target))
    report(folders[1:], str(target))
    assert not (target / "plots" / "confusion_matrix_1.png").exists()
    with pytest.raises(FileExistsError, match="holds a run; name another folder"):
        report(folders, str(folders[1]))
    with pytest.raises(FileExistsError, match="holds files that are no report"):
        report(folders, str(tmp_path / "runs"))
    shutil.rmtree(target)
    target.touch()
    with pytest.raises(FileExistsError, match="is a file"):
        report(folders, str(target))


def test_nothing_to_report_is_an_error_that_says_why(tmp_path):
    with pytest.raises(ValueError, match=r"nothing to report:\n.*none: no such folder"):
        report([tmp_path / "none"], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
