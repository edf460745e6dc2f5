"""Finding and opening the files of a source: paths, compression, encoding."""

from __future__ import annotations

import glob
import gzip
import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

CHUNK = 1 << 20
"""Bytes read at once."""

COMPRESSED = (".gz", ".zst")
"""Endings that may follow a format's own; what a file is, its first bytes tell."""

SourceFile = Path | zipfile.Path
"""A file on disk, or a member of a zip file."""

BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UNDECODABLE = re.compile("[\ud800-\udfff]")
# What gzip, zlib, Arrow's Zstandard and zipfile raise for files that are cut off, damaged, encrypted or too new.
_UNPACKING = (EOFError, OSError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)


def find_files(path: str | Iterable[str], suffixes: tuple[str, ...]) -> list[tuple[str, SourceFile]]:
    """Return the files that `path` names, in a stable order and each once; of a zip file, its members.

    Args:
        path: a file, a folder (searched below for `suffixes`), a glob pattern, or a list of these.
        suffixes: endings that count inside a folder or a zip file, such as `.csv`; `.gz` or `.zst` may follow.

    Returns:
        Pairs of label and file. The label is the file's name, with as much of its folder as tells it from the others.

    Raises:
        FileNotFoundError: if one of them names no file.
        ValueError: if a zip file is damaged, or holds no file with such an ending.
    """
    found: dict[str, SourceFile] = {}
    endings = tuple(suffix + packed for suffix in suffixes for packed in ("", *COMPRESSED))
    for one in [path] if isinstance(path, str) else path:
        in_folder = os.path.isdir(one)
        if in_folder:
            candidates = sorted(Path(one).rglob("*"))
            files = [file for file in candidates if file.name.lower().endswith((*endings, ".zip")) and file.is_file()]
        elif os.path.isfile(one):
            files = [Path(one)]
        else:
            files = [Path(file) for file in sorted(glob.glob(one, recursive=True)) if os.path.isfile(file)]
        here: dict[str, SourceFile] = {}
        for file in files:
            absolute = os.path.abspath(file)
            if file.name.lower().endswith(".zip"):
                members = _members(file, endings, must=not in_folder)
                here.update((f"{absolute}/{member.at}", member) for member in members)
            else:
                here[absolute] = file
        if not here:
            where = f"a folder without files ending in {', '.join(suffixes)}" if in_folder else "no file there"
            raise FileNotFoundError(f"path: {one!r}: {where}. Give a file, a folder or a pattern such as 'data/*.txt'.")
        found.update(here)
    if len({os.path.basename(file) for file in found}) == len(found):
        return [(file.name, file) for file in found.values()]
    root = os.path.commonpath([os.path.dirname(file) for file in found])
    return [(Path(os.path.relpath(absolute, root)).as_posix(), file) for absolute, file in found.items()]


def _members(file: Path, endings: tuple[str, ...], must: bool) -> list[zipfile.Path]:
    """Return the members of a zip file that have one of the endings; `must` makes it an error if none has."""
    try:
        root = zipfile.Path(file)
        names = sorted(name for name in root.root.namelist() if not name.endswith("/"))
    except _UNPACKING as error:
        again = "Copy or download it again"
        raise ValueError(f"path: {str(file)!r} is a damaged or incomplete zip file ({error}). {again}.") from error
    hidden = re.compile(r"(^|/)(__MACOSX/|\.)")
    wanted = [name for name in names if name.lower().endswith(endings) and not hidden.search(name)]
    if must and not wanted:
        holds = ", ".join(names[:5]) or "nothing"
        raise ValueError(f"path: {str(file)!r} holds no file ending in {', '.join(endings)}; it holds {holds}.")
    return [root.joinpath(name) for name in wanted]


def compression(file: SourceFile) -> str:
    """Return `gzip` or `zstd`, which a file's first bytes tell whatever it is called, or an empty text."""
    with _open(file) as stream:
        try:
            magic = stream.read(4)
        except _UNPACKING as error:
            raise _damaged(file, 0, error) from error
    return "gzip" if magic.startswith(b"\x1f\x8b") else "zstd" if magic == b"\x28\xb5\x2f\xfd" else ""


