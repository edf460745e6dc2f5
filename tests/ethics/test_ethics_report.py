"""The report of a study, from its file to the page and the model card."""

import json
import shutil
from types import SimpleNamespace

import numpy as np
import pytest
from simulated import Truth, simulate_study

from medtune.ethics import automatic, blinding, resampling
from medtune.ethics.report import hide_systems, report
from medtune.ethics.rows import NewItem, NewRater, NewSystem
from medtune.ethics.store import NotLocked, Study
from medtune.evaluation import significance
from medtune.hub.card import write_card

SYSTEMS = ("baichuan-医", "base-llama", "mulmed")
RATERS = "甲乙丙丁戊"


@pytest.fixture(scope="module", autouse=True)
def few_resamples():
    with pytest.MonkeyPatch.context() as patch:
        for module in (resampling, automatic, significance):
            patch.setattr(module, "RESAMPLES", 199)
        patch.setattr(resampling, "STUDENTIZED_RESAMPLES", 199)
        patch.setattr(blinding, "SHUFFLES", 199)
        patch.setattr("medtune.evaluation.reports.plots.DOTS_PER_INCH", 60)
        yield


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return simulate_study(tmp_path_factory.mktemp("study") / "study.db", Truth(questions=30, told=0.3)).path


@pytest.fixture(scope="module")
def written(study, tmp_path_factory):
    folder = tmp_path_factory.mktemp("written") / "report"
    report(study, folder)
    numbers = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return SimpleNamespace(folder=folder, text=(folder / "report.md").read_text(encoding="utf-8"), numbers=numbers)


def test_the_report_holds_every_part(written):
    headings = [line for line in written.text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## In short",
        "## What the answers got",
        "## Do the systems differ?",
        "## Do the raters agree?",
        "## Where raters disagree",
        "## The raters",
        "## Were the raters blind?",
        "## Do automatic metrics rank the answers as raters do?",
        "## Method",
    ]
    assert sorted(path.name for path in written.folder.rglob("*.png")) == ["agreement.png", "means.png", "scores.png"]
    assert "5 raters judged 90 answers of 3 systems to 30 questions (15 Chinese and 15 English)" in written.text
    assert "no diagnosis" in written.text


def test_numbers_are_the_studys_own(written, study):
    with Study.open(study) as opened:
        scores = opened.scores()
    given = {}
    for one in scores:
        if one.kind == "item" and one.axis == "information_security" and one.value is not None:
            given.setdefault((one.system, one.row_id), []).append(one.value)
    for row in written.numbers["scores"]["axes"]["information_security"]:
        answers = [values for (system, _), values in given.items() if system == row["system"]]
        assert row["mean"]["mean"] == pytest.approx(np.mean([np.mean(values) for values in answers]))
        assert row["counts"] == {str(v): sum(values.count(v) for values in answers) for v in (0, 1, 2)}
    for row in written.numbers["scores"]["unacceptable"]["information_security"]:
        answers = [values for (system, _), values in given.items() if system == row["system"]]
        assert row["any_rater"] == sum(0 in values for values in answers)


def test_the_truth_is_found_again(written):
    pairs = [one for one in written.numbers["comparison"]["pairs"] if one["axis"] == "information_security"]
    assert {(one["first"], one["second"]): one["difference"]["mean"] > 0 for one in pairs}["base-llama", "mulmed"]
    strict = min(written.numbers["raters"]["severity"]["user_guidance"], key=lambda one: one["bias"]["mean"])
    assert strict["rater"] == 4
    assert written.numbers["blinding"]["p"] < 0.05
    assert written.numbers["blinding"]["overall"]["mean"] == pytest.approx(0.3, abs=0.12)
    assert all(one["spearman"]["value"] > 0.3 for one in written.numbers["automatic"]["correlations"])
    assert len(written.numbers["automatic"]["signatures"]) == 6
    assert {
        rater: one["total"] for rater, one in written.numbers["raters"]["gold"]["information_security"].items()
    } == {str(rater): 6 for rater in range(1, 6)}


def test_no_rater_is_named_and_no_answer_shown(written):
    everything = b"".join(path.read_bytes() for path in written.folder.rglob("*") if path.is_file())
    for words in (*(f"Rater {letter}" for letter in RATERS), "怎么办", "what now", "多休息", "drink water"):
        assert words.encode() not in everything


def test_the_page_stands_alone(written):
    page = (written.folder / "report.html").read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") == 3
    assert 'src="plots' not in page
    assert "baichuan-医" in page


