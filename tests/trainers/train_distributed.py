"""Started by torchrun: one step of every kind of trainer on this many processes; rank 0 writes what came out."""

import json
import sys
from pathlib import Path

import safetensors.torch
import tiny

folder = Path(sys.argv[1])
for kind in tiny.KINDS:
    trainer = tiny.trainer(
        kind,
        folder / kind,
        eval_rows=13,
        per_device_eval_batch_size=4,
        per_device_train_batch_size=4,
        gradient_accumulation_steps=2,
    )
    metrics = trainer.evaluate()
    trainer.train()
    if trainer.is_world_process_zero():
        (folder / f"{kind}.json").write_text(json.dumps(trainer.state.log_history[0]))
        (folder / f"{kind}_eval.json").write_text(json.dumps(metrics))
        weights = {name: tensor.clone() for name, tensor in tiny.weights(trainer).items()}
        safetensors.torch.save_file(weights, folder / f"{kind}.safetensors")
