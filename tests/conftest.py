"""Fixtures for the whole suite: offline by default, quiet, and the real data where it is at hand."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run: a test that fails now and then tells nobody which change broke it.
settings.register_profile("medtune", derandomize=True)
settings.load_profile("medtune")

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
if "PYTEST_XDIST_WORKER" in os.environ:
    # Two workers whose torch takes all cores each slow one another down tenfold.
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder with the real data and weights, which are no part of the repository."""
    folder = Path(os.environ.get("MEDTUNE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"needs the real data, which is not in the repository (looked in {folder})")
    return folder


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium, driven by Playwright; the machine's own, since Playwright's would be a download."""
    playwright = pytest.importorskip("playwright.sync_api")
    executable = os.environ.get("MEDTUNE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("needs a browser: chromium on the PATH, or its path in MEDTUNE_CHROMIUM")
    offline = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=executable, args=offline)
        yield chromium
        chromium.close()
