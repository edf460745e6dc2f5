"""Adapters whose vocabulary outgrew their base, as some published ones have."""

from types import SimpleNamespace

import pytest
import torch
import tuning
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, LlamaConfig

from medtune.data.prompts import Prompts
from medtune.evaluation.systems.local_systems import answer_batch, loaded, prepare_local
from medtune.tasks.evaluate import Generation


@pytest.mark.parametrize("saved", [True, False])
def test_an_adapter_whose_tokenizer_has_more_tokens_than_its_base(tmp_path, saved):
    tokenizer = tuning.tokenizer()
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4}
    base = AutoModelForCausalLM.from_config(
        LlamaConfig(vocab_size=len(tokenizer), max_position_embeddings=256, initializer_range=0.3, **sizes)
    )
    base.save_pretrained(tmp_path / "base")
    tokenizer.add_tokens(["[PAD]"], special_tokens=True)
    base.resize_token_embeddings(len(tokenizer), mean_resizing=False)
    adapted = get_peft_model(base, LoraConfig(task_type="CAUSAL_LM", target_modules=["q_proj"], r=2))
    adapted.save_pretrained(tmp_path / "adapter", save_embedding_layers=saved)
    tokenizer.save_pretrained(tmp_path / "adapter")

    section = SimpleNamespace(
        kind="adapter",
        name="grown",
        adapter=str(tmp_path / "adapter"),
        base=str(tmp_path / "base"),
        tokenizer=None,
        dtype="auto",
        chat_template="model",
        max_prompt_tokens=None,
    )
    examples = [Prompts().build(row) for row in tuning.rows(3)]
    generation = Generation(max_new_tokens=4)
    system = prepare_local(section, examples, [""] * 3, generation)
    with loaded(system) as model:
        assert isinstance(model, PeftModel)
        assert model.get_input_embeddings().weight.shape[0] == len(tokenizer) - (not saved)
        answers = answer_batch(model, system, system.prompts, generation)
    with torch.no_grad():
        likelihood = adapted.eval()(input_ids=torch.tensor(system.prompts[:1])).logits[0, -1]
    first = tokenizer.decode(likelihood.argmax(), skip_special_tokens=True)
    assert answers[0].text.startswith(first.strip())
    assert len(answers) == 3


def test_a_tokenizer_of_another_model(tmp_path):
    tokenizer = tuning.tokenizer()
    sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 1}
    small = AutoModelForCausalLM.from_config(LlamaConfig(vocab_size=50, max_position_embeddings=256, **sizes))
    small.save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    settings = {"gguf_file": None, "tokenizer": None, "dtype": "auto", "chat_template": "model"}
    section = SimpleNamespace(kind="checkpoint", name="odd", model=str(tmp_path), max_prompt_tokens=None, **settings)
    examples = [Prompts().build(row) for row in tuning.rows(1)]
    system = prepare_local(section, examples, [""], Generation(max_new_tokens=4))
    with (
        pytest.raises(ValueError, match=r"odd: the prompts hold token .* but the model has embeddings for 50"),
        loaded(system),
    ):
        pass
