"""What of a row is left within a cutoff."""

import pytest
import sentencepiece
import tuning

from medtune.data.prompts import Example, authored
from medtune.data.supervision import encode_examples, fit_prompts

NONE = -100


@pytest.fixture(scope="module")
def tokenizer():
    return tuning.tokenizer(system="none")


def encode(tokenizer, cutoff, source="It hurts.", answer="Rest.", **more):
    [encoded] = encode_examples([Example("", "Answer:", source, answer, **more)], tokenizer, cutoff)
    return encoded


def test_labels_are_the_answer_and_its_end(tokenizer):
    encoded = encode(tokenizer, 500)
    answer = tokenizer.encode("Rest.", add_special_tokens=False)
    end = tokenizer.eos_token_id
    assert encoded.input_ids[encoded.prompt :] == [*answer, end]
    assert encoded.labels("answer") == [NONE] * encoded.prompt + [*answer, end]
    assert encoded.labels("everything") == encoded.input_ids
    assert not encoded.source_cut
    assert not encoded.answer_cut


def test_end_token_inside_a_prompt_is_not_learnt(tokenizer):
    encoded = encode(tokenizer, 500, history=(("user", "One."), ("assistant", "Two.")))
    assert encoded.input_ids[: encoded.prompt].count(tokenizer.eos_token_id) == 1
    assert encoded.labels("answer").count(tokenizer.eos_token_id) == 1


@pytest.mark.parametrize("cutoff", [64, 65, 90, 128])
@pytest.mark.parametrize("unit", ["knee ", "膝盖"])
def test_a_long_source_is_cut_and_the_answer_whole(tokenizer, cutoff, unit):
    encoded = encode(tokenizer, cutoff, source=unit * 200)
    text = tokenizer.decode(encoded.input_ids)
    assert cutoff - 4 <= len(encoded.input_ids) <= cutoff
    assert text.startswith("<s>### Instruction:\nAnswer:\n" + unit[0])
    assert "\ufffd" not in text
    assert text.endswith("\n\n### Response:\nRest.</s>")
    assert encoded.source_cut
    assert not encoded.answer_cut


@pytest.mark.parametrize("cutoff", [100, 101, 200])
@pytest.mark.parametrize("unit", ["knee ", "膝盖"])
def test_a_long_answer_keeps_half_of_the_cutoff_and_its_end(tokenizer, cutoff, unit):
    encoded = encode(tokenizer, cutoff, source="hurts " * 200, answer=(unit * 200).strip())
    kept = len(encoded.input_ids) - encoded.prompt
    assert cutoff // 2 - 3 <= kept
    assert len(encoded.input_ids) <= cutoff
    assert encoded.input_ids[-1] == tokenizer.eos_token_id
    assert "\ufffd" not in tokenizer.decode(encoded.input_ids)
    assert encoded.source_cut
    assert encoded.answer_cut


def test_a_long_answer_takes_what_a_short_prompt_leaves(tokenizer):
    encoded = encode(tokenizer, 200, answer="knee " * 200)
    assert len(encoded.input_ids) - encoded.prompt > 100
    assert 198 <= len(encoded.input_ids) <= 200
    assert not encoded.source_cut


def test_a_cut_prompt_is_what_serving_gives_for_the_cut_source(tokenizer):
    example = Example("", "Answer:", "The knee hurts after a fall. " * 50, "Rest.")
    [encoded] = encode_examples([example], tokenizer, 80)
    text = tokenizer.decode(encoded.input_ids[: encoded.prompt])
    source = text.split("Answer:\n")[1].split("\n\n###")[0]
    served = Example("", "Answer:", source, "").messages(with_answer=False)
    ids = tokenizer.apply_chat_template(served, add_generation_prompt=True)["input_ids"]
    assert encoded.input_ids[: encoded.prompt] == ids


def test_history_goes_before_the_last_question_and_after_the_first(tokenizer):
    history = [("user", "My knee hurts."), ("assistant", "Since when?"), ("user", "A week."), ("assistant", "Fell?")]
    whole = encode(tokenizer, 500, source="I fell.", history=tuple(history))
    encoded = encode(tokenizer, len(whole.input_ids) - 1, source="I fell.", history=tuple(history))
    text = tokenizer.decode(encoded.input_ids)
    assert "My knee hurts." in text
    assert "I fell." in text
    assert "A week." not in text


def test_no_room_for_an_answer(tokenizer):
    assert encode(tokenizer, 19) is None
    assert encode(tokenizer, 20) is None  # an answer, but nothing left that it could answer


def test_a_template_that_swallows_the_answer_is_refused(tokenizer):
    broken = tuning.tokenizer()
    broken.chat_template = "{% for m in messages %}{{ m.content }}\n{% endfor %}"
    with pytest.raises(ValueError, match="closes an answer by no end token"):
        encode(broken, 100)
    broken.chat_template = "{{ messages[0].content }}{{ eos_token }}"
    with pytest.raises(ValueError, match="does not begin with what it gives before it"):
        encode(broken, 100)


def test_prompts_to_answer_are_cut_like_those_of_training(tokenizer):
    [ids] = fit_prompts([Example("", "Answer:", "knee " * 200, "")], tokenizer, 60)
    assert len(ids) <= 60
    assert tokenizer.decode(ids).endswith("\n\n### Response:\n")


def test_words_that_fill_half_of_the_cutoff_cost_the_row_and_never_the_answer(tokenizer):
    def within(cutoff, source):
        example = Example("Answer with care. " * 12, "Answer:", source, ("rest " * 200).strip())
        return encode_examples([example], tokenizer, cutoff)[0]

    around = within(2000, "").prompt
    cutoff = 2 * around + 24
    encoded = within(cutoff, "hurts " * 200)
    assert "hurts" in tokenizer.decode(encoded.input_ids[: encoded.prompt])
    assert cutoff // 2 - 3 <= len(encoded.input_ids) - encoded.prompt
    assert encoded.input_ids[-1] == tokenizer.eos_token_id
    assert within(2 * around - 2, "hurts " * 200) is None


@pytest.mark.parametrize("kind", ["question-answer", "summary", "consultation"])
@pytest.mark.parametrize("system", ["plain", "humanistic"])
def test_the_authored_words_leave_room_for_a_source_at_the_papers_cutoff(shared, kind, system):
    """In LLaMA's tokenizer, which writes most Chinese characters in three tokens, half of 256 holds more than them."""
    file = shared / "models" / "tokenizers" / "llama_tokenizer.model"
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(file))
    texts = authored()
    for language in ("en", "zh"):
        words = (texts["systems"][system][language], texts["kinds"][kind][language], *texts["headings"].values())
        assert sum(len(pieces.encode(text)) + 3 for text in words) <= 128 - 24
