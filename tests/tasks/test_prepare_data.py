import json
import random
from itertools import pairwise

import pytest

from medtune.data.records import Record
from medtune.data.storage import PreparedData, read_records, read_table
from medtune.recipe.inputs import Input
from medtune.recipe.loading import load_recipe
from medtune.tasks import prepare_data
from medtune.tasks.prepare_data import Recipe

HEAD = """if __name__ == "__main__": from medtune import launch; launch(__file__); r'''\n"""
COMPLAINTS = {
    "心内科": "胸口发闷，走楼梯时心慌，已经持续了",
    "心血管内科": "血压总是偏高，早上起来头胀，量了好几次，大约有",
    "消化科（东院）": "饭后上腹胀痛，反酸，夜里常常疼醒，前后",
    "骨一科": "膝盖上下楼疼，蹲下去起不来，肿过一次，差不多",
    "皮肤科": "手臂起了一片红疹，很痒，擦过药膏没有用，至今",
    "海上科": "坐船头晕恶心，什么也吃不下，上岸以后还是这样，有",
}
ADVICE = [
    "先去做一个心电图再看。",
    "少吃辛辣，规律作息，必要时做胃镜。",
    "注意休息，避免剧烈运动。",
    "外用药膏一周后复查。",
]


def write_source(path, rows=400, seed=0):
    """Write a table with good rows, and some of every kind that is kept aside."""
    rng = random.Random(seed)
    names = list(COMPLAINTS)
    lines = []
    for number in range(rows):
        department = rng.choices(names, weights=[5, 4, 5, 4, 3, 1])[0]
        sign = "".join(rng.choices("左右上下前后红肿热痛麻木轻重缓急早晚冷暖干湿明暗动静", k=45))
        lines.append(
            {
                "department": department,
                "text": COMPLAINTS[department] + f"{number}天，{sign}。",
                "answer": rng.choice(ADVICE),
            }
        )
    lines += [dict(line) for line in lines[:20]]  # exact duplicates
    lines += [{**line, "text": line["text"].replace("天，", "日，")} for line in lines[20:40]]  # near duplicates
    lines += [
        {"department": None, "text": "咳嗽", "answer": "多喝水，休息"},
        {"department": "骨科", "text": "无", "answer": "拍片看看骨头"},
    ]
    lines += [{"department": "骨科", "text": "脚扭了，请看看", "answer": "请上传照片"}]
    lines += [{"department": "骨科", "text": "脚扭了，肿了", "answer": None}]
    path.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
    return len(lines)


def recipe(tmp_path, name="out", **keys):
    columns = {"department": "department", "description": "text", "reply": "answer"}
    source = {"source": "table", "path": str(tmp_path / "rows.json"), "language": "zh", "columns": columns}
    keys.setdefault("data", {})
    keys["data"] = {"sources": [source], **keys["data"]}
    keys.setdefault("cleaning", {"reply_quality": {"max_repeats": None}})
    return Recipe.model_validate({"task": "prepare-data", "output_dir": str(tmp_path / name), **keys})


def run(tmp_path, name="out", **keys):
    made = recipe(tmp_path, name, **keys)
    return prepare_data.run(made, tmp_path / name), PreparedData.open(tmp_path / name)


def read_card(prepared):
    return json.loads((prepared.folder / "data_card.json").read_text(encoding="utf-8"))


@pytest.fixture
def source(tmp_path):
    return write_source(tmp_path / "rows.json")


