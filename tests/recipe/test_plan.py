"""What `medtune check` says of a recipe, against what the training then meets."""

import json
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from medtune.data.records import Record
from medtune.data.storage import read_table, write_prepared
from medtune.data.tokenization import encode_descriptions, encode_dialogues, encode_replies
from medtune.data.tokenizer_training import train_wordpiece
from medtune.recipe.check import check, load_checked
from medtune.recipe.errors import RecipeError
from medtune.recipe.schedule import plan_steps
from medtune.recipe.shipped import recipes_folder
from medtune.recipe.token_sample import Lengths, batches, count_rows, load_tokenizer
from medtune.recipe.training_facts import gather
from medtune.recipe.units import amount, span

SIGNS = ["头痛", "咳嗽", "夜里加重", "饭后反酸", "膝盖酸", "走路气短", "皮肤发痒", "睡不好觉"]
ROWS = 60
BERT = "{model_type: bert, hidden_size: 32, num_hidden_layers: 2, num_attention_heads: 2, intermediate_size: 64}"
GPT2 = "{model_type: gpt2, n_embd: 16, n_layer: 1, n_head: 2, n_positions: 512}"
TASKS = {
    "classification": f"model: {{encoder: {BERT}, tokenizer: tokenizer}}",
    "language-modeling": f"model: {{decoder: {GPT2}, tokenizer: tokenizer}}",
    "multitask": f"model: {{encoder: {BERT}, decoder: {GPT2}, tokenizer: tokenizer, decoder_tokenizer: tokenizer}}",
}


def body_of(task: str, data: str = "{path: data}") -> str:
    return f"task: {task}\noutput_dir: run\n{TASKS[task]}\ndata: {data}\n"


