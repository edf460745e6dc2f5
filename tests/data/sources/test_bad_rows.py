"""Broken rows: each is counted and kept aside with its text, and the rest of the file is read."""

import gzip
import io
import json
import random
import re
import tracemalloc
import zipfile

import pytest

from medtune.data.records import Record, Rejected
from medtune.data.sources import read_source
from medtune.data.sources._rows import LONGEST

GOOD = {"input": "My ear hurts.", "output": "Keep it dry."}


def read(file):
    return list(read_source({"source": "healthcaremagic", "path": str(file)}))


def summary(results):
    return [result.reason if isinstance(result, Rejected) else result.description for result in results]


def test_a_line_of_50_mb_is_kept_aside_piece_by_piece(tmp_path):
    file = tmp_path / "a.jsonl"
    long = {"input": "x" * 50_000_000, "output": "a"}
    file.write_text("\n".join(map(json.dumps, [GOOD, long, GOOD])), encoding="utf-8")
    first, *pieces, last = read(file)
    assert summary([first, last]) == [GOOD["input"]] * 2
    assert {piece.reason for piece in pieces} == {"longer than 8 MiB"}
    assert json.loads("".join(piece.text for piece in pieces)) == long


def test_a_row_of_50_mb_in_a_json_list_is_kept_aside(tmp_path):
    file = tmp_path / "a.json"
    long = {"input": "x" * 50_000_000, "output": "a"}
    file.write_text(json.dumps([GOOD, long, GOOD]), encoding="utf-8")
    results = read(file)
    assert summary(results) == [GOOD["input"], "longer than 8 MiB", GOOD["input"]]
    assert json.loads(results[1].text) == long


def test_a_file_without_line_ends_does_not_fill_the_memory(tmp_path):
    file = tmp_path / "a.jsonl"
    with open(file, "wb") as stream:
        stream.truncate(5 * LONGEST)  # NUL bytes, as a full disk leaves them
    tracemalloc.start()
    rows = read_source({"source": "healthcaremagic", "path": str(file)})
    assert sum(row.reason == "longer than 8 MiB" for row in rows) == 5
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * LONGEST


def test_nul_bytes_inside_a_text_are_kept_and_between_rows_counted(tmp_path):
    file = tmp_path / "a.jsonl"
    row = json.dumps(GOOD).replace("ear", "ear\0").encode()
    file.write_bytes(row + b"\n\0\0\0\n" + row)
    assert summary(read(file)) == ["My ear\0 hurts.", "no JSON", "My ear\0 hurts."]
    (tmp_path / "a.json").write_bytes(b"[" + row + b"," + row + b"]")
    assert summary(read(tmp_path / "a.json")) == ["My ear\0 hurts."] * 2
    (tmp_path / "a.csv").write_bytes(b"input,output\nMy ear\0 hurts.,Rest\n")
    assert summary(read(tmp_path / "a.csv")) == ["My ear\0 hurts."]


