"""The two tokenizers of a BERPT model behind one call."""

import re
import shutil
from pathlib import Path

import torch
from transformers import AutoTokenizer, BatchEncoding, PreTrainedTokenizerBase, ProcessorMixin

IGNORE = -100  # label of what is not supervised
CJK = "[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
SPACE_BESIDE_CJK = re.compile(f"(?<={CJK}) +| +(?={CJK})")


class BERPTProcessor(ProcessorMixin):
    """Turns descriptions and replies into the inputs of `BERPTModel`, and generated tokens into replies.

    A checkpoint holds the encoder's tokenizer at its top, where `AutoTokenizer` finds it, and the decoder's in the
    folder `decoder_tokenizer`.

    Args:
        tokenizer: the encoder's tokenizer, for what the patient wrote.
        decoder_tokenizer: the decoder's tokenizer, for the doctor's reply. GPT-2's own (one token for start and end, no
            padding) and a BERT tokenizer with a Chinese GPT-2 (`[CLS]` starts, `[SEP]` ends) both do.

    Raises:
        ValueError: if the decoder's tokenizer has no token that could end a reply.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase, decoder_tokenizer: PreTrainedTokenizerBase):
        super().__init__(tokenizer, decoder_tokenizer)
        self.auto_map = {"AutoProcessor": "processing_berpt.BERPTProcessor"}
        if self.decoder_token_ids["eos_token_id"] is None:
            raise ValueError("decoder_tokenizer has neither an eos_token nor a sep_token to end a reply with; set one.")

    @property
    def decoder_token_ids(self) -> dict[str, int]:
        """`decoder_start_token_id`, `eos_token_id` and `pad_token_id`, to pass to `BERPTModel.from_encoder_decoder`."""
        return boundary_tokens(self.decoder_tokenizer)

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path, subfolder: str = "", **kwargs) -> "BERPTProcessor":
        """Load both tokenizers; arguments as in `AutoTokenizer.from_pretrained`.

        `ProcessorMixin` would put the encoder's tokenizer in the place of a missing decoder tokenizer; this fails.

        Raises:
            OSError: if there is no decoder tokenizer.
        """
        tokenizer = AutoTokenizer.from_pretrained(pretrained_model_name_or_path, subfolder=subfolder, **kwargs)
        folder = Path(subfolder, "decoder_tokenizer").as_posix()
        try:
            decoder_tokenizer = AutoTokenizer.from_pretrained(pretrained_model_name_or_path, subfolder=folder, **kwargs)
        except (OSError, ValueError) as error:
            raise OSError(
                f"{pretrained_model_name_or_path} has no tokenizer in the folder {folder}. A checkpoint of the triage "
                "half needs none: read it with AutoTokenizer."
            ) from error
        return cls(tokenizer, decoder_tokenizer)

    def save_pretrained(self, save_directory: str | Path, **kwargs) -> list[str]:
        """Write both tokenizers and this file; arguments as in `ProcessorMixin.save_pretrained`."""
        Path(save_directory).mkdir(parents=True, exist_ok=True)
        code = Path(__file__)
        if code.parent.resolve() != Path(save_directory).resolve():
            shutil.copyfile(code, Path(save_directory, code.name))
        return super().save_pretrained(str(save_directory), **kwargs)

    def __call__(
        self,
        text: str | list[str] | None = None,
        reply: str | list[str] | None = None,
        *,
        padding: bool | str = False,
        truncation: bool = True,
        max_length: int | None = None,
        max_reply_length: int | None = None,
        return_tensors: str | None = None,
    ) -> BatchEncoding:
        """Tokenize descriptions, replies or both.

        Args:
            text: what the patient wrote, one or a batch.
            reply: what the doctor answered, one or a batch.
            padding: True for the length of the longest row, `max_length`, or False for none.
            truncation: cut what is too long; the end token of a reply is kept.
            max_length: tokens of a description with its special tokens; by default what its tokenizer allows.
            max_reply_length: tokens of a reply with its end token; by default what its tokenizer allows.
            return_tensors: `pt` for tensors, None for lists.

        Returns:
            `input_ids`, `attention_mask` and what else the encoder's tokenizer gives, [N, S]; `labels`: the reply's
            tokens and the end token, filled up with -100, [N, T].

        Raises:
            ValueError: if there is neither text nor reply, or not the same number of both.
        """
        if text is None and reply is None:
            raise ValueError("BERPTProcessor has nothing to tokenize: pass text, reply or both.")
        single = isinstance(text if reply is None else reply, str)
        texts, replies = ([one] if isinstance(one, str) else one for one in (text, reply))
        if texts is not None and replies is not None and len(texts) != len(replies):
            raise ValueError(f"{len(texts)} texts do not go with {len(replies)} replies; pass one reply for each text.")
        encoding = BatchEncoding()
        if texts is not None:
            encoding.update(self.tokenizer(texts, padding=padding, truncation=truncation, max_length=max_length))
        if replies is not None:
            encoding["labels"] = self._labels(replies, padding, truncation, max_reply_length)
        if return_tensors is None and single:
            return BatchEncoding({name: rows[0] for name, rows in encoding.items()})
        return encoding.convert_to_tensors(return_tensors)

    def _labels(self, replies: list[str], padding: bool | str, truncation: bool, limit: int | None) -> list[list[int]]:
        end = self.decoder_token_ids["eos_token_id"]
        limit = limit or self.decoder_tokenizer.model_max_length
        rows = self.decoder_tokenizer(replies, add_special_tokens=False)["input_ids"]
        rows = [(row[: limit - 1] if truncation else row) + [end] for row in rows]
        if not padding:
            return rows
        width = limit if padding == "max_length" else max(map(len, rows))
        return [row + [IGNORE] * (width - len(row)) for row in rows]

    def batch_decode_replies(self, token_ids: torch.Tensor | list[list[int]]) -> list[str]:
        """Turn generated tokens or labels into text.

        Args:
            token_ids: what `generate` returned, or labels with -100, [N, T].

        Returns:
            One reply a row, without special tokens. A space beside a Chinese character is dropped, since a BERT
            tokenizer puts one between any two.
        """
        rows = token_ids.tolist() if isinstance(token_ids, torch.Tensor) else token_ids
        return decode_replies(self.decoder_tokenizer, [[token for token in row if token != IGNORE] for row in rows])


def boundary_tokens(tokenizer: PreTrainedTokenizerBase) -> dict[str, int | None]:
    """Return the tokens that start, end and fill up a reply: GPT-2's own, or `[CLS]`, `[SEP]` and `[PAD]`.

    Args:
        tokenizer: a decoder's tokenizer.

    Returns:
        `decoder_start_token_id`, `eos_token_id` (None if the tokenizer has none) and `pad_token_id`.
    """
    end = _first(tokenizer.eos_token_id, tokenizer.sep_token_id)
    return {
        "decoder_start_token_id": _first(tokenizer.bos_token_id, tokenizer.cls_token_id, end),
        "eos_token_id": end,
        "pad_token_id": _first(tokenizer.pad_token_id, end),
    }


def decode_replies(tokenizer: PreTrainedTokenizerBase, rows: torch.Tensor | list[list[int]]) -> list[str]:
    """Turn generated tokens into text, without special tokens.

    A space beside a Chinese character is dropped, since a BERT tokenizer puts one between any two.

    Args:
        tokenizer: a decoder's tokenizer.
        rows: token ids, [N, T].
    """
    texts = tokenizer.batch_decode(rows, skip_special_tokens=True)
    return [SPACE_BESIDE_CJK.sub("", text).strip() for text in texts]


def _first(*token_ids: int | None) -> int | None:
    return next((token for token in token_ids if token is not None), None)


__all__ = ["BERPTProcessor"]
