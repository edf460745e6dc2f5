"""Tiny BERPT models: two layers, two widths, weights large enough for the inputs to matter."""

import pytest
import torch
from transformers import BertConfig, ElectraConfig, GPT2Config, RobertaConfig

from medtune.models import BERPTConfig, BERPTModel

PAD = {"bert": 0, "electra": 0, "roberta": 1}


@pytest.fixture(scope="session")
def encoder_config():
    classes = {"bert": BertConfig, "electra": ElectraConfig, "roberta": RobertaConfig}

    def build(model_type="bert", **kwargs):
        sizes = {"vocab_size": 60, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 40}
        sizes |= {"hidden_size": 32, "max_position_embeddings": 40, "initializer_range": 0.2}
        sizes |= {"pad_token_id": PAD[model_type]}
        return classes[model_type](**sizes | kwargs)

    return build


@pytest.fixture(scope="session")
def decoder_config():
    def build(**kwargs):
        sizes = {"vocab_size": 50, "n_embd": 24, "n_layer": 2, "n_head": 4, "n_positions": 40}
        sizes |= {"initializer_range": 0.2, "bos_token_id": 1, "eos_token_id": 2}
        return GPT2Config(**sizes | kwargs)

    return build


@pytest.fixture(scope="session")
def joint_config(encoder_config, decoder_config):
    def build(model_type="bert", **kwargs):
        arguments = {"encoder": encoder_config(model_type), "decoder": decoder_config()}
        arguments |= {"id2label": {0: "儿科", 1: "内科", 2: "外科"}}
        arguments |= {"decoder_start_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
        return BERPTConfig(**arguments | kwargs)

    return build


@pytest.fixture
def joint(joint_config):
    torch.manual_seed(0)
    return BERPTModel(joint_config()).eval()


@pytest.fixture(scope="session")
def checkpoint(joint_config, tmp_path_factory):
    torch.manual_seed(0)
    directory = tmp_path_factory.mktemp("joint")
    BERPTModel(joint_config()).save_pretrained(directory)
    return directory


@pytest.fixture
def batch():
    """Three descriptions of 9, 6 and 4 tokens, padded on the right, with replies of 6, 3 and 1."""
    generator = torch.Generator().manual_seed(1)
    input_ids = torch.randint(5, 60, (3, 9), generator=generator)
    mask = torch.ones(3, 9, dtype=torch.long)
    labels = torch.randint(3, 50, (3, 6), generator=generator)
    for row, (length, reply) in enumerate(((9, 6), (6, 3), (4, 1))):
        input_ids[row, length:], mask[row, length:] = 0, 0
        labels[row, reply - 1] = 2
        labels[row, reply:] = -100
    return {
        "input_ids": input_ids,
        "attention_mask": mask,
        "labels": labels,
        "department_labels": torch.tensor([2, 0, 1]),
    }
