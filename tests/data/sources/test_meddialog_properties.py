"""What a reader must hold for any input: it gives back what was written, loses nothing and raises nothing."""

import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from medtune.data.records import Turn
from medtune.data.sources.meddialog import read

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

words = st.text("头痛咳嗽三天发热不好，。？！（）10 abc%/+-*", min_size=1, max_size=20).map(str.strip).filter(bool)
paragraphs = st.lists(words, min_size=1, max_size=3).map("\n".join)
turns = st.lists(st.builds(Turn, st.sampled_from(["doctor", "patient"]), paragraphs), max_size=6)
SPEAKER = {"doctor": "医生", "patient": "病人"}
LAYOUTS = {
    "2020": ("疾病： \n{}\n", "病情描述： \n{}\n", "希望获得的帮助： \n{}\n"),
    "2013": ("疾病： {}\n", "病情描述： {}\n", "希望获得的帮助： {}\n"),
    "2011": ("疾病：\n{}\n", "病情描述（发病时间、主要症状、就诊医院等）：\n{}\n", "想得到怎样的帮助：\n{}\n"),
    "2010": ("疾病：{} ", "内容：病情描述（发病时间、主要症状、就诊医院等）：{}", "想得到怎样的帮助:{}\n"),
}
consultations = st.fixed_dictionaries(
    {
        "layout": st.sampled_from(sorted(LAYOUTS)),
        "disease": st.none() | words,
        "description": paragraphs,
        "help_wanted": st.none() | paragraphs,
        "department": st.none() | st.sampled_from(["产科", "骨科", "心胸外科"]),
        "diagnosis_summary": st.none() | paragraphs,
        "turns": turns,
    }
)


def render(number, case):
    disease, description, help_wanted = LAYOUTS[case["layout"]]
    parts = [f"id={number}\nhttps://www.example.org/{number}\n"]
    if case["department"]:
        parts.append(f"Doctor faculty\n某市医院  {case['department']}  \n")
    parts.append(
        "Description\n"
        + (disease.format(case["disease"]) if case["disease"] else "")
        + description.format(case["description"])
        + (help_wanted.format(case["help_wanted"]) if case["help_wanted"] else "")
    )
    if case["turns"]:
        parts.append("Dialogue\n" + "".join(f"{SPEAKER[turn.role]}：\n{turn.text}\n" for turn in case["turns"]))
    if case["diagnosis_summary"]:
        parts.append(f"Diagnosis and suggestions\n病情摘要及初步印象：\n{case['diagnosis_summary']}\n")
    return "\n".join(parts) + "\n\n"


def first_block(turns, role):
    texts = []
    for turn in turns:
        if turn.role == role:
            texts.append(turn.text)
        elif texts:
            break
    return "\n".join(texts) or None


@quick
@given(cases=st.lists(consultations, max_size=5), encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_round_trip(tmp_path, cases, encoding):
    file = tmp_path / "any.txt"
    file.write_bytes("".join(render(i, case) for i, case in enumerate(cases)).encode(encoding))
    records = list(read(str(file)))
    assert len(records) == len(cases)
    for record, case in zip(records, cases, strict=True):
        assert record.turns == case["turns"]
        assert (record.disease, record.description) == (case["disease"], case["description"])
        assert record.department == case["department"]
        assert record.meta.get("help_wanted") == case["help_wanted"]
        assert record.meta.get("diagnosis_summary") == case["diagnosis_summary"]
        assert record.reply == first_block(case["turns"], "doctor")


pieces = st.sampled_from(
    [
        "id=1",
        "id=22 ",
        "Description",
        "Dialogue",
        "Doctor faculty",
        "Diagnosis and suggestions",
        "医生：",
        "病人：",
        "疾病：",
        "病情描述： ",
        "过敏史：",
        "内容：",
        "无（2020-01-02填写）",
        "预约医生： ",
        "疾病诊断：",
        "真情寄语：",
        "总结建议：",
        "Patient:",
        "\r",
        "\x00",
        "\u2028",
        "\ufeff",
        "：",
        "id=",
        "http://x",
    ]
)
anything = st.lists(pieces | st.text(max_size=12), max_size=40).map("\n".join)


@quick
@given(text=anything, encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_any_text_is_read_and_every_id_is_accounted_for(tmp_path, text, encoding):
    file = tmp_path / "any.txt"
    file.write_bytes(text.encode(encoding, "replace"))
    results = list(read(str(file)))
    data = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
    ids = re.findall(rb"^(?:\xef\xbb\xbf)?id=\d{1,18}[ \t]*(?:\r?\n|\Z)", data, re.MULTILINE)
    before = [result for result in results if getattr(result, "reason", "") == "text before the first id"]
    assert len(before) <= 1
    assert len(results) - len(before) == len(ids)
    assert len({result.id for result in results}) == len(results)


@quick
@given(data=st.binary(max_size=300), position=st.integers(0, 300))
def test_any_bytes_are_read(tmp_path, data, position):
    file = tmp_path / "any.txt"
    block = "id=1\n\nDescription\n病情描述： 咳嗽\n\nDialogue\n医生：\n多久\n".encode()
    content = block[:position] + data + block[position:]
    assume(not content.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")))  # gzip and zstd, which are unpacked
    file.write_bytes(content)
    for result in read(str(file)):
        repr(result).encode("utf-8", "strict")


@quick
@given(case=consultations)
def test_no_word_is_lost(tmp_path, case):
    """Every character of the consultation is found somewhere in the record."""
    file = tmp_path / "any.txt"
    file.write_text(render(1, case), encoding="utf-8")
    (record,) = read(str(file))
    values = [record.disease, record.description, record.department, *record.meta.values()]
    kept = "\n".join(filter(None, values + [turn.text for turn in record.turns]))
    for text in (case["disease"], case["description"], case["help_wanted"], *(turn.text for turn in case["turns"])):
        assert all(line.strip() in kept for line in (text or "").split("\n"))
