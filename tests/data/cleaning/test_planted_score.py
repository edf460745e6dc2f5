import re

import planted
import pytest
from planted import Planted
from planted.score import Row, as_markdown, misses, score, survivors
from planted.templates import Span

TEXT = "我叫张伟，电话138 1234 5678。体温38"
NAME, PHONE = Span(2, 4, "patient_name"), Span(7, 20, "phone")
ONE = Planted(TEXT, (NAME, PHONE), ("two", "spaced"), "zh", "open", "identities")


def negative(text: str) -> Planted:
    return Planted(text, (), (), "zh", "open", "doses")


def cells(rows: list[Row]) -> dict[tuple[str, str], tuple[int, int]]:
    return {(row.measure, row.name): (row.count, row.of) for row in rows if row.language == "zh"}


def test_wilson_interval_by_hand():
    # z = 1.95996, z² = 3.84146; centre (.9 + z²/20) / (1 + z²/10) = .78898;
    # half width z √(.009 + z²/400) / (1 + z²/10) = .19314
    assert Row("recall", "phone", "zh", "open", 9, 10).interval == pytest.approx((0.59584, 0.98212), abs=1e-5)
    # no miss: the lower end is n / (n + z²)
    assert Row("recall", "phone", "zh", "open", 300, 300).interval == pytest.approx((300 / 303.84146, 1.0), abs=1e-7)


def test_table_by_hand():
    texts = [ONE, negative("每日3次"), negative("每次2片"), negative("5mg"), negative("10mg")]
    answers = {TEXT: "我叫[患者1]，电话[电话] 5678。体温[数]", "每次2片": "每次[数]片"}
    assert cells(score(texts, lambda text: answers.get(text, text))) == {
        ("recall", "patient_name"): (1, 1),
        ("recall", "phone"): (0, 1),
        ("recall", "names"): (1, 1),
        ("recall", "structured"): (0, 1),
        ("recall", "all"): (1, 2),
        ("masked outside", "characters"): (2, 8),
        ("changed negatives", "doses"): (1, 4),
        ("changed negatives", "all"): (1, 4),
    }


@pytest.mark.parametrize(
    ("output", "left"),
    [
        (TEXT, TEXT),
        ("我叫[a]，电话[b]。体温38", "我叫，电话。体温38"),
        ("我叫[a][b]体温38", "我叫体温38"),
        ("[a]", ""),
        ("[a]38", "38"),
        ("我叫[a]，电话[b]8[c]。体温38", "我叫，电话8。体温38"),
        ("我叫張偉，电话[b]。体温38", "我叫，电话。体温38"),
        (("whatever", [(2, 4), (7, 20, "phone")]), "我叫，电话。体温38"),
    ],
)
def test_what_survives(output, left):
    kept = survivors(TEXT, output)
    assert "".join(char for place, char in enumerate(TEXT) if place in kept) == left


def test_separators_that_are_left_do_not_count():
    rows = cells(score([ONE], lambda _: "我叫[n]，电话[a] [b] [c]。体温38"))
    assert rows["recall", "phone"] == (1, 1)


def test_one_digit_that_is_left_counts():
    rows = cells(score([ONE], lambda _: "我叫[n]，电话[a]8。体温38"))
    assert rows["recall", "phone"] == (0, 1)


def test_another_placeholder_can_be_told():
    rows = cells(score([ONE], lambda _: "我叫<NAME>，电话<PHONE>。体温38", re.compile("<[A-Z]+>")))
    assert rows["recall", "all"] == (2, 2)
    assert rows["masked outside", "characters"] == (0, 8)


def test_misses_name_the_span_and_its_format():
    found = list(misses([ONE], lambda text: text.replace("张伟", "[n]")))
    assert [(text.text[span.start : span.end], style) for text, span, style, _ in found] == [
        ("138 1234 5678", "spaced")
    ]


@pytest.fixture(scope="module")
def texts() -> list[Planted]:
    return [text for part in planted.PARTS for text in planted.generate(part, per_kind=60, negatives=300)]


def perfect(texts: list[Planted]):
    spans = {text.text: text.spans for text in texts}

    def masked(text: str) -> str:
        pieces, last = [], 0
        for start, end, kind in spans[text]:
            pieces += [text[last:start], f"[{kind} 1]"]
            last = end
        return "".join(pieces) + text[last:]

    return masked


def test_a_perfect_anonymiser_misses_nothing_and_masks_nothing_else(texts):
    rows = score(texts, perfect(texts))
    assert all(row.count == (row.of if row.measure == "recall" else 0) for row in rows)
    assert {row.name for row in rows if row.measure == "recall"} >= {"structured", "names", "all", "ssn", "id_card"}


def test_the_masked_text_alone_scores_as_the_spans_do(texts):
    some = {text.text: [span for span in text.spans if span.kind != "phone"] for text in texts}
    by_spans = score(texts, lambda text: (text, some[text]))
    by_text = score(texts, lambda text: perfect([Planted(text, tuple(some[text]), (), "zh", "open", "")])(text))
    assert by_text == by_spans
    assert {row.count for row in by_spans if (row.measure, row.name) == ("recall", "phone")} == {0}


def test_doing_nothing_finds_nothing(texts):
    assert {row.count for row in score(texts, lambda text: text)} == {0}


def test_masking_everything_shows(texts):
    assert all(row.count == row.of for row in score(texts, lambda _: "[x]"))


def test_the_table_is_markdown():
    lines = as_markdown(score([ONE, negative("5mg")], lambda text: text.replace("张伟", "[n]"))).split("\n")
    assert "| recall | patient_name | zh | open | 1 | 1 | 100.00 | 20.65-100.00 |" in lines
    assert "| changed negatives | doses | zh | open | 0 | 1 | 0.00 | 0.00-79.35 |" in lines