def test_everything_is_accounted_for(tmp_path, source):
    metrics, prepared = run(tmp_path, departments={"top_k": 4})
    rejected = read_table(prepared.folder / "rejected.parquet")
    splits = {name: prepared.split(name).num_rows for name in ("train", "validation", "test")}
    assert metrics["rows_read"] == source == metrics["rows_kept"] + metrics["rows_rejected"]
    assert metrics["rows_rejected"] == rejected.num_rows
    assert metrics["rows_kept"] == sum(splits.values())
    assert {f"{name}_rows": rows for name, rows in splits.items()}.items() <= metrics.items()
    reasons = rejected["reason"].to_pylist()
    assert [reasons.count(r) for r in ("no department", "no description", "photo request")] == [1, 1, 1]
    assert reasons.count("department not among the most frequent") == metrics["rows_rejected"] - 3
    photo = rejected.to_pylist()[reasons.index("photo request")]
    assert Record.from_row(json.loads(photo["text"])).reply == "请上传照片"
    card = read_card(prepared)
    chain = card["steps"]
    assert [step["name"] for step in chain] == [
        "read table",
        "complete rows",
        "reply quality",
        "department names",
        "frequent departments",
    ]
    assert all(before["rows_out"] == after["rows_in"] for before, after in pairwise(chain))
    assert all(step["rows_in"] == step["rows_out"] + sum(step["rejected"].values()) for step in chain)


def test_departments_are_normalised_and_ordered(tmp_path, source):
    metrics, prepared = run(tmp_path, departments={"top_k": 4, "names": {"皮肤科": "皮肤"}})
    assert metrics["departments"] == 4
    assert prepared.departments[0] == "心血管内科"  # 心内科 and 心血管内科 together
    assert set(prepared.departments) == {"心血管内科", "消化内科", "骨科", "皮肤"}
    assert set(prepared.split("train")["department"].to_pylist()) == set(prepared.departments)
    written = {(before, after) for before, after, _ in read_card(prepared)["departments_as_written"]}
    assert {
        ("心内科", "心血管内科"),
        ("消化科（东院）", "消化内科"),
        ("骨一科", "骨科"),
        ("海上科", "海上科"),
    } <= written
    _, all_kept = run(tmp_path, "all", departments={"top_k": None, "minimum_rows": 2, "broad": False})
    assert {"心内科", "心血管内科", "消化科", "海上科"} <= set(all_kept.departments)


def test_duplicates_stand_in_one_split(tmp_path, source):
    _, prepared = run(tmp_path)
    where = {}
    for name in ("train", "validation", "test"):
        for text in prepared.split(name)["description"].to_pylist():
            where.setdefault(text.replace("日，", "天，"), set()).add(name)
    assert max(len(names) for names in where.values()) == 1
    duplicates = read_card(prepared)["duplicates"]
    assert (duplicates["exact_rows"], duplicates["near_duplicate_rows"], duplicates["largest_cluster"]) == (20, 20, 2)


def test_same_seed_same_bytes_other_seed_other_split(tmp_path, source):
    _, first = run(tmp_path, "a")
    _, again = run(tmp_path, "b")
    _, other = run(tmp_path, "c", seed=1)
    files = ["train.parquet", "validation.parquet", "test.parquet", "rejected.parquet", "departments.json"]
    for name in [*files, "data_card.md", "data_card.json"]:
        assert (first.folder / name).read_bytes() == (again.folder / name).read_bytes(), name
    assert first.fingerprint == again.fingerprint == read_card(first)["fingerprint"]
    assert first.fingerprint != other.fingerprint
    assert {r.id for r in read_records(first.path("test"))} != {r.id for r in read_records(other.path("test"))}
    assert not [file for file in first.folder.iterdir() if file.name.startswith(".")]


def test_shares_and_a_sample(tmp_path, source):
    metrics, _ = run(tmp_path, splits={"validation": 0.2, "test": 0.3}, data={"max_rows": 100})
    assert metrics["rows_kept"] == 100
    assert metrics["validation_rows"] == pytest.approx(20, abs=3)
    assert metrics["test_rows"] == pytest.approx(30, abs=3)


