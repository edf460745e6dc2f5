import itertools
import random

import numpy as np
import pytest

from medtune.data.cleaning.deduplicate import bands_for, connect, duplicate_links, jaccard
from medtune.data.compose import plain

ALPHABET = [chr(0x4E00 + place) for place in range(800)]


def brute_force(texts, threshold):
    """All pairs by exact Jaccard, with sets built here and nothing of the module under test."""
    grams = [{t[i : i + 5] for i in range(len(t) - 4)} for t in map(plain, texts)]
    return {
        (a, b)
        for a, b in itertools.combinations(range(len(texts)), 2)
        if grams[a] and grams[b] and len(grams[a] & grams[b]) / len(grams[a] | grams[b]) >= threshold
    }


def planted(rows, seed):
    """Texts of which two thirds have copies with one to eight characters exchanged, dropped or put in."""
    rng = random.Random(seed)
    texts = []
    while len(texts) < rows:
        text = rng.choices(ALPHABET, k=rng.randint(20, 200))
        texts.append("".join(text))
        for _ in range(rng.randint(0, 3)):
            copy = list(text)
            for _ in range(rng.choice((1, 1, 2, 4, 8))):
                place = rng.randrange(len(copy))
                copy[place : place + 1] = rng.choice(([], [rng.choice(ALPHABET)], rng.choices(ALPHABET, k=2)))
            texts.append("".join(copy))
    rng.shuffle(texts)
    return texts


@pytest.mark.parametrize("threshold", [0.5, 0.8, 0.9])
def test_links_are_those_of_brute_force(threshold):
    texts = planted(400, seed=int(threshold * 100))
    true = brute_force(texts, threshold)
    assert len(true) > 20
    links = {tuple(sorted(pair)) for pair in duplicate_links(texts, threshold).tolist()}
    assert links <= true  # each link is verified exactly
    labels = connect(len(texts), np.array(sorted(links)))
    joined = [labels[a] == labels[b] for a, b in true]
    assert np.mean(joined) >= 0.99


def test_recall_at_the_threshold_itself():
    # Texts of 80 characters with one exchanged near an end share few enough 5-grams to lie close to 0.8.
    rng = random.Random(5)
    texts, pairs = [], 0
    for _ in range(300):
        text = rng.choices(ALPHABET, k=48)
        texts.append("".join(text))
        text[rng.randrange(10, 38)] = "〇"
        texts.append("".join(text))
        pairs += 1
    links = duplicate_links(texts, 0.79)
    assert jaccard(texts[0], texts[1]) == pytest.approx(39 / 49)  # 5 of 44 5-grams differ
    assert len(links) >= 0.99 * pairs


def test_exact_duplicates_ignore_case_blanks_and_punctuation():
    texts = ["头痛三天，发热。", "咳嗽", "头痛 三天发热", "", "？！", "ＡBC头", "ａbc头", "Abc头", "abc，头"]
    assert duplicate_links(texts, None).tolist() == [[0, 2], [5, 6], [7, 8]]


def test_short_texts_are_left_alone_below_min_characters():
    assert duplicate_links(["如题", "如题"], 0.8).tolist() == [[0, 1]]
    assert len(duplicate_links(["如题", "如题"], 0.8, min_characters=20)) == 0


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.7, 0.8, 0.9, 0.99])
def test_bands_miss_hardly_a_pair(threshold):
    bands, rows = bands_for(threshold)
    assert bands * rows <= 128
    assert (1 - threshold**rows) ** bands <= 1e-3


def test_a_large_cluster_of_one_template_stays_cheap():
    rng = random.Random(3)
    template = "".join(rng.choices(ALPHABET, k=150))
    texts = [template + "".join(rng.choices(ALPHABET, k=3)) for _ in range(1500)]
    links = duplicate_links(texts, 0.8)
    assert len(np.unique(connect(len(texts), links))) == 1
    assert len(links) < 20 * len(texts)  # not the 1.1 million pairs there are


def test_lone_surrogates_do_not_stop_it():
    assert len(duplicate_links(["头痛\ud800发热三天了", "头痛\ud800发热三天了呢", "没有别的不舒服"], 0.5)) == 1


def test_nothing_at_all():
    assert duplicate_links([], 0.8).shape == (0, 2)
    assert connect(3, np.empty((0, 2), dtype=np.int64)).tolist() == [0, 1, 2]


def test_the_same_links_in_every_run():
    texts = planted(200, seed=9)
    assert np.array_equal(duplicate_links(texts, 0.8), duplicate_links(texts, 0.8))
