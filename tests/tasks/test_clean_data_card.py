"""What the card of a corpus tells its reader, and what is told where there is none."""

import json

import pytest
from clinic_corpus import recipe, run, write_sources

from medtune.evaluation.reports import corpus_plots
from medtune.tasks import clean_data


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The same hashes in every run, and no plots, which have tests of their own."""
    monkeypatch.setenv("MEDTUNE_AUDIT_KEY", "of this test")
    monkeypatch.setattr(corpus_plots, "write_plots", lambda folder, card: None)


@pytest.fixture
def rows(tmp_path):
    return write_sources(tmp_path)


def test_a_planted_test_that_cannot_be_used_is_told_before_the_run(tmp_path):
    (tmp_path / "planted.json").write_text("{}", encoding="utf-8")
    (problem,) = clean_data.check(recipe(tmp_path, planted_test=str(tmp_path / "planted.json")))
    assert problem.key == "planted_test"
    assert "not the counts of a test" in problem.message


def test_where_the_rows_went_is_told_if_none_is_left_to_train_on(tmp_path, rows):
    sources = recipe(tmp_path).model_dump(mode="json")["data"]["sources"]
    sources[0]["test_rows"] = 10_000
    with pytest.raises(ValueError, match=r"clinic: \d+ read, \d+ in test_clinic.parquet, set aside: \w+"):
        run(tmp_path, data={"sources": sources})


def test_empty_sources_are_told(tmp_path, rows):
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    _, folder = run(tmp_path)
    assert "> **Note.** other is empty: no row was read." in (folder / "corpus_card.md").read_text(encoding="utf-8")
    (tmp_path / "clinic.json").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="no row was read: clinic, other are empty"):
        run(tmp_path)


def test_a_source_that_is_set_aside_is_told_with_the_reason(tmp_path, rows):
    other = [{"ask": row["ask"] + "？", "answer": "", "visit": row["visit"]} for row in rows[:15]]
    (tmp_path / "other.json").write_text(json.dumps(other, ensure_ascii=False), encoding="utf-8")
    sources = recipe(tmp_path).model_dump(mode="json")["data"]["sources"]
    sources[1]["test_rows"] = 0
    _, folder = run(tmp_path, data={"sources": sources})
    card = (folder / "corpus_card.md").read_text(encoding="utf-8")
    assert "All rows of other were set aside (15 of 15; no answer: 15)" in card
    assert "rows of clinic were set aside" not in card


def test_samples_show_what_was_flagged_and_what_nobody_sees(tmp_path, rows):
    rows[3]["ask"] = "最近总觉得没有希望，我不想活了，该看什么科？"
    rows[4]["ask"] = f"\u200b{rows[4]['ask']}"
    (tmp_path / "clinic.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    _, folder = run(tmp_path, samples=20)
    samples = json.loads((folder / "corpus_card.json").read_text(encoding="utf-8"))["samples"]
    (flagged,) = (sample for sample in samples if sample["step"] == "sensitive words")
    assert flagged["after"] == f"{flagged['before']} [+ despair]"
    assert flagged["before"].startswith("最近总觉得")
    (repaired,) = (sample for sample in samples if sample["step"] == "repair")
    assert repaired["before"].startswith("<U+200B>")
    assert "U+" not in repaired["after"]
