"""Caring words, rates with intervals, and what tells systems apart."""

import math
from collections import Counter

import numpy as np
import pytest

from medtune.evaluation.caring import ANY, caring_rates, count_caring, load_lexicon, share_interval
from medtune.evaluation.log_odds import log_odds

LEXICON = load_lexicon()


def groups(text, language):
    return {name: int(values[0]) for name, values in count_caring([text], LEXICON, language).items() if values[0]}


def test_english():
    assert groups("I understand your concern; I hope this helps.", "en") == {
        "understand": 1,
        "concern": 1,
        "hope": 1,
        "help": 1,
    }
    assert groups("Don’t worry, I would suggest\nrest.", "en") == {"comfort": 1, "suggest": 1}
    assert groups("The helpless wishbone and the mathematics of his hip", "en") == {"hope": 1, "help": 1}
    assert groups("The chip and the anode", "en") == {}


def test_the_longest_entry_counts_at_each_place():
    assert groups("您别担心", "zh") == {"comfort": 1}
    assert groups("理解您的担心，希望能帮到您，建议复查，祝您早日康复", "zh") == {
        "understand": 1,
        "concern": 1,
        "hope": 3,
        "help": 1,
        "suggest": 1,
        "prudence": 1,
    }


def test_rates_and_intervals():
    counts = {"hope": np.array([1, 0, 2, 0]), "help": np.array([0, 0, 1, 0])}
    together, hope, help_ = caring_rates(counts)
    assert (together.group, together.share.mean, together.mean.mean) == (ANY, 0.5, 1.0)
    assert (hope.share.mean, hope.mean.mean) == (0.5, 0.75)
    assert help_.share.mean == 0.25
    for rate in (together, hope, help_):
        assert rate.share.low < rate.share.mean < rate.share.high
    assert caring_rates({"hope": np.array([3])})[0].mean is None


def test_wilsons_interval_by_hand():
    # Wilson 1927: (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)
    hits, n, z = 3, 10, 1.959963984540054
    p = hits / n
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    found = share_interval([True] * hits + [False] * (n - hits))
    assert found.low == pytest.approx((middle - half) / (1 + z * z / n), abs=1e-12)
    assert found.high == pytest.approx((middle + half) / (1 + z * z / n), abs=1e-12)
    assert share_interval([False] * 20).high > 0.1


def test_a_lexicon_of_ones_own(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text('warm:\n  en: ["warm*"]\n  zh: [温暖]\n', encoding="utf-8")
    own = load_lexicon(path)
    assert count_caring(["Warmest wishes"], own, "en")["warm"].tolist() == [1]
    path.write_text("warm: [温暖]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="a list of caring words is"):
        load_lexicon(path)
    path.write_bytes("温暖".encode("gb18030"))
    with pytest.raises(ValueError, match="cannot be read as YAML in UTF-8"):
        load_lexicon(path)


def test_log_odds_by_hand():
    first, second, prior_words = {"rest": 30, "drug": 10}, {"rest": 10, "drug": 50}, 20.0
    found = {one.word: one for one in log_odds(first, second, prior_words=prior_words)}
    a = {"rest": 40 * 20 / 100, "drug": 60 * 20 / 100}  # the prior follows the usual rates
    for word in ("rest", "drug"):
        one, other = first[word] + a[word], second[word] + a[word]
        difference = math.log(one / (40 + 20 - one)) - math.log(other / (60 + 20 - other))
        assert found[word].log_odds == pytest.approx(difference, abs=1e-12)
        assert found[word].z == pytest.approx(difference / math.sqrt(1 / one + 1 / other), abs=1e-12)


def test_log_odds_does_not_let_rare_words_win():
    first = Counter({"the": 1000, "hope": 60, "zebra": 2})
    second = Counter({"the": 1000, "hope": 10})
    found = log_odds(first, second, first + second)
    assert found[0].word == "hope"
    assert next(one for one in found if one.word == "zebra").z < 1.96


def test_log_odds_turns_its_sign_with_the_sides():
    first, second = {"a": 5, "b": 2}, {"b": 7, "c": 1}
    there = {one.word: one.z for one in log_odds(first, second)}
    back = {one.word: one.z for one in log_odds(second, first)}
    assert there == pytest.approx({word: -z for word, z in back.items()})
    assert log_odds({}, second) == []
    assert log_odds({}, {}) == []
