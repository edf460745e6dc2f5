"""Train a WordPiece tokenizer of the kind Chinese BERT has, for an encoder and a decoder alike."""

from __future__ import annotations

import string
import unicodedata
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerBase, PreTrainedTokenizerFast

SPECIAL_TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")

# Splitting leaves no trace of where spaces stood. Chinese has none; Latin words and numbers that were written together
# are one word to WordPiece, or parted by punctuation. So when decoding a space stays between two of them, and in
# `day , not` after the comma; all others go: `38 . 5 度` was `38.5度`.
_WORD = r"[\p{Latin}\p{Nd}]"
_NO_SPACE = rf" (?!{_WORD})|(?<!{_WORD})(?<!\p{{Latin}} [,;:!?.]) |(?<=[,;:!?.]) (?=\p{{Nd}})"


def train_wordpiece(texts: Iterable[str], vocab_size: int, min_frequency: int = 2) -> PreTrainedTokenizerFast:
    """Train a cased WordPiece tokenizer in which every Chinese character is a token.

    The special tokens are those of BERT. `[CLS]` is also the start token and `[SEP]` the end token of a decoder, as in
    the Chinese GPT-2 models that use a BERT vocabulary. Decoding gives Chinese without spaces.

    The same texts give the same vocabulary, in any order: the trainer numbers what it finds in the order of a hash
    table, so characters are given to it in a fixed order.

    Args:
        texts: read once, kept in memory.
        vocab_size: largest number of tokens, the five special ones included. If there are more characters, the most
            frequent are kept.
        min_frequency: characters and word pieces seen less often are left out, and become `[UNK]`.

    Returns:
        The tokenizer; after `save_pretrained`, `AutoTokenizer` loads it.

    Raises:
        ValueError: if there is no character to learn from.
    """
    normalizer = normalizers.BertNormalizer(lowercase=False, strip_accents=False)
    pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    texts = [normalizer.normalize_str(text) for text in texts]
    alphabet = _alphabet(texts, vocab_size - len(SPECIAL_TOKENS), min_frequency)
    if not alphabet:
        raise ValueError(
            f"no character occurs {min_frequency} times in {len(texts)} texts; there is nothing to learn from"
        )

    trained = _trained(texts, pre_tokenizer, alphabet, vocab_size, min_frequency)
    # A fresh tokenizer, in which only the five are special.
    tokenizer = Tokenizer(models.WordPiece(trained.get_vocab(), unk_token="[UNK]"))
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(token, trained.token_to_id(token)) for token in ("[CLS]", "[SEP]")],
    )
    tokenizer.decoder = decoders.Sequence(
        [
            decoders.WordPiece(prefix="##", cleanup=False),
            decoders.Fuse(),
            decoders.Replace(Regex(_NO_SPACE), ""),
        ]
    )
    pad, unknown, start, end, mask = SPECIAL_TOKENS
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=pad,
        unk_token=unknown,
        cls_token=start,
        sep_token=end,
        mask_token=mask,
        bos_token=start,
        eos_token=end,
        clean_up_tokenization_spaces=False,
    )


def _trained(
    texts: list[str],
    pre_tokenizer: pre_tokenizers.PreTokenizer,
    alphabet: list[str],
    vocab_size: int,
    min_frequency: int,
) -> Tokenizer:
    """Learn word pieces; the alphabet stands among the special tokens, whose order is kept."""
    trained = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    trained.pre_tokenizer = pre_tokenizer
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocab_size,
        min_frequency=min_frequency,
        special_tokens=[*SPECIAL_TOKENS, *alphabet],
        limit_alphabet=0,
        show_progress=False,
    )
    trained.train_from_iterator(texts, trainer)
    return trained


def tokenizer_metrics(tokenizer: PreTrainedTokenizerBase, texts: Iterable[str]) -> dict[str, float]:
    """Measure how well a tokenizer fits texts.

    Args:
        tokenizer: any with an unknown token.
        texts: what it will read, best not what it was trained on.

    Returns:
        `unknown_token_rate`, the share of tokens that are unknown, and `tokens_per_character`, spaces not counted;
        special tokens count in neither. Both are 0 if there is no text.
    """
    tokens = unknown = characters = 0
    for text in texts:
        ids = tokenizer(text, add_special_tokens=False)["input_ids"]
        tokens += len(ids)
        unknown += ids.count(tokenizer.unk_token_id)
        characters += sum(not character.isspace() for character in text)
    return {
        "unknown_token_rate": unknown / max(tokens, 1),
        "tokens_per_character": tokens / max(characters, 1),
    }


def _alphabet(texts: list[str], size: int, min_frequency: int) -> list[str]:
    """Return the characters of normalised texts, most frequent first, with `##` forms of those that stand inside words.

    `BertNormalizer` has put spaces around Chinese characters, so only runs of others are longer than one. A character
    comes with its `##` form or not at all, else the trainer would add that form by itself.
    """
    words: Counter[str] = Counter()
    for text in texts:
        words.update(text.split())
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    for word, count in words.items():
        for character in word:
            counts[character] += count
        inside.update(word[1:])
    alphabet: list[str] = []
    for character, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        pieces = [character]
        if character in inside and not _is_punctuation(character):
            pieces.append(f"##{character}")
        if count < min_frequency or len(alphabet) + len(pieces) > size:
            break
        alphabet += pieces
    return alphabet


def _is_punctuation(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character).startswith("P")
