"""Fixtures for the whole suite: offline by default, quiet, and the real data where it is at hand."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder with the real data and weights, which are no part of the repository."""
    folder = Path(os.environ.get("MEDTUNE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"needs the real data, which is not in the repository (looked in {folder})")
    return folder
