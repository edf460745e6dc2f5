"""Train a byte-level BPE tokenizer of the kind LLaMA-3 and Qwen have: any text, no unknown tokens, exact decoding."""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

START, END, PAD = "<s>", "</s>", "<pad>"


def train_byte_level(texts: Iterable[str], vocab_size: int, min_frequency: int = 2) -> PreTrainedTokenizerFast:
    """Train a tokenizer whose texts begin with a start token, as LLaMA's do.

    Args:
        texts: read once.
        vocab_size: largest number of tokens, the 256 bytes and three special ones included.
        min_frequency: pairs seen less often are not joined.

    Returns:
        The tokenizer; after `save_pretrained`, `AutoTokenizer` loads it.
    """
    tokenizer = Tokenizer(models.BPE())
    # Numbers go in single digits; everything else is split as in GPT-2.
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        min_frequency=min_frequency,
        special_tokens=[START, END, PAD],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{START} $A", special_tokens=[(START, tokenizer.token_to_id(START))]
    )
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token=START, eos_token=END, pad_token=PAD)
