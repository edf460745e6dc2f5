import pytest

from medtune.data.departments import BROAD_DEPARTMENTS, alias_table, most_frequent, normalise_department, strip_unit

TABLE = alias_table()


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("心内科", "心血管内科"),
        ("心血管内科", "心血管内科"),
        ("呼吸与危重症医学科", "呼吸内科"),
        ("呼吸内科（东院）", "呼吸内科"),
        ("东院区呼吸内科", "呼吸内科"),
        ("呼吸内科二病区", "呼吸内科"),
        ("消化内科门诊", "消化内科"),
        ("骨一科", "骨科"),
        ("小儿呼吸科", "儿科"),
        ("小儿心脏外科", "心脏外科"),
        ("本部 神经内科", "神经内科"),
        ("示范市人民医院皮肤科", "皮肤科"),
        ("发热门诊", "感染科"),
        ("海上科", "海上科"),
        (" 全科 ", "全科医学科"),
        ("（东院）", "（东院）"),
    ],
)
def test_names(written, used):
    assert normalise_department(written, TABLE) == used


def test_every_alias_has_one_meaning_and_broad_names_stand_for_themselves():
    aliases = [alias for line in BROAD_DEPARTMENTS.values() for alias in line.split()]
    assert sorted(aliases) == sorted(set(aliases))
    assert not set(aliases) & BROAD_DEPARTMENTS.keys()
    for name in BROAD_DEPARTMENTS:
        assert normalise_department(name, TABLE) == name


def test_normalising_twice_changes_nothing():
    for name in [*TABLE, *BROAD_DEPARTMENTS]:
        once = normalise_department(name, TABLE)
        assert normalise_department(once, TABLE) == once


def test_a_recipes_own_names_win():
    table = alias_table({"心内科": "内科", "海上科": "外科"})
    assert normalise_department("心内科", table) == "内科"
    assert normalise_department("海上科（北院）", table) == "外科"
    assert normalise_department("呼吸科（北院）", alias_table(broad=False)) == "呼吸科"


def test_ordinary_names_keep_all_their_characters():
    for name in ("普通内科", "整形外科", "中西医结合科", "新生儿科", "南丁格尔科", "老年科", "总务科", "病理科"):
        assert strip_unit(name) == name


def test_most_frequent_breaks_ties_by_name():
    names = ["b"] * 3 + ["a"] * 3 + ["c"] * 5 + ["d"]
    assert most_frequent(names, 3) == ["c", "a", "b"]
    assert most_frequent(names, None) == ["c", "a", "b", "d"]
    assert most_frequent(names, 10, minimum_rows=4) == ["c"]
