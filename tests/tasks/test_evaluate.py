"""`task: evaluate` from a recipe to the page in a browser: tiny models, a local server, and files made ready."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import miniature
import pyarrow.parquet as pq
import pytest
import torch
import tuning
from chat_server import chat_server
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModel, AutoModelForCausalLM, AutoProcessor, LlamaConfig

from medtune.data.prompts import Prompts
from medtune.data.storage import write_records
from medtune.evaluation.inference.predictions import read_predictions
from medtune.evaluation.systems import systems
from medtune.metrics.token_f import token_f_signature
from medtune.models.berpt.processing_berpt import decode_replies
from medtune.recipe.check import check, load_checked, missing_inputs
from medtune.recipe.errors import RecipeError
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump
from medtune.runs import execute, read_json

ROOT = Path(__file__).resolve().parents[2]
KEY = "sk-a-very-secret-key"
NEW_TOKENS = 6
EN, ZH = 10, 6


def make_models(folder: Path) -> None:
    tokenizer = tuning.tokenizer()
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4}
    model = AutoModelForCausalLM.from_config(
        LlamaConfig(vocab_size=len(tokenizer), max_position_embeddings=256, initializer_range=0.3, **sizes)
    )
    model.generation_config.repetition_penalty = 1.8  # the checkpoint's own; a comparison does not follow it
    model.save_pretrained(folder / "base")
    tokenizer.save_pretrained(folder / "base")
    adapted = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", target_modules=["q_proj", "v_proj"], r=4))
    for name, parameter in adapted.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.3)
    adapted.save_pretrained(folder / "adapter")
    joint, processor = miniature.joint(miniature.tokenizer())
    joint.save_pretrained(folder / "berpt")
    processor.save_pretrained(folder / "berpt")


class Workshop:
    """A folder with rows and models, in which evaluations are written and run."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.rows = {language: tuning.rows(count, language) for language, count in (("en", EN), ("zh", ZH))}
        for number, row in enumerate(self.rows["en"]):
            row.meta["answer_chatgpt"] = f"I understand your concern. {row.reply}" if number != 3 else ""
        for language, rows in self.rows.items():
            for row in rows:
                row.source = f"{language} site"
            write_records(folder / f"{language}.parquet", rows)
        make_models(folder)
        lines = [json.dumps({"id": row.id, "prediction": row.reply, "reference": row.reply}) for row in self.all()]
        (folder / "oracle.jsonl").write_text("\n".join(lines[::-1]))

    def all(self):
        return [*self.rows["en"], *self.rows["zh"]]

    def path(self, name):
        return str(self.folder / name)

    def keys(self, name, *chosen, **sections):
        sources = [{"path": self.path(f"{language}.parquet")} for language in ("en", "zh")]
        known = {
            "base": {"kind": "checkpoint", "model": self.path("base")},
            "adapter": {"kind": "adapter", "adapter": self.path("adapter"), "base": self.path("base")},
            "berpt": {"kind": "checkpoint", "model": self.path("berpt"), "languages": ["zh"]},
            "chatgpt": {"kind": "predictions", "rival": "chatgpt"},
            "oracle": {"kind": "predictions", "path": self.path("oracle.jsonl")},
            "server": {"kind": "endpoint", "model": "m", "first_wait": 0.01, "timeout": 5, "tries": 2},
        }
        return {
            "task": "evaluate",
            "output_dir": self.path(name),
            "data": {"sources": sources},
            "systems": [one if isinstance(one, dict) else {"name": one, **known[one]} for one in chosen],
            "generation": {"max_new_tokens": NEW_TOKENS, "batch_size": 4},
            **sections,
        }

    def write(self, keys):
        path = self.folder / f"{Path(keys['output_dir']).name}.yaml"
        path.write_text(f"{FIRST_STATEMENT}\n{dump(keys)}{LAST_LINE}\n", encoding="utf-8")
        return path

    def run(self, *arguments, **sections):
        return execute(load_checked(self.write(self.keys(*arguments, **sections))))

    def answers(self, name, system):
        return {one.id: one for one in read_predictions(self.folder / name / "predictions" / f"{system}.parquet")}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    return Workshop(tmp_path_factory.mktemp("evaluation"))