def open_bytes(file: SourceFile) -> BinaryIO:
    """Open a file for reading bytes, unpacked.

    Raises:
        ValueError: now or while reading, if a packed file is damaged or incomplete.
    """
    kind = compression(file)
    stream = _open(file)
    if not kind and isinstance(file, Path):
        return stream
    return io.BufferedReader(_Unpacked(file, stream, kind), CHUNK)


def _open(file: SourceFile) -> BinaryIO:
    if isinstance(file, Path):
        return file.open("rb")
    try:
        return file.open("rb")
    except _UNPACKING as error:
        raise ValueError(
            f"path: {str(file)!r} cannot be unpacked: {error}. Is it damaged, or does it have a password?"
        ) from error


def _damaged(file: SourceFile, count: int, error: Exception) -> ValueError:
    return ValueError(
        f"path: {str(file)!r} cannot be unpacked beyond its first {count:,} bytes: {error}. The file is damaged or "
        "incomplete; copy or download it again."
    )


class _Unpacked(io.RawIOBase):
    """Bytes of a packed file; what goes wrong is reported as a `ValueError` that names the file."""

    def __init__(self, file: SourceFile, stream: BinaryIO, kind: str):
        self.file, self.stream, self.count = file, stream, 0
        if kind == "zstd":
            import pyarrow as pa

            self.unpacked = pa.CompressedInputStream(pa.PythonFile(stream, "r"), "zstd")
        else:
            self.unpacked = gzip.GzipFile(fileobj=stream, mode="rb") if kind == "gzip" else stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        try:
            data = self.unpacked.read1(len(buffer))
        except _UNPACKING as error:
            raise _damaged(self.file, self.count, error) from error
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)

    def close(self) -> None:
        self.unpacked.close()
        self.stream.close()
        super().close()


def detect_encoding(file: SourceFile) -> str:
    """Return `utf-8-sig`, `utf-8` or `gb18030` (which includes GB2312 and GBK).

    The first stretch of the file with non-ASCII bytes decides. A few broken bytes do not turn UTF-8 into GB18030: about
    every character of a text in GB18030 is an error in UTF-8.

    Args:
        file: the file, compressed or not.

    Raises:
        ValueError: if the file is in UTF-16, which no data set here is known to use.
    """
    with open_bytes(file) as stream:
        chunk = stream.read(CHUNK)
        if chunk.startswith(_UTF_16):
            convert = "save it as UTF-8, for instance with iconv -f UTF-16 -t UTF-8"
            raise ValueError(f"path: {str(file)!r} is in UTF-16, which is not read; {convert}.")
        if chunk.startswith(BOM):
            return "utf-8-sig"
        while chunk and chunk.isascii():
            chunk = stream.read(CHUNK)
    foreign = len(chunk.translate(None, delete=bytes(range(128))))
    return "utf-8" if chunk.decode("utf-8", "replace").count("\ufffd") <= foreign / 10 else "gb18030"


def open_text(file: SourceFile) -> TextIO:
    """Open a file as text in its own encoding; line ends are left alone, see `undecodable` for broken bytes."""
    encoding = detect_encoding(file)
    return io.TextIOWrapper(open_bytes(file), encoding, errors="surrogateescape", newline="")


def undecodable(text: str) -> bool:
    """Return whether `open_text` met bytes in this piece that are no text in the file's encoding.

    Python keeps such bytes as lone surrogates, which cannot be written as UTF-8 again.
    """
    try:
        text.encode()  # twice as fast as to search the text
    except UnicodeEncodeError:
        return True
    return False


def printable(text: str) -> str:
    """Return the text with `U+FFFD` in the place of bytes that are no text and of lone surrogates."""
    return _UNDECODABLE.sub("\ufffd", text)
