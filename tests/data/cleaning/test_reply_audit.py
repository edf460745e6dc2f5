from medtune.data.cleaning.reply_audit import ReplyAudit
from medtune.data.pipeline import once_too_often, reply_counts
from medtune.data.records import Record


def records(*replies, source="x"):
    return [
        Record(f"{source}:{number}", source, "zh", "triage", description="咳嗽", reply=reply)
        for number, reply in enumerate(replies)
    ]


def audited(rows, max_repeats=4, examples=2, **options):
    """Judge as `task: prepare-data` does."""
    audit = ReplyAudit(3, max_repeats, examples, **options)
    kept = [result for result in map(audit.judge, rows) if isinstance(result, Record)]
    counts = reply_counts(kept)
    step = audit.judge_repeats(counts, once_too_often(counts, max_repeats))
    return audit, [result for result in map(step, kept) if isinstance(result, Record)]


def test_removed_replies_are_counted_by_reason_and_pattern():
    thanks = "感谢您的信任，病情资料我已阅读。"
    rows = records(thanks, f"{thanks}您好", f"{thanks}你好", "您好", "请上传照片", "考虑咽炎，多喝水。", None)
    audit, kept = audited(rows)
    summary = audit.summary()
    found = {(entry["reason"], entry["pattern"]): entry for entry in summary["removed"]}
    assert {key: entry["replies"] for key, entry in found.items()} == {
        ("template reply", "thanks, all read"): 3,
        ("template reply", "polite words alone"): 1,
        ("photo request", "the doctor's own words"): 1,
    }
    assert found["template reply", "thanks, all read"]["share"] == 3 / 6
    assert found["template reply", "thanks, all read"]["examples"] == [thanks, f"{thanks}您好"]
    assert (summary["judged"], summary["kept"]) == ({"x": 6}, {"x": 1})
    assert [record.reply for record in kept] == ["考虑咽炎，多喝水。", None]


def test_examples_are_masked_and_cut():
    reply = "感谢您的信任，病情资料我已阅读。根据您现有的资料，建议：请拨打13800000000，" + "多喝水，" * 30
    audit, _ = audited(records(reply))
    [example] = audit.summary()["phrases"][0]["examples"]
    assert "[电话]" in example
    assert len(example) == 81
    assert audited(records(reply), examples=0)[0].summary()["phrases"][0]["examples"] == []


def test_repeated_replies_and_those_near_the_limit():
    often, half, seldom = "先去门诊做一个检查再看。", "这种情况多半不要紧。", "可以热敷，每天两次。"
    audit, kept = audited(records(*[often] * 5, *[half] * 3, *[seldom] * 2))
    summary = audit.summary()
    assert summary["repeated"] == [{"replies": 5, "share": 0.5, "examples": [often]}]
    assert summary["repeated_patterns"] == 1
    assert summary["near"] == [
        {"source": "x", "reason": "repeated reply", "replies": 3, "share": 3 / 5, "examples": [half]}
    ]
    assert len(kept) == summary["kept"]["x"] == 5


def test_near_a_threshold_is_told_for_each_source():
    rows = records("多休息吧", "考虑咽炎，多喝水。") + records("去看看吧", "去医院吧", source="y")
    near = {(entry["source"], entry["reason"]): entry for entry in audited(rows)[0].summary()["near"]}
    assert {key: (entry["replies"], entry["share"]) for key, entry in near.items()} == {
        ("x", "reply too short"): (1, 0.5),
        ("y", "reply too short"): (2, 1.0),
    }


def test_replies_come_back_as_written():
    thanks = "感谢您的信任，病情资料我已阅读。"
    rows = records(thanks, f"{thanks}考虑咽炎，多喝水。", "可以热敷，每天两次。")
    audit, _ = audited(rows, reversible=True)
    judged = [audit.judge(row) for row in rows[1:]]
    assert judged[0].reply == "考虑咽炎，多喝水。"
    assert [audit.as_written(record) for record in judged] == rows[1:]
