from medtune.data.records import Record
from medtune.data.sources.toyhom import read


def test_rows_in_gb18030(tmp_path):
    file = tmp_path / "内科.csv"
    file.write_bytes(
        (
            "department,title,ask,answer\n"
            '神经科,手麻怎么办？,"早上手麻，\n甩一甩就好",注意睡姿\n'
            "神经科,腿抽筋,无,补钙\n"
            "神经科,无,无,补钙\n"
            "腿抽筋\n"
        ).encode("gb18030")
    )
    first, from_title, no_question, broken = read(str(file))
    assert first == Record(
        id="toyhom:内科.csv:1",
        source="toyhom",
        language="zh",
        task="triage",
        description="早上手麻，\n甩一甩就好",
        department="神经科",
        reply="注意睡姿",
        group="toyhom:内科.csv:1",
        meta={"title": "手麻怎么办？"},
    )
    assert (from_title.description, from_title.id) == ("腿抽筋", "toyhom:内科.csv:2")
    assert (no_question.reason, no_question.text, no_question.id) == (
        "no question",
        "神经科\t补钙",
        "toyhom:内科.csv:3",
    )
    assert (broken.reason, broken.source) == ("wrong number of cells", "toyhom")