def records(count=ROWS):
    rng = random.Random(0)
    for number in range(count):
        words = "，".join(rng.choices(SIGNS, k=rng.randint(1, 12)))
        yield Record(
            id=f"r{number:03}",
            language="zh",
            source="test",
            task="triage",
            group=f"g{number}",
            description=f"{words}，电话13800138000。",
            department=rng.choice(["内科", "外科"]),
            reply=None if number % 10 == 3 else f"您好，{words}，建议检查。" * rng.randint(1, 3),
        )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A current folder with prepared data and a tokenizer."""
    monkeypatch.chdir(tmp_path)
    rows = list(records())
    splits = [0 if number < 40 else 1 + number % 2 for number in range(ROWS)]
    write_prepared("data", rows, splits, ["内科", "外科"], list(range(ROWS)))
    train_wordpiece((f"{row.description}{row.reply or ''}" for row in rows), 300, 1).save_pretrained("tokenizer")
    return tmp_path


@pytest.fixture
def recipe(write):
    """Load a training recipe on the prepared data."""

    def recipe(task: str, more: str = "data: {path: data}", *overrides: str):
        return load_checked(write(f"task: {task}\noutput_dir: run\n{TASKS[task]}\n{more}\n"), overrides)

    return recipe


def test_rows_come_from_the_metadata(folder):
    found = count_rows(folder / "data/train.parquet", ("description", "reply"))
    assert (found.rows, found.lacking, found.usable) == (40, {"reply": 4}, 36)
    assert count_rows(folder / "data/train.parquet", ("description", "department")).lacking == {}


@pytest.mark.parametrize(("max_tokens", "max_reply_tokens"), [(200, 200), (20, 30)])
@pytest.mark.parametrize("task", TASKS)
def test_lengths_are_those_that_the_training_reads(folder, recipe, task, max_tokens, max_reply_tokens):
    from transformers import AutoTokenizer

    limits = f"max_tokens: {max_tokens}, max_reply_tokens: {max_reply_tokens}"
    facts = gather(recipe(task, f"data: {{path: data, {limits}}}"), {})
    table = read_table("data/train.parquet")
    if task != "classification":
        table = table.filter(table["reply"].is_valid())
    tokenizer = AutoTokenizer.from_pretrained("tokenizer")
    counted = np.array([part.tokens for part in facts.lengths]).sum(axis=0).tolist()
    if task == "language-modeling":
        start, end = tokenizer.cls_token_id, tokenizer.sep_token_id
        encoded = encode_dialogues(table, tokenizer, max_tokens, max_reply_tokens, start, end)
    else:
        encoded = encode_descriptions(table, tokenizer, max_tokens)
    if task == "multitask":
        replies = encode_replies(table, tokenizer, max_reply_tokens, tokenizer.sep_token_id)
        encoded = [ids + reply for ids, reply in zip(encoded, replies, strict=True)]
    assert counted == [len(ids) for ids in encoded]
    assert (facts.lengths[0].cut > 0) == (max_tokens == 20)


def test_the_light_tokenizer_gives_the_same_tokens(folder):
    from transformers import AutoTokenizer

    light, full = load_tokenizer("tokenizer"), AutoTokenizer.from_pretrained("tokenizer")
    texts = [row.description for row in records(20)]
    assert light(texts)["input_ids"] == full(texts)["input_ids"]
    assert len(light) == len(full)
    assert load_tokenizer("nowhere") is None


@pytest.mark.parametrize("by_length", [True, False])
def test_padding_is_that_of_the_real_batches(by_length):
    from medtune.trainers.sampler import EpochSampler

    rng = np.random.default_rng(1)
    rows = np.clip(rng.lognormal(3.5, 0.6, size=(6000, 2)), 3, 120).astype(int)
    order = list(EpochSampler(6000, 16, 0, rows if by_length else None))
    real = rows[order].reshape(375, 16, 2)
    padding = 1 - real.sum() / (real.max(axis=1).sum() * 16)
    sample = [Lengths("description", 120, rows[:500, 0].tolist()), Lengths("reply", 120, rows[:500, 1].tolist())]
    assert batches(sample, 16, by_length).padding == pytest.approx(padding, abs=0.03)


@pytest.mark.parametrize("rows", [16, 31, 33, 100])
@pytest.mark.parametrize(
    "training",
    [
        {},
        {"gradient_accumulation_steps": 3, "num_train_epochs": 2.5},
        {"dataloader_drop_last": True, "per_device_train_batch_size": 16, "gradient_accumulation_steps": 2},
        {"max_steps": 7},
    ],
)
def test_steps_are_those_of_the_trainer(folder, recipe, rows, training):
    import torch
    from transformers import Trainer, TrainingArguments

    schedule = plan_steps(recipe("classification").model_copy(update={"training": training}), rows)
    trainer = Trainer(
        torch.nn.Linear(1, 1), TrainingArguments("run", use_cpu=True, **training), train_dataset=[0] * rows
    )
    _, epoch, *_, total = trainer.set_initial_training_values(trainer.args, trainer.get_train_dataloader())
    assert (schedule.steps_per_epoch, schedule.steps) == (epoch, total)


def test_a_global_batch_is_made_of_accumulated_batches(folder, recipe, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "2")
    schedule = plan_steps(recipe("classification", "data: {path: data}\nglobal_batch_size: 64"), 100)
    assert (schedule.per_device, schedule.accumulation, schedule.processes, schedule.rows) == (8, 4, 2, 64)
    assert (schedule.steps_per_epoch, schedule.steps) == (2, 6)


def test_the_printed_plan(folder, write, capsys):
    training = "training: {num_train_epochs: 2, save_strategy: epoch, save_total_limit: 1, use_cpu: true}\n"
    check(write(body_of("multitask") + training))
    printed = capsys.readouterr().out
    assert "\n  rows         train 40 (4 without reply, passed over), validation 10" in printed
    assert "\n  steps        10: 2 epochs of 5\n" in printed
    assert "all trained: encoder " in printed
    assert ", classifier 66, projection 528\n" in printed
    assert "\n  checkpoints  one of " in printed
    assert " after each epoch, the last 1 kept\n" in printed
    assert "\n  memory       about " in printed
    assert "\n  time         very roughly " in printed


def test_the_plan_of_one_is_in_the_singular(folder, write, capsys):
    training = "training: {num_train_epochs: 1, per_device_train_batch_size: 1, save_steps: 1, use_cpu: true}\n"
    check(write(body_of("multitask") + training))
    printed = capsys.readouterr().out
    assert "\n  batch        1 row\n" in printed
    assert "\n  steps        36: 1 epoch of 36\n" in printed
    assert " after every 1 step, all kept\n" in printed
    assert ", 1 row of " in printed


def test_examples_are_masked_and_marked(folder, write, capsys):
    check(write(body_of("multitask")))
    shown = capsys.readouterr().out.partition("Examples («supervised», masked)\n")[2]
    assert len(shown.splitlines()) == 9
    assert "  1. [CLS] " in shown
    assert "13800138000" not in shown
    assert "电话[电话]。 [SEP]" in shown
    assert "\n     department: «" in shown
    assert "\n     reply: «您好，" in shown


def test_examples_are_cut_where_the_model_stops_reading(folder, write, capsys):
    check(write(body_of("language-modeling", "{path: data, max_tokens: 8, max_reply_tokens: 5}")))
    [first, second] = capsys.readouterr().out.partition("masked)\n")[2].splitlines()[:2]
    text = first.removeprefix("  1. [CLS] «").removesuffix(" [SEP]")
    assert len(text) == 6
    assert second.strip().endswith(" [SEP]»")
    assert len(second.strip().removesuffix(" [SEP]»")) == 4


def test_only_the_first_rows_asked_for_are_counted(folder, recipe):
    facts = gather(recipe("classification", "data: {path: data, max_train_rows: 7}"), {})
    assert (facts.rows["train"].usable, facts.rows["test"].rows, facts.schedule.steps_per_epoch) == (7, 10, 1)


def test_a_pipeline_before_anything_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    check(recipes_folder() / "quickstart.yaml")
    printed = capsys.readouterr().out
    steps = [line for line in printed.splitlines() if line.startswith("Step ")]
    assert steps[0] == "Step 1 of 7: prepare-data"
    assert len(steps) == 7
    assert "rows that source synthetic makes\n" in printed
    assert "unknown without runs/quickstart/data (made by step 1, prepare-data)" in printed
    # The sizes follow from the configurations, through the steps that a warm start takes its halves from.
    assert printed.count(" parameters ") == 4
    assert "parameters    unknown" not in printed
    assert "every row as long as allowed" in printed
    assert "Examples («supervised», masked)\n  none without runs/quickstart/data (made by step 1" in printed


def test_several_seeds_are_so_many_runs(folder, write, capsys):
    check(write(body_of("classification") + "seeds: [3, 4]\n"))
    assert "runs         2, one for each of the seeds 3, 4;" in capsys.readouterr().out


def test_a_model_on_the_hub_that_is_not_here_leaves_its_size_unknown(folder, write, capsys):
    check(write("task: classification\noutput_dir: run\nmodel: {encoder: someone/bert}\ndata: {path: data}\n"))
    printed = capsys.readouterr().out
    assert "To supply\n  model.encoder: someone/bert is no path here" in printed
    assert "parameters   unknown without someone/bert (not there)" in printed
    assert "rows         train 40" in printed


def test_check_imports_neither_torch_nor_the_models(folder, write):
    heavy = "('torch', 'datasets', 'sklearn', 'transformers.modeling_utils', 'transformers.trainer')"
    code = f"""
