"""Fifty raters for a minute, with the server killed in the middle; see tests/benchmarks/ethics_load.py."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "ethics_load.py"


@pytest.fixture(scope="module")
def load():
    spec = importlib.util.spec_from_file_location("ethics_load", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(load, tmp_path):
    result = load.measure(tmp_path, raters=8, seconds=2, pause=0.05, say=lambda _: None)
    assert result.failures > 0  # the kill was felt
    assert len(result.milliseconds) >= 8
    assert (result.lost, result.wrong) == ([], [])


@pytest.mark.slow
def test_fifty_raters_for_a_minute(load, tmp_path):
    busy = os.getloadavg()[0] > os.cpu_count()
    result = load.measure(tmp_path, raters=50, seconds=60, pause=1, say=lambda _: None)
    assert (result.lost, result.wrong) == ([], [])
    assert len(result.milliseconds) > 2000
    if not busy:  # beside other work, the bar measures the other work
        assert result.percentile(95) <= load.BAR_MS


def test_the_comparison_finds_what_is_missing(load, tmp_path):
    study, _ = load.make_study(tmp_path / "small.study", raters=1, items=2)
    item = study.item_for(1, 0).id
    study.save_score(1, item, load.AXES[0], 2)
    study.save_score(1, item, load.AXES[0], 1)
    first, second, never = ((1, item, load.AXES[0], value) for value in (2, 1, 0))
    assert load.compare(study, [[first, second]]) == ([], [])
    assert load.compare(study, [[second, first]]) == ([], [first[:3]])
    assert load.compare(study, [[first, second, never]]) == ([never], [never[:3]])
    study.close()