def test_rows_without_a_usable_reply(tmp_path, source):
    def replies(name, **cleaning):
        metrics, prepared = run(tmp_path, name, cleaning=cleaning, departments={"top_k": None})
        rows = [r for split in ("train", "validation", "test") for r in read_records(prepared.path(split))]
        return metrics["rows_kept"], [r for r in rows if r.reply is None]

    kept, without = replies("default", reply_quality={"max_repeats": None})
    assert (kept, len(without)) == (source - 3, 1)  # the row whose source has no reply stays
    kept, without = replies("strict", reply_quality={"max_repeats": None}, require_reply=True)
    assert (kept, len(without)) == (source - 4, 0)
    kept, without = replies("mended", reply_quality={"max_repeats": None, "keep_row": True})
    assert (kept, len(without)) == (source - 2, 2)
    assert [r.meta["removed_reply"] for r in without if r.meta.get("removed_reply")] == ["请上传照片"]
    kept, without = replies("off", reply_quality={"enabled": False})
    assert (kept, len(without)) == (source - 2, 1)
    with pytest.raises(ValueError, match=r"no rows are left.*repeated replies: \d+ in, 1 out \(repeated reply \d+\)"):
        replies("repeats", reply_quality={"max_repeats": 1}, require_reply=True)


def test_judging_some_splits_leaves_the_others_as_written(tmp_path):
    def prepare(name, **quality):
        source = {"source": "synthetic", "rows": 600, "template_replies": 0.3}
        quality = {"max_repeats": 10, "keep_row": True, **quality}
        _, prepared = run(tmp_path, name, data={"sources": [source]}, cleaning={"reply_quality": quality})
        return {split: read_records(prepared.path(split)) for split in ("train", "validation", "test")}, prepared

    everywhere, _ = prepare("everywhere")
    partly, prepared = prepare("partly", splits=["validation", "test"])
    nowhere, _ = prepare("nowhere", enabled=False)
    assert partly["train"] == nowhere["train"]
    assert [partly[split] for split in ("validation", "test")] == [everywhere[s] for s in ("validation", "test")]
    templates = {record.id for record in nowhere["train"] if "template_reply" in record.meta}
    assert templates == {record.id for record in everywhere["train"] if record.reply is None}
    assert len(templates) > 100
    assert any(record.reply is None for record in partly["test"])
    card = (prepared.folder / "data_card.md").read_text(encoding="utf-8")
    assert "Only in validation and test: elsewhere what is counted here stays as written." in card


def test_rows_kept_aside_stand_in_no_split(tmp_path):
    for quality, strict in (({}, False), ({"keep_row": True}, True)):
        quality = {"splits": ["test"], **quality}
        made = recipe(tmp_path, cleaning={"reply_quality": quality, "require_reply": strict})
        [problem] = prepare_data.check(made)
        assert "cleaning.reply_quality.splits" in str(problem)
        assert "rows kept aside for their replies stand in no split" in str(problem)


def test_the_card_lists_removed_replies_by_pattern(tmp_path):
    source = {"source": "synthetic", "rows": 600, "template_replies": 0.3}
    _, prepared = run(tmp_path, data={"sources": [source]}, cleaning={"reply_quality": {"max_repeats": 10}})
    replies = read_card(prepared)["replies"]
    rejected = read_table(prepared.folder / "rejected.parquet")["reason"].to_pylist()
    assert sum(entry["replies"] for entry in replies["removed"] + replies["repeated"]) == len(rejected)
    assert replies["judged"] == {"synthetic": 600}
    assert replies["kept"] == {"synthetic": 600 - len(rejected)}
    assert replies["repeated_patterns"] == 2
    patterns = {(entry["reason"], entry["pattern"]): entry for entry in replies["removed"]}
    thanks = patterns["template reply", "thanks, all read"]
    assert thanks["examples"] == ["感谢您的信任，病情资料我已阅读。"]
    assert thanks["share"] == thanks["replies"] / 600
    text = (prepared.folder / "data_card.md").read_text(encoding="utf-8")
    assert "| template reply | thanks, all read + advice follows |" in text
    assert "Removed because more than 10 rows repeat them: 2 different replies, all of them here:" in text
    data = {"sources": [source]}
    quoting_none = run(tmp_path, "none", samples=0, data=data, cleaning={"reply_quality": {"max_repeats": 10}})[1]
    assert "感谢" not in (quoting_none.folder / "data_card.md").read_text(encoding="utf-8")


