import pytest
from huggingface_hub import constants

from medtune.recipe.inputs import (
    Input,
    describe_missing,
    exists,
    is_hub_id,
    missing,
    pickled_weights,
    unobtainable,
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty Hub cache in an empty current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.delenv("TRANSFORMERS_OFFLINE", raising=False)
    return tmp_path / "hub"


def snapshot(cache, folder: str, *files: str) -> None:
    target = cache / folder / "snapshots" / "a1"
    target.mkdir(parents=True)
    for file in files:
        (target / file).touch()


def test_paths(cache, tmp_path):
    (tmp_path / "prepared").mkdir()
    assert exists(Input("data.path", "prepared", "dataset"))
    assert not exists(Input("data.path", "prepared/missing", "dataset"))
    assert not exists(Input("data.path", "raw.txt", "file"))


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("user/name", "model", True),
        ("user/na.me-1_0", "dataset", True),
        ("user/name", "file", False),
        ("a/b/c", "model", False),
        ("./name", "model", False),
        ("../name", "model", False),
        ("name", "model", False),
        ("raw/rows.parquet", "dataset", False),
        ("runs/encoder", "model", False),  # the folder `runs` is there
    ],
)
def test_what_is_a_hub_id(cache, tmp_path, name, kind, expected):
    (tmp_path / "runs").mkdir()
    assert is_hub_id(Input("model.name", name, kind)) is expected


def test_the_hub_cache(cache):
    model, tokenizer, data = (Input("k", "u/n", kind) for kind in ("model", "tokenizer", "dataset"))
    assert missing([model, tokenizer, data, model]) == [model, tokenizer, data]
    snapshot(cache, "models--u--n", "config.json")
    assert not exists(model)  # its weights are not there
    assert exists(tokenizer)
    (cache / "models--u--n/snapshots/a1/model.safetensors").touch()
    assert exists(model)
    (cache / "models--u--n/blobs").mkdir()
    (cache / "models--u--n/blobs/1.incomplete").touch()
    assert not exists(model)
    snapshot(cache, "datasets--u--n", "rows.parquet")
    assert exists(data)


def test_the_real_clients_cache_layout(cache):
    from huggingface_hub.file_download import repo_folder_name

    snapshot(cache, repo_folder_name(repo_id="u/n", repo_type="dataset"), "rows.parquet")
    assert exists(Input("k", "u/n", "dataset"))


def test_a_models_folder_needs_weights(cache, tmp_path):
    model, tokenizer = (Input("model.encoder", "bert", kind) for kind in ("model", "tokenizer"))
    (tmp_path / "bert").mkdir()
    assert exists(model)  # no model so far: perhaps the folder of a run, which its task looks into
    (tmp_path / "bert/config.json").touch()
    assert missing([model, tokenizer]) == [model]
    assert describe_missing(model) == (
        "bert holds a configuration (config.json) but no weights; looked for model.safetensors.index.json, "
        "model.safetensors, pytorch_model.bin.index.json, pytorch_model.bin"
    )
    for file in ("pytorch_model.bin", "model.safetensors.index.json", "adapter_config.json"):
        (tmp_path / "bert" / file).touch()
        assert exists(model), file
        (tmp_path / "bert" / file).unlink()


def test_weights_in_bin_files_are_named(cache, tmp_path):
    for name, files in {
        "old": ["pytorch_model.bin"],
        "sharded": ["pytorch_model.bin.index.json", "pytorch_model-00001-of-00001.bin"],
        "both": ["pytorch_model.bin", "model.safetensors"],
        "adapter": ["adapter_model.bin"],
    }.items():
        (tmp_path / name).mkdir()
        for file in files:
            (tmp_path / name / file).touch()
    snapshot(cache, "models--u--n", "pytorch_model.bin")
    (cache / "models--u--n/refs").mkdir()
    (cache / "models--u--n/refs/main").write_text("a1")
    names = ("old", "old", "sharded", "both", "adapter", "u/n", "not/here")
    lines = pickled_weights([*(Input("model.encoder", name, "model") for name in names), Input("k", "old", "file")])
    assert [line.split(" as weights alone")[0] for line in lines] == [
        "model.encoder: old is read from pytorch_model.bin",
        "model.encoder: sharded is read from pytorch_model.bin.index.json",
        "model.encoder: u/n is read from pytorch_model.bin",
    ]


def test_what_cannot_be_had(cache, monkeypatch):
    hub, path = Input("model.name", "u/n", "model"), Input("data.path", "x/rows.csv", "dataset")
    assert unobtainable([hub, path]) == [path]
    assert describe_missing(hub) == "u/n is no path here and not in the local Hub cache; a run downloads this model"
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert unobtainable([hub, path]) == [hub, path]
    assert "HF_HUB_OFFLINE forbids a download; `medtune fetch` brings" in describe_missing(hub)
    assert describe_missing(path).startswith("x/rows.csv does not exist (dataset; a relative path starts from")
    assert "a model on the Hub is named user/name" in describe_missing(Input("k", "gpt2", "model"))


def test_an_environment_variable(monkeypatch):
    key = Input("systems.0.api_key_env", "SOME_KEY", "variable")
    monkeypatch.delenv("SOME_KEY", raising=False)
    assert unobtainable([key]) == [key]
    assert describe_missing(key).startswith("the environment variable SOME_KEY is not set; write `export SOME_KEY=…`")
    monkeypatch.setenv("SOME_KEY", "")  # set to nothing is not set
    assert not exists(key)
    monkeypatch.setenv("SOME_KEY", "secret")
    assert missing([key]) == []
    assert not is_hub_id(key)
