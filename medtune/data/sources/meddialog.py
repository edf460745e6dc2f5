"""MedDialog: consultations from haodf.com, one text file a year, 2010 to 2020, and the English set of the same form.

Source: Zeng et al. 2020, MedDialog: Large-scale Medical Dialogue Datasets (EMNLP).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Literal

from medtune.data.records import Record, Rejected
from medtune.data.sources._consultation import parse_consultation
from medtune.data.sources._files import CHUNK, detect_encoding, find_files, open_bytes
from medtune.recipe.schema import Section

LONGEST = 8 * CHUNK
"""Bytes after which a consultation is cut off, so that a file of another kind cannot fill the memory."""

# A line feed is never part of a longer character, neither in UTF-8 nor in GB18030, so files are cut before decoding.
# A line feed at the front instead of ^ makes the search several times faster.
_ID_LINE = re.compile(rb"\n(?:\xef\xbb\xbf)?id=(\d{1,18})[ \t]*\r?(?=\n)")


class Options(Section):
    """Keys of `source: meddialog`.

    Args:
        source: name of this reader.
        path: a .txt file, also packed (.gz, .zst, .zip), a folder of them, a pattern, or a list of these.
        task: what the records are for: `triage` and `question-answer` learn from the first exchange, which is
            description and reply; `dialogue` from the whole dialogue, the turns, where the complaint is the first.
    """

    source: Literal["meddialog"]
    path: str | list[str]
    task: Literal["triage", "question-answer", "dialogue"] = "triage"


def read(path: str | list[str], task: str = "triage") -> Iterator[Record | Rejected]:
    """Read MedDialog's text files, in constant memory.

    The encoding (UTF-8, with or without BOM, GB2312, GB18030) is found for each file. A record's id is
    `meddialog:FILE:ID`; an ID that stands earlier in the file, or out of order, gets `@` and its position in the file.

    Args:
        path: a .txt file, also packed (.gz, .zst, .zip), a folder of them, a pattern, or a list of these.
        task: `triage`, `question-answer` or `dialogue`, see `Options`.

    Yields:
        For every `id=` line a `Record`, or a `Rejected` with one of the reasons `undecodable bytes`, `empty
        consultation`, `no section heading`, `no description and no dialogue`; a `Rejected` for text above the first
        such line (`text before the first id`) and for each piece of a text `longer than 8 MiB`.

    Raises:
        FileNotFoundError: if `path` names no file.
    """
    for label, file in find_files(path, (".txt",)):
        encoding = detect_encoding(file).removesuffix("-sig")
        with open_bytes(file) as stream:
            yield from _read_stream(stream, encoding, label, task)


def _read_stream(stream: BinaryIO, encoding: str, label: str, task: str) -> Iterator[Record | Rejected]:
    highest = -1
    for position, (number, body, whole) in enumerate(_blocks(stream)):
        where = f"meddialog:{label}:{'start' if number is None else number}"
        if number is None or number <= highest:
            where += f"@{position}"
        highest = highest if number is None else max(highest, number)
        text = body.decode(encoding, "replace")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if number is None and not text.strip("\ufeff \t\n"):
            continue
        if not whole:
            result = "longer than 8 MiB"
        elif "\ufffd" in text and not _decodes(body, encoding):
            result = "undecodable bytes"
        elif number is None:
            result = "text before the first id"
        else:
            result = parse_consultation(where, text, task)
        yield Rejected(where, "meddialog", result, text) if isinstance(result, str) else result


def _decodes(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _blocks(stream: BinaryIO) -> Iterator[tuple[int | None, bytes, bool]]:
    """Cut a file at its `id=` lines.

    Yields:
        The number (none for what stands above the first one), the bytes below that line, and whether they are the
        whole consultation or a piece of one that is longer than `LONGEST`.
    """
    number, whole = None, True
    buffer = b"\n"  # always begins with the line feed above the text
    while True:
        chunk = stream.read(CHUNK)
        buffer += chunk or b"\n"  # the last line may lack its line feed
        start = 0
        for match in _ID_LINE.finditer(buffer):
            yield number, buffer[start + 1 : match.start() + 1], whole
            number, start, whole = int(match[1]), match.end(), True
        buffer = buffer[start:]
        if not chunk:
            yield number, buffer[1:], whole
            return
        if len(buffer) > LONGEST:
            whole = False
            cut = buffer.rfind(b"\n") or len(buffer)
            yield number, buffer[1 : cut + 1], whole
            buffer = buffer[cut:] or b"\n"