def test_the_card_tells_what_a_reader_needs(tmp_path, source):
    _, prepared = run(tmp_path, departments={"top_k": None}, samples=2)
    text = (prepared.folder / "data_card.md").read_text(encoding="utf-8")
    for part in ("## Steps", "## Splits", "## Departments", "## Lengths in characters", "## Samples", "SHA-256"):
        assert part in text
    assert "No row has anything in the input fields title, help_wanted" in text
    assert "photo request 1" in text
    card = read_card(prepared)
    assert len(card["samples"]) == 2
    assert all(len(sample["description"]) <= 81 for sample in card["samples"])
    assert not any(str(number) in sample["description"] for sample in card["samples"] for number in range(10, 400))
    assert card["characters"]["reply"]["rows"] == card["characters"]["description"]["rows"] - 1
    assert "## Samples" not in (run(tmp_path, "none", samples=0)[1].folder / "data_card.md").read_text(encoding="utf-8")


def test_the_card_warns_of_departments_too_small_for_every_split(tmp_path):
    rows = [
        {"department": "内科", "text": f"咳嗽，{chr(0x4E00 + n) * 5}{chr(0x5E00 + n) * 6}", "answer": "多喝水"}
        for n in range(40)
    ]
    rows += [{"department": "眼科", "text": "眼睛红，有点疼，看东西模糊", "answer": "滴眼药水"}] * 3
    (tmp_path / "rows.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    _, prepared = run(tmp_path)
    assert any(line.startswith("眼科 has no row in") for line in read_card(prepared)["warnings"])
    assert any(
        "One cluster of duplicates or one group holds 3 of 43 rows" in w for w in read_card(prepared)["warnings"]
    )


def test_unknown_tokens(tmp_path, source):
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    known = sorted(set("".join(COMPLAINTS.values()) + "".join(ADVICE)) - set("胸痛"))
    vocabulary = {token: place for place, token in enumerate(["[UNK]", *known])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="[UNK]").save_pretrained(tmp_path / "tokenizer")
    _, prepared = run(tmp_path, tokenizers=[str(tmp_path / "tokenizer")])
    found = read_card(prepared)["tokenizers"][str(tmp_path / "tokenizer")]
    train = prepared.split("train", ["description", "reply"])
    texts = [text for column in train.columns for text in column.to_pylist() if text]
    everything = "".join(texts)
    unknown = [character for character in everything if character not in vocabulary]
    assert found["unknown_token_rate"] == pytest.approx(len(unknown) / len(everything))
    assert found["texts_with_unknown"] == sum(any(c not in vocabulary for c in text) for text in texts)
    by_character = {one["character"]: one for one in found["unknown_characters"]}
    assert by_character["痛"]["times"] == everything.count("痛")
    rows = zip(*(column.to_pylist() for column in train.columns), strict=True)
    assert by_character["痛"]["rows"] == sum(any("痛" in (text or "") for text in row) for row in rows)
    assert (
        f"| 痛 | U+75DB | Chinese character | {everything.count('痛')} |"
        in (prepared.folder / "data_card.md").read_text()
    )
    with pytest.raises(ValueError, match=r"tokenizers: 'nowhere/at-all' cannot be loaded as a tokenizer"):
        run(tmp_path, "b", tokenizers=["nowhere/at-all"])


def test_a_source_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"rows\.json"):
        run(tmp_path)
    assert not (tmp_path / "out" / "rejected.parquet").exists()


def test_inputs(tmp_path, source):
    made = recipe(tmp_path, tokenizers=["user/tokenizer"])
    assert prepare_data.inputs(made) == [
        Input("data.sources.0.path", str(tmp_path / "rows.json"), "file"),
        Input("tokenizers.0", "user/tokenizer", "tokenizer"),
    ]


