import re
from collections import Counter, defaultdict

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

from medtune.data.records import Record
from medtune.data.sources.synthetic import Options, _bank, read

ROWS = 6_000


@pytest.fixture(scope="module")
def records():
    return list(read(ROWS, seed=0))


def test_a_row_depends_on_its_seed_and_number_alone():
    assert list(read(20, seed=3)) == list(read(50, seed=3))[:20]
    assert [record.description for record in read(20, seed=3)] != [record.description for record in read(20, seed=4)]


def test_rows_stay_what_they_are():
    first = next(read(1, seed=0))

    assert first.department == "皮肤科"
    assert first.description == "本人男17岁，脸上长痘一年多了，同事打喷嚏查出过敏性鼻炎，我有点怕。怎么办才好？"


def test_template_replies_change_nothing_else():
    plain, templated = (list(read(2000, seed=0, template_replies=share)) for share in (0, 0.2))
    changed = [number for number in range(2000) if plain[number] != templated[number]]
    assert 350 < len(changed) < 450
    assert {templated[number].reply for number in changed} == set(_bank()["templates"])
    for number in changed:
        before, after = plain[number], templated[number]
        assert after.meta.pop("template_reply") == "true"
        assert after.turns[1].text == after.reply
        after.reply = after.turns[1].text = before.reply
        assert after == before
    assert all(record.reply in _bank()["templates"] for record in read(50, template_replies=1))


def test_every_row_says_that_it_is_synthetic(records):
    assert all(isinstance(record, Record) for record in records)
    assert {record.source for record in records} == {"synthetic"}
    assert {record.meta["synthetic"] for record in records} == {"true"}
    assert [record.id for record in records[:2]] == ["synthetic:0:0", "synthetic:0:1"]
    assert len({record.id for record in records}) == len({record.group for record in records}) == ROWS


def test_row_survives_the_table(records):
    assert Record.from_row(records[0].as_row()) == records[0]


def test_turns_hold_description_and_reply(records):
    for record in records:
        assert [turn.role for turn in record.turns] == ["patient", "doctor"] * (len(record.turns) // 2)
        assert (record.turns[0].text, record.turns[1].text) == (record.description, record.reply)
    assert 0.3 < np.mean([len(record.turns) == 4 for record in records]) < 0.4


def test_texts_are_varied_and_of_the_length_of_real_ones(records):
    assert len({record.description for record in records}) > 0.995 * ROWS
    assert len({record.reply for record in records}) > 0.98 * ROWS
    assert 35 < np.median([len(record.description) for record in records]) < 55
    assert 60 < np.median([len(record.reply) for record in records]) < 85


def test_texts_are_whole_sentences(records):
    broken = re.compile(r"[，。？、 ][，。？、]|^，|[{}/]|None|我我|了了")
    for record in records:
        for turn in record.turns:
            assert not broken.search(turn.text), turn.text


def test_reply_answers_the_patient(records):
    for record in records:
        assert f"{record.meta['duration']}了" in record.reply
        assert record.meta["duration"] in record.description
    asked = [record for record in records if "该挂什么科" in record.description]
    assert len(asked) > ROWS / 12
    assert all(f"可以挂{record.department}的号" in record.reply for record in asked)


def test_men_and_children_have_no_gynaecological_complaints(records):
    told = re.compile("月经|例假|白带|痛经|盆腔炎")
    for record in records:
        if re.search(r"(^|，|。| )本?人?男|我儿子|我爸|爷爷", record.description) and "查出" not in record.description:
            assert not told.search(record.description), record.description


def test_patients_of_paediatrics_are_children(records):
    ages = [int(record.meta["age"].rstrip("岁")) for record in records if record.department == "儿科"]
    assert max(ages) < 14


def test_the_hidden_disease_is_not_written_by_its_patient(records):
    named = [record for record in records if record.disease in record.description]
    assert len(named) < 0.01 * ROWS, [record.description for record in named[:3]]


def test_majority_class_is_at_most_15_percent(records):
    counts = Counter(record.department for record in records)
    assert len(counts) == 10
    assert max(counts.values()) <= 0.15 * ROWS


def test_keyword_rule_is_at_most_75_percent(records):
    """A complaint of the generator's own bank found in the text is a vote, shared by the departments that know it."""
    known = defaultdict(set)
    for name, department in _bank()["departments"].items():
        for condition in department["conditions"]:
            for forms in condition["symptoms"] + condition["common"]:
                for form in forms:
                    known[form].add(name)

    def accuracy(keywords):
        right = 0
        for record in records:
            votes = Counter()
            for keyword, names in keywords.items():
                if keyword in record.description:
                    votes.update(dict.fromkeys(names, 1 / len(names)))
            right += bool(votes) and votes.most_common(1)[0][0] == record.department
        return right / ROWS

    telling = {keyword: names for keyword, names in known.items() if len(names) == 1}
    assert 0.5 < accuracy(telling) <= 0.75
    assert 0.5 < accuracy(known) <= 0.75


@pytest.mark.parametrize("seed", [0, 1])
def test_character_svm_is_at_most_90_percent(seed):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    rows = list(read(ROWS, seed=seed))
    texts, departments = [row.description for row in rows], [row.department for row in rows]
    svm = make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 3)), LinearSVC())
    svm.fit(texts[:4800], departments[:4800])

    assert 0.7 < svm.score(texts[4800:], departments[4800:]) <= 0.90


def test_options():
    options = TypeAdapter(Options).validate_python({"source": "synthetic", "rows": 5})
    assert len(list(read(options.rows, options.seed))) == 5
    with pytest.raises(ValidationError, match="greater than or equal to 1"):
        Options(source="synthetic", rows=0)