import sys
from medtune.recipe.check import check
check(sys.argv[1])
print([name for name in {heavy} if name in sys.modules])
"""
    path = write(body_of("multitask") + "training: {use_cpu: true}\n")
    root = {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code, path], env=root, text=True, capture_output=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["[]"], done.stderr


@pytest.fixture
def checkpoint(folder):
    """Write the configuration of a classifier for the given labels."""

    def checkpoint(*labels: str, model_type: str = "berpt") -> None:
        (folder / "old").mkdir()
        names = {str(number): label for number, label in enumerate(labels)}
        encoder = {"model_type": "bert", "vocab_size": 300, "hidden_size": 32}
        config = {
            "model_type": model_type,
            "id2label": names,
            "encoder": encoder,
            **(encoder if model_type == "bert" else {}),
        }
        (folder / "old/config.json").write_text(json.dumps(config), encoding="utf-8")

    return checkpoint


WARM = "task: classification\noutput_dir: run\nmodel:\n  encoder: old\n  tokenizer: tokenizer\ndata: {path: data}\n"


def test_a_classifier_for_other_departments_is_an_error(checkpoint, write):
    checkpoint("内科", "外科", "儿科")
    expected = (
        r"toy.yaml:6: model.encoder: 'old': its classifier tells 3 departments, not the 2 of data apart. Name data"
    )
    with pytest.raises(RecipeError, match=expected):
        load_checked(write(WARM))


def test_the_order_of_the_labels_counts(checkpoint, write):
    checkpoint("外科", "内科")
    with pytest.raises(RecipeError, match=r"tells \['外科', '内科'\], not \['内科', '外科'\] of data apart"):
        load_checked(write(WARM))


@pytest.mark.parametrize(("labels", "model_type"), [(["内科", "外科"], "berpt"), (["positive"], "bert")])
def test_a_classifier_that_fits_or_is_left_behind_is_none(checkpoint, write, labels, model_type):
    checkpoint(*labels, model_type=model_type)
    load_checked(write(WARM))


def test_a_configuration_for_another_number_of_labels_is_an_error(folder, write):
    body = body_of("classification").replace("model_type: bert", "model_type: bert, num_labels: 5")
    expected = r"toy.yaml:5: model.encoder.num_labels: 5: data has 2 departments. Delete num_labels"
    with pytest.raises(RecipeError, match=expected):
        load_checked(write(body))


@pytest.mark.parametrize(
    ("encoder", "message"),
    [
        ("{hidden_size: 8}", "model.encoder: a model given as a mapping needs a model_type. Add `model_type: bert`"),
        (
            "{model_type: brt}",
            "model.encoder.model_type: 'brt': transformers has no such model type. Did you mean `bert`?",
        ),
    ],
)
def test_model_types(folder, write, encoder, message):
    body = body_of("classification").replace(BERT, encoder)
    with pytest.raises(RecipeError) as caught:
        load_checked(write(body))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("task", "more", "message"),
    [
        ("classification", "", "toy.yaml:6: data.max_tokens: 600: more than the 512 positions of the encoder"),
        ("language-modeling", "", "together with max_reply_tokens more than the 512 positions of the decoder"),
        ("multitask", ", max_reply_tokens: 513", "data.max_reply_tokens: 513: more than the 512 positions of the dec"),
    ],
)
def test_texts_longer_than_the_positions_of_a_model_are_an_error(folder, write, task, more, message):
    load_checked(write(body_of(task, "{path: data, max_tokens: 256, max_reply_tokens: 256}")))
    with pytest.raises(RecipeError) as caught:
        load_checked(write(body_of(task, f"{{path: data, max_tokens: 600{more}}}")))
    assert message in str(caught.value)


def test_roberta_counts_its_positions_from_behind_the_padding(folder, write):
    body = body_of("classification", "{path: data, max_tokens: 512}").replace("model_type: bert", "model_type: roberta")
    load_checked(write(body.replace("model_type: roberta", "model_type: roberta, max_position_embeddings: 514")))
    with pytest.raises(RecipeError, match="more than the 510 positions"):
        load_checked(write(body.replace("model_type: roberta", "model_type: roberta, max_position_embeddings: 512")))


def test_heads_must_share_out_the_width(folder, write):
    body = body_of("multitask").replace("num_attention_heads: 2", "num_attention_heads: 5")
    expected = "num_attention_heads: 5: hidden_size 32 is not divisible by it. Write 2 or 4, or a multiple of 5"
    with pytest.raises(RecipeError, match=expected):
        load_checked(write(body))


def test_evaluating_on_an_empty_validation_split_is_an_error(folder, write):
    body = body_of("classification") + "training: {eval_strategy: epoch}\n"
    load_checked(write(body))
    rows = list(records())
    write_prepared("data", rows, [0] * (ROWS - 1) + [2], ["内科", "外科"], list(range(ROWS)))
    expected = r"toy.yaml:7: training.eval_strategy: 'epoch': there is no evaluation set. Name data to evaluate on, or"
    with pytest.raises(RecipeError, match=expected):
        load_checked(write(body))


def test_steps_of_a_pipeline_report_their_mistakes_together(folder, write):
    data = "task: prepare-data\noutput_dir: made\ndata: {sources: [{source: synthetic, rows: 9}]}\n"
    write(data + "splits: {validation: 0}\n", "data.yaml")
    training = body_of("classification", "{path: made}") + "training: {eval_strategy: epoch, fp16: true, bf16: true}\n"
    write(training, "train.yaml")
    write(body_of("classification") + "sede: 3\n", "wrong.yaml")
    steps = "[data.yaml, train.yaml, wrong.yaml, none.yaml, train.yaml]"
    with pytest.raises(RecipeError) as caught:
        load_checked(write(f"task: pipeline\noutput_dir: all\nsteps: {steps}\n"))
    for said in (
        "wrong.yaml:7: sede: 3: unknown key. Did you mean `seed`?",
        "toy.yaml:5: steps.3: 'none.yaml': no such recipe",
        "toy.yaml:5: steps.4: 'train.yaml': is listed twice",
        "train.yaml:7: training.fp16: True: cannot stand beside `bf16: true`",
        "train.yaml:7: training.eval_strategy: 'epoch': there will be no evaluation set. Write `eval_strategy: no`, or",
    ):
        assert said in str(caught.value)


def test_families_that_do_not_fit(folder, write):
    body = body_of("multitask").replace(BERT, "{model_type: llama}").replace(GPT2, "{model_type: opt}")
    with pytest.raises(RecipeError) as caught:
        load_checked(write(body))
    text = str(caught.value)
    assert "model.encoder.model_type: 'llama': a model of type llama cannot be the encoder. Use one of type alb" in text
    assert "model.decoder.model_type: 'opt': a model of type opt cannot be the decoder. Use one of type gpt2" in text
    (folder / "convbert").mkdir()
    (folder / "convbert" / "config.json").write_text('{"model_type": "convbert"}')
    with pytest.raises(RecipeError, match=r"model\.encoder: '?convbert'?: a model of type convbert cannot be the enc"):
        load_checked(write(body_of("classification").replace(BERT, "convbert")))
    load_checked(write(body_of("language-modeling").replace(GPT2, "{model_type: opt}")))


def test_numbers_for_people():
    assert [amount(n, "B") for n in (0, 999, 1234, 2.5e9)] == ["0 B", "999 B", "1.23 kB", "2.5 GB"]
    assert [span(n) for n in (0.2, 44, 119, 150, 7300, 9e5)] == ["1 s", "44 s", "120 s", "2.5 min", "2 h", "10 days"]
