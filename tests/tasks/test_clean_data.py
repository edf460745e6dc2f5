import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter

import psutil
import pytest
from clinic_corpus import recipe, run, write_sources

from medtune.data.corpus.worker import Worker
from medtune.data.records import Record
from medtune.data.storage import read_records, read_table
from medtune.evaluation.reports import corpus_plots
from medtune.tasks import clean_data
from medtune.tasks.clean_data import Recipe

FILES = ["train.parquet", "test_clinic.parquet", "test_other.parquet", "rejected.parquet", "audit.parquet"]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The same hashes in every run, and no plots, which have tests of their own."""
    monkeypatch.setenv("MEDTUNE_AUDIT_KEY", "of this test")
    monkeypatch.setattr(corpus_plots, "write_plots", lambda folder, card: None)


@pytest.fixture
def rows(tmp_path):
    return write_sources(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """One finished run: its metrics, its folder, and the rows of `clinic`."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDTUNE_AUDIT_KEY", "of this test")
        rows = write_sources(folder)
        return *run(folder), rows


def contents(folder):
    return {
        name: (folder / name).read_bytes() for name in [*FILES, "corpus_card.md", "corpus_card.json", "manifest.json"]
    }


def test_every_row_is_accounted_for(built):
    metrics, folder, rows = built
    rejected = read_table(folder / "rejected.parquet").to_pylist()
    reasons = Counter(row["reason"] for row in rejected)
    files = {name: read_records(folder / f"{name}.parquet") for name in ("train", "test_clinic", "test_other")}
    assert metrics["rows_read"] == len(rows) + 30 == metrics["rows_kept"] + metrics["rows_rejected"]
    assert metrics["rows_kept"] == sum(map(len, files.values()))
    assert metrics["rows_rejected"] == len(rejected)
    expected = {
        "photo request": 1,
        "no answer": 1,
        "repeated characters": 1,
        "exact duplicate": 10,
        "near duplicate": 10,
    }
    assert expected.items() <= reasons.items()
    card = json.loads((folder / "corpus_card.json").read_text(encoding="utf-8"))
    for name, source in card["sources"].items():
        assert source["read"] == sum(source["kept"].values()) + sum(source["aside"].values()), name
    assert sum(part["rows"] for part in card["table"]) == metrics["rows_kept"]
    assert len({record.id for records in files.values() for record in records}) == metrics["rows_kept"]
    duplicate = next(row for row in rejected if row["reason"] == "near duplicate")
    original = Record.from_row(json.loads(duplicate["text"])).meta["duplicate_of"]
    assert original in {record.id for record in files["train"] + files["test_clinic"]} | {r["id"] for r in rejected}


def test_test_sets_are_whole_and_share_nothing_with_the_training_rows(built):
    _, folder, _ = built
    train, drawn, other = (read_records(folder / f"{n}.parquet") for n in ("train", "test_clinic", "test_other"))
    assert len(drawn) == 20
    assert len(other) == 30
    assert "请上传照片" in {record.reply for record in other}
    assert not {record.group for record in train} & {record.group for record in drawn}
    reasons = {row["id"]: row["reason"] for row in read_table(folder / "rejected.parquet").to_pylist()}
    assert reasons["table:clinic.json:101"] == "question of a test row"  # ids count from 1
    assert reasons["table:clinic.json:102"] == "answer of a test row"
    asked = {record.description for record in drawn + other}
    answered = {record.reply for record in drawn + other}
    assert not any(record.description in asked or record.reply in answered for record in train)


def test_the_number_of_workers_does_not_matter(built):
    _, one, _ = built
    _, two = run(one.parent, "two", workers=2)
    assert contents(one) == contents(two)
    figures = {"departments", "lengths", "sources"}
    assert {path.stem for path in (one / "plots").glob("*.png")} == figures - {"departments"}  # no row has one


def test_no_identity_is_written(tmp_path, rows):
    broken = [*rows, {"ask": "头晕，电话13912345678", "answer": None, "visit": "y"}]
    text = json.dumps(broken, ensure_ascii=False)
    (tmp_path / "clinic.json").write_text(text, encoding="utf-8")
    _, folder = run(tmp_path)
    written = [read_table(folder / name).to_pylist() for name in FILES]
    files = [path.read_text(encoding="utf-8") for path in folder.glob("*.[mj][ds]*")]
    assert any("[电话]" in str(table) for table in written)
    assert len(files) >= 3
    assert not any("13912345678" in str(one) for one in [*written, *files])


def test_the_names_of_groups_are_not_written_and_their_rows_still_belong_together(built):
    """A patient's number in the clinic's register tells who is meant."""
    _, folder, rows = built
    files = [read_table(folder / name).to_pylist() for name in FILES]
    assert not any(
        f"'{row['visit']}'" in str(file) or f'"{row["visit"]}"' in str(file) for row in rows for file in files
    )
    kept = {r.id: r.group for name in ("train", "test_clinic") for r in read_records(folder / f"{name}.parquet")}
    pairs = [[f"table:clinic.json:{number}", f"table:clinic.json:{number + 1}"] for number in range(1, 200, 2)]
    both = [pair for pair in pairs if pair[0] in kept and pair[1] in kept]
    assert len(both) > 50
    assert all(kept[one] == kept[two] == one for one, two in both)
    assert len({kept[one] for one, _ in both}) == len(both)