@pytest.fixture(scope="module")
def whole(workshop):
    """One evaluation with systems of every kind."""
    with chat_server() as (chat, address), pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_BASE_URL", address)
        patch.setenv("OPENAI_API_KEY", KEY)
        metrics = workshop.run("whole", "base", "adapter", "berpt", "chatgpt", "oracle", "server")
    return metrics, workshop.folder / "whole", chat


def one_by_one(workshop, model):
    """Greedy answers of a causal model, each prompt by itself."""
    tokenizer, answers = tuning.tokenizer(), {}
    for row in workshop.all():
        messages = Prompts().build(row).messages(with_answer=False)
        ids = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt")["input_ids"]
        new = model.generate(ids, max_new_tokens=NEW_TOKENS, do_sample=False, repetition_penalty=1.0)
        [answers[row.id]] = decode_replies(tokenizer, new[:, ids.shape[1] :])
    return answers


def test_batched_answers_are_those_of_each_prompt_by_itself(workshop, whole):
    base = AutoModelForCausalLM.from_pretrained(workshop.folder / "base").eval()
    expected = one_by_one(workshop, base)
    assert {name: one.prediction for name, one in workshop.answers("whole", "base").items()} == expected
    assert len(set(expected.values())) > 3
    adapted = PeftModel.from_pretrained(base, workshop.folder / "adapter").eval()
    with_adapter = one_by_one(workshop, adapted)
    assert {name: one.prediction for name, one in workshop.answers("whole", "adapter").items()} == with_adapter
    assert with_adapter != expected


def test_berpt_reads_the_description_and_names_a_department(workshop, whole):
    model = AutoModel.from_pretrained(workshop.folder / "berpt").eval()
    processor = AutoProcessor.from_pretrained(workshop.folder / "berpt")
    answers = workshop.answers("whole", "berpt")
    assert sorted(answers) == sorted(row.id for row in workshop.rows["zh"])
    row = workshop.rows["zh"][0]
    inputs = processor(row.description, return_tensors="pt")
    with torch.no_grad():
        shares = model(**inputs).department_logits[0].softmax(-1)
    answer = answers[row.id]
    assert list(answer.probabilities.values()) == pytest.approx(shares.tolist(), abs=1e-5)
    assert answer.department == miniature.DEPARTMENTS[int(shares.argmax())]
    assert answer.input.endswith(row.description)


def test_every_system_writes_predictions(workshop, whole):
    _, folder, chat = whole
    counts = {path.stem: pq.read_metadata(path).num_rows for path in (folder / "predictions").iterdir()}
    assert counts == {"base": 16, "adapter": 16, "berpt": 6, "chatgpt": 10, "oracle": 16, "server": 16}
    server = workshop.answers("whole", "server")["zh:1"]
    assert server.prediction == f"Answer to: {server.input}"
    assert (server.system, server.language, server.reference) == ("server", "zh", workshop.rows["zh"][1].reply)
    assert server.seconds > 0
    assert len(chat.requests) == 16
    assert chat.requests[0][2]["messages"][0] == {"role": "system", "content": Prompts().systems["plain"]["en"]}


def test_scores_and_numbers(whole):
    metrics, folder, _ = whole
    assert metrics["oracle/en/rougeL"] == metrics["oracle/zh/token_f"] == 1
    low, high = metrics["intervals"]["chatgpt/en/token_f"]
    assert low < metrics["chatgpt/en/token_f"] < high
    assert metrics["signatures"]["chatgpt/en/token_f"] == token_f_signature("en")
    assert (metrics["chatgpt/en/rows"], metrics["oracle/zh/rows"]) == (10, 6)
    assert 0.3 < metrics["chatgpt/en/token_f"] < 0.9  # nine answers that hold the reference, and an empty one
    numbers = read_json(folder / "report.json")
    rows = {(one["system"], one["language"]): one["rows"] for one in numbers["scores"]["systems"]}
    assert rows["chatgpt", "en"] == 10
    assert ("chatgpt", "zh") not in rows
    [chatgpt] = [one for one in numbers["systems"] if one["system"] == "chatgpt"]
    assert (chatgpt["rows"], chatgpt["empty"], chatgpt["no_answer"]) == (10, 1, 0)
    told = {(one["first"], one["second"], one["language"]) for one in numbers["differences"]}
    assert ("base", "oracle", "zh") in told
    table = pq.read_table(folder / "row_scores.parquet").to_pydict()
    assert len(table["id"]) == 16 * 4 + 6 + 10
    assert numbers["made_by"]["versions"]["transformers"]


