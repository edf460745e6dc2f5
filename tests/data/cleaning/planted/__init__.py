"""The planted test: doctor-patient talk with known identities, and texts that only look like it.

`generate("open")` is what rules may be developed on; `generate("held_out")` has other cues, sentences, ways of
joining them, formats and names, and is what they are judged on. `generate("held_out_2")` judges them again, on texts
written later and without a look at the rules: consultations as they mostly are, half of the identities written as
most people write them. `generate("held_out_3")` to `generate("held_out_6")` are four more of that kind, each written
later still, with words of its own.
What lies in a kept part's folder belongs to it alone. All identities are invented. The same arguments
give the same texts.
"""

import re
from dataclasses import dataclass
from random import Random

from faker import Faker

from planted import held_out, held_out_2, held_out_3, held_out_4, held_out_5, held_out_6, open_part
from planted.templates import WORDS, Span, Value, render

PARTS = {
    "open": open_part,
    "held_out": held_out,
    "held_out_2": held_out_2,
    "held_out_3": held_out_3,
    "held_out_4": held_out_4,
    "held_out_5": held_out_5,
    "held_out_6": held_out_6,
}
WRITTEN_AS_MOST_DO = ("held_out_2", "held_out_3", "held_out_4", "held_out_5", "held_out_6")
for _part in PARTS.values():
    WORDS.update(_part.WORDS)

# Joiners stand between two sentences; "turns" puts a speaker before each. An empty one runs the sentences together.
# What cannot be told from its neighbour: digits and numerals with a blank between them, letters with nothing.
DIGITS = "0-9０-９零〇一二三四五六七八九十幺壹贰叁肆伍陆柒捌玖①-⑨⓪\ufe0f\u20e3"
RUNS_ON = {"blank": re.compile(f"[{DIGITS}]"), "nothing": re.compile(f"[{DIGITS}A-Za-zＡ-Ｚａ-ｚ@_./-]")}


@dataclass(frozen=True)
class Planted:
    """A text and the identities in it; none in a hard negative."""

    text: str
    spans: tuple[Span, ...]
    formats: tuple[str, ...]
    language: str
    part: str
    topic: str

    @property
    def is_negative(self) -> bool:
        """Whether the text names nobody."""
        return not self.spans


def generate(part: str = "open", seed: int = 0, per_kind: int = 300, negatives: int = 6000) -> list[Planted]:
    """Texts with identities, then hard negatives.

    Args:
        part: "open", to develop rules on, or "held_out" or "held_out_2" to "held_out_6", to judge them.
        seed: The same seed gives the same texts.
        per_kind: At least so many identities of each kind in each language.
        negatives: Number of hard negatives, spread over the topics.

    Returns:
        The texts, all different: `per_kind` = 300 gives over 7,000 identities.

    Raises:
        ValueError: The part is none of `PARTS`.
    """
    if part not in PARTS:
        raise ValueError(f"part is {part!r}; it is one of {', '.join(PARTS)}")
    rng = Random(f"{part} {seed}")
    fakers = {"zh": Faker("zh_CN"), "en": Faker("en_US")}
    for faker in fakers.values():
        faker.seed_instance(rng.getrandbits(32))
    return with_identities(part, rng, fakers, per_kind) + hard_negatives(part, rng, negatives)


def with_identities(part: str, rng: Random, fakers: dict[str, Faker], per_kind: int) -> list[Planted]:
    """Texts about the kind with the fewest identities so far, until each has `per_kind`."""
    missing = {(language, kind): per_kind for language, its in PARTS[part].CARRIERS.items() for kind in its.CLAUSES}
    made, seen = [], set()
    while max(missing.values()) > 0:
        language, kind = max(missing, key=missing.get)
        planted = compose(part, language, kind, rng, fakers[language])
        if planted.text in seen:
            continue
        seen.add(planted.text)
        made.append(planted)
        for span in planted.spans:
            missing[language, span.kind] -= 1
    return made


def compose(part: str, language: str, kind: str, rng: Random, fake: Faker) -> Planted:
    """One text: a clause with `kind`, perhaps clauses with others, and talk around them."""
    carriers = PARTS[part].CARRIERS[language]
    kinds = [kind, *rng.sample(sorted(carriers.CLAUSES), rng.choice((0, 0, 0, 1, 1, 2)))]
    clauses = [rng.choice(carriers.CLAUSES[each].split("\n")) for each in kinds]
    rng.shuffle(clauses)
    neutral = carriers.NEUTRAL.split("\n")
    before = rng.sample(neutral, rng.choice((0, 0, 1, 1, 2)))
    after = rng.sample(neutral, rng.choice((0, 0, 1, 1, 2)))

    def draw(name: str) -> Value:
        return identity(part, language, name, rng, fake)

    rendered = [render(template, rng, language, draw) for template in [*before, *clauses, *after]]
    text, spans, formats = join(rendered, part, language, rng)
    return Planted(text, tuple(spans), tuple(formats), language, part, "identities")


def identity(part: str, language: str, name: str, rng: Random, fake: Faker) -> Value:
    """Draw one: in "held_out" one in three in a format of the open part, later one in two in the first."""
    source = "open" if part == "held_out" and rng.random() < 1 / 3 else part
    written = PARTS[source].FORMATS[language, name]
    style = rng.choice(list(written))
    if part in WRITTEN_AS_MOST_DO and rng.random() < 1 / 2:
        style = next(iter(written))
    value = written[style](rng, fake)
    start, end = value.find("‹"), value.find("›")
    if start < 0:
        return Value(value, 0, len(value), style)
    return Value(value.replace("‹", "").replace("›", ""), start, end - 1, style)


def join(rendered: list[tuple[str, list[Span], list[str]]], part: str, language: str, rng: Random):
    """One text of several, the spans moved along."""
    joiner = rng.choice(PARTS[part].JOINERS[language])
    speakers = PARTS[part].SPEAKERS[language]
    text, spans, formats = "", [], []
    for place, (piece, marks, styles) in enumerate(rendered):
        if joiner == "turns":
            text += ("\n" if place else "") + speakers[place % 2]
        elif place:
            text += ("，" if language == "zh" else ", ") if runs_together(text, piece, joiner) else joiner
        spans += [Span(start + len(text), end + len(text), kind) for start, end, kind in marks]
        formats += styles
        text += piece
    closing = {"zh": ("", "", "。", "？", "！", "\n"), "en": ("", "", ".", "?", "!", "\n")}[language]
    return text + rng.choice(closing), spans, formats


def runs_together(text: str, piece: str, joiner: str) -> bool:
    """Whether the joiner would make one number or word of two: `38.5` and `138…`."""
    if joiner.strip(" 　~/-、"):
        return False
    mark = RUNS_ON["blank" if joiner else "nothing"]
    return bool(mark.match(text[-1]) and mark.match(piece[0]))


def hard_negatives(part: str, rng: Random, count: int) -> list[Planted]:
    """Different texts that name nobody, the topics in turn."""
    topics = list(PARTS[part].NEGATIVES)
    made, seen = [], set()
    while len(made) < count:
        language, topic = topics[len(made) % len(topics)]
        lines = PARTS[part].NEGATIVES[language, topic].split("\n")
        templates = rng.sample(lines, rng.choice((1, 1, 2)))
        if rng.random() < 0.3:
            templates.insert(rng.randrange(2), rng.choice(PARTS[part].CARRIERS[language].NEUTRAL.split("\n")))
        text, _, _ = join([render(template, rng, language) for template in templates], part, language, rng)
        if text not in seen:
            seen.add(text)
            made.append(Planted(text, (), (), language, part, topic))
    return made
