"""Instruction tuning from a recipe to a reloaded adapter, with a LLaMA so small that it takes seconds."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch
import tuning
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from medtune.adapters.lineage import read_lineage
from medtune.adapters.weight_files import ADAPTER_NAMES, open_weights
from medtune.data.mixture import Part, encode_mixture
from medtune.data.prompts import Prompts, saved_prompts
from medtune.data.storage import write_records
from medtune.evaluation.inference.asking import example_of_row
from medtune.evaluation.inference.generate import generate_file
from medtune.recipe.check import check, load_checked, missing_inputs
from medtune.recipe.errors import RecipeError
from medtune.recipe.instruction_sample import sample
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump
from medtune.runs import execute, fingerprint, read_json

TRAINING = {
    "max_steps": 6,
    "learning_rate": 0.05,
    "per_device_train_batch_size": 8,
    "logging_steps": 3,
    "eval_strategy": "steps",
    "eval_steps": 6,
    "save_strategy": "no",
    "use_cpu": True,
    "disable_tqdm": True,
}


class Workshop:
    """A folder with rows and a tokenizer, in which recipes are written and run."""

    def __init__(self, folder: Path):
        self.folder = folder
        for language in ("en", "zh"):
            write_records(folder / f"{language}.parquet", tuning.rows(language=language))
        tuning.tokenizer().save_pretrained(folder / "tokenizer")

    def keys(self, name: str, **sections) -> dict:
        sources = [{"path": str(self.folder / "en.parquet")}, {"path": str(self.folder / "zh.parquet"), "weight": 0.5}]
        keys = {
            "task": "instruction-tuning",
            "output_dir": str(self.folder / name),
            "model": {"base": tuning.LLAMA, "tokenizer": str(self.folder / "tokenizer")},
            "data": {"sources": sources, "validation": 0.2},
            "training": TRAINING,
        }
        return {key: {**keys.get(key, {}), **sections[key]} if key in sections else keys[key] for key in keys} | {
            key: value for key, value in sections.items() if key not in keys
        }

    def write(self, keys: dict) -> Path:
        path = self.folder / f"{Path(keys['output_dir']).name}.yaml"
        path.write_text(f"{FIRST_STATEMENT}\n{dump(keys)}{LAST_LINE}\n", encoding="utf-8")
        return path

    def run(self, keys: dict) -> dict:
        return execute(load_checked(self.write(keys)))

    def problems(self, **sections) -> str:
        with pytest.raises(RecipeError) as error:
            load_checked(self.write(self.keys("wrong", **sections)))
        return str(error.value)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.fixture(scope="module")
def tuned(workshop):
    generation = {"rows": 4, "max_new_tokens": 8}
    return workshop.run(workshop.keys("tuned", generation=generation, data={"packing": True, "cutoff": 128}))


def loss_of(model, folder, rows):
    """The loss of the answers, one row at a time."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    nats = tokens = 0
    for row in rows:
        messages = Prompts().build(row).messages()
        prompt = tokenizer.apply_chat_template(messages[:-1], add_generation_prompt=True)["input_ids"]
        ids = tokenizer.apply_chat_template(messages)["input_ids"]
        with torch.no_grad():
            likelihood = model(input_ids=torch.tensor([ids])).logits[0, :-1].log_softmax(-1)
        nats -= likelihood[range(len(ids) - 1), ids[1:]][len(prompt) - 1 :].sum().item()
        tokens += len(ids) - len(prompt)
    return nats / tokens


def held_out(workshop):
    from medtune.data.mixture import read_part

    parts = [Part(language, path=str(workshop.folder / f"{language}.parquet")) for language in ("en", "zh")]
    return [row for part in parts for row in read_part(part, (0.2, 0.0), 42)[0]["validation"]]


