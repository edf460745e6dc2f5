from transformers import AutoTokenizer

from medtune.data.byte_level import train_byte_level

TEXTS = ["The knee hurts after a fall.", "膝盖摔伤以后疼痛，休息几天。"] * 5


def test_every_text_comes_back_and_starts_with_the_start_token(tmp_path):
    tokenizer = train_byte_level(TEXTS, vocab_size=300)
    tokenizer.save_pretrained(tmp_path)
    reloaded = AutoTokenizer.from_pretrained(tmp_path)
    for text in ("The  knee,\n38.5 ℃", "肺炎 10⁹/L", "  x"):
        ids = reloaded(text)["input_ids"]
        assert ids[0] == reloaded.bos_token_id
        assert reloaded.decode(ids[1:]) == text


def test_numbers_go_in_single_digits_and_frequent_words_in_one_piece():
    tokenizer = train_byte_level(TEXTS, vocab_size=400)
    assert tokenizer.tokenize("2026") == ["2", "0", "2", "6"]
    assert len(tokenizer.tokenize(" knee")) == 1
    assert (tokenizer.eos_token, tokenizer.pad_token) == ("</s>", "<pad>")
