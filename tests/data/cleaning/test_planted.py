import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path
from random import Random

import planted
import pytest
from faker import Faker
from planted import identities as make
from planted.templates import WORDS, render, words

KINDS = {
    "zh": words("""phone id_card email url wechat qq bank_card record_number birth_date address patient_name
doctor_name hospital"""),
    "en": words("phone ssn email url bank_card record_number birth_date address patient_name doctor_name hospital"),
}


@pytest.fixture(scope="module", params=planted.PARTS)
def texts(request):
    return planted.generate(request.param)


def plain(text: str) -> str:
    """Full-width and circled characters as ASCII, without what stands between letters and digits."""
    return re.sub(r"[^0-9A-Za-z一-鿿〇]", "", unicodedata.normalize("NFKC", text))


def test_every_kind_and_part_reaches_its_number(texts):
    counts = Counter((text.language, span.kind) for text in texts for span in text.spans)
    assert counts.total() >= 5000
    assert set(counts) == {(language, kind) for language, kinds in KINDS.items() for kind in kinds}
    assert min(counts.values()) >= 300


def test_hard_negatives_reach_their_number_in_every_topic(texts):
    topics = Counter((text.language, text.topic) for text in texts if text.is_negative)
    assert topics.total() == 6000
    assert set(topics) == set(planted.PARTS[texts[0].part].NEGATIVES)
    assert min(topics.values()) >= 300


def test_all_texts_of_a_part_are_different(texts):
    assert len({text.text for text in texts}) == len(texts)


def test_spans_stand_in_order_and_hold_something_that_identifies(texts):
    for text in texts:
        last = 0
        for start, end, _ in text.spans:
            assert last <= start < end <= len(text.text)
            assert any(char.isalnum() for char in text.text[start:end])
            assert text.text[start:end] == text.text[start:end].strip()
            last = end
        assert len(text.spans) == len(text.formats)


def test_no_markup_of_the_templates_is_left(texts):
    assert not [text.text for text in texts if re.search(r"[‹›{}⏎\[\]]", text.text)]


def test_what_a_span_holds_looks_like_its_kind(texts):
    """Independent of the generator: a look at the characters between start and end."""
    numeral = "0-9〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
    shapes = {
        "id_card": re.compile(rf"[{numeral}]{{15,17}}|[{numeral}]{{17}}[{numeral}Xx]"),
        "qq": re.compile(rf"[{numeral}]{{5,11}}"),
        "bank_card": re.compile(r"\d{15,19}"),
        "ssn": re.compile(r"\d{9}"),
        "birth_date": re.compile(r".*\d.*|[〇零一二三四五六七八九]{2,4}年.+"),
        "hospital": re.compile(r".*(医院|保健院|卫生院|服务站|Hospitals?|MedicalCenter|Clinic|Trust)"),
        "patient_name": re.compile(r"\D{1,40}"),
        "doctor_name": re.compile(r"\D{1,40}"),
    }
    odd = [
        (span.kind, text.text[span.start : span.end])
        for text in texts
        for span in text.spans
        if span.kind in shapes and not shapes[span.kind].fullmatch(plain(text.text[span.start : span.end]))
    ]
    accents = {"Szczepański", "Müller"}
    assert [
        (kind, value) for kind, value in odd if not (value in accents or (not value.isascii() and "name" in kind))
    ] == []


def test_hard_negatives_hold_no_plain_mobile_mail_or_link(texts):
    found = re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d|/L)|\w@\w+\.\w|https?:|www\.")
    assert [text.text for text in texts if text.is_negative and found.search(text.text)] == []


@pytest.mark.parametrize(("one", "other"), list(combinations(planted.PARTS, 2)))
def test_two_parts_share_no_sentence_and_no_text(one, other):
    for language in ("zh", "en"):
        opened, kept = (planted.PARTS[part].CARRIERS[language] for part in (one, other))
        assert opened.CLAUSES.keys() == kept.CLAUSES.keys()
        for kind in opened.CLAUSES:
            lines = [each.CLAUSES[kind].split("\n") for each in (opened, kept)]
            assert not set(lines[0]) & set(lines[1])
            assert all(len(set(each)) == len(each) for each in lines)
        assert not set(opened.NEUTRAL.split("\n")) & set(kept.NEUTRAL.split("\n"))
    negatives = [
        {line for block in planted.PARTS[part].NEGATIVES.values() for line in block.split("\n")}
        for part in (one, other)
    ]
    assert not negatives[0] & negatives[1]
    texts = [{text.text for text in planted.generate(part, per_kind=50, negatives=600)} for part in (one, other)]
    assert not texts[0] & texts[1]


def test_formats_of_numbers_and_addresses_differ_between_the_parts():
    opened, kept = (planted.PARTS[part].FORMATS for part in ("open", "held_out"))
    assert opened.keys() == kept.keys()
    shared = {
        (*key, name) for key in opened for name in opened[key].keys() & kept[key].keys() if "name" not in key[1]
    } - {("zh", "bank_card", "wrong checksum")}
    different = {("zh", "qq", "spaced"), ("zh", "url", "upper case")}
    assert shared - different == set()


def test_two_in_three_held_out_identities_are_in_a_held_out_format():
    kept = planted.PARTS["held_out"].FORMATS
    only = {key: set(kept[key]) - set(planted.PARTS["open"].FORMATS[key]) for key in kept}
    texts = planted.generate("held_out", negatives=0)
    hits = [
        style in only[text.language, span.kind]
        for text in texts
        for span, style in zip(text.spans, text.formats, strict=True)
        if "name" not in span.kind
    ]
    assert 0.6 < sum(hits) / len(hits) < 0.72


