import gzip

import pytest

from medtune.data.sources._files import BOM, CHUNK, detect_encoding, find_files, open_text, printable, undecodable

TEXT = "病人：\n夜里咳嗽，白天好些。\n"


def make(folder, *names):
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")


def test_a_file_a_folder_a_pattern_and_a_list(tmp_path):
    make(tmp_path, "b.txt", "a.txt", "sub/c.TXT", "d.txt.gz", "notes.md", ".hidden.txt.swp")

    def labels(path):
        return [label for label, _ in find_files(path, (".txt",))]

    assert labels(str(tmp_path / "notes.md")) == ["notes.md"]
    assert labels(str(tmp_path)) == ["a.txt", "b.txt", "d.txt.gz", "c.TXT"]
    assert labels(str(tmp_path / "*.txt")) == ["a.txt", "b.txt"]
    assert labels([str(tmp_path / "b.txt"), str(tmp_path / "*.txt")]) == ["b.txt", "a.txt"]


def test_files_of_one_name_are_told_apart(tmp_path):
    make(tmp_path, "east/2020.txt", "west/2020.txt")
    assert [label for label, _ in find_files(str(tmp_path), (".txt",))] == ["east/2020.txt", "west/2020.txt"]


def test_missing_files_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"path: '.*nothing\.txt': no file there\. Give a file, a folder"):
        find_files(str(tmp_path / "nothing.txt"), (".txt",))
    with pytest.raises(FileNotFoundError, match=r"a folder without files ending in \.csv"):
        find_files(str(tmp_path), (".csv",))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (BOM + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gb2312"), "gb18030"),
        (TEXT.encode("gb18030"), "gb18030"),
        (b"plain", "utf-8"),
        (b"", "utf-8"),
        (b"a" * (2 * CHUNK) + TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode() * 20 + b"\xff" + TEXT.encode() * 20, "utf-8"),
        (TEXT.encode("gb18030") * 20 + b"\xff" + TEXT.encode("gb18030") * 20, "gb18030"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_encoding_of_each_file(tmp_path, data, encoding, packed):
    file = tmp_path / "file"
    file.write_bytes(gzip.compress(data) if packed else data)
    assert detect_encoding(file) == encoding
    with open_text(file) as stream:
        text = stream.read()
    assert undecodable(text) == (b"\xff" in data)
    assert "\ufeff" not in text


def test_a_character_cut_by_the_sample_does_not_matter(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"a" + "咳".encode() * CHUNK)
    assert detect_encoding(file) == "utf-8"


def test_broken_bytes_are_shown_as_replacement_characters():
    broken = b"a\xffb".decode("utf-8", "surrogateescape")
    assert printable(broken).encode() == "a\ufffdb".encode()
