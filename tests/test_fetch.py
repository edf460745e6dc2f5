"""`medtune fetch` with the real Hub client against a small server on this machine that speaks the Hub's protocol."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from medtune.fetch import files_to_leave_out, write_offline_recipes
from medtune.recipe.inputs import Input
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE

ROOT = Path(__file__).resolve().parents[1]
SHA = "a" * 40

REPOSITORIES = {
    "models/user/bert": {
        "config.json": b"{}",
        "model.safetensors": b"new" * 1000,
        "pytorch_model.bin": b"old" * 1000,
        "tf_model.h5": b"other",
        "onnx/model.onnx": b"other",
    },
    "models/user/old-bert": {"config.json": b"{}", "pytorch_model.bin": b"old" * 1000, "flax_model.msgpack": b"x"},
    "datasets/user/rows": {"data/train.parquet": b"rows" * 500, "README.md": b"# Rows"},
}

RECIPE = f"""# A classifier.
{FIRST_STATEMENT}
task: classification
output_dir: out
model:
  encoder: user/bert   # the base
  tokenizer: "user/old-bert"
data:
  path: runs/data
{LAST_LINE}
"""

DATA_RECIPE = f"""# Rows from the Hub.
{FIRST_STATEMENT}
task: prepare-data
output_dir: runs/data
data:
  sources:
    - source: hub
      path: user/rows
      columns: {{description: ask}}
{LAST_LINE}
"""


class Hub(BaseHTTPRequestHandler):
    """The part of the Hub that snapshot_download asks for."""

    protocol_version = "HTTP/1.1"
    requests: list[str]

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer(body=False)

    def do_GET(self):
        self.answer(body=True)

    def answer(self, body: bool) -> None:
        path = urlsplit(self.path).path.strip("/")
        self.server.requests.append(f"{self.command} {path}")
        refusals = {"gated": (403, "GatedRepo"), "private": (401, "RepoNotFound"), "none": (404, "RepoNotFound")}
        for name, (status, code) in refusals.items():
            if f"user/{name}" in path:
                return self.send(status, b"{}", body, **{"X-Error-Code": code})
        if path.startswith("api/"):
            kind, user, name, *rest = path.split("/")[1:]
            files = REPOSITORIES[f"{kind}/{user}/{name}"]
            if rest[:1] == ["tree"]:
                answer = [
                    {"type": "file", "path": p, "size": len(c), "oid": hashlib.sha1(c).hexdigest()}
                    for p, c in files.items()
                ]
            else:
                answer = {"id": f"{user}/{name}", "sha": SHA, "siblings": [{"rfilename": p} for p in files]}
            return self.send(200, json.dumps(answer).encode(), body, **{"Content-Type": "application/json"})
        repository, _, file = path.partition(f"/resolve/{SHA}/")
        key = repository if repository.startswith("datasets/") else f"models/{repository}"
        content = REPOSITORIES[key][file]
        return self.send(200, content, body, ETag=f'"{hashlib.sha1(content).hexdigest()}"', **{"X-Repo-Commit": SHA})

    def send(self, status: int, content: bytes, body: bool, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(content)


@pytest.fixture
def hub(socket_enabled):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    server.requests = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetch(tmp_path):
    def fetch(text: str, endpoint: str, **others: str) -> subprocess.CompletedProcess:
        (tmp_path / "recipe.yaml").write_text(text, encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "HF_ENDPOINT": endpoint,
            "HF_HOME": str(tmp_path / "home"),
        }
        environment |= {"HF_HUB_OFFLINE": "0", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "NO_PROXY": "*", **others}
        command = [sys.executable, "-m", "medtune.cli", "fetch", "recipe.yaml", "--to", "carry"]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return fetch


def url(hub) -> str:
    return f"http://127.0.0.1:{hub.server_port}"


def tree(folder: Path) -> list[str]:
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in files if ".cache" not in path.parts)


def test_a_recipes_models_and_data_are_fetched_once(hub, fetch, tmp_path):
    done = fetch(RECIPE, url(hub))
    assert done.returncode == 0, done.stderr
    carry = tmp_path / "carry"
    assert tree(carry) == [
        "manifest.json",
        "models/user/bert/config.json",
        "models/user/bert/model.safetensors",
        "models/user/old-bert/config.json",
        "models/user/old-bert/pytorch_model.bin",
        "recipes/recipe.yaml",
    ]
    assert (carry / "models/user/bert/model.safetensors").read_bytes() == b"new" * 1000
    manifest = json.loads((carry / "manifest.json").read_text())["repositories"]
    assert {entry["name"]: entry["revision"] for entry in manifest} == dict.fromkeys(
        ["user/bert", "user/old-bert"], SHA
    )
    assert (carry / "recipes/recipe.yaml").read_text() == RECIPE.replace("user/bert ", "models/user/bert ").replace(
        '"user/old-bert"', "models/user/old-bert"
    )
    assert "HF_HUB_OFFLINE=1 accelerate launch recipes/recipe.yaml" in done.stdout
    assert "--model.encoder=carry/models/user/bert" in done.stdout

    hub.requests.clear()
    assert fetch(RECIPE, url(hub)).returncode == 0
    assert not [request for request in hub.requests if request.startswith("GET") and "/resolve/" in request]


def test_data_sets_are_fetched_too(hub, fetch, tmp_path):
    done = fetch(DATA_RECIPE, url(hub))
    assert done.returncode == 0, done.stderr
    carry = tmp_path / "carry"
    assert "datasets/user/rows/data/train.parquet" in tree(carry)
    (entry,) = json.loads((carry / "manifest.json").read_text())["repositories"]
    assert entry["files"] == {"README.md": 6, "data/train.parquet": 2000}
    assert (carry / "recipes/recipe.yaml").read_text() == DATA_RECIPE.replace("user/rows", "datasets/user/rows")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gated", "model.encoder: user/gated is gated: accept its terms on http://127.0.0.1"),
        ("private", "model.encoder: user/private: there is no such model, or it is private and needs a token"),
        ("none", "model.encoder: user/none: the Hub knows no such model; if a recipe makes it, run that recipe first"),
    ],
)
def test_refusals_are_told_after_the_rest_is_fetched(hub, fetch, tmp_path, name, message):
    done = fetch(RECIPE.replace("user/bert ", f"user/{name} "), url(hub))
    assert done.returncode == 1
    assert "not fetched, the rest is there:" in done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "carry/models/user/old-bert/config.json").is_file()


def test_no_network(fetch):
    done = fetch(RECIPE, "http://127.0.0.1:9")
    assert done.returncode == 1
    assert "user/bert: no answer from http://127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr


def test_offline(fetch):
    done = fetch(RECIPE, "http://127.0.0.1:9", HF_HUB_OFFLINE="1")
    assert done.returncode == 1
    assert "fetch needs network, and HF_HUB_OFFLINE unset" in done.stderr


def test_what_is_left_out():
    assert "*.bin" in files_to_leave_out(["a.safetensors", "a.bin"])
    assert "*.bin" not in files_to_leave_out(["a.bin", "a.h5"])


def test_the_steps_of_a_pipeline_are_rewritten_too(tmp_path):
    step = f"# Step.\n{FIRST_STATEMENT}\ntask: toy\nmodel: {{name: user/bert, other: user/bert-large}}\n{LAST_LINE}\n"
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "one.yaml").write_text(step)
    pipeline = tmp_path / "all.yaml"
    pipeline.write_text(f"# All.\n{FIRST_STATEMENT}\ntask: pipeline\nsteps: [steps/one.yaml]\n{LAST_LINE}\n")
    copies = write_offline_recipes(pipeline, tmp_path / "carry", [Input("model.name", "user/bert", "model")])
    assert copies == [tmp_path / "carry/recipes/all.yaml", tmp_path / "carry/recipes/steps/one.yaml"]
    assert "{name: models/user/bert, other: user/bert-large}" in copies[1].read_text()
