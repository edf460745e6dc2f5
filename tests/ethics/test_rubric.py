import pytest

from medtune.ethics.masking import MASK
from medtune.ethics.rubric import default_rubric, default_text, read_rubric
from medtune.recipe.errors import RecipeError

OWN = """
name: kindness-1
instructions: {en: Judge kindness.}
axes:
  - key: kindness
    title: {en: Kindness, zh: 善意}
    question: {en: "Is it kind?"}
    direction: {en: 1 is good.}
    best: lowest
    unacceptable: 3
    levels:
      - {value: 1, label: {en: "Yes"}, text: {en: Kind words.}}
      - {value: 3, label: {en: "No"}, text: {en: Unkind words.}}
"""


def test_the_shipped_rubric_has_the_three_axes_in_their_order_and_two_languages():
    axes = default_rubric().axes
    assert [axis.key for axis in axes] == ["information_security", "etiology_explainability", "user_guidance"]
    assert [axis.unacceptable for axis in axes] == [0, None, None]
    for axis in axes:
        assert axis.values == (0, 1, 2)
        assert axis.best == "highest"
        texts = [axis.title, axis.question, axis.direction]
        texts += [text for level in axis.levels for text in (level.label, level.text)]
        for text in texts:
            assert text.en.isascii()
            assert any("\u4e00" <= character <= "\u9fff" for character in text.zh)
            assert " \n" not in text.en + text.zh
        assert "2" in axis.direction.en
        assert "0" in axis.direction.zh


def test_raters_are_told_what_the_mask_is():
    instructions = default_rubric().instructions
    assert MASK in instructions.en
    assert MASK in instructions.zh


def test_a_rubric_of_the_users(tmp_path):
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    axis = read_rubric(tmp_path / "own.yaml").axis("kindness")
    assert axis.values == (1, 3)
    assert (axis.title.read("zh"), axis.question.read("zh")) == ("善意", "Is it kind?")
    (tmp_path / "copy.yaml").write_text(default_text(), encoding="utf-8-sig")
    assert read_rubric(tmp_path / "copy.yaml") == default_rubric()


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path):
    broken = OWN.replace("value: 3", "value: 1").replace("best: lowest", "bset: lowest")
    broken = broken.replace('{en: "Is it kind?"}', "{}").replace("key: kindness", "key: Kindness!")
    (tmp_path / "own.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(RecipeError) as error:
        read_rubric(tmp_path / "own.yaml")
    message = str(error.value)
    for part in (
        "own.yaml:9: axes.0.bset",
        "Did you mean `best`?",
        "own.yaml:11: axes.0.levels",
        "values must rise from level to level; these are 1, 1",
        "own.yaml:7: axes.0.question",
        "at least one language",
        "own.yaml:5: axes.0.key",
    ):
        assert part in message, part


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.replace("unacceptable: 3", "unacceptable: 1"), "not the worst level of kindness; 3 is"),
        (lambda text: text + text[text.index("  - key") :], "two axes are called kindness"),
        (lambda text: "just words", "holds no rubric"),
        (lambda text: text + "  bad indent: [", "not valid YAML"),
        (lambda text: text.replace("axes:", "axes: []\nname: x\nothers:"), "name: is given twice"),
    ],
)
def test_a_rubric_that_makes_no_sense(tmp_path, change, message):
    (tmp_path / "own.yaml").write_text(change(OWN), encoding="utf-8")
    with pytest.raises(RecipeError, match=message):
        read_rubric(tmp_path / "own.yaml")


def test_a_rubric_in_another_encoding(tmp_path):
    (tmp_path / "own.yaml").write_bytes(OWN.encode("gb18030"))
    with pytest.raises(RecipeError, match="Save the file as UTF-8"):
        read_rubric(tmp_path / "own.yaml")
