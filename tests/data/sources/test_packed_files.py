"""Packed files: read as if they were not; damaged ones are an error that names the file and says what to do."""

import gzip
import io
import json
import random
import zipfile
from collections import deque
from itertools import takewhile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from medtune.data.records import Record
from medtune.data.sources import read_source
from medtune.data.sources._files import find_files, open_bytes

ROWS = [{"instruction": "Answer.", "input": f"My knee hurts, visit {n}.", "output": "Rest it."} for n in range(40)]
JSON = json.dumps(ROWS).encode()


def zstd(data):
    return pa.Codec("zstd").compress(data, asbytes=True)


def pack(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return str(path)


def inputs(path):
    results = list(read_source({"source": "healthcaremagic", "path": str(path)}))
    return [result.description for result in results]


@pytest.mark.parametrize("name", ["a.json", "a.json.gz", "a.json.zst", "a.json.any", "a.zip", "A.ZIP", "gz.zip"])
def test_every_packing_gives_the_same_rows(tmp_path, name):
    path = tmp_path / name
    if name.lower().endswith("zip"):
        member = ("a.json.gz", gzip.compress(JSON)) if name == "gz.zip" else ("a.json", JSON)
        pack(path, dict([member, ("__MACOSX/._a.json", b"x"), ("read_me.txt", b"x"), ("folder/", b"")]))
    elif name.endswith("any"):  # what is packed, the first bytes tell
        path = tmp_path / "a.json"
        path.write_bytes(zstd(JSON))
    else:
        path.write_bytes({"json": bytes, "gz": gzip.compress, "zst": zstd}[name.rpartition(".")[2]](JSON))
    assert inputs(path) == [row["input"] for row in ROWS]


def test_zstandard_of_several_frames(tmp_path):
    path = tmp_path / "a.jsonl.zst"
    lines = [json.dumps(row).encode() + b"\n" for row in ROWS]
    path.write_bytes(b"".join(map(zstd, lines)))
    assert inputs(path) == [row["input"] for row in ROWS]


@pytest.mark.parametrize("kind", ["gz", "zst", "zip"])
def test_parquet_inside(tmp_path, kind):
    plain = tmp_path / "plain"
    pq.write_table(pa.Table.from_pylist(ROWS), plain)
    path = tmp_path / ("a.zip" if kind == "zip" else f"a.parquet.{kind}")
    if kind == "zip":
        pack(path, {"a.parquet": plain.read_bytes()})
    else:
        path.write_bytes({"gz": gzip.compress, "zst": zstd}[kind](plain.read_bytes()))
    assert inputs(path) == [row["input"] for row in ROWS]


def test_a_zip_gives_each_of_its_members_and_a_folder_its_zips(tmp_path):
    one = [{"instruction": None, "input": name, "output": "a"} for name in "xyz"]
    members = {f"{row['input']}/train.json": json.dumps([row]) for row in one}
    pack(tmp_path / "all.zip", members)
    pack(tmp_path / "other.zip", {"notes.docx": b"x"})
    results = list(read_source({"source": "healthcaremagic", "path": str(tmp_path)}))
    assert [result.id for result in results] == [f"healthcaremagic:{name}/train.json:1" for name in "xyz"]
    assert inputs(tmp_path / "all.zip") == ["x", "y", "z"]
    with pytest.raises(ValueError, match=r"other\.zip' holds no file ending in \.csv.*; it holds notes\.docx"):
        inputs(tmp_path / "other.zip")


@pytest.mark.parametrize("kind", ["gz", "zst", "zip"])
def test_a_file_that_is_cut_off_says_so_after_the_rows_before_the_cut(tmp_path, kind):
    # Words that do not compress away, so that the cut is far behind the first row.
    draw = random.Random(0)
    rows = [{"input": f"{draw.getrandbits(2000):x}", "output": "é"} for _ in range(6000)]
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    path = tmp_path / ("a.zip" if kind == "zip" else f"a.jsonl.{kind}")
    if kind == "zip":
        # The directory at the end is whole, the member is not: what a failed disk leaves.
        pack(path, {"a.jsonl": data})
        packed = path.read_bytes()
        half = len(packed) // 2
        path.write_bytes(packed[:half] + bytes(1000) + packed[half + 1000 :])
    else:
        packed = {"gz": gzip.compress, "zst": zstd}[kind](data)
        path.write_bytes(packed[: len(packed) * 3 // 4])
    results, reader = [], read_source({"source": "healthcaremagic", "path": str(path)})
    match = r"a\.(zip|jsonl).*cannot be unpacked beyond its first [\d,]+ bytes: .* download it again\."
    with pytest.raises(ValueError, match=match):
        deque(map(results.append, reader))
    # Damage inside a zip's member may come out as rows of nonsense before its checksum tells.
    records = list(takewhile(lambda result: isinstance(result, Record), results))
    assert len(records) > 2000
    assert [record.description for record in records[:2000]] == [row["input"] for row in rows[:2000]]


def test_half_a_zip_file(tmp_path):
    pack(tmp_path / "a.zip", {"a.json": JSON})
    (tmp_path / "a.zip").write_bytes((tmp_path / "a.zip").read_bytes()[:100])
    with pytest.raises(ValueError, match=r"a\.zip' is a damaged or incomplete zip file .* download it again"):
        inputs(tmp_path / "a.zip")


def test_a_zip_file_with_a_password(tmp_path):
    pack(tmp_path / "a.zip", {"a.json": JSON})
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[6] |= 1  # the flag "encrypted", in the member's header and in the directory
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(ValueError, match=r"a\.json' cannot be unpacked: .*password required.* Is it damaged, or does"):
        inputs(tmp_path / "a.zip")


def test_half_a_parquet_file(tmp_path):
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    (tmp_path / "a.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:300])
    with pytest.raises(ValueError, match=r"a\.parquet' cannot be read as Parquet: .* Is it complete\?"):
        inputs(tmp_path / "a.parquet")


def test_files_are_closed(tmp_path):
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(JSON))
    ((_, file),) = find_files(str(tmp_path), (".json",))
    with open_bytes(file) as stream:
        raw = stream.raw
        assert isinstance(raw, io.RawIOBase)
        assert stream.read() == JSON
    assert raw.stream.closed
