import pickle

import pytest

from medtune.data.cleaning.anonymize import Anonymize, NameModel, Options
from medtune.data.cleaning.identity.name_model import NameFinder
from medtune.data.records import Record


@pytest.fixture(scope="module")
def tagger(tmp_path_factory) -> str:
    """A random model that calls the character 甲 a person and nothing else."""
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tagger")
    vocabulary = {
        word: place for place, word in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "甲", "乙", "丙"])
    }
    sizes = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8}
    config = BertConfig(
        vocab_size=len(vocabulary), id2label={0: "O", 1: "B-PER"}, label2id={"O": 0, "B-PER": 1}, **sizes
    )
    torch.manual_seed(0)
    model = BertForTokenClassification(config)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "layer.0" in name and "LayerNorm" not in name:
                weight.zero_()
        embedding = model.bert.embeddings.word_embeddings.weight
        model.bert.embeddings.position_embeddings.weight.zero_()
        model.bert.embeddings.token_type_embeddings.weight.zero_()
        direction = torch.tensor([1.0, -1.0] * 4)
        embedding.copy_(-direction.expand_as(embedding))
        embedding[vocabulary["甲"]] = direction
        model.classifier.weight.copy_(torch.stack([-direction, direction]))
        model.classifier.bias.zero_()
    model.save_pretrained(folder)
    BertTokenizerFast(vocab=vocabulary).save_pretrained(folder)
    return str(folder)


def test_what_the_model_tags_is_masked(tagger):
    options = Options(name_model=NameModel(model=tagger))
    step = Anonymize(options)
    result = step(Record("a:b:1", "a", "zh", "triage", description="乙甲丙，[医生1]"))
    assert result.description == "乙[某人1]丙，[医生1]"
    assert step.counts == {"person": 1}


def test_the_finder_travels_without_its_model(tagger):
    finder = NameFinder(NameModel(model=tagger))
    finder("乙")
    copy = pickle.loads(pickle.dumps(finder))  # noqa: S301
    assert copy("甲") == finder("甲")


def test_a_model_without_such_a_label_says_which_it_has(tagger):
    finder = NameFinder(NameModel(model=tagger, labels=["NAME"]))
    with pytest.raises(ValueError, match="none of the labels NAME; it has O, PER"):
        finder("甲")
