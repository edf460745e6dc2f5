"""What the tests of instruction tuning share: a tiny LLaMA, a byte-level tokenizer and rows written for it."""

from functools import cache

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from medtune.data.prompts import Prompts, authored, install_template
from medtune.data.records import Record

#: So small that it trains in seconds; large at random, so that its answers differ.
LLAMA = {
    "model_type": "llama",
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 32,
    "max_position_embeddings": 256,
    "initializer_range": 0.2,
}
TEXTS = ["### Instruction: ### Input: ### Response:", "The knee hurts after a fall.", "膝盖摔伤以后疼痛，休息几天。"]


@cache
def _trained() -> str:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<unk>", "<s>", "</s>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=2000, special_tokens=special, initial_alphabet=alphabet, show_progress=False
    )
    authored_texts = [
        text
        for group in ("systems", "kinds")
        for texts in authored()[group].values()
        for text in (texts or {}).values()
    ]
    tokenizer.train_from_iterator([*TEXTS, *authored_texts] * 5, trainer)
    return tokenizer.to_str()


def tokenizer(system: str = "plain") -> PreTrainedTokenizerFast:
    """A byte-level tokenizer whose end token is also its pad token, with medtune's chat template."""
    made = PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_str(_trained()),
        unk_token="<unk>",
        bos_token="<s>",
        eos_token="</s>",
        pad_token="</s>",
    )
    install_template(made, "alpaca", Prompts(), system)
    return made


def rows(count: int = 40, language: str = "en", task: str = "question-answer") -> list[Record]:
    """Short questions with answers."""
    what = {"en": ("The {} hurts.", "Rest the {}."), "zh": ("{}疼。", "让{}休息。")}[language]
    parts = {"en": ("knee", "hand", "foot", "back"), "zh": ("膝盖", "手", "脚", "背")}[language]
    return [
        Record(
            id=f"{language}:{number}",
            source="test",
            language=language,
            task=task,
            description=f"{what[0].format(parts[number % 4])} {number}",
            reply=what[1].format(parts[number % 4]),
        )
        for number in range(count)
    ]