@pytest.mark.parametrize("part", planted.WRITTEN_AS_MOST_DO)
def test_at_least_every_second_identity_of_the_later_parts_is_written_as_most_people_write_it(part):
    first = {style for written in planted.PARTS[part].FORMATS.values() for style in list(written)[:1]}
    texts = planted.generate(part, negatives=0)
    hits = [style in first for text in texts for style in text.formats]
    assert 0.5 < sum(hits) / len(hits) < 0.72


@pytest.mark.parametrize("part", ["held_out_4", "held_out_5", "held_out_6"])
def test_no_single_sentence_or_word_decides_a_figure_of_the_last_kept_parts(part):
    blocks = [block.split("\n") for block in planted.PARTS[part].NEGATIVES.values()]
    for language in ("zh", "en"):
        blocks += [block.split("\n") for block in planted.PARTS[part].CARRIERS[language].CLAUSES.values()]
    assert min(map(len, blocks)) >= 25
    lines = Counter(line for block in blocks for line in block)
    assert max(lines.values()) == 1
    for name in words("drug_zh patent_zh herb_zh formula_zh eponym_zh drug_en herb_en eponym_en"):
        listed = WORDS[f"{name}_{part[-1]}"]
        assert len(set(listed)) >= 60
        assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("part", ["held_out_5", "held_out_6"])
def test_no_full_name_or_number_of_the_last_kept_parts_stands_in_their_hard_negatives(part):
    texts = planted.generate(part)
    values = {text.text[span.start : span.end] for text in texts for span in text.spans}
    full = {value for value in values if (len(value) >= 3 and not value.isascii()) or " " in value or len(value) >= 10}
    assert len(full) > 3000
    dates = re.compile(r"[\d年月日./ -]+")  # a day of a visit may be somebody's day of birth as well
    full = {value for value in full if "年" not in value}
    full = {value for value in full if not dates.fullmatch(value) or len(plain(value)) >= 10}
    held = "\n".join(text.text for text in texts if text.is_negative)
    assert [value for value in full if value in held] == []


def test_hard_negatives_of_a_part_are_of_many_kinds():
    for part in planted.PARTS:
        assert sum(len(set(block.split("\n"))) for block in planted.PARTS[part].NEGATIVES.values()) >= 180


def test_the_same_seed_gives_the_same_texts_and_another_gives_others():
    first, again, other = (planted.generate("open", seed, per_kind=5, negatives=40) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_texts_do_not_depend_on_the_process():
    code = "import planted, zlib; print(zlib.crc32(repr(planted.generate('held_out', 1, 5, 40)).encode()))"
    sums = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=Path(__file__).parent, env=environment, capture_output=True, check=True)
        sums.add(done.stdout)
    assert len(sums) == 1


def test_an_unknown_part_is_named():
    with pytest.raises(ValueError, match="part is 'closed'; it is one of open, held_out"):
        planted.generate("closed")


def test_identity_numbers_have_the_checksum_they_say():
    def remainder(number: str) -> int:
        values = [10 if char == "X" else int(char) for char in number]
        return sum(value * pow(2, 17 - place, 11) for place, value in enumerate(values)) % 11

    assert remainder("11010519491231002X") == 1  # the example of GB 11643-1999
    rng = Random(1)
    assert {remainder(make.id_number(rng)) for _ in range(200)} == {1}
    assert 1 not in {remainder(make.id_number(rng, wrong=True)) for _ in range(200)}
    assert make.id_number_with_x(rng).endswith("X")
    assert len(make.old_id_number(rng)) == 15


@pytest.mark.parametrize("length", [16, 17, 19])
def test_bank_numbers_pass_luhn(length):
    number = make.bank_number(Random(2), length)
    doubled = "0246813579"
    total = sum(int(doubled[int(digit)] if place % 2 else digit) for place, digit in enumerate(reversed(number)))
    assert len(number) == length
    assert total % 10 == 0


def test_a_template_is_filled_and_its_spans_are_where_the_values_are():
    values = {"patient_name": planted.Value("张伟", 0, 2, "two"), "phone": planted.Value("+86 138", 4, 7, "+86")}
    text, spans, formats = render(
        "我叫{patient_name#a}，{7-7}天⏎{phone}，{patient_name#a}", Random(0), "zh", lambda name: values[name]
    )
    assert text == "我叫张伟，7天\n+86 138，张伟"
    assert [(text[start:end], kind) for start, end, kind in spans] == [
        ("张伟", "patient_name"),
        ("138", "phone"),
        ("张伟", "patient_name"),
    ]
    assert formats == ["two", "+86", "two"]


def test_a_tagged_slot_draws_once():
    draws = iter(("王", "李"))
    text, _, _ = render(
        "{doctor_name#a}，{doctor_name#a}，{doctor_name}",
        Random(0),
        "zh",
        lambda _: planted.Value(next(draws), 0, 1, "x"),
    )
    assert text == "王，王，李"


def test_numbers_with_nothing_between_are_kept_apart():
    assert planted.runs_together("体温38.5", "13812345678", "")
    assert planted.runs_together("day 9", "415 555 0132", " ")
    assert not planted.runs_together("体温38.5", "13812345678", "，")
    assert not planted.runs_together("张伟", "头痛", "")
    assert not planted.runs_together("worse at night", "Call me", " ")


def test_surnames_before_a_title_are_no_function_words():
    fake = Faker("zh_CN")
    fake.seed_instance(5)
    drawn = {make.surname(Random(0), fake) for _ in range(3000)}
    assert len(drawn) > 100
    assert not drawn & set("和时由但从向于")