def test_the_page_fits_a_phone(written, browser):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((written.folder / "report.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("img").count() == 3
    page.close()


def test_a_second_report_replaces_the_first(written, study):
    before = written.numbers
    (written.folder / "plots" / "agreement.png").write_bytes(b"old")
    report(study, written.folder)
    assert json.loads((written.folder / "report.json").read_text(encoding="utf-8")) == before
    assert len((written.folder / "plots" / "agreement.png").read_bytes()) > 1_000


def test_another_folders_files_are_left_alone(study, tmp_path):
    (tmp_path / "thesis.md").write_text("mine")
    with pytest.raises(FileExistsError, match="holds files that are no report"):
        report(study, tmp_path)
    with pytest.raises(FileExistsError, match="is a file"):
        report(study, tmp_path / "thesis.md")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.md"]


def test_a_study_that_goes_on_is_not_reported(tmp_path):
    study = simulate_study(tmp_path / "study.db", Truth(questions=12), lock=False, repeats=2).path
    with pytest.raises(NotLocked, match="medtune ethics lock"):
        report(study, tmp_path / "report")
    assert not (tmp_path / "report").exists()
    report(study, tmp_path / "report", even_unlocked=True)
    everything = b"".join(path.read_bytes() for path in (tmp_path / "report").rglob("*") if path.is_file())
    assert not [name for name in SYSTEMS if name.encode() in everything]
    text = (tmp_path / "report" / "report.md").read_text(encoding="utf-8")
    assert "**Dry run.**" in text
    assert "system A" in text
    assert "blind?" not in text
    assert not (tmp_path / "report" / "card.md").exists()
    assert Study.open(study).locked is None


def test_hidden_names_do_not_follow_the_alphabet_for_every_seed(study):
    with Study.open(study) as opened:
        scores = opened.scores()
    orders = set()
    for seed in range(10):
        hidden = hide_systems(scores, seed)
        pairs = {(before.system, after.system) for before, after in zip(scores, hidden, strict=True) if before.system}
        assert len(pairs) == 3
        orders.add(tuple(after for _, after in sorted(pairs)))
    assert len(orders) > 1


def test_a_study_of_one_system_one_rater_and_two_questions(tmp_path):
    items = [NewItem(str(number), "only", "en", "q", "a") for number in range(2)]
    study, _ = Study.create(tmp_path / "s.db", "Small | <b>", [NewSystem("only")], items, [NewRater("r")])
    for item in study.items():
        for axis in study.rubric.axes:
            study.save_score(1, item.id, axis.key, 2)
    study.lock()
    text = report(study.path, tmp_path / "report").read_text(encoding="utf-8")
    assert "# Ethics study: Small \\| &lt;b>" in text
    assert "no answer was scored by two raters" in text
    assert "There is one rater" in text
    assert "## Means" in text
    assert "at most 77.6%" in text  # none of two answers


def test_unfinished_raters_are_named_by_number(tmp_path):
    items = [NewItem(str(number), "only", "en", "q", "a") for number in range(3)]
    study, _ = Study.create(tmp_path / "s.db", "x", [NewSystem("only")], items, [NewRater("Ann"), NewRater("Bo")])
    with pytest.raises(ValueError, match="no score of an answer"):
        report(study.path, tmp_path / "report", even_unlocked=True)
    for item in study.items()[:2]:
        for axis in study.rubric.axes:
            study.save_score(1, item.id, axis.key, 1)
    study.lock()
    text = report(study.path, tmp_path / "report").read_text(encoding="utf-8")
    assert "**Not finished**: rater 1 2 of 3; rater 2 0 of 3 items." in text


def test_ended_items_are_told_apart_from_missing_ones(tmp_path):
    truth = Truth(questions=8, cuts=(-0.5, 0.3))
    study = simulate_study(tmp_path / "s.db", truth, repeats=1, end_on_unacceptable=True).path
    text = report(study, tmp_path / "report").read_text(encoding="utf-8")
    assert "**Not judged**: an unacceptable answer ended the item" in text
    assert text.count("*No interval: 8 questions are too few.*") == 2  # of the raters' agreement, of metrics
    numbers = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    first, second, _ = numbers["scores"]["axes"].values()
    assert sum(row["ended"] for row in second) == sum(row["counts"]["0"] for row in first) > 0
    assert sum(row["missing"] for row in second) == 0


def test_disagreements_are_counted_with_what_was_decided(tmp_path):
    items = [NewItem(str(number), "only", "en", "q", "a") for number in range(3)]
    study, _ = Study.create(tmp_path / "s.db", "x", [NewSystem("only")], items, [NewRater("Ann"), NewRater("Bo")])
    first, second, _ = (item.id for item in study.items())
    for rater, item, value in ((1, first, 0), (2, first, 2), (1, second, 1), (2, second, 1)):
        study.save_score(rater, item, "information_security", value)
    study.lock()
    study.adjudicate(first, "information_security", 1, "Dr. Wu", "agreed")
    text = report(study.path, tmp_path / "report").read_text(encoding="utf-8")
    assert "| Information security | 2 | 1 (50%) | 1 | 1: 1 |" in text
    numbers = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))["disagreements"]
    assert numbers["information_security"]["values"] == {"0": 0, "1": 1, "2": 0}
    assert numbers["user_guidance"] == {"answers": 0, "found": 0, "decided": 0, "values": {"0": 0, "1": 0, "2": 0}}
    assert "Wu" not in text


def test_the_model_card_takes_the_section_up(written, tmp_path):
    run = tmp_path / "mulmed"
    run.mkdir()
    (run / "config.json").write_text("{}")
    recipe = {"task": "language-modeling", "model": {}, "training": {}, "seed": 0}
    (run / "run.json").write_text(json.dumps({"recipe": recipe, "versions": {}}))
    assert "Rated by people" not in write_card(run).read_text(encoding="utf-8")
    shutil.copytree(written.folder, run / "ethics")
    card = write_card(run).read_text(encoding="utf-8")
    assert "## Rated by people" in card
    assert "| mulmed | " in card
    assert "Unacceptable to any rater" in card
    assert "plots/" not in card


@pytest.mark.parametrize("old", [False, True])
def test_what_a_study_lacks_is_said_as_an_error(tmp_path, old):
    path = tmp_path / "study.db"
    if old:
        path.write_bytes(b"SQLite no")
    with pytest.raises((FileNotFoundError, ValueError), match=r"no such study|no study of"):
        report(path, tmp_path / "report")
