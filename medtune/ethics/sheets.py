"""Spreadsheets for raters without access to the server: one CSV file each, blinded, filled in and sent back."""

from __future__ import annotations

import re
from pathlib import Path

from medtune.ethics.exchange_files import write_table
from medtune.ethics.rows import Rater, RaterItem
from medtune.ethics.store import Study

RATER, ITEM, NUMBER, QUESTION, ANSWER, REFERENCE, GUESS, COMMENT = (
    "rater",
    "item",
    "number",
    "question",
    "answer",
    "reference",
    "who_wrote_it",
    "comment",
)
_TITLES = {
    RATER: "评分者",
    ITEM: "编号",
    NUMBER: "序号",
    QUESTION: "提问",
    ANSWER: "回答",
    REFERENCE: "参考回答",
    GUESS: "作者是谁",
    COMMENT: "备注",
}
_HOW_TO = {
    "en": (
        "How to fill in the table {sheet}",
        "Give one row after the other a score in each column that is described below. x means: cannot judge. Leave a "
        "cell empty that you have not come to. Do not change the columns `rater` and `item`. Save the table as CSV "
        "(UTF-8) and send it back; it may be unfinished.",
        "Column",
        "Who wrote it, do you think? Put one of these into `who_wrote_it`, or ? for don't know:",
        "If you give {value} here, leave the columns after it empty.",
    ),
    "zh": (
        "如何填写表格 {sheet}",
        "请逐行在下列各栏中填写分数。填 x 表示无法判断；还没有评到的留空。请不要改动 rater 和 item 两栏。"
        "填好后请另存为 CSV（UTF-8）并发回，没有填完也可以。",
        "栏目",
        "您认为这条回答是谁写的？请在 who_wrote_it 一栏填写以下之一，不知道填 ?：",
        "如果此处评 {value} 分，其后各栏请留空。",
    ),
}


def export_sheets(study: Study, folder: str | Path) -> list[Path]:
    """Write for each active rater a spreadsheet, and a text that says how to fill it in.

    What is scored already stands in it, so a rater may go on in the spreadsheet.

    Args:
        study: the study.
        folder: receives `NAME.csv` and `NAME.txt` for each rater.

    Returns:
        The spreadsheets.

    Raises:
        FileExistsError: one of the files is there already, and may be filled in.
        Locked: the study is locked.
    """
    study.check_unlocked()
    folder = Path(folder)
    raters = [rater for rater in study.raters() if rater.active]
    paths = [folder / f"{_file_name(rater)}.csv" for rater in raters]
    if there := [str(path) for path in paths if path.exists()]:
        raise FileExistsError(f"{', '.join(there)}: there already, and may be filled in; choose another folder")
    for rater, path in zip(raters, paths, strict=True):
        rows = [_row(study, rater, study.item_for(rater.id, place.position)) for place in study.positions(rater.id)]
        write_table(path, dict.fromkeys(headings(study, rater.language).values(), str), rows, new=True)
        path.with_suffix(".txt").write_text(_how_to(study, rater, path.name), encoding="utf-8-sig", newline="\r\n")
    study.log("cli", "export", what="sheets", raters=len(raters))
    return paths


def headings(study: Study, language: str) -> dict[str, str]:
    """Return the heading of each column in a language; it begins with the column's name."""
    axes = {axis.key: axis.title.read(language) for axis in study.rubric.axes}
    names = [RATER, ITEM, NUMBER, QUESTION, ANSWER]
    names += [REFERENCE] if study.options.show_reference else []
    names += [*axes, *([GUESS] if study.labels() else []), COMMENT]
    titles = axes | (_TITLES if language == "zh" else {})
    return {name: f"{name} {titles[name]}" if name in titles else name for name in names}


def _row(study: Study, rater: Rater, item: RaterItem) -> dict[str, str | None]:
    labels = {label.id: label.read(rater.language) for label in study.labels()}
    values = {
        RATER: rater.name,
        ITEM: item.id,
        NUMBER: str(item.position + 1),
        QUESTION: item.question,
        ANSWER: item.answer,
        REFERENCE: item.reference,
        GUESS: labels.get(item.guess, "?") if item.guessed else None,
        COMMENT: item.comment or None,
    }
    values |= {axis: "x" if value is None else str(value) for axis, value in item.scores.items()}
    return {heading: values.get(name) for name, heading in headings(study, rater.language).items()}


def _file_name(rater: Rater) -> str:
    """Return a name that any file system takes and that is no other rater's."""
    name = re.sub(r"[^\w-]+", "_", rater.name).strip("_")[:40]
    return f"{rater.id:02d}_{name or 'rater'}"


def _how_to(study: Study, rater: Rater, sheet: str) -> str:
    language = rater.language
    title, text, column, who, ends = _HOW_TO["zh" if language == "zh" else "en"]
    lines = [f"{study.name}: {title.format(sheet=sheet)}", "", study.rubric.instructions.read(language), "", text]
    for axis in study.rubric.axes:
        lines += ["", f"{column} {axis.key}: {axis.title.read(language)}", axis.question.read(language)]
        lines += [axis.direction.read(language)]
        lines += [f"  {one.value}  {one.label.read(language)}: {one.text.read(language)}" for one in axis.levels]
        if study.options.end_on_unacceptable and axis.unacceptable is not None:
            lines.append(ends.format(value=axis.unacceptable))
    if labels := study.labels():
        lines += ["", who, *(f"  {label.read(language)}" for label in labels)]
    return "\n".join([*lines, ""])