def test_the_held_out_loss_falls_and_is_that_of_the_reloaded_adapter(workshop, tuned):
    folder = workshop.folder / "tuned"
    base = AutoModelForCausalLM.from_pretrained(folder / "base")
    rows = held_out(workshop)
    assert tuned["before_loss"] == pytest.approx(loss_of(base, folder / "adapter", rows), rel=1e-4)
    reloaded = PeftModel.from_pretrained(base, folder / "adapter").eval()
    assert tuned["eval_loss"] == pytest.approx(loss_of(reloaded, folder / "adapter", rows), rel=1e-4)
    assert tuned["eval_loss"] < tuned["before_loss"] - 0.1


def test_the_adapter_names_its_base_and_brings_tokenizer_and_template(workshop, tuned):
    folder = workshop.folder / "tuned"
    config = read_json(folder / "adapter" / "adapter_config.json")
    assert config["base_model_name_or_path"] == str(folder / "base")
    assert sorted(config["target_modules"]) == ["k_proj", "q_proj", "v_proj"]
    files = {path.name for path in (folder / "adapter").iterdir()}
    assert files >= {"adapter_model.safetensors", "tokenizer.json", "chat_template.jinja"}
    assert "README.md" not in files


def test_the_run_says_what_became_of_the_rows(workshop, tuned):
    counts = {
        (Path(one["source"]).stem, one["split"]): one for one in read_json(workshop.folder / "tuned/mixture.json")
    }
    assert counts["zh", "train"]["rows"] == counts["zh", "train"]["used"] == 32
    assert counts["en", "validation"]["used"] == 8
    assert tuned["train_rows"] == 32 + 16  # half of the Chinese rows, by their weight


def test_held_out_rows_are_answered(workshop, tuned):
    from medtune.evaluation.inference.predictions import read_predictions

    answers = read_predictions(workshop.folder / "tuned" / "predictions.parquet")
    assert [one.language for one in answers] == ["en", "zh", "en", "zh"]
    assert answers[0].reference.startswith("Rest the")
    assert answers[0].input.endswith(answers[0].input.split("\n")[-1])
    assert all(one.prediction is not None for one in answers)


def test_prompts_of_held_out_rows_take_turns_within_one_file(workshop):
    from medtune.evaluation.inference.answers import held_out_prompts

    # As a folder of prepared data has them: one source after the other.
    rows = [replace(row, id=f"{name}-{row.id}", source=name) for name in ("first", "second") for row in tuning.rows()]
    rows += tuning.rows(language="zh")
    write_records(workshop.folder / "mixed.parquet", rows)
    sources = [{"path": str(workshop.folder / "mixed.parquet")}]
    recipe = load_checked(workshop.write(workshop.keys("mixed", data={"sources": sources, "validation": 0.2})))
    asked = held_out_prompts(recipe, tuning.tokenizer(), Prompts(), 6)
    assert ["疼" in text for text in asked] == [False, False, True] * 2


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["nf4", "int8"])
def test_a_quantised_base_is_trained_on_the_cpu(workshop, kind):
    wide = {"base": {**tuning.LLAMA, "hidden_size": 64, "intermediate_size": 128}}
    metrics = workshop.run(workshop.keys(kind, model=wide, quantization={"kind": kind}, training={"bf16": True}))
    assert metrics["eval_loss"] < metrics["before_loss"] - 0.1
    # The base on disk is as it was: the adapter can be merged into it.
    base = AutoModelForCausalLM.from_pretrained(workshop.folder / kind / "base")
    assert {weight.dtype for weight in base.parameters()} == {torch.float32}


@pytest.mark.parametrize(
    "sections",
    [
        {"lora": {"targets": ["q_proj", "down_proj"], "rslora": True}, "training": {"neftune_noise_alpha": 5}},
        {"lora": {"dora": True, "dropout": 0.0}, "training": {"activation_checkpointing": True}},
        {"data": {"loss_on": "everything"}, "prompts": {"system": "humanistic"}},
    ],
)
def test_settings_train(workshop, sections, request):
    metrics = workshop.run(workshop.keys(f"settings-{request.node.callspec.id}", **sections))
    assert metrics["eval_loss"] < metrics["before_loss"]


