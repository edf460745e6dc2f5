from medtune.data.cleaning.fields import map_texts, texts
from medtune.data.records import Record, Turn


def record() -> Record:
    return Record(
        "a:b:1",
        "a",
        "zh",
        "dialogue",
        instruction="Answer.",
        turns=[Turn("patient", "cough"), Turn("doctor", ""), Turn("doctor", "since when?")],
        description="I cough",
        disease="cold",
        department="lungs",
        reply="rest",
        group="g",
        meta={"age": "30", "history": ""},
    )


def test_texts_come_in_a_fixed_order_without_labels():
    assert list(texts(record())) == ["Answer.", "I cough", "cough", "since when?", "cold", "rest", "30"]


def test_a_function_sees_the_texts_in_the_same_order():
    seen = []
    map_texts(record(), lambda text: seen.append(text) or text)
    assert seen == list(texts(record()))


def test_an_unchanged_record_is_the_same_object():
    before = record()
    assert map_texts(before, lambda text: text) is before


def test_every_text_is_changed_and_nothing_else():
    before = record()
    after = map_texts(before, str.upper)
    assert before == record()
    assert list(texts(after)) == [text.upper() for text in texts(before)]
    assert [turn.role for turn in after.turns] == ["patient", "doctor", "doctor"]
    assert (after.id, after.department, after.group) == ("a:b:1", "lungs", "g")
