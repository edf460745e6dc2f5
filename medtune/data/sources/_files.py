"""Finding and opening the files of a source: paths, compression, encoding."""

from __future__ import annotations

import glob
import gzip
import io
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

CHUNK = 1 << 20
"""Bytes read at once."""

BOM = b"\xef\xbb\xbf"
_UNDECODABLE = re.compile("[\ud800-\udfff]")


def find_files(path: str | Iterable[str], suffixes: tuple[str, ...]) -> list[tuple[str, Path]]:
    """Return the files that `path` names, in a stable order and each once.

    Args:
        path: a file, a folder (searched below for `suffixes`), a glob pattern, or a list of these.
        suffixes: endings that count inside a folder, such as `.csv`; `.gz` may follow.

    Returns:
        Pairs of label and file. The label is the file's name, with as much of its folder as tells it from the others.

    Raises:
        FileNotFoundError: if one of them names no file.
    """
    found: dict[str, Path] = {}
    endings = tuple(end for suffix in suffixes for end in (suffix, suffix + ".gz"))
    for one in [path] if isinstance(path, str) else path:
        if os.path.isdir(one):
            files = [file for file in sorted(Path(one).rglob("*")) if file.name.lower().endswith(endings)]
        elif os.path.isfile(one):
            files = [Path(one)]
        else:
            files = [Path(file) for file in sorted(glob.glob(one, recursive=True)) if os.path.isfile(file)]
        if not files:
            where = f"a folder without files ending in {', '.join(suffixes)}" if os.path.isdir(one) else "no file there"
            raise FileNotFoundError(f"path: {one!r}: {where}. Give a file, a folder or a pattern such as 'data/*.txt'.")
        found.update((os.path.abspath(file), file) for file in files)
    if len({os.path.basename(file) for file in found}) == len(found):
        return [(file.name, file) for file in found.values()]
    root = os.path.commonpath([os.path.dirname(file) for file in found])
    return [(Path(os.path.relpath(absolute, root)).as_posix(), file) for absolute, file in found.items()]


def open_bytes(file: Path) -> BinaryIO:
    """Open a file for reading bytes; gzip is recognised by its first two bytes, whatever the file is called."""
    stream = open(file, "rb")  # noqa: SIM115, the caller closes it
    magic = stream.read(2)
    stream.seek(0)
    return gzip.GzipFile(fileobj=stream, mode="rb") if magic == b"\x1f\x8b" else stream


def detect_encoding(file: Path) -> str:
    """Return `utf-8-sig`, `utf-8` or `gb18030` (which includes GB2312 and GBK).

    The first stretch of the file with non-ASCII bytes decides. A few broken bytes do not turn UTF-8 into GB18030: about
    every character of a text in GB18030 is an error in UTF-8.

    Args:
        file: the file, compressed or not.
    """
    with open_bytes(file) as stream:
        chunk = stream.read(CHUNK)
        if chunk.startswith(BOM):
            return "utf-8-sig"
        while chunk and chunk.isascii():
            chunk = stream.read(CHUNK)
    foreign = len(chunk.translate(None, delete=bytes(range(128))))
    return "utf-8" if chunk.decode("utf-8", "replace").count("\ufffd") <= foreign / 10 else "gb18030"


def open_text(file: Path) -> TextIO:
    """Open a file as text in its own encoding; line ends are left alone, see `undecodable` for broken bytes."""
    encoding = detect_encoding(file)
    return io.TextIOWrapper(open_bytes(file), encoding, errors="surrogateescape", newline="")


def undecodable(text: str) -> bool:
    """Return whether `open_text` met bytes in this piece that are no text in the file's encoding.

    Python keeps such bytes as lone surrogates, which cannot be written as UTF-8 again.
    """
    return not text.isascii() and _UNDECODABLE.search(text) is not None


def printable(text: str) -> str:
    """Return the text with `U+FFFD` in the place of bytes that are no text and of lone surrogates."""
    return _UNDECODABLE.sub("\ufffd", text)
