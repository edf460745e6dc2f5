"""Weights on disk, read and written in pieces, so that no model and no shard is ever in memory as a whole.

The layout of a safetensors file: eight bytes with the length of a JSON header, the header, and the tensors' bytes one
after another (https://huggingface.co/docs/safetensors). `safe_open` would map a whole shard into memory.
"""

from __future__ import annotations

import json
import math
import os
import pickle
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedWriter
from pathlib import Path
from typing import Any

import numpy as np
import torch
import xxhash

from medtune.recipe.inputs import WEIGHT_FILES

INDEX = "model.safetensors.index.json"
ADAPTER_NAMES = ("adapter_model.safetensors", "adapter_model.bin")
DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F8_E4M3": torch.float8_e4m3fn,
    "F8_E5M2": torch.float8_e5m2,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}
#: What a delta can be added to.
FLOATS = ("F64", "F32", "F16", "BF16")
_CODES = {dtype: code for code, dtype in DTYPES.items()}
_PIECE = 1 << 24
_LONGEST_HEADER = 100_000_000


@dataclass(frozen=True)
class Tensor:
    """A tensor on disk.

    Args:
        name: its name in the checkpoint.
        dtype: as safetensors writes it, one of `DTYPES`.
        shape: its sizes.
        file: the file that holds it.
        start: place of its first byte in the file.
        loaded: the tensor itself, mapped into memory, where the file is a `.bin`.
    """

    name: str
    dtype: str
    shape: tuple[int, ...]
    file: Path
    start: int = 0
    loaded: torch.Tensor | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return math.prod(self.shape) * DTYPES[self.dtype].itemsize

    @property
    def row_count(self) -> int:
        """Length of the first dimension; 1 for a number."""
        return self.shape[0] if self.shape else 1

    def rows(self, first: int = 0, last: int | None = None) -> torch.Tensor:
        """Read rows, those from `first` to before `last`.

        Returns:
            A matrix of shape [rows, all other dimensions in one], in its dtype.
        """
        last = self.row_count if last is None else last
        width = math.prod(self.shape[1:])
        if self.loaded is not None:
            return self.loaded.reshape(self.row_count, width)[first:last]
        bytes_per_row = width * DTYPES[self.dtype].itemsize
        matrix = torch.empty(last - first, width, dtype=DTYPES[self.dtype])
        with self.file.open("rb") as stream:
            stream.seek(self.start + first * bytes_per_row)
            count = stream.readinto(as_bytes(matrix))
        if count != matrix.nbytes:
            raise OSError(f"{self.file}: {self.name} ended early; the file changed while it was read")
        return matrix

    def pieces(self) -> Iterator[memoryview]:
        """Read the bytes in pieces; each is valid until the next one is asked for."""
        if self.loaded is not None:
            data = as_bytes(self.loaded)
            yield from (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))
            return
        buffer, left = memoryview(bytearray(min(_PIECE, self.size))), self.size
        with self.file.open("rb") as stream:
            stream.seek(self.start)
            while left:
                count = stream.readinto(buffer[: min(left, _PIECE)])
                if not count:
                    raise OSError(
                        f"{self.file}: {self.name} ended {left} bytes early; the file changed while it was read"
                    )
                yield buffer[:count]
                left -= count

    def hash(self) -> str:
        """Return the xxh3-128 of name, dtype, shape and bytes."""
        digest = xxhash.xxh3_128(f"{self.name} {self.dtype} {list(self.shape)}".encode())
        for piece in self.pieces():
            digest.update(piece)
        return digest.hexdigest()


@dataclass(frozen=True)
class Weights:
    """The weights in a folder.

    Args:
        folder: where they are.
        files: tensors by the name of their file, in the order in which they lie there.
    """

    folder: Path
    files: dict[str, list[Tensor]]

    @property
    def tensors(self) -> dict[str, Tensor]:
        """All tensors by name."""
        return {tensor.name: tensor for tensors in self.files.values() for tensor in tensors}

    @property
    def size(self) -> int:
        """Bytes of all tensors."""
        return sum(tensor.size for tensors in self.files.values() for tensor in tensors)

    def hash(self) -> str:
        """Return a hash of all tensors, the same however they are spread over files."""
        return combined(tensor.hash() for tensor in self.tensors.values())


def combined(hashes: Iterable[str]) -> str:
    """Return one hash for those of all tensors, whatever their order."""
    return xxhash.xxh3_128("\n".join(sorted(hashes)).encode()).hexdigest()