def test_humanistic_care_is_counted(whole):
    _, folder, _ = whole
    rates = (folder / "caring_words.csv").read_text(encoding="utf-8-sig").splitlines()
    assert any(line.startswith("en,chatgpt,understand,10,0.9,") for line in rates)
    assert any(line.startswith("en,reference,understand,10,0.0,") for line in rates)
    assert "stand as codes in the figure" not in (folder / "report.md").read_text(encoding="utf-8")
    words = (folder / "keywords.csv").read_text(encoding="utf-8-sig")
    assert "en,chatgpt,word,1,concern,9,0.9,9,concern" in words.splitlines()
    assert "en,chatgpt,word,3,understand,9,0.9,9,understand" in words.splitlines()
    assert ",reference,word,1,休息," in words


def test_numbers_hold_no_text_and_nothing_holds_the_key(workshop, whole, capfd):
    _, folder, _ = whole
    for path in (*folder.rglob("*.json"), *folder.rglob("*.csv"), folder / "row_scores.parquet"):
        content = path.read_bytes()
        for row in workshop.all():
            assert row.description.encode() not in content
    for path in (path for path in folder.rglob("*") if path.is_file()):
        assert KEY.encode() not in path.read_bytes()
    printed = "".join(capfd.readouterr())
    assert KEY not in printed
    assert "The knee hurts" not in printed


def test_the_page_in_a_browser(browser, workshop, whole):
    _, folder, _ = whole
    for width in (1200, 360):
        page = browser.new_page(viewport={"width": width, "height": 800})
        requests, problems = [], []
        page.on("request", lambda request, requests=requests: requests.append(request.url))
        page.on("console", lambda message, problems=problems: problems.append(message.text))
        page.goto((folder / "report.html").as_uri())
        assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
        assert problems == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        images = page.locator("img")
        assert images.count() == 6  # scores, words and caring words in two languages
        assert images.evaluate_all("all => all.every(image => image.naturalWidth > 300)")
        headings = page.locator("h2").all_inner_texts()
        assert headings == [
            "Scores",
            "Are the differences more than chance?",
            "Systems",
            "Rows",
            "Humanistic care",
            "Rows where the systems differ most",
            "How it was made",
        ]
        body = page.locator("body").inner_text()
        for told in ("no diagnosis", "patients' own words", "medtune run", "F|tok:squad", "休息", "Answer to: "):
            assert told in body
        page.close()


def test_plots_draw_every_character(workshop, whole, recwarn):
    from medtune.evaluation.evaluation_plots import keywords_figure

    rows = [{"word": word, "share": 0.5, "caring": ""} for word in ("休息", "𠮷", "鱻𰻞", "knee")]
    keywords_figure({"系统": rows}, 10).canvas.draw()
    assert not [one for one in recwarn if "Glyph" in str(one.message)]


def test_nothing_is_generated_twice(workshop, whole, monkeypatch):
    monkeypatch.setattr(systems, "loaded", lambda system: pytest.fail("weights were loaded"))
    metrics = workshop.run("again", "base", "adapter", care=None, answers=str(workshop.folder / "whole" / "answers"))
    assert metrics["adapter/zh/rouge1"] == whole[0]["adapter/zh/rouge1"]
    assert workshop.answers("again", "base") == workshop.answers("whole", "base")


def test_other_settings_are_generated_anew(workshop, whole, monkeypatch):
    called = []
    real = systems.answer_batch
    monkeypatch.setattr(systems, "answer_batch", lambda *arguments: called.append(1) or real(*arguments))
    generation = {"max_new_tokens": NEW_TOKENS - 1, "batch_size": 16}
    workshop.run("other", "base", care=None, answers=str(workshop.folder / "whole" / "answers"), generation=generation)
    assert called == [1]


