import pytest

from medtune.data.records import Record
from medtune.data.sources.haodf_triage import read

HEADER = "label_i,label_j,content,len\n"


def read_content(tmp_path, *contents, names=None):
    file = tmp_path / "train.csv"
    file.write_text(HEADER + "".join(f'1,7,"{content}",9\n' for content in contents), encoding="utf-8")
    return list(read(str(file), names))


def test_five_parts(tmp_path):
    (record,) = read_content(tmp_path, "30+;落枕;睡醒脖子转不动;脖子疼;要不要热敷")
    assert record == Record(
        id="haodf_triage:train.csv:1",
        source="haodf_triage",
        language="zh",
        task="triage",
        description="睡醒脖子转不动",
        disease="落枕",
        department="1",
        group="haodf_triage:train.csv:1",
        meta={"age": "30+", "title": "脖子疼", "help_wanted": "要不要热敷", "disease_label": "7"},
    )


def test_semicolons_inside_the_condition(tmp_path):
    (record,) = read_content(tmp_path, "30+;落枕;左边疼;右边也疼;抬头晕;nan;nan")
    assert (record.disease, record.description) == ("落枕", "左边疼;右边也疼;抬头晕")
    assert "title" not in record.meta


def test_escapes_of_the_export_are_resolved_before_splitting(tmp_path):
    (record,) = read_content(tmp_path, r"-1;落枕;体温&#60;37，疼\n\n动不了\n;脖&#39;子;热敷")
    assert record.description == "体温<37，疼\n\n动不了"
    assert record.meta == {"title": "脖'子", "help_wanted": "热敷", "disease_label": "7"}


def test_missing_parts(tmp_path):
    empty, short = read_content(tmp_path, "30+;nan;nan;nan;nan", "30+;落枕")
    assert (empty.disease, empty.description) == (None, None)
    assert (short.reason, short.text) == ("content without its five parts", "1,7,30+;落枕")


@pytest.mark.parametrize("names", [["甲科", "乙科"], {"1": "乙科"}, "甲科\n乙科\n", '["甲科","乙科"]', '{"1":"乙科"}'])
def test_names_of_departments(tmp_path, names):
    if isinstance(names, str):
        file = tmp_path / "names"
        file.write_text(names, encoding="utf-8")
        names = str(file)
    (record,) = read_content(tmp_path, "30+;落枕;疼;疼;疼", names=names)
    assert record.department == "乙科"


def test_department_without_a_name(tmp_path):
    (rejected,) = read_content(tmp_path, "30+;落枕;疼;疼;疼", names=["甲科"])
    assert rejected.reason == "department without a name"


def test_missing_names_and_columns(tmp_path):
    with pytest.raises(FileNotFoundError, match="names: 'no-such-file': no file there"):
        read_content(tmp_path, "a", names="no-such-file")
    (tmp_path / "other.csv").write_text("label,text\n1,咳\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"has no column label_i, label_j, content; there are: label, text"):
        list(read(str(tmp_path / "other.csv")))