@pytest.mark.parametrize(
    "broken",
    ['{"input": "a" "output"}', "{input: 1}", '{"input": "a", "output": [{"b": }]}', '{"input": "a\\u12"}', "{}}"],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_broken_element_of_a_list_does_not_stop_the_file(tmp_path, broken, place):
    file = tmp_path / "a.json"
    elements = [json.dumps(GOOD)] * 2
    elements.insert(place, broken)
    file.write_text("[\n" + ",\n".join(elements) + "\n]\n", encoding="utf-8")
    results = read(file)
    reasons = [result for result in results if isinstance(result, Rejected)]
    assert len(results) - len(reasons) == 2
    assert {result.reason for result in reasons} <= {"no JSON", "empty row"}
    assert reasons


def test_a_broken_value_among_values_below_each_other(tmp_path):
    file = tmp_path / "a.json"
    file.write_text("\n".join([json.dumps(GOOD), '{"input": oops}', json.dumps(GOOD)]), encoding="utf-8")
    assert summary(read(file)) == [GOOD["input"], "no JSON", GOOD["input"]]


def test_far_into_a_list_a_broken_element_costs_no_memory(tmp_path):
    file = tmp_path / "a.json"
    rows = [json.dumps(GOOD | {"note": "x" * 1000})] * 20_000
    rows[10] = '{"input": oops}'
    file.write_text("[" + ",".join(rows) + "]", encoding="utf-8")
    tracemalloc.start()
    reasons = [
        row.reason for row in read_source({"source": "healthcaremagic", "path": str(file)}) if isinstance(row, Rejected)
    ]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reasons == ["no JSON"]
    assert peak < 10_000_000


@pytest.mark.parametrize("after", ["x", ', {"input": "lost"}', '[{"input": "lost"}]', "]"])
def test_what_stands_below_the_end_of_a_list_is_an_error(tmp_path, after):
    file = tmp_path / "a.json"
    file.write_text(f"[{json.dumps(GOOD)}]\n{after}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.json' goes on after the end of its list of 1 elements"):
        read(file)


def test_a_list_in_a_file_called_json_lines(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps([GOOD], indent=1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.jsonl' is a JSON list .* Let its name end in \.json\."):
        read(file)


def test_lines_in_another_encoding_than_the_file(tmp_path):
    file = tmp_path / "a.jsonl"
    line = json.dumps(GOOD | {"input": "耳朵疼，夜里更疼。"}, ensure_ascii=False)
    file.write_bytes("\n".join([line] * 20).encode() + b"\n" + line.encode("gb18030") + b"\n" + line.encode())
    results = read(file)
    assert [result.reason for result in results if isinstance(result, Rejected)] == ["undecodable bytes"]
    assert sum(isinstance(result, Record) for result in results) == 21


def test_utf_16_is_named(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("input,output\na,b\n", encoding="utf-16")
    with pytest.raises(ValueError, match=r"a\.csv' is in UTF-16, which is not read; save it as UTF-8"):
        read(file)


def test_two_columns_of_one_name(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("input,output,input\na,b,c\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.csv': two columns are called input\. Rename one"):
        read(file)


@pytest.mark.parametrize("rows", [1, 1500])
def test_wrong_columns_are_named_with_what_is_there(tmp_path, rows):
    file = tmp_path / "a.jsonl"
    file.write_text('{"question": "a", "answer": "b"}\n' * rows, encoding="utf-8")
    match = (
        r"path: a\.jsonl has no column 'input', 'output', which `source: healthcaremagic` reads\. Its columns are "
        r"'question', 'answer'\. `medtune data inspect` tells"
    )
    with pytest.raises(ValueError, match=match):
        read(file)


def test_rows_without_the_columns_of_the_others_are_counted(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join([json.dumps(GOOD), "{}", "[1]", '{"input": null}', json.dumps(GOOD)]), encoding="utf-8")
    assert summary(read(file)) == [GOOD["input"], "empty row", "no object", "empty row", GOOD["input"]]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.json.gz", "a.zip"])
def test_whatever_byte_is_wrong_rows_are_counted_or_the_file_is_named(tmp_path, name):
    rows = [GOOD | {"input": "耳朵疼，" * n} for n in range(1, 30)]
    text = json.dumps(rows, ensure_ascii=False, indent=1).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.json", text)
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    table = ("input,output\n" + "".join(f'"{row["input"]}",b\n' for row in rows)).encode("gb18030")
    whole = {
        "a.json": text,
        "a.jsonl": lines,
        "a.csv": table,
        "a.json.gz": gzip.compress(text),
        "a.zip": packed.getvalue(),
    }
    draw = random.Random(name)
    file = tmp_path / name
    outcomes = []
    for _ in range(150):
        data = bytearray(whole[name])
        place = draw.randrange(len(data))
        data[place : place + draw.choice([0, 1, 20])] = draw.choice([b"", b"\0", b'"', b"}", b"]", b"\xff", b"\n"])
        file.write_bytes(data)
        try:
            read(file)
            outcomes.append("")
        except ValueError as error:
            outcomes.append(str(error))
    errors = list(filter(None, outcomes))
    named = re.compile(r"path: .*a\.(json|csv|zip)")
    assert [error for error in errors if not named.match(error)] == []
    assert len(errors) < 150
    assert errors or name in ("a.jsonl", "a.csv")  # where the other lines are read