def open_weights(folder: str | Path, names: Iterable[str] = WEIGHT_FILES) -> Weights:
    """Find the weights in a folder and read where each tensor lies, without reading tensors.

    Args:
        folder: a checkpoint.
        names: files or indices to look for; the first that is there counts.

    Raises:
        FileNotFoundError: there are none, or a shard is missing.
        ValueError: a file is cut short or no weights file.
    """
    folder = Path(folder)
    found = next((folder / name for name in names if (folder / name).is_file()), None)
    if found is None:
        what = "no such folder" if not folder.is_dir() else f"holds no weights; looked for {', '.join(names)}"
        raise FileNotFoundError(f"{folder}: {what}")
    if found.suffix != ".json":
        return Weights(folder, {found.name: _read(found)})
    listed = parse(found, found.read_bytes())["weight_map"]
    shards = sorted(set(listed.values()))
    missing = [name for name in shards if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(
            f"{folder} lacks {', '.join(missing)}, which {found.name} lists; copy or download the whole model again"
        )
    weights = Weights(folder, {name: _read(folder / name) for name in shards})
    absent = sorted(set(listed) - set(weights.tensors))
    if absent:
        raise ValueError(f"{folder}: {found.name} lists {absent[0]} (and {len(absent) - 1} more), which no shard holds")
    return weights


def _read(file: Path) -> list[Tensor]:
    return _read_safetensors(file) if file.suffix == ".safetensors" else _read_bin(file)


def _read_safetensors(file: Path) -> list[Tensor]:
    size = file.stat().st_size
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if size < 8 or length > min(size, _LONGEST_HEADER):
            raise ValueError(
                f"{file} is no safetensors file, or is cut short ({size} bytes); copy or download it again"
            )
        header = parse(file, stream.read(length))
    header.pop("__metadata__", None)
    whole = 8 + length + max((entry["data_offsets"][1] for entry in header.values()), default=0)
    if size != whole:
        raise ValueError(f"{file} has {size} of {whole} bytes; copy or download it again")
    unknown = {entry["dtype"] for entry in header.values()} - set(DTYPES)
    if unknown:
        raise ValueError(f"{file}: tensors of type {', '.join(sorted(unknown))}; known are {', '.join(DTYPES)}")
    tensors = [
        Tensor(name, entry["dtype"], tuple(entry["shape"]), file, 8 + length + entry["data_offsets"][0])
        for name, entry in header.items()
    ]
    return sorted(tensors, key=lambda tensor: tensor.start)


def _read_bin(file: Path) -> list[Tensor]:
    """Map a PyTorch file into memory; no code that it may hold is run."""
    try:
        state = torch.load(file, map_location="cpu", weights_only=True, mmap=zipfile.is_zipfile(file))
    except (pickle.UnpicklingError, RuntimeError, EOFError) as error:
        raise ValueError(f"{file} cannot be read as weights alone: {str(error).splitlines()[0]}") from error
    return [
        Tensor(name, _CODES[tensor.dtype], tuple(tensor.shape), file, loaded=tensor)
        for name, tensor in state.items()
        if isinstance(tensor, torch.Tensor)
    ]


def parse(file: Path, text: bytes) -> Any:
    """Parse the JSON of a file.

    Args:
        file: named if it is none.
        text: its content, or a part of it.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        raise ValueError(f"{file} is damaged: {error}; copy or download it again") from error


def write_safetensors(file: Path, tensors: list[Tensor], pieces: Iterable[memoryview | Tensor]) -> None:
    """Write a safetensors file piece by piece.

    Args:
        file: the file.
        tensors: name, dtype and shape of each, in their order.
        pieces: the bytes of all of them, one after another; a tensor on disk stands for its bytes.
    """
    header, end = {"__metadata__": {"format": "pt"}}, 0
    for tensor in tensors:
        header[tensor.name] = {
            "dtype": tensor.dtype,
            "shape": list(tensor.shape),
            "data_offsets": [end, end + tensor.size],
        }
        end += tensor.size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # tensors begin at multiples of eight bytes
    with file.open("wb") as stream:
        stream.write(len(text).to_bytes(8, "little") + text)
        for piece in pieces:
            if isinstance(piece, Tensor):
                _copy(piece, stream)
            else:
                stream.write(piece)
        written = stream.tell() - 8 - len(text)
    if written != end:
        raise RuntimeError(f"{file}: {written} bytes written, {end} announced")


def _copy(tensor: Tensor, stream: BufferedWriter) -> None:
    """Copy a tensor's bytes into a file; on Linux within the kernel, four times as fast as through this process."""
    if sys.platform != "linux" or tensor.loaded is not None:
        stream.writelines(tensor.pieces())
        return
    stream.flush()
    left = tensor.size
    with tensor.file.open("rb") as source:
        while left:
            sent = os.sendfile(stream.fileno(), source.fileno(), tensor.start + tensor.size - left, left)
            if not sent:
                raise OSError(
                    f"{tensor.file}: {tensor.name} ended {left} bytes early; the file changed while it was read"
                )
            left -= sent
    stream.seek(0, os.SEEK_END)


def as_bytes(matrix: torch.Tensor) -> memoryview:
    """Return the bytes of a tensor, without copying a contiguous one."""
    return memoryview(matrix.contiguous().reshape(-1).view(torch.uint8).numpy())


def same_bytes(one: Tensor, other: Tensor) -> bool:
    """Tell whether two tensors have the same dtype, shape and bytes."""
    if (one.dtype, one.shape) != (other.dtype, other.shape):
        return False
    return all(
        np.array_equal(np.frombuffer(a, np.uint8), np.frombuffer(b, np.uint8))
        for a, b in zip(one.pieces(), other.pieces(), strict=True)
    )
