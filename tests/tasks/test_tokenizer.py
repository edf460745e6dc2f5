import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import ValidationError
from transformers import AutoTokenizer

from medtune.data.records import RECORD_SCHEMA
from medtune.data.sources.synthetic import read
from medtune.recipe.inputs import Input
from medtune.tasks import tokenizer as task


@pytest.fixture
def prepared(tmp_path):
    rows = [record.as_row() for record in read(120, seed=0)]
    rows[0]["reply"] = None
    for split, part in (("train", rows[:100]), ("validation", rows[100:])):
        pq.write_table(pa.Table.from_pylist(part, schema=RECORD_SCHEMA), tmp_path / f"{split}.parquet")
    return tmp_path


def recipe(path, **keys):
    data = {"path": str(path), **keys.pop("data", {})}
    return task.Recipe(task="tokenizer", output_dir="unused", data=data, **keys)


def test_run_writes_a_tokenizer_that_fits_unseen_rows(prepared, tmp_path):
    metrics = task.run(recipe(prepared), tmp_path / "out")

    loaded = AutoTokenizer.from_pretrained(tmp_path / "out")
    assert metrics["vocab_size"] == len(loaded) > 300
    assert 0 < metrics["unknown_token_rate"] < 0.05
    assert 0.9 < metrics["tokens_per_character"] <= 1


def test_files_are_the_same_each_time(prepared, tmp_path):
    for name in ("one", "two"):
        task.run(recipe(prepared), tmp_path / name)
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


def test_fields_are_what_is_read(prepared, tmp_path):
    both = task.run(recipe(prepared), tmp_path / "both")
    replies = task.run(recipe(prepared, data={"fields": ["reply"]}), tmp_path / "replies")
    assert replies["vocab_size"] < both["vocab_size"]


def test_needs_prepared_data(tmp_path):
    wanted = recipe(tmp_path / "nowhere")
    assert task.inputs(wanted) == [Input("data.path", str(tmp_path / "nowhere"), "file")]
    with pytest.raises(FileNotFoundError, match=r"data\.path: .* no train\.parquet and no validation\.parquet; run"):
        task.run(wanted, tmp_path / "out")


@pytest.mark.parametrize("wrong", [{"vocab_size": 5}, {"kind": "bpe"}, {"min_frequency": 0}, {"data": {"fields": []}}])
def test_schema_refuses(wrong, tmp_path):
    with pytest.raises(ValidationError, match=next(iter(wrong))):
        recipe(tmp_path, **wrong)