def test_an_interrupted_run_goes_on_where_it_was(workshop, whole, monkeypatch):
    real, batches = systems.answer_batch, []

    def stop_at_the_third(model, system, prompts, generation):
        batches.append(len(prompts))
        if len(batches) == 3:
            raise KeyboardInterrupt
        return real(model, system, prompts, generation)

    monkeypatch.setattr(systems, "answer_batch", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        workshop.run("stopped", "base", care=None)
    [file] = (workshop.folder / "stopped" / "answers").rglob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-9])  # as a kill in the middle of a write leaves it
    workshop.run("stopped", "base", care=None)
    assert batches == [4, 4, 4, 4, 4, 1]
    stopped, complete = workshop.answers("stopped", "base"), workshop.answers("whole", "base")
    assert {name: one.prediction for name, one in stopped.items()} == {
        name: one.prediction for name, one in complete.items()
    }


@pytest.mark.slow
def test_kill_9_and_two_processes(workshop, whole):
    path = workshop.write(workshop.keys("killed", "base", generation={"max_new_tokens": NEW_TOKENS, "batch_size": 2}))
    dying = (
        "import os, signal, sys\nfrom medtune.evaluation.systems import systems\nfrom medtune.runs import execute\n"
        "from medtune.recipe.check import load_checked\nreal, done = systems.answer_batch, []\n"
        "def answer(*a):\n    done.append(1)\n    len(done) == 4 and os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(*a)\nsystems.answer_batch = answer\nexecute(load_checked(sys.argv[1]))"
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "", "PYTHONPATH": str(ROOT)}
    killed = subprocess.run([sys.executable, "-c", dying, path], env=environment, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    launcher = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", "2", "--standalone"]
    done = subprocess.run([*launcher, path], env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    files = {file.name: file.read_bytes().count(b"\n") for file in (workshop.folder / "killed").rglob("*.jsonl")}
    assert files["rank-0-000.jsonl"] == 6
    assert files["rank-0-001.jsonl"] + files["rank-1-000.jsonl"] == 10
    answers = workshop.answers("killed", "base")
    assert {name: one.prediction for name, one in answers.items()} == {
        name: one.prediction for name, one in workshop.answers("whole", "base").items()
    }


def test_a_server_that_fails_is_counted_asked_again_and_never_averaged_away(workshop, monkeypatch, capfd):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    failing = {"name": "server", "kind": "endpoint", "model": "m", "tries": 1, "concurrency": 1}
    with chat_server([500, "garbage", 400]) as (chat, address):
        monkeypatch.setenv("OPENAI_BASE_URL", address)
        with pytest.raises(ValueError, match="server: 3 of 16 rows have no answer") as error:
            workshop.run("failing", failing, care=None, samples=0)
        assert "1 × HTTP 500" in str(error.value)
        assert "The same command asks for these again" in str(error.value)
        assert len(chat.requests) == 16
        chat.script = [500]
        lenient = {**failing, "max_failed": 0.1}
        answers = str(workshop.folder / "failing" / "answers")
        metrics = workshop.run("lenient", lenient, care=None, samples=0, answers=answers)
        assert len(chat.requests) == 19  # the three alone
        numbers = read_json(workshop.folder / "lenient" / "report.json")
        assert numbers["systems"][0]["reasons"] == {"HTTP 500": 1}
        assert numbers["scores"]["systems"][0]["rows"] == EN
        full = workshop.run("full", failing, care=None, samples=0, answers=answers)
        assert len(chat.requests) == 20
    # The failed row is one of the English ones, which come first, and counts as 0.
    assert metrics["server/en/rouge1"] < full["server/en/rouge1"]
    assert metrics["server/zh/rouge1"] == full["server/zh/rouge1"]
    printed = "".join(capfd.readouterr()) + str(error.value)
    assert KEY not in printed
    assert "hurts" not in printed


def test_without_samples_the_report_holds_no_row(workshop):
    workshop.run("quiet", "oracle", samples=0, care=None)
    text = (workshop.folder / "quiet" / "report.md").read_text(encoding="utf-8")
    assert "own words" not in text
    for row in workshop.all():
        assert row.description not in text
        assert row.reply not in text


def test_files_that_do_not_fit_are_all_told_before_weights_are_loaded(workshop, monkeypatch):
    (workshop.folder / "short.jsonl").write_text('{"id": "en:0", "prediction": "rest"}')
    short = {"name": "short", "kind": "predictions", "path": workshop.path("short.jsonl")}
    unknown = {"name": "unknown", "kind": "predictions", "rival": "nobody"}
    monkeypatch.setattr(systems, "loaded", lambda system: pytest.fail("weights were loaded"))
    with pytest.raises(ValueError, match="no row for 15 ids") as error:
        workshop.run("unfit", "base", short, unknown)
    assert "no answers of 'nobody'; those of chatgpt are there" in str(error.value)


def test_prompts_without_room(workshop):
    long = {"name": "base", "kind": "checkpoint", "model": workshop.path("base"), "max_prompt_tokens": 16}
    with pytest.raises(ValueError, match="the template and the system line alone have"):
        workshop.run("long", long)
    with pytest.raises(ValueError, match="leaves no room for a question in the 256 positions"):
        workshop.run("longer", "base", generation={"max_new_tokens": 250})


def test_long_questions_are_cut_and_told(workshop):
    limits = {"max_prompt_tokens": 47, "languages": ["en"]}
    workshop.run("cut", {"name": "base", "kind": "checkpoint", "model": workshop.path("base"), **limits}, care=None)
    text = (workshop.folder / "cut" / "report.md").read_text(encoding="utf-8")
    assert "10 of 10 prompts were longer than there is room for, and were cut" in text


def test_a_checkpoint_without_a_chat_template(workshop):
    (workshop.folder / "bare").mkdir()
    for file in (workshop.folder / "base").iterdir():
        if file.name != "chat_template.jinja":
            (workshop.folder / "bare" / file.name).write_bytes(file.read_bytes())
    bare = {"name": "bare", "kind": "checkpoint", "model": workshop.path("bare")}
    with pytest.raises(ValueError, match="bare: its tokenizer has no chat template"):
        workshop.run("no-template", bare)


def test_check_tells_what_is_to_supply_and_what_it_costs(workshop, monkeypatch, capsys):
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    rival = {"name": "file", "kind": "predictions", "path": "runs/not-there.jsonl"}
    path = workshop.write(workshop.keys("planned", "base", "adapter", "server", "chatgpt", rival))
    lines = missing_inputs(load_checked(path))
    assert [line.split(":")[0] for line in lines] == [
        "systems.2.base_url_env",
        "systems.2.api_key_env",
        "systems.4.path",
    ]
    assert "the environment variable OPENAI_API_KEY is not set" in lines[1]
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    check(path)
    told = capsys.readouterr().out
    assert KEY not in told
    assert "en: 10" in told
    assert "parameters in float32, about" in told
    assert "at the address in OPENAI_BASE_URL, 4 at a time" in told
    assert "at most 96 generated by each system" in told


def test_mistakes_are_told_all_at_once(workshop):
    keys = workshop.keys(
        "wrong",
        "base",
        {"name": "base", "kind": "predictions"},
        {"name": "reference", "kind": "endpoint", "model": "m", "options": {"max_tokens": 3}},
        generation={"num_beams": 2},
        prompts={"system": "human"},
    )
    keys["data"]["sources"].append({"path": keys["data"]["sources"][0]["path"]})
    with pytest.raises(RecipeError) as error:
        load_checked(workshop.write(keys))
    told = str(error.value)
    for part in (
        "data.sources.2.name: 'en': two sources have one name",
        "systems.1.name: 'base': two systems have one name",
        "systems.1: predictions have one of `path` and `rival`",
        "systems.2.name: 'reference'",
        "systems.2.options.max_tokens: is set by medtune",
        "generation.num_beams: 2: reference is an endpoint, which has no such setting",
        "prompts.system: 'human': not one of plain, humanistic, none. Did you mean `humanistic`?",
    ):
        assert part in told


def test_a_kind_of_system_that_does_not_exist(workshop):
    with pytest.raises(RecipeError) as error:
        load_checked(workshop.write(workshop.keys("kinds", {"name": "x", "kind": "chekpoint"}, {"name": "y"})))
    assert "systems.0.kind: 'chekpoint': not one of checkpoint, adapter, predictions, endpoint" in str(error.value)
    assert "Did you mean `checkpoint`?" in str(error.value)
    assert "systems.1.kind: is missing" in str(error.value)
