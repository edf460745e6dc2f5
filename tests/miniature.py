"""Synthetic rows, a tokenizer and tiny checkpoints, small enough to be made anew wherever a test needs them."""

from pathlib import Path

import torch
from transformers import BertConfig, GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerBase

from medtune.data.storage import PreparedData
from medtune.data.tokenizer_training import train_wordpiece
from medtune.models import BERPTForSequenceClassification, BERPTModel, BERPTProcessor
from medtune.models.decoder import load_decoder
from medtune.tasks import prepare_data

DEPARTMENTS = {0: "儿科", 1: "内科", 2: "外科"}
TEXTS = [
    "孩子发烧三天，咳嗽，不肯吃饭。",
    "胃疼反酸，饭后加重，已经两个星期。",
    "走路扭了脚，肿得厉害，不能着地。",
    "头晕，血压一百五十，晚上睡不好，有时候心慌，活动以后更明显。",
    "手指切伤。",
]


def prepared(folder: Path, rows: int = 150, seed: int = 0) -> PreparedData:
    """Rows of the synthetic source, as `task: prepare-data` leaves them."""
    source = {"source": "synthetic", "rows": rows, "seed": seed}
    keys = {"task": "prepare-data", "output_dir": str(folder), "data": {"sources": [source]}}
    prepare_data.run(prepare_data.Recipe.model_validate(keys), folder)
    return PreparedData.open(folder)


def tokenizer(texts=TEXTS) -> PreTrainedTokenizerBase:
    return train_wordpiece(texts, vocab_size=300, min_frequency=1)


def encoder_config(vocabulary: int, **fields) -> BertConfig:
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    return BertConfig(**{"vocab_size": vocabulary, "max_position_embeddings": 128, **sizes, **fields})


def decoder_config(vocabulary: int, **fields) -> GPT2Config:
    return GPT2Config(
        **{"vocab_size": vocabulary, "n_positions": 128, "n_embd": 16, "n_layer": 2, "n_head": 2, **fields}
    )


def joint(tokens: PreTrainedTokenizerBase, **fields) -> tuple[BERPTModel, BERPTProcessor]:
    """A joint model with weights so large that what it reads shows in what it writes."""
    torch.manual_seed(2)
    processor = BERPTProcessor(tokens, tokens)
    model = BERPTModel.from_encoder_decoder(
        encoder_config(len(tokens), initializer_range=0.3, **fields),
        decoder_config(len(tokens), initializer_range=0.3, **fields),
        **processor.decoder_token_ids,
        id2label=DEPARTMENTS,
    )
    return model.eval(), processor


def triage(tokens: PreTrainedTokenizerBase) -> BERPTForSequenceClassification:
    torch.manual_seed(0)
    encoder = encoder_config(len(tokens), initializer_range=0.3)
    return BERPTForSequenceClassification.from_encoder(encoder, id2label=DEPARTMENTS).eval()


def decoder(tokens: PreTrainedTokenizerBase, **fields) -> GPT2LMHeadModel:
    torch.manual_seed(0)
    return load_decoder(decoder_config(len(tokens), initializer_range=0.3, **fields), tokens).eval()