def test_inputs_of_other_sources(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("")
    triage = {"source": "haodf_triage", "path": ["x.csv"]}
    sources = [
        {"source": "meddialog", "path": str(tmp_path / "*.txt")},
        {**triage, "names": ["内科", "外科"]},
        {**triage, "names": "names.txt"},
        {"source": "hub", "path": "user/data", "columns": {"description": "text"}},
        {"source": "synthetic", "rows": 5},
    ]
    made = Recipe.model_validate({"task": "prepare-data", "output_dir": "x", "data": {"sources": sources}})
    assert [
        (item.key[13:], item.name.removeprefix(f"{tmp_path}/"), item.kind) for item in prepare_data.inputs(made)
    ] == [
        ("0.path", "a.txt", "file"),
        ("0.path", "b.txt", "file"),
        ("1.path", "x.csv", "file"),
        ("2.path", "x.csv", "file"),
        ("2.names", "names.txt", "file"),
        ("3.path", "user/data", "dataset"),
    ]


def test_check_finds_what_single_keys_do_not_show(tmp_path):
    made = recipe(
        tmp_path,
        splits={"validation": 0.5, "test": 0.5},
        data={"input_fields": ["description", "title", "title"]},
    )
    double = made.model_copy(update={"data": made.data.model_copy(update={"sources": made.data.sources * 2})})
    problems = [str(problem) for problem in prepare_data.check(double)]
    assert len(problems) == 3
    assert "validation 0.5 and test 0.5 leave nothing to train on" in problems[0]
    assert "data.sources.1: the same source is named twice" in problems[1]
    assert "data.input_fields.2: 'title': the same field is named twice" in problems[2]


def test_mistakes_in_a_source_are_found_where_they_stand(tmp_path):
    path = tmp_path / "recipe.yaml"
    sources = "    - source: meddialog\n      path: 3\n      pth: x\n    - source: medialog\n"
    body = f"task: prepare-data\noutput_dir: out\ndata:\n  sources:\n{sources}"
    path.write_text(HEAD + body + "# '''\n")
    with pytest.raises(ValueError, match=r"data\.sources\.0\.path") as caught:
        load_recipe(path)
    message = str(caught.value)
    assert "data.sources.0.pth: 'x': unknown key. Did you mean `path`?" in message
    assert "'medialog' is no reader; did you mean 'meddialog'?" in message


def test_instructions_need_neither_department_nor_input(tmp_path):
    rows = [{"q": f"Name {word} things.", "x": "", "a": f"The {word}"} for word in ("red", "blue", "round", "old") * 5]
    (tmp_path / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    columns = {"instruction": "q", "description": "x", "reply": "a"}
    source = {"source": "table", "path": str(tmp_path / "rows.json"), "columns": columns}
    data = {"sources": [{**source, "language": "en", "task": "instruction"}]}
    cleaning = {"require_department": False}
    metrics, prepared = run(tmp_path, data=data, cleaning=cleaning, splits={"validation": 0.25, "test": 0.25})
    assert (metrics["rows_kept"], metrics["departments"]) == (20, 0)
    assert set(prepared.split("train")["description"].to_pylist()) == {None}
    instructions = [set(prepared.split(name)["instruction"].to_pylist()) for name in ("train", "validation", "test")]
    assert sum(map(len, instructions)) == 4  # equal instructions stand together


def test_real_dialogues(tmp_path, shared):
    sources = [
        {"source": "meddialog", "path": str(shared / "data" / "haodf_covid_raw.txt")},
        {"source": "toyhom", "path": str(shared / "data" / "internal_medicine_train.gb18030.csv")},
    ]
    made = Recipe.model_validate({"task": "prepare-data", "output_dir": "x", "data": {"sources": sources}})
    metrics = prepare_data.run(made, tmp_path)
    assert metrics["rows_read"] == 6900 == metrics["rows_kept"] + metrics["rows_rejected"]
    assert metrics["rows_kept"] > 6000
    assert metrics["test_rows"] / metrics["rows_kept"] == pytest.approx(0.1, abs=0.01)