def test_the_audit_log_holds_what_was_masked_and_nothing_else(tmp_path, rows):
    """Not what the card's samples hide, which would depend on how the rows were parted."""
    for row in rows[:30]:
        row["ask"] = f"&lt;{row['ask']}&gt; 电话13912345678"  # a sample of what `repair` changes
    (tmp_path / "clinic.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    _, one = run(tmp_path, "one", rows_per_shard=15)
    logged = read_table(one / "audit.parquet").to_pylist()
    assert sum(entry["kind"] == "phone" for entry in logged) == 30 + 20
    assert len({(entry["id"], entry["text"], entry["start"]) for entry in logged}) == len(logged)
    _, two = run(tmp_path, "two", rows_per_shard=15, workers=2)
    assert (one / "audit.parquet").read_bytes() == (two / "audit.parquet").read_bytes()


def test_one_audit_log_has_one_key(tmp_path, rows, monkeypatch):
    run(tmp_path)
    for key in ("other", ""):
        monkeypatch.setenv("MEDTUNE_AUDIT_KEY", key)
        with pytest.raises(ValueError, match="MEDTUNE_AUDIT_KEY is not what it was when this run began"):
            run(tmp_path)


def test_a_second_pass_changes_nothing(built, tmp_path):
    _, first, _ = built
    read = {"source": "table", "task": "question-answer", "language": "zh", "path": str(first / "train.parquet")}
    columns = {name: name for name in ("description", "reply", "group")}
    again = {"data": {"sources": [{"name": "again", "read": {**read, "columns": columns}}]}}
    metrics, second = run(tmp_path, "second", **again)
    assert metrics["rows_read"] == metrics["rows_kept"]
    before, after = (read_records(folder / "train.parquet") for folder in (first, second))
    assert [(r.description, r.reply) for r in before] == [(r.description, r.reply) for r in after]


def test_a_killed_run_loses_at_most_the_shards_in_work(tmp_path, rows, monkeypatch):
    _, whole = run(tmp_path, "whole", rows_per_shard=20)
    made = recipe(tmp_path, "killed", rows_per_shard=20, workers=2)
    (tmp_path / "recipe.json").write_text(made.model_dump_json(), encoding="utf-8")
    program = (
        "import sys, json\n"
        "from medtune.tasks.clean_data import Recipe, run\n"
        "from pathlib import Path\n"
        "if __name__ == '__main__':\n"
        "    keys = json.loads(Path(sys.argv[1]).read_text())\n"
        "    run(Recipe.model_validate({**keys, 'workers': 2}), Path(keys['output_dir']))\n"
        "    print('not killed')\n"
    )
    (tmp_path / "program.py").write_text(program)
    process = subprocess.Popen(
        [sys.executable, tmp_path / "program.py", tmp_path / "recipe.json"], stdout=subprocess.PIPE
    )
    shards = tmp_path / "killed" / "cache" / "shards"
    deadline = time.monotonic() + 60
    while len(list(shards.glob("[0-9]*.json"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.005)
    workers = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert not alive, "a worker outlives the run"
    done = len(list(shards.glob("[0-9]*.json")))
    assert not (tmp_path / "killed" / "train.parquet").exists()
    cleaned = []
    clean = Worker.clean
    monkeypatch.setattr(Worker, "clean", lambda self, shard: cleaned.append(shard.number) or clean(self, shard))
    clean_data.run(made.model_copy(update={"workers": 1}), tmp_path / "killed")
    assert len(cleaned) == -(-len(rows) // 20) + 2 - done
    assert contents(tmp_path / "killed") == contents(whole)


def test_shards_of_another_recipe_are_not_used(tmp_path, rows, monkeypatch):
    run(tmp_path)
    cleaned = []
    clean = Worker.clean
    monkeypatch.setattr(Worker, "clean", lambda self, shard: cleaned.append(shard.number) or clean(self, shard))
    run(tmp_path)
    assert cleaned == []
    metrics, _ = run(tmp_path, cleaning={"quality": {"require_answer": False}})
    assert len(cleaned) == 7
    assert metrics["rows_kept"] > 0


def test_a_full_disk_leaves_no_file_that_looks_whole(tmp_path, rows):
    made = recipe(tmp_path, "full", rows_per_shard=200)
    (tmp_path / "recipe.json").write_text(made.model_dump_json(), encoding="utf-8")
    program = (
        "import sys, json; from pathlib import Path; from medtune.tasks.clean_data import Recipe, run\n"
        "keys = json.loads(Path(sys.argv[1]).read_text())\n"
        "run(Recipe.model_validate({**keys, 'workers': 1}), Path(keys['output_dir']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "recipe.json"],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (15_000, 15_000)),
    )
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert "make room and run the recipe again" in last
    assert str(tmp_path / "full") in last
    left = [path.name for path in (tmp_path / "full").rglob("*") if path.is_file()]
    assert not [name for name in left if name.endswith(".unfinished") or name in FILES]
    assert "000000.json" not in left
    clean_data.run(made, tmp_path / "full")
    assert (tmp_path / "full" / "train.parquet").is_file()


def test_a_corpus_without_training_rows_leaves_none(tmp_path, rows):
    with pytest.raises(ValueError, match=r"no training rows are left; .*rejected.parquet has those set aside"):
        run(tmp_path, cleaning={"quality": {"min_question": 1000}})
    assert (tmp_path / "out" / "rejected.parquet").exists()
    assert not (tmp_path / "out" / "train.parquet").exists()


def test_a_source_that_breaks_off_is_an_error(tmp_path, rows):
    file = tmp_path / "clinic.json"
    file.write_text(file.read_text(encoding="utf-8")[:-200], encoding="utf-8")
    with pytest.raises(ValueError, match="is no JSON after"):
        run(tmp_path)
    assert not (tmp_path / "out" / "train.parquet").exists()


def test_the_main_process_and_workers_do_without_torch(tmp_path, rows):
    program = "import sys, medtune.tasks.clean_data, medtune.data.corpus.pool; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_validation_and_samples(tmp_path, rows):
    made = recipe(tmp_path)
    sources = made.model_dump(mode="json")["data"]["sources"]
    sources[0] |= {"max_rows": 100, "test_rows": 0}
    metrics, folder = run(tmp_path, data={"sources": sources}, validation=0.2)
    assert metrics["train_rows"] + metrics["validation_rows"] == 100
    assert 8 <= metrics["validation_rows"] <= 35
    train, held_out = (read_records(folder / f"{name}.parquet") for name in ("train", "validation"))
    assert not {record.group for record in train} & {record.group for record in held_out}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "other"}, "two sources have one name"),
        ({"test_rows": "all"}, "nothing is left to train on"),
        ({"test_rows": "all", "max_rows": 5}, "no training rows to limit"),
    ],
)
def test_contradictions_are_told(tmp_path, change, message):
    made = recipe(tmp_path).model_dump(mode="json")
    made["data"]["sources"][0] |= change
    problems = clean_data.check(Recipe.model_validate(made))
    assert any(message in problem.message for problem in problems)


