"""The merge against peft, its own promises, and everything that can be wrong with what it is given."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import huggingface_hub
import pytest
import torch
from huggingface_hub.errors import LocalEntryNotFoundError
from peft import PeftModel
from safetensors.torch import load_file, save_file
from transformers import AutoModel, AutoModelForCausalLM, AutoTokenizer

from medtune.adapters import merge as module
from medtune.adapters import verify
from medtune.adapters.lineage import read_lineage, record_adapter
from medtune.adapters.merge import MergeError, merge
from medtune.cli import main

ROOT = Path(__file__).resolve().parents[2]
IDS = torch.arange(90).reshape(2, 45)


def merged_by_peft(base, adapter, dtype):
    """peft's own merge in fp32, rounded once."""
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
    state = PeftModel.from_pretrained(model, adapter).merge_and_unload().state_dict()
    return {name: tensor.to(dtype) for name, tensor in state.items()}


def differing(one, other):
    return {name for name in one if one[name].shape != other[name].shape or (one[name] != other[name]).any()}


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"use_rslora": True, "lora_alpha": 16},
        {"use_dora": True},
        pytest.param(
            {"rank_pattern": {"layers.0.self_attn.q_proj": 2}, "alpha_pattern": {"v_proj": 32}}, marks=pytest.mark.slow
        ),
        pytest.param({"target_modules": "all-linear"}, marks=pytest.mark.slow),
        pytest.param(
            {"target_modules": ["q_proj"], "modules_to_save": ["lm_head", "embed_tokens"]}, marks=pytest.mark.slow
        ),
        {"target_modules": ["embed_tokens", "lm_head", "k_proj"]},
        pytest.param({"target_modules": ["embed_tokens", "k_proj"], "use_dora": True}, marks=pytest.mark.slow),
        {"trainable_token_indices": [3, 95]},
    ],
    ids=lambda options: " ".join(options) or "plain",
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_equals_pefts_merge_rounded_once(make_base, make_adapter, tmp_path, options):
    base = make_base()
    adapter = make_adapter(base, **options)
    merge(base, adapter, tmp_path / "out")
    ours = load_file(tmp_path / "out" / "model.safetensors")
    theirs = merged_by_peft(base, adapter, torch.bfloat16)
    assert ours.keys() == theirs.keys()
    for name, tensor in ours.items():
        # fp32 sums in another order can fall on the other side of the middle: one unit in the last of bf16's places.
        torch.testing.assert_close(tensor, theirs[name], rtol=2**-7, atol=0)
        assert (tensor == theirs[name]).float().mean() > 0.99


@pytest.mark.parametrize("options", [{"use_dora": True}, {"bias": "lora_only", "lora_bias": True}], ids=str)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_gpt2_keeps_its_weights_the_other_way_round(make_base, make_adapter, tmp_path, options):
    base = make_base("gpt2", dtype=torch.float16)
    adapter = make_adapter(base, target_modules=["c_attn", "c_proj"], fan_in_fan_out=True, **options)
    merge(base, adapter, tmp_path / "out")
    ours, theirs = load_file(tmp_path / "out" / "model.safetensors"), merged_by_peft(base, adapter, torch.float16)
    for name, tensor in ours.items():
        torch.testing.assert_close(tensor, theirs[name], rtol=2**-10, atol=1e-6)


def test_exactly_the_targeted_tensors_change(make_base, make_adapter, tmp_path):
    base = make_base(shards="20KB")
    step = merge(base, make_adapter(base), tmp_path / "out")
    names = sorted(path.name for path in base.glob("*.safetensors"))
    assert len(names) > 1
    assert sorted(path.name for path in (tmp_path / "out").glob("*.safetensors")) == names
    before, after = ({k: v for n in names for k, v in load_file(f / n).items()} for f in (base, tmp_path / "out"))
    wanted = {f"model.layers.{n}.self_attn.{m}.weight" for n in (0, 1) for m in ("q_proj", "v_proj")}
    assert differing(before, after) == wanted
    assert (step["verification"]["changed"], step["verification"]["unchanged"]) == (4, len(before) - 4)
    assert isinstance(AutoModel.from_pretrained(tmp_path / "out").layers[0].self_attn.q_proj.weight, torch.Tensor)


