"""Recipes that extend a vocabulary: what is added, saved, predicted with, and not added again."""

import json

import miniature
import pytest
import torch
from transformers import (
    AutoModel,
    AutoModelForCausalLM,
    AutoModelForSequenceClassification,
    AutoProcessor,
    AutoTokenizer,
)

from medtune.cli import main
from medtune.data.tokenizer_training import train_wordpiece
from medtune.recipe.check import check, load_checked
from medtune.recipe.errors import RecipeError
from medtune.recipe.yaml_text import FIRST_STATEMENT, LAST_LINE, dump
from medtune.runs import execute, read_json

BERT = {"model_type": "bert", "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
GPT2 = {"model_type": "gpt2", "n_embd": 16, "n_layer": 1, "n_head": 2, "n_positions": 128}
TRAINING = {"max_steps": 1, "save_strategy": "no", "use_cpu": True, "disable_tqdm": True, "learning_rate": 1e-30}
EXTEND = {"minimum_rows": 5}


class Workshop:
    """Prepared rows, and a tokenizer that lacks two of their frequent characters."""

    def __init__(self, folder):
        self.folder = folder
        self.data = miniature.prepared(folder / "data", rows=120)
        rows = self.data.split("train").to_pylist()
        texts = [row[column] for row in rows for column in ("description", "reply")]
        texts = ["".join(c for c in text if c not in "疼您") for text in texts]
        self.tokenizer = str(folder / "tokenizer")
        train_wordpiece(texts, vocab_size=2000, min_frequency=1).save_pretrained(self.tokenizer)

    def write(self, task, name, model, **more):
        data = {"path": str(self.data.folder), "max_tokens": 48, "max_reply_tokens": 48}
        keys = {"task": task, "output_dir": str(self.folder / name), "model": model, "data": data}
        keys |= {"training": TRAINING, **more}
        path = self.folder / f"{name}.yaml"
        path.write_text(f"{FIRST_STATEMENT}\n{dump(keys)}{LAST_LINE}\n", encoding="utf-8")
        return path

    def run(self, *args, **more):
        return execute(load_checked(self.write(*args, **more)))


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.fixture(scope="module")
def metrics(workshop):
    """A classifier, a decoder, and a joint model warm-started from both, all with extended vocabularies."""
    short = {"generation": {"rows": 4, "max_new_tokens": 4}}
    tokenizer, folder = workshop.tokenizer, workshop.folder
    classifier = {"encoder": BERT, "tokenizer": tokenizer, "extend_vocabulary": EXTEND}
    decoder = {"decoder": GPT2, "tokenizer": tokenizer, "extend_vocabulary": EXTEND}
    both = {"extend_vocabulary": EXTEND, "extend_decoder_vocabulary": EXTEND}
    joint = {"encoder": BERT, "decoder": GPT2, "tokenizer": tokenizer, "decoder_tokenizer": tokenizer, **both}
    warm = {"encoder": str(folder / "classifier"), "decoder": str(folder / "decoder"), **both}
    return {
        "classifier": workshop.run("classification", "classifier", classifier),
        "decoder": workshop.run("language-modeling", "decoder", decoder, **short),
        "joint": workshop.run("multitask", "joint", joint, **short),
        "warm": workshop.run("multitask", "warm", warm, **short),
    }


def expected(workshop, columns):
    rows = workshop.data.split("train").to_pylist()
    counts = {c: sum(any(c in row[column] for column in columns) for row in rows) for c in "疼您"}
    return [c for c in sorted(counts, key=counts.get, reverse=True) if counts[c] >= EXTEND["minimum_rows"]]


def test_characters_and_their_number_are_reported(workshop, metrics):
    columns = {"encoder": ["description"], "decoder": ["reply"]}
    in_text = {
        "classifier": {"encoder": ["description"]},
        "decoder": {"decoder": ["description", "reply"]},
        "joint": columns,
    }
    for name, parts in in_text.items():
        added = read_json(workshop.folder / name / "added_characters.json")
        assert added == {part: expected(workshop, texts) for part, texts in parts.items()}, name
        for part, characters in added.items():
            assert metrics[name][f"added_{part}_characters"] == len(characters)
    assert "疼" in expected(workshop, ["description"])
    assert "您" in expected(workshop, ["reply"])


def test_saved_tokenizers_know_the_characters_and_fit_their_models(workshop, metrics):
    folder, size = workshop.folder, len(AutoTokenizer.from_pretrained(workshop.tokenizer))
    classifier = AutoModelForSequenceClassification.from_pretrained(folder / "classifier")
    decoder = AutoModelForCausalLM.from_pretrained(folder / "decoder")
    joint, processor = AutoModel.from_pretrained(folder / "joint"), AutoProcessor.from_pretrained(folder / "joint")
    pairs = [
        (AutoTokenizer.from_pretrained(folder / "classifier"), classifier.config.encoder, classifier, "疼"),
        (AutoTokenizer.from_pretrained(folder / "decoder"), decoder.config, decoder, "您疼"),
        (processor.tokenizer, joint.config.encoder, joint.encoder, "疼"),
        (processor.decoder_tokenizer, joint.config.decoder, joint.decoder, "您"),
    ]
    for tokenizer, config, model, characters in pairs:
        assert len(tokenizer) == config.vocab_size == len(model.get_input_embeddings().weight) > size
        assert all(tokenizer.convert_tokens_to_ids(character) >= size for character in characters)
    assert joint.decoder.lm_head.weight is joint.decoder.transformer.wte.weight


def test_warm_start_adds_nothing_twice(workshop, metrics):
    folder = workshop.folder
    assert read_json(folder / "warm" / "added_characters.json") == {"encoder": [], "decoder": []}
    assert (metrics["warm"]["added_encoder_characters"], metrics["warm"]["added_decoder_characters"]) == (0, 0)
    warm = AutoModel.from_pretrained(folder / "warm")  # its one step is next to nothing
    classifier = AutoModelForSequenceClassification.from_pretrained(folder / "classifier")
    decoder = AutoModelForCausalLM.from_pretrained(folder / "decoder")
    for half, whole in ((classifier.encoder, warm.encoder), (decoder, warm.decoder)):
        one, other = (model.get_input_embeddings().weight for model in (half, whole))
        assert torch.allclose(one, other, rtol=0, atol=1e-20)
    processor = AutoProcessor.from_pretrained(folder / "warm")
    text = "胃疼您好"
    for tokenizer, source in ((processor.tokenizer, "classifier"), (processor.decoder_tokenizer, "decoder")):
        assert tokenizer(text)["input_ids"] == AutoTokenizer.from_pretrained(folder / source)(text)["input_ids"]


@pytest.mark.parametrize("name", ["classifier", "decoder", "warm"])
def test_command_predicts_with_an_extended_vocabulary(workshop, metrics, tmp_path, name):
    rows = tmp_path / "rows.txt"
    rows.write_text("胃疼三天\n", encoding="utf-8")
    assert (
        main(["predict", str(workshop.folder / name), "--input", str(rows), "--output", str(tmp_path / "o.jsonl")]) == 0
    )
    answer = json.loads((tmp_path / "o.jsonl").read_text(encoding="utf-8"))
    assert "error" not in answer
    assert answer.keys() & {"department", "reply"}


def test_check_says_that_the_vocabulary_grows(workshop, capsys):
    both = {"extend_vocabulary": {}, "extend_decoder_vocabulary": {"minimum_rows": 7, "maximum": 30}}
    names = {"tokenizer": workshop.tokenizer, "decoder_tokenizer": workshop.tokenizer}
    check(str(workshop.write("multitask", "plan", {"encoder": BERT, "decoder": GPT2, **names, **both})))
    text = " ".join(capsys.readouterr().out.split())
    assert "the tokenizer's grows by at most 1,000 characters, those unknown to it in at least 20 training rows" in text
    assert "the decoder tokenizer's grows by at most 30 characters, those unknown to it in at least 7" in text


@pytest.mark.parametrize(
    ("freeze", "key", "wrong"),
    [
        ({"encoder": True}, "extend_vocabulary", "model.freeze.encoder"),
        ({"embeddings": True}, "extend_decoder_vocabulary", "model.freeze.embeddings"),
        ({"decoder": True}, "extend_decoder_vocabulary", "model.freeze.decoder"),
    ],
)
def test_new_embeddings_that_cannot_be_trained(workshop, freeze, key, wrong):
    names = {"tokenizer": workshop.tokenizer, "decoder_tokenizer": workshop.tokenizer}
    model = {"encoder": BERT, "decoder": GPT2, **names, key: {}, "freeze": freeze}
    with pytest.raises(RecipeError, match=rf"model\.{key}.*cannot be trained: {wrong} is true"):
        load_checked(workshop.write("multitask", "frozen", model))
    model[{"extend_vocabulary": "extend_decoder_vocabulary"}.get(key, "extend_vocabulary")] = model.pop(key)
    if freeze != {"embeddings": True}:
        load_checked(workshop.write("multitask", "frozen", model))


def test_mistakes_in_the_section(workshop):
    model = {"encoder": BERT, "tokenizer": workshop.tokenizer, "extend_vocabulary": {"minimum_row": 5, "maximum": 0}}
    with pytest.raises(RecipeError) as caught:
        load_checked(workshop.write("classification", "wrong", model))
    assert "model.extend_vocabulary.minimum_row" in str(caught.value)
    assert "model.extend_vocabulary.maximum" in str(caught.value)
