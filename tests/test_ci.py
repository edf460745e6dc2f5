"""`.ci/run` with stand-ins for what it calls, which only write down that they were called."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CALLS = [
    "pip install -c .ci/constraints.txt -e .[test]",
    "pytest",
    "pip install -c .ci/constraints.txt -e .",
    "accelerate launch recipes/quickstart.yaml",
    "ruff check .",
    "ruff format --check .",
]
STAND_IN = """#!/bin/sh
call="$(basename "$0")${*:+ $*}"
echo "$call" >> "$CALLED"
test "$call" != "$FAILING"
"""
# `python3 -m venv DIR` makes an environment that holds nothing but an `activate`.
PYTHON = '#!/bin/sh\nmkdir -p "$3/bin"\necho "activated=$3" > "$3/bin/activate"\n'

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def ci_run(tmp_path):
    """Return a function that runs the script with one command failing, and gives its exit code and its calls."""
    for name in ("pip", "pytest", "accelerate", "ruff", "python3"):
        (tmp_path / name).write_text(PYTHON if name == "python3" else STAND_IN)
        (tmp_path / name).chmod(0o755)
    called = tmp_path / "called"

    def ci_run(failing: str = "") -> tuple[int, list[str]]:
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "CALLED": str(called), "FAILING": failing}
        done = subprocess.run(["bash", ROOT / ".ci" / "run"], env=environment, capture_output=True, check=False)
        return done.returncode, called.read_text().splitlines()

    return ci_run


def test_both_commands_of_the_readme_then_ruff(ci_run):
    assert ci_run() == (0, CALLS)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install -c .ci/constraints.txt -e . && accelerate launch recipes/quickstart.yaml" in readme
    assert 'pip install -c .ci/constraints.txt -e ".[test]" && pytest' in readme


@pytest.mark.parametrize("failing", CALLS)
def test_a_failure_ends_it(ci_run, failing):
    code, calls = ci_run(failing)
    assert code != 0
    assert calls == CALLS[: CALLS.index(failing) + 1]