TIED = [
    pytest.param({"target_modules": ["q_proj"]}, False, marks=pytest.mark.slow),
    ({"target_modules": ["q_proj"], "trainable_token_indices": [3, 4]}, False),
    ({"target_modules": ["q_proj", "embed_tokens"], "ensure_weight_tying": True}, False),
    pytest.param(
        {"target_modules": ["q_proj"], "modules_to_save": ["embed_tokens"], "ensure_weight_tying": True},
        False,
        marks=pytest.mark.slow,
    ),
    ({"target_modules": ["q_proj"], "modules_to_save": ["embed_tokens"]}, True),
    ({"target_modules": ["q_proj", "embed_tokens"]}, True),
    pytest.param({"target_modules": ["q_proj", "lm_head"]}, True, marks=pytest.mark.slow),
    pytest.param(
        {"target_modules": ["q_proj"], "trainable_token_indices": {"lm_head": [3]}}, True, marks=pytest.mark.slow
    ),
]


@pytest.mark.parametrize(("options", "parted"), TIED, ids=str)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_tied_embeddings_answer_as_base_and_adapter_do(
    make_base, make_adapter, with_peft, tmp_path, options, parted, monkeypatch
):
    base = make_base(tie_word_embeddings=True, dtype=torch.float32)
    adapter = make_adapter(base, **options)
    merge(base, adapter, tmp_path / "out")
    model = AutoModelForCausalLM.from_pretrained(tmp_path / "out")
    assert model.config.tie_word_embeddings is not parted
    with torch.no_grad():
        torch.testing.assert_close(model(input_ids=IDS).logits, with_peft(base, adapter, IDS), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_grown_vocabulary_grows_the_merged_model(make_base, make_adapter, with_peft, tmp_path, tied):
    base = make_base(dtype=torch.float32, tie_word_embeddings=tied)
    adapter = make_adapter(base, grow=104)
    merge(base, adapter, tmp_path / "out")
    model = AutoModelForCausalLM.from_pretrained(tmp_path / "out")
    assert (model.config.vocab_size, model.config.tie_word_embeddings) == (104, tied)
    ids = torch.arange(80, 104)[None]
    with torch.no_grad():
        torch.testing.assert_close(
            model(input_ids=ids).logits, with_peft(base, adapter, ids, 104), rtol=1e-4, atol=1e-4
        )


def test_a_base_that_exists_as_pytorch_file_only(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base)
    merge(base, adapter, tmp_path / "one")
    torch.save(load_file(base / "model.safetensors"), base / "pytorch_model.bin")
    (base / "model.safetensors").unlink()
    merge(base, adapter, tmp_path / "other")
    one, other = (load_file(tmp_path / name / "model.safetensors") for name in ("one", "other"))
    assert not differing(one, other)


def test_a_base_whose_index_lists_a_single_shard(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base)
    shard = (base / "model.safetensors").rename(base / "model-00001-of-00001.safetensors")
    names = load_file(shard)
    index = {"metadata": {}, "weight_map": dict.fromkeys(names, shard.name)}
    (base / "model.safetensors.index.json").write_text(json.dumps(index))
    merge(base, adapter, tmp_path / "out")
    assert AutoModelForCausalLM.from_pretrained(tmp_path / "out", dtype="auto").dtype == torch.bfloat16


def test_tokenizer_template_and_generation_come_along(make_base, make_adapter, tmp_path):
    import miniature

    base = make_base(vocab_size=400)
    adapter = make_adapter(base)
    tokenizer = miniature.tokenizer()
    tokenizer.chat_template = "{{ messages[0].content }}"
    tokenizer.save_pretrained(adapter)
    (base / "LICENSE.txt").write_text("Some licence")
    step = merge(base, adapter, tmp_path / "out")
    assert AutoTokenizer.from_pretrained(tmp_path / "out").chat_template == tokenizer.chat_template
    assert {"LICENSE.txt", "generation_config.json", "config.json"} <= {p.name for p in (tmp_path / "out").iterdir()}
    assert step["verification"]["prompts"] == len(verify.PROMPTS)


# What is wrong with the inputs


def refused(base, adapter, out, message, error=ValueError):
    with pytest.raises(error, match=message):
        merge(base, adapter, out)
    assert not out.exists()


def change_adapter(adapter, change):
    tensors = load_file(adapter / "adapter_model.safetensors")
    change(tensors)
    save_file(tensors, adapter / "adapter_model.safetensors")


def test_a_second_merge_is_refused(make_base, make_adapter, tmp_path):
    base, out = make_base(), tmp_path / "out"
    adapter = make_adapter(base)
    step = merge(base, adapter, out)
    with pytest.raises(FileExistsError, match="holds a finished merge of adapter into base"):
        merge(base, adapter, out)
    assert merge(base, adapter, out, keep_finished=True) == step
    refused(out, adapter, tmp_path / "twice", "is merged into out already: a second merge would add it twice")


def test_an_adapter_of_another_base(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base)
    wider = make_base(hidden_size=64, name="wider")
    message = (
        r"another base than .*wider: it was trained on .*base\. .*q_proj: the adapter is for a weight of \[32, 32\]"
    )
    refused(wider, adapter, tmp_path / "out", message)
    gpt2 = make_base("gpt2", name="gpt2")
    refused(gpt2, adapter, tmp_path / "out", "it has no module model.layers.0.self_attn.q_proj; the nearest is")
    twin = make_base(seed=5, name="twin")  # the same shapes: only the recorded hash tells
    record_adapter(adapter, base, {}, {})
    refused(twin, adapter, tmp_path / "out", r"was trained on base \(weights \w+\), and this is twin \(weights \w+\)")


def test_nan_in_the_adapter(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base)
    change_adapter(adapter, lambda tensors: next(iter(tensors.values())).fill_(float("nan")))
    refused(base, adapter, tmp_path / "out", "NaN or infinite numbers in base_model.*: the training diverged")


def test_an_adapter_that_was_never_trained(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base, scale=0)
    refused(base, adapter, tmp_path / "out", "changes nothing in .*q_proj.weight .*it was never trained")


def test_a_missing_and_a_short_shard(make_base, make_adapter, tmp_path):
    base = make_base(shards="20KB")
    adapter = make_adapter(base)
    shard = sorted(base.glob("*.safetensors"))[1]
    content = shard.read_bytes()
    shard.write_bytes(content[:-10])
    refused(base, adapter, tmp_path / "out", rf"has {len(content) - 10} of {len(content)} bytes")
    shard.unlink()
    refused(base, adapter, tmp_path / "out", f"lacks {shard.name}, which model.safetensors.index", FileNotFoundError)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"peft_type": "IA3"}, "an adapter of type IA3; only LORA"),
        ({"task_type": "SEQ_CLS"}, "an adapter for the task SEQ_CLS"),
        ({"init_lora_weights": "pissa"}, "has changed the base itself"),
        ({"alora_invocation_tokens": [1]}, "alora_invocation_tokens in adapter_config.json cannot be merged"),
    ],
)
def test_an_adapter_of_another_kind(make_base, make_adapter, tmp_path, fields, message):
    base = make_base()
    file = make_adapter(base) / "adapter_config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | fields))
    refused(base, file.parent, tmp_path / "out", message)


