import json
from collections import Counter
from dataclasses import replace

import pytest

from medtune.data.pipeline import (
    Funnel,
    among,
    check_ids,
    cluster,
    draw_sample,
    normalise,
    once_too_often,
    remove_reply,
    reply_counts,
    require,
)
from medtune.data.records import Record, Rejected


def record(n=1, description="咳嗽三天", department="内科", reply="多喝水", group=None, **meta):
    return Record(
        f"x:f:{n}",
        "x",
        "zh",
        "triage",
        description=description,
        department=department,
        reply=reply,
        group=group,
        meta=meta,
    )


def test_funnel_counts_every_row_where_it_comes_out():
    kept_aside = []
    funnel = Funnel(kept_aside.append)
    rows = [record(1), Rejected("x:f:2", "x", "undecodable bytes", "?"), record(3, reply="嗯"), record(4)]
    read = funnel.read("read x", rows)
    judged = funnel.apply("reply", read, lambda row: "too short" if row.reply == "嗯" else row)
    changed = funnel.apply("change", judged, lambda row: replace(row, disease="感冒") if row.id == "x:f:4" else row)
    assert [row.id for row in changed] == ["x:f:1", "x:f:4"]
    assert [(step.name, step.rows_in, step.rows_out, step.changed) for step in funnel.steps] == [
        ("read x", 4, 3, 0),
        ("reply", 3, 2, 0),
        ("change", 2, 2, 1),
    ]
    assert (funnel.rows_read, funnel.rows_rejected) == (4, 2)
    funnel.account_for(2)
    assert [row.reason for row in kept_aside] == ["undecodable bytes", "too short"]
    assert Record.from_row(json.loads(kept_aside[1].text)) == record(3, reply="嗯")  # nothing of the row is lost


def test_lost_rows_are_noticed():
    funnel = Funnel(lambda row: None)
    list(funnel.read("read x", [record(1), record(2)]))
    with pytest.raises(RuntimeError, match="2 rows read, 1 kept, 0 rejected"):
        funnel.account_for(1)


def test_mending_keeps_the_row_and_moves_the_reply_aside():
    funnel = Funnel(lambda row: None)
    row = list(funnel.apply("reply", [record(reply="嗯", age="30")], lambda row: "too short", remove_reply))
    assert row == [record(reply=None, age="30", removed_reply="嗯")]
    assert funnel.steps[0].mended == Counter({"too short": 1})
    assert not funnel.steps[0].rejected


def test_require():
    def judge(row, department=True):
        return require(row, ("description", "title"), department)

    assert judge(record()) == record()
    assert judge(record(description=None)) == "no description"
    assert judge(record(description=" nan ", title="无")) == "no description"
    assert isinstance(judge(record(description=None, title="头痛")), Record)
    assert judge(record(department=None)) == "no department"
    assert judge(record(department=" ")) == "no department"
    assert isinstance(judge(record(department=None), department=False), Record)
    instruction = replace(record(description=None, department=None), instruction="Say hello")
    assert judge(instruction, department=False) == instruction


def test_departments():
    assert normalise(record(department="心内科"), {"心内科": "心血管内科"}).department == "心血管内科"
    assert normalise(record(department=" "), {}).department is None
    same = record()
    assert normalise(same, {}) is same
    assert among(same, frozenset(["外科"])) == "department not among the most frequent"
    assert among(record(department=None), frozenset()) == record(department=None)


def test_replies_given_too_often():
    rows = [record(n, reply="多喝水。" if n % 2 else "多喝水") for n in range(4)] + [
        record(9, reply="拍片"),
        record(10, reply=None),
    ]
    judge = once_too_often(reply_counts(rows), max_repeats=3)
    assert [judge(row) if isinstance(judge(row), str) else "" for row in rows] == ["repeated reply"] * 4 + ["", ""]
    assert once_too_often(reply_counts(rows), max_repeats=4)(rows[0]) == rows[0]


def test_ids_must_be_unique():
    check_ids([record(1), record(2)])
    with pytest.raises(
        ValueError, match=r"1 ids occur more than once, such as x:f:1: data\.sources names a file twice"
    ):
        check_ids([record(1), record(1), record(2)])


def test_a_sample_does_not_hang_on_the_order():
    rows = [record(n) for n in range(50)]
    assert draw_sample(rows, 10, seed=1) == draw_sample(rows[::-1], 10, seed=1)
    assert draw_sample(rows, 10, seed=1) != draw_sample(rows, 10, seed=2)
    assert len(draw_sample(rows, 100, seed=1)) == 50


def test_clusters_join_groups_equal_texts_and_like_complaints():
    complaint = "三天前开始咳嗽，夜里加重，有白色黏痰，没有发热，吃过止咳糖浆没有好转"
    rows = [
        record(0, complaint, group="a"),
        record(1, "头晕眼花", group="a"),
        record(2, "完全另一件事情", group="b"),
        record(3, complaint.replace("糖浆", "药水"), group="c", history="很长的病史" * 30),
        record(4, "如题", group="d"),
        record(5, "如题", group="e", title="别的"),
        record(6, "完全另一件事情", group=None),
    ]
    texts = [row.description + row.meta.get("history", "") + row.meta.get("title", "") for row in rows]
    found = cluster(rows, texts, threshold=0.6)
    labels = found.labels.tolist()
    assert labels[0] == labels[1] == labels[3]
    assert labels[2] == labels[6]
    assert len({labels[0], labels[2], labels[4], labels[5]}) == 4
    assert (found.exact, found.near, found.count, found.largest) == (1, 1, 4, 3)
    only_exact = cluster(rows, texts, threshold=None)
    assert only_exact.labels[0] != only_exact.labels[3]
    assert (only_exact.exact, only_exact.near) == (1, 0)
