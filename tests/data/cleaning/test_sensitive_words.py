import pickle

import pytest

from medtune.data.cleaning.sensitive_words import FLAG, Options, SensitiveWords, WordList, Words
from medtune.data.records import Record, Turn


def record(*said: str) -> Record:
    return Record("a:b:1", "a", "zh", "dialogue", turns=[Turn("patient", text) for text in said])


@pytest.mark.parametrize(
    "text",
    [
        "阴道出血三天，外阴瘙痒，白带多，性生活后加重，阴茎勃起困难，肛门疼痛，乳房胀痛",
        "吸毒史二年，曾用海洛因，艾滋病检测阴性，自慰频繁，流产后",
        "The skin prick test was positive; vaginal discharge, erectile dysfunction, anal fissure, breast pain.",
        "Mental retardation, cocktail, Scunthorpe, assess the grapes",
        "否认自杀史，症状减轻生活如常",
    ],
)
def test_anatomy_sexual_health_and_addiction_stay(text):
    step = SensitiveWords(Options())
    before = record(text)
    assert step(before) is before
    assert not step.counts


def test_offence_is_masked_letter_by_letter():
    step = SensitiveWords(Options())
    result = step(record("你他妈的会看病吗", "This FUCKING pain", "ＳＨＩＴ"))
    assert [turn.text for turn in result.turns] == ["你***会看病吗", "This ******* pain", "****"]
    assert step.counts == {"profanity: mask": 3}
    assert step(result) is result


def test_unlawful_trade_is_a_reason():
    step = SensitiveWords(Options())
    assert step(record("头痛", "有人卖肾吗")) == "sensitive words: illegal trade"
    assert step.counts == {"illegal trade: drop": 1}


def test_despair_is_noted_and_kept():
    step = SensitiveWords(Options())
    result = step(record("痛得不想活了", "祖传秘方有用吗"))
    assert result.meta[FLAG] == "advertising,despair"
    assert [turn.text for turn in result.turns] == ["痛得不想活了", "祖传秘方有用吗"]
    assert step(result) is result


def test_the_recipe_changes_an_action():
    assert SensitiveWords(Options(actions={"despair": "drop"}))(record("想自杀")) == "sensitive words: despair"
    before = record("卖肾")
    assert SensitiveWords(Options(actions={"illegal trade": "keep"}))(before) is before


def test_a_user_list_extends_and_overrides(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("\ufeff# ours\nAcme\n神医\n\n", encoding="utf-8")
    options = Options(lists=[WordList(path=str(path), category="brands", action="mask")], allowed=["小神医"])
    words = Words(options)
    assert words.mask("神医和小神医，acme acmes") == "**和小神医，**** acmes"
    assert Words(Options(shipped=False)).mask("他妈的") == "他妈的"


def test_the_longest_word_counts():
    assert [hit[:2] for hit in Words(Options()).find("son of a bitch")] == [(0, 14)]


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "cannot be read"), (b"\xff\xfe\xff", "cannot be read"), (b"# nothing\n", "holds no word")],
)
def test_a_list_that_cannot_be_used_is_an_error(tmp_path, content, message):
    path = tmp_path / "words.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        Words(Options(lists=[WordList(path=str(path), category="ours", action="drop")]))


def test_an_unknown_category_names_those_there_are():
    with pytest.raises(ValueError, match=r"no category swearing; there are profanity, slurs"):
        Words(Options(actions={"swearing": "mask"}))


def test_options_travel_to_worker_processes():
    options = Options(actions={"despair": "drop"})
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301