def test_damaged_files_and_other_models_are_named(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base)
    config = (base / "config.json").read_text()
    for text, message in (
        (config[:-9], r"config\.json is damaged"),
        (config.replace('"llama"', '"lama"'), "base: The checkpoint you are trying to load has model type `lama`"),
        (json.dumps({"model_type": "bert"} | {"architectures": ["BertModel"]}), "has no module model.layers"),
        (json.dumps({"model_type": "t5"}), "is a t5, which is no causal language model"),
    ):
        (base / "config.json").write_text(text)
        refused(base, adapter, tmp_path / "out", message)
    (adapter / "adapter_model.safetensors").rename(adapter / "adapter_model.bin")
    refused(base, adapter, tmp_path / "out", r"adapter_model\.bin cannot be read as weights alone")


def test_the_command_merges_and_says_how_well_they_agree(make_base, make_adapter, tmp_path, capsys):
    base = make_base()
    adapter = make_adapter(base)
    (tmp_path / "prompts.txt").write_text("头痛三天\n\nI cough at night.\n", encoding="utf-8")
    command = ["merge", str(base), str(adapter), str(tmp_path / "out"), "--name", "CrossLa"]
    assert main([*command, "--prompts", str(tmp_path / "prompts.txt")]) == 0
    said = capsys.readouterr().out
    assert "4 tensors changed, 17 are the base's byte for byte" in said
    assert "2 prompts: mean KL" in said
    assert read_lineage(tmp_path / "out")[-1]["name"] == "CrossLa"
    with pytest.raises(SystemExit, match="1"):
        main(command)
    assert capsys.readouterr().err.startswith("error: ")


