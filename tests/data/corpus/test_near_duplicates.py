import itertools
import random

import numpy as np
import pytest

from medtune.data.cleaning.deduplicate import bands_for, connect
from medtune.data.cleaning.truncate import length
from medtune.data.compose import plain
from medtune.data.corpus.features import Texts, count_words, features, minhash, plain_texts
from medtune.data.corpus.near_duplicates import Comparer, matches, near_duplicate_links
from medtune.data.records import Record, Turn

ALPHABET = [chr(0x4E00 + place) for place in range(600)]


def record(number, asked, answered, turns=()):
    turns = [Turn("doctor", text) for text in turns]
    return Record(str(number), "x", "zh", "question-answer", description=asked, reply=answered, turns=turns)


def planted(rows, seed):
    """Records of which two thirds have copies with some characters exchanged, in the question or the answer."""
    rng = random.Random(seed)
    made = []
    while len(made) < rows:
        asked, answered = ("".join(rng.choices(ALPHABET, k=rng.randint(20, 120))) for _ in range(2))
        made.append((asked, answered))
        for _ in range(rng.randint(0, 3)):
            text = list(asked + answered)
            for _ in range(rng.randint(1, 5)):
                text[rng.randrange(len(text))] = rng.choice(ALPHABET)
            made.append(("".join(text[: len(asked)]), "".join(text[len(asked) :])))
    return [record(number, *texts) for number, texts in enumerate(made[:rows])]


def grams(*texts):
    return {text[place : place + 5] for text in map(plain, texts) for place in range(len(text) - 4)}


def jaccard(left, right):
    return len(left & right) / len(left | right) if left | right else 0.0


def search(records, threshold, tmp_path):
    """Find links over two shards, as a run does."""
    half = len(records) // 2
    tables, files = [], []
    for number, piece in enumerate((records[:half], records[half:])):
        table, plains = features(piece, 0, threshold)
        files.append(tmp_path / str(number))
        files[-1].write_bytes(plains)
        tables.append(table)
    texts = Texts(files, [table["ends"] for table in tables])
    whole = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
    return texts, whole


@pytest.mark.parametrize("threshold", [0.8, 0.9])
def test_recall_and_precision_against_brute_force(tmp_path, threshold):
    records = planted(200, seed=int(threshold * 10))
    texts, table = search(records, threshold, tmp_path)
    bands, _ = bands_for(threshold)
    lengths = table["sizes"].sum(axis=1)
    links = near_duplicate_links(
        lambda band: table["row_keys"][:, band], bands, table["sketch"], lengths, Comparer(texts), threshold
    )
    sets = [grams(one.description, one.reply) for one in records]
    pairs = itertools.combinations(range(len(records)), 2)
    true = {(a, b) for a, b in pairs if jaccard(sets[a], sets[b]) >= threshold}
    clusters = connect(len(records), links)
    assert len(true) > 15
    assert all(jaccard(sets[a], sets[b]) >= threshold for a, b in links)
    found = sum(clusters[a] == clusters[b] for a, b in true)
    assert found / len(true) >= 0.99
    texts.close()


def test_matches_against_brute_force_by_question(tmp_path):
    records = planted(200, seed=5)
    texts, table = search(records, 0.8, tmp_path)
    wanted, among = np.arange(0, 200, 2), np.arange(1, 200, 2)
    bands, _ = bands_for(0.8)
    keys = table["question_keys"]
    match = matches(lambda band: keys[:, band], bands, wanted, among, Comparer(texts, (0,)), 0.8)
    sets = [grams(one.description) for one in records]
    true = [any(jaccard(sets[a], sets[b]) >= 0.8 for b in among) for a in wanted]
    assert sum(true) > 20
    assert all(jaccard(sets[a], sets[b]) >= 0.8 for a, b in zip(wanted, match, strict=True) if b >= 0)
    assert sum((match >= 0) & true) / sum(true) >= 0.99
    texts.close()


def test_links_are_kept_band_by_band(tmp_path):
    records = planted(100, seed=1)
    texts, table = search(records, 0.8, tmp_path)
    bands, _ = bands_for(0.8)
    asked = []

    def links(folder):
        def keys(band):
            asked.append(band)
            return table["row_keys"][:, band]

        lengths = table["sizes"].sum(axis=1)
        return near_duplicate_links(keys, bands, table["sketch"], lengths, Comparer(texts), 0.8, folder)

    whole = links(tmp_path)
    (tmp_path / f"links-{bands - 1:02d}.npy").unlink()
    asked.clear()
    assert np.array_equal(links(tmp_path), whole)
    assert asked == [bands - 1]


def test_signatures_estimate_the_similarity_without_bias():
    rng = random.Random(0)
    errors = []
    for shared in (20, 60, 100, 140, 180):
        common = "".join(rng.choices(ALPHABET, k=shared))
        one, two = (common + "".join(rng.choices(ALPHABET, k=200 - shared)) for _ in range(2))
        first, second = minhash([one, two])
        errors.append((first == second).mean() - jaccard(grams(one), grams(two)))
    assert max(map(abs, errors)) < 0.15
    assert abs(np.mean(errors)) < 0.04


def test_the_minimum_of_signatures_is_that_of_the_union():
    rng = random.Random(1)
    one, two = ("".join(rng.choices(ALPHABET, k=80)) for _ in range(2))
    first, second, joined = minhash([one, two, one + two])
    union = np.minimum(first, second)
    # The joined text has four 5-grams more, across the seam.
    assert (union == joined).mean() > 0.9
    assert (minhash(["四个字啊"]) == 2**32 - 1).all()


def test_texts_of_a_row_come_back(tmp_path):
    records = [record(0, "头痛 3天", "多 休息", ["再问一句。"]), record(1, "", "只有回答"), record(2, "𠮷", None)]
    texts, _ = search(records, 0.8, tmp_path)
    assert [texts.row(row) for row in range(3)] == [
        ("头痛3天", "多休息", "再问一句"),
        ("", "只有回答", ""),
        ("𠮷", "", ""),
    ]
    texts.close()


STRANGE = [
    "",
    "Hello  World_1 2.5mg/kg",
    "头痛3天， ABC def。\n第二",
    "𠮷野家𝒜b",
    "İstanbul ΣΑΣ",
    "\ud800x",
    "　全角　空格",
]


def test_texts_at_once_are_as_one_by_one():
    assert plain_texts(STRANGE) == [plain(text) for text in STRANGE]
    assert plain_texts([]) == []
    assert plain_texts(["a\0b", "c"]) == ["ab", "c"]
    assert count_words([*STRANGE, None]).tolist() == [*map(length, STRANGE), 0]
