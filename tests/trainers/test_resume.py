"""Whenever a run is killed, going on leads to the weights of the uninterrupted run, bit by bit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import tiny

SLOW = [pytest.param("instruction-tuning", marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=[*tiny.KINDS[:3], *SLOW])
def results(request, tmp_path_factory):
    script = Path(__file__).with_name("interrupted.py")
    folder = tmp_path_factory.mktemp("interrupted")
    done = subprocess.run([sys.executable, script, request.param, folder], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_resumed_weights_are_those_of_the_uninterrupted_run(results):
    expected = results["uninterrupted"]["weights"]
    assert {name: result["weights"] == expected for name, result in results.items()} == dict.fromkeys(results, True)


def test_interruptions_took_place(results):
    ends = {name: result["ends"] for name, result in results.items()}
    assert ends.pop("uninterrupted") == [0]
    assert ends.pop("killed twice") == [-9, -9, 0]
    assert ends.pop("terminated") == ends.pop("terminated where each epoch is evaluated") == [143, 0]
    assert all(codes == [-9, 0] for codes in ends.values())


def test_only_the_last_checkpoint_is_left(results):
    assert all(result["left"] == ["checkpoint-9"] for result in results.values())