def test_a_quantised_base_and_no_base(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter, file = make_adapter(base), base / "config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"quantization_config": {"quant_method": "gptq"}}))
    refused(base, adapter, tmp_path / "out", r"is quantised \(gptq\); name the 16-bit model")
    refused(tmp_path / "nowhere", adapter, tmp_path / "out", "nowhere: no such folder", FileNotFoundError)
    refused(base, base, tmp_path / "out", "holds no adapter_config.json", FileNotFoundError)


def test_a_base_that_the_hub_does_not_give(make_base, make_adapter, tmp_path, monkeypatch):
    def unreachable(name, **options):
        asked.append(name)
        raise LocalEntryNotFoundError("no connection")

    asked = []
    monkeypatch.setattr(huggingface_hub, "snapshot_download", unreachable)
    out = tmp_path / "out"
    refused("user/base", tmp_path / "none", out, "none: no such folder", FileNotFoundError)
    assert not asked  # nothing is downloaded for an adapter that is none
    refused("user/base", make_adapter(make_base()), out, "user/base is no folder here and not", FileNotFoundError)


def test_too_little_disk_or_memory_is_said_before_anything_is_written(make_base, make_adapter, tmp_path, monkeypatch):
    base = make_base()
    adapter = make_adapter(base)
    usage = type("Usage", (), {"free": 1000})
    with monkeypatch.context() as patch:
        patch.setattr(module.shutil, "disk_usage", lambda _: usage)
        refused(base, adapter, tmp_path / "out", "of disk, and 1 kB are free.*Nothing was written", OSError)
    monkeypatch.setattr(module.psutil, "virtual_memory", lambda: type("Memory", (), {"available": 2_000_000}))
    refused(base, adapter, tmp_path / "out", "needs 1.2 GB of memory, and 2 MB are free", OSError)


# What is wrong with the result


def test_a_wrong_delta_is_found_and_leaves_nothing(make_base, make_adapter, tmp_path, monkeypatch):
    base = make_base()
    adapter = make_adapter(base)
    monkeypatch.setattr("medtune.adapters.adapter.Adapter.scale", lambda self, name, rank: 5.0)
    refused(
        base,
        adapter,
        tmp_path / "out",
        "is not what both are together: mean KL is .* The result was deleted",
        MergeError,
    )


def test_a_byte_that_changed_elsewhere_is_found(make_base, make_adapter, tmp_path, monkeypatch):
    base = make_base()
    adapter = make_adapter(base)
    write = module.write_weights

    def damage(plan, folder):
        write(plan, folder)
        tensors = load_file(folder / "model.safetensors")
        tensors["model.norm.weight"][0] += 1
        save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})

    monkeypatch.setattr(module, "write_weights", damage)
    refused(
        base, adapter, tmp_path / "out", "model.norm.weight differs from the base and was not to change", MergeError
    )


def test_a_part_lost_in_rounding_is_found(make_base, make_adapter, tmp_path):
    base = make_base()
    adapter = make_adapter(base, scale=1e-12)
    refused(base, adapter, tmp_path / "out", "the adapter's part in it is lost in rounding", MergeError)


# Interruptions

KILLED = """
import os, signal, sys
from medtune.adapters import merge as module
base, adapter, out, where = sys.argv[1:]
def stop(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
if where == "checking":
    module.verify.compare = stop
else:
    replace, moved = os.replace, []
    def one_only(source, target):
        stop() if moved else None
        replace(source, target)
        if module.UNFINISHED in str(source) and module.UNFINISHED not in str(target):
            moved.append(source)
    module.os.replace = one_only
module.merge(base, adapter, out)
"""


@pytest.mark.slow
@pytest.mark.parametrize("where", ["checking", "moving"])
def test_killed_merges_are_not_usable_and_are_finished_by_the_next(make_base, make_adapter, tmp_path, where):
    base, out = make_base(), tmp_path / "out"
    adapter = make_adapter(base)
    command = [sys.executable, "-c", KILLED, base, adapter, out, where]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"}, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert (out / module.UNFINISHED).is_dir()
    assert not (out / "config.json").exists()
    step = merge(base, adapter, out, keep_finished=True)
    assert read_lineage(out)[-1] == step
    assert not (out / module.UNFINISHED).exists()
    AutoModelForCausalLM.from_pretrained(out)


def test_two_merges_into_one_folder_do_not_disturb_each_other(make_base, make_adapter, tmp_path, monkeypatch):
    base = make_base()
    adapter, out = make_adapter(base), tmp_path / "out"

    def meanwhile(*arguments):
        with pytest.raises(FileExistsError, match=r"another process is merging into .*out"):
            merge(base, adapter, out)
        return write_weights(*arguments)

    write_weights = module.write_weights
    monkeypatch.setattr(module, "write_weights", meanwhile)
    step = merge(base, adapter, out)
    assert read_lineage(out)[-1] == step
    AutoModelForCausalLM.from_pretrained(out)


def test_a_failed_merge_leaves_no_folder_that_was_not_there(make_base, tmp_path):
    with pytest.raises(FileNotFoundError):
        merge(make_base(), tmp_path / "nothing", tmp_path / "a" / "b")
    assert not (tmp_path / "a").exists()