@pytest.mark.slow
def test_all_real_files_in_one_run(shared, tmp_path):
    """Every source adds up, and the Parquet files read back."""
    data = shared / "data"
    reads = {
        "plos": {"source": "lay_summaries", "path": "PLOS_mini.jsonl"},
        "elife": {"source": "lay_summaries", "path": "eLife_mini.jsonl"},
        "icliniq": {"source": "icliniq", "path": "icliniq_600.json"},
        "chatdoctor": {"source": "healthcaremagic", "path": "chatdoctor_3k.json"},
        "alpaca_en": {"source": "alpaca", "path": "alpaca_en.json"},
        "alpaca_zh": {"source": "alpaca", "path": "alpaca_zh.json"},
        "haodf": {"source": "meddialog", "path": "haodf_covid_raw.txt", "task": "question-answer"},
        "triage": {"source": "haodf_triage", "path": "haodf_triage_train.csv"},
        "toyhom": {"source": "toyhom", "path": "internal_medicine_train.gb18030.csv"},
    }
    tests = {"icliniq": "all", "haodf": 100}
    sources = [
        {"name": name, "read": {**read, "path": str(data / read["path"])}, "test_rows": tests.get(name, 0)}
        for name, read in reads.items()
    ]
    metrics, folder = run(tmp_path, data={"sources": sources}, rows_per_shard=5000, workers=os.cpu_count())
    card = json.loads((folder / "corpus_card.json").read_text(encoding="utf-8"))
    expected = {"plos": 96, "elife": 16, "icliniq": 600, "chatdoctor": 3000, "alpaca_en": 20000, "alpaca_zh": 20465}
    expected |= {"haodf": 900, "triage": 10000, "toyhom": 6000}
    assert {name: source["read"] for name, source in card["sources"].items()} == expected
    for source in card["sources"].values():
        assert source["read"] == sum(source["kept"].values()) + sum(source["aside"].values())
    assert card["sources"]["icliniq"]["kept"] == {"test_icliniq.parquet": 600}
    assert card["sources"]["haodf"]["kept"]["test_haodf.parquet"] == 100
    assert metrics["rows_rejected"] == read_table(folder / "rejected.parquet").num_rows
    assert metrics["rows_read"] == 61_077 == metrics["rows_kept"] + metrics["rows_rejected"]
    assert metrics["rows_kept"] > 45_000
