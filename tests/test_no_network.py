"""Nothing here asks the network, also where nothing forbids it: a hospital's machine has none to ask."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError, disable_socket, enable_socket

ROOT = Path(__file__).resolve().parents[1]

SCRIPT = """
import socket, sys
from pathlib import Path
import urllib3  # opens a socket on this machine when imported, to see whether it has IPv6
from pytest_socket import disable_socket

disable_socket(allow_unix_socket=True)
def no_names(*args, **kwargs):
    raise AssertionError(f"asked for an address: {args}")
socket.getaddrinfo = no_names

sys.path.insert(0, "tests")
import miniature
from medtune.evaluation.inference.predict import Predictor
from medtune.runs import execute
from medtune.tasks import load_task

folder = Path(sys.argv[1])
def run(task, name, **keys):
    return execute(load_task(task).Recipe.model_validate({"task": task, "output_dir": str(folder / name), **keys}))

data = {"path": str(folder / "data")}
short = {"max_tokens": 32, "max_reply_tokens": 32, **data}
training = {"max_steps": 1, "use_cpu": True, "per_device_train_batch_size": 4, "save_strategy": "no"}
run("prepare-data", "data", data={"sources": [{"source": "synthetic", "rows": 150}]})
run("tokenizer", "tokenizer", data=data, vocab_size=400)
sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
encoder = {"model_type": "bert", "max_position_embeddings": 64, **sizes}
decoder = {"model_type": "gpt2", "n_embd": 16, "n_layer": 1, "n_head": 2, "n_positions": 128}
tokenizer = str(folder / "tokenizer")
run("classification", "classifier", model={"encoder": encoder, "tokenizer": tokenizer}, data=short, training=training)
generation = {"rows": 4, "max_new_tokens": 4}
run("language-modeling", "decoder", model={"decoder": decoder, "tokenizer": tokenizer}, data=short, training=training,
    generation=generation)
run("multitask", "joint", model={"encoder": str(folder / "classifier"), "decoder": str(folder / "decoder")}, data=short,
    training=training, generation=generation)
run("compare", "report", runs=[str(folder / name) for name in ("classifier", "decoder", "joint")], data=data,
    shuffle_test_rows=8)
[answer] = Predictor(str(folder / "joint"))(["头痛三天"])
assert answer["department"] and "reply" in answer
"""


def test_recipes_and_prediction_ask_no_network(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_OFFLINE")}
    environment |= {"PYTHONPATH": str(ROOT), "HF_HOME": str(tmp_path / "cache"), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Blocked" not in done.stderr  # an attempt that was made, caught and passed over


def test_the_block_holds():
    import socket

    disable_socket(allow_unix_socket=True)
    try:
        with pytest.raises(SocketBlockedError):
            socket.socket(socket.AF_INET)
    finally:
        enable_socket()
