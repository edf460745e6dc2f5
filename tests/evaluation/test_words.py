"""Words of answers: cut without downloads, counted by answer, in two languages."""

import pytest

from medtune.evaluation.words import count_words, cut, keywords, stop_words

ENGLISH = ["I suggest an X-ray of the knees.", "My knee suggestion: don’t run, the knee needs rest!", "Suggested: ice."]
CHINESE = ["您好，建议您到医院做膝关节检查。", "建议休息，膝关节检查可以以后再做。"]


def test_english_words_are_counted_by_stem_and_shown_as_they_are_mostly_written():
    top = keywords(count_words(ENGLISH, "en").single, 5)
    assert [(row["word"], row["answers"], row["times"]) for row in top] == [("suggest", 3, 3), ("knee", 2, 3)]
    assert top[0]["share"] == 1.0


def test_chinese_words():
    top = {row["word"]: row["answers"] for row in keywords(count_words(CHINESE, "zh").single, 10)}
    assert top["建议"] == 2
    assert top["检查"] == 2
    assert not {"您", "，", "可以"} & top.keys()


def test_pairs_are_neighbours_with_nothing_in_between():
    words = count_words(["blood pressure, high blood pressure", "blood of pressure"], "en")
    assert words.pairs.in_answers["blood pressur"] == 1
    assert words.pairs.times["blood pressur"] == 2
    assert words.pairs.form("blood pressur") == "blood pressure"
    assert "pressur high" not in words.pairs.times


def test_placeholders_of_masked_identities_are_no_words():
    assert count_words(["call [phone] or doctor [doctor1] at the [hospital] ward"], "en").single.times == {
        "call": 1,
        "doctor": 1,
        "ward": 1,
    }
    assert "call ward" not in count_words(["call [phone] ward"], "en").pairs.times
    chinese = count_words(["请联系[医生1]，不要拨打[电话]", "[患者2]需要手术，医生会联系"], "zh").single.times
    assert (chinese["医生"], chinese["电话"], chinese["患者"], chinese["联系"]) == (1, 0, 0, 2)


def test_a_word_of_a_single_answer_is_no_keyword():
    assert keywords(count_words(["Zhang visited", "rest"], "en").single, 5) == []


def test_no_answers_and_answers_without_words():
    assert keywords(count_words([], "en").single, 5) == []
    assert keywords(count_words(["", "123 !!", "…"], "zh").single, 5) == []


def test_words_in_the_other_script_do_not_count():
    assert [word for word in cut("take 阿司匹林 tablets", "en") if word] == ["tablets"]
    assert [word for word in cut("服用 aspirin 阿司匹林", "zh") if word] == ["服用", "阿司匹林"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_stop_words_are_there_and_hold_no_caring_word(language):
    from medtune.evaluation.caring import load_lexicon

    words = stop_words(language)
    assert len(words) > 200
    for group in load_lexicon().groups.values():
        single = {entry.rstrip("*") for entry in group[language] if " " not in entry}
        assert not single & words
