import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medtune.data.records import RECORD_SCHEMA, REJECTED_SCHEMA, Record, Rejected, Turn
from medtune.data.storage import PreparedData, RowWriter, read_records, read_table, write_prepared, write_records


def records(count, department="内科"):
    turns = [Turn("patient", "咳嗽"), Turn("doctor", "几天了？")]
    return [
        Record(
            f"x:f:{n}",
            "x",
            "zh",
            "triage",
            None,
            turns,
            f"咳嗽{n}",
            None,
            department,
            "几天了？",
            f"g{n}",
            {"age": "30+"},
        )
        for n in range(count)
    ]


def test_round_trip(tmp_path):
    rows = [*records(3), Record("x:f:9", "x", "en", "instruction", "Say hello", reply="Hello")]
    assert write_records(tmp_path / "deep" / "a.parquet", rows) == 4
    assert read_records(tmp_path / "deep" / "a.parquet") == rows
    assert read_table(tmp_path / "deep" / "a.parquet").schema.equals(RECORD_SCHEMA)


def test_more_rows_than_one_group(tmp_path):
    write_records(tmp_path / "a.parquet", (records(1)[0] for _ in range(10_001)))
    assert read_table(tmp_path / "a.parquet", ["id"]).num_rows == 10_001


def test_no_rows_make_an_empty_file(tmp_path):
    write_records(tmp_path / "a.parquet", [])
    assert read_records(tmp_path / "a.parquet") == []


def test_same_rows_same_bytes(tmp_path):
    for name in "ab":
        write_records(tmp_path / name, records(50))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_interrupted_write_leaves_the_old_file(tmp_path):
    write_records(tmp_path / "a.parquet", records(2))

    def failing():
        yield from records(1)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_records(tmp_path / "a.parquet", failing())
    assert len(read_records(tmp_path / "a.parquet")) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["a.parquet"]


def test_rejected_rows(tmp_path):
    with RowWriter(tmp_path / "r.parquet", REJECTED_SCHEMA) as writer:
        writer.write(Rejected("x:f:1", "x", "no description", "…"))
    table = read_table(tmp_path / "r.parquet")
    assert table.to_pylist() == [{"id": "x:f:1", "source": "x", "reason": "no description", "text": "…"}]


def test_reading_names_what_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"a\.parquet: no such Parquet file"):
        read_table(tmp_path / "a.parquet")
    write_records(tmp_path / "a.parquet", records(1))
    with pytest.raises(ValueError, match="no column age, weight; it has id, source"):
        read_table(tmp_path / "a.parquet", ["id", "age", "weight"])


def test_records_are_told_from_other_tables(tmp_path):
    pq.write_table(pa.table({"id": ["a"], "text": ["b"]}), tmp_path / "other.parquet")
    with pytest.raises(ValueError, match=r"other\.parquet holds no records .* no column source, .*; it has id, text"):
        read_records(tmp_path / "other.parquet")
    write_records(tmp_path / "more.parquet", records(2))
    table = read_table(tmp_path / "more.parquet")
    pq.write_table(table.append_column("length", pa.array([1, 2])), tmp_path / "more.parquet")
    assert read_records(tmp_path / "more.parquet") == records(2)
    (tmp_path / "torn.parquet").write_text("no rows")
    with pytest.raises(ValueError, match=r"torn\.parquet is no Parquet file, or a damaged one"):
        read_records(tmp_path / "torn.parquet")


def test_prepared_data(tmp_path):
    rows = records(10) + records(2, "外科")[:0]
    prepared = write_prepared(tmp_path, rows, [0] * 8 + [1, 2], ["内科", "外科"], range(10, 0, -1))
    assert prepared == PreparedData.open(str(tmp_path))
    assert prepared.departments == ["内科", "外科"]
    assert isinstance(prepared.split("train"), pa.Table)
    assert prepared.split("train", ["id"]).to_pydict() == {"id": [f"x:f:{n}" for n in range(7, -1, -1)]}
    assert prepared.split("test")["description"].to_pylist() == ["咳嗽9"]
    with pytest.raises(ValueError, match=r"no split 'dev'; train, validation, test are there"):
        prepared.split("dev")


def test_fingerprint_follows_content_not_place(tmp_path):
    def write(name, count):
        return write_prepared(tmp_path / name, records(count), [0] * count, ["内科"], range(count)).fingerprint

    assert write("a", 5) == write("b", 5)
    assert write("c", 6) != write("a", 5)


def test_open_names_every_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere: no such folder.*task: prepare-data"):
        PreparedData.open(tmp_path / "nowhere")
    (tmp_path / "departments.json").write_text(json.dumps(["内科"]))
    with pytest.raises(FileNotFoundError, match=r"lacks train\.parquet, validation\.parquet, test\.parquet"):
        PreparedData.open(tmp_path)
