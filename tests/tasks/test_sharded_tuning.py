"""Instruction tuning with the weights shared out over two processes gives the adapter that one process gives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
import tuning
from safetensors.torch import load_file

from medtune.data.storage import write_records
from medtune.recipe.check import load_checked
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump
from medtune.runs import execute, read_json

TRAINING = {
    "max_steps": 4,
    "learning_rate": 0.05,
    "train_sampling_strategy": "random",  # by length, batches depend on how large each process's are
    "logging_steps": 2,
    "eval_strategy": "steps",
    "eval_steps": 2,
    "save_strategy": "no",
    "disable_tqdm": True,
}
#: What `accelerate launch --config_file recipes/accelerate/fsdp.yaml` sets.
FSDP = {
    "ACCELERATE_USE_FSDP": "true",
    "FSDP_VERSION": "2",
    "FSDP_AUTO_WRAP_POLICY": "TRANSFORMER_BASED_WRAP",
    "FSDP_RESHARD_AFTER_FORWARD": "true",
    "FSDP_CPU_RAM_EFFICIENT_LOADING": "true",
    "FSDP_OFFLOAD_PARAMS": "false",
    "FSDP_STATE_DICT_TYPE": "FULL_STATE_DICT",
}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sharded")
    write_records(folder / "rows.parquet", tuning.rows(48))
    tuning.tokenizer().save_pretrained(folder / "tokenizer")
    return folder


def write(workshop: Path, name: str, batch: int, **training) -> Path:
    recipe = {
        "task": "instruction-tuning",
        "output_dir": str(workshop / name),
        "model": {"base": tuning.LLAMA, "tokenizer": str(workshop / "tokenizer")},
        "data": {"sources": [{"path": str(workshop / "rows.parquet")}], "validation": 0.2},
        "lora": {"dropout": 0.0, "modules_to_save": ["lm_head"]},
        "training": TRAINING | training | {"per_device_train_batch_size": batch},
        "merge": {"prompts": 2},
    }
    path = workshop / f"{name}.yaml"
    path.write_text(f"{FIRST_STATEMENT}\n{dump(recipe)}{LAST_LINE}\n", encoding="utf-8")
    return path


def test_fsdp_gives_the_adapter_and_the_losses_of_one_process(workshop):
    alone = execute(load_checked(write(workshop, "alone", 8, use_cpu=True)))
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node=2", "--rdzv_backend=c10d"]
    script = Path(__file__).with_name("run_sharded.py")
    environment = os.environ | FSDP | {"ACCELERATE_TORCH_DEVICE": "cpu", "OMP_NUM_THREADS": "1"}
    command = [*torchrun, "--rdzv_endpoint=localhost:0", script, write(workshop, "shared", 4)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert ran.returncode == 0, ran.stderr

    shared = read_json(workshop / "shared" / "metrics.json")
    for name in ("before_loss", "train_loss", "eval_loss"):
        assert shared[name] == pytest.approx(alone[name], rel=1e-4)
    assert shared["eval_loss"] < shared["before_loss"] - 0.1
    assert shared["merge_decided_argmax"] == 1
    expected = load_file(workshop / "alone" / "adapter" / "adapter_model.safetensors")
    found = load_file(workshop / "shared" / "adapter" / "adapter_model.safetensors")
    assert found.keys() == expected.keys()
    for name, tensor in expected.items():
        torch.testing.assert_close(found[name], tensor, rtol=1e-3, atol=1e-4, msg=name)