def test_unknown_targets_are_told_with_those_there_are(workshop):
    told = workshop.problems(lora={"targets": ["q_proj", "v_prj"]})
    assert "lora.targets" in told
    assert "no module v_prj; it has down_proj, gate_proj, k_proj, o_proj" in told
    assert "Did you mean `v_proj`? Name some of these" in told


def test_a_cutoff_shorter_than_a_prompt(workshop):
    told = workshop.problems(data={"cutoff": 20})
    assert "data.cutoff" in told
    assert "40 of 40 rows (100.0%) have no question or no answer left at a cutoff of 20 tokens" in told


def test_a_base_that_lacks_a_shard(workshop):
    folder = workshop.folder / "sharded"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps({**tuning.LLAMA, "vocab_size": 300}))
    index = {"weight_map": {"one": "model-00001-of-00002.safetensors", "two": "model-00002-of-00002.safetensors"}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    (folder / "model-00001-of-00002.safetensors").touch()
    told = workshop.problems(model={"base": str(folder)})
    assert "lacks model-00002-of-00002.safetensors, which its index lists" in told


@pytest.mark.parametrize(
    ("files", "named", "told"),
    [
        (["adapter_config.json"], ".", "an adapter, and no model. Merge it into its base"),
        (["adapter/adapter_config.json", "merged/config.json"], ".", "the folder of a run, and no model. Name"),
        (["adapter/adapter_config.json"], ".", "the folder of a run, and no model. Merge its adapter"),
        (["adapter/adapter_config.json", "merged/config.json"], "merged", None),
        ([".merge.unfinished/config.json"], ".", None),  # an earlier step of a pipeline finishes it
    ],
)
def test_a_base_that_is_an_adapter_or_a_run(workshop, tmp_path, files, named, told):
    for file in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(json.dumps({**tuning.LLAMA, "vocab_size": 300}))
    base = {"model": {"base": str(tmp_path / named)}}
    if told is None:
        load_checked(workshop.write(workshop.keys("fine", **base)))
    else:
        assert told in workshop.problems(**base)


def test_a_table_of_other_columns_and_a_file_of_another_kind(workshop):
    table = pa.table({"question": ["What helps?"], "answer": ["Rest."]})
    pq.write_table(table, workshop.folder / "mine.parquet")
    (workshop.folder / "text.parquet").write_text("no rows")
    told = workshop.problems(data={"sources": [{"path": str(workshop.folder / "mine.parquet")}]})
    assert "mine.parquet holds no records as `task: prepare-data` writes them: no column id, source," in told
    assert "it has question, answer" in told
    told = workshop.problems(data={"sources": [{"path": str(workshop.folder / "text.parquet")}]})
    assert "text.parquet is no Parquet file" in told


def test_a_folder_without_rows_is_to_be_supplied(workshop):
    folder = workshop.folder / "stopped"  # as an interrupted `task: prepare-data` leaves it
    folder.mkdir()
    (folder / "run.json").write_text("{}")
    recipe = load_checked(workshop.write(workshop.keys("waits", data={"sources": [{"path": str(folder)}]})))
    assert any("train.parquet does not exist" in line for line in missing_inputs(recipe))


def test_empty_data(workshop):
    write_records(workshop.folder / "empty.parquet", [])
    told = workshop.problems(data={"sources": [{"path": str(workshop.folder / "empty.parquet")}]})
    assert "data.sources.0" in told
    assert "empty.parquet: empty" in told
    told = workshop.problems(forgetting={"sources": [{"path": str(workshop.folder / "empty.parquet")}]})
    assert "forgetting.sources.0" in told
    assert "empty.parquet: no rows to measure on" in told


def test_a_name_of_the_merged_model_that_cannot_be_one(workshop):
    told = workshop.problems(merge={"name": "a/b"})
    assert "merge.name: 'a/b': other signs than a name may have; text of letters, digits, _, dots, spaces, " in told
    assert "merge.name: 'xxx" in (told := workshop.problems(merge={"name": "x" * 61}))
    assert "too long; text of at most 60 characters is allowed" in told


def test_several_mistakes_at_once(workshop):
    sources = [{"path": "a", "read": {"source": "synthetic", "rows": 3}}, {"path": "b", "prompt": "sumary"}]
    told = workshop.problems(data={"sources": sources}, prompts={"system": "kind"})
    assert "data.sources.0: a source has one of `path` and `read`" in told
    assert "Did you mean `summary`?" in told
    assert "prompts.system: 'kind': not one of plain, humanistic, none" in told


def test_packing_and_neftune_do_not_go_together(workshop):
    told = workshop.problems(data={"packing": True}, training={"neftune_noise_alpha": 5})
    assert "training.neftune_noise_alpha" in told
    assert "packing: false" in told


def test_the_plan_shows_rows_with_what_is_learnt(workshop, capsys):
    check(workshop.write(workshop.keys("planned", global_batch_size=32)))
    told = capsys.readouterr().out
    assert "8 examples x 4 accumulated = 32 examples a step" in told
    assert "on q_proj, k_proj, v_proj, 6 modules" in told
    assert "The knee hurts. 0" in told
    assert "«Rest the knee.</s>»" in told


def test_the_plan_counts_the_parameters_that_are_trained(workshop, tuned):
    from medtune.recipe.adapter_size import adapter_size

    recipe = load_checked(workshop.folder / "tuned.yaml")
    size = adapter_size(recipe, {})
    base = AutoModelForCausalLM.from_pretrained(workshop.folder / "tuned" / "base")
    adapted = PeftModel.from_pretrained(base, workshop.folder / "tuned" / "adapter", is_trainable=True)
    trained, total = adapted.get_nb_trainable_parameters()
    assert (size.trained, size.base) == (trained, total - trained)
    assert f"torch.{size.dtype}" == str(base.dtype)


def test_a_missing_source_is_to_be_supplied(workshop):
    keys = workshop.keys("later", data={"sources": [{"path": str(workshop.folder / "later.parquet")}]})
    assert any("later.parquet does not exist" in line for line in missing_inputs(load_checked(workshop.write(keys))))


@pytest.mark.parametrize("kind", ["raw", "parquet"])
def test_the_plan_draws_its_sample_over_the_whole_source(workshop, kind):
    count = 12_000  # more than a row group
    if kind == "raw":
        source = {"read": {"source": "alpaca", "path": str(workshop.folder / "many.json"), "language": "en"}}
        rows = [{"instruction": f"Say number {n}", "output": str(n)} for n in range(count)]
        (workshop.folder / "many.json").write_text(json.dumps(rows))
    else:
        source = {"path": str(workshop.folder / "many.parquet")}
        write_records(workshop.folder / "many.parquet", tuning.rows(count))
    recipe = load_checked(workshop.write(workshop.keys("many", data={"sources": [source]})))
    [drawn] = sample(recipe)
    numbers = [int(example.source.split()[-1]) for example in drawn.examples]
    assert len(numbers) == 500
    assert numbers == sorted(numbers)
    assert sum(numbers) / 500 == pytest.approx(count / 2, abs=500)
    assert numbers[-1] > 0.98 * count
    assert drawn.rows == 0.8 * count  # a fifth is held out
    [again] = sample(recipe)
    assert again.examples == drawn.examples


@pytest.mark.parametrize(("weight", "rows"), [(0.25, 10), (1, 40), (2.5, 100)])
def test_weights_repeat_or_draw_rows(workshop, weight, rows):
    part = Part("en", weight, str(workshop.folder / "en.parquet"))
    args = (Prompts(), tuning.tokenizer(), 256, (0.0, 0.0))
    train = encode_mixture([part], *args, seed=1)["train"]
    assert len(train.ids) == len(train.prompt) == rows
    again = encode_mixture([part], *args, seed=1)["train"]
    assert [ids.tolist() for ids in train.ids] == [ids.tolist() for ids in again.ids]
    copies = [json.dumps(ids.tolist()) for ids in train.ids]
    assert {copies.count(one) for one in copies} <= ({1} if weight <= 1 else {2, 3})


def forgetting(workshop, **more):
    sources = [{"path": str(workshop.folder / f"{language}.parquet")} for language in ("en", "zh")]
    return {"sources": sources, "validation": 0.2, "rows": 6, **more}


def test_what_is_forgotten_is_measured_on_rows_held_out(workshop):
    english = {"sources": [{"path": str(workshop.folder / "en.parquet")}]}
    metrics = workshop.run(workshop.keys("forgetful", data=english, forgetting=forgetting(workshop)))
    folder = workshop.folder / "forgetful"
    rows = held_out(workshop)
    chosen = [row for language in ("en", "zh") for row in [one for one in rows if one.language == language][:3]]
    base = AutoModelForCausalLM.from_pretrained(folder / "base")
    assert metrics["general_before_loss"] == pytest.approx(loss_of(base, folder / "adapter", chosen), rel=1e-4)
    tuned = PeftModel.from_pretrained(base, folder / "adapter").eval()
    assert metrics["general_loss"] == pytest.approx(loss_of(tuned, folder / "adapter", chosen), rel=1e-4)
    # The adapter knows its base by its hash, and what it has learnt from: the Chinese rows were only measured on.
    *_, stands_on, step = read_lineage(folder / "adapter")
    assert stands_on["weights"] == open_weights(folder / "base").hash()
    assert step["weights"] == open_weights(folder / "adapter", ADAPTER_NAMES).hash()
    assert step["data"] == {"en.parquet": fingerprint(str(workshop.folder / "en.parquet"))}


def test_the_words_of_a_recipe_are_asked_again_by_what_it_made(workshop):
    words = {
        "system": "ward",
        "systems": {"ward": {"en": "On the ward.", "zh": "在病房。"}},
        "kinds": {"note": {"en": "Turn this into a note:", "zh": "写成病历："}},
    }
    english = {"sources": [{"path": str(workshop.folder / "en.parquet"), "prompt": "note"}]}
    merge = {"prompts": 2}
    workshop.run(workshop.keys("ward", prompts=words, data=english, merge=merge, training={"max_steps": 2}))
    [record] = tuning.rows(1)
    trained = Prompts(**words).build(record, "note").messages(with_answer=False)
    for checkpoint in ("adapter", "merged"):
        saved = saved_prompts(workshop.folder / "ward" / checkpoint)
        row = {"language": "en", "task": "question-answer"}
        asked, _, kind = example_of_row(row, record.description, "note", "auto", saved)
        assert (asked.messages(with_answer=False), kind) == (trained, "note")
    rows, answers = workshop.folder / "rows.txt", workshop.folder / "answers.jsonl"
    rows.write_text("The knee hurts.\n", encoding="utf-8")
    checkpoint = str(workshop.folder / "ward")
    generate_file(checkpoint, str(rows), str(answers), mode="note", max_new_tokens=2)
    assert json.loads(answers.read_text(encoding="utf-8"))["task"] == "note"
    with pytest.raises(ValueError, match=r"mode notes is unknown to this model; it knows .*consultation, note$"):
        generate_file(checkpoint, str(rows), str(answers), mode="notes")


def test_a_step_that_forgets_too_much_is_not_merged(workshop):
    training = {"learning_rate": 30.0, "max_grad_norm": 0.0}
    keys = workshop.keys("forgot", training=training, forgetting=forgetting(workshop, most=0.01), merge={})
    with pytest.raises(ValueError, match=r"has risen by .* nats a token.* Nothing was merged"):
        workshop.run(keys)
    assert (workshop.folder / "forgot" / "adapter").is_dir()
    assert not (workshop.folder / "forgot" / "merged").exists()
