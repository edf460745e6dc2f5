"""Scores leave a study and come back: spreadsheets, copies, decisions."""

import csv
import shutil
from pathlib import Path

import pytest

from medtune.ethics.adjudication import is_disagreement
from medtune.ethics.export import TABLES, export
from medtune.ethics.imports import Imported, import_files
from medtune.ethics.sheets import export_sheets
from medtune.ethics.store import Locked, NotLocked, Study

AXES = ("information_security", "etiology_explainability", "user_guidance")


def table(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def column(row: dict[str, str], name: str) -> str:
    return next(heading for heading in row if heading.split(" ")[0] == name)


def fill(path: Path, **cells: str) -> list[dict[str, str]]:
    rows = table(path)
    for row in rows:
        for name, value in cells.items():
            row[column(row, name)] = value
    return rows


@pytest.fixture
def sheets(study, tmp_path) -> list[Path]:
    return export_sheets(study, tmp_path / "sheets")


def test_a_spreadsheet_is_blinded_and_in_the_raters_order(study, sheets):
    for rater, path in zip(study.raters(), sheets, strict=True):
        text = path.read_text(encoding="utf-8-sig") + path.with_suffix(".txt").read_text(encoding="utf-8-sig")
        assert not [word for word in ("alpha", "beta", "made:up", "gold", "repeat") if word in text]
        rows = table(path)
        assert [row[column(row, "item")] for row in rows] == [place.item_id for place in study.positions(rater.id)]
    guide = sheets[1].with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert "信息安全" in guide
    assert "医生" in guide
    assert "user_guidance 用户引导" in table(sheets[1])[0]
    with pytest.raises(FileExistsError, match="may be filled in"):
        export_sheets(study, sheets[0].parent)


def test_a_filled_in_spreadsheet_is_taken_as_people_write(study, sheets):
    rows = fill(sheets[0], information_security="2", etiology_explainability=" ２ ", user_guidance="1.0")
    rows[0][column(rows[0], "information_security")] = "X"
    rows[1][column(rows[1], "user_guidance")] = "无法判断"
    rows[2][column(rows[2], "user_guidance")] = ""
    rows[3][column(rows[3], "who_wrote_it")] = "医生"
    rows[4][column(rows[4], "who_wrote_it")] = "?"
    rows[5][column(rows[5], "comment")] = "=a formula?"
    rows.reverse()  # somebody has sorted
    done = import_files(study, [write(sheets[0], rows)])
    assert done == Imported(new=29, guesses=2, comments=1)
    held = study.current_scores()
    places = [place.item_id for place in study.positions(1)]
    assert held[1, places[0], AXES[0]] is None
    assert held[1, places[1], AXES[2]] is None
    assert (1, places[2], AXES[2]) not in held
    assert held[1, places[5], AXES[1]] == 2
    assert study.item_for(1, 5).comment == "=a formula?"
    assert {rater for rater, *_ in held} == {1}
    assert import_files(study, [sheets[0]]) == Imported(same=29)
    assert {score.saved for score in study.scores(even_unlocked=True)} <= {line[0] for line in study.audit()}


def test_every_bad_cell_is_told_and_nothing_is_taken(study, sheets, tmp_path):
    rows = fill(sheets[0], information_security="2")
    item = column(rows[0], "item")
    rows[0][column(rows[0], "information_security")] = "3"
    rows[1][column(rows[1], "etiology_explainability")] = "good"
    rows[2][item] = "0" * 32
    rows[3]["rater"] = "Nobody"
    rows[4][column(rows[4], "who_wrote_it")] = "my uncle"
    rows[5][column(rows[5], "comment")] = "x" * 4001
    rows.append(rows[6] | {column(rows[6], "information_security"): "1"})
    other = tmp_path / "other.csv"
    other.write_text("name,age\nAnn,40\n")
    with pytest.raises(ValueError, match="nothing was imported") as error:
        import_files(study, [write(sheets[0], rows), other])
    for part in (
        "line 2, information_security: '3'; 0, 1, 2, or x for cannot judge",
        "line 3, etiology_explainability: 'good'",
        "line 4, item: '0000",
        "line 5, rater: 'Nobody' does not rate here; Ann, 李 do",
        "line 6, who_wrote_it: 'my uncle'; ",
        "line 7, comment: 4001 characters",
        "line 12: another value than in",
        "other.csv: neither a rater's spreadsheet",
    ):
        assert part in str(error.value), part
    assert study.current_scores() == {}


def test_other_scores_are_replaced_only_when_asked(study, sheets):
    place = study.positions(1)[0].item_id
    study.save_score(1, place, AXES[0], 0)
    study.save_comment(1, place, "mine")
    rows = fill(sheets[0], information_security="2", comment="yours")
    write(sheets[0], rows)
    with pytest.raises(ValueError, match="Ann has scored otherwise here on information_security already; --replace"):
        import_files(study, [sheets[0]])
    assert study.current_scores() == {(1, place, AXES[0]): 0}
    done = import_files(study, [sheets[0]], replace=True)
    assert (done.new, done.changed, done.comments) == (9, 2, 9)
    assert study.current_scores()[1, place, AXES[0]] == 2
    study.lock()
    with pytest.raises(Locked):
        import_files(study, [sheets[0]])
    with pytest.raises(Locked):
        export_sheets(study, sheets[0].parent / "late")


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_scores_of_a_copy_at_another_place_come_together(study, tmp_path, suffix):
    study.close()
    shutil.copy(study.path, tmp_path / "copy.study")
    with Study.open(tmp_path / "copy.study") as copy:
        for number, place in enumerate(copy.positions(2)):
            copy.save_score(2, place.item_id, AXES[number % 3], (None, 0, 1, 2)[number % 4])
        expected = copy.current_scores()
        rows = export(copy, "scores", tmp_path / f"scores{suffix}", even_unlocked=True)
    assert rows == 10
    study.save_score(1, study.positions(1)[0].item_id, AXES[0], 1)
    assert import_files(study, [tmp_path / f"scores{suffix}"]) == Imported(new=10)
    assert {key: value for key, value in study.current_scores().items() if key[0] == 2} == expected


def test_scores_leave_after_the_lock_only(study, tmp_path):
    study.save_score(1, study.positions(1)[0].item_id, AXES[0], None)
    for what in ("scores", "guesses", "comments", "disagreements"):
        with pytest.raises(NotLocked):
            export(study, what, tmp_path / f"{what}.csv")
    assert not list(tmp_path.glob("*.csv"))
    study.lock()
    for what in TABLES:
        rows = export(study, what, tmp_path / f"{what}.csv")
        assert len(table(tmp_path / f"{what}.csv")) == rows
    (score,) = table(tmp_path / "scores.csv")
    assert (score["value"], score["axis"], score["rater"]) == ("x", AXES[0], "Ann")
    with pytest.raises(ValueError, match="'secrets' cannot be exported"):
        export(study, "secrets", tmp_path / "secrets.csv")


@pytest.mark.parametrize(
    ("values", "disagree"),
    [
        ([2, 2, 2, 2, 1], False),
        ([2, 2, 1, 1], True),  # no majority
        ([2, 2, 1], False),
        ([2, 2, 2, 2, 0], True),  # two levels apart
        ([None, None, 2], False),
        ([None, 0, 2], True),
        ([], False),
        ([1], False),
        ([1, 2], True),
    ],
)
def test_what_counts_as_a_disagreement(values, disagree):
    assert is_disagreement(values, (0, 1, 2)) is disagree


def test_the_queue_of_disagreements_is_blinded_decided_and_taken_back(study, tmp_path):
    items = [item for item in study.items() if item.kind == "item"]
    for item, values in zip(items, ((0, 2), (1, 2), (2, 2)), strict=False):
        for rater, value in zip((1, 2), values, strict=True):
            study.save_score(rater, item.id, AXES[0], value)
    study.save_score(1, items[2].id, AXES[2], 0)
    study.save_score(2, items[2].id, AXES[2], 1)
    study.save_comment(2, items[0].id, "wrong dose")
    repeat = next(item for item in study.items() if item.kind == "repeat")
    study.save_score(1, repeat.id, AXES[0], 0)
    study.save_score(2, repeat.id, AXES[0], 2)
    study.lock()
    queue = tmp_path / "queue.csv"
    assert export(study, "disagreements", queue) == 3
    rows = table(queue)
    assert [(row["item_id"], row["axis"], row["scores"]) for row in rows] == [
        (items[0].id, AXES[0], "0 2"),
        (items[1].id, AXES[0], "1 2"),
        (items[2].id, AXES[2], "0 1"),
    ]
    assert rows[0]["comments"] == "wrong dose"
    text = queue.read_text(encoding="utf-8-sig")
    assert not [word for word in ("alpha", "beta", "made:up", "Ann", "李") if word in text]
    with pytest.raises(FileExistsError, match="may be filled in"):
        export(study, "disagreements", queue)

    rows[0] |= {"decision": "0", "by": "Chair", "reason": "-5 mg is no dose"}
    rows[1] |= {"decision": "7", "by": ""}
    write(queue, rows)
    with pytest.raises(ValueError, match=r"line 3, by: empty; name who decided\n.*line 3, decision: '7'; 0, 1, 2 are"):
        import_files(study, [queue])
    assert study.adjudications() == []
    rows[1] |= {"decision": "", "by": ""}
    assert import_files(study, [write(queue, rows)]) == Imported(decisions=1)
    assert import_files(study, [queue]) == Imported()
    (decision,) = study.adjudications()
    assert (decision.item_id, decision.value, decision.by) == (items[0].id, 0, "Chair")
    export(study, "disagreements", tmp_path / "again.csv")
    assert table(tmp_path / "again.csv")[0]["decision"] == "0"
