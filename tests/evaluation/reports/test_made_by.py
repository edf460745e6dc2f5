"""How runs came about, from folders as the tasks leave them."""

import json

from fake_runs import make_run, write

from medtune.evaluation.reports.comparison import collect_runs
from medtune.evaluation.reports.made_by import made_by_section


def test_commands_versions_inputs_and_signatures(tmp_path):
    for name, torch in (("a", "2.13.0"), ("b", "2.13.0"), ("c", "2.14.0")):
        folder = make_run(tmp_path / name, seed=3, test_accuracy=0.5, classification_signature="classification|macro")
        state = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        made = {"versions": {"torch": torch}, "platform": "Linux", "git": None, "started": "2026-01-02", "seconds": 90}
        write(folder / "run.json", state | made)
    section = made_by_section(collect_runs([tmp_path / name for name in "abc"]).runs)
    text = "\n".join(section.markdown)
    assert "| a | 3 | 2026-01-02 | 1.5 |" in text
    assert f"medtune run {tmp_path}/b/recipe.yaml --overwrite" in text
    assert "- a, b: torch 2.13.0; Linux\n- c: torch 2.14.0; Linux\n- this report: python" in text
    assert text.count("- `gone/data`: hash") == 1
    assert text.count("- `classification|macro`") == 1
    assert [run["seconds"] for run in section.numbers["runs"]] == [90, 90, 90]


def test_runs_that_do_not_tell(tmp_path):
    make_run(tmp_path / "old", test_accuracy=0.5)
    text = "\n".join(made_by_section(collect_runs([tmp_path / "old"]).runs).markdown)
    assert "| old | 0 | – | – |" in text
    assert "- old: not known" in text
